"""Several requests listed with one pull request, in real git repositories."""

from pathlib import Path

import pytest

import github
from codehost.desk import REGISTRY, Desk
from codehost.requests.listing import list_requests, numbers
from codehost.resolve import resolve
from support.codehost import CodeHost
from support.codehost.items import Item
from support.desk import LISTED, PROOF, Remote, entries, entry, pull, reference
from support.registry import check
from support.repository import ROOT
from support.shown import dangers, texts

Office = tuple[Desk, Remote, CodeHost]
DAY = "2022-02-01"
NAMES = [
    f"{first}{second}-bursa" for first in ("al", "be", "ce", "de") for second in ("ova", "kent", "dag", "koy", "su")
]


def ask(office: Office, number: int, listed: str | None, **files: str) -> Item:
    """Let a request have a branch with `listed` as its registry, and a pull request."""
    _, remote, host = office
    if listed is not None:
        files["registry"] = listed
    commit = remote.commit(f"refs/heads/intake/{number}", remote.tip("main"), **files)
    remote.git("update-ref", f"refs/pull/{number + 30}/head", commit)
    host.open_issue(number, "x", "signatory")
    return host.open_pull(number + 30, f"intake/{number}", host.repository, commit)


def verified(identifier: str, **change: str) -> str:
    """Return the list with a verified entry more."""
    return LISTED + entry(identifier, **{"name": identifier.partition("-")[0].title(), "verified": DAY, **change})


def ids(text: str) -> list[str]:
    """Return the ids of a registry."""
    return [item["id"] for item in entries(text)]


def proposed(host: CodeHost) -> list[Item]:
    """Return the pull requests that the workflows opened."""
    return [item for item in host.pulls if item.head.branch.startswith("listing/")]


@pytest.fixture
def two(office: Office) -> Office:
    """A desk with two verified requests, in the same place of the list."""
    ask(office, 12, verified("mavi-bursa"))
    ask(office, 13, verified("ornek-bursa"))
    return office


def test_twenty_requests_are_one_pull_request_and_one_push(office: Office, tmp_path: Path):
    desk, remote, host = office
    for number, name in enumerate(NAMES, 1):
        ask(office, number, verified(name))
    tips = [remote.tip(f"intake/{number}") for number in range(1, 21)]
    assert list_requests(desk, range(1, 21)) == []
    assert host.writes == ["POST git-receive-pack", "POST pulls"]

    (made,) = proposed(host)
    assert made.head.branch == "listing/1"
    assert ids(remote.read("listing/1")) == sorted([*NAMES, "kurgu-istanbul"])
    assert remote.git("diff", "--name-only", "main", "listing/1") == REGISTRY
    (tmp_path / "signatories.yaml").write_text(remote.read("listing/1"), encoding="utf-8")
    assert check(tmp_path / "signatories.yaml", REGISTRY, reference()) == []
    assert "@" not in made.title

    remote.merge("listing/1")
    host.merged(made)
    assert [item.state for item in host.issues] == ["closed"] * 20
    merged = set(remote.git("rev-list", "main").split())
    assert set(tips) <= merged, "the code host takes for merged what is in the main branch"
    pull(desk)
    assert resolve(desk, tmp_path, "https://kod.example/run", PROOF) == []
    assert host.writes == ["POST git-receive-pack", "POST pulls"], "neighbours were pushed to"


def test_a_second_run_changes_nothing(two: Office):
    desk, remote, host = two
    assert list_requests(desk, [13, 12, 13]) == []
    before = (remote.tip("listing/12"), list(host.writes))
    remote.commit("refs/heads/main", remote.tip("main"), other="x")
    assert list_requests(desk, [12, 13]) == []
    assert (remote.tip("listing/12"), host.writes) == before, "what changed in the main branch is no business of it"


def test_a_later_run_brings_the_same_pull_request_up_to_date(two: Office):
    desk, remote, host = two
    ask(two, 14, LISTED + entry("yesil-bursa", name="Yesil"))
    (said,) = list_requests(desk, [12, 13, 14])
    assert said.startswith("#14: ")
    made = proposed(host)[0]
    assert "#14" in texts(made.body).partition("Left out")[2]
    assert "Closes #14" not in made.body
    remote.commit("refs/heads/intake/14", remote.tip("intake/14"), registry=verified("yesil-bursa"))
    host.close(host.items[42])

    (said,) = list_requests(desk, [12, 13, 14])
    assert said.startswith("#12: ")
    assert "no open pull request" in said
    assert proposed(host) == [made]
    assert ids(remote.read("listing/12")) == ["kurgu-istanbul", "ornek-bursa", "yesil-bursa"]
    assert "Closes #12" not in made.body
    assert "Closes #14" in made.body


def test_no_request_vanishes_from_a_pull_request_unseen(two: Office):
    desk, remote, host = two
    ask(two, 14, verified("yesil-bursa", name="Yesil"))
    assert list_requests(desk, [12, 13]) == []
    before = (remote.tip("listing/12"), proposed(host)[0].body, list(host.writes))
    (said,) = list_requests(desk, [12, 14])
    assert said.startswith("`listing/12`: ")
    assert said.endswith("#13")
    assert (remote.tip("listing/12"), proposed(host)[0].body, host.writes) == before
    assert list_requests(desk, [12, 13, 14]) == []
    assert "Closes #14" in proposed(host)[0].body


def test_a_branch_that_conflicts_by_now_is_made_anew(two: Office):
    desk, remote, _ = two
    list_requests(desk, [12, 13])
    remote.commit("refs/heads/main", remote.tip("main"), registry=verified("nar-bursa"))
    assert remote.clashes("main", "listing/12")
    assert list_requests(desk, [12, 13]) == []
    assert not remote.clashes("main", "listing/12")
    assert len(ids(remote.read("listing/12"))) == 4


def test_resolve_takes_it_for_its_own_and_serves_it_first(two: Office, tmp_path: Path):
    desk, remote, host = two
    list_requests(desk, [12, 13])
    remote.commit("refs/heads/main", remote.tip("main"), registry=verified("nar-bursa"))
    tips = [remote.tip(f"intake/{number}") for number in (12, 13)]
    assert resolve(desk, tmp_path, "https://kod.example/run", PROOF) == []
    assert not remote.clashes("main", "listing/12")
    assert remote.clashes("main", "intake/12")
    assert [remote.tip(f"intake/{number}") for number in (12, 13)] == tips
    before = list(host.writes)
    assert list_requests(desk, [12, 13]) == []
    assert host.writes == before, "a merge of the desk's own is nobody's work"


def test_a_branch_that_somebody_has_committed_to_stays(two: Office):
    desk, remote, host = two
    list_requests(desk, [12])
    tip = remote.commit(
        "refs/heads/listing/12", remote.tip("listing/12"), registry=verified("mavi-bursa", url="https://x.example")
    )
    before = list(host.writes)
    (said,) = list_requests(desk, [12, 13])
    assert said.startswith("`listing/12`: ")
    assert "delete it" in said
    assert (remote.tip("listing/12"), host.writes) == (tip, before)


LEFT_OUT = {
    "unverified": (LISTED + entry("mavi-bursa"), {}, "`verified` is missing"),
    "a field that another request changed": (LISTED.replace("date: 2018", "date: 2018-11"), {}, "2018-10"),
    "another file": (verified("mavi-bursa"), {"Makefile": "x"}, "`Makefile`"),
    "an entry of another request": (
        verified("ornek-bursa", url="https://baska.example/karar"),
        {},
        "correct it on one of the branches",
    ),
    "the same municipality": (verified("baska-bursa", name="Ornek"), {}, "Ornek Belediyesi"),
    "no list": (None, {}, "nothing new"),
    "not a list": ("signatories: &a [*a]", {}, "Delete the mark"),
    "a broken entry": (verified("mavi-bursa", url="http://deneme.example"), {}, "https"),
    "listed": (LISTED, {}, "nothing new"),
}


@pytest.mark.parametrize("case", LEFT_OUT)
def test_what_is_left_out_is_named_with_the_reason(office: Office, case: str):
    desk, remote, host = office
    listed, files, words = LEFT_OUT[case]
    ask(office, 12, verified("ornek-bursa").replace("date: 2018", "date: 2018-10"))
    ask(office, 13, listed, **files)
    (said,) = list_requests(desk, [12, 13])
    assert said.startswith("#13: ")
    assert words in said
    assert "markers" not in said
    (made,) = proposed(host)
    assert said in made.body
    assert "Closes #13" not in made.body
    assert "Closes #12" in made.body
    assert ids(remote.read("listing/12")) == ["kurgu-istanbul", "ornek-bursa"]


def test_a_branch_that_is_missing_is_named(two: Office):
    desk, remote, _ = two
    remote.git("update-ref", "-d", "refs/heads/intake/12")
    first, second = list_requests(desk, [12, 13, 99])
    assert first.startswith("#12: ")
    assert second.startswith("#99: ")
    assert "there is no branch" in first
    assert ids(remote.read("listing/12")) == ["kurgu-istanbul", "ornek-bursa"], "named after what was asked for"


def test_where_nothing_can_be_listed_there_is_no_pull_request(office: Office):
    desk, remote, host = office
    ask(office, 12, LISTED + entry("mavi-bursa"))
    assert len(list_requests(desk, [12, 13])) == 2
    assert (host.writes, remote.tip("listing/12")) == ([], "")


def test_a_branch_whose_list_was_deleted_is_named(office: Office):
    desk, remote, host = office
    commit = remote.commit("refs/heads/intake/12", "", other="x")
    host.open_pull(42, "intake/12", host.repository, commit)
    (said,) = list_requests(desk, [12])
    assert "no readable list" in said


def test_a_logo_comes_with_its_entry(office: Office):
    desk, remote, _ = office
    text = verified("mavi-bursa").replace("province: 16\n", "province: 16\n    logo: mavi-bursa.png\n")
    ask(office, 12, text, **{"data/logos/mavi-bursa.png": "x"})
    assert list_requests(desk, [12]) == []
    assert remote.read("listing/12", "data/logos/mavi-bursa.png") == "x"


def test_many_requests_left_out_leave_room_for_the_others(office: Office):
    desk, _, host = office
    ask(office, 1, verified("mavi-bursa"))
    assert len(list_requests(desk, range(1, 61))) == 59
    assert len(proposed(host)[0].body) < 10_000
    assert "39 more" in proposed(host)[0].body


@pytest.mark.parametrize(
    "hostile",
    [
        LISTED.replace("kurgu.example/karar", "x.example/@everyone`` ```<img src=x>"),
        LISTED.replace("date: 2018", "date: '@everyone #1 ``` <script>alert(1)</script>'"),
        LISTED + "  - id: '@everyone <img src=x>'\n    name: https://kotu.example\n",
    ],
)
def test_nothing_of_a_branch_links_mentions_or_runs(two: Office, hostile: str):
    desk, _, host = two
    ask(two, 14, hostile, **{"a @everyone <img src=x> ``": "x"})
    ask(two, 15, hostile)
    said = list_requests(desk, [12, 13, 14, 15])
    assert len(said) == 2
    ours = tuple(f"#{number}" for number in (12, 13, 14, 15, 42, 43))
    assert [danger for danger in dangers(proposed(host)[0].body, ours) if danger not in TABLE] == []


TABLE = {"<table>", "<thead>", "<tbody>", "<tr>", "<th>", "<td>"}


@pytest.mark.parametrize(
    ("text", "read"),
    [("12", [12]), (" 12,13 ;#14\n", [12, 13, 14]), ("#7 #7", [7, 7])],
)
def test_numbers(text: str, read: list[int]):
    assert numbers(text) == read


@pytest.mark.parametrize("text", ["", " ", "0", "-1", "12-14", "abc", "1e3", "12\0", "١٢", "9999999999", "$(x)"])
def test_no_numbers(text: str):
    with pytest.raises(ValueError):  # noqa: PT011 - the text itself is its message
        numbers(text)


def test_the_door(two: Office, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]):
    desk, remote, host = two
    for name in ("registry.yaml", "provinces.yaml", "editions.yaml"):
        (desk.layout.root / "data" / name).symlink_to(ROOT / "data" / name)
    monkeypatch.setattr(github, "LAYOUT", desk.layout)
    for name, value in (("SERVER_URL", host.server), ("API_URL", host.api_url), ("REPOSITORY", host.repository)):
        monkeypatch.setenv(f"GITHUB_{name}", value)
    assert github.main(["list", "--", "12, 13 99"]) == 1
    (line,) = capfd.readouterr().err.splitlines()
    assert line.startswith("- #99: ")
    assert len(ids(remote.read("listing/12"))) == 3
    with pytest.raises(SystemExit, match="2"):
        github.main(["list", "--", "$(x)"])
