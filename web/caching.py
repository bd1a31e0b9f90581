"""Pages kept for a moment: what many readers ask for is made once.

Only what is the same for everybody is kept: answers to GET without any cookie but the language's.
A kept page is shown as long as the store has not been written to, by the server's own counts of rows
written (they may lag a second), and for a minute at the longest.
Of several requests for a page that is not there one makes it, and the others wait for that.
"""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass

from cachetools import TTLCache
from starlette.concurrency import run_in_threadpool
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from models.errors import DatabaseUnavailableError
from storage.counts import rows_written
from storage.database import Database
from web.pages import COOKIE

Key = tuple[bytes, ...]
_LONGEST = 1_000_000
_KEPT_BYTES = 64_000_000
_SECONDS = 60.0
_ASK_EVERY = 1.0
_KEPT = ("text/html", "application/atom+xml")
_NEVER = ("/masuk", "/keluar", "/tinjau", "/langganan", "/static", "/api")


@dataclass(frozen=True, slots=True)
class _Kept:
    start: Message
    body: bytes
    state: int


class PageCache:
    """Keeps finished pages in memory, no more than 64 MB of them."""

    def __init__(
        self, app: ASGIApp, *, database: Database, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._app = app
        self._database = database
        self._clock = clock
        self._pages: TTLCache[Key, _Kept] = TTLCache(
            _KEPT_BYTES, _SECONDS, timer=clock, getsizeof=lambda kept: len(kept.body)
        )
        self._making: dict[Key, asyncio.Event] = {}
        self._state = 0
        self._asking = asyncio.Lock()
        self._asked = -_ASK_EVERY

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with a kept page, or have it made and keep it."""
        key = _key(scope)
        if key is None:
            await self._app(scope, receive, send)
            return
        try:
            state = await self._state_of_store()
        except DatabaseUnavailableError:
            # The application says it to the reader.
            await self._app(scope, receive, send)
            return
        kept = self._fresh(key, state)
        if kept is None and key in self._making:
            await self._making[key].wait()
            kept = self._fresh(key, state)
        if kept is not None:
            await send(kept.start)
            await send({"type": "http.response.body", "body": kept.body})
            return
        done = self._making.setdefault(key, asyncio.Event())
        try:
            await self._app(scope, receive, self._keeping(send, key, state, done))
        finally:
            self._let_on(key, done)

    def _fresh(self, key: Key, state: int) -> _Kept | None:
        kept = self._pages.get(key)
        return kept if kept is not None and kept.state == state else None

    def _let_on(self, key: Key, done: asyncio.Event) -> None:
        """Let those on who waited while somebody else's request made the same page."""
        if self._making.get(key) is done:
            del self._making[key]
        done.set()

    async def _state_of_store(self) -> int:
        """What the server has counted as written, asked once a second at most."""
        if self._clock() - self._asked < _ASK_EVERY:
            return self._state
        async with self._asking:
            if self._clock() - self._asked >= _ASK_EVERY:
                self._state = await run_in_threadpool(_written, self._database)
                self._asked = self._clock()
        return self._state

    def _keeping(self, send: Send, key: Key, state: int, done: asyncio.Event) -> Send:
        """A way to send that keeps a finished page of the right kind."""
        parts: list[bytes] = []
        first: list[Message] = []

        async def pass_on(message: Message) -> None:
            if message["type"] == "http.response.start" and _may_be_kept(message):
                first.append(message)
            elif message["type"] == "http.response.body" and first:
                parts.append(message.get("body", b""))
                size = sum(map(len, parts))
                if size > _LONGEST:
                    first.clear()
                elif not message.get("more_body", False):
                    self._pages[key] = _Kept(first[0], b"".join(parts), state)
                    self._let_on(key, done)
            await send(message)

        return pass_on


def _key(scope: Scope) -> Key | None:
    """What tells one kept page from another; None for requests that are not for everybody."""
    if scope["type"] != "http" or scope["method"] != "GET" or scope["path"].startswith(_NEVER):
        return None
    headers: list[tuple[bytes, bytes]] = scope["headers"]
    cookies = b";".join(value for name, value in headers if name == b"cookie")
    names = [one.strip() for one in cookies.split(b";") if one.strip()]
    if any(not one.startswith(f"{COOKIE}=".encode()) for one in names):
        return None
    host = next((value for name, value in headers if name == b"host"), b"")
    return scope["path"].encode(), scope["query_string"], host, b";".join(names)


def _may_be_kept(start: Message) -> bool:
    headers = dict(start["headers"])
    kind: bytes = headers.get(b"content-type", b"")
    plain = b"set-cookie" not in headers and b"no-store" not in headers.get(b"cache-control", b"")
    return start["status"] == 200 and plain and kind.decode("latin-1").startswith(_KEPT)


def _written(database: Database) -> int:
    with database.session() as session:
        return rows_written(session)
