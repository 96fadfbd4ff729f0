import os
import shutil
import subprocess
import sys
from pathlib import Path
from time import monotonic, sleep, time_ns

import pytest

from publish.preview.builds import Builds, Watch, inputs
from support.repository import ROOT, copy_repository
from support.sites import miniature_site, moved

PATIENCE = 20
"""Seconds."""
WRITES = "import os, pathlib, sys; folder = pathlib.Path(sys.argv[1]); folder.mkdir(); "
GOOD = WRITES + "(folder / 'index.html').write_text(os.environ['WORDS'])"
FAILED = "  en: It failed."
BAD = WRITES + "sys.exit('a.md:1:1: rule')"
ENDLESS = (
    WRITES + "(folder / str(os.fork())).touch(); (folder / str(os.getpid())).touch(); import time; time.sleep(600)"
)
"""A build that has another process working for it, as ours have; both note their numbers."""
OPENED = """
import os, runpy, sys
def note(event, arguments):
    if event == "open" and isinstance(arguments[0], str) and not arguments[2] & 3:
        os.write(1, f"opened {arguments[0]}\\n".encode())  # several processes write, each line at one go
sys.addaudithook(note)
sys.argv = ["mkdocs", "build", "--quiet", "--site-dir", sys.argv[1]]
runpy.run_module("mkdocs", run_name="__main__")
"""
"""A build that prints the name of every file that it opens to read."""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a/one.md").write_text("bir", encoding="utf-8")
    (tmp_path / "a/two.md").write_text("iki", encoding="utf-8")
    return tmp_path


@pytest.fixture
def watch(folder):
    return Watch([folder], time_ns())


def _replaced(folder):
    """Write beside and rename, with the time and the size of the old file."""
    old = (folder / "a/one.md").stat()
    (folder / ".new").write_text("bor", encoding="utf-8")
    os.utime(folder / ".new", ns=(old.st_atime_ns, old.st_mtime_ns))
    (folder / ".new").rename(folder / "a/one.md")


CHANGES = {
    "written": lambda folder: (folder / "a/one.md").write_text("bin", encoding="utf-8"),
    "longer": lambda folder: (folder / "a/one.md").write_text("biri", encoding="utf-8"),
    "replaced": _replaced,
    "added": lambda folder: (folder / "a/three.md").touch(),
    "added in a new folder": lambda folder: shutil.copytree(folder / "a", folder / "b/c"),
    "removed": lambda folder: (folder / "a/two.md").unlink(),
    "renamed": lambda folder: (folder / "a/two.md").rename(folder / "a/four.md"),
    "folder removed": lambda folder: shutil.rmtree(folder / "a"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_every_change_is_seen_once(folder, watch, change):
    assert not watch.changed()
    change(folder)
    assert [watch.changed(), watch.changed()] == [True, False]


@pytest.mark.parametrize("name", [".one.md.swp", "one.md~", "__pycache__/one.pyc", ".git/index"])
def test_what_programs_leave_beside_a_file_is_no_change(folder, watch, name):
    (folder / "a" / name).parent.mkdir(exist_ok=True)
    (folder / "a" / name).write_text("x", encoding="utf-8")
    assert not watch.changed()


def test_what_changed_while_the_first_build_ran_is_a_change(folder):
    began = time_ns()
    os.utime(folder / "a/one.md", ns=(began + 1, began + 1))
    os.utime(folder / "a/two.md", ns=(began - 1, began - 1))
    watch = Watch([folder], began)
    assert [watch.changed(), watch.changed()] == [True, False]


def test_a_file_may_come_and_go(folder):
    watch = Watch([], time_ns())
    watch.add(folder / "later.yaml")
    assert not watch.changed()
    (folder / "later.yaml").touch()
    assert [watch.changed(), watch.changed()] == [True, False]
    (folder / "later.yaml").unlink()
    assert [watch.changed(), watch.changed()] == [True, False]


def test_registry_kept_elsewhere_is_watched_with_its_logos(tmp_path):
    registry = tmp_path / "elsewhere/list.yaml"
    watched = inputs(moved(miniature_site(tmp_path), registry=registry))
    assert {registry, tmp_path / "elsewhere/logos"} <= set(watched)
    assert tmp_path / "elsewhere" not in watched


def test_every_file_that_a_build_reads_is_watched(tmp_path):
    root = copy_repository(tmp_path / "copy")
    for name in ("scripts", "vendor"):
        (root / name).unlink()
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    command = [sys.executable, "-c", OPENED, str(tmp_path / "site")]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=True)
    opened = {root / line.removeprefix("opened ") for line in done.stdout.splitlines() if line.startswith("opened ")}
    ours = {file for file in opened if file.is_relative_to(root) and not file.is_relative_to(root / ".cache")}
    site = miniature_site(tmp_path)
    watched = [root / path.relative_to(site.layout.root) for path in inputs(site)]
    assert {root / "data/labels.yaml", root / "scripts/hooks.py", root / "overrides/base.html"} <= ours
    assert {file for file in ours if not any(file.is_relative_to(path) for path in watched)} == set()


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Makes builds whose command is a program."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    started = []

    def make(program):
        started.append(Builds([sys.executable, "-c", program], {"WORDS": "Örnek"}, FAILED))
        return started[-1]

    yield make
    for builds in started:
        builds.end()
    assert list(tmp_path.iterdir()) == []


def test_folder_of_a_build_that_succeeded_is_given_once(run):
    builds = run(GOOD)
    assert builds.finished() is None
    builds.start()
    folder = _wait(builds.finished)
    assert (folder / "index.html").read_text(encoding="utf-8") == "Örnek"
    assert builds.finished() is None
    builds.start()
    second = _wait(builds.finished)
    assert second != folder
    assert folder.exists()


def test_build_that_failed_says_why_and_leaves_nothing(run, tmp_path, capfd):
    builds = run(BAD)
    builds.start()
    said = []
    while FAILED not in "".join(said):
        assert builds.finished() is None
        said.append(capfd.readouterr().err)
    assert "".join(said).startswith("a.md:1:1: rule\n")
    assert builds.finished() is None
    assert capfd.readouterr().err == ""
    assert list(tmp_path.glob("*/*")) == []


@pytest.mark.parametrize("last", ["start", "end"])
def test_build_of_older_files_is_given_up_with_all_its_processes(run, tmp_path, last):
    builds = run(ENDLESS)
    builds.start()
    _wait(lambda: len(list(tmp_path.glob("*/1/*"))) >= 3)
    processes = [int(file.name) for file in tmp_path.glob("*/1/*") if file.name != "0"]
    getattr(builds, last)()
    _wait(lambda: not any(map(_runs, processes)))
    assert not list(tmp_path.glob("*/1"))


def _runs(process):
    try:
        status = Path(f"/proc/{process}/stat").read_text(encoding="utf-8")
    except (FileNotFoundError, ProcessLookupError):
        return False
    return status.rpartition(")")[2].split()[0] != "Z"  # ended, and nobody has asked how


def _wait(answer):
    until = monotonic() + PATIENCE
    while not (found := answer()):
        assert monotonic() < until
        sleep(0.02)
    return found
