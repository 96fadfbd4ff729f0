"""Atom feeds of signatures, withdrawals and corrections, newest first, one for each language."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from uuid import uuid5

from publish.data.data_package import LICENCE
from publish.i18n.cldr import direction, long_date
from publish.site.site import Site
from publish.templating.formats import render_format
from publish.views.corrections import ShownLine, differences, shown_lines
from publish.views.signatory import known
from registry.dates import PartialDate
from registry.model import Evidence, Registry, Signatory

LIMIT = 100
"""Entries of a feed: the newest; the open data has all of them."""


@dataclass(frozen=True, slots=True)
class Event:
    """A signature of `edition`, or the withdrawal of an entry, whose `edition` is "".

    `date` is when it happened, as far as known; `day` is when this site can first have reported it.
    """

    signatory: Signatory
    edition: str
    date: PartialDate
    evidence: Evidence
    day: dt.date

    @property
    def key(self) -> str:
        """The permanent unique name of the event: "deneme-bursa/2021", "deneme-bursa/withdrawn"."""
        return f"{self.signatory.id}/{self.edition or 'withdrawn'}"


def events(registry: Registry) -> list[Event]:
    """Return all events, newest first; of one day withdrawals first, then by id."""
    found: list[Event] = []
    for entry in registry.signatories:
        found += (Event(entry, each.edition, each.date, each.evidence, each.verified) for each in entry.signatures)
        if gone := entry.withdrawn:
            # When it became known is not recorded: neither before its date nor before the entry was made.
            day = max(gone.date.earliest, *(each.verified for each in entry.signatures))
            found.append(Event(entry, "", gone.date, gone.evidence, day))
    return sorted(found, key=lambda event: (-event.day.toordinal(), event.edition != "", event.key))


def feed_path(locale: str) -> str:
    """Return the path of a feed below the site's address."""
    return f"feed.{locale}.xml"


def feed_files(site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield (path, content) of the feed of each language."""
    happened = events(site.registry)
    for locale in site.settings.locales:
        found: list[Event | ShownLine] = [*happened, *shown_lines(site, locale)]
        entries = sorted(found, key=lambda entry: -entry.day.toordinal())
        yield feed_path(locale), _feed(site, entries[:LIMIT], locale).encode()


def _feed(site: Site, newest: list[Event | ShownLine], locale: str) -> str:
    """Return a feed. An empty one has the date of the text: the content depends on the data alone, not on a clock."""
    return render_format(
        site.layout,
        "feed.xml",
        site=site,
        locale=locale,
        entries=newest,
        updated=newest[0].day if newest else site.edition.adopted,
        limit=LIMIT,
        licence=LICENCE,
        t=lambda name, /, **values: site.labels.text(name, locale, **values),
        date=partial(long_date, locale=locale),
        differences=partial(differences, locale=locale),
        known=lambda value: known(site, value, locale),
        direction=direction(locale),
        name_locale=site.reference.definition.locale(locale),
        feed_path=feed_path,
        identify=lambda name: uuid5(site.settings.feed_id, f"{locale}/{name}").urn,
    )
