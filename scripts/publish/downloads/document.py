"""The context of the templates of downloads: the text in one language, with labels, notes and addresses."""

from dataclasses import dataclass
from datetime import UTC, datetime, time

from declaration.model import Declaration, Passage, Provision, Run
from declaration.parts import Form, Part
from publish.i18n.cldr import direction, long_date
from publish.look.typefaces import ROLES
from publish.site.settings import TEXT_PAGE
from publish.site.site import Site
from publish.templating.formats import render_format
from publish.views.note_refs import NoteRefs


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
        """The date in the metadata of files, in seconds since 1970: the day on which the edition was adopted."""
        return int(datetime.combine(self.site.edition.adopted, time(), UTC).timestamp())

    @property
    def url(self) -> str:
        """The full address of the text in this language."""
        routes = self.site.routes
        return routes.absolute(routes.path(TEXT_PAGE, self.declaration.locale))

    @property
    def notes(self) -> NoteRefs:
        """The note marks of the whole text."""
        return NoteRefs(self.declaration.passages, self.declaration.notes)

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
        return render_format(
            self.site.layout,
            template,
            declaration=self.declaration,
            edition=self.site.edition,
            adopted_on=adopted,
            adopted=self.label("declaration.adopted", date=adopted),
            imprint=imprint,
            head=imprint if self.declaration.authentic else f"{imprint}, {self.label('translation.unofficial')}",
            numbered=[part for part in self.declaration.parts if self._is_numbered(part)],
            document=self,
            direction=direction(self.declaration.locale),
            families={role: self.site.typefaces.families(role) for role in ROLES},
            t=self.label,
            **more,
        )

    def _is_numbered(self, part: Part) -> bool:
        return part.form not in (Form.OPENING, Form.NOTES)
