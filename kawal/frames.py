"""The store in notebooks: every table as a data frame."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

from models.errors import BadInputError, ExtraMissingError
from models.settings import Settings
from models.vocabulary import FindingKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas
    from sqlalchemy.orm import Session

    from exports.codebook import TableName
    from storage.database import Database


class Store:
    """An open store; its tables as data frames, their columns as in docs/codebook.md.

    Unknown values are missing, counts and years are ``Int64``, days and times are
    datetimes, words of a vocabulary are categories; victims are masked in every text.
    Regions are given by code ('36.73') or full name ('Kota Serang').

    Raises:
        BadInputError: no region is called so, or several are.
        ExtraMissingError: pandas is not installed.
    """

    def __init__(self, database: "Database") -> None:
        self._database = database

    def figures(
        self,
        *,
        region: str | None = None,
        within: bool = False,
        year: int | None = None,
        outlet: str | None = None,
        min_confidence: float | None = None,
    ) -> "pandas.DataFrame":
        """Reported figures, a row each; ``within`` adds what lies in the region."""
        from exports import tables
        from exports.codebook import TableName
        from storage.figures import FigureFilter

        with self._asked(region) as (session, code):
            wanted = FigureFilter(
                region=code,
                with_descendants=within,
                year=year,
                outlet=outlet,
                min_confidence=min_confidence,
            )
            return _frame(TableName.FIGURES, tables.figures(session, wanted))

    def findings(
        self,
        *,
        region: str | None = None,
        within: bool = False,
        year: int | None = None,
        kind: str | None = None,
        closed: bool = False,
    ) -> "pandas.DataFrame":
        """Findings, a row each; with ``closed`` also those that no longer follow."""
        from exports import tables
        from exports.codebook import TableName
        from storage.findings import FindingFilter

        with self._asked(region) as (session, code):
            wanted = FindingFilter(
                region=code,
                with_descendants=within,
                year=year,
                kind=None if kind is None else _kind(kind),
                include_closed=closed,
            )
            return _frame(TableName.FINDINGS, tables.findings(session, wanted))

    def official(
        self, *, region: str | None = None, within: bool = False, year: int | None = None
    ) -> "pandas.DataFrame":
        """Official figures, of the newest version of each table, a row each."""
        from exports import tables
        from exports.codebook import TableName
        from storage.official import OfficialFilter

        with self._asked(region) as (session, code):
            wanted = OfficialFilter(region=code, with_descendants=within, year=year)
            return _frame(TableName.OFFICIAL_FIGURES, tables.official_figures(session, wanted))

    def programmes(
        self, *, region: str | None = None, within: bool = False, outlet: str | None = None
    ) -> "pandas.DataFrame":
        """Named programmes, a row a mention."""
        from exports import tables
        from exports.codebook import TableName
        from storage.programmes import ProgrammeFilter

        with self._asked(region) as (session, code):
            wanted = ProgrammeFilter(region=code, with_descendants=within, outlet=outlet)
            return _frame(TableName.PROGRAMMES, tables.programmes(session, wanted))

    def trends(
        self,
        *,
        region: str | None = None,
        within: bool = False,
        year: int | None = None,
        outlet: str | None = None,
    ) -> "pandas.DataFrame":
        """Stated trends, a row each; ``year`` is either end."""
        from exports import tables
        from exports.codebook import TableName
        from storage.trends import TrendFilter

        with self._asked(region) as (session, code):
            wanted = TrendFilter(region=code, with_descendants=within, year=year, outlet=outlet)
            return _frame(TableName.TRENDS, tables.trends(session, wanted))

    @contextmanager
    def _asked(self, region: str | None) -> "Iterator[tuple[Session, str | None]]":
        from kawal.places import region_code

        _pandas()
        with self._database.session() as session:
            yield session, region_code(session, region)


@contextmanager
def open_store(data_dir: str | Path | None = None, *, database_url: str | None = None) -> Iterator[Store]:
    """The store of a data folder or of a PostgreSQL address; of ``KAWAL_*`` when neither is named.

    Raises:
        DatabaseUnavailableError: it cannot be reached or started.
        SettingError: a setting cannot be used.
    """
    from storage.database import open_database

    environ = dict(os.environ)
    if data_dir is not None:
        environ |= {"KAWAL_DATA_DIR": str(data_dir), "KAWAL_DATABASE_URL": ""}
    if database_url is not None:
        environ["KAWAL_DATABASE_URL"] = database_url
    with open_database(Settings.from_environment(environ, home=Path.home())) as database:
        yield Store(database)


def figures(**wanted: Any) -> "pandas.DataFrame":
    """Reported figures of the store that the settings name: see :meth:`Store.figures`."""
    with open_store() as store:
        return store.figures(**wanted)


def findings(**wanted: Any) -> "pandas.DataFrame":
    """Findings: see :meth:`Store.findings`."""
    with open_store() as store:
        return store.findings(**wanted)


def official(**wanted: Any) -> "pandas.DataFrame":
    """Official figures: see :meth:`Store.official`."""
    with open_store() as store:
        return store.official(**wanted)


def programmes(**wanted: Any) -> "pandas.DataFrame":
    """Programmes, a row a mention: see :meth:`Store.programmes`."""
    with open_store() as store:
        return store.programmes(**wanted)


def trends(**wanted: Any) -> "pandas.DataFrame":
    """Stated trends: see :meth:`Store.trends`."""
    with open_store() as store:
        return store.trends(**wanted)


def _kind(word: str) -> FindingKind:
    if word not in set(FindingKind):
        raise BadInputError(f"No finding is of kind {word!r}.", cure=f"Choose from {', '.join(FindingKind)}.")
    return FindingKind(word)


def _pandas() -> ModuleType:
    try:
        import pandas
    except ModuleNotFoundError as missing:
        raise ExtraMissingError(
            "Data frames need pandas, which is not installed.",
            cure="Install it with pip install 'kawal-kasus[pandas]', or use kawal figures --format csv.",
        ) from missing
    module: ModuleType = pandas
    return module


def _frame(name: "TableName", records: "Iterable[dict[str, Any]]") -> "pandas.DataFrame":
    from exports.codebook import FieldType, schema_of

    pandas, schema = _pandas(), schema_of(name)
    frame = pandas.DataFrame.from_records(list(records), columns=list(schema.columns))
    types = {
        FieldType.INTEGER: "Int64",
        FieldType.NUMBER: "Float64",
        FieldType.STRING: "string",
        FieldType.DATE: "datetime64[s]",
        FieldType.DATETIME: "datetime64[us, UTC]",
    }
    for field in schema.fields:
        if field.words:
            frame[field.name] = pandas.Categorical(frame[field.name], categories=list(field.words))
        else:
            frame[field.name] = frame[field.name].astype(types[field.type])
    return frame.set_index("id")
