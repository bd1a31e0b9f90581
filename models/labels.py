"""The vocabulary as readers say it, in Indonesian and English; numbers and dates as they are printed."""

from datetime import date
from functools import lru_cache

from models.vocabulary import (
    FindingKind,
    FindingState,
    Language,
    Population,
    Qualifier,
    Severity,
    Unit,
    Violence,
)

_ID, _EN = Language.INDONESIAN, Language.ENGLISH

MONTHS = {
    _ID: (
        *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
        *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
    ),
    _EN: (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}

UNITS = {
    _ID: {Unit.CASES: "kasus", Unit.VICTIMS: "korban", Unit.REPORTS: "laporan", Unit.PERPETRATORS: "pelaku"},
    _EN: {
        Unit.CASES: "cases",
        Unit.VICTIMS: "victims",
        Unit.REPORTS: "reports",
        Unit.PERPETRATORS: "perpetrators",
    },
}
NO_UNIT = {_ID: "(satuan tidak disebut)", _EN: "(unit not stated)"}

POPULATIONS = {
    _ID: {
        Population.WOMEN_CHILDREN: "perempuan dan anak",
        Population.WOMEN: "perempuan",
        Population.CHILDREN: "anak",
        Population.GIRLS: "anak perempuan",
        Population.BOYS: "anak laki-laki",
        Population.MEN: "laki-laki dewasa",
        Population.ALL: "semua orang",
    },
    _EN: {
        Population.WOMEN_CHILDREN: "women and children",
        Population.WOMEN: "women",
        Population.CHILDREN: "children",
        Population.GIRLS: "girls",
        Population.BOYS: "boys",
        Population.MEN: "men",
        Population.ALL: "everyone",
    },
}

VIOLENCE = {
    _ID: {
        Violence.ANY: "kekerasan",
        Violence.SEXUAL: "kekerasan seksual",
        Violence.PHYSICAL: "kekerasan fisik",
        Violence.PSYCHOLOGICAL: "kekerasan psikis",
        Violence.DOMESTIC: "KDRT",
        Violence.NEGLECT: "penelantaran",
        Violence.TRAFFICKING: "perdagangan orang",
        Violence.EXPLOITATION: "eksploitasi",
        Violence.ONLINE: "kekerasan berbasis gender online",
        Violence.BULLYING: "perundungan",
        Violence.OFFENDER_CHILD: "anak berhadapan dengan hukum",
        Violence.CUSTODY: "sengketa hak asuh",
        Violence.CHILD_MARRIAGE: "perkawinan anak",
        Violence.OTHER: "kekerasan lain",
    },
    _EN: {
        Violence.ANY: "violence",
        Violence.SEXUAL: "sexual violence",
        Violence.PHYSICAL: "physical violence",
        Violence.PSYCHOLOGICAL: "psychological violence",
        Violence.DOMESTIC: "domestic violence",
        Violence.NEGLECT: "neglect",
        Violence.TRAFFICKING: "trafficking",
        Violence.EXPLOITATION: "exploitation",
        Violence.ONLINE: "online gender-based violence",
        Violence.BULLYING: "bullying",
        Violence.OFFENDER_CHILD: "children in conflict with the law",
        Violence.CUSTODY: "custody disputes",
        Violence.CHILD_MARRIAGE: "child marriage",
        Violence.OTHER: "other violence",
    },
}

QUALIFIERS = {
    _ID: {
        Qualifier.EXACT: "",
        Qualifier.ABOUT: "sekitar",
        Qualifier.AT_LEAST: "sedikitnya",
        Qualifier.AT_MOST: "tidak lebih dari",
    },
    _EN: {
        Qualifier.EXACT: "",
        Qualifier.ABOUT: "about",
        Qualifier.AT_LEAST: "at least",
        Qualifier.AT_MOST: "at most",
    },
}

FINDING_KINDS = {
    _ID: {
        FindingKind.MATCH: "sesuai",
        FindingKind.DIFFERS: "berbeda",
        FindingKind.NOT_COMPARABLE: "tidak dapat dibandingkan",
        FindingKind.CONFLICT: "berita saling bertentangan",
        FindingKind.ARITHMETIC: "rincian tidak cocok dengan jumlah",
        FindingKind.FALLING_TOTAL: "jumlah berjalan menurun",
        FindingKind.TREND_CONTRADICTED: "arah tidak cocok dengan angka",
        FindingKind.ROLL_UP: "jumlah daerah melebihi wilayah induk",
        FindingKind.MISSING_OFFICIAL: "tidak ada angka resmi",
        FindingKind.MISSING_REPORTED: "tidak ada pemberitaan",
    },
    _EN: {
        FindingKind.MATCH: "match",
        FindingKind.DIFFERS: "differs",
        FindingKind.NOT_COMPARABLE: "not comparable",
        FindingKind.CONFLICT: "reports contradict one another",
        FindingKind.ARITHMETIC: "parts do not add up",
        FindingKind.FALLING_TOTAL: "running total fell",
        FindingKind.TREND_CONTRADICTED: "direction contradicted by the figures",
        FindingKind.ROLL_UP: "parts exceed the whole region",
        FindingKind.MISSING_OFFICIAL: "no official figure",
        FindingKind.MISSING_REPORTED: "no report",
    },
}

SEVERITIES = {
    _ID: {
        Severity.INFO: "keterangan",
        Severity.NOTE: "catatan",
        Severity.WARNING: "perlu diperiksa",
        Severity.SERIOUS: "serius",
    },
    _EN: {
        Severity.INFO: "information",
        Severity.NOTE: "note",
        Severity.WARNING: "needs checking",
        Severity.SERIOUS: "serious",
    },
}

STATES = {
    _ID: {
        FindingState.OPEN: "terbuka",
        FindingState.EXPLAINED: "sudah dijelaskan",
        FindingState.DISMISSED: "dikesampingkan",
        FindingState.CLOSED: "ditutup",
    },
    _EN: {
        FindingState.OPEN: "open",
        FindingState.EXPLAINED: "explained",
        FindingState.DISMISSED: "dismissed",
        FindingState.CLOSED: "closed",
    },
}


def number(value: int, language: Language = _ID) -> str:
    """An integer with its thousands parted: '1.254' in Indonesian, '1,254' in English."""
    grouped = f"{value:,}"
    return grouped.replace(",", ".") if language is _ID else grouped


def decimal(value: float, language: Language = _ID, *, digits: int = 1) -> str:
    """A fraction as printed: '1,2' in Indonesian, '1.2' in English."""
    text = f"{value:.{digits}f}"
    return text.replace(".", ",") if language is _ID else text


@lru_cache(maxsize=4096)
def day(value: date, language: Language = _ID) -> str:
    """A date in words: '15 Oktober 2025'."""
    return f"{value.day} {MONTHS[language][value.month - 1]} {value.year}"


def unit_word(unit: Unit | None, language: Language = _ID) -> str:
    """What is counted, as a word after the number."""
    return NO_UNIT[language] if unit is None else UNITS[language][unit]


@lru_cache(maxsize=4096)
def period_text(year: int | None, period: str | None, language: Language = _ID) -> str:
    """'tahun 2024', 'Juli 2025', 'Januari–Oktober 2025'; empty when unknown."""
    if period is None:
        return "" if year is None else f"tahun {year}" if language is _ID else str(year)
    (first_year, first), (last_year, last) = (part.split("-") for part in period.split("/"))
    months = MONTHS[language]
    start, end = months[int(first) - 1], months[int(last) - 1]
    if first_year != last_year:
        return f"{start} {first_year}–{end} {last_year}"
    return f"{end} {last_year}" if first == last else f"{start}–{end} {last_year}"


@lru_cache(maxsize=4096)
def subject(
    unit: Unit | None,
    population: Population,
    violence: Violence,
    breakdown: str | None,
    language: Language = _ID,
) -> str:
    """What is counted, in words: 'kasus kekerasan seksual terhadap anak (usia 13-17)'."""
    what = VIOLENCE[language][violence]
    against = " terhadap " if language is _ID else " against "
    whom = "" if population is Population.ALL else against + POPULATIONS[language][population]
    within = "" if breakdown is None else f" ({breakdown_text(breakdown, language)})"
    of = " " if language is _ID else " of "
    return f"{unit_word(unit, language)}{of}{what}{whom}{within}"


_BREAKDOWNS = {
    _ID: {
        "type": "jenis",
        "age": "usia",
        "place": "tempat",
        "education": "pendidikan",
        "perpetrator": "pelaku",
        "status": "status",
        "work": "pekerjaan",
        "marital": "status perkawinan",
        "service": "layanan",
        "sex": "jenis kelamin",
        "other": "lain",
    },
    _EN: {"type": "kind", "sex": "sex", "work": "occupation", "marital": "marital status"},
}


def breakdown_text(breakdown: str, language: Language = _ID) -> str:
    """'age:13-17; sex:perempuan' as words: 'usia 13-17, jenis kelamin perempuan'."""
    parts = (part.strip().partition(":") for part in breakdown.split(";"))
    return ", ".join(_with_kind(_BREAKDOWNS[language].get(kind, kind), value) for kind, _, value in parts)


def _with_kind(kind: str, value: str) -> str:
    """'usia 13-17', and 'berusia 13-17' as it stands."""
    return value if kind in value.casefold() else f"{kind} {value}"
