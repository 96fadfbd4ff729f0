"""The model of the record of corrections: corrections of published words, and objections."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Self

from declaration.corrections.fields import SUBJECTS, Known, Subject, read_subject, read_words
from source.problems import Message
from source.yaml.cursors import Cursor


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A correction of published words. `id` is that of the passage, the entry or the page.

    `before` and `after` are locale → words: one language for a passage or a page, every language for an entry.
    `source` is an address or "". `number` counts, from 1, the lines of one day about the same subject.
    """

    date: date
    subject: Subject
    id: str
    before: Mapping[str, str]
    after: Mapping[str, str]
    reason: Mapping[str, str]
    source: str
    cursor: Cursor = field(compare=False)
    number: int = 1

    @classmethod
    def from_yaml(cls, cursor: Cursor, known: Known) -> Self:
        """Read one item of `corrections`; SourceError if it is not valid."""
        fields = cursor.fields(("date", "before", "after", "reason"), (*SUBJECTS, "locale", "source"))
        subject = read_subject(cursor, fields)
        locales = (known.read_locale(cursor, fields, subject),) if subject != "entry" else known.locales
        before, after = (read_words(fields[name], locales, subject) for name in ("before", "after"))
        if before == after:
            raise fields["after"].error("correction-same", Message("“before” equals “after”: nothing is corrected."))
        return cls(
            date=known.read_day(fields["date"]),
            subject=subject,
            id=known.read_id(fields[subject], subject),
            before=before,
            after=after,
            reason=known.read_texts(fields["reason"]),
            source=fields["source"].text() if "source" in fields else "",
            cursor=cursor,
        )

    @property
    def locale(self) -> str:
        """The language of the words; "" if they are given in every language."""
        return "" if self.subject == "entry" else next(iter(self.before))

    @property
    def anchor(self) -> str:
        """The permanent id of the line on the page of the record: "c3-en-2022-01-31"."""
        return _anchor(filter(None, (self.id, self.locale)), self)

    def language(self, reader: str) -> str:
        """Return the language in which to show the words: `reader` if they differ in it, else the first one."""
        different = [locale for locale in self.before if self.before[locale] != self.after[locale]]
        return reader if reader in different else different[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Objection:
    """A summary of an objection of an institution, and the answer, both locale → words.

    `entry` is the id of the institution's entry, or ""; `name` is locale → its official name if it has no entry.
    """

    date: date
    entry: str
    name: Mapping[str, str]
    words: Mapping[str, str]
    answer: Mapping[str, str]
    source: str
    cursor: Cursor = field(compare=False)
    number: int = 1

    @classmethod
    def from_yaml(cls, cursor: Cursor, known: Known) -> Self:
        """Read one item of `corrections` that has an `objection`."""
        fields = cursor.fields(("date", "objection", "source"), ())
        objection = fields["objection"].fields(("by", "words", "answer"), ())
        names = not objection["by"].is_text
        return cls(
            date=known.read_day(fields["date"]),
            entry="" if names else known.read_id(objection["by"], "entry"),
            name=known.read_texts(objection["by"]) if names else {},
            words=known.read_texts(objection["words"]),
            answer=known.read_texts(objection["answer"]),
            source=fields["source"].text(),
            cursor=cursor,
        )

    @property
    def anchor(self) -> str:
        """The permanent id of the line on the page of the record: "objection-deneme-bursa-2022-01-31"."""
        return _anchor(filter(None, ("objection", self.entry)), self)


Line = Correction | Objection


@dataclass(frozen=True)
class Record:
    """All lines, oldest first."""

    lines: tuple[Line, ...] = ()

    @cached_property
    def corrections(self) -> tuple[Correction, ...]:
        """The lines that correct words, oldest first."""
        return tuple(line for line in self.lines if isinstance(line, Correction))

    def of_passage(self, passage_id: str, locale: str) -> tuple[Correction, ...]:
        """Return the corrections of a passage in one language, oldest first."""
        return self._of_passages.get((passage_id, locale), ())

    def of_entry(self, ids: Collection[str]) -> tuple[Line, ...]:
        """Return the lines about an entry that has, or had, one of these ids, oldest first."""
        if self._entries.isdisjoint(ids):  # as for nearly all of thousands
            return ()
        return tuple(line for line in self.lines if entry_of(line) in ids)

    @cached_property
    def _of_passages(self) -> Mapping[tuple[str, str], tuple[Correction, ...]]:
        found: dict[tuple[str, str], tuple[Correction, ...]] = {}
        for line in (line for line in self.corrections if line.subject == "passage"):
            found[line.id, line.locale] = (*found.get((line.id, line.locale), ()), line)
        return found

    @cached_property
    def _entries(self) -> frozenset[str]:
        return frozenset(map(entry_of, self.lines))


def entry_of(line: Line) -> str:
    """Return the id of the entry that a line concerns, or ""."""
    if isinstance(line, Objection):
        return line.entry
    return line.id if line.subject == "entry" else ""


def _anchor(names: Iterator[str], line: Line) -> str:
    number = [str(line.number)] if line.number > 1 else []
    return "-".join([*names, line.date.isoformat(), *number]).replace("/", "-")  # 2027/c3
