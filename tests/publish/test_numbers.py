import pytest
from hypothesis import given
from hypothesis import strategies as st

from publish.numbers import number
from support.node import node


@pytest.fixture(scope="module")
def icu():
    with node("(locale, value) => value.toLocaleString(locale)") as process:
        yield process


@pytest.mark.parametrize("locale", ["tr", "en"])
@given(value=st.integers(0, 10**7))
def test_numbers_are_written_as_in_icu(icu, locale, value):
    assert number(value, locale) == icu.ask(locale, value)
