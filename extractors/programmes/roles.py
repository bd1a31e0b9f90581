"""Names in the part that programmes play in a sentence, whatever noun stands before them.

Most names are coined, and the sentence says by its verb that something is meant that
serves people: it takes victims in, it can be downloaded, it is handed out, it is taken up
again as 'layanan itu' or stands in one row with a listed programme.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.programmes import wordings
from extractors.programmes.folding import word_set
from extractors.programmes.introduced import LIST_GAP, capital_runs
from extractors.programmes.names import ELECTRONIC, Token
from extractors.words import OpenedPattern

_CLOSE = "”\"'’`»"
_OPEN = "“\"'‘`«"
_ADVERB = (
    r"(?:kini|sudah|telah|akan|mulai|dapat|bisa|boleh|juga|pun|ini|itu|tetap|masih|nanti(?:nya)?|sendiri|"
    r"resmi|"
    r"hanya|saja|kembali|terus|selalu|sempat|baru|belum|tidak|tak|memang|siap|langsung|rutin|yang|lantas|"
    r"lalu|bakal|segera|setiap hari|saban hari|sekarang|pernah|mampu|turut|ikut|justru|bahkan)"
)
_SERVING = (
    r"beroperasi|berdiri|menjamur|keliling|(?:saban|setiap|tiap) (?:hari|pekan|minggu|bulan|senin|selasa|"
    r"rabu|kamis|"
    r"jumat|sabtu|malam|sore|pagi)|beranggotakan|berisi(?:kan)?|bergulir|berkeliling|mangkal|berlaku|"
    r"berjalan|berbunyi|"
    r"menampung|melayani|memudahkan|memungkinkan|mempermudah|mempertemukan|menyasar|menjangkau|mewadahi|"
    r"menghubungkan|terhubung|tersambung|terintegrasi|tersedia|tersebar|mempersingkat|memangkas|"
    r"menerima (?:\w+ ){0,2}?(?:aduan|pengaduan|laporan|penghuni\w*|korban|telepon|"
    r"surat|"
    r"curhat\w*|keluhan|kunjungan|konsultasi|pesan|tamu)|buka (?:setiap|saban|tiap|24|dari|pukul|sejak|hari|"
    r"sehari)|di(?:pakai|gunakan|manfaatkan|jalankan|terapkan|perluas|operasikan|renovasi|resmikan|buka|"
    r"tutup|uji ?coba\w*|kelola|perkenalkan|gulirkan|canangkan|berlakukan|adopsi|replikasi|tiru|lanjutkan|"
    r"hentikan|siarkan|unduh|akses|hubungi|pasang|tempatkan|letakkan|biayai|danai|gerakkan|motori|gaungkan|"
    r"gagas|rintis|inisiasi|lahirkan|rancang|kembangkan|sosialisasikan|tujukan|peruntukkan|bentuk|luncurkan|"
    r"gencarkan|bagikan|sebar(?:kan)?|hidupkan|aktifkan|rilis|putar|tayangkan|gelar|namai|namakan|beri nama)|"
    r"(?:tumbuh |lahir |hadir )?(?:men)?jadi (?:\w+ ){0,2}?(?:tempat|wadah|ruang|jargon|program|rujukan|"
    r"andalan|jembatan|tumpuan|benteng|sarana|saluran|inovasi|gerakan|jalan|solusi|jawaban)|"
    r"bertujuan|dimaksudkan|lahir (?:dari|untuk|karena|sebagai|pada|sejak|atas)|hadir (?:untuk|sebagai|di)|"
    r"mendapat sambutan|membuahkan|berbuah"
)
"""What programmes do and what is done with them; people and offices seldom."""
_SERVES = re.compile(
    rf"[{_CLOSE}]?(?:\s*\([^()\n]{{2,110}}\))?,?\s+(?:{_ADVERB}\s+){{0,3}}(?:{_SERVING})\b",
    re.IGNORECASE,
)
_HANDING = (
    r"menyerahkan|membagikan|menyematkan|mengincar (?:gelar|predikat|status)|menyambut(?: baik)?|"
    r"mengujicobakan|uji coba|memamerkan|membanggakan|mengunggulkan|menjagokan|mempromosikan|"
    r"menyosialisasikan|mensosialisasikan|memasyarakatkan|menggaungkan|menggelorakan|menyerukan|"
    r"melanjutkan|meneruskan|mencoba|menjajal|adanya|berbekal|bermodal(?:kan)?|apresiasi (?:atas|untuk)|"
    r"(?:men)?jadi|mengikuti|memfasilitasi|(?:di|"
    r"me)lengkapi(?: dengan)?|dibekali|mendatangi|"
    r"singgah (?:di|ke)|mampir (?:di|ke)|"
    r"alumni|lulusan|peserta|anggota|petugas|pengelola|penggagas|penggerak|perintis|pencetus|penggiat|"
    r"pegiat|relawan|kader|kehadiran|keberadaan|hadirnya|lahirnya|munculnya|berdirinya|terbentuknya|"
    r"berlakunya|penerapan|pelaksanaan|penyelenggaraan|pemanfaatan|penggunaan|pengoperasian|inisiator|"
    r"kebijakan|predikat|gelar|status|melepas|mengerahkan|menurunkan|menerjunkan|dengan tajuk|"
    r"muncul|diberlakukan|dirancang|merancang|memberlakukan|merilis|"
    r"mengawali|memulai|mencetuskan|melaksanakan|menyelenggarakan|menempatkan|memasang|menawarkan|"
    r"dibawa|dipegang|diemban|diampu|ditangani|dibina|diurus|bagian dari|seperti|termasuk|"
    r"bertuliskan|bertulis|tulisan"
)
_HANDLED = OpenedPattern(
    rf"\b(?:{_HANDING})\s+(?:(?:oleh|lewat|melalui|dengan|sebuah|satu|juga|pula|berupa|bernama|para|"
    rf"kembali)\s+){{0,2}}"
    rf"[{_OPEN}]?$",
    re.IGNORECASE,
)
_BORN = re.compile(
    rf"\b(?:lahir|muncul|berdiri|terbentuk|tercetus|tercipta|jadi|hadir|(?:di|ber|ter)\w{{3,}}(?:kan|i|uk|"
    rf"uka)?)lah"
    rf"\s+(?:sebuah\s+|satu\s+)?[{_OPEN}]?$",
    re.IGNORECASE,
)
_PRESENTED = OpenedPattern(
    rf"\b(?:{wordings.KINDS_OF_PROGRAMME}|nama|jurus|senjata|resep|gebrakan|langkah|ikhtiar|andalan|ruang|"
    rf"rumah|"
    r"forum|cara|kiat|siasat|wadah|sarana|fasilitas|kegiatan|tim|pasukan|kelas|kebijakan|kesepakatan|tempat|"
    r"upaya|strategi|solusi|jawaban|tradisi|kebiasaan|jalan)(?:nya)?\b[^.:;\n]{0,110}"
    rf"(?::|,? (?:yakni|yaitu|ialah|adalah|bernama|namanya|yang bernama|yang dinamai))\s+[{_OPEN}]?$",
    re.IGNORECASE,
)
_KIND = rf"(?:{wordings.DEFINING}|laskar|perkumpulan|ikatan|kartu|teater|bangunan|gedung|wisma|aturan|nama)"
_TAKEN_UP = OpenedPattern(
    rf"\b(?:{_KIND})(?: \w+){{0,2}}? (?:itu|ini|tersebut|tadi|inilah|itulah)\b", re.IGNORECASE
)
_FIRST_WORD = re.compile(r"\w{3,}")
_GAP_LEFT = re.compile(
    rf"[{_CLOSE}]?(?:\s*\([^()\n]{{2,80}}\))?(?:[,;]?\s+(?:dan|serta|maupun|atau|berikut|"
    rf"beserta)\s+)[{_OPEN}]?$"
)
_MOTTO = 60
_SAYING = re.compile(r"[“\"][^“”\"\n]{3,70}[.!][”\"]")
_REACH = 220
_NEXT = re.compile(r"[.!?][”\"’']?\s+|[;,]\s+")
_PERSON_BEFORE = re.compile(
    r"\b(?:kata|ujar|ungkap|jelas|tutur|sebut|ucap|papar|imbuh|tegas|terang|tandas|menurut|oleh|bernama|"
    r"bapak|ibu|pak|bu|kepala|ketua|koordinator|direktur|bupati|wali ?kota|gubernur|menteri|camat|lurah|"
    r"kades|sekda|kapol\w+|kasat|kanit|psikolog|aktivis|pengacara|konselor|dokter|dr|guru|kabid|kadis|drs|"
    r"dra|ir|prof|haji|hj|kh)\.?\s+"
    rf"[{_OPEN}]?$",
    re.IGNORECASE,
)
_DASH = re.compile(r"\s*(?:,|\s[–—-])")
_PERSON_AFTER = re.compile(
    r"\s*,?\s*\(\s*\d{1,2}\b|,?\s+(?:kata|ujar|mengatakan|menuturkan|mengaku|berkata)\b"
)
_COMMON = word_set(
    "kata ujar warga korban pelaku petugas anggota pengurus kader relawan guru siswa siswi santri murid "
    "kepala ketua "
    "tokoh para ibu bapak bupati gubernur camat polisi jaksa hakim pemerintah pemkab pemkot pemprov dinas "
    "kantor gedung aula lapangan jalan pasar stadion masjid gereja pura terminal pelabuhan bandara dermaga "
    "alun-alun hotel pantai sungai gunung pulau danau bukit museum mal plaza sd smp sma smk sdn smpn sman "
    "smkn "
    "mts man mi tk paud ra kua lapas rutan rsud rs puskesmas posyandu kecamatan kabupaten kota provinsi "
    "kelurahan desa negara presiden menteri raja data angka kasus kekerasan laporan tahun senin selasa rabu "
    "kamis jumat sabtu minggu januari februari maret april mei juni juli agustus september oktober november "
    "desember lebaran ramadan natal idul hari mahasiswa dosen rektor tim satuan unit hukum undang-undang "
    "peraturan perda pasal uu bank pt cv komisi lembaga yayasan organisasi kegiatan acara program layanan "
    "aplikasi inovasi gerakan kampanye penumpang orang anak perempuan wanita pengguna saksi keluarga suami "
    "istri ayah kkn bahasa suku islam kristen katolik hindu indonesia play store google whatsapp facebook"
)
"""Words that open a sentence or name a person, place or office; no programme is told by them."""


@dataclass(frozen=True, slots=True)
class Role:
    """A name in such a part: 'serves', 'handled', 'presented', 'taken_up', joined by '+'."""

    start: int
    end: int
    roles: str


def names_in_role(text: str, tokens: Sequence[Token]) -> Iterator[Role]:
    """Every run of capitalised words that plays a programme's part, in text order."""
    for begin, last in capital_runs(text, tokens):
        first = _past_common(tokens, begin, last)
        if first >= last:
            continue
        start, end = tokens[first].start, tokens[last - 1].end
        if (
            not _is_striking(text[start:end])
            or _is_in_motto(text, start, end)
            or _is_person(text, start, end)
            or _is_dateline(text, start, end)
        ):
            continue
        roles = "+".join(name for name, plays in _roles(text, start, end) if plays)
        if roles:
            yield Role(start, end, roles)


def names_beside(text: str, tokens: Sequence[Token], listed: Sequence[tuple[int, int]]) -> Iterator[Role]:
    """The capitalised names before and behind listed programmes that they share a row with."""
    runs = list(capital_runs(text, tokens))
    ends = {tokens[last - 1].end: (tokens[first].start, tokens[last - 1].end) for first, last in runs}
    starts = {start: (start, end) for end, (start, _) in ends.items()}
    for start, end in listed:
        left = _GAP_LEFT.search(text, max(0, start - 90), start)
        for span in (ends.get(left.start()) if left else None, *_following(text, starts, end)):
            if span is not None and span not in listed and not _is_person(text, *span):
                yield Role(*span, roles="company")


def _following(text: str, starts: dict[int, tuple[int, int]], place: int) -> Iterator[tuple[int, int]]:
    for _ in range(6):
        gap = LIST_GAP.match(text, place)
        span = starts.get(gap.end()) if gap else None
        if span is None:
            return
        yield span
        place = span[1]


def _roles(text: str, start: int, end: int) -> Iterator[tuple[str, bool]]:
    before = text[max(0, start - 160) : start]
    yield "serves", _SERVES.match(text, end) is not None
    yield "handled", _HANDLED.search(before[-60:]) is not None
    yield "born", _BORN.search(before[-60:]) is not None
    yield "presented", _PRESENTED.search(before) is not None
    yield "taken_up", _is_taken_up(text, start, end)


def _is_taken_up(text: str, start: int, end: int) -> bool:
    """'Pasukan Semut … pasukan ini', 'Wisma Cempaka … Rumah aman itu': in the next clause or sentence."""
    stretch = text[end : end + _REACH].split("\n", maxsplit=1)[0]
    follows = _NEXT.search(stretch)
    if follows is None:
        return False
    later = stretch[follows.end() :]
    head = _FIRST_WORD.match(text, start, end)
    own = (
        head is not None
        and head[0].casefold() in later.casefold()
        and re.search(rf"\b{head[0]}\b.{{0,20}}? (?:itu|ini|tersebut|tadi)\b", later, re.IGNORECASE)
    )
    return bool(own) or _TAKEN_UP.search(later[:110]) is not None


def _past_common(tokens: Sequence[Token], first: int, last: int) -> int:
    """The run without 'Warga' or 'Program' before it; nothing of it when a place or an office opens it."""
    while first < last - 1 and tokens[first].lower in _DROPPED and tokens[first + 1].lower not in _COMMON:
        first += 1
    return last if tokens[first].lower in _COMMON else first


_DROPPED = word_set(
    "warga petugas anggota pengurus kader relawan alumni program layanan aplikasi inovasi gerakan"
)


def _is_striking(name: str) -> bool:
    """Several words all written large, or capitals."""
    words = [word for word in name.split() if len(word) > 3]
    several = " " in name and bool(words) and all(word[0].isupper() for word in words)
    return several or (name.isupper() and len(name) > 3) or ELECTRONIC.match(name) is not None


def _is_in_motto(text: str, start: int, end: int) -> bool:
    """'“Lindungi Puan, Lindungi Banua.”': a part of a short saying in quotes."""
    opened = max((text.rfind(sign, max(0, start - _MOTTO), start) for sign in '“"'), default=-1)
    found = _SAYING.match(text, opened) if opened >= 0 else None
    return found is not None and found.end() > end and text[start:end] != found[0][1:-1]


def _is_dateline(text: str, start: int, end: int) -> bool:
    """'WAINGAPU, SABANA POS – …': where a story was written."""
    opens_line = not text[text.rfind("\n", max(0, start - 80), start) + 1 : start].strip(_OPEN + " ")
    return opens_line and text[start:end].isupper() and _DASH.match(text, end) is not None


def _is_person(text: str, start: int, end: int) -> bool:
    return bool(_PERSON_BEFORE.search(text, max(0, start - 30), start) or _PERSON_AFTER.match(text, end))
