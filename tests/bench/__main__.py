"""Measures the generator beside its peers and writes BENCHMARKS.md.

python tests/bench [--entries 1 50 1400 12000] [--peers Hugo Eleventy …] [--rounds 3] [--output FILE]
"""

import argparse
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import commands
import directory
import machine
import making
import pages
import reading
import registries
from jinja2 import Environment, FileSystemLoader
from measure import Cost
from peers import ours, pipeline
from publication import ROOT
from table import aims, beside, multiples, table

from support.repository import build

_MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of random names is made in it
Files = Mapping[int, Path]
"""The number of entries → a registry of so many."""
READ = (1_400, 12_000)
"""Signatories in the directories that are read in a browser."""
LARGE = 5000
"""Entries from which on the slow peers are measured once, and the aims hold."""
SLOW = [pipeline.PLAIN, pipeline.LANGUAGES, pipeline.ZENSICAL]


def main() -> None:
    """Measure part by part, then write."""
    options = _options()
    if "reading" in options.parts:
        reading.require_browser()  # the part comes last, half an hour later
    before = machine.load()
    with TemporaryDirectory(dir=_MEMORY if _MEMORY.is_dir() else None) as name:
        folder = Path(name)
        files = {entries: registries.write_sample(entries, folder) for entries in options.entries}
        values = {name: PARTS[name](files, folder, options) for name in options.parts}
    _write(options, before, values)


def _pages(files: Files, folder: Path, options: argparse.Namespace) -> dict[int, str]:
    return {entries: _one_size(path, folder, options) for entries, path in files.items()}


def _one_size(registry: Path, folder: Path, options: argparse.Namespace) -> str:
    """Measure all in turn, and apart from them once those that would take the rest of the day."""
    entries = int(registry.stem)
    sys.stderr.write(f"{entries} entries\n")
    slow = [name for name in options.peers if entries >= LARGE and name in SLOW]
    quick = [name for name in options.peers if name not in slow]
    results = pages.measure(registry, folder / f"{entries}", quick, options.rounds)
    for name in slow:
        results |= pages.once(registry, folder / f"{entries}", name)
    compared = beside(results, ours.NAME)
    return f"{compared}\n\n{aims(results, ours.NAME, pages.AIMS, pages.MEMORY)}" if entries >= LARGE else compared


def _registry(files: Files, _: Path, options: argparse.Namespace) -> str:
    return multiples(commands.measure(files[max(files)], options.rounds), commands.LOADING)


def _hostile(_: Files, folder: Path, options: argparse.Namespace) -> str:
    return _short(commands.hostile(folder, options.rounds))


def _making(_: Files, folder: Path, options: argparse.Namespace) -> str:
    return _made(making.measure(folder, options.rounds))


def _reading(_: Files, folder: Path, options: argparse.Namespace) -> dict[str, str]:
    """Measure in a browser: the real site, the longest list on one page, and a directory that is split."""
    real = _built(folder / "real", ROOT / "data" / "signatories.yaml")
    full, split = [_built(folder / f"read-{each}", registries.write_sample(each, folder)) for each in READ]
    waits = reading.measure({1: real, READ[0]: full}, options.rounds)
    return {"pages": waits, "directory": directory.measure({READ[0]: full, READ[1]: split})}


def _built(site: Path, registry: Path) -> Path:
    done = build(ROOT, site, DATA=str(registry))
    if done.returncode:
        sys.exit(done.stderr)
    return site


PARTS = {"pages": _pages, "registry": _registry, "hostile": _hostile, "making": _making, "reading": _reading}
"""The parts of the report, by name."""


def _short(results: dict[str, Cost]) -> str:
    rows = [[name, f"{cost.seconds:.2f}", f"{cost.memory:.0f}"] for name, cost in results.items()]
    return table(["", "seconds", "memory, MB"], rows)


def _made(results: dict[str, tuple[int, float]]) -> str:
    rows = [
        [name, str(count), f"{seconds:.2f}", f"{seconds / count:.3f}"] for name, (count, seconds) in results.items()
    ]
    return table(["", "files", "seconds", "seconds each"], rows)


def _write(options: argparse.Namespace, before: str, values: dict[str, object]) -> None:
    template = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=False,  # noqa: S701 - Markdown
        trim_blocks=True,
        keep_trailing_newline=True,
    ).get_template("report.md")
    large = any(entries >= LARGE for entries in options.entries)
    text = template.render(
        values,
        command=_command(),
        date=datetime.now(UTC).date(),
        rounds=options.rounds,
        machine=machine.machine(),
        versions=machine.versions(),
        before=before,
        after=machine.load(),
        where=" in memory" if _MEMORY.is_dir() else "",
        once=", ".join(name for name in options.peers if name in SLOW and large),
        largest=max(options.entries),
    )
    options.output.write_text(text, encoding="utf-8")
    print(text)


def _command() -> str:
    options = " ".join(sys.argv[1:])
    return f'make bench BENCH="{options}"' if options else "make bench"


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--entries", type=int, nargs="+", default=[1, 50, 1400, 12_000])
    parser.add_argument("--peers", nargs="*", choices=list(pages.PEERS), default=list(pages.PEERS))
    parser.add_argument("--parts", nargs="+", choices=list(PARTS), default=list(PARTS))
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--output", type=Path, default=ROOT / "BENCHMARKS.md")
    return parser.parse_args()


if __name__ == "__main__":
    main()
