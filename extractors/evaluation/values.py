"""Where in its evidence a figure's number stands."""

import re

from extractors.numbers import find_numbers
from models.records import FigureRecord


def find_value(text: str, figure: FigureRecord) -> tuple[int, int]:
    """The span of the figure's number; all of its evidence where the number is not said in it."""
    exact = re.search(
        rf"(?<![\d.,]){_digits(figure.value)}(?![\d])", text[figure.start : figure.end], re.ASCII
    )
    if exact:
        return figure.start + exact.start(), figure.start + exact.end()
    for mention in find_numbers(text[figure.start : figure.end]):
        if mention.value == figure.value:
            return figure.start + mention.start, figure.start + mention.end
    return figure.start, figure.end


def _digits(value: int) -> str:
    """The value's digits with or without a separator at the thousands."""
    grouped = f"{value:,}".split(",")
    return r"[.,\s]?".join(grouped)
