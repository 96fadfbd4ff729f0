"""Rules about codes: values from lists of the registry, provinces, editions and Wikidata."""

import re
from collections.abc import Iterator

from registry.draft import Draft, signatures_of
from registry.fields import EVIDENCE_KINDS, KINDS, SIGNATORY, WIKIDATA, Choice
from registry.model import EvidenceKind, Kind, Province
from registry.rule import Finding, quoted, rule
from registry.rules.proposed_field import value_of
from registry.words import near_misses
from registry.words.official_name import bare
from source.yaml.nodes import Fields, Scalar

_KIND_WORDS = {str(choice.value): (choice.tr, choice.en) for choice in KINDS}
_PROVINCE = next(field for field in SIGNATORY if field.key == "province")


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
    """A province is given by its plate code, without a leading zero."""
    provinces = draft.reference.provinces
    codes = {str(code) for code in provinces}
    for entry in draft.entries:
        if (code := entry.text("province")) and code.text not in codes and code.text.strip():
            implied, derived = value_of(_PROVINCE, entry, draft)
            meant = near_misses.province(code.text, provinces).value or (implied if derived else "")
            first, last = min(provinces), max(provinces)
            tr = f"{quoted(code.text)} bir plaka kodu değil; {first} ile {last} arasında bir sayı yazın."
            en = f"{quoted(code.text)} is not a plate code; write a number from {first} to {last}."
            yield Finding(code, tr, en, "province", meant, _PROVINCE.example)


@rule(wrong="{kind: provincial, province: 16}")
def kind_province(draft: Draft) -> Iterator[Finding]:
    """A province has either a metropolitan municipality or a provincial one (Laws 5216, 6360 and 6447)."""
    for entry in draft.entries:
        kind, code = entry.text("kind"), entry.text("province")
        province = draft.reference.province(code.text) if code else None
        there = Kind.METROPOLITAN if province and province.metropolitan else Kind.PROVINCIAL
        if kind and province and kind.text in {Kind.METROPOLITAN, Kind.PROVINCIAL} - {there}:
            (tr_is, en_is), (tr_written, en_written) = _KIND_WORDS[there], _KIND_WORDS[kind.text]
            tr = f"{province.name['tr']} ilinde {tr_written} yok, {tr_is} var: türü ya da ili düzeltin."
            en = f"{province.name['en']} has no {en_written} but a {en_is}: correct the kind or the province."
            yield Finding(kind, tr, en, "kind", there if _is_of(entry, province) else "", Kind.DISTRICT)


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


def _is_of(entry: Fields, province: Province) -> bool:
    """Return whether the name of an entry is that of the province."""
    name = entry.fields("name")
    return name is not None and bare(name.texts().get("tr", ""), province) == bare(province.name["tr"])


def _unlisted(found: Scalar | None, choices: tuple[Choice, ...], usual: str) -> Iterator[Finding]:
    if found and found.text.strip() and found.text not in {item.value for item in choices}:
        tr = f"{quoted(found.text)} bilinmiyor; şunlardan birini yazın: "
        tr += ", ".join(f"{item.value} ({item.tr})" for item in choices) + "."
        en = f"{quoted(found.text)} is not known; write one of: {', '.join(item.value for item in choices)}."
        yield Finding(found, tr, en, "kind", near_misses.choice(found.text, choices).value, usual)
