"""Which edition the site shows."""

from dataclasses import replace
from datetime import date

from declaration.editions import load_editions, present_edition
from source.layout import Layout
from support.repository import ROOT

EDITIONS = load_editions(Layout(ROOT))


def test_editions_are_in_the_order_of_their_adoption():
    assert [each.adopted for each in EDITIONS] == sorted(each.adopted for each in EDITIONS)


def test_present_edition_is_the_newest_whose_words_are_here():
    edition, text = present_edition(EDITIONS)
    earlier = replace(edition, key="2001", adopted=date(2001, 1, 1))
    unseen = replace(edition, key="2031", adopted=date(2031, 1, 1), text=None)
    later = replace(unseen, text=text)
    assert present_edition((earlier, edition, unseen)) == (edition, text)
    assert present_edition((earlier, edition, later)) == (later, text)
