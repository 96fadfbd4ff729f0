"""What the words of a name may be."""

from collections.abc import Iterator

from registry.draft import Draft
from registry.fields import NAME
from registry.letters import foreign
from registry.rules.names import plain_names
from registry.rules.rule import Finding, quoted, rule
from registry.wording import leads_away, odd_word, spaced
from source.tree import Scalar

_EXAMPLES = {field.key: field.example for field in NAME}


@rule(wrong="tr: Denem3 Belediyesi")
def name_words(draft: Draft) -> Iterator[Finding]:
    """A word of a name is a number, or letters of which the first, all or none are capitals."""
    for key, name in _spelt(draft):
        if odd := odd_word(name.text):
            tr = f"{quoted(odd)} sözcük gibi yazılmamış: harf ile rakam ya da büyük ile küçük harf karışık."
            en = f"{quoted(odd)} is not written as a word: it mixes letters and digits, or capitals and small letters."
            yield Finding(name, tr, en, key, example=_EXAMPLES[key])


@rule(wrong="tr: Deneme Belediyesi deneme.example")
def name_link(draft: Draft) -> Iterator[Finding]:
    """A name contains no web address and no words that ask the reader to follow one; a space follows a full stop."""
    for key, name in _spelt(draft):
        if leads_away(name.text):
            apart = spaced(name.text)
            tr = "Adda internet adresi ya da okuru çağıran söz olmaz; noktadan sonra boşluk bırakılır."
            en = "A name has no web address and no call to the reader; a space follows a full stop."
            yield Finding(name, tr, en, key, "" if leads_away(apart) else apart, _EXAMPLES[key])


def _spelt(draft: Draft) -> Iterator[tuple[str, Scalar]]:
    """Yield the names that are written in the characters of names; for others there are rules."""
    return ((key, name) for key, name in plain_names(draft) if not foreign(name.text))
