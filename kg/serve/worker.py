"""One process that answers questions to the store: ``python -m kg.serve.worker DIR ROWS BYTES MEMORY``.

An evaluation by Oxigraph cannot be stopped from within, a deeply nested query overruns the stack, a greedy one the memory. So
each runs in a process like this, which the pool ends when the time is up and replaces when it dies. A request is one line of JSON
on standard input; an answer is one line of JSON on standard output, with the length of the bytes that follow it.

The process ends when its standard input is closed, even in the middle of an evaluation: it never outlives the server.
"""

from __future__ import annotations

import io
import json
import os
import queue
import sys
import threading
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any, BinaryIO

import pyoxigraph as ox

from kg.errors import KgError
from kg.explain import explain_in
from kg.lookup import has_label
from kg.ontology import PREFIXES
from kg.query import fill_parameters, find_query
from kg.serve.guard import asks_service, is_update
from kg.store import open_store

_TABLES = {
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
}
_GRAPHS = {
    "turtle": ox.RdfFormat.TURTLE,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdfxml": ox.RdfFormat.RDF_XML,
}


class Refused(Exception):
    """A question that gets no answer; ``kind`` says why, the text says it to a person."""

    def __init__(self, kind: str, message: str) -> None:
        super().__init__(message)
        self.kind = kind


class _Counted(io.BytesIO):
    """A sink that counts lines and bytes, and refuses to take more than the limits."""

    def __init__(self, rows: int, size: int, header: int) -> None:
        super().__init__()
        self._left, self._rows, self._size = rows + header, rows, size

    def write(self, data: Any) -> int:
        self._left -= bytes(data).count(b"\n")
        if self._left < 0:
            raise Refused("rows", f"the answer has more than {self._rows:,} rows; add a LIMIT, or ask more narrowly")
        check_size(self.tell() + len(data), self._size)
        return super().write(data)


def check_size(taken: int, size: int) -> None:
    if taken > size:
        raise Refused("rows", f"the answer is larger than {size:,} bytes; ask more narrowly")


def answer_query(store: ox.Store, request: dict[str, Any], rows: int, size: int) -> tuple[str, bytes]:
    """Evaluate a query; the name of the format, and the answer in it. Raises ``Refused``.

    Rows pass as TSV, triples as N-Triples: there each is exactly one line, so they are counted while they come.
    """
    text = request["query"]
    if asks_service(text):
        raise Refused("service", "SERVICE is refused: this endpoint asks no other machine (nor has it a prefix called service)")
    try:
        answer = store.query(
            text,
            prefixes=PREFIXES,
            default_graph=[ox.NamedNode(iri) for iri in request["default_graphs"]] or None,
            named_graphs=[ox.NamedNode(iri) for iri in request["named_graphs"]] or None,
        )
        if isinstance(answer, ox.QueryTriples):
            fmt = _choose(request["graph"], "triples", _GRAPHS)
            sink = _Counted(rows, size, header=0)
            answer.serialize(sink, format=ox.RdfFormat.N_TRIPLES)
            return fmt, _triples(sink.getvalue(), fmt)
        fmt = _choose(request["table"], "a table", _TABLES)
        if isinstance(answer, ox.QueryBoolean):
            return fmt, answer.serialize(format=_TABLES[fmt]) or b""
        sink = _Counted(rows, size, header=1)
        answer.serialize(sink, format=ox.QueryResultsFormat.TSV)
        table = sink.getvalue()
        if fmt == "tsv":
            return fmt, table
        return fmt, ox.parse_query_results(table, format=ox.QueryResultsFormat.TSV).serialize(format=_TABLES[fmt]) or b""
    except (SyntaxError, ValueError) as error:
        if is_update(text):
            raise Refused("update", "updates are refused: this endpoint only reads (SELECT, ASK, CONSTRUCT, DESCRIBE)") from error
        raise Refused("malformed", f"malformed SPARQL, {error}") from error
    except (OSError, RuntimeError) as error:
        raise Refused("failed", f"the query failed: {error}") from error
    except MemoryError as error:
        raise Refused("memory", "the query needs more memory than it may have; ask more narrowly") from error


def _choose(fmt: str | None, what: str, known: dict[str, Any]) -> str:
    if fmt is None:
        raise Refused("format", f"this answer is {what}; it can be had as {', '.join(known)}")
    return fmt


def _triples(lines: bytes, fmt: str) -> bytes:
    """Triples of N-Triples lines, each once, sorted: CONSTRUCT gives one as often as it finds it, in no order."""
    once = b"".join(sorted(set(lines.splitlines(keepends=True))))
    if fmt == "ntriples":
        return once
    used = {prefix: iri for prefix, iri in PREFIXES.items() if iri.encode() in once}
    return ox.serialize(ox.parse(once, format=ox.RdfFormat.N_TRIPLES), format=_GRAPHS[fmt], prefixes=used) or b""


def _explain(store: ox.Store, request: dict[str, Any]) -> tuple[str, bytes]:
    return "json", json.dumps(asdict(explain_in(store, request["name"])), ensure_ascii=False).encode()


def _fill(store: ox.Store, request: dict[str, Any]) -> tuple[str, bytes]:
    """The text of a shipped question with its parameters in it."""
    try:
        return "sparql", fill_parameters(store, find_query(request["name"]), request["parameters"]).encode()
    except KgError as error:
        raise Refused("malformed", str(error)) from error


def _names(store: ox.Store, request: dict[str, Any]) -> tuple[str, bytes]:
    """Which of some texts are names of things in the graph."""
    return "json", json.dumps([text for text in request["texts"] if has_label(store, text)], ensure_ascii=False).encode()


def _answer(store: ox.Store, request: dict[str, Any], rows: int, size: int) -> tuple[str, bytes]:
    tasks: dict[str, Callable[[], tuple[str, bytes]]] = {
        "query": lambda: answer_query(store, request, rows, size),
        "explain": lambda: _explain(store, request),
        "fill": lambda: _fill(store, request),
        "names": lambda: _names(store, request),
    }
    fmt, body = tasks[request["do"]]()
    check_size(len(body), size)
    return fmt, body


def _limit_memory(megabytes: int) -> None:
    """Let the process take so much more memory than it has; where the system knows no such limit, there is none."""
    if sys.platform == "win32":
        return
    import resource

    status = Path("/proc/self/statm")
    pages = int(status.read_text(encoding="ascii").split()[0]) if status.is_file() else 0
    limit = pages * resource.getpagesize() + megabytes * 1024 * 1024
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    resource.setrlimit(resource.RLIMIT_AS, (limit if hard == resource.RLIM_INFINITY else min(limit, hard), hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _read_requests(source: BinaryIO, requests: queue.SimpleQueue[bytes]) -> None:
    """Pass requests on, one line each; end the process when there can be no more, whatever it is doing."""
    for line in source:
        requests.put(line)
    os._exit(0)


def _say(kind: str, what: str, body: bytes = b"") -> None:
    head = json.dumps({"kind": kind, "what": what, "length": len(body)}, ensure_ascii=False).encode()
    sys.stdout.buffer.write(head + b"\n" + body)
    sys.stdout.buffer.flush()


def main(directory: str, rows: str, size: str, megabytes: str) -> None:
    """Say that the store is open, then answer until the requests end."""
    try:
        store = open_store(Path(directory))
    except KgError as error:
        _say("store", str(error))
        return
    _limit_memory(int(megabytes))
    requests: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    threading.Thread(target=_read_requests, args=(sys.stdin.buffer, requests), daemon=True).start()
    _say("ready", "")
    while True:
        try:
            fmt, body = _answer(store, json.loads(requests.get()), int(rows), int(size))
        except Refused as refusal:
            _say(refusal.kind, str(refusal))
        else:
            _say("answer", fmt, body)


if __name__ == "__main__":
    main(*sys.argv[1:])
