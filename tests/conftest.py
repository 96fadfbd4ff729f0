"""What tests share: the built sites, a strict server, a browser."""

import fcntl
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from declaration.load import write_lock
from publish.site.directory import LARGEST_LIST, LARGEST_OPEN_LIST
from publish.site.site import Site
from registry.sample import sample
from source.layout import Layout
from support.built import BuiltSite
from support.fictional import registry_text
from support.golden import load
from support.hostile import write_hostile
from support.quick import start_nothing
from support.record import copy_record
from support.registry import CASES, REFERENCE, render
from support.repository import ROOT, build, copy_miniature, copy_two_editions
from support.server import Server, serve
from support.sites import hostile, miniature_site

# A machine under load is slow, not wrong: what an example may cost is a matter for the bench.
settings.register_profile("house", deadline=None)
settings.register_profile("quick", deadline=None, max_examples=10)
settings.load_profile("house")

# What is tested is the generator, not the settings of whoever runs the tests: `make test` itself sets DATA and SITE.
for setting in ("DATA", "SITE", "SITE_URL", "REPO_URL", "CONTACT_URL", "PUBLISHER", "OFFICIAL", "SOURCE_DATE_EPOCH"):
    os.environ.pop(setting, None)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option of `make test-quick`."""
    parser.addoption("--quick", action="store_true", help="start no program, and try few examples of each property")


@pytest.hookimpl(tryfirst=True)  # a process of xdist has a loop of its own
def pytest_runtestloop(session: pytest.Session) -> None:
    """Begin the quick run, in every process that runs tests: the one that only hands them out has to start those."""
    if session.config.getoption("quick"):
        settings.load_profile("quick")
        if not session.config.getoption("numprocesses"):
            start_nothing()


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder for this test run, the same for all its workers."""
    base = tmp_path_factory.getbasetemp()
    return base if worker_id == "master" else base.parent


@pytest.fixture(scope="session", autouse=True)
def _bytecode(shared: Path) -> None:
    """Let the programs that tests start keep their bytecode, outside the folders that tests look at."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(shared / "bytecode")


@pytest.fixture(scope="session")
def built(shared: Path) -> BuiltSite:
    """The site, built once below a sub-path."""
    return BuiltSite(_once(shared / "site", lambda to: _build(ROOT, to)))


@pytest.fixture(scope="session")
def miniature(shared: Path) -> BuiltSite:
    """The site of the fictional declaration of sites/ornek/, built once."""
    return BuiltSite(_once(shared / "miniature", lambda to: _build(copy_miniature(to.with_suffix(".input")), to)))


@pytest.fixture(scope="session")
def charter(shared: Path) -> BuiltSite:
    """The site of the fictional declaration of sites/sart/, locked and built once."""

    def make(to: Path) -> None:
        root = copy_miniature(to.with_suffix(".input"), "sart")
        assert write_lock(Layout(root)) == []
        _build(root, to)

    return BuiltSite(_once(shared / "charter", make))


@pytest.fixture(scope="session")
def associations(shared: Path) -> BuiltSite:
    """The site of the fictional declaration with the organisations of sites/dernek/, built once."""
    return BuiltSite(
        _once(
            shared / "associations", lambda to: _build(copy_miniature(to.with_suffix(".input"), "ornek", "dernek"), to)
        )
    )


@pytest.fixture(scope="session")
def two_editions(shared: Path) -> BuiltSite:
    """The site of the fictional declaration with a later edition, built once."""
    return BuiltSite(_once(shared / "editions", lambda to: _build(copy_two_editions(to.with_suffix(".input")), to)))


@pytest.fixture(scope="session")
def crowded(shared: Path) -> BuiltSite:
    """The site of the fictional declaration with so many sample entries that its list is folded, built once."""

    def make(to: Path) -> None:
        registry = to.with_suffix(".yaml")
        reference = miniature_site(to.with_suffix(".read")).reference
        registry.write_text(render(sample(LARGEST_OPEN_LIST + 1, reference)), encoding="utf-8")
        _build(copy_miniature(to.with_suffix(".input")), to, DATA=str(registry))

    return BuiltSite(_once(shared / "crowded", make))


@pytest.fixture(scope="session")
def corrected(shared: Path) -> BuiltSite:
    """The site of the fictional declaration with a fictional record of corrections, built once."""
    return BuiltSite(
        _once(shared / "corrected", lambda to: _build(copy_record(copy_miniature(to.with_suffix(".input"))), to))
    )


@pytest.fixture(scope="session")
def fictional(shared: Path) -> BuiltSite:
    """The site with the registry of cases/directory/entries.yaml, built once."""
    return _with_registry(shared / "fictional", lambda: registry_text(load("directory/entries.yaml")))


@pytest.fixture(scope="session")
def ugly(shared: Path) -> BuiltSite:
    """The site with the odd but allowed names of cases/registry/good/ugly.yaml, built once."""
    return _with_registry(shared / "ugly", lambda: (CASES / "good" / "ugly.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def sampled(shared: Path) -> Callable[[int], BuiltSite]:
    """Return the site with so many sample entries, each size built once."""
    return lambda count: _with_registry(shared / f"sample-{count}", lambda: render(sample(count, REFERENCE)))


@pytest.fixture(scope="session")
def fifty(sampled: Callable[[int], BuiltSite]) -> BuiltSite:
    """The site with fifty fictional signatories."""
    return sampled(50)


@pytest.fixture(scope="session")
def fullest(sampled: Callable[[int], BuiltSite]) -> BuiltSite:
    """The site with as many fictional signatories as one page lists."""
    return sampled(LARGEST_LIST)


@pytest.fixture(scope="session")
def server(built: BuiltSite) -> Iterator[Server]:
    """Serves the site."""
    with serve(built.folder) as running:
        yield running


@pytest.fixture(scope="session")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The fictional declaration with a signatory for every hostile text."""
    return hostile(miniature_site(tmp_path_factory.mktemp("hostile")))


@pytest.fixture(scope="session")
def hostile_server(
    hostile_site: Site, miniature: BuiltSite, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    """Serves the miniature with every page and file that shows a signatory made from hostile entries."""
    with serve(write_hostile(hostile_site, miniature.folder, tmp_path_factory.mktemp("served"))) as running:
        yield running


@pytest.fixture(scope="session")
def playwright() -> Iterator[Any]:
    """Playwright, which the quick run does not have."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415

    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def browser(playwright: Any) -> Iterator[Any]:
    """A Chromium."""
    from support.chromium import launch  # noqa: PLC0415

    running = launch(playwright)
    yield running
    running.close()


@pytest.fixture(scope="session")
def chromium(playwright: Any) -> Path:
    """The path of the browser, for programs that start it themselves."""
    from support.chromium import installed  # noqa: PLC0415

    return installed(playwright)


def _with_registry(folder: Path, text: Callable[[], str]) -> BuiltSite:
    registry = folder.with_suffix(".yaml")

    def make(to: Path) -> None:
        registry.write_text(text(), encoding="utf-8")
        _build(ROOT, to, DATA=str(registry))

    return BuiltSite(_once(folder, make))


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
