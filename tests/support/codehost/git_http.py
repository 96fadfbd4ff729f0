"""git over HTTP: `git http-backend` behind the credentials of the code host."""

import base64
import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass

from support.codehost.access import Token
from support.codehost.host import CodeHost

_LONGEST_PUSH = 60
"""Seconds."""


@dataclass
class GitCall:
    """A request of git; `path` is below the repository: "info/refs", "git-upload-pack" or "git-receive-pack"."""

    method: str
    path: str
    query: str
    headers: Mapping[str, str]
    body: bytes

    @property
    def pushes(self) -> bool:
        """Whether it is part of a push."""
        return self.path == "git-receive-pack" or "service=git-receive-pack" in self.query


@dataclass
class GitReply:
    """A reply to git."""

    status: int
    headers: dict[str, str]
    body: bytes


def answer(host: CodeHost, call: GitCall) -> GitReply:
    """Return the reply to git: all may read a public repository, and those permitted may push to it."""
    known, token = _token(host, call.headers.get("Authorization", ""))
    if (token is None and (call.pushes or host.private)) or not known:
        return GitReply(401, {"WWW-Authenticate": 'Basic realm="GitHub"'}, b"")
    if token and not token.may("contents", "write" if call.pushes else "read") and (call.pushes or host.private):
        said = f"Permission to {host.repository}.git denied to {token.login}."
        return GitReply(403, {"Content-Type": "text/plain"}, said.encode())
    return _backend(host, call, token.login if token else "")


def _token(host: CodeHost, authorization: str) -> tuple[bool, Token | None]:
    """Return whether the credentials are good, and whose they are; None for a stranger."""
    if not authorization:
        return True, None
    kind, _, value = authorization.partition(" ")
    user, _, password = base64.b64decode(value).decode().partition(":")
    token = host.tokens.get(password) if (kind, user) == ("Basic", "x-access-token") else None
    return token is not None, token


def _backend(host: CodeHost, call: GitCall, login: str) -> GitReply:
    """Run the CGI program of git (git-http-backend(1))."""
    environment = {
        **os.environ,
        "GIT_PROJECT_ROOT": str(host.folder.parent),
        "GIT_HTTP_EXPORT_ALL": "1",
        "PATH_INFO": f"/{host.folder.name}/{call.path}",
        "REQUEST_METHOD": call.method,
        "QUERY_STRING": call.query,
        "CONTENT_TYPE": call.headers.get("Content-Type", ""),
        "CONTENT_LENGTH": str(len(call.body)),
        "HTTP_CONTENT_ENCODING": call.headers.get("Content-Encoding", ""),
        "GIT_PROTOCOL": call.headers.get("Git-Protocol", ""),
        "REMOTE_USER": login,
        "REMOTE_ADDR": "127.0.0.1",
    }
    command = ["git", "http-backend"]
    done = subprocess.run(
        command, input=call.body, env=environment, capture_output=True, timeout=_LONGEST_PUSH, check=False
    )
    head, _, body = done.stdout.partition(b"\r\n\r\n")
    headers = dict(line.split(": ", 1) for line in head.decode().split("\r\n") if line)
    return GitReply(int(headers.pop("Status", "200").split()[0]), headers, body)
