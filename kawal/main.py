"""The command ``kawal``: one catch around everything, and the list of commands."""

import errno
import os
import signal
import sys
from collections.abc import Callable

import typer

from kawal.commands import (
    asking,
    checking,
    collecting,
    demoing,
    digesting,
    exporting,
    keeping,
    measuring,
    official,
    outlets,
    people,
    reading,
    showing,
    standing,
    subscribing,
    working,
)
from kawal.door import Door, Speech, open_door, report_failure
from models.errors import KawalError

INTERRUPTED = 130

app = typer.Typer(
    name="kawal",
    help="Reported cases of violence against women and children, from the newspaper to the official table.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # Rich help costs a third of the start-up time.
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def _door(
    context: typer.Context,
    lang: Speech = typer.Option(
        Speech.INDONESIAN, "--lang", envvar="KAWAL_LANG", help="Language of tables and sentences."
    ),
) -> None:
    """Read the settings once; every command gets them from here."""
    context.obj = open_door(lang)


for group in (
    reading,
    measuring,
    collecting,
    working,
    standing,
    outlets,
    asking,
    checking,
    official,
    exporting,
    digesting,
    subscribing,
    showing,
    people,
    keeping,
    demoing,
):
    group.register(app)


def run(arguments: list[str] | None = None) -> None:
    """Run the command line; end the process with an exit code that means something.

    0 done, 1 failed, 2 wrong input or setting, 3 database, 4 outlet, 5 model, 130 interrupted.
    """
    sys.exit(_guarded(lambda: app(args=arguments, standalone_mode=False)))


def _guarded(work: Callable[[], object]) -> int:
    try:
        result = work()
    except KawalError as error:
        return report_failure(str(error), error.exit_code)
    except (KeyboardInterrupt, typer.Abort):
        return report_failure("Stopped. Run the same command again to go on where it ended.", INTERRUPTED)
    except typer.Exit as leaving:
        return leaving.exit_code
    except OSError as error:
        return _reader_left() if isinstance(error, BrokenPipeError) else report_failure(*_disk_message(error))
    except Exception as error:
        if not hasattr(error, "format_message"):
            raise
        return report_failure(f"{error.format_message()} See kawal --help.", 2)
    return result if isinstance(result, int) else 0


def _reader_left() -> int:
    """Whoever reads the output, such as ``head``, has enough: end quietly, as if by SIGPIPE."""
    # What is still buffered must go somewhere when Python ends.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 128 + signal.SIGPIPE


def _disk_message(error: OSError) -> tuple[str, int]:
    """One sentence for what the operating system refused; what is not about files goes on up."""
    if error.errno == errno.ENOSPC:
        return "The disk is full. Free some space, then run the same command again: nothing is lost.", 1
    if error.filename is None:
        raise error
    return f"{error.filename}: {error.strerror}. Check that the path exists and may be used.", 2


__all__ = ["Door", "app", "run"]
