"""The generator: the files of a project that are the same for every declaration."""

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from source.files import read_text, write_text
from source.layout import Layout

_FOLDERS = ("scripts", "overrides", "vendor", "docs/assets", ".github/ISSUE_TEMPLATE", ".github/workflows")
_FILES = (
    "ARCHITECTURE.md",
    "DECISIONS.md",
    "Makefile",
    "pyproject.toml",
    "requirements*.lock",
    ".gitattributes",
    ".gitignore",
    "data/codehost.yaml",
    "data/interface.yaml",
    "data/launch.yaml",
    "data/messages/*.po",
    "data/rules.yaml",
)
"""What a project is checked and built with. Not the tests: many are about the words of one declaration."""
_LEFT_OUT = ("__pycache__/*", "ISSUE_TEMPLATE/signatory.yml", "ISSUE_TEMPLATE/change.yml", "workflows/proof.yml")
"""What is made on the spot, from the data of the project, and the workflow that runs tests alone."""
_COLOUR = re.compile(r"^  (?P<name>--tile|--tile-wash): [^;]*;", re.MULTILINE)
"""The one colour of the site, for links, numbers and the ornament."""
_COLOURS = {"--tile": "light-dark(#37415a, #b7c3dd)", "--tile-wash": "light-dark(#e8eaf1, #23293a)"}
"""A colour that means nothing, until the project chooses its own."""
_TOKENS = "docs/assets/css/tokens.css"
_NAME, _DESCRIPTION = (re.compile(f'(?<=^{field} = ")[^"]*', re.MULTILINE) for field in ("name", "description"))
_PROOF = re.compile(r"(?<=--proof )\S+")
"""The name of the DNS record by which applicants prove who they are."""
_BOTH = re.compile(r'(?:(?<=: )|(?<=")|(?<=::error::))(?P<tr>[^":·\n][^"·\n]*) · (?P<en>[^"·\n]+)')
"""What people read in both languages: the name of a job or a step, what is asked for before a run, a line of output."""
_OF_TESTS = re.compile(
    r"""^QUICK[ ]+:=(?:.*\\\n)*.*\n
      | ^(?:\#[ ]All[ ]that[ ]`make[ ](?:test-quick|proof|mutants)`.*\n)?
        (?:test-quick|proof|fuzz|bench|mutants|\$\(VENV\)/\.(?:quick|proof|mutants)):.*\n(?:\t.*\n)+\n
      | (?<=[ ])(?:test-quick|proof|fuzz|bench|mutants)[ ](?=.*clean$)
      | [ ]\$\(VENV\)/\.quick$
      | ^[ ]{2}proof:\n(?:[ ]{4}.*\n)+\n | ,[ ]proof(?=\])
      | ^.*workflows/proof\.yml.*\n""",
    re.VERBOSE | re.MULTILINE,
)
"""What needs the tests, in the Makefile, the workflows and the launch list."""
_TEST = re.compile(r"(?<=## )Run every test.*")
"""What `make help` says of `make test`, which in a project without tests is another thing."""


def copy_generator(layout: Layout, target: Path, name: str, messages: tuple[str, ...]) -> None:
    """Copy the generator into a folder; `name` is that of the project in a to z, digits and hyphens.

    `messages` are the languages of what people read in these files, such as the names of jobs.
    """
    for path in _files(layout.root):
        copy = target / path.relative_to(layout.root)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(path, copy)
    _change(target / _TOKENS, _COLOUR, lambda found: f"  {found['name']}: {_COLOURS[found['name']]};")
    for changed in ("Makefile", "data/launch.yaml", ".github/workflows/release.yml"):
        _change(target / changed, _OF_TESTS, lambda _: "")
    _change(target / "Makefile", _TEST, lambda _: "Check everything, and build the site")
    for workflow in (target / ".github/workflows").glob("*.yml"):
        _change(workflow, _PROOF, lambda _: f"_{name}")
    if len(messages) == 1:
        _in_one_language(target, messages[0])
    _rename(target, name)


def _in_one_language(target: Path, language: str) -> None:
    """Leave one language of what people read in files, and likewise in the jobs that the launch list requires."""
    written = [target / "Makefile", *(target / ".github/workflows").glob("*.yml")]
    found = [each for path in written for each in _BOTH.finditer(read_text(path, path.name))]
    words = {each[0]: each[language] for each in found}
    for path in (*written, target / "data/launch.yaml"):
        text = read_text(path, path.name)
        for both in sorted(words, key=len, reverse=True):
            text = text.replace(both, words[both])
        write_text(path, text, path.name)


def _rename(target: Path, name: str) -> None:
    """Give the project its name; the locks name it as what needs a package."""
    project = target / "pyproject.toml"
    (present,) = _NAME.findall(read_text(project, project.name))
    _change(project, _NAME, lambda _: name)
    _change(project, _DESCRIPTION, lambda _: "The website of a declaration and the generator behind it")
    for lock in target.glob("requirements*.lock"):
        _change(lock, re.compile(rf"\b{re.escape(present)}(?= \(pyproject)"), lambda _: name)


def _files(root: Path) -> Iterator[Path]:
    for folder in _FOLDERS:
        for path in sorted((root / folder).rglob("*")):
            if path.is_file() and not any(path.match(pattern) for pattern in _LEFT_OUT):
                yield path
    for pattern in _FILES:
        yield from sorted(root.glob(pattern))


def _change(path: Path, pattern: re.Pattern[str], by: Callable[[re.Match[str]], str]) -> None:
    write_text(path, pattern.sub(by, read_text(path, str(path))), str(path))
