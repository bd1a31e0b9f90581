"""``kawal digest``: previews, sending, bounces."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from kawal.door import Door, door_of

if TYPE_CHECKING:
    from digest.sending import Sent
    from storage.database import Database

digest_app = typer.Typer(no_args_is_help=True, help="The digest: previews, sending, bounces.")


def register(app: typer.Typer) -> None:
    """Add these commands to the door."""
    app.add_typer(digest_app, name="digest")


@digest_app.command()
def preview(
    context: typer.Context,
    region: list[str] | None = typer.Option(None, "--region", help="Code or full name; repeatable."),
    topic: list[str] | None = typer.Option(None, "--topic", help="A topic; repeatable."),
    date: datetime | None = typer.Option(
        None, "--date", formats=["%Y-%m-%d"], help="Last day of the week shown; today when not given."
    ),
    since: datetime | None = typer.Option(
        None, "--since", formats=["%Y-%m-%d"], help="First day shown, instead of a week before the last."
    ),
    output: Path | None = typer.Option(
        None, "--output", "-o", help="Folder to write to; the data folder's 'digest' when not given."
    ),
    open_it: bool = typer.Option(False, "--open", help="Show the HTML in the browser."),
) -> None:
    """Write this week's digest to files, as HTML and text.

    Example: kawal digest preview --region 36 --date 2025-10-20 --open
    """
    from digest.preview import preview as write
    from kawal.places import region_code
    from kawal.wishing import topics_of
    from models.vocabulary import Language

    door = door_of(context)
    with door.database() as database, database.session() as session:
        codes = [region_code(session, name) for name in region or []]
        files = write(
            session,
            now=datetime.now(UTC),
            output_dir=output or door.settings.data_dir / "digest",
            since=since.date() if since else None,
            until=date.date() if date else None,
            regions=tuple(code for code in codes if code is not None),
            topics=topics_of(topic or []),
            language=Language(door.lang.value),
        )
    door.out.print(files.subject, markup=False)
    for path in (files.html, files.text):
        door.out.print(str(path), markup=False, soft_wrap=True)
    if open_it:
        typer.launch(files.html.resolve().as_uri())


@digest_app.command()
def send(
    context: typer.Context,
    dry_run: bool = typer.Option(False, "--dry-run", help="Say who would get what; send and store nothing."),
) -> None:
    """Send what is due now; the clock does the same every few minutes.

    Example: kawal digest send --dry-run
    """
    from models.errors import MailServerError
    from service.digest_sending import send_due

    door = door_of(context)
    with door.database() as database:
        if dry_run:
            _say_due(door, database)
            return
        done = send_due(database, door.settings, lambda: datetime.now(UTC))
    _say_sent(door, done)
    if done.trouble is not None:
        raise MailServerError(done.trouble, cure="")


@digest_app.command()
def bounces(
    context: typer.Context,
    mailbox: Path = typer.Argument(help="An mbox file or a Maildir with the mails that came back."),
) -> None:
    """Read mails that came back, and complaints; pause those whose address is no good.

    Example: kawal digest bounces /var/mail/buletin
    """
    from digest.bounces import import_bounces, open_mailbox

    door = door_of(context)
    mails = open_mailbox(mailbox)
    with door.database() as database, database.session() as session:
        found = import_bounces(session, mails, now=datetime.now(UTC))
    door.say(
        f"{found.mails} surel dibaca: {found.bounced} alamat dihentikan, {found.complained} keluhan, "
        f"{found.passing} gangguan sementara, {found.unknown} bukan balasan atas surel kami.",
        f"{found.mails} mails read: {found.bounced} addresses paused, {found.complained} complaints, "
        f"{found.passing} passing troubles, {found.unknown} no answers to mails of ours.",
    )


def _say_due(door: Door, database: "Database") -> None:
    from digest.planning import due_now
    from kawal.output import print_table
    from storage.deliveries import DeliveryRepository
    from storage.subscribers import SubscriberRepository

    with database.session() as session:
        readers = tuple(SubscriberRepository(session).confirmed())
        known = DeliveryRepository(session).last_due()
        due = list(due_now(readers, known, datetime.now(UTC)))
    columns = [door.word("alamat", "address"), door.word("jadwal", "due"), door.word("dari", "from")]
    columns += [door.word("sampai", "until"), door.word("keterangan", "note")]
    rows = (
        (one.person.email, f"{one.slot:%Y-%m-%d %H:%M %Z}", one.span.since, one.span.until, one.skipped)
        for one in due
    )
    print_table(door.out, door.word("Akan dikirim", "To be sent"), columns, rows)


def _say_sent(door: Door, done: "Sent") -> None:
    if done.busy:
        door.say("Proses lain sedang mengirim.", "Another process is sending.")
        return
    door.say(
        f"{done.sent} terkirim, {done.postponed} ditunda, {done.failed} gagal, {done.letters} surat; "
        f"{len(done.paused)} pelanggan dihentikan sementara.",
        f"{done.sent} sent, {done.postponed} postponed, {done.failed} failed, {done.letters} letters; "
        f"{len(done.paused)} subscribers paused.",
    )
