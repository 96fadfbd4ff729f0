"""The directory: every entry in its province, in the order of the language, split where it is long."""

from itertools import pairwise

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from publish.site.directory import Directory, directories
from registry.load import load
from registry.model import Registry
from registry.sample import sample
from support.fictional import registry_text
from support.golden import load as golden
from support.node import node
from support.registry import REFERENCE, render
from support.repository import data

pytestmark = pytest.mark.slow
LOCALES = ("tr", "en")
PROVINCES = {each["code"]: each for each in data("data/provinces.yaml")["provinces"]}
COMPARE = """(locale, pairs) => {
  const collator = new Intl.Collator(locale, { ignorePunctuation: true });
  return pairs.map(([a, b]) => collator.compare(a, b));
}"""
every_locale = pytest.mark.parametrize("locale", LOCALES)


@pytest.fixture(scope="module")
def icu():
    with node(COMPARE) as process:
        yield process


@pytest.fixture(scope="module")
def read(tmp_path_factory):
    """(registry as the site reads it, entries as a YAML reader that is not ours sees them) of a text."""

    def of(text):
        path = tmp_path_factory.mktemp("directory") / "signatories.yaml"
        path.write_text(text, encoding="utf-8")
        return load(path, path.name, REFERENCE), yaml.safe_load(text)["signatories"] or []

    return of


@pytest.fixture(scope="module", params=[0, 1, 50, 1400])
def sampled(request, read):
    return read(render(sample(request.param, REFERENCE)))


@pytest.fixture(scope="module")
def fictional(read):
    return read(registry_text(golden("directory/entries.yaml")))


@every_locale
def test_every_entry_stands_once_in_its_province(sampled, locale):
    registry, entries = sampled
    directory = Directory.of(registry, REFERENCE, locale)
    listed = {
        int(group.place.code): ({each.id for each in group.standing}, {each.id for each in group.withdrawn})
        for group in directory.groups
    }
    expected = {
        code: tuple(
            {each["id"] for each in entries if each["province"] == code and ("withdrawn" in each) == withdrawn}
            for withdrawn in (False, True)
        )
        for code in {each["province"] for each in entries}
    }
    assert listed == expected
    assert len(directory.entries) == len(entries)
    assert {each.id for each in directory.withdrawn} == {each["id"] for each in entries if "withdrawn" in each}


@every_locale
def test_provinces_are_all_and_stand_in_the_order_of_icu(fictional, icu, locale):
    directory = Directory.of(fictional[0], REFERENCE, locale)
    names = [each.name[locale] for each in directory.places]
    assert sorted(names) == sorted(each[locale] for each in PROVINCES.values())
    assert set(icu.ask(locale, list(pairwise(names)))) == {-1}
    grouped = [group.place.name[locale] for group in directory.groups]
    assert grouped == [name for name in names if name in grouped]


@every_locale
def test_names_stand_in_the_order_of_icu(read, icu, locale):
    registry, _ = read(render(sample(1400, REFERENCE)))
    for group in Directory.of(registry, REFERENCE, locale).groups:
        for entries in (group.standing, group.withdrawn):
            names = [each.name[locale] for each in entries]
            assert 1 not in icu.ask(locale, list(pairwise(names)))


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        ("tr", ["Çam", "Çınar", "Deniz", "Irmak", "Işık", "İnci", "Şeftali", "Zambak"]),
        ("en", ["Çam", "Çınar", "Deniz", "İnci", "Irmak", "Işık", "Şeftali", "Zambak"]),
    ],
)
def test_names_stand_in_the_alphabet_of_the_reader(read, locale, expected):
    (group,) = Directory.of(read(_in_one_province(reversed(expected)))[0], REFERENCE, locale).groups
    assert [each.name[locale].split()[0] for each in group.standing] == expected


def test_entries_of_one_name_stand_by_their_ids(read):
    registry, _ = read(registry_text([_entry(each, "Örnek", "town") for each in ("ornek-b-bursa", "ornek-a-bursa")]))
    (group,) = Directory.of(registry, REFERENCE, "tr").groups
    assert [each.id for each in group.standing] == ["ornek-a-bursa", "ornek-b-bursa"]


def _in_one_province(names):
    return registry_text([_entry(f"e{number}", name, "district") for number, name in enumerate(names)])


def _entry(identifier, name, kind):
    names = {"tr": f"{name} Belediyesi", "en": f"{name} Municipality"}
    return {"case": identifier, **names, "kind": kind, "province": 16, "editions": [2018]}


@settings(max_examples=20)
@given(st.permutations(range(22)))
def test_order_does_not_depend_on_that_of_the_registry(fictional, order):
    registry, _ = fictional
    shuffled = Registry(tuple(registry.signatories[number] for number in order))
    for locale in LOCALES:
        assert Directory.of(shuffled, REFERENCE, locale) == Directory.of(registry, REFERENCE, locale)


@pytest.mark.parametrize(("count", "is_split"), [(0, False), (1, False), (1400, False), (1401, True)])
def test_a_directory_is_split_where_it_is_longer_than_one_page(read, count, is_split):
    registry, _ = read(render(sample(count, REFERENCE)))
    assert {each.is_split for each in directories(registry, REFERENCE, LOCALES).values()} == {is_split}


@pytest.mark.parametrize(
    ("count", "is_bare", "is_folded"),
    [
        (0, True, False),
        (10, True, False),
        (11, False, False),
        (150, False, False),
        (151, False, True),
        (1400, False, True),
        (1401, False, False),
    ],
)
def test_a_short_list_stands_alone_and_a_long_one_is_folded(read, count, is_bare, is_folded):
    registry, _ = read(render(sample(count, REFERENCE)))
    for directory in directories(registry, REFERENCE, LOCALES).values():
        assert (directory.is_bare, directory.is_folded) == (is_bare, is_folded)


@pytest.mark.parametrize(
    ("locale", "letters", "some"),
    [
        ("tr", "ABÇDEGHIİKMNORSŞTUVYZ", {"Ç": "Çanakkale", "I": "Iğdır", "İ": "İstanbul", "Ş": "Şanlıurfa"}),
        ("en", "ABCDEGHIKMNORSTUVYZ", {"C": "Çanakkale", "I": "Iğdır", "S": "Sakarya"}),
    ],
)
def test_letters_are_those_of_the_language_each_with_its_first_province(read, locale, letters, some):
    registry, _ = read(render(sample(1400, REFERENCE)))
    found = {
        each: province.name[locale] for each, province in Directory.of(registry, REFERENCE, locale).letters.items()
    }
    assert "".join(found) == letters
    assert some.items() <= found.items()
