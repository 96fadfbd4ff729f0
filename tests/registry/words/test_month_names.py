"""Dates with the names of months of other languages, as the CLDR writes them."""

from datetime import date

import pytest
from babel.dates import format_date

from registry.words import date_words
from registry.words.date_words import UNKNOWN, Meaning

LANGUAGES = [
    *("az", "bg", "bs", "ca", "cs", "da", "de", "el", "es", "et", "fa", "fi", "fr", "gl", "hr", "hu", "hy", "id", "is"),
    *("it", "ka", "lt", "mk", "nb", "nl", "pl", "pt", "ro", "ru", "sk", "sl", "sq", "sr", "sv", "uk", "uz", "vi"),
]


@pytest.mark.parametrize("locale", LANGUAGES)
def test_every_month_is_read_as_it_is_written_in_its_language(locale):
    wrong = []
    for month in range(1, 13):
        day = date(2022, month, 25)
        for form in ("long", "medium", "d MMMM y", "MMMM y", "LLLL y"):
            written = format_date(day, form, locale=locale)
            expected = f"{day:%Y-%m}" if form in ("MMMM y", "LLLL y") else f"{day}"
            if date_words.date(written, locales=(locale, "en")) != Meaning(expected, certain=True):
                wrong.append(written)
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "locales", "value"),
    [
        ("1er mars 2022", ("fr",), "2022-03-01"),
        ("le 12 Février 2022", ("fr",), ""),
        ("1º de março de 2022", ("pt",), "2022-03-01"),
        ("12 MÄRZ 2022", ("de", "fr"), "2022-03-12"),
        ("12 mars 2022", ("de", "fr"), "2022-03-12"),
        ("12 march 2022", ("fr",), "2022-03-12"),
        ("12 mart 2022", ("fr",), "2022-03-12"),
        ("12 mars 2022", ("xx", "fr"), "2022-03-12"),
        ("31 février 2022", ("fr",), "2022-02"),
    ],
)
def test_a_date_is_read_in_the_languages_of_the_registry(text, locales, value):
    assert date_words.date(text, locales=locales).value == value
    assert date_words.is_impossible("31 février 2022", ("fr",))
    assert date_words.are_several("12 mars 2022 et 13 avril 2022", ("fr",))


def test_months_of_other_languages_are_no_dates():
    assert date_words.date("12 février 2022") == UNKNOWN
    assert date_words.date("12 février 2022", locales=("tr", "en")) == UNKNOWN
