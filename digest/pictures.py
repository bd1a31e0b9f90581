"""A region's years as a small picture: two bars a year, readable in light and dark mails."""

from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from digest.issue import RegionChart, YearPair
from digest.texts import Texts
from models.labels import number

WIDTH = 420
_SCALE = 2
"""Drawn twice as large as shown, for screens with fine points."""
_PAPER, _INK, _QUIET = "#ffffff", "#1f2328", "#57606a"
_REPORTED, _OFFICIAL, _LINE = "#8c2f39", "#8fa8bd", "#d0c9bd"
_LEFT, _RIGHT, _TOP = 56, 340, 36
_BAR, _ROW = 16, 44
_COLOURS = 32


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG, its name in the mail, and what it says in words."""

    name: str
    png: bytes
    alt: str


def draw(chart: RegionChart, name: str, texts: Texts) -> Picture:
    """The chart as a picture 840 points wide: a row a year, one bar under the other."""
    height = _TOP + _ROW * len(chart.rows) + 6
    image = Image.new("RGB", (WIDTH * _SCALE, height * _SCALE), _PAPER)
    pen = ImageDraw.Draw(image)
    _legend(pen, texts)
    known = [value for row in chart.rows for value in (row.reported, row.official) if value is not None]
    for place, row in enumerate(chart.rows):
        _year(pen, row, _TOP + _ROW * place, largest=max([1, *known]), texts=texts)
    ends = [(_LEFT * _SCALE, (_TOP - 2) * _SCALE), (_LEFT * _SCALE, (height - 4) * _SCALE)]
    pen.line(ends, fill=_LINE, width=_SCALE)
    packed = BytesIO()
    image.quantize(_COLOURS).save(packed, "PNG", optimize=True)
    return Picture(name, packed.getvalue(), in_words(chart, texts))


def in_words(chart: RegionChart, texts: Texts) -> str:
    """What the picture shows, for whoever does not see it."""
    years = "; ".join(
        texts.fill(
            "chart_year",
            year=row.year,
            reported=_known(row.reported, texts),
            official=_known(row.official, texts),
        )
        for row in chart.rows
    )
    return texts.fill("chart_alt", region=chart.region, what=chart.what, years=years)


def _known(value: int | None, texts: Texts) -> str:
    return texts["unknown"] if value is None else number(value, texts.language)


def _year(pen: ImageDraw.ImageDraw, row: YearPair, top: int, *, largest: int, texts: Texts) -> None:
    _text(pen, (_LEFT - 8, top + _BAR - 8), str(row.year), size=15, colour=_INK, anchor="ra")
    for place, (value, colour) in enumerate(((row.reported, _REPORTED), (row.official, _OFFICIAL))):
        y = top + place * (_BAR + 2)
        # The font has no dash.
        said = "-" if value is None else number(value, texts.language)
        end = _LEFT + (_RIGHT - _LEFT) * (value or 0) / largest
        pen.rectangle([(_LEFT * _SCALE, y * _SCALE), (end * _SCALE, (y + _BAR) * _SCALE)], fill=colour)
        _text(pen, (end + 6, y), said, size=14, colour=_QUIET if value is None else _INK)


def _legend(pen: ImageDraw.ImageDraw, texts: Texts) -> None:
    across = float(_LEFT)
    for name, colour in (("number_reported", _REPORTED), ("number_official", _OFFICIAL)):
        box = [(across * _SCALE, 12 * _SCALE), ((across + 12) * _SCALE, 24 * _SCALE)]
        pen.rectangle([*box], fill=colour)
        across += 18 + _text(pen, (across + 18, 9), texts[name], size=15, colour=_INK) + 20


def _text(
    pen: ImageDraw.ImageDraw,
    place: tuple[float, float],
    words: str,
    *,
    size: int,
    colour: str,
    anchor: str = "la",
) -> float:
    """Write words at a place and give their width."""
    font = ImageFont.load_default(size * _SCALE)
    x, y = place
    pen.text((x * _SCALE, y * _SCALE), words, fill=colour, font=font, anchor=anchor)
    return pen.textlength(words, font=font) / _SCALE
