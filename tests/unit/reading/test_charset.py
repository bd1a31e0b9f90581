"""Bytes to text."""

import pytest

from extractors.reading.charset import decode

TEXT = "“Kami mencatat 41 kasus,” kata kepala dinas – Rabu"


@pytest.mark.parametrize(
    ("body", "declared"),
    [
        (TEXT.encode(), None),
        (TEXT.encode(), "iso-8859-1"),
        (b"\xef\xbb\xbf" + TEXT.encode(), None),
        (TEXT.encode("utf-16"), None),
        (TEXT.encode("cp1252"), "windows-1252"),
        (TEXT.encode("cp1252"), "ISO-8859-1"),
        (b'<meta charset="windows-1252">' + TEXT.encode("cp1252"), None),
        (
            b'<meta http-equiv="Content-Type" content="text/html; charset=cp1252">' + TEXT.encode("cp1252"),
            "utf-8",
        ),
        (TEXT.encode("cp1252"), "no-such-charset"),
    ],
)
def test_the_text_comes_out_whatever_the_page_claims(body: bytes, declared: str | None) -> None:
    decoded = decode(body, declared=declared)
    assert decoded is not None
    assert decoded.text.endswith(TEXT)


def test_a_page_cut_inside_a_character_still_reads() -> None:
    decoded = decode(("“" * 20 + TEXT).encode() + "”".encode()[:2], declared="iso-8859-1")
    assert decoded is not None
    assert decoded.charset == "utf-8"
    assert TEXT in decoded.text


@pytest.mark.parametrize("body", [bytes(range(256)) * 40, b"\x89PNG\r\n\x1a\n" + bytes(range(32)) * 400])
def test_what_is_no_text_in_any_charset_is_none(body: bytes) -> None:
    assert decode(body) is None
