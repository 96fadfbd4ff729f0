"""What readers of each language are told of the record, and of what it concerns."""

from dataclasses import replace

import pytest

from publish.data.citations import citation_of
from publish.pages.context import template_context
from publish.pages.page import describe_page
from publish.views.corrections import (
    KINDS,
    by_day,
    differences,
    last_correction,
    latest_of_entry,
    shown_lines,
    told_of_entry,
)
from support.built import elements, parse, text
from support.golden import load
from support.record import FICTIONAL, lines, with_record
from support.rendering import renderer
from support.repository import MINIATURE_LOCALES
from support.sites import miniature_site, sampled

ABOUT = {
    "tr": [
        ("Örnek Belediyesi", "katilanlar/ornek-isparta/"),
        ("Örnek Kasaba Belediyesi", ""),
        ("Taahhüt 2, İngilizce çeviri", "c2/"),
        ("Taahhütler, formül, İngilizce çeviri", "bildirge/#cf"),
        ("“Hakkında” sayfası, Türkçe", "site/"),
        ("“Hakkında” sayfası, İngilizce", "en/site/"),
        ("Taahhüt 2, İngilizce çeviri", "c2/"),
        ("Taahhüt 2, Arapça çeviri", "c2/"),
        ("Deneme Belediyesi", "katilanlar/deneme-bursa/"),
        ("Deneme Belediyesi", "katilanlar/deneme-bursa/"),
    ],
    "en": [
        ("Örnek Municipality", "en/cities/ornek-isparta/"),
        ("Örnek Town Municipality", ""),
        ("Commitment 2, English translation", "en/c2/"),
        ("Commitments, formula, English translation", "en/text/#cf"),
        ("Page “About”, Turkish", "site/"),
        ("Page “About”, English", "en/site/"),
        ("Commitment 2, English translation", "en/c2/"),
        ("Commitment 2, Arabic translation", "en/c2/"),
        ("Deneme Municipality", "en/cities/deneme-bursa/"),
        ("Deneme Municipality", "en/cities/deneme-bursa/"),
    ],
}
HOSTILE = [case["text"] for case in load("hostile.yaml")]
ARTICLE = ("article", "header", "h4", "a", "dl", "div", "dt", "dd", "span", "del", "ins")
"""The elements of a line on the page of the record."""
every_locale = pytest.mark.parametrize("locale", MINIATURE_LOCALES)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    return with_record(miniature_site(tmp_path_factory.mktemp("corrections")))


@pytest.fixture(scope="module")
def render(site):
    return renderer(site.layout.root)


@pytest.mark.parametrize("locale", ABOUT)
def test_newest_first_each_with_what_it_concerns(site, locale):
    assert [(each.about, each.path) for each in shown_lines(site, locale)] == ABOUT[locale]


@every_locale
def test_lines_of_a_day_stand_as_in_the_file(site, locale):
    days = by_day(shown_lines(site, locale))
    assert list(map(str, days)) == ["2024-03-05", "2024-03-04", "2024-02-01"]
    for day, kinds in days.items():
        for kind, shown in kinds.items():
            of_kind = [name for name, line in lines(FICTIONAL) if str(line["date"]) == str(day) and kind in line]
            assert [each.line.anchor for each in shown] == of_kind


@every_locale
def test_lines_of_a_day_are_shown_by_kind_each_once(site, locale):
    shown = [
        (kind, each.kind)
        for kinds in by_day(shown_lines(site, locale)).values()
        for kind in kinds
        for each in kinds[kind]
    ]
    assert len(shown) == len(ABOUT["tr"])
    assert all(kind == own for kind, own in shown)
    for kinds in by_day(shown_lines(site, locale)).values():
        assert list(kinds) == [kind for kind in KINDS if kind in kinds]


@every_locale
def test_words_are_shown_in_a_language_in_which_they_differ(site, locale):
    shown = {each.line.anchor: each.line for each in shown_lines(site, locale)}
    assert differences(shown["c2-ar-2024-02-01"], locale)[0] == "ar"
    assert differences(shown["deneme-bursa-2024-02-01"], locale)[0] == locale
    assert differences(shown["eski-deneme-bursa-2024-02-01"], locale)[0] == "en"


def test_a_sample_shows_nothing_of_entries_that_it_does_not_have(site, tmp_path):
    other, _ = sampled(site, 1, tmp_path)
    assert not [each for each in shown_lines(other, "tr") if "deneme-bursa" in each.line.anchor]
    assert len(shown_lines(other, "tr")) == len(ABOUT["tr"]) - 3


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ("deneme-bursa", "This entry was corrected on 1 February 2024."),
        ("ornek-isparta", "An objection of this institution was answered on 5 March 2024."),
        ("izci-isparta", None),
    ],
)
def test_page_of_an_entry_tells_the_newest_line_about_it(site, entry, told):
    (signatory,) = [each for each in site.registry.signatories if each.id == entry]
    line = latest_of_entry(site, signatory)
    assert (told_of_entry(site, line, "en") if line else None) == told


@pytest.mark.parametrize(
    ("provision", "locale", "note"),
    [
        ("c2", "tr", ""),
        ("c2", "en", "unofficial translation of 4 March 2024"),
        ("c2", "ar", "ترجمة غير رسمية بتاريخ 1 فبراير 2024"),
        ("c1", "en", "unofficial translation"),
    ],
)
def test_a_translation_is_cited_with_the_day_of_its_last_correction(site, provision, locale, note):
    assert citation_of(site, locale, site.declarations[locale].provision(provision)).note == note


def test_a_turkish_translation_is_cited_in_turkish(site):
    turkish, english = (replace(site.declarations[each], authentic=each == "en") for each in ("tr", "en"))
    (line,) = (each for each in site.record.lines if each.anchor == "c2-en-2024-03-04")
    words = {"tr": "Ölçmeyi;"}
    record = replace(site.record, lines=(replace(line, before={"tr": "Tartmayı;"}, after=words),))
    other = replace(site, record=record, declarations={"tr": turkish, "en": english})
    cited = citation_of(other, "tr", turkish.provision("c2"))
    assert cited.note == "4 Mart 2024 tarihli resmî olmayan çeviri"
    assert cited.csl()["genre"] == cited.note


def test_last_correction_is_that_of_the_language(site):
    assert str(last_correction(site, "c2", "en").date) == "2024-03-04"
    assert str(last_correction(site, "c2", "ar").date) == "2024-02-01"
    assert last_correction(site, "c2", "tr") is None


@pytest.mark.parametrize("number", range(len(HOSTILE)))
def test_hostile_words_stay_texts(site, render, number):
    words = " ".join(HOSTILE[number].split())
    (line,) = (each for each in site.record.lines if each.anchor == "about-tr-2024-03-04")
    like = replace(line, before={"tr": "söz"}, after={"tr": words}, reason=dict.fromkeys(MINIATURE_LOCALES, words))
    other = replace(site, record=replace(site.record, lines=(like,)))
    page = describe_page(other, "corrections", "en", {"title": "Corrections", "description": "Sample"}, "")
    root = parse(render("pages/corrections.html", template_context(other, page)))
    (article,) = elements(root, "article")
    cells = [" ".join(text(each).split()) for each in elements(article, "dd")]
    assert cells == ["söz", words, words]
    assert {each.tag for each in elements(article)} == set(ARTICLE)
