"""A later edition: what was published stays as it was; the new text has pages, files and a comparison of its own."""

import re

import pytest
import yaml

from declaration.load import check, write_lock
from publish.checks.address_lock import published
from source.layout import Layout
from support.built import BuiltSite, elements, text
from support.miniature import ROUTES
from support.repository import (
    MINIATURE_LOCALES,
    ROOT,
    add_later_edition,
    apply,
    build,
    copy_miniature,
    copy_repository,
    copy_two_editions,
)

KEY, EARLIER = "2024", "2020"
IDS = yaml.safe_load((ROOT / "tests/sites/later/edition.yaml").read_text(encoding="utf-8"))[0]["text"]["ids"]
FATES = {
    "kept": ["ch", "r2", "s1", "fn1", "fn2"],
    "changed": ["r1", "c1"],
    "moved": ["c3"],
    "new": ["c2"],
    "gone": ["gone-bg1", "gone-s2", "gone-c3"],
}
BECAME = {
    "ch": "kept", "r2": "kept", "s1": "kept", "fn1": "kept", "fn2": "kept", "r1": "changed", "c1": "changed",
    "c2": "moved", "bg1": "gone", "s2": "gone", "c3": "gone",
}  # fmt: skip
SAID = {
    "tr": {"kept": "onda da aynı", "changed": "onda değişti", "moved": "başka bir yerde", "gone": "onda yok"},
    "en": {"kept": "is the same", "changed": "is changed", "moved": "at another place", "gone": "is not in it"},
    "ar": {"kept": "هو نفسه", "changed": "تغيّر", "moved": "في موضع آخر", "gone": "ليس فيه"},
}
COUNTED = {"sitemap.xml", "data/datapackage.json", "data/signatories.json", "404.html"} | {
    f"search/{locale}.json" for locale in MINIATURE_LOCALES
}
"""Files that list all texts."""
SLUGS = {"tr": "karsilastirma", "en": "comparison", "ar": "muqarana"}
FORMATS = ("pdf", "docx", "epub", "txt", "md", "json", "xml")
WITHOUT_TEXT = {"signatories", "corrections"}
"""Pages on which there is no word and no file of the text."""


def _home(locale):
    return "" if locale == "tr" else f"{locale}/"


def _files(site):
    return {path.relative_to(site.folder).as_posix() for path in site.folder.rglob("*") if path.is_file()}


def _as_before(html):
    """Return a page without the line about a later text, the menu, the counts of all texts, the digest of assets."""
    html = re.sub(r'<p class="translation later".*?</p>', "", html, flags=re.DOTALL)
    html = re.sub(r'<nav class="pages".*?</nav>|<dl class="record">.*?</dl>', "", html, flags=re.DOTALL)
    return re.sub(r"assets/[0-9a-f]+/", "assets/", html)


def _changed(before, after):
    """Return the files of a site that another site lacks, or has with other content."""
    changed = []
    for path in sorted(_files(before)):
        old, new = before.folder / path, after.folder / path
        if path.startswith(("assets/", ".generated")) or path in COUNTED:
            continue
        if not new.is_file():
            changed.append(f"{path} is lost")
        elif path.endswith(".html"):
            if _as_before(old.read_text(encoding="utf-8")) != _as_before(new.read_text(encoding="utf-8")):
                changed.append(path)
        elif old.read_bytes() != new.read_bytes():
            changed.append(path)
    return changed


def test_what_was_published_stays_to_the_byte(miniature, two_editions):
    assert _changed(miniature, two_editions) == []


@pytest.mark.parametrize("locale", MINIATURE_LOCALES)
def test_every_page_of_the_later_text_and_every_file_is_there(two_editions, locale):
    home = _home(locale)
    slugs = [ROUTES[key, locale].removeprefix(home) for key in ("declaration", "side-by-side", "footnotes")]
    pages = [*(f"{home}{KEY}/{each}" for each in slugs), f"{home}v/{KEY}/", f"{home}{KEY}/{SLUGS[locale]}/{EARLIER}/"]
    pages += [f"{home}{KEY}/{each}/" for each in IDS]
    files = [f"{page}card.png" for page in pages]
    files += [f"{home}{KEY}/{each}/cite.{ending}" for each in IDS for ending in ("bib", "json")]
    files += [
        f"downloads/{KEY}/declaration.{locale}.{ending}"
        for ending in ["pdf", "docx", "epub", "txt", "md", "json", "xml"]
    ]
    files += [f"downloads/{KEY}/council-decision.{locale}.docx", f"downloads/{KEY}/SHA256SUMS"]
    there = _files(two_editions)
    assert {*files, *(f"{page}index.html" for page in pages)} <= there
    assert f"{home}{KEY}/bg1/index.html" not in there


def test_every_link_leads_somewhere_and_no_id_is_there_twice(two_editions):
    wrong = {}
    for path in two_editions.html_files:
        ids = two_editions.page(path).ids
        wrong[path] = _broken(two_editions, path) + [each for each in set(ids) if ids.count(each) > 1]
    assert {path: problems for path, problems in wrong.items() if problems} == {}


@pytest.mark.parametrize("locale", MINIATURE_LOCALES)
def test_the_menu_leads_to_the_newest_text(two_editions, locale):
    newest = f"{_home(locale)}{KEY}/{ROUTES['declaration', locale].removeprefix(_home(locale))}"
    for path in (ROUTES["index", locale], ROUTES["declaration", locale], ROUTES["about", locale], newest):
        page = two_editions.page(path)
        (menu,) = [each for each in page.all("nav") if each.get("class") == "pages"]
        first = next(elements(menu, "a"))
        assert page.target(first) == newest
        assert (first.get("aria-current") == "page") == (path == newest)


@pytest.mark.parametrize("locale", MINIATURE_LOCALES)
def test_pages_of_the_earlier_text_say_that_there_is_a_later_one(two_editions, locale):
    for (key, of), path in ROUTES.items():
        if of != locale or key.startswith("signatories/"):
            continue
        said = [text(each) for each in two_editions.page(path).all("p") if each.get("class") == "translation later"]
        assert len(said) == (key not in WITHOUT_TEXT), path
        for words in said:
            assert SAID[locale].get(BECAME.get(key), "") in words
    for path in two_editions.html_files:
        if f"{KEY}/" in path:
            assert not [each for each in two_editions.page(path).all("p") if each.get("class") == "translation later"]


@pytest.mark.parametrize("locale", MINIATURE_LOCALES)
def test_comparison_tells_what_became_of_every_provision(two_editions, locale):
    page = two_editions.page(f"{_home(locale)}{KEY}/{SLUGS[locale]}/{EARLIER}/")
    found = {}
    for article in page.all("article"):
        found.setdefault(article.get("data-fate"), []).append(article.get("id"))
    assert {fate: sorted(ids) for fate, ids in found.items()} == {fate: sorted(ids) for fate, ids in FATES.items()}


@pytest.mark.parametrize("locale", MINIATURE_LOCALES)
def test_the_later_text_leads_to_the_comparison_and_its_council_decision(two_editions, locale):
    home, slug = _home(locale), ROUTES["declaration", locale].removeprefix(_home(locale))
    page = two_editions.page(f"{home}{KEY}/{slug}")
    targets = {page.target(link) for link in elements(page.one("main"), "a") if "href" in link.attrib}
    assert f"{home}{KEY}/{SLUGS[locale]}/{EARLIER}/" in targets
    assert f"downloads/{KEY}/council-decision.{locale}.docx" in targets


def test_comparison_marks_the_changed_words_without_colour(two_editions):
    page = two_editions.page(f"{KEY}/karsilastirma/{EARLIER}/")
    (changed,) = page.all("article", id="c1")
    assert [text(each) for each in elements(changed, "del")] == ["sürdürmeyi;"]
    assert [text(each) for each in elements(changed, "ins")] == ["büyütmeyi;"]
    for name, edition, words in (
        ("gone-s2", EARLIER, "Her denemenin iki kez yinelenmesinin;"),
        ("c2", KEY, "Yenilenmeyi;"),
    ):
        (article,) = page.all("article", id=name)
        assert [text(each) for each in elements(article, "dt")] == [f"{edition} metninde"]
        assert [text(each) for each in elements(article, "dd")] == [words]
        assert not [each for mark in ("del", "ins") for each in elements(article, mark)]


def test_nothing_takes_the_later_text_for_the_earlier_one(two_editions):
    """Titles, descriptions and the badge name it; of its signatories nothing is claimed that nobody has looked for."""
    earlier, later = two_editions.page("c1/"), two_editions.page(f"{KEY}/c1/")
    assert text(later.one("title")) == "Taahhüt 1 · Yeni Örnek Kentler Bildirgesi"
    for name in ("title", "description"):
        values = [
            next(each.get("content") for each in page.all("meta") if each.get("property") == f"og:{name}")
            for page in (earlier, later)
        ]
        assert values[0] != values[1]
        assert "Yeni Örnek Kentler Bildirgesi" in values[1]
    badge = two_editions.file(f"badges/{KEY}.tr.svg").read_text(encoding="utf-8")
    assert "Yeni Örnek Kentler Bildirgesi" in badge
    (record,) = later.all("dl", **{"class": "record"})
    assert "listede henüz imzacı yok" in text(record)
    joining = two_editions.page(ROUTES["join", "tr"])
    targets = {joining.target(link) for link in elements(joining.one("main"), "a") if "href" in link.attrib}
    assert f"downloads/{KEY}/council-decision.tr.docx" in targets


def test_an_event_may_cite_the_later_text(tmp_path):
    root = copy_two_editions(tmp_path / "ornek")
    event = "  - {date: 2024-05-04, tr: Yeni deneme., en: A new trial., ar: تجربة جديدة., cites: 2024/c2}\n"
    apply([{"file": "data/timeline.yaml", "append": event}], root)
    assert check(Layout(root)) == []
    site = _built(root, tmp_path / "site")
    page = site.page(ROUTES["background", "tr"])
    (link,) = [each for each in page.all("a") if text(each) == "Taahhüt 2, 2024 metni"]
    assert page.target(link).endswith("#c2")
    assert page.target(link).startswith(f"{KEY}/")
    assert _broken(site, ROUTES["background", "tr"]) == []


def test_both_locks_hold(tmp_path, two_editions):
    root = copy_two_editions(tmp_path / "ornek")
    assert check(Layout(root)) == []
    assert "2024/c2 ar" in (root / "data/provisions.lock").read_text(encoding="utf-8")
    addresses = published(two_editions.folder)
    assert {f"{KEY}/c3/", f"ar/{KEY}/c3/", f"v/{KEY}/", f"{KEY}/karsilastirma/{EARLIER}/"} <= addresses


def _built(root, folder):
    done = build(root, folder)
    assert done.returncode == 0, done.stderr
    return BuiltSite(folder)


@pytest.mark.parametrize(
    "case", ["first in the list", "a key with a letter", "on the same day", "another language first"]
)
def test_what_was_published_stays_however_the_later_text_is_added(tmp_path, case):
    root = copy_miniature(tmp_path / "ornek")
    if case == "another language first":
        changes = [("name: Türkçe, default: true", "name: Türkçe"), ("name: English", "name: English, default: true")]
        apply([{"file": "mkdocs.yml", "replace": old, "by": new} for old, new in changes], root)
    before = _built(root, tmp_path / "before")
    key = "2024a" if case == "a key with a letter" else KEY
    adopted = "2020-05-04" if case == "on the same day" else "2024-05-04"
    add_later_edition(root, key, adopted, first=case == "first in the list")
    after = _built(root, tmp_path / "after")
    assert _changed(before, after) == []
    comparison = f"{key}/{'comparison' if case == 'another language first' else 'karsilastirma'}/{EARLIER}/"
    assert _broken(after, comparison) == []
    assert f"/{comparison}" in (after.folder / "sitemap.xml").read_text(encoding="utf-8")


def test_drill_on_the_published_text(built, tmp_path):
    """A later edition of the real text, with openly fictional words: one commitment changed, one new, one removed."""
    root = copy_repository(tmp_path / "copy")
    layout = Layout(root)
    edits = {"tr": ("ortak kaygıları", "deneme sorularını"), "en": ("shared concerns", "sample questions")}
    last = {"tr": "Deneme yapmayı", "en": "making a trial."}
    for locale, (old, new) in edits.items():
        words = (root / f"docs/editions/2021/{locale}.md").read_text(encoding="utf-8").partition("\n")[2]
        words = re.sub(r"9\. [^\n]*\n( +\{#c9\})", rf"9. {last[locale]}\n\1", words.replace(old, new))
        words = re.sub(r"8\. [^\n]*\n +\{#c8\}\n\n", "", words)
        words = words.replace("9. " + last[locale], "8. " + last[locale]).replace("{#c9}", "{#c8}")
        (root / "docs/editions/2031").mkdir(exist_ok=True)
        (root / f"docs/editions/2031/{locale}.md").write_text(words, encoding="utf-8")
    (root / "docs/editions/2031/deneme.txt").write_text(_received(root / "docs/editions/2031/tr.md"), encoding="utf-8")
    editions = (root / "data/editions.yaml").read_text(encoding="utf-8")
    settings = editions[editions.index("    text:\n") :].replace(", c9", "").replace("istanbul-deklarasyonu", "deneme")
    settings = re.sub(r"apparatus:\n( +- .*\n)+", "apparatus: []\n", settings)
    settings = re.sub(r"      ornament:.*?(?=      alone:)", "", settings, flags=re.DOTALL)  # it needs nine commitments
    item = "  - key: 2031\n    adopted: 2025-02-03\n    title: {tr: Deneme Bildirgesi, en: Sample Declaration}\n"
    editions = editions.replace("\neditions:\n", "\nroot: 2021\neditions:\n") + item + settings
    (root / "data/editions.yaml").write_text(editions, encoding="utf-8")
    assert write_lock(layout) == []
    after = _built(root, tmp_path / "site")
    assert _changed(built, after) == []
    fates = {each.get("id"): each.get("data-fate") for each in after.page("en/2031/comparison/2021/").all("article")}
    assert {each: fate for each, fate in fates.items() if fate != "kept"} == {
        "c3": "changed", "c8": "new", "gone-c8": "gone", "gone-c9": "gone",
    }  # fmt: skip
    wrong = {path: _broken(after, path) for path in after.html_files}
    assert {path: problems for path, problems in wrong.items() if problems} == {}
    assert "#ed" not in (after.folder / "2031/deklarasyon/index.html").read_text(encoding="utf-8")


def _broken(site, path):
    """Return the links of a page that lead nowhere; evidence may be at the fictional host of the site itself."""
    page = site.page(path)
    links = [each.get(name) for each in elements(page.root) for name in ("href", "src") if each.get(name)]
    return [problem for link in links if not link.startswith("https:") and (problem := site.problem_of(link, path))]


def _received(markdown):
    """Return the words of a file of the text as a source has them: without ids and links, with the numbers of notes."""
    words = re.sub(r"(?m)^([^\n]*)\n\{#fn(\d)\}", r"\2 \1", markdown.read_text(encoding="utf-8"))
    words = re.sub(r"\{#\w+\}", "", words)
    words = re.sub(r"\[(\d)\]\(#fn\d\)", r"\1", words)
    words = re.sub(r"\[([^\]]*)\]\([^)]*\)|<(https[^>]*)>", r"\1\2", words)
    return re.sub(r"\*([^*]+)\*(\{[^}]*\})?", r"\1", words)
