"""The sites side by side: a page for every signatory in both languages, at several sizes of the registry."""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from equal import demand_equal
from measure import Cost, Task, interleaved, run
from peers import eleventy, hugo, ours, pipeline
from work import Work

Prepare = Callable[[Work, Path, Path], Task]

EQUAL: Mapping[str, Prepare] = {hugo.NAME: hugo.prepare, eleventy.NAME: eleventy.prepare}
"""Peers that must make our bytes."""
USUAL: Mapping[str, Prepare] = {
    pipeline.PLAIN: pipeline.plain,
    pipeline.LANGUAGES: pipeline.languages,
    pipeline.ZENSICAL: pipeline.zensical,
}
"""Peers with a look of their own."""
PEERS = {**EQUAL, **USUAL}
AIMS: Mapping[str, float] = {hugo.NAME: 0.8, pipeline.PLAIN: 0.1}
"""What share of a peer's seconds we may take with 12,000 entries."""
MEMORY = 300
"""MB that we may take with 12,000 entries."""


def measure(registry: Path, folder: Path, peers: list[str], rounds: int) -> dict[str, Cost]:
    """Return what the build of a registry costs us and each peer, by name; SystemExit where work is not equal."""
    our_own = ours.task(registry, folder / "ours")
    run(our_own)
    work = Work.of(registry, folder / "ours")
    return interleaved([our_own, *(_ready(name, work, folder) for name in peers)], rounds)


def once(registry: Path, folder: Path, peer: str) -> dict[str, Cost]:
    """Return what the build of a registry costs one peer, run a single time; we have built it into `folder`."""
    task = _ready(peer, Work.of(registry, folder / "ours"), folder)
    return {peer: run(task, looking=True)}


def _ready(name: str, work: Work, folder: Path) -> Task:
    output = folder / f"{name} site"
    task = PEERS[name](work, folder / f"{name} project", output)
    if name in EQUAL:
        run(task)
        demand_equal(work, name, output)
    sys.stderr.write(f"{name} is ready\n")
    return task
