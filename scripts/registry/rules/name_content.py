"""Rules about the words of a name: real words, no links."""

import unicodedata
from collections.abc import Iterator

from registry.draft import Draft
from registry.rule import Finding, quoted, rule
from registry.rules.name_form import plain_names
from registry.words.odd_words import leads_away, odd_word, spaced
from source.problems import Message
from source.yaml.nodes import Scalar


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
            apart = spaced(name.text)
            message = Message(
                "A name contains no web address and no call to the reader; a full stop is followed by a space."
            )
            yield Finding(name, message, key, "" if leads_away(apart) else apart, draft.examples[key])


def _spelt(draft: Draft) -> Iterator[tuple[str, Scalar]]:
    """Yield the names in the characters of names; others have rules of their own."""
    foreign = draft.reference.definition.alphabet.foreign
    return ((key, name) for key, name in plain_names(draft) if not foreign(name.text))
