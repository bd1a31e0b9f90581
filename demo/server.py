"""HTTP for one demo site: conditional requests, compression, HEAD, the log."""

import gzip
from collections.abc import Callable
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlsplit

from demo.answers import Answer, Request
from demo.dates import http_date, parse_http_date
from demo.newspaper import Newspaper

_SMALLEST_COMPRESSED = 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """A site, the edition it publishes now, and where its requests are noted."""

    paper: Newspaper
    edition: Callable[[], int]
    log: Callable[[str, str, int, int], None]


class SiteServer(ThreadingHTTPServer):
    """One site on one loopback port."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, desk: Desk, *, port: int) -> None:
        self.desk = desk
        super().__init__(("127.0.0.1", port), SiteHandler)
        self.base = f"http://127.0.0.1:{self.server_address[1]}"


class SiteHandler(BaseHTTPRequestHandler):
    """Answers GET and HEAD for one site."""

    server: SiteServer
    protocol_version = "HTTP/1.1"
    timeout = 30

    def version_string(self) -> str:
        """What the Server header tells: nothing about Python."""
        return "Ruang-Redaksi"

    def do_GET(self) -> None:
        """Answer with the page."""
        self._answer()

    def do_HEAD(self) -> None:
        """Answer with the page's headers."""
        self._answer()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing on standard error; the newsroom keeps its own log."""

    def _answer(self) -> None:
        desk, parts = self.server.desk, urlsplit(self.path)
        query = dict(parse_qsl(parts.query, keep_blank_values=True))
        request = Request(path=parts.path, query=query, edition=desk.edition(), base=self.server.base)
        answer = desk.paper.answer(request)
        status = 304 if self._is_known(answer) else answer.status
        body = b"" if status == 304 or self.command == "HEAD" else self._packed(answer)
        # Noted before it is sent, so that a client that has its answer finds it in the log.
        desk.log(desk.paper.site.outlet, self.path, status, len(body))
        self._send(answer, status=status, body=body)

    def _is_known(self, answer: Answer) -> bool:
        """RFC 9110 13.2.2: If-None-Match decides alone where it is present."""
        if answer.status != 200:
            return False
        tags = self.headers.get("If-None-Match")
        if tags is not None and answer.etag is not None:
            return tags.strip() == "*" or answer.etag in _tags(tags)
        since = parse_http_date(self.headers.get("If-Modified-Since"))
        return since is not None and answer.modified is not None and answer.modified <= since

    def _packed(self, answer: Answer) -> bytes:
        return gzip.compress(answer.body, mtime=0) if self._compresses(answer) else answer.body

    def _compresses(self, answer: Answer) -> bool:
        is_text = answer.content_type.startswith("text/") and len(answer.body) > _SMALLEST_COMPRESSED
        return is_text and "gzip" in self.headers.get("Accept-Encoding", "")

    def _send(self, answer: Answer, *, status: int, body: bytes) -> None:
        self.send_response(status)
        for name, value in self._headers_of(answer, status=status).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def _headers_of(self, answer: Answer, *, status: int) -> dict[str, str]:
        headers = {**answer.headers, "Vary": "Accept-Encoding"}
        if answer.etag:
            headers["ETag"] = answer.etag
        if answer.modified:
            headers["Last-Modified"] = http_date(answer.modified)
        if status == 304:
            return headers
        if self._compresses(answer):
            headers["Content-Encoding"] = "gzip"
        length = str(len(self._packed(answer)))
        return {**headers, "Content-Type": answer.content_type, "Content-Length": length}


def _tags(header: str) -> set[str]:
    return {tag.strip().removeprefix("W/") for tag in header.split(",")}
