"""The same commit gives the same bytes, wherever and whenever it is built."""

import stat
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path

import pytest

from support.locales import in_locale
from support.repository import ROOT, build, copy_repository

FILE, FOLDER = 0o644, 0o755
"""What a server, which runs as another user, can read."""


def _digests(folder):
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def _modes(folder):
    """Return path → mode of the files and folders that have not the usual one."""
    modes = {path: stat.S_IMODE(path.stat().st_mode) for path in (folder, *folder.rglob("*"))}
    return {str(path): oct(mode) for path, mode in modes.items() if mode != (FOLDER if path.is_dir() else FILE)}


def _without_cache(cache):
    """Put a file where the cache would be, so that nothing is kept."""
    cache.unlink()
    cache.touch()


def _with_broken_cache(cache):
    """Fill the cache with halves of what belongs there."""
    cache.unlink()
    cache.mkdir()
    for path in filter(Path.is_file, (ROOT / ".cache").iterdir()):  # the bench keeps its tools in a folder there
        (cache / path.name).write_bytes(path.read_bytes()[: path.stat().st_size // 2])


ASCII = {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
"""Let Python take the locale C at its word."""
MACHINES = {
    "far east": (_without_cache, 0o077, "C", {"TZ": "<+14>-14", "PYTHONHASHSEED": "7", **ASCII}),
    "far west": (_with_broken_cache, 0o000, "tr_TR.UTF-8", {"TZ": "<-12>12", "PYTHONHASHSEED": "0"}),
}
"""Two as unlike as they get: cache, umask, locale, time zone, and the order in which sets give their items."""


@pytest.fixture(scope="module")
def elsewhere(built, tmp_path_factory):  # noqa: ARG001 - what is built first fills the cache
    """The site built on other machines, side by side: machine → (what the build said, its folder)."""
    folder = tmp_path_factory.mktemp("elsewhere")

    def made(name):
        cache, umask, locale, settings = MACHINES[name]
        root, site = copy_repository(folder / name / "copy"), folder / name / "site"
        cache(root / ".cache")
        settings = {**settings, **in_locale(locale, folder / name / "locales")}
        return build(root, site, umask=umask, **settings), site

    with ThreadPoolExecutor() as pool:
        return dict(zip(MACHINES, pool.map(made, MACHINES), strict=True))


@pytest.mark.parametrize("machine", MACHINES)
def test_build_elsewhere_is_the_same_to_the_byte(machine, elsewhere, built):
    done, site = elsewhere[machine]
    assert (done.returncode, done.stderr) == (0, "")
    assert _digests(site) == _digests(built.folder)


@pytest.mark.parametrize("machine", MACHINES)
def test_everyone_may_read_the_site(machine, elsewhere):
    _, site = elsewhere[machine]
    assert _modes(site) == {}


def test_successor_of_the_site_builder_makes_the_same_site(built, tmp_path):
    done = build(copy_repository(tmp_path / "elsewhere"), tmp_path / "site", builder="properdocs")
    assert done.returncode == 0, done.stderr
    assert _digests(tmp_path / "site") == _digests(built.folder)
