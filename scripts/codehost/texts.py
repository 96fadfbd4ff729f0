"""Rendering of texts for the code host, from the templates in overrides/formats/."""

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from codehost.markdown import Markdown, code, fence, prose
from source.layout import Layout


def render(layout: Layout, name: str, **values: object) -> str:
    """Return the template overrides/formats/<name> filled in.

    In Markdown, values are shown as code, in YAML each is one scalar, unless the template declares them trusted.
    """
    escape = _as_markdown if name.endswith(".md") else _as_yaml
    return _environment(layout.templates / "formats", escape).get_template(name).render(**values).strip()


@cache
def _environment(folder: Path, escape: Callable[[object], object]) -> Environment:
    """Return the environment of the templates in a folder, which keeps those it has compiled."""
    environment = Environment(
        loader=FileSystemLoader(folder),
        autoescape=False,  # noqa: S701 - no HTML: `finalize` escapes
        finalize=escape,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(fence=fence, prose=prose, trusted=Markdown)
    return environment


def _as_markdown(value: object) -> object:
    return value if isinstance(value, Markdown | int) else code(str(value))


def _as_yaml(value: object) -> str:
    return value if isinstance(value, Markdown) else json.dumps(value, ensure_ascii=False)
