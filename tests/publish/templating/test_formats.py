"""What a format escapes reaches its reader as it is."""

import pytest

from publish.templating.formats import _css

STRINGS = {
    "Deneme & Örnek’s": '"Deneme & Örnek’s"',
    "Deneme'nin": '''"Deneme'nin"''',
    'Deneme "Belediyesi"': '"Deneme \\22 Belediyesi\\22 "',
    "a\\b": '"a\\5c b"',
    "bir\niki": '"bir\\a iki"',
}


@pytest.mark.parametrize("text", STRINGS)
def test_a_string_of_css_says_the_text(text):
    assert _css(text) == STRINGS[text]
