// Enhancements of every page, which is complete without them.
keepFragment();
offerScheme();
offerSearch();
offerHandles();

/** Links to the other languages keep the fragment: they lead to the same place of the page. */
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

/** The search script and its index are fetched when a reader opens the search. */
function offerSearch() {
  const button = document.querySelector("[data-search]");
  const open = () => import("./search.js").then((search) => search.open(button), fail);
  const fail = () => {
    const dialog = document.querySelector("dialog.search");
    const [close, count] = dialog.querySelectorAll("button, .count");
    count.textContent = count.dataset.failed;
    close.onclick = () => dialog.close();
    dialog.showModal();
  };
  button.addEventListener("click", open);
  button.hidden = false;
}

/** The bar of a provision is fetched when a reader points at a number, focuses it or selects words. */
function offerHandles() {
  if (!document.querySelector("template[data-handles]")) return;
  const open = async (event) => {
    const number = event.target.closest?.(".permalink");
    if (number) (await import("./handles.js")).openAt(number);
  };
  // Not pointerover: the page may scroll under a pointer that rests. A pointer that only passes opens nothing.
  let under; // the number below the pointer
  let passing;
  addEventListener("pointermove", (event) => {
    if (event.pointerType !== "mouse") return;
    const number = event.target.closest?.(".permalink");
    if (number === under) return;
    under = number;
    clearTimeout(passing);
    passing = setTimeout(open, 200, event);
  });
  addEventListener("focusin", (event) => { if (event.target.matches(":focus-visible")) open(event); });
  addEventListener("click", (event) => {
    // A touch screen has no hover: the first touch opens the bar, whose first link is the page.
    const number = event.target.closest?.(".permalink");
    if (!number || !matchMedia("(hover: none)").matches || number.parentElement.matches(".has-bar")) return;
    event.preventDefault();
    open(event).catch(() => { location = number.href; });
  });
  let settled;
  document.addEventListener("selectionchange", () => {
    clearTimeout(settled);
    settled = setTimeout(async () => { if (!getSelection().isCollapsed) (await import("./handles.js")).openAtSelection(); }, 250);
  });
}
