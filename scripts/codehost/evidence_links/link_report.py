"""A report of broken evidence links in one issue. It is advisory: the registry is not changed."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from codehost.client.api import Api
from codehost.client.host import BOT
from codehost.desk import REGISTRY, Desk
from codehost.evidence_links.visit import Trouble
from codehost.texts import render, words
from registry.load import load
from registry.model import Registry, Signatory, Signature, Withdrawal

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
    """Visit the evidence of every entry and update the issue; SourceError if the registry is not valid.

    An issue with the same text is not changed, whether open or closed.
    """
    found = list(broken_links(load(desk.layout.registry, REGISTRY, desk.reference), visit))
    body = _MARKER + render(desk.layout, "links.md", links=found[:_SHOWN], more=len(found[_SHOWN:]))
    present = _present(desk.api)
    if present is None and found:
        payload = {"title": words(desk.layout).line("links.title"), "body": body, "labels": [LABEL]}
        desk.api.create("issues", payload, lambda: _present(desk.api))
    elif present is not None and present["body"] != body:
        desk.api.call("PATCH", f"issues/{present['number']}", {"body": body, "state": "open" if found else "closed"})


def broken_links(registry: Registry, visit: Visit) -> Iterator[Broken]:
    """Yield the broken links, in the order of the registry; a host gets one request at a time."""
    troubles = _visit_all({url for _, url, _ in _links(registry)}, visit)
    for entry, url, archive in _links(registry):
        if trouble := troubles[url]:
            yield Broken(entry.id, url, trouble, copy=bool(archive) and troubles[archive] is None)


def _links(registry: Registry) -> Iterator[tuple[Signatory, str, str]]:
    """Yield every link of the evidence with its stored copy, or ""."""
    for entry in registry.signatories:
        claims: list[Signature | Withdrawal | None] = [*entry.signatures, entry.withdrawn]
        for evidence in (claim.evidence for claim in claims if claim):
            yield entry, evidence.url, evidence.archive
            if evidence.archive:
                yield entry, evidence.archive, ""


def _visit_all(urls: set[str], visit: Visit) -> dict[str, Trouble | None]:
    """Return the trouble of each address or None, after a second attempt if the first failed."""
    hosts = defaultdict(list)
    for url in sorted(urls):
        hosts[urlsplit(url).hostname].append(url)
    with ThreadPoolExecutor(_VISITORS) as pool:
        rounds = pool.map(lambda group: [(url, visit(url) and visit(url)) for url in group], hosts.values())
        return dict(found for group in rounds for found in group)


def _present(api: Api) -> Any:
    for issue in api.pages(f"issues?labels={LABEL}&state=all"):
        if (issue["user"] or {}).get("login") == BOT and (issue["body"] or "").startswith(_MARKER):
            return issue
    return None
