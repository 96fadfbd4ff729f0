"""The view of the record of corrections for pages and feeds: newest first, each line with its subject."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from declaration.corrections.model import Correction, Line, Objection, entry_of
from declaration.model import Formula, Heading, Passage, Provision
from publish.i18n.cldr import long_date, name_of
from publish.site.prose_page import read_head
from publish.site.site import Site
from publish.views.word_diff import Pieces, word_diff
from registry.model import Signatory

OBJECTION = "objection"
KINDS = ("passage", "page", "entry", OBJECTION)
"""The kinds of lines, in the order of the page."""


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A line of the record for readers of one language.

    `about` names its subject; `path` leads to that below the site's address, with a fragment where needed.
    """

    line: Line
    about: str
    path: str

    @property
    def day(self) -> date:
        """The day of the line."""
        return self.line.date

    @property
    def kind(self) -> str:
        """What kind of line this is: one of `KINDS`."""
        return OBJECTION if isinstance(self.line, Objection) else self.line.subject

    @property
    def is_objection(self) -> bool:
        """Whether this is an objection and its answer, not a correction."""
        return self.kind == OBJECTION


def shown_lines(site: Site, locale: str) -> tuple[ShownLine, ...]:
    """Return the record, the newest day first, the lines of one day in the order of the file.

    Lines about entries that the registry does not have are left out: it is sample data then.
    """
    ids = {"", *site.registry.by_id}
    known = [line for line in site.record.lines if entry_of(line) in ids]
    newest = sorted(known, key=lambda line: -line.date.toordinal())
    return tuple(ShownLine(line, *_subject(site, line, locale)) for line in newest)


def by_day(lines: tuple[ShownLine, ...]) -> dict[date, dict[str, list[ShownLine]]]:
    """Return day → kind → its lines, each in the order of the page."""
    return {
        day: {kind: found for kind in KINDS if (found := [shown for shown in group if shown.kind == kind])}
        for day, lines_of_day in groupby(lines, key=lambda shown: shown.day)
        for group in [list(lines_of_day)]
    }


def differences(line: Correction, locale: str) -> tuple[str, Pieces, Pieces]:
    """Return (language, pieces before, pieces after) of a correction for readers of `locale`."""
    language = line.language(locale)
    return language, *word_diff(line.before[language], line.after[language])


def last_correction(site: Site, passage_id: str, locale: str) -> Correction | None:
    """Return the newest correction of a passage in one language."""
    return next(reversed(site.record.of_passage(site.words.name(passage_id), locale)), None)


def last_translated(site: Site, passages: Iterable[Passage]) -> date | None:
    """Return the day on which the translation of passages was last corrected, None if it never was or is none."""
    corrected = (last_correction(site, passage.id, passage.locale) for passage in passages)
    return max((line.date for line in corrected if line), default=None)


def translation_note(site: Site, translated: date | None, locale: str) -> str:
    """Return the note that a text is a translation; `translated` is when it was last corrected, if it was."""
    if translated is None:
        return site.labels.text("translation.unofficial", locale)
    return site.labels.text("translation.dated", locale, date=long_date(translated, locale))


def latest_of_entry(site: Site, signatory: Signatory) -> Line | None:
    """Return the newest line about an entry."""
    return next(reversed(site.record.of_entry({signatory.id, *signatory.aliases})), None)


def told_of_entry(site: Site, line: Line, locale: str) -> str:
    """Return the sentence about a line of the record on the page of its entry."""
    label = "corrections.answered" if isinstance(line, Objection) else "corrections.entry"
    return site.labels.text(label, locale, date=long_date(line.date, locale))


def _subject(site: Site, line: Line, locale: str) -> tuple[str, str]:
    """Return the name of the subject of a line, and its path."""
    text, routes = site.labels.text, site.routes
    if signatory := site.registry.by_id.get(entry_of(line)):
        return signatory.name_in(locale), routes.path(f"signatories/{signatory.id}", locale)
    if isinstance(line, Objection):
        return line.name[locale], ""
    language = name_of(line.locale, locale)
    if line.subject == "page":
        title = read_head(site.layout.docs / locale / f"{line.id}.md", line.id).texts()["title"]
        return text("corrections.page", locale, title=title, language=language), routes.path(line.id, line.locale)
    label, path = _passage(site, line.id, locale)
    return text("corrections.translation", locale, label=label, language=language), path


def _passage(site: Site, name: str, locale: str) -> tuple[str, str]:
    """Return the label of a provision and its page, of a formula and its place in the text.

    The label names the edition if the ids of its passages are also those of an earlier text.
    """
    site, passage_id = site.text_of(name)
    passage = next(passage for passage in site.declarations[locale].passages if passage.id == passage_id)
    path = f"{site.routes.path('declaration', locale)}#{passage_id}"
    if isinstance(passage, Provision):
        label, path = passage.label(locale), site.routes.path(passage_id, locale)
    elif isinstance(passage, Heading):
        label = passage.label(locale)
    else:
        part = passage.part.heading[locale] if isinstance(passage, Formula) else ""
        label = site.labels.text("corrections.formula", locale, part=part)
    if site.edition.is_root:
        return label, path
    edition = site.labels.text("record.edition", locale, edition=site.edition.key)
    return f"{label}{site.labels.text('comma', locale)} {edition}", path
