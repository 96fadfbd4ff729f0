"""Everything that a build publishes, read once."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from declaration.assemble import load_declaration
from declaration.editions import Edition, load_editions, present_edition
from declaration.model import Declaration
from declaration.timeline import Event, load_timeline
from publish.label_check import check_labels
from publish.labels import Labels
from publish.routes import Routes
from publish.settings import Settings
from source.layout import Layout


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """The present edition in every language, and what surrounds it. `declarations` is locale → Declaration."""

    layout: Layout
    settings: Settings
    routes: Routes
    labels: Labels
    editions: tuple[Edition, ...]
    edition: Edition
    authentic: str
    declarations: Mapping[str, Declaration]
    timeline: tuple[Event, ...]

    @classmethod
    def load(cls, layout: Layout, settings: Settings) -> Self:
        """Read all input; SourceError tells everything that is wrong with a file."""
        labels = Labels.load(layout, settings.locales)
        check_labels(labels, layout)
        editions = load_editions(layout)
        edition, text = present_edition(editions)
        return cls(
            layout=layout,
            settings=settings,
            routes=Routes(settings),
            labels=labels,
            editions=editions,
            edition=edition,
            authentic=text.authentic,
            declarations=load_declaration(layout, edition, text),
            timeline=load_timeline(layout, settings.locales),
        )
