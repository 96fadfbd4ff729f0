"""Markdown files: where their front matter ends, and what they look like as HTML."""

import re
from functools import lru_cache

from markdown import Markdown

HEAD = re.compile(r"\A---\n(.*?)^---$", re.DOTALL | re.MULTILINE)
"""The front matter of a file; its group is the YAML in it."""
_EXTENSIONS = ("tables", "fenced_code", "attr_list")
"""Of Python-Markdown; the site builder adds `toc`, which gives ids to headings that have none."""


def end_of_head(text: str) -> int:
    """Return the index in a file at which its front matter ends."""
    head = HEAD.match(text)
    return head.end() if head else 0


@lru_cache(maxsize=64)  # a page is looked at by several checks
def render(text: str, *more: str) -> str:
    """Return the HTML of a file, without its front matter, or of a sentence; `more` names further extensions."""
    return Markdown(extensions=[*_EXTENSIONS, *more]).convert(text[end_of_head(text) :])
