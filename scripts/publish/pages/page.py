"""The model of a page, before its template is rendered."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from textwrap import shorten

from markupsafe import Markup

from declaration.model import Provision
from publish.i18n.cldr import long_date, text_list
from publish.images.cards import Card
from publish.site.settings import COMPARISON, HOME, TEXT_PAGE
from publish.site.site import Site
from registry.definition.model import Place
from registry.model import Signatory

DESCRIPTION_LENGTH = 155
"""Most characters of a description: search engines cut longer ones."""


_TEXT = ("side-by-side", "background", "footnotes")
"""The pages that show words of the text, apart from those whose title is the text's."""
_WITH_TEXT = (HOME, "join", "background", "about", "v")
"""The names of pages with words or files of the text, apart from those of which every edition has its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page in one language. `path` and `card_path`, of its social card, are below the site's address.

    `content` is its prose as HTML. `anywhere` is true for the page served at unknown addresses (404): its links begin
    at the root of the host. `shows_text`: words of the text are on it. `section` is the key of the page above
    it that the menu has, "" without one.
    """

    key: str
    locale: str
    title: str
    description: str
    path: str
    canonical: str
    content: Markup
    card: Card
    card_path: str
    anywhere: bool = False
    shows_text: bool = False
    section: str = ""


def describe_page(site: Site, key: str, locale: str, meta: Mapping[str, str], content: str) -> Page:
    """Return a page that has a Markdown file; `meta` is its front matter: `title` and `description`."""
    adopted = _adopted(site, locale)
    if key in (HOME, TEXT_PAGE):
        card = Card("", site.declarations[locale].title, adopted, notice=_notice(site, locale, "cite.note_capital"))
    else:
        card = Card(site.labels.text("site.name", locale), meta["title"], adopted if key in _TEXT else "")
    return _page(site, key, locale, _Words(meta["title"], meta["description"], card, content))


def describe_provision(site: Site, provision: Provision) -> Page:
    """Return the page of one provision."""
    locale = provision.locale
    label = provision.label(locale)
    around = site.text.around(provision)
    comma = site.labels.text("comma", locale)
    imprint = f"{site.declarations[locale].title}{comma} {long_date(site.edition.adopted, locale)}"
    card = Card(label, site.text.clause(provision), imprint, around.before, around.after, _notice(site, locale))
    named = label if site.edition.is_root else f"{site.declarations[locale].title}{comma} {label}"
    words = shorten(provision.text, DESCRIPTION_LENGTH - len(named) - 2, placeholder=" …")
    return _page(site, provision.id, locale, _Words(label, f"{named}: {words}", card))


def describe_frozen(site: Site, locale: str) -> Page:
    """Return the page with the text of the present edition at the edition's permanent address."""
    title = site.labels.text("frozen.title", locale, edition=site.edition.key)
    description = site.labels.text("frozen.description", locale, edition=site.edition.key)
    card = Card(title, site.declarations[locale].title, _adopted(site, locale), notice=_notice(site, locale))
    return _page(site, f"v/{site.edition.key}", locale, _Words(title, description, card))


def describe_edition_page(site: Site, key: str, locale: str) -> Page:
    """Return a page of an edition that has no Markdown pages."""
    title = site.labels.text(f"edition.{key}", locale, edition=site.edition.key)
    declared = site.declarations[locale].title
    card = Card(title, declared, _adopted(site, locale), notice=_notice(site, locale))
    return _page(site, key, locale, _Words(title, f"{declared}: {title}", card))


def describe_comparison(earlier: Site, later: Site, locale: str) -> Page:
    """Return the page that compares two editions, one of the later one."""
    keys = {"earlier": earlier.edition.key, "later": later.edition.key}
    title = later.labels.text("comparison.title", locale, **keys)
    description = later.labels.text("comparison.description", locale, **keys)
    card = Card(later.labels.text("site.name", locale), title, "")
    return _page(later, f"{COMPARISON}/{earlier.edition.key}", locale, _Words(title, description, card))


def signatory_words(site: Site, signatory: Signatory, locale: str) -> tuple[str, str]:
    """Return title and description of the page of a signatory."""
    name, place = signatory.name_in(locale), site.place_name(signatory, locale)
    editions = text_list(tuple(signature.edition for signature in signatory.signatures), locale)
    label = "signatory.withdrawn_description" if signatory.withdrawn else "signatory.description"
    title = f"{site.labels.text('comma', locale)} ".join(filter(None, (name, place)))
    return title, site.labels.text(label, locale, name=title, editions=editions)


def describe_placeholder(site: Site, locale: str, mark: Callable[[str], str]) -> Page:
    """Return the page of a signatory with placeholders for id, title and description, made by `mark`."""
    return _listed(site, mark("entry.id"), locale, mark("title"), mark("description"))


def describe_moved(site: Site, locale: str, mark: Callable[[str], str]) -> Page:
    """Return the page at a former address of a signatory, with the same placeholders."""
    path = site.routes.path(f"signatories/{mark('alias')}", locale)
    return replace(describe_placeholder(site, locale, mark), path=path)


def describe_place(site: Site, place: Place, locale: str) -> Page:
    """Return the page that lists the signatories of one place."""
    name = place.name_in(locale)
    title = site.labels.text("place.title", locale, place=name)
    description = site.labels.text("place.description", locale, place=name)
    return _listed(site, f"place/{place.code}", locale, title, description)


def _listed(site: Site, key: str, locale: str, title: str, description: str) -> Page:
    """Return a page below the directory; its social card is that of the directory."""
    directory = site.routes.path("signatories", locale)
    card = Card(site.labels.text("site.name", locale), site.labels.text("nav.signatories", locale), "")
    return _page(site, f"signatories/{key}", locale, _Words(title, description, card), card_path=f"{directory}card.png")


def _adopted(site: Site, locale: str) -> str:
    return site.labels.text("declaration.adopted", locale, date=long_date(site.edition.adopted, locale))


def _notice(site: Site, locale: str, label: str = "translation.unofficial") -> str:
    """Return the notice that a text is a translation, "" for the authentic text."""
    return "" if site.declarations[locale].authentic else site.labels.text(label, locale)


@dataclass(frozen=True, slots=True)
class _Words:
    """The texts of a page: title, description, social card, and prose as HTML."""

    title: str
    description: str
    card: Card
    content: str = ""


def _page(site: Site, key: str, locale: str, words: _Words, card_path: str = "") -> Page:
    path, name = site.routes.path(key, locale), key.partition("/")[0]
    # As people write an address: without scheme and trailing slash.
    address = f"{site.settings.shown_url}{card_path.removesuffix('card.png') or path}".partition("://")[2].rstrip("/")
    return Page(
        key=key,
        locale=locale,
        title=words.title,
        description=words.description,
        path=path,
        canonical=site.routes.absolute(path),
        content=Markup(words.content),  # noqa: S704 - rendered from the Markdown of this repository
        card=replace(words.card, locale=locale, address=address),
        card_path=card_path or f"{path}card.png",
        shows_text=name in _WITH_TEXT or site.routes.is_of_text(name),
        section=TEXT_PAGE if name == "v" or site.routes.is_of_text(name) else name if name == "signatories" else "",
    )


def not_found_page(site: Site) -> Page:
    """Return the page for unknown addresses (404): it is in every language, the default one first."""
    locales = site.settings.locales
    return Page(
        key="404",
        locale=locales[0],
        title=" · ".join(site.labels.text("notfound.title", locale) for locale in locales),
        description="",
        path="",
        canonical="",
        content=Markup(),
        card=Card("", "", ""),
        card_path="",
        anywhere=True,
    )
