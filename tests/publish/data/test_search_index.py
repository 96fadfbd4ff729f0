from dataclasses import astuple

from publish.data.search_index import sections
from support.golden import cases


@cases("publish/sections.yaml")
def test_sections(case):
    assert [list(astuple(each)) for each in sections(case["html"])] == case["sections"]
