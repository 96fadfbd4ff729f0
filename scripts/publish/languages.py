"""What a language is like, as the Unicode Consortium's data has it (CLDR)."""

from functools import cache
from typing import Literal

from babel import Locale

Direction = Literal["ltr", "rtl"]


@cache
def direction(locale: str) -> Direction:
    """Return in which direction lines of a language run: "rtl" from right to left."""
    return "rtl" if Locale.parse(locale).text_direction == "rtl" else "ltr"


def name_of(locale: str, reader: str) -> str:
    """Return what a language is called in the language of a reader: "Türkçe", "Turkish"."""
    return Locale.parse(locale).get_display_name(reader) or locale
