"""What a page is about, as a dozen counts that a person can read.

Source: 'relevant' in docs/codebook.md: about violence against women or children as
a social problem (its counts, handling, prevention, programmes), not a single crime
report, divorces or marriage dispensations.
"""

import math
import re
from collections.abc import Mapping

from extractors.document import Document
from extractors.words import OpenedPattern

Features = dict[str, float]

_VICTIM = (
    r"(?:(?:kaum\s+)?(?:perempuan|wanita|istri|ibu)|anak(?:-anak)?|remaja|pelajar|santri|siswa|siswi|"
    r"mahasiswi?)"
)
_NUMBER = r"(?:\d{1,3}(?:\.\d{3})+|\d{2,6}|(?:puluh|belas|ratus)(?:\s\w{3,8})?|sepuluh|sebelas)"
_COUNTED = (
    r"(?:kasus|perkara|laporan|aduan|pengaduan|korban|klien|pasien|penyintas|pelapor|berkas|spdp|orang|jiwa|"
    r"perempuan|wanita|anak|mama|ibu|istri|siswi?|santri|tersangka|terlapor)"
)
_DEED = (
    r"(?:kekerasan|kdrt|\btppo\b|\bkbgo\b|cabul|perkosa|setubuh|rudapaksa|asusila|leceh|rundung|aniaya|"
    r"\bseksual|telantar|perlindungan\sanak|perdagangan\sorang|inses|sodomi)"
)
_PATTERNS: Mapping[str, str] = {
    "counted_deed": rf"{_NUMBER}\s(?:orang\s)?{_COUNTED}\b[^.\n]{{0,80}}?{_DEED}|"
    rf"{_DEED}[^.\n]{{0,80}}?\b{_NUMBER}\s(?:orang\s)?{_COUNTED}\b",
    "deed": _DEED,
    "large_count": rf"{_NUMBER}\s(?:orang\s)?{_COUNTED}\b",
    "topic": rf"kekerasan\s+(?:\w+\s+){{0,3}}?(?:terhadap|pada|kepada|atas|menimpa|dialami|"
    rf"bagi)\s+(?:\w+\s+)?{_VICTIM}|kekerasan\s+{_VICTIM}|"
    rf"{_VICTIM}\s+(?:\w+\s+){{0,2}}korban\s+(?:kekerasan|tppo|trafficking|pelecehan)|korban\s+kekerasan|"
    rf"kekerasan\s+(?:seksual|dalam\s+rumah\s+tangga|"
    r"berbasis\s+gender|fisik|psikis)|\bkdrt\b|\bkta\b|\bktp/?a\b|\btppo\b|perdagangan\s+orang|"
    r"(?:perkawinan|pernikahan|kawin|nikah)\s+(?:usia\s+)?(?:dini|anak)|"
    rf"perlindungan\s+(?:perempuan|anak|khusus\s+anak)|hak\s+anak|(?:pelecehan|pencabulan|persetubuhan|"
    rf"eksploitasi|penelantaran)\s+(?:seksual\s+)?(?:terhadap\s+|pada\s+)?{_VICTIM}|"
    r"perundungan|\bbull?ying\b|anti\s?-?kekerasan|kejahatan\s+seksual|predator\s+seks",
    "office": r"\b\w{0,12}p3a\w*|\b\w{0,12}pppa\w*|\bppa\b|\bp2tp2a\b|\bppks\b|\bkpad\b|\bwcc\b|"
    r"pemberdayaan\s+perempuan|"
    r"pelayanan\s+terpadu\s+(?:pemberdayaan|perlindungan)|\bpusat\s+pelayanan\s+terpadu\b|(?:pelayanan|"
    r"perlindungan)\s+perempuan\s+dan\s+anak|"
    r"\bkpai\b|komnas\s+(?:perempuan|(?:perlindungan\s+)?anak)|komisi\s+perlindungan|"
    r"lembaga\s+perlindungan\s+(?:anak|saksi)|\blpsk\b|women\s+crisis|"
    r"\blbh\s+apik|simfoni|\brumah\s+perempuan|kemen\s?-?pppa",
    "programme": r"\bpatbm\b|puspaga|sapa\s?129|satgas\s+(?:ppa|ppks|ppkpt|tppo|perlindungan)|"
    r"layak\s+anak|ramah\s+(?:anak|perempuan)|\bforum\s+anak\b|"
    r"\bdrppa\b|16\s+hari\s+anti|perlindungan\s+anak\s+terpadu|rumah\s+aman|rumah\s+perlindungan|"
    r"kawin\s+bocah|\btppk\b|perda\b[^.]{0,60}(?:perkawinan|anak|perempuan)|"
    r"(?:aplikasi|layanan|hotline|posko|pos|saluran|nomor)\s+(?:\w+\s+){0,2}(?:pengaduan|aduan|konseling|"
    r"lapor)",
    "count": r"(?:\d[\d.]*|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|puluhan|ratusan|"
    r"belasan)\s+(?:\w+\s+)?(?:kasus|laporan|aduan|pengaduan|korban|perkara)",
    "persons": r"(?:\d[\d.]*|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|belas|puluh|ratus)\s+"
    r"(?:\w+\s+)?(?:pasien|klien|penyintas|pemohon|permohonan|spdp|korban|perempuan|anak|istri|pelapor|"
    r"terlindung|pengadu|orang\s+(?:anak|perempuan|korban))\b",
    "initiative": r"\b(?:aplikasi|inovasi|layanan|hotline|posko|pos|satgas|tagar|gerakan|gugus\s+tugas|kader|"
    r"mobil|rumah(?!\s+(?:kontrakan|kos|korban|pelaku|warga|tangga|sakit|ibadah|orang|kosong|itu|mereka|tersangka|"
    r"neneknya|kakeknya|tetangga|terdakwa|sendiri|makan))|forum|program)\b[^.\n]{0,80}\b(?:korban|aduan|pengaduan|melapor|laporan|kekerasan|konseling|"
    r"pendampingan|perempuan|anak)\b",
    "victims": r"\b(?:para\s+|setiap\s+|semua\s+|seluruh\s+|bagi\s+|pendampingan\s+|mendampingi\s+|anak\s+|"
    r"perempuan\s+)korban\b|\bkorban\s+(?:dapat|bisa|yang\s+melapor|tak\s+perlu|harus|kekerasan)",
    "period": r"\b(?:sepanjang|selama|hingga|sampai|tahun|periode|semester|triwulan|januari|"
    r"per)\s+(?:tahun\s+|bulan\s+)?(?:20\d\d|ini|lalu|januari|februari|maret|april|mei|juni|juli|agustus|"
    r"september|oktober|november|desember|pertama|i\b)",
    "statistics": r"jumlah\s+kasus|angka\s+(?:kekerasan|kasus|kdrt|perkawinan)|data\s+kekerasan|"
    r"kasus\s+kekerasan|tertinggi|terbanyak|mendominasi|didominasi|rincian|"
    r"dirinci|terdiri|berdasarkan\s+(?:jenis|bentuk|usia|tempat|data)|tercatat|mencatat|kabupaten/kota|"
    r"meningkat|menurun|tren\b",
    "prevention": r"pencegahan|mencegah|sosialisasi|edukasi|pendampingan|mendampingi|penanganan|"
    r"menangani|layanan|melapor|pemulihan|advokasi|"
    r"konseling|deklarasi|kampanye|pelatihan|koordinasi|sinergi|komitmen|program|upaya|inovasi|kesadaran",
    "incident": r"disetubuhi|dicabuli|digauli|diperkosa|dirudapaksa|diiming|mengiming|dibujuk|"
    r"menjerat|mendekam|\bbui\b|\brutan\b|ancaman\s+(?:hukuman|pidana)|hukumannya|disangkakan|"
    r"(?:siswi|siswa|bocah|gadis|remaja|pelajar|santri|santriwati|pria|perempuan)\s+berusia|"
    r"berinisial|inisial|\(\s*\d{1,2}\s*(?:tahun|thn|th)?\s*\)|diringkus|dibekuk|ditangkap|"
    r"menangkap|membekuk|meringkus|diamankan|mengamankan|"
    r"tersangka|terduga|kronologi|\btkp\b|barang\s+bukti|\bvisum\b|pengakuan|laporan\s+polisi|lp/b|dijerat|"
    r"terancam\s+(?:hukuman|pidana|penjara)|buron|kabur|olah\s+tkp|saksi-saksi|digerebek|"
    r"pelaku\s+(?:kini|sudah|telah)|penangkapan|"
    r"menyetubuhi|mencabuli|memperkosa|menganiaya|memukul|membunuh|tewas|luka|nekat|melancarkan|"
    r"aksi\s+bejat|bejat|korban\s+(?:yang\s+)?(?:masih\s+)?berusia",
    "trial": r"terdakwa|majelis\s+hakim|divonis|vonis|jaksa\s+penuntut|\bjpu\b|sidang|"
    r"pengadilan\s+negeri|dituntut|putusan|eksepsi|kasasi|\bpn\s",
    "family_court": r"perceraian|\bcerai\b|cerai\s+(?:gugat|talak)|dispensasi|pengadilan\s+agama|isbat|"
    r"isbath|janda|duda",
    "health": r"stunting|gizi|vaksin|imunisasi|posyandu|dbd|demam\s+berdarah|\bhiv\b|campak|polio|"
    r"rumah\s+sakit\s+ibu|kehamilan|bidan|asi\s+eksklusif|balita|puskesmas|covid",
    "traffic": r"lalu\s*lintas|kecelakaan|tilang|operasi\s+(?:zebra|patuh|keselamatan|ketupat|lilin)|"
    r"pengendara|helm|knalpot|kendaraan|sim\b|stnk",
    "crime": r"curanmor|pencurian|narkoba|narkotika|sabu|begal|perjudian|penipuan|korupsi|tipikor|miras|"
    r"premanisme|curas|curat|pembunuhan|penggelapan",
    "sport": r"sepak\s*bola|pertandingan|laga|gol\b|pemain|timnas|turnamen|kejuaraan|medali|atlet|"
    r"pelatih|voli|futsal|kickboxing|stadion|liga\b|juara",
    "politics": r"pemilu|pilkada|caleg|kpu\b|bawaslu|parpol|partai|suara\s+sah|elektabilitas|"
    r"kampanye\s+(?:calon|pasangan)|paslon|kuota\s+perempuan|keterwakilan",
    "other_field": r"banjir|gempa|longsor|kebakaran|bansos|sembako|umkm|pajak|harga|saham|wisata|konser|"
    r"film|artis|festival|gaji|cpns|beasiswa|panen|"
    r"pertanian|infrastruktur|jalan\s+rusak|pelabuhan|apbd|pkh\b|santunan|khitan|haji|lomba|mewarnai|"
    r"sekolah\s+dasar|ppdb|kurikulum|pertamina|listrik",
}
_WHOLE_WORDS = frozenset({"trial", "health", "traffic", "crime", "sport", "politics", "other_field"})
"""Vocabularies whose words stand by themselves: 'sim' is not in 'musim', nor 'putusan' in 'keputusan'."""
_COMPILED = {
    name: OpenedPattern(rf"\b(?:{pattern})" if name in _WHOLE_WORDS else pattern)
    for name, pattern in _PATTERNS.items()
}
_MAX_TEXT = 12_000
_LEAD = 700
_NAMED_AGE = re.compile(
    r"\b[A-Z]{1,3}\s*\(\s*\d{1,2}\b|\b[A-Z][\w']+(?: [A-Z]\w*)?\s\(\d{1,2}\)|berinisial\s+[A-Z]", re.MULTILINE
)


def relevance_features(document: Document) -> Features:
    """Saturating counts of each vocabulary, in the whole story and in its lead."""
    text = document.lower[:_MAX_TEXT]
    length = max(600.0, float(len(" ".join(text.split())))) / 1000.0
    features: Features = {}
    for name, pattern in _COMPILED.items():
        found = sum(1 for _ in pattern.finditer(text))
        features[name] = _damped(found / length)
    opening = _opening(document)
    features["topic_in_lead"] = float(_COMPILED["topic"].search(opening) is not None)
    features["office_in_lead"] = float(_COMPILED["office"].search(opening) is not None)
    features["incident_in_lead"] = _damped(float(sum(1 for _ in _COMPILED["incident"].finditer(opening))))
    features["named_ages"] = _damped(len(_NAMED_AGE.findall(document.plain[:_MAX_TEXT])) / length)
    features["deed_in_lead"] = float(_COMPILED["deed"].search(opening) is not None)
    features["counted_by_office"] = features["large_count"] * features["office"]
    features["counted_topic"] = features["count"] * features["topic"]
    counted = max(features["count"], features["persons"])
    features["counted_persons"] = features["persons"] * max(features["topic"], features["office"])
    features["bare_incident"] = features["incident"] if counted == 0 else 0.0
    features["handled_topic"] = features["prevention"] * features["topic"]
    return features


def _opening(document: Document) -> str:
    if not document.blocks:
        return ""
    start = document.blocks[0].start
    return document.lower[start : start + _LEAD]


def _damped(value: float) -> float:
    """The first mention says most."""
    return math.log1p(value)
