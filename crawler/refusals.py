"""Why a request ended without a page: one exception a named outcome."""

from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
    ResponseDataLossError,
    UnsupportedURLSchemeError,
)
from twisted.internet.error import ConnectError, ConnectionDone, ConnectionLost

from models.vocabulary import Outcome

FAILURES: tuple[type[Exception], ...] = (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    ResponseDataLossError,
    UnsupportedURLSchemeError,
    ConnectError,
    ConnectionDone,
    ConnectionLost,
    OSError,
)
"""What a download may fail with, apart from refusals."""


class RefusedError(IgnoreRequest):
    """A request that ends without a page; ``outcome`` names why."""

    outcome = Outcome.UNREACHABLE


class RobotsRefusedError(RefusedError):
    """The site's robots.txt asks not to fetch this address."""

    outcome = Outcome.ROBOTS


class RobotsUnreachableError(RefusedError):
    """The site's robots.txt did not answer, so nothing is known to be allowed (RFC 9309, 2.3.1.4)."""

    outcome = Outcome.UNREACHABLE


class RefusedAddressError(RefusedError):
    """The address leads to a loopback, private or otherwise special network."""

    outcome = Outcome.REFUSED_ADDRESS


class TooLargeError(RefusedError):
    """The body exceeds the bound while it is unpacked."""

    outcome = Outcome.TOO_LARGE


STOPPED: tuple[type[Exception], ...] = (RefusedAddressError, TooLargeError, *FAILURES)
"""All that may end a download without a response."""


def outcome_of(error: BaseException | None) -> tuple[Outcome, str]:
    """The named outcome of a failed request, and what failed in a few words."""
    detail = f"{type(error).__name__}: {error}"[:200]
    if isinstance(error, RefusedError):
        return error.outcome, str(error)[:200]
    if isinstance(error, DownloadCancelledError):
        return Outcome.TOO_LARGE, detail
    return Outcome.UNREACHABLE, detail
