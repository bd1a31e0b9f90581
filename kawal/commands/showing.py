"""``kawal serve``."""

import typer

from kawal.door import door_of


def register(app: typer.Typer) -> None:
    """Add this command to the door."""
    app.command()(serve)


def serve(
    context: typer.Context,
    host: str = typer.Option("127.0.0.1", "--host", help="Address to listen on."),
    port: int = typer.Option(8080, "--port", min=1, max=65535, help="Port to listen on."),
    workers: int | None = typer.Option(
        None, "--workers", min=1, max=64, help="Processes that answer; one a core, four at most, if not said."
    ),
) -> None:
    """Open the pages on this machine until stopped.

    Example: kawal serve --port 8080
    """
    from web import serving

    door = door_of(context)
    with door.database() as database:
        door.say(
            f"Halaman terbuka di http://{host}:{port}/ ; hentikan dengan Ctrl-C.",
            f"The pages are open at http://{host}:{port}/ ; stop with Ctrl-C.",
        )
        serving.serve(
            database,
            host=host,
            port=port,
            settings=door.settings,
            workers=workers or serving.default_workers(),
        )
