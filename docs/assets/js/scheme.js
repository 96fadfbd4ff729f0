// Runs before the first paint, so that a chosen colour scheme does not flash: without a choice the system's applies.
try {
  const scheme = localStorage.getItem("scheme");
  if (scheme === "dark" || scheme === "light") document.documentElement.dataset.scheme = scheme;
} catch {
  // Storage may be forbidden; then the system's scheme applies.
}
