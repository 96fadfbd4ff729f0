"""The state of the code host, and what people do there in a browser."""

import re
import subprocess
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from threading import RLock
from typing import Any

from support.codehost.access import BOT, Token
from support.codehost.faults import Faults
from support.codehost.items import Comment, Head, Item

_CLOSES = re.compile(r"\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):? #(\d+)", re.IGNORECASE)


@dataclass
class Call:
    """A call of the API; `path` is below the repository, `status` that of the reply (0: no reply)."""

    method: str
    path: str
    query: dict[str, str]
    payload: Any
    token: Token | None
    status: int = 0


@dataclass
class CodeHost:
    """One repository, whose git side is the bare repository at `folder`, served at `server`.

    `settings` are what the API answers about them, by path; `waits` are the seconds that a client under test would have
    waited.
    """

    folder: Path
    server: str = ""
    repository: str = "ornek/bildirge"
    private: bool = False
    has_issues: bool = True
    actions_may_propose: bool = True
    tokens: dict[str, Token] = field(default_factory=dict)
    labels: dict[str, dict[str, str]] = field(default_factory=dict)
    settings: dict[str, Any] = field(default_factory=dict)
    items: dict[int, Item] = field(default_factory=dict)
    comments: dict[int, Comment] = field(default_factory=dict)
    calls: list[Call] = field(default_factory=list)
    faults: Faults = field(default_factory=Faults)
    waits: list[float] = field(default_factory=list)
    lock: RLock = field(default_factory=RLock)
    numbers: Any = field(default_factory=lambda: count(100))

    @property
    def url(self) -> str:
        """The address of the repository."""
        return f"{self.server}/{self.repository}"

    @property
    def api_url(self) -> str:
        """The address of the API."""
        return f"{self.server}/api/v3"

    @property
    def issues(self) -> list[Item]:
        """The issues that are not pull requests, in order."""
        return [item for item in self.items.values() if not item.head]

    @property
    def pulls(self) -> list[Item]:
        """The pull requests, in order."""
        return [item for item in self.items.values() if item.head]

    @property
    def writes(self) -> list[str]:
        """The calls that changed something."""
        done = [call for call in self.calls if call.method != "GET" and 200 <= call.status < 300]
        return [f"{call.method} {call.path}" for call in done if call.path != "git-upload-pack"]

    def answers(self, number: int) -> list[str]:
        """Return the comments of the workflows below an issue or pull request."""
        return [each.body for each in self.comments.values() if (each.number, each.login) == (number, BOT)]

    def open_issue(self, number: int, body: str | None, *labels: str, login: str = "ornek-basvuran") -> Item:
        """Let somebody open an issue."""
        self.labels |= {name: {"name": name} for name in labels if name not in self.labels}
        self.items[number] = Item(number, "Başvuru · Request", body, login, list(labels))
        return self.items[number]

    def open_pull(self, number: int, branch: str, repository: str | None, commit: str = "") -> Item:
        """Let somebody open a pull request; `repository` is None for a deleted fork."""
        self.items[number] = Item(number, "x", None, "ornek-yabanci", head=Head(branch, repository, commit))
        return self.items[number]

    def comment(self, number: int, body: str, login: str | None) -> Comment:
        """Let somebody comment."""
        made = Comment(next(self.numbers), number, body, login)
        self.comments[made.id] = made
        return made

    def close(self, item: Item, login: str | None = None) -> None:
        """Let somebody close an issue or pull request."""
        item.state, item.closed_by = "closed", login or item.login

    def merged(self, item: Item) -> None:
        """Let a pull request be merged: the issues that its description closes are closed with it."""
        self.close(item, "ornek-sorumlu")
        item.merged = True
        for number in map(int, _CLOSES.findall(item.body or "")):
            if number in self.items:
                self.close(self.items[number], "ornek-sorumlu")

    def event(self, number: int, action: str) -> dict[str, Any]:
        """Return the payload of the event `issues` as it is now."""
        issue = self.items[number].as_issue(self.url)
        return {"action": action, "issue": issue, "repository": {"full_name": self.repository}}

    def tip(self, branch: str) -> str:
        """Return the last commit of a branch, "" where there is none."""
        return self.git("for-each-ref", "--format=%(objectname)", f"refs/heads/{branch}")

    def sync(self) -> None:
        """Let the open pull requests follow their branches; one whose branch was deleted is closed."""
        for item in self.pulls:
            if item.state == "open" and item.head and item.head.repository == self.repository:
                if not (tip := self.tip(item.head.branch)):
                    self.close(item)
                elif tip != item.head.commit:
                    item.head.commit = tip
                    self.git("update-ref", f"refs/pull/{item.number}/head", tip)

    def git(self, *arguments: str) -> str:
        """Run git in the bare repository."""
        done = subprocess.run(["git", *arguments], cwd=self.folder, capture_output=True, text=True, check=True)
        return done.stdout.strip()
