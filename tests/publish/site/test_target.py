"""A site is built in a folder of its own; whatever else a folder may hold is still there afterwards."""

from types import SimpleNamespace

import pytest

from publish.site.source_date import SourceDate
from publish.site.target import MARK, claim, holds_sample, is_marked
from source.layout import Layout
from source.problems.problem import SourceError
from support.tree import contents


@pytest.fixture
def root(tmp_path):
    """A repository, with something in each of its folders."""
    for path in ("data/signatories.yaml", "docs/tr/index.md", "scripts/a.py", ".git/HEAD", ".venv/a", "tests/a"):
        (tmp_path / "depo" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "depo" / path).write_text("yazı", encoding="utf-8")
    return tmp_path / "depo"


def settings(root, *, sample=False, registry=None):
    dated = SourceDate(1767225600)
    return SimpleNamespace(registry=registry or root / "data/signatories.yaml", sample=sample, dated=dated)


def site(path, *files, mark=""):
    path.mkdir(parents=True)
    for name in files:
        (path / name).parent.mkdir(exist_ok=True)
        (path / name).write_text("yazı", encoding="utf-8")
    if mark:
        (path / MARK).write_text(mark, encoding="utf-8")
    return path


def link(path, target):
    path.symlink_to(target)
    return path


REFUSED = {
    "the repository": lambda root: root,
    "the repository, on the way back": lambda root: root / "data" / "..",
    "what contains it": lambda root: root.parent,
    "the root of the disk": lambda root: root.parents[len(root.parents) - 1],
    "its data": lambda root: root / "data",
    "its data, by a link": lambda root: link(root.parent / "bag", root / "data"),
    "the repository, by a link": lambda root: link(root.parent / "bag", root),
    "new, in its data": lambda root: root / "data" / "site",
    "new, in its prose": lambda root: root / "docs" / "tr" / "site",
    "new, in its history": lambda root: root / ".git" / "site",
    "new, in a link to its scripts": lambda root: link(root.parent / "bag", root / "scripts") / "site",
    "folder of the same name in capitals": lambda root: root / "DATA",
    "its tests": lambda root: root / "tests",
    "its environment": lambda root: root / ".venv",
    "folder with a thesis": lambda root: site(root.parent / "belgeler", "tez.docx"),
    "folder with a folder": lambda root: site(root.parent / "belgeler", "tez/tez.docx"),
    "folder with something hidden": lambda root: site(root.parent / "belgeler", ".tez"),
    "site without a mark": lambda root: site(root / "site", "index.html", "sitemap.xml", "robots.txt"),
    "folder by a link": lambda root: link(root / "bag", site(root.parent / "belgeler", "tez.docx")),
    "folder whose mark is a folder": lambda root: site(root / "site", f"{MARK}/tez.docx"),
    "folder whose mark is a link": lambda root: link(site(root / "site") / MARK, "/etc/hostname").parent,
    "folder whose mark leads nowhere": lambda root: link(site(root / "site") / MARK, "yok").parent,
    "file": lambda root: root / "data" / ".." / "mkdocs.yml",
    "link to a file": lambda root: link(root / "bag", root / "mkdocs.yml"),
    "link that leads nowhere": lambda root: link(root / "bag", "yok"),
    "link to itself": lambda root: link(root / "bag", "bag"),
}


@pytest.mark.parametrize("make", REFUSED.values(), ids=REFUSED)
def test_refused_and_nothing_is_touched(make, root):
    (root / "mkdocs.yml").write_text("yazı", encoding="utf-8")
    place = make(root)
    before = contents(root.parent)
    with pytest.raises(SourceError) as raised:
        claim(Layout(root), settings(root), place)
    (problem,) = raised.value.problems
    assert (problem.path, problem.rule) == (Layout(root).shown(place), "site-folder")
    assert problem.told("tr")
    assert problem.told("en")
    assert problem.example.startswith("make build SITE=")
    assert contents(root.parent) == before


@pytest.mark.parametrize("folder", [".", "alt"])
def test_a_folder_that_holds_the_registry_is_refused(folder, root):
    """Even with a mark: the registry would be deleted with the old site."""
    place = site(root.parent / "site", "alt/liste.yaml", "liste.yaml", mark="yazı")
    registry = place / folder / "liste.yaml"
    with pytest.raises(SourceError, match="site-folder"):
        claim(Layout(root), settings(root, registry=registry), place)
    assert registry.read_text(encoding="utf-8") == "yazı"
    claim(Layout(root), settings(root, registry=root.parent / "site-liste.yaml"), place)


ACCEPTED = {
    "new": lambda root: root / "site",
    "new, elsewhere": lambda root: root.parent / "site",
    "new, in folders that are new": lambda root: root.parent / "a" / "b" / "site",
    "new, in a folder of one's own": lambda root: site(root / "siteler", "tez.docx") / "site",
    "new, with a name like one of its folders": lambda root: root / "data-site",
    "empty": lambda root: site(root / "site"),
    "empty, by a link": lambda root: link(root / "bag", site(root.parent / "site")),
    "with a mark": lambda root: site(root / "site", "index.html", mark="yazı"),
    "with an empty mark, of a full disk": lambda root: (site(root / "site") / MARK).touch() or root / "site",
    "with a mark, by a link": lambda root: link(root / "bag", site(root.parent / "site", "a", mark="yazı")),
    "odd name": lambda root: root.parent / 'o\'nun "site" $HOME `x`;\n ığüşöçİ',
}


@pytest.mark.parametrize("make", ACCEPTED.values(), ids=ACCEPTED)
def test_accepted_and_marked(make, root):
    place = make(root)
    before = contents(root.parent)
    claim(Layout(root), settings(root), place)
    assert is_marked(place)
    assert "\nSOURCE_DATE_EPOCH=1767225600\n" in (place / MARK).read_text(encoding="utf-8")
    after = contents(root.parent)
    assert {path for path in before if after.get(path) != before[path] and not path.endswith(MARK)} == set()
    claim(Layout(root), settings(root), place)
    assert contents(root.parent) == after


@pytest.mark.parametrize("sample", [True, False])
def test_the_mark_tells_samples(sample, root):
    claim(Layout(root), settings(root, sample=not sample), root / "site")
    claim(Layout(root), settings(root, sample=sample), root / "site")
    assert holds_sample(root / "site") == sample
