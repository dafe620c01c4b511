"""An answer as text: a table for people, and the standard formats for programs."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Iterator
from typing import TextIO

import pyoxigraph as ox

from kg.errors import QueryError
from kg.ontology import PREFIXES, XSD, shorten
from kg.query import QueryResult, Term

_TABLES = {"csv": ox.QueryResultsFormat.CSV, "tsv": ox.QueryResultsFormat.TSV, "xml": ox.QueryResultsFormat.XML}
_GRAPHS = {
    "turtle": ox.RdfFormat.TURTLE,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "json": ox.RdfFormat.JSON_LD,
    "xml": ox.RdfFormat.RDF_XML,
}
FORMATS = ("table", "csv", "tsv", "json", "xml", "turtle", "ntriples")

_GAP = "  "
_CLOSING = frozenset("，。、；：？！”’）》」』】,.;:?!)")
_NARROWEST = 10  #: columns of the terminal; where a table would need narrower cells, each row becomes a list of its fields


def write_result(result: QueryResult, stream: TextIO, fmt: str = "table", *, width: int | None = None) -> None:
    """Write an answer as ``format_result`` makes it, with a line feed at the end."""
    text = format_result(result, fmt, width=width)
    stream.write(text if text.endswith("\n") else text + "\n")


def format_result(result: QueryResult, fmt: str = "table", *, width: int | None = None) -> str:
    """Make an answer text in one of ``FORMATS``.

    ``width`` is that of the terminal in columns and concerns tables only; without it no cell is broken. Triples as ``json``
    are JSON-LD, as ``xml`` RDF/XML, as a ``table`` three columns. CSV has the line ends of its standard, CR LF.
    """
    if fmt not in FORMATS:
        raise QueryError(f"no format {fmt!r}; there are: {', '.join(FORMATS)}")
    if result.triples is not None:
        return _format_triples(result.triples, fmt, width)
    if fmt in ("turtle", "ntriples"):
        raise QueryError(f"{fmt} is for triples (CONSTRUCT, DESCRIBE); this answer is a table: table, csv, tsv, json, xml")
    if fmt == "json":
        return _json(result)
    if fmt in _TABLES:
        parsed = ox.parse_query_results(_json(result), format=ox.QueryResultsFormat.JSON)
        return (parsed.serialize(format=_TABLES[fmt]) or b"").decode()
    if result.truth is not None:
        return "true" if result.truth else "false"
    return format_table(result.variables, (tuple(map(show_term, row)) for row in result.rows), width=width)


def format_table(headings: Iterable[str], rows: Iterable[tuple[str, ...]], *, width: int | None = None) -> str:
    """Align cells in columns, counting two for each wide character; break cells that do not fit into ``width``."""
    head = tuple(map(clean, headings))
    body = [tuple(map(clean, row)) for row in rows]
    natural = [max(map(display_width, column)) for column in zip(head, *body, strict=True)]
    widths = _fit(natural, width)
    if widths is None:
        return "\n\n".join(_record(head, row) for row in body)
    lines = list(_lines(head, widths))
    lines.append(_GAP.join("─" * column for column in widths))
    for row in body:
        lines.extend(_lines(row, widths))
    return "\n".join(line.rstrip() for line in lines)


def show_term(node: Term | None) -> str:
    """A term as a person reads it: the text of a literal, an IRI with its prefix."""
    if node is None:
        return ""
    if isinstance(node, ox.NamedNode):
        return shorten(node.value)
    return node.value if isinstance(node, ox.Literal | ox.BlankNode) else str(node)


def clean(text: str) -> str:
    """Take out what could move a terminal's cursor or break a line: a page's text is not to be trusted."""
    return "".join(" " if unicodedata.category(char) in ("Cc", "Zl", "Zp") else char for char in text)


def display_width(text: str) -> int:
    """Columns that ``text`` takes in a terminal."""
    return sum(map(_char_width, text))


def _char_width(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1


def _fit(natural: list[int], width: int | None) -> list[int] | None:
    """Narrow the widest columns until all fit into ``width``; None where that makes any narrower than is fit to read."""
    room = (width or 0) - len(_GAP) * (len(natural) - 1)
    if width is None or sum(natural) <= room:
        return natural
    widest = max((cap for cap in range(_NARROWEST, room + 1) if sum(min(column, cap) for column in natural) <= room), default=0)
    return [min(column, widest) for column in natural] if widest else None


def _lines(row: tuple[str, ...], widths: list[int]) -> Iterator[str]:
    cells = [_wrap(cell, columns) for cell, columns in zip(row, widths, strict=True)]
    for number in range(max(map(len, cells), default=0)):
        parts = (cell[number] if number < len(cell) else "" for cell in cells)
        yield _GAP.join(part + " " * (columns - display_width(part)) for part, columns in zip(parts, widths, strict=True))


def _wrap(text: str, columns: int) -> list[str]:
    """Break at any character, as Chinese is broken, but not before a closing mark; a Latin word may be cut."""
    lines, line, used = [], "", 0
    for char in text:
        wide = _char_width(char)
        if used + wide > columns:
            kept = len(line) - 1 if char in _CLOSING and len(line) > 1 else len(line)
            lines.append(line[:kept])
            line, used = line[kept:], display_width(line[kept:])
        line += char
        used += wide
    return [*lines, line]


def _record(head: tuple[str, ...], row: tuple[str, ...]) -> str:
    longest = max(map(display_width, head))
    cells = [(name, cell) for name, cell in zip(head, row, strict=True) if cell]
    return "\n".join(f"{name}{' ' * (longest - display_width(name))}{_GAP}{cell}" for name, cell in cells)


def _format_triples(triples: tuple[ox.Triple, ...], fmt: str, width: int | None) -> str:
    if fmt == "table":
        rows = ((show_term(triple.subject), show_term(triple.predicate), show_term(triple.object)) for triple in triples)
        return format_table(("subject", "predicate", "object"), rows, width=width)
    if fmt not in _GRAPHS:
        raise QueryError(f"{fmt} is for tables (SELECT); this answer is triples: {', '.join(('table', *_GRAPHS))}")
    used = {prefix: iri for prefix, iri in PREFIXES.items() if any(iri in str(triple) for triple in triples)}
    return (ox.serialize(triples, format=_GRAPHS[fmt], prefixes=used) or b"").decode()


def _json(result: QueryResult) -> str:
    """SPARQL 1.1 Query Results JSON; the other table formats are made from it."""
    if result.truth is not None:
        return json.dumps({"head": {}, "boolean": result.truth})
    named = (zip(result.variables, row, strict=True) for row in result.rows)
    bindings = [{name: _json_term(node) for name, node in row if node is not None} for row in named]
    return json.dumps({"head": {"vars": result.variables}, "results": {"bindings": bindings}}, ensure_ascii=False)


def _json_term(node: Term) -> dict[str, object]:
    if isinstance(node, ox.NamedNode):
        return {"type": "uri", "value": node.value}
    if isinstance(node, ox.BlankNode):
        return {"type": "bnode", "value": node.value}
    if isinstance(node, ox.Triple):
        parts = {"subject": node.subject, "predicate": node.predicate, "object": node.object}
        return {"type": "triple", "value": {name: _json_term(part) for name, part in parts.items()}}
    term: dict[str, object] = {"type": "literal", "value": node.value}
    if node.language:
        term["xml:lang"] = node.language
    elif node.datatype.value != XSD.NAMESPACE + "string":
        term["datatype"] = node.datatype.value
    return term
