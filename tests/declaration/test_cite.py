"""A citation has the fields that the Citation Style Language names, and nothing else."""

from dataclasses import replace
from datetime import date

import pytest

from declaration.cite import Citation
from declaration.editions import load_editions, root_edition
from source.layout import Layout
from support.repository import ROOT

CITED = Citation(
    section="c3",
    edition=root_edition(load_editions(Layout(ROOT)))[0],
    locale="en",
    title="Istanbul Declaration for Refugees, Commitment 3",
    note="unofficial translation",
    translated=None,
    site="Deneme",
    url="https://deneme.example/en/c3/",
    accessed=date(2026, 1, 2),
)
EXPECTED = {
    "id": "2021-c3-en",
    "type": "webpage",
    "title": "Istanbul Declaration for Refugees, Commitment 3",
    "container-title": "Deneme",
    "issued": {"date-parts": [[2021, 8, 25]]},
    "version": "2021",
    "section": "c3",
    "language": "en",
    "URL": "https://deneme.example/en/c3/",
}


@pytest.mark.parametrize(("note", "genre"), [("unofficial translation", {"genre": "unofficial translation"}), ("", {})])
def test_an_item_of_csl(note, genre):
    assert replace(CITED, note=note).csl() == EXPECTED | genre


def test_the_whole_text_has_no_section():
    expected = {name: value for name, value in EXPECTED.items() if name != "section"}
    assert replace(CITED, section="", note="").csl() == expected | {"id": "2021-en"}
