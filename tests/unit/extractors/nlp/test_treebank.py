from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from extractors.training.treebank import (
    TreebankSentence,
    group_paragraphs,
    read_sentences,
    split_development,
    write_conllu,
    write_raw_text,
)

TREES = """# sent_id = a-1
# text = Kasusnya turun.
1-2\tKasusnya\t_\t_\t_\t_\t_\t_\t_\t_
1\tKasus\tkasus\tNOUN\tNSD\tNumber=Sing\t3\tnsubj\t_\t_
2\tnya\tnya\tPRON\tPS3\t_\t1\tnmod:poss\t_\t_
3\tturun\tturun\tVERB\tVSA\t_\t0\troot\t_\tSpaceAfter=No
4\t.\t.\tPUNCT\tZ--\t_\t3\tpunct\t_\t_

# text = Laporan naik
1\tLaporan\tlapor\tNOUN\tNSD\t_\t2\tnsubj\t_\t_
2\tnaik\tnaik\tVERB\tVSA\t_\t0\troot\t_\t_

"""


def test_reads_text_and_rows_without_language_specific_tags(tmp_path: Path) -> None:
    path = tmp_path / "trees.conllu"
    path.write_text(TREES, encoding="utf-8")

    first, second = read_sentences(path)

    assert first.text == "Kasusnya turun."
    assert [row[0] for row in first.rows] == ["1-2", "1", "2", "3", "4"]
    assert {row[4] for row in (*first.rows, *second.rows)} == {"_"}


def test_written_trees_read_the_same(tmp_path: Path) -> None:
    source, copy = tmp_path / "a.conllu", tmp_path / "b.conllu"
    source.write_text(TREES, encoding="utf-8")
    sentences = read_sentences(source)

    write_conllu(copy, sentences)

    assert read_sentences(copy) == sentences


def test_raw_text_joins_a_paragraph_and_parts_paragraphs(tmp_path: Path) -> None:
    path = tmp_path / "raw.txt"
    one, two, three = (TreebankSentence(text, ()) for text in ("Satu.", "Dua.", "Tiga."))

    write_raw_text(path, [[one, two], [three]])

    assert path.read_text(encoding="utf-8") == "Satu. Dua.\n\nTiga.\n\n"


@given(st.integers(0, 200), st.integers(0, 9))
def test_splitting_and_grouping_lose_nothing(count: int, seed: int) -> None:
    sentences = [TreebankSentence(str(number), ()) for number in range(count)]

    train, development = split_development(sentences)
    paragraphs = group_paragraphs(sentences, seed=seed)

    assert sorted(train + development, key=lambda s: int(s.text)) == sentences
    assert [s for paragraph in paragraphs for s in paragraph] == sentences
    assert all(1 <= len(paragraph) <= 6 for paragraph in paragraphs)
