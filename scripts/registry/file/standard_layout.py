"""The standard layout of a registry: block style, fields in the order of `registry.fields`, comments above entries."""

from collections.abc import Iterator

from registry.definition.model import Definition
from registry.fields import Field
from registry.file.document import Document, Entry, Plain
from registry.rule import FORMAT_COMMAND
from source.problems import Message, Problem
from source.yaml.scalars import written


def render(document: Document, definition: Definition) -> str:
    """Return the text of a registry's file."""
    lines = [*document.head, "signatories:" if document.entries else "signatories: []"]
    return "\n".join([*lines, *(render_entry(entry, definition) for entry in document.entries), ""])


def render_entry(entry: Entry, definition: Definition) -> str:
    """Return the lines of one entry in the file."""
    lines = _block([entry.fields], definition.signatory, "  ")
    return "\n".join([*(f"  {comment}" for comment in entry.comments), *lines])


def layout_problems(content: bytes, standard: bytes, shown: str) -> list[Problem]:
    """Return one problem, at the first line that differs from the standard layout, or none."""
    if content == standard:
        return []
    pairs = zip(content.split(b"\n"), standard.split(b"\n"), strict=False)
    line = next((number for number, (one, other) in enumerate(pairs, 1) if one != other), 1)
    message = Message(
        "The file is not in the standard layout. The command below corrects it without changing the content."
    )
    return [Problem(shown, line, 1, "layout", "", message, f"{FORMAT_COMMAND} {shown}")]


def _block(value: Plain, expected: tuple[Field, ...], indent: str) -> Iterator[str]:
    """Yield the lines of a value, its fields in the order of the table; those that are not in the table come last."""
    if isinstance(value, str) or not value:
        yield indent + (written(value) if isinstance(value, str) else "[]" if isinstance(value, list) else "{}")
    elif isinstance(value, list):
        for item in value:
            first, *rest = _block(item, expected, indent + "  ")
            yield f"{indent}- {first.lstrip(' ')}"
            yield from rest
    else:
        below = {field.key: field.fields for field in expected}
        for key in sorted(value, key=lambda key: [*below, key].index(key)):
            child = value[key]
            lines = _block(child, below.get(key, ()), indent + "  ")
            if isinstance(child, str) or not child:
                yield f"{indent}{written(key)}: {next(lines).lstrip(' ')}"
            else:
                yield f"{indent}{written(key)}:"
                yield from lines
