"""The lock of the addresses: what is in it stays, and what is promised is in it."""

import pytest

from publish.checks.address_lock import published, record, recorded
from source.layout import Layout
from source.problems.problem import SourceError
from support.limits import files_of_at_most

FILES = ["index.html", "a/index.html", "a/card.png", "a/b/index.html", "a/myindex.html", "data/x.csv", ".well-known/y"]
NOT_PROMISED = ["assets/0123/style.css", "search/tr.json", "logos/deneme.webp"]
ADDRESSES = {"./", "a/", "a/card.png", "a/b/", "a/myindex.html", "data/x.csv", ".well-known/y"}


@pytest.fixture
def layout(tmp_path):
    (tmp_path / "data").mkdir()
    return Layout(tmp_path)


def test_addresses_of_a_site_are_folders_and_files(tmp_path):
    for name in FILES + NOT_PROMISED:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert published(tmp_path) == ADDRESSES


def test_what_is_recorded_stays_and_what_is_new_is_added(layout):
    assert list(recorded(layout)) == []
    record(layout, {"b/", "a/"})
    record(layout, {"c/", "./"})
    lines = layout.addresses.read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not line.startswith("#")] == ["./", "a/", "b/", "c/"]
    assert [(number, lines[number - 1]) for number, _ in recorded(layout)] == list(recorded(layout))
    assert [address for _, address in recorded(layout)] == ["./", "a/", "b/", "c/"]


def test_lock_says_what_it_is_and_stays_the_same(layout):
    record(layout, {"a/"})
    before = layout.addresses.read_bytes()
    assert before.startswith(b"# Every address")
    record(layout, set())
    assert layout.addresses.read_bytes() == before


def test_lines_about_what_is_not_promised_count_for_nothing(layout):
    layout.addresses.write_text(
        "# words\n\n" + "".join(f"{each}\n" for each in [*NOT_PROMISED, "a/"]), encoding="utf-8"
    )
    assert list(recorded(layout)) == [(len(NOT_PROMISED) + 3, "a/")]


@pytest.mark.parametrize("content", [b"", b"\n \n", b"\xff/\n"])
def test_a_lock_that_says_nothing_is_not_taken_for_a_new_one(layout, content):
    layout.addresses.write_bytes(content)
    with pytest.raises(SourceError):
        record(layout, {"a/"})
    assert layout.addresses.read_bytes() == content


def test_a_full_disk_keeps_the_lock(layout):
    record(layout, {"a/"})
    before = layout.addresses.read_bytes()
    with files_of_at_most(len(before)), pytest.raises(SourceError, match=r"^data/addresses.lock:1:1: file-unwritable"):
        record(layout, {"b/"})
    assert layout.addresses.read_bytes() == before
