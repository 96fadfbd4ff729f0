from dataclasses import asdict

from declaration.read import TextFile
from support.golden import cases


@cases("declaration/read.yaml")
def test_parse_passages(case):
    found = TextFile.parse(case["markdown"], "tr", "x.md").passages
    shown = [{"id": each.id, "line": each.place.line, "runs": [_shown(run) for run in each.runs]} for each in found]
    assert shown == case["passages"]
    assert {each.place.path for each in found} <= {"x.md"}


@cases("declaration/read.yaml")
def test_words_of_a_passage(case):
    found = TextFile.parse(case["markdown"], "tr", "x.md").passages
    plain = "".join(run["text"] for each in case["passages"] for run in each["runs"] if "note" not in run)
    assert "".join(each.text for each in found) == case.get("text", plain)
    assert "marked" not in case or "".join(each.marked_text for each in found) == case["marked"]
    assert [note for each in found for note in each.notes] == case.get("notes", _notes(case))


def _notes(case):
    return [run["note"] for each in case["passages"] for run in each["runs"] if "note" in run]


def _shown(run):
    return {name: value for name, value in asdict(run).items() if value}
