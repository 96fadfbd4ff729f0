// The selected words of a provision: whole words, without the marks of notes; and a link to exactly these.

const WHOLE = 8; // up to so many words, a link contains all of them; else the first and the last ones
const ENDS = 4;

/** The element with the words of the one provision of which some are selected; undefined if there are several, or none. */
export function passageOf(selection) {
  if (!selection.rangeCount || selection.isCollapsed) return undefined;
  const found = [...document.querySelectorAll("[data-provision]")].filter((passage) => plain(selectedPart(passage)).trim());
  return found.length === 1 ? found[0] : undefined;
}

/** The range of a passage that is selected: a selection may begin before it, and end after it; Firefox may cut it at marks. */
export function selectedPart(passage) {
  const selection = getSelection();
  const [part, last] = [selection.getRangeAt(0).cloneRange(), selection.getRangeAt(selection.rangeCount - 1)];
  part.setEnd(last.endContainer, last.endOffset);
  const all = contents(passage);
  if (part.compareBoundaryPoints(Range.START_TO_START, all) < 0) part.setStart(all.startContainer, all.startOffset);
  if (part.compareBoundaryPoints(Range.END_TO_END, all) > 0) part.setEnd(all.endContainer, all.endOffset);
  return part;
}

/** The selected part of a passage, extended to whole words: a link to text does not find parts of words. */
export function selectedWords(passage) {
  const [chosen, before] = [selectedPart(passage), contents(passage)];
  before.setEnd(chosen.startContainer, chosen.startOffset);
  const text = plain(contents(passage));
  let start = plain(before).length;
  let end = start + plain(chosen).length;
  while (start < end && /\s/u.test(text[start])) start += 1;
  while (end > start && /\s/u.test(text[end - 1])) end -= 1;
  while (start > 0 && /\S/u.test(text[start - 1])) start -= 1;
  while (end < text.length && /\S/u.test(text[end])) end += 1;
  return text.slice(start, end).replace(/\s+/gu, " ").replace(/[,;]$/u, "");
}

/** The range of all that an element contains. */
function contents(element) {
  const range = document.createRange();
  range.selectNodeContents(element);
  return range;
}

/** The text of a range without the marks of notes. */
function plain(range) {
  const part = range.cloneContents();
  for (const mark of part.querySelectorAll(".noteref")) mark.remove();
  return part.textContent;
}

/** Words of a passage as it shows them, with the marks of notes: a browser looks for these, too. */
export function asShown(words, passage) {
  const [shown, bare] = [passage.textContent, plain(contents(passage))].map((text) => text.trim().split(/\s+/u));
  const wanted = words.split(" ");
  const at = bare.findIndex((_, start) => wanted.every((word, place) => bare[start + place]?.startsWith(word)));
  return at < 0 ? words : shown.slice(at, at + wanted.length).join(" ").replace(/[,;]$/u, "");
}

/** The fragment of an address that leads to words (URL Fragment Text Directives); "" for none. */
export function textFragment(words) {
  const all = words.split(" ");
  const ends = all.length > WHOLE ? [all.slice(0, ENDS), all.slice(-ENDS)] : [all];
  return words && `#:~:text=${ends.map((part) => encodeURIComponent(part.join(" ")).replaceAll("-", "%2D")).join(",")}`;
}
