"""What articles' addresses have in common."""

import re

import pytest

from crawler.proposal import article_patterns


@pytest.mark.parametrize(
    ("addresses", "pattern"),
    [
        (
            ["https://k.id/2025/01/02/kabar-dari-kota-a/", "https://k.id/2024/12/31/kabar-dari-kota-b/"],
            r"^/\d{4}/\d{2}/\d{2}/",
        ),
        (["https://k.id/berita/kabar-dari-kota-a", "https://k.id/berita/kabar-dari-kota-b"], "^/berita/"),
        (["https://k.id/read/12345/kabar-kota-a", "https://k.id/read/67890/kabar-kota-b"], r"^/read/\d+/"),
        (
            ["https://k.id/daerah/kabar-dari-kota-a", "https://k.id/hukum/kabar-dari-kota-b"],
            "^/(?:daerah|hukum)/",
        ),
        ([f"https://k.id/kota-{n}/kabar-dari-kota-a" for n in "abcdefghi"], r"^/[\w-]+/"),
        (["https://k.id/kabar-dari-kota-a/", "https://k.id/kabar-dari-kota-b/"], "^/["),
    ],
)
def test_a_pattern_generalises_the_addresses_it_comes_from(addresses: list[str], pattern: str) -> None:
    (found,) = article_patterns(addresses)
    assert found.startswith(pattern)
    paths = [re.sub(r"^https://k\.id", "", address) for address in addresses]
    assert all(re.search(found, path) for path in paths)
    assert not re.search(found, "/tag/anak")


def test_pages_that_are_no_articles_give_no_pattern() -> None:
    assert article_patterns(["https://k.id/tentang", "https://k.id/kontak/", "https://k.id/"]) == ()
