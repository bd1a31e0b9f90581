"""What a careful coder finds in the newsroom, read from demo/expected/.

Offsets are left out: they depend on how a reader joins paragraphs. Evidence is
an exact part of one paragraph of the page.
"""

import tomllib
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from models.vocabulary import (
    Direction,
    FindingKind,
    Outcome,
    Population,
    ProgrammeAction,
    ProgrammeKind,
    Qualifier,
    Unit,
    Violence,
)

EXPECTED = Path(__file__).parent / "expected"
OFFICIAL_TABLES = tuple(sorted((Path(__file__).parent / "official").glob("*.csv")))
"""The two official tables written for the demo: cases and persons."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedFigure:
    """One aggregate count."""

    value: int
    unit: Unit
    region: str
    year: int
    period: str | None
    population: Population
    violence: Violence
    breakdown: str | None
    qualifier: Qualifier
    source: str | None
    evidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedProgramme:
    """One named initiative."""

    name: str
    aliases: tuple[str, ...]
    kind: ProgrammeKind
    region: str
    action: ProgrammeAction
    evidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedTrend:
    """One stated comparison."""

    direction: Direction
    delta: int | None
    from_year: int | None
    to_year: int | None
    region: str
    population: Population
    violence: Violence
    evidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedArticle:
    """One article in one edition; ``seed`` names the example whose facts it tells."""

    outlet: str
    path: str
    edition: int
    published: date | None
    relevant: bool
    outcome: Outcome
    later: Outcome
    seed: str | None
    copy_of: str | None
    figures: tuple[ExpectedFigure, ...]
    programmes: tuple[ExpectedProgramme, ...]
    trends: tuple[ExpectedTrend, ...]

    def as_gold(self, *, text: str, title: str) -> dict[str, Any]:
        """The article in the format of the gold set, to be scored with its tools."""
        records = asdict(self)
        kept = {name: records[name] for name in ("relevant", "figures", "programmes", "trends")}
        return {
            "id": f"{self.outlet}-{self.path.strip('/').rsplit('/', 1)[-1]}-{self.edition}",
            "url": None,
            "outlet": self.outlet,
            "published": self.published.isoformat() if self.published else None,
            "text_kind": "demo",
            "title": title,
            "text": text,
            **kept,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedPage:
    """An address that is no article of its own, and what becomes of it when it is fetched."""

    outlet: str
    path: str
    outcome: Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedFinding:
    """One finding of the cross-check over edition 1; ``why`` names the dimension that differs."""

    kind: FindingKind
    region: str
    year: int
    unit: Unit
    reported: tuple[int, ...]
    official: int | None
    why: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedSite:
    """Everything expected of one site; ``aliases`` are addresses that are another one's."""

    articles: tuple[ExpectedArticle, ...]
    pages: tuple[ExpectedPage, ...]
    aliases: dict[str, str]


def load_expected(outlet: str) -> ExpectedSite:
    """What is expected of one site, in both editions."""
    content = tomllib.loads((EXPECTED / f"{outlet}.toml").read_text(encoding="utf-8"))
    return ExpectedSite(
        articles=tuple(_article(outlet, entry) for entry in content["articles"]),
        pages=tuple(
            ExpectedPage(outlet=outlet, path=entry["path"], outcome=Outcome(entry["outcome"]))
            for entry in content.get("pages", ())
        ),
        aliases=content.get("aliases", {}),
    )


def load_expected_findings() -> tuple[ExpectedFinding, ...]:
    """Findings that the cross-check over edition 1 must contain."""
    content = tomllib.loads((EXPECTED / "findings.toml").read_text(encoding="utf-8"))
    return tuple(_finding(entry) for entry in content["findings"])


def _article(outlet: str, entry: dict[str, Any]) -> ExpectedArticle:
    source = entry.get("source")
    outcome = Outcome(entry["outcome"])
    return ExpectedArticle(
        outlet=outlet,
        path=entry["path"],
        edition=entry.get("edition", 1),
        published=entry.get("published"),
        relevant=entry["relevant"],
        outcome=outcome,
        later=Outcome(entry.get("later", Outcome.UNCHANGED)),
        seed=entry.get("seed"),
        copy_of=entry.get("copy_of"),
        figures=tuple(_figure(item, source=source) for item in entry.get("figures", ())),
        programmes=tuple(_programme(item) for item in entry.get("programmes", ())),
        trends=tuple(_trend(item) for item in entry.get("trends", ())),
    )


def _figure(item: dict[str, Any], *, source: str | None) -> ExpectedFigure:
    return ExpectedFigure(
        value=item["value"],
        unit=Unit(item["unit"]),
        region=item["region"],
        year=item["year"],
        period=item.get("period"),
        population=Population(item["population"]),
        violence=Violence(item["violence"]),
        breakdown=item.get("breakdown"),
        qualifier=Qualifier(item["qualifier"]),
        source=source,
        evidence=item["evidence"],
    )


def _programme(item: dict[str, Any]) -> ExpectedProgramme:
    return ExpectedProgramme(
        name=item["name"],
        aliases=tuple(item["aliases"]),
        kind=ProgrammeKind(item["kind"]),
        region=item["region"],
        action=ProgrammeAction(item["action"]),
        evidence=item["evidence"],
    )


def _trend(item: dict[str, Any]) -> ExpectedTrend:
    return ExpectedTrend(
        direction=Direction(item["direction"]),
        delta=item.get("delta"),
        from_year=item.get("from_year"),
        to_year=item.get("to_year"),
        region=item["region"],
        population=Population(item["population"]),
        violence=Violence(item["violence"]),
        evidence=item["evidence"],
    )


def _finding(entry: dict[str, Any]) -> ExpectedFinding:
    return ExpectedFinding(
        kind=FindingKind(entry["kind"]),
        region=entry["region"],
        year=entry["year"],
        unit=Unit(entry["unit"]),
        reported=tuple(entry["reported"]),
        official=entry.get("official"),
        why=entry.get("why"),
    )
