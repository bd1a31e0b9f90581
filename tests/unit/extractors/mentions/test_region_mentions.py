import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.mentions import PlaceVia
from extractors.regions import RegionFinder, build_region_finder, document_region, home_of
from extractors.regions.districts import spelling_key
from models.regions import load_aliases, load_jurisdictions, load_regions
from tests.growth import assert_grows_in_proportion
from tests.unit.extractors.mentions.tables import rows

FINDER = build_region_finder(load_regions(), load_aliases(), load_jurisdictions())
CODES = {entry.code for entry in load_regions()}


def test_a_finder_is_built_from_tables() -> None:
    assert isinstance(FINDER, RegionFinder)


@pytest.mark.parametrize(("text", "home", "codes"), rows("regions.tsv"))
def test_table(text: str, home: str, codes: str) -> None:
    assert " ".join(mention.code for mention in FINDER.find(text, home or None)) == codes


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ("Kota Serang", PlaceVia.NAME),
        ("di Jabar", PlaceVia.ALIAS),
        ("DP3A Sikka", PlaceVia.AGENCY),
        ("Polres Gowa", PlaceVia.JURISDICTION),
        ("secara nasional", PlaceVia.NATIONAL),
        ("luar Kota Bontang", PlaceVia.OUTSIDE),
    ],
)
def test_how_a_region_was_named(text: str, via: PlaceVia) -> None:
    (mention,) = FINDER.find(text)
    assert mention.via is via
    assert mention.reason


def test_the_word_before_the_name_belongs_to_the_mention() -> None:
    (mention,) = FINDER.find("Di Kota Serang ada 5 kasus")
    assert (mention.text, mention.explicit_kind) == ("Kota Serang", True)


def test_an_unsupported_guess_is_less_sure_than_a_stated_kind() -> None:
    (guess,) = FINDER.find("Di Bogor ada 5 kasus")
    (stated,) = FINDER.find("Di Kabupaten Bogor ada 5 kasus")
    assert guess.confidence < 0.75 < stated.confidence


@pytest.mark.parametrize("written", ["Gerogol", "Grogol", "Ge rogol"])
def test_spellings_agree(written: str) -> None:
    assert spelling_key(written) == spelling_key("Gerogol")


@pytest.mark.parametrize(
    ("outlet", "code"),
    [
        ("sumbar.suara.com", "13"),
        ("pontianakpost.jawapos.com", "61.71"),
        ("padang.tribunnews.com", "13.71"),
        ("detakbanten.com", "36"),
        ("harianmuba.bacakoran.co", "16.06"),
        ("example.org", None),
    ],
)
def test_home_of_an_outlet(outlet: str, code: str | None) -> None:
    assert home_of(outlet, FINDER.gazetteer) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("SERANG, Harian Kita – DP3AKB Kota Serang mencatat 40 kasus. Di Kota Serang naik.", "36.73"),
        ("MAKASSAR, Harian Kita – DP3A Sulsel mencatat 670 kasus. Gowa 5, Maros 6, Bone 7, Wajo 8.", "73"),
        ("Polres Jember menangani 40 kasus di Jember.", "35.09"),
        ("Tidak ada tempat di sini.", None),
    ],
)
def test_document_region(text: str, code: str | None) -> None:
    found = document_region(FINDER.find(text), text)
    assert (found.code if found else None) == code


@given(st.text())
def test_any_text_gives_mentions_that_are_its_own_words(text: str) -> None:
    for mention in FINDER.find(text):
        assert text[mention.start : mention.end] == mention.text
        assert mention.code in CODES
        assert 0 < mention.confidence <= 1


@given(
    st.lists(
        st.sampled_from(
            ["Kota", "Kabupaten", "Serang", "Polres", "Metro", "di", "dan", ",", "(", "Bogor", "luar"]
        )
    )
)
def test_any_order_of_the_words_of_place_is_read(words: list[str]) -> None:
    text = " ".join(words)
    mentions = FINDER.find(text)
    assert [mention.start for mention in mentions] == sorted(mention.start for mention in mentions)


@pytest.mark.parametrize(
    "piece", ["Kota Serang, ", "Kecamatan ", "Polres ", "SERANG", "di luar daerah ", "a" * 100]
)
def test_time_grows_with_the_text(piece: str) -> None:
    assert_grows_in_proportion(lambda size: piece * (size // len(piece)), FINDER.find, size=20_000)
