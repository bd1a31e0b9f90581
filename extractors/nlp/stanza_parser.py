"""Stanza's lemmas, parts of speech and dependencies for given sentences, without a network."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extractors.nlp.weights import SHIPPED, require_files
from models.errors import ModelMissingError

_PROCESSORS = ("tokenize", "mwt", "pos", "lemma", "depparse")
_FILES = tuple(f"{name}.pt" for name in _PROCESSORS)
_RESOURCES = "resources.json"
_NEWLINE = re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_SEPARATOR = "\n\n"


@dataclass(frozen=True, slots=True)
class ParsedWord:
    """One syntactic word. ``head`` is the index of its head in the sentence, -1 for the root."""

    text: str
    start: int
    end: int
    lemma: str
    upos: str
    feats: str
    head: int
    deprel: str


@dataclass(frozen=True, slots=True)
class ParsedSentence:
    """One sentence as given, with its words; offsets are indices into ``text``."""

    text: str
    words: tuple[ParsedWord, ...]

    def word_at(self, offset: int) -> int | None:
        """Index of the word that covers a character, null for spaces."""
        for index, word in enumerate(self.words):
            if word.start <= offset < word.end:
                return index
        return None

    def path_to_root(self, index: int) -> list[int]:
        """Indices from a word up to the root, both included."""
        path = [index]
        while (head := self.words[path[-1]].head) >= 0 and head not in path:
            path.append(head)
        return path


class StanzaParser:
    """A loaded Stanza pipeline. Not for several threads at once."""

    def __init__(self, pipeline: Any, *, version: str) -> None:
        self._pipeline = pipeline
        self.version = version

    def parse(self, sentences: Sequence[str]) -> list[ParsedSentence]:
        """Each given sentence parsed on its own, in the order given.

        A sentence is never split or joined; a blank one has no words.
        """
        kept = [(i, _NEWLINE.sub(" ", s)) for i, s in enumerate(sentences) if s.strip()]
        words: dict[int, tuple[ParsedWord, ...]] = {}
        if kept:
            words = self._parse_kept(kept)
        return [ParsedSentence(s, words.get(i, ())) for i, s in enumerate(sentences)]

    def _parse_kept(self, kept: Sequence[tuple[int, str]]) -> dict[int, tuple[ParsedWord, ...]]:
        document = self._pipeline(_SEPARATOR.join(text for _, text in kept))
        starts = []
        position = 0
        for _, text in kept:
            starts.append(position)
            position += len(text) + len(_SEPARATOR)
        words: dict[int, tuple[ParsedWord, ...]] = {}
        which = 0
        for sentence in document.sentences:
            first = sentence.tokens[0].start_char
            while which + 1 < len(starts) and starts[which + 1] <= first:
                which += 1
            number = kept[which][0]
            words[number] = _joined(words.get(number, ()), _words_of(sentence, starts[which]))
        return words


def _words_of(sentence: Any, origin: int) -> tuple[ParsedWord, ...]:
    words = []
    for token in sentence.tokens:
        for word in token.words:
            start = token.start_char if word.start_char is None else word.start_char
            end = token.end_char if word.end_char is None else word.end_char
            words.append(
                ParsedWord(
                    text=word.text,
                    start=start - origin,
                    end=end - origin,
                    lemma=word.lemma or word.text,
                    upos=word.upos or "X",
                    feats=word.feats or "",
                    head=word.head - 1,
                    deprel=word.deprel or "dep",
                )
            )
    return tuple(words)


def _joined(before: tuple[ParsedWord, ...], after: tuple[ParsedWord, ...]) -> tuple[ParsedWord, ...]:
    """Two parts of one given sentence; the later part's root hangs on the first word's root."""
    if not before:
        return after
    shift = len(before)
    root = next(i for i, word in enumerate(before) if word.head < 0)
    moved = tuple(
        ParsedWord(
            text=w.text,
            start=w.start,
            end=w.end,
            lemma=w.lemma,
            upos=w.upos,
            feats=w.feats,
            head=w.head + shift if w.head >= 0 else root,
            deprel=w.deprel if w.head >= 0 else "parataxis",
        )
        for w in after
    )
    return before + moved


def load_stanza_parser(directory: Path | None = None, *, version: str = "") -> StanzaParser:
    """Load the shipped Stanza models, or the official ones from a user's ``stanza_resources`` folder.

    Args:
        directory: null for the shipped weights; a folder with Stanza's ``resources.json`` and ``id/``
            for models that the user downloaded.
        version: what predictions are signed with.

    Raises:
        ModelMissingError: a model file is missing.
    """
    chosen = directory or SHIPPED / "stanza"
    if (chosen / "id").is_dir():
        return StanzaParser(_official_pipeline(chosen), version=version or "stanza-official")
    require_files(chosen, (*_FILES, _RESOURCES))
    return StanzaParser(_shipped_pipeline(chosen), version=version or "stanza-kawal")


def _shipped_pipeline(directory: Path) -> Any:
    import stanza  # noqa: PLC0415

    from extractors.nlp.decoding import decode_predictions  # noqa: PLC0415

    paths = {f"{name}_model_path": str(directory / f"{name}.pt") for name in _PROCESSORS}
    pipeline = stanza.Pipeline(
        "id",
        dir=str(directory),
        package=None,
        processors=",".join(_PROCESSORS),
        download_method=None,
        use_gpu=False,
        verbose=False,
        allow_unknown_language=True,
        tokenize_no_ssplit=True,
        lemma_store_results=True,
        **paths,
    )
    pipeline.processors["depparse"].trainer.model.decode_graph_predictions = decode_predictions
    return pipeline


def _official_pipeline(directory: Path) -> Any:
    import stanza  # noqa: PLC0415
    from stanza.resources.common import ResourcesFileNotFoundError  # noqa: PLC0415

    try:
        return stanza.Pipeline(
            "id",
            dir=str(directory),
            processors=",".join(_PROCESSORS),
            download_method=None,
            use_gpu=False,
            verbose=False,
            tokenize_no_ssplit=True,
            lemma_store_results=True,
        )
    except (FileNotFoundError, ResourcesFileNotFoundError) as error:
        raise ModelMissingError(
            f"{directory} holds no complete Stanza models for Indonesian.",
            cure="Run stanza.download('id', model_dir=…) there, or leave the setting empty.",
        ) from error
