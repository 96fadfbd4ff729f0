"""Validation of labels: each that a template uses exists, each is used, and each is in the right file."""

import json
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version

from jinja2 import Environment, TemplateSyntaxError, nodes

from publish.i18n.collation import lower
from publish.i18n.labels import Label, Labels
from registry.fields import OPTIONAL
from source.cache import cached
from source.files import read_text
from source.layout import Layout
from source.problems import Message, Problem, SourceError

_PARSER = f"labels {version('jinja2')} ".encode()
"""Part of the cache key of the labels in a template; parsing all templates would take half of a small build."""

Families = Mapping[str, Collection[str] | None]
"""Labels whose names are built from data, as prefix → suffixes: {"kind.": ["union", …]}; None if those are unknown."""

OWN_WORDS = "own.words"
"""The label whose text is the words that only this declaration uses, each as it begins."""


@dataclass(frozen=True, slots=True)
class Use:
    """One call t("name") or plural_forms("name") of a template, or t("family." ~ …), where `name` ends with a dot."""

    name: str
    path: str
    line: int


def check_labels(labels: Labels, layout: Layout, families: Families | None) -> Iterator[Problem]:
    """Yield a problem for every label that is used and not defined, defined and not used, or in the wrong file.

    `families` is None if the data could not be read: then only labels that templates lack are told. SourceError if a
    template cannot be read.
    """
    uses = list(_uses(layout))
    if families is None:
        yield from _missing(labels, [use for use in uses if not use.name.endswith(".")])
    else:
        yield from _missing(labels, [use for use in uses if families.get(use.name, True)])
        yield from _incomplete(labels, families)
        yield from _unused(labels, uses, families, layout)
    yield from _misplaced(labels)


def _uses(layout: Layout) -> Iterator[Use]:
    for path in sorted(path for path in layout.templates.rglob("*") if path.is_file() or path.is_symlink()):
        text, shown = read_text(path, layout.shown(path)), layout.shown(path)
        found = cached(layout.cache, "labels.json", _PARSER + text.encode(), partial(_used_in, text, shown))
        yield from (Use(name, shown, line) for name, line in json.loads(found))


def _used_in(template: str, shown: str) -> bytes:
    """Return the labels that a template uses, as JSON: [name, line] of each."""
    try:
        tree = Environment(autoescape=True).parse(template)
    except TemplateSyntaxError as error:
        message = Message("The template cannot be read: {error}", error=error.message)
        raise SourceError([Problem(shown, error.lineno, 1, "template", "", message)]) from None
    calls = [each for each in tree.find_all(nodes.Call) if getattr(each.node, "name", "") in {"t", "plural_forms"}]
    return json.dumps([(name, call.lineno) for call in calls if call.args for name in _names(call.args[0])]).encode()


def _names(argument: nodes.Expr) -> Iterator[str]:
    """Yield what an argument may name: a constant, both branches of a condition, the first part of a concatenation."""
    if isinstance(argument, nodes.Const):
        yield str(argument.value)
    elif isinstance(argument, nodes.CondExpr):
        yield from _names(argument.expr1)
        yield from _names(argument.expr2) if argument.expr2 else ()
    elif isinstance(argument, nodes.Concat):
        yield from _names(argument.nodes[0])


def _missing(labels: Labels, uses: list[Use]) -> Iterator[Problem]:
    known = {each for name in labels.entries for each in _calls_of(name)}
    for use in uses:
        if use.name not in known:
            yield _undefined(labels, use.name, use.path, use.line)


def _incomplete(labels: Labels, families: Families) -> Iterator[Problem]:
    for head, tails in families.items():
        family = [label for name, label in labels.entries.items() if name.startswith(head)]
        path, line = max(((label.path, label.line) for label in family), default=(labels.own, 1))
        for name in (head + tail for tail in tails or ()):
            if name not in labels.entries:
                yield _undefined(labels, name, path, line)


def _undefined(labels: Labels, name: str, path: str, line: int) -> Problem:
    own, interface = labels.own, labels.interface
    message = Message(
        "The label “{name}” is neither in {own} nor in {interface}.", name=name, own=own, interface=interface
    )
    texts = ", ".join(f"{locale}: …" for locale in labels.locales)
    return Problem(path, line, 1, "missing-label", name, message, example=f"{name}: {{ {texts} }}")


def _unused(labels: Labels, uses: list[Use], families: Families, layout: Layout) -> Iterator[Problem]:
    """Yield a problem for every label not used; the interface has those of all pages and fields a site may have."""
    spare = {f"nav.{template.stem}" for template in (layout.templates / "pages").glob("*.html")}
    spare |= {f"column.{key}" for key in OPTIONAL}
    put_together = {head + tail for head, tails in families.items() for tail in tails or ()}
    others = {use.name for use in uses if families.get(use.name) is None}
    for name, label in labels.entries.items():
        is_spare = label.path == labels.interface and name in spare
        if name not in put_together and not is_spare and others.isdisjoint(_calls_of(name)):
            message = Message("No template uses the label “{name}”.", name=name)
            yield Problem(label.path, label.line, 1, "unused-label", name, message)


def _misplaced(labels: Labels) -> Iterator[Problem]:
    """Yield a problem for every label of the interface with a word that only this declaration uses."""
    if OWN_WORDS not in labels.entries:
        return
    own = {locale: tuple(_words(labels.entries[OWN_WORDS], locale)) for locale in labels.locales}
    for name, label in labels.entries.items():
        words = [each for locale in own for each in _words(label, locale) if each.startswith(own[locale])]
        if label.path == labels.interface and words:
            message = Message(
                "“{word}” is a word of this text alone: move the label “{name}” to {own}.",
                word=words[0],
                name=name,
                own=labels.own,
            )
            yield Problem(label.path, label.line, 1, "label-file", name, message)


def _words(label: Label, locale: str) -> Iterator[str]:
    """Yield the words of a label without its placeholders."""
    text = re.sub(r"\{\w*\}", " ", " ".join(label.texts[locale].values()))
    return (match[0] for match in re.finditer(r"[^\W\d_]+", lower(text, locale)))


def _calls_of(name: str) -> Iterator[str]:
    """Yield the names by which templates may use a label: its own, and the families to which it belongs."""
    yield name
    yield from (name[: dot.end()] for dot in re.finditer(r"\.", name))
