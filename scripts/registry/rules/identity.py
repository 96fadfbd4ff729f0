"""Rules about identity: ids, their order, duplicate signatories, and former ids, whose addresses redirect to these."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import chain, pairwise

from registry.draft import Draft, ids_of
from registry.fields import ALIASES_LIMIT, ID, ID_LIMIT, is_id
from registry.pack import pack_of
from registry.rule import FORMAT_COMMAND, Finding, quoted, rule
from registry.words.folding import slug
from source.files import is_device_name
from source.problems import Message
from source.yaml.nodes import Fields, Scalar


@rule(wrong="id: Deneme (Bursa)")
def id_form(draft: Draft) -> Iterator[Finding]:
    """An id consists of small letters a-z, digits and single “-” between them, at most 80 characters."""
    for key, identifier in chain.from_iterable(map(ids_of, draft.entries)):
        if not is_id(identifier.text):
            message = Message(
                "{identifier} cannot be an id: a-z, 0-9, “-” between them; at most {limit} long.",
                identifier=quoted(identifier.text),
                limit=ID_LIMIT,
            )
            yield _renamed(draft, key, identifier, slug(identifier.text[:ID_LIMIT])[:ID_LIMIT].strip("-"), message)


@rule(wrong="id: con")
def id_reserved(draft: Draft) -> Iterator[Finding]:
    """An id is not a word used in addresses of the site, nor a name that Windows reserves (con, nul, com1)."""
    for key, identifier in chain.from_iterable(map(ids_of, draft.entries)):
        if identifier.text in draft.reference.definition.reserved:
            message = Message(
                "{identifier} is a word of the site’s addresses; write another one.", identifier=quoted(identifier.text)
            )
        elif is_device_name(identifier.text):
            message = Message(
                "Windows does not allow a folder called {identifier}; write another name.",
                identifier=quoted(identifier.text),
            )
        else:
            continue
        yield _renamed(draft, key, identifier, "", message)


@rule(wrong="id: deneme-bursa, for a second entry")
def id_taken(draft: Draft) -> Iterator[Finding]:
    """No id is used twice, as the present or a former id."""
    taken = {identifier.text for _, identifier in chain.from_iterable(map(ids_of, draft.others))}
    for _, identifier in chain.from_iterable(map(ids_of, draft.entries)):
        if identifier.text in taken:
            message = Message(
                "{identifier} already is, or was, the id of an entry.", identifier=quoted(identifier.text)
            )
            yield Finding(identifier, message)
        taken.add(identifier.text)


@rule(wrong="id: ornek-izmir above id: deneme-bursa")
def entry_order(draft: Draft) -> Iterator[Finding]:
    """Entries are in the order of their ids, so that two requests rarely touch the same lines."""
    ids = [found for entry in draft.entries if (found := entry.text("id")) and re.fullmatch(ID, found.text)]
    ordered = sorted(identifier.text for identifier in ids)
    for before, identifier in pairwise(ids):
        if identifier.text < before.text:
            shown, after = quoted(identifier.text), quoted(ordered[bisect_right(ordered, identifier.text)])
            message = Message(
                "{id} comes before {after}; this command moves it: {command}",
                id=shown,
                after=after,
                command=FORMAT_COMMAND,
            )
            yield Finding(identifier, message)


@rule(wrong="name: {tr: DENEME KURUMU, …}, for a second entry of one place")
def same_entry(draft: Draft) -> Iterator[Finding]:
    """No two entries are for one body, whatever their kinds and however the name is written."""
    pack = pack_of(draft.reference)
    index = pack.index(draft.reference)
    for entry in draft.others:
        index.add(entry)
    for entry in draft.entries:
        earlier = ((other.texts().get("id"), name) for other, name in index.add(entry))
        same = [(known, name) for known, name in earlier if known != entry.texts().get("id")]
        for known, name in same[:1]:
            message = Message("{name} is listed already: {known}.", name=quoted(name.text), known=quoted(known or ""))
            yield Finding(name, message.followed_by(pack.advice(entry)))


@rule(wrong="aliases: six ids", requests=False)
def alias_count(draft: Draft) -> Iterator[Finding]:
    """An entry has at most five former ids."""
    for entry in draft.entries:
        if len(aliases := entry.items("aliases")) > ALIASES_LIMIT:
            message = Message(
                "An entry has at most {limit} former ids: delete those that were never published.",
                limit=ALIASES_LIMIT,
            )
            yield Finding(aliases[ALIASES_LIMIT], message)


@rule(wrong="aliases: [ornek], which is not in data/addresses.lock", requests=False)
def alias_published(draft: Draft) -> Iterator[Finding]:
    """A former id of the published file is in data/addresses.lock, which lists every address ever published."""
    for _, alias in unrecorded(draft) if is_complete(draft) else ():
        message = Message(
            "{alias} is not in data/addresses.lock: if it was published, first run `make lock` with it as the id; else"
            " delete it.",
            alias=quoted(alias.text),
        )
        yield Finding(alias, message)


def is_complete(draft: Draft) -> bool:
    """Return whether the lock lists every id ever published."""
    return draft.published and bool(draft.recorded)


def unrecorded(draft: Draft) -> Iterator[tuple[Fields, Scalar]]:
    """Yield the well-formed former ids that the lock does not list, each with its entry."""
    for entry in draft.entries:
        for key, alias in ids_of(entry):
            if not key and alias.text not in draft.recorded and is_id(alias.text):
                yield entry, alias


def _renamed(draft: Draft, key: str, identifier: Scalar, better: str, message: Message) -> Finding:
    """Return a finding about an id; a former one is an item of a list and has no key."""
    if key:
        return Finding(identifier, message, key, better, draft.examples["id"])
    return Finding(identifier, message, example=f"- {draft.examples['aliases']}", fix=f"- {better}" if better else "")
