"""Recorded requests are answered as their files say: by a pull request, by what is to be corrected, or not at all."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from codehost.desk import REGISTRY, Desk
from codehost.git.git import Git
from codehost.requests.answer_request import answer
from support.codehost import CodeHost
from support.codehost.items import Item
from support.desk import LISTED, PROOF, Remote, entries, open_desk, recorded, reference, submit
from support.registry import check
from support.repository import ROOT
from support.shown import dangers, texts

Office = tuple[Desk, Remote, CodeHost]
CASES = sorted((ROOT / "tests" / "cases" / "codehost").glob("*.json"))
NUMBER = 12
BRANCH = f"intake/{NUMBER}"


def ask(host: CodeHost, name: str) -> Item:
    """Let a recorded request be the one that stands at the code host."""
    return submit(host, recorded(name)[0], NUMBER)


def edit(item: Item, old: str, new: str) -> None:
    """Let the applicant edit a request."""
    assert item.body
    assert old in item.body
    item.body = item.body.replace(old, new)


@pytest.fixture(scope="module", params=CASES, ids=lambda path: path.stem)
def answered(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator:
    """A recorded request, answered twice."""
    issue, expected = recorded(request.param.stem)
    with open_desk(tmp_path_factory.mktemp("desk")) as (desk, remote, host):
        submit(host, issue, NUMBER)
        assert answer(desk, NUMBER, PROOF) == []
        once = list(host.writes)
        assert answer(desk, NUMBER, PROOF) == []
        assert host.writes == once, "the second run changed something"
        yield expected, remote, host


def test_one_answer_or_none(answered):
    expected, remote, host = answered
    assert len(host.answers(NUMBER)) == (0 if expected["answer"] == "none" else 1)
    assert len(host.pulls) == (1 if remote.tip(BRANCH) else 0)
    if expected["answer"] != "any":
        assert bool(host.pulls) == (expected["answer"] == "accepted")


def test_the_answer_says_what_to_correct(answered):
    expected, _, host = answered
    for words in expected.get("says", []):
        assert words in texts(host.answers(NUMBER)[0])
    if "total" in expected:
        assert f"points to correct: {expected['total']}." in texts(host.answers(NUMBER)[0])


def test_nothing_of_the_request_links_mentions_or_runs(answered):
    _, _, host = answered
    ours = (host.url, f"#{NUMBER}", *(f"#{pull.number}" for pull in host.pulls))
    for text in (*host.answers(NUMBER), *(pull.body for pull in host.pulls)):
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


def test_the_answers_of_the_form_become_the_entry(office: Office):
    desk, remote, host = office
    ask(host, "accepted")
    answer(desk, NUMBER, PROOF)
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


def test_a_request_that_is_right_now_gets_a_new_comment(office: Office):
    """An edited comment notifies nobody."""
    desk, remote, host = office
    ask(host, "mend-three-mistakes")
    answer(desk, NUMBER, PROOF)
    assert not remote.tip(BRANCH)
    (problems,) = host.answers(NUMBER)
    ask(host, "accepted")
    answer(desk, NUMBER, PROOF)
    assert host.answers(NUMBER)[0] == problems
    assert "Başvurunuz alındı" in host.answers(NUMBER)[1]
    assert len(host.answers(NUMBER)) == 2
    assert remote.tip(BRANCH)


def test_otherwise_one_comment_is_edited(office: Office):
    desk, _, host = office
    item = ask(host, "mend-three-mistakes")
    answer(desk, NUMBER, PROOF)
    edit(item, item.body, "### Türkçe adı / Name in Turkish\n\nÖrnek Belediyesi")
    answer(desk, NUMBER, PROOF)
    assert len(host.answers(NUMBER)) == 1
    ask(host, "accepted")
    answer(desk, NUMBER, PROOF)
    edit(host.items[NUMBER], "2022-01-05", "2022-01-06")
    answer(desk, NUMBER, PROOF)
    edit(host.items[NUMBER], "2022-01-06", "yarın")
    answer(desk, NUMBER, PROOF)
    assert len(host.answers(NUMBER)) == 2
    assert "points to correct" in host.answers(NUMBER)[1]
    edit(host.items[NUMBER], "yarın", "2022-01-05")
    answer(desk, NUMBER, PROOF)
    assert len(host.answers(NUMBER)) == 3


def test_what_the_answer_corrects_can_be_pasted(office: Office):
    """A clerk who replaces every wrong answer by the corrected one is understood the second time."""
    desk, _, host = office
    item = ask(host, "mend-three-mistakes")
    answer(desk, NUMBER, PROOF)
    sections = dict(re.findall("^### (.+)\n\n(.+)$", item.body, re.MULTILINE))
    sections |= dict(re.findall("^```\n### (.+)\n\n(.+)\n```$", host.answers(NUMBER)[0], re.MULTILINE))
    item.body = "\n\n".join(f"### {heading}\n\n{value}" for heading, value in sections.items())
    answer(desk, NUMBER, PROOF)
    assert "Başvurunuz alındı" in host.answers(NUMBER)[-1]


def test_an_edited_request_is_followed(office: Office):
    desk, remote, host = office
    item = ask(host, "accepted")
    answer(desk, NUMBER, PROOF)
    (pull,) = host.pulls
    pull.body = pull.body.replace("- [ ]", "- [x]", 1)
    answer(desk, NUMBER, PROOF)
    assert "- [x]" in pull.body, "a reviewer's tick was lost"

    edit(item, "2022-01-05", "2022-02")
    answer(desk, NUMBER, PROOF)
    assert "date: 2022-02\n" in remote.read(BRANCH)
    assert "date: 2022-02\n" in pull.body
    assert "- [x]" not in pull.body, "what was reviewed is no longer there"
    assert len(host.pulls) == len(host.answers(NUMBER)) == 1


def test_a_new_name_leaves_no_entry_of_the_old_one(office: Office):
    desk, remote, host = office
    item = ask(host, "accepted")
    answer(desk, NUMBER, PROOF)
    edit(item, "Örnek ", "Deneme ")
    answer(desk, NUMBER, PROOF)
    assert [entry["id"] for entry in entries(remote.read(BRANCH))] == ["deneme-bursa", "kurgu-istanbul"]
    assert host.pulls[0].title.endswith("deneme-bursa")


def test_nothing_slips_in_behind_a_review(office: Office):
    desk, remote, host = office
    item = ask(host, "accepted")
    answer(desk, NUMBER, PROOF)
    verified = remote.read(BRANCH).replace("council-decision\n", "council-decision\n        verified: 2025-12-31\n", 1)
    reviewed = remote.commit(f"refs/heads/{BRANCH}", remote.tip(BRANCH), registry=verified)

    writes = len(host.writes)
    answer(desk, NUMBER, PROOF)
    assert len(host.writes) == writes

    edit(item, "/karar/12", "/baska")
    answer(desk, NUMBER, PROOF)
    assert remote.tip(BRANCH) == reviewed
    assert "/baska" not in host.pulls[0].body
    (only,) = host.answers(NUMBER)
    assert "changed after its review had begun" in only


def test_a_maintainer_who_pushes_at_the_same_moment_is_not_overwritten(office: Office, monkeypatch: pytest.MonkeyPatch):
    desk, remote, host = office
    item = ask(host, "accepted")
    answer(desk, NUMBER, PROOF)
    edit(item, "2022-01-05", "2022-02")
    write, theirs = Git.write, list[str]()

    def write_and_be_overtaken(*arguments: object) -> str:
        theirs.append(remote.commit(f"refs/heads/{BRANCH}", remote.tip(BRANCH), other="x"))
        return write(*arguments)

    monkeypatch.setattr(Git, "write", write_and_be_overtaken)
    assert answer(desk, NUMBER, PROOF) == []
    assert [remote.tip(BRANCH)] == theirs
    assert "changed after its review had begun" in host.answers(NUMBER)[0]


def test_a_pull_request_that_was_closed_stays_closed(office: Office):
    desk, _, host = office
    item = ask(host, "accepted")
    answer(desk, NUMBER, PROOF)
    host.close(host.pulls[0], "ornek-sorumlu")
    answer(desk, NUMBER, PROOF)
    assert len(host.pulls) == 1
    assert f"a maintainer has closed pull request #{host.pulls[0].number}" in host.answers(NUMBER)[-1]
    edit(item, "2022-01-05", "2022-02")
    answer(desk, NUMBER, PROOF)
    assert [pull.state for pull in host.pulls] == ["closed", "open"]


def test_a_request_that_became_wrong_points_to_its_earlier_entry(office: Office):
    desk, remote, host = office
    item = ask(host, "accepted")
    answer(desk, NUMBER, PROOF)
    tip = remote.tip(BRANCH)
    edit(item, "2022-01-05", "yarın")
    answer(desk, NUMBER, PROOF)
    assert remote.tip(BRANCH) == tip
    assert f"#{host.pulls[0].number}" in host.answers(NUMBER)[0]


@pytest.mark.parametrize("length", [65_000, 1_000_000])
def test_a_huge_request_gets_an_answer_that_fits(office: Office, length: int):
    desk, _, host = office
    edit(ask(host, "accepted"), "Örnek Belediyesi", "`@x " * (length // 4))
    assert answer(desk, NUMBER, PROOF) == []
    assert dangers(host.answers(NUMBER)[0], (host.url,)) == []
