"""Names that Windows keeps for devices."""

import re
from pathlib import PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from source.files import is_device_name

NAMES = st.from_regex("[a-z]{1,3}[0-9]?(-[a-z]{2})?(\\.png)?", fullmatch=True)


@pytest.mark.parametrize(
    "name", ["con", "prn", "aux", "nul", "com1", "com9", "lpt1", "lpt9", "CON", "nul.png", "aux.tar.gz"]
)
def test_devices(name: str) -> None:
    assert is_device_name(name)


@pytest.mark.parametrize("name", ["", "con-bursa", "cons", "icon", "com", "com10", "lpt", "konya", "png.con"])
def test_other_names(name: str) -> None:
    assert not is_device_name(name)


@given(NAMES | st.sampled_from(["con", "lpt3", "nul.png"]))
def test_agrees_with_the_standard_library(name: str) -> None:
    zeroth = re.match("(com|lpt)0", name)  # Windows keeps these, too, says its documentation; the library does not know
    assert is_device_name(name) == (PureWindowsPath(name).is_reserved() or zeroth is not None)
