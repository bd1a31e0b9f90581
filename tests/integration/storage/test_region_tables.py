import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.geography import Region, RegionAlias
from models.regions import load_aliases, load_regions
from models.vocabulary import RegionKind
from storage.regions import RegionRepository
from storage.seeding import seed_regions


@pytest.fixture
def regions(session: Session) -> RegionRepository:
    return RegionRepository(session)


def test_the_tables_hold_the_bundled_lists(session: Session) -> None:
    assert session.scalar(select(func.count()).select_from(Region)) == len(load_regions())
    assert session.scalar(select(func.count()).select_from(RegionAlias)) == len(load_aliases())


def test_lists_are_loaded_once_and_repaired_when_they_change(session: Session) -> None:
    connection = session.connection()
    assert not seed_regions(connection)
    connection.exec_driver_sql("UPDATE region SET name = 'Salah' WHERE code = '36.73'")
    connection.exec_driver_sql("UPDATE reference_data SET content_sha256 = 'an older list'")
    assert seed_regions(connection)
    assert RegionRepository(session).name("36.73") == "Kota Serang"


def test_what_lies_in_what(regions: RegionRepository) -> None:
    assert len(regions.children("ID")) == 38
    banten = regions.descendants("36")
    assert {"36.04", "36.73", "36.73.01"} <= {region.code for region in banten}
    assert all(region.code.startswith("36.") for region in banten)
    assert regions.children("36.73.01") == ()
    serang = regions.get("36.73")
    assert serang is not None
    assert (serang.name, serang.kind, serang.parent_code) == ("Kota Serang", RegionKind.KOTA, "36")
    assert regions.names()["36.04"] == "Kabupaten Serang"
    assert regions.name("99") is None


def test_search_puts_the_best_and_largest_first(regions: RegionRepository) -> None:
    assert regions.search("kota serang")[0].code == "36.73"
    assert {region.code for region in regions.search("Serang")[:4]} >= {"36.04", "36.73"}
    assert regions.search("banten")[0].code == "36"
    assert regions.search("100%") == ()
    assert regions.search("  ") == ()
    assert len(regions.search("a", limit=3)) == 3


def test_search_knows_other_names(session: Session, regions: RegionRepository) -> None:
    alias, code = session.execute(
        select(RegionAlias.alias, RegionAlias.region_code).order_by(RegionAlias.alias).limit(1)
    ).one()
    assert code in {region.code for region in regions.search(alias.upper())}
