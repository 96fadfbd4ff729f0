"""A comment rendered by GitHub's own Markdown: the oracle for what words of strangers can do in it."""

import re
from xml.etree import ElementTree as ET

import cmarkgfm
import html5lib
from cmarkgfm.cmark import Options

_PLAIN = {"html", "head", "body", "p", "ul", "ol", "li", "strong", "em", "hr", "h3", "br", "input"}
_REFERENCE = re.compile(r"(?<!\w)@\w+|(?<!\w)#\d+|\bGH-\d+|https?://|www\.", re.IGNORECASE)
"""What GitHub links in text that is not code: people, issues, addresses."""


def tree(markdown: str) -> ET.Element:
    """Return the HTML of a comment, nothing filtered, as a browser would read it."""
    html = cmarkgfm.github_flavored_markdown_to_html(markdown, options=Options.CMARK_OPT_UNSAFE)
    return html5lib.parse(html, namespaceHTMLElements=False)


def dangers(markdown: str, ours: tuple[str, ...] = ()) -> list[str]:
    """Return what a comment links, mentions, loads or runs, except what begins like one of `ours`."""
    found: list[str] = []
    _visit(tree(markdown), found)
    return [danger for danger in found if not danger.startswith(ours)]


def texts(markdown: str) -> str:
    """Return the words that a reader sees."""
    return " ".join("".join(tree(markdown).itertext()).split())


def _visit(element: ET.Element, found: list[str]) -> None:
    if element.tag in {"code", "pre"}:
        found += [f"<{child.tag}> in code" for child in element if child.tag != "code"]
        return
    if not isinstance(element.tag, str):
        pass  # a comment
    elif element.tag == "a":
        found.append(element.get("href", ""))
        return
    elif element.tag not in _PLAIN:
        found.append(f"<{element.tag}>")
    found += _REFERENCE.findall(element.text or "") if isinstance(element.tag, str) else []
    for child in element:
        _visit(child, found)
        found += _REFERENCE.findall(child.tail or "")
