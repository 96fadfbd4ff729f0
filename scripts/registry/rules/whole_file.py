"""Rules about the whole file and its comments: no hidden characters, no personal data, comments in place."""

import re
from collections.abc import Callable, Iterator

from registry.characters import HIDDEN
from registry.draft import Draft
from registry.file.document import placed_comments
from registry.pack import pack_of
from registry.rule import FORMAT_COMMAND, Finding, quoted, rule
from registry.words.personal_data import emails, masked
from source.problems import Message
from source.yaml.nodes import Scalar, scalars

_PASTED = 4000
"""Characters of the longest line that is offered as a correction."""


@rule(wrong="tr: Deneme Kuru\\u200bmu")
def hidden_character(draft: Draft) -> Iterator[Finding]:
    """No character is invisible: no control, bidi, format or zero-width one."""
    for node, found, fix in everywhere(draft, lambda text: (match.span() for match in HIDDEN.finditer(text))):
        codes = ", ".join(f"U+{ord(letter):04X}" for letter in found[:5])
        yield Finding(node, Message("An invisible character ({codes}): delete it.", codes=codes), fix=fix)


@rule(wrong="# yazan: kisi@deneme.example")
def email(draft: Draft) -> Iterator[Finding]:
    """No e-mail address appears anywhere, not even in a comment."""
    for node, _, fix in everywhere(draft, emails):
        yield Finding(node, Message("Delete the e-mail address: this is public."), fix=fix)


@rule(wrong="# 0555 000 00 00")
def phone(draft: Draft) -> Iterator[Finding]:
    """No phone number appears anywhere, not even in a comment."""
    for node, _, fix in everywhere(draft, pack_of(draft.reference).phones):
        yield Finding(node, Message("Delete the phone number: this is public."), fix=fix)


def everywhere(draft: Draft, find: Callable[[str], Iterator[tuple[int, int]]]) -> Iterator[tuple[Scalar, str, str]]:
    """Yield the place, the words and the line without them for every match of `find`, also behind YAML escapes."""
    for start, end in find(draft.text):
        place = draft.lines.place(start)
        yield Scalar("", *place), draft.text[start:end], _without(draft, place[0], start, end)
    if "\\" in draft.text:
        for node in scalars(draft.tree):
            if not _is_written(node, draft):
                yield from ((node, node.text[start:end], "") for start, end in find(node.text))


def _is_written(node: Scalar, draft: Draft) -> bool:
    """Return whether a text is in the file without escapes, so that it has been searched with the file."""
    start = draft.lines.span(node.line)[0] + node.column - 1
    return draft.text.startswith(node.text, start) or draft.text.startswith(node.text, start + 1)


def _without(draft: Draft, line: int, start: int, end: int) -> str:
    """Return a line without the span from `start` to `end`, and without hidden characters and personal data.

    "" for a line that is too long to paste, or does not contain the whole span.
    """
    first, last = draft.lines.span(line)
    if last - first > _PASTED or end > last:
        return ""
    rest = masked(HIDDEN.sub("", draft.text[first:start] + draft.text[end:last]), "")
    return re.sub("[ \t]+", " ", rest).strip(" -")


@rule(wrong="kind: press  # okundu", requests=False)
def comment_place(draft: Draft) -> Iterator[Finding]:
    """Comments are at the head of the file, or on lines of their own above an entry, with which they move."""
    for placed in placed_comments(draft.lines, draft.tree):
        if not placed.proper:
            comment, shown = placed.comment, quoted(placed.comment.text)
            message = Message(
                "{comment} belongs on a line of its own above the entry; this command moves it: {command}",
                comment=shown,
                command=FORMAT_COMMAND,
            )
            yield Finding(Scalar(comment.text, comment.line, comment.column), message)
