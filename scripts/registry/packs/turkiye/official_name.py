"""A parser of official names: every form in which people write a name has the same key.

"T.C. DENEME BELEDİYE BAŞKANLIĞI", "Deneme Bld.", "Deneme Belediyesi (Bursa)" and "Municipality of Deneme" are "deneme".
"""

import re
import unicodedata
from dataclasses import dataclass

from registry.definition.model import Place
from registry.packs.turkiye.kinds import Kind
from registry.words.folding import fold

_BRACKETS = re.compile(r"\([^()]*(?:\)|$)|\[[^\[\]]*(?:\]|$)")
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}(?:[^\W\d_](?!\w))?|\w+")
"""An abbreviation with its full stops, or a word: "T.C.", "Belediyesi"."""
_SHORTEST_INITIALS = 3

_MUNICIPALITY = re.compile("belediye(?!ler)[a-z]*|bld|bel|municipality|mun")
_UNION_TR, _UNION_EN = "birligi", "union"
_BEFORE = {"tc", "t", "c", "the", "of"}
"""Words before a name: the letterhead of the state, and English particles."""
_AFTER = {
    **dict.fromkeys(("baskanligi", "baskanlik", "baskani", "bskligi", "bsk", "city"), None),
    **dict.fromkeys(("buyuksehir", "anakent", "metropolitan", "bsb", "bb", "bs"), Kind.METROPOLITAN),
    **dict.fromkeys(("il", "ili", "provincial"), Kind.PROVINCIAL),
    **dict.fromkeys(("ilce", "ilcesi", "district"), Kind.DISTRICT),
    **dict.fromkeys(("belde", "beldesi", "kasabasi", "town"), Kind.TOWN),
}
"""Words after a name → the kind of municipality that they name."""
_METROPOLITAN_APART = ["buyuk", "sehir"]
_PARENT = {"ili", "ilcesi"}
"""Words after the name of the province or district of a place: "Deneme ilçesi Örnek Belediyesi"."""
CENTRE = {"merkez", "central", "centre", "center"}
"""Other names of the municipality of a province that is not metropolitan."""

_Part = tuple[int, int]
"""A range of words: the index of the first one, and of the one after the last."""


@dataclass(frozen=True, slots=True)
class OfficialName:
    """A name without letterhead, office, brackets and ending, which is kept in the name of a union.

    `own` is the name as written, `bare` the key by which names are compared; `kind` is the kind that the full name
    states, or None.
    """

    own: str
    bare: str
    kind: Kind | None


def bare(name: str, province: Place | None = None) -> str:
    """Return the key by which names are compared, the same for every form of one name."""
    return read_name(name, province).bare


def read_name(name: str, province: Place | None = None) -> OfficialName:
    """Return the parts of a name; the name of its province, if given, is dropped before and after it.

    A name that consists of such words alone keeps them.
    """
    text = " ".join(unicodedata.normalize("NFKC", name).split())
    outside = _BRACKETS.sub(" ", text)
    found = list(_WORD.finditer(outside)) or list(_WORD.finditer(text))
    if not found:
        return OfficialName("", "", None)
    words = fold("\n".join([word[0] for word in found])).replace(".", "").split("\n")
    (start, end), kind = _own(words)
    if province and kind != Kind.UNION and start < end:
        start, end = _without_province(words, start, end, province)
        if CENTRE.issuperset(words[start:end]):
            return OfficialName(province.name["tr"], fold(province.name["tr"]), kind)
    if start >= end:
        start, end = 0, len(words)
    written = found[0].string[found[start].start() : found[end - 1].end()]
    return OfficialName(" ".join(written.split()), " ".join(words[start:end]), kind)


def _own(words: list[str]) -> tuple[_Part, Kind | None]:
    """Return the words of the name itself, and the kind that the others state."""
    start, end = _without_initials(words)
    if _UNION_TR in words or _UNION_EN in words:
        end = words.index(_UNION_TR, start) + 1 if _UNION_TR in words else end
        return (_without_start(words, start, end), end), Kind.UNION
    part, said = (end, end), None
    for at in [*(at for at in range(start, end) if _MUNICIPALITY.fullmatch(words[at])), end]:
        part, kind = _without_end(words, _without_start(words, start, at), at)
        said = said or kind
        if part[0] < part[1]:
            break
        start = at + 1  # the name follows: Municipality of Deneme
    return part, said


def _without_initials(words: list[str]) -> _Part:
    """Drop an acronym of the other words before or after them."""
    if len(words) <= _SHORTEST_INITIALS:
        return 0, len(words)
    for start, end, initials in ((0, len(words) - 1, words[-1]), (1, len(words), words[0])):
        if initials == "".join(word[:1] for word in words[start:end]):
            return start, end
    return 0, len(words)


def _without_start(words: list[str], start: int, end: int) -> int:
    """Drop the words before a name; of "District of Deneme", both."""
    while start < end and (
        words[start] in _BEFORE or (words[start] in _AFTER and words[start + 1 : min(start + 2, end)] == ["of"])
    ):
        start += 1
    return start


def _without_end(words: list[str], start: int, end: int) -> tuple[_Part, Kind | None]:
    """Drop the words after a name and the place before it; also return the kind that the former state."""
    kind = None
    while start < end:
        if words[end - 1] in _AFTER:
            end -= 1
            kind = kind or _AFTER[words[end]]
        elif words[max(start, end - 2) : end] == _METROPOLITAN_APART:
            end -= 2
            kind = kind or Kind.METROPOLITAN
        else:
            break
    parents = [at for at in range(start, end) if words[at] in _PARENT]
    return (parents[-1] + 1 if parents else start, end), kind


def _without_province(words: list[str], start: int, end: int, province: Place) -> _Part:
    names = {fold(each) for each in province.all_names}
    while start < end - 1 and words[start] in names:
        start += 1
    while start < end - 1 and words[end - 1] in names:
        end -= 1
    return start, end
