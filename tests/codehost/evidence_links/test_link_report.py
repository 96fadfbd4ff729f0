"""The weekly report: one issue, brought up to date, and the registry only read."""

from collections import Counter
from pathlib import Path
from typing import get_args

from codehost.desk import REGISTRY, Desk
from codehost.evidence_links.link_report import LABEL, Visit, report
from codehost.evidence_links.visit import Trouble
from support.codehost import CodeHost, Fault
from support.desk import LISTED, Remote, entry, open_desk
from support.shown import dangers, texts

Office = tuple[Desk, Remote, CodeHost]
COPY = "https://kopya.example/karar"


def every(trouble: Trouble | None) -> Visit:
    """Return a visitor that always finds the same."""
    return lambda _: trouble


def test_nothing_is_reported_while_all_is_well(office: Office):
    desk, _, host = office
    report(desk, every(None))
    assert host.writes == []


def test_the_report_names_entry_page_and_trouble_in_both_languages(office: Office):
    desk, _, host = office
    report(desk, every("gone"))
    (issue,) = host.issues
    shown = texts(issue.body)
    assert "kurgu-istanbul: https://kurgu.example/karar sayfa yok · the page is gone" in shown
    assert dangers(issue.body) == []
    assert issue.labels == [LABEL]


def test_every_trouble_has_words(tmp_path: Path):
    for trouble in get_args(Trouble):
        with open_desk(tmp_path / trouble) as (desk, _, host):
            report(desk, every(trouble))
            assert " · " in texts(host.issues[0].body).partition("/karar")[2]


def test_a_second_run_changes_nothing(office: Office):
    desk, _, host = office
    report(desk, every("gone"))
    report(desk, every("gone"))
    assert host.writes == ["POST issues"]


def test_the_issue_closes_when_all_answer_and_opens_again(office: Office):
    desk, _, host = office
    states = []
    for trouble in ("gone", None, None, "error"):
        report(desk, every(trouble))
        states.append(host.issues[0].state)
    assert states == ["open", "closed", "closed", "open"]
    assert len(host.issues) == 1


def test_an_issue_that_a_maintainer_closed_stays_closed_until_something_new(office: Office):
    desk, _, host = office
    report(desk, every("gone"))
    host.issues[0].state = "closed"
    report(desk, every("gone"))
    assert host.issues[0].state == "closed"
    report(desk, every("error"))
    assert host.issues[0].state == "open"


def test_an_issue_of_somebody_else_is_left_alone(office: Office):
    desk, _, host = office
    theirs = [host.open_issue(number, "<!-- links -->\nx", LABEL) for number in (1, 2)]
    theirs[1].login = None
    report(desk, every("gone"))
    assert len(host.issues) == 3
    assert [issue.body for issue in theirs] == ["<!-- links -->\nx"] * 2


def test_the_registry_is_not_touched(office: Office):
    desk, remote, _ = office
    report(desk, every("gone"))
    assert (desk.layout.root / REGISTRY).read_text(encoding="utf-8") == LISTED
    assert remote.git("for-each-ref", "--format=%(refname)") == "refs/heads/main"


def test_a_passing_trouble_is_no_trouble(office: Office):
    desk, _, host = office
    visits = Counter[str]()

    def visit(url: str) -> Trouble | None:
        visits[url] += 1
        return "unreachable" if visits[url] == 1 else None

    report(desk, visit)
    assert host.issues == []
    assert visits == {"https://kurgu.example/karar": 2}


def test_a_stored_copy_that_answers_is_mentioned(tmp_path: Path):
    archived = LISTED.replace("kind: press\n", f"kind: press\n          archive: {COPY}\n")
    with open_desk(tmp_path, archived) as (desk, _, host):
        report(desk, lambda url: None if url == COPY else "gone")
        (issue,) = host.issues
        assert "the stored copy answers" in issue.body
        report(desk, every("gone"))
        assert issue.body.count("kurgu-istanbul") == 2
        assert "the stored copy answers" not in issue.body


def test_the_evidence_of_a_withdrawal_is_visited_too(tmp_path: Path):
    withdrawn = (
        "    withdrawn:\n      date: 2023\n      evidence:\n        url: https://cekilme.example\n        kind: press\n"
    )
    with open_desk(tmp_path, LISTED + withdrawn) as (desk, _, host):
        report(desk, lambda url: "gone" if "cekilme" in url else None)
        assert "https://cekilme.example" in host.issues[0].body


def test_hundreds_of_broken_links_fit_into_one_report(tmp_path: Path):
    names = [f"ornek{number:03}-bursa" for number in range(300)]
    listed = "".join(entry(name, name=f"Örnek {name[5:8]}", verified="2025-01-01") for name in names)
    with open_desk(tmp_path, f"signatories:\n{listed}") as (desk, _, host):
        report(desk, every("unreachable"))
        (issue,) = host.issues
        assert len(issue.body) < 65_536
        assert "200 more." in issue.body


def test_the_report_is_made_once_though_the_answer_was_lost(office: Office):
    desk, _, host = office
    host.faults.add(Fault("POST", "issues", "drop", times=1, done=True))
    report(desk, every("gone"))
    assert len(host.issues) == 1
