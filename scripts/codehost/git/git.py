"""Commits read and written without a checkout: the content of untrusted branches is only data."""

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from codehost.client.failures import Patience
from codehost.client.host import BOT, BOT_EMAIL
from codehost.git.git_command import TIMEOUT, GitError, run_git
from source.files import MAX_BYTES, too_large


@dataclass(frozen=True, slots=True)
class Merge:
    """A merge of two commits: the merged tree, and the files in conflict, which contain markers in it."""

    tree: str
    conflicts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit: its hash, whether the workflows made it, and the first line of its message."""

    name: str
    ours: bool
    subject: str


@dataclass(frozen=True, slots=True)
class Git:
    """The clone at `root` and its remote `origin`. Commits and trees are named by their hash."""

    root: Path
    patience: Patience
    timeout: float = TIMEOUT

    def fetch(self, *refs: str) -> None:
        """Fetch refs of the remote by their full names."""
        self._remote("fetch", "--quiet", "--no-tags", "origin", *refs)

    def remote_tip(self, branch: str) -> str:
        """Fetch a branch of the remote and return its last commit; "" if there is no such branch."""
        ref = f"refs/heads/{branch}"
        if not (found := self._remote("ls-remote", "origin", ref).split()):
            return ""
        self.fetch(ref)
        return found[0]

    def log_branches(self, since: str, prefix: str) -> list[Commit]:
        """Return the commits of the remote's branches with a prefix, such as "intake/", as `log` does."""
        kept = f"refs/desk/{prefix}"
        self._remote("fetch", "--quiet", "--no-tags", "--prune", "origin", f"+refs/heads/{prefix}*:{kept}*")
        return self._log("--no-merges", f"^{since}", f"--glob={kept}*")

    def commit(self, name: str) -> str:
        """Return the hash of a commit by its name."""
        return self._run("rev-parse", "--verify", "--quiet", f"{name}^{{commit}}").strip()

    def at(self, commit: str) -> Commit:
        """Return one commit, which may be a merge."""
        return self._log("--max-count=1", commit)[0]

    def base(self, one: str, other: str) -> str:
        """Return the merge base of two commits."""
        return self._run("merge-base", one, other).strip()

    def log(self, since: str, until: str, *options: str) -> list[Commit]:
        """Return the commits of `until` that are not in `since`, newest first, without merges; `options` are git's."""
        return self._log("--no-merges", *options, f"{since}..{until}")

    def changed(self, one: str, other: str) -> tuple[str, ...]:
        """Return the files in which two commits differ."""
        names = self._run("diff-tree", "-r", "-z", "--name-only", "--no-renames", one, other)
        return tuple(names.rstrip("\0").split("\0")) if names else ()

    def file(self, commit: str, path: str) -> bytes:
        """Return the content of a file in a commit; GitError if there is none, SourceError if it is too large."""
        if int(self._run("cat-file", "-s", f"{commit}:{path}")) > MAX_BYTES:
            raise too_large(path)
        return run_git(self.root, ("cat-file", "blob", f"{commit}:{path}"))

    def merge(self, one: str, other: str) -> Merge:
        """Merge two commits line by line."""
        command = ("merge-tree", "--write-tree", "--no-messages", "--name-only", "-z", one, other)
        output = run_git(self.root, command, fine=(0, 1))  # 1: there are conflicts
        tree, *names = output.decode(errors="surrogateescape").rstrip("\0").split("\0")
        return Merge(tree, tuple(names))

    def write(self, tree: str, path: str, content: str, message: str, parents: list[str]) -> str:
        """Commit a tree with one file changed, as the workflows' account, and return the commit."""
        blob = self._run("hash-object", "-w", "--stdin", content=content).strip()
        with tempfile.TemporaryDirectory() as folder:
            index = {"GIT_INDEX_FILE": str(Path(folder) / "index")}
            self._run("read-tree", tree, environment=index)
            self._run("update-index", "--add", "--cacheinfo", f"100644,{blob},{path}", environment=index)
            changed = self._run("write-tree", environment=index).strip()
        ours = {"NAME": BOT, "EMAIL": BOT_EMAIL}
        names = {f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER") for what, value in ours.items()}
        onto = [argument for parent in parents for argument in ("-p", parent)]
        return self._run("commit-tree", changed, *onto, "-m", message, environment=names).strip()

    def push(self, commit: str, branch: str, expected: str) -> None:
        """Move a branch of the remote to a commit if its present commit is `expected` ("": none).

        If `commit` is "", delete the branch. A push that arrived counts as done even if its answer was lost and the
        retry was refused.
        """
        ref = f"refs/heads/{branch}"
        try:
            self._remote("push", "--quiet", f"--force-with-lease={ref}:{expected}", "origin", f"{commit}:{ref}")
        except GitError:
            if self.remote_tip(branch) != commit:
                raise

    def _log(self, *which: str) -> list[Commit]:
        lines = self._run("log", "--format=%H%x00%ae%x00%s", *which).split("\n")
        parts = (line.split("\0", 2) for line in lines if line)
        return [Commit(name, author == BOT_EMAIL, subject) for name, author, subject in parts]

    def _remote(self, *arguments: str) -> str:
        """Run a command that accesses the remote, with retries."""
        output = self.patience.retry(lambda: run_git(self.root, arguments, timeout=self.timeout))
        return output.decode(errors="surrogateescape")

    def _run(self, *arguments: str, content: str = "", environment: Mapping[str, str] | None = None) -> str:
        return run_git(self.root, arguments, content, environment).decode(errors="surrogateescape")
