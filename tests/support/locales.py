"""Locales of other machines, compiled from their sources if this machine lacks them."""

import subprocess
from pathlib import Path

import pytest

MADE = {"tr_TR.UTF-8": "tr_TR", "en_US.UTF-8": "en_US"}
NAMES = ("C", "C.UTF-8", *MADE)


def in_locale(name: str, folder: Path) -> dict[str, str]:
    """Return the environment variables of a machine in a locale; what is made for that is in `folder`."""
    if name in MADE:
        folder.mkdir(exist_ok=True)
        command = ["localedef", "--no-archive", "-i", MADE[name], "-f", "UTF-8", folder / name]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            pytest.skip(f"the sources of locales are missing (apt-get install locales): {done.stderr}")
    return {"LC_ALL": name, "LANG": name, "LANGUAGE": name.partition(".")[0], "LOCPATH": str(folder)}
