"""WARC files through the same path as crawled pages."""

import gzip
from collections import Counter
from pathlib import Path

import pytest

from crawler.declarations import Declaration, load_declarations
from models.errors import BadInputError
from models.vocabulary import Outcome
from service.archives import ArchiveReport, import_archive, split_archives
from service.cycle import declare_sources
from service.reading import Desk
from storage.articles import ArticleFilter, ArticleRepository
from storage.counts import count_rows
from storage.database import Database
from storage.pages import PageRepository
from storage.runs import RunRepository
from tests.integration.service.test_importing import IRRELEVANT, RELEVANT
from tests.integration.service.warcs import Recorded, write_warc

SITE = "https://www.bantennews.co.id"
STRANGER = "https://kabar-tetangga.example"


def page(title: str, text: str, day: str = "2024-01-08") -> bytes:
    stamp = f'<meta property="article:published_time" content="{day}T08:00:00+07:00">'
    sentences = "".join(f"<p>{sentence.strip()}.</p>" for sentence in text.split(". "))
    more = f"<p>{title}. Keterangan itu disampaikan dalam rapat koordinasi di aula pada hari Senin.</p>"
    body = f"<article><h1>{title}</h1>{sentences}{more}</article>"
    return (
        f"<!doctype html><html><head><title>{title}</title>{stamp}</head><body>{body}</body></html>".encode()
    )


def relevant(number: int) -> bytes:
    return page(f"Laporan Kekerasan Nomor {number}", RELEVANT.format(value=100 + number))


def other(number: int) -> bytes:
    return page(f"Hasil Laga Nomor {number}", f"{IRRELEVANT} " * 4)


def thousand() -> tuple[list[Recorded], dict[Outcome, int]]:
    """A thousand captures among other records, and what is to become of them."""
    pdf = {"Content-Type": "application/pdf"}
    packed = {"Content-Type": "text/html", "Content-Encoding": "gzip"}
    away = {"Location": f"{SITE}/", "Content-Type": "text/html"}
    records = [Recorded(url=f"{SITE}/kabar-{n}", body=relevant(n)) for n in range(30)]
    records += [
        Recorded(url=f"{SITE}/padat-{n}", body=gzip.compress(other(n)), headers=packed) for n in range(70)
    ]
    records += [Recorded(url=f"{SITE}/laga-{n}", body=other(n)) for n in range(300)]
    records += [Recorded(url=f"{STRANGER}/laga-{n}", body=other(n)) for n in range(150)]
    records += [Recorded(url=f"{SITE}/hilang-{n}", status="404 Not Found") for n in range(100)]
    records += [Recorded(url=f"{SITE}/pindah-{n}", status="301 Moved", headers=away) for n in range(100)]
    records += [Recorded(url=f"{SITE}/berkas-{n}.pdf", body=b"%PDF", headers=pdf) for n in range(100)]
    records += [Recorded(url=f"{SITE}/kosong-{n}", body=b" ") for n in range(50)]
    records += [Recorded(url=f"{SITE}/laga-{n}", kind="revisit") for n in range(50)]
    # The same pages under another form of their address, and once more as they were a year before.
    records += [Recorded(url=f"{SITE}/kabar-{n}/amp/", body=relevant(n)) for n in range(20)]
    old = "2023-01-09T03:00:00Z"
    records += [Recorded(url=f"{SITE}/kabar-{n}", body=relevant(n + 40), date=old) for n in range(10)]
    records += [
        Recorded(url=f"{SITE}/kabar-{n}", body=relevant(n + 60), date="2024-02-01T00:00:00Z")
        for n in range(10)
    ]
    records += [Recorded(url="urn:dns:bantennews", kind="resource") for n in range(10)]
    expected = {
        Outcome.IRRELEVANT: 520,
        Outcome.HTTP_ERROR: 100,
        Outcome.DUPLICATE: 100,
        Outcome.NOT_HTML: 100,
        Outcome.UNREADABLE: 50,
        Outcome.UNCHANGED: 80,
        Outcome.UPDATED: 10,
        Outcome.REFUSED_ADDRESS: 10,
    }
    return records, expected


def among_others(records: list[Recorded]) -> list[Recorded]:
    asked = [Recorded(url=record.url, kind="request") for record in records]
    return [one for pair in zip(asked, records, strict=True) for one in pair]


@pytest.fixture
def declared(database: Database) -> tuple[Declaration, ...]:
    found = load_declarations()
    declare_sources(database, found)
    return found


def take(
    database: Database,
    desk: Desk,
    path: Path,
    run_id: int,
    declared: tuple[Declaration, ...],
    **options: object,
) -> ArchiveReport:
    return import_archive(database, desk, path, run_id=run_id, declared=declared, **options)  # type: ignore[arg-type]


def test_a_thousand_records_stopped_in_the_middle_end_once_each(
    database: Database, desk: Desk, run_id: int, tmp_path: Path, declared: tuple[Declaration, ...]
) -> None:
    records, expected = thousand()
    assert len(records) == 1000
    path = write_warc(tmp_path / "kabar.warc.gz", among_others(records))

    def stop(done: int) -> None:
        if done == 440:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        take(database, desk, path, run_id, declared, on_record=stop)
    went_on: list[int] = []
    report = take(database, desk, path, run_id, declared, on_record=went_on.append)
    assert went_on[0] == 460
    assert (report.records, report.counts.total()) == (1000, 1000)
    told = report.counts.copy()
    # The stories tell one thing in nearly the same words, so most are copies of the first telling.
    stories = told.pop(Outcome.STORED) + told[Outcome.DUPLICATE] - 100
    told[Outcome.DUPLICATE] = 100
    assert (stories, told) == (30, Counter(expected))
    with database.session() as session:
        rows = RunRepository(session).outcomes(run_id)
        first = PageRepository(session).get(f"{SITE}/kabar-0")
        assert first is not None
        article = ArticleRepository(session).current(first.id)
    # One address, one outcome: the later capture of a page stands for the earlier ones.
    assert len(rows) == len({record.url.removesuffix("/amp/") for record in records})
    assert article is not None
    assert article.version == 2
    assert "160 kasus" in article.text


def test_importing_twice_changes_nothing(
    database: Database, desk: Desk, run_id: int, tmp_path: Path, declared: tuple[Declaration, ...]
) -> None:
    records = [Recorded(url=f"{SITE}/satu", body=relevant(1)), Recorded(url=f"{SITE}/dua", body=other(2))]
    path = write_warc(tmp_path / "kabar.warc.gz", records)
    first = take(database, desk, path, run_id, declared)
    assert first.counts == {Outcome.STORED: 1, Outcome.IRRELEVANT: 1}
    with database.session() as session:
        before = count_rows(session)
        [article] = ArticleRepository(session).select(ArticleFilter())
    assert article.source_name == "bantennews"
    assert take(database, desk, path, run_id, declared).counts == {Outcome.UNCHANGED: 2}
    with database.session() as session:
        assert count_rows(session) == before


def test_other_sites_leave_only_what_matters(
    database: Database, desk: Desk, run_id: int, tmp_path: Path, declared: tuple[Declaration, ...]
) -> None:
    records = [
        Recorded(url=f"{STRANGER}/satu", body=relevant(1)),
        Recorded(url=f"{STRANGER}/dua", body=other(2)),
    ]
    path = write_warc(tmp_path / "kabar.warc.gz", records)
    refused = take(database, desk, path, run_id, declared, declared_only=True)
    assert refused.counts == {Outcome.REFUSED_ADDRESS: 2}
    assert take(database, desk, path, run_id, declared).counts == {Outcome.STORED: 1, Outcome.IRRELEVANT: 1}
    with database.session() as session:
        [article] = ArticleRepository(session).select(ArticleFilter())
    assert article.outlet == "kabar-tetangga.example"


def test_a_damaged_file_keeps_what_came_before_and_says_where(
    database: Database, desk: Desk, run_id: int, tmp_path: Path, declared: tuple[Declaration, ...]
) -> None:
    records = [Recorded(url=f"{SITE}/laga-{n}", body=other(n)) for n in range(45)]
    path = write_warc(tmp_path / "putus.warc.gz", records)
    path.write_bytes(path.read_bytes()[:-40])
    with pytest.raises(BadInputError, match="damaged around byte"):
        take(database, desk, path, run_id, declared)
    with database.session() as session:
        assert len(RunRepository(session).outcomes(run_id)) >= 40
    nothing = tmp_path / "bukan.warc.gz"
    nothing.write_bytes(gzip.compress(b"bukan arsip"))
    with pytest.raises(BadInputError, match="no WARC file"):
        take(database, desk, nothing, run_id, declared)


def test_archives_are_told_from_articles(tmp_path: Path) -> None:
    folder = tmp_path / "kiriman"
    folder.mkdir()
    for name in ("a.warc.gz", "b.WARC", "c.html"):
        (folder / name).write_bytes(b"x")
    archives, others = split_archives([folder, tmp_path / "d.json", folder / "a.warc.gz"])
    assert [path.name for path in archives] == ["a.warc.gz", "b.WARC"]
    assert others == [folder, tmp_path / "d.json"]
