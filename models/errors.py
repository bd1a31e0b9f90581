"""Every error Kawal Kasus raises on purpose; the docstring is the message's meaning.

Each carries what failed and the cure. Only the command line's outermost catch
(kawal/main.py) turns them into one sentence on standard error and an exit code.
"""


class KawalError(Exception):
    """Something a user can understand and cure."""

    exit_code = 1

    def __init__(self, problem: str, *, cure: str) -> None:
        super().__init__(f"{problem} {cure}")
        self.problem = problem
        self.cure = cure


class BadInputError(KawalError):
    """A file, page or option cannot be read as what it claims to be."""

    exit_code = 2


class SettingError(KawalError):
    """An environment variable holds a value that cannot be used."""

    exit_code = 2


class DatabaseUnavailableError(KawalError):
    """The database does not answer or its disk is full."""

    exit_code = 3


class SourceError(KawalError):
    """An outlet's declaration is missing or wrong, or its site misbehaves."""

    exit_code = 4


class MailServerError(KawalError):
    """The mail server cannot be reached, refuses the login or refuses the sender."""

    exit_code = 6


class LinkError(KawalError):
    """A link out of a mail is forged, too old, or of somebody who is gone."""

    exit_code = 2


class ModelMissingError(KawalError):
    """A trained component is not where it should be."""

    exit_code = 5


class ExtraMissingError(KawalError):
    """Something asked for needs a library that is installed only on request."""

    exit_code = 2
