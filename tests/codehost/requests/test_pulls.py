"""A request that is closed, deleted or transferred takes its pull request and its branch along."""

from collections.abc import Callable

import pytest

from codehost.desk import Desk
from codehost.requests.answer_request import answer
from support.codehost import CodeHost, Fault, Token
from support.codehost.items import Head, Item
from support.desk import PROOF, SECRET, Remote, desk_at, recorded, submit
from support.shown import dangers

Office = tuple[Desk, Remote, CodeHost]
WAYS: dict[str, Callable[[CodeHost, Item], object]] = {
    "closed": lambda host, item: host.close(item),
    "deleted": lambda _, item: setattr(item, "gone", 410),
    "deleted, out of sight": lambda _, item: setattr(item, "gone", 404),
    "transferred": lambda _, item: setattr(item, "gone", 301),
    "made a pull request": lambda _, item: setattr(item, "head", Head("x", "ornek-yabanci/bildirge", "")),
    "emptied, without the label": lambda _, item: (setattr(item, "body", ""), item.labels.clear()),
}
every_way = pytest.mark.parametrize("way", WAYS)


@pytest.fixture
def accepted(office: Office) -> Office:
    """An office with an accepted request."""
    submit(office[2], recorded("accepted")[0])
    assert answer(office[0], 12, PROOF) == []
    return office


def proposal(host: CodeHost) -> Item:
    """Return the pull request of the desk."""
    return next(item for item in host.pulls if item.head.branch == "intake/12")


@every_way
def test_the_pull_request_and_the_branch_go_along(accepted: Office, way: str):
    desk, remote, host = accepted
    answers = host.answers(12)
    WAYS[way](host, host.items[12])
    assert answer(desk, 12, PROOF) == []
    assert (proposal(host).state, remote.tip("intake/12")) == ("closed", "")
    (why,) = host.answers(proposal(host).number)
    assert "Request #12 is no longer open" in why
    assert dangers(why, ("#12",)) == []
    assert host.answers(12) == answers, "nothing is said where nobody reads it"
    writes = len(host.writes)
    assert answer(desk, 12, PROOF) == []
    assert len(host.writes) == writes


@every_way
def test_what_people_work_on_is_closed_and_kept(accepted: Office, way: str):
    desk, remote, host = accepted
    tip = remote.commit("refs/heads/intake/12", remote.tip("intake/12"), other="x")
    WAYS[way](host, host.items[12])
    assert answer(desk, 12, PROOF) == []
    assert (proposal(host).state, remote.tip("intake/12")) == ("closed", tip)


@pytest.mark.parametrize("touched", [True, False])
def test_a_reopened_request_is_proposed_again(accepted: Office, *, touched: bool):
    desk, remote, host = accepted
    if touched:
        remote.commit("refs/heads/intake/12", remote.tip("intake/12"), other="x")
    host.close(host.items[12])
    answer(desk, 12, PROOF)
    host.items[12].state = "open"
    assert answer(desk, 12, PROOF) == []
    assert [pull.state for pull in host.pulls] == ["closed", "open"]
    assert f"#{host.pulls[1].number}" in host.answers(12)[-1]


def test_a_request_that_was_never_accepted_leaves_nothing_to_close(office: Office):
    desk, _, host = office
    host.close(submit(host, recorded("mend-empty")[0]))
    assert answer(desk, 12, PROOF) == []
    assert host.writes == []


def test_the_merge_that_closes_a_request_is_no_withdrawal(accepted: Office):
    desk, remote, host = accepted
    remote.merge("intake/12")
    host.merged(proposal(host))
    assert host.items[12].state == "closed", "“Closes #12” closes it"
    assert answer(desk, 12, PROOF) == []
    assert host.answers(proposal(host).number) == []
    assert remote.tip("main")


@pytest.mark.parametrize(
    "fault",
    [Fault("PATCH", "pulls/.*", status=500), Fault("POST", "git-receive-pack", status=500)],
    ids=["the pull request", "the branch"],
)
def test_a_withdrawal_that_fails_ends_red_and_can_be_repeated(accepted: Office, fault: Fault):
    desk, remote, host = accepted
    host.close(host.items[12])
    host.faults.add(Fault(fault.method, fault.path, status=fault.status))
    answers = host.answers(12)
    (line,) = answer(desk, 12, PROOF)
    assert line.startswith("#12: ")
    assert host.answers(12) == answers
    assert "needs-maintainer" in host.items[12].labels
    host.faults.clear()
    assert answer(desk_at(desk.layout.root, host), 12, PROOF, named=True) == []
    assert "needs-maintainer" not in host.items[12].labels
    assert (proposal(host).state, remote.tip("intake/12")) == ("closed", "")


def test_the_pull_request_of_another_branch_stays(accepted: Office, monkeypatch: pytest.MonkeyPatch):
    """Even where a host does not filter the list."""
    desk, remote, host = accepted
    commit = remote.commit("refs/heads/duzeltme", remote.tip("main"), x="x")
    other = host.open_pull(999, "duzeltme", host.repository, commit)
    monkeypatch.setattr("support.codehost.pulls._matches", lambda *_: True)
    host.close(host.items[12])
    assert answer(desk, 12, PROOF) == []
    assert (other.state, proposal(host).state) == ("open", "closed")


def test_without_the_right_to_see_nothing_is_taken_for_deleted(accepted: Office):
    desk, remote, host = accepted
    host.private = True
    host.tokens[SECRET] = Token(issues="", pulls="write")
    assert answer(desk, 12, PROOF)
    assert (proposal(host).state, bool(remote.tip("intake/12"))) == ("open", True)
