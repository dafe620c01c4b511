"""RDF for bulk loaders, one subject at a time: what it takes in memory does not grow with the graph.

``graph.nt`` is read and written by Oxigraph. Its triples are sorted, so all of a subject stand together, and a file is only cut
between two subjects.
"""

from __future__ import annotations

import gzip
import io
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from itertools import chain, groupby
from pathlib import Path
from typing import IO

import pyoxigraph as ox

from kg.errors import ExportError
from kg.export.base import Format, Options
from kg.ontology import PREFIXES, RDF
from kg.turtle import GRAPH_NT, GRAPH_TTL

Quads = Iterable[ox.Quad]

_BUFFER = 1 << 20
_REIFIES = ox.NamedNode(f"{RDF.NAMESPACE}reifies")
_STATEMENT, _TYPE = ox.NamedNode(RDF.Statement), ox.NamedNode(RDF.type)
_PARTS = (ox.NamedNode(RDF.subject), ox.NamedNode(RDF.predicate), ox.NamedNode(RDF.object))


def read_quads(directory: Path) -> Iterator[ox.Quad]:
    """The triples of a build in the order of their subjects."""
    path = directory / GRAPH_NT
    if not path.is_file():
        raise ExportError(f"{directory} holds no {GRAPH_NT}; build it: kg build PAGES --out {directory}")
    try:
        yield from ox.parse(path=str(path), format=ox.RdfFormat.N_TRIPLES)
    except SyntaxError as error:
        raise ExportError(f"{path} is not a file of triples: {error}") from error


def read_prefixes(directory: Path) -> dict[str, str]:
    """The prefixes of ``graph.ttl``, among them those of the build's own IRIs."""
    prefixes = dict(PREFIXES)
    path = directory / GRAPH_TTL
    if path.is_file():
        with path.open(encoding="utf-8") as file:
            for line in file:
                mark, *words = line.split()[:3] or [""]
                if mark != "@prefix":
                    break
                prefixes[words[0].removesuffix(":")] = words[1][1:-1]
    return prefixes


def into_graph(quads: Quads, graph: str) -> Iterator[ox.Quad]:
    """The same triples in a named graph."""
    try:
        name = ox.NamedNode(graph)
    except ValueError as error:
        raise ExportError(f"the graph {graph!r} is no absolute IRI") from error
    return (ox.Quad(quad.subject, quad.predicate, quad.object, name) for quad in quads)


def annotate(quads: Quads, _graph: str = "") -> Iterator[ox.Quad]:
    """Statements as RDF 1.2 has them: ``rdf:reifies`` and a triple term, in place of subject, predicate and object."""
    for _, group in groupby(quads, key=lambda quad: quad.subject):
        triples = list(group)
        parts = {quad.predicate: quad.object for quad in triples if quad.predicate in _PARTS}
        if len(parts) < len(_PARTS):
            yield from triples
            continue
        subject, predicate, target = (parts[part] for part in _PARTS)
        assert isinstance(subject, ox.NamedNode) and isinstance(predicate, ox.NamedNode)
        yield ox.Quad(triples[0].subject, _REIFIES, ox.Triple(subject, predicate, target))
        for quad in triples:
            if quad.predicate not in _PARTS and not (quad.predicate == _TYPE and quad.object == _STATEMENT):
                yield quad


def as_they_are(quads: Quads, _graph: str = "") -> Iterator[ox.Quad]:
    return iter(quads)


class _Pieces:
    """A stream of triples in pieces; each must be taken whole before the next is asked for."""

    def __init__(self, quads: Iterator[ox.Quad], size: int) -> None:
        self._quads, self._size = quads, size
        self._next = next(quads, None)

    def __iter__(self) -> Iterator[Iterator[ox.Quad]]:
        while self._next is not None:
            yield self._piece()

    def _piece(self) -> Iterator[ox.Quad]:
        taken, last = 0, None
        if not self._size:
            assert self._next is not None
            rest, self._next = chain((self._next,), self._quads), None
            yield from rest
        while self._next is not None and (taken < self._size or self._next.subject == last):
            yield self._next
            taken, last = taken + 1, self._next.subject
            self._next = next(self._quads, None)


def _write(directory: Path, folder: Path, options: Options, form: ox.RdfFormat, ending: str, change: _Change) -> None:
    prefixes = read_prefixes(directory)
    pieces = _Pieces(change(read_quads(directory), options.graph), options.split)
    for number, piece in enumerate(pieces, 1):
        name = f"graph-{number:05d}.{ending}" if options.split else f"graph.{ending}"
        with ExitStack() as files:
            stream = _create(folder / name, options.gzip, files)
            ox.serialize(piece, output=stream, format=form, prefixes=prefixes)


def _create(path: Path, packed: bool, files: ExitStack) -> IO[bytes]:
    """A file to write, gzipped where that is wanted; without a time in it, so that the same triples give the same bytes."""
    if not packed:
        return files.enter_context(path.open("wb", buffering=_BUFFER))
    raw = files.enter_context(path.with_name(f"{path.name}.gz").open("wb"))
    unpacked = files.enter_context(gzip.GzipFile(filename="", mode="wb", fileobj=raw, mtime=0, compresslevel=6))
    return files.enter_context(io.BufferedWriter(unpacked, _BUFFER))


_Change = Callable[[Quads, str], Iterator[ox.Quad]]


def _format(name: str, about: str, form: ox.RdfFormat, ending: str, change: _Change) -> Format:
    def write(directory: Path, folder: Path, options: Options) -> None:
        _write(directory, folder, options, form, ending, change)

    return Format(name, about, write, bulk=True)


FORMATS = (
    _format("nt", "N-Triples: every store and bulk loader reads it", ox.RdfFormat.N_TRIPLES, "nt", as_they_are),
    _format("nq", "N-Quads: the same in a named graph (--graph)", ox.RdfFormat.N_QUADS, "nq", into_graph),
    _format("ttl", "Turtle, with prefixes", ox.RdfFormat.TURTLE, "ttl", as_they_are),
    _format("trig", "TriG: Turtle in a named graph (--graph)", ox.RdfFormat.TRIG, "trig", into_graph),
    _format("jsonld", "JSON-LD, expanded", ox.RdfFormat.JSON_LD, "jsonld", as_they_are),
    _format("rdf12", "Turtle 1.2: statements with triple terms (rdf:reifies)", ox.RdfFormat.TURTLE, "ttl", annotate),
)
