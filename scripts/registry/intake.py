"""Turns the body of a request into an entry, or into what is to be corrected."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from registry.addresses import addresses_in
from registry.answers import Kept, keep_answers
from registry.asked_entry import AskedEntry
from registry.body import Body, labelled, read_body
from registry.document import Document, Entry, plain_fields
from registry.draft import Draft
from registry.form import Question, questions
from registry.name_answers import keep_names
from registry.notes import Note, address_notes, evidence_notes
from registry.reference import Reference
from registry.request_problems import Request, problems_of
from source.problem import SourceError
from source.tree import Scalar

_ADDRESSES = ("website", "evidence-url", "evidence-archive")
_NAME = re.compile("(?<![\\w-])[A-ZÇĞİÖŞÜ][\\w-]{0,60}\\s(?:Büyükşehir\\s)?Belediyesi")
"""A name in a letter: one word alone, since others may be a person’s name."""
_LONGEST = 20_000
"""Characters of a letter in which answers are looked for."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A request that is in order: its entry, and what a reviewer should look at twice.

    `has_copy`: a stored copy of the evidence is given.
    """

    entry: Entry
    notes: tuple[Note, ...]
    has_copy: bool


def read_request(body: str, shown: str, registry: Draft) -> Reading:
    """Return the entry asked for: a new one, or the listed one of the same signatory with one signature more.

    SourceError with all problems, each at its answer in `body`, which they call `shown`.
    """
    asked = questions(registry.reference)
    read = read_body(body, asked, shown)
    kept = _kept(read, registry.reference)
    entry = AskedEntry.of(kept, asked, registry)
    if problems := list(problems_of(Request(body, shown, asked, read, kept, entry), registry)):
        raise SourceError(problems)
    return Reading(Entry(plain_fields(entry.fields)), tuple(_notes(kept)), bool(kept.text("evidence-archive")))


def understood(body: str, reference: Reference) -> dict[str, str]:
    """Return what a body says for certain, be it a form or a letter: answers by the id of their question."""
    asked = questions(reference)
    try:
        read = read_body(body, asked, "")
    except SourceError:
        read = _letter(body[:_LONGEST], asked)
    kept = _kept(read, reference)
    doubtful = {question for question, _, _ in kept.findings}
    given = {question: kept.text(question.id) for question in asked if question.id not in doubtful}
    return {question.id: question.label(text) for question, text in given.items() if _is_plain(question, text)}


def heading_at(body: str, line: int, reference: Reference) -> str:
    """Return the heading of the question that a line of a body belongs to, "" where there is none."""
    asked = questions(reference)
    try:
        identifier = read_body(body, asked, "").question_at(line)
    except SourceError:
        return ""
    return next((question.heading for question in asked if question.id == identifier), "")


def added(document: Document, entry: Entry) -> Document:
    """Return a registry with an entry in its place; comments above a listed one stay."""
    comments = {other.id: other.comments for other in document.entries}
    others = (other for other in document.entries if other.id != entry.id)
    return Document.of(document.head, [*others, Entry(entry.fields, comments.get(entry.id, ()))])


def _kept(read: Body, reference: Reference) -> Kept:
    kept = keep_answers(read, reference)
    keep_names(kept, reference)
    return kept


def _letter(text: str, asked: tuple[Question, ...]) -> Body:
    """Return what a letter says: after labels, the first address and the first name of a municipality in it."""
    answers = labelled(text, asked)
    if addresses := addresses_in(text):
        answers.setdefault("evidence-url", addresses[0].url)
    if name := _NAME.search(text):
        answers.setdefault("name-tr", name[0])
    return Body({question: Scalar(answer, 1, 1) for question, answer in answers.items()}, {})


def _is_plain(question: Question, text: str) -> bool:
    """Whether an answer can be filled in as it is."""
    return bool(text) and question.admits(text) and (question.id not in _ADDRESSES or bool(addresses_in(text)))


def _notes(kept: Kept) -> Iterator[Note]:
    """Yield what a reviewer should look at."""
    yield from evidence_notes(kept.text("evidence-url"))
    for question in _ADDRESSES:
        yield from address_notes(kept.text(question), secured=question in kept.secured)
