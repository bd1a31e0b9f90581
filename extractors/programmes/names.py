"""Spans of proper names in running text: capitalised words with small words between them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.programmes.folding import word_set

_TOKEN = re.compile(r"#?\w+(?:[-'’/&.+]\w+)*")
ELECTRONIC = re.compile(r"[a-z]-?[A-Z]")
"""'e-Lindung', 'iSapa': one small letter before the name."""
_SPACE = re.compile(r"[ \t\u00a0]*\Z")
_CONNECTORS = word_set(
    "dan di ke untuk terhadap dalam pada bagi dari atas oleh dengan tanpa berbasis menuju serta anti of "
    "ka ing ning ni na to the for and in on is by with"
)
_PLACE_CONNECTORS = frozenset({"di", "ke", "pada", "oleh", "dengan", "dalam"})
_INSIDE_NAMES = word_set(
    "perguruan sekolah lingkungan tempat ruang satuan kampus desa daerah dunia media rumah indonesia "
    "pendidikan genggaman hati cinta kasih rumahku gawai gadget internet jari layar medsos sini"
)
"""What follows 'di' inside a name; anywhere else 'di' tells where something happened."""
_ROOMS = {"ruang": word_set("publik digital siber kelas terbuka maya daring")}
"""'di Ruang Publik' inside a name; another room is where a meeting was held."""
_TITLES = word_set(
    "iptu ipda aiptu aipda bripka briptu bripda akp akbp kompol kombes brigjen irjen komjen jenderal "
    "letkol kolonel mayor kapten bapak ibu pak bu haji hj dr drs dra ir prof ustaz kh"
)
_PARENTS = frozenset({"bapak", "ibu", "pak", "bu"})
"""Titles before a person's name, else words of a name ('Kelas Bapak')."""
_OF_PARENTS = word_set(
    "siaga hebat tangguh peduli sayang anak bunda berdaya mandiri cerdas pintar tanggap sahabat bijak "
    "teladan asuh pelindung penjaga pembelajar inspiratif bahagia keren kader rumah dan"
)
"""What follows 'Ibu' or 'Bapak' in a name of many ('Lingkar Ibu Siaga'), where no person does."""
_UNITS = word_set(
    "jam hari pekan minggu bulan tahun orang kali desa kelurahan kecamatan kabupaten sekolah siswa kader "
    "relawan anak perempuan korban kasus laporan persen unit titik rupiah juta ribu peserta daerah provinsi"
)
"""After a numeral that counts and belongs to no name: 'Sahabat Puan 24 jam'."""
_LIST_CONNECTORS = frozenset({"dan", "serta", "and"})
HEADS = word_set(
    "program aplikasi inovasi layanan gerakan kampanye satgas satuan gugus posko pos hotline rumah "
    "ruang forum sekolah kelas pusat kampung desa kelurahan kecamatan kabupaten kota kelompok komunitas "
    "sistem taman duta shelter mobil motor tim unit dinas lembaga polres polda kementerian call "
    "deklarasi"
)
MAX_NAME_TOKENS = 14


@dataclass(frozen=True, slots=True)
class Token:
    """One word with its place in the text."""

    start: int
    end: int
    text: str

    @property
    def lower(self) -> str:
        """The word without case."""
        return self.text.casefold()

    @property
    def is_name(self) -> bool:
        """Whether the word is written as part of a proper name."""
        return self.text.lstrip("#")[0].isupper() or (
            (self.text[0].isdigit() or ELECTRONIC.match(self.text) is not None)
            and any(c.isupper() for c in self.text)
        )


def tokenise(text: str) -> list[Token]:
    """Every word of the text, in order."""
    return [Token(*match.span(), match[0]) for match in _TOKEN.finditer(text)]


def adjoin(text: str, left: Token, right: Token) -> bool:
    """Whether only blanks of one line part two words."""
    return _SPACE.match(text, left.end, right.start) is not None and right.start - left.end <= 3


def name_end(text: str, tokens: Sequence[Token], first: int) -> int:
    """Index after the last word of the name that begins at word ``first``; ``first`` when none does."""
    if first >= len(tokens) or not _opens_name(text, tokens, first):
        return first
    end = first + 1
    while end < len(tokens) and end - first < MAX_NAME_TOKENS:
        step = _step(text, tokens, first, end)
        if step == 0:
            break
        end += step
    return end


def _opens_name(text: str, tokens: Sequence[Token], first: int) -> bool:
    token = tokens[first]
    if token.is_name:
        return True
    following = first + 1
    return (
        token.text.isdigit()
        and len(token.text) <= 2
        and following < len(tokens)
        and adjoin(text, token, tokens[following])
        and tokens[following].text[0].isupper()
    )


def _step(text: str, tokens: Sequence[Token], first: int, end: int) -> int:
    """How many words the name grows by: 0 at its end, 2 over a connecting word."""
    token, last = tokens[end], tokens[end - 1]
    ends_here = token.lower in _TITLES and not last.lower.startswith("lapor")
    if ends_here and token.lower in _PARENTS:
        ends_here = _is_followed_by_name(text, tokens, end)
    if ends_here or not adjoin(text, last, token):
        return 0
    if token.text.isdigit() and end + 1 < len(tokens) and tokens[end + 1].text in _UNITS:
        return 0
    if token.is_name or (token.text.isdigit() and len(token.text) <= 3):
        return 1
    return 2 if token.lower in _CONNECTORS and _connects(text, tokens, end) else 0


def _is_followed_by_name(text: str, tokens: Sequence[Token], place: int) -> bool:
    following = place + 1
    return (
        following < len(tokens)
        and tokens[following].is_name
        and tokens[following].lower not in _OF_PARENTS
        and adjoin(text, tokens[place], tokens[following])
    )


def _connects(text: str, tokens: Sequence[Token], place: int) -> bool:
    """Whether a small word joins two words of one name."""
    if place + 1 >= len(tokens):
        return False
    token, following = tokens[place], tokens[place + 1]
    if not (adjoin(text, token, following) and following.is_name):
        return False
    if token.lower in _LIST_CONNECTORS:
        return not _begins_other_name(tokens[place - 1], following)
    if token.lower in _PLACE_CONNECTORS and following.lower in _ROOMS:
        after = tokens[place + 2].lower if place + 2 < len(tokens) else ""
        return after in _ROOMS[following.lower]
    return token.lower not in _PLACE_CONNECTORS or following.lower in _INSIDE_NAMES


def _begins_other_name(last: Token, following: Token) -> bool:
    """Whether 'dan' joins two names instead of two words of one name."""
    both_short = last.text.isupper() and len(last.text) > 2
    return following.lower in HEADS or both_short or (following.text.isupper() and len(following.text) > 2)


def is_title_line(tokens: Sequence[Token]) -> bool:
    """Whether a line is set like a headline, where capitals say nothing about names."""
    long_words = [token for token in tokens if len(token.text) >= 4 and not token.text.isdigit()]
    if len(long_words) < 4:
        return False
    small = sum(not token.text[0].isupper() for token in long_words)
    return small <= 0.15 * len(long_words)
