"""The feeds: valid Atom, every event once, ids that outlive addresses, the same bytes from the same data."""

from dataclasses import replace
from datetime import date

import feedparser
import pytest
from lxml import etree

from publish.data.feeds import Event, events, feed_files
from registry.dates import PartialDate
from registry.model import Withdrawal
from support.golden import cases, load
from support.record import FICTIONAL, lines, with_record
from support.repository import MINIATURE_LOCALES, ROOT, SITE_URL
from support.sites import miniature_site, moved, sampled

pytestmark = pytest.mark.slow

ATOM = {"": "http://www.w3.org/2005/Atom"}
LOCALES = MINIATURE_LOCALES
SCHEMA = etree.RelaxNG(etree.parse(ROOT / "tests/cases/publish/atom.rng"))
NAMES = [case["words"] for case in load("publish/hostile_words.yaml")]
EVENTS = [case["event"] for case in load("publish/feed.yaml")]
every_locale = pytest.mark.parametrize("locale", LOCALES)


@pytest.fixture(scope="module")
def miniature_unbuilt(tmp_path_factory):
    return miniature_site(tmp_path_factory.mktemp("feeds"))


@pytest.fixture(scope="module")
def recorded(tmp_path_factory):
    return with_record(miniature_site(tmp_path_factory.mktemp("recorded")))


@pytest.fixture(scope="module", params=[0, 1, 50, 1400])
def sample(request, miniature_unbuilt, tmp_path_factory):
    """(site, entries as YAML has them) of a sample."""
    return sampled(miniature_unbuilt, request.param, tmp_path_factory.mktemp("sample"))


def _feed(site, locale):
    return dict(feed_files(site))[f"feed.{locale}.xml"]


def _ids(site, locale):
    return [each.text for each in etree.fromstring(_feed(site, locale)).findall(".//id", ATOM)]


def _words(entry):
    return [
        " ".join(" ".join(each.itertext()).split()) for each in entry.iterfind(".//{http://www.w3.org/1999/xhtml}p")
    ]


@every_locale
def test_every_event_is_an_entry(sample, locale):
    site, entries = sample
    happened = sum(len(entry["signatures"]) + ("withdrawn" in entry) for entry in entries)
    assert len(events(site.registry)) == happened
    read = feedparser.parse(_feed(site, locale))
    assert not read.bozo
    assert read.version == "atom10"
    assert len(read.entries) == min(100, happened)


@every_locale
def test_valid(sample, locale):
    feed = etree.fromstring(_feed(sample[0], locale))
    assert SCHEMA.validate(feed), SCHEMA.error_log


@pytest.mark.parametrize("name", ["id", "title", "updated", "author", "link"])
def test_schema_sees_mistakes(miniature_unbuilt, name):
    feed = etree.fromstring(_feed(miniature_unbuilt, "en"))
    for each in feed.findall(name, ATOM):
        feed.remove(each)
    assert not SCHEMA.validate(feed)


@every_locale
def test_newest_first_and_as_old_as_the_newest(sample, locale):
    site, entries = sample
    read = feedparser.parse(_feed(site, locale))
    days = [each.updated for each in read.entries]
    assert days == sorted(days, reverse=True)
    assert read.feed.updated == (days[0] if entries else f"{site.edition.adopted}T00:00:00Z")
    assert all(each.published == each.updated for each in read.entries)


def test_no_id_stands_twice(sample):
    ids = [each for locale in LOCALES for each in _ids(sample[0], locale)]
    assert len(set(ids)) == len(ids)


@every_locale
def test_ids_outlive_the_address_of_the_site(miniature_unbuilt, locale):
    elsewhere = moved(
        miniature_unbuilt, site_url="https://baska.example/", publisher="Deneme", data_date=date(2030, 1, 1)
    )
    assert _ids(elsewhere, locale) == _ids(miniature_unbuilt, locale)
    assert SITE_URL not in _feed(elsewhere, locale).decode()


def test_same_data_give_the_same_bytes_at_any_time(sample):
    site, _ = sample
    reference = replace(site.reference, today=date(2030, 1, 1))
    later = replace(moved(site, data_date=date(2030, 1, 1)), reference=reference)
    assert dict(feed_files(later)) == dict(feed_files(site))


@every_locale
def test_links(miniature_unbuilt, locale):
    read = feedparser.parse(_feed(miniature_unbuilt, locale))
    register = {"tr": "katilanlar/", "en": "en/cities/", "ar": "ar/mudun/"}
    links = {(each.rel, each.href) for each in read.feed.links}
    assert links >= {
        ("self", f"{SITE_URL}feed.{locale}.xml"),
        ("alternate", f"{SITE_URL}{register[locale]}"),
        *(("alternate", f"{SITE_URL}feed.{other}.xml") for other in LOCALES if other != locale),
    }
    assert read.entries[0].link == f"{SITE_URL}{register[locale]}ornek-isparta/"
    assert [each.href for each in read.entries[0].links if each.rel == "via"] == ["https://ornek.example/duyuru"]


@cases("publish/feed.yaml")
@every_locale
def test_what_an_entry_says(miniature_unbuilt, case, locale):
    found = next(each for each in events(miniature_unbuilt.registry) if each.key == case["event"])
    at = events(miniature_unbuilt.registry).index(found)
    entry = etree.fromstring(_feed(miniature_unbuilt, locale)).findall("entry", ATOM)[at]
    assert entry.findtext("title", namespaces=ATOM) == case[locale]["title"]
    assert entry.findtext("updated", namespaces=ATOM) == f"{case['day']}T00:00:00Z"
    _, when, evidence = _words(entry)
    assert (when, evidence) == (case[locale]["date"], case[locale]["evidence"])


def test_order_of_one_day(miniature_unbuilt):
    listed = [each.key for each in events(miniature_unbuilt.registry) if each.key in EVENTS]
    assert listed == [
        "ornek-isparta/withdrawn",
        "deneme-bursa/2020",
        "isik-agri/2019",
        "izci-isparta/2019",
        "ornek-isparta/2019",
    ]


@pytest.mark.parametrize(
    ("withdrawn", "day"),
    [("2020-01-15", "2020-07-01"), ("2021-03-04", "2021-03-04"), ("2021-03", "2021-03-01"), ("2020", "2020-07-01")],
)
def test_withdrawal_is_told_when_it_can_first_have_been_known(miniature_unbuilt, withdrawn, day):
    (entry,) = [each for each in miniature_unbuilt.registry.signatories if each.withdrawn]
    gone = Withdrawal(PartialDate.parse(withdrawn), entry.withdrawn.evidence)
    registry = replace(miniature_unbuilt.registry, signatories=(replace(entry, withdrawn=gone),))
    (event,) = [each for each in events(registry) if not each.edition]
    assert isinstance(event, Event)
    assert event.day.isoformat() == day


@pytest.mark.parametrize(
    ("locale", "words"), [("tr", "imzalarını geri çekti"), ("en", "withdrew its signatures"), ("ar", "سحبت توقيعاتها")]
)
def test_several_signatures_are_withdrawn_together(miniature_unbuilt, locale, words):
    (gone,) = [each.withdrawn for each in miniature_unbuilt.registry.signatories if each.withdrawn]
    both = next(each for each in miniature_unbuilt.registry.signatories if len(each.signatures) > 1)
    registry = replace(miniature_unbuilt.registry, signatories=(replace(both, withdrawn=gone),))
    feed = etree.fromstring(_feed(replace(miniature_unbuilt, registry=registry), locale))
    titles = [each.text for each in feed.findall("entry/title", ATOM)]
    assert sum(words in title for title in titles) == 1


@pytest.mark.parametrize("is_sample", [True, False])
def test_sample_says_so(miniature_unbuilt, is_sample):
    feed = etree.fromstring(_feed(moved(miniature_unbuilt, sample=is_sample), "en"))
    assert ("Sample data" in feed.findtext("subtitle", namespaces=ATOM)) == is_sample


@every_locale
def test_hostile_names_and_addresses_come_back(miniature_unbuilt, locale):
    first = miniature_unbuilt.registry.signatories[0]
    (signature,) = first.signatures
    url = "https://x.example/?a='1'&b=[2]&lt;&amp;(3)"
    signed = replace(signature, evidence=replace(signature.evidence, url=url, archive=url))
    entries = tuple(
        replace(first, id=f"deneme-{number:03}", name={"tr": name, "en": name}, signatures=(signed,))
        for number, name in enumerate(NAMES)
    )
    content = _feed(
        replace(miniature_unbuilt, registry=replace(miniature_unbuilt.registry, signatories=entries)), locale
    )
    feed = etree.fromstring(content)
    assert SCHEMA.validate(feed), SCHEMA.error_log
    assert not feedparser.parse(content).bozo
    ends = {"tr": " 2019 metnini imzaladı", "en": " signed the 2019 text", "ar": ": وقّعت نص 2019"}
    assert [each.text for each in feed.findall("entry/title", ATOM)] == [name + ends[locale] for name in NAMES]
    links = {each.get("href") for each in feed.iter("{http://www.w3.org/1999/xhtml}a")}
    assert links == {url}


def _corrections(site, locale):
    feed = etree.fromstring(_feed(site, locale))
    page = site.routes.absolute(site.routes.path("corrections", locale))
    told = {}
    for entry in feed.findall("entry", ATOM):
        href = entry.find("link[@rel='alternate']", ATOM).get("href")
        if href.startswith(page):
            told[href.removeprefix(f"{page}#")] = entry
    return told


@every_locale
def test_every_correction_is_an_entry(recorded, miniature_unbuilt, locale):
    content = _feed(recorded, locale)
    assert SCHEMA.validate(etree.fromstring(content)), SCHEMA.error_log
    assert not feedparser.parse(content).bozo
    told = _corrections(recorded, locale)
    assert sorted(told) == sorted(anchor for anchor, _ in lines(FICTIONAL))
    for anchor, line in lines(FICTIONAL):
        assert told[anchor].findtext("updated", namespaces=ATOM) == f"{line['date']}T00:00:00Z"
        via = [each.get("href") for each in told[anchor].findall("link[@rel='via']", ATOM)]
        assert via == ([line["source"]] if "source" in line else [])
    happened = _ids(miniature_unbuilt, locale)
    assert set(happened) < set(_ids(recorded, locale))
    assert len(set(_ids(recorded, locale))) == len(happened) + len(told)


@every_locale
def test_corrections_stand_among_the_events_in_order_of_time(recorded, locale):
    read = feedparser.parse(_feed(recorded, locale))
    days = [each.updated for each in read.entries]
    assert days == sorted(days, reverse=True)
    assert read.feed.updated == days[0]


@pytest.mark.parametrize(
    ("anchor", "title", "words"),
    [
        (
            "c2-en-2024-02-01",
            "Correction: Commitment 2, English translation",
            ["Before: gauging, as the Turkish says, and no more;", "After: weighing;", "Reason: A sample reason."],
        ),
        (
            "about-en-2024-03-04",
            "Correction: Page “About”, English",
            ["Before: Sample words that were removed.", "After: (removed)", "Reason: A sample reason."],
        ),
        (
            "objection-ornek-isparta-2024-03-05",
            "Objection and answer: Örnek Municipality",
            [
                "Objection: The sample municipality stated that its entry was incomplete.",
                "Answer: The entry was completed.",
            ],
        ),
    ],
)
def test_what_an_entry_says_of_a_correction(recorded, anchor, title, words):
    entry = _corrections(recorded, "en")[anchor]
    assert entry.findtext("title", namespaces=ATOM) == title
    assert _words(entry) == words


def test_ids_of_corrections_outlive_the_address_and_later_corrections(recorded):
    elsewhere = moved(recorded, site_url="https://baska.example/")
    assert _ids(elsewhere, "tr") == _ids(recorded, "tr")
    fewer = replace(recorded, record=replace(recorded.record, lines=recorded.record.lines[:-1]))
    assert set(_ids(fewer, "tr")) < set(_ids(recorded, "tr"))
    assert len({*_ids(recorded, "tr"), *_ids(recorded, "en")}) == 2 * len(_ids(recorded, "tr"))


@every_locale
def test_hostile_words_of_a_correction_come_back(recorded, locale):
    (line,) = (each for each in recorded.record.lines if each.anchor == "about-tr-2024-03-04")
    hostile = tuple(
        replace(line, before={"tr": "söz"}, after={"tr": words}, reason=dict.fromkeys(LOCALES, words), number=number)
        for number, words in enumerate(NAMES, 1)
    )
    site = replace(recorded, record=replace(recorded.record, lines=hostile))
    content = _feed(site, locale)
    assert SCHEMA.validate(etree.fromstring(content)), SCHEMA.error_log
    assert not feedparser.parse(content).bozo
    said = [_words(entry)[-1].partition(": ")[2] for entry in _corrections(site, locale).values()]
    assert said == [" ".join(words.split()) for words in NAMES]
