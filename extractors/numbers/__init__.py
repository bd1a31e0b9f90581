"""Numbers in Indonesian text: what they are worth and what they count."""

from extractors.numbers.finder import find_numbers
from extractors.numbers.laws import law_spans

__all__ = ["find_numbers", "law_spans"]
