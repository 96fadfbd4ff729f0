"""Colours are named once: in the tokens of the style sheet."""

import re

import pytest

from publish.look.colours import Colours
from source.layout import Layout
from source.problems.problem import SourceError
from support.repository import ROOT

CSS = ROOT / "docs" / "assets" / "css"
TOKENS = dict(re.findall(r"--([\w-]+): (light-dark\([^)]*\));", (CSS / "tokens.css").read_text(encoding="utf-8")))
COLOUR = re.compile(
    r"#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch|lab)a?\(|[:,(] *(?:white|black|red|blue|gr[ae]y)\b", re.IGNORECASE
)
AA, AAA = 4.5, 7.0
"""Contrast ratios of WCAG 2.2, 1.4.3 and 1.4.6."""


def _pair(name):
    return re.findall(r"#[0-9a-f]{6}", TOKENS[name])


def _luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one, other):
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("sheet", sorted(CSS.glob("*.css")), ids=lambda path: path.name)
def test_only_tokens_hold_colours(sheet):
    lines = re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL).splitlines()
    assert [line for line in lines if COLOUR.search(line) and not line.strip().startswith((":root", "--"))] == []


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("ink", "ground", "least"),
    [
        ("ink", "paper", AAA),
        ("ink", "paper-raised", AAA),
        ("ink", "tile-wash", AAA),
        ("ink-soft", "paper", AA),
        ("ink-soft", "tile-wash", AA),
        ("tile", "paper", AAA),
        ("tile", "tile-wash", AA),
    ],
)
def test_contrast(ink, ground, least, scheme):
    assert _contrast(_pair(ink)[scheme], _pair(ground)[scheme]) >= least


def test_pictures_have_the_colours_of_the_pages():
    drawn = Colours.load(Layout(ROOT))
    for name, token in {**dict.fromkeys(("paper", "ink", "tile")), "soft": "ink-soft", "wash": "tile-wash"}.items():
        assert [drawn.light[name], drawn.dark[name]] == _pair(token or name)


def test_missing_colour_is_a_problem_of_the_style_sheet(tmp_path):
    sheet = tmp_path / "docs/assets/css/tokens.css"
    sheet.parent.mkdir(parents=True)
    text = (CSS / "tokens.css").read_text(encoding="utf-8")
    sheet.write_text(text.replace("--tile: light-dark(#0", "--tile: light-dark(0"), encoding="utf-8")
    with pytest.raises(SourceError) as caught:
        Colours.load(Layout(tmp_path))
    assert [each.as_text().splitlines()[0] for each in caught.value.problems] == [
        "docs/assets/css/tokens.css:1:1: colour-token"
    ]


COLOURLESS = sorted(
    path for path in (ROOT / "overrides").rglob("*") if path.suffix in {".html", ".typ", ".svg", ".webmanifest"}
)


@pytest.mark.parametrize("template", COLOURLESS, ids=lambda path: path.name)
def test_only_tokens_name_colours(template):
    assert re.findall(r"#[0-9a-f]{6}\b", template.read_text(encoding="utf-8")) == []


def test_what_lies_over_the_page_darkens_it_in_both_schemes():
    sheet = (CSS / "tokens.css").read_text(encoding="utf-8")
    light, dark = re.search(r"--veil: light-dark\(rgb\((.*?) / \d+%\), rgb\((.*?) / \d+%\)\);", sheet).groups()
    assert all(int(part) < 64 for colour in (light, dark) for part in colour.split())
