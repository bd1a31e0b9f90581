"""Real exports of portals, where they lie beside the checkout; the numbers were added up by hand."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

import pytest

from crosscheck.compare.sums import with_sums
from crosscheck.compare.values import Official, make_key
from crosscheck.official.importing import ImportOptions, PlannedTable, plan_import, refuse_rejections
from models.errors import BadInputError
from models.vocabulary import Population, Unit
from tests.unit.crosscheck.builders import children
from tests.unit.crosscheck.importing import places

FOLDER = Path(__file__).parents[4] / "shared" / "data" / "official"

pytestmark = pytest.mark.skipif(
    not FOLDER.is_dir(), reason=f"the real exports are not there ({FOLDER}); imitations are tested elsewhere"
)


class Table(NamedTuple):
    """What a file must yield; ``sums`` are the yearly sums of all its counts."""

    file: str
    rows: int
    unit: str
    regions: int
    sums: dict[int, int]
    options: Mapping[str, Any] = MappingProxyType({})


JAKARTA = {"portal": "data.jakarta.go.id"}
SIMFONI = {"portal": "kekerasan.kemenpppa.go.id", "retrieved": date(2021, 6, 2)}
VICTIMS_2018 = {2018: 452, 2019: 935, 2020: 1587, 2021: 1934}
SERVED = {2018: 227, 2019: 561, 2020: 448, 2021: 611}
CASES = {2018: 784, 2019: 805, 2020: 1114, 2021: 964}

TABLES = [
    Table("briannrl_jabar/data__KASUS_TERLAYANI.csv", 216, "victims", 27, SERVED),
    Table("briannrl_jabar/data__BERDASARKAN_USIA.csv", 1512, "victims", 27, VICTIMS_2018),
    Table("briannrl_jabar/data__BERDASARKAN_PENDIDIKAN.csv", 1728, "victims", 27, VICTIMS_2018),
    Table("briannrl_jabar/data__BERDASARKAN_PEKERJAAN.csv", 1728, "victims", 27, VICTIMS_2018),
    Table("diyosukma_jabar/kekerasankej.xlsx", 648, "cases", 27, CASES),
    Table("diyosukma_jabar/kekerasansmi.xlsx", 1728, "victims", 27, VICTIMS_2018),
    Table("iqbalmyusuf_jabar/korban_terlayani.csv", 216, "victims", 27, SERVED),
    Table("iqbalmyusuf_jabar/tempat_kejadian.csv", 648, "cases", 27, CASES),
    Table(
        "iqbalmyusuf_jabar/total_korban_kabupaten_kota.csv",
        405,
        "victims",
        27,
        {2017: 522, 2018: 756, 2019: 1118, 2020: 752, 2021: 1066},
    ),
    # Three groups and their total in each row: every victim is counted twice.
    Table(
        "iqbalmyusuf_jabar/jumlah_korban.csv",
        945,
        "victims",
        27,
        {2017: 1044, 2018: 1512, 2019: 2236, 2020: 1504, 2021: 2132},
    ),
    Table("saramoniica_jakarta/data__bentuk_kekerasan.csv", 48, "victims", 1, {2020: 792}),
    Table("saramoniica_jakarta/data__hub_pelaku.csv", 72, "victims", 1, {2020: 732}),
    Table("saramoniica_jakarta/data__jenis_kekerasan.csv", 48, "victims", 1, {2020: 948}),
    Table("saramoniica_jakarta/data__jenis_korban.csv", 36, "victims", 1, {2020: 921}, JAKARTA),
    Table("saramoniica_jakarta/clean__jenis_korban.csv", 36, "victims", 1, {2020: 921}, JAKARTA),
    Table("saramoniica_jakarta/data__korban_2019.csv", 36, "victims", 1, {2019: 999}, JAKARTA),
    # Children, women and both: 495 + 452 + 947.
    Table("saramoniica_jakarta/data__letak_geografis.csv", 72, "victims", 6, {2020: 1894}),
    Table("saramoniica_jakarta/data__pekerjaan.csv", 84, "victims", 1, {2020: 657 + 925}),
    Table("saramoniica_jakarta/data__pelapor.csv", 24, "victims", 1, {2020: 956}),
    Table("saramoniica_jakarta/data__pelayanan.csv", 186, "victims", 1, {2020: 6821}),
    Table("saramoniica_jakarta/data__pendidikan.csv", 72, "victims", 1, {2020: 650 + 913}),
    Table("saramoniica_jakarta/clean__pendidikan.csv", 72, "victims", 1, {2020: 650 + 913}),
    Table("saramoniica_jakarta/data__tempat_perkara.csv", 36, "victims", 1, {2020: 809}),
    Table("saramoniica_jakarta/data__usia.csv", 48, "victims", 1, {2020: 651 + 947}),
    Table(
        "simfoni_snapshot_2021-06-02/simfoni_ringkasan_provinsi.csv",
        34,
        "unknown",
        34,
        {2021: 5305 + 4588 + 3401},
        SIMFONI,
    ),
]

REFUSED = [
    ("ahmads99/kekerasan-perempuan.csv", "reads as a percentage"),
    ("briannrl_jabar/data__yoy_case_growth.csv", "shares or rates"),
    ("saramoniica_jakarta/clean__aaaa.csv", "side by side"),
    ("saramoniica_jakarta/clean__pbjt.csv", "side by side"),
    ("saramoniica_jakarta/clean__ppu.csv", "side by side"),
    ("saramoniica_jakarta/clean__jeniskorban_merge.csv", "does not say what it counts"),
    ("saramoniica_jakarta/clean__lapor_merge.csv", "does not say what it counts"),
    *(
        (f"saramoniica_jakarta/clean__{name}.csv", "nowhere which year")
        for name in (
            *("bentuk2020", "hub2020", "jenis_kekerasan2020", "jenis_korban2019", "jenis_korban2020"),
            *("letak_geografis2020", "pekerjaan2020", "pekerjaan_korban", "pekerjaan_pelaku", "pelapor2020"),
            *("pelayanan2020", "pendidikan2020", "pendidikan_korban", "pendidikan_pelaku"),
            *("tempat_perkara2020", "usia2020"),
        )
    ),
]


def planned(file: str, **options: Any) -> tuple[PlannedTable, ...]:
    return plan_import(FOLDER / file, ImportOptions(**options), places=places())


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.file)
def test_counts_come_in_with_their_rows_units_years_and_regions(table: Table) -> None:
    (plan,) = planned(table.file, **table.options)
    refuse_rejections([plan])
    sums: Counter[int] = Counter()
    for figure in plan.result.figures:
        sums[figure.year] += figure.value
    assert plan.result.rows == table.rows
    assert plan.result.units == (table.unit,)
    assert len(plan.result.regions) == table.regions
    assert dict(sums) == table.sums


@pytest.mark.parametrize(("file", "reason"), REFUSED)
def test_shares_and_cleaned_leftovers_are_refused_with_the_reason(file: str, reason: str) -> None:
    with pytest.raises(BadInputError, match=reason):
        planned(file)


def test_four_sheets_of_a_workbook_come_in_without_their_pivot_tables() -> None:
    plans = planned("briannrl_jabar/data__combined_eda.xlsx")
    assert [(plan.title, plan.result.rows) for plan in plans] == [
        ("data combined eda – kelompokUsia", 1512),
        ("data combined eda – tingkatPendidikan", 1728),
        ("data combined eda – pekerjaan", 1728),
        ("data combined eda – terlayani", 216),
    ]
    assert all("left out: a separate block" in " ".join(plan.reading.notes) for plan in plans)


def test_every_file_of_the_folder_is_expected_to_do_something() -> None:
    named = {table.file for table in TABLES} | {file for file, _ in REFUSED}
    there = {str(path.relative_to(FOLDER)) for path in FOLDER.glob("*/*") if path.suffix in (".csv", ".xlsx")}
    assert there == named | {"briannrl_jabar/data__combined_eda.xlsx"}


def test_rows_that_the_portal_mislabelled_are_told_and_never_summed() -> None:
    (plan,) = planned("briannrl_jabar/data__BERDASARKAN_USIA.csv")
    assert plan.result.doubled[0].startswith("Kabupaten Karawang 2019")
    sums = {
        (one.key.region, one.key.span.year, one.key.population): one.value
        for one in with_sums(_official(plan), children())
        if one.key.breakdown is None
    }
    # In 2018 every region is whole; in 2019 half of Purwakarta stands under Karawang's name.
    assert sums[("32", 2018, Population.ALL)] == 452
    assert ("32.15", 2018, Population.CHILDREN) in sums
    assert ("32.15", 2019, Population.CHILDREN) not in sums
    assert ("32", 2019, Population.ALL) not in sums
    # Ages 0–17 of Kabupaten Sukabumi in 2021; another office published 41.
    assert sums[("32.02", 2021, Population.CHILDREN)] == 122


def test_cases_by_place_make_the_totals_of_regions_and_province() -> None:
    (plan,) = planned("diyosukma_jabar/kekerasankej.xlsx")
    sums = with_sums(_official(plan), children())
    province = {
        one.key.span.year: (one.value, one.sum_of)
        for one in sums
        if one.key.region == "32" and one.key.breakdown is None
    }
    assert province == {year: (value, ("categories", "regions")) for year, value in CASES.items()}
    assert {one.key.unit for one in sums} == {Unit.CASES}


def _official(plan: PlannedTable) -> list[Official]:
    return [
        Official(
            ids=(number,),
            key=make_key(
                region=draft.region,
                year=draft.year,
                period=draft.period,
                unit=draft.unit,
                population=draft.population,
                violence=draft.violence,
                breakdown=draft.breakdown,
            ),
            value=draft.value,
            dataset=1,
        )
        for number, draft in enumerate(plan.result.figures, 1)
    ]
