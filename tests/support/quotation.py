"""How a provision is quoted alone: the rest of its sentence is written out in the cases."""

from support.golden import load
from support.texts import TEXT

_HANGING = {
    (case["kind"], locale): tuple(case[locale]) for case in load("declaration/quotations.yaml") for locale in TEXT
}


def hanging(provision_id: str, locale: str) -> tuple[str, str]:
    """Return the words before and after a provision that complete its sentence; "" if there are none."""
    return _HANGING.get((TEXT[locale].provision(provision_id).kind, locale), ("", ""))


def quotation(provision_id: str, locale: str) -> str:
    """Return a provision as a complete sentence; no quotation ends with a comma or a semicolon."""
    before, after = hanging(provision_id, locale)
    return f"{before} {TEXT[locale].provision(provision_id).text} {after}".strip().rstrip(",;")
