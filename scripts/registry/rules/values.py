"""Rules about codes: values from lists of the registry, places, editions and Wikidata."""

import re
from collections.abc import Iterable, Iterator

from registry.draft import Draft, signatures_of
from registry.fields import WIKIDATA, Choice, Field, in_language
from registry.rule import Finding, quoted, rule
from registry.rules.proposed_field import value_of
from registry.words import near_misses
from source.yaml.nodes import Scalar


@rule(wrong="kind: yanlış")
def unknown_kind(draft: Draft) -> Iterator[Finding]:
    """The kind of a signatory is one of the words in the guide at the head of the file."""
    definition = draft.reference.definition
    for entry in draft.entries:
        yield from _unlisted(entry.text("kind"), definition.kinds, definition.examples["kind"])


@rule(wrong="kind: gazete haberi")
def unknown_evidence_kind(draft: Draft) -> Iterator[Finding]:
    """The kind of a piece of evidence is one of the words in the guide at the head of the file."""
    kinds = draft.reference.definition.evidence_kinds
    for evidence in draft.evidence:
        yield from _unlisted(evidence.text("kind"), kinds, kinds[-1].value)


@rule(wrong="")
def unknown_place(draft: Draft) -> Iterator[Finding]:
    """The place of a signatory is given by its code, as the list of places writes it."""
    places, place = draft.reference.places, draft.reference.definition.place
    for entry in draft.entries if place else ():
        if place and (code := entry.text(place.key)) and code.text not in places and code.text.strip():
            implied, derived = value_of(place.field, entry, draft)
            meant = near_misses.place(code.text, places).value or (implied if derived else "")
            write, called = _codes(place.field, places), (in_language(place.code, each) for each in ("tr", "en"))
            tr = f"{quoted(code.text)} bir {next(called)} değil; {write[0]}."
            en = f"{quoted(code.text)} is not a {next(called)}; {write[1]}."
            yield Finding(code, tr, en, place.key, meant, place.field.example)


def _codes(field: Field, places: Iterable[str]) -> tuple[str, str]:
    """Return which code to write, in Turkish and English."""
    if field.number:
        first, last = min(map(int, places)), max(map(int, places))
        return f"{first} ile {last} arasında bir sayı yazın", f"write a number from {first} to {last}"
    return f"şunlardan birini yazın: {', '.join(places)}", f"write one of: {', '.join(places)}"


@rule(wrong="edition: ikinci")
def unknown_edition(draft: Draft) -> Iterator[Finding]:
    """A signature names an edition that exists."""
    editions = draft.reference.editions
    for signature in draft.signatures:
        if (key := signature.text("edition")) and key.text not in editions and key.text.strip():
            tr = f"{quoted(key.text)} adında bir metin yok; şunlardan birini yazın: {', '.join(editions)}."
            en = f"There is no edition {quoted(key.text)}; write one of: {', '.join(editions)}."
            yield Finding(key, tr, en, "edition", near_misses.edition(key.text, editions).value, max(editions))


@rule(wrong="signatures: [{edition: 2021, …}, {edition: 2021, …}]")
def edition_twice(draft: Draft) -> Iterator[Finding]:
    """A signatory signs an edition once."""
    for entry in draft.entries:
        seen: set[str] = set()
        for signature in signatures_of(entry):
            if key := signature.text("edition"):
                if key.text in seen:
                    tr = f"{quoted(key.text)} metninin imzası bu kayıtta zaten var: ikisinden birini silin."
                    yield Finding(
                        key, tr, f"This entry already contains a signature of {quoted(key.text)}: delete one."
                    )
                seen.add(key.text)


@rule(wrong="wikidata: https://www.wikidata.org/wiki/Q43")
def wikidata_form(draft: Draft) -> Iterator[Finding]:
    """A Wikidata id is the letter Q and digits."""
    for entry in draft.entries:
        if (item := entry.text("wikidata")) and not re.fullmatch(WIKIDATA, item.text) and item.text.strip():
            digits = re.search("[0-9]{1,12}", item.text)
            tr = f"{quoted(item.text)} bir Vikiveri kimliği değil: Q harfi ve ardından rakamlar yazın."
            en = f"{quoted(item.text)} is not a Wikidata id: write the letter Q followed by digits."
            yield Finding(item, tr, en, "wikidata", f"Q{digits[0]}" if digits else "", "Q000")


def _unlisted(found: Scalar | None, choices: tuple[Choice, ...], usual: str) -> Iterator[Finding]:
    if found and found.text.strip() and found.text not in {item.value for item in choices}:
        tr = f"{quoted(found.text)} bilinmiyor; şunlardan birini yazın: "
        tr += ", ".join(f"{item.value} ({item.tr})" for item in choices) + "."
        en = f"{quoted(found.text)} is not known; write one of: {', '.join(item.value for item in choices)}."
        yield Finding(found, tr, en, "kind", near_misses.choice(found.text, choices).value, usual)
