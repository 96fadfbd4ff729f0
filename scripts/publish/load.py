"""The loader of the input of a build: it reads each file once and reports all problems together."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from declaration.editions import days_of_adoption
from declaration.load import read_whole
from publish.checks.correction_words import check_correction_entries
from publish.checks.input_check import input_checks
from publish.checks.language_check import check_languages
from publish.i18n.labels import Labels
from publish.look.colours import Colours
from publish.new.skeleton_check import check_skeleton
from publish.site.map import PlaceMap
from publish.site.map_check import load_map
from publish.site.settings import Settings
from publish.site.site import Site
from registry.load import load
from registry.model import Registry
from registry.reference import Reference, load_reference
from source.layout import Layout
from source.problems.collector import Collector, Result
from source.problems.problem import Problem, SourceError
from source.problems.refusals import refusals_told


def load_site(layout: Layout, settings: Settings) -> Site:
    """Read all input and return the site; SourceError lists every problem in it."""
    if unfinished := [*check_skeleton(layout), *check_languages(layout, settings.locales)]:
        raise SourceError(unfinished)
    reading = _Reading(layout, settings)
    labels = reading.of(lambda: Labels.load(layout, settings.locales))
    texts, found = reading.of(lambda: read_whole(layout)) or (None, [])
    known = reading.of(lambda: load_reference(layout, {}))
    drawn = reading.map(known)
    for check in (lambda: found, *input_checks(layout, settings, labels, known, drawn)):
        reading.check(check)
    reference = replace(known, editions=days_of_adoption(texts.editions)) if known and texts else None
    registry = reading.registry(reference) if reference else None
    colours = reading.of(lambda: Colours.load(layout))
    if reading.problems or not (labels and texts and reference and registry and colours):
        raise SourceError(reading.problems)
    with refusals_told(layout, "."):
        return Site.of(layout, settings, labels, texts, reference, registry, colours, drawn)


@dataclass(slots=True)
class _Reading:
    """A reading in progress, with the problems found so far."""

    layout: Layout
    settings: Settings
    _collector: Collector = field(default_factory=Collector)

    @property
    def problems(self) -> set[Problem]:
        """The problems, each once."""
        return set(self._collector.problems)

    def of(self, read: Callable[[], Result]) -> Result | None:
        """Return the result of `read`; if it is refused, by the system too, record the problems and return None."""
        return self._collector.of(lambda: self._told(read))

    def _told(self, read: Callable[[], Result]) -> Result:
        with refusals_told(self.layout, "."):
            return read()

    def check(self, check: Callable[[], Iterable[Problem]]) -> None:
        """Record the problems that a check yields."""
        self._collector.check(lambda: self._told(lambda: list(check())))

    def registry(self, reference: Reference) -> Registry | None:
        """Read the registry, whose entries are validated against the reference data."""
        settings = self.settings
        registry = self.of(lambda: load(settings.registry, self.layout.shown(settings.registry), reference))
        if registry and not settings.sample:  # sample data lacks the entries that corrections name
            ids = {each for entry in registry.signatories for each in (entry.id, *entry.aliases)}
            self.check(lambda: check_correction_entries(self.layout, ids))
        return registry

    def map(self, reference: Reference | None) -> PlaceMap | None:
        """Read the map that the definition of the registry names; None if there is none."""
        return self.of(lambda: load_map(self.layout, reference)) if reference else None
