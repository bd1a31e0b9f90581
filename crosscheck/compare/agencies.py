"""Whether two credited sources may be one: police and DP3A count different things."""

import re
from enum import StrEnum


class Agency(StrEnum):
    """Sorts of bodies that publish counts."""

    OFFICE = "office"
    POLICE = "police"
    COURT = "court"
    COMMISSION = "commission"
    NGO = "ngo"
    HEALTH = "health"


_WORDS = (
    (Agency.POLICE, r"pol(?:da|res\w*|sek\w*|ri|isi|wil\w*)|(?:sat)?reskrim\w*|unit ppa|bareskrim|kapol\w+"),
    (Agency.COURT, r"pengadilan|kejaksaan|kejari|kejati|mahkamah"),
    (Agency.COMMISSION, r"komnas|kpai|kpad|lpsk|komisi|ombudsman"),
    (
        Agency.NGO,
        r"lbh|yayasan|lembaga|lsm|wcc|women crisis|koalisi|forum|jaringan|aliansi|lpa|lrc|rifka|sapda",
    ),
    (Agency.HEALTH, r"rsud|rumah sakit|puskesmas|dinas kesehatan|dinkes"),
    (
        Agency.OFFICE,
        r"dp\d?\w*a\w*|dinas|uptd|upt|p2tp2a|simfoni|pemkot|pemkab|pemprov|pemerintah|kemen\w*|bp3a\w*|dk\w*p3a\w*|"
        r"dinsos\w*|puspaga|sekretaris|bupati|wali ?kota|gubernur|siga",
    ),
)
_PATTERNS = tuple((agency, re.compile(rf"\b(?:{words})\b")) for agency, words in _WORDS)


def agency_of(source: str | None) -> Agency | None:
    """The sort of body a credited source is; None if it cannot be told."""
    if source is None:
        return None
    folded = source.casefold()
    return next((agency for agency, pattern in _PATTERNS if pattern.search(folded)), None)


def different(one: str | None, other: str | None) -> bool:
    """Whether two sources are known to be of different sorts."""
    first, second = agency_of(one), agency_of(other)
    return first is not None and second is not None and first is not second


def same_body(one: str | None, other: str | None) -> bool:
    """Whether two credited sources name one body: one name's words are among the other's."""
    if one is None or other is None:
        return False
    first, second = (set(re.findall(r"\w+", name.casefold())) for name in (one, other))
    return first <= second or second <= first
