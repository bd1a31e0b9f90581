"""``kawal sources list``: the declared outlets."""

import typer

from kawal.commands.asking import AS_JSON
from kawal.door import door_of

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
    declared = load_declarations()
    if as_json:
        print_json(door.out, [declaration.model_dump(mode="json") for declaration in declared])
        return
    columns = ("name", "outlet", "kind", "home_region", "verified", "expected_per_week")
    rows = ([getattr(declaration, column) for column in columns] for declaration in declared)
    print_table(door.out, door.word("Media", "Outlets"), columns, rows)
