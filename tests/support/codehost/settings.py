"""Settings of the repository, in the words of https://docs.github.com/rest (repos, actions, pages, deployments)."""

from typing import Any

from support.codehost.access import require
from support.codehost.replies import Reply, not_found
from support.codehost.rest import Asked, endpoint

MERGE_SETTINGS = ("allow_merge_commit", "delete_branch_on_merge")
"""Fields that are shown only to those who may push."""
_NEEDS = {
    r"(actions/permissions(?:/workflow|/fork-pr-contributor-approval)?)": "administration",
    "(private-vulnerability-reporting)": "administration",
    "(actions/variables)": "variables",
    "(actions/workflows)": "actions",
    "(environments/github-pages/deployment-branch-policies)": "actions",
    "(pages)": "pages",
    r"(contents/\.github/CODEOWNERS)": "contents",
    "(codeowners/errors)": "contents",
}
"""The path of a setting → the permission to read it."""


@endpoint("GET", "")
def get_repository(asked: Asked) -> Reply:
    """Return the repository, as far as the token may see it."""
    require(asked.call.token, "contents", level="read", private=asked.host.private)
    pushes = asked.call.token and asked.call.token.may("contents", "write")
    shown = {"full_name": asked.host.repository, "private": asked.host.private, "has_issues": asked.host.has_issues}
    shown |= asked.host.settings.get("", {})
    return Reply(200, {key: value for key, value in shown.items() if pushes or key not in MERGE_SETTINGS})


@endpoint("GET", "labels")
def list_labels(asked: Asked) -> Reply:
    """List the labels."""
    asked.filters()
    asked.need("issues", "pulls")
    return asked.page(list(asked.host.labels.values()))


@endpoint("GET", "(rules/branches/main|rulesets)")
def list_rules(asked: Asked, path: str) -> Reply:
    """List the rules of a branch, or the rulesets without their rules, to all who may see the repository."""
    asked.filters()
    asked.need("contents")
    found = asked.host.settings.get(path, [])
    hidden = ("rules", "conditions") if path == "rulesets" else ()
    return asked.page([{key: value for key, value in each.items() if key not in hidden} for each in found])


@endpoint("GET", r"rulesets/(\d+)")
def get_ruleset(asked: Asked, number: str) -> Reply:
    """Return a ruleset with its rules."""
    asked.need("contents")
    return Reply(200, next(each for each in asked.host.settings["rulesets"] if each["id"] == int(number)))


def _setting(needed: str) -> Any:
    def get(asked: Asked, path: str) -> Reply:
        """Return a setting to those who may read it."""
        asked.filters("ref")
        require(asked.call.token, needed, level="read", private=needed != "contents" or asked.host.private)
        if path not in asked.host.settings:
            raise not_found()
        return Reply(200, asked.host.settings[path])

    return get


for _pattern, _needed in _NEEDS.items():
    endpoint("GET", _pattern)(_setting(_needed))
