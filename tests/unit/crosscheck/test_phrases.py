"""Both languages say the same findings with the same blanks."""

from string import Formatter

from crosscheck.phrases import phrases
from models.vocabulary import Language


def test_both_languages_have_the_same_sentences_with_the_same_blanks() -> None:
    blanks = [
        {
            name: {blank for _, blank, _, _ in Formatter().parse(text) if blank}
            for name, text in phrases(language).items()
        }
        for language in Language
    ]
    assert blanks[0] == blanks[1]
