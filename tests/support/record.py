"""A fictional record of corrections, and the ids of the lines of any record, computed independently."""

import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from declaration.assemble import Words
from declaration.corrections.record import load_record
from publish.site.site import Site
from source.layout import Layout
from support.repository import ROOT, data

FICTIONAL = "tests/cases/publish/record.yaml"


def copy_record(root: Path) -> Path:
    """Give the repository at `root`, a copy of the miniature, the fictional record."""
    shutil.copy(ROOT / FICTIONAL, root / "data/corrections.yaml")
    return root


def with_record(site: Site) -> Site:
    """Return the miniature, read from a copy, with the fictional record."""
    words = Words(site.edition, site.text, site.declarations)
    return replace(site, record=load_record(Layout(copy_record(site.layout.root)), [words]))


def lines(path: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield (anchor, line) of a record as a parser that is not ours reads it."""
    counts: Counter[str] = Counter()
    for line in data(path)["corrections"]:
        by = line.get("objection", {}).get("by")
        names = ["objection", *([by] if isinstance(by, str) else [])] if "objection" in line else [_of(line)]
        names += [line["locale"]] if "locale" in line else []
        anchor = "-".join([*names, str(line["date"])])
        counts[anchor] += 1
        yield anchor + (f"-{counts[anchor]}" if counts[anchor] > 1 else ""), line


def _of(line: dict[str, Any]) -> str:
    return next(line[name] for name in ("passage", "entry", "page") if name in line)
