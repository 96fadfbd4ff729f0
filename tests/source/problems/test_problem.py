"""How a problem is printed: the correction and the example apart, each below its own name."""

import json
import pickle

import pytest

from source.problems.message import Message
from source.problems.problem import LONGEST, LONGEST_FIX, MOST, Problem, SourceError, excerpt
from source.problems.report import FORMATS, as_github, as_json

PROBLEM = Problem("a.yaml", 3, 5, "date-form", "x", Message("a list"), "date: 2022\nverified: 2022-01-05", "2022-01")


def test_text_tells_correction_and_example_apart():
    assert PROBLEM.as_text().split("\n") == [
        "a.yaml:3:5: date-form",
        "  tr: bir liste",
        "  en: a list",
        "  fix: date: 2022",
        "       verified: 2022-01-05",
        "  example: 2022-01",
    ]


def test_text_leaves_out_what_there_is_not():
    assert Problem("a.yaml", 1, 1, "r", "", Message("e")).as_text() == "a.yaml:1:1: r\n  en: e"


def test_json_and_annotations_hold_both():
    (found,) = json.loads(as_json([PROBLEM]))
    assert (found["fix"], found["example"]) == (PROBLEM.fix, PROBLEM.example)
    assert as_github([PROBLEM]).endswith("%0Adate: 2022%0Averified: 2022-01-05%0A2022-01")


def test_what_a_file_is_full_of_is_not_repeated():
    flood = "a" * 2_000_000
    problem = Problem(flood, 1, 1, "r", flood, Message(flood), flood, flood)
    (found,) = json.loads(as_json([problem]))
    assert found == {
        **dict.fromkeys(("path", "entry", "tr", "en"), f"{'a' * (LONGEST - 1)}…"),
        "line": 1,
        "column": 1,
        "rule": "r",
        "fix": "",
        "example": "",
    }
    assert Problem("a", 1, 1, "r", "", Message("e"), "a" * LONGEST_FIX).fix == "a" * LONGEST_FIX
    assert Problem("a", 1, 1, "r", "", Message("e" * LONGEST)).told("en") == "e" * LONGEST


MANY = [Problem("a.yaml", line, 1, "r", "", Message("e")) for line in range(1, MOST + 31)]


@pytest.mark.parametrize("form", FORMATS)
def test_of_very_many_problems_the_last_one_says_how_many_more_there_are(form):
    told = FORMATS[form](MANY)
    assert "En az 30 sorun daha var" in told
    assert "at least 30 more problems" in told
    assert FORMATS[form](MANY[:MOST]).count("more-problems") == 0


def test_there_is_one_problem_more_than_are_shown():
    *first, last = json.loads(as_json(MANY))
    assert [each["line"] for each in first] == list(range(1, MOST + 1))
    assert (last["path"], last["line"], last["rule"]) == ("a.yaml", MOST + 1, "more-problems")
    assert list(last) == list(first[0])


def test_an_error_comes_whole_out_of_another_process():
    error = pickle.loads(pickle.dumps(SourceError([MANY[1], MANY[0]])))  # noqa: S301 - our own
    assert error.problems == (MANY[0], MANY[1])
    assert str(error) == f"{MANY[0].as_text()}\n{MANY[1].as_text()}"


def test_an_excerpt_is_short_and_on_one_line():
    assert excerpt("Deneme\n\u200bx\ty") == "Deneme\\u000a\\u200bx\\u0009y"
    assert excerpt("a" * 60) == "a" * 60
    assert excerpt("a" * 61) == f"{'a' * 60}…"


def test_an_annotation_escapes_what_the_code_host_reads_as_its_own():
    """As the toolkit of GitHub Actions does (`toCommandValue`, `toCommandProperty`)."""
    problem = Problem("a,b:c%.yaml", 3, 5, "r", "", Message("%\r\n:,"))
    assert as_github([problem]) == "::error file=a%2Cb%3Ac%25.yaml,line=3,col=5,title=r::%25%0D%0A:,"


def test_an_error_keeps_all_problems_and_shows_some():
    error = SourceError(MANY)
    assert len(error.problems) == len(MANY)
    assert str(error) == FORMATS["text"](MANY)
