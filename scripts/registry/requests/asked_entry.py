"""The entry that a request asks for: a new one, or a listed one with one more signature."""

from collections.abc import Mapping
from dataclasses import dataclass

from registry.draft import Draft
from registry.fields import ID_LIMIT, NAME_LIMIT
from registry.model import Kind
from registry.reference import Reference
from registry.requests.answers import Kept
from registry.requests.form import DISTRICT, Question
from registry.words.folding import slug
from registry.words.ids import proposed_id
from registry.words.official_name import bare
from source.yaml.nodes import Fields, Items, Node, Scalar

_Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AskedEntry:
    """`fields` is the entry; `listed` is the one in the registry that it extends, None for a new one.

    `answers` is the answers in it, by question.
    """

    fields: Fields
    listed: Fields | None
    answers: Mapping[Question, Scalar]

    @classmethod
    def of(cls, kept: Kept, asked: tuple[Question, ...], registry: Draft) -> "AskedEntry":
        """Return the entry made of the answers of a request; a required answer that is missing is ""."""
        answers = {
            question: kept.answers.get(question.id, Scalar(""))
            for question in asked
            if question.path != (DISTRICT.key,) and (question.is_needed or kept.text(question.id))
        }
        identifier = _id(kept, registry.reference)
        name = bare(kept.text("name-tr")[:NAME_LIMIT])
        listed = next((entry for entry in registry.entries if _is_same(entry, kept, identifier.text, name)), None)
        new = _fields({question.path: answer for question, answer in answers.items()})
        if listed is None:
            return cls(Fields({"id": identifier, **new.nodes}, (), new.line, new.column), None, answers)
        signatures = Items((*listed.items("signatures"), *new.items("signatures")))
        return cls(Fields({**listed.nodes, "signatures": signatures}, (), new.line, new.column), listed, answers)


def _is_same(entry: Fields, kept: Kept, identifier: str, name: str) -> bool:
    """Return whether a listed entry is that of the request, by its id, a former id, or its bare name."""
    texts, names = entry.texts(), entry.fields("name")
    if (texts.get("kind"), texts.get("province")) != (kept.text("kind"), kept.text("province")):
        return False
    ids = {texts.get("id"), *(alias.text for alias in entry.items("aliases") if isinstance(alias, Scalar))}
    listed = bare(names.texts().get("tr", "")) if names else ""
    return identifier in ids or (kept.text("kind") != Kind.TOWN and listed == name != "")


def _fields(answers: Mapping[_Path, Scalar]) -> Fields:
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
    name, province = kept.text("name-tr"), reference.province(kept.text("province"))
    proposed = proposed_id(name, kept.text("kind"), province, kept.text(DISTRICT.key)) if province else slug(name)
    place = kept.answers.get("name-tr", Scalar(""))
    return Scalar(proposed[:ID_LIMIT].strip("-") or "x", place.line, place.column)
