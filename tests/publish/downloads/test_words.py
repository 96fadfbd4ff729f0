"""Every format has every word of every passage: those in the lock."""

from hashlib import sha256

import pytest

from support.built import LOCALES
from support.readers import READERS, in_order
from support.repository import MINIATURE_LOCALES, ROOT

LOCKS = {"built": "data/provisions.lock", "miniature": "tests/sites/ornek/data/provisions.lock"}
TEXTS = [*(("built", locale) for locale in LOCALES), *(("miniature", locale) for locale in MINIATURE_LOCALES)]
FILES = [("declaration", ending) for ending in READERS] + [("council-decision", "docx")]
CASES = [(*text, *file) for text in TEXTS for file in FILES if (text[1], file[1]) != ("ar", "pdf")]
"""The PDF from right to left keeps its signs in the order in which they are drawn: test_right_to_left.py."""


def _locked(lock, locale, edition=""):
    lines = [line.split() for line in (ROOT / lock).read_text(encoding="utf-8").splitlines() if line[0] != "#"]
    wanted = [(key, digest) for key, language, digest in lines if language == locale and key.startswith(edition)]
    return {key.partition("/")[2]: digest for key, digest in wanted}


@pytest.mark.parametrize(("locale", "name", "ending"), [case[1:] for case in CASES if case[0] == "miniature"])
def test_words_of_a_later_edition_are_those_of_the_lock(two_editions, locale, name, ending):
    lock = two_editions.folder.with_suffix(".input") / "data/provisions.lock"
    locked = _locked(lock, locale, "2024/")
    words = READERS[ending](two_editions.file(f"downloads/2024/{name}.{locale}.{ending}"), in_order(locked, locale))
    assert {key: sha256(each.encode()).hexdigest() for key, each in words.items()} == locked


@pytest.mark.parametrize(("site", "locale", "name", "ending"), CASES)
def test_words_are_those_of_the_lock(request, site, locale, name, ending):
    locked = _locked(LOCKS[site], locale)
    path = request.getfixturevalue(site).file(f"downloads/{name}.{locale}.{ending}")
    words = READERS[ending](path, in_order(locked, locale))
    assert {key: each for key, each in words.items() if sha256(each.encode()).hexdigest() != locked[key]} == {}
    assert set(words) == set(locked)
