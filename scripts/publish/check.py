"""All that is wrong with the input of a build, in one list."""

from collections.abc import Callable, Iterable, Mapping

from declaration import model
from declaration.check import check as check_text
from publish.columns import columns
from publish.correction_check import check_correction_words
from publish.downloads.kinds import FILES
from publish.face_check import check_faces
from publish.heading_check import check_headings
from publish.label_check import check_labels
from publish.labels import Labels
from publish.page_check import check_pages
from publish.prose_check import check_prose
from publish.setting_check import check_settings
from publish.settings import Settings
from publish.slug_check import check_slugs
from registry.dates import Precision
from registry.model import EvidenceKind, Kind
from source.layout import Layout
from source.problem import Problem, SourceError
from source.system import refusals_told


def check_input(layout: Layout, settings: Settings) -> list[Problem]:
    """Return every problem of the settings, the pages, their prose, the labels and the text, ordered by place.

    The registry has a check of its own.
    """
    steps: list[Callable[[], Iterable[Problem]]] = [
        lambda: check_settings(settings),
        lambda: check_slugs(settings),
        lambda: check_pages(layout, settings),
        lambda: check_prose(layout),
        lambda: check_headings(layout, settings),
        lambda: check_faces(layout, settings),
        lambda: check_labels(Labels.load(layout, settings.locales), layout, _label_families(settings)),
        lambda: check_text(layout),
        lambda: check_correction_words(layout),
    ]
    return sorted({problem for step in steps for problem in _problems(step, layout)})


def _problems(step: Callable[[], Iterable[Problem]], layout: Layout) -> list[Problem]:
    try:
        with refusals_told(layout, "."):
            return list(step())
    except SourceError as error:
        return list(error.problems)


def _label_families(settings: Settings) -> Mapping[str, Iterable[str]]:
    """Return the labels whose names are put together from data: head → tails."""
    return {
        "label.": model.Kind,
        "part.": model.Kind,
        "kind.": Kind,
        "evidence.": EvidenceKind,
        "nav.": settings.menu,
        "download.file.": [f"{name}.{ending}" for name, ending in FILES],
        "column.": [column.name for column in columns(settings.locales)],
        "package.": ("title", "description", "table", "document"),
        "frozen.": ("title", "description", "notice"),
        "province.": ("title", "description"),
        "search.": ("files", "form"),
        "signatory.": ("description", "withdrawn_description"),
        "badge.": ("signed",),
        "date.inferred.": Precision,
        "translation.": ("dated",),
        "corrections.": ("page", "translation", "formula", "entry", "answered"),
        "language.": ("code",),
    }
