"""Kinds that a text names only as the commonest or as examples: they are no topic."""

import re

from extractors.figures.cues import Cue
from extractors.figures.material import Material
from models.vocabulary import Population

_EXAMPLE_BEFORE = re.compile(
    r"(?:didominasi|dominasi|terbanyak|paling\s+banyak|kebanyakan|sebagian\s+besar|mayoritas|umumnya"
    r"|rata-rata|termasuk|misal\w*|seperti|contoh\w*|berupa|antara\s+lain|banyaknya"
    r"|dominan|terutama|(?:hampir|nyaris)\s+(?:semua|seluruh)(?:nya)?|sebagian(?:nya)?|separo(?:nya)?"
    r"|se(?:paruh|tengah|pertiga|perempat|perlima)(?:nya)?|(?:dua\s+per\s?tiga|tiga\s+per\s?empat)(?:nya)?)[^.,;]{0,60}$"
)
_EXAMPLE_AFTER = re.compile(
    r"[^.,;]{0,40}(?:mendominasi|dominan|terbanyak|paling|tertinggi|teratas|posisi|peringkat|urutan)"
)

_AND_SO_ON = re.compile(
    r"\s*,?\s*(?:(?:dan|serta|atau|hingga)\s+)?(?:sejenisnya|semacamnya|sebagainya|lain-lain|lain\s+sebagainya|dll|dsb|dst|lainnya)(?!\w)"
)
_SHARE_AFTER = re.compile(
    r"[^.,;:]{0,50}(?<!\w)(?:se(?:pertiga|paruh|tengah|perempat|perlima|bagian)|separo|dua\s+pertiga|tiga\s+perempat|mayoritas|persen)(?:nya)?(?!\w)"
)


def names_share(material: Material, cue: Cue) -> bool:
    """Whether the sentence only tells how large their share is ('anak lebih dari sepertiganya')."""
    return bool(_SHARE_AFTER.match(material.lower, cue.end))


_REST_BEFORE = re.compile(r"(?<!\w)(?:sisanya|selebihnya|sisa|lainnya|yang\s+lain)(?!\w)[^.,;:\d]{0,40}$")


def names_rest(material: Material, cue: Cue) -> bool:
    """Whether they are only what is left of a whole ('sisanya kekerasan terhadap perempuan')."""
    return bool(_REST_BEFORE.search(material.lower, max(0, cue.start - 60), cue.start))


_ONE_BEFORE = re.compile(r"(?<!\w)(?:seorang|sesosok|sang|si|sosok|salah\s+satu)\s+(?:\w+\s+)?$")
_ONE_AFTER = re.compile(
    r"\s+(?:muda\s+|malang\s+|paruh\s+baya\s+)?(?:itu|ini|tersebut|tadi|(?:ber)?(?:usia|umur)\s+(?:\d|\w+\s+tahun)|berinisial|asal|\(?\d{1,2}\)?\s+tahun)"
    r"|\s*\(\d{1,2}\)"
)


def names_one(material: Material, cue: Cue) -> bool:
    """Whether the word is of one person of a story ('seorang gadis', 'perempuan itu'), no topic."""
    if cue.value == Population.WOMEN_CHILDREN:
        return False
    if _ONE_BEFORE.search(material.lower, max(0, cue.start - 30), cue.start):
        return True
    if cue.marked:
        return False
    return cue.word.endswith("nya") or bool(_ONE_AFTER.match(material.lower, cue.end))


def names_example(material: Material, cue: Cue, *, since: int | None = None) -> bool:
    """Whether a kind is named only as the commonest or as an example, not as the topic.

    ``since`` limits the words before the cue that are looked at.
    """
    begin = max(0, cue.start - 90) if since is None else since
    if _EXAMPLE_BEFORE.search(material.lower[begin : cue.start]):
        return True
    return since is None and any(
        after.match(material.lower, cue.end) for after in (_EXAMPLE_AFTER, _AND_SO_ON)
    )
