import json
from dataclasses import astuple

import pytest

from publish.pages.search_index import sections
from support.built import LOCALES
from support.golden import cases
from support.repository import label_texts

LABELS = label_texts()


@cases("publish/sections.yaml")
def test_sections(case):
    assert [list(astuple(each)) for each in sections(case["html"])] == case["sections"]


@pytest.mark.parametrize(("locale", "other"), [LOCALES, LOCALES[::-1]])
def test_what_other_languages_call_it_is_apart(built, locale, other):
    """The words of another language are in a field of their own, which search asks last."""
    documents = json.loads(built.file(f"search/{locale}.json").read_text("utf-8"))["documents"]
    also = " ".join(each.get("also", "") for each in documents)
    for name in ("nav.signatories", "nav.join", "join.ask", "search.files", "download.file.council-decision.docx"):
        assert LABELS[name][other] in also, name
        assert LABELS[name][other] not in " ".join(each.get("keys", "") for each in documents), name
    assert len({each["id"] for each in documents}) == len(documents)
