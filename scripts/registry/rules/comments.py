"""The places of comments."""

from collections.abc import Iterator

from registry.comments import placed_comments
from registry.draft import Draft
from registry.rules.rule import FORMAT_COMMAND, Finding, quoted, rule
from source.tree import Scalar


@rule(wrong="province: 16  # Bursa")
def comment_place(draft: Draft) -> Iterator[Finding]:
    """Comments are written at the head of the file and on whole lines above an entry, so that they move with it."""
    for placed in placed_comments(draft.lines, draft.tree):
        if not placed.proper:
            comment, shown = placed.comment, quoted(placed.comment.text)
            tr = f"{shown} kaydın üstünde kendi satırında durur; şu komut taşır: {FORMAT_COMMAND}"
            en = f"{shown} belongs on a line of its own above the entry; this command moves it: {FORMAT_COMMAND}"
            yield Finding(Scalar(comment.text, comment.line, comment.column), tr, en)
