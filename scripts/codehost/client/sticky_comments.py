"""Sticky comments: one comment per task in an issue or pull request, edited in place until there is news."""

import re
from dataclasses import dataclass

from codehost.client.api import Api
from codehost.client.host import BOT

_MARKED = re.compile("<!-- ([a-z]+)(?: ([a-z]+))? -->\n")


@dataclass(frozen=True, slots=True)
class Note:
    """A comment. `marker` is its task, `state` a word for its content, `after` the states after which it is news."""

    marker: str
    text: str
    state: str = ""
    after: tuple[str, ...] = ()

    @property
    def body(self) -> str:
        """The Markdown, with marker and state in a hidden comment."""
        return f"<!-- {self.marker}{' ' if self.state else ''}{self.state} -->\n{self.text}"


@dataclass(frozen=True, slots=True)
class _Written:
    id: int
    body: str
    state: str


def put_comment(api: Api, number: int, note: Note) -> None:
    """Make a note the last comment with its marker; an identical one is not changed.

    Editing a comment sends no notification: news is posted as a new comment, anything else replaces the last one.
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
    """Return the comments of the workflows with a marker, oldest first."""
    found = []
    for item in api.pages(f"issues/{number}/comments"):
        # Anyone may write the marker: only comments of the workflows are edited.
        mark = _MARKED.match(item["body"] or "") if (item["user"] or {}).get("login") == BOT else None
        if mark and mark[1] == marker:
            found.append(_Written(item["id"], item["body"], mark[2] or ""))
    return found
