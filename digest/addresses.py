"""Which words may be mail addresses."""

import re

_LOCAL = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
_DOMAIN = r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]"
_ADDRESS = re.compile(f"{_LOCAL}@{_DOMAIN}")
_LONGEST, _LONGEST_LOCAL = 254, 64


def plausible(word: str) -> bool:
    """Whether a word has the form of an address (RFC 5321's dot-string and a domain of two labels or more).

    Only a mail that arrives can tell whether it is one.
    """
    typed = word.strip()
    local = typed.partition("@")[0]
    return len(typed) <= _LONGEST and len(local) <= _LONGEST_LOCAL and _ADDRESS.fullmatch(typed) is not None
