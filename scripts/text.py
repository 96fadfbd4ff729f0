"""The command line of the text: `check`, `lock` for words, `addresses` for the built site, `edition`, `new`."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from declaration.later.prepare import prepare
from declaration.load import check, write_lock
from publish.checks.address_lock import check_registry, check_site, published, record
from publish.checks.correction_words import check_corrections
from publish.checks.prose_check import check_prose
from publish.i18n.catalog_check import check_catalogs
from publish.new.project import start
from publish.new.skeleton_check import check_skeleton
from publish.site.target import MARK
from source.clock import today
from source.command import command_line
from source.languages import languages_to_tell, told
from source.layout import Layout
from source.problems import Message, Problem, SourceError
from source.problems.system_errors import refusals_told

ROOT = Path(__file__).absolute().parent.parent


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0, or 1 if there are problems, which are printed."""
    parser = argparse.ArgumentParser(prog="text.py", description=__doc__)
    parser.add_argument("command", choices=_COMMANDS)
    parser.add_argument("--root", type=Path, default=ROOT, help="the folder that contains mkdocs.yml")
    parser.add_argument("--site", type=Path, default=Path("site"), help="the built site")
    parser.add_argument("--key", default="", help="the key of a new edition")
    parser.add_argument("--dir", type=Path, default=Path(), help="the folder of a project for another declaration")
    parser.add_argument("--locales", default="tr,en", help="its languages, that of the original text first")
    options = parser.parse_args(arguments)
    layout = Layout(options.root)
    try:
        with refusals_told(layout, "."):
            problems = _COMMANDS[options.command](layout, options)
    except SourceError as error:
        problems = error.problems
    spoken = languages_to_tell(layout) if problems else ()
    for problem in problems:
        print(problem.as_text(spoken))
    return 1 if problems else 0


def _check(layout: Layout, _: argparse.Namespace) -> Sequence[Problem]:
    if unfinished := check_skeleton(layout):  # what follows from a blank would hide the others
        return [*unfinished, *check_catalogs()]
    return sorted({*check(layout), *check_prose(layout), *check_corrections(layout), *check_catalogs()})


def _addresses(layout: Layout, options: argparse.Namespace) -> Sequence[Problem]:
    site = options.site
    problems = check_registry(layout, os.environ) or check_site(layout, site)
    if not problems:
        record(layout, published(site) - {MARK})
    return problems


def _edition(layout: Layout, options: argparse.Namespace) -> Sequence[Problem]:
    problems = prepare(layout, options.key)
    if not problems:
        print(f"docs/editions/{options.key}/, data/editions.yaml")
        message = Message(
            """\
The files have been prepared from the newest text. Put the text as you received it into docs/editions/{key}/
and its name into “source”; fill in what is “…”; change words and ids in the files of the languages.
“make check” tells what is missing.""",
            key=options.key,
        )
        print(told(layout, message))
    return problems


def _new(layout: Layout, options: argparse.Namespace) -> Sequence[Problem]:
    locales = tuple(locale.strip() for locale in options.locales.split(","))
    key = options.key or f"{today(layout):%Y}"
    problems = start(layout, options.dir, locales, key)
    if not problems:
        print(options.dir)
        message = Message(
            """\
The new project has been written. The README.md there says what to do, in order; “make check” there tells
what is missing. The key of the text (a part of addresses): {key}. If it was adopted in another year, begin
again with KEY=…""",
            key=key,
        )
        print(told(Layout(options.dir), message))  # in its own languages
    return problems


_COMMANDS = {
    "check": _check,
    "catalogs": lambda _layout, _options: list(check_catalogs()),
    "lock": lambda layout, _: check_registry(layout, os.environ) or write_lock(layout, check_corrections(layout)),
    "addresses": _addresses,
    "edition": _edition,
    "new": _new,
}


if __name__ == "__main__":
    sys.exit(command_line(main))
