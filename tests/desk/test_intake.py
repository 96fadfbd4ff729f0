"""Recorded events are answered as their files say: by a pull request, by what is to be mended, or not at all."""

import json
import re
from pathlib import Path

import pytest

from desk.desk import REGISTRY, Desk
from desk.intake import answer
from desk.request import Request
from registry.load import check
from support.codehost import CodeHost
from support.desk import LISTED, Remote, entries, open_desk, reference
from support.repository import ROOT
from support.shown import dangers, texts

CASES = sorted((ROOT / "tests" / "cases" / "desk").glob("*.json"))
PROOF = "_ornek-bildirge"
NUMBER = 12
BRANCH = f"intake/{NUMBER}"


def read(name: str) -> tuple[Request, dict]:
    """Return the request of a recorded event and what is expected of its answer."""
    case = json.loads((ROOT / "tests" / "cases" / "desk" / f"{name}.json").read_text(encoding="utf-8"))
    return Request.from_event(case["event"]), case["expected"]


def changed(request: Request, old: str, new: str) -> Request:
    """Return a request after its author edited it."""
    assert old in request.body
    return Request(request.number, request.body.replace(old, new), request.wanted)


@pytest.fixture(scope="module", params=CASES, ids=lambda path: path.stem)
def answered(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory):
    """A recorded event, answered twice."""
    asked, expected = read(request.param.stem)
    desk, remote, host = open_desk(tmp_path_factory.mktemp("desk"))
    answer(desk, asked, PROOF)
    once = (len(host.writes), remote.tip(BRANCH))
    answer(desk, asked, PROOF)
    assert (len(host.writes), remote.tip(BRANCH)) == once, "the second run changed something"
    return expected, remote, host


def test_one_answer_or_none(answered):
    expected, remote, host = answered
    assert len(host.answers(NUMBER)) == (0 if expected["answer"] == "none" else 1)
    assert len(host.pulls) == (1 if remote.tip(BRANCH) else 0)
    if expected["answer"] != "any":
        assert bool(host.pulls) == (expected["answer"] == "accepted")


def test_the_answer_says_what_to_mend(answered):
    expected, _, host = answered
    for words in expected.get("says", []):
        assert words in texts(host.answers(NUMBER)[0])
    if "total" in expected:
        assert f"points to mend: {expected['total']}." in texts(host.answers(NUMBER)[0])


def test_nothing_of_the_request_links_mentions_or_runs(answered):
    _, _, host = answered
    ours = (host.url, f"#{NUMBER}", *(f"#{pull['number']}" for pull in host.pulls))
    for text in (*host.answers(NUMBER), *(pull["body"] for pull in host.pulls)):
        assert dangers(text, ours) == []


def test_a_branch_holds_the_list_with_one_entry_more(answered, tmp_path: Path):
    expected, remote, _ = answered
    if not remote.tip(BRANCH):
        return
    written, before = entries(remote.read(BRANCH)), entries(LISTED)
    new = [entry for entry in written if entry not in before]
    assert [entry["id"] for entry in new] == [expected.get("id", new[0]["id"])]
    assert {entry["id"] for entry in before} <= {entry["id"] for entry in written}
    assert [entry["id"] for entry in written] == sorted({entry["id"] for entry in written})
    (tmp_path / "signatories.yaml").write_text(remote.read(BRANCH), encoding="utf-8")
    problems = check(tmp_path / "signatories.yaml", REGISTRY, reference())
    assert [problem.rule for problem in problems] == ["missing-verified"]


def test_only_the_registry_changes(answered):
    _, remote, _ = answered
    if remote.tip(BRANCH):
        assert remote.git("diff", "--name-only", "main", BRANCH) == REGISTRY
        assert remote.git("log", "--format=%an %ae", f"main..{BRANCH}") == (
            "github-actions[bot] 41898282+github-actions[bot]@users.noreply.github.com"
        )


def test_the_answers_of_the_form_become_the_entry(office: tuple[Desk, Remote, CodeHost]):
    desk, remote, _ = office
    answer(desk, read("accepted")[0], PROOF)
    assert entries(remote.read(BRANCH))[1] == {
        "id": "ornek-bursa",
        "name": {"tr": "Örnek Belediyesi", "en": "Örnek Municipality"},
        "kind": "district",
        "province": "16",
        "website": "https://www.ornek.example",
        "signatures": [
            {
                "edition": "2021",
                "date": "2022-01-05",
                "evidence": {"url": "https://www.ornek.example/karar/12", "kind": "council-decision"},
            }
        ],
    }


def test_the_record_that_proves_who_asks_is_named(office: tuple[Desk, Remote, CodeHost]):
    desk, _, host = office
    answer(desk, read("accepted")[0], PROOF)
    record = f'{PROOF}.ornek.example. TXT "{host.url}/issues/{NUMBER}"'
    assert record in host.answers(NUMBER)[0]
    assert record in host.pulls[0]["body"]


def test_a_mended_request_replaces_the_problems(office: tuple[Desk, Remote, CodeHost]):
    desk, remote, host = office
    wrong = read("mend-three-mistakes")[0]
    answer(desk, wrong, PROOF)
    assert not remote.tip(BRANCH)
    answer(desk, read("accepted")[0], PROOF)
    (only,) = host.answers(NUMBER)
    assert "Başvurunuz alındı" in only
    assert remote.tip(BRANCH)


def test_what_the_answer_corrects_can_be_pasted(office: tuple[Desk, Remote, CodeHost]):
    """A clerk who replaces every wrong answer by the corrected one is understood the second time."""
    desk, _, host = office
    wrong = read("mend-three-mistakes")[0]
    answer(desk, wrong, PROOF)
    sections = dict(re.findall("^### (.+)\n\n(.+)$", wrong.body, re.MULTILINE))
    sections |= dict(re.findall("^```\n### (.+)\n\n(.+)\n```$", host.answers(NUMBER)[0], re.MULTILINE))
    body = "\n\n".join(f"### {heading}\n\n{value}" for heading, value in sections.items())
    answer(desk, Request(NUMBER, body, wanted=True), PROOF)
    assert "Başvurunuz alındı" in host.answers(NUMBER)[0]


def test_an_edited_request_is_followed(office: tuple[Desk, Remote, CodeHost]):
    desk, remote, host = office
    asked = read("accepted")[0]
    answer(desk, asked, PROOF)
    host.pulls[0]["body"] = host.pulls[0]["body"].replace("- [ ]", "- [x]", 1)
    answer(desk, asked, PROOF)
    assert "- [x]" in host.pulls[0]["body"], "a reviewer's tick was lost"

    answer(desk, changed(asked, "2022-01-05", "2022-02"), PROOF)
    assert "date: 2022-02\n" in remote.read(BRANCH)
    assert "date: 2022-02\n" in host.pulls[0]["body"]
    assert "- [x]" not in host.pulls[0]["body"], "what was reviewed is no longer there"
    assert len(host.pulls) == len(host.answers(NUMBER)) == 1


def test_a_new_name_leaves_no_entry_of_the_old_one(office: tuple[Desk, Remote, CodeHost]):
    desk, remote, host = office
    asked = read("accepted")[0]
    answer(desk, asked, PROOF)
    answer(desk, changed(asked, "Örnek ", "Deneme "), PROOF)
    assert [entry["id"] for entry in entries(remote.read(BRANCH))] == ["deneme-bursa", "kurgu-istanbul"]
    assert host.pulls[0]["title"].endswith("deneme-bursa")


def test_nothing_slips_in_behind_a_review(office: tuple[Desk, Remote, CodeHost]):
    desk, remote, host = office
    asked = read("accepted")[0]
    answer(desk, asked, PROOF)
    verified = remote.read(BRANCH).replace("council-decision\n", "council-decision\n        verified: 2025-12-31\n", 1)
    reviewed = remote.commit(f"refs/heads/{BRANCH}", remote.tip(BRANCH), registry=verified)

    writes = len(host.writes)
    answer(desk, asked, PROOF)
    assert len(host.writes) == writes

    answer(desk, changed(asked, "/karar/12", "/baska"), PROOF)
    assert remote.tip(BRANCH) == reviewed
    assert "/baska" not in host.pulls[0]["body"]
    (only,) = host.answers(NUMBER)
    assert "changed after its review had begun" in only


def test_a_pull_request_that_was_closed_stays_closed(office: tuple[Desk, Remote, CodeHost]):
    desk, _, host = office
    asked = read("accepted")[0]
    answer(desk, asked, PROOF)
    host.pulls[0]["state"] = "closed"
    answer(desk, asked, PROOF)
    assert len(host.pulls) == 1
    answer(desk, changed(asked, "2022-01-05", "2022-02"), PROOF)
    assert [pull["state"] for pull in host.pulls] == ["closed", "open"]


def test_a_request_that_became_wrong_points_to_its_earlier_entry(office: tuple[Desk, Remote, CodeHost]):
    desk, remote, host = office
    asked = read("accepted")[0]
    answer(desk, asked, PROOF)
    tip = remote.tip(BRANCH)
    answer(desk, changed(asked, "2022-01-05", "yarın"), PROOF)
    assert remote.tip(BRANCH) == tip
    assert f"#{host.pulls[0]['number']}" in host.answers(NUMBER)[0]


def test_a_pull_request_that_was_never_opened_is_opened(office: tuple[Desk, Remote, CodeHost]):
    """The run before may have failed between the branch and the pull request."""
    desk, _, host = office
    asked = read("accepted")[0]
    answer(desk, asked, PROOF)
    host.pulls.clear()
    answer(desk, asked, PROOF)
    assert len(host.pulls) == 1


@pytest.mark.parametrize("length", [65_000, 1_000_000])
def test_a_huge_request_gets_an_answer_that_fits(office: tuple[Desk, Remote, CodeHost], length: int):
    desk, _, host = office
    asked = read("accepted")[0]
    answer(desk, changed(asked, "Örnek Belediyesi", "`@x " * (length // 4)), PROOF)
    assert dangers(host.answers(NUMBER)[0], (host.url,)) == []
