"""Numbers that may count cases, victims, reports or perpetrators.

A candidate is a whole count with the noun it stands before (or none). What the
number cannot be (kecamatan, years, officers) is left out here by its noun;
whether the rest are figures is decided with their context in ``counting``.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.document import Sentence, Span
from extractors.figures.absences import find_absences
from extractors.figures.material import Material, within
from extractors.mentions import NumberKind, NumberMention, PeriodMention
from models.vocabulary import Unit


@dataclass(slots=True, kw_only=True)
class Candidate:
    """One number that may be a figure, with the words that belong to it alone."""

    number: NumberMention
    value: int
    sentence: Sentence
    unit: Unit | None
    """By the noun next to the number; null when there is none."""
    tail: int
    """Where the number, its noun and a bracket right after them end."""
    person: bool = False
    """The noun is 'orang', 'anak' … rather than 'korban'."""
    own: Span = (0, 0)
    """The part of the sentence that speaks about this number alone."""
    leading: Span = (0, 0)
    """The words right before the number that no other number owns."""
    noun_before: Unit | None = None
    """By the last counting noun among the own words before the number ('korbannya 34')."""
    refers: bool = False
    """Pointed back to ('98 kasus tersebut')."""
    of_which: bool = False
    """Only the whole that a sentence opens with ('Dari 11 kasus, …')."""
    reporters: bool = False
    """The words before name those who report ('pelapornya 26 mahasiswi')."""
    zero: bool = False
    """An absence in words ('tidak ada')."""

    @property
    def start(self) -> int:
        """Where the number begins."""
        return self.number.start


_MOST = 10_000_000
"""So much is money ('sebesar 850 juta'), not people."""
_GAP = r"\s{0,3}(?:\(\s*)?"
_UNITS: tuple[tuple[Unit, str], ...] = (
    (
        Unit.PERPETRATORS,
        r"(?:orang\s+)?(?:(?:yang\s+)?(?:di(?:tetapkan|jadikan)\s+)?(?:men)?(?:jadi|sebagai)\s+)?(?:pelaku|tersangka|terlapor|terdakwa|terpidana)(?:nya)?",
    ),
    (
        Unit.VICTIMS,
        r"(?:orang\s+|jiwa\s+|anak\s+|perempuan\s+|wanita\s+)?(?:menjadi\s+)?korba[nm](?:nya)?|penyintas",
    ),
    (
        Unit.CASES,
        r"(?:di\s+antaranya\s+)?(?:jumlah\s+)?(?:ka+sus|kaus|kasu|perkara|spdp|peristiwa|kejadian"
        r"|tindak\s+pidana|insiden|kekerasan(?!\s+(?:seksual|fisik|psikis|dalam))"
        r"|tindak\s+kekerasan|berkas)(?:nya)?",
    ),
    (
        Unit.REPORTS,
        r"(?:laporan|aduan|pengaduan|pelapor(?:an)?|permohonan|pemohon|lp)(?:nya)?(?:\s+polisi)?",
    ),
    (
        Unit.VICTIMS,
        r"(?P<person>(?:o+a?rang|jiwa|bocah|anak(?:-anak)?|perempuan|wanita|sisw[ai]|santri(?:wati)?|balita"
        r"|remaja|laki\s*-?\s*laki|bayi|pasien|warga|klien|istri|kaum|mama(?:-mama)?|ibu(?:-ibu)?"
        r"|mahasisw[ai]|dosen|pegawai|pelajar|murid|lansia|oknum(?:\s+\w+)?|tenaga\s+(?:pendidik|kependidikan)|(?:calon\s+)?(?:pekerja\s+migran|pmi)|penyandang"
        r"|suami|lelaki|pria|gadis|terlindung|pengadu))",
    ),
)
_UNIT = re.compile(
    _GAP + "(?:" + "|".join(f"(?P<u{i}>{body})" for i, (_, body) in enumerate(_UNITS)) + r")(?!\w)"
)
_SKIP = re.compile(
    r"\s*(?:(?:lebih|lagi|lain(?:nya)?|di\s*antaranya|buah|total|dugaan|jenis"
    r"|an)\b\s*){0,2}(?:\d{1,3}[.,]\d+\s*(?:%|persen)\s*)?"
)
_NOT_COUNTED = re.compile(
    r"\s*dari\s+\w+\s+(?:desa|kelurahan|kecamatan|kabupaten|provinsi|daerah|anak|perempuan)(?!\w)"
    r"|\s*(?:(?!(?:di|dari|pada|dalam|ke|sudah|telah|masih|baru|berasal|tinggal|terjadi|oleh|dengan|dan|serta"
    r"|sepanjang|selama|se\w+|tiap|untuk|hingga|sampai|per|\w*an|kdrt|tppo|tpks|abh|kbgo|inses|sodomi|adalah|ialah|merupakan|yaitu|yakni|jadi|sebagai|yang|(?:me|di|ter|ber)\w{4,})\s)\w+\s+)?"
    r"(?<!\w)(?:kecamatan|kelurahan|desa|nagari|gampong|kampung|kabupaten|kab|kota"
    r"|provinsi|daerah|wilayah|distrik|titik|lokasi|lokus|"
    r"tahun|bulan|minggu|pekan|hari|jam|menit|detik|wib|wita|wit|kali|persen|jenis|macam|bentuk"
    r"|kategori|poin|indikator|dimensi|"
    r"sekolah|sd|smp|sma|kampus|perguruan|pesantren|rumah|halte|stasiun|pos|posko|unit|kantor|lembaga"
    r"|organisasi|opd|dinas|instansi|tim|kelompok|"
    r"personel|personil|anggota|petugas|polisi|guru|kader|relawan|fasilitator|konselor|psikolog"
    r"|pendamping|advokat|peserta|undangan|tokoh|pejabat|"
    r"saksi|ahli|narasumber|pemateri|hal|pasal|ayat|butir|gram|kilogram|kg|liter|meter|km|kilometer"
    r"|hektare?|juta|miliar|triliun|rupiah|ribu|ruang|kamar|"
    r"polsek|polres|polda|uptd?|uptd|penduduk|kk|kepala|keluarga|desa|rw|rt|program|kegiatan|buku"
    r"|eksemplar|mobil|motor|armada|orang\s+(?:staf|ajudan|dokter|bidan|perawat|psikolog|hakim|jaksa|guru|pendamping|relawan|peserta|petugas|personel|kader|saksi|anggota|tua)|"
    r"kesatuan|satuan|segmen|aspek|faktor|langkah|tahap(?:an)?(?!\s+(?:satu|dua|ii?|1|2)\b)|negara|bahasa|layar|halaman|gelar"
    r"|angka|kalimat|baris|tabel|grafik|triwulan|semester|kuartal|medali|bersaudar[ai]|serangkai|helai|lembar|potong|pasang(?:an)?|ekor|botol|bungkus|batang|pucuk|spanduk|tenda|sesi|babak|panggilan|sidang|persidangan"
    r"|kunjungan|unggahan|video|foto|tayangan|responden|artikel|berita|komentar|x|view|views)(?!\w)"
)
_NOT_BEFORE = re.compile(
    r"(?<!\w)(?:pasal|ayat|nomor|no\.?|ke-|pukul|jam|uu|usia|umur|berbadan|rp\.?|kelas|angkatan"
    r"|vol\.?|edisi|jilid|(?:ber)?lantai|halaman|hlm\.?|tabel|gambar|grafik|km|kilometer|pal|rt|rw|blok|hari|zona|tipe|tahap|bab|urutan|peringkat|posisi|top"
    r"|covid-?)\s*$"
)
_VICTIMS_NEXT = re.compile(r"\s+(?:korban|pelaku|tersangka|penyintas)(?!\w)")
_SHARE_OF = re.compile(r"\s+(?:dari|di\s*antara)\s+(?:total\s+)?\d[\d.]*")
_BRACKET = re.compile(r"\s*\([^()\n]{0,60}\)")
_PERCENT_AFTER = re.compile(
    r"\s*(?:atau|setara|\(|,)?\s*(?:sekitar\s+)?\d{1,3}(?:[.,]\d+)?\s*(?:%|persen)\s*\)?"
)
_NUMBER_INSIDE = re.compile(r"\d")


def find_candidates(material: Material) -> list[Candidate]:
    """All counts that their own noun does not rule out, and absences in words, in order."""
    found = [one for number in material.numbers for one in _candidate(material, number)]
    known = {candidate.start for candidate in found if candidate.value == 0}
    found += [_absence(*said) for said in find_absences(material, known)]
    return sorted(found, key=lambda candidate: candidate.start)


def _absence(sentence: Sentence, said: re.Match[str]) -> Candidate:
    number = NumberMention(start=said.start(), end=said.end(), value=0, kind=NumberKind.COUNT, text=said[0])
    return Candidate(number=number, value=0, sentence=sentence, unit=None, tail=said.end(), zero=True)


_MARK_BEFORE = re.compile(r"(?:^|[,;:.\n]|\bdan|\bserta)\s*\($")
_MARK_AFTER = re.compile(r"\)\s?[a-z]")


def _numbers_a_list(lower: str, number: NumberMention) -> bool:
    """Whether it is the mark of an item: '(1) Pare 13 kasus, (2) Ngasem 9 kasus'."""
    marked = _MARK_BEFORE.search(lower, max(0, number.start - 8), number.start)
    return marked is not None and _MARK_AFTER.match(lower, number.end) is not None


def _is_count(material: Material, number: NumberMention) -> bool:
    if number.kind is NumberKind.COLLECTIVE:
        return _VICTIMS_NEXT.match(material.lower, number.end) is not None
    return number.kind is NumberKind.COUNT and (number.value or 0) < _MOST


def _candidate(material: Material, number: NumberMention) -> Iterator[Candidate]:
    if not _is_count(material, number) or number.value is None:
        return
    sentence = material.document.sentence_at(number.start)
    if sentence is None or number.start >= sentence.end:
        return
    if any(
        period.end == number.end and period.year == number.value for period in _periods_at(material, number)
    ):
        return
    lower = material.lower
    before = _NOT_BEFORE.search(lower, max(sentence.start, number.start - 14), number.start)
    if before or _numbers_a_list(lower, number):
        return
    unit, end, person = _unit_after(lower, number.end, sentence.end)
    share = _SHARE_OF.match(lower, number.end, sentence.end) if unit is None else None
    if share:
        unit, _, person = _unit_after(lower, share.end(), sentence.end)
        if unit is None and _NOT_COUNTED.match(lower, share.end(), sentence.end):
            return
    if unit is None and _NOT_COUNTED.match(lower, number.end, sentence.end):
        return
    shown = bool(_DEMONSTRATIVE.match(lower, end, sentence.end))
    of_which = _OF_WHICH.search(lower, max(0, number.start - 40), number.start) and _COMMA.match(
        lower, end, sentence.end
    )
    yield Candidate(
        number=number,
        value=number.value,
        sentence=sentence,
        unit=unit,
        tail=_tail(lower, end, sentence.end),
        person=person,
        refers=shown or bool(of_which),
        of_which=bool(of_which) and not shown,
    )


_OF_WHICH = re.compile(r"(?:^|[.!?\n”\"“]\s{0,2})[“\"]?dari\s+(?:total\s+|jumlah\s+|sebanyak\s+|ke-?)?$")
_COMMA = re.compile(r"\s?,")
"""'Dari 356 kasus, …' tells the parts of a number said before."""
_DEMONSTRATIVE = re.compile(r"(?:\s\w{1,20}){0,2}\s(?:itu|tersebut|tadi|di\s?atas|dimaksud)(?!\w)")


def _periods_at(material: Material, number: NumberMention) -> Sequence[PeriodMention]:
    """Expressions of time that may end in the number ('triwulan pertama 2023')."""
    return within(material.periods, number.start - 60, number.end)


def _unit_after(lower: str, position: int, stop: int) -> tuple[Unit | None, int, bool]:
    skipped = _SKIP.match(lower, position, stop)
    start = skipped.end() if skipped else position
    for begin in (position, start):
        match = _UNIT.match(lower, begin, stop)
        if match:
            unit = next(_UNITS[i][0] for i in range(len(_UNITS)) if match[f"u{i}"])
            return unit, match.end(), bool(match["person"])
    return None, position, False


def counted_noun(lower: str, position: int) -> bool:
    """Whether what follows a number is cases, victims, reports or perpetrators."""
    return _unit_after(lower, position, len(lower))[0] is not None


def _tail(lower: str, position: int, stop: int) -> int:
    """Past percentages and short brackets that restate or date the number."""
    for pattern in (_PERCENT_AFTER, _BRACKET, _PERCENT_AFTER):
        match = pattern.match(lower, position, stop)
        if match and (pattern is _PERCENT_AFTER or _dates_or_shares(match[0])):
            position = match.end()
    return position


def _dates_or_shares(bracket: str) -> bool:
    inner = bracket.strip()[1:-1].strip()
    return bool(re.fullmatch(r"(?:19|20)\d\d|[^\d]*\d{1,3}(?:[.,]\d+)?\s*(?:%|persen)[^\d]*|[^\d]+", inner))


_NOUN_BEFORE = re.compile(
    r"(?<!\w)(?:(?P<perpetrators>(?<!sebagai\s)(?<!menjadi\s)pelaku|tersangka|terlapor|terdakwa)|(?P<victims>korban|penyintas)"
    r"|(?P<reports>laporan|aduan|pengaduan|pelaporan|pelapor|pengadu|permohonan|pemohon|keluhan)|(?P<cases>kasus|perkara|peristiwa"
    r"|kejadian|spdp))(?:nya)?(?!\w)"
)


OF_VICTIMS = re.compile(
    r"(?<!\w)(?:pacar|mantan|teman|kekasih|ayah|bapak|ibu|tua|paman|kakek|kakak|abang|saudara|kerabat|keluarga|tetangga"
    r"|suami|istri|tiri|kandung|guru|majikan|atasan|kenalan|sepupu|wali)\s+(?:dari\s+|para\s+)?$"
)
"""What stands before 'korban' where those who did it are told by what they are to the victim."""
_REFERRED = re.compile(r"\s+(?:itu|tersebut|tadi|ini)(?!\w)")


def read_noun_before(lower: str, candidate: Candidate) -> Unit | None:
    """The unit that the words before the number name."""
    start = max(candidate.own[0], candidate.sentence.start)
    found: Unit | None = None
    end = 0
    for match in _NOUN_BEFORE.finditer(lower, start, candidate.start):
        if found is not None and _REFERRED.match(lower, match.end()):
            continue  # 'Terlapor dari seluruh laporan tersebut terdiri atas …'
        if match["victims"] and OF_VICTIMS.search(lower, max(start, match.start() - 16), match.start()):
            continue  # 'Pacar korban 18 orang' counts boyfriends.
        close = found is Unit.REPORTS and bool(_OF_REPORT.fullmatch(lower, end, match.start()))
        if not close:
            found = Unit(match.lastgroup or Unit.CASES)
        end = match.end()
    return found


_OF_REPORT = re.compile(r"\s*(?:\w+\s+){0,3}")
"""What stands between a report and the case that it is about ('permohonan perlindungan perkara …')."""
_REPORTERS = re.compile(r"(?<!\w)(?:pelapor|pengadu)(?:nya)?(?!\w)")


def name_reporters(lower: str, candidates: Sequence[Candidate]) -> None:
    """Mark the persons of a sentence who report: 'pelapornya 26 mahasiswi, satu dosen'."""
    said = False
    for candidate in candidates:
        start = max(candidate.own[0], candidate.sentence.start)
        said = said or _REPORTERS.search(lower, start, candidate.start) is not None
        said = said and (candidate.person or candidate.unit is None)
        candidate.reporters = said


_HEADS = re.compile(
    r"(?<!\w)(?:(?P<victims>korban)|(?P<reports>laporan|aduan|pengaduan)|(?P<cases>kasus|perkara))(?:nya)?(?!\w)"
)


def unit_of_heading(heading: str) -> Unit | None:
    """The one unit that the line above a list names ('Korban menurut kecamatan'), null for several."""
    units = {Unit(match.lastgroup or Unit.CASES) for match in _HEADS.finditer(heading)}
    return units.pop() if len(units) == 1 else None
