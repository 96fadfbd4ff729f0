"""The reference data for validation: provinces, editions, published ids, and today."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from registry.model import Province
from source.clock import today
from source.files import read_text
from source.layout import Layout
from source.problems.problem import SourceError
from source.yaml.nodes import Fields
from source.yaml.reader import parse


@dataclass(frozen=True, slots=True)
class Reference:
    """Reference data. `provinces` is plate code → province, `editions` the key of an edition → the day of its adoption.

    `published` is the file of the registry that the site shows, None if any file may contain examples. `recorded` is
    the last parts of the addresses of all pages ever published, including every id.
    """

    provinces: Mapping[int, Province]
    editions: Mapping[str, date]
    today: date
    published: Path | None = None
    recorded: AbstractSet[str] = frozenset()

    def province(self, code: str) -> Province | None:
        """Return the province of a plate code written without a leading zero, or None."""
        return next((province for number, province in self.provinces.items() if str(number) == code), None)


def load_reference(layout: Layout, editions: Mapping[str, date], published: Path | None = None) -> Reference:
    """Return the reference data of today; SourceError if it cannot be read."""
    path = layout.data / "provinces.yaml"
    provinces = load_provinces(path, layout.shown(path))
    return Reference(provinces, editions, today(), published, _recorded(layout.addresses))


def _recorded(lock: Path) -> AbstractSet[str]:
    """Return the last parts of the addresses in the lock; the build reports a lock that cannot be read."""
    try:
        lines = read_text(lock, str(lock)).splitlines()
    except SourceError:
        return frozenset()
    return {line.split("/")[-2] for line in lines if line.count("/") > 1 and line.endswith("/")}


def load_provinces(path: Path, shown: str) -> dict[int, Province]:
    """Return the provinces in data/provinces.yaml by plate code; SourceError if it cannot be read."""
    tree = parse(read_text(path, shown), shown)
    items = tree.items("provinces") if isinstance(tree, Fields) else ()
    provinces = [Province.from_yaml(item) for item in items if isinstance(item, Fields)]
    return {province.code: province for province in provinces}
