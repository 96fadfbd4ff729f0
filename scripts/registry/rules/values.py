"""Rules about codes: values from lists of the registry, places, editions and Wikidata."""

import re
from collections.abc import Iterable, Iterator

from registry.definition.model import PlaceField
from registry.draft import Draft, signatures_of
from registry.fields import WIKIDATA, Choice
from registry.rule import Finding, quoted, rule
from registry.rules.proposed_field import value_of
from registry.words import near_misses
from registry.words.folding import slug
from source.problems.message import Message, Words
from source.yaml.nodes import Scalar


@rule(wrong="kind: yanlış")
def unknown_kind(draft: Draft) -> Iterator[Finding]:
    """The kind of a signatory is one of the words in the guide at the head of the file."""
    definition = draft.reference.definition
    for entry in draft.entries:
        yield from _unlisted(entry.text("kind"), definition.kinds, definition.examples["kind"])


@rule(wrong="")
def unknown_place(draft: Draft) -> Iterator[Finding]:
    """The place of a signatory is given by its code, as the list of places writes it."""
    places, place = draft.reference.places, draft.reference.definition.place
    for entry in draft.entries if place else ():
        if place and (code := entry.text(place.key)) and code.text not in places and code.text.strip():
            implied, derived = value_of(place.field, entry, draft)
            meant = near_misses.place(code.text, places).value or (implied if derived else "")
            message = _unknown(quoted(code.text), place, places)
            yield Finding(code, message, place.key, meant, place.field.example)


def _unknown(code: str, place: PlaceField, codes: Iterable[str]) -> Message:
    """Return that a code is none of those of the list, and which these are."""
    if place.field.number:
        first, last = min(map(int, codes)), max(map(int, codes))
        return Message(
            "{code} is not a {kind}; write a number from {first} to {last}.",
            code=code,
            kind=place.code,
            first=first,
            last=last,
        )
    return Message("{code} is not a {kind}; write one of: {known}.", code=code, kind=place.code, known=", ".join(codes))


@rule(wrong="wikidata: https://www.wikidata.org/wiki/Q43")
def wikidata_form(draft: Draft) -> Iterator[Finding]:
    """A Wikidata id is the letter Q and digits."""
    for entry in draft.entries:
        if (item := entry.text("wikidata")) and not re.fullmatch(WIKIDATA, item.text) and item.text.strip():
            digits = re.search("[0-9]{1,12}", item.text)
            message = Message(
                "{item} is not a Wikidata id: write the letter Q followed by digits.", item=quoted(item.text)
            )
            yield Finding(item, message, "wikidata", f"Q{digits[0]}" if digits else "", "Q000")


@rule(wrong="edition: ikinci")
def unknown_edition(draft: Draft) -> Iterator[Finding]:
    """A signature names an edition that exists."""
    editions = draft.reference.editions
    for signature in draft.signatures:
        if (key := signature.text("edition")) and key.text not in editions and key.text.strip():
            message = Message(
                "There is no edition {key}; write one of: {editions}.",
                key=quoted(key.text),
                editions=", ".join(editions),
            )
            yield Finding(key, message, "edition", near_misses.edition(key.text, editions).value, max(editions))


@rule(wrong="signatures: [{edition: 2021, …}, {edition: 2021, …}]")
def edition_twice(draft: Draft) -> Iterator[Finding]:
    """A signatory signs an edition once."""
    for entry in draft.entries:
        seen: set[str] = set()
        for signature in signatures_of(entry):
            if key := signature.text("edition"):
                if key.text in seen:
                    message = Message(
                        "This entry already contains a signature of {edition}: delete one.", edition=quoted(key.text)
                    )
                    yield Finding(key, message)
                seen.add(key.text)


@rule(wrong="kind: gazete haberi")
def unknown_evidence_kind(draft: Draft) -> Iterator[Finding]:
    """The kind of a piece of evidence is one of the words in the guide at the head of the file."""
    kinds = draft.reference.definition.evidence_kinds
    for evidence in draft.evidence:
        yield from _unlisted(evidence.text("kind"), kinds, kinds[-1].value)


def _unlisted(found: Scalar | None, choices: tuple[Choice, ...], usual: str) -> Iterator[Finding]:
    if found and found.text.strip() and found.text not in {item.value for item in choices}:
        known = tuple(map(_with_meaning, choices))
        message = Message("{value} is not known; write one of: {known}.", value=quoted(found.text), known=known)
        yield Finding(found, message, "kind", near_misses.choice(found.text, choices).value, usual)


def _with_meaning(choice: Choice) -> Words:
    """Return a value with its meaning, where that is not the same word."""
    value = choice.value
    return {each: value if slug(words) == value else f"{value} ({words})" for each, words in choice.words.items()}
