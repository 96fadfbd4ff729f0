import pytest

from declaration.editions import load_editions
from declaration.load import check, write_lock
from declaration.model import Run
from declaration.timeline import load_timeline
from source.layout import Layout
from source.problems.message import Message
from source.problems.problem import Problem
from support.golden import cases
from support.registry import quotations
from support.repository import apply, copy_bilingual_miniature


@pytest.fixture
def miniature_input(tmp_path):
    return copy_bilingual_miniature(tmp_path / "ornek")


@cases("declaration/problems.yaml")
def test_problems_of_a_text(case, miniature_input):
    apply(case["changes"], miniature_input)
    problems = check(Layout(miniature_input))
    assert [each.as_text().splitlines()[0] for each in problems] == case["problems"]
    assert all(each.told("tr") and each.told("en") and each.told("tr") != each.told("en") for each in problems)
    told = [each for each in problems if each.rule != "lock-line"]  # which quotes words of the languages
    assert [each.told("tr") for each in told if quotations(each.told("tr")) != quotations(each.told("en"))] == []
    assert "offered" not in case or [each.fix or each.example for each in problems] == case["offered"]


@cases("declaration/lock.yaml")
def test_write_lock(case, miniature_input):
    lock = miniature_input / "data/provisions.lock"
    before = lock.read_text(encoding="utf-8")
    apply(case["changes"], miniature_input)
    problems = write_lock(Layout(miniature_input))
    assert [each.rule for each in problems] == case["problems"]
    assert _changed_lines(before, lock.read_text(encoding="utf-8")) == case["changed"]
    assert write_lock(Layout(miniature_input)) == problems


def _changed_lines(before, after):
    """Return what the changed lines are about: "2020/c2 en"."""
    changed = [line for line in after.splitlines() if line not in before.splitlines()]
    return [line.rpartition(" ")[0] for line in changed]


def test_nothing_is_locked_while_something_is_wrong_elsewhere(miniature_input):
    apply([{"file": "data/provisions.lock", "replace": "2020/r2 en aa5", "by": "2020/r2 en bb5"}], miniature_input)
    lock = miniature_input / "data/provisions.lock"
    before = lock.read_text(encoding="utf-8")
    elsewhere = Problem("a.md", 1, 1, "elsewhere", "", Message("wrong"))
    assert [each.rule for each in write_lock(Layout(miniature_input), [elsewhere])] == [
        "elsewhere",
        "correction-missing",
    ]
    assert lock.read_text(encoding="utf-8") == before


def test_lock_keeps_its_layout(miniature_input):
    lock = miniature_input / "data/provisions.lock"
    before = lock.read_text(encoding="utf-8")
    write_lock(Layout(miniature_input))
    assert lock.read_text(encoding="utf-8") == before


def test_lock_keeps_lines_of_earlier_editions(miniature_input):
    lock = miniature_input / "data/provisions.lock"
    earlier = f"2019/c1 tr {'0' * 64}\n"
    apply([{"file": "data/provisions.lock", "append": earlier}], miniature_input)
    write_lock(Layout(miniature_input))
    assert earlier in lock.read_text(encoding="utf-8")


def test_editions_stand_in_the_order_of_adoption(miniature_input):
    assert [(each.key, str(each.adopted)) for each in load_editions(Layout(miniature_input))] == [
        ("2019", "2019-05-04"),
        ("2020", "2020-05-04"),
    ]


def test_events_stand_in_the_order_of_time(miniature_input):
    events = load_timeline(Layout(miniature_input), ("tr", "en"), ("bg1",))
    assert [(str(event.date), event.source, event.cites) for event in events] == [
        ("2019-05-04", "https://deneme.example/ilk", ""),
        ("2020-05-04", "", "bg1"),
    ]
    assert events[0].text["tr"] == (Run("İlk deneme yapıldı."),)
    assert events[0].text["en"] == (Run("The first "), Run("deneme", lang="tr", emphasis=True), Run(" took place."))


@cases("declaration/source_sentences.yaml")
def test_sentences_about_the_source(case, miniature_input):
    apply(case["changes"], miniature_input)
    found = [each for each in check(Layout(miniature_input)) if each.rule == case["rule"]]
    assert [(each.told("tr"), each.told("en"), each.fix) for each in found] == [(case["tr"], case["en"], "")]
