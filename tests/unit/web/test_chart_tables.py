"""A chart as a table: everything drawn, from left to right."""

from tests.unit.web.test_charts import SERIES, published, reported
from web.charts import draw


def test_every_point_of_a_chart_is_in_its_table() -> None:
    figures = [reported(30, 2024, period="2024-01/2024-06"), reported(70, 2023), reported(9, None)]
    chart = draw(figures, [published(68, 2023), published(60, 2024)], SERIES)
    assert chart is not None
    assert [(point.row.value, official) for point, official in chart.entries] == [
        (68, True),
        (70, False),
        (30, False),
        (60, True),
    ]
