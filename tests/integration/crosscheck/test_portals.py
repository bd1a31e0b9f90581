"""A portal's interface, stood in for by a server on this machine."""

import json
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import parse_qs, urlparse

import pytest
from sqlalchemy.orm import Session

from crosscheck.official.entering import SourceDocument, enter_figure
from crosscheck.official.fetching import FetchOptions, fetch_table, fetch_tables
from crosscheck.official.figures import OfficialDraft
from crosscheck.official.importing import ImportOptions, import_file, store_import
from crosscheck.revisions import dataset_revisions, reported_revisions
from crosscheck.run import check
from crosscheck.series import outlet_reliability, report_gaps
from models.errors import BadInputError, SourceError
from models.vocabulary import Population, Unit, Violence
from storage.official import OfficialRepository
from tests.integration.crosscheck.conftest import AddStory, Fact

Answer = Callable[[str, int, int], tuple[int, object]]
SERANG, LEBAK = "36.73", "36.02"


def _rows(slug: str) -> list[dict[str, object]]:
    place = {"tempat_kejadian": "SEKOLAH", "jumlah_kekerasan": 1, "satuan": "KASUS"}
    return [
        {
            "id": number,
            "nama_provinsi": "JAWA BARAT",
            "nama_kabupaten_kota": name,
            **place,
            "tahun": 2017 + number,
        }
        for number, name in enumerate(
            ["KOTA BOGOR", "KABUPATEN BOGOR", "KOTA DEPOK", "KOTA CIMAHI", "KOTA BANJAR"]
        )
    ]


def _paged(slug: str, limit: int, skip: int) -> tuple[int, object]:
    rows = _rows(slug)
    return 200, {"data": rows[skip : skip + limit], "meta": {"total_record": len(rows)}}


@pytest.fixture
def portal() -> Iterator[Callable[[Answer], str]]:
    """Serves one answer function; gives its address and keeps what was asked."""
    servers: list[ThreadingHTTPServer] = []

    def serve(answer: Answer) -> str:
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                parts = urlparse(self.path)
                query = parse_qs(parts.query)
                status, body = answer(parts.path.strip("/"), int(query["limit"][0]), int(query["skip"][0]))
                data = body if isinstance(body, bytes) else json.dumps(body).encode()
                self.send_response(status)
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002
                """Keep the test's output clean."""

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        servers.append(server)
        Thread(target=server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{server.server_port}"

    yield serve
    for server in servers:
        server.shutdown()
        server.server_close()


def _options(url: str) -> FetchOptions:
    return FetchOptions(url=url, page_size=2, pause=0, sleep=lambda seconds: None)


def test_every_declared_dataset_is_fetched_page_by_page_and_stored(
    session: Session, portal: Callable[[Answer], str], now: datetime
) -> None:
    url = portal(_paged)
    plans = fetch_tables("opendata.jabarprov.go.id", today=date(2026, 11, 21), options=_options(url))
    assert [len(plan.result.figures) for plan in plans] == [5, 5, 5]
    imported = store_import(session, plans, now=now)
    assert all(table.new for table in imported)
    (first, *_) = OfficialRepository(session).datasets()
    assert (first.portal, first.retrieved) == ("opendata.jabarprov.go.id", date(2026, 11, 21))


def test_a_trouble_that_passes_is_asked_again(portal: Callable[[Answer], str]) -> None:
    asked: list[int] = []

    def shaky(slug: str, limit: int, skip: int) -> tuple[int, object]:
        asked.append(skip)
        return (503, b"busy") if len(asked) == 1 else _paged(slug, limit, skip)

    url = portal(shaky)
    assert len(fetch_table(f"{url}/x", "x", _options(url)).rows) == 5
    assert asked == [0, 0, 2, 4]


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (lambda slug, limit, skip: (500, b"broken"), "does not answer"),
        (lambda slug, limit, skip: (404, b"gone"), "does not answer"),
        (lambda slug, limit, skip: (200, b"<html>"), "did not answer with JSON"),
        (lambda slug, limit, skip: (200, {"rows": []}), "otherwise than described"),
        (lambda slug, limit, skip: _paged(slug, limit, 0), "the same page again"),
        (
            lambda slug, limit, skip: (
                200,
                {"data": _rows(slug)[:1] * (skip == 0), "meta": {"total_record": 9}},
            ),
            "promised 9",
        ),
    ],
)
def test_what_is_not_as_described_is_refused(
    portal: Callable[[Answer], str], answer: Answer, reason: str
) -> None:
    url = portal(answer)
    with pytest.raises(SourceError, match=reason) as refused:
        fetch_table(f"{url}/x", "x", _options(url))
    assert refused.value.cure


def test_a_portal_without_declared_interface_names_those_that_have_one() -> None:
    with pytest.raises(BadInputError, match=r"opendata\.jabarprov\.go\.id"):
        fetch_tables("data.contoh.go.id", today=date(2026, 11, 21))


def test_a_figure_entered_by_hand_keeps_its_document_and_its_revisions(
    session: Session, now: datetime
) -> None:
    figure = OfficialDraft(
        row_number=1,
        value=41,
        unit=Unit.VICTIMS,
        region=SERANG,
        year=2021,
        period=None,
        population=Population.CHILDREN,
        violence=Violence.ANY,
        breakdown=None,
    )
    document = SourceDocument(title="Profil Gender dan Anak 2022", publisher="DP3AKB Kota Serang")
    first, new = enter_figure(session, figure, document, now=now)
    assert (first.version, new) == (1, True)
    assert enter_figure(session, figure, document, now=now)[1] is False
    changed = OfficialDraft(**{name: getattr(figure, name) for name in figure.__slots__} | {"value": 44})
    second, _ = enter_figure(session, changed, document, now=now)
    (revision,) = dataset_revisions(session, second.id)
    assert (revision.key.region, revision.before, revision.after) == (SERANG, 41, 44)
    assert dataset_revisions(session, first.id) == ()
    with pytest.raises(BadInputError, match="no region"):
        enter_figure(
            session,
            OfficialDraft(**{name: getattr(figure, name) for name in figure.__slots__} | {"region": "99"}),
            document,
            now=now,
        )


def test_a_newer_file_supersedes_and_its_changes_are_shown(
    session: Session, tmp_path: Path, now: datetime
) -> None:
    path = tmp_path / "kasus.csv"
    header = "nama_kabupaten_kota,jumlah_kasus,tahun\n"
    path.write_text(header + "Kota Serang,10,2023\nKabupaten Lebak,5,2023\n", encoding="utf-8")
    (first,) = import_file(session, path, ImportOptions(portal="p"), now=now)
    (again,) = import_file(session, path, ImportOptions(portal="p"), now=now)
    assert (again.dataset_id, again.new) == (first.dataset_id, False)
    path.write_text(header + "Kota Serang,12,2023\nKota Cilegon,7,2023\n", encoding="utf-8")
    (second,) = import_file(session, path, ImportOptions(portal="p"), now=now)
    changes = {
        (one.key.region, one.before, one.after) for one in dataset_revisions(session, second.dataset_id)
    }
    assert changes == {(SERANG, 10, 12), (LEBAK, 5, None), ("36.72", None, 7)}
    assert [row.value for row in OfficialRepository(session).current_figures(region=SERANG)] == [12]


def test_a_bad_row_keeps_the_whole_file_out_unless_it_may_be_skipped(
    session: Session, tmp_path: Path, now: datetime
) -> None:
    path = tmp_path / "kasus.csv"
    path.write_text(
        "nama_kabupaten_kota,jumlah_kasus,tahun\nKota Serang,10,2023\nKota Atlantis,5,2023\n",
        encoding="utf-8",
    )
    with pytest.raises(BadInputError, match="row 3, nama_kabupaten_kota 'Kota Atlantis'"):
        import_file(session, path, ImportOptions(), now=now)
    assert OfficialRepository(session).datasets() == ()
    (imported,) = import_file(session, path, ImportOptions(skip_bad=True), now=now)
    assert imported.new
    assert [row.value for row in OfficialRepository(session).current_figures()] == [10]


def test_gaps_revisions_and_reliability(
    session: Session, add_story: AddStory, tmp_path: Path, now: datetime
) -> None:
    add_story("satu", [Fact(value=10, region=SERANG, year=2023)], published=date(2024, 2, 1))
    add_story("dua", [Fact(value=12, region=SERANG, year=2023)], published=date(2024, 9, 1))
    add_story("tiga", [Fact(value=7, region=LEBAK, year=2025)], published=date(2026, 11, 1))
    path = tmp_path / "kasus.csv"
    path.write_text(
        "nama_kabupaten_kota,jumlah_kasus_terhadap_perempuan_dan_anak,tahun\nKota Serang,12,2023\n",
        encoding="utf-8",
    )
    import_file(session, path, now=now)
    check(session, now)
    today = datetime(2026, 11, 21, tzinfo=UTC).date()
    assert [(gap.region, gap.months) for gap in report_gaps(session, today=today)] == [(SERANG, 26)]
    (revision,) = reported_revisions(session, SERANG)
    assert [(one.value, one.outlets) for one in revision.values] == [
        (10, ("satu.test",)),
        (12, ("dua.test",)),
    ]
    told = {one.outlet: (one.matches, one.differs, one.share) for one in outlet_reliability(session)}
    assert told == {"satu.test": (0, 1, 0.0), "dua.test": (1, 0, 1.0)}
