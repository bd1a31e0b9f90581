"""``kawal subscribers``: who gets the digest."""

import csv
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from kawal.door import Door, door_of
from models.errors import BadInputError

if TYPE_CHECKING:
    from models.subscribing import Subscriber

subscribers_app = typer.Typer(no_args_is_help=True, help="Who gets the digest.")
COLUMNS = ("email", "regions", "topics", "language", "frequency", "day", "hour", "zone", "empty")


def register(app: typer.Typer) -> None:
    """Add these commands to the door."""
    app.add_typer(subscribers_app, name="subscribers")


@subscribers_app.command()
def add(
    context: typer.Context,
    email: str = typer.Argument(help="The address."),
    region: list[str] | None = typer.Option(None, "--region", help="Code or full name; repeatable."),
    topic: list[str] | None = typer.Option(None, "--topic", help="A topic; repeatable; none is all."),
    language: str = typer.Option("", "--language", help="id or en."),
    frequency: str = typer.Option("", "--frequency", help="weekly, daily or monthly."),
    day: str = typer.Option("", "--day", help="senin … minggu, or 1 to 28 when monthly."),
    hour: str = typer.Option("", "--hour", help="0 to 23."),
    zone: str = typer.Option("", "--zone", help="WIB, WITA or WIT."),
    empty: str = typer.Option("", "--empty", help="When there is nothing new: line or nothing."),
    confirmed: bool = typer.Option(
        False, "--confirmed", help="The owner has agreed already; without it a letter asks."
    ),
    resume: bool = typer.Option(False, "--resume", help="Write again to somebody who was paused."),
) -> None:
    """Enter a subscriber, or change the wishes of one.

    Example: kawal subscribers add ibu@contoh.org --region 36 --day senin --hour 6 --zone WIB
    """
    from digest.subscribing import enter
    from kawal.wishing import address_of, wishes_from
    from storage.subscribers import SubscriberRepository, wishes_of

    door = door_of(context)
    typed = {
        "regions": ";".join(region or []),
        "topics": ";".join(topic or []),
        "language": language,
        "frequency": frequency,
        "day": day,
        "hour": hour,
        "zone": zone,
        "empty": empty,
    }
    address = address_of(email)
    with door.database() as database, database.session() as session:
        known = SubscriberRepository(session).by_email(address)
        wishes = wishes_from(session, typed, usual=None if known is None else wishes_of(known))
        person = enter(session, address, wishes, now=datetime.now(UTC), confirmed=confirmed, resume=resume)
        door.out.print(f"{person.email}: {_state(door, person)}", markup=False)


@subscribers_app.command("list")
def list_all(
    context: typer.Context,
    as_json: bool = typer.Option(False, "--json", help="For programs."),
) -> None:
    """List the subscribers, and why nothing is sent to some.

    Example: kawal subscribers list --json
    """
    from kawal.output import print_json, print_table
    from storage.subscribers import SubscriberRepository

    door = door_of(context)
    with door.database() as database, database.session() as session:
        people = SubscriberRepository(session).list()
    if as_json:
        print_json(door.out, (_record(person) for person in people))
        return
    columns = [door.word("alamat", "address"), door.word("wilayah", "regions"), door.word("topik", "topics")]
    columns += [door.word("jadwal", "when"), door.word("keadaan", "state")]
    rows = (
        (
            person.email,
            ", ".join(person.regions) or "ID",
            ", ".join(person.topics) or "–",
            _when(door, person),
            _state(door, person),
        )
        for person in people
    )
    print_table(door.out, door.word("Pelanggan", "Subscribers"), columns, rows)


@subscribers_app.command()
def remove(context: typer.Context, email: str = typer.Argument(help="The address.")) -> None:
    """Forget a subscriber and everything that was sent there.

    Example: kawal subscribers remove ibu@contoh.org
    """
    from storage.subscribers import SubscriberRepository

    door = door_of(context)
    with door.database() as database, database.session() as session:
        known = SubscriberRepository(session).remove(email)
    if not known:
        raise BadInputError(f"{email!r} is no subscriber.", cure="See kawal subscribers list.")
    door.say("Dihapus.", "Removed.")


@subscribers_app.command("import")
def import_file(
    context: typer.Context,
    path: Path = typer.Argument(exists=True, dir_okay=False, help="CSV; its columns are said below."),
    confirmed: bool = typer.Option(
        False, "--confirmed", help="The owners have agreed already; without it a letter asks each."
    ),
) -> None:
    """Enter subscribers of a CSV file: all of them, or none and the line that is wrong.

    Columns: email, and where wanted regions, topics (several parted by ;), language, frequency, day, hour,
    zone, empty. Whoever unsubscribed before is left out.

    Example: kawal subscribers import pembaca.csv
    """
    from digest.subscribing import enter
    from kawal.wishing import address_of, wishes_from
    from storage.subscribers import SubscriberRepository

    door = door_of(context)
    rows = _rows(path)
    now = datetime.now(UTC)
    left = 0
    with door.database() as database, database.session() as session:
        for line, row in enumerate(rows, start=2):
            try:
                address, wishes = address_of(row["email"]), wishes_from(session, row)
            except BadInputError as error:
                raise BadInputError(f"{path}, line {line}: {error.problem}", cure=error.cure) from error
            known = SubscriberRepository(session).by_email(address)
            if known is not None and known.unsubscribed_at is not None:
                left += 1
                continue
            enter(session, address, wishes, now=now, confirmed=confirmed)
    door.say(
        f"{len(rows) - left} pelanggan dimasukkan, {left} dilewati karena sudah berhenti.",
        f"{len(rows) - left} subscribers entered, {left} left out because they unsubscribed.",
    )


def _rows(path: Path) -> list[dict[str, str]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            reader = csv.DictReader(lines, restval="")
            rows = list(reader)
            named = tuple(reader.fieldnames or ())
    except (UnicodeDecodeError, csv.Error) as error:
        raise BadInputError(f"{path} is no CSV in UTF-8: {error}.", cure="Save it as CSV UTF-8.") from error
    unknown = [name for name in named if name not in COLUMNS]
    if "email" not in named or unknown or any(None in row for row in rows):
        listed = ", ".join(COLUMNS)
        raise BadInputError(f"The columns of {path} are {', '.join(named)}.", cure=f"Known are {listed}.")
    return rows


def _when(door: Door, person: "Subscriber") -> str:
    from digest.mails import when_in_words
    from digest.texts import load_texts
    from models.vocabulary import Language

    return when_in_words(person, load_texts(Language(door.lang.value))).rstrip(".")


def _state(door: Door, person: "Subscriber") -> str:
    if person.unsubscribed_at is not None:
        return door.word("berhenti", "unsubscribed")
    if person.paused_reason is not None:
        return door.word(f"dihentikan sementara: {person.paused_reason}", f"paused: {person.paused_reason}")
    if person.confirmed_at is None:
        return door.word("menunggu konfirmasi", "waits for confirmation")
    return door.word("aktif", "active")


def _record(person: "Subscriber") -> dict[str, object]:
    names = ("email", "regions", "topics", "language", "frequency", "weekday", "monthday", "hour", "zone")
    instants = ("created_at", "confirmed_at", "paused_at", "unsubscribed_at")
    record: dict[str, object] = {name: getattr(person, name) for name in names}
    record |= {"when_empty": person.when_empty, "paused_reason": person.paused_reason}
    for name in instants:
        instant = getattr(person, name)
        record[name] = None if instant is None else instant.isoformat()
    return record
