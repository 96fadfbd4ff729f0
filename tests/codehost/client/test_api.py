"""The seam to the code host: what is asked, what is tried again, and what is said of a refusal."""

import time
from collections.abc import Callable
from dataclasses import replace

import pytest

from codehost.client.api import Api
from codehost.client.failures import ApiError, Patience
from codehost.desk import Desk
from support.codehost import CodeHost, Fault, Token
from support.desk import SECRET, Remote

Office = tuple[Desk, Remote, CodeHost]


def test_a_call_carries_the_token_and_the_payload(office: Office):
    desk, _, host = office
    assert desk.api.call("POST", "issues", {"title": "İmzacı"})["number"] in host.items
    assert host.calls[-1].token == Token()
    assert host.calls[-1].payload == {"title": "İmzacı"}


@pytest.mark.parametrize("login", [None, "ornek-sorumlu"])
def test_a_refusal_says_what_the_host_says_and_not_the_token(office: Office, login: str | None):
    desk, _, host = office
    host.tokens = {SECRET: Token(login, pulls="read")} if login else {}
    with pytest.raises(ApiError, match="403 Resource not accessible" if login else "401 Bad credentials") as caught:
        desk.api.call("POST", "pulls", {"title": "x", "head": "a", "base": "main"})
    assert SECRET not in str(caught.value) + repr(desk.api)
    assert host.waits == [], "a refusal for good is not tried again"


def test_a_refusal_says_what_is_wrong_with_each_field(office: Office):
    desk, _, _ = office
    with pytest.raises(ApiError, match=r"POST pulls: 422 Validation Failed; head invalid$"):
        desk.api.call("POST", "pulls", {"title": "x", "head": "yok", "base": "main"})


def test_a_host_that_is_not_there_is_an_error_of_the_api():
    waits: list[float] = []
    client = Api("https://kod.example", "http://127.0.0.1:1", "ornek/bildirge", "", Patience(waits.append))
    with pytest.raises(ApiError):
        client.call("GET", "issues")
    assert waits == [1, 2, 4]


def test_a_redirect_is_not_followed(office: Office):
    """The token is for one host alone."""
    desk, _, host = office
    host.open_issue(12, "x").gone = 301
    with pytest.raises(ApiError, match="301") as caught:
        desk.api.call("GET", "issues/12")
    assert caught.value.status == 301
    assert [call.path for call in host.calls if call.path.startswith("issues")] == ["issues/12"]


@pytest.mark.parametrize("count", [0, 1, 99, 100, 101, 250])
def test_pages_are_read_to_the_last(office: Office, count: int):
    desk, _, host = office
    host.open_issue(12, "x")
    for number in range(count):
        host.comment(12, f"{number}", "ornek-yabanci")
    assert [item["body"] for item in desk.api.pages("issues/12/comments")] == list(map(str, range(count)))
    assert sum(call.path == "issues/12/comments" for call in host.calls) <= count // 100 + 1


def test_pages_of_a_host_that_gives_fewer_are_read_too(office: Office, monkeypatch: pytest.MonkeyPatch):
    desk, _, host = office
    monkeypatch.setattr("support.codehost.paging.MOST", 30)
    for number in range(1, 62):
        host.open_issue(number, "x")
    numbers = [item["number"] for item in desk.api.pages("issues?state=all")]
    assert numbers == list(range(61, 0, -1))


def soon() -> str:
    """Return a time that is not far."""
    return str(int(time.time()) + 20)


PASSING = {
    "502": (lambda: Fault("GET", "issues/12", status=502), 1),
    "503 with Retry-After": (lambda: Fault("GET", "issues/12", status=503, headers={"Retry-After": "7"}), 7),
    "429": (lambda: Fault("GET", "issues/12", status=429), 1),
    "secondary limit": (lambda: Fault.secondary("GET", "issues/12", "5"), 5),
    "secondary limit, 429": (lambda: Fault.secondary("GET", "issues/12", "5", 429), 5),
    "secondary limit without a time": (lambda: Fault.secondary("GET", "issues/12", None), 60),
    "primary limit, soon over": (lambda: Fault.primary("GET", "issues/12", soon()), 20),
    "lost connection": (lambda: Fault("GET", "issues/12", "drop"), 1),
    "silence": (lambda: Fault("GET", "issues/12", "hang"), 1),
    "half an answer": (lambda: Fault("GET", "issues/12", "truncate"), 1),
}
"""Faults, and the seconds after which another try makes sense."""
every_passing_fault = pytest.mark.parametrize(("make", "expected"), PASSING.values(), ids=PASSING)


@every_passing_fault
def test_what_passes_is_tried_again(office: Office, make: Callable[[], Fault], expected: int):
    desk, _, host = office
    host.open_issue(12, "x")
    host.faults.add(replace(make(), times=1))
    assert desk.api.call("GET", "issues/12")["number"] == 12
    (wait,) = host.waits
    assert wait == pytest.approx(expected, abs=1.5 if expected == 20 else 0)


@every_passing_fault
def test_what_does_not_pass_ends_after_a_few_tries(office: Office, make: Callable[[], Fault], expected: int):
    desk, _, host = office
    host.open_issue(12, "x")
    host.faults.add(make())
    with pytest.raises(ApiError):
        desk.api.call("GET", "issues/12")
    tries = [call for call in host.calls if call.path == "issues/12"]
    assert 2 <= len(tries) == len(host.waits) + 1 <= 4
    assert expected <= sum(host.waits) + 1 <= 121


@pytest.mark.parametrize(
    "fault",
    [
        Fault.secondary("GET", "issues/12", "3600"),
        Fault.primary("GET", "issues/12", "9999999999"),
        Fault("GET", "issues/12", status=403, message="Forbidden"),
        Fault("GET", "issues/12", status=422),
    ],
    ids=["an hour", "primary, an hour", "403", "422"],
)
def test_nobody_waits_for_what_takes_too_long_or_never_passes(office: Office, fault: Fault):
    desk, _, host = office
    host.faults.add(fault)
    with pytest.raises(ApiError):
        desk.api.call("GET", "issues/12")
    assert host.waits == []


@pytest.mark.parametrize("kind", ["status", "drop", "hang", "truncate"])
@pytest.mark.parametrize("done", [True, False], ids=["carried out", "not carried out"])
def test_a_comment_is_made_once_whatever_becomes_of_the_answer(office: Office, kind: str, *, done: bool):
    desk, _, host = office
    host.open_issue(12, "x")
    host.faults.add(Fault("POST", "issues/12/comments", kind, times=1, done=done))

    def find() -> object:
        return next(iter(desk.api.pages("issues/12/comments")), None)

    assert desk.api.create("issues/12/comments", {"body": "a"}, find)["body"] == "a"
    assert host.answers(12) == ["a"]


def test_without_looking_again_nothing_unclear_is_repeated(office: Office):
    desk, _, host = office
    host.open_issue(12, "x")
    host.faults.add(Fault("POST", "issues/12/comments", "drop", times=1, done=True))
    with pytest.raises(ApiError):
        desk.api.call("POST", "issues/12/comments", {"body": "a"})
    assert host.answers(12) == ["a"]


def test_a_refused_creation_is_tried_again_where_it_was_not_carried_out(office: Office):
    desk, _, host = office
    host.open_issue(12, "x")
    host.faults.add(Fault.secondary("POST", "issues/12/comments", "1", times=2))
    desk.api.call("POST", "issues/12/comments", {"body": "a"})
    assert host.answers(12) == ["a"]
    assert host.waits == [1, 2]
