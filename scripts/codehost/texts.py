"""The texts that people read at the code host: words from data/codehost.yaml, in templates of overrides/formats/."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, partial

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from codehost.markdown import Markdown, code, fence, prose
from source.languages import SHIPPED, languages, shipped_in
from source.layout import Layout
from source.problems import Collector, Message, Problem, SourceError, refuse
from source.problems.message import ENGLISH, value_in
from source.yaml.cursors import Cursor
from source.yaml.placeholders import unlike


@dataclass(frozen=True, slots=True)
class Words:
    """All texts by name, each as language → text, and their file. `languages` are those of the site."""

    texts: Mapping[str, Mapping[str, str]]
    path: str
    languages: tuple[str, ...]

    def text(self, name: str) -> Mapping[str, str]:
        """Return a text as language → text; SourceError if the file lacks it."""
        if name not in self.texts:
            message = Message("The text “{name}” is missing.", name=name)
            raise SourceError([Problem(self.path, 1, 1, "missing-text", name, message, example=f"{name}:\n  en: …")])
        return self.texts[name]

    def said(self, name: str, escape: Callable[[object], object] = str, **values: object) -> list[str]:
        """Return a text in each language of the site, its {…} filled in; a value may be a mapping, language → value."""
        try:
            return [
                text.format(**{key: escape(value_in(value, each)) for key, value in values.items()})
                for each, text in self.chosen(self.text(name)).items()
            ]
        except (KeyError, IndexError) as error:
            message = Message(
                "Nothing is filled in as {missing} in the text “{name}”; what is filled in: {filled}.",
                missing=str(error),
                name=name,
                filled=", ".join(f"{{{key}}}" for key in values) or "–",
            )
            raise SourceError([Problem(self.path, 1, 1, "placeholders", name, message)]) from None

    def line(self, name: str, **values: object) -> str:
        """Return a text on one line, in all languages."""
        return " · ".join(self.said(name, str, **values))

    def chosen(self, texts: Mapping[str, str]) -> Mapping[str, str]:
        """Return those of some texts that are in a language of the site, or the English one."""
        return {each: texts[each] for each in self.languages if each in texts} or {ENGLISH: texts[ENGLISH]}


@cache
def words(layout: Layout) -> Words:
    """Read the file once; SourceError names every text that lacks a language, or has other {…} in one."""
    path, of_site = layout.data / "codehost.yaml", tuple(languages(layout)) or SHIPPED
    named, reading = Cursor.read(layout, path).fields(), Collector()
    texts = {name: reading.of(partial(_texts, cursor, of_site)) or {} for name, cursor in named.items()}
    refuse(reading.problems)
    return Words(texts, layout.shown(path), of_site)


def _texts(cursor: Cursor, of_site: tuple[str, ...]) -> Mapping[str, str]:
    fields = cursor.fields(tuple({*shipped_in(of_site), ENGLISH}), (*SHIPPED, *of_site))
    texts = {each: fields[each].text() for each in sorted(fields, key=lambda each: each != ENGLISH)}
    refuse([*unlike(cursor, {language: (text,) for language, text in texts.items()})])
    return texts


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
