"""A trial: a pytest run on a copy of the checkout, in a process of its own that begins with the libraries imported."""

import importlib
import multiprocessing
import os
import resource
import shutil
import signal
import subprocess
import sys
import warnings
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import settings

TESTS = ("tests/declaration", "tests/registry", "tests/source", "tests/test_text.py")
_OPTIONS = ("-x", "-q", "-p", "no:cacheprovider", "--quick", "-m", "not slow", "-o", "timeout=20")
_QUIET = ("-W", "ignore::pytest.PytestAssertRewriteWarning")
"""Libraries are imported before pytest could rewrite their assertions."""
_MEMORY = 4 * 1024**3
"""Bytes a trial may take: a loop that ends no more is to end in an error."""
_FORK = multiprocessing.get_context("fork")


def copy_checkout(root: Path, to: Path) -> Path:
    """Copy what is in a checkout and not ignored, and return the copy."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=root,
        capture_output=True,
        check=True,
    )
    shutil.rmtree(to, ignore_errors=True)
    for name in listed.stdout.decode().split("\0"):
        if (root / name).is_file():
            (to / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(root / name, to / name)
    return to


def import_all(names: Iterable[str]) -> None:
    """Import the libraries that trials would import one by one."""
    with warnings.catch_warnings(action="ignore"):
        for name in names:
            with suppress(Exception):
                importlib.import_module(name)


def passes(copy: Path, tests: Sequence[str], plugin: Callable[[], object], seconds: float, log: Path) -> bool:
    """Return whether tests pass, or there are none; a run that takes longer than so many seconds does not.

    `plugin` makes a plugin of pytest in the process of the trial.
    """
    run = _FORK.Process(target=_run, args=(copy, tests, plugin, log))
    run.start()
    run.join(seconds)
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(run.pid, signal.SIGKILL)
    run.join()
    return run.exitcode in {pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED}


def _run(copy: Path, tests: Sequence[str], plugin: Callable[[], object], log: Path) -> None:
    os.setsid()
    os.chdir(copy)
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    with log.open("w") as output:
        os.dup2(output.fileno(), 1)
        os.dup2(output.fileno(), 2)
    code = pytest.main([*_OPTIONS, *_QUIET, *tests], plugins=[_Same(), plugin()])
    sys.stdout.flush()
    os._exit(code)


class _Same:
    """A pytest plugin: every trial tries the same examples of a property, and none keeps those that failed."""

    def pytest_collection_finish(self) -> None:
        settings.register_profile("quick", deadline=None, max_examples=10, derandomize=True, database=None)
