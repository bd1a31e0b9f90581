"""``kawal digest preview`` and ``kawal serve``."""

from datetime import UTC, datetime
from pathlib import Path

import typer

from kawal.door import door_of

digest_app = typer.Typer(no_args_is_help=True, help="The weekly digest.")


def register(app: typer.Typer) -> None:
    """Add these commands to the door."""
    app.add_typer(digest_app, name="digest")
    app.command()(serve)


@digest_app.callback()
def _digest() -> None:
    """The weekly digest."""


@digest_app.command()
def preview(
    context: typer.Context,
    region: list[str] | None = typer.Option(None, "--region", help="Code or full name; repeatable."),
    date: datetime | None = typer.Option(
        None, "--date", formats=["%Y-%m-%d"], help="Last day of the week shown; today when not given."
    ),
    since: datetime | None = typer.Option(
        None, "--since", formats=["%Y-%m-%d"], help="First day shown, instead of a week before the last."
    ),
    output: Path | None = typer.Option(
        None, "--output", "-o", help="Folder to write to; the data folder's 'digest' when not given."
    ),
) -> None:
    """Write this week's digest to files, as HTML and text.

    Example: kawal digest preview --region 36 --date 2025-10-20
    """
    from digest.preview import preview as write
    from kawal.places import region_code
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
            language=Language(door.lang.value),
        )
    door.out.print(files.subject, markup=False)
    for path in (files.html, files.text):
        door.out.print(str(path), markup=False, soft_wrap=True)


def serve(
    context: typer.Context,
    host: str = typer.Option("127.0.0.1", "--host", help="Address to listen on."),
    port: int = typer.Option(8080, "--port", min=1, max=65535, help="Port to listen on."),
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
        serving.serve(database, host=host, port=port, settings=door.settings)
