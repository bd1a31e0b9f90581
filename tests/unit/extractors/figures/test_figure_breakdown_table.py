"""The one further dimension that restricts a count, in many wordings; sentences of our own."""

import pytest

from tests.unit.extractors.figures.readings import figures_of

TOLD = [
    (
        "Kekerasan terhadap anak di Kabupaten Gowa tahun 2023 berjumlah 42 kasus. Rumah jadi tempat "
        "paling rawan dengan 18 kasus. Di sekolah 15 kasus, di tempat umum sembilan.",
        [(9, "place"), (15, "place"), (18, "place"), (42, None)],
    ),
    (
        "Kekerasan terhadap anak di Kabupaten Gowa tahun 2023 berjumlah 42 kasus. Pelaku yang ayahnya"
        " sendiri 18 orang, tetangganya 15 orang, dan tidak dikenal korban 9.",
        [(9, "perpetrator"), (15, "perpetrator"), (18, "perpetrator"), (42, None)],
    ),
    (
        "Kekerasan terhadap anak di Kabupaten Gowa tahun 2023 berjumlah 42 kasus. Yang berakhir damai"
        " lewat RJ 18, yang sampai ke jaksa 15, dan 9 masih menggantung.",
        [(9, "status"), (15, "status"), (18, "status"), (42, None)],
    ),
    (
        "Polres Gowa menangani 42 kasus kekerasan anak tahun 2023. Baru 18 yang kelar, 24 lainnya belum.",
        [(18, "status"), (24, "status"), (42, None)],
    ),
    (
        "Polres Gowa menangani 42 kasus kekerasan anak tahun 2023. Sudah P-21 sebanyak 18.",
        [(18, "status"), (42, None)],
    ),
    (
        "Korban kekerasan di Kota Palopo 60 orang. Yang tamat SD 22, lulusan SMP 20, tidak sekolah 18.",
        [(18, "education"), (20, "education"), (22, "education"), (60, None)],
    ),
    (
        "Perempuan korban kekerasan di Kota Palopo 60 orang. Ibu rumah tangga 22, buruh 20, ASN 18.",
        [(18, "work"), (20, "work"), (22, "work"), (60, None)],
    ),
    (
        "Perempuan korban kekerasan di Kota Palopo 60 orang: 41 sudah menikah, 19 masih lajang.",
        [(19, "marital"), (41, "marital"), (60, None)],
    ),
    (
        "UPTD PPA Kota Palopo melayani 51 korban kekerasan anak. Sebanyak 30 mendapat pendampingan "
        "hukum dan 21 konseling psikologi.",
        [(21, "service"), (30, "service"), (51, None)],
    ),
    (
        "UPTD PPA Kota Palopo melayani 16 korban kekerasan anak. Tiga kiriman dari luar kota.",
        [(3, "other"), (16, None)],
    ),
    (
        "UPTD PPA Kota Palopo melayani 16 korban kekerasan anak. Tiga korban penyandang disabilitas.",
        [(3, "other"), (16, None)],
    ),
    (
        "Kekerasan seksual di kampus Universitas Halu Oleo tahun 2023 mencapai sembilan kasus.",
        [(9, "place")],
    ),
    (
        "Kasus kekerasan perempuan di Kota Bau-Bau 20. Dilakukan suami 12, mantan pacar 8.",
        [(8, "perpetrator"), (12, "perpetrator"), (20, None)],
    ),
    (
        "Kasus kekerasan perempuan di Kota Bau-Bau 20. Sebanyak 12 perkara berlanjut ke meja hijau, 8"
        " perkara dicabut pelapor.",
        [(8, "status"), (12, "status"), (20, None)],
    ),
    (
        "Kasus kekerasan perempuan di Kota Bau-Bau 20. Dua belas sudah inkracht, delapan dalam proses"
        " penyidikan.",
        [(8, "status"), (12, "status"), (20, None)],
    ),
    (
        "Kasus kekerasan perempuan di Kota Bau-Bau 20. Belum tuntas 12, dihentikan 8.",
        [(8, "status"), (12, "status"), (20, None)],
    ),
    (
        "Kasus kekerasan anak di Kota Blitar 33: 6 terjadi secara daring, 27 terjadi secara luring.",
        [(6, "place"), (27, "place"), (33, None)],
    ),
    (
        "Kasus kekerasan perempuan di Kota Blitar 33. Di ranah personal 20, ranah publik 13.",
        [(13, "place"), (20, "place"), (33, None)],
    ),
    (
        "Kasus kekerasan perempuan di Kota Blitar 33. 20 dilaporkan ke polisi, 13 memilih jalur "
        "kekeluargaan.",
        [(13, "status"), (20, "status"), (33, None)],
    ),
    (
        "Dinas menangani 33 kasus kekerasan perempuan di Kota Blitar. Empat korban meninggal.",
        [(4, "other"), (33, None)],
    ),
]


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_a_count_is_restricted_along_one_dimension(text: str, told: list[tuple[int, str | None]]) -> None:
    found = [
        (figure.value, figure.breakdown.split(":")[0] if figure.breakdown else None)
        for figure in figures_of(text)
    ]
    assert sorted(found, key=lambda pair: (pair[0], pair[1] or "")) == told
