from extractors.ranking.history import Links, history
from extractors.ranking.views import recency


def test_values_are_ordered_by_last_mention_before_the_number() -> None:
    mentions = [(5, "Metro"), (20, "Lebak"), (40, "Metro"), (90, "Serang")]

    assert recency(mentions, 60) == {"Metro": 0, "Lebak": 1}


def test_history_compares_a_value_with_the_figures_it_hangs_on() -> None:
    links = Links(sentence_last=1, sentence_first=1, block_first=0, parent=0, referred=-1)

    features = history(links, ["36.04", "36.73"], "36.73")

    assert features["h_prev"] == features["h_ss"] == 1.0
    assert features["h_par"] == features["h_sb0"] == 0.0
    assert features["h_ref"] == -1.0
    assert features["h_share"] == 0.5


def test_the_first_figure_has_no_history() -> None:
    links = Links(sentence_last=-1, sentence_first=-1, block_first=-1, parent=-1, referred=-1)

    assert history(links, [], "36") == {"h_par": -1.0, "h_ref": -1.0}
