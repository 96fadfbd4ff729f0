"""A page for every province that has entries, where there are too many for one list."""

from collections.abc import Iterator

from publish.context import template_context
from publish.page import describe_province
from publish.register import Register
from publish.render import Render
from publish.site import Site

PAGE = "pages/province.html"


def province_pages(site: Site, render: Render, register: Register, locale: str) -> Iterator[tuple[str, bytes]]:
    """Yield (path, content) of the pages of the provinces in one language; none where one page lists all entries."""
    directory = site.directories[locale]
    for group in directory.groups if directory.is_split else ():
        page = describe_province(site, group.province, locale)
        values = template_context(site, page) | {"group": group, "register": register}
        yield f"{page.path}index.html", render(PAGE, values).encode()
