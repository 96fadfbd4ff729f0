"""Other machines, made from this one: what it lacks skips a test, and says so."""

import shutil
import subprocess
from pathlib import Path

import pytest


def locale(name: str, folder: Path) -> dict[str, str]:
    """Make a locale such as tr_TR.UTF-8 below `folder`; return the environment of a machine that uses it."""
    if not (localedef := shutil.which("localedef")):
        pytest.skip("localedef is missing, which makes locales (Debian: libc-bin)")
    language, charset = name.split(".")
    command = [localedef, "--inputfile", language, "--charmap", charset, folder / name]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if not (folder / name / "LC_COLLATE").is_file():
        pytest.skip(f"{name} cannot be made (Debian: locales): {done.stderr.strip()}")
    return {"LOCPATH": str(folder), "LC_ALL": name, "LANG": name}
