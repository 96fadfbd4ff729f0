"""One comment, edited instead of repeated, and only ever the workflows' own."""

from desk.comments import put_comment
from support.codehost import CodeHost


def test_a_comment_is_made_once_and_then_edited():
    host = CodeHost()
    put_comment(host, 1, "desk", "first")
    put_comment(host, 1, "desk", "second")
    put_comment(host, 1, "desk", "second")
    assert host.answers(1) == ["<!-- desk -->\nsecond"]
    assert len(host.writes) == 2


def test_a_strangers_comment_with_the_marker_is_left_alone():
    host = CodeHost()
    for login in ("ornek-yabanci", "github-actions", ""):
        host.add_comment(1, "<!-- desk -->\nmine", login)
    put_comment(host, 1, "desk", "ours")
    assert host.answers(1) == ["<!-- desk -->\nours"]
    assert [comment["body"] for comment in host.comments[:3]] == ["<!-- desk -->\nmine"] * 3


def test_comments_of_other_kinds_and_places_stay():
    host = CodeHost()
    put_comment(host, 1, "intake", "a")
    put_comment(host, 1, "resolve", "b")
    put_comment(host, 2, "intake", "c")
    put_comment(host, 1, "intake", "d")
    assert host.answers(1) == ["<!-- intake -->\nd", "<!-- resolve -->\nb"]
    assert host.answers(2) == ["<!-- intake -->\nc"]


def test_the_comment_is_found_behind_hundreds_of_others():
    host = CodeHost()
    for number in range(250):
        host.add_comment(1, f"{number}", "ornek-yabanci")
    put_comment(host, 1, "desk", "a")
    put_comment(host, 1, "desk", "b")
    assert host.answers(1) == ["<!-- desk -->\nb"]
