"""An assembler of editions from their files: passages in, declarations or all problems out."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from declaration.edition_text import Text
from declaration.editions import BLANK, Edition
from declaration.model import FORMULAS, Declaration, Formula, Passage, Provision, Remark, ranges, text_order
from declaration.read import read_commentary, read_text_file, text_path
from declaration.strays import misplaced_problems, stray_problems
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
    files = {locale: read_text_file(layout, edition.key, locale, title) for locale, title in edition.title.items()}
    prose = {locale: read_commentary(layout, locale) for locale in edition.title if edition.is_root}
    found = {locale: list(file.passages) for locale, file in files.items()}
    problems = [
        problem
        for locale, passages in found.items()
        for problem in (
            *stray_problems(files[locale], text.ids, edition.title[locale]),
            *(misplaced_problems(prose[locale], _shown(layout, edition, locale)) if locale in prose else ()),
            *_missing(_shown(layout, edition, locale), locale, found, text),
            *_ids_that_do_not_fit(passages, text),
            *_loose_notes(passages),
            *_notes_out_of_order(passages),
        )
    ]
    if problems:
        raise SourceError(problems)
    return {
        locale: _declaration(edition, text, locale, passages, prose[locale].remarks if locale in prose else ())
        for locale, passages in found.items()
    }


def _shown(layout: Layout, edition: Edition, locale: str) -> str:
    return layout.shown(text_path(layout, edition.key, locale))


def _declaration(
    edition: Edition, text: Text, locale: str, passages: list[Passage], remarks: tuple[Remark, ...]
) -> Declaration:
    provisions = [Provision.from_passage(passage) for passage in passages if passage.id not in FORMULAS]
    return Declaration(
        edition=edition.key,
        locale=locale,
        title=edition.title[locale],
        authentic=locale == text.authentic,
        provisions=tuple(sorted(provisions, key=lambda provision: text_order(provision.id))),
        formulas={passage.id: _formula(passage, passages) for passage in passages if passage.id in FORMULAS},
        remarks=remarks,
    )


def _formula(passage: Passage, passages: list[Passage]) -> Formula:
    """Read a formula; whether it leads its clauses or follows them is decided by the order of the file."""
    order = [other.id for other in passages]
    first_clause = next((i for i in order if i not in FORMULAS and _governed(i, passage.id)), None)
    leads = first_clause is not None and order.index(passage.id) < order.index(first_clause)
    return Formula(passage.id, passage.locale, passage.runs, passage.place, leads)


def _governed(provision_id: str, formula_id: str) -> bool:
    return provision_id.rstrip("0123456789") == formula_id.removesuffix("f")


def _missing(file: str, locale: str, found: Mapping[str, list[Passage]], text: Text) -> Iterator[Problem]:
    """Yield a problem for each id of the edition, and each formula of another language, that this language lacks."""
    here = {passage.id for passage in found[locale]}
    elsewhere = {passage.id for passages in found.values() for passage in passages}
    wanted = (*text.ids, *(formula for formula in FORMULAS if formula in elsewhere))
    for passage_id in (wanted_id for wanted_id in wanted if wanted_id not in here):
        before = [passage.place.line for passage in found[locale] if _precedes(passage, passage_id)]
        tr = f"“{passage_id}” bu dilde yok: {file} içinde {{#{passage_id}}} geçmiyor."
        en = f"“{passage_id}” is missing in this language: {file} has no {{#{passage_id}}}."
        example = f"…\n{{#{passage_id}}}"
        yield Problem(file, max(before, default=1), 1, "missing-provision", passage_id, tr, en, example=example)


def _precedes(passage: Passage, passage_id: str) -> bool:
    numbered = passage.id not in FORMULAS and passage_id not in FORMULAS
    return numbered and text_order(passage.id) < text_order(passage_id)


def _ids_that_do_not_fit(passages: list[Passage], text: Text) -> Iterator[Problem]:
    """Yield a problem for a passage whose id is unknown or repeated, or that has no words of its own."""
    counts = Counter(passage.id for passage in passages)
    for passage in passages:
        if passage.id not in FORMULAS and passage.id not in text.ids:
            known = ranges(text.ids)
            tr, en = f"bu metnin kodları arasında yok ({known})", f"is not an id of this edition ({known})"
            yield _at(passage, "unknown-provision", tr, en)
        if counts[passage.id] > 1:
            yield _at(passage, "duplicate-provision", "birden çok kez geçiyor", "appears more than once")
        if passage.locale != text.authentic and passage.text.startswith(BLANK):
            yield _at(passage, "passage-blank", "henüz çevrilmemiş", "has not been translated yet")
        if not passage.text:
            yield _at(passage, "empty-provision", "boş", "has no words")


def _loose_notes(passages: list[Passage]) -> Iterator[Problem]:
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
        if passage.id.startswith("fn") and passage.id not in marked:
            yield _at(passage, "unmarked-note", "metinde hiç işaretlenmemiş", "is not marked anywhere in the text")


def _notes_out_of_order(passages: list[Passage]) -> Iterator[Problem]:
    """Yield a problem if the notes are not numbered in the order of their marks, as footnotes are."""
    provisions = [passage for passage in passages if passage.id not in FORMULAS]
    marked: dict[str, Passage] = {}
    for passage in sorted(provisions, key=lambda each: text_order(each.id)):
        marked |= {note: passage for note in passage.notes if note not in marked}
    pairs = zip(marked, sorted(marked, key=text_order), strict=True)
    for note, expected in [(note, expected) for note, expected in pairs if note != expected][:1]:
        tr, en = f"{expected} dipnotundan önce {note} dipnotunu işaretliyor", f"marks {note} before {expected}"
        yield _at(marked[note], "note-order", tr, en)


def _at(passage: Passage, rule: str, tr: str, en: str) -> Problem:
    place = passage.place
    return Problem(place.path, place.line, 1, rule, passage.id, f"“{passage.id}” {tr}.", f"“{passage.id}” {en}.")
