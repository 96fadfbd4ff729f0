"""A normaliser of official names: every form in which people write one name leads to the same words.

"T.C. DENEME BELEDİYE BAŞKANLIĞI", "Deneme Bld.", "Deneme Belediyesi (Bursa)" and "Municipality of Deneme" are "deneme".
"""

import re
import unicodedata
from dataclasses import dataclass
from typing import NamedTuple

from registry.folding import fold
from registry.model import Kind, Province

_BRACKETS = re.compile(r"\([^()]*(?:\)|$)|\[[^\[\]]*(?:\]|$)")
_APART = re.compile(r"\b(büyük)\s+(?=[şs]eh[iıİ]r)", re.IGNORECASE)
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}(?:[^\W\d_](?!\w))?|\w+")
"""An abbreviation with its full stops, or a word: "T.C.", "Belediyesi"."""
_SHORTEST_INITIALS = 3

_MUNICIPALITY = re.compile("belediye(?!ler)[a-z]*|bld|bel|municipality|mun")
_UNION_TR, _UNION_EN = "birligi", "union"
_BEFORE = {"tc", "t", "c", "the", "of"}
"""What may precede a name: the letterhead of the state, and English particles."""
_AFTER = {
    **dict.fromkeys(("baskanligi", "baskanlik", "baskani", "bskligi", "bsk", "city"), None),
    **dict.fromkeys(("buyuksehir", "anakent", "metropolitan", "bsb", "bb", "bs"), Kind.METROPOLITAN),
    **dict.fromkeys(("il", "ili", "provincial"), Kind.PROVINCIAL),
    **dict.fromkeys(("ilce", "ilcesi", "district"), Kind.DISTRICT),
    **dict.fromkeys(("belde", "beldesi", "kasabasi", "town"), Kind.TOWN),
}
"""What may follow a name → the kind of municipality that it says."""
_PARENT = {"ili", "ilcesi"}
"""What follows the name of the province or district that a place lies in: "Deneme ilçesi Örnek Belediyesi"."""
_CENTRE = {"merkez", "central", "centre", "center"}
"""What the municipality of a province that is not metropolitan is called, too."""


class _Word(NamedTuple):
    key: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class OfficialName:
    """A name without letterhead, office, brackets and ending; of a union, the ending is a part of it.

    `own` is the name as written, `bare` the key by which names are compared. `kind` is what the full name says that it
    is the name of, None where it does not.
    """

    own: str
    bare: str
    kind: Kind | None


def bare(name: str, province: Province | None = None) -> str:
    """Return the key by which names are compared, the same for every form of one name."""
    return read_name(name, province).bare


def read_name(name: str, province: Province | None = None) -> OfficialName:
    """Read a name; the name of its own province, where given, is dropped before and after it.

    A name that holds nothing but words to be dropped keeps them.
    """
    text = _APART.sub(r"\1", unicodedata.normalize("NFKC", name))
    outside = _BRACKETS.sub(" ", text)
    text = outside if _WORD.search(outside) else text
    found = list(_WORD.finditer(text))
    keys = fold("\n".join([word[0] for word in found])).replace(".", "").split("\n")
    words = [_Word(key, *word.span()) for key, word in zip(keys, found, strict=False)]
    own, kind = _own(_without_initials(words))
    if province and kind != Kind.UNION:
        own = _without_province(own, province)
        if own and {word.key for word in own} <= _CENTRE:
            return OfficialName(province.name["tr"], fold(province.name["tr"]), kind)
    own = own or words
    written = text[own[0].start : own[-1].end] if own else ""
    return OfficialName(" ".join(written.split()), " ".join(word.key for word in own), kind)


def _without_initials(words: list[_Word]) -> list[_Word]:
    """Drop an abbreviation of the other words that stands before or after them."""
    for initials, rest in ((words[-1:], words[:-1]), (words[:1], words[1:])):
        for word in initials:
            if len(word.key) == len(rest) >= _SHORTEST_INITIALS and word.key == "".join(w.key[:1] for w in rest):
                return rest
    return words


def _own(words: list[_Word]) -> tuple[list[_Word], Kind | None]:
    """Return the words that are the name, and the kind that the others say."""
    keys = [word.key for word in words]
    if _UNION_TR in keys[1:] or _UNION_EN in keys:
        end = keys.index(_UNION_TR) + 1 if _UNION_TR in keys else len(keys)
        return _without_start(words[:end]), Kind.UNION
    kinds: list[Kind | None] = []
    own: list[_Word] = []
    ends = [at for at, key in enumerate(keys) if _MUNICIPALITY.fullmatch(key)]
    for start, end in zip([0, *(at + 1 for at in ends)], [*ends, len(keys)], strict=True):
        own, kind = _without_end(_without_start(words[start:end]))
        kinds.append(kind)
        if own:  # else it follows: Municipality of Deneme
            break
    return own, next(filter(None, kinds), None)


def _without_start(words: list[_Word]) -> list[_Word]:
    """Drop what precedes a name; of "District of Deneme", both words."""
    while words and (words[0].key in _BEFORE or (words[0].key in _AFTER and [w.key for w in words[1:2]] == ["of"])):
        words = words[1:]
    return words


def _without_end(words: list[_Word]) -> tuple[list[_Word], Kind | None]:
    """Drop what follows a name, and what it lies in; returns the kind that the former says."""
    kind = None
    while words and words[-1].key in _AFTER:
        kind = kind or _AFTER[words[-1].key]
        words = words[:-1]
    parents = [at for at, word in enumerate(words) if word.key in _PARENT]
    return words[parents[-1] + 1 if parents else 0 :], kind


def _without_province(words: list[_Word], province: Province) -> list[_Word]:
    if len(words) <= 1:
        return words
    names = {fold(name) for name in (*province.name.values(), *province.also)}
    while len(words) > 1 and words[0].key in names:
        words = words[1:]
    while len(words) > 1 and words[-1].key in names:
        words = words[:-1]
    return words
