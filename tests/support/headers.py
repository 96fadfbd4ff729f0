"""The file `_headers` for hosts, and the policies that browsers then enforce."""

import re
from collections.abc import Callable, Iterable
from pathlib import Path

Headers = dict[str, str]
Host = Callable[[list[Headers]], Headers]
"""Combines the headers of all rules that match a path, in the order of the file, as a host does."""


def rules(text: str) -> dict[str, Headers]:
    """Return path → its headers; neither may be repeated."""
    found: dict[str, Headers] = {}
    for line in filter(str.strip, text.splitlines()):
        if line.startswith("/"):
            path = line
            assert path not in found
            found[path] = {}
        else:
            name, _, value = line.strip().partition(": ")
            assert name not in found[path]
            found[path][name] = value
    return found


def joined(matching: list[Headers]) -> Headers:
    """Send what Cloudflare sends: every value of a header, joined with commas."""
    names = {name for headers in matching for name in headers}
    return {name: ", ".join(headers[name] for headers in matching if name in headers) for name in names}


def replaced(matching: list[Headers]) -> Headers:
    """Send what Netlify sends: of each header the value of the last rule."""
    return {name: value for headers in matching for name, value in headers.items()}


def headers_of(folder: Path, host: Host) -> Callable[[str], Headers]:
    """Return what a host sends with a path of the site in `folder`."""
    listed = rules((folder / "_headers").read_text(encoding="utf-8"))
    return lambda path: host([headers for rule, headers in listed.items() if _matches(rule, path)])


def directives(policy: str) -> dict[str, list[str]]:
    """Return directive → its sources; no directive may be repeated."""
    parts = [part.split() for part in policy.split(";")]
    assert len({part[0] for part in parts}) == len(parts)
    return {part[0]: part[1:] for part in parts}


def allowed(directive: str, policies: Iterable[str]) -> set[str] | None:
    """Return the sources that all of the policies allow, as a browser enforces them; None if none has the directive."""
    said = [directives(policy).get(directive) for policy in ", ".join(policies).split(", ")]
    sets = [set(sources) - {"'none'"} for sources in said if sources is not None]
    return set.intersection(*sets) if sets else None


def _matches(rule: str, path: str) -> bool:
    return re.fullmatch(re.escape(rule).replace(r"\*", ".*"), f"/{path}") is not None
