// Search and filters of the directory. The choices are in the address, so that back, reload and a shared link restore them.
// The other scripts and the index are fetched when a reader first uses them.

const REST = 150; // milliseconds between two changes of the address
const DIRECTIONS = { ArrowRight: [1, 0], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowUp: [0, -1] };
const locale = document.documentElement.lang;
const form = document.querySelector("[data-filter]");
const field = form.elements;
const KEYS = ["q", "il", "tur", "metin"].filter((key) => field[key]); // signatories may have no places
for (const key of KEYS) field[key].disabled = false; // until then nobody is offered a filter that does nothing
const part = (name) => document.querySelector(`[data-${name}]`);
const [count, total, clear, nothing, further] = ["count", "total", "clear", "nothing", "further"].map(part);
const options = Object.fromEntries(KEYS.slice(1).map((key) => [key, new Map([...field[key].options].map((each) => [each.value, each]))]));
const folds = document.querySelectorAll(".group details");
let search, listing; // entries.js and listing.js, once they are loaded
let entries;

/** The label of a choice. */
const said = (key, value) => options[key]?.get(value)?.textContent ?? "";

/** All names of a choice, including those that are searched and not shown. */
const names = (key, value) => `${said(key, value)} ${options[key]?.get(value)?.dataset.also ?? ""}`;

const choices = () => Object.fromEntries(KEYS.map((key) => [key, field[key].value.trim()]));
const isActive = () => Object.values(choices()).some(Boolean);

async function show() {
  if (KEYS.slice(1).some((key) => field[key].value)) unfold(true);
  if (isActive()) await load();
  if (!entries) return;
  const active = isActive();
  const wanted = search.wanted(choices());
  const hits = entries.filter((entry) => search.fits(entry, wanted));
  if (form.dataset.index) listing.list(active ? hits : null, said);
  else listing.narrow(new Set(hits.map((entry) => entry.row)), active);
  nothing.hidden = hits.length > 0;
  clear.hidden = !active;
  count.textContent = active ? announcement(hits) : total.textContent;
  total.hidden = true; // the other is announced
}

/** Shows or hides the fields after the first, on a phone. */
function unfold(open) {
  further.setAttribute("aria-expanded", String(open));
}

/** The number of hits, and how many of them are withdrawn, which the map and the places do not count. */
function announcement(hits) {
  const withdrawn = hits.filter((entry) => entry.withdrawn).length;
  return [numbered(form.dataset.forms, hits.length), ...(withdrawn ? [numbered(form.dataset.formsWithdrawn, withdrawn)] : [])].join(" ");
}

function numbered(json, number) {
  const forms = JSON.parse(json);
  const words = forms[new Intl.PluralRules(locale).select(number)] ?? Object.values(forms).at(-1);
  return words.replace("{count}", number.toLocaleString(`${locale}-u-nu-latn`));
}

/** Fetches the other scripts and the index, once; a second call waits for the first, and after a failure tries again. */
let loading;
function load() {
  loading ??= Promise.all([import("./entries.js"), import("./listing.js"), rows()])
    .then(([found, shown, all]) => {
      [search, listing] = [found, shown];
      entries = all.map((each) => (form.dataset.index ? search.fromIndex : search.fromRow)(each, names, form.dataset.place));
    })
    .catch(() => { count.textContent = form.dataset.failed; loading = undefined; });
  return loading;
}

async function rows() {
  if (!form.dataset.index) return [...document.querySelectorAll("[data-signatory]")];
  const response = await fetch(form.dataset.index);
  if (!response.ok) throw new Error(response.statusText);
  return response.json();
}

function read() {
  const given = new URLSearchParams(location.search);
  for (const key of KEYS) {
    field[key].value = (given.get(key) ?? "").slice(0, field[key].maxLength); // the browser limits only what is typed
    if (field[key].selectedIndex === -1) field[key].value = "";
  }
  carry();
  return show();
}

/** Writes the choices into the address: `keep` is pushState for a step that "back" undoes, else replaceState. */
function write(keep) {
  const given = new URLSearchParams(Object.entries(choices()).filter(([, value]) => value));
  history[keep](null, "", location.pathname + (given.size ? `?${given}` : ""));
  carry();
}

/** Writes what is typed into the address, not for every letter: browsers allow a hundred changes in ten seconds. */
let rest;
let isBehind = false;
function writeTyped() {
  isBehind = Boolean(rest);
  if (isBehind) return;
  write("replaceState");
  rest = setTimeout(() => { rest = undefined; if (isBehind) writeTyped(); }, REST);
}

/** Links to the other languages keep the choices. */
function carry() {
  for (const link of document.querySelectorAll("a[data-keep-fragment]")) [link.search, link.hash] = [location.search, location.hash];
}

function choose() {
  write("pushState");
  show();
}

field.q.addEventListener("input", async () => { writeTyped(); await show(); if (isActive()) bringNear(); });
field.q.addEventListener("change", () => write("replaceState"));
form.addEventListener("change", (event) => { if (event.target !== field.q) choose(); });
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("focusin", load);
further.addEventListener("click", () => unfold(further.getAttribute("aria-expanded") === "false"));
clear.addEventListener("click", (event) => {
  event.preventDefault();
  for (const key of KEYS) field[key].value = "";
  choose();
  field.q.focus();
});
document.addEventListener("click", (event) => {
  const place = event.target.closest?.("svg a[aria-label]");
  if (!place || form.dataset.index || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  for (const key of KEYS) field[key].value = key === "il" ? place.dataset[form.dataset.place] : "";
  choose();
  form.scrollIntoView();
  field.il.focus({ preventScroll: true });
});
addEventListener("popstate", read);
addEventListener("hashchange", reveal);
if (!CSS.supports("selector(::details-content)")) addEventListener("beforeprint", () => folds.forEach((each) => { each.open = true; })); // elsewhere the style sheet prints them
addEventListener("pagehide", remember);
for (const id of history.state?.open ?? []) document.getElementById(id)?.querySelector("details")?.setAttribute("open", "");
read().then(() => { if (isActive() && !location.hash && scrollY === 0) bringNear(); });
reveal();
walkTheMap();

/** On the way back to the page the same places are open, and so the list is at the same place. */
function remember() {
  if (!isActive()) history.replaceState({ open: [...folds].filter((each) => each.open).map((each) => each.parentElement.id) }, "");
}

/** Opens the place in the fragment of the address, or that of the entry in it, if the browser has not. The id of a heading opens nothing. */
function reveal() {
  // Not :target: while the page is loading it has none yet.
  const target = document.getElementById(location.hash.slice(1));
  const fold = target?.matches(".group, .entry") && (target.closest("details") ?? target.querySelector("details"));
  if (!fold || fold.open) return;
  fold.open = true;
  target.scrollIntoView();
}

/** Scrolls to the filter if what it finds is below the window. */
function bringNear() {
  if (form.getBoundingClientRect().bottom > innerHeight * 0.75) form.scrollIntoView();
}

/** The map is one stop for the Tab key; an arrow key goes to the place next in its direction, which is named below. */
function walkTheMap() {
  const places = [...document.querySelectorAll("svg a[aria-label]")];
  if (!places.length) return;
  const named = document.querySelector("[data-named]");
  const choose = (chosen) => places.forEach((each) => { each.tabIndex = each === chosen ? 0 : -1; });
  const outlines = document.querySelectorAll("[data-outline]");
  const tell = (words, shape) => {
    named.textContent = words;
    if (words) setBeside(named, shape.getBoundingClientRect());
  };
  const name = (place) => {
    tell(place?.getAttribute("aria-label") ?? "", place);
    for (const each of outlines) each.setAttribute("d", place?.firstElementChild.getAttribute("d") ?? "");
  };
  for (const each of document.querySelectorAll(".ground path")) {
    const words = each.textContent;
    each.addEventListener("pointerenter", () => tell(words, each));
    each.addEventListener("pointerleave", () => tell("", each));
  }
  for (const each of document.querySelectorAll(".map title")) each.remove(); // the browser would name the place a second time
  choose(places[0]);
  for (const each of places) {
    each.addEventListener("focus", () => { choose(each); name(each); });
    each.addEventListener("pointerenter", () => name(each));
    for (const left of ["blur", "pointerleave"]) each.addEventListener(left, () => name(places.find((other) => other === document.activeElement)));
    each.addEventListener("keydown", (event) => {
      const direction = DIRECTIONS[event.key];
      const end = { Home: 0, End: -1 }[event.key];
      const begun = event.ctrlKey || event.altKey || event.metaKey ? undefined : lettered(each, places, event.key);
      if (!direction && end === undefined && !begun) return;
      event.preventDefault();
      (direction ? neighbour(each, places, direction) : begun ?? places.at(end))?.focus();
    });
  }
}

/** Puts the name above the middle of its place, within the map. */
function setBeside(named, { left, width, top }) {
  const around = named.parentElement.getBoundingClientRect();
  const start = left + width / 2 - named.offsetWidth / 2 - around.left;
  named.style.left = `${Math.max(0, Math.min(start, around.width - named.offsetWidth))}px`;
  named.style.top = `${top - named.offsetHeight - around.top - 4}px`;
}

/** The next place after one that begins with a letter, or the first one; undefined if none does, or for another key. */
function lettered(from, places, key) {
  const after = places.indexOf(from) + 1;
  const letter = key.toLocaleLowerCase(locale);
  return [...places.slice(after), ...places.slice(0, after)]
    .find((place) => [...key].length === 1 && place.getAttribute("aria-label").toLocaleLowerCase(locale).startsWith(letter));
}

/** The nearest place in a direction, undefined at the edge; those within 45 degrees of it come first. */
function neighbour(from, places, [x, y]) {
  const [startX, startY] = middle(from);
  const ways = places.filter((each) => each !== from).map((place) => {
    const [toX, toY] = middle(place);
    const [dx, dy] = [toX - startX, toY - startY];
    return { place, ahead: dx * x + dy * y, aside: Math.abs(dx * y) + Math.abs(dy * x) };
  }).filter(({ ahead }) => ahead > 0);
  const straight = ways.filter(({ ahead, aside }) => aside <= ahead);
  const length = ({ ahead, aside }) => ahead + 2 * aside;
  return (straight.length ? straight : ways).sort((a, b) => length(a) - length(b))[0]?.place;
}

function middle(place) {
  const { x, y, width, height } = place.firstElementChild.getBBox();
  return [x + width / 2, y + height / 2];
}
