"""The command line of the text: `check` tells what is wrong, `lock` records the words, `addresses` what was built."""

import argparse
import sys
from pathlib import Path

from declaration.check import check, write_lock
from publish.addresses import published, record
from source.layout import Layout


def main(arguments: list[str] | None = None) -> int:
    """Run one command; returns 0 where there is no problem, else 1."""
    parser = argparse.ArgumentParser(prog="text.py", description=__doc__)
    parser.add_argument("command", choices=["check", "lock", "addresses"])
    parser.add_argument("--root", type=Path, default=Path(), help="the folder that holds mkdocs.yml")
    parser.add_argument("--site", type=Path, default=Path("site"), help="the built site")
    options = parser.parse_args(arguments)
    if options.command == "addresses":
        record(Layout(options.root).data / "addresses.lock", published(options.site))
        return 0
    run = check if options.command == "check" else write_lock
    problems = run(Layout(options.root))
    for problem in problems:
        print(problem.as_text())
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
