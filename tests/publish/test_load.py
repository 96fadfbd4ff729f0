import pytest

from publish.load import load_site
from publish.site.settings import Settings
from source.layout import Layout
from source.problems.problem import SourceError
from support.golden import cases, expected
from support.repository import SITE_URL, apply, copy_bilingual_miniature
from support.settings import mkdocs_extra

pytestmark = pytest.mark.slow


@cases("publish/problems.yaml")
def test_site_refuses(case, tmp_path):
    root = copy_bilingual_miniature(tmp_path / "ornek")
    apply(case["changes"], root)
    problems = _problems(root)
    assert sorted(each.as_text().splitlines()[0] for each in problems) == sorted(
        expected(each, root) for each in case["problems"]
    )
    assert all(each.tr and each.en for each in problems)


@pytest.mark.parametrize(
    "file", ["docs/tr/about.md", "docs/editions/2020/en.md", "overrides/base.html", "docs/assets/css/frame.css"]
)
def test_site_refuses_what_is_not_utf_8(file, tmp_path):
    root = copy_bilingual_miniature(tmp_path / "ornek")
    lines = (root / file).read_bytes().count(b"\n")
    (root / file).write_bytes((root / file).read_bytes() + "ğ".encode("windows-1254"))
    assert [each.as_text().splitlines()[0] for each in _problems(root)] == [f"{file}:{lines + 1}:1: file-encoding"]


def test_a_page_below_a_folder_takes_the_place_of_no_other(tmp_path):
    root = copy_bilingual_miniature(tmp_path / "ornek")
    for folder in ("docs/tr/alt", "docs/de"):
        (root / folder).mkdir()
        (root / folder / "about.md").write_text("Başka sözler.\n", encoding="utf-8")
    assert [each.as_text().splitlines()[0] for each in _problems(root)] == [
        "docs/de/about.md:1:1: page-place",
        "docs/tr/alt/about.md:1:1: page-place",
    ]


def test_site_refuses_a_language_that_has_no_formats(tmp_path):
    """Every other check would need them."""
    root = copy_bilingual_miniature(tmp_path / "ornek")
    apply([{"file": "mkdocs.yml", "replace": "locale: en,", "by": "locale: xx,"}], root)
    (problem,) = _problems(root, ("tr", "xx"))
    assert [problem.as_text().splitlines()[0]] == [expected("mkdocs.yml:{locale: xx}:21: unknown-language", root)]


def _problems(root, locales=("tr", "en")):
    try:
        load_site(Layout(root), Settings.from_config(Layout(root), SITE_URL, None, mkdocs_extra(root), locales))
    except SourceError as error:
        return error.problems
    return ()
