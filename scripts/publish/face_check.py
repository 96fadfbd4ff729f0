"""The typefaces of the configuration exist."""

from collections.abc import Iterator

from publish.settings import CONFIGURATION, Settings
from publish.typefaces import ROLES
from source.layout import Layout
from source.problem import Problem


def check_faces(layout: Layout, settings: Settings) -> Iterator[Problem]:
    """Yield a problem for every role without a face, and for every file that is not there."""
    for role in ROLES:
        if not settings.fonts.get(role):
            tr, en = f"“{role}” için yazı tipi yok (extra.fonts).", f"There is no font for “{role}” (extra.fonts)."
            yield _problem("missing-font", role, tr, en)
        for name in settings.fonts.get(role, ()):
            if not (layout.root / name).is_file():
                yield _problem("missing-font", role, f"Böyle bir dosya yok: {name}.", f"There is no such file: {name}.")


def _problem(rule: str, subject: str, tr: str, en: str) -> Problem:
    return Problem(CONFIGURATION, 1, 1, rule, subject, tr, en)
