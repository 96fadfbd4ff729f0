"""Files other than pages, from the templates of overrides/formats/, and the escaping of texts in them."""

import re
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from publish.templating.environment import CompiledTemplates, template_problems
from source.layout import Layout

ESCAPED = ("html", "xhtml", "xml", "svg", "opf", "rels")
"""File types in which &, < and quotation marks of a value have to be escaped."""
_MARKDOWN = re.compile(r"[\\`*_\[\]{}<&~^$]|^[#>+=:-]")
_ITEM_NUMBER = re.compile(r"^(\d+)([.)])")


def render_format(layout: Layout, name: str, **values: object) -> str:
    """Render the template overrides/formats/<name>; SourceError if it fails."""
    with template_problems(layout):
        return _environment(layout).get_template(name).render(**values)


def environment_of(folder: Path, **more: Any) -> Environment:
    """Return the environment of templates of text files; `more` are further settings."""
    kept: dict[str, Any] = dict.fromkeys(("trim_blocks", "lstrip_blocks", "keep_trailing_newline"), True)
    return Environment(loader=FileSystemLoader(folder), undefined=StrictUndefined, **kept, **more)  # noqa: S701 - by type


@cache
def _environment(layout: Layout) -> Environment:
    environment = environment_of(
        layout.templates / "formats",
        autoescape=lambda name: (name or "").rpartition(".")[2] in ESCAPED,
        bytecode_cache=CompiledTemplates(layout.cache),
    )
    environment.filters["bibtex"] = _bibtex
    environment.filters["css"] = _css
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False}
    return environment


def _bibtex(text: str) -> str:
    """Escape the special characters of TeX; those that need a command are removed."""
    return re.sub(r"([#$%&_{}])", r"\\\1", text.replace("\\", "").replace("~", "").replace("^", ""))


def _css(text: str) -> str:
    """Return a text as a string literal of CSS."""
    return '"' + re.sub(r'[\\"\x00-\x1f]', lambda found: f"\\{ord(found[0]):x} ", text) + '"'


def markdown(text: str) -> str:
    """Return `text` escaped for CommonMark, with the extensions of GitHub and of pandoc: it reads back the same words.

    Source: CommonMark 0.31.2, section 2.4.
    """
    return _ITEM_NUMBER.sub(r"\1\\\2", _MARKDOWN.sub(r"\\\g<0>", text))


def typst(text: str) -> str:
    """Return `text` as a string literal of Typst, in which only two characters are special."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
