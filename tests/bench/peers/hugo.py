"""Hugo: a content adapter adds a page for every entry of the registry, which is its data file."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

from work import Work

PROJECT = Path(__file__).with_suffix("")


def prepare(work: Work, folder: Path) -> None:
    """Make a project in `folder`: its templates are our pages, its data the registry as it is."""
    shutil.copytree(PROJECT, folder, dirs_exist_ok=True)
    shells, data = folder / "layouts" / "_partials" / "shells", folder / "data"
    shells.mkdir()
    data.mkdir()
    for name, shell in work.shells.items():
        (shells / f"{name}.txt").write_text(_template(shell.pieces, shell.names), encoding="utf-8")
    shutil.copy(work.registry, data / "signatories.yaml")
    (data / "words.json").write_text(json.dumps(work.words), encoding="utf-8")


def _template(pieces: tuple[str, ...], names: tuple[str, ...]) -> str:
    editions = list(dict.fromkeys(name[5:] for name in names if name.startswith("date_")))
    fields = [f"{{{{ {_field(name, editions)} }}}}" for name in names]
    return "".join(part for pair in zip(pieces, (*fields, ""), strict=True) for part in pair)


def _field(name: str, editions: list[str]) -> str:
    first, _, rest = name.partition("_")
    if first == "withdrawn":
        return f".withdrawn.{rest}"
    return f"(index .signed {editions.index(rest)}).{first}" if rest else f".{first}"
