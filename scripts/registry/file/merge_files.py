"""A git merge driver for the registry: merges by entry, or keeps both sides if a side cannot be read."""

import os
import subprocess
from functools import partial
from pathlib import Path

from registry.definition.model import Definition
from registry.file.conflicts import BETWEEN, OURS, THEIRS, conflict_problems, render_conflicts
from registry.file.document import Document
from registry.file.merge import merge
from registry.file.standard_layout import render
from source.files import read_bytes, read_text, write_bytes, write_text
from source.problems import Collector, Message, Problem, SourceError, refuse

_SECONDS = 60
_COMMAND = ("git", "-c", "merge.conflictStyle=merge", "merge-file", "-p", "-q", "-L", "ours", "-L", "", "-L", "theirs")


def merge_files(base: Path, ours: Path, theirs: Path, definition: Definition, name: str = "") -> list[Problem]:
    """Merge three files into OURS; return a problem for every conflict, which OURS then contains between markers.

    `name` is the name of the file in messages; without it they name the three files. SourceError, with OURS unchanged,
    if OURS or THEIRS is missing or OURS cannot be written.
    """
    shown = name or str(ours)
    try:
        documents = _documents({"base": base, "ours": ours, "theirs": theirs}, name)
    except SourceError as error:
        content = _both_sides(ours, theirs, shown)
        write_bytes(ours, content, shown)
        return [*error.problems, *_unmerged(content, shown)]
    merged = merge(*documents)
    text = render_conflicts(merged, definition) if merged.conflicts else render(merged.ours, definition)
    write_text(ours, text, shown)
    return conflict_problems(merged, text, shown)


def _documents(files: dict[str, Path], name: str) -> list[Document]:
    """Return the documents of the files; SourceError with the problems of all of them."""
    reading = Collector()
    shown = {side: f"{name} ({side})" if name else str(path) for side, path in files.items()}
    read = [reading.of(partial(_document, files[side], shown[side], ancestor=side == "base")) for side in files]
    refuse(reading.problems)
    return [document for document in read if document]


def _document(path: Path, shown: str, *, ancestor: bool) -> Document:
    """Return a document; git passes an empty file if there is no ancestor."""
    if ancestor and path.exists() and not path.stat().st_size:
        return Document((), ())
    return Document.from_yaml(read_text(path, shown), shown)


def _both_sides(ours: Path, theirs: Path, shown: str) -> bytes:
    """Return the content of two files as one; SourceError, which calls them `shown`, if one is missing.

    Git finds the differences, with an empty file as the base: both sides then added everything, so nothing is taken or
    dropped without markers. If git cannot do it (a side is empty, or not text), one file follows the other.
    """
    one, other = read_bytes(ours, shown), read_bytes(theirs, shown)
    if one == other:
        return one
    whole = [OURS.encode(), *_ended(one), BETWEEN.encode(), *_ended(other), THEIRS.encode(), b""]
    return _marked(ours, theirs) or b"\n".join(whole)


def _marked(ours: Path, theirs: Path) -> bytes:
    """Return git's merge of two files that differ; b"" if it fails, takes too long, or is not installed."""
    command = [*_COMMAND, "--", str(ours), os.devnull, str(theirs)]
    try:
        done = subprocess.run(command, capture_output=True, check=False, timeout=_SECONDS)  # noqa: S603 - no shell
    except (OSError, subprocess.TimeoutExpired):
        return b""
    # The code counts the differences; on an error nothing is printed.
    return done.stdout if done.returncode > 0 else b""


def _ended(content: bytes) -> list[bytes]:
    """Return content without its last line feed as a piece to join; no piece if it is empty."""
    return [content.removesuffix(b"\n")] if content else []


def _unmerged(content: bytes, shown: str) -> list[Problem]:
    """Return a problem at the first marker of a file that contains both sides; none if they are equal."""
    before, marker, _ = content.partition(OURS.encode())
    if not marker:
        return []
    message = Message(
        "The entries could not be merged one by one: a side cannot be read. Every difference between the two sides is"
        " between conflict markers: keep what is correct, delete the markers, then check the file."
    )
    return [Problem(shown, before.count(b"\n") + 1, 1, "merge-conflict", "", message)]
