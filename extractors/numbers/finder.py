"""All numbers of a text with what they are; only counts may become figures."""

import re
from bisect import bisect_right
from dataclasses import replace
from typing import Final

from extractors.mentions import NumberKind, NumberMention
from extractors.numbers.kinds import context_of, is_listed, kind_of
from extractors.numbers.laws import law_spans
from extractors.numbers.tokens import Form, tokens
from extractors.words import Words

_OPENING: Final = re.compile(r"\s?\(\s?")
_CLOSING: Final = re.compile(r"\s?\)")
_RANGE: Final = re.compile(r"\s?(?:-|\u2013|\u2014|s/d|s\.d\.?|\bsampai(?:\s+dengan)?\b|\bhingga\b)\s?")
_OR: Final = re.compile(r"\s(?:atau|maupun)\s")
_AND: Final = re.compile(r"\s(?:dan|serta|ke|menjadi)\s")
_JOINTLY: Final = frozenset({NumberKind.AGE, NumberKind.DURATION, NumberKind.PERCENT, NumberKind.MEASURE})
# '14 dan 16 tahun', 'dari 33 menjadi 26 persen': both numbers are what the second is said to be.
_LIST: Final = re.compile(r"\s?(?:,|\bdan\b|\batau\b|&)\s?")
# 'naik dari 12 hingga 20 kasus' is two counts, 'ada 6 hingga 7 kasus' an estimate.
_CHANGE: Final = re.compile(r"\b(?:dari|naik|turun|meningkat|menurun|melonjak)\b", re.IGNORECASE)
# Both ends of a range are what its second end is said to be: '13-17 tahun', '5 sampai 10 persen'.
_BACKWARDS: Final = frozenset(
    {
        NumberKind.AGE,
        NumberKind.DURATION,
        NumberKind.PERCENT,
        NumberKind.MEASURE,
        NumberKind.OTHER,
        NumberKind.TIME,
    }
    | {NumberKind.MONEY, NumberKind.DATE, NumberKind.DECIMAL}
)
_FORWARDS: Final = frozenset({NumberKind.LAW, NumberKind.NAME, NumberKind.ADDRESS, NumberKind.AGE})
_NEAR: Final = 24


def _mention(text: str, words: Words | None) -> list[NumberMention]:
    written = list(tokens(text))
    laws = law_spans(words or Words(text)) if written else ()
    starts = [start for start, _ in laws]
    found = []
    for token in written:
        at = bisect_right(starts, token.start) - 1
        cited = at >= 0 and token.start < laws[at][1]
        if token.form is Form.ONE_PERSON and not is_listed(text, token):
            continue
        kind = NumberKind.LAW if cited else kind_of(context_of(text, token))
        found.append(
            NumberMention(
                start=token.start,
                end=token.end,
                value=token.value,
                kind=kind,
                text=text[token.start : token.end],
                at_least=token.at_least,
                about=token.about,
            )
        )
    return found


def _repeats(first: NumberMention, second: NumberMention, text: str) -> int | None:
    """Where '64 (enam puluh empat)' ends, null when the brackets hold something else."""
    if first.value is None or first.value != second.value or first.text.isdigit() == second.text.isdigit():
        return None
    if not _OPENING.fullmatch(text, first.end, second.start):
        return None
    closing = _CLOSING.match(text, second.end)
    return closing.end() if closing else None


def _join_repeats(found: list[NumberMention], text: str) -> list[NumberMention]:
    joined: list[NumberMention] = []
    for mention in found:
        end = _repeats(joined[-1], mention, text) if joined else None
        if end is None:
            joined.append(mention)
            continue
        first = joined[-1]
        whole = replace(first, end=end, text=text[first.start : end], kind=mention.kind)
        joined[-1] = replace(whole, kind=kind_of_joined(whole, text))
    return joined


def kind_of_joined(mention: NumberMention, text: str) -> NumberKind:
    """The kind of a number said twice, judged by what follows the brackets."""
    token = next(iter(tokens(mention.text)))
    moved = replace(token, start=mention.start, end=mention.end)
    return kind_of(context_of(text, moved))


def _range_kind(first: NumberMention, second: NumberMention, text: str) -> NumberKind | None:
    """What both ends of a range are, null when the two numbers make none."""
    gap = (first.end, second.start)
    if second.start - first.end > _NEAR or first.kind is not NumberKind.COUNT:
        return None
    if _OR.fullmatch(text, *gap):
        return _either_kind(second.kind)
    if _AND.fullmatch(text, *gap):
        return second.kind if second.kind in _JOINTLY else None
    if not _RANGE.fullmatch(text, *gap):
        return None
    if second.kind in _BACKWARDS:
        return second.kind
    left = text[max(0, first.start - _NEAR) : first.start]
    counts = second.kind is NumberKind.COUNT and not _CHANGE.search(left)
    return NumberKind.RANGE if counts else None


def _either_kind(second: NumberKind) -> NumberKind | None:
    if second is NumberKind.COUNT:
        return NumberKind.RANGE
    return second if second in (NumberKind.DURATION, NumberKind.AGE, NumberKind.MEASURE) else None


def _join_ranges(found: list[NumberMention], text: str) -> list[NumberMention]:
    for index in range(len(found) - 1):
        first, second = found[index], found[index + 1]
        kind = _range_kind(first, second, text)
        if kind is not None:
            found[index] = replace(first, kind=kind)
            if kind is NumberKind.RANGE:
                found[index + 1] = replace(second, kind=kind)
    return found


def _carry_on(found: list[NumberMention], text: str) -> list[NumberMention]:
    """'kelas 5 dan 6', 'RT 03 dan 04': a list goes on being what its first item is."""
    for index in range(1, len(found)):
        first, second = found[index - 1], found[index]
        gap = (first.end, second.start)
        listed = first.kind in _FORWARDS and second.kind is NumberKind.COUNT
        if not listed or gap[1] - gap[0] > 8:
            continue
        alike = first.text.isdigit() == second.text.isdigit()
        if not alike or not (_LIST.fullmatch(text, *gap) or _RANGE.fullmatch(text, *gap)):
            continue
        token = replace(next(iter(tokens(second.text))), start=second.start, end=second.end)
        if not context_of(text, token).counted:
            found[index] = replace(second, kind=first.kind)
    return found


def find_numbers(text: str, words: Words | None = None) -> tuple[NumberMention, ...]:
    """Every number of the text in order, each labelled with its kind; ``words`` are the text's."""
    found = _join_ranges(_join_repeats(_mention(text, words), text), text)
    return tuple(_short_lines(_carry_on(found, text), text))


def _short_lines(found: list[NumberMention], text: str) -> list[NumberMention]:
    """'tersedia di 129 maupun 0812-…': what is joined to a telephone number is one."""
    for index in range(len(found) - 1):
        first, second = found[index], found[index + 1]
        joined = _LIST.fullmatch(text, first.end, second.start) or _OR.fullmatch(
            text, first.end, second.start
        )
        if second.kind is NumberKind.PHONE and first.kind is NumberKind.COUNT and joined:
            found[index] = replace(first, kind=NumberKind.PHONE)
    return found
