"""CSV for ``neo4j-admin database import``: one file of nodes and one of relationships, whose heads name the types.

A post is a relationship ``POST`` with its title; sentences stand on the relationships.
"""

from __future__ import annotations

import re
from pathlib import Path

from kg.export.base import Format, Options
from kg.export.networks import make_labelled
from kg.export.tables import write_csv
from kg.model import Fact
from kg.table import Cell, Table
from kg.views.catalogue import Catalogue, read_catalogue

_NODES = ("iri:ID", ":LABEL", "name", "pinyin", "type", "level", "code", "date:date", "articles:int")
_TIES = (":START_ID", ":END_ID", ":TYPE", "id", "title", "status", "weight:int", "confidence:float", "first:date", "last:date")
_TIE_COLUMNS = (*_TIES, "quote", "source")


def make_nodes(catalogue: Catalogue) -> Table:
    """All entities; a node has the label of its kind, and that of its class where there is one: ``Person;Official``."""
    rows: list[tuple[Cell, ...]] = []
    for name, data in make_labelled(catalogue).nodes(data=True):
        labels = ";".join(part for part in (data["kind"].capitalize(), data.get("type", "")) if part)
        rest = (data.get(key) for key in ("pinyin", "type", "level", "code", "date", "articles"))
        rows.append((name, labels, data["label"], *rest))
    return Table(_NODES, tuple(rows))


def make_ties(catalogue: Catalogue) -> Table:
    """All edges, each with its surest sentence."""
    facts = {fact.id: fact for fact in catalogue.facts}
    rows: list[tuple[Cell, ...]] = []
    for source, target, data in make_labelled(catalogue).edges(data=True):
        title = data["label"] if data["kind"] == "post" else None
        rest = (data.get(key) for key in ("status", "weight", "confidence", "first", "last"))
        rows.append((source, target, _type(data["kind"]), data["id"], title, *rest, *_sentence(catalogue, facts[data["id"]])))
    return Table(_TIE_COLUMNS, tuple(rows))


def _type(kind: str) -> str:
    """``takesPartIn`` → ``TAKES_PART_IN``, as is the custom there."""
    return re.sub("(?<=[a-z])(?=[A-Z])", "_", kind).upper()


def _sentence(catalogue: Catalogue, fact: Fact) -> tuple[Cell, Cell]:
    """In one line: the importer takes a line for a row."""
    if not fact.evidence:
        return (None, None)
    evidence = max(fact.evidence, key=lambda each: each.score)
    source = catalogue.sources.get(evidence.article)
    return " ".join(evidence.quote.split()), source.page if source else None


def _write(directory: Path, folder: Path, _options: Options) -> None:
    catalogue = read_catalogue(directory)
    write_csv(folder / "nodes.csv", make_nodes(catalogue))
    write_csv(folder / "relationships.csv", make_ties(catalogue))


FORMAT = Format("neo4j", "CSV for neo4j-admin database import: nodes and relationships", _write)
