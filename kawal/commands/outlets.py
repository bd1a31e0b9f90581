"""``kawal sources list|check|add``: the declared outlets."""

from typing import TYPE_CHECKING, Any

import typer

from kawal.commands.asking import AS_JSON
from kawal.door import Door, door_of

if TYPE_CHECKING:
    from crawler.trial import Trial

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
    _show_trial(door, trial, as_json=as_json)


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


def _show_trial(door: Door, trial: "Trial", *, as_json: bool) -> None:
    from kawal.output import print_json, print_table

    articles = _articles(trial)
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


def _articles(trial: "Trial") -> list[dict[str, Any]]:
    """Read the pages that came with the generic reader; a page that is no article says what it is."""
    from extractors.reading.page import NotArticle, read_page

    found: list[dict[str, Any]] = []
    for page in trial.pages:
        reading = read_page(page.body, url=page.url, charset=page.charset)
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
