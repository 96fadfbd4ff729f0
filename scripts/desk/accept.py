"""Takes an entry in: a branch with it, a pull request, and the words about both."""

import shlex

from desk.branch import put_entry
from desk.desk import Desk
from desk.markdown import Markdown
from desk.pulls import propose
from desk.request import Request
from desk.texts import render
from desk.twins import LeftOut, earlier_requests
from registry.document import Entry
from registry.proof import record_name
from registry.write import render_entry

_NO_WEBSITE = "https://alan-adiniz.example"
"""Stands for the domain of a municipality that gave no website."""


def accept(desk: Desk, request: Request, entry: Entry, left_out: tuple[LeftOut, ...], proof: str) -> str:
    """Bring the branch and the pull request of an entry up to date and return what the applicant is told."""
    outcome = put_entry(desk, request, entry)
    values = {
        "number": request.number,
        "entry": render_entry(entry),
        "twins": earlier_requests(desk, request, entry.id),
        "left_out": left_out,
        "repository": Markdown(desk.api.url),
        **_proof(desk, request, entry, proof),
    }
    title = f"İmzacı kaydı · Signatory: {entry.id}"
    pull = propose(desk.api, request.branch, title, render(desk.layout, "intake-pull.md", **values), outcome)
    return render(desk.layout, "intake-accepted.md", pull=pull, taken_over=outcome.taken_over, **values)


def _proof(desk: Desk, request: Request, entry: Entry, label: str) -> dict[str, str]:
    """Return the DNS record that would prove who asks, and the command by which a maintainer looks, if any."""
    if not label:
        return {"record": "", "command": ""}
    website, issue = str(entry.fields.get("website", "")) or _NO_WEBSITE, f"{desk.api.url}/issues/{request.number}"
    name = record_name(label, website)
    dig = shlex.join(["dig", "+noall", "+answer", "TXT", name])
    check = shlex.join(["python", "scripts/signatories.py", "proof", label, website, issue, "answer.txt"])
    return {"record": f'{name}. TXT "{issue}"', "command": f"{dig} > answer.txt && {check}"}
