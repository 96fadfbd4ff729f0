import sys
from pathlib import Path
from time import monotonic, sleep

import pytest

from publish.preview.builds import Builds

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
