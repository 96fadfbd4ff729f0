"""Where GitHub's own words are: a move to another code host finds them in few modules, which DECISIONS.md names."""

import re

from support.repository import ROOT

MODULES = sorted((ROOT / "scripts").rglob("*.py"))
DECISIONS = (ROOT / "DECISIONS.md").read_text(encoding="utf-8")
CALL = re.compile(r"\bapi\.(?:call|create|found|pages)\(")
OWN = re.compile(
    r"x-access-token|refs/pull/|/issues/new|/actions/runs|/blob/|65_536|noreply\.github|github-actions\[bot\]"
    r"|\.github/ISSUE_TEMPLATE|X-GitHub|vnd\.github|security/advisories"
)


def modules(pattern: re.Pattern[str]) -> set[str]:
    """Return the modules whose code, docstrings left out, has what a pattern says."""
    found = set()
    for path in MODULES:
        code = re.sub(r'""".*?"""', "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        if pattern.search(code):
            found.add(path.relative_to(ROOT / "scripts").as_posix())
    return found


def test_few_modules_call_the_api():
    """Each reads answers of the API, too; all others see dataclasses."""
    calling = {
        "client/sticky_comments",
        "evidence_links/link_report",
        "requests/answer_request",
        "requests/pulls",
        "requests/request",
        "setup/doctor",
    }
    assert modules(CALL) == {f"codehost/{name}.py" for name in calling}
    told = DECISIONS.partition("**Moving to another code host.**")[2].partition("\n\n")[0]
    assert all(f"`{name}`" in told for name in calling)


def test_what_is_githubs_own_has_its_place():
    assert modules(OWN) == {
        "codehost/client/api.py",
        "codehost/client/host.py",
        "publish/new/generator.py",
        "publish/site/security.py",
    }
