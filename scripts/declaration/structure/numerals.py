"""How a source prints numbers: 3, c, III."""

_ROMAN = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def filled(printed: str, number: str) -> str:
    """Return how a number or a letter is printed."""
    roman = _roman(int(number)) if number.isdecimal() else ""
    return printed.replace("{number}", number).replace("{letter}", number).replace("{roman}", roman)


def _roman(value: int) -> str:
    for least, digits in _ROMAN:
        if value >= least:
            return digits + _roman(value - least)
    return ""
