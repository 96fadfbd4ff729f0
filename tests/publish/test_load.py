import pytest

from publish.load import load_site
from publish.site.settings import Settings
from source.layout import Layout
from source.problems.problem import SourceError
from support.golden import cases, expected
from support.repository import MINIATURE_LOCALES, SITE_URL, apply, copy_bilingual_miniature, copy_miniature
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
    assert all(each.told("tr") and each.told("en") for each in problems)


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


@pytest.mark.parametrize(("shape", "told"), [('{ "code": "south"', '{ "code": "west"'), ('"shapes"', '"forms"')])
def test_a_map_that_cannot_be_used_is_told_with_all_else_and_not_its_labels(shape, told, tmp_path):
    root = copy_miniature(tmp_path / "dernek", "ornek", "dernek")
    for file, before, after in (
        ("vendor/shores/shapes.json", shape, told),
        ("data/labels.yaml", "column.shore", "x.y"),
    ):
        path = root / file
        path.write_text(path.read_text(encoding="utf-8").replace(before, after, 1), encoding="utf-8")
    problems = _problems(root, MINIATURE_LOCALES)
    assert {(each.rule, each.entry) for each in problems} == {
        ("registry-map", ""),
        ("missing-label", "column.shore"),
        ("unused-label", "x.y"),
    }


def test_a_registry_that_cannot_be_read_is_told_alone_and_asks_for_no_labels_of_its_data(tmp_path):
    root = copy_miniature(tmp_path / "dernek", "ornek", "dernek")
    path = root / "data/registry.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("fields: [", "feilds: ["), encoding="utf-8")
    (root / "vendor/shores/shapes.json").unlink()
    assert {(each.rule, each.path) for each in _problems(root, MINIATURE_LOCALES)} == {
        ("unknown-key", "data/registry.yaml")
    }


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
