import numpy as np
import pytest
import torch
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from stanza.models.common.chuliu_edmonds import chuliu_edmonds_one_root

from extractors.nlp.decoding import best_tree
from extractors.nlp.stanza_parser import StanzaParser, load_stanza_parser
from extractors.nlp.weights import SHIPPED


@pytest.fixture(scope="module")
def parser() -> StanzaParser:
    return load_stanza_parser()


def test_counts_hang_on_what_they_count(parser: StanzaParser) -> None:
    (sentence,) = parser.parse(
        ["Sepanjang tahun lalu dinas itu menangani 57 kasus kekerasan di Kota Cilegon."]
    )

    number = sentence.word_at(sentence.text.index("57"))

    assert number is not None
    assert sentence.words[sentence.words[number].head].text == "kasus"
    assert sentence.words[number].upos == "NUM"


def test_clitics_are_words_of_their_own_with_exact_offsets(parser: StanzaParser) -> None:
    (sentence,) = parser.parse(["Korbannya berusia 12 tahun."])

    pieces = [(w.text, sentence.text[w.start : w.end]) for w in sentence.words[:2]]

    assert pieces == [("Korban", "Korban"), ("nya", "nya")]


def test_verbs_have_their_stem_as_lemma(parser: StanzaParser) -> None:
    (sentence,) = parser.parse(["Polisi menangani laporan itu dan membawanya ke pengadilan."])

    assert sentence.words[1].lemma == "tangan"


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(max_size=60), max_size=4))
def test_any_text_keeps_order_offsets_and_single_roots(parser: StanzaParser, given_texts: list[str]) -> None:
    parsed = parser.parse(given_texts)

    assert [sentence.text for sentence in parsed] == given_texts
    for sentence in parsed:
        assert all(0 <= w.start <= w.end <= len(sentence.text) for w in sentence.words)
        assert sum(w.head < 0 for w in sentence.words) == bool(sentence.words)


def test_quick_search_finds_the_same_trees_as_stanzas_own() -> None:
    generator = np.random.default_rng(3)
    for size in range(2, 14):
        for _ in range(20):
            scores = np.log(generator.random((size, size)))
            np.fill_diagonal(scores, -np.inf)
            assert list(best_tree(scores.copy())) == list(chuliu_edmonds_one_root(scores.copy()))


@pytest.mark.parametrize("name", sorted(p.name for p in (SHIPPED / "stanza").glob("*.pt")))
def test_weights_load_without_running_pickled_code(name: str) -> None:
    content = torch.load(SHIPPED / "stanza" / name, map_location="cpu", weights_only=True)

    assert content
