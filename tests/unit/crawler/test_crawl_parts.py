"""Small parts of the crawl: the order's line, user agent, Retry-After, responses."""

import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from scrapy.http import HtmlResponse, Response

from crawler.middlewares import retry_after
from crawler.protocol import CrawlRequest, order_line, read_order
from crawler.refusals import RobotsRefusedError, TooLargeError, outcome_of
from crawler.responses import declared_charset, is_html, is_opaque, redirect_target
from crawler.settings import user_agent
from models.settings import Settings
from models.vocabulary import Outcome

SETTINGS = Settings(
    data_dir=Path("/data"), database_url="postgresql://x", allow_private_networks=True, contact="a@b.id"
)


def test_an_order_survives_its_line() -> None:
    request = CrawlRequest(
        names=("satu", "dua"),
        run_id=7,
        since=date(2025, 1, 2),
        delay=0.5,
        base_addresses={"satu": "http://127.0.0.1:8000"},
        limit=10,
    )
    line = order_line(request, SETTINGS, declarations=Path("/outlets"))
    assert "\n" not in line
    assert read_order(line) == (request, SETTINGS, Path("/outlets"))


def test_the_parent_loads_no_scrapy() -> None:
    code = "import sys, crawler.run, crawler.declarations; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert {"scrapy", "twisted", "lxml"} & set(done.stdout.split()) == set()


def test_the_user_agent_says_who_asks_and_how_to_reach_them() -> None:
    assert user_agent("https://kawal.example/").startswith("KawalKasus/")
    assert user_agent("https://kawal.example/").endswith("(+https://kawal.example/)")
    assert "no contact set" in user_agent(None)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120.0),
        ("Wed, 15 Oct 2025 05:01:00 GMT", 60.0),
        ("Wed, 15 Oct 2025 04:00:00 GMT", 0.0),
        ("nanti", None),
        (None, None),
    ],
)
def test_how_long_a_site_asks_to_wait(value: str | None, seconds: float | None) -> None:
    headers = {} if value is None else {"Retry-After": value}
    response = Response("https://contoh.id/", headers=headers)
    assert retry_after(response, now=datetime(2025, 10, 15, 5, tzinfo=UTC)) == seconds


@pytest.mark.parametrize(
    ("content_type", "body", "expected"),
    [
        ("text/html; charset=utf-8", b"", True),
        ("application/xhtml+xml", b"", True),
        (None, b"<!DOCTYPE html><p>x", True),
        ("text/plain", b"<html>", True),
        ("text/plain", b"kabar", False),
        ("application/json", b"<html>", False),
        ("application/pdf", b"%PDF", False),
    ],
)
def test_what_is_a_page(content_type: str | None, body: bytes, *, expected: bool) -> None:
    headers = {} if content_type is None else {"Content-Type": content_type}
    assert is_html(Response("https://contoh.id/", body=body, headers=headers)) is expected


@pytest.mark.parametrize(
    ("content_type", "expected"),
    [("application/pdf", True), ("image/jpeg", True), ("video/mp4", True), ("text/html", False), ("", False)],
)
def test_what_need_not_come(content_type: str, *, expected: bool) -> None:
    assert is_opaque(content_type) is expected


def test_redirects_and_charsets_of_responses() -> None:
    moved = Response("https://contoh.id/a", status=302, headers={"Location": "../b"})
    assert redirect_target(moved) == "https://contoh.id/b"
    assert redirect_target(Response("https://contoh.id/a", status=200, headers={"Location": "/b"})) is None
    page = HtmlResponse("https://contoh.id/", headers={"Content-Type": 'text/html; charset="Windows-1252"'})
    assert declared_charset(page) == "Windows-1252"


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        (RobotsRefusedError("robots.txt"), Outcome.ROBOTS),
        (TooLargeError("x"), Outcome.TOO_LARGE),
        (OSError("x"), Outcome.UNREACHABLE),
        (None, Outcome.UNREACHABLE),
    ],
)
def test_failures_have_an_outcome(error: Exception | None, outcome: Outcome) -> None:
    assert outcome_of(error)[0] is outcome
