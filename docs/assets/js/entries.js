// The entries that the filter of the directory searches, and which of them match.
import { queryWords, stem, words } from "./words.js";

const locale = document.documentElement.lang;
const stems = new Map(); // word → stem: most words are in many entries

/** A row of the page as an entry; `names` is (key, value) → all names of a place or kind; `place` is the attribute with its code. */
export function fromRow(row, names, place) {
  const { signatory, kind, editions } = row.dataset;
  return entry({ row, id: signatory, name: row.querySelector("a").textContent, kind, place: row.dataset[place], editions: editions.split(" "), withdrawn: Boolean(row.querySelector(".withdrawn")) }, names);
}

/** An entry of the index. */
export function fromIndex([id, name, kind, place, editions, withdrawn], names) {
  return entry({ id, name, kind, place: String(place), editions, withdrawn }, names);
}

/** Adds `text`: the folded words of name, id (it may say more than the name), place, kind and editions, and the stem of each. */
function entry(facts, names) {
  const said = [facts.name, facts.id.replaceAll("-", " "), names("il", facts.place), names("tur", facts.kind), ...facts.editions];
  const all = words(said.join(" "));
  return { ...facts, text: ` ${[...all, ...all.map(stemOf)].join(" ")} ` };
}

/** The criteria: the choices, and for every word of the query two strings, the beginning of a word or a whole stem. */
export function wanted(choices) {
  const asked = choices.q ? queryWords(choices.q, locale) : [];
  return { ...choices, words: asked.map((word) => [` ${word}`, ` ${stemOf(word)} `]) };
}

export function fits(entry, { il, tur, metin, words }) {
  return (!il || entry.place === il)
    && (!tur || entry.kind === tur)
    && (!metin || entry.editions.includes(metin))
    && words.every((forms) => forms.some((form) => entry.text.includes(form)));
}

function stemOf(word) {
  if (!stems.has(word)) stems.set(word, stem(word));
  return stems.get(word);
}
