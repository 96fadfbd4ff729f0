"""Several requests of one municipality, or of one that is listed already."""

from pathlib import Path

import pytest

from codehost.desk import Desk
from codehost.requests.answer_request import answer
from codehost.resolve import resolve
from support.codehost import CodeHost
from support.codehost.items import Item
from support.desk import LISTED, PROOF, Remote, entries, open_desk, pull, recorded, submit
from support.repository import ROOT
from support.shown import dangers, texts

Office = tuple[Desk, Remote, CodeHost]


def ask(host: CodeHost, number: int, case: str = "accepted", **changes: tuple[str, str]) -> Item:
    """Let somebody ask, with words of a recorded request replaced."""
    item = submit(host, recorded(case)[0], number)
    for old, new in changes.values():
        assert old in item.body
        item.body = item.body.replace(old, new)
    return item


def approve(office: Office, branch: str) -> None:
    """Let a maintainer verify what a branch lists, and merge it."""
    desk, remote, host = office
    verified = remote.read(branch).replace("council-decision\n", "council-decision\n        verified: 2025-12-31\n", 1)
    remote.commit(f"refs/heads/{branch}", remote.tip(branch), registry=verified)
    remote.merge(branch)
    host.sync()
    host.merged(next(item for item in host.pulls if item.head.branch == branch and item.state == "open"))
    pull(desk)


def test_a_second_request_is_told_of_the_first(office: Office):
    desk, _, host = office
    ask(host, 11)
    ask(host, 13, url=("/karar/12", "/baska"))
    assert answer(desk, 11, PROOF) + answer(desk, 13, PROOF) == []
    (first,), (second,) = host.answers(11), host.answers(13)
    assert f"[#11]({host.url}/issues/11)" in second
    assert "an earlier request for the same signatory" in texts(second)
    assert "#11" in host.pulls[1].body, "the maintainers see it too"
    assert "#13" not in first
    assert [item.state for item in host.pulls] == ["open", "open"], "nobody can keep another's request out"
    writes = len(host.writes)
    assert answer(desk, 11, PROOF) + answer(desk, 13, PROOF) == []
    assert len(host.writes) == writes


@pytest.mark.parametrize("how", ["closed", "deleted", "another municipality by now"])
def test_only_what_is_open_is_a_twin(office: Office, how: str):
    desk, _, host = office
    first = ask(host, 11)
    answer(desk, 11, PROOF)
    if how == "closed":
        host.close(first)
    elif how == "deleted":
        first.gone = 410
    else:
        first.body = first.body.replace("Örnek ", "Deneme ")
        answer(desk, 11, PROOF)
    ask(host, 13)
    answer(desk, 13, PROOF)
    assert "#11" not in host.answers(13)[0]


def test_other_branches_are_no_twins(office: Office):
    desk, remote, host = office
    for branch in ("intake/x", "intake/3/4", "other"):
        remote.git("update-ref", f"refs/heads/{branch}", remote.tip("main"))
    ask(host, 13)
    assert answer(desk, 13, PROOF) == []
    assert "earlier request" not in host.answers(13)[0]


def test_a_listed_signature_is_told_with_a_link(office: Office):
    desk, remote, host = office
    ask(host, 12, "mend-already-listed")
    assert answer(desk, 12, PROOF) == []
    (said,) = host.answers(12)
    line = LISTED.split("\n").index("  - id: kurgu-istanbul") + 1
    assert f"{host.url}/blob/main/data/signatories.yaml#L{line}" in said
    assert "2018" in texts(said)
    assert (remote.tip("intake/12"), host.pulls) == ("", [])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("      tr: Kurgu Belediyesi", "      tr: Başka Belediyesi"),
        ("  - id: kurgu-istanbul\n", "  - id: baska\n"),
        ("    kind: district\n", "    kind: town\n"),
    ],
    ids=["another name", "another id", "another kind"],
)
def test_a_listed_signature_is_found_by_id_or_by_name(tmp_path: Path, old: str, new: str):
    assert old in LISTED
    with open_desk(tmp_path, LISTED.replace(old, new)) as (desk, _, host):
        ask(host, 12, "mend-already-listed")
        assert answer(desk, 12, PROOF) == []
        assert "zaten listede" in host.answers(12)[0]


def test_a_former_id_is_the_same_municipality(tmp_path: Path):
    renamed = LISTED.replace("  - id: kurgu-istanbul\n", "  - id: yeni-istanbul\n").replace("Kurgu ", "Yeni ")
    renamed = renamed.replace("    signatures:\n", "    aliases:\n      - kurgu-istanbul\n    signatures:\n")
    with open_desk(tmp_path, renamed) as (desk, _, host):
        ask(host, 12, "mend-already-listed")
        assert answer(desk, 12, PROOF) == []
        assert "already listed: yeni-istanbul" in texts(host.answers(12)[0])


def test_resolving_answers_both(office: Office, tmp_path: Path):
    desk, remote, host = office
    ask(host, 11)
    ask(host, 13, url=("/karar/12", "/baska"))
    for number in (11, 13):
        answer(desk, number, PROOF)
    approve(office, "intake/11")
    assert host.items[11].state == "closed"
    assert resolve(desk, tmp_path, "https://kod.example/x", PROOF) == []
    accepted, listed = host.answers(13)
    assert "Your request has been received" in accepted
    assert "already listed: ornek-bursa" in texts(listed), "a new comment, for an edited one notifies nobody"
    assert remote.tip("intake/13") == ""
    twin = host.pulls[1]
    assert (twin.state, twin.closed_by) == ("closed", "github-actions[bot]")
    (why,) = host.answers(twin.number)
    assert "This signature is now listed" in why
    writes = len(host.writes)
    assert resolve(desk, tmp_path, "https://kod.example/x", PROOF) == []
    assert len(host.writes) == writes


def test_a_twin_with_another_edition_becomes_a_second_signature(office: Office, tmp_path: Path):
    desk, remote, host = office
    ask(host, 11)
    ask(host, 13, edition=("\n2021\n", "\n2018\n"), date=("2022-01-05", "2018-12"))
    for number in (11, 13):
        answer(desk, number, PROOF)
    approve(office, "intake/11")
    assert resolve(desk, tmp_path, "https://kod.example/x", PROOF) == []
    (entry,) = (each for each in entries(remote.read("intake/13")) if each["id"] == "ornek-bursa")
    assert [signature["edition"] for signature in entry["signatures"]] == ["2021", "2018"]
    assert not remote.clashes("main", "intake/13")
    assert host.pulls[1].state == "open"


def test_a_twin_that_maintainers_work_on_is_left_to_them(office: Office, tmp_path: Path):
    desk, remote, host = office
    ask(host, 11)
    ask(host, 13, url=("/karar/12", "/baska"))
    for number in (11, 13):
        answer(desk, number, PROOF)
    tip = remote.commit("refs/heads/intake/13", remote.tip("intake/13"), other="x")
    approve(office, "intake/11")
    resolve(desk, tmp_path, "https://kod.example/x", PROOF)
    assert "already listed" in texts(host.answers(13)[-1])
    assert (remote.tip("intake/13"), host.pulls[1].state) == (tip, "open")


def test_a_second_signature_says_what_was_not_taken_over(office: Office):
    desk, remote, host = office
    site = "https://www.kurgu.example"
    ask(
        host,
        12,
        "accepted-second-signature",
        website=("Website\n\n_No response_", f"Website\n\n{site}"),
    )
    assert answer(desk, 12, PROOF) == []
    (said,) = host.answers(12)
    shown = texts(said)
    assert f"Website sizin yanıtınız · your answer: {site} kayıttaki · in the entry: –" in shown
    assert "Türkçe adı" not in shown, "an answer that agrees is nothing to tell"
    assert dangers(said, (host.url, "#")) == []
    (entry,) = entries(remote.read("intake/12"))
    assert "website" not in entry
    assert entry["name"]["en"] == "Kurgu Municipality"


def test_a_second_signature_that_agrees_says_nothing(office: Office):
    desk, _, host = office
    body = recorded("accepted-second-signature")[0]["body"]
    assert "Kurgu" in body
    ask(host, 12, "accepted-second-signature")
    answer(desk, 12, PROOF)
    assert ("taken over" in host.answers(12)[0]) == ("kurgu.example" in body.split("Website")[1].split("###")[0])


def test_the_form_for_corrections_that_is_linked_exists(office: Office):
    desk, _, host = office
    ask(host, 12, "mend-already-listed")
    answer(desk, 12, PROOF)
    assert "template=change.yml" in host.answers(12)[0]
    assert (ROOT / ".github" / "ISSUE_TEMPLATE" / "change.yml").exists()
