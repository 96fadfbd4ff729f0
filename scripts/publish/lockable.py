"""What the locks may record: what the published registry makes public. Sample data promises nothing."""

from collections.abc import Mapping
from pathlib import Path

from publish.settings import is_sample, registry_path
from publish.target import holds_sample, is_marked
from source.layout import Layout
from source.problem import Problem

_TR = "Bu, yayımlanan liste değil. Örnek veri hiçbir adresi kalıcı kılmaz: kilitlere hiçbir şey yazılmadı."
_EN = "This is not the published registry. Sample data makes no address permanent: nothing was written to the locks."
_LOCK = "make lock DATA=data/signatories.yaml"


def check_registry(layout: Layout, environment: Mapping[str, str]) -> list[Problem]:
    """Return a problem if DATA names another registry than the published one."""
    registry = registry_path(layout, environment)
    return [_problem(layout, registry, _TR, _EN)] if is_sample(layout, registry) else []


def check_site(layout: Layout, site: Path) -> list[Problem]:
    """Return a problem if a folder holds no site, or one of sample data."""
    if not is_marked(site):
        tr = "Burada üretilmiş bir site yok: kilide hiçbir şey yazılmadı."
        en = "There is no built site here: nothing was written to the lock."
        return [_problem(layout, site, tr, en)]
    return [_problem(layout, site, _TR, _EN)] if holds_sample(site) else []


def _problem(layout: Layout, path: Path, tr: str, en: str) -> Problem:
    return Problem(layout.shown(path), 1, 1, "not-lockable", "", tr, en, example=_LOCK)
