"""The server of the stand-in: REST below /api/v3, git below the repository's own address, on one port."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import parse_qsl, unquote, urlsplit

from support.codehost import git_http, issues, pulls, rest, settings  # noqa: F401 - the endpoints register themselves
from support.codehost.faults import Fault
from support.codehost.host import Call, CodeHost
from support.codehost.replies import Reply

_LONGEST_SILENCE = 30
"""The most seconds that a call hangs, if a test does not end it."""
_PROTECTED = """\
#!/bin/sh
case "$1" in refs/heads/main|refs/pull/*) echo "GH006: Protected branch update failed for $1." >&2; exit 1;; esac
"""
"""The hook `update`, which runs for pushes over HTTP alone: what people do in a browser goes past it."""


@contextmanager
def serve(folder: Path) -> Iterator[CodeHost]:
    """Serve the bare repository at `folder` on a free port while the block runs."""
    (folder / "hooks").mkdir(exist_ok=True)
    (folder / "hooks" / "update").write_text(_PROTECTED, encoding="utf-8")
    (folder / "hooks" / "update").chmod(0o755)
    with _Server(("127.0.0.1", 0), _Handler) as http:
        http.host = host = CodeHost(folder, f"http://127.0.0.1:{http.server_port}")
        thread = Thread(target=http.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        try:
            yield host
        finally:
            host.faults.over.set()
            http.shutdown()
            thread.join()


class _Server(ThreadingHTTPServer):
    def handle_error(self, *about: object) -> None:
        """Ignore clients that did not wait for the reply; other errors of the stand-in are shown."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(*about)


class _Handler(BaseHTTPRequestHandler):
    """Routes requests to REST or git, and applies faults."""

    protocol_version = "HTTP/1.1"

    def _answer(self) -> None:
        host, parts, body = self.server.host, urlsplit(self.path), self._body()
        api, git = f"/api/v3/repos/{host.repository}/", (f"/{host.repository}.git/", f"/{host.repository}/")
        if parts.path == api.removesuffix("/"):
            self._rest(host, "", parts.query, body)
        elif parts.path.startswith(api) and parts.path != api:
            self._rest(host, parts.path.removeprefix(api), parts.query, body)
        elif root := next((root for root in git if parts.path.startswith(root)), ""):
            call = git_http.GitCall(self.command, parts.path.removeprefix(root), parts.query, self.headers, body)
            self._git(host, call)
        else:
            self._send(404, {}, b'{"message": "Not Found"}')

    do_GET = do_POST = do_PATCH = do_PUT = do_DELETE = _answer  # noqa: N815 - the names that http.server calls

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def _rest(self, host: CodeHost, path: str, query: str, body: bytes) -> None:
        secret = self.headers.get("Authorization", "").removeprefix("Bearer ")
        token, payload = host.tokens.get(secret), json.loads(body) if body else None
        call = Call(self.command, unquote(path), dict(parse_qsl(query)), payload, token)
        host.calls.append(call)
        fault = host.faults.of(call.method, call.path)
        if fault and not fault.done:
            self._fail(call, fault, Reply(200, {}))
            return
        with host.lock:
            host.sync()
            reply = Reply(401, {"message": "Bad credentials"}) if secret and not token else rest.answer(host, call)
        call.status = reply.status
        if fault:
            self._fail(call, fault, reply)
        else:
            self._send(reply.status, reply.headers, _encoded(reply.content))

    def _git(self, host: CodeHost, call: git_http.GitCall) -> None:
        path = "git-receive-pack" if call.pushes else "git-upload-pack"
        noted = Call(call.method, path, {}, None, None)
        host.calls.append(noted)
        fault = host.faults.of(call.method, path)
        reply = None if fault and not fault.done else git_http.answer(host, call)
        if fault:
            self._fail(noted, fault, Reply(200, "0000"))
        elif reply:
            noted.status = reply.status
            self._send(reply.status, reply.headers, reply.body)

    def _fail(self, call: Call, fault: Fault, reply: Reply) -> None:
        """Reply as a fault requires."""
        if fault.kind == "status":
            call.status = call.status or fault.status
            self._send(fault.status, fault.headers, _encoded({"message": fault.message}))
            return
        if fault.kind == "hang":
            self.server.host.faults.over.wait(_LONGEST_SILENCE)
        if fault.kind == "truncate":
            content = _encoded(reply.content)
            self._send(reply.status, {}, content[: len(content) // 2])
        self.close_connection = True

    def _send(self, status: int, headers: dict[str, str], body: bytes) -> None:
        self.send_response(status)
        for name, value in ({"Content-Type": "application/json; charset=utf-8"} | headers).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _body(self) -> bytes:
        """Return the body of the request, which git sends in chunks where it is long."""
        if self.headers.get("Transfer-Encoding", "") != "chunked":
            return self.rfile.read(int(self.headers.get("Content-Length", 0)))
        chunks = []
        while size := int(self.rfile.readline(), 16):
            chunks.append(self.rfile.read(size))
            self.rfile.readline()
        self.rfile.readline()
        return b"".join(chunks)


def _encoded(content: object) -> bytes:
    return b"" if content is None else json.dumps(content).encode()
