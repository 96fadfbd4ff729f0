// Copy buttons, and the day of access in citations. Without this script the texts can be selected.
const status = document.querySelector("[data-copied]");
const today = new Date();
// The day before the month in English too, as everywhere on this site.
const LOCALES = { en: "en-GB", tr: "tr" };
const locale = document.documentElement.lang;
const SHOWN_FOR = 2000;
const labels = new Map();
let running;

for (const time of document.querySelectorAll("time[data-today]")) {
  time.textContent = new Intl.DateTimeFormat(LOCALES[locale] ?? `${locale}-u-nu-latn`, { dateStyle: "long" }).format(today);
  time.dateTime = today.toISOString().slice(0, 10);
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

/** The text of an element as it is copied: in one line. */
export function copyable(element) {
  return element.textContent.trim().replace(/\s+/gu, " ");
}

/** Returns whether the text is on the clipboard now: a browser may refuse, and has none where the page came without encryption. */
export async function write(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
