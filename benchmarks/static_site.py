"""``python -m benchmarks.static_site SITES PAGES``: news sites on loopback, one port each, in one process.

Each has a feed of ``/berita/N`` and answers conditional requests. Prints its ports, serves until its standard
input closes.
"""

import asyncio
import sys
from email.utils import formatdate
from itertools import cycle, islice

from benchmarks.corpus import build_corpus

_FEED = '<?xml version="1.0"?><rss version="2.0"><channel>{}</channel></rss>'


class NewsSite:
    """One site; ``pages`` are the bodies of its articles."""

    def __init__(self, pages: list[bytes]) -> None:
        self._pages = pages
        self._date = formatdate(usegmt=True)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer one connection's requests."""
        while head := await _head(reader):
            path = head.split(b" ", 2)[1].decode()
            writer.write(self._answer(path, head, port=writer.get_extra_info("sockname")[1]))
            await writer.drain()
        writer.close()

    def _answer(self, path: str, head: bytes, *, port: int) -> bytes:
        if path == "/feed" and b'"feed"' in head:
            return self._reply("304 Not Modified", b"", "application/rss+xml", mark="feed")
        if path == "/feed":
            links = (f"http://127.0.0.1:{port}/berita/{number}" for number in range(len(self._pages)))
            items = "".join(f"<item><link>{link}</link></item>" for link in links)
            return self._reply("200 OK", _FEED.format(items).encode(), "application/rss+xml", mark="feed")
        if not path.startswith("/berita/"):
            return self._reply("404 Not Found", b"", "text/plain")
        number = int(path.rsplit("/", 1)[1])
        if f'"{number}"'.encode() in head:
            return self._reply("304 Not Modified", b"", "text/html", mark=str(number))
        body = self._pages[number % len(self._pages)]
        return self._reply("200 OK", body, "text/html; charset=utf-8", mark=str(number))

    def _reply(self, status: str, body: bytes, content_type: str, *, mark: str | None = None) -> bytes:
        lines = [
            f"HTTP/1.1 {status}",
            f"Date: {self._date}",
            f"Content-Type: {content_type}",
            f"Content-Length: {len(body)}",
            *([f'ETag: "{mark}"'] if mark else ()),
        ]
        return "\r\n".join([*lines, "", ""]).encode() + body


async def _head(reader: asyncio.StreamReader) -> bytes:
    try:
        return await reader.readuntil(b"\r\n\r\n")
    except (asyncio.IncompleteReadError, ConnectionError):
        return b""


async def main(sites: int, pages: int) -> None:
    """Serve until the parent is gone."""
    bodies = [page.body for page in build_corpus(length=400).stream]
    site = NewsSite(list(islice(cycle(bodies), pages)))
    servers = [await asyncio.start_server(site.serve, "127.0.0.1", 0) for _ in range(sites)]
    print(*(server.sockets[0].getsockname()[1] for server in servers), flush=True)
    await asyncio.to_thread(sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(main(*map(int, sys.argv[1:])))
