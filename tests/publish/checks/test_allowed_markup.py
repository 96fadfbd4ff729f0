"""What prose may contain, compared with a sanitizer that reads HTML as a browser does."""

import html5lib
import nh3
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from publish.checks.allowed_markup import ELEMENTS, EVERYWHERE, OF_ELEMENTS, findings, values
from publish.site.prose_page import ProsePage, prose_paths, render
from source.layout import Layout
from support.golden import cases
from support.repository import ROOT

SITES = (ROOT, ROOT / "tests/sites/ornek")
PROSE = [(path, Layout(site).shown(path)) for site in SITES for path in prose_paths(Layout(site))]
TAGS = ("<a", "<p>", "</p>", "<em>", "</em>", "<br>", "<svg>", "<math>", "<mtext>", "<table>", "<td>", "<style>")
RAW = ("</style>", "<title>", "<noscript>", "<!--", "-->", "<![CDATA[", "]]>", "<?", "<textarea>", "\u202e", "söz")
PARTS = (' href="', "](", 'onclick="', "javascript", "&#58;", "&Tab;", "&colon", "&quot;", "https://", "{: ")
PIECES = st.sampled_from([*"<>/\"'=& \n\t:#[](){}*`_!-", *TAGS, *RAW, *PARTS])


def _sanitized(html):
    """Return HTML as it is with the same lists, by a reader that is not ours."""
    return nh3.clean(
        html,
        tags=set(ELEMENTS),
        attributes={"*": set(EVERYWHERE)} | {element: set(rules) for element, rules in OF_ELEMENTS.items()},
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
    )


def _substance(html):
    """Return what a browser makes of HTML: its elements with their attributes, and its text."""
    tree = html5lib.parse(f"<!doctype html><body>{html}", namespaceHTMLElements=False)
    return sorted((str(each.tag), sorted(each.items())) for each in tree.iter()), "".join(tree.itertext())


def _is_untouched(html):
    return _substance(_sanitized(html)) == _substance(html)


@pytest.mark.parametrize("path", [path for path, _ in PROSE], ids=[shown for _, shown in PROSE])
def test_prose_of_the_site_is_allowed(path):
    html = ProsePage.read(path, path.name).html
    assert list(findings(html)) == []
    assert _is_untouched(html)


@cases("publish/hostile_prose.yaml")
def test_hostile_prose(case):
    html = render(case["prose"])
    assert [f"{each.rule} {each.words}" for each in findings(html)] == case["found"]
    assert _is_untouched(html) == case.get("ours", False)


@given(st.lists(PIECES, max_size=12).map("".join))
@example('<a href="https://ornek.example/" title="x">söz</a>')
@example("<table><p>x</p></table>")
def test_what_is_allowed_is_nothing_that_a_sanitizer_would_take_away(markdown):
    for html in (markdown, render(markdown)):
        if not list(findings(html)):
            assert _is_untouched(html)


@pytest.mark.parametrize(
    "markdown",
    [
        "# A\n\n## B {#b}\n\n*c* **d** `e` <https://ornek.example/f>\n\n> g\n\n---\n\n1. h\n2. i\n\n- j\n\nk  \nl",
        "[a](about.md#b 'c') [d](#e) <f@ornek.example>\n\n| g | h |\n|---|---|\n| i | j |\n\n```\nk < l\n```\n\n3. m",
        "*co-convenor*{lang=en} *söz*{lang=zh-Hant dir=ltr} a < b > c &copy; 1 & 2",
    ],
)
def test_what_markdown_makes_is_allowed(markdown):
    assert list(findings(render(markdown))) == []
    assert _is_untouched(render(markdown))


def test_values_are_read_without_their_entities():
    assert list(values("href", render("[a](b.md#c) <d@e.example> [f](g&amp;h)"))) == [
        "b.md#c",
        "mailto:d@e.example",
        "g&h",
    ]
