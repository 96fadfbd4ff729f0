"""The answers of a request, normalised step by step."""

from dataclasses import dataclass, field

from registry.rule import Finding, Rule
from source.problems import Message
from source.yaml.nodes import Scalar


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
