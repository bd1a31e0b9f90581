"""How often one address may ask the API."""

import math
import time

from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send

_LIMITED = "/api/"


class RateLimit:
    """Answers 429 to an address that asked the API too often within the last minute.

    The count is this process's own. Behind a proxy the server must be told to trust it
    (uvicorn's ``forwarded_allow_ips``), or everybody shares the proxy's address.
    """

    def __init__(self, app: ASGIApp, *, per_minute: int) -> None:
        self._app = app
        self._allowed = RateLimitItemPerMinute(per_minute)
        self._window = MovingWindowRateLimiter(MemoryStorage())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand the request on, or refuse it and say when to come back."""
        if scope["type"] != "http" or not scope["path"].startswith(_LIMITED):
            await self._app(scope, receive, send)
            return
        client = scope.get("client")
        asker = client[0] if client else "unknown"
        if self._window.hit(self._allowed, asker):
            await self._app(scope, receive, send)
            return
        seconds = self._window.get_window_stats(self._allowed, asker).reset_time - time.time()
        refusal = JSONResponse(
            {"detail": "Too many questions from this address; come back later."},
            status_code=429,
            headers={"Retry-After": str(max(1, math.ceil(seconds)))},
        )
        await refusal(scope, receive, send)
