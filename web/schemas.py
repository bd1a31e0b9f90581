"""What the API answers; every text is masked as on the pages."""

from datetime import date, datetime
from typing import Annotated, Any, Generic, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from models.masking import masked
from models.vocabulary import (
    FindingKind,
    FindingState,
    Population,
    ProgrammeAction,
    ProgrammeKind,
    Qualifier,
    RegionKind,
    Severity,
    Unit,
    Verdict,
    Violence,
)
from web.views import masked_within

Row = TypeVar("Row", bound=BaseModel)
Masked = Annotated[str, AfterValidator(masked)]


class _FromRow(BaseModel):
    model_config = ConfigDict(from_attributes=True)


class FigureOut(_FromRow):
    """One reported figure; fields as in docs/codebook.md."""

    id: int
    article_id: int
    value: int
    unit: Unit | None
    region: str | None
    region_name: str | None
    year: int | None
    period: str | None
    population: Population
    violence: Violence
    breakdown: str | None
    qualifier: Qualifier
    source: str | None
    outlet: str
    url: str
    title: Masked | None
    published: date | None
    evidence: str = Field(validation_alias="said")
    confidence: float
    verdict: Verdict | None


class OfficialOut(_FromRow):
    """One figure that an authority published."""

    id: int
    dataset_id: int
    row_number: int
    value: int
    unit: Unit | None
    region: str
    region_name: str
    year: int
    period: str | None
    population: Population
    violence: Violence
    breakdown: str | None
    portal: str
    title: str
    publisher: str | None
    version: int


class FindingOut(_FromRow):
    """One finding with the figures it was made from."""

    id: int
    kind: FindingKind
    severity: Severity
    state: FindingState
    region: str | None
    region_name: str | None
    year: int | None
    sentence_id: Masked
    sentence_en: Masked
    numbers: Annotated[dict[str, Any], AfterValidator(masked_within)]
    comment: Masked | None
    first_seen: datetime
    last_seen: datetime
    figures: list[FigureOut]
    official: list[OfficialOut]


class RegionOut(_FromRow):
    """One region."""

    code: str
    name: str
    kind: RegionKind
    parent_code: str | None


class MentionOut(_FromRow):
    """One article's mention of a programme."""

    id: int
    article_id: int
    name: str
    aliases: list[str]
    action: ProgrammeAction
    outlet: str
    url: str
    published: date | None
    evidence: str = Field(validation_alias="said")
    confidence: float


class ProgrammeOut(_FromRow):
    """One named programme with its mentions."""

    id: int
    name: str
    kind: ProgrammeKind
    region: str | None
    region_name: str | None
    mentions: list[MentionOut]


class ArticleOut(_FromRow):
    """One article, without its text."""

    id: int
    version: int
    title: Masked | None
    url: str
    outlet: str
    published: date | None
    removed_at: datetime | None
    figures: int
    programmes: int
    trends: int


class PageOf(BaseModel, Generic[Row]):
    """One page of rows; ``next`` is what to ask with as ``after``, null on the last page."""

    rows: list[Row]
    next: int | None = Field(description="Cursor of the next page, null on the last.")


class RegionList(BaseModel):
    """Regions that fit, the best first."""

    rows: list[RegionOut]
