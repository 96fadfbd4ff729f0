"""Hugo: a content adapter adds a page for every entry of the registry, which is its data file."""

import json
import shutil
from pathlib import Path

import tools
from measure import Task
from work import Work

NAME = "Hugo"

PART = 1000
"""Entries in one data file."""


def prepare(work: Work, folder: Path, output: Path) -> Task:
    """Make a project in `folder`: its templates are our pages, its data the registry as it is."""
    shutil.copytree(tools.PEERS / "hugo", folder)
    shells, data = folder / "layouts" / "_partials" / "shells", folder / "data"
    shells.mkdir()
    data.mkdir()
    for name, shell in work.shells.items():
        (shells / f"{name}.txt").write_text(
            _template([piece.decode() for piece in shell.pieces], shell.names), encoding="utf-8"
        )
    _write_parts(work.registry, data / "signatories")
    (data / "words.json").write_text(json.dumps(work.words), encoding="utf-8")
    flags = ["--quiet", "--noBuildLock", "--noChmod", "--noTimes"]
    return Task(
        name=NAME,
        command=[tools.hugo(), "build", *flags, "--destination", output],
        folder=folder,
        before=lambda: shutil.rmtree(output, ignore_errors=True),
    )


def _write_parts(registry: Path, folder: Path) -> None:
    """Split the registry between entries: Hugo takes more than 10,000 lists in one file for an attack."""
    folder.mkdir()
    head, *entries = registry.read_text(encoding="utf-8").split("\n  - id: ")
    for number, start in enumerate(range(0, len(entries), PART)):
        part = "".join(f"\n  - id: {entry}" for entry in entries[start : start + PART])
        (folder / f"{number:04}.yaml").write_text(f"{head}{part}\n", encoding="utf-8")


def _template(pieces: list[str], names: tuple[str, ...]) -> str:
    editions = list(dict.fromkeys(name[5:] for name in names if name.startswith("date_")))
    fields = [f"{{{{ {_field(name, editions)} }}}}" for name in names]
    return "".join(part for pair in zip(pieces, (*fields, ""), strict=True) for part in pair)


def _field(name: str, editions: list[str]) -> str:
    first, _, rest = name.partition("_")
    if first == "withdrawn":
        return f".withdrawn.{rest}"
    return f"(index .signed {editions.index(rest)}).{first}" if rest else f".{first}"
