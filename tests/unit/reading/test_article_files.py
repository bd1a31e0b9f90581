"""Article files, right and wrong ones."""

import json
from datetime import date
from pathlib import Path

import pytest

from extractors.reading.files import article_files, read_article_file
from models.errors import BadInputError
from tests.unit.reading.sample_pages import PARAGRAPHS, TITLE, article_page, document

RECORD: dict[str, object] = {
    "id": "satu",
    "url": "https://www.contoh.id/2025/01/15/berita",
    "outlet": None,
    "published": "2025-01-15",
    "text": PARAGRAPHS[0],
    "figures": [],
}


def saved(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_article_json_is_read_with_its_fields(tmp_path: Path) -> None:
    (article,) = read_article_file(saved(tmp_path, "a.json", json.dumps(RECORD)))
    assert (article.id, article.outlet, article.published) == ("satu", "contoh.id", date(2025, 1, 15))
    assert article.text == PARAGRAPHS[0]
    assert article.title is None


def test_a_list_of_articles_in_one_file(tmp_path: Path) -> None:
    records = [{"text": "satu"}, {"text": "dua", "id": "b"}]
    articles = read_article_file(saved(tmp_path, "banyak.json", json.dumps(records)))
    assert [(article.id, article.text) for article in articles] == [("banyak-1", "satu"), ("b", "dua")]


def test_plain_text_keeps_its_offsets_and_takes_its_dateline(tmp_path: Path) -> None:
    text = "\n".join(PARAGRAPHS)
    (article,) = read_article_file(saved(tmp_path, "berita.txt", b"\xef\xbb\xbf" + text.encode()))
    assert (article.id, article.text, article.published) == ("berita", text, date(2025, 1, 15))


def test_saved_html_is_read_like_a_page(tmp_path: Path) -> None:
    head = '<link rel="canonical" href="https://www.contoh.id/berita/1">'
    (article,) = read_article_file(saved(tmp_path, "halaman.html", article_page(head=head)))
    assert (article.title, article.url, article.outlet) == (
        TITLE,
        "https://www.contoh.id/berita/1",
        "contoh.id",
    )
    assert article.text.splitlines() == list(PARAGRAPHS)


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("a.json", "{", "not JSON"),
        ("a.json", "[" * 100_000, "not JSON"),
        ("a.json", "[1]", "no article object"),
        ("a.json", '{"id": "x"}', "no text"),
        ("a.json", '{"text": "  "}', "no text"),
        ("a.json", '{"text": 7}', "'text' is no text"),
        ("a.json", '{"text": "x", "published": "kemarin"}', "'published' is no date"),
        ("a.json", b'{"text": "\xe9"}', "not UTF-8"),
        ("a.txt", b"\xff\xfe\xff", "not UTF-8"),
        ("a.txt", " \n ", "is empty"),
        ("a.txt", b"x" * (10 * 1024 * 1024 + 1), "too large"),
        ("a.html", document("<p>Mohon tunggu</p>", title="Just a moment..."), "bot_wall"),
    ],
)
def test_a_wrong_file_is_one_clear_sentence(
    tmp_path: Path, name: str, content: str | bytes, problem: str
) -> None:
    path = saved(tmp_path, name, content)
    with pytest.raises(BadInputError, match=problem) as caught:
        read_article_file(path)
    assert str(path) in caught.value.problem
    assert caught.value.cure


def test_folders_are_searched_through_in_a_stable_order(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    first = saved(tmp_path, "a.json", "{}")
    second = saved(tmp_path / "b", "c.txt", "x")
    saved(tmp_path, "catatan.md", "x")
    assert article_files([tmp_path, first]) == [first, second]


@pytest.mark.parametrize("name", ["tidak-ada.json", "catatan.md", "kosong"])
def test_a_wrong_path_is_one_clear_sentence(tmp_path: Path, name: str) -> None:
    saved(tmp_path, "catatan.md", "x")
    (tmp_path / "kosong").mkdir()
    with pytest.raises(BadInputError, match=name.replace(".", r"\.")):
        article_files([tmp_path / name])
