"""Tables as Markdown."""

from collections.abc import Iterable, Mapping, Sequence

from measure import Cost


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table whose columns, the first one aside, hold numbers."""
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def costs(results: Mapping[str, Cost], measured_by: str) -> str:
    """Return a table of costs; `measured_by` is the row that the others are ratios of."""
    unit = results[measured_by]
    return table(
        ["", "seconds", "processor seconds", "memory, MB", f"time of “{measured_by}” = 1", "processor time = 1"],
        [
            [
                name,
                f"{cost.seconds:.2f}",
                f"{cost.processor:.2f}",
                f"{cost.memory:.0f}",
                f"{cost.seconds / unit.seconds:.2f}",
                f"{cost.processor / unit.processor:.2f}",
            ]
            for name, cost in results.items()
        ],
    )
