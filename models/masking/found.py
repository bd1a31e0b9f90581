"""Which of the persons that a recogniser of names found in a text are private ones.

The cues of the other modules give a name away by the words beside it. Where a story simply goes on by
name ('Malam itu Selvi menelepon kakaknya'), only knowing that it is a name helps. Such a name is private
when its sentence tells what happened to one person, or names somebody's relative, and counts nobody.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from models.masking.sentences import Sentence, split
from models.masking.tokens import Span, name_at, titled
from models.masking.words import ABBREVIATIONS, ONE_CASE, area_names, is_headline, is_word, region_names

_AGGREGATE = re.compile(
    r"\b\d[\d.]*\s(?:kasus|korban|orang|laporan|perkara|aduan|pengaduan|anak|perempuan|tersangka|pelaku)\b"
    r"|\b(?:para|sejumlah|banyak|jumlah|angka|data|sosialisasi|program|kampanye|pencegahan|penanganan|"
    r"predikat|umumnya|rata-rata|sebagian)\b",
    re.IGNORECASE,
)
"""Words for many: nobody in particular."""
_PLACED = re.compile(
    r"\b(?:di|dari|ke|asal|se|wilayah|daerah|desa|kelurahan|kampung|dusun|nagari|kecamatan|kabupaten|kota|"
    r"provinsi|pulau|jalan|jl\.?|gunung|sungai)[\s-]+$",
    re.IGNORECASE,
)
_THING = re.compile(
    r"\b(?:program|aplikasi|layanan|inovasi|gerakan|kampanye|posko|rumah|sekolah|forum|komunitas|yayasan|"
    r"lembaga|satgas|tim|kanal|hotline|duta|perayaan|festival|acara|kegiatan|jaringan|media|motor|mobil|kapal|pasar|"
    r"hari|piala|bahasa|suku|universitas|rsud|rs|pt|cv)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_OFFICE_AFTER = re.compile(r"\s*,?\s*(?:selaku|Pelaksana|Plt|Kepala|Ketua|Direktur|Koordinator|Sekretaris)\b")
_SAYS_BEFORE = re.compile(
    r"\b(?:menurut|kata|ujar|ucap|tutur|ungkap|jelas|tegas|tambah|imbuh|sambung|sebut|papar|terang|lanjut|beber|"
    r"tandas)(?:nya)?,?\s+$",
    re.IGNORECASE,
)
_SAYS_AFTER = re.compile(
    r"\s+(?:juga\s+|pun\s+|kembali\s+)?(?:me(?:ngata|njelas|negas|mapar|nyebut|rinci|nambah|nilai|ngungkap|minta|"
    r"ngimbau|ngajak|ngingat|nerang|nyampai|nekan|nyinggung|nguraikan|ngklaim|ngulang|mbeber)\w*|"
    r"berharap|berpesan)\b"
)
_OFTEN = 2
_INNER = re.compile(r"(?<=[a-z,;] )[A-Z](?=[a-z])")
_CAPITAL_BEFORE = re.compile(r"\b[A-Z][\w’'-]*[ ]$")
_CAPITAL_AFTER = re.compile(r"[ ][A-Z(]")
_CAMEL = re.compile(r"[a-z][A-Z]")
_SHORT = 2
_CAPITAL = re.compile(r"(?<!\w)[A-Z]")
_REST = re.compile(r"(?:[ ][A-Z][\w’'-]{0,20}){0,3}")
_HEAD = 40
_LONGEST = 1000
"""Characters of a sentence; what is longer is a table or a page's furniture."""


def telling_sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences in which a recogniser of names should look for persons.

    They tell what happened to one person, so that a name in them may be private; in order.
    """
    return tuple(sentence for sentence in split(text) if _tells_of_one(text, sentence))


def private_persons(text: str, persons: Sequence[Span]) -> Iterator[Span]:
    """The persons without an office whose sentence tells of one case.

    A name that bears an office anywhere in the text stays: later it stands there alone.
    """
    telling = telling_sentences(text)
    near = [(start, end) for start, end in persons if _falls_in(telling, start, end)]
    near += _inside(text, telling)
    names = [span for span in dict.fromkeys(near) if _is_name(text, span)]
    official = _official_words(text, {word for start, end in names for word in text[start:end].split()})
    yield from (span for span in names if not official & set(text[slice(*span)].split()))


def _inside(text: str, telling: Sequence[Sentence]) -> Iterator[Span]:
    """Names that stand inside a telling sentence, where an ordinary word has no capital."""
    for start, end in telling:
        if is_headline(text[start:end]):
            continue
        position = start
        for capital in _INNER.finditer(text, start, end):
            name = name_at(text, capital.start(), weak=True) if capital.start() >= position else None
            if name is not None:
                position = name[1]
                if _stands_apart(text, name) and not _known_otherwise(text, text[slice(*name)]):
                    yield name


def _stands_apart(text: str, name: Span) -> bool:
    """No piece of a longer name, no sum of money: 'Tapanuli Tengah', 'StartNews', 'Rp'."""
    words = text[slice(*name)]
    pieced = _CAPITAL_BEFORE.search(text, max(0, name[0] - _HEAD), name[0]) or _CAPITAL_AFTER.match(
        text, name[1]
    )
    return pieced is None and len(words) > _SHORT and not _CAMEL.search(words)


def _known_otherwise(text: str, words: str) -> bool:
    """Whether somewhere in the text it is a thing, a place or somebody who is quoted."""
    for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text):
        head = text[max(0, match.start() - _HEAD) : match.start()]
        if _PLACED.search(head) or _THING.search(head) or _speaks(text, match.span()):
            return True
    return False


def _falls_in(sentences: Sequence[Sentence], start: int, end: int) -> bool:
    place = bisect_right(sentences, start, key=lambda sentence: sentence[0]) - 1
    return place >= 0 and end <= sentences[place][1]


def _tells_of_one(text: str, sentence: Sentence) -> bool:
    if sentence[1] - sentence[0] > _LONGEST:
        return False
    if not _CAPITAL.search(text, *sentence) or _AGGREGATE.search(text, *sentence):
        return False
    return ONE_CASE.search(text, *sentence) is not None


def _official_words(text: str, words: set[str]) -> set[str]:
    """Those of the words that stand in a name with an office, or in that of the one whom the text quotes."""
    if not words:
        return set()
    places = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(words)))})(?!\w)")
    found: set[str] = set()
    quoted: Counter[str] = Counter()
    for match in places.finditer(text):
        span = (match.start(), _name_end(text, match.end()))
        quoted[match[0]] += _speaks(text, span)
        if match[0] not in found and (titled(text, span) or _OFFICE_AFTER.match(text, span[1])):
            found.add(match[0])
    return found | {word for word, often in quoted.items() if often >= _OFTEN}


def _speaks(text: str, span: Span) -> bool:
    before = _SAYS_BEFORE.search(text, max(0, span[0] - _HEAD), span[0])
    return before is not None or _SAYS_AFTER.match(text, span[1]) is not None


def _name_end(text: str, position: int) -> int:
    rest = _REST.match(text, position)
    return position if rest is None else rest.end()


def _is_name(text: str, span: Span) -> bool:
    """No place, no programme, no ordinary word with a capital."""
    words = text[slice(*span)]
    if words.casefold() in area_names() or words.isupper() or not words[:1].isupper():
        return False
    if any(word.casefold() in region_names() | ABBREVIATIONS for word in words.split()):
        return False
    head = text[max(0, span[0] - _HEAD) : span[0]]
    if _PLACED.search(head) or _THING.search(head):
        return False
    return not any(is_word(word, headline=True) or _stands_small(text, word) for word in words.split())


def _stands_small(text: str, word: str) -> bool:
    """'Denda' is no name where the text also says 'denda'."""
    return re.search(rf"(?<!\w){re.escape(word.casefold())}(?!\w)", text) is not None
