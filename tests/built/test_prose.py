"""Every word of a Markdown file of the site is on its page: in the text, or outside it."""

import re

import html5lib
import pytest
import yaml
from markdown import Markdown

from support.built import LOCALES, ROUTES, text
from support.repository import ROOT, apply, build, copy_repository

FILES = sorted((ROOT / "docs").glob("??/*.md"))


@pytest.mark.parametrize("locale", LOCALES)
def test_every_word_of_every_file_is_on_its_page(built, locale):
    lost = {}
    for path in (each for each in FILES if each.parent.name == locale):
        shown = text(built.page(ROUTES[path.stem, locale]).one("main")).split()
        words = _words(path)
        lost |= {f"{path.stem}: {word}": path for word in words if word not in shown and not _within(word, shown)}
        assert words or path.stem in {"declaration", "side-by-side"}
    assert not lost


def test_prose_of_a_page_of_the_text_is_shown(tmp_path):
    root = copy_repository(tmp_path / "copy")
    section = "\n## Örnek ek {#ornek-ek}\n\nBir editör notu denemesi.\n"
    apply([{"file": "docs/tr/declaration.md", "append": section}], root)
    done = build(root, tmp_path / "site")
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "site/deklarasyon/index.html").read_text(encoding="utf-8")
    assert "Bir editör notu denemesi." in page
    assert "Bir editör notu denemesi." not in (tmp_path / "site/v/2021/index.html").read_text(encoding="utf-8")


def test_headings_have_the_same_id_in_every_language():
    """An id that is made from a heading changes with its words, and loses letters: "yapılmayanlar", "yaplmayanlar"."""
    heading = re.compile(r"^#{2,} .*?(?:{#(\S+)})?$", re.MULTILINE)
    ids = {path: heading.findall(path.read_text(encoding="utf-8")) for path in FILES}
    assert sum(map(len, ids.values())) > 40
    for path, found in ids.items():
        assert found == ids[ROOT / "docs" / LOCALES[0] / path.name], path
        assert all(found), path


def test_every_page_template_that_prose_can_name_prints_it():
    named = {yaml.safe_load(path.read_text(encoding="utf-8").split("---")[1])["template"] for path in FILES}
    silent = [
        name for name in sorted(named) if "page.content" not in (ROOT / "overrides" / name).read_text(encoding="utf-8")
    ]
    assert not silent


def _words(path):
    """Return the words of a file as a reader of plain text sees them, notes and markup left out."""
    markdown = Markdown(extensions=["meta", "attr_list"])
    html = markdown.convert(path.read_text(encoding="utf-8"))
    tree = html5lib.parse(html, namespaceHTMLElements=False)
    return [word for word in text(tree).split() if not word[-1:].isdigit()]


def _within(word, shown):
    """Whether a word is part of a longer one: a note mark or a sign may touch it on the page."""
    return any(word in each for each in shown)
