"""One comment in an issue or pull request that is edited instead of repeated, until there is news."""

import re
from dataclasses import dataclass

from codehost.client import bot
from codehost.client.api import Api

_MARKED = re.compile("<!-- ([a-z]+)(?: ([a-z]+))? -->\n")


@dataclass(frozen=True, slots=True)
class Note:
    """A comment to write. `marker`: the task it belongs to. `state`: what it says there, in a word.

    `after` are states that the last comment may have for this one to be news.
    """

    marker: str
    text: str
    state: str = ""
    after: tuple[str, ...] = ()

    @property
    def body(self) -> str:
        """The Markdown, with marker and state where no reader sees them."""
        return f"<!-- {self.marker}{' ' if self.state else ''}{self.state} -->\n{self.text}"


@dataclass(frozen=True, slots=True)
class _Written:
    """A comment of the workflows that is there."""

    id: int
    body: str
    state: str


def put_comment(api: Api, number: int, note: Note) -> None:
    """Make a note the last comment that bears its marker; one that says so already stays untouched.

    An edited comment notifies nobody: news is written below the last comment, all else in its place.
    """
    before = _written(api, number, note.marker)
    last = before[-1] if before else None
    if last and (last.state == note.state or last.state not in note.after):
        if last.body != note.body:
            api.call("PATCH", f"issues/comments/{last.id}", {"body": note.body})
        return

    def new() -> _Written | None:
        written = _written(api, number, note.marker)
        return written[-1] if written[len(before) :] else None

    api.create(f"issues/{number}/comments", {"body": note.body}, new)


def _written(api: Api, number: int, marker: str) -> list[_Written]:
    """Return the workflows' comments with a marker, oldest first."""
    found = []
    for item in api.pages(f"issues/{number}/comments"):
        # A stranger may write the marker too: only the workflows' own comments are ever edited.
        mark = _MARKED.match(item["body"] or "") if (item["user"] or {}).get("login") == bot.NAME else None
        if mark and mark[1] == marker:
            found.append(_Written(item["id"], item["body"], mark[2] or ""))
    return found
