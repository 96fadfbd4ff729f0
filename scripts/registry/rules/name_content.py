"""Rules about the words of a name: real words, no links."""

import re
import unicodedata
from collections.abc import Iterator

from registry.characters import HIDDEN
from registry.draft import Draft
from registry.fields import NAME_LIMIT
from registry.rule import Finding, quoted, rule
from registry.words.folding import fold
from source.problems import Message
from source.yaml.nodes import Scalar

_CONFUSABLE_SCRIPTS = {"LATIN", "GREEK", "CYRILLIC", "ARMENIAN", "COPTIC", "CHEROKEE"}
"""Scripts with letters that look alike, as the names of characters begin."""
_WORD = re.compile("[^\\W_]+")
_NUMBER = re.compile("[0-9]+(st|nd|rd|th)?")
_CALL = re.compile(
    "\\b(?:www|tikla[a-z]*|click[a-z]*|buraya|buradan|here|visit|download|follow|indirin(?:iz)?"
    "|(?:ziyaret|takip) edin(?:iz)?|(?:dot|nokta) com)\\b|//"
)
"""Calls to the reader, folded."""
_ADDRESS = re.compile("(?<!\\b[^\\W_])\\.[^\\W_]|\\.[^\\W_]{2}")
"""A full stop inside a word, except in initials: "deneme.example", "x.example"; not "A.B."."""
_ABBREVIATED = re.compile("\\b(?:[0-9]+|[^\\W\\d_])\\.(?=[^\\W\\d_]{2})")
"""A number or an initial whose full stop has no space after it: "2.Bölge", "A.B.Deneme"."""


@rule(wrong="tr: Denem3 Kurumu")
def name_words(draft: Draft) -> Iterator[Finding]:
    """A word of a name is a number, or letters with the first, all or none of them capitals."""
    for key, name in _spelt(draft):
        if odd := odd_word(name.text):
            message = Message(
                "{odd} is no plain word: it mixes letters and digits, capitals and small letters, or scripts.",
                odd=quoted(odd),
            )
            yield Finding(name, message, key, example=draft.examples[key])


@rule(wrong='tr: "Deneme  Kurumu "')
def name_spaces(draft: Draft) -> Iterator[Finding]:
    """A name is on one line, with single spaces between its words."""
    for key, name in plain_names(draft):
        plain = " ".join(name.text.split())
        if plain != name.text and unicodedata.is_normalized("NFKC", name.text):
            yield Finding(name, Message("{name} has extra spaces or a line break.", name=quoted(name.text)), key, plain)


@rule(wrong="tr: Deneme Kurumu deneme.example")
def name_link(draft: Draft) -> Iterator[Finding]:
    """A name contains no web address and no call to follow one; a full stop is followed by a space."""
    for key, name in _spelt(draft):
        if leads_away(name.text):
            apart = _ABBREVIATED.sub("\\g<0> ", name.text)
            message = Message(
                "A name contains no web address and no call to the reader; a full stop is followed by a space."
            )
            yield Finding(name, message, key, "" if leads_away(apart) else apart, draft.examples[key])


def plain_names(draft: Draft) -> Iterator[tuple[str, Scalar]]:
    """Yield the names that are short enough and contain no hidden character; others have rules of their own."""
    for key, name in draft.names:
        if len(name.text) <= NAME_LIMIT and (name.text.isascii() or not HIDDEN.search(name.text)):
            yield key, name


def _spelt(draft: Draft) -> Iterator[tuple[str, Scalar]]:
    """Yield the names in the characters of names; others have rules of their own."""
    foreign = draft.reference.definition.alphabet.foreign
    return ((key, name) for key, name in plain_names(draft) if not foreign(name.text))


def odd_word(name: str) -> str:
    """Return the first word that is not a number, "2nd", or letters with the first, all or none capitals; or "".

    The letters of a word come from one of the scripts that look alike (UTS 39).
    """
    return next((word for word in _WORD.findall(name) if not _is_word(word)), "")


def leads_away(name: str) -> bool:
    """Return whether a name contains a web address or a call to follow one."""
    words = fold(name)
    return _CALL.search(words) is not None or _ADDRESS.search(words) is not None


def _is_word(word: str) -> bool:
    if not word.isalpha():
        return _NUMBER.fullmatch(word) is not None
    scripts = set() if word.isascii() else {unicodedata.name(letter, "").partition(" ")[0] for letter in word}
    is_mixed = len(scripts & _CONFUSABLE_SCRIPTS) > 1
    return not is_mixed and (len(word) == 1 or word.isupper() or word[1:] == word[1:].lower())
