"""Which issues are requests, that a request is read as it is now, and how many an account may have open."""

import pytest

from codehost.client.failures import ApiError
from codehost.desk import Desk
from codehost.requests.answer_request import answer
from codehost.requests.request import LABEL, MOST, Request
from registry.requests.form import questions
from registry.requests.intake import has_form
from support.codehost import CodeHost, Fault
from support.desk import PROOF, Remote, recorded, reference, submit
from support.repository import ROOT, data
from support.shown import dangers, texts

Office = tuple[Desk, Remote, CodeHost]
FORM = recorded("accepted")[0]["body"]
LAST = 1000


def read(office: Office) -> Request:
    """Read request 12."""
    return Request.read(office[0].api, 12, reference())


@pytest.mark.parametrize(
    ("body", "labels", "wanted"),
    [
        ("", [LABEL], True),
        ("Merhaba", ["bug", LABEL], True),
        (FORM, [], True),
        (FORM.replace("\n", "\r\n"), ["bug"], True),
        ("", [], False),
        ("Merhaba", ["signatory-ish"], False),
        ("### Kayıt / Entry\n\na\n\n### Kanıtın adresi / Address of the evidence\n\nb", ["correction"], False),
    ],
)
def test_the_label_or_the_headings_make_a_request(office: Office, body: str, labels: list[str], *, wanted: bool):
    office[2].open_issue(12, body, *labels)
    assert read(office).wanted is wanted


def test_a_form_that_is_not_filled_in_is_a_form():
    assert has_form(
        "\n\n".join(f"### {question.heading}\n\n_No response_" for question in questions(reference())), reference()
    )


@pytest.mark.parametrize("half", [0, 1])
def test_a_form_of_earlier_or_in_one_language_is_a_form(half: int):
    headings = [question.heading.split(" / ")[half] for question in questions(reference())]
    assert has_form("\n\n".join(f"### {heading}\n\nx" for heading in headings), reference())


def test_the_form_for_corrections_is_another_one():
    labels = [item["attributes"].get("label", "") for item in data(".github/ISSUE_TEMPLATE/change.yml")["body"]]
    assert not has_form("\n\n".join(f"### {label}\n\nx" for label in labels), reference())


def test_what_is_closed_is_no_request(office: Office):
    office[2].close(office[2].open_issue(12, FORM, LABEL))
    assert not read(office).wanted


@pytest.mark.parametrize("status", [301, 404, 410], ids=["transferred", "out of sight", "deleted"])
def test_what_is_gone_is_no_request(office: Office, status: int):
    office[2].open_issue(12, FORM, LABEL).gone = status
    assert read(office) == Request(12, "", "", frozenset(), known=False, wanted=False)


def test_what_became_a_pull_request_is_none(office: Office):
    office[2].open_pull(12, "x", None).labels = [LABEL]
    assert not read(office).wanted


@pytest.mark.parametrize("status", [401, 403, 500])
def test_what_the_host_does_not_say_is_not_guessed(office: Office, status: int):
    office[2].open_issue(12, FORM, LABEL)
    office[2].faults.add(Fault("GET", "issues/12", status=status))
    with pytest.raises(ApiError):
        read(office)


def test_a_deleted_account_has_no_name(office: Office):
    office[2].open_issue(12, None, LABEL, login=None)
    assert read(office) == Request(12, "", "", frozenset({LABEL}), known=True, wanted=True)


@pytest.mark.parametrize(("body", "expected"), [(None, ""), ("a\r\nb\rc", "a\nb\nc")])
def test_bodies_have_line_feeds_only(office: Office, body: str | None, expected: str):
    office[2].open_issue(12, body, LABEL)
    assert read(office).body == expected


def test_the_workflow_and_the_form_use_the_label():
    workflow = (ROOT / ".github" / "workflows" / "intake.yml").read_text(encoding="utf-8")
    assert f"contains(github.event.issue.labels.*.name, '{LABEL}')" in workflow
    assert data(".github/ISSUE_TEMPLATE/signatory.yml")["labels"] == [LABEL]


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
