// Texts as our pages write them: escaped, dates spelled out, JSON with a space after every comma and colon.

const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "'": "&#39;", '"': "&#34;" };

export const escape = (text) => (/[&<>'"]/.test(text) ? text.replace(/[&<>'"]/g, (sign) => SIGNS[sign]) : text);

export function longDate(date, months) {
  const [year, month, day] = String(date).split("-");
  return `${day ? `${Number(day)} ` : ""}${month ? `${months[month - 1]} ` : ""}${year}`;
}

export const textList = (texts, and) =>
  texts.length < 2 ? `${texts}` : `${texts.slice(0, -1).join(", ")}${and}${texts.at(-1)}`;

export const scriptJson = (value) => json(value).replace(/[<>&']/g, code);

const code = (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;

function json(value) {
  if (Array.isArray(value)) return `[${value.map(json).join(", ")}]`;
  if (typeof value !== "object") return JSON.stringify(value);
  return `{${Object.entries(value).map(([key, each]) => `${JSON.stringify(key)}: ${json(each)}`).join(", ")}}`;
}
