"""The index of a split directory: every entry with what the filter needs, in the directory's order."""

import json

import pytest

from publish.data.directory_index import directory_index, index_path
from publish.site.directory import LARGEST_LIST
from support.sites import miniature_site, sampled

pytestmark = pytest.mark.slow

LOCALES = ("tr", "en")


@pytest.fixture(scope="module")
def miniature_unbuilt(tmp_path_factory):
    return miniature_site(tmp_path_factory.mktemp("index"))


@pytest.fixture(scope="module")
def split(miniature_unbuilt, tmp_path_factory):
    """(site, entries as YAML has them, index of each language) of the smallest directory that is split."""
    site, entries = sampled(miniature_unbuilt, LARGEST_LIST + 1, tmp_path_factory.mktemp("split"))
    return site, entries, {path: json.loads(content) for path, content in directory_index(site)}


@pytest.mark.parametrize("count", [0, 1, LARGEST_LIST])
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


@pytest.mark.parametrize("locale", LOCALES)
def test_index_stands_in_the_order_of_the_directory(split, locale):
    site, _, files = split
    assert [each[0] for each in files[index_path(locale)]] == [each.id for each in site.directories[locale].entries]
    assert [each[1] for each in files[index_path(locale)]] == [
        entry.name[locale] for group in site.directories[locale].groups for entry in (*group.standing, *group.withdrawn)
    ]


def test_there_is_an_index_for_each_language_and_it_is_compact(split):
    site, entries, files = split
    assert list(files) == [f"search/signatories.{locale}.json" for locale in site.settings.locales]
    for _, content in directory_index(site):
        assert len(content) <= 100 * len(entries)
        assert b"\\u" not in content
