"""Suggestions for fields: a correction if all of it follows from the entry, else an example."""

from dataclasses import dataclass
from textwrap import indent

from registry.draft import Draft
from registry.fields import Field
from registry.pack import pack_of
from registry.rule import Finding
from registry.words import near_misses
from source.problems import Message
from source.yaml.nodes import Fields, Items, Node, Scalar
from source.yaml.scalars import written


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A field as YAML. `derived`: all its values follow from the author's words; `value`: that of a single text."""

    text: str
    derived: bool
    key: str = ""
    value: str = ""


def suggest(field: Field, fields: Fields, draft: Draft, *, given: Node | None = None, alone: bool = True) -> Suggestion:
    """Return a valid `field` among `fields`, with all below it; not `alone`: as one item of its list.

    `given` is what the author wrote in its place, in another shape.
    """
    if field.is_text:
        value, derived = value_of(field, fields, draft, given)
        return Suggestion(f"{field.key}: {written(value)}", derived, field.key, value)
    below = _below(field, fields, draft, given)
    text = "- " + below.text.replace("\n", "\n  ") if field.many else below.text
    return Suggestion(f"{field.key}:\n{indent(text, '  ')}" if alone else text, below.derived)


def finding(node: Node, message: Message, suggestion: Suggestion) -> Finding:
    """Return a finding with a suggestion."""
    key, value, text = suggestion.key, suggestion.value, suggestion.text
    if suggestion.derived:
        return Finding(node, message, key, value, fix=text)
    return Finding(node, message, key, example=value if key else text)


def value_of(field: Field, fields: Fields, draft: Draft, given: Node | None = None) -> tuple[str, bool]:
    """Return a value for a text field, and whether it follows from the author's words."""
    if derived := _text(given) or _derived(field, fields, draft):
        return derived, True
    if field.key == "edition":
        return max(draft.reference.editions, default=field.example), False
    return field.example, False


def _below(field: Field, fields: Fields, draft: Draft, given: Node | None) -> Suggestion:
    """Return the content of a field, or of one item of its list: its required fields, or one value."""
    if not field.fields:
        value, derived = value_of(field, fields, draft, given)
        return Suggestion(written(value), derived)
    # A text in the place of the mapping is the name in the first language.
    first = draft.reference.definition.locales[0]
    inside = Fields({first: given} if field.key == "name" and isinstance(given, Scalar) else {})
    children = [_child(child, inside, draft) for child in field.fields if child.required]
    return Suggestion("\n".join(child.text for child in children), all(child.derived for child in children))


def _child(field: Field, fields: Fields, draft: Draft) -> Suggestion:
    present, (first, *others) = fields.text(field.key), draft.reference.definition.locales
    if field.key == first and present and all(_implied(locale, fields, draft) for locale in others):
        return Suggestion(f"{first}: {written(present.text)}", derived=True)
    return suggest(field, fields, draft)


def _text(given: Node | None) -> str:
    """Return the one text in a node of any shape; "" if there is none, or more."""
    if isinstance(given, Scalar):
        return given.text.strip()
    nodes = () if given is None else given.nodes if isinstance(given, Items) else tuple(given.nodes.values())
    return nodes[0].text.strip() if len(nodes) == 1 and isinstance(nodes[0], Scalar) else ""


def _derived(field: Field, fields: Fields, draft: Draft) -> str:
    """Return the value that the rest of an entry implies, or ""."""
    if field.is_place:
        meant = near_misses.place(fields.texts().get("id", ""), draft.reference.places)
        return meant.value if meant.certain else ""
    return _implied(field.key, fields, draft)


def _implied(key: str, fields: Fields, draft: Draft) -> str:
    return pack_of(draft.reference).derived(key, fields, draft.reference)
