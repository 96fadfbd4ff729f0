"""Readers of downloads: each returns the words of every passage in a file of the whole text, id → words.

A format that has no ids gives its passages in their order, which `order` names.
"""

import json
import re
from collections.abc import Callable, Iterable
from itertools import groupby
from pathlib import Path
from xml.etree.ElementTree import Element
from zipfile import ZipFile

import cmarkgfm
from cmarkgfm.cmark import Options
from lxml import etree

from support.built import elements, parse, text
from support.pdf import Pdf

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
_GUTTER = 5
_SUPERSCRIPT = re.compile("[⁰¹²³⁴-⁹]+")

Words = dict[str, str]


def read_txt(path: Path, order: list[str]) -> Words:
    """Join wrapped lines; indented paragraphs are passages, except the last two, which name the sources."""
    blocks = [[*lines] for _, lines in groupby(path.read_text(encoding="utf-8").splitlines(), key=bool)]
    passages = [" ".join(line[_GUTTER:] for line in lines) for lines in blocks if lines[0].startswith(" ")]
    return dict(zip(order, (_SUPERSCRIPT.sub("", each) for each in passages[:-2]), strict=True))


def read_md(path: Path, order: list[str]) -> Words:
    """Read the HTML that the code host renders: paragraphs from the first heading to the rule, then the notes."""
    options = Options.CMARK_OPT_FOOTNOTES | Options.CMARK_OPT_UNSAFE
    body = parse(cmarkgfm.github_flavored_markdown_to_html(path.read_text(encoding="utf-8"), options)).find("body")
    tags = [part.tag for part in body]
    passages = _passages(body[tags.index("h2") : tags.index("hr")], "footnote-ref")
    return dict(zip(order, [*passages, *_passages(body[-1:], "footnote-backref")], strict=True))


def _passages(parts: Iterable[Element], without: str) -> list[str]:
    found = [each for part in parts for each in elements(part, "p" if part.tag == "p" else "li")]
    return [text(each, without=without).strip() for each in found]


def read_json(path: Path, order: list[str]) -> Words:
    """Read provisions and formulas as they are."""
    data = json.loads(path.read_text(encoding="utf-8"))
    words = {each["id"]: each["text"] for each in data["provisions"]} | data["formulas"]
    return {each: words[each] for each in order}


def read_pdf(path: Path, order: list[str]) -> Words:
    """Read what is tagged as items of lists and as paragraphs below the first heading, then the notes."""
    tags = list(Pdf(path).tree.all("H1", "LBody", "P", "Note"))
    below = tags[[tag.type for tag in tags].index("H1") :]
    passages = [tag.words for tag in below if tag.type in ("LBody", "P")]
    return dict(zip(order, [*passages, *(tag.words for tag in below if tag.type == "Note")], strict=True))


def read_docx(path: Path, order: list[str]) -> Words:
    """Read the paragraph at every bookmark, and the footnotes by their place."""
    with ZipFile(path) as archive:
        document, notes = (etree.fromstring(archive.read(f"word/{name}.xml")) for name in ("document", "footnotes"))
    marks = document.iter(f"{W}bookmarkStart")
    found = {mark.get(f"{W}name"): _docx_words(next(mark.itersiblings(f"{W}p"))) for mark in marks}
    real = [note for note in notes if f"{W}type" not in note.attrib]
    found |= {f"fn{number}": _docx_words(note).strip() for number, note in enumerate(real, start=1)}
    return {each: found[each] for each in order}


def _docx_words(paragraph: etree._Element) -> str:
    marks = ("superscript", "FootnoteReference")
    runs = [run for run in paragraph.iter(f"{W}r") if not any(each.get(f"{W}val") in marks for each in run.iter())]
    return "".join(part.text or "" for run in runs for part in run.iter(f"{W}t"))


def read_epub(path: Path, order: list[str]) -> Words:
    """Read every element by its id; a note has words and ways back."""
    with ZipFile(path) as archive:
        root = etree.fromstring(archive.read("EPUB/text.xhtml"))
    found = {each.get("id"): each for each in root.iter() if each.get("id")}
    words = {each.getparent().getparent().get("id"): each for each in root.iter() if each.get("class") == "words"}
    return {each: text((found | words)[each], without="noteref") for each in order}


def read_xml(path: Path, order: list[str]) -> Words:
    """Read the paragraph of every element by its eId."""
    found = {each.get("eId"): each for each in etree.parse(path).iter() if each.get("eId")}
    return {each: "".join(next(found[each].iter(f"{AKN}p")).itertext()) for each in order}


READERS: dict[str, Callable[[Path, list[str]], Words]] = {
    "txt": read_txt,
    "md": read_md,
    "json": read_json,
    "pdf": read_pdf,
    "docx": read_docx,
    "epub": read_epub,
    "xml": read_xml,
}


def in_order(ids: Iterable[str], locale: str) -> list[str]:
    """Put the formulas where their language has them: in Turkish below their clauses, in the others above them."""
    order = [each for each in ids if each not in ("sf", "cf")]
    for formula, letter in (("sf", "s"), ("cf", "c")):
        clauses = [index for index, each in enumerate(order) if re.fullmatch(rf"{letter}\d+", each)]
        order.insert(clauses[-1] + 1 if locale == "tr" else clauses[0], formula)
    return order
