"""A small store as crawling, reading and cross-checking would leave it; all of it invented."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from sqlalchemy.orm import Session

from models.reading import Article
from models.records import Extraction, FigureRecord, ProgrammeRecord, TrendRecord
from models.vocabulary import (
    Direction,
    Outcome,
    Population,
    ProgrammeAction,
    ProgrammeKind,
    Qualifier,
    Unit,
    Violence,
)
from storage.articles import ArticleRepository
from storage.extractions import ExtractionRepository
from storage.pages import PageRepository
from storage.sources import SourceRepository
from tests.integration.web.filled_official import findings, official

NOW = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
SCRIPT = "<script>alert('x')</script>"
VICTIM_WORDS = ("Melati Puspita", "Sukamaju Lestari", "SMPN 4 Ciruas", "Sumarni", "RT 03")

_SERANG = {
    2018: (41, None),
    2019: (46, None),
    2020: (57, None),
    2022: (63, None),
    2023: (70, None),
    2024: (74, None),
    2025: (38, "2025-01/2025-07"),
}
_PLACES = {
    "36.04": ("Kabupaten Serang", 67),
    "36.72": ("Kota Cilegon", 51),
    "32.73": ("Kota Bandung", 465),
    "73.71": ("Kota Makassar", 311),
    "11.71": ("Kota Banda Aceh", 120),
    "95.01": ("Kabupaten Jayawijaya", 1045),
}


@dataclass
class Filled:
    """Numbers of what was stored, for addresses."""

    serang_2020: int
    victim: int
    attack: int
    renewed: int
    dataset: int


def fill(session: Session) -> Filled:
    """Fill an empty store."""
    sources = SourceRepository(session)
    sources.upsert("kabarserang", outlet="kabarserang.test", owner="PT Kabar Serang", home_region="36.73")
    sources.upsert("suarabanten", outlet="suarabanten.test", owner=None, home_region="36")
    sources.upsert("diam", outlet="mediadiam.test", owner=None, home_region=None)
    for year in _SERANG:
        yearly(session, year)
    other_outlet(session)
    for code, (name, value) in _PLACES.items():
        elsewhere(session, code, name, value)
    numbers = Filled(
        serang_2020=_article_at(session, "https://kabarserang.test/2020"),
        victim=victim(session).id,
        attack=attack(session).id,
        renewed=renewed(session),
        dataset=official(session, now=NOW),
    )
    PageRepository(session).record_fetch(
        "https://kabarserang.test/rusak", "kabarserang", status=500, body=None, now=NOW
    )
    broken = PageRepository(session).get("https://kabarserang.test/rusak")
    assert broken is not None
    PageRepository(session).set_outcome(broken.id, Outcome.HTTP_ERROR)
    findings(session, now=NOW)
    session.commit()
    return numbers


def add(
    session: Session,
    url: str,
    text: str,
    *,
    title: str | None,
    published: date | None,
    source: str = "kabarserang",
    figures: tuple[FigureRecord, ...] = (),
    programmes: tuple[ProgrammeRecord, ...] = (),
    trends: tuple[TrendRecord, ...] = (),
    persons: tuple[tuple[int, int], ...] | None = (),
) -> Article:
    """Store one article and what was read in it."""
    pages = PageRepository(session)
    pages.record_fetch(url, source, status=200, body=text.encode(), now=NOW)
    page = pages.get(url)
    assert page is not None
    article, _ = ArticleRepository(session).store_reading(
        page, title=title, text=text, published=published, reader="generic", now=NOW
    )
    pages.mark_read(page.id, Outcome.STORED)
    read = Extraction(
        article_id=str(article.id),
        relevant=True,
        relevance=0.95,
        figures=figures,
        programmes=programmes,
        trends=trends,
        persons=persons,
        versions={"figures": "1"},
    )
    ExtractionRepository(session).store(article.id, read)
    return article


def figure(text: str, evidence: str, value: int, **facts: object) -> FigureRecord:
    """One figure whose evidence stands in the text."""
    start = text.index(evidence)
    known: dict[str, object] = {
        "value": value,
        "unit": Unit.CASES,
        "region": "36.73",
        "year": 2024,
        "period": None,
        "population": Population.WOMEN_CHILDREN,
        "violence": Violence.ANY,
        "breakdown": None,
        "qualifier": Qualifier.EXACT,
        "source": "DP3AKB Kota Serang",
        "evidence": evidence,
        "start": start,
        "end": start + len(evidence),
        "confidence": 0.9,
    }
    return FigureRecord(**(known | facts))  # type: ignore[arg-type]


def yearly(session: Session, year: int) -> None:
    """Kota Serang's count of one year, with a part, a programme and a trend."""
    value, period = _SERANG[year]
    when = f"Januari hingga Juli {year}" if period else f"sepanjang {year}"
    text = (
        f"DP3AKB Kota Serang mencatat {value} kasus kekerasan terhadap perempuan dan anak {when}. "
        f"Dari jumlah itu {value // 3} kasus adalah kekerasan seksual. "
        "Pemerintah kota menjalankan layanan Sahabat Serang untuk warga yang ingin melapor. "
        "Jumlah itu naik 5 kasus dibanding tahun sebelumnya."
    )
    total = figure(
        text,
        f"mencatat {value} kasus kekerasan terhadap perempuan dan anak {when}",
        value,
        year=year,
        period=period,
    )
    part = figure(
        text,
        f"{value // 3} kasus adalah kekerasan seksual",
        value // 3,
        year=year,
        period=period,
        violence=Violence.SEXUAL,
    )
    rise = text.index("naik 5 kasus")
    service = text.index("layanan Sahabat Serang")
    add(
        session,
        f"https://kabarserang.test/{year}",
        text,
        title=f"Kasus kekerasan di Kota Serang {year}",
        published=date(year, 8, 5) if period else date(year + 1, 1, 12),
        figures=(total, part),
        programmes=(
            ProgrammeRecord(
                name="Sahabat Serang",
                aliases=(),
                kind=ProgrammeKind.SERVICE,
                region="36.73",
                action=ProgrammeAction.LAUNCHED if year == 2018 else ProgrammeAction.RUNNING,
                evidence="layanan Sahabat Serang",
                start=service,
                end=service + len("layanan Sahabat Serang"),
                confidence=0.8,
            ),
        ),
        trends=(
            TrendRecord(
                direction=Direction.UP,
                delta=5,
                from_year=year - 1,
                to_year=year,
                region="36.73",
                population=Population.WOMEN_CHILDREN,
                violence=Violence.ANY,
                evidence="naik 5 kasus",
                start=rise,
                end=rise + len("naik 5 kasus"),
                confidence=0.7,
            ),
        ),
    )


def other_outlet(session: Session) -> None:
    """Another outlet's differing count for 2024, and a vaguer one for the province."""
    text = (
        "Kepala UPTD PPA Kota Serang, Ratih Kumala, menyebut 81 kasus ditangani pada 2024. "
        "Se-Banten lebih dari 1.100 kasus dilaporkan."
    )
    add(
        session,
        "https://suarabanten.test/serang-2024",
        text,
        title="UPTD PPA tangani 81 kasus",
        published=date(2025, 2, 3),
        source="suarabanten",
        figures=(
            figure(text, "81 kasus ditangani pada 2024", 81, source="UPTD PPA Kota Serang"),
            figure(
                text,
                "lebih dari 1.100 kasus dilaporkan",
                1100,
                region="36",
                qualifier=Qualifier.AT_LEAST,
                population=Population.ALL,
                source=None,
                confidence=0.6,
            ),
        ),
    )


def elsewhere(session: Session, code: str, name: str, value: int) -> None:
    """One count somewhere else."""
    text = f"Sebanyak {value} kasus kekerasan terhadap perempuan dan anak terjadi di {name} pada 2024."
    add(
        session,
        f"https://suarabanten.test/{code}",
        text,
        title=f"{value} kasus di {name}",
        published=date(2025, 1, 20),
        source="suarabanten",
        figures=(figure(text, f"Sebanyak {value} kasus", value, region=code, source=None),),
    )


def victim(session: Session) -> Article:
    """An article that names a victim, her mother, village and school."""
    text = (
        "Polres Serang menangani 12 kasus pencabulan anak pada 2023. "
        "Salah satu korban bernama Melati Puspita, siswi SMPN 4 Ciruas, "
        "warga Desa Sukamaju Lestari RT 03 RW 01. "
        "Ibu korban, Sumarni, melapor pada Mei. "
        "Kasat Reskrim AKP Bima Sakti menyebut Melati Puspita didampingi UPTD PPA."
    )
    return add(
        session,
        "https://suarabanten.test/polres",
        text,
        title="Korban bernama Melati Puspita didampingi",
        published=date(2024, 1, 9),
        source="suarabanten",
        figures=(
            figure(
                text,
                text[: text.index(" Ibu korban")],
                12,
                region="36.04",
                year=2023,
                population=Population.CHILDREN,
                violence=Violence.SEXUAL,
                source="Polres Serang",
            ),
        ),
    )


def attack(session: Session) -> Article:
    """An article that would run scripts and formulas if anything let it."""
    text = f'=HYPERLINK("http://evil.test","9 kasus") {SCRIPT} <img src=x onerror=alert(1)> di Kota Serang.'
    return add(
        session,
        "https://suarabanten.test/serangan",
        text,
        title=f"{SCRIPT}Judul\"'>",
        published=date(2024, 3, 3),
        source="suarabanten",
        figures=(
            figure(text, text, 9, year=2021, breakdown=f"other:{SCRIPT}", source=SCRIPT, unit=Unit.VICTIMS),
        ),
    )


def renewed(session: Session) -> int:
    """An article that was changed by its outlet; the number of its old version."""
    url = "https://kabarserang.test/diperbarui"
    old = add(session, url, "Ada 5 kasus di Kota Serang.", title="Lama", published=date(2024, 5, 1))
    add(session, url, "Ada 6 kasus di Kota Serang.", title="Baru", published=date(2024, 5, 1))
    return old.id


def _article_at(session: Session, url: str) -> int:
    page = PageRepository(session).get(url)
    assert page is not None
    standing = ArticleRepository(session).current(page.id)
    assert standing is not None
    return standing.id
