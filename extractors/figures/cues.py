"""Words that say whom the violence was done to and what kind it was.

Sources: docs/codebook.md (population and violence fields) and the classes of
SIMFONI-PPA. A cue is a span with a value; which cue governs which number is
decided elsewhere.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from operator import attrgetter

from extractors.document import Document, Span
from extractors.figures.spacing import spaced, spaced_words
from extractors.figures.violence_words import GENERIC_ANY, GENERIC_OTHER, NOT_VIOLENCE, VIOLENCE_WORDS
from extractors.words import WordPattern, Words
from models.vocabulary import Population, Violence


class CueKind(StrEnum):
    """Which field of a figure a cue speaks about."""

    POPULATION = "population"
    VIOLENCE = "violence"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """One word or phrase that gives a field its value."""

    start: int
    end: int
    kind: CueKind
    value: str
    word: str
    generic: bool = False
    """True for 'kekerasan' alone and 'lainnya', which name no kind of their own."""
    marked: bool = False
    """True where a preposition or 'kasus' makes it the target ('terhadap perempuan')."""


ADULT = "adult"
"""Population word 'dewasa', which only the total can turn into women or men."""
FEMALE = "female"
MALE = "male"
"""'perempuan' and 'laki-laki' alone: girls and boys where children are counted."""

_WOMAN = r"(?:kaum )?(?:perempuan|wanita)"
_CHILD = r"anak(?:\s?-\s?anak|2)?"
_YOUNGSTER = rf"(?:{_CHILD}|bocah|balita|batita|bayi|remaja|siswa|murid|pelajar|santri)"
_MAN = r"(?:laki\s?-?\s?laki|laki2?|lelaki|pria|putra|cowok)"
_AND = (
    r"\s?(?:,\s?)?(?:dan(?: juga)?|serta|maupun|ataupun|atau|juga|&|\+|/|-|dan/atau|beserta|berikut|plus"
    r"|bersama)\s?"
    r"(?:kasus |kekerasan )?(?:kepada |terhadap |pada )?"
)

_POPULATION: tuple[tuple[str, str], ...] = (
    (
        Population.WOMEN_CHILDREN,
        rf"{_WOMAN}(?: dewasa)?{_AND}{_CHILD}(?! (?:laki|lelaki|perempuan))|(?:{_CHILD}"
        rf"|di bawah umur){_AND}{_WOMAN}(?! anak| dewasa (?:(?:sebanyak|sejumlah|ada"
        rf"|berjumlah|yakni) )?\d)"
        rf"|(?<=kekerasan\s){_WOMAN} {_CHILD}(?! (?:laki|lelaki|perempuan))(?!\w)"
        r"|ktp\s?/\s?a\b|\bktpa\b|\bkta\s?(?:dan|/)\s?ktp\b|\bktp\s?(?:dan|/)\s?kta\b|\bppa\b(?= \d)"
        rf"|(?:rumah tangga\s?(?:\(kdrt\))?|\bkdrt){_AND}(?:kekerasan )?(?:terhadap |pada )?{_CHILD}(?!\w)",
    ),
    (
        Population.GIRLS,
        rf"(?<!\w){_YOUNGSTER} (?:ber(?:jenis )?kelamin )?(?:perempuan|wanita|putri|cewek|gadis)"
        r"|(?:perempuan|wanita|gadis) (?:di\s?bawah umur|(?:usia "
        r"|ber\w* )?anak(?:\s?-\s?anak)?|belia|remaja|(?:di )?bawah usia"
        r"|(?:(?:ber)?(?:usia|umur) )?(?:di ?bawah|kurang dari) (?:usia |umur )?1[0-8] tahun)\b"
        r"|(?<!\w)(?:siswi|santriwati|gadis|(?:(?<=\d\s)|(?<=orang\s))putri|abg (?:perempuan|putri))(?!\w)",
    ),
    (
        Population.BOYS,
        rf"(?<!\w){_YOUNGSTER} (?:ber(?:jenis )?kelamin )?{_MAN}(?!\w)"
        rf"|{_MAN} (?:usia )?(?:anak(?! perempuan)|di\s?bawah umur)|\bsantriwan\b"
        r"|(?:(?<=\d\s)|(?<=orang\s))putra(?!\w)",
    ),
    (
        Population.WOMEN,
        r"(?:perempuan|wanita|ibu) (?:(?:ber)?(?:usia|umur) )?(?:dewasa|lansia|lanjut usia)"
        r"|dewasa (?:berjenis kelamin )?(?:perempuan|wanita)|\b(?:istri|isteri)\b|ibu\s?-\s?ibu"
        r"|kaum (?:hawa|istri)\b|(?:(?<=menimpa\s)|(?<=dialami\s)|(?<=terhadap\s))kaum ibu\b"
        r"|ibu rumah tangga(?= (?:\w+ ){0,2}(?:(?:men)?jadi|mengalami|di\w{4,}|yang))"
        r"|(?:(?<=semuanya\s)|(?<=seluruhnya\s))ibu rumah tangga"
        r"|\bmahasiswi\b|\bkaryawati\b|\bguru perempuan\b"
        r"|\bibu(?= (?:yang |sebagai )?(?:korban|dianiaya|dipukul))"
        r"|(?:pekerja|buruh) (?:migran )?(?:perempuan|wanita)"
        r"|(?<!ber-)(?<!ber\s)(?<!e-)(?<!pemegang\s)(?<!memiliki\s)\bktp\b(?!\s?-?\s?(?:el|elektronik))"
        r"|\bkti\b|\bktp(?=\))|\bkekerasan terhadap istri",
    ),
    (
        Population.MEN,
        r"(?:laki\s?-?\s?laki|lelaki|pria) (?:usia )?dewasa|dewasa (?:laki\s?-?\s?laki|lelaki|pria)"
        r"|kaum (?:adam|bapak|lelaki|pria)|bapak\s?-\s?bapak|(?<=\d\s)suami(?! istri)",
    ),
    (FEMALE, r"(?<!\w)(?:perempuan|wanita)"),
    (MALE, r"(?<!\w)(?:laki\s?-?\s?laki(?:nya)?|laki2|lelaki|pria)(?!\w)"),
    (
        Population.CHILDREN,
        rf"(?<!\w){_CHILD}(?:nya|lah|pun)?(?!\w)|\b(?:di\s?)?bawah umur|belum cukup umur|\bkta\b"
        rf"|\bbocah\b|\b[bt]atita\b|\bbalita\b|\bremaja\b|\bbayi\b|(?:(?<=terhadap\s)"
        rf"|(?<=menimpa\s)|(?<=pada\s)|(?<=kepada\s)|(?<=dialami\s)|(?<=korban\s))(?:pelajar|siswa|murid|santri)\b"
        r"|peserta didik|\babh\b|\bampk\b"
        r"|(?:pelajar|siswa|murid|santri)"
        r"(?= (?:(?!dan |serta )\w+ ){0,2}(?:(?:men)?jadi (?:korban|sasaran)|mengalami"
        r"|dilecehkan|dicabuli|dirundung|disetubuhi|dianiaya|korban(?! \d)))"
        r"|buah hati|kanak\s?-\s?kanak|\babg\b|\bbelia\b"
        r"|(?:per|pe)(?:nikahan|kawinan) (?:usia )?dini|nikah dini",
    ),
    (ADULT, r"(?<!\w)(?:orang )?dewasa(?:nya|lah|pun)?(?!\w)"),
)

_NOT_POPULATION = spaced(
    r"(?:hak (?:kuasa )?asuh|nafkah|forum|layak|ramah|peduli|duta|komisi|komnas|hari"
    r"|sekolah perempuan|(?<!pelanggaran\s)hak|genre|kampung|pos|rumah) (?:\w+ )?anak(?: \w+ daerah)?"
    r"|(?:komisi|komite|komnas|lembaga|undang[- ]undang|uu|peraturan \w+|satgas|pusat|bidang"
    r"|unit|dinas|badan|uptd?|menteri|deputi|direktorat|kementerian|kabid|kadis|p2tp2a|subdit"
    r"|ditres|forum|pemerhati|aktivis|pegiat|psikolog|pp)"
    r"[\w\s,./()&-]{0,60}?(?:perlindungan|pemberdayaan|pemenuhan|pelayanan|pengasuhan|pemerhati"
    r"|kesejahteraan|penyelamatan)[\w\s,./()&-]{0,40}?anak(?!\w)"
    r"|(?:perlindungan|pemberdayaan|pelayanan"
    r"|pemenuhan hak) (?:khusus )?(?:terhadap )?(?:hak )?perempuan(?:\s?,)?\s?(?:dan"
    r"|serta|&)?\s?(?:perlindungan )?anak"
    r"|pemberdayaan perempuan|perlindungan perempuan(?!\s?\d)|rumah perempuan"
    r"|komnas perempuan|solidaritas perempuan|sahabat perempuan(?: dan anak)?"
    r"|(?:16 hari )?anti(?: |-)?(?:tindak )?kekerasan (?:berbasis gender )?(?:terhadap|pada|kepada) perempuan"
    r"(?: dan anak)?"
    r"|hari (?:perempuan|wanita|ibu|anak(?: perempuan)?)(?: (?:internasional|nasional|sedunia"
    r"|dunia))?(?!\w)"
    r"|(?:organisasi|aktivis|tokoh|gerakan|komunitas|relawan|kader|pecalang|ormas|koalisi|jaringan"
    r"|aliansi|himpunan|ikatan|persatuan|kongres|serikat|dewan|jurnalis|ulama|pemimpin|polisi|polwan"
    r"|anggota"
    r"|petugas|penyidik|pendamping|legislator) (?:perempuan|wanita)(?!\w)"
    r"|anak (?:buah|perusahaan|tangga|sungai|panah|cucu|muda|bangsa|negeri|magang|kos)|beranak"
    r"|rumah sakit ibu dan anak|ibu dan anak \(kia\)"
)
_TARGET = spaced(
    r"(?:terhadap|pada|kepada|menimpa|kasus|kekerasan|dialami|mengalami|kelompok|bagi|untuk|atas"
    r"|atas diri|khusus|soal|menyasar) (?:kaum |kasus |para )?$"
)


def names_both(cue: Cue) -> bool:
    """Whether the words name women and children, not violence at home beside that against children."""
    return cue.value == Population.WOMEN_CHILDREN and not cue.word.startswith(("kdrt", "rumah"))


def _compiled(table: Iterable[tuple[str, str]]) -> tuple[WordPattern, tuple[str, ...]]:
    rows = list(table)
    pattern = "|".join(f"(?P<v{index}>{body})" for index, (_, body) in enumerate(rows))
    return spaced_words(pattern), tuple(str(value) for value, _ in rows)


_POPULATION_PATTERN, _POPULATION_VALUES = _compiled(_POPULATION)
_VIOLENCE_PATTERN, _VIOLENCE_VALUES = _compiled(VIOLENCE_WORDS)


def find_cues(document: Document, *, masked: Iterable[Span] = ()) -> tuple[Cue, ...]:
    """Population and violence cues of a text, in order of their start.

    ``masked`` are spans of agency names, whose 'perempuan' and 'anak' say nothing
    about a count.
    """
    spans = list(masked)
    words = document.lower_words
    no_people = [*spans, *(match.span() for match in _NOT_POPULATION.finditer(words.text))]
    no_violence = [match.span() for match in NOT_VIOLENCE.finditer(words.text)]
    cues = [*_population(_without(words, no_people)), *_violence(_without(words, no_violence), spans)]
    cues += _own_acronyms(document.plain, [cue for cue in cues if cue.kind is CueKind.VIOLENCE])
    return tuple(sorted(cues, key=lambda cue: (cue.start, -cue.end)))


_ACRONYM = re.compile(r"\s?\(([A-Z]{2,6})\)")


def _own_acronyms(plain: str, cues: Sequence[Cue]) -> Iterable[Cue]:
    """Later uses of acronyms that the text itself explains."""
    taken = {cue.start for cue in cues}
    known: dict[str, Cue] = {}
    for cue in cues:
        match = _ACRONYM.match(plain, cue.end)
        if match and not cue.generic:
            known.setdefault(match[1], cue)
    for name, cue in known.items():
        for match in re.finditer(rf"(?<!\w){name}(?!\w)", plain):
            if match.start() not in taken and plain[match.start() - 1 : match.start()] != "(":
                yield replace(cue, start=match.start(), end=match.end(), word=cue.word)


_START = attrgetter("start")


def cues_in(cues: Sequence[Cue], start: int, end: int, kind: CueKind) -> list[Cue]:
    """The cues of one kind that begin inside a span."""
    found: list[Cue] = []
    for place in range(bisect_left(cues, start, key=_START), len(cues)):
        cue = cues[place]
        if cue.start >= end:
            break
        if cue.kind is kind:
            found.append(cue)
    return found


def _without(words: Words, spans: Sequence[Span]) -> Words:
    return words.masked(_masked(words.text, spans), spans)


def _masked(text: str, spans: Iterable[Span]) -> str:
    pieces: list[str] = []
    position = 0
    for start, end in sorted(spans):
        if end <= position:
            continue
        begin = max(start, position)
        pieces.append(text[position:begin])
        pieces.append("\x00" * (end - begin))
        position = end
    pieces.append(text[position:])
    return "".join(pieces)


def _population(words: Words) -> Iterable[Cue]:
    for match in _POPULATION_PATTERN.finditer(words):
        value = _POPULATION_VALUES[int((match.lastgroup or "v0")[1:])]
        yield Cue(
            start=match.start(),
            end=match.end(),
            kind=CueKind.POPULATION,
            value=value,
            word=match[0].strip(),
            marked=bool(_TARGET.search(words.text, max(0, match.start() - 16), match.start())),
        )


def _violence(words: Words, agencies: Sequence[Span]) -> Iterable[Cue]:
    """Kinds also inside names ('Satgas TPPO'), generic words only outside them."""
    taken: list[Span] = []
    for match in _VIOLENCE_PATTERN.finditer(words):
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        taken.append((start, match.end()))
        value = _VIOLENCE_VALUES[int((match.lastgroup or "v0")[1:])]
        yield Cue(start=start, end=match.end(), kind=CueKind.VIOLENCE, value=value, word=match[0].strip())
    left = _masked(words.text, [*taken, *agencies])
    others = [match.span() for match in GENERIC_OTHER.finditer(left)]
    for start, end in others:
        yield Cue(
            start=start,
            end=end,
            kind=CueKind.VIOLENCE,
            value=Violence.OTHER,
            word=left[start:end],
            generic=True,
        )
    for match in GENERIC_ANY.finditer(_masked(left, others)):
        yield Cue(
            start=match.start(),
            end=match.end(),
            kind=CueKind.VIOLENCE,
            value=Violence.ANY,
            word=match[0],
            generic=True,
        )
