"""Validation of words in the wrong place: outside passages, or passages outside the text."""

import re
import unicodedata
from collections.abc import Collection, Iterator

from declaration.file.read import Commentary, Stray, TextFile
from declaration.structure.passage_ids import split_id
from source.problems import Message, Problem

_SHOWN = 60
"""Characters of the words that a message quotes."""
_ALONE = re.compile(r"\{:?\s*#[\w-]+\s*\}")
"""An id and nothing else."""
_BRACE = re.compile(r"[{}]|\(#")


def stray_problems(file: TextFile, ids: Collection[str], title: str) -> Iterator[Problem]:
    """Yield a problem for all words without an id in a file of the text.

    `ids` are those that the edition may have, `title` is its title.
    """
    free = {*ids} - {passage.id for passage in file.passages}
    example = f"{{#{next(iter(ids), 'c1')}}}"
    for stray in file.strays:
        yield _without_words(stray) if _ALONE.fullmatch(stray.text) else _without_id(stray, free, title, example)
    yield from _braces(file)


def misplaced_problems(prose: Commentary, file: str) -> Iterator[Problem]:
    """Yield a problem for every passage in the prose of a page; `file` is where the words of the text are."""
    for stray in prose.misplaced:
        message = Message(
            "“{meant}” is in the prose of a page: the passages of the text are in {file} alone. Move it there.",
            meant=stray.meant,
            file=file,
        )
        yield stray.place.problem("misplaced-passage", stray.meant, message)


def _without_words(stray: Stray) -> Problem:
    """Return the problem of an id below no words, such as that of an article that consists of paragraphs."""
    message = Message(
        "There are no words above {id}. An article that consists of paragraphs has no id of its own in the file; its"
        " paragraphs have one. Delete this line.",
        id=stray.text,
    )
    return stray.place.problem("id-without-words", "", message, example="{#a2-1}, {#a2-p1}")


def _without_id(stray: Stray, free: Collection[str], title: str, example: str) -> Problem:
    words = stray.text if len(stray.text) <= _SHOWN else f"{stray.text[:_SHOWN].rstrip()}…"
    meant = _guess(stray.meant, free)
    message = Message(
        "These words have no id and would not appear on any page: “{words}”. Write their id on its own line below;"
        " without an id there may only be the title: # {title}",
        words=words,
        title=title,
    )
    if split_id(stray.meant)[2]:
        message = message.followed_by(
            Message("“{id}” is an item: its part in data/editions.yaml lacks “numbers” or “letters”.", id=stray.meant)
        )
    fix, example = (f"{{#{meant}}}", "") if meant else ("", example)
    return stray.place.problem("words-without-id", meant, message, fix, example)


def _braces(file: TextFile) -> Iterator[Problem]:
    """Yield a problem for every passage whose words contain what looks like an id."""
    for passage in file.passages:
        if match := _BRACE.search(passage.text):
            words = passage.text[max(0, match.start() - 20) : match.end() + 20]
            message = Message(
                "“{id}” contains a mistyped id: “{words}”. An id is alone on a line of its own.",
                id=passage.id,
                words=words,
            )
            yield passage.problem("words-without-id", message, example=f"{{#{passage.id}}}")


def _guess(text: str, free: Collection[str]) -> str:
    """Return the unused id that differs from `text` only in case, marks, spaces and leading zeros, or ""."""
    plain = re.sub("[^a-z0-9]", "", unicodedata.normalize("NFKD", text).casefold())
    wanted = re.sub("^([a-z]+)0+(?=[0-9])", r"\1", plain)
    return wanted if wanted in free else ""
