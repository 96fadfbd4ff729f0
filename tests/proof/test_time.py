"""Time: what a stranger wrote is read in time that grows with its length, and no faster."""

import random
from pathlib import Path

import pytest

from registry.draft import Draft
from registry.file.document import Document
from registry.file.merge_files import merge_files
from registry.requests.intake import has_form, read_request, understood
from registry.words.personal_data import masked
from source.files import decode
from source.problems.problem import SourceError
from source.problems.report import FORMATS
from source.yaml.reader import compose
from support.floods import FLOODS, UNITS, bodies
from support.growth import MOST, growth
from support.registry import BASE, CASES, DEFINITION, REFERENCE, check, render

FORM = (CASES / "request.md").read_text(encoding="utf-8")
_OF_REQUESTS = (32_000,)
"""Characters: the code host allows 65,536 in a request."""
_OF_LETTERS = (8_000,)
"""Of what is no form, 20,000 are read."""
MARKS = ("a@b.example ", "a%40b.example ", "0555 000 00 00 %41", "10000000146 &#64; ", "# a@\n# b.example\n")


class Commands:
    """What is done to a file of the registry, in a folder."""

    def __init__(self, folder: Path) -> None:
        self.files = {name: folder / f"{name}.yaml" for name in ("base", "ours", "theirs")}
        self.files["base"].write_text(BASE, encoding="utf-8")

    def check(self, text: str) -> None:
        """Judge it, and say what is wrong with it in every format."""
        self.files["theirs"].write_bytes(text.encode())
        found = check(self.files["theirs"], "x", REFERENCE)
        for told in FORMATS.values():
            told(found)

    def format(self, text: str) -> None:
        """Lay it out."""
        try:
            render(Document.from_yaml(decode(text.encode(), "x"), "x"))
        except SourceError as error:
            str(error)

    def merge(self, text: str) -> None:
        """Merge it with a version of which many fields are others."""
        self.files["ours"].write_bytes(text.replace("kind: ", "kind: x").encode())
        self.files["theirs"].write_bytes(text.encode())
        merge_files(self.files["base"], self.files["ours"], self.files["theirs"], DEFINITION, "x")


@pytest.mark.parametrize("name", FLOODS)
@pytest.mark.parametrize("command", ["check", "merge"])
def test_twice_as_long_a_file_takes_twice_as_long(command: str, name: str, tmp_path: Path) -> None:
    assert growth(getattr(Commands(tmp_path), command), FLOODS[name]) <= MOST


def test_a_long_line_takes_no_longer_than_many(tmp_path: Path) -> None:
    """At the length at which looking for each text in the whole line took 20 seconds."""
    flood = FLOODS["one line of flow style and a backslash"]
    assert growth(Commands(tmp_path).check, flood, (300_000,)) <= MOST


@pytest.mark.parametrize("mark", MARKS)
def test_twice_as_many_marks_take_twice_as_long_to_mask(mark: str) -> None:
    assert growth(masked, lambda size: mark * (size // len(mark))) <= MOST


@pytest.mark.parametrize("unit", UNITS)
def test_twice_as_long_a_request_takes_twice_as_long(unit: str) -> None:
    for place, make in bodies(unit).items():
        for sizes in (_OF_LETTERS, _OF_REQUESTS):
            assert growth(_read_request, make, sizes) <= MOST, (place, sizes)


@pytest.mark.parametrize("seed", range(12))
def test_fuzzed_files_and_requests_take_no_longer(seed: int, tmp_path: Path) -> None:
    """A flood of random pieces, at a random place of a file or of a request."""
    chance = random.Random(seed)  # noqa: S311 - the same files every time
    unit = "".join(chance.choices(UNITS, k=chance.randint(1, 5)))
    line = chance.choice(BASE.splitlines(keepends=True)[:24])
    question = chance.choice([each for each in FORM.splitlines(keepends=True) if each.startswith("###")])
    flood = lambda size: unit * (size // len(unit))  # noqa: E731
    commands = Commands(tmp_path)
    for command in (commands.check, commands.format, commands.merge):
        for before, after in ((line, f"{line.rstrip()} "), (line, line + " "), (line, f"{line}# ")):
            assert (
                growth(command, lambda size, b=before, a=after: BASE.replace(b, a + flood(size) + "\n", 1)) <= MOST
            ), unit
    assert (
        growth(_read_request, lambda size: FORM.replace(question, f"{question}\n{flood(size)}\n", 1), _OF_REQUESTS)
        <= MOST
    ), unit


def _read_request(body: str) -> None:
    has_form(body, REFERENCE)
    understood(body, REFERENCE)
    try:
        read_request(body, "x", Draft(BASE, compose(BASE, "x"), REFERENCE))
    except SourceError as error:
        str(error)
