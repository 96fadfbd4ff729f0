"""The JSON Schema of the registry's file, for completion and validation in editors."""

from registry.fields import DATE, Field
from registry.reference import Reference
from source.problems.message import Message, in_languages

Json = dict[str, object]
_TITLE = Message("Signatories")


def json_schema(reference: Reference) -> Json:
    """Return the schema (draft 2020-12): a subset of what the rules require."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": in_languages(_TITLE, reference.definition.locales),
        "type": "object",
        "properties": {"signatories": {"type": "array", "items": _object(reference.definition.signatory, reference)}},
        "required": ["signatories"],
        "additionalProperties": False,
    }


def _object(fields: tuple[Field, ...], reference: Reference) -> Json:
    return {
        "type": "object",
        "properties": {field.key: _described(field, reference) for field in fields},
        "required": [field.key for field in fields if field.required],
        "additionalProperties": False,
    }


def _described(field: Field, reference: Reference) -> Json:
    value = _object(field.fields, reference) if field.fields else _scalar(field, reference)
    shape = {"type": "array", "items": value, "minItems": 1} if field.many else value
    return {"description": in_languages(field.label, reference.definition.locales), **shape}


def _scalar(field: Field, reference: Reference) -> Json:
    if field.is_place:
        return {"enum": [key for code in reference.places for key in _spellings(code)]}
    if field.key == "edition":
        return {"enum": [key for edition in reference.editions for key in _spellings(edition)]}
    if field.choices:
        return {"enum": [choice.value for choice in field.choices]}
    looks_like_a_number = field.number or field.pattern == DATE  # an unquoted year is one
    schema: Json = {"type": ["string", "integer"] if looks_like_a_number else "string"}
    schema |= {"pattern": f"^{field.pattern}$"} if field.pattern else {}
    schema |= {"maxLength": field.limit} if field.limit else {}
    return schema


def _spellings(key: str) -> list[str | int]:
    """Return a value as text and, if it looks like a number, as the number that YAML readers make of it."""
    return [key, int(key)] if key.isdecimal() else [key]
