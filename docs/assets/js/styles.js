// Style sheets of what only a script shows: no page has them before.

/** Loads a style sheet beside this script. Resolves, too, when it cannot be loaded: without it everything still works. */
export const styled = (name) => new Promise((resolve) => {
  const sheet = document.createElement("link");
  sheet.rel = "stylesheet";
  sheet.href = new URL(name, import.meta.url);
  sheet.onload = sheet.onerror = resolve;
  document.head.append(sheet);
});
