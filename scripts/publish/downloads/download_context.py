"""The context of the templates of downloads: the text in one language, with labels, notes and addresses."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from declaration.model import Declaration, Passage, Provision, Run
from publish.i18n.cldr import direction, long_date
from publish.look.typefaces import ROLES
from publish.site.settings import TEXT_PAGE
from publish.site.site import Site
from publish.templating.formats import render_format
from publish.views.corrections import last_translated, translation_note
from publish.views.note_refs import NoteRefs

_NOT_NUMBERED = ("opening", "notes", "articles")
"""The forms of parts whose provisions are not called by their number; an article is called by its label."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a provision: its own words, or an item with its `marker`.

    `depth` is the number of numbered items that it is in, with itself.
    """

    passage: Passage
    marker: str
    depth: int


@dataclass(frozen=True, slots=True)
class Document:
    """The whole text in one language, for any format."""

    site: Site
    declaration: Declaration

    def label(self, name: str, /, **values: object) -> str:
        """Return a label in the language of the text."""
        return self.site.labels.text(name, self.declaration.locale, **values)

    @property
    def timestamp(self) -> int:
        """The date in the metadata of files, in seconds since 1970: when the words were adopted or last corrected."""
        return int(datetime.combine(self.translated or self.site.edition.adopted, time(), UTC).timestamp())

    @property
    def translated(self) -> date | None:
        """The day on which a translation was last corrected; None if it never was, or the text is none."""
        return last_translated(self.site, self.declaration.passages)

    @property
    def url(self) -> str:
        """The full address of the text in this language."""
        return self.site.routes.address(TEXT_PAGE, self.declaration.locale)

    @property
    def notes(self) -> NoteRefs:
        """The note marks of the whole text."""
        declaration = self.declaration
        shown = (*declaration.provisions, *declaration.headings, *declaration.formulas.values())
        return NoteRefs(shown, declaration.notes)

    def paragraphs(self, provision: Provision) -> list[Paragraph]:
        """Return the paragraphs of a provision, in the order of the text."""
        own = [Paragraph(provision, "", 0)] if provision.runs else []
        return [*own, *_paragraphs(provision, 0)]

    def is_first_mark(self, passage: Passage, run_index: int) -> bool:
        """Return whether this run is the first mark of its note."""
        return self.notes.mark_id(passage, run_index) == self.notes.marks_of(self.note(passage.runs[run_index]))[0]

    def note(self, run: Run) -> Provision:
        """Return the note that this run marks."""
        return self.declaration.provision(run.note)

    def render(self, template: str, **more: object) -> str:
        """Render overrides/formats/<template>; `more` are variables of this format only."""
        adopted = long_date(self.site.edition.adopted, self.declaration.locale)
        imprint = self.label("footer.edition", title=self.declaration.title, date=adopted)
        note = translation_note(self.site, self.translated, self.declaration.locale)
        return render_format(
            self.site.layout,
            template,
            declaration=self.declaration,
            edition=self.site.edition,
            adopted_on=adopted,
            adopted=self.label("declaration.adopted", date=adopted),
            imprint=imprint,
            head=imprint if self.declaration.authentic else f"{imprint}, {note}",
            depths=sorted({each.depth for one in self.declaration.provisions for each in self.paragraphs(one)[1:]}),
            numbered=[part for part in self.declaration.parts if part.form not in _NOT_NUMBERED],
            document=self,
            direction=direction(self.declaration.locale),
            families={role: self.site.typefaces.families(role) for role in ROLES},
            t=self.label,
            **more,
        )


def _paragraphs(passage: Passage, depth: int) -> Iterator[Paragraph]:
    for item in passage.items:
        here = depth + bool(item.marker)
        yield Paragraph(item, item.marker, here)
        yield from _paragraphs(item, here)
