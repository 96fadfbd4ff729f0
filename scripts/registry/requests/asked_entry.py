"""The entry that a request asks for: a new one, or a listed one with one more signature."""

from collections.abc import Mapping
from dataclasses import dataclass

from registry.draft import Draft, ids_of, name_of
from registry.fields import ID_LIMIT, NAME_LIMIT
from registry.pack import pack_of
from registry.reference import Reference
from registry.requests.form import Question
from registry.rule import Kept
from source.yaml.nodes import Fields, Items, Node, Scalar


@dataclass(frozen=True, slots=True)
class AskedEntry:
    """The entry, the one in the registry that it extends (None for a new one), and the answers in it by question."""

    fields: Fields
    listed: Fields | None
    answers: Mapping[Question, Scalar]

    @classmethod
    def of(cls, kept: Kept, asked: tuple[Question, ...], registry: Draft) -> "AskedEntry":
        """Return the entry made of the answers of a request; a required answer that is missing is ""."""
        answers = {
            question: kept.answers.get(question.id, Scalar(""))
            for question in asked
            if not question.is_extra and (question.is_needed or kept.text(question.id))
        }
        identifier = _id(kept, registry.reference)
        same = (entry for entry in registry.entries if _is_same(entry, kept, identifier.text, registry.reference))
        listed = next(same, None)
        new = _fields({question.path: answer for question, answer in answers.items()})
        if listed is None:
            return cls(Fields({"id": identifier, **new.nodes}, (), new.line, new.column), None, answers)
        signatures = Items((*listed.items("signatures"), *new.items("signatures")))
        return cls(Fields({**listed.nodes, "signatures": signatures}, (), new.line, new.column), listed, answers)


def _is_same(entry: Fields, kept: Kept, identifier: str, reference: Reference) -> bool:
    """Return whether a listed entry is that of the request, by its id, a former id, or its name."""
    texts, definition = entry.texts(), reference.definition
    if any(texts.get(key) != kept.text(key) for key in ("kind", definition.place_key) if key):
        return False
    first = definition.locales[0]
    listed, asked = name_of(entry, first), kept.text(f"name-{first}")[:NAME_LIMIT]
    known = (each.text for _, each in ids_of(entry))
    return identifier in known or pack_of(reference).same_name(kept.text("kind"), listed, asked)


def _fields(answers: Mapping[tuple[str, ...], Scalar]) -> Fields:
    """Return answers as nested fields by their paths."""
    nodes: dict[str, Node] = {}
    for key in dict.fromkeys(path[0] for path in answers):
        below = {path[1:]: answer for path, answer in answers.items() if path[0] == key}
        nodes[key] = below[()] if () in below else _fields(below)
    if "signatures" in nodes:
        nodes["signatures"] = Items((nodes["signatures"],))
    first = next(iter(answers.values()))
    return Fields(nodes, (), first.line, first.column)


def _id(kept: Kept, reference: Reference) -> Scalar:
    """Return the permanent id; if the answers do not give one yet, one that causes no further problem."""
    proposed = pack_of(reference).identifier(kept, reference)
    place = kept.answers.get(f"name-{reference.definition.locales[0]}", Scalar(""))
    return Scalar(proposed[:ID_LIMIT].strip("-") or "x", place.line, place.column)
