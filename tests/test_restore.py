"""From the archive alone the site can be restored, checked and served, with the commands of ARCHITECTURE.md."""

import os
import re
import shutil
import subprocess
from urllib.request import urlopen

import pytest

from support.repository import ROOT, SETTINGS
from support.server import serve

_SECTION = re.compile(r"## Restoring the site from its archive\n.*?```sh\n(.*?)```", re.DOTALL)
*RESTORE, SERVE = _SECTION.search((ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8"))[1].splitlines()


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    """Make the archive as the workflow does."""
    site = tmp_path_factory.mktemp("archive") / "site"
    environment = {**os.environ, **SETTINGS, "SITE": str(site)}
    command = ["make", "--no-print-directory", "--old-file=.venv/.build", "archive"]
    subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
    return site.with_suffix(".tar.gz")


def _restore(archive, folder, change=None):
    """Run the commands in an empty folder; return the exit status of each."""
    shutil.copy(archive, folder / "site.tar.gz")
    unpack, *checks = RESTORE
    unpacked = subprocess.run(["sh", "-c", unpack], cwd=folder, check=False).returncode
    if change:
        change(folder / "restored")
    return [
        unpacked,
        *(
            subprocess.run(["sh", "-c", check], cwd=folder, check=False, capture_output=True).returncode
            for check in checks
        ),
    ]


def test_every_published_address_is_served_from_the_archive_alone(archive, tmp_path):
    assert _restore(archive, tmp_path) == [0] * len(RESTORE)
    assert SERVE == "python3 -m http.server --directory restored"
    lines = (ROOT / "data/addresses.lock").read_text(encoding="utf-8").splitlines()
    addresses = [line for line in lines if line and not line.startswith("#")]
    assert len(addresses) > 100
    with serve(tmp_path / "restored") as server:
        answers = {each: urlopen(server.url + each.removeprefix("./")).status for each in addresses}  # noqa: S310 - ours
    assert {each: status for each, status in answers.items() if status != 200} == {}


@pytest.mark.parametrize("changed", ["c3/index.html", "downloads/declaration.tr.txt"])
def test_a_changed_file_is_found(archive, tmp_path, changed):
    def change(restored):
        with (restored / changed).open("a", encoding="utf-8") as file:
            file.write(" ")

    assert _restore(archive, tmp_path, change)[1] == 1


def test_a_lost_file_is_found(archive, tmp_path):
    assert _restore(archive, tmp_path, lambda restored: (restored / "c3/cite.bib").unlink())[1] == 1
