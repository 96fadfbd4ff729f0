"""The date of a build: that of the last commit, or of the newest file, so that builds are reproducible."""

import os
import re
import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from source.clock import day, now
from source.layout import Layout
from source.problems import Message, Problem, SourceError

SETTING = "SOURCE_DATE_EPOCH"
_END = int(datetime(9999, 1, 1, tzinfo=UTC).timestamp())
"""Dates are before this: years have four digits, also that in which security.txt expires (`VALID`)."""
_REDIRECTING = ("GIT_DIR", "GIT_WORK_TREE")
"""Environment variables that make git use another repository."""


@dataclass(frozen=True, slots=True)
class SourceDate:
    """A date in `seconds` since 1970 UTC; `notice` tells the author if it is that of a file."""

    seconds: int
    notice: Problem | None = None


def source_date(layout: Layout, given: str) -> SourceDate:
    """Return the date `given`, else of the last commit, else of the newest file; SourceError if `given` is invalid."""
    if given.strip():
        return SourceDate(_number(given.strip()))
    committed = _committed(layout.root)
    return SourceDate(committed) if committed is not None else _by_files(layout)


def _number(given: str) -> int:
    if re.fullmatch("[0-9]{1,12}", given) and int(given) < _END:
        return int(given)
    message = Message(
        "“{given}” is not a number of seconds since the beginning of 1970. If empty, the last commit counts.",
        given=given,
    )
    raise SourceError([Problem(SETTING, 1, 1, "source-date", "", message, example=f"{SETTING}=1767225600")])


def _committed(root: Path) -> int | None:
    """Return the time of the last commit of the repository at `root`; None without git, or in another repository."""
    if _git(root, "ls-files", "--full-name", "--error-unmatch", "mkdocs.yml") != "mkdocs.yml":
        return None
    seconds = _git(root, "rev-list", "--max-count=1", "--timestamp", "HEAD").partition(" ")[0]
    return int(seconds) if seconds and 0 <= int(seconds) < _END else None


def _git(root: Path, *arguments: str) -> str:
    """Return the output of git; "" if it fails or is not installed."""
    environment = {name: value for name, value in os.environ.items() if name not in _REDIRECTING}
    command = ["git", "-C", str(root), *arguments]
    try:
        done = subprocess.run(command, env=environment, capture_output=True, check=False)  # noqa: S603 - no shell
    except OSError:
        return ""
    return done.stdout.decode(errors="replace").strip() if done.returncode == 0 else ""


def _by_files(layout: Layout) -> SourceDate:
    tops = (layout.docs, layout.data, layout.templates, layout.root / "vendor")
    paths = [Path(folder, name) for top in tops for folder, _, names in os.walk(top) for name in names]
    paths += layout.root.glob("mkdocs.yml")
    newest = max((int(path.lstat().st_mtime) for path in paths), default=0)
    seconds = max(0, min(newest, now()))
    message = Message(
        "git has no date for this folder: the site has that of its newest file ({date}).",
        date=day(seconds, layout).isoformat(),
    )
    return SourceDate(seconds, Problem(SETTING, 1, 1, "no-commit", "", message))
