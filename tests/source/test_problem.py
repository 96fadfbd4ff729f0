"""How a problem is printed: the correction and the example apart, each below its own name."""

import json

from source.problem import Problem
from source.report import as_github, as_json

PROBLEM = Problem(
    "a.yaml", 3, 5, "date-form", "x", "Türkçe.", "English.", "date: 2022\nverified: 2022-01-05", "2022-01"
)


def test_text_tells_correction_and_example_apart():
    assert PROBLEM.as_text().split("\n") == [
        "a.yaml:3:5: date-form",
        "  tr: Türkçe.",
        "  en: English.",
        "  fix: date: 2022",
        "       verified: 2022-01-05",
        "  example: 2022-01",
    ]


def test_text_leaves_out_what_there_is_not():
    assert Problem("a.yaml", 1, 1, "r", "", "t", "e").as_text() == "a.yaml:1:1: r\n  tr: t\n  en: e"


def test_json_and_annotations_hold_both():
    (found,) = json.loads(as_json([PROBLEM]))
    assert (found["fix"], found["example"]) == (PROBLEM.fix, PROBLEM.example)
    assert as_github([PROBLEM]).endswith("%0Adate: 2022%0Averified: 2022-01-05%0A2022-01")
