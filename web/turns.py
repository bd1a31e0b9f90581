"""Requests take turns: so few are answered at once that each gets on, in the order they came."""

import asyncio

from starlette.types import ASGIApp, Message, Receive, Scope, Send

AT_ONCE = 4
"""While one computes, others wait for the database. More would share one core, each slower than alone,
and need more connections than the pool keeps open."""


class Turns:
    """Hands ``at_once`` requests on; the others wait. A turn ends when the answer begins to be sent."""

    def __init__(self, app: ASGIApp, *, at_once: int = AT_ONCE) -> None:
        self._app = app
        self._free = asyncio.Semaphore(at_once)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand the request on when it is its turn."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        await self._free.acquire()
        held = True

        def give_back() -> None:
            nonlocal held
            if held:
                held = False
                self._free.release()

        async def send_on(message: Message) -> None:
            give_back()
            await send(message)

        try:
            await self._app(scope, receive, send_on)
        finally:
            give_back()
