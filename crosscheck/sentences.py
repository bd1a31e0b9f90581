"""Findings in sentences a journalist could use, in Indonesian and in English."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from crosscheck.compare.articles import BadSum, Fault
from crosscheck.compare.official import Comparison, Dimension, Relation
from crosscheck.compare.regions import Missing, RollUp
from crosscheck.compare.reports import Conflict, FallingTotal
from crosscheck.compare.statements import Statement
from crosscheck.compare.trends import DeniedTrend
from crosscheck.compare.values import Dataset, Key, Official, Reported, StatedTrend
from crosscheck.phrases import phrases
from models.labels import (
    POPULATIONS,
    QUALIFIERS,
    VIOLENCE,
    breakdown_text,
    day,
    decimal,
    number,
    period_text,
    subject,
    unit_word,
)
from models.vocabulary import Direction, FindingKind, Language

_NAMED_PARTS = 3


@dataclass(frozen=True, slots=True)
class Speaker:
    """Says findings in one language, with the names of regions and datasets at hand."""

    language: Language
    names: Mapping[str, str]
    datasets: Mapping[int, Dataset]

    def comparison(self, found: Comparison) -> str:
        """Match, differs or not comparable."""
        if found.kind is FindingKind.NOT_COMPARABLE:
            return self._not_comparable(found)
        statement, official = found.statement, found.official_value
        name = str(found.kind) if found.relation is Relation.SAME else f"{found.kind}_{found.relation}"
        return self._say(
            name,
            where=self._where(statement.key),
            reported=self._count(statement),
            thing=self._thing(statement.key),
            reports=self._reports(statement.figures),
            official=self._number(official),
            official_period=self._period(found.official[0].key),
            source=self._official(found.official),
            difference=self._number(abs(statement.value - official)),
            times=self._times(statement.value, official),
        )

    def _not_comparable(self, found: Comparison) -> str:
        statement, official = found.statement, found.official[0]
        name = "bound" if found.dimensions == (Dimension.PERIOD,) else "not_comparable"
        reasons = [self._reason(one, statement.key, official.key) for one in found.dimensions]
        return self._say(
            name,
            where=self._where(statement.key),
            reported=self._count(statement),
            thing=self._thing(statement.key),
            reports=self._cited(statement.figures),
            official=self._number(official.value),
            official_thing=self._thing(official.key),
            official_period=self._period(official.key),
            source=self._official(found.official),
            reasons="; ".join(reasons),
        )

    def conflict(self, found: Conflict) -> str:
        """Two values for one key."""
        stated = [f"{self._count(one)} ({self._cited(one.figures)})" for one in found.statements]
        text = self._say(
            "conflict",
            where=self._where(found.key),
            thing=self._thing(found.key),
            values=self._listed(stated),
        )
        remarks = (("revision", found.revision), ("bodies", found.bodies), ("undated", found.undated))
        return " ".join([text, *(self._say(f"conflict_{name}") for name, true in remarks if true)])

    def bad_sum(self, found: BadSum) -> str:
        """Parts against their total."""
        total = found.total
        parts = [f"{self._number(part.value)} ({self._part(part.key, total.key)})" for part in found.parts]
        return self._say(
            "part_above_total" if found.fault is Fault.PART_ABOVE_TOTAL else "arithmetic",
            where=self._where(total.key),
            reports=self._reports([total]),
            total=self._number(total.value),
            thing=self._thing(total.key),
            parts=" + ".join(parts),
            sum=self._number(found.sum),
        )

    def falling_total(self, found: FallingTotal) -> str:
        """A running count that shrank."""
        return self._say(
            "falling_total",
            region=self.names[found.later.key.region],
            thing=self._thing(found.later.key),
            later=self._count(found.later),
            later_period=self._period(found.later.key),
            later_reports=self._cited(found.later.figures),
            earlier=self._count(found.earlier),
            earlier_period=self._period(found.earlier.key),
            earlier_reports=self._cited(found.earlier.figures),
        )

    def denied_trend(self, found: DeniedTrend) -> str:
        """A direction against its figures."""
        trend = found.trend
        return self._say(
            f"trend_{'up' if trend.direction is Direction.UP else 'down'}",
            report=self._report(trend),
            region=self.names[str(trend.region)],
            what=self._matter(trend),
            years=f"{trend.from_year}–{trend.to_year}",
            before=self._number(found.before.value),
            before_period=self._period(found.before.key),
            after=self._number(found.after.value),
            after_period=self._period(found.after.key),
            unit=unit_word(found.after.key.unit, self.language),
            sources=self._reports([found.before, found.after]),
        )

    def roll_up(self, found: RollUp) -> str:
        """Parts of a region against the whole."""
        largest = sorted(found.parts, key=lambda part: -part[1])[:_NAMED_PARTS]
        return self._say(
            "roll_up_official" if found.official else "roll_up",
            where=self._where(found.key),
            parent=self.names[found.key.region],
            thing=self._thing(found.key),
            count=self._number(len(found.parts)),
            parts=", ".join(f"{self.names[region]} {self._number(value)}" for region, value in largest),
            sum=self._number(found.sum),
            whole=self._number(found.whole),
            source=self._official(found.official) if found.official else self._reports(found.figures),
        )

    def missing(self, found: Missing) -> str:
        """Only one side speaks."""
        official = found.official[0] if found.official else None
        return self._say(
            "missing_official" if official is None else "missing_reported",
            region=self.names[found.region],
            year=found.year,
            count=self._number(len(found.figures)),
            reports=self._cited(found.figures),
            official="" if official is None else self._number(official.value),
            thing="" if official is None else self._thing(official.key),
            source="" if official is None else self._official(found.official),
        )

    def _say(self, name: str, **words: object) -> str:
        return phrases(self.language)[name].format_map(words)

    def _where(self, key: Key) -> str:
        return f"{self.names[key.region]}, {self._period(key)}"

    def _period(self, key: Key) -> str:
        return period_text(key.span.year, key.span.period, self.language)

    def _thing(self, key: Key) -> str:
        return subject(key.unit, key.population, key.violence, key.breakdown, self.language)

    def _number(self, value: int) -> str:
        return number(value, self.language)

    def _count(self, statement: Statement) -> str:
        return f"{QUALIFIERS[self.language][statement.qualifier]} {self._number(statement.value)}".strip()

    def _times(self, one: int, other: int) -> str:
        low, high = sorted((one, other))
        if low == 0 or high / low < 1.05:
            return ""
        return f" ({self._say('times', ratio=decimal(high / low, self.language))})"

    def _reports(self, figures: Sequence[Reported]) -> str:
        """The outlets with their dates, in a sentence: 'a.com (5 Januari 2026) dan b.com (…)'."""
        named = list(dict.fromkeys(self._report(figure) for figure in figures))
        return self._listed(named) if len(named) <= 2 else self._others(named)

    def _cited(self, figures: Sequence[Reported]) -> str:
        """The same inside brackets: 'a.com, 5 Januari 2026; b.com, …'."""
        named = list(dict.fromkeys(f"{figure.outlet}, {self._date(figure.published)}" for figure in figures))
        return "; ".join(named) if len(named) <= 2 else self._others(named)

    def _others(self, named: Sequence[str]) -> str:
        return self._say("and_others", first=named[0], count=len(named) - 1)

    def _report(self, article: Reported | StatedTrend) -> str:
        return f"{article.outlet} ({self._date(article.published)})"

    def _date(self, published: date | None) -> str:
        return self._say("no_date") if published is None else day(published, self.language)

    def _official(self, counts: Sequence[Official]) -> str:
        """Publisher and title of the datasets, and how a sum was made."""
        named = []
        for dataset in dict.fromkeys(self.datasets[count.dataset] for count in counts):
            by = dataset.publisher or dataset.portal
            named.append(" ".join(f"{by}, “{dataset.title}”".split()))
        sums = dict.fromkeys(label for count in counts for label in count.sum_of)
        made = (
            self._say("summed", over=self._listed([self._say(f"over_{label}") for label in sums]))
            if sums
            else ""
        )
        return f"{self._listed(named)}{made and ', ' + made}"

    def _reason(self, dimension: Dimension, reported: Key, official: Key) -> str:
        mine, theirs = self._said(dimension, reported), self._said(dimension, official)
        return self._say(f"reason_{dimension}", reported=mine, official=theirs)

    def _said(self, dimension: Dimension, key: Key) -> str:
        """What a key says in one dimension, in words."""
        words = {
            Dimension.UNIT: unit_word(key.unit, self.language),
            Dimension.PERIOD: self._period(key),
            Dimension.POPULATION: POPULATIONS[self.language][key.population],
            Dimension.VIOLENCE: VIOLENCE[self.language][key.violence],
            Dimension.BREAKDOWN: self._restriction(key.breakdown),
            Dimension.REGION: self.names[key.region],
        }
        return words[dimension]

    def _restriction(self, breakdown: str | None) -> str:
        return breakdown_text(breakdown, self.language) if breakdown else self._say("everything")

    def _part(self, part: Key, total: Key) -> str:
        """What sets a part off from its total, in words."""
        if part.population is not total.population:
            return POPULATIONS[self.language][part.population]
        if part.violence is not total.violence:
            return VIOLENCE[self.language][part.violence]
        return self._restriction(part.breakdown) if part.breakdown else self._period(part)

    def _matter(self, trend: StatedTrend) -> str:
        words = subject(None, trend.population, trend.violence, None, self.language)
        return words.removeprefix(unit_word(None, self.language)).strip().removeprefix("of ").strip()

    def _listed(self, items: Sequence[str]) -> str:
        if len(items) < 2:
            return "".join(items)
        return f"{', '.join(items[:-1])} {self._say('and')} {items[-1]}"
