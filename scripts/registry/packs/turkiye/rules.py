"""Rules of Türkiye: names of municipalities and unions alone, kinds and provinces, identity numbers."""

import re
from collections.abc import Iterator

from registry.definition.model import Place
from registry.draft import Draft, name_of, names_of
from registry.fields import ID_LIMIT, NAME_LIMIT
from registry.packs.turkiye import institutions, spelling
from registry.packs.turkiye.kinds import OF_PROVINCE, Kind, kind_in
from registry.packs.turkiye.official_name import CENTRE, bare, read_name
from registry.packs.turkiye.personal_data import identity_numbers
from registry.reference import Reference
from registry.rule import Finding, quoted, rule
from registry.rules.identity import is_complete, unrecorded
from registry.rules.name_content import plain_names
from registry.rules.name_form import is_placeholder
from registry.rules.whole_file import everywhere
from registry.words.folding import fold, slug
from source.problems import Message
from source.yaml.nodes import Fields, Scalar

_ENGLISH = re.compile("\\b(municipalit(y|ies)|metropolitan|union of)\\b")
_TURKISH = re.compile("\\b(belediye(si|ler|leri)?|buyuksehir|birligi)\\b")
_UNION = re.compile("(?:.+-)?(?:birligi|union)(?:-.+)?")
"""The id of a union: its own name."""
_FORMER = "eski-"
"""A prefix that people put before a former id."""
EXAMPLE = "Deneme Belediyesi"
_OTHERS = Message(
    "Only municipalities and unions of municipalities are listed here: write the name of the one that signed."
)
NO_PERSON = Message(
    "Write only the name of the municipality or union, not of a department, another institution or a person."
)
"""Neither quotes the text, as it may name a person."""
SEVERAL = Message("Several municipalities are named: keep one here; each needs an entry and a request of its own.")


@rule(wrong="en: Deneme Belediyesi")
def name_language(draft: Draft) -> Iterator[Finding]:
    """Each name is in its own language: Turkish under `tr`, English under `en`."""
    for key, name in plain_names(draft):
        other = _ENGLISH if key == "tr" else _TURKISH
        if other.search(fold(name.text)) and not is_placeholder(name.text, draft.reference):
            message = Message(
                "{name} does not belong under “{key}”: tr is the Turkish name, en the English one.",
                name=quoted(name.text),
                key=key,
            )
            meant = spelling.from_english(name.text) if key == "tr" else spelling.english(name.text)
            yield Finding(name, message, key, meant, draft.examples[key])


@rule(wrong="{kind: provincial, province: 16}")
def kind_province(draft: Draft) -> Iterator[Finding]:
    """A province has either a metropolitan municipality or a provincial one (Laws 5216, 6360 and 6447)."""
    words = {kind.value: kind.words for kind in draft.reference.definition.kinds}
    for entry in draft.entries:
        kind, province = entry.text("kind"), draft.reference.place_of(entry)
        there = kind_in(province)
        if kind and province and kind.text in OF_PROVINCE - {there}:
            message = Message(
                "{province} has no {written} but a {there}: correct the kind or the province.",
                province=province.name,
                written=words[kind.text],
                there=words[there],
            )
            is_own = bare(name_of(entry, "tr"), province) == bare(province.name["tr"])
            yield Finding(kind, message, "kind", there if is_own else "", Kind.DISTRICT)


@rule(wrong="# T.C. kimlik no: eleven digits with a valid checksum")
def identity_number(draft: Draft) -> Iterator[Finding]:
    """No national identity number appears anywhere, not even in a comment."""
    for node, _, fix in everywhere(draft, identity_numbers):
        yield Finding(node, Message("Delete the national identity number: this is public."), fix=fix)


@rule(wrong="tr: Deneme Belediyesi Yazı İşleri Müdürlüğü", requests=False)
def name_alone(draft: Draft) -> Iterator[Finding]:
    """A name is that of a municipality or union alone, not of a department, an office or another institution."""
    for name, kind, province in _turkish(draft):
        if institutions.is_person(name.text):
            spelt = spelling.turkish(institutions.lone(name.text), kind, province)
            yield Finding(name, NO_PERSON, "tr", spelt, EXAMPLE)
        elif institutions.is_office(name.text):
            message, spelt = not_alone(name.text, kind, spelling.turkish(name.text, kind, province))
            yield Finding(name, message, "tr", spelt, EXAMPLE)


@rule(wrong="tr: Deneme Belediyesi ve Örnek Belediyesi", requests=False)
def name_several(draft: Draft) -> Iterator[Finding]:
    """A name is that of one municipality; only a union joins several."""
    for name, kind, province in _turkish(draft):
        if kind != Kind.UNION and (named := institutions.several(name.text)):
            yield Finding(name, SEVERAL, "tr", spelling.turkish(named[0], "", province), EXAMPLE)


def not_alone(text: str, kind: str, spelt: str) -> tuple[Message, str]:
    """Return the message for a text that is more than a name, and the name `spelt` in it, or ""."""
    return (NO_PERSON, spelt) if spelling.says_municipality(text) or kind == Kind.UNION else (_OTHERS, "")


def _turkish(draft: Draft) -> Iterator[tuple[Scalar, str, Place | None]]:
    """Yield every Turkish name that is short enough, with the kind and province of its entry."""
    for entry in draft.entries:
        for _, name in names_of(entry, "tr"):
            if len(name.text) <= NAME_LIMIT:
                yield name, entry.texts().get("kind", ""), draft.reference.place_of(entry)


@rule(wrong="aliases: [ornek-izmir], for deneme-bursa", requests=False)
def alias_place(draft: Draft) -> Iterator[Finding]:
    """A former id must not look like that of another body: not a province, district-province only of the entry."""
    provinces = {slug(name): each for each in draft.reference.places.values() for name in each.all_names}
    for entry, alias in () if is_complete(draft) else unrecorded(draft):
        form = alias.text.removeprefix(_FORMER)
        if not _is_own(form, entry, draft.reference, *_split(form, provinces)):
            message = Message(
                "{alias} could be the id of another municipality or union: delete it.", alias=quoted(alias.text)
            )
            yield Finding(alias, message)


def _split(form: str, provinces: dict[str, Place]) -> tuple[str, Place | None]:
    """Return what precedes the province at the end of an id, and the province; None if there is none."""
    words = form.split("-")
    for at in range(len(words)):
        if found := provinces.get("-".join(words[at:])):
            return "".join(words[:at]), found
    return "", None


def _is_own(form: str, entry: Fields, reference: Reference, place: str, province: Place | None) -> bool:
    """Return whether a former id may be that of the entry; `place` precedes `province` in it, without hyphens."""
    kind = entry.texts().get("kind")
    if _UNION.fullmatch(form):
        return kind == Kind.UNION and form.replace("-", "") in _own(entry, province)
    if province is None:
        return True
    if reference.place_of(entry) is not province:
        return False
    return (kind in OF_PROVINCE and place in CENTRE | {""}) or (place != "" and place in _own(entry, province))


def _own(entry: Fields, province: Place | None) -> set[str]:
    """Return the names of an entry, without hyphens: of its id, and unless it is a town of its name."""
    texts, own = entry.texts(), set()
    if province and "id" in texts:
        own.add(texts["id"][:ID_LIMIT].removesuffix(f"-{slug(province.name['tr'])}"))
    if texts.get("kind", Kind.TOWN) != Kind.TOWN:
        own.add(slug(read_name(name_of(entry, "tr")[:NAME_LIMIT], province).own))
    return {each.replace("-", "") for each in own}


def advice(entry: Fields) -> Message | None:
    """Return what a duplicate is told further: a town may have the name of another."""
    if entry.texts().get("kind") != Kind.TOWN:
        return None
    return Message("If it is another town of that name, its id names the district: town-district-province.")
