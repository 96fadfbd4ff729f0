"""The interpretation of a text."""

from typing import NamedTuple


class Meaning(NamedTuple):
    """A value as the registry writes it, or "". `certain`: the text can mean nothing else."""

    value: str
    certain: bool


UNKNOWN = Meaning("", certain=False)
