"""The index for the filter of a split directory: all signatories in one small file for each language."""

import json
from collections.abc import Iterator

from publish.site.site import Site


def directory_index(site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield (path, content) of the index of every language, where the directory is split.

    An entry is [id, name, kind, code of the place, editions, whether it was withdrawn]; the order is the directory's.
    """
    for locale, directory in site.directories.items():
        if directory.is_split:
            entries = [
                [
                    entry.id,
                    entry.name_in(locale),
                    entry.kind,
                    site.reference.definition.value(entry.place),
                    [signature.edition for signature in entry.signatures],
                    int(entry.withdrawn is not None),
                ]
                for entry in directory.entries
            ]
            yield index_path(locale), json.dumps(entries, ensure_ascii=False, separators=(",", ":")).encode()


def index_path(locale: str) -> str:
    """Return the path of a language's index below the site's address."""
    return f"search/signatories.{locale}.json"
