"""Captures out of WARC files (ISO 28500), such as those of the news collection CC-NEWS."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from crawler.media import HTML_TYPES, media_type
from crawler.urls import canonical_url, is_web_address
from models.errors import BadInputError
from models.vocabulary import Outcome

SUFFIXES = (".warc", ".warc.gz")
_MOST_BYTES = 10 * 1024 * 1024
_HEADERS = 64 * 1024
_FINGERPRINTED = 64 * 1024
_CAPTURES = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.revisit


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """One recorded answer.

    Attributes:
        position: the byte of the file at which its record begins.
        url: its canonical address; the one written when that is none.
        moment: when it was recorded; None when the record does not say.
        outcome: PENDING for a page to be read; else why there is none.
        detail: the particulars of the outcome.
        body: the page as sent, unpacked; None without one.
    """

    position: int
    url: str
    moment: datetime | None
    outcome: Outcome
    detail: str | None = None
    body: bytes | None = None
    content_type: str | None = None
    charset: str | None = None
    etag: str | None = None
    last_modified: str | None = None


def is_warc(path: Path) -> bool:
    """Whether a file is named like a WARC file."""
    return path.name.lower().endswith(SUFFIXES)


def fingerprint(path: Path) -> str:
    """What a file is known by when its import goes on: its size and the hash of its beginning."""
    with path.open("rb") as file:
        start = file.read(_FINGERPRINTED)
    return sha256(f"{path.stat().st_size}:".encode() + start).hexdigest()


def read_captures(path: Path, *, after: int | None = None) -> Iterator[Capture]:
    """The captures of a file in its order; requests, metadata and other records are passed over.

    Args:
        path: a WARC file, packed with gzip record by record or plain.
        after: the position of a capture; those up to it are left out.

    Raises:
        BadInputError: the file is no WARC file, or damaged from some byte on.
    """
    with path.open("rb") as file:
        file.seek(after or 0)
        try:
            for record in _records(file):
                if after is None or record.stream_pos > after:
                    yield _capture(record)
        except OSError as error:
            raise BadInputError(
                f"{path} is no WARC file, or damaged around byte {file.tell()}: {error}.",
                cure="What came before is stored; get the file again, then import it again.",
            ) from error


def _records(file: BinaryIO) -> Iterator[WarcRecord]:
    """The records with their HTTP headers read; one that ends before its time is damage, not a page.

    Raises:
        OSError: the file is damaged.
    """
    for record in ArchiveIterator(file, record_types=_CAPTURES, parse_http=False, fsspec_args=False):
        told = record.content_length
        if told <= _MOST_BYTES + _HEADERS:
            record.freeze()
            if record.content_length < told:
                raise OSError("a record is cut off")
        if record.is_http:
            record.parse_http(auto_decode="all")
        yield record


def _capture(record: WarcRecord) -> Capture:
    told = (record.headers.get("WARC-Target-URI") or "").strip("<> ")
    if not is_web_address(told):
        return _without(record, told[:2000], Outcome.REFUSED_ADDRESS, "no web address")
    url = canonical_url(told)
    if record.record_type == WarcRecordType.revisit:
        return _without(record, url, Outcome.UNCHANGED, "recorded as unchanged")
    status = _status(record)
    if status is not None and 300 <= status < 400:
        target = record.http_headers.get("Location", "nowhere") if record.http_headers else "nowhere"
        return _without(record, url, Outcome.DUPLICATE, f"redirects to {target}"[:200])
    if status is not None and status != 200:
        return _without(record, url, Outcome.HTTP_ERROR, str(status))
    return _page(record, url)


def _status(record: WarcRecord) -> int | None:
    """The HTTP status; None for a resource that was stored without one."""
    return record.http_headers.status_code if record.http_headers else None


def _page(record: WarcRecord, url: str) -> Capture:
    kind = media_type(record.http_content_type or record.headers.get("Content-Type"))
    if kind not in HTML_TYPES:
        return _without(record, url, Outcome.NOT_HTML, kind[:120] or "no type")
    try:
        body = record.reader.read(_MOST_BYTES + 1)
    except OSError as error:
        return _without(record, url, Outcome.UNREADABLE, str(error)[:200])
    if len(body) > _MOST_BYTES:
        return _without(record, url, Outcome.TOO_LARGE, f"more than {_MOST_BYTES} bytes")
    if not body.strip():
        return _without(record, url, Outcome.UNREADABLE, "an empty body")
    headers = record.http_headers
    return Capture(
        position=record.stream_pos,
        url=url,
        moment=record.record_date,
        outcome=Outcome.PENDING,
        body=body,
        content_type=kind,
        charset=(record.http_charset or "")[:40] or None,
        etag=headers.get("ETag") if headers else None,
        last_modified=headers.get("Last-Modified") if headers else None,
    )


def _without(record: WarcRecord, url: str, outcome: Outcome, detail: str) -> Capture:
    return Capture(
        position=record.stream_pos, url=url, moment=record.record_date, outcome=outcome, detail=detail
    )
