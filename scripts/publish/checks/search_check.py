"""Validation of the labels with further words for the search: each is about a provision or a page."""

from collections.abc import Iterable, Iterator

from declaration.assemble import Words
from publish.i18n.labels import Labels
from publish.pages.search_index import ABOUT
from publish.site.settings import Settings
from source.problems.message import Message
from source.problems.problem import Problem


def check_search_words(labels: Labels, settings: Settings, texts: Iterable[Words]) -> Iterator[Problem]:
    """Yield a problem for every label “search.about.…” that ends with no id of a provision and no key of a page."""
    known = [*settings.slugs, *(each.name(passage_id) for each in texts for passage_id in each.text.ids)]
    for name, label in labels.entries.items():
        if name.startswith(ABOUT) and (about := name.removeprefix(ABOUT)) not in known:
            message = Message("“{about}” is neither the id of a provision nor the key of a page.", about=about)
            yield Problem(label.path, label.line, 1, "search-words", name, message, example=f"{ABOUT}{known[0]}")
