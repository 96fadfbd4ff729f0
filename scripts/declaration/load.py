"""A loader of everything about the text: editions, declarations, corrections and timeline."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from declaration import lock, source_text
from declaration.alone import check_alone
from declaration.assemble import load_declaration
from declaration.corrections.check import check_record
from declaration.corrections.lock import lost_lines
from declaration.corrections.model import Record
from declaration.corrections.record import load_record, record_path
from declaration.edition_text import Text
from declaration.editions import Edition, load_editions, present_edition
from declaration.model import Declaration
from declaration.read import source_path
from declaration.timeline import Event, load_timeline
from source.files import read_text
from source.layout import Layout
from source.problems.problem import Problem, SourceError

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """All texts. `edition` is the present one, `text` its settings; `declarations` is locale → Declaration."""

    editions: tuple[Edition, ...]
    edition: Edition
    text: Text
    declarations: Mapping[str, Declaration]
    record: Record
    timeline: tuple[Event, ...]


def read_whole(layout: Layout) -> tuple[Texts | None, list[Problem]]:
    """Return the texts, None if they cannot be assembled, and every problem, sorted by place."""
    reading = _Reading(layout)
    try:
        texts = reading.texts()
    except SourceError as error:
        return None, list(error.problems)
    return texts, sorted(reading.problems)


def locked(layout: Layout) -> dict[lock.Key, str]:
    """Return the digests in data/provisions.lock; empty if there is no lock yet."""
    path = layout.data / "provisions.lock"
    return lock.parse(read_text(path, layout.shown(path)), layout.shown(path)) if os.path.lexists(path) else {}


@dataclass(slots=True)
class _Reading:
    """A reading in progress, with the problems that do not end it."""

    layout: Layout
    problems: list[Problem] = field(default_factory=list)

    def texts(self) -> Texts:
        """Return the texts; SourceError for problems that prevent further reading."""
        editions = load_editions(self.layout)
        edition, text = present_edition(editions)
        declarations = load_declaration(self.layout, edition, text)
        record = self._of(lambda: load_record(self.layout, declarations))
        timeline = self._of(lambda: load_timeline(self.layout, tuple(edition.title), text.ids)) or ()
        self._check(lambda: self._against_source(declarations[text.authentic], text))
        self._check(lambda: self._against_locks(declarations, record))
        self._check(lambda: check_alone(text.alone, declarations))
        return Texts(
            editions=editions,
            edition=edition,
            text=text,
            declarations=declarations,
            record=record or Record(),
            timeline=timeline,
        )

    def _of(self, read: Callable[[], Result]) -> Result | None:
        try:
            return read()
        except SourceError as error:
            self.problems.extend(error.problems)
            return None

    def _check(self, check: Callable[[], Iterable[Problem]]) -> None:
        self.problems.extend(self._of(lambda: list(check())) or ())

    def _against_source(self, authentic: Declaration, text: Text) -> Iterable[Problem]:
        received = source_path(self.layout, authentic.edition, text.source)
        shown = self.layout.shown(received)
        return source_text.compare(authentic, read_text(received, shown), shown, text.apparatus)

    def _against_locks(self, declarations: Mapping[str, Declaration], record: Record | None) -> Iterator[Problem]:
        digests, shown = locked(self.layout), self.layout.shown(self.layout.data / "provisions.lock")
        yield from lock.compare(digests, declarations.values(), shown)
        if record is not None:
            yield from lost_lines(self.layout, record)
            yield from check_record(record, declarations, digests, self.layout.shown(record_path(self.layout)))
