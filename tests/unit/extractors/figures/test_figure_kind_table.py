"""Kinds of violence, what is counted, and kinds that split a class; sentences written for the tests."""

import pytest

from extractors.document import read_document
from extractors.figures.cues import CueKind, find_cues
from extractors.figures.violence import one_kind
from models.records import ArticleText
from models.vocabulary import Violence
from tests.unit.extractors.figures.readings import figures_of

WORDS = {
    Violence.SEXUAL: "ruda paksa; menggauli; hubungan sedarah; kejahatan seks; pelecehan verbal; "
    "diraba-raba; "
    "perbuatan mesum; tindak susila; predator anak; begal payudara",
    Violence.PHYSICAL: "pengeroyokan; dikeroyok; ditempeleng; penyiraman air keras; dijambak",
    Violence.PSYCHOLOGICAL: "psikhis; kekerasan non-fisik; teror mental; kekerasan lisan",
    Violence.DOMESTIC: "PKDRT; kekerasan di ranah domestik; kekerasan dlm rumah tangga; "
    "kekerasan yang dilakukan suami; kekerasan di lingkup rumah tangga",
    Violence.NEGLECT: "diterlantarkan; menelantarkan; anak telantar",
    Violence.TRAFFICKING: "diperdagangkan; jual-beli bayi; penyelundupan orang; korban perdagangan",
    Violence.EXPLOITATION: "mengeksploitasi; pelacuran anak; ESKA; buruh anak; dipaksa mengemis",
    Violence.ONLINE: "penyebaran video intim; kekerasan di media sosial; "
    "pemerasan seksual daring; online grooming",
    Violence.BULLYING: "perisakan; dibully; pembullyan; perundungan fisik; perpeloncoan",
    Violence.OFFENDER_CHILD: "anak yang justru berhadapan dengan hukum; anak selaku pelaku; "
    "pelaku yang masih anak; "
    "anak yang tersangkut perkara hukum",
    Violence.CUSTODY: "perebutan kuasa asuh; sengketa pengasuhan; rebutan hak asuh",
    Violence.CHILD_MARRIAGE: "nikah di bawah umur; pernikahan usia muda; kawin bocah",
    Violence.OTHER: "nikah tanpa izin; pembuangan bayi; bawa lari anak gadis; konflik keluarga; diculik",
}
EACH = [(word, kind) for kind, words in WORDS.items() for word in words.split("; ")]


@pytest.mark.parametrize(("word", "kind"), EACH, ids=[word for word, _ in EACH])
def test_words_of_law_and_street_name_their_class(word: str, kind: Violence) -> None:
    text = ArticleText(id="test", text=f"Kasus {word} sebanyak 12 kasus.")
    cues = [cue for cue in find_cues(read_document(text)) if cue.kind is CueKind.VIOLENCE]
    assert one_kind(cues) is kind


KINDS = [
    pytest.param(
        "UPTD PPA Kota Metro mencatat 39 kasus anak pada 2023: seksual 20, fisik 12, dan yang lain 7.",
        "39 any, 20 sexual, 12 physical, 7 other",
        id="the rest of a list of kinds",
    ),
    pytest.param(
        "Dinas P3A Kota Metro mencatat 31 kasus KDRT dan anak sepanjang 2023.",
        "31 any",
        id="domestic violence and children together",
    ),
    pytest.param(
        "LBH Kota Metro menerima 40 aduan KBGO selama 2023: penyebaran foto pribadi 19 aduan, "
        "pemerasan seksual 12, penguntitan 9.",
        "40 online, 19 online, 12 online, 9 online",
        id="forms of violence online",
    ),
    pytest.param(
        "Unit PPA Polres Metro menerima 19 perkara pada 2023, sebelas di antaranya asusila.",
        "19 any, 11 sexual",
        id="the kind of a part is no topic of the whole",
    ),
    pytest.param(
        "Seorang murid dipukul kakak kelasnya, satu lagi perundungan di Metro. Menurut dinas, kasus "
        "serupa pada 2023 ada 8 kasus.",
        "8 bullying",
        id="such cases are of the kind named last",
    ),
    pytest.param(
        "Polres Metro pada 2023 mencatat KDRT 14 kasus. Penelantaran anak nihil. Padahal tahun lalu masih 5.",
        "14 domestic, 0 neglect, 5 neglect",
        id="a bare number set against the one before",
    ),
    pytest.param(
        "Polres Metro pada 2023 menghentikan 11 perkara lewat mediasi. Semuanya penganiayaan terhadap istri.",
        "11 domestic",
        id="what the next sentence says of all",
    ),
    pytest.param(
        "Pada 2023 ada 14 anak di Kota Metro berhadapan dengan hukum, terdiri atas 6 kasus pencurian dan "
        "8 pengeroyokan.",
        "14 offender_child, 6 offender_child, 8 offender_child",
        id="what children are accused of",
    ),
    pytest.param(
        "LPA Metro pada 2023 menangani 9 anak berhadapan dengan hukum. Yang anaknya korban 12 kasus.",
        "9 offender_child, 12 any",
        id="children harmed beside children who offend",
    ),
    pytest.param(
        "Polres Metro merilis data. Kemudian pencabulan anak. Ini yang berat. Sepanjang 2023 ada 51 perkara.",
        "51 sexual",
        id="a short sentence opens a passage",
    ),
    pytest.param(
        "Untuk KDRT, DP3A Metro menerima 14 laporan pada 2023. Korbannya 20 orang, sebab anak ikut dipukuli.",
        "14 domestic, 20 domestic",
        id="reasons name no kind",
    ),
]


@pytest.mark.parametrize(("text", "expected"), KINDS)
def test_kinds_of_the_figures(text: str, expected: str) -> None:
    found = figures_of(text)
    assert ", ".join(f"{figure.value} {figure.violence.value}" for figure in found) == expected


UNITS = [
    pytest.param(
        "Sebanyak 212 orang tercatat sebagai pelaku kekerasan anak selama 2023 di Kota Metro.",
        "212 perpetrators",
        id="persons put down as offenders",
    ),
    pytest.param(
        "Anak yang melapor ke Dinas P3A Kota Metro karena kekerasan sepanjang 2023 ada 77.",
        "77 reports",
        id="children who report",
    ),
    pytest.param(
        "Jumlah perempuan yang mengalami kekerasan di Kota Metro sepanjang 2023 sebanyak 120.",
        "120 victims",
        id="women who suffer",
    ),
    pytest.param(
        "Jumlah korban kekerasan anak di Lampung pada 2023: Kota Metro 12, Pringsewu 8, Tanggamus 5.",
        "12 victims, 8 victims, 5 victims",
        id="the words before a colon",
    ),
    pytest.param(
        "Permohonan perlindungan perkara kekerasan seksual anak yang diterima LPSK pada 2023 sebanyak 512.",
        "512 reports",
        id="a request about a case",
    ),
    pytest.param(
        "Perempuan korban KDRT di Kota Metro pada 2023 mencapai 90. Tahun lalu 70.",
        "90 victims, 70 victims",
        id="bare numbers go on with the sentence before",
    ),
    pytest.param(
        "Dari ayah kandung, 7 anak di Kota Metro menjadi korban pencabulan pada 2023; dari paman 5 anak.",
        "7 victims, 5 victims",
        id="the harmed beside what the others are to them",
    ),
    pytest.param(
        "Jaksa menyatakan lengkap 14 berkas kekerasan seksual anak di Kota Metro sepanjang 2023.",
        "14 cases",
        id="files are cases",
    ),
    pytest.param(
        "DP3A Kota Metro pada 2023 mencatat kekerasan seksual 34 laporan, fisik 11 kasus, KDRT 5.",
        "34 reports, 11 cases, 5 cases",
        id="a bare item takes the unit of the item before",
    ),
]


@pytest.mark.parametrize(("text", "expected"), UNITS)
def test_what_the_figures_count(text: str, expected: str) -> None:
    found = figures_of(text)
    assert (
        ", ".join(f"{figure.value} {figure.unit.value if figure.unit else '-'}" for figure in found)
        == expected
    )


TYPES = [
    pytest.param(
        "Polres Metro menangani 41 perkara pada 2023: persetubuhan terhadap anak 27, pencabulan 14.",
        "41 -, 27 type:persetubuhan, 14 type:pencabulan",
        id="one population may hold the other",
    ),
    pytest.param(
        "Polres Metro menangani kekerasan seksual pada 2023: pencabulan terhadap anak 27 kasus, "
        "perkosaan terhadap perempuan dewasa 5 kasus.",
        "27 -, 5 -",
        id="women and children are a class each",
    ),
    pytest.param(
        "Polres Metro mencatat 9 kasus anak berhadapan dengan hukum pada 2023, empat di antaranya pencurian.",
        "9 -, 4 type:pencurian",
        id="what a child is accused of",
    ),
    pytest.param(
        "UPTD PPA Kota Metro pada 2023 menangani KDRT fisik 11 kasus, KDRT psikis 4 kasus.",
        "11 type:fisik, 4 type:psikis",
        id="forms of domestic violence",
    ),
    pytest.param(
        "Polres Metro pada 2023 menangani persetubuhan dan pencabulan anak 22 kasus, "
        "pelecehan seksual 8 kasus.",
        "22 -, 8 type:pelecehan seksual",
        id="kinds counted together are no kind",
    ),
    pytest.param(
        "P2TP2A Kota Metro mencatat kekerasan psikis terhadap istri 13 kasus, fisik terhadap istri 18 kasus "
        "pada 2023.",
        "13 type:psikis, 18 type:fisik",
        id="forms of violence against wives",
    ),
    pytest.param(
        "Pencabulan menimpa sembilan anak laki-laki di Kota Metro sepanjang 2023, sedangkan anak perempuan "
        "yang disetubuhi 12 orang.",
        "9 type:pencabulan, 12 type:disetubuhi",
        id="girls and boys are of one class",
    ),
]


@pytest.mark.parametrize(("text", "expected"), TYPES)
def test_kinds_that_split_a_class(text: str, expected: str) -> None:
    found = figures_of(text)
    assert ", ".join(f"{figure.value} {figure.breakdown or '-'}" for figure in found) == expected
