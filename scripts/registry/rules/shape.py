"""Rules about the shape of an entry: which fields it has, and of what type."""

from collections.abc import Callable, Iterator, Mapping
from itertools import islice

from registry.draft import Draft
from registry.fields import Field
from registry.rule import Finding, quoted, rule
from registry.rules.proposed_field import Suggestion, finding, suggest
from registry.words import near_misses
from source.problems import Message
from source.yaml.nodes import Fields, Items, Node, Scalar, mappings

_LIST, _FIELDS, _TEXT = Message("a list"), Message("fields of its own"), Message("one text")


@rule(wrong="name: Deneme Kurumu")
def wrong_shape(draft: Draft) -> Iterator[Finding]:
    """Every field has its shape: one text, a list, or fields of its own; the file itself is the field `signatories`."""
    listed = draft.reference.definition.signatories
    if not isinstance(draft.tree, Fields):
        yield _misshapen(draft.tree, listed, Suggestion("signatories: []", derived=False))
    for fields, field, value, alone in _doubtful(draft):
        shape = Items if field.many and alone else Fields if field.fields else Scalar
        if not isinstance(value, shape) and not _is_blank(value):
            yield _misshapen(value, field, suggest(field, fields, draft, given=value))


@rule(wrong="website:")
def empty_value(draft: Draft) -> Iterator[Finding]:
    """A field that is present has a value, and a list an item; only `signatories` may be `[]`."""
    for fields, field, value, alone in _doubtful(draft):
        if _is_blank(value) and not (field is draft.reference.definition.signatories and isinstance(value, Items)):
            yield _empty(value, field, suggest(field, fields, draft, alone=alone))


@rule(wrong="webiste: https://deneme.example")
def unknown_key(draft: Draft) -> Iterator[Finding]:
    """Only the fields of the guide at the head of the file are used."""
    for fields, field in draft.mappings:
        if not fields.nodes.keys() <= field.known.keys():
            open_keys = field.known.keys() - fields.nodes.keys()
            yield from (_unknown(key, fields, open_keys) for key in fields.keys if key.text not in field.known)


@rule(wrong="{date: 2022, date: 2023}")
def duplicate_key(draft: Draft) -> Iterator[Finding]:
    """No field is written twice."""
    for fields in mappings(draft.tree):
        for key in fields.repeated():
            yield Finding(key, Message("The field {key} appears twice: delete the wrong line.", key=quoted(key.text)))


@rule(wrong="name: {tr: Deneme Kurumu}")
def missing_key(draft: Draft) -> Iterator[Finding]:
    """Only optional fields are left out."""
    for fields, field in _absent(draft, lambda key: key not in {"evidence", "verified"}):
        yield _missing(fields, field, draft)


@rule(wrong="withdrawn: {date: 2023-01-15}")
def missing_evidence(draft: Draft) -> Iterator[Finding]:
    """Every signature and every withdrawal has evidence."""
    for fields, field in _absent(draft, "evidence".__eq__):
        yield _missing(fields, field, draft)


@rule(wrong="signatures: [{edition: 2021, date: 2022, evidence: …}]", requests=False)
def missing_verified(draft: Draft) -> Iterator[Finding]:
    """A maintainer has read the evidence of a signature, or a stored copy of it, and added the day."""
    for fields, field in _absent(draft, "verified".__eq__):
        message = Message("“verified” is missing: the maintainer who reads the evidence writes the day.")
        yield finding(fields, message, suggest(field, fields, draft))


def _doubtful(draft: Draft) -> Iterator[tuple[Fields, Field, Node, bool]]:
    """Yield the values that may be misshapen, each with its mapping, its field, and whether it is no item of a list."""
    for fields, parent in draft.mappings:
        for key, node in fields.nodes.items():
            field = parent.known.get(key)
            if field and field.many and isinstance(node, Items) and node.nodes:
                yield from ((fields, field, item, False) for item in node.nodes)
            elif field and not (field.is_text and isinstance(node, Scalar) and node.text.strip()):
                yield fields, field, node, True


def _absent(draft: Draft, is_asked: Callable[[str], bool]) -> Iterator[tuple[Fields, Field]]:
    """Yield every missing field that `is_asked`, with its mapping; misspelt ones have a rule of their own."""
    for fields, parent in draft.mappings:
        required = (field for field in parent.fields if field.required and field.key not in fields.nodes)
        if absent := [field for field in required if is_asked(field.key)]:
            meant = _meant(fields, parent.known)
            yield from ((fields, field) for field in absent if field.key not in meant)


def _is_blank(node: Node) -> bool:
    return not (node.text.strip() if isinstance(node, Scalar) else node.nodes)


def _misshapen(node: Node, field: Field, suggestion: Suggestion) -> Finding:
    shape = _LIST if field.many else _FIELDS if field.fields else _TEXT
    message = Message("“{key}” ({label}) takes {shape}.", key=field.key, label=field.label, shape=shape)
    return finding(node, message, suggestion)


def _empty(node: Node, field: Field, suggestion: Suggestion) -> Finding:
    if field.required:
        message = Message("“{key}” ({label}) is empty: write a value.", key=field.key, label=field.label)
    else:
        message = Message(
            "“{key}” ({label}) is empty: write a value or delete the line.", key=field.key, label=field.label
        )
    return finding(node, message, suggestion)


def _meant(fields: Fields, known: Mapping[str, Field]) -> set[str]:
    """Return the known fields that unknown ones seem to mean."""
    unknown, open_keys = islice(fields.nodes.keys() - known.keys(), len(known)), known.keys() - fields.nodes.keys()
    return {near_misses.near(key, open_keys) for key in unknown}


def _unknown(key: Scalar, fields: Fields, open_keys: set[str]) -> Finding:
    meant = near_misses.near(key.text, open_keys)
    value = fields.text(key.text)
    if meant:
        message = Message("There is no field {key}; did you mean “{meant}”?", key=quoted(key.text), meant=meant)
    else:
        message = Message("There is no field {key}: delete the line.", key=quoted(key.text))
    return Finding(key, message, meant, value.text if value else "", fix="" if value or not meant else f"{meant}:")


def _missing(fields: Fields, field: Field, draft: Draft) -> Finding:
    message = Message("“{key}” ({label}) is missing.", key=field.key, label=field.label)
    return finding(fields, message, suggest(field, fields, draft))
