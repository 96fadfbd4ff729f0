"""Validation of the languages of a site: which of them the libraries know, and what is missing in the others."""

from collections.abc import Iterator, Mapping

from babel import Locale, UnknownLocaleError

from publish.i18n.collation import ALPHABETS
from publish.site.settings import CONFIGURATION
from source.layout import Layout
from source.problems.problem import Problem, SourceError
from source.yaml.cursors import Cursor

STEMMED = ("tr", "en")
"""The languages in which search finds inflected words, by the stemmers of docs/assets/js/words.js."""
_MISSING = {
    "no-alphabet": (
        ALPHABETS,
        "“{}” dilinin alfabesi yok (scripts/publish/i18n/collation.py): adlar İngilizce alfabeye göre sıralanır.",
        "There is no alphabet of “{}” (scripts/publish/i18n/collation.py): names are sorted by that of English.",
    ),
    "no-stemmer": (
        STEMMED,
        "“{}” dilinde kök bulunamaz (docs/assets/js/words.js): arama, sözcükleri yalnızca yazıldığı biçimde bulur.",
        "There is no stemmer for “{}” (docs/assets/js/words.js): search finds words only in the form typed.",
    ),
}
"""Rule → languages that are known, message in Turkish and English."""
_NUMBERS, _SHOWN = 1000, 5
"""How many numbers are looked at, and how many of them a message lists."""
_NOWHERE = (1, 1)
"""The place of a language that is not found in the configuration."""


def check_languages(layout: Layout, locales: tuple[str, ...]) -> Iterator[Problem]:
    """Yield a problem for every language that the library of dates, numbers, plurals and direction does not know."""
    places = _places(layout)
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
    places = _places(layout)
    for locale in locales:
        for rule, (known, tr, en) in _MISSING.items():
            if locale not in known:
                place = places.get(locale, _NOWHERE)
                yield Problem(CONFIGURATION, *place, rule, locale, tr.format(locale), en.format(locale))
        if numbers := _of_other_forms(locale):
            tr = f"Çoğul tek biçimlidir (data/interface.yaml); “{locale}” dilinde bu sayılarınki başkadır: {numbers}."
            en = f"There is one plural form (data/interface.yaml); these numbers have others in “{locale}”: {numbers}."
            yield Problem(CONFIGURATION, *places.get(locale, _NOWHERE), "plural-forms", locale, tr, en)


def _of_other_forms(locale: str) -> str:
    """Return the first numbers but 1 that do not have the form of most in a language, "" if there are none."""
    form = Locale.parse(locale).plural_form
    others = [str(number) for number in range(_NUMBERS) if number != 1 and form(number) != "other"]
    return ", ".join(others[:_SHOWN]) + (" …" if others[_SHOWN:] else "")


def _places(layout: Layout) -> Mapping[str, tuple[int, int]]:
    """Return line and column of each language in the configuration; nothing if only the site builder can read it."""
    try:
        configuration = Cursor.read(layout.root / CONFIGURATION, CONFIGURATION).fields(("plugins",))
        plugins = [plugin for plugin in configuration["plugins"].items() if not plugin.is_text]
        (settings,) = (plugin.fields()["i18n"] for plugin in plugins if "i18n" in plugin.fields())
        listed = [language.fields(("locale",))["locale"] for language in settings.fields()["languages"].items()]
        return {locale.text(): (locale.line, locale.node.column) for locale in listed}
    except (SourceError, KeyError, ValueError):
        return {}
