"""Pull requests: search, creation, update, and withdrawal with the branch."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Self

from codehost.client.api import Api
from codehost.client.host import BOT
from codehost.client.sticky_comments import Note, put_comment
from codehost.desk import MAIN, Desk
from codehost.requests.branch import Outcome
from codehost.requests.request import PREFIX, Request
from codehost.texts import render


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
        unticked = present.body.replace("- [x]", "- [ ]")
        if outcome != "taken over" and (present.title, unticked) != (title, body):
            api.call("PATCH", f"pulls/{present.number}", {"title": title, "body": body})
        return present
    if found and outcome != "pushed" and not _closed_by_us(api, found[0]):
        return found[0]
    payload = {"title": title, "body": body, "head": branch, "base": MAIN}
    made = api.create("pulls", payload, lambda: open_pull(api, branch))
    return made if isinstance(made, Pull) else Pull.from_api(made, api.repository)


def withdraw(desk: Desk, request: Request, why: str = "closed") -> None:
    """Close the pull request of a request with a comment that says `why`, and delete the branch.

    A branch with commits of others is kept, and so is its pull request if the request is open.
    """
    tip = desk.git.remote_tip(request.branch)
    commits = desk.git.log(desk.git.commit("HEAD"), tip) if tip else []
    ours = all(commit.ours for commit in commits)
    if (ours or not request.wanted) and (pull := open_pull(desk.api, request.branch)):
        desk.api.call("PATCH", f"pulls/{pull.number}", {"state": "closed"})
        text = render(desk.layout, "intake-withdrawn.md", number=request.number, why=why)
        put_comment(desk.api, pull.number, Note("withdraw", text, why))
    if tip and ours:
        desk.git.push("", request.branch, tip)


def _closed_by_us(api: Api, pull: Pull) -> bool:
    """Return whether the workflows closed a pull request, as they do when its request is closed."""
    return (api.call("GET", f"issues/{pull.number}").get("closed_by") or {}).get("login") == BOT
