// Shows the entries that match the filter: rows of the page, or entries of the index if the page lists places only.

const MOST = 100; // rows shown from the index
const [form, whole, found, more, template] = ["filter", "whole", "found", "more", "row"].map((name) => document.querySelector(`[data-${name}]`));
const directory = document.querySelector(".directory");
const groups = [...document.querySelectorAll(".group")].map((section) => (
  { section, fold: section.querySelector("details"), number: section.querySelector(".number"), rows: [...section.querySelectorAll("[data-signatory]")] }));

for (const { fold } of groups) fold?.addEventListener("toggle", () => { fold.open ||= directory.classList.contains("narrowed"); });

/** Hides rows that do not match, and places without others; the rest are open as long as the filter is `active`. */
export function narrow(fitting, active) {
  directory.classList.toggle("narrowed", active);
  for (const group of groups) {
    const { section, fold, number, rows } = group;
    for (const row of rows) change(row, "hidden", !fitting.has(row));
    const shown = rows.filter((row) => fitting.has(row)).length;
    change(section, "hidden", !shown);
    change(number, "textContent", String(shown));
    change(section.dataset, "rows", String(shown));
    if (fold) unfold(group, active);
  }
}

/** Opens a place, or restores the state in which the reader left it. */
function unfold(group, active) {
  change(group.fold.firstElementChild, "tabIndex", active ? -1 : 0);
  if (active) group.wasOpen ??= group.fold.open;
  change(group.fold, "open", active || Boolean(group.wasOpen ?? group.fold.open));
  if (!active) delete group.wasOpen;
}

/** Writes to the page only if something changes: every write costs a layout. */
function change(of, property, value) {
  if (of[property] !== value) of[property] = value;
}

/** Shows the first hits in place of the list of places, or that list again if `hits` is null. */
export function list(hits, said) {
  const rows = (hits ?? []).slice(0, MOST).map((entry) => entry.row ??= item(entry, said));
  if (rows.length !== found.children.length || rows.some((row, at) => row !== found.children[at])) found.replaceChildren(...rows);
  found.hidden = !hits;
  whole.hidden = Boolean(hits);
  more.hidden = !hits || hits.length <= MOST;
}

/** A row for an entry of the index; `said` is (key, value) → the label of a choice. */
function item(entry, said) {
  const row = template.content.firstElementChild.cloneNode(true);
  row.dataset.signatory = entry.id;
  row.querySelector("a").href = `${entry.id}/`;
  row.querySelector("a").textContent = entry.name;
  row.querySelector(".where").textContent = [said("tur", entry.kind), said("il", entry.place)].filter(Boolean).join(", ");
  const signed = entry.editions.map((edition) => said("metin", edition));
  row.querySelector(".signed li").textContent = [...signed, ...(entry.withdrawn ? [form.dataset.withdrawn] : [])].join(" · ");
  return row;
}
