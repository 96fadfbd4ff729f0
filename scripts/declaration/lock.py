"""The lock of the text: a fingerprint of every published passage, so that no change goes unnoticed.

One line for each passage and language: `<edition>/<id> <locale> <SHA-256 of the normalised text>`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from declaration.model import Declaration, Passage
from source.files import recorded_lines, write_text
from source.layout import Layout
from source.problems import Message, Problem, refuse

Key = tuple[str, str]
"""("2022/c3", "tr")"""

_LINE = re.compile(r"\S+/\S+ \S+ [0-9a-f]{64}")
_HEAD = """\
# The fingerprint of every published passage: edition/id, language, SHA-256 of its words. Written by `make lock`.
# The authentic text never changes: a new wording is a new edition. An id that is listed here must not be removed.
"""


def key_of(text: Declaration, passage: Passage) -> Key:
    """Return what the lock calls a passage."""
    return f"{text.edition}/{passage.id}", text.locale


def fingerprint(words: str) -> str:
    """Return the SHA-256 of normalised words."""
    return sha256(words.encode()).hexdigest()


def fingerprints(declarations: Iterable[Declaration]) -> dict[Key, str]:
    """Return the fingerprint of every passage, in the order of the text, the languages of one passage together."""
    found = {key_of(text, passage): fingerprint(passage.text) for text in declarations for passage in text.passages}
    order = list(dict.fromkeys(key for key, _ in found))
    return dict(sorted(found.items(), key=lambda item: order.index(item[0][0])))


def lock_path(layout: Layout) -> Path:
    """Return the path of the lock."""
    return layout.data / "provisions.lock"


def lock_words(layout: Layout, declarations: Iterable[Declaration]) -> None:
    """Lock the current words, and remove nothing. SourceError if the lock cannot be read or written."""
    path, digests = lock_path(layout), locked(layout) | fingerprints(declarations)
    lines = (f"{key} {locale} {digest}\n" for (key, locale), digest in digests.items())
    write_text(path, _HEAD + "".join(lines), layout.shown(path))


def locked(layout: Layout) -> dict[Key, str]:
    """Return the digests in the lock; empty if there is no lock yet. SourceError for a malformed line."""
    path = lock_path(layout)
    shown = layout.shown(path)
    lines = list(recorded_lines(path, shown))
    refuse(_unreadable(shown, number) for number, line in lines if not _LINE.fullmatch(line))
    return {(key, locale): digest for key, locale, digest in (line.split() for _, line in lines)}


def compare(locked: Mapping[Key, str], declarations: Sequence[Declaration], path: str) -> Iterator[Problem]:
    """Yield a problem for every locked passage that is missing or changed, and for every one not locked yet.

    `path` names the lock in messages.
    """
    present = fingerprints(declarations)
    lines = {key: number for number, key in enumerate(locked, start=_HEAD.count("\n") + 1)}
    for key in locked:
        if key not in present:
            yield _lost(path, lines[key], *key)
    for text in declarations:
        passages = {key_of(text, passage): passage for passage in text.passages}
        if locked.keys().isdisjoint(passages):
            yield _new(text)
            continue
        for key, passage in passages.items():
            if key not in locked:
                yield passage.problem("unlocked", _UNLOCKED, "make lock")
            elif locked[key] != present[key] and text.authentic:
                yield passage.problem("authentic-changed", _AUTHENTIC_CHANGED)
            elif locked[key] != present[key]:
                yield passage.problem("translation-changed", _TRANSLATION_CHANGED, "make lock")


def _new(text: Declaration) -> Problem:
    """Return the one problem of a text of which nothing is locked yet."""
    first, count = text.passages[0], len(text.passages)
    message = Message(
        "None of the {count} passages of this text in this language is locked. If the words are correct, lock them.",
        count=count,
    )
    return Problem(first.place.path, 1, 1, "unlocked", "", message, "make lock")


_UNLOCKED = Message("This passage is not in the lock yet. If its words are correct, lock them.")
_TRANSLATION_CHANGED = Message(
    "The words of the translation differ from the lock. If the change is intended and recorded, update the lock."
)
_AUTHENTIC_CHANGED = Message(
    "The words of the adopted text do not change; a new wording is a new edition. Restore the earlier words."
)


def _unreadable(path: str, line: int) -> Problem:
    message = Message("This line is not “edition/id language digest”.")
    return Problem(path, line, 1, "lock-line", "", message, example=f"2022/c3 tr {'0' * 64}")


def _lost(path: str, line: int, key: str, locale: str) -> Problem:
    message = Message(
        "The published passage “{key}” is missing in the language “{locale}”. A published id must not be removed.",
        key=key,
        locale=locale,
    )
    return Problem(path, line, 1, "lost-provision", key.partition("/")[2], message)
