"""The context of page templates: the page, and functions for labels, dates and addresses in its language."""

import json
from collections.abc import Callable

from declaration.model import Item, Provision
from publish.data.directory_index import index_path
from publish.data.json_ld import legislation
from publish.downloads.files import full_name
from publish.i18n.cldr import autonym, day_by_pattern, direction, long_date, name_of, number, short_month, text_list
from publish.i18n.line_breaks import pieces
from publish.images.badges import badge_alt, badge_path
from publish.images.logos import logo_path
from publish.pages.page import Page
from publish.site.map import Shading
from publish.site.map_names import map_names
from publish.site.routes import relative
from publish.site.security import policy
from publish.site.site import Site
from publish.views.chronology import Chronology
from publish.views.corrections import by_day, differences, last_correction, shown_lines
from publish.views.note_refs import NoteRefs
from registry.requests.form import questions


def template_context(site: Site, page: Page) -> dict[str, object]:
    """Return the variables and functions that a template may use for this page."""
    return {
        "page": page,
        "site": site,
        "edition": site.edition,
        "declaration": site.declarations[page.locale],
        "questions": questions(site.reference),
        "directory": site.directories[page.locale],
        "kinds": [kind.value for kind in site.reference.definition.kinds],
        "place_field": site.reference.definition.place,
        "policy": policy(site, page.key),
        "autonym": autonym,
        "direction": direction,
        "name_locale": site.reference.definition.locale(page.locale),
        **_functions(site, page),
    }


def _functions(site: Site, page: Page) -> dict[str, Callable[..., object]]:
    def text(name: str, /, locale: str = page.locale, **values: object) -> str:
        return site.labels.text(name, locale, **values)

    def label(provision: Provision) -> str:
        return provision.label(page.locale)

    def item_label(item: Item) -> str:
        provision = site.declarations[page.locale].provision(item.id.partition("-")[0])
        return f"{provision.label(page.locale)}{text('comma')} {item.marker}"

    def file(path: str) -> str:
        return site.settings.base_path + path if page.anywhere else relative(path, page.path)

    def link(key: str, locale: str = page.locale, fragment: str = "") -> str:
        return file(site.routes.path(key, locale)) + (f"#{fragment}" if fragment else "")

    def menu(key: str) -> str:
        return (site.newest or site).routes.path(key, page.locale)

    def place(code: str) -> str:
        return site.reference.places[code].name_in(page.locale)

    return {
        "t": text,
        "label": label,
        "item_label": item_label,
        "link": link,
        "menu": menu,
        "pieces": lambda text, locale=page.locale: pieces(text, locale),
        "file": file,
        "full_name": lambda download: full_name(site, download, page.locale),
        "asset": lambda name: file(site.assets.path(name)),
        "plural_forms": lambda name: json.dumps(
            site.labels.plural_forms(name, page.locale), ensure_ascii=False, separators=(",", ":")
        ),
        "number": lambda value: number(value, page.locale),
        "languages": lambda: text_list((name_of(each, page.locale) for each in site.declarations), page.locale),
        "logo": lambda signatory: file(logo_path(signatory)) if signatory.logo else "",
        "date": lambda value: long_date(value, page.locale),
        "day_month": lambda value: day_by_pattern(value, page.locale, "d MMMM"),
        "month_day": lambda value: day_by_pattern(value, page.locale, "MMMM d"),
        "short_month": short_month,
        "badge_path": lambda key, ending="svg": badge_path(key, page.locale, ending),
        "badge_alt": lambda key: badge_alt(site, key, page.locale),
        "index_path": index_path,
        "corrections": lambda: by_day(shown_lines(site, page.locale)),
        "differences": lambda line: differences(line, page.locale),
        "corrected": lambda passage: last_correction(site, passage.id, passage.locale),
        "legislation": lambda declaration: legislation(site, declaration),
        "shading": lambda: Shading.of(site.tally.places),
        "chronology": lambda: Chronology.of(site.registry),
        "place": place,
        "map_names": lambda most: map_names(site.map, site.tally.places, most, place) if site.map else (),
        "note_refs": lambda passages: NoteRefs(passages, site.declarations[page.locale].notes),
    }
