"""Every coded figure meets the reading that was meant, and errors are told with their words."""

from extractors.evaluation.confusions import find_errors
from extractors.evaluation.pairing import pair_figures
from models.vocabulary import Population, Violence

from .making import coded, figure, reading

TEXT = "Kota Serang mencatat 12 kasus, lalu 12 korban perempuan. Pada 2023 ada 7 kasus KDRT."
TWELVE = figure(12, "12 kasus", TEXT)
WOMEN = figure(12, "12 korban perempuan", TEXT, population=Population.WOMEN)
SEVEN = figure(7, "7 kasus KDRT", TEXT, year=2023, violence=Violence.DOMESTIC)


def test_figures_of_one_value_are_paired_by_their_fields() -> None:
    pairs = pair_figures([TWELVE, WOMEN], [WOMEN, TWELVE])
    assert [(pair.coded, pair.predicted) for pair in pairs] == [(TWELVE, TWELVE), (WOMEN, WOMEN)]
    assert {pair.verdict for pair in pairs} == {"full"}


def test_the_verdict_names_the_deepest_agreement() -> None:
    period = figure(7, "7 kasus KDRT", TEXT, year=2023, violence=Violence.DOMESTIC, period="2023-01/2023-03")
    main = figure(7, "7 kasus KDRT", TEXT, year=2023)
    core = figure(7, "7 kasus KDRT", TEXT, violence=Violence.DOMESTIC)
    assert pair_figures([SEVEN], [period])[0].verdict == "main"
    assert pair_figures([SEVEN], [main])[0].verdict == "core"
    assert pair_figures([SEVEN], [core])[0].verdict == "value"
    assert pair_figures([SEVEN], [core])[0].differing == ("year",)


def test_errors_carry_value_fields_and_evidence() -> None:
    read = figure(12, "12 korban perempuan", TEXT, population=Population.WOMEN_CHILDREN)
    made_up = figure(36, "Kota Serang", TEXT)
    errors = find_errors([coded(TEXT, TWELVE, WOMEN, SEVEN)], reading(TWELVE, read, made_up))
    assert [instance.evidence for instance in errors.missed] == ["7 kasus KDRT"]
    assert [instance.value for instance in errors.spurious] == [36]
    assert [(c.field, c.coded, c.predicted) for c in errors.confusions] == [
        ("population", "women", "women_children")
    ]
    assert errors.confusions[0].instances[0].evidence == "12 korban perempuan"


def test_an_article_that_was_not_read_is_missed_as_a_whole() -> None:
    errors = find_errors([coded(TEXT, TWELVE, SEVEN)], {})
    assert (len(errors.missed), errors.spurious, errors.confusions) == (2, [], [])
