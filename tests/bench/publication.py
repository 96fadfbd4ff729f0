"""Our own publication of a registry, without a build: what is known of the site, and its templates."""

import os
import sys
from pathlib import Path

from mkdocs.config import load_config

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "tests")]

import hooks  # noqa: E402
from publish.site.site import Site  # noqa: E402
from publish.templating.prerender import Render  # noqa: E402


def publication(registry: Path) -> tuple[Site, Render]:
    """Return the site of a registry and what fills in its templates, as the builder has them after reading."""
    os.environ["DATA"] = str(registry)
    config = load_config(str(ROOT / "mkdocs.yml"))
    config.plugins["i18n"].building = False
    hooks.on_config(config)
    config.plugins["i18n"].building = True  # nothing is to be written
    hooks.on_env(config.theme.get_env())
    published = hooks._present.get().publication  # noqa: SLF001
    return published.site, published.render
