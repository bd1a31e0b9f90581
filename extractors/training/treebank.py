"""Universal Dependencies files in, the training files that Stanza's trainers expect out."""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

TRAINING_FILES = ("id_csui-ud-train.conllu", "id_pud-ud-test.conllu", "id_gsd-ud-dev.conllu")
"""PUD has no training part and GSD's is missing, so their other parts train; see docs/models.md."""
TEST_FILES = {"csui": "id_csui-ud-test.conllu", "gsd": "id_gsd-ud-test.conllu"}

_DEVELOPMENT_EVERY = 12
_LONGEST_PARAGRAPH = 6
_XPOS = 4


@dataclass(frozen=True, slots=True)
class TreebankSentence:
    """One sentence of a treebank: its raw text and its word rows of ten columns."""

    text: str
    rows: tuple[tuple[str, ...], ...]


def read_sentences(path: Path) -> list[TreebankSentence]:
    """Sentences of a CoNLL-U file, without the language-specific tags.

    The three treebanks use three tag sets in XPOS; a model of their mixture
    would learn to guess the treebank.
    """
    blocks = path.read_text(encoding="utf-8").split("\n\n")
    return [_parse_block(block) for block in blocks if block.strip()]


def _parse_block(block: str) -> TreebankSentence:
    text = ""
    rows = []
    for line in block.strip("\n").split("\n"):
        if line.startswith("# text = "):
            text = line.removeprefix("# text = ").strip()
        elif not line.startswith("#"):
            columns = line.split("\t")
            columns[_XPOS] = "_"
            rows.append(tuple(columns))
    return TreebankSentence(text, tuple(rows))


def split_development(
    sentences: Sequence[TreebankSentence],
) -> tuple[list[TreebankSentence], list[TreebankSentence]]:
    """Training and development parts: every twelfth sentence chooses the best step."""
    train = [s for i, s in enumerate(sentences) if i % _DEVELOPMENT_EVERY]
    development = [s for i, s in enumerate(sentences) if not i % _DEVELOPMENT_EVERY]
    return train, development


def group_paragraphs(sentences: Sequence[TreebankSentence], *, seed: int) -> list[list[TreebankSentence]]:
    """Neighbouring sentences joined to paragraphs of one to six, so that ends of sentences must be learnt."""
    chooser = random.Random(seed)  # noqa: S311
    paragraphs: list[list[TreebankSentence]] = []
    position = 0
    while position < len(sentences):
        size = chooser.randint(1, _LONGEST_PARAGRAPH)
        paragraphs.append(list(sentences[position : position + size]))
        position += size
    return paragraphs


def write_conllu(path: Path, sentences: Iterable[TreebankSentence]) -> None:
    """Write sentences as CoNLL-U."""
    blocks = []
    for sentence in sentences:
        rows = ["\t".join(row) for row in sentence.rows]
        blocks.append("\n".join([f"# text = {sentence.text}", *rows]))
    path.write_text("\n\n".join(blocks) + "\n\n", encoding="utf-8")


def write_raw_text(path: Path, paragraphs: Iterable[Sequence[TreebankSentence]]) -> None:
    """Write paragraphs as plain text, one blank line between them."""
    path.write_text("\n\n".join(" ".join(s.text for s in p) for p in paragraphs) + "\n\n", encoding="utf-8")
