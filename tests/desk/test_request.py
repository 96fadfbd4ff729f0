"""Which issues are requests."""

import pytest

from desk.request import LABEL, Request
from support.repository import ROOT, data


def event(**change: object) -> dict:
    """Return an event about an issue."""
    return {"issue": {"number": 12, "body": "a", "state": "open", "labels": [{"name": LABEL}], **change}}


@pytest.mark.parametrize(
    ("change", "wanted"),
    [({}, True), ({"state": "closed"}, False), ({"labels": []}, False), ({"labels": [{"name": "x"}]}, False)],
)
def test_open_issues_with_the_label_are_requests(change: dict, *, wanted: bool):
    assert Request.from_event(event(**change)).wanted is wanted


def test_the_branch_is_named_by_the_number_alone():
    assert Request.from_event(event(title="; rm -rf /")).branch == "intake/12"


@pytest.mark.parametrize("number", ["1;x", "../x", None])
def test_what_is_no_number_is_refused(number: object):
    with pytest.raises((TypeError, ValueError)):
        Request.from_event(event(number=number))


@pytest.mark.parametrize(("body", "read"), [(None, ""), ("a\r\nb\rc", "a\nb\nc")])
def test_bodies_have_line_feeds_only(body: str | None, read: str):
    assert Request.from_event(event(body=body)).body == read


def test_another_event_is_no_request():
    with pytest.raises(KeyError):
        Request.from_event({"pull_request": {}})


def test_the_workflow_and_the_form_use_the_label():
    workflow = (ROOT / ".github" / "workflows" / "intake.yml").read_text(encoding="utf-8")
    assert f"contains(github.event.issue.labels.*.name, '{LABEL}')" in workflow
    assert data(".github/ISSUE_TEMPLATE/signatory.yml")["labels"] == [LABEL]
