"""The reply to a request, chosen by its answers, the list, and other requests; one that is accepted gets its branch."""

import shlex
from dataclasses import replace

from codehost.client.host import file_page, form_page, issue_page
from codehost.client.sticky_comments import Note
from codehost.desk import MAIN, REGISTRY, Desk
from codehost.markdown import Markdown
from codehost.requests.branch import put_entry
from codehost.requests.pulls import open_pull, propose, withdraw
from codehost.requests.request import FORM, MOST, Request, open_requests
from codehost.requests.twins import LeftOut, Listed, earlier_requests, editions, left_out, listed_entry
from codehost.texts import render, words
from registry.file.document import Entry
from registry.file.standard_layout import render_entry
from registry.load import read_draft
from registry.requests.dns_proof import is_official, record_name
from registry.requests.form import filled_in
from registry.requests.intake import Reading, has_form, heading_at, read_request, understood
from registry.rules import personal_rules
from source.problems import Problem, SourceError
from source.yaml.nodes import Fields

MARKER = "intake"
"""The marker of the comment that answers a request."""
_SHOWN = 15
"""Problems in one answer."""
_NEWS = {
    "accepted": ("problems", "listed", "many", "delayed"),
    "listed": ("problems", "accepted", "many", "delayed"),
    "problems": ("many", "delayed"),
    "many": ("delayed",),
}
"""The state of a reply → states of the last comment that it must not overwrite: edits send no notification."""


def reply(desk: Desk, request: Request, proof: str) -> Note:
    """Return the reply to a request; SourceError if the published registry itself cannot be read."""
    if count := open_requests(desk, request):
        return _note("many", render(desk.layout, "intake-many.md", count=count, most=MOST))
    registry, place = read_draft(desk.layout.registry, REGISTRY, desk.reference), f"#{request.number}"
    try:
        single = read_request(request.body, place, replace(registry, tree=Fields({}))).entry
        listed = listed_entry(registry, single)
        if listed and editions(single) <= editions(listed.entry):
            return _note("listed", _already_listed(desk, request, listed, single))
        reading = read_request(request.body, place, registry)
    except SourceError as error:
        return _note("problems", _what_to_correct(desk, request, error.problems))
    kept = tuple(left_out(desk, single, listed.entry)) if listed else ()
    return _note("accepted", _accepted(desk, request, reading, kept, proof))


def _note(state: str, text: str) -> Note:
    return Note(MARKER, text, state, _NEWS[state])


def _already_listed(desk: Desk, request: Request, listed: Listed, single: Entry) -> str:
    """Withdraw what was prepared, and return the reply with the place of the listed signature."""
    withdraw(desk, request, "listed")
    place = Markdown(file_page(desk.api.url, MAIN, REGISTRY, listed.line))
    values = {"id": listed.entry.id, "editions": sorted(editions(single)), "place": place}
    return render(desk.layout, "intake-listed.md", repository=Markdown(desk.api.url), **values)


def _what_to_correct(desk: Desk, request: Request, problems: tuple[Problem, ...]) -> str:
    """Return the reply with the problems, each with the heading of its answer."""
    shown = [(heading_at(request.body, each.line, desk.reference), each) for each in problems[:_SHOWN]]
    personal = {rule.name for rule in personal_rules(desk.reference)}
    values = {
        "total": len(problems),
        "personal": any(problem.rule in personal for problem in problems),
        "pull": open_pull(desk.api, request.branch),
        "form": _form(desk, request),
        "repository": Markdown(desk.api.url),
    }
    return render(desk.layout, "intake-problems.md", problems=shown, **values)


def _form(desk: Desk, request: Request) -> Markdown:
    """Return the address of the form filled in with the answers in a request; "" if it is a form already."""
    if has_form(request.body, desk.reference, least=1):
        return Markdown("")
    return Markdown(form_page(desk.api.url, FORM, filled_in(understood(request.body, desk.reference))))


def _accepted(desk: Desk, request: Request, reading: Reading, kept: tuple[LeftOut, ...], proof: str) -> str:
    """Update the branch and the pull request of an entry and return the reply to the applicant."""
    entry = reading.entry
    outcome = put_entry(desk, request, entry)
    values = {
        "number": request.number,
        "entry": render_entry(entry, desk.reference.definition),
        "twins": earlier_requests(desk, request, entry.id),
        "left_out": kept,
        "notes": reading.notes,
        "copy": reading.has_copy,
        "repository": Markdown(desk.api.url),
        **_proof(desk, request, entry, proof),
    }
    title = f"{words(desk.layout).line('pull.title')}: {entry.id}"
    pull = propose(desk.api, request.branch, title, render(desk.layout, "intake-pull.md", **values), outcome)
    return render(desk.layout, "intake-accepted.md", pull=pull, taken_over=outcome == "taken over", **values)


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
