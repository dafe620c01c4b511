"""GEXF: Gephi opens it, with a timeline. An edge stands from the first to the last day on which pages say it."""

from __future__ import annotations

from pathlib import Path

from kg.export.base import Format, Options
from kg.export.networks import make_labelled
from kg.network import write_gexf
from kg.views.catalogue import read_catalogue


def _write(directory: Path, folder: Path, _options: Options) -> None:
    network = make_labelled(read_catalogue(directory))
    for _, _, data in network.edges(data=True):
        if "first" in data:
            data["start"], data["end"] = data["first"], data["last"]
    write_gexf(network, folder / "graph.gexf")


FORMAT = Format("gexf", "GEXF: the same for Gephi, with a timeline", _write)
