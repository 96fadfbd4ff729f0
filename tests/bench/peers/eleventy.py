"""Eleventy: one template goes through the registry, which is its data file."""

import json
import shutil
from pathlib import Path

import tools
from measure import Task
from work import Work

NAME = "Eleventy"


def prepare(work: Work, folder: Path, output: Path) -> Task:
    """Make a project in `folder`: its templates are our pages, its data the registry as it is."""
    shutil.copytree(tools.PEERS / "eleventy", folder)
    shutil.rmtree(folder / "_data", ignore_errors=True)
    (folder / "_data").mkdir()
    (folder / "node_modules").symlink_to(tools.eleventy())
    shutil.copy(work.registry, folder / "_data" / "signatories.yaml")
    (folder / "_data" / "words.json").write_text(json.dumps(work.words), encoding="utf-8")
    shells = {
        name: {"pieces": [piece.decode() for piece in shell.pieces], "names": shell.names}
        for name, shell in work.shells.items()
    }
    (folder / "shells.json").write_text(json.dumps(shells), encoding="utf-8")
    program = tools.eleventy() / "@11ty" / "eleventy" / "cmd.cjs"
    return Task(
        name=NAME,
        command=[tools.node(), program, "--quiet"],
        folder=folder,
        environment={"OUTPUT": str(output)},
        before=lambda: shutil.rmtree(output, ignore_errors=True),
    )
