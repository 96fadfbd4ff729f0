"""Words that would mean something in a format are set as words."""

from dataclasses import replace
from itertools import cycle

import pytest

from declaration.model import Run
from publish.downloads.all_downloads import MAKERS, Document
from support.golden import load
from support.readers import READERS, in_order
from support.sites import miniature_site

WORDS = [case["words"] for case in load("publish/hostile_words.yaml")]


@pytest.fixture(scope="module", params=[False, True], ids=["plain", "emphasized"])
def document(request, tmp_path_factory):
    """A declaration whose passages have hostile words, in turn, and whose first recitals mark the notes."""
    site = miniature_site(tmp_path_factory.mktemp("hostile"))
    text = site.declarations["en"]
    words = cycle(WORDS)

    def hostile(passage):
        marks = [Run(passage.id[1:], note=f"fn{passage.id[1:]}")] if passage.id in ("r1", "r2") else []
        return replace(passage, runs=(Run(next(words), emphasis=request.param), *marks, Run(f" {next(words)}")))

    provisions = tuple(map(hostile, text.provisions))
    formulas = {key: hostile(each) for key, each in text.formulas.items()}
    return Document(site, replace(text, title=WORDS[0], provisions=provisions, formulas=formulas))


@pytest.mark.parametrize("ending", READERS)
def test_hostile_words_come_back(document, tmp_path, ending):
    path = tmp_path / f"x.{ending}"
    path.write_bytes(MAKERS["declaration", ending](document))
    expected = {each.id: each.text for each in document.declaration.passages}
    assert READERS[ending](path, in_order(expected, "en")) == expected
