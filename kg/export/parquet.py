"""The tables of ``tables.py`` as Parquet, with types: dates are dates, counts are whole numbers."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.export.base import Format, Options
from kg.export.tables import make_tables
from kg.table import Cell, Table
from kg.views.catalogue import read_catalogue

if TYPE_CHECKING:
    import pyarrow as pa

#: Columns that are no text. A table without rows has the same types as one with rows.
_DATES = frozenset({"date", "attested_on", "first_attested", "last_attested"})
_COUNTS = frozenset({"articles"})
_SHARES = frozenset({"confidence"})


def make_arrow(table: Table) -> pa.Table:
    """A table in Arrow's form."""
    import pyarrow as pa

    types: dict[str, Any] = {
        **dict.fromkeys(_DATES, pa.date32()),
        **dict.fromkeys(_COUNTS, pa.int64()),
        **dict.fromkeys(_SHARES, pa.float64()),
    }
    columns = {
        name: pa.array([_read(cell, name) for cell in table.column(name)], type=types.get(name, pa.string()))
        for name in table.columns
    }
    return pa.table(columns)


def _read(cell: Cell, column: str) -> Cell:
    """A cell with the type of its column."""
    return date.fromisoformat(cell) if column in _DATES and isinstance(cell, str) else cell


def _write(directory: Path, folder: Path, _options: Options) -> None:
    import pyarrow.parquet

    for name, table in make_tables(read_catalogue(directory)).items():
        pyarrow.parquet.write_table(make_arrow(table), folder / f"{name}.parquet")


FORMAT = Format("parquet", "the same tables as Parquet", _write, needs="pyarrow")
