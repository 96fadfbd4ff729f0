"""The mutation operators: those of cosmic-ray that make meaningful mutants, and four of our own that it lacks.

Left out, because what they make is equivalent or fails whatever the tests say: a comparison by identity in place of one
by value and the like, arithmetic that nobody would write here by mistake, removed decorators. What is changed within
annotations is left out in `mutants.py`.
"""

from collections.abc import Iterator
from itertools import pairwise

import parso
from cosmic_ray.operators.operator import Operator
from cosmic_ray.plugins import get_operator
from parso.python.tree import PythonNode
from parso.tree import NodeOrLeaf

_COMPARISONS = "Eq_NotEq NotEq_Eq Lt_LtE LtE_Lt Gt_GtE GtE_Gt Is_IsNot IsNot_Is"
_ARITHMETIC = "Add_Sub Sub_Add Mul_FloorDiv FloorDiv_Mul Mod_FloorDiv BitOr_BitAnd BitAnd_BitOr"
_OTHERS = (
    "ReplaceUnaryOperator_Delete_Not ReplaceUnaryOperator_Delete_USub AddNot ReplaceTrueWithFalse ReplaceFalseWithTrue "
    "ReplaceAndWithOr ReplaceOrWithAnd ReplaceBreakWithContinue ReplaceContinueWithBreak ExceptionReplacer "
    "ZeroIterationForLoop NumberReplacer"
)
_NO_DIFFERENCE = {"cast", "iter", "list", "tuple", "frozenset", "cache", "isinstance", "print", "open"}
"""Functions without which the same comes out, or nothing does."""
_METHODS = "strip lstrip rstrip lower upper casefold removeprefix removesuffix replace translate"
"""Methods that return a text much like the one they are called on."""
Position = tuple[tuple[int, int], tuple[int, int]]


class _Own(Operator):
    """A base of operators that replace a node by other code."""

    def mutation_positions(self, node: NodeOrLeaf) -> Iterator[Position]:
        for _ in self.replacements(node):
            yield node.start_pos, node.end_pos

    def mutate(self, node: NodeOrLeaf, index: int) -> NodeOrLeaf:
        prefix = node.get_first_leaf().prefix
        return parso.parse(prefix + list(self.replacements(node))[index])

    def replacements(self, node: NodeOrLeaf) -> Iterator[str]:
        """Yield the codes that may replace a node."""
        raise NotImplementedError

    @classmethod
    def examples(cls) -> tuple[()]:
        return ()


class UnwrapCall(_Own):
    """`fold(name)` → `(name)`: is the function needed?"""

    def replacements(self, node: NodeOrLeaf) -> Iterator[str]:
        if node.type == "atom_expr" and len(node.children) == 2:
            name, call = node.children
            known = name.type == "name" and name.value.lstrip("_")[:1].islower() and name.value not in _NO_DIFFERENCE
            if known and call.children[0] == "(" and (argument := _only_argument(call, name.value)):
                yield f"({argument.get_code().strip()})"


class DropMethod(_Own):
    """`text.strip()` → `text`."""

    def replacements(self, node: NodeOrLeaf) -> Iterator[str]:
        parts = node.children if node.type == "atom_expr" else []
        for at, (method, call) in enumerate(pairwise(parts[1:]), 1):
            named = (
                method.type == "trailer" and method.children[0] == "." and method.children[1].value in _METHODS.split()
            )
            if named and call.type == "trailer" and call.children[0] == "(":
                kept = (*parts[:at], *parts[at + 2 :])
                yield "".join(part.get_code() for part in kept).strip()


class DropStatement(_Own):
    """`problems.append(problem)` → `pass`, `yield problem` → `yield from ()`."""

    def replacements(self, node: NodeOrLeaf) -> Iterator[str]:
        if node.type == "simple_stmt":
            kind = node.children[0].type
            if kind in {"atom_expr", "yield_expr"}:
                yield ("yield from ()" if kind == "yield_expr" else "pass") + "\n"


class DropElement(_Own):
    """`{"a", "b"}` → `{"b"}`, also of lists and of tuples that no assignment takes apart."""

    def replacements(self, node: NodeOrLeaf) -> Iterator[str]:
        elements = _elements(node)
        for at in range(len(elements)):
            kept = [each.get_code().strip() for each in (*elements[:at], *elements[at + 1 :])]
            yield f"{node.children[0].value}{', '.join(kept)},{node.children[2].value}"


def _only_argument(call: PythonNode, name: str) -> NodeOrLeaf | None:
    """Return the only argument of a call, or what `sorted` sorts."""
    inner = call.children[1]
    if inner.type == "arglist" and name == "sorted":
        inner = inner.children[0]
    is_generator = inner.type == "argument" and inner.children[1].type.endswith("comp_for")
    return inner if inner != ")" and (is_generator or inner.type not in {"arglist", "argument"}) else None


def _elements(node: NodeOrLeaf) -> list[NodeOrLeaf]:
    if node.type != "atom" or len(node.children) != 3 or not isinstance(node.children[1], PythonNode):
        return []
    inner = node.children[1]
    if inner.type not in {"testlist_comp", "dictorsetmaker"} or inner.children[1] != ",":
        return []
    elements = inner.children[::2]
    is_pair = node.children[0] == "(" and len(elements) == 2 and node.parent.type != "comparison"
    return [] if is_pair else elements


OPERATORS: list[Operator] = [
    *(get_operator(f"core/ReplaceComparisonOperator_{each}")() for each in _COMPARISONS.split()),
    *(get_operator(f"core/ReplaceBinaryOperator_{each}")() for each in _ARITHMETIC.split()),
    *(get_operator(f"core/{each}")() for each in _OTHERS.split()),
    UnwrapCall(),
    DropMethod(),
    DropStatement(),
    DropElement(),
]
