"""Reads and writes commits without checking anything out: what a stranger's branch holds stays data."""

import os
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from desk import bot

_CREDENTIALS = '!f() { echo username=x-access-token; echo "password=$GITHUB_TOKEN"; }; f'
"""Hands the workflow's token to git from the environment, so that it stands in no file and no command line."""


class GitError(Exception):
    """A git command that failed, with what it said."""


@dataclass(frozen=True, slots=True)
class Merge:
    """What git made of two commits: the merged tree, and the files in conflict, which it holds with markers."""

    tree: str
    conflicts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Git:
    """The clone at `root` and its remote `origin`. Commits and trees are named by their hash."""

    root: Path

    def fetch(self, *refs: str) -> None:
        """Fetch refs of the remote by their full names."""
        self._run("fetch", "--quiet", "--no-tags", "origin", *refs)

    def remote_tip(self, branch: str) -> str:
        """Return the last commit of a branch of the remote, fetched; "" where there is no such branch."""
        ref = f"refs/heads/{branch}"
        if not (found := self._run("ls-remote", "origin", ref).split()):
            return ""
        self.fetch(ref)
        return found[0]

    def commit(self, name: str) -> str:
        """Return the commit that a name stands for."""
        return self._run("rev-parse", "--verify", "--quiet", f"{name}^{{commit}}").strip()

    def base(self, one: str, other: str) -> str:
        """Return the commit that two histories share last."""
        return self._run("merge-base", one, other).strip()

    def authors(self, since: str, until: str) -> list[tuple[str, str]]:
        """Return commit and author's address of what `until` has and `since` lacks, newest first, without merges."""
        lines = self._run("log", "--no-merges", "--format=%H %ae", f"{since}..{until}").splitlines()
        return [(commit, author) for commit, author in (line.split(" ", 1) for line in lines)]

    def file(self, commit: str, path: str) -> bytes:
        """Return the content of a file in a commit; GitError where it has none."""
        return self._bytes("cat-file", "blob", f"{commit}:{path}")

    def merge(self, one: str, other: str) -> Merge:
        """Merge two commits line by line."""
        done = self._call(("merge-tree", "--write-tree", "--no-messages", "--name-only", "-z", one, other))
        if done.returncode not in (0, 1):
            raise GitError(done.stderr.decode(errors="replace").strip())
        tree, *names = done.stdout.decode(errors="surrogateescape").rstrip("\0").split("\0")
        return Merge(tree, tuple(names))

    def write(self, tree: str, path: str, content: str, message: str, parents: list[str]) -> str:
        """Commit a tree with one file changed, in the name of the workflows; returns the commit."""
        blob = self._run("hash-object", "-w", "--stdin", stdin=content).strip()
        with tempfile.TemporaryDirectory() as folder:
            index = {"GIT_INDEX_FILE": str(Path(folder) / "index")}
            self._run("read-tree", tree, environment=index)
            self._run("update-index", "--add", "--cacheinfo", f"100644,{blob},{path}", environment=index)
            changed = self._run("write-tree", environment=index).strip()
        names = {f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER") for what, value in _NAMES.items()}
        onto = [argument for parent in parents for argument in ("-p", parent)]
        return self._run("commit-tree", changed, *onto, "-m", message, environment=names).strip()

    def push(self, commit: str, branch: str, expected: str) -> None:
        """Make a commit the last one of a branch of the remote, if its present one is `expected` ("": none)."""
        ref = f"refs/heads/{branch}"
        self._run("push", "--quiet", f"--force-with-lease={ref}:{expected}", "origin", f"{commit}:{ref}")

    def _run(self, *arguments: str, stdin: str = "", environment: dict[str, str] | None = None) -> str:
        return self._bytes(*arguments, stdin=stdin, environment=environment).decode(errors="surrogateescape")

    def _bytes(self, *arguments: str, stdin: str = "", environment: dict[str, str] | None = None) -> bytes:
        done = self._call(arguments, stdin, environment)
        if done.returncode:
            raise GitError(f"git {arguments[0]}: {done.stderr.decode(errors='replace').strip()}")
        return done.stdout

    def _call(
        self, arguments: tuple[str, ...], stdin: str = "", environment: dict[str, str] | None = None
    ) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(  # noqa: S603 - no shell; names that strangers choose never begin an argument
            ["git", "-c", "credential.helper=", "-c", f"credential.helper={_CREDENTIALS}", *arguments],  # noqa: S607
            cwd=self.root,
            input=stdin.encode(),
            capture_output=True,
            check=False,
            env=os.environ | {"GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"} | (environment or {}),
        )


_NAMES = {"NAME": bot.NAME, "EMAIL": bot.EMAIL}
