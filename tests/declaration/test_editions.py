"""Which edition the site shows."""

from declaration.editions import load_editions, root_edition
from source.layout import Layout
from support.repository import ROOT

EDITIONS = load_editions(Layout(ROOT))


def test_editions_are_in_the_order_of_their_adoption():
    assert [each.adopted for each in EDITIONS] == sorted(each.adopted for each in EDITIONS)


def test_the_only_text_has_the_addresses_without_a_key():
    assert [each.key for each in EDITIONS if each.is_root] == ["2021"]
    assert root_edition(EDITIONS)[0].key == "2021"
