"""Visits to servers that are well, ill or hostile. They speak TLS on this machine; no test leaves it."""

import ssl
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count

import pytest
import trustme

from codehost.evidence_links.visit import REDIRECTS, Network, Trouble, is_public, visit

HOST = "kanit.example"
DEADLINE = 1.0


class _Page(BaseHTTPRequestHandler):
    """Answers every path as its first part says."""

    seen: list[str]

    def do_GET(self) -> None:
        self.seen.append(self.path)
        kind, _, rest = self.path.lstrip("/").partition("/")
        getattr(self, f"_{kind}")(rest)

    def _status(self, code: str) -> None:
        self.send_response(int(code))
        self.end_headers()

    def _to(self, target: str) -> None:
        self.send_response(302)
        self.send_header("Location", self.server.targets[target])  # type: ignore[attr-defined]
        self.end_headers()

    def _loop(self, number: str) -> None:
        self.send_response(301)
        self.send_header("Location", f"/loop/{int(number) + 1}")
        self.end_headers()

    def _turkish(self, rest: str) -> None:
        self._status("200" if rest == "a%C4%9F%20%C5%9Fehir?q=%C4%B1" else "404")

    def _endless(self, _: str) -> None:
        self.send_response(200)
        self.end_headers()
        for _ in count():
            self.wfile.write(b"x" * 65_536)

    def _slow(self, _: str) -> None:
        """Send a header that never ends, a byte at a time."""
        self.wfile.write(b"HTTP/1.1 200 OK\r\nX: ")
        for _ in range(100):
            time.sleep(DEADLINE / 5)
            self.wfile.write(b"x")
            self.wfile.flush()

    def _garbage(self, _: str) -> None:
        self.wfile.write(b"\x00\xff not http\r\n\r\n")

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    targets: dict[str, str]

    def handle_error(self, *_: object) -> None:
        """Visitors hang up early; that is meant."""


@pytest.fixture(scope="module")
def server() -> Iterator[tuple[_Server, trustme.CA]]:
    authority = trustme.CA()
    server = _Server(("127.0.0.1", 0), type("Page", (_Page,), {"seen": []}))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(HOST, "baska.example").configure_cert(context)
    server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    server.targets = {
        "fine": "https://baska.example/turkish/ağ şehir?q=ı".encode().decode("latin-1"),
        "plain": "http://kanit.example/status/200",
        "file": "file:///etc/passwd",
        "inside": "https://ic.example/status/200",
        "port": "https://kanit.example:8443/status/200",
        "nowhere": "https://[/",
        "break": "https://kanit.example/status/200\x01x",
    }
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield server, authority
    server.shutdown()
    server.server_close()


@pytest.fixture
def network(server: tuple[_Server, trustme.CA]) -> Network:
    """A network in which every name leads to the server, but ic.example inside."""
    context = ssl.create_default_context()
    server[1].configure_trust(context)
    return Network(
        agent="ornek-ziyaretci (+https://kod.example)",
        resolve=lambda host: ["10.0.0.1"] if host == "ic.example" else ["127.0.0.1"],
        admit=lambda address: address == "127.0.0.1",
        tls=context,
        port=server[0].server_port,
        deadline=DEADLINE,
    )


@pytest.mark.parametrize(
    ("path", "trouble"),
    [
        ("status/200", None),
        ("status/204", None),
        ("status/404", "gone"),
        ("status/410", "gone"),
        ("status/403", "refused"),
        ("status/429", "refused"),
        ("status/500", "error"),
        ("status/304", "error"),
        ("to/fine", None),
        ("to/plain", "insecure"),
        ("to/file", "insecure"),
        ("to/port", "insecure"),
        ("to/inside", "private"),
        ("to/nowhere", "unreachable"),
        ("loop/0", "redirects"),
        ("endless", None),
        ("slow", "unreachable"),
        ("garbage", "unreachable"),
    ],
)
def test_a_visit_ends_soon_and_says_how(network: Network, path: str, trouble: Trouble | None):
    start = time.monotonic()
    assert visit(f"https://{HOST}/{path}#bolum", network) == trouble
    assert time.monotonic() - start < 10 * DEADLINE


def test_redirects_are_counted(server: tuple[_Server, trustme.CA], network: Network):
    seen = server[0].RequestHandlerClass.seen
    seen.clear()
    visit(f"https://{HOST}/loop/0", network)
    assert len(seen) == REDIRECTS + 1


def test_a_certificate_of_another_name_is_refused(network: Network):
    assert visit("https://sahte.example/status/200", network) == "unreachable"


def test_a_name_that_leads_nowhere(network: Network):
    def fail(_: str) -> list[str]:
        raise OSError

    assert visit(f"https://{HOST}/status/200", _with(network, fail)) == "unreachable"
    assert visit(f"https://{HOST}/status/200", _with(network, lambda _: [])) == "private"


def test_one_private_address_among_public_ones_is_enough(server: tuple[_Server, trustme.CA], network: Network):
    seen = server[0].RequestHandlerClass.seen
    seen.clear()
    assert visit(f"https://{HOST}/status/200", _with(network, lambda _: ["127.0.0.1", "10.0.0.1"])) == "private"
    assert seen == []


def test_the_machine_itself_is_not_visited():
    """The network as it is in earnest, against a name that leads here."""
    assert visit("https://localhost/", Network(agent="x")) == "private"


@pytest.mark.parametrize(
    "url", ["https://", "https:///x", "ftp://a.example", "http://a.example", "https://a.example:0"]
)
def test_what_is_no_address_of_a_page_is_not_asked(network: Network, url: str):
    assert visit(url, network) in {"insecure", "unreachable"}


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.215.14", True),
        ("8.8.8.8", True),
        ("127.0.0.1", False),
        ("0.0.0.1", False),
        ("10.1.2.3", False),
        ("100.64.0.1", False),
        ("169.254.169.254", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("192.0.0.1", False),
        ("192.0.2.1", False),
        ("198.18.0.1", False),
        ("224.0.0.1", False),
        ("240.0.0.1", False),
        ("255.255.255.255", False),
    ],
)
def test_public_addresses(address: str, *, public: bool):
    assert is_public(address) is public


def _with(network: Network, resolve: Callable[[str], list[str]]) -> Network:
    return Network(network.agent, resolve, network.admit, network.tls, network.port, network.deadline)
