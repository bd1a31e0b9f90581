"""What a number's own clause counts, where that is no violence: institutions, room, services, people."""

import re
from collections.abc import Sequence
from itertools import accumulate

from extractors.figures.material import Material, within
from extractors.figures.reading import Reading
from models.vocabulary import Unit

_NEAR = 250
_OPENS = (
    r"^\W*(?:(?:adapun|sedang(?:kan)?|sementara|dan|serta|namun|tapi|tetapi|saat|ini|kini|sekarang"
    r"|jumlah|total|di|pada|untuk|para"
    r"|semua|seluruh|hingga|sampai|baru)\s+){0,4}"
)
_INSTITUTIONS = (
    r"lembaga|organisasi|yayasan|komunitas|forum|satgas|posko?|kantor|gedung|kamar|ruang(?:an)?"
    r"|fasilitas(?:nya)?|rumah\s+aman"
    r"|shelter|meja|kursi|komputer|ranjang|kasur|mobil|motor|kendaraan|anggaran(?:nya)?|dana(?:nya)?"
    r"|biaya(?:nya)?|pagu|apbd|dak|honor"
    r"|gaji|nilai(?:nya)?"
    r"|skor(?:nya)?|peringkat|indeks|poin|kader|petugas|personel|personil|relawan|pegawai|staf"
    r"|konselor|psikolog|penyidik"
    r"|peserta|undangan|aktivis|pengacara|advokat|paralegal|hakim|jaksa|saksi|tim|regu|penduduk"
    r"|prevalensi|program|kegiatan"
    r"|aturan|perda|perdes|sekolah|madrasah|pesantren|panggilan|telepon"
)
_SUBJECT = re.compile(_OPENS + rf"(?:{_INSTITUTIONS})(?!\w)(?=\s+\w)")
_VISITS = re.compile(
    r"^\W*(?:total|jumlah|hari ini|kemarin)?\s*(?:kunjungan|pengunjung|penonton|pembaca|pengikut"
    r"|online|hits?|views?|visitors?|dibaca|dilihat"
    r"|komentar|today|yesterday|hari\s+ini|kemarin|bulan\s+ini|minggu\s+ini)(?:\s+(?:hari|bulan"
    r"|minggu|tahun)\s+ini|\s+kemarin)?\s*[:|]?\s*$"
)
"""The counters at the foot of a page."""
_COUNTING_VERB = re.compile(
    r"(?<!\w)(?:(?:me|mem|men|meng|meny)\w{3,}|di(?:terima|tangani|dampingi|layani|catat|laporkan"
    r"|adukan|tampung|rawat)\w*"
    r"|(?:ke)?datang(?:an)?|masuk|kasus|korban(?!\s+(?:kekerasan|kdrt))|laporan|aduan|pengaduan"
    r"|perkara)(?!\w)"
)
_ESTABLISHED = re.compile(
    r"[\s,]*(?:yang\s+)?(?:sudah\s+|telah\s+|baru\s+|belum\s+)?(?:(?:ter|di)(?:bentuk|bangun|bina"
    r"|latih|resmikan|sahkan|akreditasi"
    r"|kukuhkan|lantik|kader|sertifikasi)|beroperasi|berdiri|bersertifikat)(?!\w)"
)
_ROOM = re.compile(
    r"(?<!\w)(?:(?:ber)?kapasitas(?:nya)?|daya\s+tampung(?:nya)?|(?:dapat|bisa|mampu|sanggup|cukup"
    r"|muat)\s+(?:untuk\s+)?"
    r"(?:menampung|ditempati|dihuni|memuat|merawat|diisi)|ideal(?:nya)?|(?:se)?(?:harus|mesti)nya"
    r"|butuh|membutuhkan|memerlukan"
    r"|kekurangan|menyiapkan|menyediakan|disiapkan|disediakan|tersedia)(?!\w)[^.;,]{0,50}$"
)
"""What could or should be, is needed or stands ready."""
_SURVEY = re.compile(
    r"(?<!\w)(?:survei|survey|responden|sampel|jajak\s+pendapat|kuesioner|angket|prevalensi|sphpn"
    r"|snphar|penelitian|riset)(?:nya)?(?!\w)"
)
_SERVICES = re.compile(
    _OPENS + r"(?:jumlah\s+)?(?:pe)?layanan(?:nya)?\s+(?!(?:pengaduan|hukum|psikolog\w*|medis|kesehatan"
    r"|rehabilitasi|konseling|pendampingan"
    r"|rumah)(?!\w))[^:,;]{0,80}?(?:berjumlah|sebanyak|mencapai|sejumlah|total(?:nya)?|tercatat"
    r"|sampai|tembus|menembus|menyentuh)\s(?=\d|$)"
)
"""'layanan yang dinikmati korban berjumlah 1.233' counts services, not those served."""
_SERVICE_NEXT = re.compile(r" (?:kali )?(?:pe)?layanan(?!\w)")
_AS_OTHERS = re.compile(
    r"\s*(?:(?:orang\s+)?(?:warga|masyarakat|pengunjung|penumpang|pasutri)|ibu\s+(?:hamil|menyusui"
    r"|nifas)|(?:anak|bayi)\s+mereka"
    r"|(?:orang\s+)?(?:anak|perempuan|wanita|ibu|istri|remaja|laki-laki|warga"
    r"|mama)(?:-\w+)?\s+(?:yang\s+)?(?:yatim|piatu"
    r"|stunting|kepala\s+\w+|kades|lurah|camat|anggota|kader|pengusaha|pelaku\s+usaha|pejabat|caleg"
    r"|legislator|pemimpin|berprestasi"
    r"|kurang\s+mampu|miskin|dhuafa|penerima|nasabah|tamat|lulusan|petani|pedagang|perajin|penenun"
    r"|belum\s+(?:punya|memiliki)"
    r"|tidak\s+(?:punya|memiliki|sekolah)|putus\s+sekolah|usia\s+(?:sekolah|dini|subur)))(?!\w)"
)
"""'12 perempuan kepala desa', '22 ribu anak yatim': people by what they are, of whom no harm is said."""
_HARM = re.compile(
    r"(?<!\w)(?:korban|penyintas|mengalami|menjadi\s+sasaran|di(?:pukul|cabul|leceh|aniaya|perkosa"
    r"|setubuh|siksa)\w*)"
)
_PRISON = re.compile(
    r"(?<!\w)(?:rutan|rumah\s+tahanan|lapas|lpka|penjara|warga\s+binaan|narapidana|napi"
    r"|sel\s+tahanan)(?!\w)"
)
DIVORCE = re.compile(
    r"(?<!\w)(?:perceraian|bercerai|(?:perkara|kasus|gugatan|permohonan)\s+cerai|cerai\s+(?:gugat"
    r"|talak)|talak)(?!\w)"
)
_CAUSE = re.compile(
    r"(?<!\w)(?:faktor|alasan|penyebab|pemicu|dipicu|sebab|karena|akibat|lantaran|gara-gara"
    r"|dilatarbelakangi|dilandasi)(?:nya)?(?!\w)"
)
_STAFF_LAST = re.compile(
    r"(?<!\w)(?:(?P<staff>kader|petugas|aktivis|relawan|anggota|pengurus|peserta|psikolog|konselor"
    r"|pendamping|fasilitator|penyidik"
    r"|personel|personil|staf|advokat|pengacara|paralegal|hakim|jaksa|saksi|tutor|penggerak|tenaga\s+\w+)"
    r"|(?P<harmed>korban|penyintas|kasus|laporan|aduan|pengaduan|perkara"
    r"|(?<!perlindungan )(?<!layak )(?<!ramah )anak|perempuan|klien|pelapor|pelaku|tersangka"
    r"|orang))(?:nya)?(?!\w)"
)
_SAID_AGAIN = re.compile(
    r"^\W*(?:dan\s+|lalu\s+)?(?:jumlah|angka|total|persis|tepat|keseluruhan|catatan|hitungan|banyak"
    r"|rekap)nya\s+(?:\w+\s+){0,2}$"
)
"""'Jumlahnya 19' counts what the sentence before speaks of."""


def head_features(
    material: Material,
    reading: Reading,
    near: Sequence[Reading],
    kept: Sequence[Reading],
    other: Sequence[Reading],
) -> dict[str, float]:
    """Signs that the clause is about something else, and that it takes up the violence said before."""
    candidate = reading.candidate
    lower, own = material.lower, candidate.own
    head = lower[max(own[0], candidate.start - 2 * _NEAR) : candidate.start]
    close = lower[max(candidate.sentence.start, candidate.start - 60) : candidate.start]
    people = candidate.person or candidate.unit is None
    harm = bool(reading.own.violence) or bool(_HARM.search(lower, own[0], own[1]))
    return {
        "other_subject": float(
            candidate.unit is None
            and all(cue.generic for cue in reading.own.violence)
            and _other_subject(head)
        ),
        "visits": float(candidate.unit is None and bool(_VISITS.search(head))),
        "established": float(
            candidate.unit is None and bool(_ESTABLISHED.match(lower, candidate.tail, candidate.sentence.end))
        ),
        "room": float(candidate.unit in (Unit.VICTIMS, None) and bool(_ROOM.search(close))),
        "surveyed": float(people and _surveyed(material, reading)),
        "services": float(
            bool(_SERVICE_NEXT.match(lower, candidate.number.end))
            or (candidate.unit is None and _of_services(material, reading))
        ),
        "as_others": float(not harm and bool(_AS_OTHERS.match(lower, candidate.number.end))),
        "prison": float(people and not reading.own.violence and bool(_PRISON.search(lower, *own))),
        "staff_last": float(candidate.person and not reading.labels and _staff_last(material, reading)),
        "said_again": float(bool(_SAID_AGAIN.search(head)) and _after_violence(material, reading)),
        "of_court": float(_of_court(material, reading, other)),
        "sum_of_kept": float(_makes_up_kept(reading, near, kept) or _is_made_up(reading, near)),
    }


def _other_subject(head: str) -> bool:
    subject = _SUBJECT.search(head)
    return subject is not None and _COUNTING_VERB.search(head, subject.end()) is None


def _of_services(material: Material, reading: Reading) -> bool:
    """Whether the sentence, before the number, counts services and not those served."""
    start = max(reading.candidate.sentence.start, reading.candidate.start - 2 * _NEAR)
    total = _SERVICES.match(material.lower[start : reading.candidate.start])
    return total is not None


def _surveyed(material: Material, reading: Reading) -> bool:
    """Whether the sentence, or the one before in its paragraph, tells of a survey."""
    sentence = reading.candidate.sentence
    before = material.document.sentences[max(0, sentence.index - 1)]
    first = before if before.block == sentence.block else sentence
    start = max(first.start, reading.candidate.start - 2 * _NEAR)
    return (
        _SURVEY.search(material.lower, start, min(sentence.end, reading.candidate.start + _NEAR)) is not None
    )


def _staff_last(material: Material, reading: Reading) -> bool:
    """Whether the people named last before a bare 'orang' are those who do the work."""
    sentence = reading.candidate.sentence
    before = material.document.sentences[max(0, sentence.index - 1)]
    first = before if before.block == sentence.block else sentence
    start = max(first.start, reading.candidate.start - _NEAR)
    named = list(_STAFF_LAST.finditer(material.lower, start, reading.candidate.start))
    people = [match for match in named if match["staff"] or match[0] != "orang"]
    return bool(people) and people[-1]["staff"] is not None


def _after_violence(material: Material, reading: Reading) -> bool:
    """Whether the sentence before speaks of violence."""
    sentence = reading.candidate.sentence
    before = material.document.sentences[max(0, sentence.index - 1)]
    start = max(
        before.start if before.block == sentence.block else sentence.start,
        reading.candidate.start - 2 * _NEAR,
    )
    return bool(within(material.cues, start, reading.candidate.start))


_LEAST = 5


def _makes_up_kept(reading: Reading, near: Sequence[Reading], kept: Sequence[Reading]) -> bool:
    """Whether it and its neighbours in the sentence add up to a figure said shortly before."""
    wholes = {
        whole.value
        for whole in kept[-6:]
        if whole.value >= _LEAST and reading.candidate.sentence.index - whole.candidate.sentence.index <= 2
    }
    if not wholes:
        return False
    run = sorted((reading, *(one for one in near if one not in kept)), key=_start)
    place = run.index(reading)
    return any(
        sum(one.value for one in run[first:end]) in wholes
        for first in range(place + 1)
        for end in range(max(place + 1, first + 2), len(run) + 1)
    )


def _is_made_up(reading: Reading, near: Sequence[Reading]) -> bool:
    """Whether the numbers right after it in the sentence add up to it."""
    after = sorted((one for one in near if one.candidate.start > reading.candidate.start), key=_start)
    sums = list(accumulate(one.value for one in after))
    return reading.value >= _LEAST and reading.value in sums[1:]


def _start(reading: Reading) -> int:
    return reading.candidate.start


def _of_court(material: Material, reading: Reading, other: Sequence[Reading]) -> bool:
    """Whether it tells why so many divorces were sought ('faktor KDRT 31 perkara')."""
    last = other[-1] if other else None
    candidate = reading.candidate
    if last is None or candidate.sentence.index - last.candidate.sentence.index > 2:
        return False
    before = material.document.sentences[max(0, candidate.sentence.index - 1)]
    start = max(before.start, candidate.start - 2 * _NEAR)
    return bool(
        DIVORCE.search(material.lower, start, candidate.start)
        and _CAUSE.search(material.lower, start, candidate.start)
    )
