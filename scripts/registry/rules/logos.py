"""Rules about logos: the files in logos/ and the entries that name them."""

import re
from collections.abc import Iterator
from pathlib import Path

from registry.draft import Draft
from registry.fields import LOGO
from registry.rule import Finding, quoted, rule
from registry.rules.logo_bytes import MAX_BYTES, MAX_PIXELS, MIN_PIXELS, is_sound, read_header
from source.files import is_device_name
from source.problems import Message
from source.yaml.nodes import Scalar

_KEPT = {".gitkeep", "README.md"}
"""Files that may be beside the logos."""


@rule(wrong="logo: ../deneme.svg")
def logo_name(draft: Draft) -> Iterator[Finding]:
    """A logo is the name of a PNG or WebP file in logos/: a-z, 0-9, “-” and the extension; not a Windows device."""
    for entry in draft.entries:
        if (logo := entry.text("logo")) and logo.text.strip() and not _is_name(logo.text):
            name = re.split("[/\\\\]", logo.text)[-1].strip()
            message = Message("{logo} is not the name of a PNG or WebP file in logos/.", logo=quoted(logo.text))
            if is_device_name(logo.text):
                message = Message(
                    "Windows does not allow a file called {logo}; give it another name.", logo=quoted(logo.text)
                )
            yield Finding(logo, message, "logo", name if _is_name(name) else "", draft.examples["logo"])


@rule(wrong="logos/, a link to another folder")
def logo_folder(draft: Draft) -> Iterator[Finding]:
    """The folder logos/ belongs to the repository and is not a link."""
    if draft.logos and draft.logos.is_symlink():
        yield Finding(Scalar(""), Message("logos/ is a link: put the folder itself there."), logo=".")


@rule(wrong="logo: deneme-bursa.png, with no such file in logos/")
def logo_missing(draft: Draft) -> Iterator[Finding]:
    """The logo of an entry is in logos/, as a file and not a link."""
    for name, path in _named(draft):
        if path.is_symlink() or not path.is_file():
            message = Message("There is no file {file} in logos/: add it or delete the line.", file=quoted(name.text))
            yield Finding(name, message)


@rule(wrong="logos/deneme.png, named by no entry")
def logo_unused(draft: Draft) -> Iterator[Finding]:
    """Every file in logos/ is the logo of an entry."""
    used = {logo.text for entry in draft.entries if (logo := entry.text("logo"))} | _KEPT
    if draft.logos and draft.logos.is_dir() and not draft.logos.is_symlink():
        for path in sorted(draft.logos.iterdir()):
            if path.name not in used:
                yield Finding(Scalar(path.name), Message("No entry uses this file: delete it."), logo=path.name)


@rule(wrong="logo: deneme-bursa.png, a file of 5 MB")
def logo_bytes(draft: Draft) -> Iterator[Finding]:
    """A logo is at most 512 KB."""
    for name, path in _files(draft):
        if path.stat().st_size > MAX_BYTES:
            size, limit = path.stat().st_size // 1024, MAX_BYTES // 1024
            message = Message(
                "{file} is {size} KB; at most {limit} KB is allowed.", file=quoted(name.text), size=size, limit=limit
            )
            yield Finding(name, message)


@rule(wrong="logo: deneme-bursa.png, a JPEG with another extension")
def logo_content(draft: Draft) -> Iterator[Finding]:
    """A logo is of the type of its extension, complete, not animated, and contains nothing else."""
    for name, content in _contents(draft):
        logo = read_header(content)
        if (
            not logo
            or not name.text.endswith(f".{logo.format}")
            or (logo.has_fitting_size and not is_sound(content, logo))
        ):
            message = Message(
                "{name} is not a valid {format} image: save it again.",
                name=quoted(name.text),
                format=name.text.rpartition(".")[2],
            )
            yield Finding(name, message)


@rule(wrong="logo: deneme-bursa.png, 8000 pixels wide")
def logo_pixels(draft: Draft) -> Iterator[Finding]:
    """A logo is between 64 and 2000 pixels wide and high."""
    for name, content in _contents(draft):
        if (logo := read_header(content)) and not logo.has_fitting_size:
            size, limits = f"{logo.width}×{logo.height}", f"{MIN_PIXELS}–{MAX_PIXELS}"
            message = Message(
                "{name} is {size} pixels; each side must be {limits}.", name=quoted(name.text), size=size, limits=limits
            )
            yield Finding(name, message)


def _is_name(text: str) -> bool:
    return re.fullmatch(LOGO, text) is not None and not is_device_name(text)


def _named(draft: Draft) -> Iterator[tuple[Scalar, Path]]:
    """Yield the logos with valid names, with their paths; none if the folder is a link."""
    if draft.logos and not draft.logos.is_symlink():
        for entry in draft.entries:
            if (logo := entry.text("logo")) and _is_name(logo.text):
                yield logo, draft.logos / logo.text


def _files(draft: Draft) -> Iterator[tuple[Scalar, Path]]:
    """Yield the logos that exist, each once: decoding one takes as long as reading many entries."""
    first = {path: name for name, path in reversed(list(_named(draft)))}
    return ((name, path) for path, name in reversed(first.items()) if path.is_file() and not path.is_symlink())


def _contents(draft: Draft) -> Iterator[tuple[Scalar, bytes]]:
    """Yield the logos of fitting size, with their bytes."""
    for name, path in _files(draft):
        if path.stat().st_size <= MAX_BYTES:
            yield name, path.read_bytes()
