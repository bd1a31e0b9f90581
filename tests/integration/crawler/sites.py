"""A news site on loopback with every kind of trouble, built from the standard library."""

import gzip
import sys
import threading
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

MEBIBYTE = 1024 * 1024
TITLE = "Dinas Catat 41 Kasus Kekerasan Anak di Kota Contoh"
STORY = "".join(
    f"<p>{sentence}</p>"
    for sentence in (
        "Dinas mencatat 41 kasus kekerasan terhadap anak di Kota Contoh sepanjang tahun 2024 ini.",
        "Jumlah tersebut naik dari 36 kasus pada tahun sebelumnya, kata kepala dinas, Rabu (15/1/2025).",
        "“Sebagian besar pelakunya orang dekat,” ujarnya seusai rapat koordinasi di balai kota.",
    )
)


def article(*, title: str = TITLE, head: str = "", story: str = STORY) -> bytes:
    top = f"<title>{title}</title>{head}"
    return f"<!doctype html><html><head>{top}</head><body><h1>{title}</h1>{story}</body></html>".encode()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """One answer; ``stream`` sends that many mebibytes without saying so before."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    content_type: str | None = "text/html; charset=utf-8"
    stream: int = 0
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Request:
    path: str
    headers: Mapping[str, str]


Answer = Reply | Callable[[Request], Reply]


class Site(ThreadingHTTPServer):
    """Answers by path (with query); everything asked for is kept in ``asked``."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, answers: dict[str, Answer]) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.answers = answers
        self.asked: list[Request] = []
        self.sent = 0

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up early is part of the tests."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]

    @property
    def port(self) -> int:
        return int(self.server_address[1])

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def paths(self) -> list[str]:
        return [request.path for request in self.asked]

    def feed(self, *paths: str) -> None:
        items = "".join(
            f"<item><link>{self.base}{path}</link></item>".replace("&", "&amp;") for path in paths
        )
        rss = f'<?xml version="1.0"?><rss version="2.0"><channel>{items}</channel></rss>'
        self.answers["/feed"] = Reply(body=rss.encode(), content_type="application/rss+xml")


class _Handler(BaseHTTPRequestHandler):
    server: Site
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        request = Request(self.path, dict(self.headers.items()))
        self.server.asked.append(request)
        answer = self.server.answers.get(self.path, Reply(status=404))
        reply = answer if isinstance(answer, Reply) else answer(request)
        try:
            self._send(reply)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def _send(self, reply: Reply) -> None:
        self.send_response(reply.status)
        if reply.content_type:
            self.send_header("Content-Type", reply.content_type)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        if reply.stream:
            self._stream(reply.stream)
            return
        if "Content-Length" not in reply.headers and reply.status != 304:
            self.send_header("Content-Length", str(len(reply.body) + (100 if reply.cut else 0)))
        self.end_headers()
        self._write(reply.body)
        if reply.cut:
            self.close_connection = True

    def _stream(self, mebibytes: int) -> None:
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for _ in range(mebibytes * 16):
            chunk = b"<p>x</p>" * 8192
            self._write(b"%x\r\n%s\r\n" % (len(chunk), chunk))
        self._write(b"0\r\n\r\n")

    def _write(self, data: bytes) -> None:
        self.wfile.write(data)
        self.server.sent += len(data)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


@contextmanager
def served(answers: dict[str, Answer] | None = None) -> Iterator[Site]:
    site = Site(answers or {})
    threading.Thread(target=site.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield site
    finally:
        site.shutdown()
        site.server_close()


@cache
def gzip_bomb(mebibytes: int) -> bytes:
    """Zeros packed to a thousandth."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    block = bytes(MEBIBYTE)
    return b"".join(packer.compress(block) for _ in range(mebibytes)) + packer.flush()


def packed(body: bytes) -> Reply:
    return Reply(body=gzip.compress(body), headers={"Content-Encoding": "gzip"})


def redirect(location: str, status: int = 301) -> Reply:
    return Reply(status=status, headers={"Location": location})


def path_of(url: str) -> str:
    parts = urlsplit(url)
    return parts.path + (f"?{parts.query}" if parts.query else "")
