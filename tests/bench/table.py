"""Tables as Markdown."""

from collections.abc import Iterable, Mapping, Sequence

from measure import Cost

_COSTS = ("seconds", "worst", "processor seconds", "memory, MB")


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table whose columns, the first one aside, hold numbers."""
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def beside(results: Mapping[str, Cost], own: str) -> str:
    """Return a table of costs that says what share of each row's time the row `own` takes."""
    unit = results[own]
    rows = (
        [*_row(name, cost), f"{unit.seconds / cost.seconds:.2f}", f"{unit.processor / cost.processor:.2f}"]
        for name, cost in results.items()
    )
    return table(["", *_COSTS, f"{own} ÷ this, seconds", f"{own} ÷ this, processor"], rows)


def aims(results: Mapping[str, Cost], own: str, shares: Mapping[str, float], memory: float) -> str:
    """Return a table that says which aims are reached: the share of a row's seconds, by name, and the MB of `own`."""
    unit = results[own]
    measured = [
        (f"share of the seconds of {name}", share, unit.seconds / results[name].seconds)
        for name, share in shares.items()
        if name in results
    ]
    rows = [
        [name, f"{aim:g}", f"{found:.3g}", "yes" if found <= aim else "no"]
        for name, aim, found in (*measured, ("memory, MB", memory, unit.memory))
    ]
    return table(["aim", "at most", "measured", "reached"], rows)


def multiples(results: Mapping[str, Cost], base: str) -> str:
    """Return a table of costs that says how many times the time of the row `base` each row takes."""
    unit = results[base]
    rows = (
        [*_row(name, cost), f"{cost.seconds / unit.seconds:.2f}", f"{cost.processor / unit.processor:.2f}"]
        for name, cost in results.items()
    )
    return table(["", *_COSTS, "this ÷ the first, seconds", "this ÷ the first, processor"], rows)


def _row(name: str, cost: Cost) -> list[str]:
    return [name, *(f"{seconds:.2f}" for seconds in (cost.seconds, cost.worst, cost.processor)), f"{cost.memory:.0f}"]
