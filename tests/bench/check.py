"""How long `check` takes beside PyYAML's C loader on the same registry, both measured in turn in one run.

    python tests/bench/check.py [ENTRIES]

The promise: for 12,000 entries at most 1.3 times as long. Exits with 1 where it is not kept.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import yaml

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "tests")]

from registry.load import check  # noqa: E402
from registry.sample import sample  # noqa: E402
from registry.write import render  # noqa: E402
from support.registry import REFERENCE  # noqa: E402

LIMIT, ROUNDS = 1.3, 5


def seconds(work: Callable[[], object]) -> float:
    """Return how long `work` takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def main(entries: int) -> int:
    """Print both times and their ratio."""
    text = render(sample(entries, REFERENCE))
    ratios = []
    with TemporaryDirectory() as folder:
        path = Path(folder) / "signatories.yaml"
        path.write_text(text, encoding="utf-8")
        for _ in range(ROUNDS):
            loading = seconds(lambda: yaml.load(path.read_bytes(), yaml.CSafeLoader))
            checking = seconds(lambda: check(path, "sample", REFERENCE))
            ratios.append(checking / loading)
            print(f"yaml.load {loading:.2f} s   check {checking:.2f} s   ratio {ratios[-1]:.2f}", flush=True)
    print(f"{entries} entries, {len(text.encode()) / 1e6:.1f} MB: median ratio {median(ratios):.2f} (limit {LIMIT})")
    return 0 if median(ratios) <= LIMIT else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 12_000))
