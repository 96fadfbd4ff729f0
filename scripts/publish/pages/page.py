"""The model of a page, before its template is rendered."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from textwrap import shorten

from markupsafe import Markup

from declaration.model import Provision
from publish.i18n.cldr import long_date, text_list
from publish.images.cards import Card
from publish.site.settings import HOME, TEXT_PAGE
from publish.site.site import Site
from registry.model import Province, Signatory

DESCRIPTION_LENGTH = 155
"""Characters of a description that search engines show."""


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same page for readers of another language, by its full address."""

    hreflang: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page in one language. `path` is below the site's address, as is `card_path`, its social card's.

    `content` is its prose as HTML. `anywhere` is true of the page that is served at addresses unknown: its links begin
    at the root of the host.
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
    card: Card
    card_path: str
    anywhere: bool = False

    @property
    def is_home(self) -> bool:
        """Whether this is the home page."""
        return self.key == HOME


def describe_page(site: Site, key: str, locale: str, meta: Mapping[str, str], content: str) -> Page:
    """Put together what is known of a page with prose of its own; `meta` has its `title` and `description`."""
    adopted = _adopted(site, locale)
    if key in (HOME, TEXT_PAGE):
        card = Card("", site.declarations[locale].title, adopted, notice=_notice(site, locale, "cite.note_capital"))
    else:
        card = Card(site.labels.text("site.name", locale), meta["title"], adopted)
    return _page(site, key, locale, _Words(meta["title"], meta["description"], card, content))


def describe_provision(site: Site, provision: Provision) -> Page:
    """Put together what is known of the page of one provision."""
    locale = provision.locale
    label = site.labels.text(f"label.{provision.kind}", locale, number=provision.number)
    words = shorten(provision.text, DESCRIPTION_LENGTH - len(label) - 2, placeholder=" …")
    around = site.text.around(provision)
    comma = site.labels.text("comma", locale)
    imprint = f"{site.declarations[locale].title}{comma} {long_date(site.edition.adopted, locale)}"
    before, after = (around.before, around.after) if around else ("", "")
    card = Card(label, site.text.clause(provision), imprint, before, after, _notice(site, locale))
    return _page(site, provision.id, locale, _Words(label, f"{label}: {words}", card))


def describe_frozen(site: Site, locale: str) -> Page:
    """Put together what is known of the page that keeps the text of the present edition at an address of its own."""
    title = site.labels.text("frozen.title", locale, edition=site.edition.key)
    description = site.labels.text("frozen.description", locale, edition=site.edition.key)
    card = Card(title, site.declarations[locale].title, _adopted(site, locale), notice=_notice(site, locale))
    return _page(site, f"v/{site.edition.key}", locale, _Words(title, description, card))


def signatory_words(site: Site, signatory: Signatory, locale: str) -> tuple[str, str]:
    """Return title and description of the page of a signatory."""
    name, province = signatory.name_in(locale), site.reference.provinces[signatory.province].name_in(locale)
    editions = text_list((signature.edition for signature in signatory.signatures), locale)
    label = "signatory.withdrawn_description" if signatory.withdrawn else "signatory.description"
    description = site.labels.text(label, locale, name=name, province=province, editions=editions)
    return f"{name}{site.labels.text('comma', locale)} {province}", description


def describe_stand_in(site: Site, locale: str, mark: Callable[[str], str]) -> Page:
    """Describe the page of a signatory whose id, title and description are marks to be replaced."""
    return _listed(site, mark("entry.id"), locale, mark("title"), mark("description"))


def describe_moved(site: Site, locale: str, mark: Callable[[str], str]) -> Page:
    """Describe the page at a former address of a signatory, `describe_stand_in` at its present one."""
    return replace(describe_stand_in(site, locale, mark), path=site.routes.path(f"signatories/{mark('alias')}", locale))


def describe_province(site: Site, province: Province, locale: str) -> Page:
    """Put together what is known of the page that lists the signatories of one province."""
    name = province.name_in(locale)
    title = site.labels.text("province.title", locale, province=name)
    description = site.labels.text("province.description", locale, province=name)
    return _listed(site, f"province/{province.code}", locale, title, description)


def _listed(site: Site, key: str, locale: str, title: str, description: str) -> Page:
    """Describe a page below the directory; it is shared with the directory's card."""
    directory = site.routes.path("signatories", locale)
    card = Card(
        site.labels.text("site.name", locale), site.labels.text("nav.signatories", locale), _adopted(site, locale)
    )
    words = _Words(title, description, card)
    return _page(site, f"signatories/{key}", locale, words, card_path=f"{directory}card.png")


def _adopted(site: Site, locale: str) -> str:
    return site.labels.text("declaration.adopted", locale, date=long_date(site.edition.adopted, locale))


def _notice(site: Site, locale: str, label: str = "translation.unofficial") -> str:
    """Return what is said of words that are a translation, "" of the authentic ones."""
    return "" if site.declarations[locale].authentic else site.labels.text(label, locale)


@dataclass(frozen=True, slots=True)
class _Words:
    """What a page says of itself, and its prose as HTML."""

    title: str
    description: str
    card: Card
    content: str = ""


def _page(site: Site, key: str, locale: str, words: _Words, card_path: str = "") -> Page:
    path = site.routes.path(key, locale)
    return Page(
        key=key,
        locale=locale,
        title=words.title,
        description=words.description,
        path=path,
        canonical=site.routes.absolute(path),
        alternates=tuple(Alternate(*each) for each in site.routes.alternates(key)),
        other_locales=tuple(other for other in site.settings.locales if other != locale),
        content=Markup(words.content),  # noqa: S704 - rendered from the Markdown of this repository
        card=replace(words.card, locale=locale, address=_shown(site, card_path.removesuffix("card.png") or path)),
        card_path=card_path or f"{path}card.png",
    )


def _shown(site: Site, path: str) -> str:
    """Return an address as it is written by hand: without https and a last slash."""
    return site.routes.absolute(path).partition("://")[2].rstrip("/")


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
        card=Card("", "", ""),
        card_path="",
        anywhere=True,
    )
