"""How far a page moves while it comes in, as Chromium counts it (cumulative layout shift)."""

SHIFTS = """() => new Promise(done => {
  const moved = [];
  const isOfALine = ({ node }) => node?.data || node?.localName === "wbr";
  const isOfLines = ({ sources }) => sources.length && sources.every(isOfALine);
  new PerformanceObserver(list => list.getEntries().filter(e => !isOfLines(e)).forEach(e => moved.push(
    [e.value, ...e.sources.map(({ node }) => (node?.outerHTML ?? node?.data ?? "").slice(0, 90))])))
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(moved), 100);
})"""
SHIFT = 0.001
"""Cumulative layout shift of a page; a hundredth of what web.dev calls good. Words whose line goes on may move, and
with them the places in an address where the line may break (`wbr`). Which words may not is asked without chance by
`test_what_is_painted_stays_where_it_is_when_the_rest_comes_in`."""
