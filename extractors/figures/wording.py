"""What the words around a number say for and against its counting violence."""

import re
from collections.abc import Sequence

from extractors.document import BlockKind, Sentence
from extractors.figures.candidates import unit_of_heading
from extractors.figures.material import Material, within
from extractors.figures.own import specific_violence
from extractors.figures.reading import Label, Reading
from models.vocabulary import Unit

_NEAR = 400
"""How far around a number its sentence is read, so that time stays linear in the text."""
OFFICE = re.compile(
    r"\bu?ppa\b|(?<!\w)ppo\b|renakta|perempuan\s+dan\s+(?:perlindungan\s+)?anak|perlindungan\s+anak"
)
"""Units for women and children, at the police too."""
_COUNTED_BEFORE = re.compile(
    r"(?:berjumlah|sebanyak|sejumlah|jumlah(?:nya)?|total(?:nya)?|ter(?:catat|data|himpun|kumpul"
    r"|hitung|dapat|daftar|rekam|tulis"
    r"|register|muat|lapor|jaring|pantau|tampung)|mencapai|capai|menyentuh|menembus|tembus|menjadi"
    r"|jadi|yakni|yaitu|ada|sudah"
    r"|baru|hanya|cuma|naik|turun|ke|masih|juga|meliputi|memiliki|me(?:nerima|ncatat\w*|ndata|muat"
    r"|mbukukan|rekap|rekam|nghimpun"
    r"|ngumpulkan|nampung|nghitung|nyebut\w*|ncantumkan|nunjukkan|mperlihatkan|ngantongi|nerbitkan"
    r"|laporkan|nginput|mbuku"
    r"|miliki|nangani|layani|ndampingi|ngurus|nggarap|mroses|mpunyai|numpuk|nyumbang(?:kan)?|nduduki"
    r"|ngisi|ngoleksi)"
    r"|menyisakan|tersisa|tinggal|angkanya|angka|catatannya|hitungannya|rekapnya|datanya|punya"
    r"|berhenti\s+di\s+angka|genap"
    r"|persisnya|tepatnya|yakni\s+sebanyak|sampai|hingga)\s+$"
)
_COUNTED_AFTER = re.compile(
    r"[\s,–—]*(?:itulah|demikianlah|begitulah|segitulah|adalah|ialah|merupakan|menjadi)?\s*"
    r"(?:jumlah(?:nya)?|total(?:nya)?|angka(?:nya)?|catatan(?:nya)?|hitungan(?:nya)?"
    r"|rekap(?:itulasi)?(?:nya)?|banyaknya)(?!\w)"
)
"""'Delapan puluh anak, itulah jumlah yang …'."""
_FILLER_NEXT = re.compile(
    r"\W*(?:$|[.,;:)”\"|]|(?:pada|di|dan|serta|ke(?:pada)?|ketimbang|daripada|berbanding|dari(?:nya)?"
    r"|untuk|sepanjang|selama|hingga|sampai|saja"
    r"|menurut|berdasarkan"
    r"|akibat|karena|jadi|menjadi|yang|lebih|terhadap|menimpa|atau|dengan|sudah|telah|masih|lagi"
    r"|adalah|merupakan|paling"
    r"|kemudian|lalu|naik|masuk|lanjut|berhasil|tengah|keluar|kelar|beres|tuntas|rampung|sedang\w*"
    r"|sementara|mengalami|itu|tersebut|tadi|ini|di-?\w+|ter\w+|ber\w+|me\w+"
    r"|juga|pun|pula|lain(?:nya)?"
    r"|semua(?:nya)?|seluruhnya|sisanya|secara|bagi|oleh|dalam|sejak|per|ialah|yakni|yaitu|tetapi"
    r"|tapi|namun|meski\w*|walau\w*"
    r"|se(?:tahun|semester|bulan|pekan|lama|waktu|kali|jak|panjang|kabupaten|kota|provinsi)|semester"
    r"|triwulan|periode|kiriman|titipan|rujukan|limpahan|kemarin|silam|lalu|berikut\w*|ketika|saat"
    r"|sebab|lantaran|gara-gara|bila|kalau|jika|maupun|ditambah|disusul|tahun|bulan|belum(?=\s*[,.;])"
    r"|memang|malah\w*|justru|bahkan|hanya|cuma|rata-rata|antara(?:nya)?|total|jumlah\w*|kasusnya"
    r"|korbannya)\b|\()"
)
_SCORE = re.compile(
    r"(?<!\w)(?:penduduk|populasi|skor\w*|nilai\w*|indeks|target\w*|minimal\s+di\s+atas|ranking"
    r"|persyaratan)"
)
_CRIME_NOUN = re.compile(
    r"\s*(?:permohonan\s+(?:dispensasi|nikah|isbat|cerai|diska)|perkara\s+(?:pidana(?!\s+anak)"
    r"|perdata|cerai|permohonan|waris|lain"
    r"|perceraian|dispensasi|korupsi|narko\w+|pencurian|perjudian|gugatan|isbat)"
    r"|tindak\s+pidana\s*[,.]|kasus\s+(?:kriminal|kejahatan|perceraian|yang\s+paling\s+tinggi)"
    r"|(?:cerai|kejahatan|pelanggaran|tindak\s+kriminal))"
)
_PROTECTS = re.compile(
    r"p3a|ppa|pppa|p2tp2a|kpai|kpad|ppks|wcc|women\s+crisis|komnas\s+(?:perempuan|anak|pa)|perempuan"
    r"|perlindungan\s+anak"
    r"|lpsk|lbh\s+apik|lpai?\b|simfoni|puspaga"
)
_PARTICIPANTS = re.compile(
    r"peserta|(?:yang\s+)?hadir|diikuti\s+(?:oleh\s+)?\d|personel|petugas|dilatih|undangan|relawan"
    r"|penerima\s+manfaat|kuota|target(?!\s+kekerasan)|dikerahkan|dihadiri|kader|jumlah\s+satgas"
    r"|anggota\s+satgas|mengirim\s+\d|ikut\s+serta|pendaftar|pelamar"
)
_RESCUED = re.compile(
    r"(?:menyelamatkan|diselamatkan|mengamankan|mengevakuasi|memulangkan|membebaskan|menjemput"
    r"|mendampingi)\s+(?:\w+\s+){0,3}$"
)
_STAFF = re.compile(
    r"(?<!\w)(?:sdm|personel|personil|anggota(?!\s+keluarga)|pengurus|kader|relawan|psikolog|konselor"
    r"|pendamping|advokat|pengacara|paralegal|penyidik|pekerja\s+sosial|fasilitator|tenaga\s+(?:ahli"
    r"|pendamping)|mediator|psikiater)(?:nya)?"
    r"(?:,?\s(?!me(?!reka|ngajukan|minta|mbutuhkan|merlukan)\w{3}|di(?!nas)\w{3}|ter\w{3}|korban|anak"
    r"|perempuan|kasus)\w{1,20}){0,5}\s$"
)
"""People who work on the violence, counted right after their name ('psikolog klinis hanya dua orang')."""
_SENT_BY = re.compile(
    r"(?<!\w)(?:bidang|seksi|sekretariat|subbag\w*|divisi|ikatan|organisasi|komunitas|forum|lembaga"
    r"|yayasan|himpunan)"
    r"(?:,?\s(?!me\w{4}|di\w{5}|ter\w{4}|ada\s|korban|kasus|laporan|sebanyak)[\w()]{1,20}){0,6}\s$"
)
"""Bodies whose people are counted right after their name ('sekretariat enam orang')."""
_OUTREACH = re.compile(
    r"(?<!\w)(?:menjangkau|menyasar|melatih|merekrut|membina|mengedukasi|beranggotakan|mengukuhkan"
    r"|melantik|mengangkat|menunjuk|mengundang"
    r"|mengumpulkan|melibatkan|memberangkatkan|menghadirkan|mengirim(?:kan)?|mengutus|menurunkan"
    r"|mewakilkan|mengikutkan|mengikutsertakan|diwakili|diutus|meluluskan|menerjunkan|menugaskan"
    r"|menyiagakan)\s(?:\w{1,20}\s){0,2}$"
)
_WISH = re.compile(r"semoga|mudah-mudahan|syukur|agar|supaya|jangan|harap\w*|ingin|target")
_DEED = re.compile(
    r"(?<!\w)(?:men?cabuli|menyetubuhi|mem[ep]rkosa|memerkosa|memperkosa|merudapaksa|melecehkan"
    r"|menganiaya|menyodomi|menggagahi"
    r"|menodai|menikam|memukuli?|menyiksa)\s+(?:\w+\s+){0,2}$"
)
"""What one offender did to so many ('mencabuli tiga bocah')."""
_POLICE_REPORTS = re.compile(r"\s*laporan\s+polisi")
_PROPORTION = re.compile(
    r"\s+dari\s+(?:se(?:tiap|puluh)|tiap|\d{1,2}|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan"
    r"|sepuluh)\s+(?:orang|perempuan|wanita|anak|remaja|sisw[ai]|pelajar|mahasisw[ai]|istri|ibu"
    r"|penduduk|responden|keluarga|gadis|rumah|laki-laki|pria|warga|balita|korban|pelaku|tersangka"
    r"|penyintas)"
)
_PART = re.compile(
    r"(?:(?:orang|kasus|perkara|laporan|korban)?\s*(?:di\s?antara(?:nya|\s+mereka)|dari\s+(?:mereka"
    r"|jumlah|angka|total)))"
)
_PART_BEFORE = re.compile(
    r"(?:di\s?antaranya|sisanya|selebihnya|dari\s+(?:jumlah|angka|semua|seluruh|sana|situ"
    r"|mereka)[^.;]{0,60})[\s,]*(?:\w+\s+){0,3}$"
)
_HANDLED = re.compile(
    r"(?<!\w)(?:menangani|menerima|mendampingi|mencatat\w*|mendata|melayani|kedatangan|menampung"
    r"|menghimpun|memproses"
    r"|merekam|mengadu\w*|melapor\w*|membuka|mengantongi|merawat|mengungkap|menyelesaikan|menetapkan"
    r"|menyidik"
    r"|ditangani|diterima|didampingi|dilayani|ditampung|dilaporkan|diadukan|dicatat|masuk|datang"
    r"|terhimpun|terjadi"
    r"|tercatat|terdata|terlapor|terekam|terungkap|menjadi\s+korban)(?!\w)"
)
"""What offices do with cases and with those who come."""
_RATE_BEFORE = re.compile(
    r"(?<!\w)(?:satu\s+(?:hari|minggu|pekan|bulan)\s+ada|rata-rata|(?:setiap|tiap)\s+\w+)(?:\s+(?:ada"
    r"|sekitar|terjadi|menerima)){0,2}\s+$"
)
_RATE_AFTER = re.compile(
    r"\s*(?:kasus|laporan|aduan|pengaduan|korban|perkara|orang|anak|perempuan)?\s*(?:dalam\s+)?"
    r"(?:sehari|seminggu|sepekan|sebulan|(?:se)?tiap\s+(?!daerah|wilayah|kabupaten|kota|kecamatan"
    r"|distrik|provinsi|tempat)\w+|per\s*(?:hari|minggu|pekan|bulan|tahun))(?!\w)"
)
"""A count for each day or month is a rate."""
_FEARED = re.compile(
    r"(?<!\w)(?:khawatir|dikhawatirkan|takut|(?:bisa|dapat|akan|bakal|mungkin|berpotensi"
    r"|berpeluang)\s+(?:saja\s+|terus\s+|pula\s+|segera\s+)?(?:naik|bertambah|meningkat|melonjak"
    r"|tembus|menembus|menjadi|jadi|mencapai|menyentuh|sampai|melebihi|melampaui|turun)|diprediksi"
    r"|diproyeksikan"
    r"|proyeksi|prediksi|tahun\s+(?:depan|mendatang)|bulan\s+depan|rencananya|direncanakan"
    r"|jangan\s+sampai|ingin|berharap|diharapkan|bertekad|menginginkan|bermimpi|ditargetkan"
    r"|menargetkan)(?!\w)[^.;]{0,60}$"
)
_GENERIC_BEFORE = re.compile(
    r"(?<!\w)(?:untuk|agar|supaya|biar|jika|jikalau|kalau|bila|apabila|andai(?:kata)?|seandainya"
    r"|walau(?:pun)?|meski(?:pun)?|per|(?:se)?tiap|lebih\s+dari|kurang\s+dari|(?:tidak|bukan"
    r"|tak)\s+(?:hanya|cuma)|(?:bisa|dapat|kadang)\s+(?:pula|juga|saja))"
    r"\s+(?:(?:ada|cuma|hanya|sekadar)\s+)?$"
)
"""'agar satu kasus tidak dihitung dua kali', 'kalau ada satu korban' speak of any one."""
_GENERIC_ONE = re.compile(
    r"\s*(?:\w+\s+){1,3}?(?:bisa|dapat|kadang(?:-kadang)?|mungkin|harus|kerap|sering|biasa(?:nya)?"
    r"|lazim(?:nya)?|acap|dihargai|makan"
    r"|membutuhkan|butuh|memakan|memerlukan|boleh)(?!\w)"
)
"""'satu korban bisa mengalami …' speaks of any one."""
_FOLLOWS = re.compile(
    r"\s+(?:sudah|telah|masih|belum|lagi|lainnya|lain|sisanya|di\w{4,}|ber\w{4,}|ter\w{4,})(?!\w)"
)
_OPENS = re.compile(
    r"(?:^|[“\"(,;]\s?|(?<!\w)(?:dan|serta|sedangkan|sementara|lalu|adapun)\s)(?:sebanyak\s|sejumlah\s)?$"
)
_INCIDENT = re.compile(
    r"(?:ada|salah)\s+satu\s+(?:kasus|perkara)\s+(?:yang|lain)|tetap\s+satu\s+kasus|inisial|ditangkap"
    r"|dibekuk|diamankan|diringkus|digelandang|\bnya\s+\(\d\d\)|tersangka\s+(?:mengaku|berinisial)"
    r"|pelaku\s+satu|kronologi|\(\d\d\s*tahun\)"
)


_ONE_OFFENDER = re.compile(r"(?<!\w)(?:ber)?inisial(?!\w)|(?<![\w.])[A-Z]{1,3}\s\(\d\d\)")


def _goes_on_with_one(material: Material, reading: Reading) -> bool:
    """Whether a few persons are those of the named offender of the sentence before."""
    candidate = reading.candidate
    index = candidate.sentence.index
    few = reading.value <= 5 and candidate.unit in (Unit.VICTIMS, Unit.PERPETRATORS)
    if not few or not index or reading.labels & {Label.REGION, Label.PERIOD}:
        return False
    before = material.document.sentences[index - 1]
    return before.block == candidate.sentence.block and bool(
        _ONE_OFFENDER.search(material.document.plain, max(before.start, before.end - _NEAR), before.end)
    )


def _goes_on(reading: Reading, before: Sequence[Reading]) -> bool:
    """Whether the number tells its kind as the figure right before does ('Talisayan menyumbang lima')."""
    last = before[-1] if before else None
    if last is None or not 0 <= reading.candidate.sentence.index - last.candidate.sentence.index <= 1:
        return False
    near = reading.candidate.sentence.block == last.candidate.sentence.block
    return near and bool(reading.labels & last.labels - {Label.POPULATION, Label.PERIOD})


def wording_features(material: Material, reading: Reading, before: Sequence[Reading]) -> dict[str, float]:
    """Signs in the words around."""
    candidate = reading.candidate
    sentence = candidate.sentence
    head = material.lower[max(sentence.start, candidate.start - 60) : candidate.start]
    near = (max(sentence.start, candidate.start - _NEAR), min(sentence.end, candidate.start + _NEAR))
    whole = material.lower[near[0] : near[1]]
    rest = material.lower[candidate.tail : min(candidate.tail + 60, sentence.end)]
    after = material.lower[candidate.tail : min(candidate.tail + 24, sentence.end)]
    cue_next = bool(within(material.cues, candidate.tail, candidate.tail + 3))
    word_next = any(not word.lead for word in within(material.words, candidate.tail, candidate.tail + 3))
    label = within(material.cues, max(sentence.start, candidate.start - 40), candidate.start)
    place = within(material.regions, max(sentence.start, candidate.start - 40), candidate.start)
    ends = [*(cue.end for cue in label), *(region.end for region in place)]
    close = [end for end in ends if candidate.start - end <= 2]
    return {
        "noun_before": float(candidate.noun_before is not None or _headed(material, reading)),
        "crime_noun": float(
            bool(_CRIME_NOUN.match(material.lower, candidate.number.end))
            and "perlindungan" not in head
            and not OFFICE.search(material.lower, near[0], candidate.tail + 30)
            and not office_before(material, reading)
        ),
        "counted_before": float(bool(_COUNTED_BEFORE.search(head))),
        "counted_after": float(bool(_COUNTED_AFTER.match(material.lower, candidate.tail, sentence.end))),
        "label_adjacent": float(bool(close)),
        "cue_next": float(cue_next),
        "handled": float(bool(_HANDLED.search(head) or _HANDLED.search(rest))),
        "by_office": float(bool(OFFICE.search(whole) or _by_agency(material, reading))),
        "rate": float(
            bool(_RATE_BEFORE.search(head) or _RATE_AFTER.match(material.lower, candidate.number.end))
        ),
        "feared": float(bool(_FEARED.search(head))),
        "generic_one": float(
            candidate.value == 1
            and bool(_GENERIC_ONE.match(material.lower, candidate.number.end) or _GENERIC_BEFORE.search(head))
        ),
        "predicate": float(
            candidate.unit is None
            and bool(_FOLLOWS.match(material.lower, candidate.tail, sentence.end))
            and bool(_OPENS.search(head))
        ),
        "unknown_noun": float(
            candidate.unit is None and not cue_next and not word_next and not _FILLER_NEXT.match(after)
        ),
        "score": float(bool(_SCORE.search(head))),
        "list_line": float(_in_list(material, reading)),
        "absence": float(
            candidate.zero and (not reading.labels - {Label.POPULATION} or bool(_WISH.search(whole)))
        ),
        "incident": float(
            (bool(_INCIDENT.search(whole)) and candidate.value < 12) or _goes_on_with_one(material, reading)
        ),
        "police_reports": float(
            bool(_POLICE_REPORTS.match(material.lower, candidate.number.end))
            and not within(material.cues, sentence.start, candidate.start)
            and not OFFICE.search(whole)
            and not office_before(material, reading)
        ),
        "deed": float(bool(_DEED.search(head)) and candidate.value < 30),
        "proportion": float(
            candidate.value < 10 and bool(_PROPORTION.match(material.lower, candidate.number.end))
        ),
        "zero_label": float(candidate.value == 0 and bool(reading.labels)),
        "part": float(
            bool(before)
            and sentence.index - before[-1].candidate.sentence.index <= 1
            and bool(_PART.match(material.lower, candidate.number.end + 1) or _PART_BEFORE.search(head))
        ),
        "staff": float(
            candidate.unit in (Unit.VICTIMS, None)
            and (candidate.person or candidate.unit is None)
            and bool(
                _STAFF.search(head)
                or _OUTREACH.search(head)
                or (candidate.person and not specific_violence(reading) and _SENT_BY.search(head))
            )
        ),
        "series": float(_goes_on(reading, before)),
        "participants": float(
            candidate.unit in (Unit.VICTIMS, None)
            and (candidate.person or candidate.unit is None)
            and not _RESCUED.search(head)
            and _takes_part(material.lower, near, candidate.start)
        ),
    }


_HARMED_NEXT = re.compile(r"(?<!\w)(?:korban|penyintas|kasus|laporan|aduan|pengaduan|kekerasan)(?!\w)")


def _takes_part(lower: str, near: tuple[int, int], place: int) -> bool:
    """Whether the words around speak of participants, and of nobody harmed since."""
    for match in _PARTICIPANTS.finditer(lower, *near):
        after = lower[match.end() : place] if match.end() < place else ""
        if ":" not in after or not _HARMED_NEXT.search(after):
            return True
    return False


def office_before(material: Material, reading: Reading) -> bool:
    """Whether the paragraph so far speaks of a unit for women and children."""
    place = reading.candidate.start
    block = material.document.block_of(reading.candidate.sentence)
    return OFFICE.search(material.lower, max(block.start, place - _NEAR), place) is not None


def _by_agency(material: Material, reading: Reading) -> bool:
    """Whether an office of protection is named within the number's sentence."""
    sentence = reading.candidate.sentence
    start = max(sentence.start, reading.candidate.start - _NEAR)
    agencies = within(material.agencies, start, min(sentence.end, reading.candidate.start + _NEAR))
    return any(_PROTECTS.search(agency.short.lower()) for agency in agencies)


_LONGEST_LIST = 60


def list_start(material: Material, sentence: Sentence) -> int:
    """Index of the sentence that the list of short lines around a sentence begins with, else its own."""
    document = material.document
    place, kind = sentence.block, document.block_of(sentence).kind
    if kind not in (BlockKind.ITEM, BlockKind.ROW):
        return sentence.index
    while place > max(0, sentence.block - _LONGEST_LIST) and document.blocks[place - 1].kind is kind:
        place -= 1
    return document.blocks[place].first


def _headed(material: Material, reading: Reading) -> bool:
    """Whether the line above the number's list names what it counts ('Korban menurut kecamatan')."""
    sentence = reading.candidate.sentence
    start = list_start(material, sentence)
    if (
        start == sentence.index and material.document.block_of(sentence).kind is BlockKind.PARAGRAPH
    ) or not start:
        return False
    above = material.document.sentences[start - 1]
    return unit_of_heading(material.lower[above.start : min(above.end, above.start + _NEAR)]) is not None


def _in_list(material: Material, reading: Reading) -> bool:
    """Whether the line is one of several short lines with numbers."""
    document = material.document
    block = document.block_of(reading.candidate.sentence)
    return block.kind in (BlockKind.ITEM, BlockKind.ROW) and any(
        0 <= near < len(document.blocks) and document.blocks[near].kind is block.kind
        for near in (reading.candidate.sentence.block - 1, reading.candidate.sentence.block + 1)
    )
