import pytest

from demo.markup import BlockKind, parse_article, plain, rendered
from models.errors import BadInputError

SOURCE = """+++
title = "Judul"
+++
**Serang** – Paragraf
di dua baris.

## Antara

- satu
- dua

| a | b |
| 1 | 2 |

:: baca-juga | Kasus Naik 700 | /berita/x/
"""


def test_blocks_come_out_in_order_and_kind() -> None:
    matter, blocks = parse_article(SOURCE, name="x.md")
    assert matter == {"title": "Judul"}
    assert [block.kind for block in blocks] == [
        BlockKind.PARAGRAPH,
        BlockKind.HEADING,
        BlockKind.LIST,
        BlockKind.TABLE,
        BlockKind.READ_ALSO,
    ]
    assert blocks[0].text == "Serang – Paragraf di dua baris."
    assert blocks[2].lines == ("satu", "dua")
    assert blocks[3].rows == [["a", "b"], ["1", "2"]]
    assert (blocks[4].text, blocks[4].path) == ("Kasus Naik 700", "/berita/x/")


@pytest.mark.parametrize("source", ["tanpa pembuka", "+++\ntitle = 'x'\n"])
def test_a_file_without_front_matter_is_refused(source: str) -> None:
    with pytest.raises(BadInputError, match="front matter"):
        parse_article(source, name="x.md")


def test_an_unknown_block_is_refused() -> None:
    with pytest.raises(BadInputError, match="nobody knows"):
        parse_article("+++\n+++\n:: video | x\n".replace("+++\n+++", "+++\n\n+++"), name="x.md")


def test_links_are_completed_and_text_is_escaped() -> None:
    line = "A & B **tebal** [tautan](/berita/x/)"
    html = rendered(line, base="http://127.0.0.1:1")
    assert html == 'A &amp; B <strong>tebal</strong> <a href="http://127.0.0.1:1/berita/x/">tautan</a>'
    assert plain(line) == "A & B tebal tautan"
