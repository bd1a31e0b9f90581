"""Requests take turns, and one of them makes a page for all who wait for it."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar, cast

import pytest
from starlette.types import Message, Receive, Scope, Send

from storage.database import Database
from web.caching import PageCache
from web.turns import Turns

T = TypeVar("T")


def to_end(work: Coroutine[Any, Any, T]) -> T:
    """Run in a thread of its own: a browser of another test may have left its loop in this one."""
    with ThreadPoolExecutor(1) as threads:
        return threads.submit(asyncio.run, work).result()


class Slow:
    """An application whose answers wait until they are let go; it counts who is inside and who came."""

    def __init__(self, *, status: int = 200) -> None:
        self.inside = self.most = self.came = 0
        self.go = asyncio.Event()
        self._status = status

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.came += 1
        self.inside += 1
        self.most = max(self.most, self.inside)
        await self.go.wait()
        self.inside -= 1
        kind = [(b"content-type", b"text/html")]
        await send({"type": "http.response.start", "status": self._status, "headers": kind})
        await asyncio.sleep(0)
        await send({"type": "http.response.body", "body": b"halaman"})


def scope(path: str = "/") -> Scope:
    return {"type": "http", "method": "GET", "path": path, "query_string": b"", "headers": []}


async def receive() -> Message:
    return {"type": "http.request"}


async def asked(app: object, number: int, slow: Slow, path: str = "/") -> list[bytes]:
    """What so many requests at once are answered with."""
    bodies: list[bytes] = []

    async def send(message: Message) -> None:
        if message["type"] == "http.response.body":
            bodies.append(message["body"])

    tasks = [asyncio.create_task(app(scope(path), receive, send)) for _ in range(number)]  # type: ignore[operator]
    for _ in range(20):
        await asyncio.sleep(0.001)
    slow.go.set()
    await asyncio.wait_for(asyncio.gather(*tasks), 5)
    return bodies


def test_no_more_are_answered_at_once_than_there_are_turns() -> None:
    async def run() -> Slow:
        slow = Slow()
        assert len(await asked(Turns(slow, at_once=2), 7, slow)) == 7
        return slow

    slow = to_end(run())
    assert (slow.came, slow.most, slow.inside) == (7, 2, 0)


def test_a_turn_that_fails_is_given_back() -> None:
    async def broken(scope: Scope, receive: Receive, send: Send) -> None:
        raise ZeroDivisionError

    async def run() -> None:
        turns = Turns(broken, at_once=1)
        for _ in range(3):
            with pytest.raises(ZeroDivisionError):
                await asyncio.wait_for(turns(scope(), receive, cast("Send", None)), 1)

    to_end(run())


@pytest.mark.parametrize(("status", "made"), [(200, 1), (404, 6)])
def test_one_request_makes_a_page_for_all_who_wait(
    monkeypatch: pytest.MonkeyPatch, status: int, made: int
) -> None:
    monkeypatch.setattr("web.caching._written", lambda database: 1)

    async def run() -> Slow:
        slow = Slow(status=status)
        cache = PageCache(slow, database=cast("Database", None))
        assert await asked(cache, 6, slow) == [b"halaman"] * 6
        return slow

    assert to_end(run()).came == made
