"""All names and initials that tell who a victim is, wherever they stand in a text."""

import re
from collections.abc import Callable, Iterator, Sequence

from models.masking.kin import child_of, kin_after, kin_before, kin_of_named
from models.masking.openings import apposed, doer, opening
from models.masking.persons import before_victim, initial_list, pupils, with_age, with_father
from models.masking.sentences import Sentence
from models.masking.stories import (
    addressed,
    also_called,
    in_role,
    own_people,
    pictured,
    singled_out,
    taken,
    treated,
    whose_case,
)
from models.masking.tokens import Span, is_initials, name_at, titled
from models.masking.victims import dead, disguised, initialled, named, nicknamed, so_called, victim
from models.masking.words import ABBREVIATIONS, PERSON, VICTIM_WORD, of_one_case

_READERS: tuple[Callable[[str, str], Iterator[Span]], ...] = (
    initialled,
    so_called,
    named,
    nicknamed,
    disguised,
    victim,
    dead,
    kin_after,
    kin_before,
    kin_of_named,
    child_of,
    with_age,
    with_father,
    before_victim,
    initial_list,
    pupils,
    singled_out,
    whose_case,
    treated,
    pictured,
    taken,
    addressed,
    own_people,
    also_called,
    in_role,
    opening,
    doer,
    apposed,
)


def name_spans(text: str, sentences: Sequence[Sentence]) -> list[Span]:
    """Every name and initials that a cue in its sentence gives away."""
    found: list[Span] = []
    for number, (start, end) in enumerate(sentences):
        sentence = text[start:end]
        around = sentences[max(0, number - 1) : number + 2]
        context = text[around[0][0] : around[-1][1]]
        if PERSON.search(sentence) or VICTIM_WORD.search(context) or of_one_case(sentence):
            for reader in _READERS:
                found += [(start + first, start + last) for first, last in reader(sentence, context)]
    return found


def repeated(text: str, names: Sequence[Span]) -> Iterator[Span]:
    """The same names and initials wherever else they stand alone in the text."""
    forms = {text[start:end] for start, end in names}
    tokens = {token for form in forms for token in form.split() if len(token) > 2 and not token.isupper()}
    for form in forms | tokens:
        if form.casefold() in ABBREVIATIONS and form.isupper():
            continue
        for match in re.finditer(rf"(?<![\w.]){re.escape(form)}(?!\w|\.\w)", text):
            if _stands_alone(text, match.span(), form):
                yield match.span()


def _stands_alone(text: str, span: Span, form: str) -> bool:
    if is_initials(form) or " " in form:
        return not _part_of_longer(text, span) if is_initials(form) else True
    return not _part_of_longer(text, span) and not titled(text, span)


def _part_of_longer(text: str, span: Span) -> bool:
    """Whether another capitalised word stands beside it: somebody or something else's name."""
    if re.match(r"[ ][A-Z]\w", text[span[1] :]) and name_at(text, span[1] + 1) is not None:
        return True
    before = re.search(r"([A-Z]\w+)[ ]$", text[max(0, span[0] - 30) : span[0]])
    if before is None:
        return False
    start = span[0] - len(before.group(1)) - 1
    return name_at(text, start) is not None and not _opens_sentence(text, start)


def _opens_sentence(text: str, start: int) -> bool:
    return start == 0 or text[:start].rstrip(" ")[-1:] in {".", "!", "?", "\n", "“", '"'}
