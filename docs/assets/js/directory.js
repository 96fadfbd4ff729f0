// Search and filters of the directory. What is chosen stands in the address: back, reload and a link sent on restore it.
// What they need, the words of a language and the index, is fetched when a reader turns to them.

const MOST = 100; // rows shown from the index
const KEYS = ["q", "il", "tur", "metin"];
const locale = document.documentElement.lang;
const form = document.querySelector("[data-filter]");
const field = form.elements;
const part = (name) => document.querySelector(`[data-${name}]`);
const [count, clear, nothing, whole, found, more, template] = ["count", "clear", "nothing", "whole", "found", "more", "row"].map(part);
const groups = [...document.querySelectorAll(".group")].map((section) => ({ section, rows: [...section.querySelectorAll("[data-signatory]")] }));
let language; // words.js, once it is there
let entries;

function fromRow(row) {
  const { signatory, kind, province, editions } = row.dataset;
  const name = row.querySelector("a").textContent;
  return { row, id: signatory, name, kind, province, editions: editions.split(" "), text: searched(name, signatory, kind, province) };
}

function fromIndex([id, name, kind, province, editions, withdrawn]) {
  return { id, name, kind, province: String(province), editions, withdrawn, text: searched(name, id, kind, province) };
}

/** The folded words of an entry, each after a space: its name, its id with the district in it, province and kind. */
function searched(name, id, kind, province) {
  return ` ${language.words([name, id.replaceAll("-", " "), said("il", province), said("tur", kind)].join(" ")).join(" ")}`;
}

/** What a choice is called. */
function said(key, value) {
  return field[key].querySelector(`option[value="${value}"]`).textContent;
}

function fits(entry, wanted) {
  return (!wanted.il || entry.province === wanted.il)
    && (!wanted.tur || entry.kind === wanted.tur)
    && (!wanted.metin || entry.editions.includes(wanted.metin))
    && wanted.words.every((forms) => forms.some((form) => entry.text.includes(` ${form}`)));
}

/** The choices, and every word of the query as typed and as the stem that its other forms share. */
function choices() {
  const wanted = Object.fromEntries(KEYS.map((key) => [key, field[key].value.trim()]));
  wanted.words = wanted.q ? language.queryWords(wanted.q, locale).map((word) => [language.fold(word), language.stem(word, locale)]) : [];
  return wanted;
}

async function show() {
  const isActive = KEYS.some((key) => field[key].value.trim());
  if (isActive) await load();
  if (!entries) return;
  const wanted = choices();
  const hits = entries.filter((entry) => fits(entry, wanted));
  if (form.dataset.index) list(hits, isActive);
  else narrow(new Set(hits.map((entry) => entry.row)));
  nothing.hidden = hits.length > 0;
  clear.hidden = !isActive;
  count.textContent = isActive ? announcement(hits.length) : "";
}

function announcement(number) {
  return number === 1 ? form.dataset.one : form.dataset.many.replace("{count}", number);
}

/** Hides the rows that do not fit, and the provinces that have no other. */
function narrow(rows) {
  for (const group of groups) {
    for (const row of group.rows) row.hidden = !rows.has(row);
    group.section.hidden = group.rows.every((row) => row.hidden);
  }
}

/** Shows the first hits from the index in place of the list of provinces. */
function list(hits, isActive) {
  found.replaceChildren(...(isActive ? hits.slice(0, MOST).map(item) : []));
  found.hidden = !isActive;
  whole.hidden = isActive;
  more.hidden = !isActive || hits.length <= MOST;
}

function item(entry) {
  const node = template.content.firstElementChild.cloneNode(true);
  node.querySelector(".emblem").textContent = [...entry.name][0];
  node.querySelector("a").href = `${entry.id}/`;
  node.querySelector("a").textContent = entry.name;
  node.querySelector(".where").textContent = `${said("tur", entry.kind)}, ${said("il", entry.province)}`;
  const signed = entry.editions.map((edition) => said("metin", edition));
  node.querySelector(".signed li").textContent = [...signed, ...(entry.withdrawn ? [form.dataset.withdrawn] : [])].join(" · ");
  return node;
}

/** Fetches the words and the index, once; a second call waits for the first. */
let loading;
function load() {
  loading ??= Promise.all([import("./words.js"), rows()])
    .then(([module, all]) => { language = module; entries = all.map(form.dataset.index ? fromIndex : fromRow); })
    .catch(() => { count.textContent = form.dataset.failed; loading = undefined; });
  return loading;
}

async function rows() {
  if (!form.dataset.index) return groups.flatMap((group) => group.rows);
  const response = await fetch(form.dataset.index);
  if (!response.ok) throw new Error(response.statusText);
  return response.json();
}

function read() {
  const given = new URLSearchParams(location.search);
  for (const key of KEYS) {
    field[key].value = given.get(key) ?? "";
    if (field[key].selectedIndex === -1) field[key].value = "";
  }
  carry();
  show();
}

/** Writes the choices into the address: `keep` is pushState for a step that "back" undoes, else replaceState. */
function write(keep) {
  const given = new URLSearchParams(KEYS.map((key) => [key, field[key].value.trim()]).filter(([, value]) => value));
  history[keep](null, "", location.pathname + (given.size ? `?${given}` : ""));
  carry();
  show();
}

/** The other language shows the same choices. */
function carry() {
  for (const link of document.querySelectorAll("a[data-keep-fragment]")) link.search = location.search;
}

field.q.addEventListener("input", () => write("replaceState"));
form.addEventListener("change", (event) => { if (event.target !== field.q) write("pushState"); });
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("focusin", load);
clear.addEventListener("click", (event) => {
  event.preventDefault();
  for (const key of KEYS) field[key].value = "";
  write("pushState");
  field.q.focus();
});
document.addEventListener("click", (event) => {
  const province = event.target.closest?.("svg a[data-province]");
  if (!province || form.dataset.index || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  for (const key of KEYS) field[key].value = key === "il" ? province.dataset.province : "";
  write("pushState");
  form.scrollIntoView();
  field.il.focus({ preventScroll: true });
});
addEventListener("popstate", read);
read();
