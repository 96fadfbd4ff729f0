"""A citation of one provision, in one language, for reference managers."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from declaration.editions import Edition
from declaration.model import Provision


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A citation. `title` is that of the text with the label of the provision ("İstanbul Deklarasyonu, Taahhüt 3").

    `note` says that it is a translation, or is ""; `translated` is the day of its last correction, or None. No author
    is named: only the text itself says who adopted it.
    """

    provision: Provision
    edition: Edition
    title: str
    note: str
    translated: date | None
    site: str
    url: str
    accessed: date

    @property
    def key(self) -> str:
        """The key in a bibliography: "2021-c3-tr"."""
        return f"{self.edition.key}-{self.provision.id}-{self.provision.locale}"

    def csl(self) -> dict[str, Any]:
        """Return the item as CSL-JSON (Citation Style Language 1.0.2)."""
        item: dict[str, Any] = {
            "id": self.key,
            "type": "webpage",
            "title": self.title,
            "container-title": self.site,
            "issued": _csl_date(self.edition.adopted),
            "accessed": _csl_date(self.accessed),
            "version": self.edition.key,
            "section": self.provision.id,
            "language": self.provision.locale,
            "URL": self.url,
        }
        return item | ({"genre": self.note} if self.note else {})


def _csl_date(day: date) -> dict[str, list[list[int]]]:
    return {"date-parts": [[day.year, day.month, day.day]]}
