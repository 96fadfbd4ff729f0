"""All checks of the input of a build."""

from collections.abc import Callable, Iterable, Iterator
from typing import get_args

from declaration.assemble import Words
from declaration.later.comparison import FATES
from publish.checks.correction_words import check_correction_words
from publish.checks.label_check import Families, check_labels
from publish.checks.page_check import check_headings, check_pages
from publish.checks.prose_check import check_prose
from publish.checks.setting_check import check_faces, check_settings, check_slugs
from publish.data.columns import columns
from publish.downloads.all_downloads import MAKERS
from publish.i18n.labels import Labels
from publish.pages.search_index import ABOUT
from publish.pages.search_index import KINDS as SEARCH_KINDS
from publish.site.map import PlaceMap
from publish.site.routes import TEXT_PAGES
from publish.site.settings import COMPARISON, Settings
from publish.views.corrections import KINDS as CORRECTION_KINDS
from registry.dates import Precision
from registry.definition.model import Definition
from registry.reference import Reference
from source.layout import Layout
from source.problems import Message, Problem

Step = Callable[[], Iterable[Problem]]
"""A check, which may also raise SourceError."""


def input_checks(
    layout: Layout, settings: Settings, labels: Labels | None, reference: Reference | None, drawn: PlaceMap | None
) -> list[Step]:
    """Return the checks of settings, pages, prose, corrections and, if they could be read, labels.

    The text, the registry and its map are checked while they are read.
    """
    steps: list[Step] = [
        lambda: check_settings(settings),
        lambda: check_slugs(settings),
        lambda: check_pages(layout, settings),
        lambda: check_prose(layout),
        lambda: check_faces(layout, settings),
    ]
    if reference:
        steps += [lambda: check_headings(layout, settings, reference.definition)]
        steps += [lambda: check_correction_words(layout, reference)]
    if labels:
        families = _label_families(settings, reference.definition, drawn, labels) if reference else None
        steps += [lambda: check_labels(labels, layout, families)]
    return steps


def _label_families(settings: Settings, definition: Definition, drawn: PlaceMap | None, labels: Labels) -> Families:
    """Return the labels whose names are built from data: prefix → suffixes, None for a map that could not be read."""
    unread = definition.place and definition.place.map and not drawn
    return {
        "map.region.": None if unread else drawn.regions if drawn else (),
        "kind.": [kind.value for kind in definition.kinds],
        "evidence.": [kind.value for kind in definition.evidence_kinds],
        "nav.": settings.menu,
        "download.file.": [f"{name}.{ending}" for name, ending in MAKERS],
        "download.": ("of_text",),
        "column.": {column.label for column in columns(definition, settings.locales)},
        "package.": ("title", "description", "table", "document"),
        "frozen.": ("title", "description", "notice"),
        "edition.": [key for key in TEXT_PAGES if key != COMPARISON],
        "later.": [fate for fate in FATES if fate != "new"],
        "comparison.": ("title", "description", *FATES),
        "comparison.count.": FATES,
        "place.": ("title", "description"),
        "search.": ("files", "form", "provision", "none", "some", "count"),
        "search.kind.": SEARCH_KINDS,
        ABOUT: [name.removeprefix(ABOUT) for name in labels.entries if name.startswith(ABOUT)],
        "signatory.": ("description", "withdrawn_description"),
        "signatories.": ("undated",),
        "badge.": ("signed",),
        "date.inferred.": get_args(Precision),
        "date.partial.": [each for each in get_args(Precision) if each != "day"],
        "translation.": ("dated",),
        "corrections.": ("page", "translation", "formula", "entry", "answered"),
        "corrections.kind.": CORRECTION_KINDS,
        "language.": ("code",),
        "own.": ("words",),
    }


def check_search_words(labels: Labels, settings: Settings, texts: Iterable[Words]) -> Iterator[Problem]:
    """Yield a problem for every label “search.about.…” that ends with no id of a provision and no key of a page."""
    known = [*settings.slugs, *(each.name(passage_id) for each in texts for passage_id in each.text.ids)]
    for name, label in labels.entries.items():
        if name.startswith(ABOUT) and (about := name.removeprefix(ABOUT)) not in known:
            message = Message("“{about}” is neither the id of a provision nor the key of a page.", about=about)
            yield Problem(label.path, label.line, 1, "search-words", name, message, example=f"{ABOUT}{known[0]}")
