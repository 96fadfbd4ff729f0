"""Pull requests: found, opened, brought up to date."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Self

from desk.api import Api, pages
from desk.branch import Outcome
from desk.desk import MAIN


@dataclass(frozen=True, slots=True)
class Pull:
    """A pull request. `own` is False where its branch is in a fork."""

    number: int
    title: str
    body: str
    branch: str
    open: bool
    own: bool

    @classmethod
    def from_api(cls, item: Mapping[str, Any], repository: str) -> Self:
        """Read an item of `GET /repos/{owner}/{repo}/pulls`."""
        head = item["head"]
        own = (head["repo"] or {}).get("full_name") == repository  # a fork may be deleted
        body = (item["body"] or "").replace("\r\n", "\n")
        return cls(item["number"], item["title"], body, head["ref"], item["state"] == "open", own)


def open_pulls(api: Api) -> Iterator[Pull]:
    """Yield the open pull requests to the main branch, oldest first."""
    for item in pages(api, f"pulls?state=open&base={MAIN}&sort=created&direction=asc"):
        yield Pull.from_api(item, api.repository)


def pulls_from(api: Api, branch: str) -> list[Pull]:
    """Return the pull requests, open and closed, of a branch of the repository, newest first."""
    owner = api.repository.partition("/")[0]
    found = (Pull.from_api(item, api.repository) for item in pages(api, f"pulls?state=all&head={owner}:{branch}"))
    return [pull for pull in found if pull.own]


def propose(api: Api, branch: str, title: str, body: str, outcome: Outcome) -> int:
    """Return the number of the branch's pull request, opened or brought up to date where needed.

    One that a maintainer closed stays closed while the request stays the same.
    """
    found = pulls_from(api, branch)
    present = next((pull for pull in found if pull.open), None)
    if present:
        if not outcome.taken_over and (present.title, _unticked(present.body)) != (title, body):
            api.call("PATCH", f"pulls/{present.number}", {"title": title, "body": body})
        return present.number
    if found and not outcome.pushed:
        return found[0].number
    opened = api.call("POST", "pulls", {"title": title, "body": body, "head": branch, "base": MAIN})
    return int(opened["number"])


def _unticked(body: str) -> str:
    """Return a description as it was before reviewers ticked their list."""
    return body.replace("- [x]", "- [ ]")
