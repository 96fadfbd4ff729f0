"""Answers a request for a listing: with a pull request, or with what is to be mended."""

import shlex
from dataclasses import dataclass

from desk.branch import put_entry
from desk.comments import put_comment
from desk.desk import REGISTRY, Desk
from desk.pulls import propose, pulls_from
from desk.request import Request
from desk.texts import render
from registry.document import Entry
from registry.intake import read_request
from registry.load import read_draft
from registry.proof import record_name
from registry.write import render_entry
from source.problem import Problem, SourceError

_MARKER = "intake"
_SHOWN = 15
"""Problems in one answer."""
_NO_WEBSITE = "https://alan-adiniz.example"
"""Stands for the domain of a municipality that gave no website."""


@dataclass(frozen=True, slots=True)
class Found:
    """A problem of a request, and what stands above the answer it is in."""

    heading: str
    problem: Problem


def answer(desk: Desk, request: Request, proof: str) -> None:
    """Bring the pull request and the comment that answer a request up to date; what is so already stays untouched.

    `proof` is the label of the DNS record by which a municipality shows that it is the one who asks.
    SourceError where the published registry itself cannot be read.
    """
    if not request.wanted:
        return
    registry = read_draft(desk.registry, REGISTRY, desk.reference)
    try:
        entry = read_request(request.body, f"#{request.number}", registry)
    except SourceError as error:
        text = _what_to_mend(desk, request, error.problems)
    else:
        text = _take_in(desk, request, entry, proof)
    put_comment(desk.api, request.number, _MARKER, text)


def _what_to_mend(desk: Desk, request: Request, problems: tuple[Problem, ...]) -> str:
    shown = [Found(_heading(request.body, problem.line), problem) for problem in problems[:_SHOWN]]
    pull = next((pull.number for pull in pulls_from(desk.api, request.branch) if pull.open), 0)
    return render(desk.layout, "intake-problems.md", problems=shown, total=len(problems), pull=pull)


def _take_in(desk: Desk, request: Request, entry: Entry, proof: str) -> str:
    outcome = put_entry(desk, request, entry)
    values = {"number": request.number, "entry": render_entry(entry)} | _proof(desk, request, entry, proof)
    title, body = f"İmzacı kaydı · Signatory: {entry.id}", render(desk.layout, "intake-pull.md", **values)
    pull = propose(desk.api, request.branch, title, body, outcome)
    return render(desk.layout, "intake-accepted.md", pull=pull, taken_over=outcome.taken_over, **values)


def _proof(desk: Desk, request: Request, entry: Entry, label: str) -> dict[str, str]:
    """Return the DNS record that would prove who asks, and the command by which a maintainer looks."""
    website, issue = str(entry.fields.get("website", "")) or _NO_WEBSITE, f"{desk.api.url}/issues/{request.number}"
    name = record_name(label, website)
    dig = shlex.join(["dig", "+noall", "+answer", "TXT", name])
    check = shlex.join(["python", "scripts/signatories.py", "proof", label, website, issue, "answer.txt"])
    return {"record": f'{name}. TXT "{issue}"', "command": f"{dig} > answer.txt && {check}"}


def _heading(body: str, line: int) -> str:
    """Return the heading that the line of a problem, from 1, stands below."""
    above = (text for text in reversed(body.split("\n")[:line]) if text.startswith("### "))
    return next(above, "").removeprefix("### ").strip()
