"""Where comments may stand."""

from collections.abc import Iterator

from registry.comments import placed_comments
from registry.draft import Draft
from registry.rules.rule import Finding, quoted, rule
from source.tree import Scalar

_FORMAT = "python scripts/signatories.py format"


@rule(wrong="province: 16  # Bursa")
def comment_place(draft: Draft) -> Iterator[Finding]:
    """Comments stand at the head of the file and on whole lines above an entry, so that they move with it."""
    for placed in placed_comments(draft.lines, draft.tree):
        if not placed.proper:
            comment = placed.comment
            tr = f"{quoted(comment.text)} kaydın üstünde kendi satırında durur; şu komut taşır: {_FORMAT}"
            en = (
                f"{quoted(comment.text)} belongs on a line of its own above the entry; this command moves it: {_FORMAT}"
            )
            yield Finding(Scalar(comment.text, comment.line, comment.column), tr, en)
