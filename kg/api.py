"""A built folder in Python: ``kg.open("output")``."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import QueryError
from kg.explain import Explanation, explain_in
from kg.export import DEFAULT_GRAPH, export
from kg.export.networks import make_labelled
from kg.export.tables import TABLES, make_tables
from kg.folder import settle
from kg.ontology import KIND_CLASSES, ORG, XZ
from kg.query import ask_store, fill_parameters, find_query
from kg.store import open_store
from kg.table import Table, make_table
from kg.views.catalogue import Catalogue, read_catalogue

if TYPE_CHECKING:
    import pandas as pd
    import pyoxigraph as ox

    from kg.network import Network

#: What the columns of the question ``posts-in-district`` are called in the table of officials.
_OFFICIALS = {
    "person": "person",
    "role": "post",
    "organisation": "body",
    "status": "status",
    "first": "first_attested",
    "last": "last_attested",
    "sentence": "quote",
    "page": "source",
}
_KINDS = {kind.value: iri for kind, iri in KIND_CLASSES.items()}
_COUNTED = {**_KINDS, "post": ORG.Membership, "article": XZ.Article, "page": XZ.Page}


class Graph:
    """What a build has left in a folder, opened for reading; open it again after another build."""

    def __init__(self, directory: str | Path) -> None:
        self.directory = Path(directory)
        settle(self.directory)
        self.store: ox.Store = open_store(self.directory)

    def query(self, query: str, parameters: Mapping[str, str] | None = None) -> Table:
        """Ask a shipped question by its name, a ``.rq`` file by its path, or SPARQL text.

        Triples (CONSTRUCT, DESCRIBE) come as three columns, the answer to ASK as one cell. Raises ``QueryError``.
        """
        return make_table(ask_store(self.store, fill_parameters(self.store, find_query(query), parameters or {})))

    def explain(self, name: str, *, kind: str = "name") -> Explanation:
        """Gather every fact about a name, with its sentences; ``kind`` narrows to ``person`` ``district`` and so on."""
        return explain_in(self.store, name, kind=kind)

    def officials(self, *, district: str | None = None, on: date | str | None = None) -> Table:
        """Who holds which post, in a district and all below it, on a day.

        With ``on``, posts that pages attest both up to and from that day, former ones left out. Each row has a sentence that
        says so, and the page on which it stands.
        """
        told = {"district": district, "date": on.isoformat() if isinstance(on, date) else on}
        found = self.query("posts-in-district", {name: value for name, value in told.items() if value})
        columns = [found.columns.index(name) for name in _OFFICIALS]
        return Table(tuple(_OFFICIALS.values()), tuple(tuple(row[at] for at in columns) for row in found.rows))

    def table(self, name: str) -> Table:
        """One of the tables that ``kg export --format csv`` writes: ``officials`` ``posts`` ``edges`` ``persons`` …"""
        if name not in TABLES:
            raise QueryError(f"no table is called {name!r}; there are: {', '.join(TABLES)}")
        return make_tables(self._catalogue, name)[name]

    def to_pandas(self, name: str = "officials") -> pd.DataFrame:
        """The same as a DataFrame; needs pandas (extra ``export``)."""
        return self.table(name).to_pandas()

    def to_networkx(self) -> Network:
        """The graph as a networkx ``MultiDiGraph``: entities, and their posts and ties, with the attributes of the exports."""
        return make_labelled(self._catalogue)

    def export(
        self,
        name: str,
        out: str | Path = "exports",
        *,
        split: int = 0,
        gzip: bool = False,
        graph: str = DEFAULT_GRAPH,
        withhold_private: bool = False,
    ) -> tuple[Path, ...]:
        """Write the graph in one of the forms that ``kg export`` lists, and return the files."""
        return export(self.directory, name, Path(out), split=split, gzip=gzip, graph=graph, withhold_private=withhold_private)

    @cached_property
    def _catalogue(self) -> Catalogue:
        return read_catalogue(self.directory)

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many there are of each kind of thing: ``person`` ``organisation`` … ``post`` ``article`` ``page``."""
        question = "SELECT (COUNT(DISTINCT ?thing) AS ?n) WHERE {{ ?thing a <{iri}> }}"
        answers = {name: self.query(question.format(iri=iri)).rows[0][0] for name, iri in _COUNTED.items()}
        return {name: number for name, number in answers.items() if isinstance(number, int)}

    def __len__(self) -> int:
        """The number of triples."""
        return len(self.store)

    def __repr__(self) -> str:
        return f"kg.open({str(self.directory)!r})"

    def _repr_html_(self) -> str:
        rows = "".join(f"<tr><td>{name}</td><td>{count:,}</td></tr>" for name, count in self.counts.items())
        return f"<b>{escape(str(self.directory))}</b> · {len(self):,} triples<table>{rows}</table>"


def open(directory: str | Path = "output") -> Graph:
    """Open what a build has left in a folder. Raises ``StoreError`` where there is no graph."""
    return Graph(directory)
