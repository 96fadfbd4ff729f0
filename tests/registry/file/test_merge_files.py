"""Merging the files of a registry: whatever they hold, nothing that no side deleted is missing from the outcome."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from registry.file.conflicts import OURS, THEIRS
from registry.file.document import Document, Entry
from registry.file.merge_files import merge_files
from source.problems.problem import SourceError
from support.limits import files_of_at_most
from support.registry import DEFINITION, render

NAME = "data/signatories.yaml"
SIDES = ("base", "ours", "theirs")


def listed(entries: dict[str, dict[str, str]]) -> bytes:
    return render(Document.of((), (Entry({"id": key, **rest}) for key, rest in entries.items()))).encode()


FIELDS = st.fixed_dictionaries({}, optional={"kind": st.sampled_from(["town", "union"]), "logo": st.just("x")})
READABLE = st.dictionaries(st.sampled_from("abcdefgh"), FIELDS).map(listed)
UNREADABLE = READABLE.flatmap(
    lambda text: st.sampled_from([text + end for end in (b"[", b"\xff", b"\0", b"\r\n- x", b"\nid: z")])
)
ANY = READABLE | UNREADABLE | st.just(b"")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for side, identifiers in zip(SIDES, ("a", "al", "ar"), strict=True):
        (tmp_path / side).write_bytes(listed({each: {} for each in identifiers}))
    return tmp_path


def merged(folder: Path, name: str = NAME) -> list[str]:
    """Merge; return where the problems are, and their rules."""
    problems = merge_files(*(folder / side for side in SIDES), DEFINITION, name)
    return [f"{problem.path}:{problem.line}:{problem.column}: {problem.rule}" for problem in problems]


def outcome(folder: Path) -> list[bytes]:
    return (folder / "ours").read_bytes().split(b"\n")


def write(folder: Path, *contents: bytes) -> None:
    for side, content in zip(SIDES, contents, strict=True):
        (folder / side).write_bytes(content)


def ids(text: bytes) -> set[str]:
    return {entry["id"] for entry in yaml.load(text, yaml.BaseLoader)["signatories"]}  # noqa: S506


@pytest.mark.slow
@given(READABLE, READABLE, READABLE)
def test_every_entry_that_no_side_deleted_is_there(
    tmp_path_factory: pytest.TempPathFactory, base: bytes, ours: bytes, theirs: bytes
) -> None:
    write(folder := tmp_path_factory.mktemp("merge"), base, ours, theirs)
    problems = merged(folder)
    kept = (ids(ours) & ids(theirs)) | (ids(ours) - ids(base)) | (ids(theirs) - ids(base))
    assert {f"  - id: {each}".encode() for each in kept} <= set(outcome(folder))
    assert (OURS.encode() in outcome(folder)) == (problems != [])


@given(ANY, UNREADABLE, ANY, st.permutations(SIDES))
def test_every_line_is_there_where_a_side_cannot_be_read(
    tmp_path_factory: pytest.TempPathFactory, one: bytes, other: bytes, third: bytes, order: list[str]
) -> None:
    contents = dict(zip(order, (one, other, third), strict=True))
    write(folder := tmp_path_factory.mktemp("merge"), *(contents[side] for side in SIDES))
    problems = merged(folder)
    lines = {line.removesuffix(b"\r") for line in outcome(folder)}
    for side in ("ours", "theirs"):
        assert {line.removesuffix(b"\r") for line in contents[side].split(b"\n")} <= lines | {b""}
    assert any(place.startswith(f"{NAME} ({order[1]}):") for place in problems)
    if contents["ours"] != contents["theirs"]:
        assert {OURS.encode(), THEIRS.encode()} <= lines
        line = [each.removesuffix(b"\r") for each in outcome(folder)].index(OURS.encode()) + 1
        assert problems[-1] == f"{NAME}:{line}:1: merge-conflict"


def test_without_a_name_the_files_are_named(folder: Path) -> None:
    (folder / "theirs").write_bytes(b"signatories: [\n")
    assert merged(folder, "") == [f"{folder}/theirs:2:1: yaml-syntax", f"{folder}/ours:1:1: merge-conflict"]


def test_all_that_cannot_be_read_is_told_at_once(folder: Path) -> None:
    write(folder, b"\n", b"[", b"\xff")
    assert merged(folder) == [
        f"{NAME} (base):1:1: file-empty",
        f"{NAME} (ours):2:1: yaml-syntax",
        f"{NAME} (theirs):1:1: file-encoding",
        f"{NAME}:1:1: merge-conflict",
    ]


def test_sides_that_are_equal_have_no_markers(folder: Path) -> None:
    write(folder, b"", b"[", b"[")
    assert [place.rpartition(" ")[2] for place in merged(folder)] == ["yaml-syntax", "yaml-syntax"]
    assert outcome(folder) == [b"["]


def test_without_git_one_side_follows_the_other(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(folder))
    write(folder, b"", b"a\nb\n", b"a\nc")
    merged(folder)
    assert b"\n".join(outcome(folder)) == b"<<<<<<< ours\na\nb\n=======\na\nc\n>>>>>>> theirs\n"


def test_with_git_equal_lines_are_there_once(folder: Path) -> None:
    write(folder, b"", b"a\nb\n", b"a\nc\n")
    merged(folder)
    assert b"\n".join(outcome(folder)) == b"a\n<<<<<<< ours\nb\n=======\nc\n>>>>>>> theirs\n"


@pytest.mark.parametrize("side", ["ours", "theirs"])
def test_a_side_that_is_not_there_leaves_ours_alone(folder: Path, side: str) -> None:
    ours = (folder / "ours").read_bytes()
    (folder / side).unlink()
    with pytest.raises(SourceError, match="file-missing"):
        merged(folder)
    assert side == "ours" or (folder / "ours").read_bytes() == ours


def test_a_base_that_is_not_there_cannot_be_read(folder: Path) -> None:
    (folder / "base").unlink()
    assert [place.rpartition(" ")[2] for place in merged(folder)] == ["file-missing", "merge-conflict"]
    assert {b"  - id: l", b"  - id: r"} <= set(outcome(folder))


@pytest.mark.parametrize("side", ["ours", "theirs"])
def test_a_side_without_content_deletes_nothing(folder: Path, side: str) -> None:
    (folder / side).write_bytes(b"")
    assert merged(folder) == [f"{NAME} ({side}):1:1: file-empty", f"{NAME}:1:1: merge-conflict"]
    assert b"  - id: a" in outcome(folder)


@pytest.mark.parametrize("end", [b"", b"["])
def test_a_full_disk_leaves_ours_whole(folder: Path, end: bytes) -> None:
    theirs, ours = folder / "theirs", (folder / "ours").read_bytes()
    theirs.write_bytes(theirs.read_bytes() + end)
    with files_of_at_most(len(ours)), pytest.raises(SourceError, match=f"{NAME}:1:1: file-unwritable"):
        merged(folder)
    assert (folder / "ours").read_bytes() == ours
    assert sorted(path.name for path in folder.iterdir()) == sorted(SIDES)
