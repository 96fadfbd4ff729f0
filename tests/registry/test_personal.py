"""What belongs to a person, and what does not."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from registry import personal
from support.golden import cases


@cases("registry/personal.yaml")
def test_finds_what_belongs_to_a_person(case: dict[str, Any]) -> None:
    find = getattr(personal, case["case"])
    for around in ("{}", "# bkz. {} son", '"{}"'):
        assert [text for text in case["found"] if not list(find(around.format(text)))] == []
        assert [text for text in case["passed"] if list(find(around.format(text)))] == []


@given(st.lists(st.integers(0, 9), min_size=8, max_size=8), st.integers(1, 9))
def test_nine_digits_have_one_pair_of_check_digits(rest: list[int], first: int) -> None:
    """Of the hundred ways to complete nine digits exactly one is an identity number."""
    nine = "".join(map(str, [first, *rest]))
    found = [end for end in range(100) if list(personal.identity_numbers(f"{nine}{end:02}"))]
    assert len(found) == 1


@given(st.text(), st.sampled_from(["kisi@deneme.example", "0555 000 00 00", "10000000146"]))
def test_is_found_behind_anything(text: str, mark: str) -> None:
    finders = (personal.emails, personal.phones, personal.identity_numbers)
    assert any(list(find(f"{text}\n{mark}")) for find in finders)
