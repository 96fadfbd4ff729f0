"""The reader of requests: the body of a request in, an entry or all problems out."""

from collections.abc import Iterator
from dataclasses import dataclass

from registry.draft import Draft
from registry.file.document import Document, Entry, plain_fields
from registry.pack import pack_of
from registry.reference import Reference
from registry.requests.answers import ADDRESSES, keep_answers
from registry.requests.asked_entry import AskedEntry
from registry.requests.body import Body, certain, headings, labelled, read_body
from registry.requests.form import Question, questions
from registry.requests.problems import Request, personal_problems, problems_of
from registry.requests.review_notes import Note, address_notes, evidence_notes, is_home
from registry.rule import Kept
from registry.web_addresses import addresses_in
from source.problems import SourceError, refuse
from source.yaml.nodes import Scalar

_ENOUGH = 3
"""Headings from which a body counts as the form; the form for corrections has one of them, too."""
_LONGEST = 20_000
"""Characters of a letter that are searched for answers."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A valid request: its entry, notes for its reviewers, and whether it gives a stored copy of the evidence."""

    entry: Entry
    notes: tuple[Note, ...]
    has_copy: bool


def read_request(body: str, shown: str, registry: Draft) -> Reading:
    """Return the requested entry: a new one, or the listed one of the same signatory with one more signature.

    SourceError with all problems, each at its answer in `body`, whose name is `shown`.
    """
    asked = questions(registry.reference)
    try:
        read = read_body(body, asked, shown)
    except SourceError as error:
        raise SourceError([*error.problems, *personal_problems(body, shown, registry.reference)]) from None
    kept = _kept(read, registry.reference)
    entry = AskedEntry.of(kept, asked, registry)
    refuse(problems_of(Request(body, shown, asked, read, kept, entry), registry))
    return Reading(Entry(plain_fields(entry.fields)), tuple(_notes(kept)), bool(kept.text("evidence-archive")))


def understood(body: str, reference: Reference) -> dict[str, str]:
    """Return the unambiguous answers in a body, a form or a letter, by the id of the question."""
    asked = questions(reference)
    read = certain(body, asked)
    kept = _kept(read if read.answers else _letter(body[:_LONGEST], asked, reference), reference)
    doubtful = {question for question, _, _ in kept.findings}
    given = {question: kept.text(question.id) for question in asked if question.id not in doubtful}
    return {question.id: question.label(text) for question, text in given.items() if _is_plain(question, text)}


def heading_at(body: str, line: int, reference: Reference) -> str:
    """Return the heading of the question of a line in a body, or ""."""
    asked = questions(reference)
    identifier = certain(body, asked).question_at(line)
    return next((question.heading for question in asked if question.id == identifier), "")


def has_form(body: str, reference: Reference, least: int = _ENOUGH) -> bool:
    """Return whether a body contains so many headings that it must have been written with the form, or `least`."""
    return headings(body, questions(reference)) >= least


def added(document: Document, entry: Entry) -> Document:
    """Return a registry with an entry added or replaced; comments above a listed entry are kept."""
    comments = {other.id: other.comments for other in document.entries}
    others = (other for other in document.entries if other.id != entry.id)
    return Document.of(document.head, [*others, Entry(entry.fields, comments.get(entry.id, ()))])


def _kept(read: Body, reference: Reference) -> Kept:
    kept = keep_answers(read, reference)
    pack_of(reference).keep_names(kept, reference)
    return kept


def _letter(text: str, asked: tuple[Question, ...], reference: Reference) -> Body:
    """Return the answers in a letter: after labels, its only address that is not a home page, its first name."""
    answers = labelled(text, asked)
    pages = [address.url for address in addresses_in(text) if not is_home(address.url)]
    others = {address.url for question in ADDRESSES for address in addresses_in(answers.get(question, ""))}
    if len(pages) == 1 and pages[0] not in others:
        answers.setdefault("evidence-url", pages[0])
    if name := pack_of(reference).in_letter.search(text):
        answers.setdefault(f"name-{reference.definition.locales[0]}", name[0])
    return Body({question: Scalar(answer) for question, answer in answers.items()}, {})


def _is_plain(question: Question, text: str) -> bool:
    """Return whether an answer can be filled in unchanged."""
    return bool(text) and question.admits(text) and (question.id not in ADDRESSES or bool(addresses_in(text)))


def _notes(kept: Kept) -> Iterator[Note]:
    yield from evidence_notes(kept.text("evidence-url"))
    for question in ADDRESSES:
        yield from address_notes(kept.text(question), secured=question in kept.secured)
