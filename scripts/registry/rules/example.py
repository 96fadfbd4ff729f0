"""A field as it could stand in an entry: the snippet for one that is missing or has the wrong shape."""

from textwrap import indent

from registry import guess
from registry.draft import Draft
from registry.fields import Field
from registry.ids import proposed_id
from registry.reference import Reference
from source.scalars import written
from source.tree import Fields


def example(field: Field, fields: Fields, draft: Draft, *, alone: bool = True) -> str:
    """Return `field` as it would be right among `fields`, with all below it; not `alone`, as one item of a list."""
    if field.many:
        item = "- " + _below(field, fields, draft).replace("\n", "\n  ")
        return f"{field.key}:\n{indent(item, '  ')}" if alone else item
    below = _below(field, fields, draft)
    return f"{field.key}:\n{indent(below, '  ')}" if field.fields else f"{field.key}: {below}"


def _below(field: Field, fields: Fields, draft: Draft) -> str:
    """Return what stands under a field, or in one item of its list: the fields it needs, or one value."""
    if not field.fields:
        return written(_value(field, fields, draft))
    return "\n".join(example(child, fields, draft) for child in field.fields if child.required)


def _value(field: Field, fields: Fields, draft: Draft) -> str:
    """Return what the rest of the entry lets one guess, or the example of the guide."""
    texts, reference = fields.texts(), draft.reference
    if field.key in {"tr", "en"}:
        return guess.name(texts.get("tr", "") or texts.get("en", ""), field.key) or field.example
    if field.key == "id":
        return _id(fields, reference) or field.example
    if field.key == "province":
        return guess.province(texts.get("id", ""), reference.provinces) or field.example
    if field.key == "edition":
        return max(reference.editions, default=field.example)
    return reference.today.isoformat() if field.key == "verified" else field.example


def _id(fields: Fields, reference: Reference) -> str:
    """Return the id that name, kind and province of an entry make."""
    texts, name = fields.texts(), fields.fields("name")
    province = reference.province(texts.get("province", ""))
    return proposed_id(name.texts().get("tr", ""), texts.get("kind", ""), province) if province and name else ""
