"""Questions to the store: the shipped ones by name, those of a file, or any SPARQL that only reads.

A shipped query is plain SPARQL that runs at any endpoint as it stands. Its head says what it asks and which parameters it takes::

    # title 某区谁任何职
    # title-en Who holds which post in a district
    # about One row for each post …
    # param district district "区县" "the district; all below it count too" example=鼓楼区
    SELECT … WHERE { VALUES ?district { UNDEF } … }

A parameter's value is looked up first (a district by name, short name or code becomes the district's IRI) and then stands in the
``VALUES`` line as an IRI or literal written by the RDF library: what a user types is never pasted into a query. A parameter
that is left out takes its ``VALUES`` line away, which means no restriction.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pyoxigraph as ox

from kg.confidence import sure_store
from kg.errors import QueryError
from kg.lookup import KINDS, find_entities, near_names
from kg.ontology import PREFIXES, XSD, query_paths
from kg.store import open_store

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple

_HEAD = re.compile(r"#\s*(title-en|title|about|param)\s+(.*\S)")
_SPARQL = re.compile(r"(?i)\b(select|ask|construct|describe)\b")
_LITERAL_KINDS = ("date", "text")


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a query may be told."""

    name: str
    kind: str  #: ``date``, ``text``, or a kind of entity (``lookup.KINDS``)
    title: str  #: in Chinese
    about: str
    example: str = ""
    default: str = ""
    required: bool = False


@dataclass(frozen=True, slots=True)
class ShippedQuery:
    """A question in a file, with what its head says of it."""

    name: str
    title: str  #: in Chinese
    title_en: str
    about: str
    parameters: tuple[Parameter, ...]
    text: str
    path: Path


@dataclass(frozen=True, slots=True)
class QueryResult:
    """An answer: a table (SELECT), yes or no (ASK), or triples (CONSTRUCT, DESCRIBE; sorted)."""

    variables: tuple[str, ...] = ()
    rows: tuple[tuple[Term | None, ...], ...] = ()
    truth: bool | None = None
    triples: tuple[ox.Triple, ...] | None = None


def list_queries() -> tuple[ShippedQuery, ...]:
    """All shipped queries, by name."""
    return tuple(read_query(path) for path in query_paths().values())


def read_query(path: Path) -> ShippedQuery:
    """Read a query file and its head."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"{path} cannot be read: {error}") from error
    head: dict[str, list[str]] = {"title": [], "title-en": [], "about": [], "param": []}
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        match = _HEAD.fullmatch(line.rstrip())
        if match:
            head[match[1]].append(match[2])
    parameters = tuple(_read_parameter(line, path) for line in head["param"])
    title, title_en, about = (" ".join(head[key]) for key in ("title", "title-en", "about"))
    return ShippedQuery(path.stem, title, title_en, about, parameters, text, path)


def find_query(query: str) -> ShippedQuery:
    """Find what ``query`` names: a shipped question, a file ``….rq``, or itself as SPARQL text."""
    if query.endswith((".rq", ".sparql")):
        return read_query(Path(query))
    if re.fullmatch(r"[\w-]+", query):
        paths = query_paths()
        if query not in paths:
            raise QueryError(f"no shipped query is called {query!r}; there are: {', '.join(paths)}")
        return read_query(paths[query])
    if not _SPARQL.search(query):
        raise QueryError(f"neither a query's name, nor a .rq file, nor SPARQL (SELECT, ASK, CONSTRUCT, DESCRIBE): {query!r}")
    return ShippedQuery("", "", "", "", (), query, Path())


def run_query(
    directory: Path, query: str, *, parameters: Mapping[str, str] | None = None, min_confidence: float = 0.0
) -> QueryResult:
    """Ask the graph in ``directory``: ``query`` is a shipped name, a path of a ``.rq`` file, or SPARQL text.

    With ``min_confidence`` (0 to 1) the graph is asked as if a build had left out all evidence below it.
    """
    shipped = find_query(query)
    store = open_store(directory)
    if min_confidence > 0:
        store = sure_store(store, min_confidence)
    return ask_store(store, fill_parameters(store, shipped, parameters or {}))


def ask_store(store: ox.Store, sparql: str) -> QueryResult:
    """Run SPARQL text on an open store. The result is whole: an error in the middle is an error, never half an answer."""
    try:
        answer = store.query(sparql, prefixes=PREFIXES)
        if isinstance(answer, ox.QuerySolutions):
            variables = tuple(variable.value for variable in answer.variables)
            return QueryResult(variables=variables, rows=tuple(tuple(solution) for solution in answer))
        if isinstance(answer, ox.QueryTriples):
            return QueryResult(triples=tuple(sorted(set(answer), key=str)))
        return QueryResult(truth=bool(answer))
    except SyntaxError as error:
        raise QueryError(f"malformed SPARQL, {error}") from error
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError(f"the query failed: {error}") from error


def fill_parameters(store: ox.Store, shipped: ShippedQuery, values: Mapping[str, str]) -> str:
    """Put parameters into the query's ``VALUES`` lines; the text that comes out runs at any SPARQL endpoint."""
    known = {parameter.name: parameter for parameter in shipped.parameters}
    for name in values:
        if name not in known:
            takes = ", ".join(known) or "none"
            raise QueryError(f"{shipped.name or 'this query'} takes no parameter {name!r}; it takes: {takes}")
    text = shipped.text
    for parameter in shipped.parameters:
        value = values.get(parameter.name, "").strip() or parameter.default
        if not value and parameter.required:
            raise QueryError(f"{shipped.name} needs {parameter.name}={parameter.example} ({parameter.title}: {parameter.about})")
        text = _fill(text, parameter.name, _terms(store, parameter, value) if value else ())
    return text


def _read_parameter(line: str, path: Path) -> Parameter:
    try:
        name, kind, title, about, *options = shlex.split(line)
        settings = dict(option.split("=", 1) for option in options if option != "required")
    except ValueError as error:
        raise QueryError(f'{path}: a parameter reads: # param NAME KIND "中文" "English" example=…; not: {line}') from error
    known = kind in (*KINDS, *_LITERAL_KINDS) and settings.keys() <= {"example", "default"}
    if not known or not re.fullmatch(r"[a-z_]+", name):
        raise QueryError(f"{path}: parameter {name}: unknown kind or option in: {line}")
    return Parameter(name, kind, title, about, settings.get("example", ""), settings.get("default", ""), "required" in options)


def _terms(store: ox.Store, parameter: Parameter, value: str) -> tuple[ox.NamedNode | ox.Literal, ...]:
    try:
        if parameter.kind == "date":
            return (ox.Literal(date.fromisoformat(value).isoformat(), datatype=ox.NamedNode(XSD.date)),)
        if parameter.kind == "text":
            return (ox.Literal(value),)
        found = find_entities(store, value, parameter.kind)
    except ValueError as error:
        wanted = "a date like 2025-03-18" if parameter.kind == "date" else "text"
        raise QueryError(f"{parameter.name} must be {wanted}, not {value!r}") from error
    if found:
        return found
    near = near_names(store, value, parameter.kind)
    hint = f"; near it: {'、'.join(near)}" if near else ""
    raise QueryError(f"{parameter.name}: the graph has no {parameter.kind} {value!r}{hint}")


def _fill(text: str, name: str, terms: tuple[ox.NamedNode | ox.Literal, ...]) -> str:
    line = f"VALUES ?{name} {{ {' '.join(str(node) for node in terms)} }}" if terms else ""
    return re.sub(rf"VALUES\s+\?{name}\s*\{{\s*UNDEF\s*\}}", lambda _: line, text)
