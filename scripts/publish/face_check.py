"""The typefaces of the configuration exist, and the machine can set what runs from right to left."""

from collections.abc import Iterator

from PIL import features

from publish.languages import direction
from publish.settings import Settings
from publish.typefaces import ROLES
from source.layout import Layout
from source.problem import Problem

CONFIGURATION = "mkdocs.yml"


def check_faces(layout: Layout, settings: Settings) -> Iterator[Problem]:
    """Yield a problem for every role without a face, for every file that is not there, and for missing libraries."""
    for role in ROLES:
        if not settings.fonts.get(role):
            tr, en = f"“{role}” için yazı tipi yok (extra.fonts).", f"There is no font for “{role}” (extra.fonts)."
            yield _problem("missing-font", role, tr, en)
        for name in settings.fonts.get(role, ()):
            if not (layout.root / name).is_file():
                yield _problem("missing-font", role, f"Böyle bir dosya yok: {name}.", f"There is no such file: {name}.")
    turned = [locale for locale in settings.locales if direction(locale) == "rtl"]
    if turned and not features.check("raqm"):
        tr = f"Pillow “{turned[0]}” dilinin harflerini dizemiyor: FriBiDi kitaplığı eksik."
        en = f"Pillow cannot set the letters of “{turned[0]}”: the library FriBiDi is missing."
        yield _problem("no-bidi", turned[0], tr, en)


def _problem(rule: str, subject: str, tr: str, en: str) -> Problem:
    return Problem(CONFIGURATION, 1, 1, rule, subject, tr, en)
