"""Values that stand for something listed elsewhere."""

import re
from collections.abc import Iterator

from registry import guess
from registry.draft import Draft, signatures_of
from registry.fields import EVIDENCE_KINDS, KINDS, WIKIDATA, Choice
from registry.model import EvidenceKind, Kind
from registry.rules.rule import Finding, quoted, rule
from source.tree import Scalar


@rule(wrong="kind: ilçe")
def unknown_kind(draft: Draft) -> Iterator[Finding]:
    """The kind of a signatory is one of five words."""
    for entry in draft.entries:
        yield from _unlisted(entry.text("kind"), KINDS, Kind.DISTRICT)


@rule(wrong="kind: gazete haberi")
def unknown_evidence_kind(draft: Draft) -> Iterator[Finding]:
    """The kind of a piece of evidence is one of four words."""
    for evidence in draft.evidence:
        yield from _unlisted(evidence.text("kind"), EVIDENCE_KINDS, EvidenceKind.PRESS)


@rule(wrong="province: Bursa")
def unknown_province(draft: Draft) -> Iterator[Finding]:
    """A province is named by its plate code, without a zero before it."""
    provinces = draft.reference.provinces
    codes = {str(code) for code in provinces}
    for entry in draft.entries:
        if (code := entry.text("province")) and code.text not in codes and code.text.strip():
            meant = guess.province(code.text, provinces)
            if not meant and (identifier := entry.text("id")):
                meant = guess.province(identifier.text, provinces)
            first, last = min(provinces), max(provinces)
            tr = f"{quoted(code.text)} bir plaka kodu değil; {first} ile {last} arasında bir sayı yazın."
            en = f"{quoted(code.text)} is no plate code; write a number from {first} to {last}."
            yield Finding(code, tr, en, "province", meant or str(last))


@rule(wrong="edition: ikinci")
def unknown_edition(draft: Draft) -> Iterator[Finding]:
    """A signature names an edition that exists."""
    editions = draft.reference.editions
    for signature in draft.signatures:
        if (key := signature.text("edition")) and key.text not in editions and key.text.strip():
            held = [edition for edition in editions if edition in key.text]
            tr = f"{quoted(key.text)} adında bir metin yok; şunlardan birini yazın: {', '.join(editions)}."
            en = f"There is no edition {quoted(key.text)}; write one of: {', '.join(editions)}."
            yield Finding(key, tr, en, "edition", max(held or editions))


@rule(wrong="signatures: [{edition: 2021, …}, {edition: 2021, …}]")
def edition_twice(draft: Draft) -> Iterator[Finding]:
    """A signatory signs an edition once."""
    for entry in draft.entries:
        seen: set[str] = set()
        for signature in signatures_of(entry):
            if key := signature.text("edition"):
                if key.text in seen:
                    tr = f"{quoted(key.text)} metninin imzası bu kayıtta zaten var: ikisinden birini silin."
                    yield Finding(key, tr, f"This entry already holds a signature of {quoted(key.text)}: delete one.")
                seen.add(key.text)


@rule(wrong="wikidata: https://www.wikidata.org/wiki/Q43")
def wikidata_form(draft: Draft) -> Iterator[Finding]:
    """A Wikidata id is the letter Q and digits."""
    for entry in draft.entries:
        if (item := entry.text("wikidata")) and not re.fullmatch(WIKIDATA, item.text) and item.text.strip():
            digits = re.search("[0-9]{1,12}", item.text)
            tr = f"{quoted(item.text)} bir Vikiveri kimliği değil: Q harfi ve ardından rakamlar yazın."
            en = f"{quoted(item.text)} is no Wikidata id: write the letter Q and digits after it."
            yield Finding(item, tr, en, "wikidata", f"Q{digits[0] if digits else '000'}")


def _unlisted(found: Scalar | None, choices: tuple[Choice, ...], usual: str) -> Iterator[Finding]:
    if found and found.text.strip() and found.text not in {item.value for item in choices}:
        meant = guess.choice(found.text, choices)
        tr = f"{quoted(found.text)} bilinmiyor; şunlardan birini yazın: "
        tr += ", ".join(f"{item.value} ({item.tr})" for item in choices) + "."
        en = f"{quoted(found.text)} is not known; write one of: {', '.join(item.value for item in choices)}."
        yield Finding(found, tr, en, "kind", meant or usual)
