"""Golden cases are data: a list in a YAML file under cases/, each item one test, named by its `case`."""

from typing import Any

import pytest

from support.repository import data


def load(name: str) -> list[dict[str, Any]]:
    """Return the cases of a file."""
    return data(f"tests/cases/{name}")


def cases(name: str) -> pytest.MarkDecorator:
    """Run a test once for each case of a file; the test's argument `case` is the item."""
    listed = load(name)
    names = [str(each["case"]) for each in listed]
    assert len(set(names)) == len(names), f"two cases of {name} have one name"
    return pytest.mark.parametrize("case", listed, ids=names)
