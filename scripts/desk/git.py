"""Reads and writes commits without checking anything out: what a stranger's branch holds stays data."""

import os
import re
import subprocess
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from desk import bot
from desk.patience import HostError, Patience

_CREDENTIALS = '!f() { echo username=x-access-token; echo "password=$GITHUB_TOKEN"; }; f'
"""Hands the workflow's token to git from the environment, so that it stands in no file and no command line."""
_FINAL = re.compile(r"error: 4(?!29)\d\d|rejected|denied|not found|couldn't find|Authentication|could not read")
"""What git says of a remote that would refuse the same again."""
_SLOW = ("-c", "http.lowSpeedLimit=1", "-c", "http.lowSpeedTime=15")
"""Ends a connection that is silent for 15 seconds."""
TIMEOUT = 60.0
"""Seconds that a command may talk to the remote: git waits for ever for the rest of some broken answers."""


class GitError(HostError):
    """A git command that failed, with what it said."""


@dataclass(frozen=True, slots=True)
class Merge:
    """What git made of two commits: the merged tree, and the files in conflict, which it holds with markers."""

    tree: str
    conflicts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit: its hash, the address of its author, and the first line of its message."""

    name: str
    author: str
    subject: str


@dataclass(frozen=True, slots=True)
class Git:
    """The clone at `root` and its remote `origin`. Commits and trees are named by their hash."""

    root: Path
    patience: Patience = field(default_factory=Patience)
    timeout: float = TIMEOUT

    def fetch(self, *refs: str) -> None:
        """Fetch refs of the remote by their full names."""
        self._remote("fetch", "--quiet", "--no-tags", "origin", *refs)

    def remote_tip(self, branch: str) -> str:
        """Return the last commit of a branch of the remote, fetched; "" where there is no such branch."""
        ref = f"refs/heads/{branch}"
        if not (found := self._remote("ls-remote", "origin", ref).split()):
            return ""
        self.fetch(ref)
        return found[0]

    def remote_branches(self, prefix: str) -> dict[str, str]:
        """Return the branches of the remote that begin with a prefix, such as "intake/", with their last commits."""
        kept = f"refs/desk/{prefix}"
        self._remote("fetch", "--quiet", "--no-tags", "--prune", "origin", f"+refs/heads/{prefix}*:{kept}*")
        lines = self._run("for-each-ref", "--format=%(objectname) %(refname)", kept).splitlines()
        return {ref.removeprefix("refs/desk/"): commit for commit, ref in (line.split(" ", 1) for line in lines)}

    def commit(self, name: str) -> str:
        """Return the commit that a name stands for."""
        return self._run("rev-parse", "--verify", "--quiet", f"{name}^{{commit}}").strip()

    def base(self, one: str, other: str) -> str:
        """Return the commit that two histories share last."""
        return self._run("merge-base", one, other).strip()

    def log(self, since: str, until: str) -> list[Commit]:
        """Return the commits that `until` has and `since` lacks, newest first, without merges."""
        lines = self._run("log", "--no-merges", "--format=%H%x00%ae%x00%s", f"{since}..{until}").split("\n")
        return [Commit(*line.split("\0", 2)) for line in lines if line]

    def file(self, commit: str, path: str) -> bytes:
        """Return the content of a file in a commit; GitError where it has none."""
        return self._bytes("cat-file", "blob", f"{commit}:{path}")

    def merge(self, one: str, other: str) -> Merge:
        """Merge two commits line by line."""
        done = self._call(("merge-tree", "--write-tree", "--no-messages", "--name-only", "-z", one, other))
        if done.returncode not in (0, 1):
            raise GitError(f"git merge-tree: {done.stderr.decode(errors='replace')}")
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
        """Make a commit the last one of a branch of the remote, if its present one is `expected` ("": none).

        Where `commit` is "" the branch is deleted.
        """
        ref = f"refs/heads/{branch}"
        self._remote("push", "--quiet", f"--force-with-lease={ref}:{expected}", "origin", f"{commit}:{ref}")

    def _remote(self, *arguments: str) -> str:
        """Run a command that talks to the remote, after a few tries where it takes them."""
        return self.patience.retry(lambda: self._ask_remote(arguments))

    def _ask_remote(self, arguments: tuple[str, ...]) -> str:
        try:
            done = self._call(arguments, timeout=self.timeout)
        except subprocess.TimeoutExpired:
            raise GitError(f"git {arguments[0]}: no answer in {self.timeout:.0f} s", 0.0) from None
        said = done.stderr.decode(errors="replace")
        if done.returncode:
            raise GitError(f"git {arguments[0]}: {said}", None if _FINAL.search(said) else 0.0)
        return done.stdout.decode(errors="surrogateescape")

    def _run(self, *arguments: str, stdin: str = "", environment: dict[str, str] | None = None) -> str:
        return self._bytes(*arguments, stdin=stdin, environment=environment).decode(errors="surrogateescape")

    def _bytes(self, *arguments: str, stdin: str = "", environment: dict[str, str] | None = None) -> bytes:
        done = self._call(arguments, stdin, environment)
        if done.returncode:
            raise GitError(f"git {arguments[0]}: {done.stderr.decode(errors='replace')}")
        return done.stdout

    def _call(
        self,
        arguments: tuple[str, ...],
        stdin: str = "",
        environment: dict[str, str] | None = None,
        timeout: float | None = None,
    ) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(  # noqa: S603 - no shell; names that strangers choose never begin an argument
            ["git", "-c", "credential.helper=", "-c", f"credential.helper={_CREDENTIALS}", *_SLOW, *arguments],  # noqa: S607
            cwd=self.root,
            input=stdin.encode(),
            capture_output=True,
            check=False,
            timeout=timeout,
            env=os.environ | {"GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"} | (environment or {}),
        )


_NAMES = {"NAME": bot.NAME, "EMAIL": bot.EMAIL}
