"""A field as it could stand in an entry: the snippet for one that is missing or has the wrong shape."""

from registry import guess
from registry.draft import Draft
from registry.fields import Field
from source.scalars import written
from source.tree import Fields


def example(field: Field, fields: Fields, draft: Draft) -> str:
    """Return `field` as it would be right among `fields`, with everything below it."""
    if not field.fields:
        value = written(_value(field, fields, draft))
        return f"{field.key}:\n  - {value}" if field.many else f"{field.key}: {value}"
    inner = "\n".join(example(child, fields, draft) for child in field.fields if child.required).replace("\n", "\n  ")
    return f"{field.key}:\n  - {inner.replace(chr(10), chr(10) + '  ')}" if field.many else f"{field.key}:\n  {inner}"


def _value(field: Field, fields: Fields, draft: Draft) -> str:
    """Return what the rest of the entry lets one guess, or the example of the guide."""
    texts = fields.texts()
    if field.key in {"tr", "en"}:
        return guess.name(texts.get("tr", "") or texts.get("en", ""), field.key) or field.example
    if field.key == "province":
        return guess.province(texts.get("id", ""), draft.reference.provinces) or field.example
    if field.key == "edition":
        return max(draft.reference.editions, default=field.example)
    return draft.reference.today.isoformat() if field.key == "verified" else field.example
