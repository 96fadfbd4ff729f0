// Copy buttons, and the day of access in citations. Without this script the texts can be selected.
const status = document.querySelector("[data-copied]");
const today = new Date();
// British English, because this site writes the day before the month.
const LOCALES = { en: "en-GB", tr: "tr" };
const locale = document.documentElement.lang;
const SHOWN_FOR = 2000;
const labels = new Map();
let running;

for (const time of document.querySelectorAll("time[data-today]")) {
  time.textContent = new Intl.DateTimeFormat(LOCALES[locale] ?? `${locale}-u-nu-latn`, { dateStyle: "long" }).format(today);
  time.dateTime = today.toLocaleDateString("sv"); // YYYY-MM-DD, the day that the reader has, not that of UTC
}

for (const button of document.querySelectorAll("[data-copy]")) {
  labels.set(button, button.textContent);
  button.addEventListener("click", () => copy(button));
  button.hidden = false;
}

async function copy(button) {
  const source = document.getElementById(button.dataset.copy);
  const done = await write(copyable(source));
  if (!done) getSelection().selectAllChildren(source);
  restore();
  button.textContent = done ? status.dataset.copied : status.dataset.selected;
  status.textContent = done ? status.dataset.copied : status.dataset.refused;
  running = setTimeout(restore, SHOWN_FOR);
}

function restore() {
  clearTimeout(running);
  for (const [button, label] of labels) button.textContent = label;
  status.textContent = "";
}

/** The text of an element for copying, on one line. */
export function copyable(element) {
  return element.textContent.trim().replace(/\s+/gu, " ");
}

/** Copies a text. Returns false if the browser refuses, or has no clipboard because the page came without HTTPS. */
export async function write(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
