"""The topic model speaks only where the rules know nobody in particular."""

from pathlib import Path

import numpy as np
import pytest

from extractors.document import read_document
from extractors.figures.choice import LinearScorer
from extractors.figures.finding import read_figures
from extractors.pipeline import read_material
from extractors.ranking.topics import TopicModel, TopicRanker, load_topics, save_topics
from extractors.toolkit import load_bare_toolkit
from models.errors import ModelMissingError
from models.records import ArticleText
from models.vocabulary import Population

CLASSES = (Population.ALL, Population.WOMEN)
MODEL = TopicModel(CLASSES, {"always": 0, "text puan": 1}, np.array([[0.5, 0], [0, 9]], dtype=np.float32))


def populations(text: str) -> list[Population]:
    document = read_document(ArticleText(id="a", text=text))
    material = read_material(document, load_bare_toolkit())
    readings = read_figures(material, LinearScorer())
    TopicRanker(MODEL).revise(material, readings)
    return [reading.population for reading in readings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rumah Puan di Kota Jambi mencatat 34 laporan kekerasan sepanjang 2024.", Population.WOMEN),
        ("Rumah Damai di Kota Jambi mencatat 34 laporan kekerasan sepanjang 2024.", Population.ALL),
        ("Rumah Puan di Kota Jambi mencatat 34 kasus kekerasan anak sepanjang 2024.", Population.CHILDREN),
    ],
)
def test_it_answers_where_no_word_does(text: str, expected: Population) -> None:
    assert populations(text) == [expected]


def test_a_saved_model_answers_the_same(tmp_path: Path) -> None:
    save_topics(MODEL, tmp_path / "model.json")
    features = {"always": 1.0, "text puan": 0.3, "own never seen": 1.0}
    assert load_topics(tmp_path / "model.json").chances(features) == pytest.approx(MODEL.chances(features))


def test_a_missing_model_is_said(tmp_path: Path) -> None:
    with pytest.raises(ModelMissingError, match="is missing"):
        load_topics(tmp_path / "none.json")
