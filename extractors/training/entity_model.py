"""The spaCy pipeline ``id``: persons, places, organisations, agencies and programmes.

The published sets call an office an organisation and know no programmes; the gold
articles name both but no persons or places. So a first model labels persons,
places and organisations in the gold articles, agencies and programmes from the
coding are laid over them, and the final model learns from both. The classifier of
relevance, trained apart (relevance_model.py), is the pipeline's last component.
"""

import inspect
import json
import re
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from extractors.training.component import SEED, Paths, Source, Trainable
from extractors.training.entity_data import (
    AGENCY,
    ORGANISATION,
    PROGRAMME,
    LabelledText,
    by_given_name,
    occurrences,
    read_columns,
    read_inline,
)
from extractors.training.relevance_model import CLASSIFIER, RELEVANCE
from extractors.training.spacy_training import blank_pipeline, run_spacy, write_docs

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span

IDNER = Source(
    name="idner-news-2k",
    licence="MIT",
    url="https://github.com/khairunnisaor/idner-news-2k",
    files=tuple(f"ner/idner-news-2k/{part}.txt" for part in ("train", "dev")),
)
NERGRIT = Source(
    name="NER-Grit (IndoNLU)",
    licence="Apache-2.0",
    url="https://github.com/IndoNLP/indonlu",
    files=tuple(f"ner/indonlu_nergrit_ner-grit/{part}.txt" for part in ("train", "valid")),
)
YUSUFS = Source(
    name="yusufsyaifudin/indonesia-ner",
    licence="MIT",
    url="https://github.com/yusufsyaifudin/indonesia-ner",
    files=("ner/yusufs_indonesia-ner/data_train.txt",),
)
CONFIG = Path(__file__).with_name("spacy_entities.cfg")
FOLDS = 5
SHORT_STEPS = 1000
"""Of the teacher and of the model that is only scored; the shipped one trains as long as the config says."""
GOLD_WEIGHT = 2
"""How often each gold article is shown for one showing of a published sentence."""

_AGENCY_NAME = re.compile(
    r"^(?:Unit |UPTD? |UPTD PPA|Satreskrim |Sat ?Reskrim |Subdit |Direktorat |Dit)?"
    r"(?:Dinas|Badan|Kementerian|Kantor|Kepolisian|Polda|Polres\w*|Polsek\w*|Polri|Mabes|Bareskrim|Pengadilan|Kejaksaan|"
    r"Kejari|Kejati|Pemkot|Pemkab|Pemprov|Komnas|Komisi|KPAI|KPAD|KPK|LPSK|LPA|DP3A\w*|DPPPA\w*|DPPKBP3A\w*|P2TP2A|BPS|"
    r"Kemen\w+|Mahkamah|Ombudsman|UPTD|UPT|BNPB|BPBD|BNN\w*)\b"
)


def entity_component() -> Trainable:
    """The named-entity pipeline as a trainable component."""
    settings = {
        "config": CONFIG.read_text(encoding="utf-8"),
        "agencies": _AGENCY_NAME.pattern,
        "folds": FOLDS,
        "short_steps": SHORT_STEPS,
        "given_names": inspect.getsource(by_given_name),
    }
    return Trainable(
        name="entities",
        engine="spacy",
        target="spacy",
        sources=(IDNER, NERGRIT, YUSUFS),
        settings=settings,
        build=_build,
        needs=(RELEVANCE,),
        uses_gold=True,
    )


def _build(paths: Paths) -> dict[str, float]:
    nlp = blank_pipeline()
    folder = paths.scratch("entities")
    train, development, tests = read_published(paths.data / "ner")
    teacher = train_pipeline(nlp, folder / "teacher", train, development, max_steps=SHORT_STEPS)
    coded = [article for part in (paths.gold, paths.written) for article in read_gold(part)]
    articles = [_label_article(teacher, article) for article in coded]
    named = [_name_agencies(text) for text in (*train, *by_given_name(train, seed=SEED))]
    named_development = [_name_agencies(text) for text in development]

    def learn(name: str, chosen: Sequence[Sequence[LabelledText]], steps: int | None = None) -> "Language":
        silver = [paragraph for article in chosen for paragraph in article]
        learnt = named + GOLD_WEIGHT * silver
        return train_pipeline(nlp, folder / name, learnt, named_development, max_steps=steps)

    held_out = articles[::FOLDS]
    others = [article for i, article in enumerate(articles) if i % FOLDS]
    unseen = learn("held_out", others, SHORT_STEPS)
    domain = {
        f"ents_f_gold_{label.lower()}": score_entities(unseen, [p for a in held_out for p in a], only=label)
        for label in (AGENCY, PROGRAMME)
    }
    final = learn("final", articles)
    _assemble(final, paths)
    return {f"ents_f_{name}": score_entities(final, texts) for name, texts in tests.items()} | domain


def _assemble(entities: "Language", paths: Paths) -> None:
    """Write the pipeline ``id`` without the files that the classifier's own component brings."""
    import spacy  # noqa: PLC0415

    classifier = spacy.load(paths.scratch(RELEVANCE) / "final" / "model-best")
    entities.add_pipe(CLASSIFIER, source=classifier)
    entities.meta |= {"name": "kawal", "version": "1.0.0", "license": "Apache-2.0"}
    entities.to_disk(paths.out("entities"))
    shutil.rmtree(paths.out("entities") / CLASSIFIER)


def read_published(
    folder: Path,
) -> tuple[list[LabelledText], list[LabelledText], dict[str, list[LabelledText]]]:
    """Training, development and test parts of the published sets."""
    news, grit, inline = (
        folder / "idner-news-2k",
        folder / "indonlu_nergrit_ner-grit",
        folder / "yusufs_indonesia-ner",
    )
    train = read_columns(news / "train.txt", separator=" ")
    train += read_columns(grit / "train.txt", separator="\t")
    train += read_inline(inline / "data_train.txt")
    development = read_columns(news / "dev.txt", separator=" ") + read_columns(
        grit / "valid.txt", separator="\t"
    )
    tests = {
        "idner": read_columns(news / "test.txt", separator=" "),
        "nergrit": read_columns(grit / "test.txt", separator="\t"),
        "yusufs": read_inline(inline / "data_test.txt"),
    }
    return train, development, tests


def read_gold(folder: Path) -> list[list[LabelledText]]:
    """Paragraphs of every gold article with its agencies and programmes as entities."""
    articles = []
    for path in sorted(folder.glob("*.json")):
        article = json.loads(path.read_text(encoding="utf-8"))
        agencies = {figure["source"] for figure in article["figures"] if figure["source"]}
        programmes = {name for p in article["programmes"] for name in (p["name"], *p["aliases"])}
        lines = [line for line in article["text"].split("\n") if line.strip()]
        articles.append([_label_paragraph(line, agencies, programmes) for line in lines])
    return articles


def _label_paragraph(text: str, agencies: Iterable[str], programmes: Iterable[str]) -> LabelledText:
    found = [(start, end, PROGRAMME) for start, end in occurrences(text, programmes)]
    for start, end in occurrences(text, agencies):
        if not any(start < right and left < end for left, right, _ in found):
            found.append((start, end, AGENCY))
    return LabelledText(text, tuple(sorted(found)))


def _label_article(teacher: "Language", articles: Sequence[LabelledText]) -> list[LabelledText]:
    """The teacher's persons, places and organisations under the coded agencies and programmes."""
    labelled = []
    for coded, doc in zip(articles, teacher.pipe([a.text for a in articles]), strict=True):
        entities = list(coded.entities)
        for entity in doc.ents:
            start, end = entity.start_char, entity.end_char
            if not any(start < right and left < end for left, right, _ in coded.entities):
                entities.append((start, end, entity.label_))
        labelled.append(_name_agencies(LabelledText(coded.text, tuple(sorted(entities)))))
    return labelled


def _name_agencies(text: LabelledText) -> LabelledText:
    """Organisations with the name of an office become agencies."""
    entities = tuple(
        (start, end, AGENCY if label == ORGANISATION and _AGENCY_NAME.match(text.text[start:end]) else label)
        for start, end, label in text.entities
    )
    return LabelledText(text.text, entities)


def train_pipeline(
    nlp: "Language",
    folder: Path,
    train: Sequence[LabelledText],
    development: Sequence[LabelledText],
    *,
    max_steps: int | None = None,
) -> "Language":
    """The best model that ``spacy train`` leaves in a folder, loaded."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, texts in (("train", train), ("dev", development)):
        write_docs(folder / f"{name}.spacy", [to_doc(nlp, text) for text in texts])
    steps = {} if max_steps is None else {"training.max_steps": max_steps}
    return run_spacy(CONFIG, folder, **steps)


def to_doc(nlp: "Language", text: LabelledText) -> "Doc":
    """A document with the entities on spaCy's own tokens; a part of a token stands for the whole."""
    doc = nlp.make_doc(text.text)
    spans: list[Span] = []
    for start, end, label in text.entities:
        span = doc.char_span(start, end, label=label, alignment_mode="expand")
        if span is not None and (not spans or spans[-1].end <= span.start):
            spans.append(span)
    doc.ents = spans
    return doc


def score_entities(nlp: "Language", texts: Sequence[LabelledText], *, only: str | None = None) -> float:
    """Exact-span F1 in per cent; agencies count as organisations unless one label is asked for."""
    right = found = wanted = 0
    for text, doc in zip(texts, nlp.pipe([t.text for t in texts]), strict=True):
        gold = _spans(((e.start_char, e.end_char, e.label_) for e in to_doc(nlp, text).ents), only)
        mine = _spans(((e.start_char, e.end_char, e.label_) for e in doc.ents), only)
        right += len(gold & mine)
        found += len(mine)
        wanted += len(gold)
    return round(200 * right / (found + wanted), 2) if found + wanted else 0.0


def _spans(entities: Iterable[tuple[int, int, str]], only: str | None) -> set[tuple[int, int, str]]:
    if only:
        return {entity for entity in entities if entity[2] == only}
    return {
        (s, e, ORGANISATION if label == AGENCY else label) for s, e, label in entities if label != PROGRAMME
    }
