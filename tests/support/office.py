"""LibreOffice without a screen: what it makes of a file."""

import shutil
import subprocess
from pathlib import Path

import pytest

COMMA, SEMICOLON = 44, 59
_TEXT_COLUMN = 2
_ADVICE = "needs LibreOffice: apt-get install -y libreoffice-writer-nogui libreoffice-calc-nogui"


def converted(path: Path, to: str, folder: Path, *, reading: str = "", ending: str = "") -> Path:
    """Return a file as LibreOffice saves it in another format; `reading` is the filter that opens it."""
    office = shutil.which("soffice")
    if not office:
        pytest.fail(_ADVICE, pytrace=False)
    command = [office, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    command += [f"--infilter={reading}"] if reading else []
    done = subprocess.run(
        [*command, "--convert-to", to, "--outdir", folder, path], capture_output=True, text=True, check=False
    )
    made = folder / f"{path.stem}.{ending or to}"
    assert made.exists(), done.stdout + done.stderr
    return made


def cells(path: Path, separator: int, folder: Path, columns: int) -> list[list[str]]:
    """Return the cells of a CSV file, opened with a list separator, in UTF-8, each column as text."""
    kinds = "/".join(f"{number}/{_TEXT_COLUMN}" for number in range(1, columns + 1))
    reading = f"CSV:{separator},34,76,1,{kinds}"
    made = converted(path, "csv:Text - txt - csv (StarCalc):9,,76", folder, reading=reading, ending="csv")
    return [line.split("\t") for line in made.read_text(encoding="utf-8").splitlines()]
