"""Labels of two files: the interface, shipped in some languages, and the sentences about the text."""

import pytest

from publish.i18n.labels import SHIPPED, Labels
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
    assert "2" in problem.tr
    assert "2" in problem.en
    assert problem.example == "nav.skip:\n  fr: …"


def test_label_that_lacks_a_language_is_named_at_its_line(tmp_path):
    (problem,) = _problems(tmp_path, INTERFACE.replace("en: Skip", "en: Skip, fr: Aller"), OWN)
    assert (problem.path, problem.line, problem.rule) == ("data/interface.yaml", 3, "missing-key")
    assert "“fr”" in problem.en


def test_language_that_the_site_lacks_is_refused_in_its_own_sentences(tmp_path):
    interface = INTERFACE.replace("Skip", "Skip, fr: Aller").replace("result", "result\n  fr: 1 résultat")
    (problem,) = _problems(tmp_path, interface, OWN.replace("fr: Exemple", "fr: Exemple, en: Sample"))
    assert (problem.path, problem.rule) == ("data/labels.yaml", "unknown-key")
    assert "“en”" in problem.en


def test_label_is_in_one_of_the_two_files(tmp_path):
    (problem,) = _problems(tmp_path, INTERFACE, "site.name: { tr: a, en: b }\nnav.skip: { tr: c, en: d }\n", SHIPPED)
    assert (problem.path, problem.line, problem.rule) == ("data/labels.yaml", 2, "duplicate-label")
    assert "data/interface.yaml:1" in problem.en


def test_both_files_are_read_in_the_languages_of_the_site(tmp_path):
    interface = INTERFACE.replace("Skip", "Skip, fr: Aller").replace("result", "result\n  fr: 1 résultat")
    labels = Labels.load(_layout(tmp_path, interface, OWN), ("tr", "fr"))
    assert (labels.text("nav.skip", "fr"), labels.text("site.name", "tr")) == ("Aller", "Örnek")
    assert all(set(each.texts) == {"tr", "fr"} for each in labels.entries.values())
