"""WARC files as news crawlers write them, one gzip member a record."""

import gzip
from dataclasses import dataclass, field
from pathlib import Path

CRLF = "\r\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """One record; ``kind`` is its WARC type."""

    url: str
    body: bytes = b""
    status: str = "200 OK"
    kind: str = "response"
    date: str = "2024-01-09T03:00:00Z"
    headers: dict[str, str] = field(default_factory=lambda: {"Content-Type": "text/html; charset=utf-8"})

    def packed(self, number: int) -> bytes:
        content = self._content()
        head = CRLF.join(
            (
                "WARC/1.0",
                f"WARC-Type: {self.kind}",
                f"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{number:012}>",
                f"WARC-Date: {self.date}",
                f"WARC-Target-URI: {self.url}",
                f"Content-Type: application/http; msgtype={self.kind}",
                f"Content-Length: {len(content)}",
                CRLF,
            )
        )
        return gzip.compress(head.encode() + content + 2 * CRLF.encode(), 1)

    def _content(self) -> bytes:
        if self.kind == "request":
            return f"GET / HTTP/1.1{CRLF}Host: x{CRLF}{CRLF}".encode()
        lines = [f"HTTP/1.1 {self.status}", *(f"{name}: {value}" for name, value in self.headers.items())]
        return (CRLF.join(lines) + 2 * CRLF).encode() + self.body


def write_warc(path: Path, records: list[Recorded]) -> Path:
    path.write_bytes(b"".join(record.packed(number) for number, record in enumerate(records)))
    return path
