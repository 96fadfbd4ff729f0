"""Changes the code of the domain here and there, and lists the changes that no test notices.

python tests/mutants [--rooms declaration registry source] [--paths scripts/…] [--sample 300] [--seed 1] [--jobs 2]
"""

import argparse
import os
import random
import shutil
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml
from reach import Chosen, Reach, Recorder
from trial import TESTS, copy_checkout, import_all, passes

from mutants import Mutant, mutants

ROOT = Path(__file__).parents[2]
_CACHE = ROOT / ".cache" / "mutants"
_ACCEPTED = Path(__file__).with_name("accepted.yaml")
_ROOMS = ("declaration", "registry", "source")
_LONGEST = 600
"""Seconds the tests of all rooms may take."""


def main() -> None:
    """Try the mutants and print what came of them."""
    options = _options()
    _CACHE.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=_CACHE) as name:
        folder = Path(name)
        folder.chmod(0o755)
        tried, noticed = Counter[str](), Counter[str]()
        for mutant, is_noticed in _trials(_chosen(options), folder, options.jobs):
            tried[mutant.room] += 1
            noticed[mutant.room] += is_noticed
            if not is_noticed:
                print(f"{mutant.path}:{mutant.line}: {mutant.change}\n", flush=True)
        _print(tried, noticed)


def _trials(chosen: list[Mutant], folder: Path, jobs: int) -> Iterator[tuple[Mutant, bool]]:
    """Yield the mutants that are not accepted, and whether a test noticed each."""
    reach, accepted = _reach(folder), _accepted()
    listed = [mutant for mutant in chosen if mutant.code and not _may_live(mutant, accepted)]
    with ProcessPoolExecutor(jobs, get_context("fork"), _prepare, (reach, folder)) as pool:
        yield from zip(listed, pool.map(_is_noticed, listed), strict=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rooms", nargs="+", choices=_ROOMS, default=_ROOMS)
    parser.add_argument("--paths", nargs="+", default=[], help="modules or folders, all if there are none")
    parser.add_argument("--sample", type=int, default=0, help="so many mutants, drawn at random; 0 for all")
    parser.add_argument("--seed", type=int, default=1, help="another seed draws another sample")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    return parser.parse_args()


def _chosen(options: argparse.Namespace) -> list[Mutant]:
    found = list(_all(options.rooms, options.paths))
    return random.Random(options.seed).sample(found, options.sample) if 0 < options.sample < len(found) else found  # noqa: S311


def _all(rooms: list[str], paths: list[str]) -> Iterator[Mutant]:
    for path in sorted(path for room in rooms for path in (ROOT / "scripts" / room).rglob("*.py")):
        name = path.relative_to(ROOT)
        if not paths or any(name.is_relative_to(each) for each in paths):
            yield from mutants(ROOT, str(name))


def _accepted() -> dict[str, list[str]]:
    """Return the mutants that may live, by the path of their module."""
    accepted: dict[str, list[str]] = {}
    for item in yaml.safe_load(_ACCEPTED.read_text(encoding="utf-8")):
        accepted.setdefault(item["path"], []).append(item["change"])
    return accepted


def _may_live(mutant: Mutant, accepted: dict[str, list[str]]) -> bool:
    """Return whether a mutant is accepted; a change that ends in "…" means all that begin so."""
    return any(
        mutant.change == change or (change.endswith("…") and mutant.change.startswith(change.removesuffix("…")))
        for change in accepted.get(mutant.path, [])
    )


def _reach(folder: Path) -> Reach:
    copy, record = copy_checkout(ROOT, folder / "whole"), folder / "reach.json"
    if not passes(copy, TESTS, partial(Recorder, copy, record), _LONGEST, log := folder / "log"):
        sys.exit(f"The tests fail without any mutant:\n{log.read_text(encoding='utf-8')}")
    return Reach.read(record)


def _prepare(reach: Reach, folder: Path) -> None:
    """Give a process of the pool its own copy of the checkout."""
    global _copy, _reached
    _copy, _reached = shutil.copytree(folder / "whole", folder / f"{os.getpid()}"), reach  # with what is compiled
    import_all(reach.libraries)
    sys.dont_write_bytecode = True


def _is_noticed(mutant: Mutant) -> bool:
    chosen = Chosen(_reached.tests(mutant))
    seconds = 60 + 2 * sum(_reached.seconds[test] for test in chosen.tests)
    module = _copy / mutant.path
    module.write_text(mutant.code, encoding="utf-8")
    survived = not chosen.tests or passes(_copy, chosen.files, lambda: chosen, seconds, _copy.with_suffix(".log"))
    module.write_text(mutant.source, encoding="utf-8")
    sys.stderr.write("S" if survived else ".")
    sys.stderr.flush()
    return not survived


def _print(tried: Counter[str], noticed: Counter[str]) -> None:
    print(f"\n{'room':12} {'mutants':>8} {'noticed':>8} {'survived':>8} {'score':>6}")
    for room in (*_ROOMS, "all"):
        total, found = (each.total() if room == "all" else each[room] for each in (tried, noticed))
        if total:
            print(f"{room:12} {total:8} {found:8} {total - found:8} {found / total:6.1%}")


if __name__ == "__main__":
    main()
