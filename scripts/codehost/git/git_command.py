"""A runner of git commands, with the workflow's token, English messages and a timeout."""

import os
import re
import signal
import subprocess
from collections.abc import Mapping
from pathlib import Path

from codehost.client.failures import HostError
from codehost.client.host import GIT_USER

TIMEOUT = 60.0
"""Seconds; git has no timeout of its own for some incomplete answers."""
_CREDENTIALS = f'!f() {{ echo username={GIT_USER}; echo "password=$GITHUB_TOKEN"; }}; f'
"""Passes the workflow's token to git from the environment, so that it is not in a file or a command line."""
_SETTINGS = (
    "credential.helper=",
    f"credential.helper={_CREDENTIALS}",
    "http.lowSpeedLimit=1",
    "http.lowSpeedTime=15",  # seconds of silence after which a connection is over
)
_ENVIRONMENT = {"GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
_FINAL = re.compile(r"error: 4(?!29)\d\d|rejected|denied|not found|couldn't find|Authentication|could not read")
"""Messages of git about a remote that would refuse a retry."""


class GitError(HostError):
    """Raised for a failed git command, with its message; it may be retried unless the remote would refuse it again."""

    def __init__(self, command: str, said: str) -> None:
        super().__init__(f"git {command}: {said}", None if _FINAL.search(said) else 0.0)


def run_git(  # noqa: PLR0913 - the parts of a command
    root: Path,
    arguments: tuple[str, ...],
    content: str = "",
    environment: Mapping[str, str] | None = None,
    *,
    timeout: float = TIMEOUT,
    fine: tuple[int, ...] = (0,),
) -> bytes:
    """Run git in a folder and return its output; GitError if its exit code is not `fine` or it takes too long."""
    settings = [word for setting in _SETTINGS for word in ("-c", setting)]
    with subprocess.Popen(  # noqa: S603 - no shell; untrusted names never begin an argument
        ["git", *settings, *arguments],  # noqa: S607
        cwd=root,
        env={**os.environ, **_ENVIRONMENT, **(environment or {})},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,  # its child processes are ended with it
    ) as process:
        try:
            output, errors = process.communicate(content.encode(), timeout)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            raise GitError(arguments[0], f"no end after {timeout:.0f} s") from None
    if process.returncode not in fine:
        raise GitError(arguments[0], errors.decode(errors="replace"))
    return output
