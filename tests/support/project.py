"""A project that `make new` wrote, in Turkish and Arabic, and its blanks filled in with a fictional declaration."""

import json
import re
import shutil
from pathlib import Path

from support.repository import ROOT, apply, data

ORNEK = ROOT / "tests/sites/ornek"
KEY = "2020"
LOCALES = ("tr", "ar")
_OF_SIGNATORIES = {"kind.organisation": "مؤسسة", "kind.association": "جمعية", "evidence.decision": "قرار"}
"""What the signatories of sites/ornek/ do not have, in unreviewed test words."""
_LABEL = re.compile(r"^(?P<name>[a-z][\w.-]*):\n(?P<texts>(?:  .*\n)+)", re.MULTILINE)


def fill(root: Path, changes: list[dict[str, str]]) -> None:
    """Fill in every blank: Arabic words from sites/ornek/, the others by changes of the files."""
    for name in ("docs/ar", "fonts"):
        shutil.copytree(ORNEK / name, root / name, dirs_exist_ok=True)
    labels = data("tests/sites/ornek/labels.yaml")
    for path in (root / "data/interface.yaml", root / "data/labels.yaml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(_LABEL.sub(lambda found: _translated(found, labels), text), encoding="utf-8")
    apply(changes, root)


def _translated(found: re.Match[str], labels: dict[str, dict[str, str]]) -> str:
    """Return a label with its Arabic text."""
    texts = re.sub(r"^  ar: .*\n", "", found["texts"], flags=re.MULTILINE)
    words = _OF_SIGNATORIES.get(found["name"]) or labels[found["name"]]["ar"]
    return f"{found['name']}:\n{texts}  ar: {json.dumps(words, ensure_ascii=False)}\n"
