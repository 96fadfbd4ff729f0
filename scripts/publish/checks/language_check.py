"""Validation of the languages of a site: which of them the libraries know, and what is missing in the others."""

from collections.abc import Iterator

from babel import Locale, UnknownLocaleError

from publish.i18n.collation import has_order
from publish.look.assets import stemmer_of
from source.languages import CONFIGURATION, languages
from source.layout import Layout
from source.problems.problem import Problem

_NO_ORDER = (
    "“{}” dilinin alfabe sırasını ICU (CLDR) bilmiyor: adlar Unicode’un genel sırasıyla sıralanır.",
    "ICU (CLDR) does not know the alphabetical order of “{}”: names are sorted in the general order of Unicode.",
)
_NO_STEMMER = (
    "“{0}” dilinde kök bulunamaz (vendor/stemmers/{0}.js yok): arama, sözcükleri yalnızca yazıldığı biçimde bulur.",
    "There is no stemmer for “{0}” (vendor/stemmers/{0}.js): search finds words only in the form typed.",
)
_NOWHERE = (1, 1)
"""The place of a language that is not found in the configuration."""


def check_languages(layout: Layout, locales: tuple[str, ...]) -> Iterator[Problem]:
    """Yield a problem for every language that the library of dates, numbers, plurals and direction does not know."""
    places = languages(layout)
    for locale in locales:
        try:
            Locale.parse(locale)
        except (UnknownLocaleError, ValueError):
            tr = f"“{locale}” dilini Babel (CLDR) tanımıyor: tarih, sayı, çoğul ve yazı yönü bilinmez."
            en = f"Babel (CLDR) does not know “{locale}”: without it there are no dates, numbers, plurals or direction."
            place, example = places.get(locale, _NOWHERE), "- { locale: fr, name: Français }"
            yield Problem(CONFIGURATION, *place, "unknown-language", locale, tr, en, example=example)


def language_notices(layout: Layout, locales: tuple[str, ...]) -> Iterator[Problem]:
    """Yield what the site lacks in a language that a part of it does not know; it can be built all the same."""
    places = languages(layout)
    for locale in locales:
        place = places.get(locale, _NOWHERE)
        lacks = {"no-alphabet": (_NO_ORDER, has_order(locale)), "no-stemmer": (_NO_STEMMER, stemmer_of(layout, locale))}
        for rule, ((tr, en), known) in lacks.items():
            if not known:
                yield Problem(CONFIGURATION, *place, rule, locale, tr.format(locale), en.format(locale))
