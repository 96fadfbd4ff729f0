"""What a rule is: one small function that yields findings, and whose docstring is the rule in one sentence."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from registry.draft import Draft
from registry.words.personal_data import masked
from source.problems.problem import excerpt
from source.yaml.nodes import Node
from source.yaml.scalars import written

FORMAT_COMMAND = ".venv/bin/python scripts/signatories.py format"
"""What puts entries and comments where they belong."""

_READ = 1000
"""Characters that are searched for personal data before a value is cut."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One breach of a rule at the place of `node`, told in Turkish and English.

    `value` corrects the field `key` and follows from nothing but what the author wrote; where nothing follows,
    `example` is a value that would pass. Where the breach is not in one text, both are YAML: `fix` and `example`.
    `logo` is the name of the file where the breach is not in the registry itself.
    """

    node: Node
    tr: str
    en: str
    key: str = ""
    value: str = ""
    example: str = ""
    fix: str = ""
    logo: str = ""

    @property
    def snippet(self) -> str:
        """The correction as YAML, or ""."""
        return self.fix or _field(self.key, self.value)

    @property
    def sample(self) -> str:
        """The example as YAML; "" where there is a correction."""
        return "" if self.snippet else _field(self.key, self.example) if self.key else self.example


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its name in messages, its sentence, a line that breaks it, and what finds the breaches."""

    name: str
    sentence: str
    wrong: str
    find: Callable[[Draft], Iterator[Finding]]


def rule(wrong: str) -> Callable[[Callable[[Draft], Iterator[Finding]]], Rule]:
    """Make a rule of a function: `url_host` becomes the rule url-host. `wrong` is an example that breaks it."""
    return lambda find: Rule(find.__name__.replace("_", "-"), find.__doc__ or "", wrong, find)


def quoted(text: str) -> str:
    """Return a value as sentences quote it: short, on one line, nothing personal, what cannot be seen as its code."""
    return f"“{excerpt(masked(text[:_READ]))}”"


def _field(key: str, value: str) -> str:
    return f"{key}: {written(value)}" if key and value else ""
