"""Lists in pages: https://docs.github.com/rest/using-the-rest-api/using-pagination-in-the-rest-api."""

from typing import Any
from urllib.parse import urlencode

from support.codehost.replies import Reply

USUAL, MOST = 30, 100


def page(items: list[Any], query: dict[str, str], address: str) -> Reply:
    """Return the page asked for, with links to the others; the host limits its size."""
    size = min(int(query.get("per_page", USUAL)) or USUAL, MOST)
    number = max(int(query.get("page", 1)), 1)
    last = max(-(-len(items) // size), 1)
    turns = {} if number == 1 else {"prev": number - 1, "first": 1}
    turns |= {} if number >= last else {"next": number + 1, "last": last}
    links = [f'<{address}?{urlencode({**query, "page": at})}>; rel="{name}"' for name, at in turns.items()]
    return Reply(200, items[(number - 1) * size : number * size], {"Link": ", ".join(links)} if links else {})
