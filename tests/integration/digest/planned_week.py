"""A week with planned news: facts of the seed articles in sentences of our own, and what happened to them."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from sqlalchemy.orm import Session

from crosscheck.official.importing import ImportOptions, import_file
from crosscheck.run import check
from models.records import Extraction, FigureRecord, ProgrammeRecord
from models.vocabulary import Population, ProgrammeAction, ProgrammeKind, Qualifier, Unit, Violence
from storage.articles import ArticleRepository
from storage.extractions import ExtractionRepository
from storage.pages import PageRepository
from storage.sources import SourceRepository

SINCE, UNTIL = date(2026, 11, 16), date(2026, 11, 22)
NOW = datetime(2026, 11, 18, 8, 0, tzinfo=UTC)
BEFORE = NOW - timedelta(days=12)
KAB_SERANG, KOTA_SERANG, METRO, LEBAK, AMBON = "36.04", "36.73", "18.72", "36.02", "81.71"
TABLE = """kode_kabupaten_kota,nama_kabupaten_kota,jumlah_kasus_terhadap_perempuan_dan_anak,satuan,tahun
3604,SERANG,157,KASUS,2024
3673,KOTA SERANG,60,KASUS,2024
3673,KOTA SERANG,41,KASUS,2020
3602,LEBAK,90,KASUS,2025
"""


@dataclass(frozen=True, kw_only=True)
class Told:
    """One figure and the sentence that carries it."""

    sentence: str
    value: int
    region: str
    year: int
    period: str | None = None
    unit: Unit = Unit.CASES
    population: Population = Population.WOMEN_CHILDREN
    qualifier: Qualifier = Qualifier.EXACT


@dataclass(frozen=True, kw_only=True)
class Named:
    """One programme and the sentence that names it."""

    sentence: str
    name: str
    kind: ProgrammeKind
    action: ProgrammeAction
    region: str


def tell(
    session: Session,
    outlet: str,
    title: str,
    records: tuple[Told | Named, ...],
    *,
    published: date,
    now: datetime = NOW,
    copy_of: int | None = None,
) -> int:
    """Store an article as a crawl would; gives its number."""
    text = "\n".join(dict.fromkeys(record.sentence for record in records))
    SourceRepository(session).upsert(outlet, outlet=f"{outlet}.test", home_region="36")
    pages, articles = PageRepository(session), ArticleRepository(session)
    url = f"https://{outlet}.test/{title.lower().replace(' ', '-')}"
    pages.record_fetch(url, outlet, status=200, body=text.encode(), now=now)
    page = pages.get(url)
    assert page is not None
    article, _ = articles.store_reading(
        page, title=title, text=text, published=published, reader="generic", now=now
    )
    extraction = Extraction(
        article_id=str(article.id),
        relevant=True,
        relevance=0.9,
        figures=tuple(_figure(record, text) for record in records if isinstance(record, Told)),
        programmes=tuple(_programme(record, text) for record in records if isinstance(record, Named)),
        versions={"test": "1"},
    )
    ExtractionRepository(session).store(article.id, extraction)
    if copy_of is not None:
        articles.mark_duplicate(article.id, copy_of)
    return article.id


def _span(sentence: str, text: str) -> dict[str, int]:
    start = text.index(sentence)
    return {"start": start, "end": start + len(sentence)}


def _figure(told: Told, text: str) -> FigureRecord:
    return FigureRecord(
        value=told.value,
        unit=told.unit,
        region=told.region,
        year=told.year,
        period=told.period,
        population=told.population,
        violence=Violence.ANY,
        breakdown=None,
        qualifier=told.qualifier,
        source=None,
        evidence=told.sentence,
        confidence=0.9,
        **_span(told.sentence, text),
    )


def _programme(named: Named, text: str) -> ProgrammeRecord:
    return ProgrammeRecord(
        name=named.name,
        aliases=(),
        kind=named.kind,
        region=named.region,
        action=named.action,
        evidence=named.sentence,
        confidence=0.9,
        **_span(named.sentence, text),
    )


LAST_YEAR = Told(
    sentence="Pada 2020 Kota Serang menangani 39 kasus kekerasan terhadap perempuan dan anak.",
    value=39,
    region=KOTA_SERANG,
    year=2020,
)
WRONG = Told(
    sentence="Sepanjang 2025 Kabupaten Lebak mencatat 109 kasus kekerasan perempuan dan anak.",
    value=109,
    region=LEBAK,
    year=2025,
)
WIRE = Told(
    sentence="Sampai Oktober 2025 sudah 64 kasus kekerasan dilaporkan di Kota Serang, kata dinas itu.",
    value=64,
    region=KOTA_SERANG,
    year=2025,
    period="2025-01/2025-10",
)


def fill_week(session: Session, folder: Path) -> None:
    """What stood there before the week, and what the week brought."""
    path = folder / "kasus.csv"
    path.write_text(TABLE, encoding="utf-8")
    import_file(session, path, ImportOptions(portal="data.contoh.go.id"), now=BEFORE)
    day = date(2026, 11, 5)
    ambon = Told(sentence="Kota Ambon mencatat 31 kasus pada 2024.", value=31, region=AMBON, year=2024)
    tell(session, "pelaut", "Ambon 2024", (ambon,), published=date(2025, 2, 3), now=BEFORE)
    tell(session, "warta", "Lebak setahun", (WRONG,), published=day, now=BEFORE)
    check(session, BEFORE)
    _tell_seeds(session)
    # Lebak's article was corrected to the official figure: that finding is resolved.
    right = replace(WRONG, sentence=WRONG.sentence.replace("109", "90"), value=90)
    tell(session, "warta", "Lebak setahun", (right,), published=day)
    check(session, NOW)


def _tell_seeds(session: Session) -> None:
    regency = (
        Told(
            sentence="Selama 2024 Kabupaten Serang menangani 157 kasus kekerasan perempuan dan anak.",
            value=157,
            region=KAB_SERANG,
            year=2024,
        ),
        Told(
            sentence="Tahun 2025 ini angkanya sekitar 74 kasus, 58 di antaranya menimpa anak.",
            value=74,
            region=KAB_SERANG,
            year=2025,
            qualifier=Qualifier.ABOUT,
        ),
        Told(
            sentence="Tahun 2025 ini angkanya sekitar 74 kasus, 58 di antaranya menimpa anak.",
            value=58,
            region=KAB_SERANG,
            year=2025,
            population=Population.CHILDREN,
        ),
    )
    tell(
        session, "kabar", "Kabupaten Serang menggelar komitmen bersama", regency, published=date(2026, 11, 17)
    )
    tell(session, "arsip", "Kota Serang pada 2020", (LAST_YEAR,), published=date(2026, 11, 16))
    city = Told(
        sentence="Pada 2024 tercatat 60 kasus di Kota Serang.", value=60, region=KOTA_SERANG, year=2024
    )
    house = Named(
        sentence="Pemerintah kota menyiapkan Rumah Kolaborasi bagi korban.",
        name="Rumah Kolaborasi",
        kind=ProgrammeKind.SPACE,
        action=ProgrammeAction.PLANNED,
        region=KOTA_SERANG,
    )
    told = (WIRE, city, house)
    title = "Kota Serang menyiapkan Rumah Kolaborasi"
    first = tell(session, "antar", title, told, published=date(2026, 11, 18))
    for outlet in ("berita-satu", "berita-dua", "berita-tiga", "berita-empat"):
        tell(session, outlet, title, told, published=date(2026, 11, 18), copy_of=first)
    metro = Told(
        sentence="Januari sampai Juli 2022 ada 5 kasus anak di Kota Metro.",
        value=5,
        region=METRO,
        year=2022,
        period="2022-01/2022-07",
        population=Population.CHILDREN,
    )
    tell(session, "lampung", "Metro memperkuat koordinasi", (metro,), published=date(2026, 11, 19))
