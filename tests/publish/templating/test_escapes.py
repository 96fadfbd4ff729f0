import json

import cmarkgfm
import pytest
import typst
from hypothesis import given
from hypothesis import strategies as st

from publish.templating import formats
from support.built import parse, text

TEXT = st.text(st.characters(min_codepoint=32, max_codepoint=0x17F, exclude_categories=["Cc", "Zs"]) | st.just(" "))


@pytest.mark.slow
@given(TEXT)
def test_typst_reads_back_the_same(words):
    assert json.loads(typst.eval(b"", formats.typst(words))) == words


@given(TEXT)
def test_markdown_reads_back_the_same(words):
    stripped = " ".join(words.split())
    html = cmarkgfm.github_flavored_markdown_to_html(f"1. {formats.markdown(stripped)}")
    assert " ".join(text(parse(html)).split()) == stripped
