"""The 38 provinces as equal tiles, roughly where they lie, shaded by one measure."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from storage.coverage import ProvinceRow

SIZE = 64
SHADES = 5

# Column and row of each province; names as short as a tile is wide.
_PLACES = {
    "11": (0, 0, "Aceh"),
    "12": (1, 1, "Sumut"),
    "13": (1, 2, "Sumbar"),
    "14": (2, 1, "Riau"),
    "15": (2, 2, "Jambi"),
    "16": (3, 3, "Sumsel"),
    "17": (2, 3, "Bengkulu"),
    "18": (3, 4, "Lampung"),
    "19": (4, 2, "Babel"),
    "21": (3, 1, "Kepri"),
    "31": (5, 4, "DKI"),
    "32": (5, 5, "Jabar"),
    "33": (6, 5, "Jateng"),
    "34": (6, 6, "DIY"),
    "35": (7, 5, "Jatim"),
    "36": (4, 5, "Banten"),
    "51": (8, 5, "Bali"),
    "52": (9, 5, "NTB"),
    "53": (10, 5, "NTT"),
    "61": (5, 1, "Kalbar"),
    "62": (5, 2, "Kalteng"),
    "63": (6, 2, "Kalsel"),
    "64": (6, 1, "Kaltim"),
    "65": (6, 0, "Kaltara"),
    "71": (9, 0, "Sulut"),
    "72": (8, 2, "Sulteng"),
    "73": (7, 3, "Sulsel"),
    "74": (8, 3, "Sultra"),
    "75": (8, 1, "Gorontalo"),
    "76": (7, 2, "Sulbar"),
    "81": (10, 3, "Maluku"),
    "82": (10, 1, "Malut"),
    "91": (13, 2, "Papua"),
    "92": (11, 2, "P. Barat"),
    "93": (13, 4, "P. Selatan"),
    "94": (12, 3, "P. Tengah"),
    "95": (13, 3, "P. Pegun."),
    "96": (11, 1, "P. B. Daya"),
}
COLUMNS, ROWS = 14, 7


class Measure(StrEnum):
    """What the tiles are shaded by."""

    FIGURES = "figures"
    OUTLETS = "outlets"
    REGIONS = "regions"
    FINDINGS = "findings"
    OFFICIAL = "official"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """One province; ``shade`` 0 means none, up to ``SHADES``."""

    x: int
    y: int
    short: str
    value: int
    shade: int
    row: ProvinceRow


def lay_tiles(provinces: Sequence[ProvinceRow], measure: Measure) -> list[Tile]:
    """A tile for every province that has a place, shaded by its rank among those not at nought."""
    values = {row.code: int(getattr(row, measure.value)) for row in provinces}
    steps = sorted({value for value in values.values() if value > 0})
    tiles = []
    for row in provinces:
        column, line, short = _PLACES[row.code]
        value = values[row.code]
        shade = 0 if value == 0 else 1 + steps.index(value) * SHADES // len(steps)
        tiles.append(Tile(x=column * SIZE, y=line * SIZE, short=short, value=value, shade=shade, row=row))
    return tiles
