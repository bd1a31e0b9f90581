"""What the spider hands to the pipeline: how each requested address ended."""

from dataclasses import dataclass

from models.vocabulary import Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """An address that ended without a new body."""

    url: str
    outcome: Outcome
    detail: str | None = None
    body_bytes: int = 0
    http_status: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A page that came with a body; ``body_bytes`` is its size on the line."""

    url: str
    status: int
    body: bytes
    body_bytes: int
    content_type: str | None
    charset: str | None
    etag: str | None
    last_modified: str | None


Item = Ended | Fetched
