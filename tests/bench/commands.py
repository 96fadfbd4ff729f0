"""What is done to the registry without building: checking it, merging it, refusing files that mean harm."""

import shutil
from pathlib import Path

import registries
import tools
from measure import Cost, Task, interleaved
from publication import ROOT

_LOAD = "import sys, yaml; yaml.load(open(sys.argv[1], 'rb'), yaml.CSafeLoader)"
LOADING, CHECKING, MERGING = "PyYAML's C loader alone", "check", "merge, every entry changed in one of two copies"


def measure(registry: Path, rounds: int) -> dict[str, Cost]:
    """Return what check and merge cost, and what it costs to load the same file at all."""
    ours, theirs = registries.write_branches(registry)
    into = registry.with_suffix(".merged.yaml")
    tasks = [
        Task(name=LOADING, command=[tools.python(), "-c", _LOAD, registry], folder=ROOT),
        _ours(CHECKING, "check", registry),
        Task(
            name=MERGING,
            command=[tools.python(), registries.COMMAND, "merge", registry, into, theirs],
            folder=ROOT,
            before=lambda: shutil.copy(ours, into),
        ),
    ]
    return interleaved(tasks, rounds)


def hostile(folder: Path, rounds: int) -> dict[str, Cost]:
    """Return what it costs to refuse each file that means harm."""
    files = registries.write_hostile(folder)
    return interleaved([_ours(name, "check", path, code=1) for name, path in files.items()], rounds)


def _ours(name: str, command: str, path: Path, *, code: int = 0) -> Task:
    return Task(name=name, command=[tools.python(), registries.COMMAND, command, path], folder=ROOT, code=code)
