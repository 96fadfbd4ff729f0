"""Rules about the answers of a request, before they become an entry."""

from collections.abc import Iterator

from registry.draft import Draft
from registry.rule import Finding, Rule


def _rule(name: str, sentence: str, wrong: str) -> Rule:
    return Rule(name, sentence, wrong, _nothing)


def _nothing(_: Draft) -> Iterator[Finding]:
    """Find nothing in a file: these rules are applied when answers are read."""
    return iter(())


ONE_ANSWER = _rule(
    "one-answer", "`intake`: each question has one answer: one address, one date, one edition.", "two addresses"
)
ANSWERS_AGREE = _rule(
    "answers-agree",
    "`intake`: the answers agree: the name with the kind, the name and the district with the province.",
    "Deneme Büyükşehir Belediyesi, as a district municipality",
)
FULL_NAME = _rule(
    "full-name",
    "`intake`: the Turkish name is complete and has its Turkish letters: “… Belediyesi”.",
    "SISLI BELEDIYESI",
)
REQUEST_RULES = (ONE_ANSWER, ANSWERS_AGREE, FULL_NAME)
