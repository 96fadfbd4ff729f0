"""Pull requests: search, creation, update and closing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Self

from codehost.client import bot
from codehost.client.api import Api
from codehost.client.host import pull_ref
from codehost.desk import MAIN
from codehost.requests.branch import Outcome
from codehost.requests.request import PREFIX


@dataclass(frozen=True, slots=True)
class Pull:
    """A pull request. `own` is False if its branch is in a fork."""

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

    @property
    def ref(self) -> str:
        """The full ref of its last commit, which also works for forks."""
        return pull_ref(self.number)

    @property
    def request(self) -> int:
        """The number of the request in the name of its branch, 0 for other branches."""
        number = self.branch.removeprefix(PREFIX)
        return int(number) if self.branch.startswith(PREFIX) and number.isdecimal() else 0


def open_pulls(api: Api) -> Iterator[Pull]:
    """Yield the open pull requests to the main branch, oldest first."""
    for item in api.pages(f"pulls?state=open&base={MAIN}&sort=created&direction=asc"):
        yield Pull.from_api(item, api.repository)


def pulls_from(api: Api, branch: str) -> list[Pull]:
    """Return the pull requests, open and closed, of a branch of the repository, newest first."""
    owner = api.repository.partition("/")[0]
    found = (Pull.from_api(item, api.repository) for item in api.pages(f"pulls?state=all&head={owner}:{branch}"))
    return [pull for pull in found if pull.own and pull.branch == branch]


def open_pull(api: Api, branch: str) -> Pull | None:
    """Return the open pull request of a branch of the repository, or None."""
    return next((pull for pull in pulls_from(api, branch) if pull.open), None)


def propose(api: Api, branch: str, title: str, body: str, outcome: Outcome) -> Pull:
    """Return the pull request of a branch, opened or updated if needed.

    One that a maintainer closed stays closed until the request changes.
    """
    found = pulls_from(api, branch)
    present = next((pull for pull in found if pull.open), None)
    if present:
        if not outcome.taken_over and (present.title, _unticked(present.body)) != (title, body):
            api.call("PATCH", f"pulls/{present.number}", {"title": title, "body": body})
        return present
    if found and not outcome.pushed and not _closed_by_us(api, found[0]):
        return found[0]
    payload = {"title": title, "body": body, "head": branch, "base": MAIN}
    made = api.create("pulls", payload, lambda: _open_number(api, branch))
    number = made if isinstance(made, int) else int(made["number"])
    return Pull(number, title, body, branch, open=True, own=True)


def _open_number(api: Api, branch: str) -> int | None:
    pull = open_pull(api, branch)
    return pull.number if pull else None


def close(api: Api, pull: Pull) -> None:
    """Close a pull request."""
    api.call("PATCH", f"pulls/{pull.number}", {"state": "closed"})


def _closed_by_us(api: Api, pull: Pull) -> bool:
    """Return whether the workflows closed a pull request, as they do when its request is closed."""
    return (api.call("GET", f"issues/{pull.number}").get("closed_by") or {}).get("login") == bot.NAME


def _unticked(body: str) -> str:
    """Return a description with the checklist of the reviewers unticked."""
    return body.replace("- [x]", "- [ ]")
