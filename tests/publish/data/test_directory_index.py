"""The index of a split directory: every entry with what the filter needs, in the directory's order."""

import json

import pytest

from publish.data.directory_index import directory_index, index_path
from support.node import node
from support.repository import MINIATURE_LOCALES, data
from support.sites import miniature_site, sampled

pytestmark = pytest.mark.slow

LOCALES = ("tr", "en")
PROVINCES = {each["code"]: each for each in data("data/provinces.yaml")["provinces"]}
SORT = """(locale, rows) => {
  const { compare } = new Intl.Collator(locale, { ignorePunctuation: true });
  const order = (a, b) => compare(a[0], b[0]) || a[1] - b[1] || compare(a[2], b[2]) || (a[3] < b[3] ? -1 : 1);
  return rows.toSorted(order).map((row) => row[3]);
}"""
"""Rows of province, withdrawn or not, name and id in the order in which a reader looks for them."""


@pytest.fixture(scope="module")
def miniature_unbuilt(tmp_path_factory):
    return miniature_site(tmp_path_factory.mktemp("index"))


@pytest.fixture(scope="module")
def split(miniature_unbuilt, tmp_path_factory):
    """(site, entries as YAML has them, index of each language) of the smallest directory that is split."""
    site, entries = sampled(miniature_unbuilt, 1401, tmp_path_factory.mktemp("split"))
    return site, entries, {path: json.loads(content) for path, content in directory_index(site)}


@pytest.mark.parametrize("count", [0, 1, 1400])
def test_a_directory_of_one_page_needs_no_index(miniature_unbuilt, tmp_path, count):
    site, _ = sampled(miniature_unbuilt, count, tmp_path)
    assert list(directory_index(site)) == []


@pytest.mark.parametrize("locale", LOCALES)
def test_index_says_of_every_entry_what_the_registry_says(split, locale):
    _, entries, files = split
    expected = [
        [
            entry["id"],
            entry["name"][locale],
            entry["kind"],
            int(entry["province"]),
            [signature["edition"] for signature in entry["signatures"]],
            int("withdrawn" in entry),
        ]
        for entry in entries
    ]
    assert sorted(files[index_path(locale)]) == sorted(expected)
    assert {each[5] for each in files[index_path(locale)]} == {0, 1}


@pytest.fixture(scope="module")
def icu():
    with node(SORT) as process:
        yield process


@pytest.mark.parametrize("locale", LOCALES)
def test_index_is_in_the_order_of_icu(split, icu, locale):
    """By province and name, those withdrawn after the others of their province."""
    _, entries, files = split
    rows = [
        [PROVINCES[int(each["province"])][locale], int("withdrawn" in each), each["name"][locale], each["id"]]
        for each in entries
    ]
    assert [each[0] for each in files[index_path(locale)]] == icu.ask(locale, rows)


def test_there_is_an_index_for_each_language_and_it_is_compact(split):
    site, entries, files = split
    assert list(files) == [f"search/signatories.{locale}.json" for locale in MINIATURE_LOCALES]
    for _, content in directory_index(site):
        assert len(content) <= 100 * len(entries)
        assert b"\\u" not in content
