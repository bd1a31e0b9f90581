"""Names that a story leads to by what is told: one of many counted, whose case it is, whom somebody beat."""

import re
from collections.abc import Iterator

from models.masking.tokens import AGE, Span, is_initials, name_at, names_at, names_within, private, titled
from models.masking.words import (
    ABBREVIATIONS,
    ADDRESS,
    DEEDS,
    FAMILY,
    GRADE,
    HARM,
    VICTIM,
    VICTIM_WORD,
    YOUNG,
    area_names,
    is_headline,
    of_one_case,
)

_WHO = rf"(?:{VICTIM}|{YOUNG}|{FAMILY}|perempuan|wanita|laki-laki|lelaki|pria|lansia|janda)(?:nya)?"
_MANY = rf"(?:{_WHO}|kasus|laporan|perkara|aduan|pengaduan|orang)"
_ONE_OF = (
    r"(?:salah (?:satu|seorang)(?:nya)?|satu di antara\w*|(?:se|satu )orang di antara\w*|di antaranya|"
    r"antara lain|termasuk|yang\s+(?:termuda|tertua|terakhir|terbaru|paling\s+(?:muda|kecil|menonjol)))"
)
_LED = (
    rf"(?:\s+(?:adalah|ialah|yakni|yaitu|yang|dialami|menimpa|oleh|dari|pada|kasus|perkara|laporan|{_WHO}|bernama|"
    r"merupakan|menyangkut|atas nama))*"
)
_SINGLED = re.compile(
    rf"\b{_MANY}\b[^.;\n]{{0,80}}?[\s,(](?P<cue>{_ONE_OF}{_LED})\s*[,:]?\s+(?=(?-i:[A-Z]))", re.IGNORECASE
)
_PERSONAL = re.compile(
    rf"\b(?:menimpa|dialami|bernama|atas nama|{_WHO}|orang)\b|\byang\s+(?:termuda|tertua|paling)",
    re.IGNORECASE,
)
_COUNTS_ON = re.compile(r"\s*(?:\(\s*\d+\s*(?:kasus|orang|korban|laporan)|:?\s+\d)")
_OF_SOMEBODY = re.compile(
    r"\b(?:[Kk]asus|[Pp]erkara|[Kk]isah(?: (?:[Pp]ilu|[Ss]edih|[Tt]ragis|[Kk]elam|[Hh]aru))?|[Nn]asib|"
    r"[Dd]erita|[Tt]angis|[Tt]ragedi|[Kk]ematian|[Tt]ewasnya|[Mm]eninggalnya|[Jj]asad|[Mm]ayat|[Jj]enazah)\s+(?=[A-Z])"
)
_HARM_TO = re.compile(
    r"\b(?:kekerasan(?: (?:seksual|fisik|psikis))?|penganiayaan|pembunuhan|pencabulan|pemerkosaan|perkosaan|"
    r"pelecehan(?: seksual)?|perundungan|persetubuhan|penyekapan|perbuatan|ancaman)\s+"
    r"(?:terhadap|kepada|atas|pada)\s+(?=(?-i:[A-Z]))",
    re.IGNORECASE,
)
_TREATED = re.compile(
    r"\b(?:memeriksa|menangkap|menahan|mengamankan|membekuk|menetapkan|memvonis|menuntut|mendakwa|menghukum|"
    r"menjerat|melaporkan|menggugat|menyelamatkan|mengevakuasi|menjenguk|mendampingi|memulangkan|menolong|"
    r"mencabuli|memperkosa|merudapaksa|menyetubuhi|menganiaya|memukul\w*|melecehkan|menyiksa|menyekap|membunuh|"
    rf"di(?:{DEEDS})\w*(?:\s+oleh)?|dibawa (?:kabur|lari)(?:\s+oleh)?|"
    r"menghamili|menculik|menjual|menikahi|mengancam|meneror|membanting|mencekik|menelantarkan)\s+(?=(?-i:[A-Z]))",
    re.IGNORECASE,
)
_HEADLINED = re.compile(
    r"\b(?:Cabuli|Perkosa|Rudapaksa|Setubuhi|Hamili|Aniaya|Siksa|Pukuli|Gagahi|Lecehkan|Bunuh|Culik|Jual|Sekap|"
    r"Bacok|Tikam|Telantarkan|Nikahi|Perdaya|Bakar|Tusuk|Siram|Tampar|Seret|Tendang)\s+(?=[A-Z])"
)
_CAPTION = re.compile(r"(?:^|\n)\s*(?:Keterangan\s+)?(?:[Ff]oto|FOTO|Ket\.? foto|Caption)\s*:\s*(?=[A-Z])")
_TAKEN = (
    r"(?:diperiksa|ditangkap|ditahan|diamankan|dibekuk|divonis|dituntut|didakwa|dijerat|dihukum|dipolisikan|"
    r"ditetapkan|dilaporkan|dianiaya|dicabuli|diperkosa|disetubuhi|dilecehkan|dirundung|dipukul\w*|mengaku|"
    r"melapor|kabur|meninggal|tewas)"
)
_INITIALS = r"(?:[A-Z](?:\.\s?[A-Z])+\.?|[A-Z]{1,3})"
_INITIALS_TAKEN = re.compile(
    rf"(?<![\w.]){_INITIALS}(?:\s*(?:,\s*(?:dan|serta)?|dan|serta)\s*{_INITIALS})*"
    rf"(?=\s+(?:juga |telah |sudah |kini )?{_TAKEN}\b)"
)
_ROLE = re.compile(
    r"\b(?i:tersangka|terdakwa|terlapor|terpidana|terduga pelaku|pelaku|saksi|pelapor)\s+"
    rf"(?P<grade>{GRADE}\s+)?(?=[A-Z])"
)
_JOINT = re.compile(rf"(?:{AGE})?\s*(?:,\s*(?:dan|serta)?|dan|serta)\s*(?=[A-Z])")
_ADDRESSED = re.compile(rf"\b{ADDRESS}\s+(?=[A-Z])")
_ALIAS = re.compile(r"[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*){0,3}\s+(?:alias|als\.?)\s+(?=[A-Z])")
_OWN_PEOPLE = re.compile(
    r"\b(?:[Aa]nak|[Pp]utri|[Pp]utra|[Cc]ucu|[Kk]eponakan)\s+(?:perempuan|laki-laki|lelaki|kandung|tiri|angkat|"
    r"bungsu|sulung|tunggal)\s+(?=[A-Z])"
)


def singled_out(sentence: str, context: str) -> Iterator[Span]:
    """'19 anak, di antaranya Rani dan Oki', '31 kasus, termasuk yang dialami Nabila'."""
    for cue in _SINGLED.finditer(sentence):
        if _PERSONAL.search(cue.group()):
            yield from _listed(sentence, cue.end())


def whose_case(sentence: str, context: str) -> Iterator[Span]:
    """'kasus Vina', 'kisah pilu Nur Aini', 'penganiayaan terhadap Sinta'; no 'Kasus Asusila' in headlines."""
    for pattern in (_OF_SOMEBODY, _HARM_TO):
        for cue in pattern.finditer(sentence):
            headline = is_headline(sentence) and not cue.group().casefold().startswith(("kisah", "nasib"))
            name = None if headline else name_at(sentence, cue.end(), weak=True)
            if name is None or titled(sentence, name) or _counted_place(sentence, name):
                continue
            if not _abbreviated(sentence[slice(*name)]):
                yield from names_at(sentence, name[0], weak=True)


def treated(sentence: str, context: str) -> Iterator[Span]:
    """'memeriksa AR dan S', 'menjenguk Tasya', in a headline 'Cabuli Melati'."""
    for cue in (*_TREATED.finditer(sentence), *_HEADLINED.finditer(sentence)):
        for name in private(sentence, names_at(sentence, cue.end(), weak=True)):
            if not _counted_place(sentence, name) and not _organised(sentence[slice(*name)]):
                yield name


def pictured(sentence: str, context: str) -> Iterator[Span]:
    """'Foto: Lestari menunjukkan bekas luka'."""
    if of_one_case(sentence) or HARM.search(sentence):
        for cue in _CAPTION.finditer(sentence):
            yield from private(sentence, names_at(sentence, cue.end(), weak=True))


def taken(sentence: str, context: str) -> Iterator[Span]:
    """'R.A., D.S., dan M diperiksa'."""
    for match in _INITIALS_TAKEN.finditer(sentence):
        for word in re.finditer(_INITIALS, match.group()):
            if word.group().casefold() not in ABBREVIATIONS and is_initials(word.group()):
                yield match.start() + word.start(), match.start() + word.end()


def addressed(sentence: str, context: str) -> Iterator[Span]:
    """'Pak Darmo memukuli istrinya': neighbours and relatives are called so, officials bear their office."""
    if of_one_case(sentence):
        for cue in _ADDRESSED.finditer(sentence):
            yield from private(sentence, names_at(sentence, cue.end(), weak=True))


def own_people(sentence: str, context: str) -> Iterator[Span]:
    """'tiga anak perempuan Rohmat': the father."""
    for cue in _OWN_PEOPLE.finditer(sentence):
        name = name_at(sentence, cue.end(), weak=True)
        if name is not None and not titled(sentence, name) and not _counted_place(sentence, name):
            yield name


def also_called(sentence: str, context: str) -> Iterator[Span]:
    """'Junaedi alias Jun': officials have no alias."""
    if not (VICTIM_WORD.search(context) or HARM.search(sentence) or of_one_case(sentence)):
        return
    for cue in re.finditer(
        r"[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*){0,3}\s+(?:alias|als\.?)\s+(?=[A-Z])", sentence
    ):
        yield from names_within(sentence, cue.start(), cue.start() + cue.group().rindex(" al"), weak=True)
        yield from names_at(sentence, cue.end(), weak=True)[:1]


def in_role(sentence: str, context: str) -> Iterator[Span]:
    """'tersangka Marthen Nalle', 'saksi Rukiah'."""
    if not is_headline(sentence):
        for cue in _ROLE.finditer(sentence):
            names = names_at(sentence, cue.end(), weak=True)
            yield from names if cue["grade"] else private(sentence, names)


def _listed(sentence: str, position: int) -> Iterator[Span]:
    """The private persons from ``position`` on, parted by commas too."""
    while (name := name_at(sentence, position, weak=True)) is not None:
        if titled(sentence, name) or _counted_place(sentence, name):
            return
        yield name
        joint = _JOINT.match(sentence, name[1])
        if joint is None:
            return
        position = joint.end()


def _counted_place(sentence: str, name: Span) -> bool:
    words = sentence[slice(*name)]
    return words.casefold() in area_names() or _COUNTS_ON.match(sentence, name[1]) is not None


def _abbreviated(words: str) -> bool:
    return words.isupper() and "." not in words


def _organised(words: str) -> bool:
    """'mendampingi DP3A': two capitals may be somebody's initials, three are an agency or a law."""
    return words.isupper() and "." not in words and len(words) > 2
