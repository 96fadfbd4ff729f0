"""The text as plain text, as Markdown, as JSON, and as Akoma Ntoso 3.0, the OASIS standard for legal documents."""

import json
from textwrap import TextWrapper

from declaration.model import Passage
from publish.downloads.download_context import Document
from publish.templating.formats import markdown

LINE_WIDTH = 72
"""Characters in a line of plain text: what RFC 7994 sets, and mail programs do not break."""

_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_NUMBER_WIDTH = 5
"""Characters by which the text of a provision is indented; its number is there."""
_MARKER_WIDTH = 4
"""Characters by which an item is indented further; its marker is there."""


def txt(document: Document) -> bytes:
    """Return the text in lines of LINE_WIDTH, the numbers of provisions in front of their indented text."""
    values = {"wrap": _wrap, "hang": _hang, "superscript": lambda digits: digits.translate(_SUPERSCRIPT)}
    return document.render("declaration.txt", **values).encode()


def _hang(text: str, number: int | None = None, marker: str = "", depth: int = 0) -> str:
    """Fill lines that are indented below a number; those of an item once more, below its marker."""
    start = f"{number or '':>{_NUMBER_WIDTH - 2}}  {' ' * _MARKER_WIDTH * (depth - 1)}"
    marker = f"{marker:<{_MARKER_WIDTH - 1}} " if marker else " " * _MARKER_WIDTH * min(depth, 1)
    return _wrap(text, start + marker, " " * (_NUMBER_WIDTH + _MARKER_WIDTH * depth))


def _wrap(text: str, first: str = "", others: str = "") -> str:
    """Fill lines with words; a word that is longer than a line, such as an address, stays whole."""
    return TextWrapper(LINE_WIDTH, first, others, break_long_words=False, break_on_hyphens=False).fill(text)


def md(document: Document) -> bytes:
    """Return the text as Markdown, as GitHub reads it: CommonMark and footnotes."""
    return document.render("declaration.md", md=markdown).encode()


def as_json(document: Document) -> bytes:
    """Return the text as data: every provision with its id, label, words and address."""
    declaration, routes = document.declaration, document.site.routes
    headings = [
        {"id": each.id, "label": each.label(declaration.locale), "text": each.text, "before": each.before}
        for each in declaration.headings
    ]
    data = {
        "edition": declaration.edition,
        "adopted": document.site.edition.adopted.isoformat(),
        "locale": declaration.locale,
        "authentic": declaration.authentic,
        "title": declaration.title,
        "provisions": [
            {
                "id": each.id,
                "kind": each.kind,
                "number": each.number,
                "label": each.label(declaration.locale),
                "text": each.text,
                "url": routes.address(each.id, declaration.locale),
                **_items(each),
            }
            for each in declaration.provisions
        ],
        "formulas": {each.id: each.text for each in declaration.formulas.values()},
        **({"headings": headings} if headings else {}),
    }
    return f"{json.dumps(data, ensure_ascii=False, indent=2)}\n".encode()


def _items(passage: Passage) -> dict[str, object]:
    """Return the items of a passage as a field of its object; none if it has none."""
    items = [{"id": each.id, "marker": each.marker, "text": each.own_text, **_items(each)} for each in passage.items]
    return {"items": items} if items else {}


def xml(document: Document) -> bytes:
    """Return the text as a `statement`; a translation names the expression that it translates."""
    site = document.site
    country = site.text.country.lower()
    return document.render(
        "declaration.xml",
        country=country,
        work=f"/akn/{country}/statement/{site.edition.adopted}/{site.edition.key}",
        codes={each: site.labels.text("language.code", each) for each in site.declarations},
        authentic=site.declarations[site.text.original],
    ).encode()
