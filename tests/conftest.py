"""What tests share: the built sites, a strict server, a browser."""

import fcntl
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from publish.directory import LARGEST_LIST
from support.built import BuiltSite
from support.repository import ROOT, build, copy_miniature

# A machine under load is slow, not wrong: what an example may cost is a matter for the bench.
settings.register_profile("house", deadline=None)
settings.load_profile("house")


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder for this test run, the same for all its workers."""
    base = tmp_path_factory.getbasetemp()
    return base if worker_id == "master" else base.parent


@pytest.fixture(scope="session")
def built(shared: Path) -> BuiltSite:
    """The site, built once below a sub-path."""
    return BuiltSite(_once(shared / "site", lambda to: _build(ROOT, to)))


@pytest.fixture(scope="session")
def miniature(shared: Path) -> BuiltSite:
    """The site of the fictional declaration of sites/ornek/, built once."""
    return BuiltSite(_once(shared / "miniature", lambda to: _build(copy_miniature(to.with_suffix(".input")), to)))


@pytest.fixture(scope="session")
def fifty(shared: Path) -> BuiltSite:
    """The site with fifty fictional signatories, built once."""
    return BuiltSite(_once(shared / "fifty", lambda to: _build(ROOT, to, DATA=_sample(50, to))))


@pytest.fixture(scope="session")
def fullest(shared: Path) -> BuiltSite:
    """The site with as many fictional signatories as one page lists, built once."""
    return BuiltSite(_once(shared / "fullest", lambda to: _build(ROOT, to, DATA=_sample(LARGEST_LIST, to))))


def _sample(count: int, site: Path) -> str:
    """Write a registry of fictional signatories beside a site that is to be built; return its path."""
    path = str(site.with_suffix(".yaml"))
    subprocess.run([sys.executable, ROOT / "scripts/signatories.py", "sample", str(count), path], check=True)
    return path


def _build(root: Path, site: Path, **settings: str) -> None:
    done = build(root, site, **settings)
    assert done.returncode == 0, done.stdout + done.stderr


def _once(folder: Path, make: Callable[[Path], None]) -> Path:
    """Let the first worker that comes make the folder; the others wait for it."""
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            make(folder)
    return folder
