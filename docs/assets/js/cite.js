// Copy buttons, and the day of access in citations. Without this script the texts can be selected.
const status = document.querySelector("[data-copied]");
const today = new Date();
// The day before the month in English too, as everywhere on this site.
const LOCALES = { en: "en-GB", tr: "tr" };
const locale = document.documentElement.lang;

for (const time of document.querySelectorAll("time[data-today]")) {
  time.textContent = new Intl.DateTimeFormat(LOCALES[locale] ?? `${locale}-u-nu-latn`, { dateStyle: "long" }).format(today);
  time.dateTime = today.toISOString().slice(0, 10);
}

for (const button of document.querySelectorAll("[data-copy]")) {
  button.addEventListener("click", () => copy(button));
  button.hidden = false;
}

async function copy(button) {
  const source = document.getElementById(button.dataset.copy);
  await navigator.clipboard.writeText(source.textContent.trim().replace(/\s+/gu, " "));
  const label = button.textContent;
  status.textContent = status.dataset.copied;
  button.textContent = status.dataset.copied;
  setTimeout(() => { button.textContent = label; status.textContent = ""; }, 2000);
}
