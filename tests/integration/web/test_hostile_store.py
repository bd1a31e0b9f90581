"""Markup in everything that strangers write, or a careless colleague: no page, feed or file may run it."""

import re
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from html.parser import HTMLParser
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import URL

from models.official import OfficialDataset, OfficialFigure
from models.records import ProgrammeRecord
from models.vocabulary import (
    FindingKind,
    FindingState,
    Population,
    ProgrammeAction,
    ProgrammeKind,
    Severity,
    Unit,
)
from storage.database import Database
from storage.figures import FigureFilter, FigureRepository
from storage.findings import FindingFilter, FindingRepository
from storage.official import OfficialRepository
from storage.reconciling import FindingDraft
from storage.sources import SourceRepository
from tests.conftest import fresh_database
from tests.integration.web.filling import NOW, add, figure
from tests.integration.web.staff import CHEAP, employ, log_in, token_in
from tests.integration.web.test_every_route import EXAMPLES, GETS
from web.app import create_app

MARK = "x7q"
"""In every attack, so that one that is shown can be found."""
TAG = f"<script>{MARK}</script><img src={MARK} onerror={MARK}(1)>"
QUOTE = f"\"'><svg onload={MARK}(1)>"
LINK = f"https://a.test/{QUOTE}{TAG}"
"""The database refuses addresses of another scheme."""
RUNS = re.compile(r"^\s*(?:javascript|data|vbscript):", re.IGNORECASE)


class Seen(HTMLParser):
    """What a browser would make of a page: its elements with their attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.troubles: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what could run."""
        for name, value in attrs:
            address = name in {"href", "src", "action", "formaction", "xlink:href"}
            if name.startswith("on") or (address and RUNS.match(value or "")) or name == "style":
                self.troubles.append(f"{tag} {name}={value}")
        source = dict(attrs).get("src")
        if tag in {"script", "iframe", "object", "embed", "base"} and source != "/static/tinjau.js":
            self.troubles.append(f"{tag} {attrs}")


@pytest.fixture(scope="module")
def hostile(server_url: URL, template: str) -> Iterator[TestClient]:
    for url in fresh_database(server_url, template):
        database = Database(url)
        with database.session() as session:
            employ(session)
            poison(session)
        app = create_app(database)
        app.state.passwords = CHEAP
        with TestClient(app, follow_redirects=False) as client:
            log_in(client, "tini")
            yield client
        database.close()


def poison(session: object) -> None:
    """Put markup into every text that is not the program's own."""
    opened: Any = session
    SourceRepository(opened).upsert("jahat", outlet=f"a.test{TAG}", owner=QUOTE, home_region="36.73")
    text = f"Ada 9 kasus {TAG} dan {QUOTE} serta program {TAG}."
    start = text.index("program")
    programme = ProgrammeRecord(
        name=f"Program {QUOTE}{TAG}", aliases=(TAG,), kind=ProgrammeKind.OTHER, region="36.73",
        action=ProgrammeAction.RUNNING, evidence=text[start:], start=start, end=len(text), confidence=0.9,
    )  # fmt: skip
    add(
        opened, LINK, text, title=f"Judul {QUOTE}{TAG}", published=date(2025, 1, 2), source="jahat",
        figures=(figure(text, text[:start], 9, source=QUOTE, breakdown=f"type:{TAG}"),),
        programmes=(programme,),
    )  # fmt: skip
    published = OfficialFigure(
        row_number=1, value=7, unit=Unit.CASES, region_code="36.73", year=2024,
        population=Population.WOMEN_CHILDREN, breakdown=f"type:{TAG}",
    )  # fmt: skip
    dataset = OfficialDataset(
        portal=TAG, title=f"Tabel {QUOTE}{TAG}", publisher=QUOTE, licence=TAG, version=1, imported_at=NOW,
        retrieved=None,
        content_sha256=sha256(b"x").hexdigest(), figures=[published],
    )  # fmt: skip
    OfficialRepository(opened).add_dataset(dataset)
    [row] = FigureRepository(opened).select(FigureFilter())
    draft = FindingDraft(
        identity="x", kind=FindingKind.DIFFERS, severity=Severity.SERIOUS, region_code="36.73", year=2024,
        sentence_id=f"Beda {TAG}", sentence_en=f"Differs {QUOTE}", numbers={"difference": 2},
        figure_ids=(row.id,), official_ids=(published.id,),
    )  # fmt: skip
    findings = FindingRepository(opened)
    findings.reconcile([draft], now=NOW)
    [found] = findings.select(FindingFilter())
    findings.set_state(found.id, FindingState.EXPLAINED, who=f"ani{TAG}", now=NOW, comment=f"{TAG}{QUOTE}")


PAGES = [path for path in GETS if not path.startswith("/static")]
ASKED = ["/cari?q=program", "/angka?group=outlet", "/temuan?state=explained", "/program?region=36.73"]


@pytest.mark.parametrize("attack", [TAG, f'<p title="{QUOTE}', "<a href=javascript:x()>"])
def test_the_attacks_would_run_if_anything_let_them(attack: str) -> None:
    assert Seen(attack).troubles


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("path", [*PAGES, *ASKED])
def test_nothing_that_was_written_runs(hostile: TestClient, path: str, lang: str) -> None:
    place = re.sub(r"\{(\w+)\}", lambda found: EXAMPLES.get(found.group(1), "1"), path)
    answer = hostile.get(f"{place}{'&' if '?' in place else '?'}lang={lang}")
    kind = answer.headers.get("content-type", "")
    if kind.startswith("text/html"):
        assert Seen(answer.text).troubles == []
    elif "xml" in kind:
        assert f"<script>{MARK}" not in answer.text
        assert f"<svg onload={MARK}" not in answer.text
    else:
        assert "html" not in kind


@pytest.mark.parametrize(
    "path", ["/angka", "/program", "/media", "/resmi", "/temuan?state=explained", "/berita"]
)
def test_the_attacks_are_shown_as_text(hostile: TestClient, path: str) -> None:
    assert f"&lt;script&gt;{MARK}" in hostile.get(path).text


def test_a_comment_of_a_reviewer_is_text_in_log_and_finding(hostile: TestClient) -> None:
    csrf = token_in(hostile.get("/").text)
    sent = {"csrf": csrf, "state": "explained", "comment": f"{QUOTE}{TAG}"}
    assert hostile.post("/temuan/1", data=sent).status_code == 303
    for path in ("/temuan/1", "/tinjau/riwayat"):
        page = hostile.get(path).text
        assert MARK in page
        assert Seen(page).troubles == []
