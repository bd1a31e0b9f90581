"""Named entities and a chance of relevance from the shipped spaCy pipeline ``id``."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from extractors.nlp.weights import SHIPPED, require_files
from models.masking import telling_sentences

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokenizer import Tokenizer


class EntityLabel(StrEnum):
    """What an entity names."""

    PERSON = "PER"
    PLACE = "LOC"
    ORGANISATION = "ORG"
    AGENCY = "AGENCY"
    PROGRAMME = "PROGRAMME"


@dataclass(frozen=True, slots=True)
class Entity:
    """One named entity; offsets are indices into the text that was given."""

    start: int
    end: int
    text: str
    label: EntityLabel


_CLASSIFIER = "textcat"
_RELEVANT = "RELEVANT"
_LONGEST = 12_000
"""Characters of a story that are classified; the rest of a longer one says nothing new."""


class EntityRecognizer:
    """A loaded spaCy pipeline with the trained named-entity component and the classifier of relevance."""

    def __init__(self, nlp: "Language", *, version: str) -> None:
        self.nlp = nlp
        self.version = version

    def find_entities(self, texts: Sequence[str]) -> list[tuple[Entity, ...]]:
        """Entities of each text, in order of position."""
        return [
            tuple(Entity(e.start_char, e.end_char, e.text, EntityLabel(e.label_)) for e in doc.ents)
            for doc in self.nlp.pipe(texts, disable=[_CLASSIFIER])
        ]

    def relevance(self, text: str) -> float:
        """The chance that a story is about the problem, without looking for entities."""
        doc = self.nlp.get_pipe(_CLASSIFIER)(self.nlp.make_doc(text[:_LONGEST]))
        return float(doc.cats[_RELEVANT])


class ShippedEntities:
    """The shipped pipeline, loaded when first asked: most articles leave nothing to ask."""

    def __init__(self) -> None:
        self._loaded: EntityRecognizer | None = None
        self._alone = Lock()

    def relevance(self, text: str) -> float:
        """The chance that a story is about the problem.

        Raises:
            ModelMissingError: the weights are missing.
        """
        return self._recognizer().relevance(text)

    def persons(self, text: str) -> tuple[tuple[int, int], ...]:
        """Where persons are named in the sentences that tell what happened to one person.

        Raises:
            ModelMissingError: the weights are missing.
        """
        sentences = telling_sentences(text)
        if not sentences:
            return ()
        with self._alone:  # Web pages ask from several threads.
            found = self._recognizer().find_entities([text[start:end] for start, end in sentences])
        return tuple(
            (start + entity.start, start + entity.end)
            for (start, _), entities in zip(sentences, found, strict=True)
            for entity in entities
            if entity.label is EntityLabel.PERSON
        )

    def _recognizer(self) -> EntityRecognizer:
        if self._loaded is None:
            self._loaded = load_entity_recognizer()
        return self._loaded


def load_entity_recognizer(directory: Path | None = None) -> EntityRecognizer:
    """Load the shipped spaCy pipeline, or one of the same labels from another folder.

    Raises:
        ModelMissingError: the folder holds no pipeline.
    """
    chosen = directory or SHIPPED / "spacy"
    require_files(chosen, ("meta.json", "config.cfg", "ner"))
    import spacy  # noqa: PLC0415
    from spacy.util import registry  # noqa: PLC0415

    # Sixteen thousand exceptions stand in the folder and in the language's defaults: read once, not twice.
    registry.tokenizers("kawal.BareTokenizer.v1", func=_bare_tokenizer)
    nlp = spacy.load(chosen, config={"nlp": {"tokenizer": {"@tokenizers": "kawal.BareTokenizer.v1"}}})
    return EntityRecognizer(nlp, version=f"{nlp.meta['name']}-{nlp.meta['version']}")


def _bare_tokenizer() -> "Callable[[Language], Tokenizer]":
    """Make tokenizers without a rule, to be filled from a folder."""
    from spacy.tokenizer import Tokenizer  # noqa: PLC0415

    return lambda nlp: Tokenizer(nlp.vocab)
