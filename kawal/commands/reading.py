"""``kawal extract`` and ``kawal models info``, which need no database; ``kawal forget``."""

from pathlib import Path

import typer

from kawal.door import door_of

WRITE = typer.Option(None, "--write", dir_okay=False, help="Write the tables into this Markdown page.")

models_app = typer.Typer(no_args_is_help=True, help="The trained components.")


def register(app: typer.Typer) -> None:
    """Add these commands to the door."""
    app.command()(extract)
    app.command()(forget)
    app.add_typer(models_app, name="models")


def extract(
    context: typer.Context,
    paths: list[Path] = typer.Argument(..., help="Files or folders: article JSON, .txt or .html."),
    output: Path | None = typer.Option(None, "--output", "-o", help="Write here, not to standard output."),
) -> None:
    """Read saved articles into records, one line of JSON each. Needs no database.

    Example: kawal extract articles/ --output records.jsonl
    """
    from extractors.pipeline import extract as read_article
    from extractors.reading.files import article_files, read_article_file
    from extractors.toolkit import load_toolkit
    from kawal.progress import tracked
    from kawal.records import extraction_line

    door = door_of(context)
    files = article_files(paths)
    toolkit = load_toolkit()
    lines = [
        extraction_line(read_article(article, toolkit))
        for path in tracked(door.err, files, door.word("Membaca", "Reading"))
        for article in read_article_file(path)
    ]
    text = "".join(f"{line}\n" for line in lines)
    if output is None:
        door.out.file.write(text)
        return
    output.write_text(text, "utf-8")
    door.err.print(door.word(f"{len(lines)} berita → {output}", f"{len(lines)} articles → {output}"))


@models_app.command()
def info(
    context: typer.Context,
    write: Path | None = WRITE,
    as_json: bool = typer.Option(False, "--json", help="One JSON array, for programs."),
) -> None:
    """Show each trained component: version, training data, licence, scores.

    Example: kawal models info
    """
    from extractors.nlp.weights import read_manifest
    from kawal import trained
    from kawal.output import as_record, print_json, print_table

    door = door_of(context)
    components = read_manifest()
    if write is not None:
        trained.write_tables(write, components)
        door.err.print(str(write), markup=False, highlight=False)
    elif as_json:
        print_json(door.out, [as_record(component) for component in components])
    else:
        title = door.word("Model terlatih", "Trained components")
        print_table(door.out, title, trained.COLUMNS, map(trained.row, components))


def forget(
    context: typer.Context,
    url: str = typer.Argument(..., help="Address of the article."),
    sure: bool = typer.Option(False, "--yes", help="Do not ask."),
) -> None:
    """Delete an article with everything read in it, and renew the findings that rested on it.

    Example: kawal forget https://contoh.id/berita/1
    """
    from datetime import UTC, datetime

    from crosscheck.run import check_regions
    from kawal.reports import say_check
    from storage.forgetting import forget_page

    door = door_of(context)
    if not sure:
        typer.confirm(door.word(f"Hapus {url}?", f"Delete {url}?"), abort=True)
    with door.database() as database, database.session() as session:
        regions = forget_page(session, url)
        reports = check_regions(session, datetime.now(UTC), regions)
    for report in reports:
        say_check(door, report)
