"""What a text that somebody wrote means."""

from typing import NamedTuple


class Meaning(NamedTuple):
    """A value as the registry writes it, "" where a text means none. `certain`: the text can mean nothing else."""

    value: str
    certain: bool


UNKNOWN = Meaning("", certain=False)
