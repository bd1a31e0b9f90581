"""What a site answers to one request, before HTTP has its say."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One request as the sites see it; ``base`` is the site's own address."""

    path: str
    query: Mapping[str, str]
    edition: int
    base: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Status, body and the validators a client may send back."""

    body: bytes
    content_type: str
    status: int = 200
    modified: datetime | None = None
    has_etag: bool = False
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def etag(self) -> str | None:
        """A strong entity tag over the body, where the site gives one."""
        return f'"{sha256(self.body).hexdigest()[:20]}"' if self.has_etag else None


def moved(location: str, *, status: int = 301) -> Answer:
    """A redirect."""
    return Answer(body=b"", content_type="text/html", status=status, headers={"Location": location})


def document(size: int) -> Answer:
    """A PDF of one empty page, padded to ``size`` bytes by a comment."""
    head = (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n"
    )
    tail = b"\ntrailer<</Root 1 0 R>>\n%%EOF\n"
    padding = b"%" + b"." * max(0, size - len(head) - len(tail) - 1)
    return Answer(body=head + padding + tail, content_type="application/pdf", has_etag=True)
