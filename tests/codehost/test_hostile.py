"""Whatever stands in a request: outside code, no comment, pull request, title or commit links, mentions or runs it."""

import re
from pathlib import Path

import pytest

from codehost.desk import Desk
from codehost.requests.answer_request import answer
from support.codehost import CodeHost
from support.desk import PROOF, Remote, recorded, submit
from support.golden import cases, load
from support.shown import dangers

Office = tuple[Desk, Remote, CodeHost]
NUMBER = 12
FORM = recorded("accepted")[0]["body"]
SECOND = recorded("accepted-second-signature")[0]["body"]
HEADINGS = re.findall("^### (.+)$", FORM, re.MULTILINE)
TITLE = re.compile("İmzacı kaydı · Signatory: [a-z0-9-]+")
MESSAGE = re.compile(f"List [a-z0-9-]+, as asked in #{NUMBER}")


def answered(body: str, heading: str, given: str) -> str:
    """Return a request with one answer replaced."""
    start = body.index(f"### {heading}\n\n") + len(f"### {heading}\n\n")
    end = body.find("\n\n### ", start)
    return body[:start] + given + (body[end:] if end > 0 else "")


def bodies(payload: str) -> list[str]:
    """Return a request for every place where a stranger may write."""
    name, site = HEADINGS[0], "İnternet sitesi / Website"
    return [
        *(answered(FORM, heading, payload) for heading in HEADINGS),
        answered(FORM, name, f"Örnek {payload} Belediyesi"),
        answered(FORM, site, f"https://www.ornek.example/{payload}"),
        answered(SECOND, site, payload),
        answered(SECOND, HEADINGS[1], payload),
        FORM.replace("### Türü / Kind", f"### {payload}"),
        f"{payload}\n\n{FORM}",
        f"{FORM}\n\n{payload}",
        payload,
    ]


def test_there_are_enough_of_them():
    assert sum(len(bodies(case["text"])) for case in load("codehost/hostile_payloads.yaml")) >= 400


@cases("codehost/hostile_payloads.yaml")
def test_nothing_of_it_does_anything(office: Office, case: dict[str, str], capfd: pytest.CaptureFixture[str]):
    desk, remote, host = office
    issue = recorded("accepted")[0]
    for body in bodies(case["text"]):
        host.items.clear()
        host.comments.clear()
        remote.git("update-ref", "-d", f"refs/heads/intake/{NUMBER}")
        submit(host, issue | {"body": body}, NUMBER)
        assert answer(desk, NUMBER, PROOF) == []
        (comment,) = host.answers(NUMBER)
        ours = (f"{host.url}/issues/", f"{host.url}/blob/main/", *(f"#{number}" for number in host.items))
        assert dangers(comment, ours) == []
        assert all(dangers(pull.body, (f"#{NUMBER}",)) == [] for pull in host.pulls)
        assert all(TITLE.fullmatch(pull.title) for pull in host.pulls)
        messages = remote.git("log", "--format=%B", f"main..intake/{NUMBER}") if host.pulls else ""
        assert bool(MESSAGE.fullmatch(messages)) == bool(host.pulls)
    assert capfd.readouterr() == ("", ""), "what a log holds on a line of its own, the runner may take for a command"
    assert not Path("/tmp/basvuru-calisti").exists()  # noqa: S108 - what the hostile requests would make


def test_some_of_them_reach_an_entry(office: Office):
    """What is refused at once proves little: some must come through to the pull request."""
    desk, _, host = office
    reached = 0
    for case in load("codehost/hostile_payloads.yaml")[::6]:
        host.items.clear()
        submit(host, recorded("accepted")[0] | {"body": f"{case['text']}\n\n{FORM}"}, NUMBER)
        answer(desk, NUMBER, PROOF)
        reached += bool(host.pulls)
    assert reached >= 3
