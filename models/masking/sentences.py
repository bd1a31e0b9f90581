"""Where sentences begin and end, well enough to tell whose address a sentence gives."""

import re

_END = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“‘(]?[A-Z0-9])|\n+")
_NOT_AN_END = re.compile(
    r"(?:\b(?:Jl|Jln|Kp|Gg|No|RT|RW|Ds|Kel|Kec|Kab|Prov|Dr|dr|Hj|H|St|a\.n|an|Tn|Ny|Sdri?|Link|Nn|Ns|Bd|Ust|Muh|Moh|Abd|Drs|Ir|KH|Pdt|Bpk|Sdr)|\b[A-Z]|(?:^|[:;,(]\s*)\d{1,2})\.$"
)

Sentence = tuple[int, int]


def split(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text as offsets, in order, whole text covered but for white space."""
    ends: list[int] = []
    starts = [0]
    for boundary in _END.finditer(text):
        if "\n" not in boundary.group() and _NOT_AN_END.search(text, starts[-1], boundary.start()):
            continue
        ends.append(boundary.start())
        starts.append(boundary.end())
    ends.append(len(text))
    return tuple((start, end) for start, end in zip(starts, ends, strict=True) if start < end)
