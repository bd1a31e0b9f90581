"""Every number in a text with its value, before anybody asks what it counts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from extractors.folding import fold
from extractors.numbers.words import SCALES, UNITS, WORD_HEAD, WORD_SEQUENCE, split_words
from extractors.words import OpenedPattern


class Form(Enum):
    """How a number is written."""

    DIGITS = auto()
    DECIMAL = auto()
    WORDS = auto()
    ZERO = auto()
    ONE_PERSON = auto()
    """'seorang', a count only where the things beside it are counted."""
    NONE = auto()
    """'tidak ada' where a list of counts would have a number."""
    VAGUE = auto()
    ORDINAL = auto()
    COLLECTIVE = auto()
    DATE = auto()
    CLOCK = auto()
    PHONE = auto()
    PART = auto()
    """Digits inside a longer code: 'Covid-19', 'LP/12/2023', '2x11'."""


@dataclass(frozen=True, slots=True)
class Token:
    """One number as written."""

    start: int
    end: int
    value: int | None
    form: Form
    about: bool = False
    at_least: bool = False


_SCALE = "|".join(SCALES)
_AN = r"(?:[-\u2010\u2011\u2013]?an\b|[ ]an\b(?=[ ]?(?:kasus|orang|anak|korban|laporan|perkara|lebih)))"

_MASTER: Final = OpenedPattern(
    rf"""
    (?P<date>
        \b(?:19|20)\d\d-\d\d-\d\d\b
      | \b\d{{1,2}}[ ]?/[ ]?\d{{1,2}}[ ]?/[ ]?(?:\d{{4}}|\d\d)\b
      | \b\d{{1,2}}-\d{{1,2}}-(?:(?:19|20)\d\d|\d\d)\b
      | \b\d{{1,2}}\.\d{{1,2}}\.(?:19|20)\d\d\b
      | (?<=\()[ ]?\d{{1,2}}[ ]?/[ ]?\d{{1,2}}[ ]?(?=\))
    )
  | (?P<phone>(?:\+62|\b62|\(?\b0)\d{{2,3}}\)?[ .-]?\d{{3,4}}(?:[ .-]?\d{{2,5}}){{1,3}}\b(?![.,]\d))
  | (?P<clock>(?:\b|t)\d{{1,2}}:\d\d(?::\d\d)?\b)
  | (?P<nth>\bke(?:[ ]?[-\u2013][ ]?)?\d+\b)
  | (?P<digits>
        (?:(?<![\w])|(?<=rp))
        (?P<whole>\d{{1,3}}(?:(?:[ ]?\.\d{{3}})+|(?:,\d{{3}})+)(?!\d)|\d+)
        (?P<fraction>[.,]\d+)?
        (?P<scale>[ -]?(?:{_SCALE})\b(?:an\b)?)?
        (?P<an>{_AN})?
    )
  | (?P<tens>\b(?:{"|".join(UNITS)})[ ]?(?:puluhan|ratusan|ribuan)\b|\bse(?:ratusan|ribuan)\b)
  | (?P<zero>\b(?:nol|nihil|zero(?=\s(?:kasus|case)))\b|\bkosong(?=\s+(?:kasus|laporan|aduan|korban))
      |\b(?:tidak|tak|belum)\s+(?:ada\s+)?(?:satu|seorang|sebuah)\s?pun\b
      |\b(?:satu|seorang|sebuah)\s?pun\s+(?:tidak|tak|belum)\s+ada\b)
  | (?P<none>\b(?:sama\s+sekali\s+)?(?:tidak|tak)\s+ada(?:\s+sama\s+sekali)?(?=\s*(?:lagi\b)?\s*[.,;)\n])
      |\b(?:tidak|tak)\s+ada(?=\s+(?:kasus|laporan|aduan|pengaduan|korban)\b))
  | (?P<lone>\bseorang\b)
  | (?P<words>\b{WORD_SEQUENCE}(?:[ ](?:{WORD_HEAD})nya\b|(?<!satu)nya\b|\b))
  | (?P<vague>\b(?:belasan|puluhan|ratusan|ribuan|jutaan|segelintir)\b)
  | (?P<ordinal>
        \b(?:pertama|ke(?:{"|".join(UNITS)}|sepuluh|sebelas)(?:[ ]?(?:belas|puluh))?)(?P<nya>nya)?\b
    )
    """,
    re.VERBOSE,
)
# A code goes on where letters, or a dash or slash with letters or digits, touch the number.
_CODE_BEFORE = re.compile(r"(?:[A-Za-z]{1,12}[-/]|/|\d[.,/])\Z")
_CODE_AFTER = re.compile(r"[A-Za-z]|/\s?\d|-[A-Za-z]|[.,/]\d")
_GLUED_WORD = re.compile(
    r"(?:kasus|orang|anak|korban|perkara|laporan|aduan|perempuan|tahun|bulan|hari|jam|persen)", re.IGNORECASE
)
_COLLECTED = re.compile(
    r"\s+(?:kasus|korban|pelaku|tersangka|terdakwa|anak|orang|perkara|laporan|remaja|pria|wanita|perempuan"
    r"|siswi|siswa|bocah|kelompok|jenis|bentuk|pihak|daerah|wilayah|kabupaten|kota|kecamatan|lembaga|instansi)",
    re.IGNORECASE,
)
_MORE = re.compile(r"\s+lebih\b(?!\s+(?:dari|banyak|tinggi|besar|kecil|rendah|sedikit|parah))")
_FRONT = 16
# Longer runs of digits are identifiers; no count of people comes near.
_LONGEST = 10


def _fraction_value(whole: str, fraction: str, scale: int) -> int | None:
    """'1,2 juta' is a whole number although '1,2' is not."""
    digits = fraction[1:]
    scaled = int(whole + digits) * scale
    base = 10 ** len(digits)
    return scaled // base if scaled % base == 0 else None


def _digits(match: re.Match[str], text: str) -> Token:
    start, end = match.span()
    whole = re.sub(r"[ .,]", "", match["whole"])
    scale_word = (match["scale"] or "").strip(" -").lower()
    scale = SCALES.get(scale_word.removesuffix("an"), 1)
    about = bool(match["an"]) or scale_word.endswith("an")
    if len(whole) > _LONGEST or _is_code(match, text):
        return Token(start, end, None, Form.PART)
    if match["fraction"] is None:
        return Token(start, end, int(whole) * scale, Form.DIGITS, about)
    value = _fraction_value(whole, match["fraction"], scale) if scale > 1 else None
    return Token(start, end, value, Form.DIGITS if value is not None else Form.DECIMAL, about)


def _is_code(match: re.Match[str], text: str) -> bool:
    start, end = match.span()
    if _CODE_BEFORE.search(text, max(0, start - _FRONT), start):
        return True
    after = _CODE_AFTER.match(text, end)
    return after is not None and not _GLUED_WORD.match(text, end)


def _words(match: re.Match[str]) -> Iterator[Token]:
    """The numbers of a run of words; 'delapannya' is eight of what was spoken of."""
    begin = match.start()
    places = [word.span() for word in re.finditer(r"[^\s\u00a0]+", match[0])]
    words = [match[0][a:b].lower().removesuffix("nya") for a, b in places]
    if match[0].endswith("nya") and match.string[begin - 1 : begin] == "-":
        return
    for first, last, value in split_words(words):
        yield Token(begin + places[first][0], begin + places[last - 1][1], value, Form.WORDS)


def _rounded(match: re.Match[str]) -> Token:
    """'lima puluhan', 'seratusan': a round number with a stated vagueness."""
    plain = re.sub(r"an$", "", match[0].lower()).replace("\u00a0", " ")
    (number,) = split_words(plain.split())
    return Token(*match.span(), number.value, Form.WORDS, about=True)


def _ordinal(match: re.Match[str], text: str) -> Token:
    word = match["ordinal"].lower().removesuffix("nya")
    value = 1
    if word != "pertama":
        numbers = split_words(word.removeprefix("ke").split())
        value = numbers[0].value if numbers else 1
    collective = bool(match["nya"]) or (word != "pertama" and _COLLECTED.match(text, match.end()))
    return Token(*match.span(), value, Form.COLLECTIVE if collective else Form.ORDINAL)


_PLAIN: Final = {"date": Form.DATE, "phone": Form.PHONE, "clock": Form.CLOCK, "vague": Form.VAGUE}


def _read(match: re.Match[str], text: str) -> Iterator[Token]:
    group = match.lastgroup or ""
    span = match.span()
    if match["digits"]:
        yield _digits(match, text)
    elif match["words"]:
        yield from _words(match)
    elif match["tens"]:
        yield _rounded(match)
    elif match["ordinal"]:
        yield _ordinal(match, text)
    elif match["nth"]:
        yield Token(*span, int(re.sub(r"\D", "", match["nth"])), Form.ORDINAL)
    elif match["zero"]:
        yield Token(*span, 0, Form.ZERO)
    elif match["lone"]:
        yield Token(*span, 1, Form.ONE_PERSON)
    elif match["none"]:
        yield Token(*span, 0, Form.NONE)
    else:
        yield Token(*span, None, _PLAIN[group])


def tokens(text: str) -> Iterator[Token]:
    """Numbers in the order of the text; a bare day, a phone number or a code has no value."""
    for match in _MASTER.finditer(fold(text)):
        for token in _read(match, text):
            more = _MORE.match(text, token.end)
            if more and token.form in (Form.DIGITS, Form.WORDS):
                yield Token(token.start, token.end, token.value, token.form, token.about, at_least=True)
            else:
                yield token
