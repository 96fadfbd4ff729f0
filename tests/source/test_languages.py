"""The languages of messages: those of the site that have any, English if none has, all where nothing is known."""

import pytest

from source.languages import languages, languages_to_tell, told
from source.layout import Layout
from source.problems.message import Message
from support.repository import ROOT

MESSAGE, WORDS = Message("a list"), ("bir liste", "a list")


def _layout(root, *locales):
    listed = "".join(f"        - {{ locale: {locale}, name: x }}\n" for locale in locales)
    text = f"plugins:\n  - i18n:\n      languages:\n{listed}"
    (root / "mkdocs.yml").write_text(text, encoding="utf-8")
    return Layout(root)


@pytest.mark.parametrize(
    ("locales", "expected"),
    [
        (("tr", "en"), ("tr", "en")),
        (("en", "tr"), ("tr", "en")),
        (("fr", "en"), ("en",)),
        (("tr",), ("tr",)),
        (("ar", "tr", "fr"), ("tr",)),
        (("fr", "de"), ("en",)),
    ],
)
def test_messages_are_in_the_languages_of_the_site(tmp_path, locales, expected):
    layout = _layout(tmp_path, *locales)
    assert languages_to_tell(layout) == expected
    assert tuple(languages(layout)) == locales
    lines = {"tr": f"  tr: {WORDS[0]}", "en": f"  en: {WORDS[1]}"}
    assert told(layout, MESSAGE).splitlines() == [lines[each] for each in expected]


@pytest.mark.parametrize("text", ["plugins: []\n", "plugins: [search]\n", "x: !!python/name:a\n", "plugins: {\n", None])
def test_all_messages_are_told_where_the_languages_are_not_known(tmp_path, text):
    if text is not None:
        (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    assert languages_to_tell(Layout(tmp_path)) == ("tr", "en")


def test_languages_of_this_site_have_their_places():
    lines = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").splitlines()
    places = languages(Layout(ROOT))
    assert list(places) == ["tr", "en"]
    assert all(lines[line - 1][column - 1 :].startswith(locale) for locale, (line, column) in places.items())
