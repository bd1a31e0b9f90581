"""New figures, one entry a story, beside last year's and the official ones."""

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy.orm import Session

from digest.issue import FigureLine, Story
from digest.reasons import Reasons
from digest.texts import Texts
from digest.window import Window
from models.labels import QUALIFIERS, number, period_text, subject
from models.masking import masked
from models.vocabulary import FindingKind, Population, Violence
from storage.articles import ArticleFilter, ArticleRepository
from storage.figures import FigureFilter, FigureRepository, FigureRow
from storage.findings import FindingFilter, FindingRepository, FindingRow

_LINES = 1
_WIDEST = (
    Population.WOMEN_CHILDREN,
    Population.ALL,
    Population.CHILDREN,
    Population.WOMEN,
    Population.GIRLS,
    Population.BOYS,
    Population.MEN,
)
_BESIDE = (FindingKind.MATCH, FindingKind.DIFFERS, FindingKind.NOT_COMPARABLE)

Scope = tuple[object, ...]


def new_stories(
    session: Session, window: Window, texts: Texts, reasons: Reasons, *, limit: int
) -> tuple[tuple[Story, ...], int]:
    """The stories with figures that were read in these days, newest first, and how many are left out."""
    figures = FigureRepository(session)
    rows = window.gathered(
        lambda region: figures.select(
            FigureFilter(
                read_since=window.start,
                read_until=window.end,
                region=region,
                with_descendants=region is not None,
            )
        ),
        lambda row: row.id,
    )
    stories: dict[int, list[FigureRow]] = {}
    for row in rows:
        if window.is_news(row.published) and window.wants(row.population, row.violence):
            stories.setdefault(row.article_id, []).append(row)
    ordered = sorted(stories.values(), key=_newest_first)
    teller = _Teller(session, texts, reasons)
    copies = _copies(session, window)
    told = tuple(teller.story(found, copies.get(found[0].article_id, ())) for found in ordered[:limit])
    return told, max(0, len(ordered) - limit)


def _newest_first(rows: Sequence[FigureRow]) -> tuple[bool, int, int]:
    published = rows[0].published
    return published is None, -(published.toordinal() if published else 0), rows[0].article_id


def _copies(session: Session, window: Window) -> dict[int, tuple[str, ...]]:
    """First telling → the outlets that printed its words as well."""
    wanted = ArticleFilter(read_since=window.start, read_until=window.end, include_duplicates=True)
    copies: dict[int, dict[str, None]] = {}
    for article in ArticleRepository(session).select(wanted):
        if article.duplicate_of is not None:
            copies.setdefault(article.duplicate_of, {})[article.outlet] = None
    return {original: tuple(outlets) for original, outlets in copies.items()}


class _Teller:
    """Says stories in one language, looking up what their figures may be set beside."""

    def __init__(self, session: Session, texts: Texts, reasons: Reasons) -> None:
        self._reasons = reasons
        self._session = session
        self._texts = texts
        self._years: dict[tuple[str, int], dict[Scope, FigureRow]] = {}
        self._findings: dict[tuple[str, int], list[FindingRow]] = {}

    def story(self, rows: Sequence[FigureRow], copies: tuple[str, ...]) -> Story:
        main = sorted(rows, key=_main_first)
        first = main[0]
        return Story(
            title=masked(first.title or first.url),
            outlet=first.outlet,
            url=first.url,
            published=first.published,
            copies=tuple(outlet for outlet in copies if outlet != first.outlet),
            lines=tuple(self._line(row) for row in main[:_LINES]),
            more=max(0, len(main) - _LINES),
            why=self._reasons.of_story(first.region),
        )

    def _line(self, row: FigureRow) -> FigureLine:
        language = self._texts.language
        stated = f"{QUALIFIERS[language][row.qualifier]} {number(row.value, language)}".strip()
        what = subject(row.unit, row.population, row.violence, row.breakdown, language)
        when = period_text(row.year, row.period, language)
        place = row.region_name or self._texts["no_region"]
        text = f"{place}: {stated} {what}" + (f", {when}" if when else "")
        return FigureLine(text=text, beside=tuple(self._beside(row)), evidence=row.said)

    def _beside(self, row: FigureRow) -> Iterable[str]:
        if row.region is None or row.year is None:
            return
        before = self._year(row.region, row.year - 1).get(_scope(row))
        if before is not None:
            words = "last_year" if row.period is None else "last_whole_year"
            value = number(before.value, self._texts.language)
            yield self._texts.fill(words, year=before.year, value=value)
        for finding in self._findings_of(row.region, row.year):
            if finding.kind in _BESIDE and any(figure.id == row.id for figure in finding.figures):
                yield self._official(finding)

    def _official(self, finding: FindingRow) -> str:
        official = finding.numbers.get("official")
        shown = number(official, self._texts.language) if isinstance(official, int) else "?"
        return self._texts.fill(f"official_{finding.kind}", value=shown)

    def _year(self, region: str, year: int) -> Mapping[Scope, FigureRow]:
        """Whole-year figures of a region by what they count; of several the latest published."""
        if (region, year) not in self._years:
            rows = FigureRepository(self._session).select(FigureFilter(region=region, year=year))
            whole = [row for row in rows if row.period is None]
            whole.sort(key=lambda row: (row.published is not None, str(row.published), row.id))
            self._years[region, year] = {_scope(row): row for row in whole}
        return self._years[region, year]

    def _findings_of(self, region: str, year: int) -> list[FindingRow]:
        if (region, year) not in self._findings:
            wanted = FindingFilter(region=region, year=year)
            self._findings[region, year] = FindingRepository(self._session).select(wanted)
        return self._findings[region, year]


def _scope(row: FigureRow) -> Scope:
    return row.unit, row.population, row.violence, row.breakdown


def _main_first(row: FigureRow) -> tuple[object, ...]:
    """Totals before parts, later years before earlier ones."""
    return (
        row.breakdown is not None,
        row.violence is not Violence.ANY,
        _WIDEST.index(row.population),
        -(row.year or 0),
        -row.value,
        row.start,
    )
