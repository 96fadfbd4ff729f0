"""Word files made by pandoc: the text, and the draft of a council decision with the text annexed."""

import subprocess
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from publish.downloads.archive import pack, repack
from publish.downloads.download_context import Document
from publish.templating.formats import markdown
from source.cache import cached
from source.problems import Message, Problem, SourceError

_READER = "commonmark+attributes+bracketed_spans+fenced_divs+footnotes+superscript+yaml_metadata_block"
"""The input format of the templates: pandoc's CommonMark with these extensions."""

_OPTIONS = (f"--from={_READER}", "--to=docx", "--syntax-highlighting=none")


def docx(document: Document, template: str = "docx/declaration.md", *, form: bool = False) -> bytes:
    """Return the text with Word styles, automatic numbering and footnotes; as a `form`, with blanks to fill in."""
    source = document.render(template, md=markdown).encode()
    reference = pack(_reference(document, form=form))
    stamp = str(document.timestamp)
    versions = f"{version('pypandoc_binary')} {_OPTIONS} {stamp}"
    dependencies = b"\0".join([versions.encode(), source, reference])
    return cached(document.site.layout.cache, "docx", dependencies, lambda: repack(_pandoc(source, reference, stamp)))


def _reference(document: Document, *, form: bool) -> Iterator[tuple[str, bytes]]:
    """Yield the parts of pandoc's reference document: styles, page layout, running heads."""
    formats = document.site.layout.templates / "formats"
    folder = formats / "docx" / "reference"
    for part in sorted(path for path in folder.rglob("*") if path.is_file()):
        content = document.render(part.relative_to(formats).as_posix(), form=form)
        yield part.relative_to(folder).as_posix(), content.encode()


def _pandoc(source: bytes, reference: bytes, stamp: str) -> bytes:
    from pypandoc import get_pandoc_path  # noqa: PLC0415 - slow, and not needed if the cache has the file

    with TemporaryDirectory() as folder:
        styles, result = Path(folder, "reference.docx"), Path(folder, "result.docx")
        styles.write_bytes(reference)
        files = (f"--data-dir={folder}", f"--reference-doc={styles}", f"--output={result}")
        command = [get_pandoc_path(), *_OPTIONS, *files]  # with --data-dir, templates in the user's home are not used
        done = subprocess.run(  # noqa: S603 - no shell
            command, input=source, env={"SOURCE_DATE_EPOCH": stamp}, capture_output=True, check=False
        )
        if done.returncode:
            said = done.stderr.decode(errors="replace").partition("\n")[0]
            message = Message("pandoc could not make the Word file: {said}", said=said)
            raise SourceError([Problem("pandoc", 1, 1, "download", "", message)])
        return result.read_bytes()
