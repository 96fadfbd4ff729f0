"""Rendering of texts for the code host, from the templates in overrides/formats/."""

import json
from functools import cache, partial

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from codehost.markdown import Markdown, code, fence, prose
from codehost.words import words
from source.layout import Layout


def render(layout: Layout, name: str, **values: object) -> str:
    """Return the template overrides/formats/<name> filled in; SourceError if its words cannot be read.

    In Markdown, values are shown as code, in YAML each is one scalar, unless the template declares them trusted.
    Templates call say("name") for words in all languages on one line, tell("name") for a paragraph in each,
    chosen(texts) for those of some texts, language → text, that the site's readers understand, and told(problem) for
    its message in their languages.
    """
    return _environment(layout, name.endswith(".md")).get_template(name).render(**values).strip()


@cache
def _environment(layout: Layout, is_markdown: bool) -> Environment:  # noqa: FBT001 - the two kinds of templates
    """Return the environment of the templates, which keeps those it has compiled."""
    environment = Environment(
        loader=FileSystemLoader(layout.templates / "formats"),
        autoescape=False,  # noqa: S701 - no HTML: `finalize` escapes
        finalize=_as_markdown if is_markdown else _as_yaml,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(fence=fence, prose=prose, trusted=Markdown)
    said = partial(words(layout).said, escape=_as_markdown if is_markdown else str)
    line: type[str] = Markdown if is_markdown else str
    environment.globals["say"] = lambda name, **values: line(" · ".join(said(name, **values)))
    environment.globals["tell"] = lambda name, **values: Markdown("\n\n".join(said(name, **values)))
    environment.globals["chosen"] = chosen = words(layout).chosen
    environment.globals["told"] = lambda problem: chosen(problem.told_in()).values()
    return environment


def _as_markdown(value: object) -> object:
    return value if isinstance(value, Markdown | int) else code(str(value))


def _as_yaml(value: object) -> str:
    return value if isinstance(value, Markdown) else json.dumps(value, ensure_ascii=False)
