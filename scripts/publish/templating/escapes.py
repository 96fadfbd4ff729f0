"""Escaping of text for Markdown and Typst."""

import re

_MARKDOWN = re.compile(r"[\\`*_\[\]{}<&~^$]|^[#>+=:-]")
_ITEM_NUMBER = re.compile(r"^(\d+)([.)])")


def markdown(text: str) -> str:
    """Return `text` escaped for CommonMark, with the extensions of GitHub and of pandoc: it reads back the same words.

    Source: CommonMark 0.31.2, section 2.4.
    """
    return _ITEM_NUMBER.sub(r"\1\\\2", _MARKDOWN.sub(r"\\\g<0>", text))


def typst(text: str) -> str:
    """Return `text` as a string literal of Typst, in which only two characters are special."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
