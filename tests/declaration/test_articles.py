"""Articles with items under chapters: what has no place in the text, or another one than in the source, is refused."""

from declaration.load import check, write_lock
from source.layout import Layout
from support.golden import cases
from support.repository import apply, copy_miniature


@cases("declaration/articles.yaml")
def test_problems_of_articles(case, tmp_path):
    root = copy_miniature(tmp_path / "sart", "sart")
    assert write_lock(Layout(root)) == []
    apply(case["changes"], root)
    problems = [
        each for each in check(Layout(root)) if each.rule not in ("lost-provision", "authentic-changed", "unlocked")
    ]
    assert [each.as_text().splitlines()[0] for each in problems] == case["problems"]
    assert all(each.told("tr") and each.told("en") and each.told("tr") != each.told("en") for each in problems)
