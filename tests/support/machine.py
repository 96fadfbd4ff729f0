"""Other machines, simulated on this one; a test is skipped, with the reason, if this one lacks what it takes."""

import os
import shutil
import subprocess
from pathlib import Path
from shlex import quote

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


def bound(*command: str | Path) -> list[str | Path]:
    """Return a command that permissions of files apply to, also if root runs it."""
    if os.geteuid():
        return list(command)
    if not (setpriv := shutil.which("setpriv")):
        pytest.skip("setpriv is missing, which takes from root what others do not have (Debian: util-linux)")
    without = "-dac_override,-dac_read_search"
    return [setpriv, f"--bounding-set={without}", f"--inh-caps={without}", *command]


def mounted(mount: str, *command: str | Path) -> list[str | Path]:
    """Return a command with mounts of its own, made by shell commands."""
    for kind in (["--mount"], ["--mount", "--map-root-user"]):
        own = ["unshare", *kind]
        if shutil.which("unshare") and subprocess.run([*own, "true"], capture_output=True, check=False).returncode == 0:
            return [*own, "sh", "-euc", f'{mount}\nexec "$@"', "sh", *command]
    return pytest.skip("this system lets nobody mount anything (unshare --mount)")


def small_disk(folder: Path, size: str, *command: str | Path) -> list[str | Path]:
    """Return a command for which a folder is a separate disk of a size such as 64k."""
    return mounted(f"mount -t tmpfs -o size={size},mode=777 none {quote(str(folder))}", *command)


def read_only(folder: Path, *command: str | Path) -> list[str | Path]:
    """Return a command to which a folder is read-only, also for root."""
    name = quote(str(folder))
    return mounted(f"mount --bind {name} {name}\nmount -o remount,bind,ro {name}", *command)
