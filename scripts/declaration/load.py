"""A loader of everything about the text: editions, declarations, corrections and timeline."""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain

from declaration import lock
from declaration.alone import check_alone
from declaration.assemble import Words, load_declaration
from declaration.corrections.check import check_record
from declaration.corrections.lock import lost_lines
from declaration.corrections.model import Record
from declaration.corrections.record import load_record, record_path
from declaration.edition_text import Text
from declaration.editions import Edition, load_editions
from declaration.file import source_text
from declaration.file.read import source_path, text_path
from declaration.model import Declaration
from declaration.timeline import Event, load_timeline
from source.clock import today
from source.files import read_text
from source.layout import Layout
from source.problems.collector import Collector
from source.problems.message import Message
from source.problems.problem import Problem, SourceError


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """All texts. `editions` also contains those without words; `words` are the others, the oldest first."""

    editions: tuple[Edition, ...]
    words: tuple[Words, ...]
    record: Record
    timeline: tuple[Event, ...]

    @property
    def root(self) -> Words:
        """The words whose pages have addresses without a key."""
        return next(words for words in self.words if words.edition.is_root)

    @property
    def declarations(self) -> tuple[Declaration, ...]:
        """The words of every edition in every language."""
        return tuple(each for words in self.words for each in words.declarations.values())


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
    _collector: Collector = field(default_factory=Collector)

    @property
    def problems(self) -> list[Problem]:
        """Those found so far."""
        return self._collector.problems

    def texts(self) -> Texts:
        """Return the texts; SourceError for problems that prevent further reading."""
        editions = load_editions(self.layout)
        words = tuple(self._words(edition, edition.text) for edition in editions if edition.text)
        root = next(each for each in words if each.edition.is_root)
        record = self._collector.of(lambda: load_record(self.layout, words))
        ids = tuple(each.name(passage_id) for each in words for passage_id in each.text.ids)
        timeline = self._collector.of(lambda: load_timeline(self.layout, tuple(root.edition.title), ids)) or ()
        texts = Texts(editions=editions, words=words, record=record or Record(), timeline=timeline)
        self._collector.check(lambda: self._against_locks(texts, is_recorded=record is not None))
        self._collector.check(lambda: self._unknown_files(words))
        return texts

    def _words(self, edition: Edition, text: Text) -> Words:
        declarations = load_declaration(self.layout, edition, text)
        self._collector.check(
            lambda: chain.from_iterable(self._against_source(declarations[each], text) for each in text.authentic)
        )
        self._collector.check(lambda: check_alone(text.alone, declarations))
        return Words(edition, text, declarations)

    def _unknown_files(self, words: Iterable[Words]) -> Iterator[Problem]:
        """Yield a problem for every file of words that is of no edition, or of no language of it."""
        known = [text_path(self.layout, each.edition.key, locale) for each in words for locale in each.declarations]
        for path in sorted({*self.layout.editions.rglob("*.md")} - {*known}):
            message = Message(
                "This file has the words of no edition: its folder is a key in data/editions.yaml, its name a language."
            )
            yield Problem(
                self.layout.shown(path), 1, 1, "unknown-text", "", message, example=self.layout.shown(known[0])
            )

    def _against_source(self, authentic: Declaration, text: Text) -> Iterable[Problem]:
        received = source_path(self.layout, authentic.edition, text.sources[authentic.locale])
        shown, apparatus = self.layout.shown(received), text.apparatus.get(authentic.locale, ())
        return source_text.compare(authentic, read_text(received, shown), shown, apparatus)

    def _against_locks(self, texts: Texts, *, is_recorded: bool) -> Iterator[Problem]:
        digests, shown = locked(self.layout), self.layout.shown(self.layout.data / "provisions.lock")
        yield from lock.compare(digests, texts.declarations, shown)
        yield from self._against_root(digests, texts.root)
        if is_recorded:
            yield from lost_lines(self.layout, texts.record)
            path = self.layout.shown(record_path(self.layout))
            yield from check_record(texts.record, texts.words, digests, path, today(self.layout))

    def _against_root(self, digests: Mapping[lock.Key, str], root: Words) -> Iterator[Problem]:
        """Yield a problem if published addresses would get the words of a text that was not published there."""
        published = sorted({key.partition("/")[0] for key, _ in digests})
        if published and root.edition.key not in published:
            path = self.layout.shown(self.layout.data / "editions.yaml")
            message = Message(
                "Published addresses would get the words of the edition “{key}”. Do not change “root”.",
                key=root.edition.key,
            )
            yield Problem(path, 1, 1, "root-changed", "", message, example=f"root: {published[0]}")
