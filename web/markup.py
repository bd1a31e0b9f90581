"""The rows of tables and the points of charts as HTML, put together in one go.

A page may show hundreds of them, and a template takes ten times as long for each. Everything that comes
from the store is escaped here; words of the vocabulary once for all.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from markupsafe import Markup

from models import labels
from models.regions import RegionEntry
from models.vocabulary import Language, Qualifier, Verdict
from storage.figures import FigureRow
from storage.official import OfficialRow
from storage.programmes import MentionRow
from storage.trends import TrendRow
from web.charts import Chart, OfficialPoint, Point
from web.frames import cells, navigation, safe, table_head
from web.texts import UNKNOWN, load_texts, term

_CHECKED = frozenset({Verdict.ACCEPTED, Verdict.CORRECTED, Verdict.ADDED})
_SHAPES = (
    "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0z",
    "M0-6.5L6.5 0L0 6.5L-6.5 0z",
    "M0-6.5L6.2 5H-6.2z",
    "M0 6.5L6.2-5H-6.2z",
    "M-2-6h4v4h4v4h-4v4h-4v-4h-4v-4h4z",
    "M-3-6h6l3 6l-3 6h-6l-3-6z",
)
_TIP_WIDTH, _TIP_SLACK = 48, 5


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes for readers of one language; ``as_it_is`` shows sentences unmasked."""

    language: Language
    as_it_is: bool

    def figure_rows(self, rows: Iterable[FigureRow], *, with_region: bool = True) -> Markup:
        """The rows of a table of figures, with or without their region."""
        heads = cells(self.language)
        return Markup("".join([self._figure(row, heads, with_region=with_region) for row in rows]))  # noqa: S704

    def figure_table(self, rows: Iterable[FigureRow], *, with_region: bool = True) -> Markup:
        """A table of figures with its head."""
        head = table_head(self.language, with_region=with_region)
        return Markup(f"{head}{self.figure_rows(rows, with_region=with_region)}</tbody></table></div>\n")  # noqa: S704

    def finding_figures(self, rows: Iterable[FigureRow]) -> Markup:
        """Reported figures that a finding rests on, as items of a list."""
        written = [
            f"<li>{self._counts(row)}<br>{self._quoted(row, 'angka')}<br>"
            f"<small>{safe(row.outlet)}, {self._day(row)}</small></li>\n"
            for row in rows
        ]
        return Markup("".join(written))  # noqa: S704

    def finding_official(self, rows: Iterable[OfficialRow]) -> Markup:
        """Published figures that a finding rests on, as items of a list."""
        version = safe(load_texts(self.language)["version"])
        written = [
            f'<li>{self._counts(row)}<br><a href="{_place(row)}">{safe(row.title)}</a><br>'
            f"<small>{safe(row.publisher or row.portal)}, {version} {row.version}</small></li>\n"
            for row in rows
        ]
        return Markup("".join(written))  # noqa: S704

    def trends(self, rows: Iterable[TrendRow]) -> Markup:
        """What articles said of more or less, as items of a list."""
        written = [
            f"<li>{self._term(row.direction)}{_years(row)}: {self._quoted(row, 'tren')}"
            f" <small>{safe(row.outlet)}, {self._day(row)}</small></li>"
            for row in rows
        ]
        return Markup("".join(written))  # noqa: S704

    def navigation(self, here: str) -> Markup:
        """The links that every page begins with; the one that leads ``here`` says so."""
        return navigation(self.language, here)

    def chart_rows(self, chart: Chart) -> Markup:
        """What a chart draws, from left to right, as rows of a table."""
        written = [
            self._published(point.row) if isinstance(point, OfficialPoint) else self._reported(point.row)
            for point, _ in chart.entries
        ]
        return Markup("".join(written))  # noqa: S704

    def chart_lines(self, chart: Chart) -> Markup:
        """The official lines of a chart with their points."""
        return Markup("".join([self._line(chart, line) for line in chart.lines]))  # noqa: S704

    def chart_points(self, chart: Chart) -> Markup:
        """The reported points of a chart, each leading to its sentence."""
        partial = safe(load_texts(self.language)["partial"])
        return Markup("".join([self._point(chart, point, partial) for point in chart.points]))  # noqa: S704

    def chart_grid(self, chart: Chart) -> Markup:
        """The lines and numbers behind a chart: values on both sides, years below."""
        half = (chart.right - chart.left) / len(chart.years) / 2
        values = [
            f'<line x1="{chart.left}" x2="{chart.right}" y1="{tick.at}" y2="{tick.at}" class="grid"/>'
            f'<text x="{chart.left - 8}" y="{tick.at + 4}" class="axis end">{self._integer(tick.text)}</text>'
            f'<text x="{chart.right + 8}" y="{tick.at + 4}" class="axis" aria-hidden="true">'
            f"{self._integer(tick.text)}</text>"
            for tick in chart.values
        ]
        years = [
            f'<line x1="{tick.at}" x2="{tick.at}" y1="{chart.top}" y2="{chart.floor}" class="grid"/>'
            f'<text x="{tick.at + half}" y="{chart.floor + 22}" class="axis middle">{tick.text}</text>'
            for tick in chart.years
        ]
        return Markup("".join([*values, *years]))  # noqa: S704

    def official_items(self, rows: Iterable[OfficialRow]) -> Markup:
        """Official figures of one year and region as items of a list."""
        return Markup("".join([self._item(row) for row in rows]))  # noqa: S704

    def dataset_rows(self, rows: Iterable[OfficialRow]) -> Markup:
        """The rows of an official table."""
        word = self._term
        written = [
            f'<tr id="baris-{row.id}"><td>{_link(row)}</td><td>{self._period(row)}</td>'
            f'<td class="n"><strong>{self._integer(row.value)}</strong></td>'
            f"<td>{word(row.unit)}</td><td>{word(row.population)}</td><td>{word(row.violence)}</td>"
            f"<td>{safe(self._part(row.breakdown) or UNKNOWN)}</td></tr>"
            for row in rows
        ]
        return Markup("".join(written))  # noqa: S704

    def mentions(self, rows: Iterable[MentionRow]) -> Markup:
        """What articles said of a programme, one after the other, each leading to its sentence."""
        written = [
            f' · <a href="/berita/{row.article_id}#program-{row.id}">{self._term(row.action)}</a>'
            f" <small>{safe(row.outlet)}, {self._day(row)}</small>"
            for row in rows
        ]
        return Markup("".join(written))  # noqa: S704

    def options(self, words: Iterable[StrEnum], chosen: StrEnum | None) -> Markup:
        """Words of a vocabulary to choose from."""
        written = [
            f'<option value="{word.value}"{" selected" if word == chosen else ""}>{self._term(word)}</option>'
            for word in words
        ]
        return Markup("".join(written))  # noqa: S704

    def region_names(self, names: tuple[str, ...]) -> Markup:
        """Names that a field suggests while one types."""
        return _region_names(names)

    def places(self, places: Iterable[RegionEntry], counted: Mapping[str, int]) -> Markup:
        """Regions as items of a list, with how many figures were counted in each."""
        written = [
            f'<li><a href="/wilayah/{safe(place.code)}">{safe(place.name)}</a>'
            f"{self._counted(counted.get(place.code))}</li>"
            for place in places
        ]
        return Markup("".join(written))  # noqa: S704

    def _counted(self, number: int | None) -> str:
        return "" if number is None else f" <small>{self._integer(number)}</small>"

    def _part(self, breakdown: str | None) -> str:
        return labels.breakdown_text(breakdown, self.language) if breakdown else ""

    def _integer(self, value: int) -> str:
        return labels.number(value, self.language)

    def _item(self, row: OfficialRow) -> str:
        word = self._term
        part = f" · {safe(self._part(row.breakdown))}" if row.breakdown else ""
        when = f" · {self._period(row)}" if row.period else ""
        return (
            f"<li><strong>{self._integer(row.value)}</strong> {word(row.unit)} · {word(row.population)}"
            f' · {word(row.violence)}{part}{when} – <a href="{_place(row)}">{safe(row.title)}</a>'
            f" <small>{safe(load_texts(self.language)['version'])} {row.version}</small></li>"
        )

    def _figure(self, row: FigureRow, heads: Sequence[str], *, with_region: bool) -> str:
        region, period, count, unit, population, violence, outlet, sentence = heads
        word = self._term
        exact = row.qualifier is Qualifier.EXACT
        about = "" if exact else word(row.qualifier)
        part = self._part(row.breakdown)
        return (
            f'<tr role="row">\n{f"<td{region}>{_link(row)}</td>" if with_region else ""}'
            f"<td{period}>{self._period(row)}</td>\n"
            f'<td{count} class="n">{f"<small>{about}</small> " if about else ""}'
            f"<strong>{self._integer(row.value)}</strong></td>\n"
            f"<td{unit}>{word(row.unit)}</td>\n"
            f"<td{population}>{word(row.population)}</td>\n"
            f"<td{violence}>{word(row.violence)}{f' <small>{safe(part)}</small>' if part else ''}</td>\n"
            f"<td{outlet}>{safe(row.outlet)} <small>{self._day(row)}</small></td>\n"
            f'<td{sentence} class="evidence">{self._sentence(row)}'
            f"{self._checked(row.verdict) if row.verdict in _CHECKED else ''}</td>\n</tr>\n"
        )

    def _reported(self, row: FigureRow) -> str:
        return self._entry(row, f"<td>{safe(row.outlet)}</td><td>{self._sentence(row)}</td>")

    def _published(self, row: OfficialRow) -> str:
        said_by = safe(load_texts(self.language)["official_line"])
        return self._entry(row, f'<td>{said_by}</td><td><a href="{_place(row)}">{safe(row.title)}</a></td>')

    def _entry(self, row: FigureRow | OfficialRow, said: str) -> str:
        return (
            f'<tr><th scope="row">{self._period(row)}</th>'
            f'<td class="n"><strong>{self._integer(row.value)}</strong></td>'
            f"<td>{self._term(row.unit)}</td>{said}</tr>\n"
        )

    def _line(self, chart: Chart, line: Sequence[OfficialPoint]) -> str:
        where = "".join([f"{point.x},{point.y} " for point in line])
        points = "".join([self._official(chart, point) for point in line])
        return f'<polyline class="official" points="{where}"/>\n{points}'

    def _official(self, chart: Chart, point: OfficialPoint) -> str:
        row, name = point.row, load_texts(self.language)["official_line"]
        when, number = f"{name}, {self._when(row)}", self._number(row)
        said = safe(f"{when}: {number} ({row.title})")
        return (
            f'<a href="{_place(row)}" aria-label="{said}"><title>{said}</title>'
            f'<rect x="{point.x - 5}" y="{point.y - 5}" width="10" height="10" class="official"/>'
            f"{_tip(chart, point, number, (when, row.title))}</a>"
        )

    def _point(self, chart: Chart, point: Point, partial: str) -> str:
        row, part = point.row, point.bar_from is not None
        when, number = self._when(row), self._number(row)
        said = f"{safe(f'{row.outlet}, {when}: {number}')}{f' ({partial})' if part else ''}"
        bar = f'<line x1="{point.bar_from}" x2="{point.x}" y1="{point.y}" y2="{point.y}"/>' if part else ""
        return (
            f'<a href="/berita/{row.article_id}#angka-{row.id}" aria-label="{said}"'
            f' class="o{point.outlet % 6}{" part" if part else ""}"><title>{said}</title>{bar}'
            f'<circle cx="{point.x}" cy="{point.y}" r="12" class="target"/>'
            f'<path d="{_SHAPES[point.outlet % 6]}" transform="translate({point.x} {point.y})"/>'
            f"{_tip(chart, point, number, (row.outlet, when))}</a>\n"
        )

    def _sentence(self, row: FigureRow) -> str:
        said = row.evidence if self.as_it_is else row.said
        return f'<a href="/berita/{row.article_id}#angka-{row.id}">{safe(said)}</a>'

    def _counts(self, row: FigureRow | OfficialRow) -> str:
        return f"<strong>{self._integer(row.value)}</strong> {self._term(row.unit)}, {self._period(row)}"

    def _quoted(self, row: FigureRow | TrendRow, kind: str) -> str:
        said = row.evidence if self.as_it_is else row.said
        return f'<a href="/berita/{row.article_id}#{kind}-{row.id}">“{safe(said)}”</a>'

    def _checked(self, verdict: Verdict | None) -> str:
        return f' <small class="checked">✓ {self._term(verdict)}</small>'

    def _number(self, row: FigureRow | OfficialRow) -> str:
        texts = load_texts(self.language)
        return f"{self._integer(row.value)} {term(row.unit, texts, self.language)}"

    def _when(self, row: FigureRow | OfficialRow) -> str:
        return labels.period_text(row.year, row.period, self.language) or UNKNOWN

    def _period(self, row: FigureRow | OfficialRow) -> str:
        return safe(self._when(row))

    def _day(self, row: FigureRow | MentionRow | TrendRow) -> str:
        return UNKNOWN if row.published is None else labels.day(row.published, self.language)

    def _term(self, word: StrEnum | None) -> str:
        return _escaped_term(word, self.language)


@lru_cache(maxsize=1024, typed=True)  # Words of two vocabularies may be spelled alike.
def _escaped_term(word: StrEnum | None, language: Language) -> str:
    return safe(term(word, load_texts(language), language))


@lru_cache(maxsize=2)
def _region_names(names: tuple[str, ...]) -> Markup:
    return Markup("".join([f'<option value="{safe(name)}">' for name in names]))  # noqa: S704


def _link(row: FigureRow | OfficialRow) -> str:
    if not row.region:
        return UNKNOWN
    return f'<a href="/wilayah/{safe(row.region)}">{safe(row.region_name or row.region)}</a>'


def _years(row: TrendRow) -> str:
    return f" ({row.from_year or '?'} → {row.to_year})" if row.to_year else ""


def _place(row: OfficialRow) -> str:
    return f"/resmi/{row.dataset_id}?row={row.id}#baris-{row.id}"


def _tip(chart: Chart, point: Point | OfficialPoint, value: str, lines: Iterable[str]) -> str:
    """What shows beside a point that is pointed at, on the side where there is room."""
    left = point.x > (chart.left + chart.right) / 2
    x = point.x - 12 if left else point.x + 12
    more = "".join([f'<tspan x="{x}" dy="17">{safe(_cut(line))}</tspan>' for line in lines])
    y = max(point.y - 14, chart.top + 14)
    return (
        f'<text class="tip{" end" if left else ""}" aria-hidden="true" x="{x}" y="{y}">'
        f'<tspan class="value">{safe(value)}</tspan>{more}</text>\n'
    )


def _cut(text: str) -> str:
    return text if len(text) <= _TIP_WIDTH + _TIP_SLACK else f"{text[: _TIP_WIDTH - 1]}…"
