from dataclasses import dataclass, field
from pathlib import Path

import pytest

from extractors.nlp.stanza_parser import ParsedSentence, ParsedWord, StanzaParser, load_stanza_parser
from models.errors import ModelMissingError


@dataclass
class Word:
    text: str
    start_char: int
    end_char: int
    head: int
    deprel: str = "dep"
    lemma: str | None = None
    upos: str | None = "NOUN"
    feats: str | None = None


@dataclass
class Token:
    words: list[Word]

    @property
    def start_char(self) -> int:
        return self.words[0].start_char

    @property
    def end_char(self) -> int:
        return self.words[-1].end_char


@dataclass
class Part:
    tokens: list[Token]


@dataclass
class Parsed:
    sentences: list[Part]


@dataclass
class SplittingPipeline:
    """Stands in for Stanza: words at spaces, a chain of heads, a split after every full stop."""

    seen: list[str] = field(default_factory=list)

    def __call__(self, text: str) -> Parsed:
        self.seen.append(text)
        parts: list[Part] = []
        tokens: list[Token] = []
        position = 0
        for block in text.split("\n\n"):
            for word in block.split(" "):
                if word:
                    tokens.append(Token([Word(word, position, position + len(word), len(tokens))]))
                if word.endswith(".") and tokens:
                    parts.append(Part(tokens))
                    tokens = []
                position += len(word) + 1
            if tokens:
                parts.append(Part(tokens))
                tokens = []
            position += 1
        return Parsed(parts)


def word(head: int, start: int = 0, end: int = 1) -> ParsedWord:
    return ParsedWord("x", start, end, "x", "NOUN", "", head, "dep")


def test_given_sentences_come_back_one_to_one_with_their_own_offsets() -> None:
    parser = StanzaParser(SplittingPipeline(), version="0")
    given = ["ada dua kasus", "", "  tiga laporan", "Naik. Lalu turun"]

    parsed = parser.parse(given)

    assert [sentence.text for sentence in parsed] == given
    for sentence in parsed:
        assert all(sentence.text[w.start : w.end] == w.text for w in sentence.words)
    assert [[w.text for w in sentence.words] for sentence in parsed] == [
        ["ada", "dua", "kasus"],
        [],
        ["tiga", "laporan"],
        ["Naik.", "Lalu", "turun"],
    ]


def test_a_sentence_that_the_tokenizer_split_keeps_one_root() -> None:
    (sentence,) = StanzaParser(SplittingPipeline(), version="0").parse(["Naik tajam. Lalu turun. Habis"])

    roots = [w for w in sentence.words if w.head < 0]

    assert [w.text for w in roots] == ["Naik"]
    assert all(sentence.path_to_root(i)[-1] == 0 for i in range(len(sentence.words)))


def test_line_breaks_inside_a_sentence_do_not_shift_offsets() -> None:
    pipeline = SplittingPipeline()

    (sentence,) = StanzaParser(pipeline, version="0").parse(["dua\n\nkasus"])

    assert "\n" not in pipeline.seen[0]
    assert [(w.start, w.end) for w in sentence.words] == [(0, 3), (5, 10)]


def test_nothing_to_parse_does_not_call_the_pipeline() -> None:
    pipeline = SplittingPipeline()

    assert StanzaParser(pipeline, version="0").parse([" ", ""])[0].words == ()
    assert pipeline.seen == []


def test_word_at_finds_the_covering_word_and_path_stops_on_loops() -> None:
    sentence = ParsedSentence("ab c", (word(1, 0, 2), word(0, 3, 4)))

    assert [sentence.word_at(offset) for offset in range(4)] == [0, 0, None, 1]
    assert sentence.path_to_root(0) == [0, 1]


def test_missing_models_are_named_with_the_cure(tmp_path: Path) -> None:
    (tmp_path / "pos.pt").write_bytes(b"")

    with pytest.raises(ModelMissingError, match=r"tokenize\.pt.*make train"):
        load_stanza_parser(tmp_path)
