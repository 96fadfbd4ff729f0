"""The timeline: sourced events, from `data/timeline.yaml`."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Self

from declaration.file.read import parse_sentence
from declaration.model import Run
from source.layout import Layout
from source.links import is_web_address
from source.problems import Message
from source.yaml.cursors import Cursor


@dataclass(frozen=True, slots=True)
class Event:
    """One event. `text` is locale → runs of a sentence. Either `source` is an address, or `cites` names a provision.

    A provision of the root text is named "c3", one of another "2027/c3".
    """

    date: date
    text: Mapping[str, tuple[Run, ...]]
    source: str
    cites: str

    @classmethod
    def from_yaml(cls, cursor: Cursor, locales: tuple[str, ...], ids: tuple[str, ...]) -> Self:
        """Read one item of `events`; SourceError if it has no source, two, or an invalid one."""
        fields = cursor.fields(("date", *locales), ("source", "cites"))
        if ("source" in fields) == ("cites" in fields):
            message = Message("An event has one source: source or cites.")
            raise cursor.error("event-source", message, example="cites: bg1")
        if "cites" in fields and (cited := fields["cites"].text()) not in ids:
            message = Message("“{cited}” is not the id of a published provision.", cited=cited)
            raise fields["cites"].error("unknown-provision", message, example=f"cites: {ids[-1]}")
        if "source" in fields and not is_web_address(address := fields["source"].text()):
            message = Message("“{address}” is not a web address.", address=address)
            raise fields["source"].error("event-source", message, example="https://deneme.example/haber")
        return cls(
            date=fields["date"].day(),
            text={locale: parse_sentence(fields[locale].text()) for locale in locales},
            source=fields["source"].text() if "source" in fields else "",
            cites=fields["cites"].text() if "cites" in fields else "",
        )


def load_timeline(layout: Layout, locales: tuple[str, ...], ids: tuple[str, ...]) -> tuple[Event, ...]:
    """Return the events, oldest first, none if there is no file; `ids` names the provisions that they may cite."""
    path = layout.data / "timeline.yaml"
    if not os.path.lexists(path):  # a dangling link is an error, not an absent file
        return ()
    events = Cursor.read(layout, path).fields(("events",), ())["events"].items()
    return tuple(sorted((Event.from_yaml(event, locales, ids) for event in events), key=lambda event: event.date))
