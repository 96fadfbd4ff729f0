"""The files beside the pages: fonts that have every letter, weight, and the same bytes from the same input."""

import gzip
import json
import re

import pytest
from fontTools.ttLib import TTFont

from publish.look.fonts import CHARACTERS, SIGNS
from source.files import is_device_name
from support.built import LOCALES, NOT_FOUND, ROUTES
from support.words import said

FIRST_VISIT = 60_000
"""Bytes of everything that the first visit of a page loads, as a server sends it compressed: the budget of the site."""
ITALICS = ("serif-italic.woff2", "serif-italic-prose.woff2", "serif-italic-rest.woff2")
SERIFS, SANS = ("serif.woff2", "serif-code.woff2"), ("sans.woff2", "sans-code.woff2")
FONTS = (*SERIFS, *ITALICS, *SANS)


@pytest.fixture(scope="module")
def assets(built):
    (folder,) = (built.folder / "assets").iterdir()
    return folder


@pytest.fixture(scope="module")
def letters(built):
    """Every character that pages and search results show."""
    pages = {each.text for path in [*ROUTES.values(), NOT_FOUND] for each in said(built.page(path).one("body"))}
    indexes = [json.loads(built.file(f"search/{locale}.json").read_text("utf-8"))["documents"] for locale in LOCALES]
    return set("".join(pages)) | set("".join(each["label"] + each["text"] for index in indexes for each in index))


@pytest.mark.parametrize(("names", "left_out"), [(SANS, set()), (SERIFS, SIGNS), (ITALICS, SIGNS)])
def test_font_has_every_letter(assets, letters, names, left_out):
    covered = {chr(code) for name in names for code in _characters(assets / name)}
    assert (letters | CHARACTERS) - left_out - covered == set()


@pytest.mark.parametrize("name", [*ITALICS, SERIFS[1], SANS[1]])
def test_style_sheet_tells_which_letters_are_in_which_file(assets, name):
    style = (assets / "style.css").read_text(encoding="utf-8")
    (ranges,) = re.findall(rf"{re.escape(name)}[^}}]*unicode-range:([^;}}]*)", style)
    spans = [span.strip().removeprefix("U+").split("-") for span in ranges.split(",")]
    named = {code for span in spans for code in range(int(span[0], 16), int(span[-1], 16) + 1)}
    assert named == _characters(assets / name)


def _characters(path):
    with TTFont(path) as font:
        return set(font.getBestCmap())


@pytest.mark.parametrize("name", FONTS)
def test_font_does_not_join_f_and_i_in_turkish(assets, name):
    """A joined fi reads as fı: either the font has no such ligature, or `locl` replaces the i before it forms."""
    with TTFont(assets / name) as font:
        table = font["GSUB"].table
        joining = [index for index, rules in _lookups(table, "liga") if "i" in _second_letters(rules, "f")]
        replacing = [index for index, rules in _lookups(table, "locl", "TRK ") if "i" in getattr(rules, "mapping", {})]
        assert not joining or min(replacing) < min(joining)


def _lookups(table, feature, language=""):
    """Yield (order, rules) of a feature; with a language, only if Latin script in this language uses it."""
    (latin,) = [record.Script for record in table.ScriptList.ScriptRecord if record.ScriptTag == "latn"]
    used = {index for each in latin.LangSysRecord if each.LangSysTag == language for index in each.LangSys.FeatureIndex}
    for number, record in enumerate(table.FeatureList.FeatureRecord):
        if record.FeatureTag == feature and (number in used or not language):
            for index in record.Feature.LookupListIndex:
                yield from ((index, rules) for rules in table.LookupList.Lookup[index].SubTable)


def _second_letters(rules, first):
    return {each.Component[0] for each in getattr(rules, "ligatures", {}).get(first, [])}


@pytest.mark.parametrize("name", FONTS)
def test_font_says_its_licence(assets, name):
    with TTFont(assets / name) as font:
        assert "SIL Open Font License" in font["name"].getDebugName(13)


@pytest.mark.parametrize("path", ROUTES.values())
def test_weight_of_a_first_visit(built, assets, path):
    loaded = [built.file(path), *(assets / name for name in ("style.css", "scheme.js", "page.js", "icon.svg"))]
    compressed = sum(len(gzip.compress(file.read_bytes())) for file in loaded)
    assert compressed + sum((assets / name).stat().st_size for name in FONTS) <= FIRST_VISIT


def test_every_system_can_hold_every_file(fifty):
    paths = [path.relative_to(fifty.folder) for path in fifty.folder.rglob("*")]
    assert len({path.as_posix().casefold() for path in paths}) == len(paths) > 0
    assert [path for path in paths if is_device_name(path.name) or not re.fullmatch(r"[\w.-]*\w", path.name)] == []
