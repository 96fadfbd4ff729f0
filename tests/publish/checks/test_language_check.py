"""Languages: one that the library of formats does not know is refused; what the others lack is told."""

import re

import pytest
from babel import Locale

from publish.checks.language_check import STEMMED, check_languages, language_notices
from publish.i18n.collation import ALPHABETS
from source.layout import Layout
from support.repository import ROOT

CONFIGURATION = """\
plugins:
  - search
  - i18n:
      languages:
        - { locale: tr, name: Türkçe, default: true }
        - locale: ar
          name: العربية
        - { locale: xx, name: Örnekçe }
"""


@pytest.fixture
def layout(tmp_path):
    (tmp_path / "mkdocs.yml").write_text(CONFIGURATION, encoding="utf-8")
    return Layout(tmp_path)


def _heads(problems):
    return [each.as_text().splitlines()[0] for each in problems]


def test_language_that_no_format_is_known_of_is_refused_at_its_line(layout):
    (problem,) = check_languages(layout, ("tr", "ar", "xx"))
    assert _heads([problem]) == ["mkdocs.yml:8:21: unknown-language"]
    assert "Babel" in problem.tr
    assert "Babel" in problem.en


def test_what_a_language_lacks_is_told_at_its_line(layout):
    notices = list(language_notices(layout, ("tr", "ar")))
    assert _heads(notices) == [f"mkdocs.yml:6:19: {each}" for each in ("no-alphabet", "no-stemmer", "plural-forms")]
    assert all("“ar”" in each.tr and "“ar”" in each.en for each in notices)


@pytest.mark.parametrize("text", ["plugins: !ENV [a]\n", "plugins: [search]\n", "site_name: Örnek\n", "a: [\n", ""])
def test_configuration_that_only_the_site_builder_can_read_has_no_lines(text, layout):
    (layout.root / "mkdocs.yml").write_text(text, encoding="utf-8")
    assert _heads(check_languages(layout, ("tr", "xx"))) == ["mkdocs.yml:1:1: unknown-language"]
    assert _heads(language_notices(layout, ("en", "de"))) == [
        "mkdocs.yml:1:1: no-alphabet",
        "mkdocs.yml:1:1: no-stemmer",
    ]


def test_languages_of_this_site_lack_nothing():
    layout = Layout(ROOT)
    assert [*check_languages(layout, ("tr", "en")), *language_notices(layout, ("tr", "en"))] == []


@pytest.mark.parametrize(
    ("locale", "numbers"),
    [("de", ""), ("ja", ""), ("fr", "0"), ("ar", "0, 2, 3, 4, 5 …"), ("pl", "0, 2, 3, 4, 5 …"), ("he", "2")],
)
def test_numbers_of_other_forms_are_told(locale, numbers, layout):
    told = [each.en for each in language_notices(layout, (locale,)) if each.rule == "plural-forms"]
    assert [each.rpartition(": ")[2] for each in told] == ([f"{numbers}."] if numbers else [])


def test_stemmers_are_those_of_the_search():
    words = (ROOT / "docs/assets/js/words.js").read_text(encoding="utf-8")
    assert set(re.findall(r"(\w+):", re.search(r"const STEMS = \{(.*?)\}", words)[1])) == set(STEMMED)
    assert all(Locale.parse(each) for each in (*STEMMED, *ALPHABETS))
