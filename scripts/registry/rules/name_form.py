"""Rules about the characters, the length and the language of names."""

import html
import re
import unicodedata
from collections.abc import Iterator

from registry.characters import SIGNS
from registry.draft import Draft
from registry.fields import NAME_LIMIT, WORD_LIMIT
from registry.pack import pack_of
from registry.reference import Reference
from registry.rule import Finding, quoted, rule
from registry.rules.name_content import leads_away, odd_word, plain_names
from registry.words.folding import fold
from registry.words.personal_data import masked
from source.problems import Message

TAG = re.compile("<[A-Za-z/!?][^>]*>?|&(#[0-9]+|#x[0-9a-f]+|[a-z]+);", re.IGNORECASE)
_PLACEHOLDER = re.compile(
    "(.*\\b)?x{3,}(\\b.*)?|x+|ad[i]?|isim|name|t(est|odo|bd)|yok|none|null|na|n a|bilinmiyor|unknown|"
)


@rule(wrong="tr: a name of more than 160 characters")
def name_length(draft: Draft) -> Iterator[Finding]:
    """A name has at most 160 characters, and each of its words at most 30."""
    for key, name in draft.names:
        if len(name.text) > NAME_LIMIT:
            message = Message(
                "The name has {count} characters; at most {limit} are allowed.",
                count=len(name.text),
                limit=NAME_LIMIT,
            )
        elif (length := max(map(len, name.text.split()))) > WORD_LIMIT:
            message = Message(
                "The name contains a word of {length} characters; a word has at most {limit}.",
                length=length,
                limit=WORD_LIMIT,
            )
        else:
            continue
        yield Finding(name, message, key, example=draft.examples[key])


@rule(wrong="tr: xxx")
def name_placeholder(draft: Draft) -> Iterator[Finding]:
    """A name is a real one, not a placeholder from a form."""
    for key, name in draft.names:
        if is_placeholder(name.text, draft.reference):
            message = Message("{name} is not a name; write the official one.", name=quoted(name.text))
            yield Finding(name, message, key, example=draft.examples[key])


@rule(wrong="tr: Deneme <b>Kurumu</b>")
def name_html(draft: Draft) -> Iterator[Finding]:
    """A name contains no HTML."""
    for key, name in plain_names(draft):
        if tag := TAG.search(name.text):
            message = Message("The name contains HTML: {tag}.", tag=quoted(tag[0]))
            plain = html.unescape(re.sub("<[^>]*>?", "", name.text))
            yield Finding(name, message, key, _real(" ".join(plain.split()), draft.reference), draft.examples[key])


@rule(wrong="tr: Dеnеmе Kurumu, with Cyrillic е")
def name_letters(draft: Draft) -> Iterator[Finding]:
    """A name has letters of Turkish, Western Europe or registry.yaml, digits, spaces and ' ’ – . , ( ) / & “ ” -."""
    foreign = draft.reference.definition.alphabet.foreign
    for key, name in plain_names(draft):
        if not foreign(name.text) or TAG.search(name.text) or is_placeholder(name.text, draft.reference):
            continue
        text = masked(name.text, "")  # personal data has rules of its own
        if found := foreign(unicodedata.normalize("NFKC", text)):
            message = Message(
                "Characters that are not used in names: {shown}. Allowed are the letters of Turkish and Western Europe,"
                " those in data/registry.yaml (letters), digits, spaces and these: {signs}.",
                shown=", ".join(map(_shown, found[:5])),
                signs=" ".join(SIGNS),
            )
            yield Finding(name, message, key, _real(text, draft.reference), draft.examples[key])


@rule(wrong="tr: Ｄｅｎｅｍｅ Kurumu")
def name_form(draft: Draft) -> Iterator[Finding]:
    """A name is written with plain characters, each in one piece (Unicode’s normal form NFKC)."""
    for key, name in plain_names(draft):
        form = unicodedata.normalize("NFKC", name.text)
        if form != name.text and not draft.reference.definition.alphabet.foreign(form):
            message = Message(
                "{name} contains non-standard characters; type the letters again.", name=quoted(name.text)
            )
            yield Finding(name, message, key, " ".join(form.split()))


def is_placeholder(text: str, reference: Reference) -> bool:
    """Return whether a text is a placeholder of a form or of people, not a name."""
    words, own = " ".join(re.findall("[a-z0-9]+", fold(text[:NAME_LIMIT]))), pack_of(reference).placeholder
    return bool(_PLACEHOLDER.fullmatch(words) or re.fullmatch(own, words)) and all(
        letter.isascii() or unicodedata.category(letter)[0] == "P"
        for letter in reference.definition.alphabet.foreign(text)
    )


def _shown(character: str) -> str:
    """Return a character as messages show it: its code, and itself unless it would be displaced or combined."""
    code = f"U+{ord(character):04X}"
    stays = unicodedata.bidirectional(character) not in {"R", "AL", "AN"} and not unicodedata.combining(character)
    return f"{character} ({code})" if stays and character.isprintable() else code


def _real(name: str, reference: Reference) -> str:
    """Return what is left of a name in characters of names, "" if it is not a name any more."""
    name = reference.definition.alphabet.plain(name)
    return "" if is_placeholder(name, reference) or odd_word(name) or leads_away(name) else name
