"""Rules about the words of a name: real words, no links, one municipality or union alone."""

from collections.abc import Iterator

from registry.characters import foreign
from registry.draft import Draft
from registry.fields import NAME, NAME_LIMIT
from registry.model import Kind, Province
from registry.rule import Finding, quoted, rule
from registry.rules.name_form import plain_names
from registry.words import institutions, spelling
from registry.words.odd_words import leads_away, odd_word, spaced
from source.yaml.nodes import Scalar

_EXAMPLES = {field.key: field.example for field in NAME}


@rule(wrong="tr: Denem3 Belediyesi")
def name_words(draft: Draft) -> Iterator[Finding]:
    """A word of a name is a number, or letters with the first, all or none of them capitals."""
    for key, name in _spelt(draft):
        if odd := odd_word(name.text):
            tr = f"{quoted(odd)} sözcük gibi yazılmamış: harf ile rakam ya da büyük ile küçük harf karışık."
            en = f"{quoted(odd)} is not written as a word: it mixes letters and digits, or capitals and small letters."
            yield Finding(name, tr, en, key, example=_EXAMPLES[key])


@rule(wrong="tr: Deneme Belediyesi deneme.example")
def name_link(draft: Draft) -> Iterator[Finding]:
    """A name contains no web address and no call to follow one; a full stop is followed by a space."""
    for key, name in _spelt(draft):
        if leads_away(name.text):
            apart = spaced(name.text)
            tr = "Adda internet adresi ya da okuru çağıran söz olmaz; noktadan sonra boşluk bırakılır."
            en = "A name contains no web address and no call to the reader; a full stop is followed by a space."
            yield Finding(name, tr, en, key, "" if leads_away(apart) else apart, _EXAMPLES[key])


def _spelt(draft: Draft) -> Iterator[tuple[str, Scalar]]:
    """Yield the names in the characters of names; others have rules of their own."""
    return ((key, name) for key, name in plain_names(draft) if not foreign(name.text))


_EXAMPLE = next(field.example for field in NAME if field.key == "tr")


@rule(wrong="tr: Deneme Belediyesi Yazı İşleri Müdürlüğü")
def name_alone(draft: Draft) -> Iterator[Finding]:
    """A name is that of a municipality or union alone, not of a department, an office or another institution."""
    for name, kind, province in _turkish(draft):
        if institutions.is_person(name.text):
            yield no_person(name, spelling.turkish(institutions.lone(name.text), kind, province))
        elif institutions.is_office(name.text):
            yield not_alone(name, kind, spelling.turkish(name.text, kind, province))


@rule(wrong="tr: Deneme Belediyesi ve Örnek Belediyesi")
def name_several(draft: Draft) -> Iterator[Finding]:
    """A name is that of one municipality; only a union joins several."""
    for name, kind, province in _turkish(draft):
        if kind != Kind.UNION and (named := institutions.several(name.text)):
            yield several(name, spelling.turkish(named[0], "", province))


def not_alone(name: Scalar, kind: str, spelt: str) -> Finding:
    """Return the finding for a text that is more than a name; it is not quoted, as it may name a person."""
    if not spelling.says_municipality(name.text) and kind != Kind.UNION:
        tr = "Burada yalnızca belediyeler ve belediye birlikleri listelenir: imzalayan belediyenin adını yazın."
        en = "Only municipalities and unions of municipalities are listed here: write the name of the one that signed."
        return Finding(name, tr, en, "tr", example=_EXAMPLE)
    return no_person(name, spelt)


def no_person(name: Scalar, spelt: str) -> Finding:
    """Return the finding for a text that may name a person; `spelt` is the name in it, or ""."""
    tr = "Yalnızca belediyenin ya da birliğin adını yazın: birim, başka kurum ve kişi adı yazmayın."
    en = "Write only the name of the municipality or union, not of a department, another institution or a person."
    return Finding(name, tr, en, "tr", spelt, _EXAMPLE)


def several(name: Scalar, first: str) -> Finding:
    """Return the finding for a name that joins municipalities; `first` is one of them."""
    tr = "Birden çok belediye yazılmış: burada birini bırakın; her belediye için ayrı kayıt ve ayrı başvuru gerekir."
    en = "Several municipalities are named: keep one here; each needs an entry and a request of its own."
    return Finding(name, tr, en, "tr", first, _EXAMPLE)


def _turkish(draft: Draft) -> Iterator[tuple[Scalar, str, Province | None]]:
    """Yield every Turkish name that is short enough, with the kind and province of its entry."""
    for entry in draft.entries:
        names, texts = entry.fields("name"), entry.texts()
        if names and (name := names.text("tr")) and len(name.text) <= NAME_LIMIT:
            yield name, texts.get("kind", ""), draft.reference.province(texts.get("province", ""))
