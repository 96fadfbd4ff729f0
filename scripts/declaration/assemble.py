"""An assembler of editions from their files: passages in, declarations or all problems out."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from declaration.edition_text import Text
from declaration.editions import BLANK, Edition
from declaration.file.read import read_commentary, read_text_file, text_path
from declaration.file.strays import misplaced_problems, stray_problems
from declaration.ids import ranges, split_id
from declaration.model import Declaration, Formula, Heading, Item, Passage, Provision, Remark
from declaration.parts import Form
from source.layout import Layout
from source.problems.problem import Problem, SourceError


@dataclass(frozen=True, slots=True)
class Words:
    """The words of an edition: its settings, and locale → Declaration."""

    edition: Edition
    text: Text
    declarations: Mapping[str, Declaration]

    def name(self, passage_id: str) -> str:
        """Return how a passage is named among those of all editions: "c3" in the root one, else "2027/c3"."""
        return f"{self.edition.prefix}{passage_id}"


def load_declaration(layout: Layout, edition: Edition, text: Text) -> Mapping[str, Declaration]:
    """Read an edition in every language of its title: locale → Declaration. SourceError lists all problems.

    The prose of the site, with the editor's notes in it, is about the root text.
    """
    parts = text.parts
    files = {
        locale: read_text_file(layout, edition.key, parts, locale, title) for locale, title in edition.title.items()
    }
    prose = {locale: read_commentary(layout, parts, locale) for locale in edition.title if edition.is_root}
    found = {locale: list(file.passages) for locale, file in files.items()}
    problems = [
        problem
        for locale, passages in found.items()
        for problem in (
            *stray_problems(files[locale], (*text.ids, *parts.formulas), edition.title[locale]),
            *(misplaced_problems(prose[locale], _shown(layout, edition, locale)) if locale in prose else ()),
            *_missing(_shown(layout, edition, locale), locale, found, text),
            *_ids_that_do_not_fit(passages, text),
            *_without_place(passages, text),
            *_loose_notes(passages, text),
            *_notes_out_of_order(passages, text),
        )
    ]
    if problems:
        raise SourceError(problems)
    declarations = {
        locale: _declaration(edition, text, locale, passages, prose[locale].remarks if locale in prose else ())
        for locale, passages in found.items()
    }
    if problems := [each for other in declarations.values() for each in _order(other, declarations[text.original])]:
        raise SourceError(problems)
    return declarations


def _shown(layout: Layout, edition: Edition, locale: str) -> str:
    return layout.shown(text_path(layout, edition.key, locale))


def _declaration(
    edition: Edition, text: Text, locale: str, passages: list[Passage], remarks: tuple[Remark, ...]
) -> Declaration:
    return Declaration(
        edition=edition.key,
        locale=locale,
        title=edition.title[locale],
        authentic=locale in text.authentic,
        provisions=tuple(_provision(each, locale, text, passages) for each in text.ids),
        formulas={each.id: _formula(each, text, passages) for each in passages if each.id in text.parts.formulas},
        headings=tuple(_heading(each, text, passages) for each in passages if _is_heading(each.id, text)),
        remarks=remarks,
    )


def _provision(provision_id: str, locale: str, text: Text, passages: list[Passage]) -> Provision:
    """Return a provision with its items; one that consists of items has no words of its own."""
    items = tuple(_items(provision_id, text, passages))
    own = next((each for each in passages if each.id == provision_id), None)
    part, number = text.part_of(provision_id), split_id(provision_id)[1]
    runs, place = (own.runs, own.place) if own else ((), items[0].place)
    return Provision(provision_id, locale, runs, place, part, int(number) if number else None, items=items)


def _items(parent_id: str, text: Text, passages: list[Passage]) -> Iterator[Item]:
    """Yield the items of a provision or an item, with theirs, in the order of the file."""
    for each in passages:
        if each.id.rpartition("-")[0] == parent_id:
            items = tuple(_items(each.id, text, passages))
            part = text.part_of(each.id.partition("-")[0])
            marker = part.marker(each.id.rpartition("-")[2], each.locale)
            yield Item(each.id, each.locale, each.runs, each.place, marker, items=items)


def _formula(passage: Passage, text: Text, passages: list[Passage]) -> Formula:
    """Return a formula; whether it leads its clauses or follows them is decided by the order of the file."""
    order = [other.id for other in passages]
    part = next(part for part in text.parts.all if part.formula == passage.id)
    first_clause = next((each for each in order if text.parts.part_of(each) is part), None)
    leads = first_clause is not None and order.index(passage.id) < order.index(first_clause)
    return Formula(passage.id, passage.locale, passage.runs, passage.place, part, leads)


def _is_heading(passage_id: str, text: Text) -> bool:
    part = text.parts.part_of(passage_id)
    return part is not None and part.form is Form.CHAPTERS


def _heading(passage: Passage, text: Text, passages: list[Passage]) -> Heading:
    """Return the heading of a chapter; the order of the file decides where the chapter begins."""
    order = [other.id.partition("-")[0] for other in passages]
    before = next((each for each in order[order.index(passage.id) :] if each in text.ids), "")
    part, number = text.part_of(passage.id), int(split_id(passage.id)[1])
    return Heading(passage.id, passage.locale, passage.runs, passage.place, part, number, before)


def _missing(file: str, locale: str, found: Mapping[str, list[Passage]], text: Text) -> Iterator[Problem]:
    """Yield a problem for each id of the edition, and each passage of another language, that this language lacks."""
    here = [passage.id for passage in found[locale]]
    anywhere = dict.fromkeys(passage.id for passages in found.values() for passage in passages)
    of_items = {passage_id.partition("-")[0] for passage_id in anywhere if "-" in passage_id}
    wanted = (each for each in text.ids if each in anywhere or each not in of_items)
    for passage_id in dict.fromkeys((*wanted, *(each for each in anywhere if _may_be(each, text)))):
        if passage_id not in here:
            line = max((each.place.line for each in _preceding(found[locale], passage_id, text)), default=1)
            tr = f"“{passage_id}” bu dilde yok: {file} içinde {{#{passage_id}}} geçmiyor."
            en = f"“{passage_id}” is missing in this language: {file} has no {{#{passage_id}}}."
            example = f"…\n{{#{passage_id}}}"
            yield Problem(file, line, 1, "missing-provision", passage_id, tr, en, example=example)


def _may_be(passage_id: str, text: Text) -> bool:
    """Return whether the text can have a passage with this id."""
    provision_id = passage_id.partition("-")[0]
    return provision_id in text.ids or not text.parts.is_provision(provision_id)


def _preceding(passages: Sequence[Passage], passage_id: str, text: Text) -> Iterator[Passage]:
    """Yield the provisions before a provision in the order of the text."""
    provision_id, _, item = passage_id.partition("-")
    end = text.ids.index(provision_id) + bool(item) if provision_id in text.ids else 0
    return (passage for passage in passages if passage.id.partition("-")[0] in text.ids[:end])


def _ids_that_do_not_fit(passages: list[Passage], text: Text) -> Iterator[Problem]:
    """Yield a problem for a passage whose id is unknown or repeated, or that has no words of its own."""
    counts = Counter(passage.id for passage in passages)
    for passage in passages:
        if not _may_be(passage.id, text):
            known = ranges(text.ids)
            tr, en = f"bu metnin kodları arasında yok ({known})", f"is not an id of this edition ({known})"
            yield _at(passage, "unknown-provision", tr, en)
        if counts[passage.id] > 1:
            yield _at(passage, "duplicate-provision", "birden çok kez geçiyor", "appears more than once")
        if passage.locale not in text.authentic and passage.text.startswith(BLANK):
            yield _at(passage, "passage-blank", "henüz çevrilmemiş", "has not been translated yet")
        if not passage.text:
            yield _at(passage, "empty-provision", "boş", "has no words")


def _without_place(passages: list[Passage], text: Text) -> Iterator[Problem]:
    """Yield a problem for an item of an item that is missing, and for the heading of a chapter without an article."""
    ids = {passage.id for passage in passages}
    for passage in passages:
        parent = passage.id.rpartition("-")[0]
        if "-" in parent and parent not in ids:
            yield _at(
                passage,
                "item-alone",
                f"olmayan bir fıkranın içinde: {parent}",
                f"is in an item that is missing: {parent}",
            )
        if _is_heading(passage.id, text):
            before = _heading(passage, text, passages).before
            if not before or text.part_of(before).form is not Form.ARTICLES:
                yield _at(passage, "heading-alone", "bir maddenin önünde değil", "is not before an article")


def _order(declaration: Declaration, original: Declaration) -> Iterator[Problem]:
    """Yield a problem if items or headings are in another order than in the original language."""
    pairs = zip(declaration.in_order, original.in_order, strict=True)
    for passage, expected in [(one, other) for one, other in pairs if one.id != other.id][:1]:
        tr, en = (
            f"özgün dilde başka bir yerde; burada {expected.id} beklenir",
            f"is elsewhere in the original language; {expected.id} is expected here",
        )
        yield _at(passage, "passage-order", tr, en)


def _loose_notes(passages: list[Passage], text: Text) -> Iterator[Problem]:
    """Yield a problem for a mark without a note, and for a note without a mark."""
    marked = {note for passage in passages for note in passage.notes}
    known = {passage.id for passage in passages}
    for passage in passages:
        for note in passage.notes:
            if note not in known:
                yield _at(
                    passage,
                    "unknown-note",
                    f"olmayan bir dipnota gönderiyor: {note}",
                    f"marks a note that is missing: {note}",
                )
        if passage.id in text.notes and passage.id not in marked:
            yield _at(passage, "unmarked-note", "metinde hiç işaretlenmemiş", "is not marked anywhere in the text")


def _notes_out_of_order(passages: list[Passage], text: Text) -> Iterator[Problem]:
    """Yield a problem if the notes are not numbered in the order of their marks, as footnotes are."""
    provisions = [passage for passage in passages if passage.id.partition("-")[0] in text.ids]
    marked: dict[str, Passage] = {}
    for passage in sorted(provisions, key=lambda each: text.ids.index(each.id.partition("-")[0])):
        marked |= {note: passage for note in passage.notes if note not in marked}
    known = [note for note in marked if note in text.ids]
    pairs = zip(known, (note for note in text.notes if note in known), strict=True)
    for note, expected in [(note, expected) for note, expected in pairs if note != expected][:1]:
        tr, en = f"{expected} dipnotundan önce {note} dipnotunu işaretliyor", f"marks {note} before {expected}"
        yield _at(marked[note], "note-order", tr, en)


def _at(passage: Passage, rule: str, tr: str, en: str) -> Problem:
    place = passage.place
    return Problem(place.path, place.line, 1, rule, passage.id, f"“{passage.id}” {tr}.", f"“{passage.id}” {en}.")
