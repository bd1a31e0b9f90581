"""Where figures stand in a chart."""

from datetime import date

import pytest

from models.vocabulary import Population, Qualifier, Unit, Violence
from storage.figures import FigureRow
from storage.official import OfficialRow
from web.charts import HEIGHT, WIDTH, Series, draw, series_of
from web.views import by_year, gaps

SERIES = Series(Unit.CASES, Population.WOMEN_CHILDREN, Violence.ANY)


def reported(value: int, year: int | None, **facts: object) -> FigureRow:
    known: dict[str, object] = {
        "id": value,
        "article_id": 1,
        "value": value,
        "unit": Unit.CASES,
        "region": "36.73",
        "region_name": "Kota Serang",
        "year": year,
        "period": None,
        "population": Population.WOMEN_CHILDREN,
        "violence": Violence.ANY,
        "breakdown": None,
        "qualifier": Qualifier.EXACT,
        "source": None,
        "outlet": "satu.test",
        "url": "https://satu.test/a",
        "title": None,
        "published": date(2024, 1, 1),
        "evidence": "kasus",
        "start": 0,
        "end": 5,
        "confidence": 0.9,
        "duplicate_of": None,
        "article_current": True,
    }
    return FigureRow(**(known | facts))  # type: ignore[arg-type]


def published(value: int, year: int, **facts: object) -> OfficialRow:
    known: dict[str, object] = {
        "id": value,
        "dataset_id": 1,
        "row_number": 1,
        "value": value,
        "unit": Unit.CASES,
        "region": "36.73",
        "region_name": "Kota Serang",
        "year": year,
        "period": None,
        "population": Population.WOMEN_CHILDREN,
        "violence": Violence.ANY,
        "breakdown": None,
        "portal": "data.test",
        "title": "Tabel",
        "publisher": None,
        "version": 1,
        "superseded_by": None,
    }
    return OfficialRow(**(known | facts))  # type: ignore[arg-type]


def test_a_whole_year_stands_at_its_end_without_a_bar() -> None:
    chart = draw([reported(10, 2023), reported(20, 2024)], [], SERIES)
    assert chart is not None
    earlier, later = chart.points
    assert earlier.x < later.x == chart.right
    assert [point.bar_from for point in chart.points] == [None, None]
    assert later.y < earlier.y


def test_part_of_a_year_has_a_bar_over_its_months() -> None:
    chart = draw([reported(10, 2024, period="2024-04/2024-06"), reported(40, 2024)], [], SERIES)
    assert chart is not None
    part, whole = chart.points
    assert part.bar_from is not None
    assert chart.left < part.bar_from < part.x < whole.x
    assert part.bar_from - chart.left == pytest.approx((whole.x - chart.left) / 4, abs=0.2)


def test_each_official_table_has_a_line_of_its_own() -> None:
    chart = draw([], [published(1, 2022), published(2, 2023), published(3, 2023, dataset_id=2)], SERIES)
    assert chart is not None
    assert [[point.row.value for point in line] for line in chart.lines] == [[1, 2], [3]]


@pytest.mark.parametrize(
    "row",
    [
        reported(1, None),
        reported(1, 2024, period="2020-01/2024-12"),
        reported(1, 2024, breakdown="age:0-5"),
        reported(1, 2024, unit=Unit.VICTIMS),
        reported(1, 2024, violence=Violence.SEXUAL),
    ],
)
def test_what_cannot_be_placed_is_left_out_and_counted(row: FigureRow) -> None:
    chart = draw([reported(10, 2024), row], [], SERIES)
    assert chart is not None
    assert (len(chart.points), chart.left_out) == (1, 1)


def test_nothing_to_draw_is_no_chart() -> None:
    assert draw([reported(1, None)], [], SERIES) is None
    assert draw([], [], None) is None


@pytest.mark.parametrize("most", [0, 1, 7, 60, 999, 10_000, 1_234_567])
def test_every_point_lies_inside_and_ticks_are_few(most: int) -> None:
    chart = draw([reported(most, 2024)], [], SERIES)
    assert chart is not None
    assert 2 <= len(chart.values) <= 8
    assert chart.values[-1].text >= most
    assert all(0 <= point.x <= WIDTH and 0 <= point.y <= HEIGHT for point in chart.points)


def test_the_series_most_often_counted_comes_first() -> None:
    rows = [reported(1, 2024, unit=Unit.VICTIMS), reported(2, 2023), reported(3, 2022)]
    assert [series.unit for series in series_of(rows, [])] == [Unit.CASES, Unit.VICTIMS]


def test_years_come_newest_first_and_gaps_are_told() -> None:
    rows = by_year([reported(1, 2020), reported(2, None), reported(3, 2023)], [published(4, 2021)])
    assert [row.year for row in rows] == [2023, 2021, 2020, None]
    assert gaps(rows) == [2021, 2022]
    assert gaps([]) == []


def test_totals_come_before_their_parts() -> None:
    part = reported(9, 2020, violence=Violence.SEXUAL)
    detail = reported(20, 2020, breakdown="age:0-5")
    assert by_year([detail, part, reported(5, 2020)], [])[0].reported == (reported(5, 2020), part, detail)
