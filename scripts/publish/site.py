"""Everything that a build publishes, read once."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Self

from declaration import corrections, model
from declaration.assemble import load_declaration
from declaration.edition_text import Text
from declaration.editions import Edition, days_of_adoption, load_editions, present_edition
from declaration.record import load_record
from declaration.timeline import Event, load_timeline
from publish.assets import Assets
from publish.check import check_input
from publish.colours import Colours
from publish.correction_check import check_correction_entries
from publish.dates import long_date
from publish.directory import Directory, directories
from publish.fonts import Face, faces
from publish.formats import render_format
from publish.labels import Labels
from publish.languages import direction
from publish.map import TurkeyMap
from publish.ornament import Drawing
from publish.routes import Routes
from publish.settings import Settings
from publish.typefaces import Typefaces
from registry.load import load
from registry.model import Registry
from registry.reference import Reference, load_reference
from registry.tally import Tally
from source.aside import aside
from source.layout import Layout
from source.problem import SourceError
from source.system import refusals_told


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """The present edition in every language, and what surrounds it.

    `rosette` is the ornament of the text, `star` what is left of it at the smallest sizes.
    `declarations` and `directories` are locale → Declaration and Directory.
    """

    layout: Layout
    settings: Settings
    routes: Routes
    labels: Labels
    typefaces: Typefaces
    colours: Colours
    rosette: Drawing
    star: Drawing
    assets: Assets
    editions: tuple[Edition, ...]
    edition: Edition
    text: Text
    declarations: Mapping[str, model.Declaration]
    record: corrections.Record
    timeline: tuple[Event, ...]
    reference: Reference
    registry: Registry
    tally: Tally
    directories: Mapping[str, Directory]
    map: TurkeyMap

    @property
    def is_mixed(self) -> bool:
        """Whether some of the languages run from right to left, so that pages have to say which does."""
        return any(direction(locale) == "rtl" for locale in self.settings.locales)

    def beside(self, locale: str) -> tuple[model.Declaration, ...]:
        """Return what readers of a language compare: the authentic text, and theirs or the first translation."""
        authentic = self.declarations[self.text.authentic]
        others = [each for each in self.declarations.values() if each is not authentic]
        return (authentic, *[each for each in others if locale in (each.locale, authentic.locale)][:1])

    @property
    def page_keys(self) -> tuple[str, ...]:
        """The keys of all pages: those with a slug, of provisions, the frozen text, provinces and signatories."""
        entries = (f"signatories/{entry.id}" for entry in self.registry.signatories)
        return (*self.settings.slugs, *self.text.ids, f"v/{self.edition.key}", *self._provinces(), *entries)

    def _provinces(self) -> tuple[str, ...]:
        directory = self.directories[self.settings.default_locale]
        codes = (group.province.code for group in directory.groups if directory.is_split)
        return tuple(f"signatories/province/{code}" for code in codes)

    @classmethod
    def load(cls, layout: Layout, settings: Settings) -> Self:
        """Read all input; SourceError tells everything that is wrong with it."""
        found = aside(partial(check_input, layout, settings))
        try:
            with refusals_told(layout, "."):
                site = cls._read(layout, settings)
        except Exception as error:  # whatever goes wrong with wrong input, its problems are what the author is told
            told = error.problems if isinstance(error, SourceError) else ()
            if problems := {*told, *found()}:
                raise SourceError(problems) from None
            raise
        if others := found():
            raise SourceError(others)
        return site

    @classmethod
    def _read(cls, layout: Layout, settings: Settings) -> Self:
        labels = Labels.load(layout, settings.locales)
        typefaces = Typefaces(
            {role: tuple(layout.root / file for file in files) for role, files in settings.fonts.items()}
        )
        editions = load_editions(layout)
        edition, text = present_edition(editions)
        declarations = load_declaration(layout, edition, text)
        passages = (passage for declaration in declarations.values() for passage in declaration.passages)
        cut = faces(typefaces, "".join(map(text.italics, passages)))
        colours, star = Colours.load(layout), Drawing.small(text.ornament)
        icon = render_format(layout, "icon.svg", drawing=star, colours=colours)
        reference = load_reference(layout, days_of_adoption(editions))
        registry = load(settings.registry, layout.shown(settings.registry), reference)
        _refuse_unknown_entries(layout, settings, registry)
        return cls(
            layout=layout,
            settings=settings,
            routes=Routes(settings),
            labels=labels,
            typefaces=typefaces,
            colours=colours,
            rosette=Drawing.full(text.ornament),
            star=star,
            assets=Assets.build(
                layout, cut, _faces(layout, cut) + _heads(layout, settings, labels, edition, declarations), icon
            ),
            editions=editions,
            edition=edition,
            text=text,
            declarations=declarations,
            record=load_record(layout, declarations),
            timeline=load_timeline(layout, settings.locales, text.ids),
            reference=reference,
            registry=registry,
            tally=Tally.of(registry),
            directories=directories(registry, reference, settings.locales),
            map=TurkeyMap.load(layout),
        )


def _refuse_unknown_entries(layout: Layout, settings: Settings, registry: Registry) -> None:
    """Refuse corrections of entries that are not published; a sample has others."""
    ids = {each for entry in registry.signatories for each in (entry.id, *entry.aliases)}
    if not settings.sample and (problems := list(check_correction_entries(layout, ids))):
        raise SourceError(problems)


def _faces(layout: Layout, cut: Mapping[str, Face]) -> str:
    """Return the style of the fonts, whose parts depend on the text."""
    return render_format(layout, "faces.css", faces=cut)


def _heads(
    layout: Layout, settings: Settings, labels: Labels, edition: Edition, declarations: Mapping[str, model.Declaration]
) -> str:
    """Return the style of what runs at the head and the foot of printed sheets."""
    values = {"declarations": declarations, "edition": edition, "settings": settings, "direction": direction}
    return render_format(layout, "print.css", locales=list(declarations), t=labels.text, date=long_date, **values)
