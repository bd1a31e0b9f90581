"""Both languages say the same findings with the same blanks."""

import re
from pathlib import Path
from string import Formatter

import crosscheck.official
from crosscheck.official.reasons import Reason, either
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


def test_every_reason_of_an_import_is_in_the_catalogue_and_used() -> None:
    sources = Path(crosscheck.official.__file__).parent.glob("*.py")
    used = {name for path in sources for name in re.findall(r'Reason\("(\w+)"', path.read_text("utf-8"))}
    assert used == {name for name in phrases(Language.ENGLISH) if name.startswith("import_")}


def test_a_reason_is_an_english_sentence_that_knows_the_indonesian_one() -> None:
    reason = Reason("import_ambiguous", name="BOGOR", choices=either(["Kota Bogor", "Kabupaten Bogor"]))
    assert reason == "'BOGOR' may be Kota Bogor or Kabupaten Bogor"
    assert reason.said(Language.INDONESIAN) == "'BOGOR' dapat berarti Kota Bogor atau Kabupaten Bogor"
