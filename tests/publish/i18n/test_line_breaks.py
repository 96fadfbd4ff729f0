"""Line breaking: dates and symbols stay whole, and joined the pieces are the text."""

import pytest
from babel.dates import get_month_names
from markupsafe import Markup

from publish.i18n.line_breaks import pieces
from support.golden import load

CASES = load("publish/unbroken.yaml")


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:40] for case in CASES])
def test_what_no_line_parts(case):
    found = list(pieces(case["text"], case["locale"]))
    assert "".join(piece.text for piece in found) == case["text"]
    assert [piece.text for piece in found if piece.unbroken] == case["unbroken"]


def test_the_label_of_a_provision_stays_whole():
    text = "İstanbul Deklarasyonu, Gerekçe 1, 25 Ağustos 2021, Gerekçe 13"
    found = [piece.text for piece in pieces(text, "tr", "Gerekçe 1") if piece.unbroken]
    assert found == ["Gerekçe 1", "25 Ağustos 2021"]


@pytest.mark.parametrize("locale", ["tr", "en", "ar"])
def test_every_month_of_a_language_is_known(locale):
    for month in get_month_names("wide", "format", locale).values():
        assert [piece.unbroken for piece in pieces(f"16 {month} 2018", locale)] == [True]


def test_markup_stays_markup_and_text_stays_text():
    assert {type(piece.text) for piece in pieces(Markup("<b>25 August 2021</b> &amp; 2"), "en")} == {Markup}
    assert {type(piece.text) for piece in pieces("<b>25 August 2021</b>", "en")} == {str}
