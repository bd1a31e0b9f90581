"""Words for what leaves the store."""

from models.labels import breakdown_text


def test_a_breakdown_says_its_kind_unless_its_words_do() -> None:
    assert breakdown_text("age:13-17; sex:perempuan") == "usia 13-17, jenis kelamin perempuan"
    assert breakdown_text("age:berusia 6-12") == "berusia 6-12"
