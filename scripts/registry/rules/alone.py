"""That a name is one municipality's or union's, and nobody else's."""

from collections.abc import Iterator

from registry import institutions, naming
from registry.draft import Draft
from registry.fields import NAME, NAME_LIMIT
from registry.model import Kind, Province
from registry.rules.rule import Finding, rule
from source.tree import Scalar

_EXAMPLE = next(field.example for field in NAME if field.key == "tr")


@rule(wrong="tr: Deneme Belediyesi Yazı İşleri Müdürlüğü")
def name_alone(draft: Draft) -> Iterator[Finding]:
    """A name is that of a municipality or a union alone: of no department, office or other institution."""
    for name, kind, province in _turkish(draft):
        if institutions.is_person(name.text):
            yield no_person(name, naming.turkish(institutions.lone(name.text), kind, province))
        elif institutions.is_office(name.text):
            yield not_alone(name, kind, naming.turkish(name.text, kind, province))


@rule(wrong="tr: Deneme Belediyesi ve Örnek Belediyesi")
def name_several(draft: Draft) -> Iterator[Finding]:
    """A name is that of one municipality; only a union joins several."""
    for name, kind, province in _turkish(draft):
        if kind != Kind.UNION and (named := institutions.several(name.text)):
            yield several(name, naming.turkish(named[0], "", province))


def not_alone(name: Scalar, kind: str, spelt: str) -> Finding:
    """Return what is told of a text that is more than a name; it is not quoted, since a person may be named."""
    if not naming.says_municipality(name.text) and kind != Kind.UNION:
        tr = "Burada yalnızca belediyeler ve belediye birlikleri listelenir: imzalayan belediyenin adını yazın."
        en = "Only municipalities and unions of them are listed here: write the name of the one that signed."
        return Finding(name, tr, en, "tr", example=_EXAMPLE)
    return no_person(name, spelt)


def no_person(name: Scalar, spelt: str) -> Finding:
    """Return what is told of a text that may name a person; `spelt` is what can be cut out of it, or ""."""
    tr = "Yalnızca belediyenin ya da birliğin adını yazın: birim, başka kurum ve kişi adı yazmayın."
    en = "Write the name of the municipality or union alone: no department, other institution or person."
    return Finding(name, tr, en, "tr", spelt, _EXAMPLE)


def several(name: Scalar, first: str) -> Finding:
    """Return what is told of a name that joins municipalities, of which `first` is one."""
    tr = "Birden çok belediye yazılmış: burada birini bırakın; her belediye ayrı bir kayıttır, ayrı başvurulur."
    en = "Several municipalities are named: keep one here; each has an entry of its own, and a request of its own."
    return Finding(name, tr, en, "tr", first, _EXAMPLE)


def _turkish(draft: Draft) -> Iterator[tuple[Scalar, str, Province | None]]:
    """Yield every Turkish name that is short enough, with the kind and the province of its entry."""
    for entry in draft.entries:
        names, texts = entry.fields("name"), entry.texts()
        if names and (name := names.text("tr")) and len(name.text) <= NAME_LIMIT:
            yield name, texts.get("kind", ""), draft.reference.province(texts.get("province", ""))
