"""The threat model names what stops whom, in both languages alike, and nothing that is not there."""

import re

import pytest

from support.repository import ROOT

TURKISH, ENGLISH = (ROOT / "SECURITY.md").read_text(encoding="utf-8").split("\n# Security\n")
ROWS = [[row.split("|")[1:-1] for row in half.splitlines() if row.startswith("|")] for half in (TURKISH, ENGLISH)]


def _files(row):
    return re.findall(r"`([^`]+)`", row[-1])


def test_both_languages_name_the_same():
    turkish, english = ROWS
    assert [_files(row) for row in turkish] == [_files(row) for row in english]
    assert [bool(row[0].strip()) for row in turkish] == [bool(row[0].strip()) for row in english]


@pytest.mark.parametrize("row", ROWS[1][2:], ids=lambda row: row[1].strip())
def test_every_row_names_files_that_exist(row):
    assert _files(row)
    assert [name for name in _files(row) if not (ROOT / name).exists()] == []


@pytest.mark.parametrize("wanted", ["a word", "a signature", "an address", "another’s time"])
def test_every_way_to_harm_is_there(wanted):
    assert any(f"**{wanted}**" in row[0] for row in ROWS[1])
