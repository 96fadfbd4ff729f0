"""Validation of the record of corrections by rules of the registry: personal data, HTML, addresses, entries."""

import os
from collections.abc import Collection, Iterator

from declaration.corrections.record import record_path
from registry.draft import Draft, ids_of
from registry.load import run_rules
from registry.reference import Reference, load_reference
from registry.rules import text_rules
from registry.rules.name_form import TAG
from registry.web_addresses import is_public, parts_of
from source.files import read_text
from source.layout import Layout
from source.problems import Message, Problem, SourceError, excerpt
from source.yaml.cursors import Cursor
from source.yaml.nodes import Fields, Items, mappings, scalars
from source.yaml.reader import compose

_HTTP, _HTTPS = "http://", "https://"
_EXAMPLE = "https://deneme.example/duyuru"


def check_corrections(layout: Layout) -> list[Problem]:
    """Return the problems of both checks, with the published registry, and those of a file that cannot be read."""
    problems: list[Problem] = []
    if os.path.lexists(record_path(layout)):
        try:
            problems.extend(check_correction_words(layout, load_reference(layout, {})))
            problems.extend(check_correction_entries(layout, published_ids(layout)))
        except SourceError as error:
            problems.extend(error.problems)
    return sorted(problems)


def check_correction_words(layout: Layout, reference: Reference) -> Iterator[Problem]:
    """Yield a problem for personal data (also in comments), hidden characters, HTML, and URLs that are not public."""
    path = record_path(layout)
    if not os.path.lexists(path):
        return
    shown = layout.shown(path)
    text = read_text(path, shown)
    tree = compose(text, shown)
    yield from run_rules(Draft(text, tree, reference), shown, text_rules(reference))
    for node in scalars(tree):
        if tag := TAG.search(node.text):
            message = Message("There can be no HTML here: “{tag}”.", tag=excerpt(tag[0]))
            yield Cursor(node, shown).problem("correction-html", message)
    for fields in mappings(tree):
        url = fields.text("source")
        if url and not _is_plain(url.text):
            message = Message("“{address}” is not a plain public web address.", address=excerpt(url.text))
            yield Cursor(url, shown).problem("correction-source", message, example=f"source: {_EXAMPLE}")


def check_correction_entries(layout: Layout, ids: Collection[str]) -> Iterator[Problem]:
    """Yield a problem for every line about an entry whose id is not among `ids`, present and former ones."""
    path = record_path(layout)
    tree = Cursor.read(layout, path).node if os.path.lexists(path) else Items(())
    for fields in mappings(tree):
        entry = fields.text("entry") or fields.text("by")
        if entry and entry.text not in ids:
            message = Message("“{entry}” is not an entry of the list.", entry=entry.text)
            yield Cursor(entry, layout.shown(path)).problem("unknown-entry", message)


def published_ids(layout: Layout) -> set[str]:
    """Return the present and former ids of the published registry; SourceError if it cannot be read."""
    tree = Cursor.read(layout, layout.registry).node
    entries = tree.items("signatories") if isinstance(tree, Fields) else ()
    return {each.text for entry in entries if isinstance(entry, Fields) for _, each in ids_of(entry)}


def _is_plain(url: str) -> bool:
    """Return whether an address is public, without user and port; http is allowed, as old sources may have it."""
    parts = parts_of(_HTTPS + url.removeprefix(_HTTP) if url.startswith(_HTTP) else url)
    return parts is not None and parts["user"] is None and not parts["port"] and is_public(parts["host"])
