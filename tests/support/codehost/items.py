"""Issues, pull requests and comments, as the REST API shows them."""

from dataclasses import dataclass, field
from typing import Any


@dataclass
class Head:
    """The branch of a pull request; `repository` is None once a fork was deleted."""

    branch: str
    repository: str | None
    commit: str


@dataclass
class Item:
    """An issue, or with a `head` a pull request. `gone` is the status of one that was deleted or transferred."""

    number: int
    title: str
    body: str | None
    login: str | None
    labels: list[str] = field(default_factory=list)
    state: str = "open"
    closed_by: str | None = None
    head: Head | None = None
    base: str = "main"
    merged: bool = False
    gone: int = 0

    def as_issue(self, url: str, comments: int = 0) -> dict[str, Any]:
        """Return it as `GET /repos/{owner}/{repo}/issues/{number}` does; `url` is the repository's."""
        kind = "pull" if self.head else "issues"
        shown = {
            "number": self.number,
            "title": self.title,
            "body": self.body,
            "user": user(self.login),
            "labels": [{"name": name, "color": "ededed", "default": False} for name in self.labels],
            "state": self.state,
            "locked": False,
            "comments": comments,
            "author_association": "NONE",
            "closed_by": user(self.closed_by),
            "html_url": f"{url}/{kind}/{self.number}",
        }
        return {**shown, "pull_request": {"html_url": shown["html_url"]}} if self.head else shown

    def as_pull(self, url: str, repository: str) -> dict[str, Any]:
        """Return it as `GET /repos/{owner}/{repo}/pulls/{number}` does."""
        assert self.head
        owner = (self.head.repository or "").partition("/")[0] or None
        head = {"ref": self.head.branch, "sha": self.head.commit, "label": f"{owner}:{self.head.branch}"}
        head["repo"] = self.head.repository and {"full_name": self.head.repository}
        shown = self.as_issue(url)
        del shown["pull_request"], shown["closed_by"], shown["comments"]
        base = {"ref": self.base, "repo": {"full_name": repository}}
        merged = "2026-01-01T00:00:00Z" if self.merged else None
        return {**shown, "draft": False, "merged_at": merged, "head": head, "base": base}


@dataclass
class Comment:
    """A comment below an issue or pull request."""

    id: int
    number: int
    body: str
    login: str | None

    def shown(self, url: str) -> dict[str, Any]:
        """Return it as the API does."""
        address = f"{url}/issues/{self.number}#issuecomment-{self.id}"
        return {"id": self.id, "body": self.body, "user": user(self.login), "html_url": address}


def user(login: str | None) -> dict[str, str] | None:
    """Return an account; None for one that was deleted."""
    return login and {"login": login, "type": "Bot" if login.endswith("[bot]") else "User"}
