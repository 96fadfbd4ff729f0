"""A desk for every test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from codehost.desk import Desk
from support.codehost import CodeHost
from support.desk import Remote, open_desk


@pytest.fixture
def office(tmp_path: Path) -> Iterator[tuple[Desk, Remote, CodeHost]]:
    """A desk in a fresh clone, its remote and the code host."""
    with open_desk(tmp_path) as opened:
        yield opened
