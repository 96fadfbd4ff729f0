"""The texts of comments, from the templates of overrides/formats/."""

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from desk.markdown import Markdown, code, fence, prose
from source.layout import Layout

MOST = 65_536
"""Characters in a comment or a description at the code host."""


def render(layout: Layout, name: str, **values: object) -> str:
    """Return the template overrides/formats/<name> filled in; what it does not declare harmless is shown as code."""
    return _environment(layout).get_template(name).render(**values).strip()


def _environment(layout: Layout) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(layout.templates / "formats"),
        autoescape=False,  # noqa: S701 - Markdown: `finalize` escapes
        finalize=lambda value: value if isinstance(value, Markdown | int) else code(str(value)),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(fence=fence, prose=prose, trusted=Markdown)
    return environment
