"""Rules about the answers of a request, before they become an entry."""

from collections.abc import Iterator

from registry.draft import Draft
from registry.rule import Finding, Rule


def request_rule(name: str, sentence: str, wrong: str) -> Rule:
    """Return a rule that is applied when answers are read."""
    return Rule(name, sentence, wrong, _nothing)


def _nothing(_: Draft) -> Iterator[Finding]:
    """Find nothing in a file."""
    return iter(())


ONE_ANSWER = request_rule(
    "one-answer", "`intake`: each question has one answer: one address, one date, one edition.", "two addresses"
)
