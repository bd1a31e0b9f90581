"""A region's years as a small picture: two bars a year, readable in light and dark mails."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from digest.issue import RegionChart, YearPair
from digest.texts import Texts
from models.labels import number

WIDTH, HEIGHT = 560, 220
_SCALE = 2
"""Drawn twice as large as shown, for screens with fine points."""
_PAPER, _INK, _QUIET = "#ffffff", "#1f2328", "#57606a"
_REPORTED, _OFFICIAL, _LINE = "#8c2f39", "#8fa8bd", "#d0c9bd"
_LEFT, _RIGHT, _TOP, _FLOOR = 16, 544, 52, 184
_COLOURS = 32


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG, its name in the mail, and what it says in words."""

    name: str
    png: bytes
    alt: str


def draw(chart: RegionChart, name: str, texts: Texts) -> Picture:
    """The chart as a picture of 1120 × 440 points."""
    image = Image.new("RGB", (WIDTH * _SCALE, HEIGHT * _SCALE), _PAPER)
    pen = ImageDraw.Draw(image)
    _legend(pen, texts)
    _line(pen, (_LEFT, _FLOOR), (_RIGHT, _FLOOR))
    known = [value for row in chart.rows for value in (row.reported, row.official) if value is not None]
    for row, middle in zip(chart.rows, _middles(len(chart.rows)), strict=True):
        _year(pen, row, middle, largest=max(known, default=1), texts=texts)
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


def _middles(count: int) -> Sequence[float]:
    step = (_RIGHT - _LEFT) / count
    return [_LEFT + step * (place + 0.5) for place in range(count)]


def _year(pen: ImageDraw.ImageDraw, row: YearPair, middle: float, *, largest: int, texts: Texts) -> None:
    _text(pen, (middle, _FLOOR + 8), str(row.year), size=13, colour=_INK)
    for value, colour, shift in ((row.reported, _REPORTED, -19), (row.official, _OFFICIAL, 19)):
        if value is None:
            _text(pen, (middle + shift, _FLOOR - 18), "–", size=12, colour=_QUIET)
            continue
        top = _FLOOR - (_FLOOR - _TOP) * value / max(largest, 1)
        box = [(middle + shift - 16, top), (middle + shift + 16, _FLOOR)]
        pen.rectangle([(x * _SCALE, y * _SCALE) for x, y in box], fill=colour)
        _text(pen, (middle + shift, top - 17), number(value, texts.language), size=12, colour=_INK)


def _legend(pen: ImageDraw.ImageDraw, texts: Texts) -> None:
    across = float(_LEFT)
    for name, colour in (("number_reported", _REPORTED), ("number_official", _OFFICIAL)):
        box = [(across * _SCALE, 12 * _SCALE), ((across + 12) * _SCALE, 24 * _SCALE)]
        pen.rectangle([*box], fill=colour)
        across += 18 + _text(pen, (across + 18, 9), texts[name], size=13, colour=_INK, anchor="la") + 20


def _line(pen: ImageDraw.ImageDraw, start: tuple[int, int], end: tuple[int, int]) -> None:
    ends = [(x * _SCALE, y * _SCALE) for x, y in (start, end)]
    pen.line(ends, fill=_LINE, width=_SCALE)


def _text(
    pen: ImageDraw.ImageDraw,
    place: tuple[float, float],
    words: str,
    *,
    size: int,
    colour: str,
    anchor: str = "ma",
) -> float:
    """Write words at a place and give their width."""
    font = ImageFont.load_default(size * _SCALE)
    x, y = place
    pen.text((x * _SCALE, y * _SCALE), words, fill=colour, font=font, anchor=anchor)
    return pen.textlength(words, font=font) / _SCALE
