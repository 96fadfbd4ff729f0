"""The loader of the input of a build: it reads each file once and reports all problems together."""

from dataclasses import replace

from declaration.editions import days_of_adoption
from declaration.load import read_whole
from publish.checks.correction_words import check_correction_entries
from publish.checks.input_check import check_search_words, input_checks
from publish.checks.language_check import check_languages
from publish.i18n.labels import Labels
from publish.look.colours import Colours
from publish.new.skeleton_check import check_skeleton
from publish.site.map_check import load_map
from publish.site.settings import Settings
from publish.site.site import Site
from registry.load import load
from registry.reference import load_reference
from source.layout import Layout
from source.problems import Collector, SourceError, refuse
from source.problems.system_errors import refusals_told


def load_site(layout: Layout, settings: Settings) -> Site:
    """Read all input and return the site; SourceError lists every problem in it."""
    refuse([*check_skeleton(layout), *check_languages(layout, settings.locales)])
    reading = Collector(layout=layout)
    labels = reading.of(lambda: Labels.load(layout, settings.locales))
    texts, found = reading.of(lambda: read_whole(layout)) or (None, [])
    known = reading.of(lambda: load_reference(layout, {}))
    drawn = reading.of(lambda: load_map(layout, known)) if known else None
    if labels and texts:
        reading.check(lambda: check_search_words(labels, settings, texts.words))
    for check in (lambda: found, *input_checks(layout, settings, labels, known, drawn)):
        reading.check(check)
    reference = replace(known, editions=days_of_adoption(texts.editions)) if known and texts else None
    shown = layout.shown(settings.registry)
    registry = reading.of(lambda: load(settings.registry, shown, reference)) if reference else None
    if registry and not settings.sample:  # sample data lacks the entries that corrections name
        reading.check(lambda: check_correction_entries(layout, registry.by_id))
    colours = reading.of(lambda: Colours.load(layout))
    if reading.problems or not (labels and texts and reference and registry and colours):
        raise SourceError(set(reading.problems))
    with refusals_told(layout, "."):
        return Site.of(layout, settings, labels, texts, reference, registry, colours, drawn)
