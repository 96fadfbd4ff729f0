// The bar of a provision. It opens at a number (pointer, focus, touch) and at selected words of the provision. What it copies
// is read from the page of the provision, which is fetched when the bar opens.
import { copyable, write } from "./cite.js";
import { asShown, passageOf, selectedPart, selectedWords, textFragment } from "./selection.js";
import { styled } from "./styles.js";

await styled("handles.css");

const LINGER = 300; // milliseconds before the bar closes after the pointer has left it
const DONE = 5000; // and after something has been copied: long enough to copy something else
const template = document.querySelector("template[data-handles]");
const bar = template.content.firstElementChild.cloneNode(true);
const said = bar.querySelector("[role=status]");
const items = [...bar.querySelectorAll("a, button")];
const pages = new Map(); // address → promise of the page
let page; // what the bar copies from
let selected = ""; // selected words, or "" for the whole provision
let leaving;
let dismissed; // the number to which Escape returned the focus: that must not open the bar again

/** Shows the bar at the number of a provision. */
export function openAt(number) {
  if (number === dismissed) return;
  show(number, "", load(number.href));
}

/** Shows the bar at the selected words of a provision; hides it if there are none. */
export function openAtSelection() {
  const passage = passageOf(getSelection());
  if (!passage) return selected && close();
  const number = passage.closest(".provision, .pair")?.querySelector(".permalink");
  const address = number ? load(number.href) : Promise.resolve(document);
  const foreign = passage.lang !== document.documentElement.lang && passage.lang;
  show(passage, selectedWords(passage), foreign ? address.then((own) => load(twin(own, foreign))) : address);
}

/** Shows the bar after an element: a number, or a passage with selected words. */
function show(element, words, loading) {
  clearTimeout(leaving);
  if (bar.previousElementSibling === element && words === selected) return;
  bar.parentElement?.classList.remove("has-bar");
  selected = words;
  page = undefined;
  said.textContent = "";
  for (const item of items) {
    item.hidden = Boolean(item.dataset.selected) !== Boolean(words);
    if (item.localName === "button") item.disabled = true;
  }
  bar.classList.remove("below");
  bar.style.cssText = "";
  element.after(bar);
  bar.parentElement.classList.add("has-bar");
  if (words) placeAt(...besideSelection());
  else if (bar.getBoundingClientRect().top < 0) placeAt(element.offsetTop + element.offsetHeight, 0);
  loading.then((loaded) => { if (bar.previousElementSibling === element) fill(loaded); }, () => { said.textContent = bar.dataset.failed; });
}

/** Puts the bar at a place of its provision, in pixels, instead of above the number. */
function placeAt(top, left) {
  bar.classList.add("below");
  [bar.style.top, bar.style.left] = [`${top}px`, `${left}px`];
}

/** The place of the bar in its provision: below the last selected word, or above the first one where the window ends before. */
function besideSelection() {
  const range = selectedPart(bar.previousElementSibling);
  const [words, last] = [range.getBoundingClientRect(), [...range.getClientRects()].at(-1)];
  const around = bar.parentElement.getBoundingClientRect();
  const isRoom = words.bottom + bar.offsetHeight <= document.documentElement.clientHeight;
  const top = isRoom ? words.bottom : Math.max(0, words.top - bar.offsetHeight);
  const left = Math.min((isRoom ? last.right : last.left) - bar.offsetWidth / 2, around.right - bar.offsetWidth);
  return [top - around.top, Math.max(0, left - around.left)];
}

function fill(loaded) {
  page = loaded;
  const base = loaded.URL;
  bar.querySelector("[data-page]").href = base;
  bar.querySelector("[data-card]").href = new URL("card.png", base);
  for (const other of bar.querySelectorAll("[data-twin]")) other.href = twin(loaded, other.dataset.twin) ?? base;
  for (const item of items) if (item.localName === "button") item.disabled = false;
  choose(items.find((item) => !item.hidden && item.localName === "button")); // the link is where the number leads, too
}

/** The address of the same page in another language. */
function twin(loaded, locale) {
  const link = loaded.querySelector(`.tools a[hreflang="${locale}"]`);
  return link && new URL(link.getAttribute("href"), loaded.URL).href;
}

/** A page of this site as a document. The policy of the page forbids to parse what `fetch` returns (Trusted Types). */
function load(address) {
  const url = address.split("#")[0];
  if (url === location.href.split("#")[0]) return Promise.resolve(document);
  if (!pages.has(url)) pages.set(url, new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.responseType = "document";
    const fail = () => { pages.delete(url); reject(); };
    request.onload = () => (request.status === 200 && request.response ? resolve(request.response) : fail());
    request.onerror = fail;
    request.open("GET", url);
    request.send();
  }));
  return pages.get(url);
}

function text(button) {
  const part = (id) => copyable(page.getElementById(id));
  if (!selected) return part(button.dataset.part);
  const link = `${part("cite-link")}${textFragment(asShown(selected, page.querySelector("[data-provision]")))}`;
  const { source, comma } = page.querySelector("[data-source]").dataset;
  const after = /[.!?]$/u.test(selected) ? "" : comma;
  return button.dataset.selected === "link" ? link : `“${selected}”${after} ${source.replace(part("cite-link"), () => link)}`;
}

function close() {
  clearTimeout(leaving);
  selected = "";
  bar.parentElement?.classList.remove("has-bar");
  bar.remove();
}

/** Closes the bar after some milliseconds, unless the pointer moves before, or a reader with a keyboard is there then. */
function leave(milliseconds) {
  clearTimeout(leaving);
  leaving = setTimeout(() => { if (!hasFocus()) close(); }, milliseconds);
}

/** Whether a reader with a keyboard is at the number or in the bar. */
function hasFocus() {
  return Boolean(bar.parentElement?.querySelector(".permalink:focus-visible, .handles :focus-visible"));
}

/** The bar is one stop for the Tab key; arrow keys move from item to item (roving tabindex). */
function choose(chosen) {
  for (const item of items) item.tabIndex = item === chosen ? 0 : -1;
}

bar.addEventListener("click", async ({ target }) => {
  const button = target.closest("button");
  if (!button || !page) return;
  const copied = await write(text(button));
  said.textContent = copied ? bar.dataset.copied : bar.dataset.refused;
  if (copied && !selected) leave(DONE);
});
bar.addEventListener("keydown", (event) => {
  const shown = items.filter((item) => !item.hidden);
  const forward = getComputedStyle(bar).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
  const at = shown.indexOf(document.activeElement);
  const to = { ArrowRight: at - 1, ArrowLeft: at - 1, [forward]: at + 1, Home: 0, End: -1 }[event.key];
  if (to === undefined) return;
  const next = shown.at(to % shown.length);
  choose(next);
  next.focus();
  event.preventDefault();
});
// A press on a button must not end the selection.
bar.addEventListener("pointerdown", (event) => { if (event.target.closest("button")) event.preventDefault(); });
addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !bar.isConnected) return;
  const number = bar.parentElement.querySelector(".permalink");
  if (number && bar.contains(document.activeElement)) {
    dismissed = number;
    number.focus();
    number.addEventListener("blur", () => { dismissed = undefined; }, { once: true });
  }
  close();
});
addEventListener("pointerover", ({ target, pointerType }) => {
  clearTimeout(leaving);
  if (pointerType !== "mouse" || selected) return;
  if (bar.contains(target) || bar.previousElementSibling?.contains(target)) said.textContent === bar.dataset.copied && leave(DONE);
  else leave(LINGER);
});
document.addEventListener("selectionchange", () => { if (selected && getSelection().isCollapsed) close(); });
addEventListener("focusin", ({ target }) => {
  if (bar.isConnected && !selected && !bar.parentElement.contains(target)) close();
});
addEventListener("pointerdown", ({ target }) => {
  if (bar.isConnected && !selected && !bar.parentElement.contains(target)) close();
});
