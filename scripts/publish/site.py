"""Everything that a build publishes, read once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Self

from declaration import model
from declaration.assemble import load_declaration
from declaration.check import check
from declaration.editions import Edition, Text, load_editions, present_edition
from declaration.timeline import Event, load_timeline
from publish.assets import Assets
from publish.dates import long_date
from publish.formats import render_format
from publish.label_check import check_labels
from publish.labels import Labels
from publish.page_check import check_pages
from publish.routes import Routes
from publish.settings import HOME, Settings
from registry.load import load
from registry.model import EvidenceKind, Kind, Province, Registry
from registry.reference import Reference, load_provinces
from source.layout import Layout
from source.problem import SourceError


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """The present edition in every language, and what surrounds it. `declarations` is locale → Declaration."""

    layout: Layout
    settings: Settings
    routes: Routes
    labels: Labels
    assets: Assets
    editions: tuple[Edition, ...]
    edition: Edition
    text: Text
    declarations: Mapping[str, model.Declaration]
    timeline: tuple[Event, ...]
    provinces: Mapping[int, Province]
    registry: Registry

    @classmethod
    def load(cls, layout: Layout, settings: Settings) -> Self:
        """Read all input; SourceError tells everything that is wrong with it."""
        check_pages(layout, settings)
        labels = Labels.load(layout, settings.locales)
        check_labels(labels, layout, _label_families(settings))
        if problems := check(layout):
            raise SourceError(problems)
        editions = load_editions(layout)
        edition, text = present_edition(editions)
        declarations = load_declaration(layout, edition, text)
        provinces_file = layout.data / "provinces.yaml"
        provinces = load_provinces(provinces_file, layout.shown(provinces_file))
        reference = Reference(provinces, {each.key: each.adopted for each in editions}, settings.today)
        return cls(
            layout=layout,
            settings=settings,
            routes=Routes(settings),
            labels=labels,
            assets=Assets.build(layout, _running_heads(layout, labels, edition, declarations)),
            editions=editions,
            edition=edition,
            text=text,
            declarations=declarations,
            timeline=load_timeline(layout, settings.locales, text.ids),
            provinces=provinces,
            registry=load(settings.registry, layout.shown(settings.registry), reference),
        )


def _label_families(settings: Settings) -> Mapping[str, Iterable[str]]:
    """Return the labels whose names are put together from data: head → tails."""
    return {
        "label.": model.Kind,
        "part.": [kind for kind in model.Kind if kind is not model.Kind.NOTE],
        "kind.": Kind,
        "evidence.": EvidenceKind,
        "nav.": [key for key in settings.slugs if key != HOME],
    }


def _running_heads(
    layout: Layout,
    labels: Labels,
    edition: Edition,
    declarations: Mapping[str, model.Declaration],
) -> str:
    values = {"locales": list(declarations), "declarations": declarations, "edition": edition}
    return render_format(layout, "print.css", t=labels.text, date=long_date, **values)
