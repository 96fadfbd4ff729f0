"""A desk with the strict stand-in for the code host and real git repositories: the host's, and a workflow's clone."""

import json
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from unittest.mock import patch

import yaml

from codehost.client.api import Api
from codehost.client.failures import Patience
from codehost.desk import REGISTRY, Desk
from codehost.git.git import Git
from declaration.editions import load_editions
from registry.definition.read import load_definition
from registry.reference import Reference
from source.layout import Layout
from support.codehost import CodeHost, Token, serve
from support.codehost.items import Item
from support.repository import ROOT

TODAY = date(2026, 1, 1)
SECRET = "gizli-anahtar"  # noqa: S105 - the stand-in knows it
"""The token of the workflows."""
PROOF = "_ornek-bildirge"
TIMEOUT = 1.0
GIT_TIMEOUT = 4
"""Seconds that the desk under test waits for an answer."""
_MAINTAINER = ("-c", "user.name=Sorumlu", "-c", "user.email=sorumlu@ornek.example")
_ENVIRONMENT = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}

LISTED = """\
# Örnek liste · Sample list
signatories:
  - id: kurgu-istanbul
    name:
      tr: Kurgu Belediyesi
      en: Kurgu Municipality
    kind: district
    province: 34
    signatures:
      - edition: 2018
        date: 2018
        evidence:
          url: https://kurgu.example/karar
          kind: press
        verified: 2022-02-01
"""


def entry(identifier: str, **change: str) -> str:
    """Return the lines of a fictional entry without a day of verification."""
    values = {"name": "Deneme", "url": f"https://{identifier}.example/karar", "verified": "", **change}
    verified = f"        verified: {values['verified']}\n" if values["verified"] else ""
    return f"""\
  - id: {identifier}
    name:
      tr: {values["name"]} Belediyesi
      en: {values["name"]} Municipality
    kind: district
    province: 16
    signatures:
      - edition: 2021
        date: 2022-01
        evidence:
          url: {values["url"]}
          kind: council-decision
{verified}"""


def entries(text: str) -> list[dict[str, Any]]:
    """Return the entries of a registry, every scalar as text, by a parser that is not the registry's own."""
    return yaml.load(text, yaml.BaseLoader)["signatories"]  # noqa: S506 - the loader that makes texts of everything


@dataclass(frozen=True, slots=True)
class Remote:
    """The bare repository."""

    path: Path

    def git(self, *arguments: str, text: str = "") -> str:
        """Run git in it."""
        return _git(self.path, *arguments, text=text)

    def clashes(self, one: str, other: str) -> bool:
        """Return whether two branches conflict for git, which merges line by line."""
        command = ["git", "merge-tree", "--write-tree", one, other]
        return subprocess.run(command, cwd=self.path, capture_output=True, check=False).returncode == 1

    def merge(self, branch: str) -> None:
        """Let a maintainer merge a branch into the main one, line by line, as the button does."""
        tree = self.git("merge-tree", "--write-tree", "main", branch)
        commit = self.git(*_MAINTAINER, "commit-tree", tree, "-p", "main", "-p", branch, "-m", "x")
        self.git("update-ref", "refs/heads/main", commit)

    def read(self, ref: str, path: str = REGISTRY) -> str:
        """Return the present content of a file of a branch."""
        return _git(self.path, "show", f"{ref}:{path}", strip=False)

    def tip(self, ref: str) -> str:
        """Return the commit of a branch, "" where there is none."""
        return self.git("for-each-ref", "--format=%(objectname)", f"refs/heads/{ref}")

    def commit(self, ref: str, parent: str, **files: str) -> str:
        """Let a maintainer commit files at the top of the repository, `registry` at its path; `ref` is a full name."""
        index = {"GIT_INDEX_FILE": str(self.path / "test-index")}
        _git(self.path, "read-tree", parent or "--empty", environment=index)
        for name, text in files.items():
            blob = self.git("hash-object", "-w", "--stdin", text=text)
            path = REGISTRY if name == "registry" else name
            _git(self.path, "update-index", "--add", "--cacheinfo", f"100644,{blob},{path}", environment=index)
        tree = _git(self.path, "write-tree", environment=index)
        onto = ("-p", parent) if parent else ()
        commit = self.git(*_MAINTAINER, "commit-tree", tree, *onto, "-m", "x")
        self.git("update-ref", ref, commit)
        return commit


@contextmanager
def open_desk(folder: Path, listed: str = LISTED) -> Iterator[tuple[Desk, Remote, CodeHost]]:
    """Yield a desk in a fresh clone, its remote and the code host; it does not really wait before it tries again."""
    remote, root = Remote(folder / "bildirge.git"), folder / "clone"
    subprocess.run(["git", "init", "--quiet", "--bare", "--initial-branch=main", remote.path], check=True)
    remote.commit("refs/heads/main", "", registry=listed)
    with patch.dict(os.environ, {**_ENVIRONMENT, "GITHUB_TOKEN": SECRET}), serve(remote.path) as host:
        host.tokens[SECRET] = Token()
        subprocess.run(["git", "clone", "--quiet", f"{host.url}.git", root], check=True)
        for name in ("overrides", "scripts", "mkdocs.yml", "data/codehost.yaml"):
            (root / name).symlink_to(ROOT / name)
        yield desk_at(root, host), remote, host


def desk_at(root: Path, host: CodeHost) -> Desk:
    """Return a desk at a clone, as for one run of a workflow."""
    patience = Patience(sleep=host.waits.append)
    client = Api(host.server, host.api_url, host.repository, SECRET, patience, TIMEOUT)
    return Desk(Layout(root), reference(), Git(root, patience, GIT_TIMEOUT), client)


def recorded(name: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the issue of a recorded event, and what is expected of its answer."""
    case = json.loads((ROOT / "tests" / "cases" / "codehost" / f"{name}.json").read_text(encoding="utf-8"))
    return case["event"]["issue"], case["expected"]


def submit(host: CodeHost, issue: dict[str, Any], number: int = 0) -> Item:
    """Let the author of a recorded issue open it at the code host."""
    labels = [label["name"] for label in issue["labels"]]
    item = host.open_issue(number or issue["number"], issue["body"], *labels, login=issue["user"]["login"])
    item.state = issue["state"]
    return item


def pull(desk: Desk) -> None:
    """Check out what the main branch now is, as the next run of a workflow does."""
    _git(desk.layout.root, "pull", "--quiet", "--ff-only", "origin", "main")


def reference() -> Reference:
    """Return the provinces and editions of the repository, on a fixed day."""
    layout = Layout(ROOT)
    editions = {edition.key: edition.adopted for edition in load_editions(layout)}
    return Reference(*load_definition(layout), editions, TODAY)


def _git(
    folder: Path, *arguments: str, text: str = "", environment: dict[str, str] | None = None, strip: bool = True
) -> str:
    done = subprocess.run(
        ["git", *arguments],
        cwd=folder,
        input=text.encode(),
        capture_output=True,
        check=False,
        env={**os.environ, **_ENVIRONMENT, **(environment or {})},
    )
    assert done.returncode == 0, done.stderr.decode()
    output = done.stdout.decode()
    return output.strip() if strip else output
