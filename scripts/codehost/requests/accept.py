"""The acceptance of a request: a branch with its entry, a pull request, and the reply."""

import shlex

from codehost.client.host import issue_page
from codehost.desk import Desk
from codehost.markdown import Markdown
from codehost.requests.branch import put_entry
from codehost.requests.pulls import propose
from codehost.requests.request import Request
from codehost.requests.twins import LeftOut, earlier_requests
from codehost.texts import render
from codehost.words import words
from registry.file.document import Entry
from registry.file.standard_layout import render_entry
from registry.requests.dns_proof import is_official, record_name
from registry.requests.intake import Reading


def accept(desk: Desk, request: Request, reading: Reading, left_out: tuple[LeftOut, ...], proof: str) -> str:
    """Update the branch and the pull request of an entry and return the reply to the applicant."""
    entry = reading.entry
    outcome = put_entry(desk, request, entry)
    values = {
        "number": request.number,
        "entry": render_entry(entry, desk.reference.definition),
        "twins": earlier_requests(desk, request, entry.id),
        "left_out": left_out,
        "notes": reading.notes,
        "copy": reading.has_copy,
        "repository": Markdown(desk.api.url),
        **_proof(desk, request, entry, proof),
    }
    title = f"{words(desk.layout).line('pull.title')}: {entry.id}"
    pull = propose(desk.api, request.branch, title, render(desk.layout, "intake-pull.md", **values), outcome)
    return render(desk.layout, "intake-accepted.md", pull=pull, taken_over=outcome.taken_over, **values)


def _proof(desk: Desk, request: Request, entry: Entry, label: str) -> dict[str, str | bool]:
    """Return the DNS record that verifies the applicant, and the command that checks it, if any.

    It is offered to the applicant if only public authorities can have the domain.
    """
    website, issue = str(entry.fields.get("website", "")), issue_page(desk.api.url, request.number)
    if not label or not website:
        return {"record": "", "command": "", "offered": False}
    name = record_name(label, website, desk.reference)
    dig = shlex.join(["dig", "+noall", "+answer", "TXT", name])
    check = shlex.join([".venv/bin/python", "scripts/signatories.py", "proof", label, website, issue, "answer.txt"])
    offered = is_official(website, desk.reference)
    return {"record": f'{name}. TXT "{issue}"', "command": f"{dig} > answer.txt && {check}", "offered": offered}
