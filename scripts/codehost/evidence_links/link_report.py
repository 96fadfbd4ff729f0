"""A report of broken evidence links in one issue. It is advisory: the registry is not changed."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from codehost.client import bot
from codehost.client.api import Api
from codehost.desk import REGISTRY, Desk
from codehost.evidence_links.visit import Trouble
from codehost.texts import render
from codehost.words import words
from registry.load import load
from registry.model import Evidence, Registry, Signatory

LABEL = "evidence-links"
_MARKER = "<!-- links -->\n"
_VISITORS = 16
_SHOWN = 100
"""Links in one report."""

Visit = Callable[[str], Trouble | None]


@dataclass(frozen=True, slots=True)
class Broken:
    """A broken link of an entry. `copy`: a stored copy of the page can be reached."""

    entry: str
    url: str
    trouble: Trouble
    copy: bool


def report(desk: Desk, visit: Visit) -> None:
    """Visit the evidence of every entry and update the issue; SourceError if the registry is not valid."""
    registry = load(desk.registry, REGISTRY, desk.reference)
    found = list(broken_links(registry, visit))
    text = render(desk.layout, "links.md", links=found[:_SHOWN], more=len(found[_SHOWN:]))
    _put_issue(desk.api, words(desk.layout).line("links.title"), _MARKER + text, open_=bool(found))


def broken_links(registry: Registry, visit: Visit) -> Iterator[Broken]:
    """Yield the broken links, in the order of the registry; a host gets one request at a time."""
    troubles = _visit_all({url for _, url, _ in _links(registry)}, visit)
    for entry, url, archive in _links(registry):
        if trouble := troubles[url]:
            yield Broken(entry.id, url, trouble, copy=bool(archive) and troubles[archive] is None)


def _links(registry: Registry) -> Iterator[tuple[Signatory, str, str]]:
    """Yield every link of the evidence with its stored copy, or ""."""
    for entry in registry.signatories:
        for evidence in _evidence(entry):
            yield entry, evidence.url, evidence.archive
            if evidence.archive:
                yield entry, evidence.archive, ""


def _evidence(entry: Signatory) -> Iterator[Evidence]:
    yield from (signature.evidence for signature in entry.signatures)
    if entry.withdrawn:
        yield entry.withdrawn.evidence


def _visit_all(urls: set[str], visit: Visit) -> dict[str, Trouble | None]:
    """Return the trouble of each address or None, after a second attempt if the first failed."""
    hosts = defaultdict(list)
    for url in sorted(urls):
        hosts[urlsplit(url).hostname].append(url)
    with ThreadPoolExecutor(_VISITORS) as pool:
        rounds = pool.map(lambda group: [(url, visit(url) and visit(url)) for url in group], hosts.values())
        return dict(found for group in rounds for found in group)


def _put_issue(api: Api, title: str, body: str, *, open_: bool) -> None:
    """Make `body` the text of the issue; an issue with this text is not changed, whether open or closed."""
    present = _report(api)
    if present is None:
        if open_:
            payload = {"title": title, "body": body, "labels": [LABEL]}
            api.create("issues", payload, lambda: _report(api))
    elif present["body"] != body:
        state = "open" if open_ else "closed"
        api.call("PATCH", f"issues/{present['number']}", {"body": body, "state": state})


def _report(api: Api) -> Any:
    """Return the issue of the report, or None."""
    return next(filter(_is_report, api.pages(f"issues?labels={LABEL}&state=all")), None)


def _is_report(issue: Mapping[str, Any]) -> bool:
    return (issue["user"] or {}).get("login") == bot.NAME and (issue["body"] or "").startswith(_MARKER)
