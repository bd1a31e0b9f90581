"""Names that a recogniser found: private ones are covered, officials and places stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.masking import MASK, identifying_spans, public_spans, telling_sentences, without
from models.masking.found import private_persons
from tests.growth import assert_grows_in_proportion

TOLD = "Malam itu Selvi menelepon kakaknya karena dipukul suaminya."


def at(text: str, name: str) -> tuple[int, int]:
    start = text.index(name)
    return start, start + len(name)


def covered(text: str, *names: str) -> list[str]:
    return [text[slice(*span)] for span in private_persons(text, [at(text, name) for name in names])]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (TOLD, "Selvi"),
        ("Pelaku mengancam akan menyebarkan foto Winda bila tidak dilayani.", "Winda"),
        ("Sejak kecil Okta diasuh neneknya di kampung.", "Okta"),
        ("Jenazah Siti Aminah ditemukan warga di tepi sungai.", "Siti Aminah"),
    ],
)
def test_a_name_in_a_story_of_one_case_is_private(text: str, name: str) -> None:
    assert covered(text, name) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kapolsek Iptu Darmawan membenarkan pelaku sudah ditahan.", "Darmawan"),
        ("Kepala DP3A Sri Hayati berbicara. Pelaku, kata Sri, masih dicari.", "Sri"),
        ("Anak itu dipukul di Nita oleh ayah tirinya.", "Nita"),
        ("Korban itu dititipkan lewat program Tunas.", "Tunas"),
        ("Sebanyak 12 kasus, kata Rahayu, dilakukan suaminya sendiri.", "Rahayu"),
        ("Rahayu berharap anggaran naik.", "Rahayu"),
        ("Denda bagi pelaku naik; denda itu dibayar.", "Denda"),
    ],
)
def test_officials_places_and_words_stay(text: str, name: str) -> None:
    assert covered(text, name) == []


def test_only_sentences_about_one_case_are_worth_asking() -> None:
    text = f"Dinas mencatat 41 kasus pada 2024. {TOLD} Rapat berlanjut."

    assert [text[start:end] for start, end in telling_sentences(text)] == [TOLD]


def test_a_whole_article_is_shown_without_the_story_of_one_person() -> None:
    text = f"Dinas mencatat 41 kasus pada 2024. {TOLD} Rapat berlanjut."

    shown = without(text, public_spans(text, (), ()), 0, len(text))
    assert shown == f"Dinas mencatat 41 kasus pada 2024. {MASK} Rapat berlanjut."


def test_a_sentence_in_which_a_record_was_read_stays_in_the_article() -> None:
    text = "Tahun 2024 seorang gadis dipukul ayahnya di Serang."

    assert public_spans(text, (), ()) == ((0, len(text)),)
    assert public_spans(text, (), [(0, len(text))]) == identifying_spans(text)


def test_a_found_name_is_covered_wherever_it_stands() -> None:
    text = f"{TOLD} Kini Selvi bekerja lagi."

    assert [text[start:end] for start, end in identifying_spans(text, [at(text, "Selvi")])] == ["Selvi"] * 2


@given(st.text(alphabet="AbSelvi kakaknya.,\n 12", max_size=80), st.integers(0, 60), st.integers(1, 20))
def test_knowing_names_never_uncovers(words: str, start: int, length: int) -> None:
    text = f"{words} Korban berinisial AB dipukul suaminya. {words}"
    span = (min(start, len(text) - 1), min(start + length, len(text)))

    more = identifying_spans(text, [span])

    assert all(any(a <= first and last <= b for a, b in more) for first, last in identifying_spans(text))


def test_many_names_take_time_in_proportion() -> None:
    def told(count: int) -> tuple[str, list[tuple[int, int]]]:
        text = " ".join(f"Hari ke-{number} Selvi{number} dipukul suaminya." for number in range(count))
        return text, [(match, match + 6) for match in range(len(text)) if text.startswith("Selvi", match)]

    assert_grows_in_proportion(told, lambda given: identifying_spans(*given), size=150)
