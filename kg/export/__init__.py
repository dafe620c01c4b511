"""The graph in other forms: for the bulk loaders of stores, for spreadsheets, and for tools that know no SPARQL.

A form is one ``Format`` in one file; the tuple below lists them all. ``export`` writes one into a folder of its own name, whole
or not at all.
"""

from __future__ import annotations

from pathlib import Path

from kg.errors import ExportError
from kg.export import ftm, gexf, graphml, neo4j, parquet, rdf, tables
from kg.export.base import DEFAULT_GRAPH, Format, Options
from kg.folder import replacing
from kg.withhold import open_withheld

#: All forms, in the order in which ``kg export`` lists them.
FORMATS: tuple[Format, ...] = (
    *rdf.FORMATS,
    graphml.FORMAT,
    gexf.FORMAT,
    tables.FORMAT,
    parquet.FORMAT,
    ftm.FORMAT,
    neo4j.FORMAT,
)

__all__ = ["DEFAULT_GRAPH", "FORMATS", "Format", "Options", "export"]


def export(
    directory: Path,
    name: str,
    out: Path,
    *,
    split: int = 0,
    gzip: bool = False,
    graph: str = DEFAULT_GRAPH,
    withhold_private: bool = False,
) -> tuple[Path, ...]:
    """Write the graph of a build in one form, into the folder ``out/NAME``, and return the files, sorted.

    What an earlier export has written there is replaced at once, or left whole where this one fails. ``split`` (triples in a
    file), ``gzip`` and ``graph`` are for the forms of RDF; ``withhold_private`` withholds residents and private persons
    (``kg.withhold``). Raises ``ExportError`` for an unknown form, an option that it does not
    take, a library that is not installed, and a folder without a graph.
    """
    form = next((form for form in FORMATS if form.name == name), None)
    if form is None:
        raise ExportError(f"no format {name!r}; there are: {', '.join(form.name for form in FORMATS)}")
    options = Options(split, gzip, graph)
    if not form.bulk and options != Options():
        bulk = ", ".join(form.name for form in FORMATS if form.bulk)
        raise ExportError(f"{name} is written whole; split, gzip and graph are for: {bulk}")
    with open_withheld(directory, withhold_private) as source, replacing(out, (name,)) as stage:
        folder = stage / name
        folder.mkdir()
        try:
            form.write(source, folder, options)
        except ModuleNotFoundError as error:
            raise ExportError(f"{name} needs {error.name}, which is not installed: pip install 'xianzhi[export]'") from error
    return tuple(sorted((out / name).iterdir()))
