"""A pattern of words finds what the regular expression finds at the beginning of a word."""

import re
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.words import OpenedPattern, WordPattern, Words

PATTERNS = (
    r"kasus\b|perkara(?! dua)|(?:kekerasan|tindak pidana) (?:seksual|anak)\b",
    r"(?P<v0>kekerasan (?:di )?rumah\b|\w{0,12}cabul\w*)|(?P<v1>korban|\w*aniyay?a\w*)",
    r"(?<!dua\s)anak|(?<=satu\s)perempuan(?=\s?,)|\s?\bseksual\b|\w{0,5}(?:s|ny)elidik",
    r"(?!kasus\b)ka\w+|(?:\b|(?<=di))rumah|[({]\s*\d{1,2}|dua\Btiga|anak$",
    r"(?:dua|(?P<by>[/-])tiga(?P=by))|(?i:KASUS)\b",
)
PIECES = (
    *("kasus", "perkara", "kekerasan", "seksual", "tindak", "pidana", "anak", "dua", "satu", "perempuan"),
    *("korban", "pencabulan", "cabul", "di", "rumah", "dirumah", "kas", "ka", "k", "menganiaya", "aniyaya"),
    *("penyelidik", "selidik", "Kasus", "KASUS", "tiga", "İstri", "ſeksual", "ß", "_anak", "12", "7"),
)
SIGNS = [*" ,.(-/{\n\t\u00a0\u0000", "  ", ", ", "é"]
TEXTS = st.lists(st.sampled_from([*PIECES, *SIGNS]), max_size=40).map("".join)


Found = list[tuple[int, int, str | None]]
compiled = cache(WordPattern)


def plain(pattern: str, text: str, flags: int = 0, before: str = "") -> Found:
    engine = re.compile(rf"(?<!\w){before}(?:{pattern})", flags)
    return [(*match.span(), match.lastgroup) for match in engine.finditer(text)]


def found(pattern: str, words: Words, flags: int = 0, before: str = "") -> Found:
    return [
        (*match.span(), match.lastgroup) for match in compiled(pattern, flags, before=before).finditer(words)
    ]


@pytest.mark.parametrize("flags", [0, re.IGNORECASE])
@pytest.mark.parametrize("before", ["", r"(?:di|pe)?"])
@pytest.mark.parametrize("pattern", PATTERNS)
@settings(max_examples=40)
@given(text=TEXTS)
def test_finds_the_same(pattern: str, before: str, flags: int, text: str) -> None:
    assert found(pattern, Words(text), flags, before) == plain(pattern, text, flags, before)


@settings(max_examples=40)
@given(text=TEXTS, spans=st.lists(st.tuples(st.integers(0, 60), st.integers(1, 8)), max_size=4))
def test_finds_the_same_in_what_is_left(text: str, spans: list[tuple[int, int]]) -> None:
    stretches = [(start, min(start + length, len(text))) for start, length in spans if start < len(text)]
    left = "".join(
        "\0" if any(start <= place < end for start, end in stretches) else letter
        for place, letter in enumerate(text)
    )
    words = Words(text).masked(left, stretches)
    assert all(found(pattern, words) == plain(pattern, left) for pattern in PATTERNS)


@settings(max_examples=40)
@given(text=TEXTS, start=st.integers(0, 50), length=st.integers(0, 50))
def test_a_stretch_is_searched_as_the_engine_does(text: str, start: int, length: int) -> None:
    begin, end = min(start, len(text)), min(start + length, len(text))
    words = Words(text)
    for pattern in PATTERNS[:3]:
        expected = re.compile(rf"(?<!\w)(?:{pattern})").search(text, begin, end)
        first = compiled(pattern).search(words, begin, end)
        assert (first and first.span()) == (expected and expected.span())


def test_case_shares_places() -> None:
    words = Words("KASUS Anak")
    assert [match[0] for match in WordPattern("kasus|anak").finditer(words.like("kasus anak"))] == [
        "kasus",
        "anak",
    ]


def test_what_is_remembered_is_bounded() -> None:
    pattern = WordPattern("kasus")
    for first in range(0, 60_000, 1_000):
        text = " ".join(f"{number:x}" for number in range(first, first + 1_000))
        assert not list(pattern.finditer(Words(text)))
    assert [match[0] for match in pattern.finditer(Words("tiga kasus"))] == ["kasus"]


@cache
def opened(pattern: str, flags: int) -> OpenedPattern:
    return OpenedPattern(pattern, flags)


@pytest.mark.parametrize("flags", [0, re.IGNORECASE])
@pytest.mark.parametrize("pattern", PATTERNS)
@given(text=TEXTS)
@settings(max_examples=60, deadline=None)
def test_a_pattern_tried_at_characters_that_open_it_finds_the_same(
    pattern: str, flags: int, text: str
) -> None:
    told = [(*match.span(), match.lastgroup) for match in opened(pattern, flags).finditer(text)]

    assert told == [(*match.span(), match.lastgroup) for match in re.finditer(pattern, text, flags)]


@pytest.mark.parametrize("text", ["", "ada tiga kasus dan satu kasus", "kas"])
def test_the_first_match_is_that_of_the_regular_expression(text: str) -> None:
    match = OpenedPattern(r"(?:tiga )?kasus\b").search(text)

    expected = re.search(r"(?:tiga )?kasus\b", text)
    assert (match and match.span()) == (expected and expected.span())
