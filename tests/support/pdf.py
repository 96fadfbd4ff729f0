"""A PDF as a screen reader reads it: its tags in the order of the structure tree."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pdfminer.pdfdevice import PDFDevice
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import resolve1
from pdfminer.utils import decode_text

BESIDE = ("Lbl", "Note")
"""Elements of a paragraph that are not part of its words: its number, the marks of notes, the notes."""
SOFT_HYPHEN = "\u00ad"


@dataclass(frozen=True, slots=True)
class Tag:
    """An element of the structure tree; `parts` are elements and stretches of text, in order."""

    type: str
    parts: tuple["Tag | str", ...]

    def all(self, *types: str) -> Iterator["Tag"]:
        """Yield the elements of some types below this one, in order."""
        for part in self.parts:
            if isinstance(part, Tag):
                yield from (part,) if part.type in types else ()
                yield from part.all(*types)

    @property
    def words(self) -> str:
        """The words: no marks, no notes, no hyphens of line breaks."""
        return " ".join(_text(self).replace(SOFT_HYPHEN, "").split())


def _text(tag: Tag) -> str:
    own = [part for part in tag.parts if not (isinstance(part, Tag) and part.type in BESIDE)]
    return "".join(part if isinstance(part, str) else _text(part) for part in own)


class Pdf:
    """One file. `catalog` is its root, `tree` its structure, `pages` their texts, `running` those outside the tree."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            document = PDFDocument(PDFParser(file))
            self.catalog = {key: resolve1(value) for key, value in document.catalog.items()}
            self.bookmarks = [title for _, title, *_ in document.get_outlines()]
            pages = list(PDFPage.create_pages(document))
            device = _MarkedText(PDFResourceManager())
            interpreter = PDFPageInterpreter(device.rsrcmgr, device)
            for page in pages:
                interpreter.process_page(page)
            self.pages = [
                "".join(each for (page_id, _), each in device.found.items() if page_id == page.pageid) for page in pages
            ]
            self.running = [device.found.get((page.pageid, None), "") for page in pages]
            self.languages = device.languages
            self.fonts = [descriptor for page in pages for descriptor in _fonts(page)]
            self._text = device.found
            self.tree = self._tag({"S": None, "K": self.catalog["StructTreeRoot"]["K"]}, None)

    def _tag(self, element: dict, page: int | None) -> Tag:
        page = element["Pg"].objid if "Pg" in element else page
        children = resolve1(element.get("K", []))
        listed = [resolve1(each) for each in (children if isinstance(children, list) else [children])]
        return Tag(element["S"].name if element["S"] else "", tuple(self._part(each, page) for each in listed))

    def _part(self, child: dict | int, page: int | None) -> Tag | str:
        if isinstance(child, int):
            return self._text.get((page, child), "")
        if "S" in child:
            return self._tag(child, page)
        if "MCID" in child:
            return self._text.get((child["Pg"].objid if "Pg" in child else page, child["MCID"]), "")
        return ""


class _MarkedText(PDFDevice):
    """Gathers (page, number of the marked stretch) → text; None is the number of text outside the structure."""

    def __init__(self, resources: PDFResourceManager) -> None:
        super().__init__(resources)
        self.found: dict[tuple[int, int | None], str] = {}
        self.languages: list[str] = []
        self._page = 0
        self._open: list[tuple[int | None, bool]] = []  # number and whether its glyphs are replaced by other words

    def begin_page(self, page, ctm) -> None:  # noqa: ARG002
        self._page = page.pageid

    def begin_tag(self, tag, props=None) -> None:  # noqa: ARG002
        props = props or {}
        number, replaced = self._open[-1] if self._open else (None, False)
        self._open.append((props.get("MCID", number), replaced or "ActualText" in props))
        if "ActualText" in props:
            self._say(decode_text(props["ActualText"]))
        if "Lang" in props:
            self.languages.append(decode_text(props["Lang"]))

    def end_tag(self) -> None:
        self._open.pop()

    def render_string(self, textstate, seq, ncs, graphicstate) -> None:  # noqa: ARG002
        if not (self._open and self._open[-1][1]):
            codes = [code for part in seq if isinstance(part, bytes) for code in textstate.font.decode(part)]
            self._say("".join(map(textstate.font.to_unichr, codes)))

    def _say(self, text: str) -> None:
        key = self._page, self._open[-1][0] if self._open else None
        self.found[key] = self.found.get(key, "") + text


def _fonts(page: PDFPage) -> Iterator[dict]:
    for font in resolve1(page.resources["Font"]).values():
        (descendant,) = resolve1(resolve1(font)["DescendantFonts"])
        yield resolve1(resolve1(descendant)["FontDescriptor"])
