"""The desk never falls silent: every fault ends in a word to the applicant, a label, and a run that can be repeated."""

import pytest

from codehost.desk import REGISTRY, Desk
from codehost.requests.answer_request import LABEL, answer
from codehost.texts import words
from support.codehost import BOT, CodeHost, Fault, Token
from support.desk import LISTED, PROOF, SECRET, Remote, desk_at, recorded, submit
from support.shown import dangers

Office = tuple[Desk, Remote, CodeHost]
READING = Token(contents="read", issues="write", pulls="write")
FAULTS = {
    "no right to push": lambda host: host.tokens.update({SECRET: READING}),
    "no right to propose": lambda host: host.tokens.update({SECRET: Token(pulls="read")}),
    "Actions may not propose": lambda host: setattr(host, "actions_may_propose", False),
    "pull requests fail": lambda host: host.faults.add(Fault("POST", "pulls", status=500)),
    "pull requests are lost": lambda host: host.faults.add(Fault("POST", "pulls", "drop")),
    "pull requests hang": lambda host: host.faults.add(Fault("POST", "pulls", "hang")),
    "pull requests are limited": lambda host: host.faults.add(Fault.secondary("POST", "pulls", "30")),
    "limited for an hour": lambda host: host.faults.add(Fault.secondary("POST", "pulls", "3600")),
    "half a list": lambda host: host.faults.add(Fault("GET", "pulls", "truncate")),
    "git fails": lambda host: host.faults.add(Fault("POST", "git-receive-pack", status=503)),
    "git is lost": lambda host: host.faults.add(Fault("POST", "git-receive-pack", "drop")),
    "git gives half an answer": lambda host: host.faults.add(Fault("POST", "git-receive-pack", "truncate")),
    "git reads nothing": lambda host: host.faults.add(Fault("GET", "git-upload-pack", status=502)),
    "the issue is not to be read": lambda host: host.faults.add(Fault("GET", "issues/12", status=500)),
    "the list is not to be read": lambda host: host.faults.add(Fault("GET", "issues", status=403)),
}
every_fault = pytest.mark.parametrize("fault", FAULTS)


def asked(office: Office, name: str = "accepted") -> None:
    """Let somebody ask."""
    submit(office[2], recorded(name)[0])


@every_fault
def test_the_applicant_the_maintainers_and_the_run_know(office: Office, fault: str):
    desk, _, host = office
    asked(office)
    FAULTS[fault](host)
    (line,) = answer(desk, 12, PROOF)
    assert line.startswith("#12: ")
    assert "\n" not in line
    assert "could not" not in line
    (comment,) = host.answers(12)
    assert "Başvurunuza bir sorumlu kendisi bakacak" in comment
    assert "A person, one of the maintainers, will look at it" in comment
    assert LABEL in host.items[12].labels
    assert "description" in host.labels[LABEL], "the host made the label by itself"


@every_fault
def test_another_run_takes_up_where_this_one_ended(office: Office, fault: str):
    desk, remote, host = office
    asked(office)
    FAULTS[fault](host)
    assert answer(desk, 12, PROOF)
    host.faults.clear()
    host.tokens[SECRET], host.actions_may_propose = Token(), True

    again = desk_at(desk.layout.root, host)
    assert answer(again, 12, PROOF) == []
    assert answer(again, 12, PROOF) == []
    assert [pull.state for pull in host.pulls] == ["open"]
    assert "id: ornek-bursa" in remote.read("intake/12")
    assert remote.git("rev-list", "--count", "main..intake/12") == "1"
    delayed, accepted = host.answers(12)
    assert "A person" in delayed
    assert "Your request has been received" in accepted, "who waits is notified of the answer"
    assert host.items[12].labels == ["signatory"]


@every_fault
def test_a_fault_that_passes_leaves_no_trace(office: Office, fault: str):
    desk, _, host = office
    asked(office)
    FAULTS[fault](host)
    if not host.faults.listed or "hour" in fault or "list is not" in fault:
        pytest.skip("it does not pass within a run")
    for each in host.faults.listed:
        each.times = 2
    assert answer(desk, 12, PROOF) == []
    assert len(host.answers(12)) == len(host.pulls) == 1
    assert "Your request has been received" in host.answers(12)[0]
    assert 1 <= len(host.waits) <= 3


@pytest.mark.parametrize("name", ["accepted", "mend-three-mistakes", "mend-already-listed"])
@pytest.mark.parametrize("token", [Token(issues="read", pulls="write"), Token(BOT, "", "", "")])
def test_a_run_that_cannot_even_comment_says_so(office: Office, name: str, token: Token):
    desk, _, host = office
    asked(office, name)
    host.tokens[SECRET] = token
    (line,) = answer(desk, 12, PROOF)
    assert "the applicant could not be notified: POST issues/12/comments: 403" in line
    assert host.answers(12) == []
    host.tokens[SECRET] = Token()
    assert answer(desk_at(desk.layout.root, host), 12, PROOF) == []
    assert len(host.answers(12)) == 1


def test_the_applicant_is_told_though_the_label_fails(office: Office):
    desk, _, host = office
    asked(office)
    host.faults.add(Fault("POST", "pulls", status=500), Fault("POST", "labels", status=500))
    (line,) = answer(desk, 12, PROOF)
    assert f"the label {LABEL} could not be set: POST labels: 500" in line
    assert len(host.answers(12)) == 1


def test_words_that_cannot_be_read_are_told_to_the_maintainers(office: Office):
    desk, _, _ = office
    asked(office)
    words.cache_clear()
    (desk.layout.data / "codehost.yaml").unlink()
    (line,) = answer(desk, 12, PROOF)
    assert "data/codehost.yaml:1:1: file-missing" in line
    assert "the applicant could not be notified: data/codehost.yaml:1:1: file-missing" in line


def test_the_label_of_the_repository_is_used_where_there_is_one(office: Office):
    desk, _, host = office
    asked(office)
    host.labels[LABEL] = {"name": LABEL, "color": "000000"}
    host.actions_may_propose = False
    answer(desk, 12, PROOF)
    assert host.labels[LABEL]["color"] == "000000"


def test_a_maintainer_may_open_the_pull_request_by_hand(office: Office):
    desk, remote, host = office
    asked(office)
    host.actions_may_propose = False
    assert answer(desk, 12, PROOF)
    pull = host.open_pull(99, "intake/12", host.repository, remote.tip("intake/12"))
    assert answer(desk, 12, PROOF) == []
    assert "#99" in host.answers(12)[-1]
    assert "id: ornek-bursa" in pull.body


def test_a_fault_costs_a_bounded_time(office: Office):
    desk, _, host = office
    asked(office)
    host.faults.add(Fault.secondary("POST", "(?!issues).*", "50"), Fault("GET", "labels/.*", status=500))
    assert len(answer(desk, 12, PROOF)) == 1
    assert sum(host.waits) <= 120
    assert len(host.answers(12)) == 1


def test_a_mistake_in_our_own_code_is_told_too(office: Office, monkeypatch: pytest.MonkeyPatch):
    desk, _, host = office
    asked(office)
    monkeypatch.setattr("codehost.requests.reply.read_request", lambda *_: {}["\n::error::x"])
    (line,) = answer(desk, 12, PROOF)
    assert line.startswith("#12: KeyError in test_failed_answers.py:")
    assert "::" not in line
    assert "A person" in host.answers(12)[0]


def test_a_registry_that_cannot_be_read_is_told_too(office: Office):
    desk, _, host = office
    asked(office)
    (desk.layout.root / REGISTRY).write_text(LISTED.replace("signatories:", "signatories: &a"), encoding="utf-8")
    (line,) = answer(desk, 12, PROOF)
    assert "yaml-anchor" in line
    assert "A person" in host.answers(12)[0]


def test_the_answer_of_trouble_is_the_last_one_only_while_there_is_trouble(office: Office):
    desk, _, host = office
    asked(office, "mend-three-mistakes")
    host.faults.add(Fault("GET", "issues", status=403))
    for _ in range(3):
        answer(desk, 12, PROOF)
    assert len(host.answers(12)) == 1
    host.faults.clear()
    answer(desk, 12, PROOF)
    assert "points to correct" in host.answers(12)[1]
    assert all(dangers(text, (host.url,)) == [] for text in host.answers(12))
