"""What the spider hands to the pipeline: how each requested address ended, and what it led to."""

from dataclasses import dataclass

from crawler.discovery.found import Found
from models.vocabulary import Outcome
from storage.leads import Further, WaitingLead

_PASSING = frozenset({403, 408, 429})


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """An address that ended without a new body; ``leads`` and ``more`` are where it led to instead."""

    url: str
    outcome: Outcome
    detail: str | None = None
    body_bytes: int = 0
    http_status: int | None = None
    leads: tuple[WaitingLead, ...] = ()
    more: tuple[Further, ...] = ()

    @property
    def may_pass(self) -> bool:
        """Whether asking again another time may help."""
        if self.outcome is Outcome.HTTP_ERROR and self.http_status is not None:
            return self.http_status >= 500 or self.http_status in _PASSING
        return self.outcome is Outcome.UNREACHABLE


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A list that was read; ``leads`` are the new articles among those found, ``more`` further lists."""

    url: str
    detail: str
    body_bytes: int = 0
    etag: str | None = None
    last_modified: str | None = None
    found: tuple[Found, ...] = ()
    feeds: tuple[str, ...] = ()
    leads: tuple[WaitingLead, ...] = ()
    more: tuple[Further, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A page that came with a body; ``body_bytes`` is its size on the line, ``leads`` what it links to."""

    url: str
    status: int
    body: bytes
    body_bytes: int
    content_type: str | None
    charset: str | None
    etag: str | None
    last_modified: str | None
    leads: tuple[WaitingLead, ...] = ()


Item = Ended | Fetched | Listed
