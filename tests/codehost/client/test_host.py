"""The stand-in for the code host is as strict as the documentation of the real one."""

import json
import subprocess
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from codehost.desk import Desk
from support.codehost import CodeHost, Fault, Token
from support.desk import LISTED, SECRET, Remote, entry

Office = tuple[Desk, Remote, CodeHost]


def call(host: CodeHost, method: str, path: str, payload: object = None, token: str | None = SECRET):
    """Call the API without the desk's client; returns status, answer and headers."""
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    body = None if payload is None else json.dumps(payload).encode()
    address = f"{host.api_url}/repos/{host.repository}/{path}"
    try:
        with urlopen(Request(address, body, headers, method=method), timeout=10) as answer:  # noqa: S310
            return answer.status, json.load(answer), answer.headers
    except HTTPError as error:
        return error.code, json.load(error), error.headers


def branch(office: Office, name: str = "intake/12", listed: str = "") -> str:
    """Let the desk's remote have a branch with one commit more than main."""
    _, remote, _ = office
    return remote.commit(f"refs/heads/{name}", remote.tip("main"), registry=listed or LISTED + entry("mavi-bursa"))


def proposal(**change: str) -> dict[str, str]:
    """Return what opens a pull request."""
    return {"title": "x", "head": "intake/12", "base": "main", **change}


READS = ["issues", "issues/12", "issues/12/comments", "pulls", "labels/signatory"]
WRITES = [
    ("POST", "issues", {"title": "x"}, "issues"),
    ("PATCH", "issues/12", {"title": "x"}, "issues"),
    ("POST", "issues/12/comments", {"body": "x"}, "issues"),
    ("POST", "issues/12/labels", {"labels": ["x"]}, "issues"),
    ("DELETE", "issues/12/labels/signatory", None, "issues"),
    ("POST", "pulls", proposal(), "pulls"),
    ("PATCH", "pulls/13", {"title": "y"}, "pulls"),
]


@pytest.fixture
def filled(office: Office) -> CodeHost:
    """A host with an issue, a pull request and a branch to propose."""
    host = office[2]
    host.open_issue(12, "x", "signatory")
    host.open_pull(13, "other", None)
    branch(office)
    return host


@pytest.mark.parametrize("path", READS)
def test_what_is_public_is_read_by_all(filled: CodeHost, path: str):
    assert call(filled, "GET", path, token=None)[0] == 200
    assert call(filled, "GET", path, token="falsch")[0] == 401  # noqa: S106
    filled.tokens[SECRET] = Token(contents="", issues="", pulls="")
    assert call(filled, "GET", path)[0] == 200


@pytest.mark.parametrize("path", READS)
def test_what_is_private_is_not_there_for_strangers(filled: CodeHost, path: str):
    filled.private = True
    assert call(filled, "GET", path, token=None)[:2] == (404, {"message": "Not Found", "status": "404"})
    filled.tokens[SECRET] = Token(contents="write", issues="", pulls="")
    assert call(filled, "GET", path)[0] == 403


@pytest.mark.parametrize(("method", "path", "payload", "right"), WRITES, ids=lambda value: str(value)[:20])
def test_every_write_needs_its_right(filled: CodeHost, method: str, path: str, payload: object, right: str):
    assert call(filled, method, path, payload, token=None)[0] == 401
    rights = dict.fromkeys(("contents", "issues", "pulls"), "write")
    filled.tokens[SECRET] = Token(**{**rights, right: "read"})
    status, answer, _ = call(filled, method, path, payload)
    assert (status, answer["message"]) == (403, "Resource not accessible by integration")
    filled.tokens[SECRET] = Token(**{**dict.fromkeys(rights, "read"), right: "write"})
    assert call(filled, method, path, payload)[0] in {200, 201}


def test_pull_requests_are_commented_with_either_right(filled: CodeHost):
    for token in (Token(issues="", pulls="write"), Token(issues="write", pulls="")):
        filled.tokens[SECRET] = token
        assert call(filled, "POST", "issues/13/comments", {"body": "x"})[0] == 201


@pytest.mark.parametrize("gone", [410, 404])
def test_what_is_gone_is_gone_for_every_call(filled: CodeHost, gone: int):
    filled.items[12].gone = gone
    assert [item["number"] for item in call(filled, "GET", "issues?state=all")[1]] == [13]
    assert call(filled, "GET", "issues/12")[0] == gone
    assert call(filled, "GET", "issues/12/comments")[0] == gone
    assert call(filled, "POST", "issues/12/comments", {"body": "x"})[0] == gone


def test_a_repository_without_issues_says_so(filled: CodeHost):
    filled.has_issues = False
    assert call(filled, "GET", "issues")[0] == call(filled, "GET", "issues/12")[0] == 410


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("", range(240, 210, -1)),
        ("?page=8", range(30, 0, -1)),
        ("?page=9", []),
        ("?per_page=100&page=3", range(40, 0, -1)),
        ("?per_page=500", range(240, 140, -1)),
        ("?direction=asc&per_page=2", [1, 2]),
    ],
)
def test_lists_come_in_pages(office: Office, query: str, numbers):
    for number in range(1, 241):
        office[2].open_issue(number, "x")
    assert [item["number"] for item in call(office[2], "GET", f"issues{query}")[1]] == list(numbers)


def test_pages_are_linked(office: Office):
    host = office[2]
    for number in range(1, 62):
        host.open_issue(number, "x", "a b")
    links = call(host, "GET", "issues?labels=a%20b&page=2")[2]["Link"]
    address = f"<{host.api_url}/repos/ornek/bildirge/issues?labels=a+b&page="
    assert links.split(", ") == [
        f'{address}1>; rel="prev"',
        f'{address}1>; rel="first"',
        f'{address}3>; rel="next"',
        f'{address}3>; rel="last"',
    ]
    assert "next" not in call(host, "GET", "issues?page=3")[2]["Link"]
    assert call(host, "GET", "issues?per_page=100")[2]["Link"] is None


def test_pull_requests_are_filtered(office: Office):
    host = office[2]
    branch(office)
    host.open_pull(1, "intake/12", host.repository)
    host.open_pull(2, "intake/12", "ornek-yabanci/bildirge")
    host.open_pull(3, "intake/1", None).state = "closed"

    def found(query: str) -> list[int]:
        return [item["number"] for item in call(host, "GET", f"pulls?{query}")[1]]

    assert found("head=ornek:intake/12&state=all") == [1]
    assert found("head=intake/12&state=all") == [3, 2, 1], "without the owner it filters nothing"
    assert found("") == found("base=main") == [2, 1]
    assert found("base=other") == []
    assert call(host, "GET", "pulls?wrong=1")[0] == 422


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"head": "yok"}, "head"),
        ({"base": "yok"}, "base"),
        ({"head": "same"}, "No commits between main and same"),
        ({"title": ""}, "title"),
        ({"body": "x" * 65_537}, "body is too long (maximum is 65536 characters)"),
        ({"title": "x" * 257}, "title is too long (maximum is 256 characters)"),
    ],
)
def test_a_pull_request_that_cannot_be_is_refused(office: Office, change: dict[str, str], said: str):
    _, remote, host = office
    branch(office)
    remote.git("update-ref", "refs/heads/same", remote.tip("main"))
    status, answer, _ = call(host, "POST", "pulls", proposal(**change))
    assert status == 422
    assert said in json.dumps(answer)


def test_there_is_one_open_pull_request_for_a_branch(office: Office):
    host = office[2]
    branch(office)
    assert call(host, "POST", "pulls", proposal())[0] == 201
    status, answer, _ = call(host, "POST", "pulls", proposal())
    assert (status, answer["errors"][0]["message"]) == (422, "A pull request already exists for ornek:intake/12.")


def test_actions_propose_only_where_they_may(office: Office):
    host = office[2]
    branch(office)
    host.actions_may_propose = False
    status, answer, _ = call(host, "POST", "pulls", proposal())
    assert status == 403
    assert answer["message"] == "GitHub Actions is not permitted to create or approve pull requests."


def test_a_pull_request_follows_its_branch_and_ends_with_it(office: Office):
    _, remote, host = office
    branch(office)
    number = call(host, "POST", "pulls", proposal())[1]["number"]
    tip = branch(office, listed=LISTED + entry("ornek-bursa"))
    assert call(host, "GET", f"pulls/{number}")[1]["head"]["sha"] == tip
    assert remote.git("rev-parse", f"refs/pull/{number}/head") == tip
    remote.git("update-ref", "-d", "refs/heads/intake/12")
    assert call(host, "GET", f"pulls/{number}")[1]["state"] == "closed"
    assert call(host, "PATCH", f"pulls/{number}", {"state": "open"})[0] == 422


@pytest.mark.parametrize("path", ["issues/12/comments", "issues/12"])
def test_texts_have_a_limit(filled: CodeHost, path: str):
    method = "POST" if path.endswith("comments") else "PATCH"
    assert call(filled, method, path, {"body": "ğ" * 65_536})[0] in {200, 201}
    assert call(filled, method, path, {"body": "ğ" * 65_537})[0] == 422
    assert call(filled, "POST", "issues/12/comments", {"body": " "})[0] == 422


def test_labels(filled: CodeHost):
    assert call(filled, "POST", "labels", {"name": "x", "color": "b60205"})[0] == 201
    assert call(filled, "POST", "labels", {"name": "x", "color": "b60205"})[0] == 422
    assert call(filled, "POST", "labels", {"name": "y", "color": "#b60205"})[0] == 422
    assert call(filled, "POST", "labels", {"name": "y", "description": "x" * 101})[0] == 422
    assert call(filled, "GET", "labels/y")[0] == 404
    status, answer, _ = call(filled, "DELETE", "issues/12/labels/x")
    assert (status, answer["message"]) == (404, "Label does not exist")


def test_what_is_not_known_is_not_there(filled: CodeHost):
    assert call(filled, "GET", "issues/99")[0] == call(filled, "PUT", "issues/12")[0] == 404


def git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run git in a clone."""
    return subprocess.run(["git", *arguments], cwd=folder, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("user", "secret", "rights", "said"),
    [
        ("x-access-token", SECRET, "write", ""),
        ("x-access-token", SECRET, "read", "Permission to ornek/bildirge.git denied to github-actions[bot]."),
        ("x-access-token", "falsch", "write", "Authentication failed"),
        ("ornek", SECRET, "write", "Authentication failed"),
    ],
)
def test_a_push_needs_the_right_token(office: Office, user: str, secret: str, rights: str, said: str):
    desk, remote, host = office
    host.tokens[SECRET] = Token(contents=rights)
    address = host.url.replace("://", f"://{user}:{secret}@") + ".git"
    done = git(desk.layout.root, "push", address, "HEAD:refs/heads/intake/1")
    assert (done.returncode == 0) == (not said) == bool(remote.tip("intake/1"))
    assert said in done.stderr
    assert not said.startswith("Permission") or "The requested URL returned error: 403" in done.stderr


def test_nobody_pushes_to_what_is_protected(office: Office):
    desk, remote, host = office
    address = host.url.replace("://", f"://x-access-token:{SECRET}@") + ".git"
    tip = remote.tip("main")
    git(desk.layout.root, "-c", "user.name=x", "-c", "user.email=x@x.example", "commit", "--allow-empty", "-m", "x")
    for ref in ("refs/heads/main", "refs/pull/1/head"):
        assert "GH006" in git(desk.layout.root, "push", address, f"HEAD:{ref}").stderr
    assert remote.tip("main") == tip


def test_a_private_repository_is_cloned_by_token_alone(office: Office, tmp_path: Path):
    host = office[2]
    host.private = True
    done = git(tmp_path, "-c", "credential.helper=", "clone", f"{host.url}.git", "x")
    assert done.returncode
    address = host.url.replace("://", f"://x-access-token:{SECRET}@") + ".git"
    assert git(tmp_path, "clone", address, "y").returncode == 0


def test_a_large_push_arrives_in_chunks(office: Office):
    desk, remote, host = office
    root = desk.layout.root
    (root / "large").write_bytes(b"".join(bytes([number * number * 7919 >> 5 & 255]) for number in range(3_000_000)))
    git(root, "add", "large")
    git(root, "-c", "user.name=x", "-c", "user.email=x@x.example", "commit", "-m", "x")
    address = host.url.replace("://", f"://x-access-token:{SECRET}@") + ".git"
    done = git(root, "-c", "http.postBuffer=1000", "push", address, "HEAD:refs/heads/large")
    assert done.returncode == 0, done.stderr
    assert remote.tip("large")


def test_a_fault_befalls_the_calls_it_names(filled: CodeHost):
    filled.faults.add(Fault("GET", r"issues/\d+", status=418, first=2, times=2, headers={"Retry-After": "9"}))
    before = len(filled.calls)
    answers = [call(filled, "GET", "issues/12") for _ in range(4)]
    assert [status for status, _, _ in answers] == [200, 418, 418, 200]
    assert answers[1][2]["Retry-After"] == "9"
    assert [each.status for each in filled.calls[before:]] == [200, 418, 418, 200]
