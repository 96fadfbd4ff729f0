"""The languages of a site, as its configuration lists them, and those of them that messages are in."""

from collections.abc import Collection, Mapping

from source.layout import Layout
from source.problems import Message, SourceError
from source.problems.message import ENGLISH, message_languages
from source.problems.problem import block
from source.yaml.cursors import Cursor

CONFIGURATION = "mkdocs.yml"
SHIPPED = ("tr", "en")
"""The languages in which the generator comes with its own words: for pages, forms and replies."""


def languages(layout: Layout) -> Mapping[str, tuple[int, int]]:
    """Return line and column of each language in the configuration; nothing if only the site builder can read it."""
    try:
        configuration = Cursor.read(layout, layout.root / CONFIGURATION).fields(("plugins",))
        plugins = [plugin for plugin in configuration["plugins"].items() if not plugin.is_text]
        (settings,) = (plugin.fields()["i18n"] for plugin in plugins if "i18n" in plugin.fields())
        listed = [language.fields(("locale",))["locale"] for language in settings.fields()["languages"].items()]
        return {locale.text(): (locale.line, locale.node.column) for locale in listed}
    except (SourceError, KeyError, ValueError):
        return {}


def languages_to_tell(layout: Layout) -> tuple[str, ...]:
    """Return the languages in which the people of a site are told something; English if it has none with messages.

    All languages of messages if the configuration cannot be read, since nothing says then which of them is understood.
    """
    known = languages(layout) or message_languages()
    return tuple(each for each in message_languages() if each in known) or (ENGLISH,)


def told(layout: Layout, message: Message) -> str:
    """Return a message that is no problem as lines, one for each language; further lines of a text are indented."""
    return "\n".join(block(each, text) for each, text in message.told_in(languages_to_tell(layout)).items())


def shipped_in(locales: Collection[str]) -> tuple[str, ...]:
    """Return those of some languages that the generator has words in; English if it has none in any of them."""
    return tuple(each for each in SHIPPED if each in locales) or (ENGLISH,)
