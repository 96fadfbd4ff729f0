"""The seam to the code host, against a server that speaks HTTP."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from desk.api import ApiError, Client, pages


class _Host(BaseHTTPRequestHandler):
    """Answers as its `answers` say, and keeps what it was asked."""

    answers: dict[str, tuple[int, bytes]]
    asked: list[tuple[str, str, dict[str, str], bytes]]

    def _answer(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.asked.append((self.command, self.path, dict(self.headers), body))
        status, content = self.answers.get(self.path, (404, b'{"message": "Not Found"}'))
        self.send_response(status)
        self.end_headers()
        self.wfile.write(content)

    do_GET = do_POST = do_PATCH = _answer  # noqa: N815 - the names that http.server calls

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def host() -> Iterator[tuple[Client, type[_Host]]]:
    """A client and the server it talks to."""
    handler = type("Handler", (_Host,), {"answers": {}, "asked": []})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield (
        Client("https://kod.example", f"http://127.0.0.1:{server.server_port}", "ornek/bildirge", "gizli-anahtar"),
        handler,
    )
    server.shutdown()
    server.server_close()


def test_a_call_carries_the_token_and_the_payload(host):
    client, server = host
    server.answers["/repos/ornek/bildirge/issues"] = (201, b'{"number": 7}')
    assert client.call("POST", "issues", {"title": "İmzacı"}) == {"number": 7}
    ((command, _, headers, body),) = server.asked
    assert command == "POST"
    assert headers["Authorization"] == "Bearer gizli-anahtar"
    assert json.loads(body) == {"title": "İmzacı"}


def test_an_empty_answer_is_none(host):
    client, server = host
    server.answers["/repos/ornek/bildirge/x"] = (204, b"")
    assert client.call("PATCH", "x", {}) is None


@pytest.mark.parametrize(
    ("status", "content", "said"),
    [(403, b'{"message": "Resource not accessible"}', "403 Resource not accessible"), (502, b"<html>", "502")],
)
def test_a_refusal_says_what_the_host_says_and_not_the_token(host, status: int, content: bytes, said: str):
    client, server = host
    server.answers["/repos/ornek/bildirge/pulls"] = (status, content)
    with pytest.raises(ApiError, match=said) as caught:
        client.call("POST", "pulls", {})
    assert "gizli" not in str(caught.value) + repr(client)


def test_a_host_that_is_not_there_is_an_error_of_the_api():
    with pytest.raises(ApiError):
        Client("https://kod.example", "http://127.0.0.1:1", "ornek/bildirge", "").call("GET", "issues")


def test_pages_are_read_to_the_last(host):
    client, server = host
    first, second = list(range(100)), [100, 101]
    server.answers["/repos/ornek/bildirge/pulls?state=open&per_page=100&page=1"] = (200, json.dumps(first).encode())
    server.answers["/repos/ornek/bildirge/pulls?state=open&per_page=100&page=2"] = (200, json.dumps(second).encode())
    assert list(pages(client, "pulls?state=open")) == first + second
    assert len(server.asked) == 2
