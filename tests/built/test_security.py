"""What every page allows a browser, and what hosts and finders of faults are told."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from support.built import NOT_FOUND, ROUTES, elements
from support.headers import directives, rules

OWN = {"connect-src", "font-src", "img-src", "manifest-src", "script-src", "style-src"}
NONE = {"default-src", "base-uri", "form-action", "trusted-types"}
BUILT = datetime(2026, 1, 1, tzinfo=UTC)
"""SOURCE_DATE_EPOCH of the tests' builds."""

every_page = pytest.mark.parametrize("path", [*ROUTES.values(), NOT_FOUND])


@every_page
def test_policy_allows_the_site_itself_and_no_code_in_the_page(built, path):
    policy = built.page(path).one("meta", **{"http-equiv": "Content-Security-Policy"}).get("content")
    found = directives(policy)
    assert {name for name, values in found.items() if values == ["'self'"]} == OWN
    assert {name for name, values in found.items() if values == ["'none'"]} == NONE
    assert set(found) - OWN - NONE == {"require-trusted-types-for"}


@every_page
def test_policy_stands_before_all_that_loads(built, path):
    head = [each for each in elements(built.page(path).one("head")) if each.tag in {"meta", "link", "script", "style"}]
    assert [each.get("charset") for each in head[:1]] == ["utf-8"]
    assert head[1].get("http-equiv") == "Content-Security-Policy"


@every_page
def test_page_holds_no_code_and_no_style(built, path):
    page = built.page(path)
    assert [
        each for each in page.all("script") if "src" not in each.attrib and "json" not in each.get("type", "")
    ] == []
    assert page.all("style") == []
    names = {name for each in elements(page.root) for name in each.attrib}
    assert not {name for name in names if name.startswith("on") or name == "style"}


@every_page
def test_other_sites_do_not_learn_where_a_reader_came_from(built, path):
    assert built.page(path).one("meta", name="referrer").get("content") == "no-referrer"


def test_hosts_are_given_the_same_policy_and_keep_frames_out(built):
    headers = rules(built.file("_headers").read_text(encoding="utf-8"))
    policy = built.page("").one("meta", **{"http-equiv": "Content-Security-Policy"}).get("content")
    assert headers["/*"]["Content-Security-Policy"] == f"{policy}; frame-ancestors 'none'"
    assert headers["/*"]["X-Content-Type-Options"] == "nosniff"
    assert headers["/*"]["Referrer-Policy"] == "no-referrer"
    assert "immutable" in headers["/assets/*"]["Cache-Control"]


def test_hosts_are_told_of_no_path_that_is_not_there(built):
    for path in rules(built.file("_headers").read_text(encoding="utf-8")):
        assert list(built.folder.glob(path.removeprefix("/"))), path


def test_faults_can_be_told_to_somebody(built, miniature):
    for site in (built, miniature):
        lines = site.file(".well-known/security.txt").read_text(encoding="utf-8").splitlines()
        fields = [re.fullmatch(r"([A-Z][A-Za-z-]+): (\S.*)", line).groups() for line in lines]
        known = dict(fields)
        assert len(known) == len(fields)
        assert set(known) == {"Contact", "Expires", "Preferred-Languages", "Canonical"}
        assert timedelta() < datetime.fromisoformat(known["Expires"]) - BUILT < timedelta(days=365)
        assert site.problem_of(known["Contact"], "") == ""
        assert site.problem_of(known["Canonical"], "") == ""
