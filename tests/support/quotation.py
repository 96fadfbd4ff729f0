"""How a provision is quoted by itself: what it hangs from is written out by hand in the cases."""

from support.golden import load
from support.texts import TEXT

_HANGING = {
    (case["kind"], locale): tuple(case[locale]) for case in load("declaration/quotations.yaml") for locale in TEXT
}


def hanging(provision_id: str, locale: str) -> tuple[str, str]:
    """Return the words before and after those of a provision; "" where there are none."""
    return _HANGING.get((TEXT[locale].provision(provision_id).kind, locale), ("", ""))


def quotation(provision_id: str, locale: str) -> str:
    """Return the words of a provision with what they hang from; no quotation ends with a comma or a semicolon."""
    before, after = hanging(provision_id, locale)
    return f"{before} {TEXT[locale].provision(provision_id).text} {after}".strip().rstrip(",;")
