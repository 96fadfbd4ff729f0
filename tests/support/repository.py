"""The repository's inputs: built as they are, or copied to be changed first."""

import atexit
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from declaration.load import write_lock
from source.layout import Layout

ROOT = Path(__file__).resolve().parents[2]
MINIATURE_LOCALES = ("tr", "en", "ar")
BASE_PATH = "/alt-yol/"
SITE_URL = f"https://ornek.example{BASE_PATH}"
"""The site is built for a sub-path: links that work there work at the root of a host, too."""

_COPIED = ("mkdocs.yml", "data", "docs", "overrides")
_OF_THE_TEXT = (
    "editions.yaml",
    "timeline.yaml",
    "provisions.lock",
    "addresses.lock",
    "signatories.yaml",
    "corrections.yaml",
    "corrections.lock",
)
_LABELS = ("data/interface.yaml", "data/labels.yaml")
_SHARED = ("scripts", "vendor", ".cache")
SETTINGS = {
    "SITE_URL": SITE_URL,
    "SOURCE_DATE_EPOCH": "1767225600",  # 1 January 2026
    "NO_MKDOCS_2_WARNING": "1",
    "DATA": "data/signatories.yaml",
    "REPO_URL": "",
    "CONTACT_URL": "",
    "PUBLISHER": "",
}

Machine = Callable[..., Sequence[str | Path]]
Change = Mapping[str, str]
"""{"file", "replace", "by"}, {"file", "write"}, {"file", "append"} or {"delete"}."""


def build(
    root: Path,
    site: Path,
    builder: str = "mkdocs",
    umask: int = -1,
    machine: Machine = lambda *command: command,
    **settings: str,
) -> subprocess.CompletedProcess[str]:
    """Build the repository at `root` into `site`, as `make build` does; `settings` are environment variables.

    `machine` returns the command as it runs on another machine.
    """
    environment = {**os.environ, **SETTINGS, **settings, "SITE": str(site)}
    command = machine(sys.executable, "-m", builder, "build", "--strict", "--quiet")
    return subprocess.run(command, cwd=root, env=environment, umask=umask, capture_output=True, text=True, check=False)


def make(root: Path, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run make in a copy of the repository, with the programs of this one; `settings` are environment variables."""
    if not (root / "Makefile").exists():
        (root / "Makefile").symlink_to(ROOT / "Makefile")
        (root / ".venv").symlink_to(Path(sys.executable).parent.parent)
    environment = {**os.environ, **SETTINGS, "DATA": "", **settings}
    command = ["make", "--no-print-directory", "--old-file=.venv/.build", *arguments]
    return subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)


def copy_repository(to: Path) -> Path:
    """Copy the input; files that no test changes are links."""
    to.mkdir(parents=True)
    (ROOT / ".cache").mkdir(exist_ok=True)
    for name in _COPIED:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy2
        copy(ROOT / name, to / name)
    for name in _SHARED:
        (to / name).symlink_to(ROOT / name)
    return to


def copy_miniature(to: Path, *names: str) -> Path:
    """Copy the programs, and lay over them the files of a fictional declaration, sites/ornek/, or of those named."""
    copy_repository(to)
    for folder in ("docs/tr", "docs/en", "docs/editions"):
        shutil.rmtree(to / folder)
    for file in _OF_THE_TEXT:
        (to / "data" / file).unlink()
    for name in names or ("ornek",):
        _lay_over(to, ROOT / "tests" / "sites" / name)
    return to


def _lay_over(to: Path, site: Path) -> None:
    """Lay the files of a fictional declaration over a copy, and its labels over those that are there."""
    if (site / "vendor").exists():  # the copy links to the vendor folder of the repository, which stays as it is
        (to / "vendor").unlink()
        shutil.copytree(ROOT / "vendor", to / "vendor", copy_function=os.symlink)
    shutil.copytree(site, to, dirs_exist_ok=True)
    own = _read(to / "labels.yaml")
    interface, labels = (to / each for each in _LABELS)
    words, sentences = _read(interface), _read(labels)
    left_out = tuple(own.pop("left.out", ()))
    sentences = {name: texts for name, texts in sentences.items() if not name.startswith(left_out)}
    _write_yaml({name: texts | own.pop(name, {}) for name, texts in words.items()}, interface)
    _write_yaml({name: sentences.get(name, {}) | own.get(name, {}) for name in {**sentences, **own}}, labels)


def copy_two_editions(to: Path) -> Path:
    """Copy the miniature, and add the later edition of sites/later/ to it, locked."""
    return add_later_edition(copy_miniature(to))


def add_later_edition(root: Path, key: str = "2024", adopted: str = "2024-05-04", *, first: bool = False) -> Path:
    """Add the later edition to a copy of the miniature, at the end of the list or at its beginning."""
    later = ROOT / "tests" / "sites" / "later"
    item = (later / "edition.yaml").read_text(encoding="utf-8").replace("2024-05-04", adopted).replace("2024", key, 1)
    shutil.copytree(later / "docs/editions/2024", root / "docs/editions" / key)
    path = root / "data/editions.yaml"
    editions = path.read_text(encoding="utf-8").replace(
        "editions:\n", f"root: 2020\neditions:\n{item if first else ''}"
    )
    path.write_text(editions if first else editions + item, encoding="utf-8")
    assert write_lock(Layout(root)) == []
    return root


def copy_bilingual_miniature(to: Path) -> Path:
    """Copy the miniature with its first two languages: what is said of its files is easier to follow."""
    return shutil.copytree(_bilingual_miniature(), to, symlinks=True)


@cache
def _bilingual_miniature() -> Path:
    """Make it once for each process: hundreds of tests change one line of a copy."""
    folder = Path(tempfile.mkdtemp())
    atexit.register(shutil.rmtree, folder)
    to = copy_miniature(folder / "ornek")
    shutil.rmtree(to / "docs" / "ar")
    (to / "docs/editions/2020/ar.md").unlink()
    for name, third in (("editions.yaml", " ar: "), ("timeline.yaml", " ar: "), ("provisions.lock", " ar ")):
        path = to / "data" / name
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        path.write_text("".join(line for line in lines if third not in line), encoding="utf-8")
    for path in (to / each for each in _LABELS):
        _write_yaml({name: _without(texts, "ar") for name, texts in _read(path).items()}, path)
    return to


def _without(texts: Mapping[str, str], locale: str) -> dict[str, str]:
    return {each: text for each, text in texts.items() if each != locale}


def apply(changes: Iterable[Change], root: Path) -> None:
    """Change files of a copy; a text to replace that is missing, or there twice, is an error."""
    for change in changes:
        if isinstance(change, list):  # an alias of YAML: changes that several cases begin with
            apply(change, root)
        elif "delete" in change:
            (root / change["delete"]).unlink()
        else:
            _write(change, root / change["file"])


def _write(change: Change, path: Path) -> None:
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    if "write" in change:
        text = change["write"]
    elif "append" in change:
        text += change["append"]
    else:
        assert text.count(change["replace"]) == 1, f"“{change['replace']}” stands not once in {path.name}"
        text = text.replace(change["replace"], change["by"])
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")


def data(path: str) -> Any:
    """Read a YAML file of the repository with a parser that is not the site's own."""
    return _read(ROOT / path)


def label_texts() -> dict[str, dict[str, str]]:
    """Read the labels of both files: name → locale → text."""
    return {name: texts for each in _LABELS for name, texts in data(each).items()}


def _read(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)


def _write_yaml(content: Any, path: Path) -> None:
    path.write_text(yaml.dump(content, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False), encoding="utf-8")
