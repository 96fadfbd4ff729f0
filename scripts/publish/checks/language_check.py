"""Validation of the languages of a site: which of them the libraries know, and what is missing in the others."""

from collections.abc import Iterator

from babel import Locale, UnknownLocaleError

from publish.i18n.collation import has_order
from publish.look.assets import stemmer_of
from source.languages import CONFIGURATION, languages
from source.layout import Layout
from source.problems import Message, Problem

_NOWHERE = (1, 1)
"""The place of a language that is not found in the configuration."""


def check_languages(layout: Layout, locales: tuple[str, ...]) -> Iterator[Problem]:
    """Yield a problem for every language that the library of dates, numbers, plurals and direction does not know."""
    places = languages(layout)
    for locale in locales:
        try:
            Locale.parse(locale)
        except (UnknownLocaleError, ValueError):
            message = Message(
                "Babel (CLDR) does not know “{locale}”: without it there are no dates, numbers, plurals or direction.",
                locale=locale,
            )
            place, example = places.get(locale, _NOWHERE), "- { locale: fr, name: Français }"
            yield Problem(CONFIGURATION, *place, "unknown-language", locale, message, example=example)


def language_notices(layout: Layout, locales: tuple[str, ...]) -> Iterator[Problem]:
    """Yield what the site lacks in a language that a part of it does not know; it can be built all the same."""
    places = languages(layout)
    for locale in locales:
        place = places.get(locale, _NOWHERE)
        if not has_order(locale):
            message = Message(
                "ICU (CLDR) does not know the alphabetical order of “{locale}”: names are sorted in the general order"
                " of Unicode.",
                locale=locale,
            )
            yield Problem(CONFIGURATION, *place, "no-alphabet", locale, message)
        if not stemmer_of(layout, locale):
            message = Message(
                "There is no stemmer for “{locale}” (vendor/stemmers/{locale}.js): search finds words only in the form"
                " typed.",
                locale=locale,
            )
            yield Problem(CONFIGURATION, *place, "no-stemmer", locale, message)
