"""Criteria for articles, programmes and trends: what the coded records and the text say of them."""

import re
from collections.abc import Callable

from extractors.evaluation.gold import GoldArticle
from models.records import ProgrammeRecord, TrendRecord

_COMPARED = re.compile(
    r"\b(?:di)?banding(?:kan)?\b|tahun sebelumnya|periode yang sama|(?:naik|turun|meningkat|menurun) dari",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"^\s*(?:baca (?:juga|selengkapnya)|lihat juga|advertisement|foto\s*:)", re.IGNORECASE | re.MULTILINE
)
_OTHER_CRIMES = re.compile(
    r"\b(?:narkoba|curanmor|pencurian|perceraian|dispensasi|lalu lintas|hiv|demam berdarah|dbd)\b",
    re.IGNORECASE,
)
_QUOTED = "“”\"'‘’«»"


def _regions(one: GoldArticle) -> set[str | None]:
    return {figure.region for figure in one.coded.figures}


def _years(one: GoldArticle) -> set[int | None]:
    return {figure.year for figure in one.coded.figures} - {None}


def _without_figures(one: GoldArticle) -> bool:
    return one.coded.relevant and not one.coded.figures


def _provinces_and_parts(one: GoldArticle) -> bool:
    codes = {region for region in _regions(one) if region and region != "ID"}
    return any(other.startswith(f"{code}.") for code in codes for other in codes)


ARTICLE_PHENOMENA: tuple[tuple[str, str, Callable[[GoldArticle], bool]], ...] = (
    ("Scope", "one region, one year", lambda one: len(_regions(one)) == len(_years(one)) == 1),
    ("Scope", "several regions", lambda one: len(_regions(one)) > 1),
    ("Scope", "several years", lambda one: len(_years(one)) > 1),
    (
        "Scope",
        "comparison in words, several years",
        lambda one: len(_years(one)) > 1 and bool(_COMPARED.search(one.article.text)),
    ),
    ("Scope", "no publication date", lambda one: one.article.published is None),
    (
        "Scope",
        "several agencies credited",
        lambda one: len({figure.source for figure in one.coded.figures} - {None}) > 1,
    ),
    ("Scope", "20 figures or more", lambda one: len(one.coded.figures) >= 20),
    ("Places", "a region and its parts", _provinces_and_parts),
    ("Places", "foreign lines in the text", lambda one: bool(_ASIDE.search(one.article.text))),
    (
        "Numbers",
        "cases and victims both counted",
        lambda one: {"cases", "victims"} <= {figure.unit for figure in one.coded.figures},
    ),
    ("Not figures", "relevant, without figures", _without_figures),
    ("Not figures", "irrelevant", lambda one: not one.coded.relevant),
    (
        "Not figures",
        "other matters counted beside",
        lambda one: bool(one.coded.figures) and bool(_OTHER_CRIMES.search(one.article.text)),
    ),
)
"""Group, name, criterion."""


def _is_quoted(one: GoldArticle, programme: ProgrammeRecord) -> bool:
    place = one.article.text.find(programme.name)
    return place > 0 and one.article.text[place - 1] in _QUOTED


def _is_once(one: GoldArticle, programme: ProgrammeRecord) -> bool:
    return one.article.text.count(programme.name) == 1


PROGRAMME_PHENOMENA: tuple[tuple[str, Callable[[GoldArticle, ProgrammeRecord], bool]], ...] = (
    ("in quotation marks", _is_quoted),
    ("without quotation marks", lambda one, programme: not _is_quoted(one, programme)),
    ("acronym or second form", lambda _, programme: bool(programme.aliases)),
    (
        "everyday words as a name",
        lambda _, programme: not any(word.isupper() and len(word) > 2 for word in programme.name.split()),
    ),
    ("written in small letters", lambda _, programme: programme.name.islower()),
    ("named once", _is_once),
    ("launched", lambda _, programme: programme.action == "launched"),
    ("planned", lambda _, programme: programme.action == "planned"),
)

TREND_PHENOMENA: tuple[tuple[str, Callable[[GoldArticle, TrendRecord], bool]], ...] = (
    ("with a stated difference", lambda _, trend: trend.delta is not None),
    ("without numbers in the evidence", lambda _, trend: not any(char.isdigit() for char in trend.evidence)),
    (
        "earlier year implied",
        lambda _, trend: trend.from_year is not None and str(trend.from_year) not in trend.evidence,
    ),
    (
        "one step of a series",
        lambda one, trend: sum(other.region == trend.region for other in one.coded.trends) > 1,
    ),
    ("falling", lambda _, trend: trend.direction == "down"),
    ("flat", lambda _, trend: trend.direction == "flat"),
)
"""Name, criterion."""
