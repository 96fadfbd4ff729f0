"""The mutants of a module: its source with one small change each."""

import ast
import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from operators import OPERATORS
from parso.tree import NodeOrLeaf

_NO_DIFFERENCE = {"slots", "frozen", "strict", "maxsize"}
"""Settings that guard against mistakes of ours, and sizes of caches: the same comes out with others."""


@dataclass(frozen=True)
class Mutant:
    """A module with one change; `path` is below the folder `root`, `operator` the place in OPERATORS."""

    root: Path
    path: str
    line: int
    operator: int
    occurrence: int

    @property
    def room(self) -> str:
        """The room of the module: `registry` of `scripts/registry/…`."""
        return Path(self.path).parts[1]

    @cached_property
    def source(self) -> str:
        """The module as it is."""
        return (self.root / self.path).read_text(encoding="utf-8")

    @cached_property
    def code(self) -> str:
        """The changed module; "" if that is no Python, or no change."""
        try:
            mutated = mutate_code(self.source, OPERATORS[self.operator], self.occurrence)
            is_same = ast.dump(ast.parse(mutated)) == ast.dump(ast.parse(self.source))
        except (SyntaxError, AttributeError):  # cosmic-ray cannot replace an exception with a dot in its name
            return ""
        return "" if is_same else mutated

    @cached_property
    def change(self) -> str:
        """`before → after`, each in one line."""
        lines = list(difflib.ndiff(self.source.splitlines(), self.code.splitlines()))
        before, after = (" ".join(each[2:].strip() for each in lines if each[0] == sign) for sign in "-+")
        return f"{before} → {after}"


def mutants(root: Path, path: str) -> Iterator[Mutant]:
    """Yield the mutants of a module."""
    nodes = list(ast_nodes(get_ast((root / path).read_text(encoding="utf-8"))))
    for number, operator in enumerate(OPERATORS):
        found = [(node, start) for node in nodes for start, _ in operator.mutation_positions(node)]
        for occurrence, (node, (line, _)) in enumerate(found):
            if not _is_without_effect(node):
                yield Mutant(root, path, line, number, occurrence)


def _is_without_effect(node: NodeOrLeaf) -> bool:
    """Return whether a node is within an annotation or a setting that changes nothing."""
    while outer := node.parent:
        before = node.get_previous_sibling()
        is_annotation = before is not None and before in {":", "->"} and outer.type in {"tfpdef", "funcdef"}
        if (outer.type == "annassign" and before == ":") or (is_annotation and node.type != "suite"):
            return True
        if outer.type == "argument" and getattr(outer.children[0], "value", "") in _NO_DIFFERENCE:
            return True
        node = outer
    return False
