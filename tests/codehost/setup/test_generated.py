"""What is made from the model is fresh, and what is made works."""

import re
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from codehost.desk import Desk
from codehost.evidence_links import link_report
from codehost.requests import answer_request
from codehost.requests.answer_request import answer
from codehost.setup.generated import COMMAND, check, generate
from registry.definition.read import load_definition
from registry.fields import URL_LIMIT
from registry.requests.form import questions
from source.layout import Layout
from source.problems.problem import SourceError
from support.codehost import CodeHost
from support.desk import Remote, entries, recorded, reference, submit
from support.registry import DOCUMENTED_RULES, EVIDENCE_KINDS, KINDS
from support.repository import ROOT, data
from support.shown import tree

FORM = ".github/ISSUE_TEMPLATE/signatory.yml"
CORRECTIONS = ".github/ISSUE_TEMPLATE/change.yml"
GUIDE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


@pytest.fixture
def copy(tmp_path: Path) -> Layout:
    """The files that are made, and what they are made from."""
    for folder in (".github", "data"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    shutil.copy2(ROOT / "CONTRIBUTING.md", tmp_path)
    (tmp_path / "overrides").symlink_to(ROOT / "overrides")
    return Layout(tmp_path)


def test_the_committed_files_are_fresh():
    assert check(Layout(ROOT), reference()) == []


@pytest.mark.parametrize("name", [FORM, "CONTRIBUTING.md"])
def test_a_stale_file_is_named_with_the_command_that_renews_it(copy: Layout, name: str):
    path = copy.root / name
    fresh = path.read_text(encoding="utf-8")
    path.write_text(fresh.replace("NFKC", "NFC").replace("16 Bursa", "17 Bursa"), encoding="utf-8")
    (problem,) = check(copy, reference())
    assert (problem.path, problem.rule, problem.fix) == (name, "stale", COMMAND)
    generate(copy, reference())
    assert path.read_text(encoding="utf-8") == fresh


@pytest.mark.parametrize("name", ["tests/cases/registry/states", "tests/sites/dernek/data"])
def test_the_form_of_another_registry_says_nothing_of_ours(copy: Layout, name: str):
    for file in (ROOT / name).glob("*.yaml"):
        shutil.copy2(file, copy.data)
    definition, places = load_definition(copy)
    generate(copy, replace(reference(), definition=definition, places=places))
    form, corrections = ((copy.root / each).read_text(encoding="utf-8").casefold() for each in (FORM, CORRECTIONS))
    ours = {word for kind in (*KINDS, *EVIDENCE_KINDS) for word in kind.words.values()}
    assert [word for word in sorted(ours) if word in form + corrections] == []
    assert re.findall("belediye|municipal|province|6698|kvkk|bursa", form + corrections) == []
    assert definition.examples["id"] in corrections
    for kind in (*definition.kinds, *definition.evidence_kinds):
        assert any(f"{kind.words['en']}{mark}" in form for mark in ", ."), kind
    assert re.findall(r"label: (.+) / \1\n", form) == []


def test_a_form_that_is_not_there_is_made(copy: Layout):
    (copy.root / FORM).unlink()
    assert [problem.path for problem in check(copy, reference())] == [FORM]
    generate(copy, reference())
    assert check(copy, reference()) == []


def test_words_outside_the_table_are_the_authors(copy: Layout):
    path = copy.root / "CONTRIBUTING.md"
    path.write_text(path.read_text(encoding="utf-8") + "\nSon söz\n", encoding="utf-8")
    assert check(copy, reference()) == []


@pytest.mark.parametrize(
    ("old", "new", "rules"),
    [
        ("\nemail:", "\nepost:", {"missing-key", "unknown-key"}),
        ("  wrong: 100 MB", "  worng: 100 MB", {"unknown-key"}),
        ("  tr: Adda HTML bulunmaz.\n", "  wrong: x\n", {"missing-key"}),
    ],
)
def test_a_rule_without_its_turkish_is_a_problem(copy: Layout, old: str, new: str, rules: set[str]):
    path = copy.data / "rules.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    with pytest.raises(SourceError) as caught:
        check(copy, reference())
    assert {problem.rule for problem in caught.value.problems} == rules


def test_the_form_asks_what_the_model_asks():
    form = data(FORM)
    asked = [item for item in form["body"] if item["type"] == "input"]
    model = questions(reference())
    assert [item["id"] for item in asked] == [question.id for question in model]
    for item, question in zip(asked, model, strict=True):
        assert item["attributes"]["label"] == question.heading
        assert item["attributes"]["placeholder"] == question.example
        assert item["validations"]["required"] is question.field.required


def test_an_address_can_fill_in_every_question():
    """GitHub documents that for text inputs; dropdowns filled in by address were seen to open a blank editor."""
    assert {item["type"] for item in data(FORM)["body"]} == {"markdown", "input", "checkboxes"}


def test_the_form_has_what_github_asks_of_forms():
    body = data(FORM)["body"]
    labels = [item["attributes"]["label"] for item in body if "label" in item["attributes"]]
    ids = [item["id"] for item in body if "id" in item]
    assert len(set(labels)) == len(labels)
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch("[A-Za-z0-9_-]+", each) for each in ids)


def test_a_form_filled_in_with_its_own_examples_is_accepted(office: tuple[Desk, Remote, CodeHost]):
    """The body as GitHub writes it from the form: a heading for each question, the answer below."""
    desk, remote, host = office
    parts = []
    for item in data(FORM)["body"]:
        attributes = item["attributes"]
        if item["type"] == "input":
            given = attributes.get("placeholder", "_No response_")
        elif item["type"] == "checkboxes":
            given = "\n".join(f"- [x] {option['label']}" for option in attributes["options"])
        else:
            continue
        parts.append(f"### {attributes['label']}\n\n{given}")
    host.open_issue(12, "\n\n".join(parts))
    answer(desk, 12, "_x")
    (new,) = (entry for entry in entries(remote.read("intake/12")) if entry["id"] != "kurgu-istanbul")
    assert new["id"] == "deneme-bursa"
    assert new["signatures"][0]["evidence"]["archive"]


def test_every_rule_stands_in_the_guide_once():
    table = GUIDE[GUIDE.index("<!-- rules -->") : GUIDE.index("<!-- /rules -->")]
    _, *rows = tree(table).iter("tr")
    assert ["".join(row[0].itertext()) for row in rows] == list(DOCUMENTED_RULES)
    assert all(len(row) == 3 for row in rows), "a cell holds a “|”"


def test_both_halves_of_the_guide_say_the_same():
    halves = GUIDE.split("# Terimler · Terms")[0].split("# Contribution guide")
    for pattern in ("^## ", "^[0-9]\\. ", "^- ", "^\\|", "^```"):
        turkish, english = (len(re.findall(pattern, half, re.MULTILINE)) for half in halves)
        assert turkish == english
    for half in halves:
        ranked = re.findall("^\\| [^|]+ \\| `([a-z-]+)` \\|$", half, re.MULTILINE)
        assert ranked == ["kind", *(choice.value for choice in EVIDENCE_KINDS)]


def test_the_guide_names_the_checks_labels_and_settings_that_the_workflows_use():
    workflow = data(".github/workflows/check.yml")
    names = [job["name"] for job in workflow["jobs"].values()]
    labels = [data(f".github/ISSUE_TEMPLATE/{form}.yml")["labels"][0] for form in ("signatory", "change")]
    deploy = (ROOT / ".github/workflows/deploy.yml").read_text(encoding="utf-8")
    variables = re.findall(r"vars\.(\w+)", deploy)
    for word in (*names, *labels, link_report.LABEL, answer_request.LABEL, *variables):
        assert GUIDE.count(word) >= 2, f"{word} is missing in a half of the guide"


def test_the_proof_is_the_same_everywhere():
    workflows = [(ROOT / f".github/workflows/{name}.yml").read_text(encoding="utf-8") for name in ("intake", "resolve")]
    (label,) = {each for workflow in workflows for each in re.findall(r"--proof (\S+)", workflow)}
    assert GUIDE.count(f"{label}.") == 2


def test_every_command_of_the_guide_is_there():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"make ([a-z-]+)", GUIDE):
        assert f"\n{target}:" in makefile
    for script, command in set(re.findall(r"(scripts/\w+\.py) (\w+)", GUIDE)):
        told = subprocess.run([sys.executable, ROOT / script, "--help"], capture_output=True, text=True, check=True)
        assert re.search(rf"\b{command}\b", told.stdout)


def test_limits_reach_the_answers(office: tuple[Desk, Remote, CodeHost]):
    desk, _, host = office
    item = submit(host, recorded("accepted")[0])
    item.body = item.body.replace("/karar/12", "/" + "k" * URL_LIMIT)
    answer(desk, 12, "_x")
    assert "points to correct: 1." in host.answers(12)[0]


def test_yaml_of_the_code_host_is_read_the_same_by_another_parser():
    for path in (ROOT / ".github").rglob("*.yml"):
        assert isinstance(yaml.safe_load(path.read_text(encoding="utf-8")), dict)
