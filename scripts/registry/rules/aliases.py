"""Rules about former ids: their addresses redirect to the entry, so they must not belong to another body."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from registry.draft import Draft
from registry.fields import ALIASES_LIMIT, ID, ID_LIMIT, NAME_LIMIT
from registry.model import Kind, Province
from registry.rule import Finding, quoted, rule
from registry.words.folding import slug
from registry.words.official_name import CENTRE, read_name
from source.yaml.nodes import Fields, Scalar

_UNION = re.compile("(?:.+-)?(?:birligi|union)(?:-.+)?")
"""The id of a union: its own name."""
_FORMER = "eski-"
"""A prefix that people put before a former id."""


@rule(wrong="aliases: six ids")
def alias_count(draft: Draft) -> Iterator[Finding]:
    """An entry has at most five former ids."""
    for entry in draft.entries:
        if len(aliases := entry.items("aliases")) > ALIASES_LIMIT:
            tr = f"Bir kaydın en çok {ALIASES_LIMIT} önceki id’si olur: hiç yayımlanmamış olanları silin."
            en = f"An entry has at most {ALIASES_LIMIT} former ids: delete those that were never published."
            yield Finding(aliases[ALIASES_LIMIT], tr, en)


@rule(wrong="aliases: [ornek], which is not in data/addresses.lock")
def alias_published(draft: Draft) -> Iterator[Finding]:
    """A former id of the published file is in data/addresses.lock, which lists every address ever published."""
    for _, alias in _unrecorded(draft) if _is_complete(draft) else ():
        shown = quoted(alias.text)
        tr = f"{shown} data/addresses.lock içinde yok: yayımlandıysa eski id ile önce `make lock`"
        tr += " çalıştırın, yoksa silin."
        en = f"{shown} is not in data/addresses.lock: if it was published, first run `make lock` with it as the id; "
        en += "else delete it."
        yield Finding(alias, tr, en)


@rule(wrong="aliases: [ornek-izmir], for deneme-bursa")
def alias_place(draft: Draft) -> Iterator[Finding]:
    """A former id must not look like that of another body: not a province, district-province only of the entry."""
    provinces = {slug(name): each for each in draft.reference.provinces.values() for name in _names(each)}
    for entry, alias in () if _is_complete(draft) else _unrecorded(draft):
        form = alias.text.removeprefix(_FORMER)
        if not _is_own(form, entry, *_split(form, provinces)):
            tr = f"{quoted(alias.text)} başka bir belediyenin ya da birliğin id’si olabilir: silin."
            en = f"{quoted(alias.text)} could be the id of another municipality or union: delete it."
            yield Finding(alias, tr, en)


def _is_complete(draft: Draft) -> bool:
    """Return whether the lock lists every id ever published."""
    return draft.published and bool(draft.recorded)


def _unrecorded(draft: Draft) -> Iterator[tuple[Fields, Scalar]]:
    """Yield the well-formed former ids that the lock does not list, each with its entry."""
    for entry in draft.entries:
        for alias in entry.items("aliases"):
            if isinstance(alias, Scalar) and alias.text not in draft.recorded and _has_form(alias.text):
                yield entry, alias


def _has_form(alias: str) -> bool:
    return len(alias) <= ID_LIMIT and re.fullmatch(ID, alias) is not None


def _names(province: Province) -> tuple[str, ...]:
    return (*province.name.values(), *province.also)


def _split(form: str, provinces: dict[str, Province]) -> tuple[str, Province | None]:
    """Return what precedes the province at the end of an id, and the province; None if there is none."""
    words = form.split("-")
    for at in range(len(words)):
        if found := provinces.get("-".join(words[at:])):
            return "".join(words[:at]), found
    return "", None


def _is_own(form: str, entry: Fields, place: str, province: Province | None) -> bool:
    """Return whether a former id may be that of the entry; `place` precedes `province` in it, without hyphens."""
    kind, code = entry.text("kind"), entry.text("province")
    if _UNION.fullmatch(form):
        return kind is not None and kind.text == Kind.UNION and form.replace("-", "") in _own(entry, province)
    if province is None:
        return True
    if code is None or code.text != str(province.code):
        return False
    of_province = kind is not None and kind.text in {Kind.METROPOLITAN, Kind.PROVINCIAL}
    return (of_province and place in CENTRE | {""}) or (place != "" and place in _own(entry, province))


def _own(entry: Fields, province: Province | None) -> AbstractSet[str]:
    """Return the names of an entry, without hyphens: of its id, and unless it is a town of its name."""
    kind, identifier, names = entry.text("kind"), entry.text("id"), entry.fields("name")
    own = (
        {identifier.text[:ID_LIMIT].removesuffix(f"-{slug(province.name['tr'])}")} if identifier and province else set()
    )
    if names and (name := names.text("tr")) and kind and kind.text != Kind.TOWN:
        own.add(slug(read_name(name.text[:NAME_LIMIT], province).own))
    return {each.replace("-", "") for each in own}
