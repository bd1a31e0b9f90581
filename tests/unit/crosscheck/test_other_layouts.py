"""Layouts nobody has sent yet: read rightly or refused with the reason, never misread."""

import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from crosscheck.official.importing import ImportOptions, plan_import
from crosscheck.official.tables import read_tables
from models.errors import BadInputError
from models.vocabulary import Population, Unit, Violence
from tests.unit.crosscheck.importing import one, places, plan, values

ODS_HEAD = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
)


def test_years_as_columns(tmp_path: Path) -> None:
    planned = plan(
        tmp_path,
        "No;Kabupaten/Kota;2019;2020;2021\n"
        "1;Kabupaten Lebak;12;15;9\n2;Kota Cilegon;4;-;6\n3;JUMLAH;16;15;15\n",
        mapping={"@unit": "cases"},
    )
    assert values(planned) == [
        ("36.02", 2019, 12),
        ("36.02", 2020, 15),
        ("36.02", 2021, 9),
        ("36.72", 2019, 4),
        ("36.72", 2021, 6),
    ]
    assert [(row.number, row.reason) for row in planned.result.skipped] == [(4, "a total of other rows")]


def test_years_within_the_names_of_count_columns(tmp_path: Path) -> None:
    planned = plan(
        tmp_path, "kecamatan,kabupaten,jumlah_korban_2022,jumlah_korban_2023\nCiruas,Kabupaten Serang,3,5\n"
    )
    assert [(draft.year, draft.value, draft.unit) for draft in planned.result.figures] == [
        (2022, 3, Unit.VICTIMS),
        (2023, 5, Unit.VICTIMS),
    ]
    assert planned.result.regions[0].startswith("36.04.")


def test_two_header_rows_with_merged_cells_under_a_title(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Jumlah Korban Kekerasan menurut Kabupaten/Kota dan Jenis Kelamin, Provinsi Banten"])
    sheet.append([])
    sheet.append(["Kabupaten/Kota", 2022, None, 2023, None])
    sheet.append([None, "Laki-laki", "Perempuan", "Laki-laki", "Perempuan"])
    sheet.append(["(1)", "(2)", "(3)", "(4)", "(5)"])
    sheet.append(["Kota Serang", 1, 20, 2, 25])
    sheet.append(["Kabupaten Serang", 3, 40, 4, 45])
    sheet.append(["Sumber: DP3AKKB Provinsi Banten"])
    sheet.merge_cells("A1:E1")
    sheet.merge_cells("A3:A4")
    sheet.merge_cells("B3:C3")
    sheet.merge_cells("D3:E3")
    path = tmp_path / "dua.xlsx"
    book.save(path)
    (planned,) = plan_import(path, ImportOptions(), places=places())
    told = [(d.region, d.year, d.breakdown, d.value) for d in planned.result.figures]
    assert told == [
        ("36.73", 2022, "sex:laki-laki", 1),
        ("36.73", 2022, "sex:perempuan", 20),
        ("36.73", 2023, "sex:laki-laki", 2),
        ("36.73", 2023, "sex:perempuan", 25),
        ("36.04", 2022, "sex:laki-laki", 3),
        ("36.04", 2022, "sex:perempuan", 40),
        ("36.04", 2023, "sex:laki-laki", 4),
        ("36.04", 2023, "sex:perempuan", 45),
    ]
    assert planned.result.units == ("victims",)
    assert [row.reason for row in planned.result.skipped] == ["a line of text, no data"]


def test_counts_written_as_text_with_their_unit(tmp_path: Path) -> None:
    planned = plan(
        tmp_path,
        "Daerah\tTahun\tAngka\n"
        "Jawa Timur\t2023\t1.234 kasus\nBali\t2023\t987 kasus\nBanten\t2023\t56 Kasus\n",
        name="angka.tsv",
    )
    assert values(planned) == [("35", 2023, 1234), ("51", 2023, 987), ("36", 2023, 56)]
    assert planned.result.units == ("cases",)


def test_thousands_written_in_two_ways_are_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="two ways"):
        plan(tmp_path, 'provinsi;tahun;jumlah_kasus\nBali;2023;1.234\nBanten;2023;"1,234"\n')


def test_one_column_a_kind_of_violence(tmp_path: Path) -> None:
    planned = plan(
        tmp_path,
        "Kabupaten/Kota,Tahun,Fisik,Psikis,Seksual,TPPO,Lainnya,Total Korban\n"
        "Kota Serang,2023,4,3,9,0,1,17\n",
    )
    told = {draft.violence: draft.value for draft in planned.result.figures if draft.breakdown is None}
    assert told == {
        Violence.PHYSICAL: 4,
        Violence.PSYCHOLOGICAL: 3,
        Violence.SEXUAL: 9,
        Violence.TRAFFICKING: 0,
        Violence.ANY: 17,
    }
    assert one(planned, value=1).breakdown == "other:lainnya"
    assert planned.result.units == ("victims",)


def test_two_columns_of_one_name_are_asked_about(tmp_path: Path) -> None:
    text = "Kabupaten/Kota,Tahun,Jumlah Korban,Jumlah Korban\nKota Serang,2023,4,9\n"
    with pytest.raises(BadInputError, match="Two columns are called 'Jumlah Korban'"):
        plan(tmp_path, text)
    planned = plan(
        tmp_path,
        text,
        mapping={"Jumlah Korban": "count:victims:women", "Jumlah Korban#2": "count:victims:children"},
    )
    assert [(d.population, d.value) for d in planned.result.figures] == [
        (Population.WOMEN, 4),
        (Population.CHILDREN, 9),
    ]


def test_months_as_columns_and_the_year_from_the_title(tmp_path: Path) -> None:
    planned = plan(
        tmp_path,
        "Rekapitulasi Kasus Kekerasan terhadap Perempuan dan Anak Tahun 2024\n"
        "Kecamatan,Kabupaten,Januari,Februari,Maret\nCiruas,Kabupaten Serang,1,0,2\n",
    )
    assert [(d.period, d.value) for d in planned.result.figures] == [
        ("2024-01/2024-01", 1),
        ("2024-02/2024-02", 0),
        ("2024-03/2024-03", 2),
    ]
    assert {d.population for d in planned.result.figures} == {Population.WOMEN_CHILDREN}
    assert planned.result.units == ("cases",)


def test_quarters_and_semesters(tmp_path: Path) -> None:
    planned = plan(
        tmp_path,
        "kota,periode,jumlah_kasus\nKota Serang,Triwulan I 2023,3\nKota Serang,Semester II 2023,9\n"
        "Kota Serang,Januari - September 2024,8\n",
    )
    assert [d.period for d in planned.result.figures] == [
        "2023-01/2023-03",
        "2023-07/2023-12",
        "2024-01/2024-09",
    ]


def test_adults_and_children_beside_a_day_of_update(tmp_path: Path) -> None:
    planned = plan(
        tmp_path,
        "kota,kategori_korban,jumlah_korban_perempuan_dan_anak,tahun,tanggal_update\n"
        "Kota Serang,Dewasa,3,2023,2024-02-01\nKota Serang,Anak,5,2023,2024-02-01\n",
    )
    assert [(d.population, d.value) for d in planned.result.figures] == [
        (Population.WOMEN, 3),
        (Population.CHILDREN, 5),
    ]


def test_daily_counts_are_not_taken_for_months(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="tanggal"):
        plan(tmp_path, "kota,tanggal,jumlah_kasus\nKota Serang,2023-01-02,1\nKota Serang,2023-01-09,2\n")


def test_codes_of_two_systems_beside_one_another(tmp_path: Path) -> None:
    planned = plan(
        tmp_path,
        "bps_kode_kabupaten_kota,bps_nama_kabupaten_kota,kemendagri_kode_kabupaten_kota,"
        "kemendagri_nama_kabupaten_kota,jumlah_kasus,tahun\n"
        "3171,JAKARTA SELATAN,31.74,KOTA ADM. JAKARTA SELATAN,4,2023\n",
    )
    assert values(planned) == [("31.74", 2023, 4)]


def test_a_code_that_two_systems_give_to_different_regions_needs_the_system(tmp_path: Path) -> None:
    text = "kode_kabupaten_kota,jumlah_kasus,tahun\n3171,4,2023\n"
    (rejected,) = plan(tmp_path, text).result.rejections
    assert "by Kemendagri or by BPS" in rejected.reason
    assert values(plan(tmp_path, text, mapping={"@codes": "bps"})) == [("31.74", 2023, 4)]
    assert values(plan(tmp_path, text, mapping={"@codes": "kemendagri"})) == [("31.71", 2023, 4)]


def test_a_name_and_a_code_that_contradict_are_rejected(tmp_path: Path) -> None:
    planned = plan(
        tmp_path, "kode_kabupaten_kota,nama_kabupaten_kota,jumlah_kasus,tahun\n3201,KOTA BOGOR,4,2023\n"
    )
    (rejected,) = planned.result.rejections
    assert rejected.reason == "code 3201 is Kabupaten Bogor, the name says 'KOTA BOGOR'"


def test_a_bare_name_two_regions_share_is_rejected_unless_others_say_kota(tmp_path: Path) -> None:
    alone = plan(tmp_path, "kabupaten_kota,jumlah_kasus,tahun\nBOGOR,4,2023\nDEPOK,5,2023\n")
    assert [bad.value for bad in alone.result.rejections] == ["BOGOR"]
    assert values(alone) == [("32.76", 2023, 5)]
    beside = plan(tmp_path, "kabupaten_kota,jumlah_kasus,tahun\nBOGOR,4,2023\nKOTA BOGOR,5,2023\n")
    assert values(beside) == [("32.01", 2023, 4), ("32.71", 2023, 5)]


def test_an_open_document_sheet(tmp_path: Path) -> None:
    rows = [["Provinsi", "Tahun", "Jumlah Kasus"], ["Bali", 2023, 41], ["Banten", 2023, 77]]
    xml = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="float" office:value="{cell}"/>'
            if isinstance(cell, int)
            else f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>'
            for cell in row
        )
        + '<table:table-cell table:number-columns-repeated="16000"/></table:table-row>'
        for row in rows
    )
    path = tmp_path / "tabel.ods"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(
            "content.xml",
            f'{ODS_HEAD}<table:table table:name="Data">{xml}'
            '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>'
            "</table:table></office:spreadsheet></office:body></office:document-content>",
        )
    (planned,) = plan_import(path, ImportOptions(), places=places())
    assert values(planned) == [("51", 2023, 41), ("36", 2023, 77)]


def test_the_answer_of_a_portal_in_json(tmp_path: Path) -> None:
    planned = plan(
        tmp_path,
        '{"data": [{"id": 1, "nama_kabupaten_kota": "KOTA SERANG", "jumlah_kasus": 7, '
        '"satuan": "KASUS", "tahun": 2023}], "meta": {"total_record": 1}}',
        name="jawaban.json",
    )
    assert values(planned) == [("36.73", 2023, 7)]


def test_a_pivot_table_beside_the_data_is_left_out_and_told(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["nama_kabupaten_kota", "jumlah_kasus", "tahun", None, "Row Labels", "Sum of jumlah_kasus"])
    sheet.append(["Kota Serang", 7, 2022, None, "Kota Serang", 15])
    sheet.append(["Kota Serang", 8, 2023, None, None, None])
    path = tmp_path / "pivot.xlsx"
    book.save(path)
    (planned,) = plan_import(path, ImportOptions(), places=places())
    assert values(planned) == [("36.73", 2022, 7), ("36.73", 2023, 8)]
    assert "columns E–F left out: a separate block" in planned.reading.notes


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("kosong.csv", b"", "is empty"),
        ("gambar.csv", b"\x89PNG\r\n\0\0\0", "not a text file"),
        ("tabel.xls", b"\xd0\xcf\x11\xe0", "are not read"),
        ("tabel.xlsx", b"bukan zip", "not a readable workbook"),
        ("tabel.ods", b"bukan zip", "not a readable workbook"),
        ("tabel.json", b"{", "is not JSON"),
        ("tabel.json", b'{"a": 1}', "no list of records"),
        ("tabel.csv", b"1,2,3\n4,5,6\n", "no table with a header"),
    ],
)
def test_broken_files_are_refused_in_one_sentence(
    tmp_path: Path, name: str, content: bytes, reason: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(BadInputError, match=reason) as refused:
        read_tables(path)
    assert refused.value.cure


def test_sheets_are_named_when_there_are_several(tmp_path: Path) -> None:
    book = Workbook()
    for number, title in enumerate(("kasus", "korban")):
        sheet = book.active if number == 0 else book.create_sheet()
        assert sheet is not None
        sheet.title = title
        sheet.append(["kota", f"jumlah_{title}", "tahun"])
        sheet.append(["Kota Serang", 5 + number, 2023])
    path = tmp_path / "dua.xlsx"
    book.save(path)
    both = plan_import(path, ImportOptions(), places=places())
    assert [(planned.title, planned.result.units) for planned in both] == [
        ("dua – kasus", ("cases",)),
        ("dua – korban", ("victims",)),
    ]
    (second,) = plan_import(path, ImportOptions(sheet="korban"), places=places())
    assert values(second) == [("36.73", 2023, 6)]
