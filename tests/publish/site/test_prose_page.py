import pytest
from lxml import html

from declaration.timeline import load_timeline
from publish.site.prose_page import ProsePage, emphasized, prose_italics, prose_paths, read_head
from source.layout import Layout
from support.repository import ROOT

LAYOUT = Layout(ROOT)
PAGES = [ProsePage.read(path, LAYOUT.shown(path)) for path in prose_paths(LAYOUT)]
TEXT = "---\ntitle: no\ndescription: 2021  # yıl\n---\n\ntitle: Metin\n"


def test_every_field_is_text(tmp_path):
    path = tmp_path / "about.md"
    path.write_text(TEXT, encoding="utf-8")
    head = read_head(path, "about.md")
    assert head.texts() == {"title": "no", "description": "2021"}
    assert [head.text(name).line for name in head.texts()] == [2, 3]


def test_page_without_a_head_has_no_fields(tmp_path):
    path = tmp_path / "about.md"
    for text in ("Metin.\n", "---\n---\n\nMetin.\n", "---\n- a\n---\n", "Metin.\n\n---\ntitle: a\n---\n"):
        path.write_text(text, encoding="utf-8")
        assert read_head(path, "about.md").texts() == {}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.shown)
def test_what_a_page_sets_in_italics_is_found(page):
    set_in_italics = html.fragment_fromstring(page.html, create_parent=True).iter("em", "i")
    assert {letter for each in set_in_italics for letter in each.text_content()} <= set(
        "".join(emphasized(page.markdown))
    )


@pytest.mark.parametrize(
    ("markdown", "letters"),
    [("Bir *Örnek* söz", "Örnek"), ("_Deneme_, *iki\nsatır*", "Denmiksatır\n"), ("2 * 3 * 4 ve snake", "")],
)
def test_what_stands_between_the_signs_is_found(markdown, letters):
    assert set("".join(emphasized(markdown))) == set(letters)


def test_the_timeline_is_read_too():
    timeline = load_timeline(LAYOUT, ("tr", "en"), ("bg1", "bg2", "bg3"))
    said = {
        letter for event in timeline for runs in event.text.values() for run in runs if run.lang for letter in run.text
    }
    assert said
    assert said <= set(prose_italics(LAYOUT, timeline))
