"""A problem in an input file, explained to its author in the languages of messages."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from source.problems.message import Message, message_languages

LONGEST = 1000
"""Characters of a text in a message: a long value is not repeated in full with each of its problems."""
LONGEST_FIX = 4000
"""Characters of a correction or an example."""
_QUOTED = 60
"""Characters of a value that a sentence quotes."""
BLANK = "…"
"""What a new project or edition has where something is to be filled in, before an example of it."""
FILL_IN = Message("Fill this in: write your own words instead of “{mark}” and the example after it.", mark=BLANK)
MOST = 200
"""Problems shown for one file."""


def excerpt(text: str) -> str:
    """Return a value as messages quote it: short, on one line, invisible characters escaped."""
    return f"{visible(text[:_QUOTED])}{'…' if len(text) > _QUOTED else ''}"


def visible(line: str) -> str:
    """Return a line with invisible and bidirectional control characters as their codes."""
    return "".join(letter if letter.isprintable() else f"\\u{ord(letter):04x}" for letter in line)


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One problem at one place. Problems sort by file, line and column.

    `line` and `column` count from 1 and point at the value itself; `rule` is the kebab-case name of the broken rule;
    `entry` is the id of the record, or "". `fix` is a correction ready to paste, from the author's own words alone;
    `example` shows what a valid value looks like. Each is "" where there is none.
    """

    path: str
    line: int
    column: int
    rule: str
    entry: str
    message: Message
    fix: str = ""
    example: str = ""

    def __post_init__(self) -> None:
        """Shorten long texts; drop a correction that would be cut off."""
        for name in ("path", "entry"):
            object.__setattr__(self, name, _short(getattr(self, name)))
        for name in ("fix", "example"):
            if len(getattr(self, name)) > LONGEST_FIX:
                object.__setattr__(self, name, "")

    def told(self, language: str) -> str:
        """Return the message in a language."""
        return _short(self.message.told(language))

    def told_in(self, languages: Sequence[str] = ()) -> dict[str, str]:
        """Return language → the message in some languages or all, without those that lack it."""
        told = self.message.told_in(languages or message_languages())
        return {language: _short(text) for language, text in told.items()}

    def as_text(self, languages: Sequence[str] = ()) -> str:
        """Return `FILE:LINE:COL: RULE`, then the message in some languages or all, correction and example, indented."""
        texts = {**self.told_in(languages), "fix": self.fix, "example": self.example}
        blocks = (block(name, text) for name, text in texts.items() if text)
        return "\n".join([f"{self.path}:{self.line}:{self.column}: {self.rule}", *blocks])


def _short(text: str) -> str:
    return f"{text[: LONGEST - 1]}…" if len(text) > LONGEST else text


def block(name: str, text: str) -> str:
    """Return a text after its name; further lines are indented as far as the first."""
    return f"  {name}: " + text.replace("\n", "\n" + " " * len(f"  {name}: "))


def shown(problems: Sequence[Problem]) -> Sequence[Problem]:
    """Return the problems that a message shows: the first `MOST`, and one more that counts the rest."""
    if len(problems) <= MOST:
        return problems
    first, more = problems[MOST], len(problems) - MOST
    message = Message("There are at least {more} more problems: correct those above first.", more=more)
    return [*problems[:MOST], Problem(first.path, first.line, first.column, "more-problems", "", message)]


def as_text(problems: Sequence[Problem], languages: Sequence[str] = ()) -> str:
    """Return problems for a terminal, in some of the languages of messages or all."""
    return "\n".join(problem.as_text(languages) for problem in shown(problems))


def refuse(problems: Iterable[Problem]) -> None:
    """Raise SourceError if there are problems."""
    if found := [*problems]:
        raise SourceError(found)


class SourceError(Exception):
    """Raised for input that cannot be used, with all its problems."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Sort the problems by place."""
        self.problems = tuple(sorted(problems))
        super().__init__(self.problems)

    def __str__(self) -> str:
        """Return the problems in all languages of messages."""
        return as_text(self.problems)
