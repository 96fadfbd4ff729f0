"""Duplicates of a request: earlier requests for the same signatory, and its listed entry."""

from collections.abc import Iterator
from dataclasses import dataclass

from codehost.desk import Desk
from codehost.requests.branch import requested_ids
from codehost.requests.request import Request
from registry.draft import Draft, ids_of
from registry.file.document import Entry, Plain, plain_fields
from registry.file.standard_layout import render_entry
from registry.pack import pack_of
from registry.requests.form import questions
from registry.words.folding import fold
from source.yaml.nodes import Fields
from source.yaml.reader import compose


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry of the list, and its first line."""

    entry: Entry
    line: int


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An answer that is not adopted, as the list has another value, or ""."""

    heading: str
    given: str
    listed: str


def earlier_requests(desk: Desk, request: Request, identifier: str) -> tuple[int, ...]:
    """Return the earlier open requests that have a branch with an entry of the same id."""
    asked = requested_ids(desk)
    twins = (number for number in sorted(asked) if number < request.number and asked[number] == identifier)
    return tuple(number for number in twins if Request.read(desk.api, number, desk.reference).wanted)


def listed_entry(registry: Draft, entry: Entry) -> Listed | None:
    """Return the listed entry with the id of an entry, present or former, or of the same body."""
    index, same = pack_of(registry.reference).index(registry.reference), list[Fields]()
    for fields in registry.entries:
        index.add(fields)
        same += [fields] if entry.id in (each.text for _, each in ids_of(fields)) else []
    text = f"signatories:\n{render_entry(entry, registry.reference.definition)}\n"
    (asked,) = Draft(text, compose(text, entry.id), registry.reference).entries
    same += [fields for fields, _ in index.add(asked)]
    return Listed(Entry(plain_fields(same[0])), same[0].line) if same else None


def editions(entry: Entry) -> set[str]:
    """Return the editions that an entry signed."""
    signatures = entry.fields.get("signatures", ())
    return {_text(signature, ("edition",)) for signature in signatures if isinstance(signatures, list)}


def left_out(desk: Desk, given: Entry, listed: Entry) -> Iterator[LeftOut]:
    """Yield the answers of a second signature that differ from the entry, which is not changed."""
    for question in questions(desk.reference):
        one, other = (_text(entry.fields, question.path) for entry in (given, listed))
        if one and (fold(one) != fold(other) if question.path[0] == "name" else one != other):
            yield LeftOut(question.heading, one, other)


def _text(value: Plain, path: tuple[str, ...]) -> str:
    for key in path:
        value = value.get(key, "") if isinstance(value, dict) else ""
    return value if isinstance(value, str) else ""
