"""Labels of two files: the interface, shipped in some languages, and the sentences about the text."""

import pytest

from publish.i18n.labels import Labels
from source.languages import SHIPPED
from source.layout import Layout
from source.problems.problem import SourceError

INTERFACE = "nav.skip: { tr: Geç, en: Skip }\nsearch.one:\n  tr: 1 sonuç\n  en: 1 result\n"
OWN = "site.name: { tr: Örnek, fr: Exemple }\n"


def _layout(root, interface, own):
    (root / "data").mkdir()
    (root / "data/interface.yaml").write_text(interface, encoding="utf-8")
    (root / "data/labels.yaml").write_text(own, encoding="utf-8")
    return Layout(root)


def _problems(root, interface, own, locales=("tr", "fr")):
    with pytest.raises(SourceError) as raised:
        Labels.load(_layout(root, interface, own), locales)
    return raised.value.problems


def test_language_into_which_nothing_is_translated_is_one_problem_that_says_where_to_write(tmp_path):
    (problem,) = _problems(tmp_path, INTERFACE, OWN)
    assert (problem.path, problem.rule, problem.entry) == ("data/interface.yaml", "untranslated-interface", "fr")
    assert "2" in problem.told("tr")
    assert "2" in problem.told("en")
    assert problem.example == "nav.skip:\n  fr: …"


def test_label_that_lacks_a_language_is_named_at_its_line(tmp_path):
    (problem,) = _problems(tmp_path, INTERFACE.replace("en: Skip", "en: Skip, fr: Aller"), OWN)
    assert (problem.path, problem.line, problem.rule) == ("data/interface.yaml", 3, "missing-key")
    assert "“fr”" in problem.told("en")


def test_language_that_the_site_lacks_is_refused_in_its_own_sentences(tmp_path):
    interface = INTERFACE.replace("Skip", "Skip, fr: Aller").replace("result", "result\n  fr: 1 résultat")
    (problem,) = _problems(tmp_path, interface, OWN.replace("fr: Exemple", "fr: Exemple, en: Sample"))
    assert (problem.path, problem.rule) == ("data/labels.yaml", "unknown-key")
    assert "“en”" in problem.told("en")


def test_label_is_in_one_of_the_two_files(tmp_path):
    (problem,) = _problems(tmp_path, INTERFACE, "site.name: { tr: a, en: b }\nnav.skip: { tr: c, en: d }\n", SHIPPED)
    assert (problem.path, problem.line, problem.rule) == ("data/labels.yaml", 2, "duplicate-label")
    assert "data/interface.yaml:1" in problem.told("en")


def test_both_files_are_read_in_the_languages_of_the_site(tmp_path):
    interface = INTERFACE.replace("Skip", "Skip, fr: Aller").replace("result", "result\n  fr: 1 résultat")
    labels = Labels.load(_layout(tmp_path, interface, OWN), ("tr", "fr"))
    assert (labels.text("nav.skip", "fr"), labels.text("site.name", "tr")) == ("Aller", "Örnek")
    assert all(set(each.texts) == {"tr", "fr"} for each in labels.entries.values())


@pytest.mark.parametrize(
    ("wrong", "line"),
    [
        ("cite.date: { tr: '{gün} {year}', en: '{day} {year}' }\n", 1),
        ("cite.date: { tr: '{year}', en: 'Adopted' }\n", 1),
        ("cite.date:\n  tr: '{year}'\n  en: '{year'\n", 3),
        ("cite.date:\n  tr: '{day} {year}'\n  en: { one: '{year}', other: '{year}' }\n", 3),
    ],
)
def test_label_has_the_same_placeholders_in_every_language(tmp_path, wrong, line):
    first = len(INTERFACE.splitlines())
    (problem,) = _problems(tmp_path, INTERFACE + wrong, OWN.replace("fr: Exemple", "en: Sample"), SHIPPED)
    assert (problem.path, problem.line, problem.rule) == ("data/interface.yaml", first + line, "placeholders")


def test_parts_of_dates_may_stand_for_each_other(tmp_path):
    dates = "cite.date: { tr: '{day_month} {year}', en: '{day} {short_month} {year}' }\n"
    assert Labels.load(_layout(tmp_path, INTERFACE + dates, OWN.replace("fr: Exemple", "en: Sample")), SHIPPED)


FORMS = "search.count:\n  tr: '{count} sonuç'\n  en: { one: '{count} result', other: '{count} results' }\n"


def test_a_number_has_the_form_of_its_language(tmp_path):
    own = "x.y: { tr: a, en: b, ar: c }\n"
    forms = "zero: لا, one: واحد, two: اثنان, few: 'few {count}', many: 'many {count}', other: 'other {count}'"
    labels = Labels.load(_layout(tmp_path, f"{FORMS}  ar: {{ {forms} }}\n", own), ("tr", "en", "ar"))
    said = {
        locale: [labels.text("search.count", locale, count=number) for number in (0, 1, 2)] for locale in ("tr", "en")
    }
    assert said == {
        "tr": ["0 sonuç", "1 sonuç", "2 sonuç"],
        "en": ["0 results", "1 result", "2 results"],
    }
    arabic = [labels.text("search.count", "ar", count=number) for number in (0, 1, 2, 3, 11, 100, 1100)]
    assert arabic == ["لا", "واحد", "اثنان", "few 3", "many 11", "other 100", "other 1,100"]
    assert labels.entries["search.count"].texts["tr"] == {"other": "{count} sonuç"}
    assert list(labels.entries["search.count"].texts["en"]) == ["one", "other"]


def test_a_form_that_the_language_needs_is_asked_for_with_its_numbers(tmp_path):
    interface = f"{FORMS}  pl: {{ one: '{{count}} wynik', other: '{{count}} wyników' }}\n"
    problems = _problems(tmp_path, interface, "x.y: { tr: a, pl: b }\n", ("tr", "pl"))
    assert {(each.path, each.line) for each in problems} == {("data/interface.yaml", 4)}
    told = "\n".join(each.as_text() for each in problems)
    assert "“few”" in told
    assert "# 2, 3, 4, 22" in told
    assert "“many”" in told
    assert "# 0, 5, 6, 7" in told
    assert "“other”" in told  # which whole numbers do not have in Polish


def test_millions_may_lack_a_form(tmp_path):
    interface = f"{FORMS}  fr: {{ one: '{{count}} résultat', other: '{{count}} résultats' }}\n"
    labels = Labels.load(_layout(tmp_path, interface, "x.y: { fr: b }\n"), ("fr",))
    said = [labels.text("search.count", "fr", count=number) for number in (0, 1, 2, 1_000_000)]
    assert [each.split()[-1] for each in said] == ["résultat", "résultat", "résultats", "résultats"]
