"""Splits the source text into provisions by its layout; independent of the code under test."""

import re
from collections.abc import Iterator

_APPARATUS = {
    "MÜLTECİLER İÇİN İSTANBUL DEKLARASYONU",
    "İstanbul Deklarasyonu",
    "https://www.unhcr.org/tr/en/overview-2",
}
_TORN = "ihtiyaçlara ve \n\n"  # the one blank line inside a provision
_NUMBER = re.compile(r"\d+\. +")
_NOTE = re.compile(r"(\d) +(?=\D)")
_NOTE_MARK = re.compile(r"(?<=[^\W\d_])\d(?= )")


def cut(source: str) -> dict[str, str]:
    """Return id → words of every provision and formula, note marks left out."""
    blocks = [" ".join(block.split()) for block in _blocks(source)]
    blocks = [block for block in blocks if block and block not in _APPARATUS]
    notes = {f"fn{block[0]}": _NOTE.sub("", block, count=1) for block in blocks if _NOTE.match(block)}
    body = [_NOTE_MARK.sub("", block) for block in blocks if not _NOTE.match(block)]
    return dict(zip(_ids(body), map(_words, body), strict=True)) | notes


def _blocks(source: str) -> Iterator[str]:
    """Yield the blocks between blank lines; a numbered item begins a new block."""
    for block in re.split(r"\n\s*\n", source.replace(_TORN, _TORN.strip() + " ")):
        yield from re.split(r"\n(?=\d+\. )", block)


def _ids(body: list[str]) -> Iterator[str]:
    """Name the blocks in order: background, chapeau, recitals, then two numbered lists, each with its formula."""
    numbered = [index for index, block in enumerate(body) if _NUMBER.match(block)]
    first_formula = next(index for index in range(numbered[0], len(body)) if not _NUMBER.match(body[index]))
    yield from ("bg1", "bg2", "bg3", "ch")
    yield from (f"r{index}" for index in range(1, numbered[0] - 3))
    yield from (f"s{index}" for index in range(1, first_formula - numbered[0] + 1))
    yield "sf"
    yield from (f"c{index}" for index in range(1, len(body) - first_formula - 1))
    yield "cf"


def _words(block: str) -> str:
    return _NUMBER.sub("", block, count=1).removeprefix("Arka Plan: ")
