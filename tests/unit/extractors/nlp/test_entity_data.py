from pathlib import Path

import pytest

from extractors.training.entity_data import LabelledText, occurrences, read_columns, read_inline
from models.errors import BadInputError


def spans(text: LabelledText) -> list[tuple[str, str]]:
    return [(text.text[start:end], label) for start, end, label in text.entities]


def test_columns_become_text_as_printed(tmp_path: Path) -> None:
    path = tmp_path / "news.txt"
    rows = [
        "Kata NOUN O",
        "Sri PROPN B-PER",
        "Ayu PROPN I-PER",
        "( PUNCT O",
        "45 NUM O",
        ") PUNCT O",
        ", PUNCT O",
    ]
    rows += ["warga NOUN O", "Kota PROPN B-LOC", "Serang PROPN I-LOC", ". PUNCT O"]
    path.write_text("\n".join(rows) + "\n\n", encoding="utf-8")

    (sentence,) = read_columns(path, separator=" ")

    assert sentence.text == "Kata Sri Ayu (45), warga Kota Serang."
    assert spans(sentence) == [("Sri Ayu", "PER"), ("Kota Serang", "LOC")]


def test_neighbouring_entities_stay_apart(tmp_path: Path) -> None:
    path = tmp_path / "grit.txt"
    path.write_text("Dinas\tB-ORGANISATION\nSosial\tI-ORGANISATION\nLampung\tB-PLACE\n", encoding="utf-8")

    (sentence,) = read_columns(path, separator="\t")

    assert spans(sentence) == [("Dinas Sosial", "ORG"), ("Lampung", "LOC")]


def test_straight_quotes_hug_their_words(tmp_path: Path) -> None:
    path = tmp_path / "quotes.txt"
    tokens = ['"', "Turun", ",", '"', "kata", "dia", "."]
    path.write_text("\n".join(f"{token}\tO" for token in tokens), encoding="utf-8")

    (sentence,) = read_columns(path, separator="\t")

    assert sentence.text == '"Turun," kata dia.'


def test_unknown_label_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "odd.txt"
    path.write_text("Kota\tB-GPE\n", encoding="utf-8")

    with pytest.raises(BadInputError, match="B-GPE"):
        read_columns(path, separator="\t")


def test_inline_tags_become_spans_and_quantities_are_dropped(tmp_path: Path) -> None:
    path = tmp_path / "inline.txt"
    line = "Kata <PERSON>Budi</PERSON>, <QUANTITY>12</QUANTITY> laporan di <LOCATION>Lebak</LOCATION> masuk."
    path.write_text(line + "\n\n", encoding="utf-8")

    (sentence,) = read_inline(path)

    assert sentence.text == "Kata Budi, 12 laporan di Lebak masuk."
    assert spans(sentence) == [("Budi", "PER"), ("Lebak", "LOC")]


def test_occurrences_prefer_the_longer_name_and_whole_words() -> None:
    text = "Satgas PPA Kota Metro; Satgas PPA lain; Satgasda tidak."

    found = occurrences(text, ["Satgas PPA", "Satgas PPA Kota Metro", "Satgas"])

    assert [text[start:end] for start, end in found] == ["Satgas PPA Kota Metro", "Satgas PPA"]
