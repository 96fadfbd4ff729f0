"""Validation of words in the wrong place: outside passages, or passages outside the text."""

import re
import unicodedata
from collections.abc import Collection, Iterator

from declaration.file.read import Commentary, Stray, TextFile
from source.problems.problem import Problem

_SHOWN = 60
"""Characters of the words that a message quotes."""
_BRACE = re.compile(r"[{}]|\(#")


def stray_problems(file: TextFile, ids: Collection[str], title: str) -> Iterator[Problem]:
    """Yield a problem for all words without an id in a file of the text.

    `ids` are those that the edition may have, `title` is its title.
    """
    used = {passage.id for passage in file.passages}
    free = {*ids} - used
    yield from (_without_id(stray, free, title) for stray in file.strays)
    yield from _braces(file)


def misplaced_problems(prose: Commentary, file: str) -> Iterator[Problem]:
    """Yield a problem for every passage in the prose of a page; `file` is where the words of the text are."""
    for stray in prose.misplaced:
        tr = f"“{stray.meant}” bir sayfanın yazısında: metnin bölümleri yalnızca {file} içindedir. Oraya taşıyın."
        en = f"“{stray.meant}” is in the prose of a page: the passages of the text are in {file} alone. Move it there."
        yield Problem(stray.place.path, stray.place.line, 1, "misplaced-passage", stray.meant, tr, en)


def _without_id(stray: Stray, free: Collection[str], title: str) -> Problem:
    words = stray.text if len(stray.text) <= _SHOWN else f"{stray.text[:_SHOWN].rstrip()}…"
    meant = _guess(stray.meant, free)
    tr = (
        f"Bu sözcüklerin kodu yok, hiçbir sayfada görünmezler: “{words}”. Kodu, altlarına ayrı bir satıra yazın; "
        f"kodsuz olarak yalnızca başlık yazılabilir: # {title}"
    )
    en = (
        f"These words have no id and would not appear on any page: “{words}”. Write their id on its own line below; "
        f"without an id there may only be the title: # {title}"
    )
    fix, example = (f"{{#{meant}}}", "") if meant else ("", "{#c3}")
    return Problem(stray.place.path, stray.place.line, 1, "words-without-id", meant, tr, en, fix, example)


def _braces(file: TextFile) -> Iterator[Problem]:
    """Yield a problem for every passage whose words contain what looks like an id."""
    for passage in file.passages:
        if match := _BRACE.search(passage.text):
            words, place = passage.text[max(0, match.start() - 20) : match.end() + 20], passage.place
            tr = f"“{passage.id}” içinde yanlış yazılmış bir kod var: “{words}”. Kod ayrı bir satıra yazılır."
            en = f"“{passage.id}” contains a mistyped id: “{words}”. An id is alone on a line of its own."
            yield Problem(place.path, place.line, 1, "words-without-id", passage.id, tr, en, "", f"{{#{passage.id}}}")


def _guess(text: str, free: Collection[str]) -> str:
    """Return the unused id that differs from `text` only in case, marks, spaces and leading zeros, or ""."""
    plain = re.sub("[^a-z0-9]", "", unicodedata.normalize("NFKD", text).casefold())
    wanted = re.sub("^([a-z]+)0+(?=[0-9])", r"\1", plain)
    return wanted if wanted in free else ""
