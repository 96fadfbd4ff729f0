"""Normalisation of the answers of a request: of each only what its field needs, as the registry writes it."""

import re
from collections.abc import Callable, Mapping

from registry.characters import HIDDEN
from registry.pack import pack_of
from registry.reference import Reference
from registry.requests.body import Body
from registry.rule import Kept
from registry.rules import ONE_ANSWER
from registry.web_addresses import addresses_in, is_torn
from registry.words import date_words, near_misses
from registry.words.date_words import Meaning
from registry.words.folding import slug
from registry.words.personal_data import masked
from source.problems import Message
from source.yaml.nodes import Scalar

ADDRESSES = ("website", "evidence-url", "evidence-archive")
"""The questions about addresses."""
_NONE = frozenset(
    """
    yok yoktur bulunmuyor bulunmamaktadir mevcut-degil bos bilgi-yok none no no-response hayir bilinmiyor
    bilinmemektedir bilmiyorum bilmiyoruz unknown n-a yok-tur belirtilmedi belirtilmemis ekte ektedir ek
    ekte-sunulmustur ekte-sunulmaktadir ekte-yer-almaktadir yukarida ayni aynisi aynidir same idem var evet yes
    adi-yok adi-yoktur ingilizce-adi-yok ingilizce-adi-yoktur ingilizcesi-yok ingilizcesi-yoktur turkcesi-ile-ayni
    """.split()  # noqa: SIM905 - fifty words in quotes would be harder to read
)
"""What people write instead of leaving an answer blank, as slugs."""
_NUMBERED = re.compile("http://(?=[^\\s/?#]+(?:[/?#]|$))", re.IGNORECASE)
_DATES = Message("There is more than a date here: write only the date of the signature. A month or a year is enough.")
_EDITIONS = Message(
    "There is more than one edition here: write one of them, and open another request for the other one."
)


def keep_answers(body: Body, reference: Reference) -> Kept:
    """Return all answers normalised, except those about names."""
    kept = Kept({question: _line(answer) for question, answer in body.answers.items()})
    for question, meaning in _meanings(reference).items():
        if question in kept.answers and (meant := meaning(kept.text(question))).certain:
            kept.keep(question, meant.value)
    if date_words.are_several(kept.text("date"), reference.definition.locales):
        kept.find("date", ONE_ANSWER, _DATES)
    if sum(key in kept.text("edition") for key in reference.editions) > 1:
        kept.find("edition", ONE_ANSWER, _EDITIONS)
    for question in ADDRESSES:
        if question in body.answers:
            _keep_address(kept, question, body.answers[question].text)
    for question in body.answers:
        if slug(kept.text(question)) in _NONE:
            kept.keep(question, "")
    return kept


def _line(answer: Scalar) -> Scalar:
    """Return an answer on one line, without personal data and hidden characters."""
    return Scalar(" ".join(masked(HIDDEN.sub("", answer.text), " ").split()), answer.line, answer.column)


def _meanings(reference: Reference) -> Mapping[str, Callable[[str], Meaning]]:
    """Return the functions that interpret answers with a value of a list, or a date.

    A date that is written as the registry does means itself, or nothing that is certain: it stays as it is.
    """
    return {
        "kind": lambda text: near_misses.choice(text, reference.definition.kinds),
        reference.definition.place_key: lambda text: near_misses.place(text, reference.places),
        "edition": lambda text: near_misses.edition(text, reference.editions),
        "evidence-kind": lambda text: near_misses.choice(text, reference.definition.evidence_kinds),
        "date": lambda text: date_words.date(text, pack_of(reference).beside_dates, reference.definition.locales),
    }


def _keep_address(kept: Kept, question: str, text: str) -> None:
    """Keep the first address of an answer, without personal data in its query."""
    written = addresses_in(text)
    found = [(address, discreet) for address in written if (discreet := _discreet(address.url))]
    if is_torn(text):
        message = Message(
            "There seems to be a space or a line break inside the address: copy it from your browser’s address bar."
        )
        kept.find(question, ONE_ANSWER, message)
    elif written and not found:
        kept.keep(question, "")
    elif not written and _NUMBERED.match(text):
        kept.keep(question, _NUMBERED.sub("https://", kept.text(question), count=1))
    elif found:
        kept.keep(question, found[0][1])
        kept.secured |= {question} if found[0][0].secured else set()
    if len(found) > 1:
        message = Message("There is more than one address here: write only the one that shows the signature best.")
        kept.find(question, ONE_ANSWER, message, found[0][1])


def _discreet(url: str) -> str:
    """Return an address without the fields of its query with personal data; "" if the rest has some, too."""
    if masked(url) == url:
        return url
    base, mark, query = re.split("([?#])", f"{url}#", maxsplit=1)
    fields = [each for each in re.split("[&#]", query) if each and masked(f"?{each}") == f"?{each}"]
    rest = f"{base}?{'&'.join(fields)}" if fields and mark == "?" else base
    return rest if masked(rest) == rest else ""
