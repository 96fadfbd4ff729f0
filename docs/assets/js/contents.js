// The contents, or a line at the top where they have been passed, show the position of the reader: part, number, and of how many.
const contents = document.querySelector(".contents");
const running = contents.querySelector(".running a");
const links = new Map([...contents.querySelectorAll("ol a")].map((link) => [link.hash.slice(1), link]));
const show = (link) => {
  const part = link.closest("ol ol")?.parentElement.querySelector("a") ?? link;
  for (const each of links.values()) {
    if (each === link || each === part) each.setAttribute("aria-current", "true");
    else each.removeAttribute("aria-current");
  }
  const of = link.closest("ol ol")?.children.length;
  running.textContent = of ? `${part.textContent} ${link.textContent}/${of}` : part.textContent;
};
const observer = new IntersectionObserver((seen) => {
  for (const { isIntersecting, target } of seen) if (isIntersecting) show(links.get(target.id));
}, { rootMargin: "-31% 0px -68% 0px" });
for (const id of links.keys()) observer.observe(document.getElementById(id));
// What is below the screen counts as seen, so that they have been passed however the reader got there.
new IntersectionObserver(([{ isIntersecting }]) => contents.toggleAttribute("data-passed", !isIntersecting), { rootMargin: "0px 0px 9999999px" }).observe(contents);
