"""What a number is, read from the words on its left and right."""

import re
from dataclasses import dataclass
from typing import Final

from extractors.mentions import NumberKind
from extractors.numbers import patterns as p
from extractors.numbers.tokens import Form, Token

_WINDOW: Final = 48
"""Characters of context on either side; a constant, so the work stays linear."""

_OF_FORM: Final = {
    Form.DATE: NumberKind.DATE,
    Form.CLOCK: NumberKind.TIME,
    Form.PHONE: NumberKind.PHONE,
    Form.PART: NumberKind.NAME,
    Form.VAGUE: NumberKind.VAGUE,
    Form.ORDINAL: NumberKind.ORDINAL,
    Form.COLLECTIVE: NumberKind.COLLECTIVE,
    Form.NONE: NumberKind.NONE,
}


@dataclass(frozen=True, slots=True)
class Context:
    """A number with its neighbourhood."""

    token: Token
    written: str
    left: str
    right: str

    @property
    def counted(self) -> bool:
        """Whether a unit of violence statistics follows."""
        return p.COUNTED_AFTER.match(self.right) is not None

    @property
    def capital(self) -> bool:
        """Whether the number word is written with a capital, as in 'Empat Lawang'."""
        return self.written[0].isupper()


def context_of(text: str, token: Token) -> Context:
    """The number with as much text on both sides as the rules look at."""
    left = text[max(0, token.start - _WINDOW) : token.start]
    return Context(token, text[token.start : token.end], left, text[token.end : token.end + _WINDOW])


@dataclass(frozen=True, slots=True)
class _Rule:
    """A kind, and the neighbours on both sides that make it."""

    kind: NumberKind
    before: re.Pattern[str] | None = None
    after: re.Pattern[str] | None = None

    def holds(self, context: Context) -> bool:
        if self.after is not None and not self.after.match(context.right):
            return False
        return self.before is None or self.before.search(context.left) is not None


_RULES: Final = (
    _Rule(NumberKind.PERCENT, after=p.PERCENT),
    _Rule(NumberKind.MONEY, after=p.MONEY_AFTER),
    _Rule(NumberKind.TIME, after=p.CLOCK_AFTER),
    _Rule(NumberKind.TIME, before=p.CLOCK_BEFORE),
    _Rule(NumberKind.AGE, before=p.AGE_BEFORE),
    _Rule(NumberKind.AGE, before=p.INITIALS_BEFORE),
    _Rule(NumberKind.NAME, before=p.NAME_BEFORE),
    _Rule(NumberKind.NAME, before=p.IDIOM_BEFORE, after=p.IDIOM_AFTER),
    _Rule(NumberKind.NAME, before=p.SCHOOL_BEFORE, after=p.CAPITAL_AFTER),
    _Rule(NumberKind.ORDINAL, before=p.RANK_BEFORE),
)
_LATE_RULES: Final = (
    _Rule(NumberKind.DURATION, after=p.TIME_SPAN),
    _Rule(NumberKind.MEASURE, after=p.MEASURE),
    _Rule(NumberKind.MEASURE, after=p.TIMES),
    _Rule(NumberKind.OTHER, after=p.OTHER),
    _Rule(NumberKind.ORDINAL, after=p.RANK_AFTER),
    _Rule(NumberKind.PERCENT, after=p.RATIO_AFTER),
    _Rule(NumberKind.PERCENT, before=p.RATIO_BEFORE, after=p.RATIO_WHO),
    _Rule(NumberKind.PERCENT, after=p.OF_TEN),
    _Rule(NumberKind.NAME, after=p.CAMPAIGN_DAYS),
    _Rule(NumberKind.OTHER, after=p.DOUBLED),
)


def is_listed(text: str, token: Token) -> bool:
    """Whether 'seorang' goes on a list of counts ('7 anak dan seorang lansia', 'Sitaro seorang.')."""
    left = text[max(0, token.start - 2 * _WINDOW) : token.start]
    if p.SEVERAL_BEFORE.search(left):
        return True
    return bool(p.CLAUSE_END.match(text, token.end) and p.COUNTS_BEFORE.search(left))


def _is_year(context: Context) -> bool:
    value = context.token.value
    if not context.written.isdigit() or value is None or not 1945 <= value <= 2045:
        return False
    if len(context.written) != 4 or p.COUNT_BEFORE.search(context.left):
        return False
    return not p.PEOPLE_AFTER.match(context.right) or p.YEAR_BEFORE.search(context.left) is not None


def _is_day(context: Context) -> bool:
    value = context.token.value
    if value is None or not 1 <= value <= 31 or not context.written.isdigit():
        return False
    if p.MONTH_BEFORE.search(context.left):
        return p.YEAR_AFTER.match(context.right) is not None
    if p.DAY_AFTER.match(context.right):
        return True
    return p.DAY_BEFORE.search(context.left) is not None and not context.counted


def _is_phone(context: Context) -> bool:
    if not p.PHONE_BEFORE.search(context.left):
        return False
    return context.token.value in p.PHONE_NUMBERS or len(context.written) >= 6


def _is_list_number(context: Context) -> bool:
    value = context.token.value
    if value is None or not 1 <= value <= 60 or not context.written.isdigit():
        return False
    return p.LIST_BEFORE.search(context.left) is not None and p.LIST_AFTER.match(context.right) is not None


def _counts_this_year(context: Context) -> bool:
    """'67 tahun ini' counts; 'tiga tahun ini' and '2 tahun lalu' measure time."""
    value = context.token.value
    return bool(value and value > 12 and p.THIS_TIME.match(context.right))


def _of_word(context: Context) -> NumberKind | None:
    """What only number words can be: parts of names, the article 'satu', an emphatic none."""
    if context.token.form is Form.ZERO and " " in context.written:
        return None if p.NONE_AFTER.match(context.right) else NumberKind.OTHER
    if context.token.form is Form.ZERO and p.NOTHING_BEFORE.search(context.left) and not context.counted:
        return NumberKind.OTHER
    if context.token.form is not Form.WORDS:
        return None
    if _is_name_part(context):
        return NumberKind.NAME
    if context.token.value == 1 and " " not in context.written:
        return None if _is_one(context) else NumberKind.OTHER
    return None


def _is_name_part(context: Context) -> bool:
    """'Empat Lawang', 'Kepulauan Seribu', 'Kecamatan Limapuluh': capitals where none are due."""
    if not context.capital or context.counted:
        return False
    return bool(
        p.CAPITAL_BEFORE.search(context.left)
        or p.CAPITAL_AFTER.match(context.right)
        or p.MID_SENTENCE.search(context.left)
    )


def _is_one(context: Context) -> bool:
    if p.ONE_NEVER.search(context.left):
        return False
    if context.counted:
        return True
    if p.CLAUSE_END.match(context.right):
        return True
    if p.ONE_AFTER.match(context.right):
        return bool(p.ONE_BEFORE.search(context.left) or p.AFTER_A_LIST.search(context.left))
    return bool(p.ONE_AT.match(context.right) and p.LISTED_BEFORE.search(context.left))


def _is_whole_of_ratio(context: Context) -> bool:
    """The ten of '6 dari 10 kasus', a share rather than a count."""
    if context.token.value not in (10, 100):
        return False
    return bool(p.OF_TEN_BEFORE.search(context.left) and p.TEN.match(context.right))


def _first(rules: tuple[_Rule, ...], context: Context) -> NumberKind | None:
    return next((rule.kind for rule in rules if rule.holds(context)), None)


_UNCOUNTED: Final = (
    _Rule(NumberKind.MONEY, before=p.MONEY_BEFORE),
    _Rule(NumberKind.ADDRESS, before=p.ADDRESS_BEFORE),
    _Rule(NumberKind.MEASURE, before=p.SCORE_BEFORE),
)


def _of_digits(context: Context) -> NumberKind | None:
    if _is_list_number(context):
        return NumberKind.ORDINAL
    if _is_day(context):
        return NumberKind.DATE
    if _is_phone(context):
        return NumberKind.PHONE
    if _is_year(context):
        return NumberKind.YEAR
    return None if context.counted else _first(_UNCOUNTED, context)


def kind_of(context: Context) -> NumberKind:
    """The kind of one number; ``count`` when nothing speaks against it."""
    token = context.token
    if token.form in _OF_FORM:
        return _OF_FORM[token.form]
    early = _of_digits(context) or _first(_RULES, context) or _of_word(context)
    if early is not None:
        return early
    if token.form is Form.DECIMAL:
        return NumberKind.DECIMAL
    if _counts_this_year(context):
        return NumberKind.COUNT
    if _is_whole_of_ratio(context) or (token.value == 1 and p.AGAINST_AFTER.match(context.right)):
        return NumberKind.PERCENT
    return _first(_LATE_RULES, context) or NumberKind.COUNT
