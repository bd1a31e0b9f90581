"""Numbers, times, ages and names as tables write them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.compare.agencies import Agency, agency_of, different, same_body
from crosscheck.compare.spans import Span, span_of, tiling
from crosscheck.compare.values import folded_breakdown
from crosscheck.official.headings import read_heading
from crosscheck.official.layouts import find_layout, load_layouts, save_layout
from crosscheck.official.numbers import read_counts
from crosscheck.official.periods import When, parse_when
from crosscheck.official.persons import Persons, persons
from crosscheck.official.places import Level, PlaceContext
from crosscheck.official.words import AgeBand, Sex, age_band
from models.errors import BadInputError
from models.vocabulary import Population, Unit, Violence
from tests.unit.crosscheck.importing import places


@pytest.mark.parametrize(
    ("cells", "values"),
    [
        ([3, 4.0, "5", "6.0", " 7 "], (3, 4, 5, 6, 7)),
        (["1.234", "12", "987"], (1234, 12, 987)),
        (["1,234", "12"], (1234, 12)),
        (["1 234"], (1234,)),
        (["1.234 kasus", "56 Kasus"], (1234, 56)),
        (["-", "–", "", None, "NA", "0"], (None, None, None, None, None, 0)),
    ],
)
def test_counts_are_read_as_written_and_blanks_are_unknown(
    cells: list[str | int | float | None], values: tuple[int | None, ...]
) -> None:
    assert read_counts(cells).values == values
    assert read_counts(cells).problem is None


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        (["0.85", "1.234"], "fractions"),
        (["12,5"], "fractions"),
        (["12%"], "percentages"),
        (["-3"], "negative"),
        (["1.234", "1,234"], "two ways"),
        (["banyak", "sedikit"], "words"),
        ([None, "-"], "empty"),
        ([100] * 12, "percentage"),
    ],
)
def test_what_is_no_count_says_why(cells: list[str | int | None], problem: str) -> None:
    assert problem in str(read_counts(cells).problem)


@given(st.lists(st.integers(min_value=0, max_value=10**9), min_size=1, max_size=30))
def test_any_column_of_indonesian_thousands_comes_back(numbers: list[int]) -> None:
    written = [f"{value:,}".replace(",", ".") for value in numbers]
    assert read_counts(written).values == tuple(numbers) or set(numbers) == {100}


@given(st.lists(st.text(max_size=12), max_size=20))
def test_no_column_of_text_is_ever_an_accident(cells: list[str]) -> None:
    counts = read_counts(cells)
    assert len(counts.values) == len(cells)
    assert all(value is None or value >= 0 for value in counts.values)


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("2023", When(2023)),
        ("2023.0", When(2023)),
        ("202302", When(2023, 2, 2)),
        ("2023-02", When(2023, 2, 2)),
        ("Februari 2023", When(2023, 2, 2)),
        ("September", When(None, 9, 9)),
        ("Nopember", When(None, 11, 11)),
        ("Jan-23", When(2023, 1, 1)),
        ("Januari - Juni 2024", When(2024, 1, 6)),
        ("Januari s/d Oktober 2025", When(2025, 1, 10)),
        ("Triwulan II 2023", When(2023, 4, 6)),
        ("TW 4", When(None, 10, 12)),
        ("Semester I 2022", When(2022, 1, 6)),
        ("2021-2023", None),
        ("Semua", None),
        ("Semarang", None),
        ("202313", None),
    ],
)
def test_times_are_read_as_written(text: str, when: When | None) -> None:
    assert parse_when(text) == when


def test_numbers_of_a_month_column_are_months() -> None:
    assert parse_when(3, months=True) == When(None, 3, 3)
    assert parse_when(13, months=True) is None
    assert parse_when(2023.0) == When(2023)


@pytest.mark.parametrize(
    ("text", "band"),
    [
        ("0-5 TAHUN", AgeBand(0, 5)),
        ("18 - 24 thn", AgeBand(18, 24)),
        ("60 +", AgeBand(60, None)),
        ("60+ TAHUN", AgeBand(60, None)),
        ("< 18 tahun", AgeBand(None, 17)),
        (">= 18", AgeBand(18, None)),
        ("di atas 59", AgeBand(60, None)),
        ("25 tahun ke atas", AgeBand(25, None)),
        ("2023-01-02", None),
        ("dewasa", None),
    ],
)
def test_ages_are_read_as_written(text: str, band: AgeBand | None) -> None:
    assert age_band(text) == band


@pytest.mark.parametrize(
    ("base", "sex", "age", "who"),
    [
        (Population.ALL, Sex.FEMALE, None, Persons(Population.ALL, Sex.FEMALE)),
        (Population.ALL, Sex.FEMALE, AgeBand(0, 17), Persons(Population.GIRLS)),
        (Population.ALL, Sex.MALE, AgeBand(18, 24), Persons(Population.MEN)),
        (Population.CHILDREN, Sex.FEMALE, None, Persons(Population.GIRLS)),
        (Population.WOMEN_CHILDREN, Sex.MALE, None, Persons(Population.BOYS)),
        (Population.WOMEN_CHILDREN, None, AgeBand(25, 59), Persons(Population.WOMEN)),
        (Population.ALL, None, AgeBand(25, 59), Persons(Population.ALL)),
        (Population.ALL, None, AgeBand(0, 17), Persons(Population.CHILDREN)),
        (Population.ALL, Sex.FEMALE, AgeBand(15, 24), Persons(Population.ALL, Sex.FEMALE)),
    ],
)
def test_sex_and_age_narrow_a_population(
    base: Population, sex: Sex | None, age: AgeBand | None, who: Persons
) -> None:
    assert persons(base, sex, age) == who


def test_a_heading_is_read_phrase_by_phrase() -> None:
    heading = read_heading("jumlah_korban_kekerasan_seksual_anak_laki-laki_2019")
    assert (heading.unit, heading.population, heading.violence) == (
        Unit.VICTIMS,
        Population.BOYS,
        Violence.SEXUAL,
    )
    assert heading.when == When(2019)
    assert read_heading("jumlah_pelaku").unit is Unit.PERPETRATORS
    assert read_heading("jumlah_korban_berdasarkan_usia_pelaku").perpetrators
    assert read_heading("persentase_korban").percent
    assert read_heading("luas_wilayah").unknown == ("luas", "wilayah")


@pytest.mark.parametrize(
    ("name", "code", "level", "found"),
    [
        ("KAB. SERANG", None, Level.REGENCY, "36.04"),
        ("Serang, Kota", None, Level.REGENCY, "36.73"),
        ("Kota Administrasi Jakarta Timur", None, Level.REGENCY, "31.75"),
        ("KEP. SERIBU", "3101", Level.REGENCY, "31.01"),
        ("Kotabaru", None, Level.REGENCY, "63.02"),
        ("DI Yogyakarta", None, Level.PROVINCE, "34"),
        ("DIY Yogyakarta", None, Level.PROVINCE, "34"),
        ("NTB", None, Level.PROVINCE, "52"),
        # Papua Barat Daya is 92 for BPS and 96 for Kemendagri.
        ("PAPUA BARAT DAYA", "92", Level.PROVINCE, "96"),
        ("PAPUA BARAT DAYA", "96", Level.PROVINCE, "96"),
        ("LIMAPULUH KOTO", "1307", Level.REGENCY, "13.07"),
    ],
)
def test_regions_are_found_by_name_and_code_together(
    name: str, code: str | None, level: Level, found: str
) -> None:
    assert places().resolve(name=name, code=code, context=PlaceContext(level=level)).code == found


@pytest.mark.parametrize(
    ("source", "agency"),
    [
        ("DP3AKB Kota Serang", Agency.OFFICE),
        ("Dinas Pemberdayaan Perempuan", Agency.OFFICE),
        ("UPTD PPA", Agency.OFFICE),
        ("SIMFONI PPA", Agency.OFFICE),
        ("Polresta Serang Kota", Agency.POLICE),
        ("Unit PPA Polres Lebak", Agency.POLICE),
        ("Komnas Perempuan", Agency.COMMISSION),
        ("LBH APIK Jakarta", Agency.NGO),
        ("Pengadilan Agama", Agency.COURT),
        ("Anton", None),
        (None, None),
    ],
)
def test_credited_bodies_are_sorted(source: str | None, agency: Agency | None) -> None:
    assert agency_of(source) is agency


def test_bodies_of_other_sorts_are_different_and_one_name_may_be_shorter() -> None:
    assert different("DP3A Banten", "Polda Banten")
    assert not different("DP3A Banten", None)
    assert same_body("DP3AKB", "DP3AKB Kota Serang")
    assert not same_body("DP3AKB Kota Serang", "UPTD PPA Kota Serang")


def test_breakdowns_have_one_spelling() -> None:
    assert folded_breakdown("age: 13 - 17 Tahun") == "age:13-17"
    assert folded_breakdown("sex:perempuan; education:SLTP") == "education:smp; sex:perempuan"
    assert folded_breakdown("") is None


def test_months_that_tile_a_span() -> None:
    year = span_of(2024, None)
    months = [span_of(2024, f"2024-{number:02d}/2024-{number:02d}") for number in range(1, 13)]
    assert tiling(year, months) == list(range(12))
    assert tiling(year, months[:-1]) is None
    assert tiling(year, [span_of(2024, "2024-01/2024-06"), span_of(2024, "2024-07/2024-12")]) == [0, 1]
    assert tiling(year, [year]) is None
    assert Span(*months[0]).period == "2024-01/2024-01"


def test_a_mapping_that_worked_is_kept_as_a_layout(tmp_path: Path) -> None:
    header = ("Wilayah", 'Angka "baru"')
    path = save_layout(
        tmp_path,
        name="Portal Contoh",
        portal="data.contoh.go.id",
        header=header,
        mapping={"Wilayah": "region"},
    )
    assert path.name == "portal-contoh.toml"
    layout = find_layout(load_layouts(tmp_path), header, "data.contoh.go.id")
    assert layout is not None
    assert layout.mapping == {"Wilayah": "region"}
    assert find_layout(load_layouts(tmp_path), header, None) is None


def test_a_broken_layout_is_named(tmp_path: Path) -> None:
    (tmp_path / "rusak.toml").write_text("portal = ", encoding="utf-8")
    with pytest.raises(BadInputError, match=r"rusak\.toml"):
        load_layouts(tmp_path)
