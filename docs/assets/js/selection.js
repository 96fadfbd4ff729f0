// The selected words of a provision: whole words, without the marks of notes; and a link to exactly these.

const WHOLE = 8; // up to so many words, a link contains all of them; else the first and the last ones
const ENDS = 4;

/** The element with the words of the one provision in which a selection begins and ends; undefined for any other. */
export function passageOf(selection) {
  if (!selection.rangeCount || selection.isCollapsed) return undefined;
  const { startContainer, endContainer } = selection.getRangeAt(0);
  const [first, last] = [startContainer, endContainer].map((node) => (node.closest ? node : node.parentElement)?.closest("[data-provision]"));
  return first && first === last ? first : undefined;
}

/** The selected part of a passage, extended to whole words: a link to text does not find parts of words. */
export function selectedWords(passage) {
  const chosen = getSelection().getRangeAt(0);
  const [all, before] = [document.createRange(), document.createRange()];
  all.selectNodeContents(passage);
  before.selectNodeContents(passage);
  before.setEnd(chosen.startContainer, chosen.startOffset);
  const text = plain(all);
  let start = plain(before).length;
  let end = start + plain(chosen).length;
  while (start < end && /\s/u.test(text[start])) start += 1;
  while (end > start && /\s/u.test(text[end - 1])) end -= 1;
  while (start > 0 && /\S/u.test(text[start - 1])) start -= 1;
  while (end < text.length && /\S/u.test(text[end])) end += 1;
  return text.slice(start, end).replace(/\s+/gu, " ").replace(/[,;]$/u, "");
}

/** The text of a range without the marks of notes. */
function plain(range) {
  const part = range.cloneContents();
  for (const mark of part.querySelectorAll(".noteref")) mark.remove();
  return part.textContent;
}

/** The fragment of an address that leads to words (URL Fragment Text Directives); "" for none. */
export function textFragment(words) {
  const all = words.split(" ");
  const ends = all.length > WHOLE ? [all.slice(0, ENDS), all.slice(-ENDS)] : [all];
  return words && `#:~:text=${ends.map((part) => encodeURIComponent(part.join(" ")).replaceAll("-", "%2D")).join(",")}`;
}
