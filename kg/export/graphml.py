"""GraphML: yEd, Gephi, Cytoscape, igraph and networkx open it."""

from __future__ import annotations

from pathlib import Path

from kg.export.base import Format, Options
from kg.export.networks import make_labelled
from kg.network import write_graphml
from kg.views.catalogue import read_catalogue


def _write(directory: Path, folder: Path, _options: Options) -> None:
    write_graphml(make_labelled(read_catalogue(directory)), folder / "graph.graphml")


FORMAT = Format("graphml", "GraphML: nodes and edges with types, labels, weights, dates", _write)
