"""The reference data for validation: the definition, places, editions, published ids, and today."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from registry.definition.model import Definition, Place
from registry.definition.read import load_definition
from source.clock import today
from source.files import read_text
from source.layout import Layout
from source.problems import SourceError
from source.yaml.nodes import Fields


@dataclass(frozen=True, slots=True)
class Reference:
    """Reference data. `places` is code → place, `editions` the key of an edition → the day of its adoption.

    `published` is the file of the registry that the site shows, None if any file may contain examples. `recorded` is
    the last parts of the addresses of all pages ever published, including every id.
    """

    definition: Definition
    places: Mapping[str, Place]
    editions: Mapping[str, date]
    today: date
    published: Path | None = None
    recorded: frozenset[str] = frozenset()

    def place_of(self, entry: Fields) -> Place | None:
        """Return the place of an entry, or None."""
        return self.places.get(entry.texts().get(self.definition.place_key, ""))


def load_reference(layout: Layout, editions: Mapping[str, date], published: Path | None = None) -> Reference:
    """Return the reference data of today; SourceError if it cannot be read."""
    definition, places = load_definition(layout)
    return Reference(definition, places, editions, today(layout), published, _recorded(layout.addresses))


def _recorded(lock: Path) -> frozenset[str]:
    """Return the last parts of the addresses in the lock; the build reports a lock that cannot be read."""
    try:
        lines = read_text(lock, str(lock)).splitlines()
    except SourceError:
        return frozenset()
    return frozenset(line.split("/")[-2] for line in lines if line.count("/") > 1 and line.endswith("/"))
