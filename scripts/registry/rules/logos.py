"""Rules about logos: the files in logos/ and the entries that name them."""

import re
from collections.abc import Iterator
from pathlib import Path

from registry.draft import Draft
from registry.fields import LOGO
from registry.rule import Finding, quoted, rule
from registry.rules.logo_bytes import MAX_BYTES, MAX_PIXELS, MIN_PIXELS, is_sound, read_header
from source.files import is_device_name
from source.yaml.nodes import Scalar

_KEPT = {".gitkeep", "README.md"}
"""Files that may be beside the logos."""


@rule(wrong="logo: ../deneme.svg")
def logo_name(draft: Draft) -> Iterator[Finding]:
    """A logo is the name of a PNG or WebP file in logos/: a-z, 0-9, “-” and the extension; not a Windows device."""
    for entry in draft.entries:
        if (logo := entry.text("logo")) and logo.text.strip() and not _is_name(logo.text):
            name = re.split("[/\\\\]", logo.text)[-1].strip()
            tr = f"{quoted(logo.text)} logos/ klasöründeki bir PNG ya da WebP dosyasının adı değil."
            en = f"{quoted(logo.text)} is not the name of a PNG or WebP file in logos/."
            if is_device_name(logo.text):
                tr = f"Windows’ta {quoted(logo.text)} adlı dosya olamaz; başka bir ad verin."
                en = f"Windows does not allow a file called {quoted(logo.text)}; give it another name."
            yield Finding(logo, tr, en, "logo", name if _is_name(name) else "", draft.examples["logo"])


@rule(wrong="logos/, a link to another folder")
def logo_folder(draft: Draft) -> Iterator[Finding]:
    """The folder logos/ belongs to the repository and is not a link."""
    if draft.logos and draft.logos.is_symlink():
        tr, en = (
            "logos/ bir bağlantı: yerine klasörün kendisini koyun.",
            "logos/ is a link: put the folder itself there.",
        )
        yield Finding(Scalar(""), tr, en, logo=".")


@rule(wrong="logo: deneme-bursa.png, with no such file in logos/")
def logo_missing(draft: Draft) -> Iterator[Finding]:
    """The logo of an entry is in logos/, as a file and not a link."""
    for name, path in _named(draft):
        if path.is_symlink() or not path.is_file():
            tr = f"logos/ klasöründe {quoted(name.text)} dosyası yok: dosyayı ekleyin ya da satırı silin."
            yield Finding(name, tr, f"There is no file {quoted(name.text)} in logos/: add it or delete the line.")


@rule(wrong="logos/deneme.png, named by no entry")
def logo_unused(draft: Draft) -> Iterator[Finding]:
    """Every file in logos/ is the logo of an entry."""
    used = {logo.text for entry in draft.entries if (logo := entry.text("logo"))} | _KEPT
    if draft.logos and draft.logos.is_dir() and not draft.logos.is_symlink():
        for path in sorted(draft.logos.iterdir()):
            if path.name not in used:
                tr, en = "Bu dosyayı kullanan kayıt yok: silin.", "No entry uses this file: delete it."
                yield Finding(Scalar(path.name), tr, en, logo=path.name)


@rule(wrong="logo: deneme-bursa.png, a file of 5 MB")
def logo_bytes(draft: Draft) -> Iterator[Finding]:
    """A logo is at most 512 KB."""
    for name, path in _files(draft):
        if path.stat().st_size > MAX_BYTES:
            size, limit = path.stat().st_size // 1024, MAX_BYTES // 1024
            tr = f"{quoted(name.text)} {size} KB; en çok {limit} KB olabilir."
            yield Finding(name, tr, f"{quoted(name.text)} is {size} KB; at most {limit} KB is allowed.")


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
            tr = f"{quoted(name.text)} sağlam bir {name.text.rpartition('.')[2]} resmi değil: yeniden kaydedin."
            en = f"{quoted(name.text)} is not a valid {name.text.rpartition('.')[2]} image: save it again."
            yield Finding(name, tr, en)


@rule(wrong="logo: deneme-bursa.png, 8000 pixels wide")
def logo_pixels(draft: Draft) -> Iterator[Finding]:
    """A logo is between 64 and 2000 pixels wide and high."""
    for name, content in _contents(draft):
        if (logo := read_header(content)) and not logo.has_fitting_size:
            size, limits = f"{logo.width}×{logo.height}", f"{MIN_PIXELS}–{MAX_PIXELS}"
            tr = f"{quoted(name.text)} {size} piksel; her kenar {limits} piksel olabilir."
            en = f"{quoted(name.text)} is {size} pixels; each side must be {limits}."
            yield Finding(name, tr, en)


def _is_name(text: str) -> bool:
    return re.fullmatch(LOGO, text) is not None and not is_device_name(text)


def _named(draft: Draft) -> Iterator[tuple[Scalar, Path]]:
    """Yield the logos with valid names, with their paths; none if the folder is a link."""
    for entry in draft.entries if draft.logos and not draft.logos.is_symlink() else ():
        if draft.logos and (logo := entry.text("logo")) and _is_name(logo.text):
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
