"""An assembler of editions from their files: passages in, declarations or all problems out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from declaration.edition_text import Text
from declaration.editions import Edition
from declaration.file.read import Commentary, read_commentary, read_text_file, text_path
from declaration.file.strays import misplaced_problems, stray_problems
from declaration.model import Declaration, Formula, Heading, Item, Passage, Provision, Remark
from declaration.passage_check import order_problems, passage_problems
from declaration.structure.passage_ids import split_id
from source.layout import Layout
from source.problems import Problem, refuse


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
    files = {each: read_text_file(layout, edition.key, parts, each, title) for each, title in edition.title.items()}
    prose = {
        locale: read_commentary(layout, parts, locale) if edition.is_root else Commentary() for locale in edition.title
    }
    found = {locale: list(file.passages) for locale, file in files.items()}
    problems: list[Problem] = []
    for locale, title in edition.title.items():
        shown = layout.shown(text_path(layout, edition.key, locale))
        problems += stray_problems(files[locale], (*text.ids, *parts.formulas), title)
        problems += misplaced_problems(prose[locale], shown)
        problems += passage_problems(shown, locale, found, text)
    refuse(problems)
    declarations = {each: _declaration(edition, text, each, found[each], prose[each].remarks) for each in found}
    refuse(order_problems(declarations, text))
    return declarations


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
        headings=tuple(_heading(each, text, passages) for each in passages if text.parts.is_heading(each.id)),
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
    part = next(part for part in text.parts.all if part.formula == passage.id)
    before = [text.parts.part_of(other.id) for other in passages[: passages.index(passage)]]
    return Formula(passage.id, passage.locale, passage.runs, passage.place, part, leads=part not in before)


def _heading(passage: Passage, text: Text, passages: list[Passage]) -> Heading:
    """Return the heading of a chapter; the order of the file decides where the chapter begins."""
    order = [other.id.partition("-")[0] for other in passages]
    before = next((each for each in order[order.index(passage.id) :] if each in text.ids), "")
    part, number = text.part_of(passage.id), int(split_id(passage.id)[1])
    return Heading(passage.id, passage.locale, passage.runs, passage.place, part, number, before)
