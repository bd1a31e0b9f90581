"""``kawal sources list|check|add|health``: the declared outlets."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import typer

from kawal.commands.asking import AS_JSON
from kawal.commands.collecting import now
from kawal.door import Door, door_of

if TYPE_CHECKING:
    from crawler.health import Health
    from crawler.trial import Trial

ALARMED = 4
"""Exit code of ``sources health --strict`` when an alarm stands; that of an outlet's trouble."""

sources_app = typer.Typer(no_args_is_help=True, help="The outlets.")


def register(app: typer.Typer) -> None:
    """Add these commands to the door."""
    app.add_typer(sources_app, name="sources")


@sources_app.command(name="list")
def list_(context: typer.Context, as_json: bool = AS_JSON) -> None:
    """List the declared outlets; 'verified' means somebody checked the declaration live.

    Example: kawal sources list
    """
    from crawler.declarations import load_declarations
    from kawal.output import print_json, print_table

    door = door_of(context)
    declared = load_declarations(added=door.settings.outlets_dir)
    if as_json:
        print_json(door.out, [declaration.model_dump(mode="json") for declaration in declared])
        return
    columns = ("name", "outlet", "kind", "home_region", "verified", "expected_per_week")
    rows = ([getattr(declaration, column) for column in columns] for declaration in declared)
    print_table(door.out, door.word("Media", "Outlets"), columns, rows)


@sources_app.command()
def check(
    context: typer.Context,
    name: str = typer.Argument(..., help="A declared outlet; see kawal sources list."),
    delay: float = typer.Option(2.0, "--delay", min=0, help="Seconds between two requests."),
    as_json: bool = AS_JSON,
) -> None:
    """Ask an outlet's live site for its lists and three articles; store nothing.

    Example: kawal sources check bantentv
    """
    from crawler.trial import try_outlet
    from service.cycle import chosen

    door = door_of(context)
    [declaration] = chosen([name], added=door.settings.outlets_dir)
    with door.err.status(door.word(f"Menanyai {declaration.outlet} …", f"Asking {declaration.outlet} …")):
        trial = try_outlet(declaration, door.settings, delay=delay)
    _show_trial(door, trial, as_json=as_json, reader=declaration.reader_on(now().date()))


@sources_app.command()
def add(
    context: typer.Context,
    url: str = typer.Argument(..., help="The outlet's home page."),
    name: str | None = typer.Option(None, "--name", help="Short name; made from the domain when not given."),
    region: str | None = typer.Option(None, "--region", help="Kemendagri code of its home region."),
    delay: float = typer.Option(2.0, "--delay", min=0, help="Seconds between two requests."),
) -> None:
    """Find an outlet's feeds, sitemaps and article addresses, and write its declaration.

    Example: kawal sources add https://contoh.id/ --name contoh --region 36.73
    """
    from crawler.proposal import as_toml, propose_outlet
    from models.errors import SourceError

    door = door_of(context)
    with door.err.status(door.word(f"Menanyai {url} …", f"Asking {url} …")):
        proposal = propose_outlet(url, door.settings, name=name, region=region, delay=delay)
    declaration = proposal.declaration
    path = door.settings.outlets_dir / f"{declaration.name}.toml"
    if path.exists():
        raise SourceError(f"{path} is there already.", cure="Choose another --name, or edit the file.")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(as_toml(declaration), "utf-8")
    _show_trial(door, proposal.trial, as_json=False)
    door.out.print(str(path), markup=False, soft_wrap=True)


@sources_app.command()
def health(
    context: typer.Context,
    names: list[str] | None = typer.Argument(None, help="Outlets; none means all that were collected from."),
    strict: bool = typer.Option(False, "--strict", help="Exit code 4 when an alarm stands."),
    as_json: bool = AS_JSON,
) -> None:
    """Tell how the outlets are doing, and what a person should look at.

    Example: kawal sources health --strict
    """
    from datetime import UTC, datetime

    from crawler.declarations import load_declarations
    from service.cycle import chosen
    from service.health import look_at_sources

    door = door_of(context)
    declared = load_declarations(added=door.settings.outlets_dir)
    wanted = {one.name for one in chosen(names or (), added=door.settings.outlets_dir)}
    with door.database() as database, database.session() as session:
        found = look_at_sources(session, declared, now=datetime.now(UTC))
    shown = [one for one in found if one.name in wanted]
    _show_health(door, shown, as_json=as_json)
    if strict and any(one.alarms for one in shown):
        raise typer.Exit(ALARMED)


def _show_health(door: Door, found: Sequence["Health"], *, as_json: bool) -> None:
    from kawal.output import print_json, print_table
    from service.health import as_numbers

    if as_json:
        print_json(
            door.out,
            (
                {
                    "name": one.name,
                    "outlet": one.outlet,
                    **as_numbers(one),
                    "alarms": [
                        {"kind": alarm.kind.value, "id": alarm.sentence_id, "en": alarm.sentence_en}
                        for alarm in one.alarms
                    ],
                }
                for one in found
            ),
        )
        return
    columns = (
        door.word("media", "outlet"),
        door.word("terakhir menjawab", "last answer"),
        door.word("hari sunyi", "silent days"),
        door.word("berita/minggu", "articles/week"),
        door.word("biasanya", "usually"),
        door.word("bertanggal", "dated"),
        door.word("relevan", "relevant"),
        door.word("perlu dilihat", "to look at"),
    )
    rows = (_health_row(door, one) for one in found)
    print_table(door.out, door.word("Kesehatan media", "Health of the outlets"), columns, rows)


def _health_row(door: Door, one: "Health") -> list[object]:
    alarms = [door.word(alarm.sentence_id, alarm.sentence_en) for alarm in one.alarms]
    return [
        one.outlet,
        None if one.last_success is None else f"{one.last_success:%Y-%m-%d %H:%M}",
        one.silent_days,
        one.per_week,
        one.expected_per_week,
        None if one.dated is None else f"{one.dated:.0%}",
        None if one.relevant is None else f"{one.relevant:.0%}",
        " ".join(alarms) or None,
    ]


def _show_trial(door: Door, trial: "Trial", *, as_json: bool, reader: str | None = None) -> None:
    from kawal.output import print_json, print_table

    articles = _articles(trial, reader=reader)
    if as_json:
        lists = {url: len(addresses) for url, addresses in trial.listed.items()}
        ended = [{"url": one.url, "outcome": one.outcome.value, "detail": one.detail} for one in trial.ended]
        print_json(door.out, [{"ended": ended, "listed": lists, "articles": articles}])
        return
    rows = (
        (one.url, one.outcome.value, len(trial.listed.get(one.url, ())) or None, one.detail)
        for one in trial.ended
    )
    columns = ("url", door.word("hasil", "outcome"), door.word("alamat", "addresses"), "")
    print_table(door.out, door.word("Yang ditanyakan", "What was asked"), columns, rows)
    columns = (
        "url",
        door.word("judul", "title"),
        door.word("terbit", "published"),
        door.word("huruf", "characters"),
    )
    lines = ([article[key] for key in ("url", "title", "published", "characters")] for article in articles)
    print_table(door.out, door.word("Yang terbaca", "What was read"), columns, lines, numeric=3)


def _articles(trial: "Trial", *, reader: str | None) -> list[dict[str, Any]]:
    """Read the pages that came, with the outlet's own reader if it has one; what is no article says so."""
    from extractors.reading.page import NotArticle, read_page

    found: list[dict[str, Any]] = []
    for page in trial.pages:
        reading = read_page(page.body, url=page.url, charset=page.charset, reader=reader)
        if isinstance(reading, NotArticle):
            found.append(
                {"url": page.url, "title": reading.outcome.value, "published": None, "characters": 0}
            )
            continue
        published = None if reading.published is None else reading.published.isoformat()
        found.append(
            {"url": page.url, "title": reading.title, "published": published, "characters": len(reading.text)}
        )
    return found
