"""Rules about dates. A partial date breaks one only if every day that it may mean does."""

import datetime as dt
import re
from collections.abc import Iterator

from registry.dates import PartialDate
from registry.draft import Draft, signatures_of
from registry.fields import DATE_SIGNED, DATE_WITHDRAWN, DAY, VERIFIED
from registry.pack import pack_of
from registry.rule import Finding, quoted, rule
from registry.words import date_words
from source.problems import Message
from source.yaml.nodes import Fields, Scalar

_FORMS, _DAY_FORM = Message("YYYY, YYYY-MM or YYYY-MM-DD"), Message("YYYY-MM-DD")
_EXAMPLES = {field.key: field.example for field in (DATE_SIGNED, VERIFIED)}


@rule(wrong="date: 5 Ocak 2022")
def date_form(draft: Draft) -> Iterator[Finding]:
    """A date is a year, a month or a day: YYYY, YYYY-MM or YYYY-MM-DD; `verified` is a day."""
    beside, locales = pack_of(draft.reference).beside_dates, draft.reference.definition.locales
    for key, date in draft.dates:
        if not _has_form(key, date.text):
            meant = date_words.date(date.text, beside, locales).value
            form = _DAY_FORM if key == "verified" else _FORMS
            message = Message("{date} is not a date of this form: {form}.", date=quoted(date.text), form=form)
            yield Finding(date, message, key, meant if _has_form(key, meant) else "", _EXAMPLES[key])


@rule(wrong="date: 2099-01-01")
def date_future(draft: Draft) -> Iterator[Finding]:
    """No date is in the future."""
    for key, date in draft.dates:
        if (known := _read(date)) and known.earliest > draft.reference.today:
            message = Message("{date} is in the future: write the correct date.", date=quoted(date.text))
            yield Finding(date, message, key, example=_EXAMPLES[key])


@rule(wrong="{edition: 2021, date: 2019}")
def date_before_edition(draft: Draft) -> Iterator[Finding]:
    """No edition was signed, and no evidence of it was read, before the text existed."""
    for signature in draft.signatures:
        if adopted := _adopted(signature, draft):
            for key, example in _EXAMPLES.items():
                date = signature.text(key)
                if date and (known := _read(date)) and known.latest < adopted:
                    message = Message(
                        "{date} is before the adoption of the text ({adopted}): correct one of them.",
                        date=quoted(date.text),
                        adopted=adopted,
                    )
                    yield Finding(date, message, key, example=example)


@rule(wrong="{date: 2022-03, verified: 2022-02-01}")
def date_after_verified(draft: Draft) -> Iterator[Finding]:
    """No signature is later than the day its evidence was read."""
    for signature in draft.signatures:
        date, verified = signature.text("date"), signature.text("verified")
        known, read = _read(date), _read(verified)
        earliest = _adopted(signature, draft) or dt.date.min
        if date and known and read and earliest <= read.latest < known.earliest <= draft.reference.today:
            message = Message(
                "{date} is after the day the evidence was read ({read}): correct one of them.",
                date=quoted(date.text),
                read=read,
            )
            yield Finding(date, message, "date", example=_EXAMPLES["date"])


@rule(wrong="withdrawn: {date: 2021-09, …} below signatures: [{date: 2022-01, …}]")
def withdrawal_before_signature(draft: Draft) -> Iterator[Finding]:
    """No withdrawal is earlier than a signature of its entry."""
    for entry in draft.entries:
        withdrawn = entry.fields("withdrawn")
        date = withdrawn.text("date") if withdrawn else None
        known, last = _read(date), _last_signature(entry, draft.reference.today)
        if date and known and last and known.latest < last.earliest:
            message = Message(
                "{date} is before a signature ({signed}): what is not signed cannot be withdrawn.",
                date=quoted(date.text),
                signed=last,
            )
            yield Finding(date, message, "date", example=DATE_WITHDRAWN.example)


def _has_form(key: str, text: str) -> bool:
    return _read(Scalar(text)) is not None and (key != "verified" or re.fullmatch(DAY, text) is not None)


def _last_signature(entry: Fields, today: dt.date) -> PartialDate | None:
    """Return the latest date of signature that is valid and not in the future."""
    dates = (_read(signature.text("date")) for signature in signatures_of(entry))
    return max((date for date in dates if date and date.earliest <= today), default=None)


def _adopted(signature: Fields, draft: Draft) -> dt.date | None:
    return draft.reference.editions.get(signature.texts().get("edition", ""))


def _read(date: Scalar | None) -> PartialDate | None:
    try:
        return PartialDate.parse(date.text) if date else None
    except ValueError:
        return None
