"""Golden cases are data: a list in a YAML file under cases/, each item one test, named by its `case`."""

import re
from pathlib import Path
from typing import Any

import pytest

from support.repository import data


def load(name: str) -> list[dict[str, Any]]:
    """Return the cases of a file."""
    return data(f"tests/cases/{name}")


def expected(problem: str, root: Path) -> str:
    """Fill in a line number: "a.yaml:{words}:1: rule" names the first line with the words, {last words} the last."""
    path, found = problem.partition(":")[0], re.search(r"\{(last )?(.+?)\}:", problem)
    if not found:
        return problem
    lines = (root / path).read_text(encoding="utf-8").splitlines()
    numbers = [number for number, line in enumerate(lines, start=1) if found[2] in line]
    return problem.replace(found[0], f"{numbers[-1 if found[1] else 0]}:")


def cases(name: str) -> pytest.MarkDecorator:
    """Run a test once for each case of a file; the test's argument `case` is the item."""
    listed = load(name)
    names = [str(each["case"]) for each in listed]
    assert len(set(names)) == len(names), f"two cases of {name} have one name"
    return pytest.mark.parametrize("case", listed, ids=names)
