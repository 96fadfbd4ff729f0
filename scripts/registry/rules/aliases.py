"""Rules about former ids: their addresses redirect to the entry, so they must not belong to another body."""

from collections.abc import Iterator

from registry.draft import Draft
from registry.fields import ALIASES_LIMIT, is_id
from registry.rule import Finding, quoted, rule
from source.problems import Message
from source.yaml.nodes import Fields, Scalar


@rule(wrong="aliases: six ids", requests=False)
def alias_count(draft: Draft) -> Iterator[Finding]:
    """An entry has at most five former ids."""
    for entry in draft.entries:
        if len(aliases := entry.items("aliases")) > ALIASES_LIMIT:
            message = Message(
                "An entry has at most {limit} former ids: delete those that were never published.",
                limit=ALIASES_LIMIT,
            )
            yield Finding(aliases[ALIASES_LIMIT], message)


@rule(wrong="aliases: [ornek], which is not in data/addresses.lock", requests=False)
def alias_published(draft: Draft) -> Iterator[Finding]:
    """A former id of the published file is in data/addresses.lock, which lists every address ever published."""
    for _, alias in unrecorded(draft) if is_complete(draft) else ():
        message = Message(
            "{alias} is not in data/addresses.lock: if it was published, first run `make lock` with it as the id; else"
            " delete it.",
            alias=quoted(alias.text),
        )
        yield Finding(alias, message)


def is_complete(draft: Draft) -> bool:
    """Return whether the lock lists every id ever published."""
    return draft.published and bool(draft.recorded)


def unrecorded(draft: Draft) -> Iterator[tuple[Fields, Scalar]]:
    """Yield the well-formed former ids that the lock does not list, each with its entry."""
    for entry in draft.entries:
        for alias in entry.items("aliases"):
            if isinstance(alias, Scalar) and alias.text not in draft.recorded and is_id(alias.text):
                yield entry, alias
