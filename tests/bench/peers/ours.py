"""Ourselves: the whole site, as `make build` builds it."""

import shutil
from pathlib import Path

import tools
from measure import Task
from publication import ROOT

NAME = "ours"


def task(registry: Path, output: Path, name: str = NAME) -> Task:
    """Return the build of a registry."""
    return Task(
        name=name,
        command=[tools.python(), "-m", "mkdocs", "build", "--strict", "--quiet"],
        folder=ROOT,
        environment={"DATA": str(registry), "SITE": str(output), "NO_MKDOCS_2_WARNING": "1"},
        before=lambda: shutil.rmtree(output, ignore_errors=True),
    )
