"""What may stand nowhere in the file, not even in its comments."""

import re
from collections.abc import Callable, Iterator

from registry.draft import Draft
from registry.letters import HIDDEN
from registry.personal import emails, identity_numbers, phones
from registry.rules.rule import Finding, rule
from source.tree import Scalar, scalars

_PASTED = 4000
"""Characters of the longest line that is shown mended."""


@rule(wrong="tr: Deneme Beledi\\u200byesi")
def hidden_character(draft: Draft) -> Iterator[Finding]:
    """No character stands that nobody sees: no control, bidi or zero-width one."""
    for node, found, fix in _everywhere(draft, lambda text: (match.span() for match in HIDDEN.finditer(text))):
        codes = ", ".join(f"U+{ord(letter):04X}" for letter in found[:5])
        tr, en = (
            f"Görünmeyen bir karakter var ({codes}): silin.",
            f"A character that cannot be seen ({codes}): delete it.",
        )
        yield Finding(node, tr, en, fix=fix)


@rule(wrong="# yazan: kisi@deneme.example")
def email(draft: Draft) -> Iterator[Finding]:
    """No e-mail address stands anywhere, not even in a comment."""
    for node, _, fix in _everywhere(draft, emails):
        tr = "E-posta adresi yazılmış: bu dosya herkese açıktır, silin."
        yield Finding(node, tr, "An e-mail address: this file is public, delete it.", fix=fix)


@rule(wrong="# 0555 000 00 00")
def phone(draft: Draft) -> Iterator[Finding]:
    """No phone number stands anywhere, not even in a comment."""
    for node, _, fix in _everywhere(draft, phones):
        tr = "Telefon numarası yazılmış: bu dosya herkese açıktır, silin."
        yield Finding(node, tr, "A phone number: this file is public, delete it.", fix=fix)


@rule(wrong="# T.C. kimlik no: eleven digits with a valid checksum")
def identity_number(draft: Draft) -> Iterator[Finding]:
    """No national identity number stands anywhere, not even in a comment."""
    for node, _, fix in _everywhere(draft, identity_numbers):
        tr = "T.C. kimlik numarası yazılmış: bu dosya herkese açıktır, silin."
        yield Finding(node, tr, "A national identity number: this file is public, delete it.", fix=fix)


def _everywhere(draft: Draft, find: Callable[[str], Iterator[tuple[int, int]]]) -> Iterator[tuple[Scalar, str, str]]:
    """Yield the place, the words and the line without them, for what `find` finds in the text or behind its escapes."""
    for start, end in find(draft.text):
        place = draft.lines.place(start)
        yield Scalar("", *place), draft.text[start:end], _without(draft, place[0], start, end)
    if "\\" in draft.text:
        for node in scalars(draft.tree):
            if node.text not in draft.lines.line(node.line):
                yield from ((node, node.text[start:end], "") for start, end in find(node.text))


def _without(draft: Draft, line: int, start: int, end: int) -> str:
    """Return a line without what stands from `start` to `end`; "" for one that is too long to be pasted."""
    first, last = draft.lines.span(line)
    if last - first > _PASTED:
        return ""
    return re.sub("[ \t]+", " ", draft.text[first:start] + draft.text[end:last]).strip(" -")
