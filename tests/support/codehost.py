"""A code host in memory, with the few calls of GitHub's REST API that the desk makes, and what is wrong with others."""

import re
from collections.abc import Mapping
from itertools import count
from typing import Any

from desk.api import ApiError

BOT = {"login": "github-actions[bot]"}
_LISTS = {
    r"issues/(?P<number>\d+)/comments": "_comments",
    r"pulls": "_pulls",
    r"issues": "_issues",
}
_CHANGES = {
    ("POST", r"issues/(?P<number>\d+)/comments"): "_comment",
    ("PATCH", r"issues/comments/(?P<number>\d+)"): "_edit_comment",
    ("POST", r"pulls"): "_open_pull",
    ("PATCH", r"pulls/(?P<number>\d+)"): "_edit_pull",
    ("POST", r"issues"): "_open_issue",
    ("PATCH", r"issues/(?P<number>\d+)"): "_edit_issue",
}


class CodeHost:
    """`writes` counts the calls that change something, so that tests can see that a second run changes nothing."""

    repository = "ornek/bildirge"
    url = "https://kod.example/ornek/bildirge"

    def __init__(self) -> None:
        self.comments: list[dict[str, Any]] = []
        self.pulls: list[dict[str, Any]] = []
        self.issues: list[dict[str, Any]] = []
        self.writes: list[str] = []
        self._numbers = count(100)

    def call(self, method: str, path: str, payload: Mapping[str, object] | None = None) -> Any:
        """Answer as `desk.api.Api.call` says."""
        path, _, query = path.partition("?")
        arguments = dict(part.split("=", 1) for part in query.split("&") if part)
        if method == "GET":
            return self._list(path, arguments)
        for (verb, pattern), name in _CHANGES.items():
            if verb == method and (match := re.fullmatch(pattern, path)):
                self.writes.append(f"{method} {path}")
                return getattr(self, name)(payload or {}, *map(int, match.groups()))
        raise ApiError(f"{method} {path}: 404 Not Found")

    def add_comment(self, number: int, body: str, login: str) -> None:
        """Let somebody comment."""
        user = {"login": login} if login else None  # a deleted account
        self.comments.append({"id": next(self._numbers), "number": number, "body": body, "user": user})

    def add_pull(self, number: int, branch: str, repository: str | None, state: str = "open") -> None:
        """Let somebody open a pull request; `repository` is None for a deleted fork."""
        head = {"ref": branch, "repo": repository and {"full_name": repository}}
        self.pulls.append({"number": number, "title": "", "body": None, "state": state, "head": head})

    def answers(self, number: int) -> list[str]:
        """Return the comments of the workflows below an issue or pull request."""
        return [item["body"] for item in self.comments if item["number"] == number and item["user"] == BOT]

    def _list(self, path: str, arguments: dict[str, str]) -> list[dict[str, Any]]:
        for pattern, name in _LISTS.items():
            if match := re.fullmatch(pattern, path):
                found = getattr(self, name)(arguments, *map(int, match.groups()))
                size, page = int(arguments["per_page"]), int(arguments["page"])
                return found[(page - 1) * size : page * size]
        raise ApiError(f"GET {path}: 404 Not Found")

    def _comments(self, _: dict[str, str], number: int) -> list[dict[str, Any]]:
        return [item for item in self.comments if item["number"] == number]

    def _pulls(self, arguments: dict[str, str]) -> list[dict[str, Any]]:
        found = [item for item in self.pulls if arguments["state"] in ("all", item["state"])]
        if "head" in arguments:
            branch = arguments["head"].partition(":")[2]
            found = [item for item in reversed(found) if item["head"]["ref"] == branch]
        return found

    def _issues(self, arguments: dict[str, str]) -> list[dict[str, Any]]:
        return [item for item in self.issues if {"name": arguments["labels"]} in item["labels"]]

    def _comment(self, payload: Mapping[str, Any], number: int) -> None:
        assert len(payload["body"]) <= 65_536, "longer than the code host takes"
        self.add_comment(number, payload["body"], BOT["login"])

    def _edit_comment(self, payload: Mapping[str, Any], number: int) -> None:
        next(item for item in self.comments if item["id"] == number).update(payload)

    def _open_pull(self, payload: Mapping[str, Any]) -> dict[str, Any]:
        head = {"ref": payload["head"], "repo": {"full_name": self.repository}}
        self.pulls.append({**payload, "number": next(self._numbers), "state": "open", "head": head})
        return self.pulls[-1]

    def _edit_pull(self, payload: Mapping[str, Any], number: int) -> None:
        next(item for item in self.pulls if item["number"] == number).update(payload)

    def _open_issue(self, payload: Mapping[str, Any]) -> None:
        labels = [{"name": label} for label in payload["labels"]]
        self.issues.append({**payload, "number": next(self._numbers), "state": "open", "labels": labels, "user": BOT})

    def _edit_issue(self, payload: Mapping[str, Any], number: int) -> None:
        next(item for item in self.issues if item["number"] == number).update(payload)
