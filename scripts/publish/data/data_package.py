"""The data package that describes the open data (https://datapackage.org, version 2.0)."""

from collections.abc import Iterator
from hashlib import sha256

from publish.data.columns import Column, columns
from publish.i18n.cldr import name_of
from publish.site.site import Site
from registry.fields import DAY
from source.problems.message import in_languages

LICENCE = {
    "name": "CC0-1.0",
    "title": "CC0 1.0 Universal",
    "path": "https://creativecommons.org/publicdomain/zero/1.0/",
}

Json = dict[str, object]


def data_package(site: Site, table: bytes, document: bytes) -> Json:
    """Return the description of a table and of a document with the same content; its version is the day: 2026.1.31."""
    day = site.settings.data_date
    publisher = site.settings.publisher
    schema = {  # a row is one signature of one entry
        "fields": [_field(site, column) for column in columns(site.reference.definition, site.settings.locales)],
        "primaryKey": ["id", "edition"],
        "missingValues": [""],
    }
    band = _texts(site, "sample.band") if site.settings.sample else []  # the notice that it is a sample
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "signatories",
        "title": _in_all_languages(site, "package.title"),
        "description": "\n\n".join([*band, *_texts(site, "package.description")]),
        "homepage": site.routes.address("signatories", site.settings.default_locale),
        "version": f"{day.year}.{day.month}.{day.day}",
        "created": f"{day}T00:00:00Z",
        "sample": site.settings.sample,
        "licenses": [LICENCE],
        **({"contributors": [{"title": publisher, "roles": ["publisher"]}]} if publisher else {}),
        "resources": [
            _resource(site, "table", "text/csv", table) | {"type": "table", "dialect": _DIALECT, "schema": schema},
            _resource(site, "document", "application/json", document),
        ],
    }


_DIALECT: Json = {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True, "header": True}
"""The CSV of RFC 4180."""


def _in_all_languages(site: Site, label: str) -> str:
    """Return a label in all languages as one text: the standard has no field for translations."""
    return " / ".join(_texts(site, label))


def _texts(site: Site, label: str) -> list[str]:
    text = site.labels.text
    return [text(label, locale, site=text("site.name", locale)) for locale in site.settings.locales]


def _resource(site: Site, label: str, media_type: str, content: bytes) -> Json:
    """Return the descriptor of a file, named after its media type; the label `package.<label>` describes it."""
    ending = media_type.partition("/")[2]
    return {
        "name": f"signatories-{ending}",
        "path": f"signatories.{ending}",
        "description": _in_all_languages(site, f"package.{label}"),
        "format": ending,
        "mediatype": media_type,
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{sha256(content).hexdigest()}",
    }


def _field(site: Site, column: Column) -> Json:
    """Return the descriptor of a column. Dates that may be partial and keys of editions are strings."""
    is_number, is_day = column.field.number, column.field.pattern == DAY
    example = site.edition.key if column.name == "edition" else column.field.example
    return {
        "name": column.name,
        "type": "integer" if is_number else "date" if is_day else "string",
        "title": in_languages(column.words, site.settings.locales),
        "description": " / ".join(_descriptions(site, column)),
        **({"example": int(example) if is_number else example} if example else {}),
        "constraints": _constraints(site, column),
    }


def _descriptions(site: Site, column: Column) -> Iterator[str]:
    """Yield what a column contains, in every language; {language} is that of a page."""
    for locale in site.settings.locales:
        language = name_of(column.path[-1], locale) if column.label != column.name else ""
        yield site.labels.text(f"column.{column.label}", locale, language=language)


def _constraints(site: Site, column: Column) -> Json:
    field = column.field
    constraints: Json = {"required": True} if column.required else {}
    if field.is_place and field.number:
        codes = [int(code) for code in site.reference.places]
        return constraints | {"minimum": min(codes), "maximum": max(codes)}
    if column.name == "edition":
        return constraints | {"enum": [edition.key for edition in site.editions]}
    if field.is_place:
        return constraints | {"enum": [*site.reference.places]}
    if field.choices:
        return constraints | {"enum": [choice.value for choice in field.choices]}
    if field.pattern and field.pattern != DAY:
        return constraints | {"pattern": f"{field.pattern}( {field.pattern})*" if field.many else field.pattern}
    return constraints
