"""The site: everything that a build publishes, read once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from declaration.assemble import Words
from declaration.corrections.model import Record
from declaration.edition_text import Text
from declaration.editions import Edition
from declaration.later.comparison import Comparison, compare
from declaration.load import Texts
from declaration.model import Declaration
from declaration.timeline import Event
from publish.i18n.cldr import direction, long_date
from publish.i18n.labels import Labels
from publish.look.assets import Assets
from publish.look.colours import Colours
from publish.look.fonts import faces
from publish.look.ornament import Drawing
from publish.look.typefaces import Typefaces
from publish.site.directory import Directory, directories
from publish.site.map import PlaceMap
from publish.site.prose_page import prose_italics
from publish.site.routes import TEXT_PAGES, Routes
from publish.site.settings import COMPARISON, Settings
from publish.templating.formats import render_format
from registry.counts import Tally
from registry.model import Registry, Signatory
from registry.reference import Reference
from source.layout import Layout


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """All input of a build, and what all pages share of it. `edition` is the one of `editions` whose text is shown.

    A build has a site for each text: the root, and its `others`, oldest first. `newest` is that of the newest text,
    None if this is it; `fates` is id → what became of a provision there.

    `rosette` is the ornament of the text, `star` its simpler form for the smallest sizes.
    `declarations` is locale → Declaration, `directories` locale → Directory.
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
    declarations: Mapping[str, Declaration]
    record: Record
    timeline: tuple[Event, ...]
    reference: Reference
    registry: Registry
    tally: Tally
    directories: Mapping[str, Directory]
    map: PlaceMap | None
    others: tuple["Site", ...] = ()
    newest: "Site | None" = None
    fates: Mapping[str, Comparison] = field(default_factory=dict)

    @property
    def is_mixed(self) -> bool:
        """Whether a language is written from right to left, so that pages must state the direction of each."""
        return any(direction(locale) == "rtl" for locale in self.settings.locales)

    def place_name(self, signatory: Signatory, locale: str) -> str:
        """Return the name of the place of a signatory, "" if it has none."""
        return self.reference.places[signatory.place].name_in(locale) if signatory.place else ""

    @property
    def words(self) -> Words:
        """The text that is shown."""
        return Words(self.edition, self.text, self.declarations)

    @property
    def all_texts(self) -> tuple["Site", ...]:
        """The site of every text, the oldest first."""
        return tuple(sorted((self, *self.others), key=lambda site: self.editions.index(site.edition)))

    def text_of(self, name: str) -> tuple["Site", str]:
        """Return the site of the text of a passage, and its id there: for "2027/c3", that of 2027 and "c3"."""
        key, _, passage_id = name.rpartition("/")
        return next((other for other in self.others if other.edition.key == key), self), passage_id

    @property
    def downloads(self) -> str:
        """The folder of the files to download, below the site's address."""
        return f"downloads/{self.edition.prefix}".rstrip("/")

    @property
    def text_keys(self) -> tuple[str, ...]:
        """The keys of the pages of this text in the order of a site map."""
        pages = [key for key in TEXT_PAGES if key in self.settings.slugs and (key != "footnotes" or self.text.notes)]
        comparisons = (f"{COMPARISON}/{each.key}" for each in self.earlier)
        return (*pages, *self.text.ids, f"v/{self.edition.key}", *comparisons)

    @property
    def earlier(self) -> tuple[Edition, ...]:
        """The texts adopted before this one, the oldest first."""
        before = self.editions[: self.editions.index(self.edition)]
        return tuple(each for each in before if each.text)

    def beside(self, locale: str) -> tuple[Declaration, ...]:
        """Return the texts to show side by side: the authentic one, and that in `locale` or the first translation."""
        authentic = self.declarations[self.text.original]
        others = [each for each in self.declarations.values() if each is not authentic]
        return (authentic, *[each for each in others if locale in (each.locale, authentic.locale)][:1])

    @property
    def page_keys(self) -> tuple[str, ...]:
        """The keys of all pages: those with a slug, of provisions, the frozen text, places and signatories."""
        entries = (f"signatories/{entry.id}" for entry in self.registry.signatories)
        text = (key for key in self.text_keys if key not in self.settings.slugs)
        directory = self.directories[self.settings.default_locale]
        listed = (group.place for group in directory.groups if directory.is_split)
        places = (f"signatories/place/{place.code}" for place in listed if place)
        return (*self.settings.slugs, *text, *places, *entries)

    @classmethod
    def of(  # noqa: PLR0913, PLR0917 - every part of the input
        cls,
        layout: Layout,
        settings: Settings,
        labels: Labels,
        texts: Texts,
        reference: Reference,
        registry: Registry,
        colours: Colours,
        drawn: PlaceMap | None,
    ) -> "Site":
        """Return the site of the root text, with those of the others; SourceError if an asset cannot be made of it."""
        typefaces = Typefaces(
            {role: tuple(layout.root / file for file in files) for role, files in settings.fonts.items()}
        )
        further = labels.letters().union(reference.definition.alphabet.letters)
        cut = faces(typefaces, _italics(texts.words), prose_italics(layout, texts.timeline), further)
        styles = render_format(layout, "faces.css", faces=cut) + _heads(layout, settings, labels, texts)
        star = Drawing.of(texts.root.text.ornament, small=True)
        icon = render_format(layout, "icon.svg", drawing=star, colours=colours)
        assets = Assets.build(layout, settings.locales, cut, styles, icon)
        tally, listed = Tally.of(registry), directories(registry, reference, settings.locales)

        def site_of(words: Words) -> Site:
            return cls(
                layout=layout,
                settings=settings,
                routes=Routes(settings, words.edition.prefix, frozenset(words.text.ids)),
                labels=labels,
                typefaces=typefaces,
                colours=colours,
                rosette=Drawing.of(words.text.ornament),
                star=star,
                assets=assets,
                editions=texts.editions,
                edition=words.edition,
                text=words.text,
                declarations=words.declarations,
                record=texts.record,
                timeline=texts.timeline,
                reference=reference,
                registry=registry,
                tally=tally,
                directories=listed,
                map=drawn,
            )

        newest = site_of(texts.words[-1])
        sites = [*(_before(newest, site_of(words)) for words in texts.words[:-1]), newest]
        others = tuple(site for site in sites if not site.edition.is_root)
        return replace(next(site for site in sites if site.edition.is_root), others=others)


def _before(newest: Site, earlier: Site) -> Site:
    fates = {each.earlier: each for each in compare(earlier.words, newest.words) if each.earlier}
    return replace(earlier, newest=newest, fates=fates)


def _italics(editions: Iterable[Words]) -> str:
    """Return the words of all texts that are set in italics."""
    return "".join(
        words.text.italics(passage)
        for words in editions
        for declaration in words.declarations.values()
        for passage in declaration.passages
    )


def _heads(layout: Layout, settings: Settings, labels: Labels, texts: Texts) -> str:
    """Return the style rules of running heads and feet on paper."""
    values = {"edition": texts.root.edition, "settings": settings, "direction": direction}
    return render_format(layout, "print.css", locales=settings.locales, t=labels.text, date=long_date, **values)
