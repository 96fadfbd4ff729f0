"""What is kept of the names in a request: one name in its official spelling, its English form, a town's district."""

import re

from registry import institutions, naming
from registry.answers import Kept
from registry.fields import NAME_LIMIT
from registry.folding import slug
from registry.form import DISTRICT
from registry.model import Kind, Province
from registry.official_name import OfficialName, bare, read_name
from registry.reference import Reference
from registry.rules import alone, shape
from registry.rules.names import is_placeholder
from registry.rules.requests import ANSWERS_AGREE, FULL_NAME
from registry.rules.rule import Finding

_NAME, _KIND, _DISTRICT = "name-tr", "kind", "district"
_APART = re.compile("[()\\[\\]/,–-]")
_PARENT = re.compile("(\\w{1,40}) il[çc]esi", re.IGNORECASE)


def keep_names(kept: Kept, reference: Reference) -> None:
    """Keep the names and the district as the registry shows them, and find what speaks against them."""
    province = reference.province(kept.text("province")) or _province_beside(kept, reference)
    kind = kept.text(_KIND) if kept.text(_KIND) in set(Kind) else ""
    written = kept.text(_NAME)
    agree = _agree_on_province(kept, _NAME, province, reference)
    if kind == Kind.TOWN:
        _agree_on_province(kept, _DISTRICT, province, reference)
        _keep_district(kept, province)
    if agree and written and len(written) <= NAME_LIMIT and not is_placeholder(written):
        _keep_turkish(kept, written, kind, province)
    _keep_english(kept, kind, province, reference)


def _keep_district(kept: Kept, province: Province | None) -> None:
    """Keep the name of the district alone; find that a town does not say in which one it lies."""
    if kept.text(_DISTRICT):
        kept.keep(_DISTRICT, naming.title(read_name(kept.text(_DISTRICT), province).own))
        return
    kept.keep(_DISTRICT, "")
    tr, en = (
        f"Belde belediyesi için {DISTRICT.tr} gerekli: yazın.",
        f"Write the {DISTRICT.en}: a town municipality needs it.",
    )
    value = _district_in(kept.text(_NAME), province)
    kept.find(
        _DISTRICT, shape.missing_key, Finding(kept.answers[_DISTRICT], tr, en, value=value, example=DISTRICT.example)
    )


def _keep_turkish(kept: Kept, written: str, kind: str, province: Province | None) -> None:
    """Keep the official spelling of a name; find what keeps it from being one."""
    node, name = kept.answers[_NAME], read_name(written, province)
    district = (kept.text(_DISTRICT) or _district_in(written, province)) if kind == Kind.TOWN else ""
    spelt = _without_district(naming.turkish(written, kind, province), district)
    if kind != Kind.UNION and (joined := institutions.several(written)):
        spelt = naming.turkish(joined[0], "", province)
        kept.find(_NAME, alone.name_several, alone.several(node, spelt))
    elif institutions.is_office(written) or (spelt and institutions.is_more(written, province, district)):
        kept.find(_NAME, alone.name_alone, alone.not_alone(node, kind, spelt))
    elif kind != Kind.UNION and not naming.says_municipality(written):
        spelt = "" if " " in name.own else spelt  # more than one word may be a person's name
        kept.find(_NAME, FULL_NAME, _not_full(kept, spelt))
    elif not spelt and name.own.isupper():
        kept.find(_NAME, FULL_NAME, _not_full(kept, ""))
    else:
        _agree_on_kind(kept, kind, name, province)
    if spelt:
        kept.keep(_NAME, spelt)


def _keep_english(kept: Kept, kind: str, province: Province | None, reference: Reference) -> None:
    """Keep the English name in its spelling; where it is left empty, the one that follows from the Turkish name."""
    turkish, written = kept.text(_NAME), kept.text("name-en")
    derived = naming.english(turkish, reference.provinces.values())
    if not written and not derived:
        kept.following |= {"name-en"} if not turkish or _NAME in (place for place, _, _ in kept.findings) else set()
    if len(written) > NAME_LIMIT or (is_placeholder(written) and written):
        return
    if "belediye" in slug(written):
        kept.keep("name-en", naming.turkish(written, kind, province) or written)
    elif derived and (
        not written or bare(written, province) == bare(turkish, province) or slug(written) == slug(derived)
    ):
        kept.keep("name-en", derived)


def _agree_on_kind(kept: Kept, kind: str, name: OfficialName, province: Province | None) -> None:
    """Find that a name says another kind than the answer does."""
    its_own = province is None or bare(name.own, province) == bare(province.name["tr"])
    says = name.kind or (Kind.METROPOLITAN if kind == Kind.METROPOLITAN and its_own else None)
    differs = says != kind if says or kind in {Kind.METROPOLITAN, Kind.UNION} else False
    if kind and differs:
        tr = "Ad ile tür birbirini tutmuyor: yanlış olanı düzeltin."
        en = "The name and the kind do not agree: correct the one that is wrong."
        kept.find(_KIND, ANSWERS_AGREE, Finding(kept.answers[_KIND], tr, en, value=says or "", example=Kind.DISTRICT))


def _agree_on_province(kept: Kept, question: str, province: Province | None, reference: Reference) -> bool:
    """Find that an answer names another province than the one chosen, "Deneme Belediyesi (İzmir)"; False if it does."""
    named = _provinces_in(kept.text(question), reference)
    if differs := province is not None and bool(named) and province not in named:
        tr = f"Burada {named[0].name['tr']}, il sorusunda {province.name['tr']} yazıyor: yanlış olanı düzeltin."
        en = f"{named[0].name['en']} is written here, {province.name['en']} as the province: correct the wrong one."
        kept.find(question, ANSWERS_AGREE, Finding(kept.answers[question], tr, en))
    return not differs


def _province_beside(kept: Kept, reference: Reference) -> Province | None:
    """Return the province that the name or the district is followed by where the question is not answered."""
    named = [each for question in (_NAME, _DISTRICT) for each in _provinces_in(kept.text(question), reference)]
    if kept.text("province") or not named:
        return None
    kept.keep("province", "")
    tr, en = "İl sorusu yanıtsız: yanıtını yazın.", "The question about the province has no answer: write one."
    kept.find("province", shape.empty_value, Finding(kept.answers["province"], tr, en, value=str(named[0].code)))
    return named[0]


def _provinces_in(text: str, reference: Reference) -> list[Province]:
    """Return the provinces that a text names beside something else: "Deneme / Konya"."""
    words = {slug(part).removesuffix("-ili") for part in _APART.split(text)} - {""}
    return [each for each in reference.provinces.values() if len(words) > 1 and slug(each.name["tr"]) in words]


def _district_in(name: str, province: Province | None) -> str:
    """Return the district that the name of a town is followed by: "Yeni Belediyesi (Ova / İzmir)"."""
    if found := _PARENT.search(name):
        return naming.title(found[1])
    places = {slug(each) for each in province.name.values()} if province else set()
    parts = [part.strip() for part in _APART.split(name.partition("(")[2]) if part.strip()]
    others = [part for part in parts if slug(part) not in places]
    return naming.title(others[0]) if len(parts) > len(others) == 1 else ""


def _without_district(name: str, district: str) -> str:
    """Return the name of a town without that of its district before it."""
    rest = name.removeprefix(f"{naming.title(district)} ") if district else name
    return rest if naming.turkish(rest, Kind.TOWN) and " " in rest else name


def _not_full(kept: Kept, value: str) -> Finding:
    tr = "Adın tamamını Türkçe harflerle, büyük ve küçük harfle yazın."
    en = "Write the full name with its Turkish letters, in capitals and small letters."
    return Finding(kept.answers[_NAME], tr, en, value=value, example="Deneme Belediyesi")
