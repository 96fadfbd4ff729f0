"""The command line of the text: `check` prints problems, `lock` locks the words, `addresses` the built addresses."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from declaration.check import check, write_lock
from publish.checks.address_lock import check_registry, check_site, published, record
from publish.checks.correction_words import check_corrections
from publish.checks.prose_check import check_prose
from publish.site.target import MARK
from source.command import command_line
from source.layout import Layout
from source.problems.problem import Problem, SourceError
from source.problems.refusals import refusals_told

ROOT = Path(__file__).absolute().parent.parent


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0, or 1 if there are problems, which are printed."""
    parser = argparse.ArgumentParser(prog="text.py", description=__doc__)
    parser.add_argument("command", choices=_COMMANDS)
    parser.add_argument("--root", type=Path, default=ROOT, help="the folder that contains mkdocs.yml")
    parser.add_argument("--site", type=Path, default=Path("site"), help="the built site")
    options = parser.parse_args(arguments)
    layout = Layout(options.root)
    try:
        with refusals_told(layout, "."):
            problems = _COMMANDS[options.command](layout, options.site)
    except SourceError as error:
        problems = error.problems
    for problem in problems:
        print(problem.as_text())
    return 1 if problems else 0


def _check(layout: Layout, _: Path) -> Sequence[Problem]:
    return sorted({*check(layout), *check_prose(layout), *check_corrections(layout)})


def _lock(layout: Layout, _: Path) -> Sequence[Problem]:
    return check_registry(layout, os.environ) or write_lock(layout, check_corrections(layout))


def _addresses(layout: Layout, site: Path) -> Sequence[Problem]:
    problems = check_registry(layout, os.environ) or check_site(layout, site)
    if not problems:
        record(layout, published(site) - {MARK})
    return problems


_COMMANDS = {"check": _check, "lock": _lock, "addresses": _addresses}


if __name__ == "__main__":
    sys.exit(command_line(main))
