"""The words of official tables: what column names and category values mean.

Every phrase is a fact of the portals' language. A phrase that is not here is not
understood, and the table says so.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from models.vocabulary import Population, Unit, Violence


class Role(StrEnum):
    """What a column is for."""

    PROVINCE = "province"
    PROVINCE_CODE = "province_code"
    REGION = "region"
    REGION_CODE = "region_code"
    DISTRICT = "district"
    DISTRICT_CODE = "district_code"
    TIME = "time"
    UNIT = "unit"
    COUNT = "count"
    SEX = "sex"
    VICTIMS = "victims"
    AGE = "age"
    EDUCATION = "education"
    WORK = "work"
    PLACE = "place"
    VIOLENCE = "violence"
    PERPETRATOR = "perpetrator"
    SERVICE = "service"
    STATUS = "status"
    MARITAL = "marital"
    OTHER = "other"
    IGNORE = "ignore"


CATEGORIES = (
    Role.SEX,
    Role.VICTIMS,
    Role.AGE,
    Role.EDUCATION,
    Role.WORK,
    Role.PLACE,
    Role.VIOLENCE,
    Role.PERPETRATOR,
    Role.SERVICE,
    Role.STATUS,
    Role.MARITAL,
    Role.OTHER,
)


class Sex(StrEnum):
    """Of whatever age; the vocabulary of populations has no word for that."""

    MALE = "laki-laki"
    FEMALE = "perempuan"


UNITS = {
    "kasus": Unit.CASES,
    "kejadian": Unit.CASES,
    "perkara": Unit.CASES,
    "peristiwa": Unit.CASES,
    "korban": Unit.VICTIMS,
    "klien": Unit.VICTIMS,
    "orang": Unit.VICTIMS,
    "jiwa": Unit.VICTIMS,
    "anak": Unit.VICTIMS,
    "penyintas": Unit.VICTIMS,
    "laporan": Unit.REPORTS,
    "aduan": Unit.REPORTS,
    "pengaduan": Unit.REPORTS,
    "pelaku": Unit.PERPETRATORS,
    "tersangka": Unit.PERPETRATORS,
}

POPULATIONS = {
    "perempuan dan anak": Population.WOMEN_CHILDREN,
    "perempuan anak": Population.WOMEN_CHILDREN,
    "anak dan perempuan": Population.WOMEN_CHILDREN,
    "anak laki laki": Population.BOYS,
    "anak laki": Population.BOYS,
    "anak perempuan": Population.GIRLS,
    "perempuan dewasa": Population.WOMEN,
    "dewasa perempuan": Population.WOMEN,
    "laki laki dewasa": Population.MEN,
    "dewasa laki laki": Population.MEN,
    "anak anak": Population.CHILDREN,
    "anak": Population.CHILDREN,
    "istri": Population.WOMEN,
}

SEXES = {
    "laki laki": Sex.MALE,
    "laki": Sex.MALE,
    "lk": Sex.MALE,
    "pria": Sex.MALE,
    "male": Sex.MALE,
    "perempuan": Sex.FEMALE,
    "wanita": Sex.FEMALE,
    "pr": Sex.FEMALE,
    "female": Sex.FEMALE,
}

ONE_LETTER_SEXES = {"l": Sex.MALE, "p": Sex.FEMALE}

VIOLENCE: dict[str, tuple[Violence, bool]] = {
    # phrase → (class, whether the phrase is a subtype worth keeping as type:…)
    "fisik": (Violence.PHYSICAL, False),
    "penganiayaan": (Violence.PHYSICAL, True),
    "psikis": (Violence.PSYCHOLOGICAL, False),
    "psikologis": (Violence.PSYCHOLOGICAL, False),
    "seksual": (Violence.SEXUAL, False),
    "asusila": (Violence.SEXUAL, False),
    "pelecehan seksual": (Violence.SEXUAL, True),
    "pelecehan": (Violence.SEXUAL, True),
    "pencabulan": (Violence.SEXUAL, True),
    "persetubuhan": (Violence.SEXUAL, True),
    "perkosaan": (Violence.SEXUAL, True),
    "pemerkosaan": (Violence.SEXUAL, True),
    "sodomi": (Violence.SEXUAL, True),
    "kdrt": (Violence.DOMESTIC, False),
    "kekerasan dalam rumah tangga": (Violence.DOMESTIC, False),
    "penelantaran rumah tangga": (Violence.NEGLECT, False),
    "penelantaran": (Violence.NEGLECT, False),
    "trafficking": (Violence.TRAFFICKING, False),
    "traficking": (Violence.TRAFFICKING, False),
    "trafiking": (Violence.TRAFFICKING, False),
    "tppo": (Violence.TRAFFICKING, False),
    "tindak pidana perdagangan orang": (Violence.TRAFFICKING, False),
    "perdagangan orang": (Violence.TRAFFICKING, False),
    "eksploitasi": (Violence.EXPLOITATION, False),
    "eksploitasi seksual": (Violence.EXPLOITATION, True),
    "eksploitasi ekonomi": (Violence.EXPLOITATION, True),
    "kbgo": (Violence.ONLINE, False),
    "ksbe": (Violence.ONLINE, False),
    "berbasis gender online": (Violence.ONLINE, False),
    "berbasis elektronik": (Violence.ONLINE, False),
    "perundungan": (Violence.BULLYING, False),
    "bullying": (Violence.BULLYING, False),
    "abh": (Violence.OFFENDER_CHILD, False),
    "anak berhadapan dengan hukum": (Violence.OFFENDER_CHILD, False),
    "anak berkonflik dengan hukum": (Violence.OFFENDER_CHILD, False),
    "hak asuh anak": (Violence.CUSTODY, False),
    "hak asuh": (Violence.CUSTODY, False),
    "perkawinan anak": (Violence.CHILD_MARRIAGE, False),
    "pernikahan anak": (Violence.CHILD_MARRIAGE, False),
    "pernikahan dini": (Violence.CHILD_MARRIAGE, False),
    "lain lain": (Violence.OTHER, False),
    "lain": (Violence.OTHER, False),
    "lainnya": (Violence.OTHER, False),
    "kasus lain": (Violence.OTHER, False),
}

EDUCATION = (
    *("tidak sekolah", "belum sekolah", "tidak tamat sd", "paud", "tk", "tk paud", "sd", "smp", "sltp"),
    *("sma", "slta", "smk", "perguruan tinggi", "diploma", "sarjana", "s1", "s2"),
)
PLACES = (
    *("rumah tangga", "tempat kerja", "sekolah", "fasilitas umum", "tempat umum"),
    *("lembaga pendidikan kilat", "jalan", "daerah bencana", "media sosial"),
)
WORK = (
    *("ibu rumah tangga", "pelajar", "tidak bekerja", "bekerja", "buruh", "swasta", "pegawai swasta"),
    *("pns", "tni", "polri", "petani", "nelayan", "pedagang", "wiraswasta"),
    *("pns tni polri", "swasta buruh", "pegawai swasta buruh", "pedagang tani nelayan"),
)

UNKNOWN_CATEGORY = "tidak diketahui"
TOTALS = {"total", "jumlah", "jumlah total", "grand total", "total keseluruhan", "semua", "jml"}


@dataclass(frozen=True, slots=True)
class AgeBand:
    """Ages from–to, inclusive; None is open."""

    first: int | None
    last: int | None

    @property
    def is_child(self) -> bool:
        """Under 18, the age of children in UU 35/2014."""
        return self.last is not None and self.last <= 17

    @property
    def is_adult(self) -> bool:
        """18 and over."""
        return self.first is not None and self.first >= 18

    def __str__(self) -> str:
        if self.last is None:
            return f"{self.first}+"
        return f"0-{self.last}" if self.first is None else f"{self.first}-{self.last}"


_BAND = re.compile(r"(?<![\d-])(\d{1,2}) ?(?:-|–|s/?d|sampai|hingga) ?(\d{1,2})(?![\d-])")
_OVER = re.compile(r"(?:> ?= ?|≥ ?)(\d{1,2})|(\d{1,2}) ?(?:\+|tahun ke ?atas|thn ke ?atas|ke atas)")
_MORE = re.compile(r"> ?(\d{1,2})|(?:di )?atas (\d{1,2})")
_UNDER = re.compile(r"< ?(\d{1,2})|(?:di )?bawah (\d{1,2})|kurang dari (\d{1,2})")
_AT_MOST = re.compile(r"(?:< ?= ?|≤ ?)(\d{1,2})")


def age_band(text: str) -> AgeBand | None:
    """'13-17 TAHUN', '60 +', '< 18 tahun', '≥18': the ages meant, or None."""
    words = " ".join(text.casefold().replace("_", " ").split())
    between = _BAND.search(words)
    if between:
        return AgeBand(int(between[1]), int(between[2]))
    for pattern, shift, low in (
        (_OVER, 0, True),
        (_AT_MOST, 0, False),
        (_MORE, 1, True),
        (_UNDER, -1, False),
    ):
        found = pattern.search(words)
        if found:
            age = int(next(group for group in found.groups() if group)) + shift
            return AgeBand(age, None) if low else AgeBand(None, age)
    return None


def fold(text: str) -> str:
    """Lower-case words parted by single blanks: 'KORBAN_ANAK (LAKI-LAKI)' is 'korban anak laki laki'."""
    return " ".join(re.sub(r"[\W_]+", " ", text.casefold()).split())


def violence_named(text: str) -> tuple[Violence, str | None] | None:
    """The class of a violence category, and its subtype if it is one."""
    folded = fold(text)
    for phrase in (folded, folded.removeprefix("kekerasan "), folded.removeprefix("jumlah ")):
        if phrase in VIOLENCE:
            violence, subtype = VIOLENCE[phrase]
            return violence, f"type:{phrase}" if subtype else None
    return None
