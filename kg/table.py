"""Rows with named columns, as Python values: what questions give to people who work in Python.

``kg.results`` has the same for a terminal and for the exchange formats of SPARQL, where a term keeps its datatype and language.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from html import escape
from typing import TYPE_CHECKING, TypeAlias

import pyoxigraph as ox

from kg.ontology import XSD
from kg.query import QueryResult, Term
from kg.results import format_table

if TYPE_CHECKING:
    import pandas as pd

Cell: TypeAlias = str | int | float | Decimal | date | bool | None

_SHOWN_ROWS = 50  #: of a long table in a notebook


@dataclass(frozen=True, slots=True)
class Table:
    """Some rows, each with a cell for each column; iterating gives each row as a dictionary."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[dict[str, Cell]]:
        return (dict(zip(self.columns, row, strict=True)) for row in self.rows)

    def column(self, name: str) -> tuple[Cell, ...]:
        """The cells of one column."""
        at = self.columns.index(name)
        return tuple(row[at] for row in self.rows)

    def to_pandas(self) -> pd.DataFrame:
        """The table as a DataFrame; needs pandas (extra ``export``)."""
        import pandas as pd

        return pd.DataFrame(list(self.rows), columns=list(self.columns))

    def __str__(self) -> str:
        return format_table(self.columns, (tuple(map(show_cell, row)) for row in self.rows))

    def _repr_html_(self) -> str:
        """What Jupyter shows: the first rows; a page's text is never taken for HTML."""
        head = "".join(f"<th>{escape(name)}</th>" for name in self.columns)
        rows = "".join(
            f"<tr>{''.join(f'<td>{escape(show_cell(cell))}</td>' for cell in row)}</tr>" for row in self.rows[:_SHOWN_ROWS]
        )
        more = f"<p>{_SHOWN_ROWS} of {len(self):,} rows</p>" if len(self) > _SHOWN_ROWS else ""
        return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>{more}"


def show_cell(cell: Cell) -> str:
    """A cell as text; nothing for an empty one."""
    return "" if cell is None else str(cell)


def make_table(result: QueryResult) -> Table:
    """An answer as a table: rows as they are, triples as three columns, yes or no as one cell."""
    if result.triples is not None:
        rows = (tuple(map(make_cell, (triple.subject, triple.predicate, triple.object))) for triple in result.triples)
        return Table(("subject", "predicate", "object"), tuple(rows))
    if result.truth is not None:
        return Table(("answer",), ((result.truth,),))
    return Table(result.variables, tuple(tuple(map(make_cell, row)) for row in result.rows))


def make_cell(term: Term | None) -> Cell:
    """A term as a Python value: numbers, dates and truths by their datatypes, all else as text."""
    if term is None:
        return None
    if not isinstance(term, ox.Literal):
        return term.value if isinstance(term, ox.NamedNode) else str(term)
    read = _READERS.get(term.datatype.value)
    try:
        return read(term.value) if read else term.value
    except (ValueError, ArithmeticError):  # a literal that is not what its datatype says
        return term.value


_READERS: dict[str, Callable[[str], Cell]] = {
    XSD.integer: int,
    XSD.decimal: Decimal,
    XSD.date: date.fromisoformat,
    XSD.NAMESPACE + "double": float,
    XSD.NAMESPACE + "boolean": lambda text: text in ("true", "1"),
}
