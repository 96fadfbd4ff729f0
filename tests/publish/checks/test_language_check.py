"""Languages: one that the library of formats does not know is refused; what the others lack is told."""

import pytest

from publish.checks.language_check import check_languages, language_notices
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
    for folder in ("docs", "vendor"):  # where the stemmers are
        (tmp_path / folder).symlink_to(ROOT / folder)
    (tmp_path / "mkdocs.yml").write_text(CONFIGURATION, encoding="utf-8")
    return Layout(tmp_path)


def _heads(problems):
    return [each.as_text().splitlines()[0] for each in problems]


def test_language_that_no_format_is_known_of_is_refused_at_its_line(layout):
    (problem,) = check_languages(layout, ("tr", "ar", "xx"))
    assert _heads([problem]) == ["mkdocs.yml:8:21: unknown-language"]
    assert "Babel" in problem.told("tr")
    assert "Babel" in problem.told("en")


def test_what_a_language_lacks_is_told_at_its_line(layout):
    (layout.root / "mkdocs.yml").write_text(CONFIGURATION.replace("locale: ar", "locale: rw"), encoding="utf-8")
    notices = list(language_notices(layout, ("tr", "rw")))
    assert _heads(notices) == [f"mkdocs.yml:6:19: {each}" for each in ("no-alphabet", "no-stemmer")]
    assert all("“rw”" in each.told("tr") and "“rw”" in each.told("en") for each in notices)


@pytest.mark.parametrize("text", ["plugins: !ENV [a]\n", "plugins: [search]\n", "site_name: Örnek\n", "a: [\n", ""])
def test_configuration_that_only_the_site_builder_can_read_has_no_lines(text, layout):
    (layout.root / "mkdocs.yml").write_text(text, encoding="utf-8")
    assert _heads(check_languages(layout, ("tr", "xx"))) == ["mkdocs.yml:1:1: unknown-language"]
    assert _heads(language_notices(layout, ("en", "ka"))) == ["mkdocs.yml:1:1: no-stemmer"]


def test_languages_of_this_site_lack_nothing():
    layout = Layout(ROOT)
    assert [*check_languages(layout, ("tr", "en")), *language_notices(layout, ("tr", "en"))] == []


@pytest.mark.parametrize("locale", ["fr", "de", "pt-BR", "ar", "el", "uk", "sv"])
def test_a_language_that_the_libraries_know_lacks_nothing(locale):
    assert list(language_notices(Layout(ROOT), ("tr", locale))) == []
