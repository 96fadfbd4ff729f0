"""Everything about the text, read, checked and locked: editions, declarations, corrections and timeline."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from declaration import lock
from declaration.alone import check_alone
from declaration.assemble import Words, load_declaration
from declaration.corrections.check import check_record
from declaration.corrections.model import Record
from declaration.corrections.record import load_record, lock_lines, lost_lines, record_path
from declaration.edition_text import Text
from declaration.editions import Edition, load_editions, root_edition
from declaration.file import source_text
from declaration.file.read import text_path
from declaration.model import Declaration
from declaration.timeline import Event, load_timeline
from source.clock import today
from source.files import read_text
from source.layout import Layout
from source.problems import Collector, Message, Problem, SourceError

_LOCKABLE = ("unlocked", "translation-changed")
"""Rules whose problems `make lock` resolves; all others must be corrected in the text."""


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
    found = Collector()
    try:
        texts = _texts(layout, found)
    except SourceError as error:
        return None, list(error.problems)
    return texts, sorted(found.problems)


def check(layout: Layout) -> list[Problem]:
    """Return every problem of the text, the corrections, the timeline and the locks, sorted by place."""
    return read_whole(layout)[1]


def write_lock(layout: Layout, others: Iterable[Problem] = ()) -> list[Problem]:
    """Lock the current words; or return the problems that a lock cannot resolve, and write nothing.

    `others` are such problems found elsewhere. SourceError if the lock cannot be written.
    """
    texts, found = read_whole(layout)
    problems = sorted({*others, *(problem for problem in found if problem.rule not in _LOCKABLE)})
    if texts and not problems:
        lock.lock_words(layout, texts.declarations)
        lock_lines(layout, texts.record)
    return problems


def _texts(layout: Layout, found: Collector) -> Texts:
    """Return the texts, and record problems that do not end the reading; SourceError for those that do."""
    editions = load_editions(layout)
    words = tuple(_words(layout, edition, edition.text, found) for edition in editions if edition.text)
    record = found.of(lambda: load_record(layout, words))
    ids = tuple(each.name(passage_id) for each in words for passage_id in each.text.ids)
    timeline = found.of(lambda: load_timeline(layout, tuple(root_edition(editions)[0].title), ids)) or ()
    texts = Texts(editions=editions, words=words, record=record or Record(), timeline=timeline)
    found.check(lambda: _against_locks(layout, texts, is_recorded=record is not None))
    found.check(lambda: _unknown_files(layout, words))
    return texts


def _words(layout: Layout, edition: Edition, text: Text, found: Collector) -> Words:
    declarations = load_declaration(layout, edition, text)
    found.check(
        lambda: chain.from_iterable(_against_source(layout, declarations[each], text) for each in text.authentic)
    )
    found.check(lambda: check_alone(text.alone, declarations))
    return Words(edition, text, declarations)


def _unknown_files(layout: Layout, words: Iterable[Words]) -> Iterator[Problem]:
    """Yield a problem for every file of words that is of no edition, or of no language of it."""
    known = [text_path(layout, each.edition.key, locale) for each in words for locale in each.declarations]
    for path in sorted({*layout.editions.rglob("*.md")} - {*known}):
        message = Message(
            "This file has the words of no edition: its folder is a key in data/editions.yaml, its name a language."
        )
        yield Problem(layout.shown(path), 1, 1, "unknown-text", "", message, example=layout.shown(known[0]))


def _against_source(layout: Layout, authentic: Declaration, text: Text) -> Iterable[Problem]:
    received = layout.editions / authentic.edition / text.sources[authentic.locale]
    shown, apparatus = layout.shown(received), text.apparatus.get(authentic.locale, ())
    return source_text.compare(authentic, read_text(received, shown), shown, apparatus)


def _against_locks(layout: Layout, texts: Texts, *, is_recorded: bool) -> Iterator[Problem]:
    digests = lock.locked(layout)
    yield from lock.compare(digests, texts.declarations, layout.shown(lock.lock_path(layout)))
    yield from _against_root(layout, digests, texts.root)
    if is_recorded:
        yield from lost_lines(layout, texts.record)
        yield from check_record(texts.record, texts.words, digests, layout.shown(record_path(layout)), today(layout))


def _against_root(layout: Layout, digests: Iterable[lock.Key], root: Words) -> Iterator[Problem]:
    """Yield a problem if published addresses would get the words of a text that was not published there."""
    published = sorted({key.partition("/")[0] for key, _ in digests})
    if published and root.edition.key not in published:
        path = layout.shown(layout.data / "editions.yaml")
        message = Message(
            "Published addresses would get the words of the edition “{key}”. Do not change “root”.",
            key=root.edition.key,
        )
        yield Problem(path, 1, 1, "root-changed", "", message, example=f"root: {published[0]}")
