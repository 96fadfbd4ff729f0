"""Merging: the table of cases, and a model that knows nothing of trees."""

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from registry.file.conflicts import conflict_problems, render_conflicts
from registry.file.document import Document, Entry
from registry.file.merge import Conflict, merge
from support.golden import cases
from support.registry import DEFINITION, render

Leaves = dict[tuple[str, ...], str]
"""A registry as its values by their paths; an entry that exists has the leaf (id,)."""


def document(entries: list[dict[str, Any]]) -> Document:
    """Read a registry in short; "#" is a comment."""
    texts = yaml.load(yaml.safe_dump(entries), yaml.BaseLoader)  # noqa: S506
    comments = [entry.pop("#", "") for entry in texts]
    pairs = zip(texts, comments, strict=True)
    return Document.of((), (Entry(entry, tuple(filter(None, [comment]))) for entry, comment in pairs))


def as_text(conflict: Conflict) -> str:
    entry, *path = conflict.path
    sides = ("-" if side is None else _short(side) for side in (conflict.ours, conflict.theirs))
    return f"{' '.join(filter(None, [entry, '.'.join(path[path[:1] == ['fields'] :])]))}: {' | '.join(sides)}"


def _short(value: Any) -> str:
    if isinstance(value, dict) and "fields" in value:
        value = {key: each for key, each in value["fields"].items() if key != "id"}
    text = yaml.safe_dump(value, default_flow_style=True, allow_unicode=True) if not isinstance(value, str) else value
    return text.replace("'", "").strip()


@cases("registry/merge.yaml")
def test_merges(case: dict[str, Any]) -> None:
    merged = merge(*(document(case[side]) for side in ("base", "ours", "theirs")))
    assert merged.ours == document(case["merged"])
    assert [as_text(conflict) for conflict in merged.conflicts] == case.get("conflicts", [])
    assert (merged.ours == merged.theirs) == (not merged.conflicts)


@cases("registry/merge.yaml")
def test_both_sides_are_alike(case: dict[str, Any]) -> None:
    base, ours, theirs = (document(case[side]) for side in ("base", "ours", "theirs"))
    one, other = merge(base, ours, theirs), merge(base, theirs, ours)
    assert leaves(one.ours) == leaves(other.theirs)
    assert leaves(one.theirs) == leaves(other.ours)
    swapped = [Conflict(conflict.path, conflict.theirs, conflict.ours) for conflict in other.conflicts]
    assert sorted(one.conflicts, key=repr) == sorted(swapped, key=repr)


IDS = st.sampled_from("abcd")
VALUES = st.sampled_from("xyz")
FIELDS = st.fixed_dictionaries(
    {},
    optional={
        "kind": VALUES,
        "website": VALUES,
        "name": st.fixed_dictionaries({"tr": VALUES, "en": VALUES}),
        "signatures": st.dictionaries(st.sampled_from(["2018", "2021"]), VALUES, min_size=1).map(
            lambda dates: [{"edition": edition, "date": date} for edition, date in sorted(dates.items())]
        ),
    },
)
DOCUMENTS = st.dictionaries(IDS, FIELDS).map(
    lambda entries: Document.of((), (Entry({"id": key, **fields}) for key, fields in entries.items()))
)


def leaves(document: Document) -> Leaves:
    """Return the values of a registry by their paths."""
    return {path: value for entry in document.entries for path, value in _leaves((entry.id,), entry.fields)}


def _leaves(path: tuple[str, ...], value: Any) -> list[tuple[tuple[str, ...], str]]:
    if isinstance(value, str):
        return [(path, value)]
    parts = value.items() if isinstance(value, dict) else ((_name(item), item) for item in value)
    return [leaf for key, part in parts for leaf in _leaves((*path, key), part)]


def _name(item: Any) -> str:
    return str(item.get("edition", item)) if isinstance(item, dict) else str(item)


def changes(base: Leaves, side: Leaves) -> dict[tuple[str, ...], str | None]:
    """Return what a side changed: path → new value, None for a deletion."""
    return {path: side.get(path) for path in base.keys() | side.keys() if base.get(path) != side.get(path)}


@pytest.mark.slow
@given(DOCUMENTS, DOCUMENTS, DOCUMENTS)
def test_agrees_with_a_model_of_single_values(base: Document, ours: Document, theirs: Document) -> None:
    """Without conflict, the outcome is the base with the changes of both sides; with one, the sides contradict."""
    before = leaves(base)
    left, right = changes(before, leaves(ours)), changes(before, leaves(theirs))
    merged = merge(base, ours, theirs)
    if not merged.conflicts:
        after = {**before, **left, **right}
        assert leaves(merged.ours) == {path: value for path, value in after.items() if value is not None}
        assert all(left[path] == right[path] for path in left.keys() & right.keys())
    for conflict in merged.conflicts:
        path = tuple(key for key in conflict.path if key != "fields")
        assert any(each[: len(path)] == path for each in left)
        assert any(each[: len(path)] == path for each in right)


@given(DOCUMENTS, DOCUMENTS, DOCUMENTS)
def test_drops_nothing_and_brings_nothing_back(base: Document, ours: Document, theirs: Document) -> None:
    """Also in conflict: what a side added is there, what both kept is there, what one deleted untouched is not."""
    merged = merge(base, ours, theirs)
    ids = {entry.id for side in (merged.ours, merged.theirs) for entry in side.entries}
    before, left, right = ({entry.id: entry for entry in each.entries} for each in (base, ours, theirs))
    for identifier in before.keys() | left.keys() | right.keys():
        deleted = identifier in before and (
            (identifier not in left and right.get(identifier) in (None, before[identifier]))
            or (identifier not in right and left.get(identifier) in (None, before[identifier]))
        )
        assert (identifier in ids) == (not deleted)


@given(DOCUMENTS, DOCUMENTS)
def test_a_side_that_changed_nothing_has_no_say(base: Document, side: Document) -> None:
    for merged in (merge(base, side, base), merge(base, base, side), merge(base, side, side)):
        assert merged.conflicts == ()
        assert leaves(merged.ours) == leaves(merged.theirs) == leaves(side)


@given(DOCUMENTS, DOCUMENTS, DOCUMENTS)
def test_a_conflict_shows_both_sides_between_markers(base: Document, ours: Document, theirs: Document) -> None:
    merged = merge(base, ours, theirs)
    text = render_conflicts(merged, DEFINITION)
    sides: dict[str, list[str]] = {"ours": [], "theirs": []}
    showing = list(sides)
    for line in text.splitlines():
        if line.startswith(("<<<<<<<", "=======", ">>>>>>>")):
            showing = {"<": ["ours"], "=": ["theirs"], ">": list(sides)}[line[0]]
        else:
            for side in showing:
                sides[side].append(line)
    for side, written in sides.items():
        expected = render(getattr(merged, side)).replace("signatories: []", "signatories:")
        assert "\n".join([*written, ""]) == expected
    lines = text.splitlines()
    for problem in conflict_problems(merged, text, "a.yaml"):
        assert lines[problem.line - 1] == "<<<<<<< ours"
        assert any(f"id: {problem.entry}" in line for line in lines[problem.line : problem.line + 12])


def test_names_both_values() -> None:
    sides = [document([{"id": "a", "kind": kind}]) for kind in ("town", "union", "district")]
    merged = merge(*sides)
    (problem,) = conflict_problems(merged, render_conflicts(merged, DEFINITION), "a.yaml")
    assert (problem.rule, problem.entry, problem.line, problem.column) == ("merge-conflict", "a", 2, 1)
    for sentence in (problem.told("tr"), problem.told("en")):
        assert "“kind”" in sentence
        assert "“union”" in sentence
        assert "“district”" in sentence


def test_the_head_of_the_file_is_merged_too() -> None:
    base, ours, theirs = (Document((head,), ()) for head in ("# a", "# b", "# c"))
    assert merge(base, ours, base).ours.head == ("# b",)
    merged = merge(base, ours, theirs)
    assert [conflict.path for conflict in merged.conflicts] == [("",)]
    assert render_conflicts(merged, DEFINITION) == "<<<<<<< ours\n# b\n=======\n# c\n>>>>>>> theirs\nsignatories:\n"
    assert conflict_problems(merged, render_conflicts(merged, DEFINITION), "a.yaml")[0].line == 1
