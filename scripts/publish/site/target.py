"""The output folder: it must be new, empty, or marked by an earlier build, as the site builder empties it first."""

import os
from pathlib import Path

from publish.site.settings import Settings
from source.files import write_text
from source.layout import Layout
from source.problems import Message, Problem, SourceError

MARK = ".generated-site"
"""A hidden file: the builder does not delete it with the others, so that it survives an interrupted build."""
_TEXT = """\
# Bu klasörü sitenin üretimi doldurur ve her seferinde boşaltır: buraya kendi dosyalarınızı koymayın.
# The build of the site fills this folder, and empties it each time: keep no files of your own here.
"""
_SAMPLE = "SAMPLE=1"
_FOLDERS = {".cache", ".ci", ".git", ".github", ".venv", "data", "docs", "overrides", "scripts", "tests", "vendor"}
"""Of the repository; nothing is built inside them."""


def claim(layout: Layout, settings: Settings, site: Path) -> None:
    """Mark `site` as an output folder; SourceError, before anything is changed, if it may contain other files."""
    if reason := _reason(layout, settings, site):
        example = "make build SITE=site-2"
        raise SourceError([Problem(layout.shown(site), 1, 1, "site-folder", "", reason, example=example)])
    site.mkdir(parents=True, exist_ok=True)
    facts = [f"SOURCE_DATE_EPOCH={settings.dated.seconds}", *([_SAMPLE] if settings.sample else [])]
    write_text(site / MARK, _TEXT + "".join(f"{fact}\n" for fact in facts))


def is_marked(site: Path) -> bool:
    """Return whether a folder was made by a build."""
    return (site / MARK).is_file() and not (site / MARK).is_symlink()


def holds_sample(site: Path) -> bool:
    """Return whether a marked folder was built from sample data."""
    return _SAMPLE in (site / MARK).read_text(encoding="utf-8").splitlines()


def _reason(layout: Layout, settings: Settings, site: Path) -> Message | None:
    """Return why a site is not built in `site`, and what to do; None if it is."""
    place, root = (Path(os.path.realpath(path)) for path in (site, layout.root))
    if root.is_relative_to(place):
        return Message(
            "The site is not built here: this is the repository, or a folder that contains it. Name another folder."
        )
    if place.is_relative_to(root) and place.relative_to(root).parts[0].casefold() in _FOLDERS:
        return Message(
            "The site is not built here: this folder of the repository is for other files. Name another folder."
        )
    if Path(os.path.realpath(settings.registry)).is_relative_to(place):
        return Message(
            "The site is not built here: the registry is in this folder and would be deleted. Name another folder."
        )
    if not site.is_dir() and (site.exists() or site.is_symlink()):
        return Message("This is not a folder but a file or a broken link. Give another name.")
    if site.is_dir() and not is_marked(site) and any(site.iterdir()):
        return Message(
            "This folder is not empty and not from an earlier build, which would delete what is in it. Name another"
            " one. If all it contains is an old site, delete the folder and run the command again."
        )
    return None
