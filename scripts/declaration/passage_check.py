"""Validation of the passages of a text: each language has all of them, each in its place."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from declaration.edition_text import Text
from declaration.model import Declaration, Passage
from declaration.structure.passage_ids import ranges
from source.problems import BLANK, Message, Problem


def passage_problems(file: str, locale: str, found: Mapping[str, list[Passage]], text: Text) -> Iterator[Problem]:
    """Yield the problems of the passages of one language; `file` has them, `found` is locale → all passages."""
    passages = found[locale]
    yield from _missing(file, locale, found, text)
    yield from _ids_that_do_not_fit(passages, text)
    yield from _items_alone(passages)
    yield from _loose_notes(passages, text)
    yield from _notes_out_of_order(passages, text)


def order_problems(declarations: Mapping[str, Declaration], text: Text) -> Iterator[Problem]:
    """Yield the problems of headings, and of passages in another order than in the original language."""
    for declaration in declarations.values():
        yield from _headings_alone(declaration, text)
        yield from _order(declaration, declarations[text.original])


def _missing(file: str, locale: str, found: Mapping[str, list[Passage]], text: Text) -> Iterator[Problem]:
    """Yield a problem for each id of the edition, and each passage of another language, that this language lacks."""
    here = [passage.id for passage in found[locale]]
    anywhere = dict.fromkeys(passage.id for passages in found.values() for passage in passages)
    of_items = {passage_id.partition("-")[0] for passage_id in anywhere if "-" in passage_id}
    wanted = (each for each in text.ids if each not in of_items)
    for passage_id in dict.fromkeys((*wanted, *(each for each in anywhere if _may_be(each, text)))):
        if passage_id not in here:
            line = max((each.place.line for each in _preceding(found[locale], passage_id, text)), default=1)
            message = Message(
                "“{passage}” is missing in this language: {file} has no {{#{passage}}}.", passage=passage_id, file=file
            )
            yield Problem(file, line, 1, "missing-provision", passage_id, message, example=f"…\n{{#{passage_id}}}")


def _may_be(passage_id: str, text: Text) -> bool:
    provision_id = passage_id.partition("-")[0]
    return provision_id in text.ids or not text.parts.is_provision(provision_id)


def _preceding(passages: Sequence[Passage], passage_id: str, text: Text) -> Iterator[Passage]:
    """Yield the provisions before a provision in the order of the text."""
    provision_id, _, item = passage_id.partition("-")
    end = text.ids.index(provision_id) + bool(item) if provision_id in text.ids else 0
    return (passage for passage in passages if passage.id.partition("-")[0] in text.ids[:end])


def _ids_that_do_not_fit(passages: list[Passage], text: Text) -> Iterator[Problem]:
    """Yield a problem for a passage whose id is unknown or repeated, or that has no words of its own."""
    counts = Counter(each.id for each in passages)
    for each in passages:
        if not _may_be(each.id, text):
            known = ranges(text.ids)
            message = Message("“{passage}” is not an id of this edition ({known}).", passage=each.id, known=known)
            yield each.problem("unknown-provision", message)
        if counts[each.id] > 1:
            yield each.problem("duplicate-provision", Message("“{passage}” appears more than once.", passage=each.id))
        if each.locale not in text.authentic and each.text.startswith(BLANK):
            yield each.problem("passage-blank", Message("“{passage}” has not been translated yet.", passage=each.id))
        if not each.text:
            yield each.problem("empty-provision", Message("“{passage}” has no words.", passage=each.id))


def _items_alone(passages: list[Passage]) -> Iterator[Problem]:
    """Yield a problem for an item of an item that is missing."""
    ids = {each.id for each in passages}
    for each in passages:
        parent = each.id.rpartition("-")[0]
        if "-" in parent and parent not in ids:
            message = Message("“{passage}” is in an item that is missing: {parent}.", passage=each.id, parent=parent)
            yield each.problem("item-alone", message)


def _headings_alone(declaration: Declaration, text: Text) -> Iterator[Problem]:
    """Yield a problem for the heading of a chapter without an article."""
    for heading in declaration.headings:
        if not heading.before or text.part_of(heading.before).form != "articles":
            yield heading.problem("heading-alone", Message("“{passage}” is not before an article.", passage=heading.id))


def _order(declaration: Declaration, original: Declaration) -> Iterator[Problem]:
    """Yield a problem if items or headings are in another order than in the original language."""
    pairs = zip(declaration.in_order, original.in_order, strict=True)
    for passage, expected in [(one, other) for one, other in pairs if one.id != other.id][:1]:
        message = Message(
            "“{passage}” is elsewhere in the original language; {expected} is expected here.",
            passage=passage.id,
            expected=expected.id,
        )
        yield passage.problem("passage-order", message)


def _loose_notes(passages: list[Passage], text: Text) -> Iterator[Problem]:
    """Yield a problem for a mark without a note, and for a note without a mark."""
    marked = {note for each in passages for note in each.notes}
    known = {each.id for each in passages}
    for each in passages:
        for note in (note for note in each.notes if note not in known):
            message = Message("“{passage}” marks a note that is missing: {note}.", passage=each.id, note=note)
            yield each.problem("unknown-note", message)
        if each.id in text.notes and each.id not in marked:
            yield each.problem(
                "unmarked-note", Message("“{passage}” is not marked anywhere in the text.", passage=each.id)
            )


def _notes_out_of_order(passages: list[Passage], text: Text) -> Iterator[Problem]:
    """Yield a problem if the notes are not numbered in the order of their marks, as footnotes are."""
    provisions = [passage for passage in passages if passage.id.partition("-")[0] in text.ids]
    marked: dict[str, Passage] = {}
    for passage in sorted(provisions, key=lambda each: text.ids.index(each.id.partition("-")[0])):
        marked |= {note: passage for note in passage.notes if note not in marked}
    known = [note for note in marked if note in text.ids]
    pairs = zip(known, (note for note in text.notes if note in known), strict=True)
    for note, expected in [(note, expected) for note, expected in pairs if note != expected][:1]:
        message = Message(
            "“{passage}” marks {note} before {expected}.", passage=marked[note].id, note=note, expected=expected
        )
        yield marked[note].problem("note-order", message)
