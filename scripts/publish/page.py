"""What a template is given: the page, and ways to words, dates and addresses in the page's language."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from declaration.model import Kind, Passage, Provision
from publish.collation import collation_key
from publish.dates import long_date
from publish.identity import card_path
from publish.logos import logo_path
from publish.note_refs import NoteRefs
from publish.routes import relative
from publish.settings import HOME
from publish.site import Site
from registry.model import Signatory


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same page for readers of another language, by its full address."""

    hreflang: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page in one language. `path` is below the site's address; `content` is its prose as HTML.

    `anywhere` is true of the page that is served at addresses unknown: its links begin at the root of the host.
    """

    key: str
    locale: str
    title: str
    description: str
    path: str
    canonical: str
    alternates: tuple[Alternate, ...]
    other_locales: tuple[str, ...]
    content: Markup
    anywhere: bool = False

    @property
    def is_home(self) -> bool:
        """Whether this is the home page."""
        return self.key == HOME


def describe_page(site: Site, key: str, locale: str, meta: Mapping[str, str], content: str) -> Page:
    """Put together what is known of a page; `meta` has its `title` and `description`."""
    path = site.routes.path(key, locale)
    return Page(
        key=key,
        locale=locale,
        title=meta["title"],
        description=meta["description"],
        path=path,
        canonical=site.routes.absolute(path),
        alternates=tuple(Alternate(*each) for each in site.routes.alternates(key)),
        other_locales=tuple(other for other in site.settings.locales if other != locale),
        content=Markup(content),  # noqa: S704 - rendered from the Markdown of this repository
    )


def page_of_no_address(site: Site) -> Page:
    """Describe the page shown where there is none; it speaks every language, beginning with the default one."""
    locales = site.settings.locales
    return Page(
        key="404",
        locale=locales[0],
        title=" · ".join(site.labels.text("notfound.title", locale) for locale in locales),
        description="",
        path="",
        canonical="",
        alternates=(),
        other_locales=locales[1:],
        content=Markup(),
        anywhere=True,
    )


def template_context(site: Site, page: Page) -> dict[str, object]:
    """Return the names that a template may use for this page."""
    return {
        "page": page,
        "site": site,
        "nav": [key for key in site.settings.slugs if key != HOME],
        "edition": site.edition,
        "declaration": site.declarations[page.locale],
        "card": card_path(page.locale),
        "signatories": _in_order(site, page.locale),
        **_functions(site, page),
    }


def _functions(site: Site, page: Page) -> dict[str, Callable[..., object]]:
    def text(name: str, /, locale: str = page.locale, **values: object) -> str:
        return site.labels.text(name, locale, **values)

    def label(passage: Passage) -> str:
        kind, number = (passage.kind, passage.number) if isinstance(passage, Provision) else ("formula", None)
        return text(f"label.{kind}", number=number)

    def file(path: str) -> str:
        return site.settings.base_path + path if page.anywhere else relative(path, page.path)

    def link(key: str, locale: str = page.locale, fragment: str = "") -> str:
        return file(site.routes.path(key, locale)) + (f"#{fragment}" if fragment else "")

    return {
        "t": text,
        "label": label,
        "link": link,
        "file": file,
        "asset": lambda name: file(site.assets.path(name)),
        "logo": lambda signatory: file(logo_path(signatory)) if signatory.logo else "",
        "date": lambda value: long_date(value, page.locale),
        "province": lambda code: site.provinces[code].name[page.locale],
        "note_refs": lambda passages: NoteRefs(passages, site.declarations[page.locale].of_kind(Kind.NOTE)),
    }


def _in_order(site: Site, locale: str) -> list[Signatory]:
    key = collation_key(locale)
    return sorted(site.registry.signatories, key=lambda signatory: key(signatory.name[locale]))
