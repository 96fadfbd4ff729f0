"""The directory as open data: a JSON document, a CSV table, and a data package that describes both."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from publish.data.columns import PAGE, ROW, Column, columns
from publish.data.data_package import LICENCE, data_package
from publish.site.site import Site
from registry.dates import PartialDate
from registry.definition.model import Definition
from registry.fields import URL, Field
from registry.model import Signatory

FOLDER = "data"
FORMULA = tuple("=+-@\t\r\n＝＋－＠")
"""What a cell must not begin with: spreadsheets would evaluate it as a formula (OWASP, CSV injection)."""

Entry = dict[str, Any]


def open_data_files(site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield (path, content) of the document, the table and the data package."""
    entries = [_entry(site, signatory) for signatory in site.registry.signatories]
    described = columns(site.reference.definition, site.settings.locales)
    table, document = _table(entries, described), _json(_document(site, entries))
    yield f"{FOLDER}/signatories.csv", table
    yield f"{FOLDER}/signatories.json", document
    yield f"{FOLDER}/datapackage.json", _json(data_package(site, table, document), indent=1)


def guarded(text: str) -> str:
    """Return the text of a cell, with an apostrophe before one that a spreadsheet would evaluate as a formula.

    To undo this, remove one apostrophe from every cell that begins with apostrophes and then one of FORMULA.
    """
    return f"'{text}" if text.lstrip("'").startswith(FORMULA) else text


def _json(value: object, indent: int | None = None) -> bytes:
    """Return JSON; without `indent` on one line, which takes a third of the time."""
    return json.dumps(value, ensure_ascii=False, indent=indent).encode() + b"\n"


def _document(site: Site, entries: list[Entry]) -> dict[str, object]:
    """Return the registry, and for each edition the number of signatures that were not withdrawn."""
    return {
        "date": site.settings.data_date.isoformat(),
        "sample": site.settings.sample,
        "licence": LICENCE["name"],
        "counts": {edition.key: site.tally.editions.get(edition.key, 0) for edition in site.editions},
        "signatories": entries,
    }


def _entry(site: Site, signatory: Signatory) -> Entry:
    """Return an entry as in the registry file, and the addresses of its page."""
    key = f"signatories/{signatory.id}"
    url = {each: site.routes.address(key, each) for each in site.settings.locales}
    definition = site.reference.definition
    return _values(signatory, definition.signatory, definition) | {"url": url}


def _values(of: object, fields: Iterable[Field], definition: Definition) -> Entry:
    """Return key → value of some fields of an object of the model; empty values are left out."""
    found = ((field, getattr(of, "place" if field.is_place else field.key)) for field in fields)
    return {field.key: _value(value, field, definition) for field, value in found if value}


def _value(value: Any, field: Field, definition: Definition) -> object:
    if field.is_place:
        return definition.value(value)
    if isinstance(value, PartialDate):
        return value.text
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return dict(value)
    if field.fields:
        values = [_values(each, field.fields, definition) for each in (value if field.many else (value,))]
        return values if field.many else values[0]
    return list(value) if field.many else value


def _table(entries: list[Entry], columns: Sequence[Column]) -> bytes:
    """Return the CSV of RFC 4180 in UTF-8 with a byte order mark, without which Excel garbles ğ, ı and ş."""
    target = io.StringIO(newline="")
    writer = csv.writer(target)
    writer.writerow(column.name for column in columns)
    for row in (entry | {ROW: signature} for entry in entries for signature in entry[ROW]):
        writer.writerow([_cell(row, column) for column in columns])
    return target.getvalue().encode("utf-8-sig")


def _cell(entry: Mapping[str, Any], column: Column) -> str:
    """Return the text of a cell: "" for a missing value, several values separated by spaces.

    No cell contains ";", at which some spreadsheets split lines (some of Excel): the rest would be a cell that is
    not guarded. In addresses it is percent-encoded; no other value may have it.
    """
    value: Any = entry
    for key in column.path:
        value = value.get(key, {})
    text = " ".join(value) if isinstance(value, list) else str(value or "")
    is_address = column.field.pattern == URL or column.path[0] == PAGE
    return guarded(text.replace(";", "%3B") if is_address else text)
