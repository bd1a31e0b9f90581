"""One form for many variants of an address."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.urls import canonical_url, day_in_path, is_on_site, is_variant, is_web_address, page_key, rebased


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        ("https://kabar.id/berita/a", "https://kabar.id/berita/a"),
        ("HTTPS://Kabar.ID:443/berita/a#komentar", "https://kabar.id/berita/a"),
        ("http://kabar.id:8080/a", "http://kabar.id:8080/a"),
        ("https://kabar.id", "https://kabar.id/"),
        ("https://kabar.id./a", "https://kabar.id/a"),
        ("https://kabar.id//berita//a", "https://kabar.id/berita/a"),
        ("https://kabar.id/a?utm_source=wa&utm_medium=x&fbclid=1&gclid=2", "https://kabar.id/a"),
        ("https://kabar.id/a?id=7&utm_campaign=x", "https://kabar.id/a?id=7"),
        ("https://kabar.id/a?m=1", "https://kabar.id/a"),
        ("https://kabar.id/a?page=all", "https://kabar.id/a"),
        ("https://kabar.id/a?page=2", "https://kabar.id/a"),
        ("https://kabar.id/?p=123", "https://kabar.id/?p=123"),
        ("https://kabar.id/index.php?view=article&id=3", "https://kabar.id/index.php?view=article&id=3"),
        ("https://kabar.id/berita/a/amp/", "https://kabar.id/berita/a/"),
        ("https://kabar.id/berita/a/amp", "https://kabar.id/berita/a/"),
        ("https://kabar.id/a?amp=1&outputType=amp", "https://kabar.id/a"),
        ("https://kabar.id/berita/kasus anak", "https://kabar.id/berita/kasus%20anak"),
        ("http://[2001:DB8::1]/a", "http://[2001:db8::1]/a"),
    ],
)
def test_canonical_form(url: str, canonical: str) -> None:
    assert canonical_url(url) == canonical
    assert canonical_url(canonical) == canonical


def test_relative_addresses_are_completed() -> None:
    assert canonical_url("../b?utm_source=x", base="https://kabar.id/x/a") == "https://kabar.id/b"


@pytest.mark.parametrize(
    "variant",
    [
        "http://kabar.id/berita/a",
        "https://www.kabar.id/berita/a/",
        "https://m.kabar.id/berita/a?m=1",
        "https://kabar.id/berita/a/amp",
        "https://kabar.id/berita/a/index.html",
        "https://kabar.id/berita/a/#top",
    ],
)
def test_variants_of_one_page_share_a_key(variant: str) -> None:
    assert page_key(variant) == page_key("https://kabar.id/berita/a")


@pytest.mark.parametrize(
    "other", ["https://kabar.id/berita/b", "https://kota.kabar.id/berita/a", "https://kabar.id/berita/a?id=2"]
)
def test_other_pages_have_other_keys(other: str) -> None:
    assert page_key(other) != page_key("https://kabar.id/berita/a")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://kabar.id/a", True),
        ("https://daerah.kabar.id/a", True),
        ("https://KABAR.id/a", True),
        ("https://kabar.id.jahat.example/a", False),
        ("https://jahatkabar.id/a", False),
        ("https://kabar.id@jahat.example/a", False),
        ("https://jahat.example/kabar.id", False),
        ("//kabar.id/a", False),
        ("javascript:alert(1)", False),
    ],
)
def test_where_an_outlets_site_ends(url: str, *, expected: bool) -> None:
    assert is_on_site(url, domain="kabar.id") is expected


def test_an_outlets_addresses_move_to_another_base_and_others_stay() -> None:
    base = "http://127.0.0.1:8000"
    assert rebased("https://kabar.id/a?b=1", domain="kabar.id", base=base) == "http://127.0.0.1:8000/a?b=1"
    assert rebased("https://lain.id/a", domain="kabar.id", base=base) == "https://lain.id/a"
    assert is_on_site("http://127.0.0.1:8000/a", domain="kabar.id", base=base)
    assert not is_on_site("http://127.0.0.1:8001/a", domain="kabar.id", base=base)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("https://k.id/berita/kasus-anak-naik", "https://k.id/amp/kasus-anak-naik.html", True),
        ("https://k.id/read/1234567/a", "https://k.id/amp/1234567/b", True),
        ("https://k.id/berita/kasus-anak-naik", "https://k.id/berita/kasus-anak-turun", False),
        ("https://k.id/2025/01/02/a", "https://k.id/2025/01/02/b", False),
    ],
)
def test_two_addresses_of_one_story(one: str, other: str, *, expected: bool) -> None:
    assert is_variant(one, other) is expected


def test_dates_in_paths() -> None:
    assert day_in_path("https://k.id/2025/10/15/a") == date(2025, 10, 15)
    assert day_in_path("https://k.id/2025/13/15/a") is None
    assert day_in_path("https://k.id/berita/2025") is None


@given(st.text(max_size=60))
def test_any_text_is_a_web_address_or_not(text: str) -> None:
    if is_web_address(text):
        assert canonical_url(canonical_url(text)) == canonical_url(text)
