"""Headers and refusals that every answer gets."""

from urllib.parse import parse_qsl, urlencode

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self' data:; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
WITH_SCRIPT = HEADERS["Content-Security-Policy"] + "; script-src 'self'"
"""The policy of the one page that brings a script of its own."""
_LONGEST_QUERY = 4000
_LONGEST_BODY = 65_536
_LOGGED_IN = (b"kawal=", b"__Host-kawal=")


class SecurityHeaders:
    """Adds the headers that keep browsers from doing more than showing pages."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand the request on, and the answer back with the headers."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                if _names_a_session(scope):
                    headers["Cache-Control"] = "no-store"
            await send(message)

        await self._app(scope, receive, send_with_headers)


def _names_a_session(scope: Scope) -> bool:
    cookies = b";".join(value for name, value in scope["headers"] if name == b"cookie")
    return any(one.strip().startswith(_LOGGED_IN) for one in cookies.split(b";"))


class SmallBodies:
    """Refuses bodies that no form of ours sends, before they are read."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand the request on, or answer 413 (too long) or 411 (length not said)."""
        headers = dict(scope.get("headers", ()))
        length: bytes = headers.get(b"content-length", b"0")
        if not length.isdigit() or int(length) > _LONGEST_BODY:
            await PlainTextResponse("Too long.", status_code=413)(scope, receive, send)
        elif b"transfer-encoding" in headers:
            await PlainTextResponse("Say how long it is.", status_code=411)(scope, receive, send)
        else:
            await self._app(scope, receive, send)


class CleanQuery:
    """Leaves out blank filters, which forms send too, and refuses what no filter can hold.

    PostgreSQL text has no null character; an endless query is an attack or a mistake.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand the request on with a clean query, or answer 400."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        query: bytes = scope["query_string"]
        pairs = parse_qsl(query.decode("latin-1")) if len(query) <= _LONGEST_QUERY else None
        if pairs is None or any("\0" in part for pair in pairs for part in pair) or "\0" in scope["path"]:
            await PlainTextResponse("Bad request.", status_code=400)(scope, receive, send)
            return
        cleaned = {**scope, "query_string": urlencode(pairs).encode("ascii")}
        await self._app(cleaned, receive, send)
