"""What a piece of work did, in one or two sentences for people."""

from typing import TYPE_CHECKING

from kawal.door import Door
from kawal.words import term

if TYPE_CHECKING:
    from crosscheck.run import CheckReport


def say_check(door: Door, report: "CheckReport") -> None:
    """Tell what a cross-check looked at and what became of the findings."""
    kinds = ", ".join(f"{term(door, kind)} {count}" for kind, count in sorted(report.by_kind.items()))
    counts = report.counts
    door.say(
        f"{report.figures} angka berita, {report.official} angka resmi, {report.left_out} tanpa wilayah atau "
        f"tahun. Temuan: {kinds or 'tidak ada'} ({counts.new} baru, {counts.closed} ditutup).",
        f"{report.figures} reported figures, {report.official} official ones, {report.left_out} without "
        f"region or year. Findings: {kinds or 'none'} ({counts.new} new, {counts.closed} closed).",
    )
