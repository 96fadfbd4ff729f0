"""What the workflows that answer requests install is all they need, and no more."""

import re
import subprocess
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from codehost.desk import Desk
from support.codehost import CodeHost
from support.desk import LISTED, Remote, recorded, submit
from support.repository import ROOT, data

LOCK, ALL = ((ROOT / name).read_text(encoding="utf-8") for name in ("requirements-desk.lock", "requirements.lock"))
_PINNED = re.compile(r"^([\w-]+)==(\S+) \\\n((?:    --hash=\S+(?: \\)?\n)+)", re.MULTILINE)
_DOOR = """\
import sys
allowed = set({allowed!r}) | sys.stdlib_module_names
class Refuse:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] not in allowed and not name.startswith("_sysconfigdata"):
            raise ModuleNotFoundError(name)
sys.meta_path.insert(0, Refuse())
sys.path.insert(0, {scripts!r})
import {door} as door
from pathlib import Path
from source.layout import Layout
door.LAYOUT = Layout(Path({root!r}))
door.visit = lambda *_: None
sys.exit(door.main(sys.argv[1:]))
"""


def packages(lock: str) -> dict[str, tuple[str, str]]:
    """Return the packages of a lock with their versions and digests."""
    return {name: (version, hashes) for name, version, hashes in _PINNED.findall(lock)}


def test_they_are_those_of_the_build():
    assert set(packages(LOCK)) == {"anyascii", "babel", "jinja2", "markupsafe", "pillow", "pyyaml", "tzdata"}
    assert packages(LOCK).items() <= packages(ALL).items()


@pytest.mark.parametrize(
    ("door", "arguments"),
    [
        ("github", ["intake", "--proof", "_x", "--number", "12"]),
        ("github", ["resolve", "--out", "out", "--proof", "_x"]),
        ("github", ["links"]),
        ("signatories", ["check", "listed.yaml"]),
        ("signatories", ["format", "--check", "listed.yaml"]),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else value,
)
def test_they_are_enough(
    office: tuple[Desk, Remote, CodeHost], monkeypatch: pytest.MonkeyPatch, door: str, arguments: list[str]
):
    desk, _, host = office
    root = desk.layout.root
    submit(host, recorded("accepted")[0])
    (root / "listed.yaml").write_text(LISTED, encoding="utf-8")
    for name in ("registry.yaml", "provinces.yaml", "editions.yaml"):
        (root / "data" / name).symlink_to(ROOT / "data" / name)
    settings = {"SERVER_URL": host.server, "API_URL": host.api_url, "REPOSITORY": host.repository, "RUN_ID": "1"}
    for name, value in settings.items():
        monkeypatch.setenv(f"GITHUB_{name}", value)
    installed = packages_distributions()
    modules = [module for module, names in installed.items() if {name.lower() for name in names} & set(packages(LOCK))]
    allowed = [*modules, *(path.stem for path in (ROOT / "scripts").iterdir())]
    program = _DOOR.format(allowed=allowed, scripts=str(ROOT / "scripts"), door=door, root=str(root))
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments], cwd=root, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert bool(host.pulls) == (arguments[0] == "intake")


def test_the_workflows_that_install_them_run_nothing_else():
    seen = set()
    for path in sorted((ROOT / ".github" / "workflows").glob("*.yml")):
        for job in data(path.relative_to(ROOT).as_posix())["jobs"].values():
            runs = [step["run"] for step in job["steps"] if "run" in step]
            if "make .venv/.desk" in runs:
                seen.add(Path(path).stem)
                others = [run for run in runs if run != "make .venv/.desk"]
                assert all(re.match(r"\.venv/bin/python scripts/(github|signatories)\.py ", run) for run in others)
    assert seen == {"check", "intake", "links", "list", "propose", "resolve"}
