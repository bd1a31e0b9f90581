from pathlib import Path

import pytest
import spacy

from extractors.nlp.entities import (
    EntityLabel,
    EntityRecognizer,
    ShippedEntities,
    load_entity_recognizer,
)
from extractors.nlp.weights import SHIPPED
from models.errors import ModelMissingError


@pytest.fixture(scope="module")
def recognizer() -> EntityRecognizer:
    return load_entity_recognizer()


def test_people_places_and_agencies_are_told_apart(recognizer: EntityRecognizer) -> None:
    text = "Kepala Dinas Sosial Kota Cilegon, Ahmad Fauzi, mengatakan hal itu di Jakarta, Senin (3/2/2025)."

    (entities,) = recognizer.find_entities([text])

    found = {entity.text: entity.label for entity in entities}
    assert found.get("Ahmad Fauzi") is EntityLabel.PERSON
    assert found.get("Jakarta") is EntityLabel.PLACE
    assert all(text[e.start : e.end] == e.text for e in entities)


def test_one_answer_a_text_in_order(recognizer: EntityRecognizer) -> None:
    answers = recognizer.find_entities(["", "Ia pergi ke Bandung.", " "])

    assert [len(answer) for answer in answers] == [0, 1, 0]


def test_the_folder_is_an_ordinary_spacy_pipeline() -> None:
    nlp = spacy.load(SHIPPED / "spacy")

    assert nlp.lang == "id"
    assert set(nlp.pipe_labels["ner"]) <= {label.value for label in EntityLabel}


def test_an_empty_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelMissingError, match=r"meta\.json"):
        load_entity_recognizer(tmp_path)


def test_relevance_is_told_without_looking_for_entities(recognizer: EntityRecognizer) -> None:
    problem = (
        "Dinas mencatat 40 kasus kekerasan terhadap perempuan dan anak sepanjang tahun, naik dari 31 kasus."
    )
    football = "Tim tuan rumah menang dua gol tanpa balas pada laga terakhir di stadion baru itu."

    assert 0 <= recognizer.relevance(football) < recognizer.relevance(problem) <= 1
    assert 0 <= recognizer.relevance("kata " * 400_000) <= 1


def test_the_shipped_pipeline_is_loaded_when_first_asked() -> None:
    entities = ShippedEntities()

    assert entities.relevance("Angka kekerasan terhadap anak meningkat.") == pytest.approx(
        load_entity_recognizer().relevance("Angka kekerasan terhadap anak meningkat.")
    )
