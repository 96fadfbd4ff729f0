"""The context of page templates: the page, and functions for labels, dates and addresses in its language."""

import json
from collections.abc import Callable, Sequence

from babel.dates import format_date

from declaration.model import Declaration, Item
from declaration.structure.parts import Part
from publish.data.citations import citation_of
from publish.data.directory_index import index_path
from publish.data.json_ld import legislation
from publish.downloads.all_downloads import full_name
from publish.i18n.cldr import autonym, direction, long_date, name_of, number, short_month, text_list
from publish.i18n.line_breaks import pieces
from publish.images.badges import badge_alt, badge_path
from publish.pages.page import Page
from publish.site.map import Shading
from publish.site.map_names import Name, map_names
from publish.site.routes import relative
from publish.site.security import policy
from publish.site.site import Site
from publish.views.chronology import Chronology
from publish.views.corrections import by_day, differences, last_correction, last_translated, shown_lines
from publish.views.note_refs import NoteRefs
from registry.requests.form import questions
from source.links import bare_host


def template_context(site: Site, page: Page) -> dict[str, object]:
    """Return the variables and functions that a template may use for this page."""
    return {
        "page": page,
        "site": site,
        "edition": site.edition,
        "declaration": site.declarations[page.locale],
        "directory": site.directories[page.locale],
        "kinds": [kind.value for kind in site.reference.definition.kinds],
        "evidence_kinds": [kind.value for kind in site.reference.definition.evidence_kinds],
        "place_field": site.reference.definition.place,
        "policy": policy(site, page.key),
        "autonym": autonym,
        "bare_host": bare_host,
        "direction": direction,
        "name_locale": site.reference.definition.locale(page.locale),
        **_words(site, page),
        **_addresses(site, page),
        **_views(site, page),
    }


def _words(site: Site, page: Page) -> dict[str, Callable[..., object]]:
    here, text_of = page.locale, site.labels.text

    def item_label(item: Item) -> str:
        provision = site.declarations[here].provision(item.id.partition("-")[0])
        return f"{provision.label(here)}{text_of('comma', here)} {item.marker}"

    def plural_forms(name: str) -> str:
        return json.dumps(site.labels.entries[name].texts[here], ensure_ascii=False, separators=(",", ":"))

    return {
        "t": lambda name, /, locale=here, **values: text_of(name, locale, **values),
        "plural_forms": plural_forms,
        "label": lambda provision: provision.label(here),
        "item_label": item_label,
        "pieces": lambda text, locale=here, name="": pieces(text, locale, name),
        "full_name": lambda download: full_name(site, download, here),
        "number": lambda value: number(value, here),
        "languages": lambda: text_list(tuple(name_of(each, here) for each in site.declarations), here),
        "date": lambda value: long_date(value, here),
        "day_month": lambda value: format_date(value, "d MMMM", locale=here),
        "month_day": lambda value: format_date(value, "MMMM d", locale=here),
        "short_month": short_month,
        "badge_alt": lambda key: badge_alt(site, key, here),
        "place": lambda code: site.reference.places[code].name_in(here),
    }


def _addresses(site: Site, page: Page) -> dict[str, Callable[..., object]]:

    def file(path: str) -> str:
        return site.settings.base_path + path if page.anywhere else relative(path, page.path)

    def link(key: str, locale: str = page.locale, fragment: str = "") -> str:
        return file(site.routes.path(key, locale)) + (f"#{fragment}" if fragment else "")

    return {
        "file": file,
        "link": link,
        "menu": lambda key: (site.newest or site).routes.path(key, page.locale),
        "asset": lambda name: file(site.assets.path(name)),
        "badge_path": lambda key, ending="svg": badge_path(key, page.locale, ending),
        "index_path": index_path,
    }


def _views(site: Site, page: Page) -> dict[str, Callable[..., object]]:
    """Return the functions for what some pages show: corrections, the map, the time line, notes."""

    def names_on_map() -> tuple[Name, ...]:
        named = {code: place.name_in(page.locale) for code, place in site.reference.places.items()}
        return map_names(site.map, site.tally.places, named.__getitem__) if site.map else ()

    def turned_part(texts: Sequence[Declaration]) -> Part | None:
        """Return the first part whose formula leads in one of the texts and follows in another."""
        for part in texts[0].parts:
            if len({formula.leads for text in texts for formula in text.formulas_of(part)}) > 1:
                return part
        return None

    return {
        "questions": lambda: questions(site.reference),
        "corrections": lambda: by_day(shown_lines(site, page.locale)),
        "differences": lambda line: differences(line, page.locale),
        "translated": lambda: last_translated(site, site.declarations[page.locale].passages),
        "cited": lambda: citation_of(site, page.locale),
        "corrected": lambda passage: last_correction(site, passage.id, passage.locale),
        "legislation": lambda declaration: legislation(site, declaration),
        "shading": lambda: Shading.of(site.tally.places),
        "chronology": lambda: Chronology.of(site.registry),
        "map_names": names_on_map,
        "turned_part": turned_part,
        "note_refs": lambda passages: NoteRefs(passages, site.declarations[page.locale].notes),
    }
