"""A git merge driver for the registry: merges by entry, or keeps both sides if a side cannot be read."""

from pathlib import Path

from registry.definition.model import Definition
from registry.file.both_sides import OURS, both_sides
from registry.file.conflicts import conflict_problems, render_conflicts
from registry.file.document import Document
from registry.file.merge import merge
from registry.file.standard_layout import render
from source.files import read_text, write_bytes, write_text
from source.problems.message import Message
from source.problems.problem import Problem, SourceError


def merge_files(base: Path, ours: Path, theirs: Path, definition: Definition, name: str = "") -> list[Problem]:
    """Merge three files into OURS; return a problem for every conflict, which OURS then contains between markers.

    `name` is the name of the file in messages; without it they name the three files. SourceError, with OURS unchanged,
    if OURS or THEIRS is missing or OURS cannot be written.
    """
    shown = name or str(ours)
    try:
        documents = _documents({"base": base, "ours": ours, "theirs": theirs}, name)
    except SourceError as error:
        content = both_sides(ours, theirs, shown)
        write_bytes(ours, content, shown)
        return [*error.problems, *_unmerged(content, shown)]
    merged = merge(*documents)
    text = render_conflicts(merged, definition) if merged.conflicts else render(merged.ours, definition)
    write_text(ours, text, shown)
    return conflict_problems(merged, text, shown)


def _documents(files: dict[str, Path], name: str) -> list[Document]:
    """Return the documents of the files; SourceError with the problems of all of them."""
    documents, problems = [], list[Problem]()
    for side, path in files.items():
        shown = f"{name} ({side})" if name else str(path)
        try:
            documents.append(_document(path, shown, ancestor=side == "base"))
        except SourceError as error:
            problems += error.problems
    if problems:
        raise SourceError(problems)
    return documents


def _document(path: Path, shown: str, *, ancestor: bool) -> Document:
    """Return a document; git passes an empty file if there is no ancestor."""
    if ancestor and path.exists() and not path.stat().st_size:
        return Document((), ())
    return Document.from_yaml(read_text(path, shown), shown)


def _unmerged(content: bytes, shown: str) -> list[Problem]:
    """Return a problem at the first marker of a file that contains both sides; none if they are equal."""
    before, marker, _ = content.partition(f"{OURS}".encode())
    if not marker:
        return []
    message = Message(
        "The entries could not be merged one by one: a side cannot be read. Every difference between the two sides is"
        " between conflict markers: keep what is correct, delete the markers, then check the file."
    )
    return [Problem(shown, before.count(b"\n") + 1, 1, "merge-conflict", "", message)]
