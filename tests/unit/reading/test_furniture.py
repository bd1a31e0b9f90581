"""What belongs to the page and not to the story."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.reading.furniture import furniture_spans, is_prose, without_furniture

STORY = "Dinas mencatat 41 kasus kekerasan terhadap anak di Kota Serang sepanjang tahun 2024 ini."
MORE = "Jumlah tersebut naik dari 36 kasus pada tahun sebelumnya, kata kepala dinas kepada wartawan."


def kept(text: str) -> list[str]:
    return [line for line in without_furniture(text).split("\n") if line]


@pytest.mark.parametrize(
    "line",
    [
        "Baca Juga: Kasus Perundungan di Banten Capai 812 Kasus",
        "BACA JUGA:Jembatan Putus, 14 Desa Terisolasi",
        "Baca juga : Harga Cabai Naik 30 Persen",
        "Baca: Lima Pelajar Diamankan Polisi",
        "Simak juga: Jadwal Kapal Mudik 2025",
        "Tonton Juga : Video Banjir di Lima Kecamatan",
        "Berita Terkait: Polisi Ungkap 17 Kasus",
        "(Baca juga: Dua Kampung Terendam, 120 Warga Mengungsi)",
        "Editor : Siti Rahma",
        "Penulis: Andi | Editor: Budi",
        "Pewarta: Wayan",
        "- Advertisment -",
        "ADVERTISEMENT",
        "Iklan",
        "SCROLL TO RESUME CONTENT",
        "Gulir ke bawah untuk lanjut membaca",
        "Saluran WhatsApp",
        "Ikuti berita terbaru kami di Google News",
        "Gabung di saluran WhatsApp kami untuk kabar terbaru",
        "facebook twitter whatsapp telegram line copy",
        "Bagikan",
        "Sebarkan artikel ini",
        "Copyright © ANTARA 2024",
        "© 2025 Jaringan Kabar Daerah",
        "Tags: DP3A, Kota Serang, 2024",
        "Dibaca 3.76k kali",
        "Foto-1.jpg",
    ],
)
def test_a_line_of_furniture_between_paragraphs_is_marked(line: str) -> None:
    text = f"{STORY}\n\n{line}\n\n{MORE}"
    start = text.index(line)
    assert furniture_spans(text) == ((start, start + len(line)),)


@pytest.mark.parametrize(
    "line",
    [
        "Kekerasan seksual: 29 kasus",
        "1. Kekerasan fisik 12 kasus",
        "- Kabupaten Serang 15 kasus",
        "| Perundungan (Bullying) | 3 |",
        "Lainnya 26 orang",
        "Laporan: 158 kasus",
        "Umur Korban dan Bentuk Kekerasan",
        "Pengaduan dapat disampaikan lewat WhatsApp 0811 0000 129 atau hotline dinas.",
        "Baca tulis Al-Quran diajarkan kepada 12 anak korban di rumah aman itu.",
        "Komentar itu disampaikan kepala dinas saat menutup rapat bersama 12 camat, Rabu sore.",
        "Dapatkan layanan konseling di Puspaga setiap hari kerja tanpa dipungut biaya apa pun.",
    ],
)
def test_a_line_of_the_story_is_not_marked(line: str) -> None:
    assert furniture_spans(f"{STORY}\n{line}\n{MORE}") == ()


def test_a_bare_label_takes_the_headlines_that_follow() -> None:
    text = f"{STORY}\nBACA JUGA:\n- Panen Raya di 12 Desa\n- Bupati Lantik 40 Pejabat Baru\n{MORE}"
    assert kept(text) == [STORY, MORE]


def test_a_bare_label_over_two_lines_takes_one_headline_before_the_story_resumes() -> None:
    text = f"{STORY}\n\nBACA JUGA :\nJalan Kebun Rusak Berat, 3 Dusun Terisolasi\n\n{MORE}"
    assert kept(text) == [STORY, MORE]


def test_a_link_at_the_end_of_a_paragraph_is_cut_from_the_label_on() -> None:
    text = f"{STORY} Baca juga: Polisi Tangkap 9 Tersangka Perdagangan Orang\n{MORE}"
    assert kept(text) == [STORY, MORE]


def test_a_link_in_brackets_is_cut_out_of_its_paragraph() -> None:
    text = f"{STORY} (Baca juga: 700 Kasus di Banten) {MORE}"
    spans = furniture_spans(text)
    assert [text[start:end] for start, end in spans] == ["(Baca juga: 700 Kasus di Banten)"]


def test_a_lone_bulleted_headline_between_paragraphs_is_a_link() -> None:
    text = f"{STORY}\n• Ratusan Bocah Ikuti Lomba Dongeng\n{MORE}"
    assert kept(text) == [STORY, MORE]


def test_the_list_after_other_news_runs_to_the_end_with_its_dates() -> None:
    text = f"{STORY}\nBerita Lainnya\n-\nPasar Murah Diserbu Warga\nMinggu, 19 Oktober 2025 -\nRumah Terbakar"
    assert without_furniture(text) == STORY


def test_a_related_box_inside_the_story_ends_where_the_story_resumes() -> None:
    text = f"{STORY}\nTERKAIT\nPolisi Bongkar 17 Kasus di Cilegon\nWarga Keluhkan Jalan Rusak\n{MORE}"
    assert kept(text) == [STORY, MORE]


def test_comments_run_to_the_end_even_when_they_are_sentences() -> None:
    comment = "Di kampung saya malah ada 99 kasus yang tidak pernah dilaporkan ke dinas itu."
    assert without_furniture(f"{STORY}\nTinggalkan Komentar\n{comment}") == STORY


def test_a_headline_printed_twice_is_marked_from_the_second_time_on() -> None:
    title = "Setahun, 41 Anak di Kota Serang Jadi Korban Kekerasan"
    text = f"{title}\n\n{title}--\n\n{STORY}"
    assert kept(text) == [title, STORY]
    assert without_furniture(text, title=title) == STORY


@pytest.mark.parametrize("crumb", ["BerandaBerita{}", "Home Peristiwa {}", "Home / BERITA BARU / {}"])
def test_a_breadcrumb_that_repeats_the_headline_is_marked(crumb: str) -> None:
    title = "Setahun, 41 Anak di Kota Serang Jadi Korban Kekerasan"
    text = f"{crumb.format(title)}\n\n{title}\n\n{STORY}"
    assert kept(text) == [title, STORY]


def test_a_quoted_sentence_is_prose_and_a_headline_is_not() -> None:
    assert is_prose("“Angkanya turun karena warga kini lebih berani melapor ke dinas,” katanya, Rabu (5/3).")
    assert not is_prose("Angka Kekerasan Anak di Kota Serang Turun Tajam, Warga Kini Lebih Berani Melapor")


@given(
    st.lists(
        st.one_of(
            st.text(max_size=60),
            st.sampled_from([STORY, MORE, "Baca Juga:", "TERKAIT", "Komentar", "- Judul Berita Lain"]),
        ),
        max_size=12,
    )
)
def test_spans_lie_inside_the_text_in_order_and_apart(lines: list[str]) -> None:
    text = "\n".join(lines)
    position = -1
    for start, end in furniture_spans(text):
        assert position < start < end <= len(text)
        position = end
