"""Every door ends with a problem and no traceback where the system refuses a file, the disk or the output."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from support.desk import LISTED
from support.machine import bound, read_only, small_disk
from support.repository import ROOT, apply, build, copy_miniature, copy_repository

SCRIPTS = ROOT / "scripts"
MAP = "vendor/turkey-map/provinces.json"


def _missing(folder):
    return folder / "yok.yaml"


def _dangling(folder):
    (folder / "bag.yaml").symlink_to("yok.yaml")
    return folder / "bag.yaml"


def _loop(folder):
    (folder / "bag.yaml").symlink_to("bag.yaml")
    return folder / "bag.yaml"


def _folder(folder):
    (folder / "liste.yaml").mkdir()
    return folder / "liste.yaml"


def _below_a_file(folder):
    (folder / "dosya").write_text("", encoding="utf-8")
    return folder / "dosya" / "liste.yaml"


def _unreadable(folder):
    (folder / "liste.yaml").write_text(LISTED, encoding="utf-8")
    (folder / "liste.yaml").chmod(0)
    return folder / "liste.yaml"


def _behind_a_wall(folder):
    (folder / "duvar").mkdir()
    (folder / "duvar" / "liste.yaml").write_text(LISTED, encoding="utf-8")
    (folder / "duvar").chmod(0)
    return folder / "duvar" / "liste.yaml"


every_registry = pytest.mark.parametrize(
    "make", [_missing, _dangling, _loop, _folder, _below_a_file, _unreadable, _behind_a_wall]
)


def _run(script, *arguments, **options):
    command = bound(sys.executable, SCRIPTS / script, *arguments)
    return subprocess.run(command, capture_output=True, text=True, check=False, **options)


def _is_told(done):
    """One problem is told, in both languages, and nothing of Python is; returns what was said."""
    said = done.stdout + done.stderr
    assert done.returncode == 1, said
    assert "Traceback" not in said
    assert [said.count(f"  {locale}: ") for locale in ("tr", "en")] == [1, 1], said
    return said


@pytest.fixture(autouse=True)
def _passable(tmp_path):
    """Let the folder be removed afterwards, whatever a test did to it."""
    yield
    for folder, names, _ in os.walk(tmp_path):
        for name in names:
            if not Path(folder, name).is_symlink():
                Path(folder, name).chmod(0o700)


@every_registry
@pytest.mark.parametrize("command", ["check", "format"])
def test_command_of_the_registry(make, command, tmp_path):
    path = make(tmp_path)
    assert f"{path}:1:1: file-" in _is_told(_run("signatories.py", command, path))


@every_registry
def test_build(make, tmp_path):
    path = make(tmp_path)
    said = _is_told(build(ROOT, tmp_path / "site", machine=bound, DATA=str(path)))
    assert f"{path}:1:1: file-" in said
    assert not (tmp_path / "site").exists()


OF_THE_TEXT = [
    ("data/editions.yaml", "unreadable"),
    ("data/timeline.yaml", "folder"),
    ("data/timeline.yaml", "dangling"),
    ("data/provisions.lock", "unreadable"),
    ("data/provisions.lock", "dangling"),
    ("docs/editions/2021/en.md", "folder"),
    ("docs/editions/2021/en.md", "dangling"),
]
OF_A_BUILD = [
    ("data/labels.yaml", "unreadable"),
    ("data/labels.yaml", "folder"),
    ("data/labels.yaml", "dangling"),
    ("data/provinces.yaml", "unreadable"),
    ("data/signatories.yaml", "folder"),
    ("data/timeline.yaml", "dangling"),
    ("data/provisions.lock", "dangling"),
    ("data/addresses.lock", "unreadable"),
    ("data/addresses.lock", "folder"),
    ("data/addresses.lock", "dangling"),
    ("docs/tr/about.md", "unreadable"),
    ("docs/editions/2021/en.md", "dangling"),
    ("docs/assets/css/tokens.css", "folder"),
    ("overrides/base.html", "unreadable"),
    ("overrides/pages/about.html", "dangling"),
    ("overrides/formats/feed.xml", "unreadable"),
]
"""A link that leads nowhere is the same as no file to some calls, and then something would be missing unnoticed."""


def _spoil(how, path):
    if how == "unreadable":
        path.chmod(0)
        return
    path.unlink()
    if how == "folder":
        path.mkdir()
    else:
        path.symlink_to("absent")


@pytest.fixture
def root(tmp_path):
    return copy_repository(tmp_path / "kopya")


@pytest.mark.parametrize(("path", "how"), OF_A_BUILD)
def test_input_of_a_build(path, how, root, tmp_path):
    _spoil(how, root / path)
    done = build(root, tmp_path / "site", machine=bound)
    said = done.stdout + done.stderr
    assert (done.returncode, "Traceback" in said) == (1, False), said
    assert f"{path}:1:1: file-" in said


@pytest.mark.parametrize(
    ("how", "path"),
    [("folder", "data/provinces.yaml"), ("unreadable", "vendor"), ("unreadable", MAP), ("unreadable", "docs/tr")],
)
def test_what_the_system_refuses_is_told_beside_all_else(how, path, root, tmp_path):
    (root / "vendor").unlink()
    shutil.copytree(ROOT / "vendor", root / "vendor")
    _spoil(how, root / path)
    apply([{"file": "data/interface.yaml", "replace": "nav.skip:", "by": "nav.jump:"}], root)
    said = build(root, tmp_path / "site", machine=bound).stderr
    assert f"\n{path}" in said
    assert ": missing-label" in said
    assert "Traceback" not in said


@pytest.mark.parametrize("path", ["docs/tr/about.md", "docs/assets/css/tokens.css", "overrides/base.html"])
def test_a_file_in_another_encoding(path, root, tmp_path):
    """As an editor on a Turkish machine may save it."""
    (root / path).write_bytes((root / path).read_bytes() + "İmza".encode("iso-8859-9"))
    assert f"{path}:" in _is_told(build(root, tmp_path / "site"))


@pytest.mark.parametrize(("path", "how"), OF_THE_TEXT)
@pytest.mark.parametrize("command", ["check", "lock"])
def test_input_of_a_command_of_the_text(command, path, how, root):
    _spoil(how, root / path)
    done = _run("text.py", command, "--root", root)
    assert f"{path}:1:1: file-" in _is_told(done)


def test_a_lock_that_cannot_be_written(root):
    (root / "data/provisions.lock").chmod(0o400)
    (root / "data").chmod(0o500)
    assert "provisions.lock:1:1: file-" in _is_told(_run("text.py", "lock", "--root", root))


def test_a_checkout_that_can_only_be_read(root, tmp_path):
    """With what is needed in its cache the site is built elsewhere; inside it nothing can be."""

    def machine(*command):
        return read_only(root, *command)

    assert build(root, tmp_path / "site", machine=machine).returncode == 0
    said = _is_told(build(root, root / "site", machine=machine))
    assert "site:1:1: file-access" in said


@pytest.fixture
def small(tmp_path):
    """A project of few pages without a cache: all its images are drawn."""
    folder = copy_miniature(tmp_path / "kopya")
    (folder / ".cache").unlink()
    return folder


def test_a_checkout_that_can_only_be_read_and_has_no_cache(small, tmp_path):
    done = build(small, tmp_path / "site", machine=lambda *command: read_only(small, *command))
    assert (done.returncode, "Traceback" in done.stderr) == (0, False)
    assert (tmp_path / "site/c1/card.png").is_file()


def test_a_folder_that_may_not_be_written_to(tmp_path):
    (tmp_path / "duvar").mkdir(mode=0o500)
    assert "duvar/site:1:1: file-access" in _is_told(build(ROOT, tmp_path / "duvar/site", machine=bound))


@pytest.mark.parametrize("size", ["4k", "64k", "600k", "2m"])
def test_a_full_disk(size, tmp_path):
    """The smaller the disk, the earlier it is full: at the mark, or while one process or another writes pages."""
    (tmp_path / "disk").mkdir()
    done = build(ROOT, tmp_path / "disk/site", machine=lambda *command: small_disk(tmp_path / "disk", size, *command))
    assert "file-access" in _is_told(done)


def test_a_cache_without_room(small, tmp_path):
    (small / ".cache").mkdir()
    done = build(small, tmp_path / "site", machine=lambda *command: small_disk(small / ".cache", "200k", *command))
    assert (done.returncode, "Traceback" in done.stderr) == (0, False)
    assert (tmp_path / "site/c1/card.png").is_file()


def test_a_folder_for_passing_files_without_room(root, tmp_path):
    """Programs that make the files to download write there."""
    (root / ".cache").unlink()
    (tmp_path / "tmp").mkdir()
    done = build(
        root,
        tmp_path / "site",
        machine=lambda *command: small_disk(tmp_path / "tmp", "8k", *command),
        TMPDIR=str(tmp_path / "tmp"),
    )
    assert "pandoc:1:1: download" in _is_told(done)


@pytest.fixture
def wrong(tmp_path):
    """A registry with more to say than a pipe holds."""
    path = tmp_path / "liste.yaml"
    path.write_text("signatories:\n" + "".join(f"  - id: deneme-{number}\n" for number in range(400)), encoding="utf-8")
    return path


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_a_reader_who_has_enough(form, wrong):
    """As `| head -1` has."""
    command = [sys.executable, SCRIPTS / "signatories.py", "check", "--format", form, wrong]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        assert running.stdout.readline()
        running.stdout.close()
        said = running.stderr.read()
    assert (said, running.returncode) == ("", 1)


@pytest.mark.parametrize("command", ["schema", "check"])
def test_output_that_cannot_be_written(command, wrong):
    wrong.write_text("signatories:\n  - id: deneme\n", encoding="utf-8")  # little: it is written when all is done
    with Path("/dev/full").open("w") as full:
        line = [sys.executable, SCRIPTS / "signatories.py", command]
        environment = os.environ | {"DATA": str(wrong), "PYTHONUNBUFFERED": ""}
        done = subprocess.run(line, stdout=full, stderr=subprocess.PIPE, text=True, env=environment, check=False)
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert line == "Çıktı yazılamadı: diskte yer kalmadı. · The output cannot be written: no space is left on the disk."


@pytest.mark.parametrize("script", ["signatories.py", "text.py", "github.py"])
def test_no_output_at_all(script):
    command = ["sh", "-c", 'exec "$@" >&- 2>&-', "sh", sys.executable, SCRIPTS / script, "check"]
    assert subprocess.run(command, cwd=ROOT, env=os.environ | {"DATA": ""}, check=False).returncode == 0


def test_a_text_in_letters_that_the_machine_lacks(root):
    apply([{"file": "docs/editions/2021/en.md", "replace": "resilience, our own", "by": "strength, our own"}], root)
    narrow = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}
    command = [sys.executable, SCRIPTS / "text.py", "check", "--root", root]
    done = subprocess.run(command, env=os.environ | narrow, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (1, b"")
    assert "tr: Çevirinin sözleri" in done.stdout.decode("utf-8")


@pytest.mark.parametrize("arguments", [["intake", "--proof", "_x"], ["resolve", "--out", "x"], ["links"]])
def test_command_of_a_workflow_outside_of_one(arguments, tmp_path):
    outside = {name: value for name, value in os.environ.items() if not name.startswith("GITHUB_")}
    done = _run("github.py", *arguments, cwd=tmp_path, env=outside)
    assert (done.returncode, done.stdout) == (1, "")
    (line,) = done.stderr.splitlines()
    assert "GITHUB_" in line
    assert "tr: " in line
    assert "en: " in line


def test_event_of_a_workflow_that_is_not_there(tmp_path):
    done = _run("github.py", "intake", "--proof", "_x", env=os.environ | {"GITHUB_EVENT_PATH": str(tmp_path / "yok")})
    assert done.returncode == 1
    assert f"{tmp_path}/yok:1:1: file-missing" in done.stderr.splitlines()[0]


def test_text_that_is_locked_from_another_folder(tmp_path):
    done = _run("text.py", "check", cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_an_end_from_the_keyboard(tmp_path):
    """Copies of the process that do a part of the work say nothing of it either."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    environment = os.environ | {"SITE": str(tmp_path / "site"), "NO_MKDOCS_2_WARNING": "1", "DATA": ""}
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, cwd=ROOT, env=environment, start_new_session=True, **streams) as running:
        while running.poll() is None and not (tmp_path / "site" / "imzacilar").exists():
            time.sleep(0.01)
        os.killpg(running.pid, signal.SIGINT)
        said = "".join(running.communicate())
    assert "Traceback" not in said
    assert running.returncode == 1
    done = build(ROOT, tmp_path / "site")
    assert (done.returncode, done.stderr) == (0, "")
