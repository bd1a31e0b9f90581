"""Of what kind a programme is, by the noun nearest to its name, then by what is said of it.

In this order: a listed programme's own kind, the noun that explains it (', selter bagi …'), the noun
before it ('kanal lapor …'), the noun that opens the name, the words of the name, the sentences around.
"""

import re
from collections.abc import Iterable

from models.vocabulary import ProgrammeKind

_CLOSE = "”\"'’`»"
_NOUNS: tuple[tuple[ProgrammeKind, str], ...] = (
    (
        ProgrammeKind.TASK_FORCE,
        r"satgas|satuan tugas|gugus(?: tugas)?|tim|pasukan|barisan|regu|brigade|laskar|garda",
    ),
    (
        ProgrammeKind.APP,
        r"aplikasi|platform|website|portal|laman|situs|chat\s?bot|sistem (?:informasi|aplikasi|aduan)",
    ),
    (
        ProgrammeKind.HOTLINE,
        r"hotline|call[\s-]?cent(?:er|re)|(?:care|kontak) center|telepon|nomor(?: \w+)?|saluran(?: \w+)?|"
        r"jalur(?: \w+)?|whats\s?app|wa",
    ),
    (
        ProgrammeKind.SPACE,
        r"rumah|omah|griya|ruang(?:an)?|shelter|selter|taman|pojok|kafe|kedai|warung|sanggar|balai|bale|"
        r"bilik|"
        r"sudut|wisma|saung|gazebo|bangunan|tempat|asrama|tongkonan|honai|lamin|pondok|pendopo|teras|"
        r"safe house",
    ),
    (
        ProgrammeKind.COMMUNITY,
        r"forum|komunitas|kelompok|kader|relawan|jejaring|jaringan|aliansi|duta|lingkar(?:an)?|paguyuban|"
        r"perkumpulan|kumpulan|arisan|agen|pelopor|paralegal|pendamping|fasilitator|ronda|siskamling|"
        r"orang tua asuh",
    ),
    (
        ProgrammeKind.SERVICE,
        r"layanan|pelayanan|pos|posko|mobil|motor|bus|perahu|gerobak|kendaraan|pusat|klinik|konseling|"
        r"pendampingan|pengaduan|loket|gerai|kotak|kartu|kunjungan|jemput bola|kelas|sekolah|kursus|kanal|"
        r"unit|meja|"
        r"bantuan|bangku|patroli",
    ),
    (
        ProgrammeKind.POLICY,
        r"kebijakan|komitmen|strategi|piagam|pakta|maklumat|aturan|larangan|kesepakatan|skema|predikat|"
        r"gelar|status|"
        r"kode etik|sasi|desa|kampung|kelurahan|nagari|gampong|kota|kabupaten|kawasan|zona|madrasah|"
        r"pesantren",
    ),
    (
        ProgrammeKind.CAMPAIGN,
        r"kampanye|gerakan|deklarasi|ikrar|sosialisasi|edukasi|tagar|ajakan|seruan|aksi|siaran|podcast|"
        r"sandiwara|"
        r"teater|lomba|salam|pesan|metode",
    ),
)
_BY_NOUN = tuple((kind, re.compile(rf"(?:{nouns})\b", re.IGNORECASE)) for kind, nouns in _NOUNS)
_EXPLAINED = re.compile(
    rf"[{_CLOSE}]?(?:\s*\([^()\n]{{2,110}}\))?(?:\s*(?:,|:|\s[–—-])\s*|\s+(?:adalah|merupakan|ialah|"
    rf"berupa)\s+)"
    r"(?:(?:yakni|yaitu|sebuah|suatu|semacam|sejenis|adalah|sebutan (?:bagi|untuk)|nama|para|\d{1,3}|dua|"
    r"tiga|empat|"
    r"lima|delapan)\s+){0,3}",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?P<noun>[\w-]+(?: \w+){0,2}?)\s+(?:(?:bernama|bertajuk|berjuluk|diberi nama|dinamai|dinamakan|"
    r"disebut|itu|baru|"
    r"yang|berlabel|bertuliskan)\s+){0,3}[“\"'‘`«]?$",
    re.IGNORECASE,
)
_NAME_WORDS: tuple[tuple[ProgrammeKind, str], ...] = (
    (ProgrammeKind.CAMPAIGN, r"go(?:es)? to \w|masuk (?:sekolah|kampus|pesantren|desa)|^#|\bhari anti"),
    (ProgrammeKind.POLICY, r"\blayak anak|\bramah (?:anak|perempuan)|peduli anak|bebas (?:dari )?kekerasan"),
    (ProgrammeKind.APP, r"\bapps?\b|aplikasi|mobile\b|sistem (?:informasi|online|aduan)"),
    (ProgrammeKind.HOTLINE, r"^(?:halo|hallo|hello)\b|\b1\d\d\b"),
    (
        ProgrammeKind.CAMPAIGN,
        r"\b(?:stop|tolak|tunda|jangan|ayo|yuk|berani|tanpa|nol|zero|anti\w*|gerakan|gerak|ajak|katakan|"
        r"lawan|"
        r"bebas|sayangi|cegah)\b",
    ),
    (
        ProgrammeKind.COMMUNITY,
        r"^(?:inang|mama|emak|bunda|ibu|bapak|ayah|kawan|teman|sobat|ninik|opa|oma|penjaga|panjaga|jogo|jaga|"
        r"basudara|kader|relawan)\b|berbasis masyarakat|relawan|kader|sukarelawan",
    ),
    (
        ProgrammeKind.SERVICE,
        r"layanan|pelayanan|konsultasi|konseling|jemput|antar|curhat|lapor|sapa|pulih|bantu",
    ),
)
_BY_NAME = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _NAME_WORDS)
_SAID: tuple[tuple[ProgrammeKind, str], ...] = (
    (ProgrammeKind.APP, r"diunduh|mengunduh|unduh|play\s?store"),
    (ProgrammeKind.HOTLINE, r"menelepon|dihubungi di|nomor \d|bebas pulsa|\(?0\d{2,3}-\d{3}"),
    (
        ProgrammeKind.COMMUNITY,
        r"beranggotakan|anggotanya|relawan\w*|kader\w*|tergabung|para (?:ibu|bapak|suami|mama)",
    ),
    (ProgrammeKind.SPACE, r"ditampung|menampung|menginap|kamar|ruangan|gedung"),
    (
        ProgrammeKind.CAMPAIGN,
        r"kampanye|mengajak|siswa|pelajar|santri|murid|mengajar\w*|materi|edukasi|sosialisasi|penyuluhan|"
        r"pesan|"
        r"menyebarluaskan|calon pengantin|suami",
    ),
    (
        ProgrammeKind.SERVICE,
        r"mendampingi|pendampingan|konseling|konsultasi|menjemput|mengantar|melayani|layanan|aduan|pengaduan|"
        r"mengadu|melapor|korban",
    ),
)
_BY_SENTENCE = tuple((kind, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for kind, words in _SAID)


def kind_by_words(names: Iterable[str], places: Iterable[tuple[int, int]], text: str) -> ProgrammeKind:
    """The kind that the nearest words tell; 'other' where none does."""
    spans = list(places)
    forms = sorted(names, key=len)
    for told in (
        *(_kind_of_noun(text, _after(text, end)) for _, end in spans),
        *(_kind_before(text, start) for start, _ in spans),
        *(_kind_of_noun(form, 0) for form in reversed(forms)),
        _first(_BY_NAME, " | ".join(forms)),
        *(_first(_BY_SENTENCE, text[max(0, start - 120) : end + 160]) for start, end in spans),
    ):
        if told is not None:
            return told
    return ProgrammeKind.OTHER


def _after(text: str, end: int) -> int:
    found = _EXPLAINED.match(text, end)
    return found.end() if found else len(text)


def _kind_of_noun(text: str, place: int) -> ProgrammeKind | None:
    return next((kind for kind, pattern in _BY_NOUN if pattern.match(text, place)), None)


def _kind_before(text: str, start: int) -> ProgrammeKind | None:
    before = _BEFORE.search(text, max(0, start - 60), start)
    if before is None:
        return None
    words = before["noun"].split()
    kinds = (_kind_of_noun(" ".join(words[index:]), 0) for index in range(len(words)))
    return next((kind for kind in kinds if kind is not None), None)


def _first(patterns: Iterable[tuple[ProgrammeKind, re.Pattern[str]]], text: str) -> ProgrammeKind | None:
    return next((kind for kind, pattern in patterns if pattern.search(text)), None)
