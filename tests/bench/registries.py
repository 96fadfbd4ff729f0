"""Registries to measure with: fictional entries, a copy that two people changed, and files that mean harm."""

from collections.abc import Callable, Mapping
from pathlib import Path

from publication import ROOT

from registry.sample import sample
from support.registry import REFERENCE, render

_MB = 1_000_000
HOSTILE: Mapping[str, Callable[[], str]] = {
    "12 MB of brackets": lambda: "[" * 12 * _MB,
    "12 MB of anchors": lambda: "[" + "&a b, " * 2 * _MB,
    "12 MB of keys": lambda: "signatories: {" + "a: b, " * 2 * _MB,
    "12 MB of one text": lambda: "signatories: " + "x" * 12 * _MB,
    "3,000 entries, each wrong": lambda: render(sample(3000, REFERENCE)).replace("province:", "provnce:"),
}
"""Name → text of a file that `check` has to refuse soon."""


def write_sample(entries: int, folder: Path) -> Path:
    """Write fictional entries."""
    path = folder / f"{entries}.yaml"
    path.write_text(render(sample(entries, REFERENCE)), encoding="utf-8")
    return path


def write_branches(registry: Path) -> tuple[Path, Path]:
    """Write two changed copies of a registry beside it: every entry is changed in one of them, none in both."""
    head, *entries = registry.read_text(encoding="utf-8").split("\n  - id: ")
    ours = [each.replace("/karar/", "/kararlar/") if n % 2 else each for n, each in enumerate(entries)]
    theirs = [each if n % 2 else each.replace("kind: district", "kind: town") for n, each in enumerate(entries)]
    paths = registry.with_suffix(".ours.yaml"), registry.with_suffix(".theirs.yaml")
    for path, changed in zip(paths, (ours, theirs), strict=True):
        path.write_text("\n  - id: ".join((head, *changed)), encoding="utf-8")
    return paths


def write_hostile(folder: Path) -> Mapping[str, Path]:
    """Write the files that mean harm."""
    paths = {name: folder / f"hostile-{number}.yaml" for number, name in enumerate(HOSTILE)}
    for name, path in paths.items():
        path.write_text(HOSTILE[name](), encoding="utf-8")
    return paths


COMMAND = ROOT / "scripts" / "signatories.py"
