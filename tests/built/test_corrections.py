"""The record of corrections: every line on its page, and on the pages of what it concerns, in every language."""

from collections import Counter
from dataclasses import dataclass

import pytest

from support.built import LOCALES, ROUTES, BuiltSite, elements, text
from support.miniature import ROUTES as MINIATURE
from support.record import FICTIONAL, lines
from support.repository import MINIATURE_LOCALES, data

REAL = "data/corrections.yaml"
MONTHS = data("tests/cases/built/months.yaml")
REASON, GAP = 2, "…"
KINDS = ("passage", "page", "entry", "objection")
PAGES = {
    "built": {each: ROUTES["corrections", each] for each in LOCALES},
    "corrected": {each: MINIATURE["corrections", each] for each in MINIATURE_LOCALES},
}
FOLDERS = {
    ("built", "tr"): ("", "imzacilar/"),
    ("built", "en"): ("en/", "en/signatories/"),
    ("corrected", "tr"): ("", "katilanlar/"),
    ("corrected", "en"): ("en/", "en/cities/"),
    ("corrected", "ar"): ("ar/", "ar/mudun/"),
}
LINES = [
    pytest.param(site, locale, anchor, line, id=f"{site}-{locale}-{anchor}")
    for site, path in (("built", REAL), ("corrected", FICTIONAL))
    for locale in PAGES[site]
    for anchor, line in lines(path)
]
every_line = pytest.mark.parametrize(("site", "locale", "anchor", "line"), LINES)
every_record = pytest.mark.parametrize(("site", "locale"), FOLDERS)


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page shows of a line: the element, and the cells beside its rows."""

    element: object
    cells: list[object]


@pytest.fixture
def page(request, site, locale):
    return request.getfixturevalue(site).page(PAGES[site][locale])


@pytest.fixture
def shown(page, anchor):
    element = page.one("article", id=anchor)
    return Shown(element, list(elements(element, "dd")))


@every_record
def test_every_line_is_shown_once_the_newest_day_first(page, site):
    anchors = [(each.get("id"), str(line["date"])) for each in page.all("article") for line in [_line(site, each)]]
    recorded = [(anchor, str(line["date"])) for anchor, line in lines(REAL if site == "built" else FICTIONAL)]
    kinds = {anchor: next(kind for kind in KINDS if kind in line) for anchor, line in lines(_record(site))}
    recorded.sort(key=lambda each: KINDS.index(kinds[each[0]]))
    assert anchors == sorted(recorded, key=lambda each: each[1], reverse=True)


@every_record
def test_contents_lead_to_every_day_and_kind_with_their_numbers(page, site):
    counts = Counter(
        f"#day_{line['date']}_{next(kind for kind in KINDS if kind in line)}" for _, line in lines(_record(site))
    )
    (contents,) = page.all("nav", **{"class": "contents rail"})
    listed = {
        link.get("href"): text(each).split()[-1]
        for each in elements(contents, "li")
        for link in [next(elements(each, "a"))]
        if link.get("href") in counts
    }
    assert listed == {each: str(count) for each, count in counts.items()}
    assert {link.get("href") for link in elements(contents, "a")} == {
        *counts,
        *(each.rpartition("_")[0] for each in counts),
    }


@every_record
def test_nothing_of_the_record_is_folded(page):
    assert not page.all("details")


@every_line
def test_words_before_and_after_are_those_of_the_record(shown, line, locale):
    if "objection" in line:
        words, answer = (line["objection"][each][locale] for each in ("words", "answer"))
        assert [_said(each) for each in shown.cells[:2]] == [words, answer]
        return
    for cell, name, mark in zip(shown.cells, ("before", "after"), ("del", "ins"), strict=False):
        words = _in(line[name], line, locale)
        for part in _parts(cell):
            assert part in words
        marked = [_said(each) for each in elements(cell, mark)]
        assert all(each in words for each in marked)
        assert not [each for each in elements(cell) if each.tag in {"del", "ins"} - {mark}]
    assert _unmarked(shown.cells[0]) == _unmarked(shown.cells[1]) or not all((line["before"], line["after"]))
    assert any(each.tag in ("del", "ins") for cell in shown.cells[:2] for each in elements(cell))
    assert _said(shown.cells[REASON]) == line["reason"][locale]


@every_line
def test_words_carry_their_language(shown, line, locale):
    spoken = {each.get("lang") for cell in shown.cells[:2] for each in elements(cell, "span")}
    assert spoken <= {line.get("locale")} if "locale" in line else spoken <= {locale, "en"}


@every_line
def test_source_and_subject_are_linked(request, page, shown, site, line):
    links = [each.get("href") for each in elements(shown.element, "a")]
    assert f"#{shown.element.get('id')}" in links
    assert [request.getfixturevalue(site).problem_of(each, page.path) for each in links] == [""] * len(links)
    assert ("source" in line) == (line.get("source") in links)


@pytest.mark.usefixtures("shown")
@every_line
def test_page_of_what_was_corrected_leads_to_the_record(request, site, locale, line):
    built: BuiltSite = request.getfixturevalue(site)
    provisions, signatories = FOLDERS[site, locale]
    if "passage" in line and line["passage"] not in ("sf", "cf"):
        page = built.page(f"{provisions}{line['passage']}/")
    elif entry := line.get("entry") or (line.get("objection", {}).get("by")):
        if not isinstance(entry, str):
            return
        page = built.page(f"{signatories}{entry.removeprefix('eski-')}/")
    else:
        return
    newest = _newest(site, line)
    notices = [(text(each), _links(each)) for each in page.all("p", **{"class": "corrected"})]
    (told,) = [said for said, (href,) in notices if href.endswith(f"#{newest[0]}")]
    assert _spelled(newest[1]["date"], locale) in told
    assert all(built.problem_of(href, page.path) == "" for _, (href,) in notices)


@every_record
def test_other_pages_tell_of_no_correction(request, site, locale):
    built: BuiltSite = request.getfixturevalue(site)
    path = REAL if site == "built" else FICTIONAL
    corrected = {line.get("passage") for _, line in lines(path)}
    ids = [each for each in ("bg1", "r1", "r2", "s1", "c1", "c3", "fn2") if each not in corrected]
    assert ids
    for each in ids:
        assert built.page(f"{FOLDERS[site, locale][0]}{each}/").all("p", **{"class": "corrected"}) == []


@pytest.mark.parametrize("locale", MINIATURE_LOCALES)
def test_without_corrections_the_page_says_so(miniature, locale):
    page = miniature.page(MINIATURE["corrections", locale])
    assert page.all("article") == []
    none = {"tr": "Henüz bir düzeltme yok.", "en": "No corrections so far.", "ar": "لا تصحيحات حتى الآن."}
    assert none[locale] in text(page.one("main"))


@every_record
def test_record_is_linked_from_every_page(request, site, locale):
    built: BuiltSite = request.getfixturevalue(site)
    (footer,) = built.page(FOLDERS[site, locale][0]).all("footer", **{"class": "colophon"})
    assert any(PAGES[site][locale].endswith(each.get("href").lstrip("./")) for each in elements(footer, "a"))


def test_about_page_leads_to_the_record(built):
    for locale in LOCALES:
        page = built.page(ROUTES["about", locale])
        assert any("corrections" in link or "duzeltmeler" in link for link in _links(page.one("main")))


def _links(element):
    return [each.get("href", "") for each in elements(element, "a")]


def _record(site):
    return REAL if site == "built" else FICTIONAL


def _line(site, element):
    return dict(lines(_record(site)))[element.get("id")]


def _newest(site, line):
    """Return the last line about the same thing, with its anchor."""

    def concerned(each):
        by = each.get("objection", {}).get("by")
        entry = each.get("entry", by if isinstance(by, str) else "")
        return (each.get("passage"), each.get("locale"), entry.removeprefix("eski-"))

    return [each for each in lines(REAL if site == "built" else FICTIONAL) if concerned(each[1]) == concerned(line)][-1]


def _in(words, line, locale):
    if isinstance(words, str):
        return words
    return words[locale] if line["before"][locale] != line["after"][locale] else words["en"]


def _parts(cell):
    """Return the stretches of words between the gaps; a cell without words of the record has none."""
    spans = list(elements(cell, "span"))
    return [part for each in spans for part in map(str.strip, _said(each).split(GAP)) if part]


def _unmarked(cell):
    """Return the words of a cell that are not marked."""
    kept = [cell.text or ""]
    for each in elements(cell):
        if each is not cell and each.tag == "span":
            kept.append(each.text or "")
        if each.tag in ("del", "ins"):
            kept.append(each.tail or "")
    return [word for word in " ".join(kept).split() if word != GAP]


def _said(element):
    return " ".join(text(element).split())


def _spelled(day, locale):
    if locale == "ar":
        return str(day.year)
    return f"{day.day} {MONTHS[locale][day.month - 1]} {day.year}"
