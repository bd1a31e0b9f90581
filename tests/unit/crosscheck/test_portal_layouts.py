"""Every portal's layout, imitated with a few invented rows."""

from datetime import date
from pathlib import Path

import pytest

from models.errors import BadInputError
from models.vocabulary import Population, Unit, Violence
from tests.unit.crosscheck.importing import one, plan, values

MONTHS = ("January", "February", "March")


def test_open_data_jabar_by_place(tmp_path: Path) -> None:
    planned = plan(
        tmp_path,
        "id,kode_provinsi,nama_provinsi,kode_kabupaten_kota,nama_kabupaten_kota,tempat_kejadian,"
        "jumlah_kekerasan,satuan,tahun\r\n"
        '1,32,JAWA BARAT,3201,KABUPATEN BOGOR,"RUMAH \nTANGGA",7,KASUS,2019\r\n'
        "2,32,JAWA BARAT,3201,KABUPATEN BOGOR,TEMPAT KEJADIAN,2,KASUS,2019\r\n"
        "3,32,JAWA BARAT,3271,KOTA BOGOR,SEKOLAH,1,KASUS,2019\r\n",
        portal="opendata.jabarprov.go.id",
    )
    assert planned.publisher == "DP3AKB Provinsi Jawa Barat"
    assert planned.reading.grain == ("province", "region", "place", "time")
    told = [(draft.region, draft.value, draft.unit, draft.breakdown) for draft in planned.result.figures]
    assert told == [
        ("32.01", 7, Unit.CASES, "place:rumah tangga"),
        # The column's own name in a cell says that nobody knows the place.
        ("32.01", 2, Unit.CASES, "place:tidak diketahui"),
        ("32.71", 1, Unit.CASES, "place:sekolah"),
    ]


def test_open_data_jabar_without_prefix_and_with_na(tmp_path: Path) -> None:
    planned = plan(
        tmp_path,
        "id,kode_provinsi,provinsi,kode_kabupaten_kota,nama_kabupaten_kota,jenis_kelamin,kategori_pendidikan,"
        "jumlah,satuan,tahun\n"
        "1,32,JAWA BARAT,3201,BOGOR,LAKI-LAKI,NA,3,KORBAN,2020\n"
        "2,32,JAWA BARAT,3271,KOTA BOGOR,PEREMPUAN,SLTP,4,KORBAN,2020\n",
    )
    told = [(draft.region, draft.unit, draft.breakdown) for draft in planned.result.figures]
    assert told == [
        ("32.01", Unit.VICTIMS, "education:tidak diketahui; sex:laki-laki"),
        ("32.71", Unit.VICTIMS, "education:smp; sex:perempuan"),
    ]


def test_sex_and_age_together_tell_girls_boys_women_and_men(tmp_path: Path) -> None:
    header = "nama_kabupaten_kota,jenis_kelamin,kategori_usia,jumlah_korban,satuan,tahun\n"
    rows = [
        ("LAKI-LAKI", "0-5 TAHUN", Population.BOYS, "age:0-5"),
        ("PEREMPUAN", "13-17 TAHUN", Population.GIRLS, "age:13-17"),
        ("LAKI-LAKI", "18-24 TAHUN", Population.MEN, "age:18-24"),
        ("PEREMPUAN", "60+ TAHUN", Population.WOMEN, "age:60+"),
    ]
    body = "".join(f"KOTA DEPOK,{sex},{age},1,ORANG,2021\n" for sex, age, _, _ in rows)
    planned = plan(tmp_path, header + body)
    told = [(draft.population, draft.breakdown) for draft in planned.result.figures]
    assert told == [(population, age) for _, _, population, age in rows]


def test_served_victims_are_told_apart_from_counted_ones(tmp_path: Path) -> None:
    planned = plan(
        tmp_path,
        "kode_kabupaten_kota,nama_kabupaten_kota,jenis_kelamin,jumlah_korban,satuan,tahun\n"
        "3273,KOTA BANDUNG,PEREMPUAN,9,ORANG,2018\n",
        name="KASUS_TERLAYANI.csv",
    )
    assert one(planned).breakdown == "service:terlayani; sex:perempuan"


def test_wide_groups_of_victims_with_a_total_in_every_row(tmp_path: Path) -> None:
    planned = plan(
        tmp_path,
        ",kabupaten/kota,jenis_kekerasan,jumlah_korban_anak_laki-laki,jumlah_korban_anak_perempuan,"
        "jumlah_korban_perempuan,total_korban,tahun\n"
        "0,kabupaten bogor,fisik,1,2,3,6,2017\n"
        "1,kabupaten bogor,trafficking,0,1,0,1,2017\n",
    )
    physical = [draft for draft in planned.result.figures if draft.violence is Violence.PHYSICAL]
    assert {draft.population: draft.value for draft in physical} == {
        Population.BOYS: 1,
        Population.GIRLS: 2,
        Population.WOMEN: 3,
        Population.WOMEN_CHILDREN: 6,
    }
    assert {draft.violence for draft in planned.result.figures} == {Violence.PHYSICAL, Violence.TRAFFICKING}
    assert planned.result.units == ("victims",)


def test_long_groups_of_victims(tmp_path: Path) -> None:
    planned = plan(
        tmp_path,
        ",tahun,kabupaten/kota,korban,jumlah\n"
        "0,2017,kabupaten ciamis,anak_laki_laki,6\n1,2017,kota banjar,perempuan,4\n",
    )
    assert [(draft.population, draft.unit) for draft in planned.result.figures] == [
        (Population.BOYS, Unit.VICTIMS),
        (Population.WOMEN, Unit.VICTIMS),
    ]


def test_jumlah_kekerasan_alone_counts_incidents(tmp_path: Path) -> None:
    planned = plan(
        tmp_path, ",kabupaten/kota,tempat_kejadian,jumlah_kekerasan,tahun\n0,kota cimahi,sekolah,3,2018\n"
    )
    assert one(planned).unit is Unit.CASES
    assert any("incidents of violence" in note for note in planned.reading.notes)


def test_jakarta_by_month_in_english_with_floats_and_blank_rows(tmp_path: Path) -> None:
    rows = "".join(f"2020.0,{month},KDRT,{value}.0,2020-0{value}\n" for value, month in enumerate(MONTHS, 1))
    planned = plan(
        tmp_path,
        "tahun,bulan,jenis_kekerasan,jumlah_korban_kekerasan_thd_perempuan_anak_.berdasarkan_jenis_kekerasan,"
        f"yearmonth\n,,,,\n{rows},,jenis_kekerasan,,\n",
    )
    assert planned.portal == "data.jakarta.go.id"
    assert [(draft.region, draft.value, draft.period) for draft in planned.result.figures] == [
        ("31", 1, "2020-01/2020-01"),
        ("31", 2, "2020-02/2020-02"),
        ("31", 3, "2020-03/2020-03"),
    ]
    assert {draft.violence for draft in planned.result.figures} == {Violence.DOMESTIC}
    assert {draft.population for draft in planned.result.figures} == {Population.WOMEN_CHILDREN}
    assert [(row.number, row.reason) for row in planned.result.skipped] == [
        (2, "blank row"),
        (6, "the header again"),
    ]


def test_jakarta_victims_and_perpetrators_in_two_columns(tmp_path: Path) -> None:
    planned = plan(
        tmp_path,
        "tahun,bulan,usia_klien_dan_pelaku,"
        "jumlah_korban_kekerasan_thd_perempuan_anak_berdasarkan_usia_pelaku,"
        "jumlah_korban_kekerasan_thd_perempuan_anak_berdasarkan_usia_klien,yearmonth\n"
        "2020,January,0 - 17 thn,4,69,2020-01\n2020,January,60 +,4,5,2020-01\n",
    )
    told = [(d.value, d.population, d.breakdown) for d in planned.result.figures]
    assert told == [
        (4, Population.WOMEN_CHILDREN, "perpetrator:usia 0-17"),
        (69, Population.CHILDREN, "age:0-17"),
        (4, Population.WOMEN_CHILDREN, "perpetrator:usia 60+"),
        (5, Population.WOMEN, "age:60+"),
    ]


def test_jakarta_cities_and_clients_from_elsewhere(tmp_path: Path) -> None:
    planned = plan(
        tmp_path,
        "tahun,bulan,jumlah_korban_kekerasan_thd_anak_berdasarkan_klien_anak_per_wilayah,"
        "jumlah_korban_kekerasan_thd_perempuan_berdasarkan_klien_perempuan_per_wilayah,"
        "jumlah_korban_kekerasan_thd_perempuan_dan_anak_berdasarkan_tempat_kejadian_perkara_di_kabupaten.kota,"
        "yearmonth,kabupaten_kota\n"
        "2020,January,5,6,11,2020-01,Jakarta Pusat\n"
        "2020,January,1,0,1,2020-01,Klien Luar Prov. DKI tetapi TKP di Prov. DKI Jakarta\n",
    )
    told = {(d.region, d.population): (d.value, d.breakdown) for d in planned.result.figures}
    assert told[("31.71", Population.CHILDREN)] == (5, None)
    assert told[("31.71", Population.WOMEN)] == (6, None)
    assert told[("31.71", Population.WOMEN_CHILDREN)] == (11, None)
    assert told[("31", Population.CHILDREN)] == (1, "other:klien luar provinsi")


def test_a_common_header_tells_no_portal(tmp_path: Path) -> None:
    text = "tahun,bulan,jenis_kelamin,jumlah_klien,yearmonth\n2019.0,January,Anak Perempuan,26.0,2019-01\n"
    with pytest.raises(BadInputError, match="nowhere which region"):
        plan(tmp_path, text)
    planned = plan(tmp_path, text, portal="data.jakarta.go.id")
    assert (one(planned).region, one(planned).population) == ("31", Population.GIRLS)


def test_satu_data_jakarta_counts_no_victims_but_percent(tmp_path: Path) -> None:
    rows = "".join(f"{n},2023{n:02d},2023,{n},Hukum,100\n" for n in range(1, 13))
    with pytest.raises(BadInputError, match="reads as a percentage"):
        plan(
            tmp_path,
            "_id,periode_data,tahun,bulan,jenis_pelayanan,jumlah_yang_dilayani\n" + rows,
            encoding="utf-8-sig",
        )


def test_year_and_month_in_one_column_and_a_byte_order_mark(tmp_path: Path) -> None:
    planned = plan(
        tmp_path,
        "_id,periode_data,wilayah,jumlah_kasus\n1,202302,Kota Serang,5\n2,202303,Kota Serang,6\n",
        encoding="utf-8-sig",
    )
    assert [draft.period for draft in planned.result.figures] == ["2023-02/2023-02", "2023-03/2023-03"]


def test_simfoni_running_count_of_the_year_it_was_fetched_in(tmp_path: Path) -> None:
    text = "provinsi,total,perempuan,anak\nBanten,20,18,12\nDIY Yogyakarta,7,5,4\n"
    planned = plan(tmp_path, text, portal="kekerasan.kemenpppa.go.id", retrieved=date(2021, 6, 2))
    banten = [draft for draft in planned.result.figures if draft.region == "36"]
    assert {draft.period for draft in banten} == {"2021-01/2021-06"}
    assert [(draft.value, draft.population, draft.breakdown, draft.unit) for draft in banten] == [
        (20, Population.ALL, None, None),
        # Girls are among the females and among the children.
        (18, Population.ALL, "sex:perempuan", None),
        (12, Population.CHILDREN, None, None),
    ]
    assert "34" in planned.result.regions
    with pytest.raises(BadInputError, match=r"say --portal kekerasan\.kemenpppa\.go\.id.*@unit"):
        plan(tmp_path, text)
    with pytest.raises(BadInputError, match="--retrieved YYYY-MM-DD"):
        plan(tmp_path, text, portal="kekerasan.kemenpppa.go.id")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("nama_kabupaten_kota,growth_cat,growth_value,tahun\nBOGOR,g2019,-0.25,2019\n", "shares or rates"),
        ("kabupaten,persentase,tahun\nKabupaten Bogor,12,2019\n", "shares or rates"),
        ("kabupaten,jumlah_kasus,tahun\nKabupaten Bogor,1.5,2019\n", "fractions"),
        ("kabupaten,jumlah_kasus,tahun\nKabupaten Bogor,15%,2019\n", "percentages"),
        ("kabupaten,jumlah_kasus,tahun\nKabupaten Bogor,-4,2019\n", "negative"),
        ("jenis_kelamin,jumlah_korban\nPerempuan,440\n", "nowhere which year"),
        ("bentuk_kekerasan,jumlah_korban,tahun\nKekerasan Fisik,85,2020\n", "nowhere which region"),
        ("pelaku,total_a,tempat,total_b\nPacar,9,,\n,,Rumah,8\n", "side by side"),
        ("wilayah,tahun,jumlah\nKota Serang,2020,4\n", "does not say what it counts"),
        ("kota,tahun,jumlah_kasus,jumlah_penduduk\nKota Serang,2020,4,700000\n", "penduduk"),
        ("kota,tahun,jumlah_kasus,catatan_petugas\nKota Serang,2020,4,rahasia\n", "fit no category"),
    ],
)
def test_what_holds_no_counts_or_is_unclear_is_refused_with_the_reason(
    tmp_path: Path, text: str, reason: str
) -> None:
    with pytest.raises(BadInputError, match=reason) as refused:
        plan(tmp_path, text)
    assert refused.value.cure


def test_unknown_regions_units_and_categories_are_listed_not_guessed(tmp_path: Path) -> None:
    planned = plan(
        tmp_path,
        "nama_kabupaten_kota,jenis_kekerasan,jumlah,satuan,tahun\n"
        "Kota Serang,fisik,4,KASUS,2020\n"
        "Kota Atlantis,fisik,4,KASUS,2020\n"
        "Kota Serang,mistik,4,KASUS,2020\n"
        "Kota Serang,psikis,4,LUSIN,2020\n"
        "Kota Serang,seksual,banyak,KASUS,2020\n",
        name="t.csv",
        mapping={"jumlah": "count"},
    )
    assert values(planned) == [("36.73", 2020, 4)]
    assert [(bad.row, bad.column) for bad in planned.result.rejections] == [
        (3, "nama_kabupaten_kota"),
        (4, "jenis_kekerasan"),
        (5, "satuan"),
        (6, "jumlah"),
    ]


def test_a_key_stated_twice_with_different_values_is_told(tmp_path: Path) -> None:
    planned = plan(
        tmp_path, "nama_kabupaten_kota,jumlah_kasus,tahun\nKota Serang,4,2020\nKota Serang,9,2020\n"
    )
    assert planned.result.doubled == ("Kota Serang 2020 all: 4 (row 2), 9 (row 3)",)
