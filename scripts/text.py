"""The command line of the text: `check` tells what is wrong, `lock` records the words, `addresses` what was built."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from declaration.check import check, write_lock
from publish.addresses import published, record
from source.layout import Layout
from source.problem import Problem, SourceError


def main(arguments: list[str] | None = None) -> int:
    """Run one command; returns 0 where there is no problem, else 1."""
    parser = argparse.ArgumentParser(prog="text.py", description=__doc__)
    parser.add_argument("command", choices=["check", "lock", "addresses"])
    parser.add_argument("--root", type=Path, default=Path(), help="the folder that holds mkdocs.yml")
    parser.add_argument("--site", type=Path, default=Path("site"), help="the built site")
    options = parser.parse_args(arguments)
    try:
        problems = _problems(options.command, Layout(options.root), options.site)
    except SourceError as error:
        problems = error.problems
    for problem in problems:
        print(problem.as_text())
    return 1 if problems else 0


def _problems(command: str, layout: Layout, site: Path) -> Sequence[Problem]:
    """Run one command; returns what it finds, SourceError has what stops it."""
    if command == "addresses":
        record(layout, published(site))
        return ()
    return (check if command == "check" else write_lock)(layout)


if __name__ == "__main__":
    sys.exit(main())
