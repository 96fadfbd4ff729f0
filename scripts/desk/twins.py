"""Other requests of the same municipality, and its entry where it is listed already."""

from collections.abc import Iterator
from dataclasses import dataclass

from desk.branch import requested_ids
from desk.desk import Desk
from desk.request import Request
from registry.document import Entry, Plain, plain_fields
from registry.draft import Draft
from registry.folding import fold
from registry.form import questions


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry of the list, and the line it begins on."""

    entry: Entry
    line: int


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An answer that is not taken over, for the list has another one, or "" for none."""

    heading: str
    given: str
    listed: str


def earlier_requests(desk: Desk, request: Request, identifier: str) -> tuple[int, ...]:
    """Return the open requests that were made before this one and have a branch with an entry of the same id."""
    asked = requested_ids(desk)
    twins = (number for number in sorted(asked) if number < request.number and asked[number] == identifier)
    return tuple(number for number in twins if Request.read(desk.api, number, desk.reference).wanted)


def listed_entry(registry: Draft, entry: Entry) -> Listed | None:
    """Return the entry of the list with the id of another one, now or formerly, or with its name in its province."""
    for fields in registry.entries:
        listed = Entry(plain_fields(fields))
        aliases = listed.fields.get("aliases", ())
        if entry.id in (listed.fields.get("id"), *aliases) or _named(listed) == _named(entry):
            return Listed(listed, fields.line)
    return None


def editions(entry: Entry) -> set[str]:
    """Return the editions that an entry has signed."""
    signatures = entry.fields.get("signatures", ())
    return {_text(signature, ("edition",)) for signature in signatures if isinstance(signatures, list)}


def left_out(desk: Desk, given: Entry, listed: Entry) -> Iterator[LeftOut]:
    """Yield the answers of a second signature that differ from the entry, which keeps its own."""
    for question in questions(desk.reference):
        one, other = (_text(entry.fields, question.path) for entry in (given, listed))
        if one and (fold(one) != fold(other) if question.path[0] == "name" else one != other):
            yield LeftOut(question.heading, one, other)


def _named(entry: Entry) -> tuple[str, str]:
    return fold(_text(entry.fields, ("name", "tr"))), _text(entry.fields, ("province",))


def _text(value: Plain, path: tuple[str, ...]) -> str:
    """Return the text that a path leads to, "" where it leads to none."""
    for key in path:
        value = value.get(key, "") if isinstance(value, dict) else ""
    return value if isinstance(value, str) else ""
