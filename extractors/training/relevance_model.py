"""The classifier of relevance in spaCy's pipeline, trained on coded articles and contrast texts."""

import csv
import json
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from extractors.training.component import Paths, Trainable, combined_hash
from extractors.training.spacy_training import blank_pipeline, run_spacy, write_docs

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

RELEVANCE = "relevance"
CLASSIFIER = "textcat"
"""The component's name in the pipeline, and of its folder."""
RELEVANT, OTHER = "RELEVANT", "OTHER"
CONFIG = Path(__file__).with_name("spacy_relevance.cfg")
FOLDS = 5


@dataclass(frozen=True, slots=True)
class LabelledStory:
    """A text and whether it is about the problem; ``part`` tells where it comes from."""

    text: str
    relevant: bool
    part: str


def relevance_component() -> Trainable:
    """The classifier of relevance as a trainable component."""
    return Trainable(
        name=RELEVANCE,
        engine="spacy",
        target=f"spacy/{CLASSIFIER}",
        sources=(),
        settings={
            "config": CONFIG.read_text(encoding="utf-8"),
            "folds": FOLDS,
            "contrast": combined_hash([_contrast()]),
        },
        build=_build,
        uses_gold=True,
    )


def read_stories(paths: Paths) -> list[LabelledStory]:
    """The coded articles, then the contrast texts."""
    stories = []
    for name, folder in (("open", paths.gold), ("written", paths.written)):
        for path in sorted(folder.glob("*.json")):
            article = json.loads(path.read_text(encoding="utf-8"))
            stories.append(LabelledStory(article["text"], bool(article["relevant"]), name))
    rows = csv.DictReader(_contrast().splitlines())
    return stories + [LabelledStory(row["text"], row["relevant"] == "1", "contrast") for row in rows]


def _contrast() -> str:
    return (resources.files("extractors.relevance") / "contrast.csv").read_text(encoding="utf-8")


def _build(paths: Paths) -> dict[str, float]:
    stories = read_stories(paths)
    folder = paths.scratch(RELEVANCE)
    held_out: list[tuple[LabelledStory, float]] = []
    for fold in range(FOLDS):
        mine, others = stories[fold::FOLDS], [s for i, s in enumerate(stories) if i % FOLDS != fold]
        nlp = _train(folder / f"fold{fold}", others)
        docs = nlp.pipe([story.text for story in mine])
        held_out += [(story, doc.cats[RELEVANT]) for story, doc in zip(mine, docs, strict=True)]
    _train(folder / "final", stories)
    finished = paths.out(RELEVANCE)
    shutil.copytree(folder / "final" / "model-best" / CLASSIFIER, finished, dirs_exist_ok=True)
    return _scores(held_out)


def _train(folder: Path, stories: Sequence[LabelledStory]) -> "Language":
    folder.mkdir(parents=True, exist_ok=True)
    nlp = blank_pipeline()
    docs = [_labelled(nlp, story) for story in stories]
    write_docs(folder / "train.spacy", docs)
    write_docs(folder / "dev.spacy", docs)
    return run_spacy(CONFIG, folder)


def _labelled(nlp: "Language", story: LabelledStory) -> "Doc":
    doc = nlp.make_doc(story.text)
    doc.cats = {RELEVANT: float(story.relevant), OTHER: float(not story.relevant)}
    return doc


def _scores(held_out: Sequence[tuple[LabelledStory, float]]) -> dict[str, float]:
    """F1 of the relevant class in per cent, by models that have not seen the text."""
    scores = {}
    for part in ("open", "written", "contrast"):
        own = [(story.relevant, chance >= 0.5) for story, chance in held_out if story.part == part]
        hit = sum(right and said for right, said in own)
        wrong = sum(right != said for right, said in own)
        scores[f"f1_{part}"] = round(200 * hit / max(1, 2 * hit + wrong), 2)
        scores[f"right_{part}"] = round(100 * (1 - wrong / max(1, len(own))), 2)
    return scores
