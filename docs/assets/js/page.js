// The small conveniences of every page. The page is complete without them.
keepFragment();
offerScheme();
offerSearch();

/** Links to the other language lead to the same place of the page, not only to the same page. */
function keepFragment() {
  const links = [...document.querySelectorAll("a[data-keep-fragment]")];
  const update = () => links.forEach((link) => { link.hash = location.hash; });
  addEventListener("hashchange", update);
  update();
}

function offerScheme() {
  const button = document.querySelector("[data-scheme-switch]");
  const system = matchMedia("(prefers-color-scheme: dark)");
  const root = document.documentElement;
  const isDark = () => (root.dataset.scheme ?? (system.matches ? "dark" : "light")) === "dark";
  const show = () => button.setAttribute("aria-pressed", String(isDark()));
  button.addEventListener("click", () => {
    root.dataset.scheme = isDark() ? "light" : "dark";
    try { localStorage.setItem("scheme", root.dataset.scheme); } catch { /* kept for this page only */ }
    show();
  });
  system.addEventListener("change", show);
  show();
  button.hidden = false;
}

/** The search script and its index are fetched when a reader turns to search, not before. */
function offerSearch() {
  const button = document.querySelector("[data-search]");
  const open = async () => (await import("./search.js")).open(button);
  button.addEventListener("click", open);
  addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      open();
    }
  });
  button.hidden = false;
}
