// The contents, or a line at the top where they have been passed, show the position of the reader: part, number, and of how many.
const contents = document.querySelector(".contents");
const running = contents.querySelector(".running span");
const links = new Map([...contents.querySelectorAll("ol a")].map((link) => [link.hash.slice(1), link]));
const passed = new Set();
const show = (link) => {
  const part = link?.closest("ol ol")?.parentElement.querySelector("a") ?? link;
  for (const each of links.values()) {
    if (each === link || each === part) each.setAttribute("aria-current", "true");
    else each.removeAttribute("aria-current");
  }
  const of = link?.closest("ol ol")?.children.length;
  running.textContent = of ? `${part.textContent} ${link.textContent}/${of}` : part?.textContent ?? "";
};
const observer = new IntersectionObserver((seen) => {
  for (const { isIntersecting, target } of seen) passed[isIntersecting ? "add" : "delete"](target.id);
  show(links.get([...links.keys()].findLast((id) => passed.has(id))));
}, { rootMargin: "9999999px 0px -69% 0px" });
for (const id of links.keys()) observer.observe(document.getElementById(id));
// For this observer all that is below the screen is seen, for the one above all that is above it: what has been passed is
// known however the reader got there. After the text there is no position to show.
const leaving = new IntersectionObserver((seen) => {
  for (const { isIntersecting, target } of seen) contents.toggleAttribute(target === contents ? "data-passed" : "data-ended", !isIntersecting);
}, { rootMargin: "0px 0px 9999999px" });
leaving.observe(contents);
leaving.observe(contents.nextElementSibling);
