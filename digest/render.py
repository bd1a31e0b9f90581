"""An issue as HTML that mail programs show, as text of equal worth, and as part of a web page."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from css_inline import CSSInliner
from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from digest.issue import Issue, RegionChart
from digest.pictures import Picture, draw
from digest.texts import Texts, load_texts
from models.labels import FINDING_KINDS, MONTHS, SEVERITIES, day, number
from models.vocabulary import Language, Topic

FOOT = "%%FOOT%%"
"""Stands in the HTML where each subscriber's own links go."""
PICTURES = "%%PICTURES%%/"
"""Stands in the page before each picture's name."""


@dataclass(frozen=True, slots=True)
class RenderedDigest:
    """What is sent: subject, HTML part, text part, pictures; ``page`` is for the archive."""

    subject: str
    html: str
    text: str
    page: str
    pictures: tuple[Picture, ...]


def render(issue: Issue, language: Language | None = None) -> RenderedDigest:
    """All parts of one issue, in its own language unless another is named."""
    spoken = language or issue.language
    texts = load_texts(spoken)
    drawn = () if issue.is_empty else issue.charts
    pictures = tuple(draw(chart, f"grafik-{place}.png", texts) for place, chart in enumerate(drawn, start=1))
    words = {
        "issue": issue,
        "t": texts,
        "say": _Words(spoken, texts),
        "subject": _subject(issue, texts),
        "pictures": pictures,
        "foot": FOOT,
    }
    environment = make_environment()
    html = environment.get_template("digest.html").render(words, folder="cid:")
    text = environment.get_template("digest.txt").render(words)
    page = environment.get_template("content.html").render(words, folder=PICTURES)
    return RenderedDigest(
        subject=str(words["subject"]),
        html=CSSInliner().inline(html),
        text=text.strip() + "\n",
        page=page,
        pictures=pictures,
    )


@cache
def make_environment() -> Environment:
    """The digest's templates; HTML is escaped, text is not."""
    return Environment(
        loader=PackageLoader("digest"),
        autoescape=select_autoescape(enabled_extensions=("html",), default=False),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _subject(issue: Issue, texts: Texts) -> str:
    counts = (
        ("subject_findings", len(issue.findings) + issue.more_findings),
        ("subject_stories", len(issue.stories) + issue.more_stories),
        ("subject_programmes", len(issue.programmes)),
    )
    told = [texts.fill(name, count=number(count, texts.language)) for name, count in counts if count]
    summary = ", ".join(told) or texts["subject_empty"]
    return texts.fill("subject", period=_period(issue, texts), summary=summary)


def _period(issue: Issue, texts: Texts) -> str:
    """'16–22 November 2026', saying month and year once where they are the same."""
    since, until = issue.since, issue.until
    last = day(until, texts.language)
    if since == until:
        return last
    if since.year != until.year:
        return texts.fill("period", since=day(since, texts.language), until=last)
    month = f" {MONTHS[texts.language][since.month - 1]}" if since.month != until.month else ""
    return f"{since.day}{month}–{last}"


class _Words:
    """What the templates say in one language."""

    def __init__(self, language: Language, texts: Texts) -> None:
        self.language = language
        self._texts = texts
        self.kinds = FINDING_KINDS[language]
        self.severities = SEVERITIES[language]

    def number(self, value: int | None) -> str:
        return self._texts["unknown"] if value is None else number(value, self.language)

    def day(self, value: date | None) -> str:
        return self._texts["no_date"] if value is None else day(value, self.language)

    def regions(self, names: tuple[str, ...]) -> str:
        return self._texts.fill("regions", regions=", ".join(names) or self._texts["everywhere"])

    def topics(self, topics: tuple[Topic, ...]) -> str:
        return self._texts.fill("topics", topics=", ".join(self._texts[f"topic_{topic}"] for topic in topics))

    def heading(self, issue: Issue) -> str:
        days = (issue.until - issue.since).days + 1
        return self._texts["heading_daily" if days == 1 else "heading" if days == 7 else "heading_days"]

    def period(self, issue: Issue) -> str:
        return _period(issue, self._texts)

    def chart(self, chart: RegionChart) -> str:
        return self._texts.fill("chart_title", region=chart.region, what=chart.what)

    def table(self, chart: RegionChart) -> str:
        """The chart as lines of a table, numbers under their headings."""
        headings = [self._texts[name] for name in ("year", "number_reported", "number_official")]
        widths = [max(len(heading), 7) for heading in headings]
        rows = [[str(row.year), self.number(row.reported), self.number(row.official)] for row in chart.rows]
        lines = (
            "  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True))
            for row in [headings, *rows]
        )
        return "\n".join(f"  {line}" for line in lines)
