"""Words and near misses, as people write them."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from registry.dates import PartialDate
from registry.words import date_words, near_misses
from registry.words.date_words import UNKNOWN, Meaning
from support.golden import cases
from support.registry import EVIDENCE_KINDS, KINDS, REFERENCE, SIGNATORY

MEANINGS = {
    "province": lambda text: near_misses.place(text, REFERENCE.places),
    "kind": lambda text: near_misses.choice(text, KINDS),
    "evidence": lambda text: near_misses.choice(text, EVIDENCE_KINDS),
    "edition": lambda text: near_misses.edition(text, REFERENCE.editions),
    "date": date_words.date,
    "key": lambda text: Meaning(near_misses.near(text, [field.key for field in SIGNATORY]), certain=False),
}


@cases("registry/near_misses.yaml")
def test_what_a_text_means(case: dict[str, Any]) -> None:
    find = MEANINGS[case["case"]]
    for text, value in case.get("certain", {}).items():
        assert find(str(text)) == Meaning(value, certain=True), text
    for text, value in case.get("likely", {}).items():
        assert find(str(text)) == Meaning(value, certain=False), text
    for text in case.get("unknown", ()):
        assert find(str(text)) == UNKNOWN, text
    for text in case.get("several", ()):
        assert date_words.are_several(text), text
        assert find(text) == UNKNOWN, text


def test_the_edition_is_read_from_a_text_of_at_most_sixty_characters() -> None:
    assert MEANINGS["edition"]("2021".ljust(60, ".")) == Meaning("2021", certain=True)
    assert MEANINGS["edition"]("2021".ljust(61, ".")) == UNKNOWN


def test_a_date_is_read_from_a_text_of_at_most_two_hundred_characters() -> None:
    assert date_words.date("5 Ocak 2022".ljust(200, ".")) == Meaning("2022-01-05", certain=True)
    assert date_words.date("5 Ocak 2022".ljust(201, ".")) == UNKNOWN


@given(st.dates())
def test_a_day_is_read_as_turks_write_it(day: Any) -> None:
    if 1900 <= day.year < 2100:
        written = Meaning(day.isoformat(), certain=True)
        for text in (
            f"{day.day}.{day.month}.{day.year}",
            f"{day.day}/{day.month:02}/{day.year}",
            f"{day.day:02} {day.month:02} {day.year}",
            f"{day.year}{day.month:02}{day.day:02}",
            f"{day.day}.{day.month}.{day.year} - 14:00",
            day.isoformat(),
        ):
            assert date_words.date(text) == written


@given(st.dates(), st.dates())
def test_two_days_are_never_one(one: Any, other: Any) -> None:
    if 1900 <= one.year < 2100 and 1900 <= other.year < 2100 and one != other:
        for text in (f"{one} - {other}", f"{one:%d.%m.%Y} ve {other:%d.%m.%Y}", f"{one:%d.%m.%Y}-{other:%d.%m.%Y}"):
            assert date_words.are_several(text), text
            assert date_words.date(text) == UNKNOWN


@given(st.text(max_size=200))
def test_a_meaning_always_passes(text: str) -> None:
    if date := date_words.date(text).value:
        PartialDate.parse(date)
    assert MEANINGS["province"](text).value in {"", *map(str, REFERENCE.places)}
    assert MEANINGS["kind"](text).value in {"", *(choice.value for choice in KINDS)}
