"""The words at the code host: each is used, in the languages of the site, with the same {…} in each."""

import re
import shutil
from pathlib import Path
from typing import get_args

import pytest

from codehost.evidence_links.visit import Trouble
from codehost.requests.inclusion import Why
from codehost.setup.doctor import State
from codehost.setup.generated import generate
from codehost.texts import render
from codehost.texts import words as load
from registry.requests.review_notes import NoteKind
from source.layout import Layout
from source.problems.problem import SourceError
from support.desk import reference
from support.repository import ROOT, data

TEXTS = data("data/codehost.yaml")
USED = [
    path.read_text(encoding="utf-8")
    for path in [*(ROOT / "overrides/formats").glob("*.*"), *(ROOT / "scripts/codehost").rglob("*.py")]
]
FAMILIES = {
    "form.": ("kind", "edition", "date", "evidence-url", "evidence-kind", "evidence-archive"),
    "pull.": ("evidence", "values", "applicant", "names", "personal"),
    "propose.": ("missing", "nothing", "open"),
    "withdrawn.": ("closed", "listed"),
    "note.": get_args(NoteKind),
    "links.": get_args(Trouble),
    "left_out.": get_args(Why),
    "doctor.": get_args(State)[1:],
}
"""Texts whose names a template builds, as the head of the names → their ends; what is right is not reported."""
RENDERED = {path.name for path in (ROOT / "overrides/formats").glob("*.*") if "say(" in path.read_text("utf-8")}
LETTERS = re.compile("[ğışİĞŞ]")
MODEL = "note.drive:\n  tr: Örnek {a}\n  en: Sample {a}\n"


def _project(root: Path, *locales: str, words: str = "") -> Layout:
    """Return a project with the templates and words of this one, in other languages."""
    for folder in (".github", "data"):
        shutil.copytree(ROOT / folder, root / folder)
    shutil.copy2(ROOT / "CONTRIBUTING.md", root)
    (root / "overrides").symlink_to(ROOT / "overrides")
    listed = ", ".join(f"{{ locale: {locale} }}" for locale in locales)
    (root / "mkdocs.yml").write_text(f"plugins:\n  - i18n: {{ languages: [{listed}] }}\n", encoding="utf-8")
    if words:
        (root / "data/codehost.yaml").write_text(words, encoding="utf-8")
    return Layout(root)


def test_every_text_is_used():
    said = "\n".join(USED)
    assert {head for head in FAMILIES if f'"{head}" ~' not in said} == set()
    built = {head + end for head, ends in FAMILIES.items() for end in ends}
    named = set(re.findall(r"""["']([a-z_]+\.[a-z_]+|delayed|listed|many)["']""", said))
    assert built - set(TEXTS) == set()
    assert set(TEXTS) - built - named == set()


def test_templates_have_no_words_of_their_own():
    found = {name: LETTERS.findall((ROOT / "overrides/formats" / name).read_text("utf-8")) for name in RENDERED}
    assert RENDERED
    assert {name: letters for name, letters in found.items() if letters} == {}


@pytest.mark.parametrize(
    ("locales", "expected"),
    [(("tr", "en"), ["Örnek", "Sample"]), (("en", "fr"), ["Sample"]), (("de", "fr"), ["Sample"]), (("tr",), ["Örnek"])],
)
def test_words_are_in_the_languages_of_the_site(tmp_path, locales, expected):
    words = load(_project(tmp_path, *locales, words=MODEL))
    assert words.said("note.drive", a="x") == [f"{each} x" for each in expected]
    assert words.line("note.drive", a="x") == " · ".join(f"{each} x" for each in expected)


def test_another_language_may_be_added(tmp_path):
    words = load(_project(tmp_path, "fr", "en", words=f"{MODEL}  fr: Exemple {{a}}\n"))
    assert words.line("note.drive", a={"fr": "un", "en": "one"}) == "Exemple un · Sample one"


@pytest.mark.parametrize(
    ("added", "rule"),
    [
        ("  fr: Exemple\n", "placeholders"),
        ("  fr: Exemple {b}\n", "placeholders"),
        ("  fr: Exemple {a\n", "placeholders"),
        ("  de: Muster {a}\n", "unknown-key"),
    ],
)
def test_text_that_cannot_be_filled_in_is_told(tmp_path, added, rule):
    with pytest.raises(SourceError) as caught:
        load(_project(tmp_path, "fr", "en", words=MODEL + added))
    (problem,) = caught.value.problems
    assert (problem.path, problem.line, problem.rule) == ("data/codehost.yaml", 4, rule)


@pytest.mark.parametrize(
    ("locales", "told"), [(("tr", "en"), ["tr", "en"]), (("fr", "en"), ["en"]), (("tr",), ["tr", "en"])]
)
def test_text_that_lacks_a_language_of_messages_is_told(tmp_path, locales, told):
    with pytest.raises(SourceError) as caught:
        load(_project(tmp_path, *locales, words="a.b:\n  en: Sample\nc.d:\n  tr: Örnek\n"))
    assert [problem.rule for problem in caught.value.problems] == ["missing-key"] * len(told)
    assert {each for each in told if any(f"“{each}”" in problem.told("en") for problem in caught.value.problems)} == {
        *told
    }


def test_placeholder_that_nothing_fills_in_is_told(tmp_path):
    """Where all languages have the same mistake, only the template shows it."""
    words = MODEL.replace("note.drive", "many").replace("{a}", "{kaç}")
    with pytest.raises(SourceError) as caught:
        render(_project(tmp_path, "tr", "en", words=words), "intake-many.md", count=4, most=3)
    (problem,) = caught.value.problems
    assert (problem.path, problem.rule, problem.entry) == ("data/codehost.yaml", "placeholders", "many")
    assert all("'kaç'" in said and "{count}, {most}" in said for said in map(problem.told, ("tr", "en")))


def test_text_that_is_missing_altogether_is_told(tmp_path):
    with pytest.raises(SourceError) as caught:
        render(_project(tmp_path, "tr", "en", words=MODEL), "intake-delayed.md")
    (problem,) = caught.value.problems
    assert (problem.path, problem.rule, problem.entry) == ("data/codehost.yaml", "missing-text", "delayed")
    assert problem.example == "delayed:\n  en: …"


def test_what_is_generated_has_no_turkish_where_the_site_has_none(tmp_path):
    layout = _project(tmp_path, "fr", "en")
    (layout.root / "CONTRIBUTING.md").write_text("<!-- rules -->\n<!-- /rules -->\n", encoding="utf-8")
    generate(layout, reference())
    form = (layout.root / ".github/ISSUE_TEMPLATE/change.yml").read_text(encoding="utf-8")
    guide = (layout.root / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert LETTERS.findall(form) == []
    assert "Correction" in form
    assert "Her kaydın" not in guide
    assert "| rule | requirement |" in guide


def test_reply_is_in_the_language_of_the_site_alone(tmp_path):
    english = render(_project(tmp_path / "en", "fr", "en"), "intake-many.md", count=4, most=3)
    turkish = render(_project(tmp_path / "tr", "tr"), "intake-many.md", count=4, most=3)
    assert english == TEXTS["many"]["en"].format(count=4, most=3)
    assert turkish == TEXTS["many"]["tr"].format(count=4, most=3)
