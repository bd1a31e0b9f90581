"""An official table beside the small store, and what follows from it; all of it invented."""

from datetime import date, datetime
from hashlib import sha256

from sqlalchemy.orm import Session

from models.official import OfficialDataset, OfficialFigure
from models.vocabulary import FindingKind, Population, Severity, Unit, Violence
from storage.figures import FigureFilter, FigureRepository
from storage.findings import FindingRepository
from storage.official import OfficialRepository
from storage.reconciling import FindingDraft


def official(session: Session, *, now: datetime) -> int:
    """Two versions of one official table; the number of the newer."""
    number = 0
    for version, shift in ((1, -2), (2, 0)):
        rows = [
            OfficialFigure(
                row_number=index,
                value=value + shift,
                unit=Unit.CASES,
                region_code="36.73",
                year=year,
                population=Population.WOMEN_CHILDREN,
            )
            for index, (year, value) in enumerate(
                {2018: 41, 2019: 45, 2020: 57, 2021: 60, 2022: 61, 2023: 69, 2024: 60}.items(), 1
            )
        ]
        dataset = OfficialDataset(
            portal="data.contoh.test",
            title="Jumlah kasus kekerasan terhadap perempuan dan anak",
            publisher="Dinas Contoh",
            licence="CC BY 4.0",
            version=version,
            retrieved=date(2026, 1, 10 + version),
            imported_at=now,
            content_sha256=sha256(str(version).encode()).hexdigest(),
            figures=rows,
        )
        stored, _ = OfficialRepository(session).add_dataset(dataset)
        number = stored.id
    return number


def findings(session: Session, *, now: datetime) -> None:
    """A difference, a conflict and a match, of growing harmlessness."""
    reported = {
        (row.year, row.outlet): row.id
        for row in FigureRepository(session).select(FigureFilter(region="36.73"))
        if row.violence is Violence.ANY
    }
    published = {row.year: row.id for row in OfficialRepository(session).current_figures(region="36.73")}
    FindingRepository(session).reconcile(
        [
            _finding(
                FindingKind.DIFFERS,
                Severity.SERIOUS,
                2024,
                "suarabanten.test memberitakan 81 kasus di Kota Serang pada 2024; tabel resmi menyebut 60.",
                "suarabanten.test reported 81 cases in Kota Serang in 2024; the official table says 60.",
                {"reported": 81, "official": 60, "difference": 21},
                (reported[2024, "suarabanten.test"],),
                (published[2024],),
            ),
            _finding(
                FindingKind.CONFLICT,
                Severity.WARNING,
                2024,
                "Dua media menyebut angka berbeda untuk Kota Serang pada 2024: 74 dan 81 kasus.",
                "Two outlets give different figures for Kota Serang in 2024: 74 and 81 cases.",
                {"values": [74, 81], "difference": 7},
                (reported[2024, "kabarserang.test"], reported[2024, "suarabanten.test"]),
                (),
            ),
            _finding(
                FindingKind.MATCH,
                Severity.INFO,
                2020,
                "Berita dan tabel resmi sama-sama menyebut 57 kasus di Kota Serang pada 2020.",
                "News and official table both say 57 cases in Kota Serang in 2020.",
                {"difference": 0},
                (reported[2020, "kabarserang.test"],),
                (published[2020],),
            ),
        ],
        now=now,
    )


def _finding(  # noqa: PLR0917
    kind: FindingKind,
    severity: Severity,
    year: int,
    indonesian: str,
    english: str,
    numbers: dict[str, object],
    figures: tuple[int, ...],
    official: tuple[int, ...],
) -> FindingDraft:
    return FindingDraft(
        identity=f"{kind}-{year}",
        kind=kind,
        severity=severity,
        region_code="36.73",
        year=year,
        sentence_id=indonesian,
        sentence_en=english,
        numbers=numbers,
        figure_ids=figures,
        official_ids=official,
    )
