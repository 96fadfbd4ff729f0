// What the filter of the directory looks through, and which entries fit what a reader wants.
import { queryWords, stem, words } from "./words.js";

/** A row of the page as an entry; `names` is (key, value) → all names of a province or kind. */
export function fromRow(row, names) {
  const { signatory, kind, province, editions } = row.dataset;
  return entry({ row, id: signatory, name: row.querySelector("a").textContent, kind, province, editions: editions.split(" ") }, names);
}

/** An entry of the index. */
export function fromIndex([id, name, kind, province, editions, withdrawn], names) {
  return entry({ id, name, kind, province: String(province), editions, withdrawn }, names);
}

/** With `text`, the folded words of its name, its id (the district is in it), its province and kind, each after a space. */
function entry(facts, names) {
  const said = [facts.name, facts.id.replaceAll("-", " "), names("il", facts.province), names("tur", facts.kind)];
  return { ...facts, text: ` ${words(said.join(" ")).join(" ")}` };
}

/** What is looked for: the choices, and every word of the query as typed and as the stem that its other forms share. */
export function wanted(choices, locale) {
  const forms = choices.q ? queryWords(choices.q, locale).map((word) => [word, stem(word, locale)]) : [];
  return { ...choices, words: forms.map((each) => each.map((form) => ` ${form}`)) };
}

export function fits(entry, { il, tur, metin, words }) {
  return (!il || entry.province === il)
    && (!tur || entry.kind === tur)
    && (!metin || entry.editions.includes(metin))
    && words.every((forms) => forms.some((form) => entry.text.includes(form)));
}
