"""A citation of the text or of one provision, in one language, for reference managers."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from declaration.editions import Edition


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A citation. `section` is the id of the provision, "" for the whole text.

    `title` is that of the text, with the label of the provision ("İstanbul Deklarasyonu, Taahhüt 3"). `note` says that
    it is a translation, or is ""; `translated` is the day of its last correction, or None. `accessed` is for the page,
    which shows the reader's own day; files have none, as only readers know it. No author is named: only the text itself
    says who adopted it.
    """

    section: str
    edition: Edition
    locale: str
    title: str
    note: str
    translated: date | None
    site: str
    url: str
    accessed: date

    @property
    def key(self) -> str:
        """The key in a bibliography: "2021-c3-tr", "2021-tr"."""
        return "-".join(filter(None, (self.edition.key, self.section, self.locale)))

    def csl(self) -> dict[str, Any]:
        """Return the item as CSL-JSON (Citation Style Language 1.0.2)."""
        adopted = self.edition.adopted
        item: dict[str, Any] = {
            "id": self.key,
            "type": "webpage",
            "title": self.title,
            "container-title": self.site,
            "issued": {"date-parts": [[adopted.year, adopted.month, adopted.day]]},
            "version": self.edition.key,
            "language": self.locale,
            "URL": self.url,
        }
        optional = {"section": self.section, "genre": self.note}
        return item | {name: value for name, value in optional.items() if value}
