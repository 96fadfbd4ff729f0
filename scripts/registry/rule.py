"""Rules, what they find, and the answers of a request with what was found in them.

A rule is a function; its docstring is the sentence of the guide.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from registry.draft import Draft
from registry.words.personal_data import masked
from source.problems import Message, excerpt
from source.yaml.nodes import Node, Scalar
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


@dataclass(slots=True)
class Kept:
    """Normalised answers, by the id of the question, each at the position of the original answer.

    `findings` are breaches of the rules of requests, by the id of the question; `following` are questions whose answer
    can be derived once another one is corrected; `secured` those whose address was written with http://.
    """

    answers: dict[str, Scalar]
    findings: list[tuple[str, Rule, Finding]] = field(default_factory=list)
    following: set[str] = field(default_factory=set)
    secured: set[str] = field(default_factory=set)

    def text(self, question: str) -> str:
        """Return an answer, or ""."""
        return self.answers[question].text if question in self.answers else ""

    def keep(self, question: str, text: str) -> None:
        """Replace the text of an answer."""
        self.answers[question] = self.answers.get(question, Scalar(""))._replace(text=text)

    def find(self, question: str, rule: Rule, message: Message, value: str = "", example: str = "") -> None:
        """Add a breach of a rule by an answer; `value` corrects it, else `example` is a valid one."""
        self.findings.append((question, rule, Finding(self.answers[question], message, value=value, example=example)))


def rule(wrong: str, *, requests: bool = True) -> Callable[[Callable[[Draft], Iterator[Finding]]], Rule]:
    """Return a decorator that makes a function a rule, `url_host` the rule url-host; `wrong` is an example."""
    return lambda find: Rule(find.__name__.replace("_", "-"), find.__doc__ or "", wrong, find, requests)


def quoted(text: str) -> str:
    """Return a value as messages quote it: short, on one line, without personal data, invisible characters escaped."""
    return f"“{excerpt(masked(text[:READ]))}”"


def _field(key: str, value: str) -> str:
    return f"{key}: {written(value)}" if key and value else ""
