"""One comment, edited instead of repeated until there is news, and only ever the workflows' own."""

import pytest

from codehost.client.sticky_comments import Note, put_comment
from codehost.desk import Desk
from support.codehost import BOT, CodeHost, Fault
from support.desk import Remote

Office = tuple[Desk, Remote, CodeHost]


@pytest.fixture
def written(office: Office) -> Office:
    """An office with two issues."""
    for number in (1, 2):
        office[2].open_issue(number, "x")
    return office


def test_a_comment_is_made_once_and_then_edited(written: Office):
    desk, _, host = written
    for text in ("first", "second", "second"):
        put_comment(desk.api, 1, Note("desk", text))
    assert host.answers(1) == ["<!-- desk -->\nsecond"]
    assert len(host.writes) == 2


def test_news_is_a_new_comment(written: Office):
    desk, _, host = written
    news = Note("desk", "good", "good", after=("bad",))
    put_comment(desk.api, 1, Note("desk", "bad", "bad"))
    put_comment(desk.api, 1, news)
    put_comment(desk.api, 1, news)
    assert host.answers(1) == ["<!-- desk bad -->\nbad", "<!-- desk good -->\ngood"]
    put_comment(desk.api, 1, Note("desk", "worse", "bad"))
    assert host.answers(1) == ["<!-- desk bad -->\nbad", "<!-- desk bad -->\nworse"]


def test_a_strangers_comment_with_the_marker_is_left_alone(written: Office):
    desk, _, host = written
    for login in ("ornek-yabanci", "github-actions", None):
        host.comment(1, "<!-- desk -->\nmine", login)
    put_comment(desk.api, 1, Note("desk", "ours"))
    assert host.answers(1) == ["<!-- desk -->\nours"]
    assert [comment.body for comment in host.comments.values()][:3] == ["<!-- desk -->\nmine"] * 3


def test_comments_of_other_kinds_and_places_stay(written: Office):
    desk, _, host = written
    host.comment(1, "no marker", BOT)
    for number, marker, text in ((1, "intake", "a"), (1, "resolve", "b"), (2, "intake", "c"), (1, "intake", "d")):
        put_comment(desk.api, number, Note(marker, text))
    assert host.answers(1) == ["no marker", "<!-- intake -->\nd", "<!-- resolve -->\nb"]
    assert host.answers(2) == ["<!-- intake -->\nc"]


def test_the_comment_is_found_behind_hundreds_of_others(written: Office):
    desk, _, host = written
    for number in range(250):
        host.comment(1, f"{number}", "ornek-yabanci")
    put_comment(desk.api, 1, Note("desk", "a"))
    put_comment(desk.api, 1, Note("desk", "b"))
    assert host.answers(1) == ["<!-- desk -->\nb"]


@pytest.mark.parametrize("state", ["bad", "good"])
def test_news_is_told_once_though_the_answer_was_lost(written: Office, state: str):
    desk, _, host = written
    put_comment(desk.api, 1, Note("desk", "x", "bad"))
    host.faults.add(Fault("POST", "issues/1/comments", "drop", times=1, done=True))
    host.faults.add(Fault("PATCH", "issues/comments/.*", "drop", times=1, done=True))
    put_comment(desk.api, 1, Note("desk", "y", state, after=("bad",)))
    assert [body for body in host.answers(1) if "y" in body] == [f"<!-- desk {state} -->\ny"]
