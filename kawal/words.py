"""Column headings and status words that readers see, in both languages."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from crosscheck.official.reasons import Reason
from kawal.door import Door
from models import labels
from models.vocabulary import (
    Direction,
    FindingKind,
    FindingState,
    Language,
    Population,
    ProgrammeAction,
    ProgrammeKind,
    Qualifier,
    Severity,
    Unit,
    Violence,
)

_HEADINGS = {
    "value": ("jumlah", "count"),
    "unit": ("satuan", "unit"),
    "region": ("kode", "code"),
    "region_name": ("wilayah", "region"),
    "year": ("tahun", "year"),
    "period": ("periode", "period"),
    "population": ("korban", "population"),
    "violence": ("kekerasan", "violence"),
    "breakdown": ("rincian", "breakdown"),
    "qualifier": ("ketepatan", "qualifier"),
    "source": ("sumber", "source"),
    "outlet": ("media", "outlet"),
    "published": ("terbit", "published"),
    "evidence": ("kalimat", "evidence"),
    "confidence": ("keyakinan", "confidence"),
    "name": ("nama", "name"),
    "kind": ("jenis", "kind"),
    "action": ("keadaan", "action"),
    "direction": ("arah", "direction"),
    "delta": ("selisih", "delta"),
    "from_year": ("dari", "from"),
    "to_year": ("ke", "to"),
    "title": ("judul", "title"),
    "figures": ("angka", "figures"),
    "severity": ("bobot", "severity"),
    "state": ("status", "state"),
    "closed_reason": ("alasan ditutup", "closed because"),
    "sentence": ("kesimpulan", "finding"),
    "outcome": ("hasil", "outcome"),
    "pages": ("halaman", "pages"),
    "total": ("jumlah", "total"),
    "portal": ("portal", "portal"),
    "version": ("versi", "version"),
    "home_region": ("wilayah", "home"),
    "verified": ("teruji", "verified"),
    "last": ("terakhir", "last"),
    "months": ("bulan", "months"),
    "what": ("yang dihitung", "what is counted"),
    "outlets": ("media", "outlets"),
    "matches": ("sesuai", "match"),
    "differs": ("berbeda", "differ"),
    "share": ("bagian sesuai", "share"),
    "before": ("sebelum", "before"),
    "after": ("sesudah", "after"),
    "": ("", ""),
    "id": ("nomor", "number"),
    "publisher": ("penerbit", "publisher"),
    "retrieved": ("diambil", "retrieved"),
    "superseded": ("digantikan", "superseded"),
    "column": ("kolom", "column"),
    "role": ("peran", "role"),
    "meaning": ("arti", "meaning"),
    "because": ("karena", "because"),
    "example": ("contoh", "example"),
    "row": ("baris", "row"),
    "content": ("isi", "content"),
    "reason": ("alasan", "reason"),
    "stored": ("tersimpan", "stored"),
    "rows": ("jumlah", "rows"),
    "run": ("nomor", "run"),
    "status": ("keadaan", "status"),
    "started": ("mulai", "started"),
    "error": ("galat", "error"),
    "schedule": ("jadwal", "schedule"),
    "next": ("berikutnya", "next"),
    "clock": ("jam", "clock"),
    "job": ("pekerjaan", "job"),
    "todo": ("menunggu", "to do"),
    "doing": ("berjalan", "doing"),
    "succeeded": ("selesai", "succeeded"),
    "failed": ("gagal", "failed"),
    "worker": ("pekerja", "worker"),
    "machine": ("mesin", "machine"),
    "pid": ("pid", "pid"),
    "queues": ("antrean", "queues"),
    "last_sign": ("tanda terakhir", "last sign"),
    "alive": ("hidup", "alive"),
    "since": ("sejak", "since"),
    "created_at": ("dibuat", "created"),
    "disabled_at": ("ditutup", "closed"),
}

_STORED = {
    "pages": ("halaman", "pages"),
    "articles": ("berita", "articles"),
    "figures": ("angka", "figures"),
    "programmes": ("program", "programmes"),
    "trends": ("kecenderungan", "trends"),
    "official_figures": ("angka resmi", "official figures"),
    "findings": ("temuan", "findings"),
    "pages_waiting": ("halaman menunggu dibaca", "pages waiting"),
}
_INITIATIVES: Mapping[StrEnum, str] = {
    Direction.UP: "naik",
    Direction.DOWN: "turun",
    Direction.FLAT: "tetap",
    ProgrammeAction.LAUNCHED: "diluncurkan",
    ProgrammeAction.PLANNED: "direncanakan",
    ProgrammeAction.RUNNING: "berjalan",
    ProgrammeAction.MENTIONED: "disebut",
    ProgrammeKind.SERVICE: "layanan",
    ProgrammeKind.HOTLINE: "saluran telepon",
    ProgrammeKind.APP: "aplikasi",
    ProgrammeKind.SPACE: "ruang",
    ProgrammeKind.TASK_FORCE: "satuan tugas",
    ProgrammeKind.COMMUNITY: "komunitas",
    ProgrammeKind.CAMPAIGN: "kampanye",
    ProgrammeKind.POLICY: "kebijakan",
    ProgrammeKind.OTHER: "lainnya",
}
_LABELS: Mapping[type[StrEnum], Mapping[Language, Mapping[Any, str]]] = {
    Unit: labels.UNITS,
    Population: labels.POPULATIONS,
    Violence: labels.VIOLENCE,
    Qualifier: labels.QUALIFIERS,
    FindingKind: labels.FINDING_KINDS,
    Severity: labels.SEVERITIES,
    FindingState: labels.STATES,
}


def heading(door: Door, column: str) -> str:
    """Name a column for the reader."""
    return door.word(*_HEADINGS[column])


def stored_kind(door: Door, kind: str) -> str:
    """Name one of the things that are kept."""
    return door.word(*_STORED[kind])


def term(door: Door, word: object) -> object:
    """Say a vocabulary word, a reason or a yes in the reader's language; anything else stays as it is."""
    if isinstance(word, Reason):
        return word.said(Language(door.lang.value))
    if isinstance(word, bool):
        return door.word("ya", "yes") if word else None
    if not isinstance(word, StrEnum):
        return word
    table = _LABELS.get(type(word))
    if table is not None:
        return table[Language(door.lang.value)][word]
    return door.word(_INITIATIVES.get(word, word.value), word.value)
