"""How git is run: with the workflow's token, in plain English, and never for ever."""

import os
import re
import signal
import subprocess
from collections.abc import Mapping
from pathlib import Path

from codehost.client.host import GIT_USER
from codehost.client.retries import HostError

TIMEOUT = 60.0
"""Seconds; git waits without end for the rest of some broken answers."""
_CREDENTIALS = f'!f() {{ echo username={GIT_USER}; echo "password=$GITHUB_TOKEN"; }}; f'
"""Hands the workflow's token to git from the environment, so that it stands in no file and no command line."""
_SETTINGS = (
    "credential.helper=",
    f"credential.helper={_CREDENTIALS}",
    "http.lowSpeedLimit=1",
    "http.lowSpeedTime=15",  # seconds of silence after which a connection is over
)
_ENVIRONMENT = {"GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
_FINAL = re.compile(r"error: 4(?!29)\d\d|rejected|denied|not found|couldn't find|Authentication|could not read")
"""What git says of a remote that would refuse the same again."""


class GitError(HostError):
    """A git command that failed, with what it said."""

    @property
    def overtaken(self) -> bool:
        """Whether a push was refused because somebody else has pushed meanwhile."""
        return "stale info" in str(self)

    @classmethod
    def said(cls, command: str, said: str) -> "GitError":
        """Return the failure of a command; where the remote may do better the next time, it may be tried again."""
        return cls(f"git {command}: {said}", None if _FINAL.search(said) else 0.0)


def run_git(
    root: Path,
    arguments: tuple[str, ...],
    content: str = "",
    environment: Mapping[str, str] | None = None,
    timeout: float = TIMEOUT,
) -> bytes:
    """Run git in a folder and return its output; GitError where it fails or takes too long."""
    code, output, errors = call_git(root, arguments, content, environment, timeout)
    if code:
        raise GitError.said(arguments[0], errors)
    return output


def call_git(
    root: Path,
    arguments: tuple[str, ...],
    content: str = "",
    environment: Mapping[str, str] | None = None,
    timeout: float = TIMEOUT,
) -> tuple[int, bytes, str]:
    """Run git in a folder and return its exit code, its output and what it said; GitError where it takes too long."""
    settings = [word for setting in _SETTINGS for word in ("-c", setting)]
    with subprocess.Popen(  # noqa: S603 - no shell; names that strangers choose never begin an argument
        ["git", *settings, *arguments],  # noqa: S607
        cwd=root,
        env={**os.environ, **_ENVIRONMENT, **(environment or {})},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,  # its helpers are ended with it
    ) as process:
        try:
            output, errors = process.communicate(content.encode(), timeout)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            raise GitError.said(arguments[0], f"no end after {timeout:.0f} s") from None
    return process.returncode, output, errors.decode(errors="replace")
