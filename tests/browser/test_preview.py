"""`make serve`: what is saved is shown in the open page; what cannot be built is told, and the last good site stays."""

import re
import shutil

import pytest
from playwright.sync_api import expect
from selenium.webdriver.support.ui import WebDriverWait

from support.built import ROUTES
from support.golden import expected
from support.preview import PATIENCE, preview, start
from support.repository import ROOT, SITE_URL, apply, build, copy_repository
from support.tab import Tab
from support.webkit import launch

ABOUT = ROUTES["about", "tr"]
WORDS = "Bu deneme sitesi"
CHANGES = {
    "docs": {"file": "docs/tr/about.md", "replace": "\nBu site, ", "by": f"\n{WORDS}, "},
    "data": {"file": "data/interface.yaml", "replace": "tr: İçeriğe geçin", "by": f"tr: {WORDS}"},
    "overrides": {"file": "overrides/base.html", "replace": "<main ", "by": f"{WORDS}<main "},
    "scripts": {
        "file": "scripts/publish/pages/page.py",
        "replace": 'meta["title"], meta["desc',
        "by": f'"{WORDS}", meta["desc',
    },
    "configuration": {"file": "mkdocs.yml", "replace": 'publisher: ""', "by": f'publisher: "{WORDS}"'},
}
"""What an author saves: each puts the words into a page."""
FAULTS = {
    "found before the build": (
        {"file": "data/interface.yaml", "replace": "nav.skip:", "by": "nav.jump:"},
        "data/interface.yaml:{tr: İçeriğe}:1: unused-label",
    ),
    "found while pages are made": (
        {
            "file": "overrides/pages/signatory.html",
            "replace": "{% block content %}",
            "by": "{% block content %}{{ nobody.title }}",
        },
        "overrides/pages/signatory.html:{nobody}:1: template",
    ),
    "found when all is written": (
        {"file": "mkdocs.yml", "replace": "tr: hakkinda,", "by": "tr: hakkimizda,"},
        "data/addresses.lock:{hakkinda/}:1: lost-address",
    ),
    "in the configuration": ({"file": "mkdocs.yml", "replace": "site_name:", "by": "site_name: ["}, "mkdocs.yml"),
}
"""What an author saves by mistake, and the file that is named."""
REPAIRED = "Burada {} yanlış düzeltildi."
TAG = re.compile(r'<script src="/~preview/reload\.js\?\d+"></script>\n?')


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    """A copy of the repository whose scripts can be changed, too."""
    folder = copy_repository(tmp_path_factory.mktemp("preview") / "copy")
    (folder / "scripts").unlink()
    shutil.copytree(ROOT / "scripts", folder / "scripts", ignore=shutil.ignore_patterns("__pycache__"))
    return folder


@pytest.fixture(scope="module")
def served(root):
    with preview(root) as running:
        yield running
        assert "Traceback" not in running.said


@pytest.fixture(scope="module")
def tab(browser, served):
    """One tab, in which no page is ever loaded but by the server's word."""
    opened = Tab(browser, served, {})
    opened.go(ABOUT)
    yield opened
    assert opened.problems == []
    opened.close()


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_is_saved_is_shown_in_the_open_page(root, tab, change):
    before = (root / change["file"]).read_text(encoding="utf-8")
    for text, shown in ((before.replace(change["replace"], change["by"]), True), (before, False)):
        (root / change["file"]).write_text(text, encoding="utf-8")
        expectation = expect(tab.page.locator("body"))
        wait = expectation.to_contain_text if shown else expectation.not_to_contain_text
        wait(WORDS, timeout=PATIENCE * 1000)
    assert before.count(change["replace"]) == 1
    assert tab.path == ABOUT


@pytest.mark.parametrize(("number", "fault"), enumerate(FAULTS.values()), ids=FAULTS)
def test_what_cannot_be_built_is_told_and_the_last_good_site_stays(root, served, tab, number, fault):
    change, place = fault
    good, said, before = served.read(ABOUT), len(served.said), (root / change["file"]).read_text(encoding="utf-8")
    tab.page.evaluate("window.unchanged = true")
    try:
        apply([change], root)
        told = served.wait_for("en: The build failed", said)
        assert expected(place, root) in told
        assert "Traceback" not in told
        assert served.read(ABOUT) == good
        assert tab.page.evaluate("window.unchanged")
    finally:
        (root / change["file"]).write_text(before, encoding="utf-8")
    apply([{"file": "docs/tr/about.md", "append": f"\n{REPAIRED.format(number)}\n"}], root)
    expect(tab.page.locator("main")).to_contain_text(REPAIRED.format(number), timeout=PATIENCE * 1000)


def test_nothing_but_the_reloader_is_let_through(root, served, tmp_path):
    done = build(root, tmp_path / "site", SITE_URL=served.url, SHOWN_URL=SITE_URL)
    assert done.returncode == 0, done.stderr
    for path in (ABOUT, ROUTES["declaration", "en"], ROUTES["join", "tr"]):
        html = served.read(path)
        assert len(TAG.findall(html)) == 1
        assert TAG.sub("", html) == (tmp_path / "site" / path / "index.html").read_text(encoding="utf-8")


def test_pictures_show_the_address_of_the_published_site(root, served, tab, built):
    """So they are those of the last build, and no preview has to draw them first."""
    apply([{"file": "docs/tr/about.md", "append": f"\n{REPAIRED.format('bir')}\n"}], root)
    expect(tab.page.locator("main")).to_contain_text(REPAIRED.format("bir"), timeout=PATIENCE * 1000)
    assert served.bytes("card.png") == built.file("card.png").read_bytes()


def test_page_is_loaded_again_in_webkit(root, served):
    with launch() as webkit:
        webkit.get(served.url + ABOUT)
        apply([CHANGES["docs"]], root)
        WebDriverWait(webkit, PATIENCE).until(lambda browser: WORDS in browser.page_source)


def test_published_site_has_no_trace_of_the_reloader(built):
    for file in filter(lambda path: path.is_file(), built.folder.rglob("*")):
        content = file.read_bytes()
        assert not [word for word in (b"~preview", b"EventSource", b"livereload") if word in content], file


def test_end_leaves_nothing(tmp_path, built):
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    root = copy_repository(tmp_path / "copy")
    with preview(root, TMPDIR=str(temporary)) as running:
        assert list(temporary.iterdir())
        assert running.bytes("card.png") == built.file("card.png").read_bytes()
        apply([CHANGES["docs"]], root)
    assert "Traceback" not in running.said
    assert list(temporary.iterdir()) == []


def test_address_in_use_is_told(served, tmp_path):
    root = copy_repository(tmp_path / "copy")
    second = start(root, int(served.origin.rpartition(":")[2]))
    assert second.process.wait(PATIENCE) != 0
    assert "  en: The site cannot be served at this address" in second.said
    assert "Traceback" not in second.said
