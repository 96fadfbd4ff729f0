// The search dialog. It is loaded, with its index, when a reader opens the search.
import MiniSearch from "./minisearch.js";
import { styled } from "./styles.js";
import { queryWords, stem, words } from "./words.js";

await styled("search.css");

const LIMIT = 100;
const OWN = ["label", "keys", "text"]; // fields in the language of the page
const locale = document.documentElement.lang;
const alphabet = new Intl.Collator(locale, { numeric: true });
const dialog = document.querySelector("dialog.search");
const input = dialog.querySelector("input");
const count = dialog.querySelector(".count");
const results = dialog.querySelector(".results");
const template = dialog.querySelector("template");
let index, labels;
let root = "";

/** Opens the dialog; the first time it also loads the index that the button names. */
export async function open(button) {
  if (dialog.open) return;
  root = button.dataset.root;
  dialog.showModal();
  input.focus();
  if (!index) await load(button.dataset.index);
}

async function load(address) {
  try {
    const response = await fetch(address);
    if (!response.ok) throw new Error(response.statusText);
    const search = new MiniSearch({
      fields: [...OWN, "also"],
      storeFields: ["label", "text", "kind", "weight"],
      tokenize: words,
      processTerm: (term) => term,
      searchOptions: {
        boost: { label: 2, keys: 2 },
        boostDocument: (id, term, stored) => stored.weight ?? 1,
        combineWith: "AND",
        prefix: isBeginning,
      },
    });
    const { documents, ...said } = await response.json();
    search.addAll(documents);
    [index, labels] = [search, said];
    show();
  } catch {
    count.textContent = count.dataset.failed;
  }
}

/**
 * The hits for a query: words as typed weigh most, then their stems, then names in other languages; if there are none,
 * words of similar spelling, and then those with some of the words. A label with all the words, stop words included,
 * weighs more than others. `isPart` is whether no hit has all the words.
 */
function find(query) {
  const typed = queryWords(query, locale);
  if (!typed.length) return { hits: [] };
  const stems = typed.map((word) => stem(word));
  const hits = inOrder({ combineWith: "OR", queries: [
    { queries: typed, combineWith: "AND", fields: OWN, boost: { label: 6, keys: 8, text: 3 } },
    { queries: stems, combineWith: "AND", fields: OWN },
    { queries: queryWords(query), combineWith: "AND", fields: ["label"] }, // Of is a district, too
  ] });
  const known = new Set(hits.map((hit) => hit.id));
  hits.push(...inOrder({ queries: typed, combineWith: "AND" }).filter((hit) => !known.has(hit.id)));
  if (hits.length) return { hits };
  const long = typed.filter((word) => word.length > 5);
  const initials = new Set(long.map((word) => word[0]));
  const similar = inOrder({ queries: long, combineWith: "AND", fuzzy: 0.2 })
    .filter((hit) => hit.terms.every((term) => initials.has(term[0]))); // education is no misspelled dedication
  if (similar.length) return { hits: similar, isPart: long.length < typed.length };
  return { hits: inOrder({ queries: stems, combineWith: "OR", fields: OWN }), isPart: true };
}

/** Whether a word of a query may be the beginning of one: a number of one or two digits is not that of a year. */
const isBeginning = (word) => !/^\p{N}{1,2}$/u.test(word);

/** Hits by score, those of equal score in the alphabetical order of the language of the page. */
function inOrder(query) {
  const score = (hit) => Number(hit.score.toPrecision(6)); // further digits depend on the order of summation
  return index.search(query).sort((a, b) => score(b) - score(a) || alphabet.compare(a.label, b.label));
}

function show() {
  if (!index) return;
  const { hits, isPart } = find(input.value);
  const wanted = queryWords(input.value, locale).map((word) => stem(word));
  results.replaceChildren(...hits.slice(0, LIMIT).map((hit) => item(hit, wanted)));
  count.textContent = input.value.trim() ? announcement(hits.length, isPart) : "";
}

function announcement(number, isPart) {
  if (number === 0) return labels.none;
  if (isPart) return labels.some;
  const said = labels.forms[new Intl.PluralRules(locale).select(number)] ?? Object.values(labels.forms).at(-1);
  return said.replace("{count}", number.toLocaleString(`${locale}-u-nu-latn`));
}

function item(hit, wanted) {
  const node = template.content.firstElementChild.cloneNode(true);
  node.querySelector("a").href = root + hit.id;
  node.querySelector("b").replaceChildren(...withMarks(split(hit.label), wanted));
  node.querySelector("small").textContent = labels.kinds[hit.kind ?? "signatory"];
  node.querySelector("span").replaceChildren(...excerpt(hit.text, wanted));
  return node;
}

/** Whether a word begins with one of those looked for. */
function isHit(part, wanted) {
  return words(part).some((word) => wanted.some((start) => (isBeginning(start) ? word.startsWith(start) : word === start)));
}

/** The words of a text, each with the space after it. */
const split = (text) => text.split(/(?<=\s)/u);

/** The nodes of words, with the hits marked. */
const withMarks = (parts, wanted) => parts.map((part) => (isHit(part, wanted) ? marked(part) : part));

/** The part of a text around its first hit, with the hits marked. */
function excerpt(text, wanted) {
  const parts = split(text);
  const first = Math.max(0, parts.findIndex((part) => isHit(part, wanted)) - 6);
  const shown = parts.slice(first, first + 32);
  const nodes = withMarks(shown, wanted);
  return [first ? "… " : "", ...datesUnbroken(shown, nodes), first + 32 < parts.length ? "…" : ""];
}

/** The nodes of parts of a text; a day, its month and its year are together in an element that no line parts. */
function datesUnbroken(parts, nodes) {
  const found = [];
  for (let at = 0; at < parts.length;) {
    const date = parts.slice(at, at + 3).join("").match(/^\d{1,2}\s\p{Lu}\p{Ll}+(\s\d{4})?/u);
    const end = at + (date ? (date[1] ? 3 : 2) : 1);
    const around = date ? Object.assign(document.createElement("span"), { className: "unbroken" }) : document.createDocumentFragment();
    around.append(...nodes.slice(at, end));
    found.push(around);
    at = end;
  }
  return found;
}

function marked(part) {
  const [, before, word, after] = part.match(/^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su);
  const mark = document.createElement("mark");
  mark.textContent = word;
  const around = document.createDocumentFragment();
  around.append(before, mark, after);
  return around;
}

input.addEventListener("input", show);
results.addEventListener("click", (event) => { if (event.target.closest("a")) dialog.close(); });
dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
dialog.addEventListener("keydown", (event) => {
  if (event.key === "Escape") dialog.close(); // a search field would use the first Escape to clear itself
  const links = [input, ...results.querySelectorAll("a")];
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  links[Math.min(links.length - 1, Math.max(0, links.indexOf(document.activeElement) + step))].focus();
});
dialog.querySelector("button").addEventListener("click", () => dialog.close());
input.form.addEventListener("submit", (event) => {
  event.preventDefault();
  const first = results.querySelector("a");
  if (first?.pathname.endsWith("/")) first.click();
  else first?.focus(); // a file: it is fetched only by readers who have seen that it is one
});
