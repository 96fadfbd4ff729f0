"""Near misses, as people write them."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from registry import guess
from registry.dates import PartialDate
from registry.fields import EVIDENCE_KINDS, KINDS, SIGNATORY
from support.golden import cases
from support.registry import REFERENCE

GUESSES = {
    "province": lambda text: guess.province(text, REFERENCE.provinces),
    "kind": lambda text: guess.choice(text, KINDS),
    "evidence": lambda text: guess.choice(text, EVIDENCE_KINDS),
    "date": guess.date,
    "key": lambda text: guess.near(text, [field.key for field in SIGNATORY]),
    "en": lambda text: guess.name(text, "en"),
    "tr": lambda text: guess.name(text, "tr"),
}


@cases("registry/guess.yaml")
def test_guesses(case: dict[str, Any]) -> None:
    made = {text: GUESSES[case["case"]](str(text)) for text in case["meant"]}
    assert made == case["meant"]


@given(st.dates())
def test_a_day_is_guessed_from_how_turks_write_it(day: Any) -> None:
    if day.year >= 1000:
        assert guess.date(f"{day.day}.{day.month}.{day.year}") == day.isoformat()
        assert guess.date(f"{day.day}/{day.month:02}/{day.year}") == day.isoformat()


@given(st.text(max_size=200))
def test_a_guess_always_passes(text: str) -> None:
    if date := guess.date(text):
        PartialDate.parse(date)
    assert GUESSES["province"](text) in {"", *map(str, REFERENCE.provinces)}
    assert GUESSES["kind"](text) in {"", *(choice.value for choice in KINDS)}
