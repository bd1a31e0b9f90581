"""Whatever the text, extraction answers, points into the text, and takes linear time."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.growth import assert_grows_in_proportion
from tests.unit.extractors.figures.readings import figures_of

WORDS = st.sampled_from(
    [
        "kasus", "korban", "anak", "perempuan", "12", "1.254", "dua puluh", "nihil", "2023", "Kota Serang",
        "KDRT", "masing-masing", "dan", ",", ".", "(", ")", "menjadi", "dari", "tidak ada", "Januari",
        "tahun ini", ":", "kekerasan seksual", "persen", "sisanya", "Polres Gowa", "usia 13-17 tahun", "•",
    ]
)  # fmt: skip


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=400))
def test_any_unicode_text(text: str) -> None:
    for figure in figures_of(text):
        assert text[figure.start : figure.end] == figure.evidence


@settings(deadline=None, max_examples=80, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(WORDS, max_size=60).map(" ".join))
def test_any_words_of_the_field(text: str) -> None:
    for figure in figures_of(text):
        assert text[figure.start : figure.end] == figure.evidence
        assert 0 < figure.confidence < 1


def test_a_long_line_takes_linear_time() -> None:
    piece = "Di Kota Serang tercatat 12 kasus kekerasan terhadap anak, lalu KDRT 5 kasus pada 2023. "
    assert_grows_in_proportion(lambda size: piece * size, figures_of, size=60)


def test_hundreds_of_numbers_in_one_sentence_take_linear_time() -> None:
    def sentence(size: int) -> str:
        numbers = ", ".join(f"Kota Serang {value} kasus" for value in range(1, size + 1))
        return f"Kekerasan terhadap anak tahun 2023: {numbers}."

    assert_grows_in_proportion(sentence, figures_of, size=200)


def test_a_line_of_two_hundred_thousand_characters_without_a_break() -> None:
    assert figures_of("kasus" * 40_000) == ()
