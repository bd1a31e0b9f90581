import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.agencies import find_agencies
from extractors.mentions import AgencyMention
from extractors.regions import build_region_finder
from models.regions import load_aliases, load_jurisdictions, load_regions
from tests.growth import assert_grows_in_proportion
from tests.unit.extractors.mentions.tables import rows

FINDER = build_region_finder(load_regions(), load_aliases(), load_jurisdictions())


def agencies(text: str) -> tuple[AgencyMention, ...]:
    return find_agencies(text, FINDER.find(text))


@pytest.mark.parametrize(("text", "expected"), rows("agencies.tsv"))
def test_table(text: str, expected: str) -> None:
    assert " ".join(f"{agency.short}/{agency.code or ''}" for agency in agencies(text)) == expected


def test_a_long_name_is_short_once_the_text_gave_its_acronym() -> None:
    first, second = agencies(
        "Dinas Sosial, Pemberdayaan Perempuan dan Perlindungan Anak (DSP3A) mencatat 5 kasus. Kepala"
        " Dinas Sosial, Pemberdayaan Perempuan dan Perlindungan Anak menyebutnya naik."
    )
    assert (first.short, second.short) == ("DSP3A", "DSP3A")


def test_names_of_people_do_not_belong_to_the_office() -> None:
    (agency,) = agencies("Kepala Dinas Sosial Rahmawati Putri menyebut 5 kasus")
    assert agency.text == "Dinas Sosial"


@given(st.text())
def test_any_text_gives_mentions_that_are_its_own_words(text: str) -> None:
    for agency in agencies(text):
        assert text[agency.start : agency.end] == agency.text


@pytest.mark.parametrize(
    "piece", ["Dinas Sosial dan ", "Unit PPA ", "Polres ", "DP3A ", "Yayasan A ", "(PPA) "]
)
def test_time_grows_with_the_text(piece: str) -> None:
    assert_grows_in_proportion(
        lambda size: piece * (size // len(piece)), lambda text: find_agencies(text, ()), size=20_000
    )
