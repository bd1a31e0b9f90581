"""Findings ready for the store: identity, severity, numbers and sentences of each."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from hashlib import sha256

from crosscheck.compare.articles import BadSum
from crosscheck.compare.official import Comparison
from crosscheck.compare.regions import Missing, RollUp
from crosscheck.compare.reports import Conflict, FallingTotal, all_figures
from crosscheck.compare.tolerances import Tolerances, lowered, severity_of
from crosscheck.compare.trends import DeniedTrend
from crosscheck.compare.values import Dataset, Key, Material, Official, Reported
from crosscheck.sentences import Speaker
from models.vocabulary import FindingKind, Language, Severity
from storage.reconciling import FindingDraft


class Drafter:
    """Turns what was found into drafts.

    A finding's identity is a hash of its kind, its key and the numbers that contradict
    or confirm one another, never of row ids: re-reading the same articles gives the same
    finding, another outlet with the same number joins it, another number is another one.
    """

    def __init__(self, material: Material, tolerances: Tolerances) -> None:
        self._tolerances = tolerances
        self._shown = asdict(tolerances)
        self._datasets: Mapping[int, Dataset] = material.datasets
        self._speakers = {
            language: Speaker(language, material.names, material.datasets) for language in Language
        }

    def comparison(self, found: Comparison) -> FindingDraft:
        """Match, differs, not comparable."""
        statement = found.statement
        reported, official = statement.value, found.official_value
        severity = Severity.INFO
        if found.kind is FindingKind.DIFFERS:
            severity = severity_of(reported, official, self._tolerances)
            if not statement.dated:
                # Its year may not have been over, which only a date would tell.
                severity = lowered(severity)
        about = (reported, statement.qualifier, official, *found.dimensions, found.relation)
        return self._draft(
            found.kind,
            statement.key,
            about,
            severity=severity,
            said={language: speaker.comparison(found) for language, speaker in self._speakers.items()},
            figures=statement.figures,
            official=found.official,
            numbers={
                "reported": reported,
                "official": official,
                "difference": reported - official,
                "ratio": round(reported / official, 3) if official else None,
                "qualifier": statement.qualifier,
                "relation": found.relation,
                "dimensions": list(found.dimensions),
                "official_key": self._key(found.official[0].key),
            },
        )

    def conflict(self, found: Conflict) -> FindingDraft:
        """Two values for one key."""
        values = [one.value for one in found.statements]
        severity = severity_of(min(values), max(values), self._tolerances)
        if found.revision or found.bodies or found.undated:
            severity = lowered(severity)
        return self._draft(
            FindingKind.CONFLICT,
            found.key,
            tuple((one.value, one.qualifier) for one in found.statements),
            severity=severity,
            said={language: speaker.conflict(found) for language, speaker in self._speakers.items()},
            figures=all_figures(found.statements),
            numbers={
                "values": values,
                "difference": max(values) - min(values),
                "revision": found.revision,
                "bodies": found.bodies,
                "undated": found.undated,
            },
        )

    def bad_sum(self, found: BadSum) -> FindingDraft:
        """Parts that do not make their total."""
        total = found.total
        return self._draft(
            FindingKind.ARITHMETIC,
            total.key,
            (total.url, total.value, *sorted(part.value for part in found.parts)),
            severity=severity_of(total.value, found.sum, self._tolerances),
            said={language: speaker.bad_sum(found) for language, speaker in self._speakers.items()},
            figures=(total, *found.parts),
            numbers={
                "total": total.value,
                "parts": [part.value for part in found.parts],
                "sum": found.sum,
                "difference": found.sum - total.value,
                "fault": found.fault,
            },
        )

    def falling_total(self, found: FallingTotal) -> FindingDraft:
        """A running count that shrank."""
        earlier, later = found.earlier, found.later
        return self._draft(
            FindingKind.FALLING_TOTAL,
            later.key,
            (later.value, earlier.value, earlier.key.span),
            severity=severity_of(earlier.value, later.value, self._tolerances),
            said={language: speaker.falling_total(found) for language, speaker in self._speakers.items()},
            figures=(*earlier.figures, *later.figures),
            numbers={
                "earlier": earlier.value,
                "later": later.value,
                "difference": later.value - earlier.value,
                "earlier_key": self._key(earlier.key),
            },
        )

    def denied_trend(self, found: DeniedTrend) -> FindingDraft:
        """A direction that its figures deny."""
        trend, before, after = found.trend, found.before, found.after
        severity = severity_of(before.value, after.value, self._tolerances)
        return self._draft(
            FindingKind.TREND_CONTRADICTED,
            after.key,
            (trend.url, trend.direction, trend.from_year, trend.to_year, before.value, after.value),
            severity=Severity.WARNING if severity is Severity.NOTE else severity,
            said={language: speaker.denied_trend(found) for language, speaker in self._speakers.items()},
            figures=(before, after),
            numbers={
                "direction": trend.direction,
                "before": before.value,
                "after": after.value,
                "difference": after.value - before.value,
                "url": trend.url,
            },
        )

    def roll_up(self, found: RollUp) -> FindingDraft:
        """Regions that exceed the one they lie in."""
        return self._draft(
            FindingKind.ROLL_UP,
            found.key,
            ("official" if found.official else "reported", found.whole, found.parts),
            severity=severity_of(found.sum, found.whole, self._tolerances),
            said={language: speaker.roll_up(found) for language, speaker in self._speakers.items()},
            figures=found.figures,
            official=found.official,
            numbers={
                "whole": found.whole,
                "sum": found.sum,
                "difference": found.sum - found.whole,
                "parts": [{"region": region, "value": value} for region, value in found.parts],
            },
        )

    def missing(self, found: Missing) -> FindingDraft:
        """Only one side speaks of a region and year."""
        kind = FindingKind.MISSING_REPORTED if found.official else FindingKind.MISSING_OFFICIAL
        said = {language: speaker.missing(found) for language, speaker in self._speakers.items()}
        return FindingDraft(
            identity=_identity(kind, found.region, found.year),
            kind=kind,
            severity=Severity.INFO,
            region_code=found.region,
            year=found.year,
            sentence_id=said[Language.INDONESIAN],
            sentence_en=said[Language.ENGLISH],
            numbers={"figures": len(found.figures), "official": [one.value for one in found.official]},
            figure_ids=_ids(found.figures),
            official_ids=_official_ids(found.official),
        )

    def _draft(
        self,
        kind: FindingKind,
        key: Key,
        about: Sequence[object],
        *,
        severity: Severity,
        said: Mapping[Language, str],
        numbers: dict[str, object],
        figures: Sequence[Reported] = (),
        official: Sequence[Official] = (),
    ) -> FindingDraft:
        return FindingDraft(
            identity=_identity(kind, key, about),
            kind=kind,
            severity=severity,
            region_code=key.region,
            year=key.span.year,
            sentence_id=said[Language.INDONESIAN],
            sentence_en=said[Language.ENGLISH],
            numbers={
                **numbers,
                "key": self._key(key),
                "reports": [_report(figure) for figure in figures],
                "datasets": [self._source(count) for count in official],
                "tolerances": self._shown,
            },
            figure_ids=_ids(figures),
            official_ids=_official_ids(official),
        )

    def _key(self, key: Key) -> dict[str, object]:
        return {
            "region": key.region,
            "year": key.span.year,
            "period": key.span.period,
            "unit": key.unit,
            "population": key.population,
            "violence": key.violence,
            "breakdown": key.breakdown,
        }

    def _source(self, count: Official) -> dict[str, object]:
        dataset = self._datasets[count.dataset]
        return {
            "portal": dataset.portal,
            "title": dataset.title,
            "publisher": dataset.publisher,
            "value": count.value,
            "sum_of": list(count.sum_of),
        }


def _report(figure: Reported) -> dict[str, object]:
    return {
        "outlet": figure.outlet,
        "url": figure.url,
        "published": figure.published.isoformat() if figure.published else None,
        "value": figure.value,
        "qualifier": figure.qualifier,
        "source": figure.source,
    }


def _ids(figures: Iterable[Reported]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(figure.id for figure in figures))


def _official_ids(counts: Iterable[Official]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(number for count in counts for number in count.ids))


def _identity(*parts: object) -> str:
    return sha256(json.dumps(parts, default=str, sort_keys=True).encode()).hexdigest()
