"""Stanza's own trainers, with dimensions small enough for a laptop's processor."""

import io
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from extractors.training.component import SEED, Paths, Source, Trainable
from extractors.training.treebank import (
    TEST_FILES,
    TRAINING_FILES,
    group_paragraphs,
    read_sentences,
    split_development,
    write_conllu,
    write_raw_text,
)

SHORTHAND = "id_kawal"
TREEBANKS = (
    Source(
        name="UD Indonesian-CSUI 2.17 (train)",
        licence="CC BY-SA 4.0",
        url="https://github.com/UniversalDependencies/UD_Indonesian-CSUI",
        files=(f"treebanks/{TRAINING_FILES[0]}",),
    ),
    Source(
        name="UD Indonesian-PUD 2.17",
        licence="CC BY-SA 3.0",
        url="https://github.com/UniversalDependencies/UD_Indonesian-PUD",
        files=(f"treebanks/{TRAINING_FILES[1]}",),
    ),
    Source(
        name="UD Indonesian-GSD 2.17 (dev)",
        licence="CC BY-SA 4.0",
        url="https://github.com/UniversalDependencies/UD_Indonesian-GSD",
        files=(f"treebanks/{TRAINING_FILES[2]}",),
    ),
)

_TOKENIZE = {"steps": 5000, "max_steps_before_stop": 1500, "emb_dim": 32, "hidden_dim": 48}
_MWT = {"num_epoch": 15, "hidden_dim": 64, "emb_dim": 32}
_LEMMA = {"num_epoch": 6, "hidden_dim": 96, "emb_dim": 32, "pos_dim": 32, "batch_size": 100}
_POS = {
    "hidden_dim": 100,
    "char_hidden_dim": 64,
    "char_emb_dim": 32,
    "deep_biaff_hidden_dim": 100,
    "composite_deep_biaff_hidden_dim": 32,
    "word_emb_dim": 64,
    "word_cutoff": 2,
    "tag_emb_dim": 24,
    "transformed_dim": 64,
    "num_layers": 1,
    "batch_size": 32,
    "max_steps": 1500,
    "max_steps_before_stop": 500,
}
_DEPPARSE = {
    "hidden_dim": 128,
    "char_hidden_dim": 64,
    "char_emb_dim": 32,
    "deep_biaff_hidden_dim": 96,
    "deep_biaff_output_dim": 64,
    "word_emb_dim": 64,
    "word_cutoff": 2,
    "tag_emb_dim": 24,
    "transformed_dim": 64,
    "num_layers": 2,
    "batch_size": 1000,
    "max_steps": 1000,
    "max_steps_before_stop": 400,
    "second_optim_start_step": 900,
    "optim": "adam",
    "lr": 0.003,
    "second_lr": 0.0005,
    "beta2": 0.95,
}
_JACKKNIFE_STEPS = 700
_TOKEN_METRICS = ("Tokens", "Sentences", "Words")
_ALL_METRICS = (*_TOKEN_METRICS, "UPOS", "UFeats", "Lemmas", "UAS", "LAS")


def stanza_components() -> tuple[Trainable, ...]:
    """The five Stanza processors, in the order in which they build on each other."""
    return (
        _component("tokenize", _TOKENIZE, _train_tokenizer, steps=_TOKENIZE["steps"]),
        _component("mwt", _MWT, _train_mwt),
        _component("pos", _POS, _train_tagger, steps=int(_POS["max_steps"])),
        _component("lemma", _LEMMA, _train_lemmatizer),
        _component(
            "depparse",
            _DEPPARSE | {"jackknife_steps": _JACKKNIFE_STEPS},
            _train_parser,
            steps=int(str(_DEPPARSE["max_steps"])),
            needs=("tokenize", "mwt", "pos", "lemma"),
        ),
    )


def _component(
    name: str, settings: Mapping[str, Any], build: Any, *, steps: int = 0, needs: tuple[str, ...] = ()
) -> Trainable:
    return Trainable(
        name=name,
        engine="stanza",
        target="stanza",
        sources=TREEBANKS,
        settings=settings,
        build=partial(build, settings=settings),
        steps=steps,
        needs=needs,
    )


def _options(settings: Mapping[str, Any]) -> list[str]:
    return [piece for name, value in settings.items() for piece in (f"--{name}", str(value))]


def _common(paths: Paths, name: str) -> list[str]:
    folder = str(paths.out(name))
    saved = ["--save_dir", folder, "--save_name", f"{name}.pt"]
    return ["--shorthand", SHORTHAND, *saved, "--seed", str(SEED), "--cpu"]


def prepare_treebank(paths: Paths, folder: Path) -> None:
    """Write train, dev and the two test parts as CoNLL-U and as raw text into a folder."""
    treebanks = paths.data / "treebanks"
    train, development = [], []
    for name in TRAINING_FILES:
        first, second = split_development(read_sentences(treebanks / name))
        train += first
        development += second
    parts = {"train": train, "dev": development}
    parts |= {key: read_sentences(treebanks / name) for key, name in TEST_FILES.items()}
    for key, sentences in parts.items():
        write_conllu(folder / f"{key}.conllu", sentences)
        write_raw_text(folder / f"{key}.txt", group_paragraphs(sentences, seed=SEED))


def _train_tokenizer(paths: Paths, *, settings: Mapping[str, Any]) -> dict[str, float]:
    from stanza.models import tokenizer  # noqa: PLC0415
    from stanza.utils.datasets import prepare_tokenizer_data  # noqa: PLC0415

    folder = paths.scratch("tokenize")
    prepare_treebank(paths, folder)
    for part in ("train", "dev"):
        raw, trees = str(folder / f"{part}.txt"), str(folder / f"{part}.conllu")
        labels, words = str(folder / f"{part}.toklabels"), str(folder / f"{part}.mwt.json")
        prepare_tokenizer_data.main([raw, trees, "-o", labels, "-m", words])
    files = {
        "txt_file": folder / "train.txt",
        "label_file": folder / "train.toklabels",
        "mwt_json_file": folder / "train.mwt.json",
        "dev_txt_file": folder / "dev.txt",
        "dev_label_file": folder / "dev.toklabels",
        "dev_conll_gold": folder / "dev.conllu",
        "conll_file": folder / "predicted.conllu",
    }
    tokenizer.main(["--lang", "id", *_common(paths, "tokenize"), *_options(files), *_options(settings)])
    pipeline = _pipeline(paths, ("tokenize",))
    return _score_raw(pipeline, folder, ("Tokens", "Sentences"))


def _train_mwt(paths: Paths, *, settings: Mapping[str, Any]) -> dict[str, float]:
    from stanza.models import mwt_expander  # noqa: PLC0415

    folder = paths.scratch("mwt")
    prepare_treebank(paths, folder)
    trees = {"train_file": folder / "train.conllu", "eval_file": folder / "dev.conllu"}
    trees["gold_file"] = folder / "dev.conllu"
    mwt_expander.main(["--lang", "id", *_common(paths, "mwt"), *_options(trees), *_options(settings)])
    return {}


def _train_tagger(paths: Paths, *, settings: Mapping[str, Any]) -> dict[str, float]:
    folder = paths.scratch("pos")
    prepare_treebank(paths, folder)
    _run_tagger(_tree_files(folder), _common(paths, "pos"), settings)
    return _score_gold_tokens(_pipeline(paths, ("pos",), pretokenized=True), folder, ("UPOS", "UFeats"))


def _run_tagger(files: Sequence[str], common: Sequence[str], settings: Mapping[str, Any]) -> None:
    from stanza.models import tagger  # noqa: PLC0415

    tagger.main(["--lang", "id", "--no_pretrain", *common, *files, *_options(settings)])


def _train_lemmatizer(paths: Paths, *, settings: Mapping[str, Any]) -> dict[str, float]:
    from stanza.models import lemmatizer  # noqa: PLC0415

    folder = paths.scratch("lemma")
    prepare_treebank(paths, folder)
    lemmatizer.main([*_common(paths, "lemma"), *_tree_files(folder), *_options(settings)])
    pipeline = _pipeline(paths, ("lemma",), pretokenized=True, lemma_pretagged=True)
    return _score_gold_tokens(pipeline, folder, ("Lemmas",), keep=("upos",))


def _train_parser(paths: Paths, *, settings: Mapping[str, Any]) -> dict[str, float]:
    from stanza.models import parser  # noqa: PLC0415

    folder = paths.scratch("depparse")
    prepare_treebank(paths, folder)
    steps = int(settings["jackknife_steps"])
    _retag_training(paths, folder, steps=steps)
    own = {name: value for name, value in settings.items() if name != "jackknife_steps"}
    files = [*_tree_files(folder), "--no_pretrain", "--no_checkpoint"]
    parser.main(["--lang", "id", *_common(paths, "depparse"), *files, *_options(own)])
    with_tags = _pipeline(paths, ("pos", "lemma", "depparse"), pretokenized=True)
    scores = _score_gold_tokens(with_tags, folder, ("UAS", "LAS"))
    whole = _pipeline(paths, ("tokenize", "mwt", "pos", "lemma", "depparse"))
    raw = _score_raw(whole, folder, _ALL_METRICS)
    return scores | {f"raw_{name}": value for name, value in raw.items()}


def _retag_training(paths: Paths, folder: Path, *, steps: int) -> None:
    """Give the parser's training sentences tags as wrong as those it will meet.

    Each half is tagged by a model of the other half; a model tags its own training
    sentences almost without error, and a parser trained on such tags trusts them too much.
    """
    sentences = read_sentences(folder / "train.conllu")
    halves = (sentences[::2], sentences[1::2])
    settings = _POS | {"max_steps": steps}
    tagged = []
    for index, half in enumerate(halves):
        learn, apply = folder / f"learn{index}.conllu", folder / f"apply{index}.conllu"
        write_conllu(learn, halves[1 - index])
        write_conllu(apply, half)
        name = f"tagger{index}"
        common = ["--shorthand", SHORTHAND, "--save_dir", str(folder), "--save_name", f"{name}.pt"]
        files = _options({"train_file": learn, "eval_file": folder / "dev.conllu"})
        _run_tagger(files, [*common, "--seed", str(SEED), "--cpu"], settings)
        _retag(_pipeline(paths, ("pos", "lemma"), pretokenized=True, tagger=folder / f"{name}.pt"), apply)
        tagged += read_sentences(apply)
    write_conllu(folder / "train.conllu", tagged)
    _retag(_pipeline(paths, ("pos", "lemma"), pretokenized=True), folder / "dev.conllu")


def _tree_files(folder: Path) -> list[str]:
    return _options({"train_file": folder / "train.conllu", "eval_file": folder / "dev.conllu"})


def _retag(tagging: Any, path: Path) -> None:
    """Replace tags and lemmas by predicted ones, so that the parser learns to live with their errors."""
    from stanza.models.common.doc import DEPREL, HEAD  # noqa: PLC0415
    from stanza.utils.conll import CoNLL  # noqa: PLC0415

    document = CoNLL.conll2doc(input_file=str(path))
    trees = document.get([HEAD, DEPREL])
    document = tagging(document)
    document.set([HEAD, DEPREL], trees)
    CoNLL.write_doc2conll(document, str(path))


def _pipeline(
    paths: Paths,
    processors: Sequence[str],
    *,
    pretokenized: bool = False,
    tagger: Path | None = None,
    **options: Any,
) -> Any:
    """A Stanza pipeline over the freshly trained components."""
    import stanza  # noqa: PLC0415

    folder = paths.scratch("pipeline")
    (folder / "resources.json").write_text("{}", encoding="utf-8")
    models = {f"{name}_model_path": str(paths.out(name) / f"{name}.pt") for name in processors}
    if tagger is not None:
        models["pos_model_path"] = str(tagger)
    names = ("tokenize", *processors) if pretokenized else tuple(processors)
    return stanza.Pipeline(
        "id",
        dir=str(folder),
        package=None,
        processors=",".join(names),
        download_method=None,
        use_gpu=False,
        verbose=False,
        allow_unknown_language=True,
        tokenize_pretokenized=pretokenized,
        **models,
        **options,
    )


def _score_raw(pipeline: Any, folder: Path, metrics: Sequence[str]) -> dict[str, float]:
    """Scores from raw text on the two test parts."""
    scores: dict[str, float] = {}
    for part in TEST_FILES:
        document = pipeline((folder / f"{part}.txt").read_text(encoding="utf-8"))
        scores |= _compare(folder / f"{part}.conllu", document, part, metrics)
    return scores


def _score_gold_tokens(
    pipeline: Any, folder: Path, metrics: Sequence[str], *, keep: Sequence[str] = ()
) -> dict[str, float]:
    """Scores on the two test parts with the treebank's own tokens and sentences."""
    from stanza.models.common.doc import DEPREL, FEATS, HEAD, LEMMA, UPOS  # noqa: PLC0415
    from stanza.utils.conll import CoNLL  # noqa: PLC0415

    blanked = [field for field in (UPOS, FEATS, LEMMA, HEAD, DEPREL) if field not in keep]
    scores: dict[str, float] = {}
    for part in TEST_FILES:
        document = CoNLL.conll2doc(input_file=str(folder / f"{part}.conllu"))
        count = sum(len(sentence.words) for sentence in document.sentences)
        for field in blanked:
            document.set([field], [None] * count)
        scores |= _compare(folder / f"{part}.conllu", pipeline(document), part, metrics)
    return scores


def _compare(gold: Path, document: Any, part: str, metrics: Sequence[str]) -> dict[str, float]:
    from stanza.models.common.utils import ud_scores  # noqa: PLC0415

    if document.sentences[0].words and document.sentences[0].words[0].head is None:
        _hang_flat(document)
    found = ud_scores(str(gold), io.StringIO(format(document, "C") + "\n\n"))
    return {f"{name}_{part}": round(100 * found[name].f1, 2) for name in metrics}


def _hang_flat(document: Any) -> None:
    """Give unparsed words a chain of heads, which the scorer demands of every tree."""
    for sentence in document.sentences:
        for index, word in enumerate(sentence.words):
            word.head, word.deprel = index, "root" if index == 0 else "dep"
