"""``kawal demo``: the whole job once, on the bundled newsroom."""

from typing import TYPE_CHECKING

import typer

from kawal.door import Door, door_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from demo.job import DemoReport
    from storage.database import Database
    from storage.findings import FindingRow

SHOWN_OF_A_KIND = 4
STEPS = {
    "crawl": ("Merayapi empat situs contoh dan membacanya", "Crawling four demo sites and reading them"),
    "reextract": ("Membaca ulang yang dibaca aturan lama", "Reading again what older rules read"),
    "official": ("Mengimpor tabel resmi contoh", "Importing the demo's official tables"),
    "crosscheck": ("Mencocokkan", "Cross-checking"),
    "digest": ("Menulis buletin", "Writing the digest"),
}


def register(app: typer.Typer) -> None:
    """Add this command to the door."""
    app.command()(demo)


def demo(
    context: typer.Context,
    edition: int = typer.Option(1, "--edition", min=1, max=2, help="2: an article changed, two are gone."),
) -> None:
    """Run the whole job once on the bundled newsroom, whose numbers are invented.

    Example: kawal demo
    """
    from demo.job import run_demo
    from kawal.commands.collecting import open_desk, print_outcomes
    from kawal.guards import refuse_live_pages
    from kawal.progress import counting
    from kawal.reports import say_check
    from storage.counts import count_rows

    door = door_of(context)
    desk = open_desk(door)
    with door.database() as database:
        refuse_live_pages(database)
        with database.session() as session:
            before = count_rows(session)
        with counting(door.err, door.word("Mengumpulkan", "Collecting")) as progress:
            report = run_demo(
                database,
                door.settings,
                desk,
                edition=edition,
                on_step=lambda step: door.err.print(door.word(*STEPS[step]) + " …"),
                on_progress=progress,
            )
        print_outcomes(door, report.crawl, as_json=False)
        say_check(door, report.findings)
        with database.session() as session:
            after = count_rows(session)
        _print_changes(door, report, before, after)
        _print_answers(door, database)
        _print_ways_on(door, report)


def _print_changes(door: Door, report: "DemoReport", before: dict[str, int], after: dict[str, int]) -> None:
    from kawal.output import print_table
    from kawal.words import stored_kind
    from models.vocabulary import Outcome

    title = door.word("Isi penyimpanan", "What is stored")
    columns = ("", door.word("sebelum", "before"), door.word("sesudah", "after"))
    print_table(
        door.out, title, columns, ((stored_kind(door, name), before[name], after[name]) for name in after)
    )
    ends = report.crawl.outcomes.values()
    lists = sum(counts.get(Outcome.DISCOVERY, 0) for counts in ends)
    unchanged = sum(counts.get(Outcome.UNCHANGED, 0) for counts in ends)
    # Lists are asked conditionally too: those of them that answered 304 sent nothing in full.
    full = report.full_pages - (lists - (report.not_modified - unchanged))
    door.say(
        f"{report.requests} permintaan: {lists} umpan, peta situs dan daftar; {full} halaman diunduh penuh; "
        f"{unchanged} halaman tidak berubah (304).",
        f"{report.requests} requests: {lists} feeds, sitemaps and lists; {full} pages downloaded in full; "
        f"{unchanged} pages not modified (304).",
    )
    if report.read_again:
        door.say(f"{report.read_again} berita dibaca ulang.", f"{report.read_again} articles read again.")
    if before == after:
        door.say("Tidak ada baris baru atau ganda.", "No row is new or doubled.")


def _print_answers(door: Door, database: "Database") -> None:
    from kawal.output import print_table
    from kawal.words import term
    from storage.figures import FigureRepository
    from storage.findings import FindingRepository
    from storage.programmes import ProgrammeRepository

    with database.session() as session:
        figures = FigureRepository(session).select()
        programmes = ProgrammeRepository(session).select()
        findings = FindingRepository(session).select()
    columns = (
        door.word("wilayah", "region"),
        door.word("tahun", "year"),
        door.word("jumlah", "count"),
        door.word("satuan", "unit"),
        door.word("korban", "population"),
        door.word("kekerasan", "violence"),
        door.word("media", "outlet"),
    )
    ordered = sorted(figures, key=lambda row: (row.region or "", row.year or 0, row.id))
    lines = (
        (
            row.region_name,
            row.period or row.year,
            row.value,
            term(door, row.unit),
            term(door, row.population),
            term(door, row.violence),
            row.outlet,
        )
        for row in ordered
    )
    print_table(door.out, door.word("Angka menurut wilayah dan tahun", "Figures"), columns, lines, numeric=2)
    names = (
        (row.name, term(door, row.kind), row.region_name, len(row.mentions))
        for row in sorted(programmes, key=lambda row: row.name.casefold())
    )
    headings = (
        door.word("program", "programme"),
        door.word("jenis", "kind"),
        door.word("wilayah", "region"),
        "n",
    )
    print_table(door.out, door.word("Program", "Programmes"), headings, names, numeric=3)
    _print_findings(door, findings)


def _print_findings(door: Door, findings: "Sequence[FindingRow]") -> None:
    """Print the gravest of every kind; the rest is one command away."""
    from kawal.words import term
    from models.masking import masked
    from models.vocabulary import FindingKind, Severity

    order = list(Severity)
    door.out.rule(door.word("Temuan", "Findings"))
    for kind in FindingKind:
        of_kind = [finding for finding in findings if finding.kind is kind]
        of_kind.sort(key=lambda finding: order.index(finding.severity), reverse=True)
        for finding in of_kind[:SHOWN_OF_A_KIND]:
            sentence = masked(door.word(finding.sentence_id, finding.sentence_en))
            door.out.print(f"• {term(door, kind)}: {sentence}", markup=False, highlight=False)
        if len(of_kind) > SHOWN_OF_A_KIND:
            left = len(of_kind) - SHOWN_OF_A_KIND
            command = f"kawal findings --kind {kind.value}"
            door.say(f"  … dan {left} lagi: {command}", f"  … and {left} more: {command}")


def _print_ways_on(door: Door, report: "DemoReport") -> None:
    door.say(f"\nBuletin: {report.digest.html}", f"\nDigest: {report.digest.html}")
    door.say(
        "Angka contoh ini karangan. Buka halamannya dengan: .venv/bin/kawal serve",
        "These figures are invented. Open the pages with: .venv/bin/kawal serve",
    )
