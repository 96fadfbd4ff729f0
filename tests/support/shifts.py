"""How far a page moves while it comes in, as Chromium counts it (cumulative layout shift)."""

SHIFTS = """() => new Promise(done => {
  const moved = [];
  const isOfALine = ({ sources }) => sources.length && sources.every(({ node }) => node?.localName === "wbr");
  new PerformanceObserver(list => list.getEntries().filter(e => !isOfALine(e)).forEach(e => moved.push(
    [e.value, ...e.sources.map(({ node }) => (node?.outerHTML ?? "").slice(0, 90))])))
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(moved), 100);
})"""
SHIFT = 0.001
"""Cumulative layout shift of a page; a hundredth of what web.dev calls good. A word whose line goes on may move, and
with it the places in an address where the line may break (`wbr`)."""
