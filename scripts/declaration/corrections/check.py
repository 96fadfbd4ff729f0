"""Validation of the record of corrections against the text and the lock: every change must be recorded."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from itertools import pairwise

from declaration.assemble import Words
from declaration.corrections.model import Correction, Record
from declaration.lock import Key, fingerprint, key_of
from declaration.model import Passage
from source.problems import Message, Problem
from source.yaml.scalars import written


def check_record(
    record: Record, editions: Iterable[Words], locked: Mapping[Key, str], path: str, today: date
) -> Iterator[Problem]:
    """Yield a problem for every changed passage of a translation whose change is not recorded correctly.

    `path` names the record in messages; `today` is the day of what an example records.
    """
    for words in editions:
        for text in (text for text in words.declarations.values() if not text.authentic):
            for passage in text.passages:
                lines = record.of_passage(words.name(passage.id), text.locale)
                digest = locked.get(key_of(text, passage), fingerprint(passage.text))
                example = partial(_example, lines, words, passage, digest, today)
                yield from _gaps(lines)
                yield from _differences(lines, passage, digest, example, path)


def _gaps(lines: Sequence[Correction]) -> Iterator[Problem]:
    """Yield a problem for every line that does not start from the words of the earlier line about its passage."""
    for earlier, line in pairwise(lines):
        words = _words(earlier.after)
        if _words(line.before) != words:
            message = Message(
                "“before” does not contain the words of the earlier line about this passage ({date}).",
                date=earlier.date,
            )
            yield _at(line, "before", message, f"before: {written(words)}")


def _differences(
    lines: Sequence[Correction], passage: Passage, digest: str, example: Callable[[], str], path: str
) -> Iterator[Problem]:
    """Yield a problem if the lines since the lock, the `digest`, do not lead from its words to the current ones."""
    since = _since(lines, digest)
    is_changed = fingerprint(passage.text) != digest
    begins = bool(since) and fingerprint(_words(since[0].before)) == digest
    ends = bool(lines) and _words(lines[-1].after) == passage.text
    if lines and not ends and (begins or not is_changed):
        message = Message("“after” does not contain the current words of the passage.")
        yield _at(lines[-1], "after", message, f"after: {written(passage.text)}")
    elif is_changed and since and ends and not begins:
        message = Message(
            "“before” does not contain the published words of the passage: the digest in the lock is of other words."
        )
        yield _at(since[0], "before", message, example=f"git show HEAD:{passage.place.path}")
    elif is_changed and not begins:
        yield _missing(passage, example(), path)


def _since(lines: Sequence[Correction], digest: str) -> Sequence[Correction]:
    """Return the lines after the last one that led to the words in the lock."""
    ends = [number for number, line in enumerate(lines, 1) if fingerprint(_words(line.after)) == digest]
    return lines[max(ends, default=0) :]


def _at(line: Correction, field: str, message: Message, fix: str = "", example: str = "") -> Problem:
    return line.cursor.fields()[field].problem(f"correction-{field}", message, fix, example)


def _missing(passage: Passage, example: str, path: str) -> Problem:
    message = Message(
        "Published words of this translation have changed, but the record of corrections does not say so. Add an item"
        " at the end of {path}; “git show HEAD:{file}” shows the earlier words, which are written without markup.",
        path=path,
        file=passage.place.path,
    )
    return passage.problem("correction-missing", message, example=example)


def _example(lines: Sequence[Correction], edition: Words, passage: Passage, digest: str, today: date) -> str:
    """Return an item with the known words; the earlier ones are known if a line of the record contains them."""
    known = (_words(line.after) for line in lines)
    before = next((written(words) for words in known if fingerprint(words) == digest), "…")
    item = [f"- date: {today}", f"  passage: {edition.name(passage.id)}", f"  locale: {passage.locale}"]
    item += [f"  before: {before}", f"  after: {written(passage.text)}", "  reason:"]
    return "\n".join(item + [f"    {locale}: …" for locale in edition.declarations])


def _words(words: Mapping[str, str]) -> str:
    return next(iter(words.values()))
