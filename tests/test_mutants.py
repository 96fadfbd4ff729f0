"""The mutants that may live: each is a change of code that is still there."""

from typing import Any

import pytest

from support.repository import ROOT, data

ACCEPTED = data("tests/mutants/accepted.yaml")


@pytest.mark.parametrize("accepted", ACCEPTED, ids=lambda each: each["change"])
def test_an_accepted_mutant_changes_code_that_is_there(accepted: dict[str, Any]) -> None:
    before = accepted["change"].partition(" → ")[0].removesuffix("…")
    code = (ROOT / accepted["path"]).read_text(encoding="utf-8")
    assert before in " ".join(line.strip() for line in code.splitlines())
    assert accepted["reason"]


def test_no_mutant_is_accepted_twice() -> None:
    changes = [(each["path"], each["change"]) for each in ACCEPTED]
    assert len(changes) == len(set(changes))
