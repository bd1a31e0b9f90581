from collections.abc import Callable
from datetime import datetime

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from models.official import OfficialDataset, OfficialFigure
from models.vocabulary import Unit
from storage.official import OfficialRepository

MakeDataset = Callable[..., OfficialDataset]


@pytest.fixture
def make(now: datetime) -> MakeDataset:
    def dataset(
        *values: int, content: str = "a", title: str = "Kekerasan", region: str = "36.73"
    ) -> OfficialDataset:
        figures = [
            OfficialFigure(row_number=number, value=value, unit=Unit.VICTIMS, region_code=region, year=2024)
            for number, value in enumerate(values, start=2)
        ]
        return OfficialDataset(
            portal="opendata.contoh.test",
            title=title,
            publisher="Dinas Contoh",
            licence=None,
            version=1,
            retrieved=None,
            imported_at=now,
            content_sha256=content,
            figures=figures,
        )

    return dataset


def test_the_same_file_twice_is_one_dataset(session: Session, make: MakeDataset) -> None:
    repository = OfficialRepository(session)
    first, new = repository.add_dataset(make(7, 8))
    again, new_again = repository.add_dataset(make(7, 8))
    assert (new, new_again, again.id) == (True, False, first.id)
    assert [row.value for row in repository.current_figures()] == [7, 8]


def test_a_newer_file_supersedes_the_older_and_deletes_nothing(session: Session, make: MakeDataset) -> None:
    repository = OfficialRepository(session)
    old, _ = repository.add_dataset(make(7, content="a"))
    other, _ = repository.add_dataset(make(1, content="a", title="Lain"))
    new, _ = repository.add_dataset(make(9, content="b"))
    assert (new.version, other.version) == (2, 1)
    assert [row.value for row in repository.current_figures()] == [1, 9]
    assert [found.id for found in repository.datasets()] == [new.id, other.id]
    everything = repository.datasets(include_superseded=True)
    assert [(found.id, found.superseded_by) for found in everything] == [
        (old.id, new.id),
        (new.id, None),
        (other.id, None),
    ]
    assert session.scalar(select(func.count()).select_from(OfficialFigure)) == 3


def test_figures_are_chosen_by_place_and_year(session: Session, make: MakeDataset) -> None:
    repository = OfficialRepository(session)
    repository.add_dataset(make(7))
    [row] = repository.current_figures(region="36", with_descendants=True, year=2024)
    assert (row.value, row.region_name, row.portal) == (7, "Kota Serang", "opendata.contoh.test")
    assert repository.by_id([row.id, 10**6]) == {row.id: row}
    assert repository.current_figures(region="36") == []
    assert repository.current_figures(year=2023) == []


def test_one_wrong_row_keeps_the_whole_file_out(session: Session, make: MakeDataset) -> None:
    with pytest.raises(IntegrityError, match="ck_official_figure_value"):
        OfficialRepository(session).add_dataset(make(7, -1))
    session.rollback()
    assert OfficialRepository(session).datasets() == ()
