"""A published address leads somewhere for good, whatever becomes of its entry."""

import subprocess
import sys

import pytest

from support.images import make
from support.repository import ROOT, apply, build, copy_repository

REGISTRY = "data/signatories.yaml"
ENTRY, LOGO = "id: nilufer-bursa\n", "    logo: deneme.png\n"
FORMER = "imzacilar/nilufer-bursa/"


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    """A copy of the repository whose first signatory has a logo, with the addresses of its site recorded."""
    folder = tmp_path_factory.mktemp("addresses")
    root = copy_repository(folder / "copy")
    for name in ("corrections.yaml", "corrections.lock"):  # the record names the entry, and would speak first
        (root / "data" / name).unlink()
    (root / "data/logos").mkdir(exist_ok=True)
    make(root / "data/logos/deneme.png", {})
    apply([{"file": REGISTRY, "replace": "    signatures:\n", "by": f"{LOGO}    signatures:\n"}], root)
    done = build(root, folder / "site")
    assert done.returncode == 0, done.stderr
    command = [sys.executable, ROOT / "scripts/text.py", "addresses", "--root", root, "--site", folder / "site"]
    subprocess.run(command, check=True)
    return root


@pytest.fixture
def renamed(root):
    before = (root / REGISTRY).read_text(encoding="utf-8")
    apply([{"file": REGISTRY, "replace": ENTRY, "by": "id: yeni-bursa\n"}], root)
    yield root
    (root / REGISTRY).write_text(before, encoding="utf-8")


def test_renamed_entry_is_told_to_keep_its_former_id(renamed, tmp_path):
    done = build(renamed, tmp_path / "site")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert done.stderr.count(": lost-address") == len(["imzacilar", "en/signatories"])
    assert f"A published address is lost: {FORMER}. If the id of the entry changed" in done.stderr
    assert "  example: aliases:\n             - nilufer-bursa" in done.stderr


def test_renamed_entry_with_its_former_id_keeps_every_address(renamed, tmp_path):
    alias = f"{LOGO}    aliases:\n      - nilufer-bursa\n"
    apply([{"file": REGISTRY, "replace": LOGO, "by": alias}], renamed)
    done = build(renamed, tmp_path / "site")
    assert (done.returncode, done.stderr) == (0, "")
    former, present = [(tmp_path / f"site/logos/{name}-bursa.webp").read_bytes() for name in ("nilufer", "yeni")]
    assert former == present
    assert former.startswith(b"RIFF")
    assert (tmp_path / "site" / FORMER / "index.html").is_file()


def test_logo_may_be_taken_down(root, tmp_path):
    before = (root / REGISTRY).read_text(encoding="utf-8")
    image = (root / "data/logos/deneme.png").read_bytes()
    apply([{"file": REGISTRY, "replace": LOGO, "by": ""}, {"delete": "data/logos/deneme.png"}], root)
    done = build(root, tmp_path / "site")
    (root / REGISTRY).write_text(before, encoding="utf-8")
    (root / "data/logos/deneme.png").write_bytes(image)
    assert (done.returncode, done.stderr) == (0, "")
    assert not (tmp_path / "site/logos").exists()
    assert (tmp_path / "site" / FORMER / "index.html").is_file()
