"""Outlets as declarations, right and wrong ones."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from crawler.declarations import Declaration, load_declarations, read_declaration
from crawler.reference import renewed
from extractors.reading.outlets import LAYOUTS
from models.errors import SourceError
from models.regions import load_regions

GOOD = """
name = "contoh"
outlet = "contoh.id"
title = "Kabar Contoh"
home_region = "36.73"
kind = "wordpress"
feeds = ["https://www.contoh.id/feed/"]
article_patterns = ['^/berita/[a-z0-9-]+/$']
not_article_patterns = ['^/berita/indeks']
verified = false
"""


def written(folder: Path, text: str = GOOD, name: str = "contoh") -> Path:
    path = folder / f"{name}.toml"
    path.write_text(text, "utf-8")
    return path


def test_a_declaration_is_read(tmp_path: Path) -> None:
    declaration = read_declaration(written(tmp_path))
    assert (declaration.name, declaration.outlet, declaration.politeness.delay) == (
        "contoh",
        "contoh.id",
        5.0,
    )
    assert declaration.is_article_path("/berita/satu-dua/")
    assert not declaration.is_article_path("/berita/indeks-berita/")
    assert not declaration.is_article_path("/tag/anak/")


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('name = "contoh"\n', "", "name: Field required"),
        ('name = "contoh"', 'name = "lain"', "Name the file lain.toml"),
        ('kind = "wordpress"', 'kind = "blog"', "kind: Input should be"),
        ("verified = false", "verified = true", "verified_on"),
        ("verified = false\n", "", "verified: Field required"),
        ("verified = false", "verified = false\nwarna = 1", "warna: Extra inputs"),
        ("https://www.contoh.id/feed/", "https://lain.id/feed/", "lies outside contoh.id"),
        ("https://www.contoh.id/feed/", "ftp://contoh.id/feed/", "http or https"),
        ("'^/berita/[a-z0-9-]+/$'", "'('", "no regular expression"),
        ('feeds = ["https://www.contoh.id/feed/"]', "", "at least one of feeds"),
        ('"36.73"', '"3673"', "home_region"),
        ('outlet = "contoh.id"', "outlet = ", "no TOML"),
    ],
)
def test_a_wrong_declaration_names_file_field_and_cure(
    tmp_path: Path, old: str, new: str, problem: str
) -> None:
    path = written(tmp_path, GOOD.replace(old, new))
    with pytest.raises(SourceError) as caught:
        read_declaration(path)
    assert problem in str(caught.value)
    assert str(path) in caught.value.problem


def test_one_domain_is_declared_once(tmp_path: Path) -> None:
    written(tmp_path)
    written(tmp_path, GOOD.replace('"contoh"', '"salinan"', 1), "salinan")
    with pytest.raises(SourceError, match=r"both declare contoh\.id"):
        load_declarations(tmp_path)


def test_readers_have_their_time(tmp_path: Path) -> None:
    readers = """
[[readers]]
name = "lama"
valid_until = 2024-06-30
[[readers]]
name = "baru"
valid_from = 2024-07-01
"""
    declaration = read_declaration(written(tmp_path, GOOD + readers))
    assert declaration.reader_on(date(2023, 1, 1)) == "lama"
    assert declaration.reader_on(date(2024, 7, 1)) == "baru"
    assert read_declaration(written(tmp_path)).reader_on(date(2024, 7, 1)) is None


def test_night_hours_are_local(tmp_path: Path) -> None:
    hours = "\n[politeness]\ndelay = 2.0\nfrom_hour = 22:00:00\nto_hour = 05:00:00\n"
    declaration = read_declaration(written(tmp_path, GOOD + hours))
    assert declaration.is_open_at(datetime(2025, 1, 1, 16, tzinfo=UTC))  # 23.00 WIB
    assert not declaration.is_open_at(datetime(2025, 1, 1, 5, tzinfo=UTC))  # 12.00 WIB
    assert read_declaration(written(tmp_path)).is_open_at(datetime(2025, 1, 1, 5, tzinfo=UTC))


BUNDLED = load_declarations()
REGION_CODES = {entry.code for entry in load_regions()}


@pytest.mark.parametrize("declaration", BUNDLED, ids=[declaration.name for declaration in BUNDLED])
def test_a_bundled_outlet_names_only_readers_that_exist(declaration: Declaration) -> None:
    assert {reader.name for reader in declaration.readers} <= set(LAYOUTS)
    assert declaration.expected_per_week is not None
    assert declaration.contact
    assert declaration.home_region in REGION_CODES


def test_the_docs_show_the_declarations_as_they_are() -> None:
    page = Path(__file__).parents[3] / "docs" / "sources.md"
    text = page.read_text("utf-8")
    assert renewed(text) == text, "run: python -m crawler.reference docs/sources.md"


def test_the_example_of_the_walk_through_is_a_right_declaration(tmp_path: Path) -> None:
    page = Path(__file__).parents[3] / "docs" / "add-an-outlet.md"
    example = page.read_text("utf-8").split("```toml\n")[1].split("```")[0]
    assert read_declaration(written(tmp_path, example, "kabarteluk")).is_article_path(
        "/2026/11/14/judul-berita/"
    )
