import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from extractors.mentions import NumberKind, NumberMention
from extractors.numbers import find_numbers, law_spans
from extractors.numbers.words import split_words
from extractors.words import Words
from tests.growth import assert_grows_in_proportion
from tests.unit.extractors.mentions.tables import rows


def counts(text: str) -> list[int | None]:
    return [number.value for number in find_numbers(text) if number.kind is NumberKind.COUNT]


def first_count(text: str) -> NumberMention:
    return next(number for number in find_numbers(text) if number.kind is NumberKind.COUNT)


@pytest.mark.parametrize(("text", "expected", "others"), rows("numbers.tsv"))
def test_table(text: str, expected: str, others: str) -> None:
    found = find_numbers(text)
    kinds = [number.kind.value for number in found if number.kind is not NumberKind.COUNT]
    assert (" ".join(map(str, counts(text))), " ".join(kinds)) == (expected, others)


@given(st.integers(min_value=1, max_value=10**9))
def test_number_words_read_back(number: int) -> None:
    words = num2words(number, lang="id")
    assert counts(f"Tercatat {words} kasus") == [number]


@given(st.integers(min_value=0, max_value=999_999_999))
def test_dots_between_thousands_read_back(number: int) -> None:
    written = f"{number:,}".replace(",", ".")
    assert counts(f"sebanyak {written} kasus") == [number]


@given(
    st.lists(
        st.sampled_from(
            [
                "satu",
                "dua",
                "sembilan",
                "puluh",
                "belas",
                "ratus",
                "ribu",
                "juta",
                "sepuluh",
                "sebelas",
                "seratus",
            ]
        )
    )
)
def test_any_run_of_number_words_splits_without_loss_of_order(words: list[str]) -> None:
    found = split_words(words)
    assert all(number.first < number.last <= len(words) for number in found)
    assert [number.first for number in found] == sorted({number.first for number in found})


@given(st.text())
def test_any_text_gives_mentions_that_are_its_own_words(text: str) -> None:
    for number in find_numbers(text):
        assert text[number.start : number.end] == number.text
        assert number.kind is not NumberKind.COUNT or number.value is not None


@given(st.text(alphabet="0123456789.,-/() anRpkasustahun%–"))
def test_any_heap_of_digits_and_marks_is_read(text: str) -> None:
    assert all(number.start < number.end for number in find_numbers(text))


def test_vagueness_is_kept() -> None:
    number = first_count("Sudah 300-an lebih kasus masuk")
    assert (number.value, number.about, number.at_least) == (300, True, True)


def test_a_number_said_twice_is_one_mention() -> None:
    number = first_count("Ada 64 (enam puluh empat) kasus")
    assert number.text == "64 (enam puluh empat)"


def test_law_spans_cover_the_citation_and_no_more() -> None:
    text = "Ia dijerat Pasal 81 ayat (1) UU Nomor 17 Tahun 2016, sedangkan 12 kasus lain selesai"
    (first, *_), *_ = law_spans(Words(text))
    assert text[first:].startswith("Pasal 81")
    assert counts(text) == [12]


@pytest.mark.parametrize(
    "piece",
    [
        "9" * 50,
        "dua puluh ",
        "1.234 ",
        "12 kasus, ",
        "Pasal 81, ",
        "(",
        "satu pun tidak ada ",
        "0811-",
        "usia 5-",
    ],
)
def test_time_grows_with_the_text(piece: str) -> None:
    assert_grows_in_proportion(lambda size: piece * (size // len(piece)), find_numbers, size=20_000)
