"""One account has at most so many open requests at a time."""

import pytest

from codehost.desk import Desk
from codehost.requests.answer_request import answer
from codehost.requests.quota import MOST
from support.codehost import CodeHost
from support.desk import PROOF, Remote, recorded, submit
from support.repository import ROOT
from support.shown import dangers, texts

Office = tuple[Desk, Remote, CodeHost]
LAST = 1000


def ask(host: CodeHost, count: int, **change: object) -> None:
    """Let one account ask `count` times, and then once more as number LAST."""
    for number in (*range(1, count + 1), LAST):
        item = submit(host, recorded("accepted")[0], number)
        if number != LAST:
            for name, value in change.items():
                setattr(item, name, value)


def test_who_asks_too_often_is_told_to_close_some_first(office: Office):
    desk, remote, host = office
    ask(host, MOST)
    assert answer(desk, LAST, PROOF) == []
    (said,) = host.answers(LAST)
    assert f"{MOST + 1} open requests" in texts(said)
    assert "Teşekkürler" in said
    assert dangers(said) == []
    assert (remote.tip(f"intake/{LAST}"), host.pulls) == ("", [])
    writes = len(host.writes)
    assert answer(desk, LAST, PROOF) == []
    assert len(host.writes) == writes


@pytest.mark.parametrize(
    "change",
    [
        {"login": "ornek-baskasi"},
        {"state": "closed"},
        {"body": "Merhaba", "labels": ["bug"]},
        {"gone": 410},
    ],
    ids=["of others", "closed", "no requests", "deleted"],
)
def test_other_issues_do_not_count(office: Office, change: dict):
    desk, _, host = office
    ask(host, MOST + 5, **change)
    answer(desk, LAST, PROOF)
    assert "Your request has been received" in host.answers(LAST)[0]


def test_only_the_issues_of_the_account_are_asked_for(office: Office):
    desk, _, host = office
    ask(host, 1)
    answer(desk, LAST, PROOF)
    asked = [call.query for call in host.calls if (call.method, call.path) == ("GET", "issues")]
    assert [query["creator"] for query in asked] == ["ornek-basvuran"]


def test_a_host_that_does_not_filter_changes_nothing(office: Office, monkeypatch: pytest.MonkeyPatch):
    desk, _, host = office
    ask(host, MOST + 5, login="ornek-baskasi")
    monkeypatch.setattr("support.codehost.issues._matches", lambda *_: True)
    answer(desk, LAST, PROOF)
    assert "Your request has been received" in host.answers(LAST)[0]


def test_the_guide_says_so():
    assert (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").count(f" {MOST} ") >= 2


def test_pull_requests_do_not_count(office: Office):
    desk, _, host = office
    for number in range(1, MOST + 5):
        host.open_pull(number, "x", None).login = "ornek-basvuran"
    submit(host, recorded("accepted")[0], LAST)
    answer(desk, LAST, PROOF)
    assert "Your request has been received" in host.answers(LAST)[0]


def test_the_first_ones_are_answered_however_many_follow(office: Office):
    desk, _, host = office
    ask(host, MOST + 100)
    answer(desk, MOST, PROOF)
    assert "Your request has been received" in host.answers(MOST)[0]


def test_there_is_room_again_once_some_are_closed(office: Office):
    desk, _, host = office
    ask(host, MOST)
    answer(desk, LAST, PROOF)
    host.close(host.items[3])
    answer(desk, LAST, PROOF)
    assert len(host.answers(LAST)) == 2, "a new comment"
    assert "Your request has been received" in host.answers(LAST)[1]


def test_a_deleted_account_is_nobody(office: Office):
    desk, _, host = office
    ask(host, MOST)
    for item in host.issues:
        item.login = None
    answer(desk, LAST, PROOF)
    assert "Your request has been received" in host.answers(LAST)[0]
