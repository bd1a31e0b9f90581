"""The tile map holds every province once."""

from itertools import combinations

from models.regions import load_regions
from models.vocabulary import RegionKind
from storage.coverage import ProvinceRow
from web.tiles import COLUMNS, ROWS, SHADES, SIZE, Measure, lay_tiles

PROVINCES = [
    ProvinceRow(
        code=entry.code, name=entry.name, figures=number, outlets=0, regions=0, findings=0, official=0
    )
    for number, entry in enumerate(one for one in load_regions() if one.kind is RegionKind.PROVINCE)
]


def test_all_38_have_a_tile_of_their_own() -> None:
    tiles = lay_tiles(PROVINCES, Measure.FIGURES)
    assert len(tiles) == 38
    assert all(a.x != b.x or a.y != b.y for a, b in combinations(tiles, 2))
    assert all(tile.x < COLUMNS * SIZE and tile.y < ROWS * SIZE for tile in tiles)


def test_nought_has_no_shade_and_the_most_has_the_deepest() -> None:
    shades = {tile.value: tile.shade for tile in lay_tiles(PROVINCES, Measure.FIGURES)}
    assert shades[0] == 0
    assert shades[37] == SHADES
    assert sorted(shades.values()) == [shades[value] for value in sorted(shades)]


def test_nothing_known_shades_nothing() -> None:
    assert {tile.shade for tile in lay_tiles(PROVINCES, Measure.OFFICIAL)} == {0}
