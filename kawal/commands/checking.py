"""``kawal official …`` and ``kawal crosscheck``."""

import typer

official_app = typer.Typer(no_args_is_help=True, help="Official tables.")


def register(app: typer.Typer) -> None:
    """Add these commands to the door."""
    app.add_typer(official_app, name="official")
    app.command()(crosscheck)
