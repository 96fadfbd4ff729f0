"""The launch list, the table of settings and the doctor are made of the same data, and the data of what is there."""

import re
import shutil
from pathlib import Path

import pytest

from codehost.evidence_links import link_report
from codehost.requests import answer_request, request
from codehost.setup.launch import guide_parts, load_steps
from source.layout import Layout
from source.problems.problem import SourceError
from support.repository import ROOT, data
from support.shown import texts, tree

GUIDE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
STEPS = load_steps(Layout(ROOT))
PARTS = guide_parts(Layout(ROOT))
EXPECTED = {setting.read.partition("?")[0]: setting.expect for step in STEPS for setting in step.settings}
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


@pytest.mark.parametrize(("locale", "other"), [("tr", "en"), ("en", "tr")])
def test_the_guide_has_all_of_it_in_each_language(locale: str, other: str):
    halves = dict(zip(("tr", "en"), GUIDE.split("\n# Contribution guide\n"), strict=True))
    assert PARTS[f"launch-{locale}"] in halves[locale]
    table = PARTS[f"settings-{locale}"]
    assert table in halves[locale]
    assert table not in halves[other]
    _, *rows = tree(table).iter("tr")
    assert [len(row) for row in rows] == [3] * sum(len(step.settings) for step in STEPS), "a cell contains a “|”"
    (listed,) = tree(PARTS[f"launch-{locale}"]).iter("ol")
    assert len(listed) == len(STEPS)


def test_the_labels_are_those_that_forms_and_workflows_set():
    forms = [data(f".github/ISSUE_TEMPLATE/{name}.yml")["labels"] for name in ("signatory", "change")]
    used = {request.LABEL, link_report.LABEL, answer_request.LABEL, *(label for labels in forms for label in labels)}
    assert {label["name"] for label in EXPECTED["labels"]} == used


def test_the_required_checks_are_the_jobs_of_the_workflow():
    rules = {rule["type"]: rule.get("parameters") for rule in EXPECTED["rules/branches/main"]}
    required = [check["context"] for check in rules["required_status_checks"]["required_status_checks"]]
    assert required == [job["name"] for job in data(".github/workflows/check.yml")["jobs"].values()]


def test_every_workflow_is_to_be_active():
    active = [workflow["path"] for workflow in EXPECTED["actions/workflows"]["workflows"]]
    assert active == [path.relative_to(ROOT).as_posix() for path in WORKFLOWS]


def test_every_variable_and_no_secret_of_the_workflows_is_a_setting():
    used = "\n".join(path.read_text(encoding="utf-8") for path in WORKFLOWS)
    variables = set(re.findall(r"\bvars\.(\w+)", used))
    places = " ".join(setting.place for step in STEPS for setting in step.settings)
    assert variables == set(re.findall("Variables → `([A-Z_]+)`", places))
    assert "secrets." not in used


def test_the_environment_is_the_one_of_the_workflow():
    environment = data(".github/workflows/deploy.yml")["jobs"]["publish"]["environment"]["name"]
    assert f"environments/{environment}/deployment-branch-policies" in EXPECTED


@pytest.mark.parametrize(
    "words",
    [
        ("Issues",),
        ("Actions",),
        ("Pages", "deploy"),
        ("etiket", "label"),
        ("alan adı", "domain"),
        ("HTTPS",),
        ("60 gün", "60 days"),
        ("kırmızı", "red run"),
        ("CONTACT_URL",),
        ("Kurallar, en son", "Rules, last"),
        ("Hatalara kim bakar", "Who watches"),
        ("dakika", "minutes"),
    ],
)
def test_nothing_of_the_first_day_is_forgotten(words: tuple[str, ...]):
    for locale, word in zip(("tr", "en"), (words * 2)[:2], strict=True):
        assert word in texts(PARTS[f"launch-{locale}"])


def test_the_rules_come_after_what_they_need():
    """Owners have to be named, and checks to have run, before the rules ask for them."""
    numbers = {setting.read.partition("?")[0]: step.number for step in STEPS for setting in step.settings}
    assert numbers["contents/.github/CODEOWNERS"] < numbers["rules/branches/main"]
    assert numbers["pages"] < numbers["rules/branches/main"]


def test_both_halves_of_the_readme_lead_to_the_list():
    english, turkish = README.split("\n# ")
    for half, heading in ((english, "Day one"), (turkish, "Yayına açılış")):
        anchor = heading.lower().replace(" ", "-")
        assert f"(CONTRIBUTING.md#{anchor})" in half
        assert f"\n## {heading}\n" in GUIDE


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("steps:", "step:", "missing-key"),
        ("        tr: Public\n", "", "missing-key"),
        ("        expect: {private: false}\n", "", "missing-key"),
        ("        read: pages\n", "        reed: pages\n", "unknown-key"),
        ("steps:\n", "steps:\n  - x\n", "wrong-shape"),
    ],
)
def test_a_list_that_is_not_in_order_is_a_problem(tmp_path: Path, old: str, new: str, rule: str):
    shutil.copytree(ROOT / "data", tmp_path / "data")
    path = tmp_path / "data" / "launch.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(SourceError) as caught:
        load_steps(Layout(tmp_path))
    assert rule in {problem.rule for problem in caught.value.problems}
    assert all(problem.path == "data/launch.yaml" for problem in caught.value.problems)
