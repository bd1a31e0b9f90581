"""Named entities from the shipped spaCy pipeline ``id``."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from extractors.nlp.weights import SHIPPED, require_files

if TYPE_CHECKING:
    from spacy.language import Language


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


class EntityRecognizer:
    """A loaded spaCy pipeline with the trained named-entity component."""

    def __init__(self, nlp: "Language", *, version: str) -> None:
        self.nlp = nlp
        self.version = version

    def find_entities(self, texts: Sequence[str]) -> list[tuple[Entity, ...]]:
        """Entities of each text, in order of position."""
        return [
            tuple(Entity(e.start_char, e.end_char, e.text, EntityLabel(e.label_)) for e in doc.ents)
            for doc in self.nlp.pipe(texts)
        ]


def load_entity_recognizer(directory: Path | None = None) -> EntityRecognizer:
    """Load the shipped spaCy pipeline, or one of the same labels from another folder.

    Raises:
        ModelMissingError: the folder holds no pipeline.
    """
    chosen = directory or SHIPPED / "spacy"
    require_files(chosen, ("meta.json", "config.cfg", "ner"))
    import spacy  # noqa: PLC0415

    nlp = spacy.load(chosen)
    return EntityRecognizer(nlp, version=f"{nlp.meta['name']}-{nlp.meta['version']}")
