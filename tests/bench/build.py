"""How long a build of the whole site takes: with an empty cache, with a full one, and beside the bare import.

    python tests/bench/build.py

The promise: at most 5 s with a full cache. Exits with 1 where it is not kept.
"""

import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[2]
LIMIT, ROUNDS = 5.0, 3
IMPORT = [sys.executable, "-c", "import mkdocs.commands.build, material"]
BUILD = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--config-file", "mkdocs.yml"]


def seconds(command: list[str], root: Path, **settings: str) -> float:
    """Return how long a command takes in the repository at `root`."""
    began = time.perf_counter()
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **settings}
    subprocess.run(command, cwd=root, env=environment, check=True)
    return time.perf_counter() - began


def main() -> int:
    """Print the times and the ratio of a warm build to the bare import."""
    with TemporaryDirectory() as folder:
        root = Path(folder, "repository")
        subprocess.run(["git", "clone", "--quiet", ROOT, root], check=True)
        site = str(Path(folder, "site"))
        print(f"empty cache   {seconds(BUILD, root, SITE=site):.2f} s", flush=True)
        rounds = [(seconds(IMPORT, root), seconds(BUILD, root, SITE=site)) for _ in range(ROUNDS)]
    for bare, build in rounds:
        print(f"full cache    {build:.2f} s   bare import {bare:.2f} s   ratio {build / bare:.1f}", flush=True)
    typical = median(build for _, build in rounds)
    print(f"median with a full cache {typical:.2f} s (limit {LIMIT} s)")
    return 0 if typical <= LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())
