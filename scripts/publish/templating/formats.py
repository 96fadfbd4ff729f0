"""Files other than pages, from the templates of overrides/formats/."""

import re
from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from publish.templating.compiled import CompiledTemplates
from publish.templating.template_problems import template_problems
from source.layout import Layout

ESCAPED = ("html", "xhtml", "xml", "svg", "opf", "rels")
"""File types in which &, < and quotation marks of a value have to be escaped."""


def render_format(layout: Layout, name: str, **values: object) -> str:
    """Render the template overrides/formats/<name>; SourceError if it fails."""
    with template_problems(layout):
        return _environment(layout).get_template(name).render(**values)


@cache
def _environment(layout: Layout) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(layout.templates / "formats"),
        autoescape=lambda name: (name or "").rpartition(".")[2] in ESCAPED,  # noqa: S701 - by file type
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
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
