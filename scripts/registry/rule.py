"""Rules and their findings: a rule is a function that yields findings, with its sentence as the docstring."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from registry.draft import Draft
from registry.words.personal_data import masked
from source.problems import Message, excerpt
from source.yaml.nodes import Node
from source.yaml.scalars import written

FORMAT_COMMAND = ".venv/bin/python scripts/signatories.py format"
"""The command that puts entries and comments in their places."""

READ = 1000
"""Characters that are searched for personal data before a value is cut."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One breach of a rule at `node`, explained to its author.

    `value` corrects the field `key` and is derived from the author's own words; if none can be derived, `example` is a
    valid value. If the breach is not in one text, `fix` and `example` are YAML. `logo` is the name of the file if the
    breach is not in the registry itself.
    """

    node: Node
    message: Message
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
        """The example as YAML; "" if there is a correction."""
        return "" if self.snippet else _field(self.key, self.example) if self.key else self.example


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its name in messages, its sentence, an example that breaks it, and the function that finds breaches.

    One about the answers of a request, which is applied when they are read, finds nothing in a file. `requests`: it
    applies to the entry made of a request, too.
    """

    name: str = field(compare=False)
    sentence: str
    wrong: str = field(compare=False)
    find: Callable[[Draft], Iterator[Finding]] = lambda _: iter(())
    requests: bool = True


def rule(wrong: str, *, requests: bool = True) -> Callable[[Callable[[Draft], Iterator[Finding]]], Rule]:
    """Return a decorator that makes a function a rule, `url_host` the rule url-host; `wrong` is an example."""
    return lambda find: Rule(find.__name__.replace("_", "-"), find.__doc__ or "", wrong, find, requests)


def quoted(text: str) -> str:
    """Return a value as messages quote it: short, on one line, without personal data, invisible characters escaped."""
    return f"“{excerpt(masked(text[:READ]))}”"


def _field(key: str, value: str) -> str:
    return f"{key}: {written(value)}" if key and value else ""
