"""A built graph into a store that someone already runs, by the SPARQL 1.1 Graph Store HTTP Protocol.

``graph.nt`` is sent in batches of whole lines: the first by PUT, which replaces the named graph, the others by POST, which add to
it. It has no blank nodes, so a batch that is sent twice is there once: what may have failed is simply sent again. Nothing is
believed that a store merely answers: at the end the triples in it are counted, and some subjects are read back and compared.

Invariants: the file is read and checked as a whole before anything is sent, for some stores drop the old graph before they refuse
the new one; every body has a ``Content-Length``, for some stores take a chunked one as empty; how far a push has come is written
beside the file after every batch; names and passwords come from the environment alone, and stand in no message and no file.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from itertools import islice
from pathlib import Path
from typing import Any, NoReturn
from urllib.parse import urlsplit

import pyoxigraph as ox
import requests
from requests.auth import AuthBase, HTTPBasicAuth, HTTPDigestAuth

from kg.errors import StoreError
from kg.ontology import XSD
from kg.turtle import GRAPH_NT

DEFAULT_GRAPH = "https://w3id.org/xianzhi/graph"  #: the named graph, where the user gives none
USER, PASSWORD, TOKEN = "KG_PUSH_USER", "KG_PUSH_PASSWORD", "KG_PUSH_TOKEN"  #: of the environment
BATCH = 20_000  #: triples sent at once: some 3 MB
WAITS = (1.0, 2.0, 4.0, 8.0, 16.0)  #: seconds before each further attempt
SAMPLE = 200  #: subjects read back

_FIRST = 500  #: triples of the first batch: small, for it may be sent twice, the first time to be asked for a login
_TOGETHER = 20  #: subjects read back by one query
_TIMEOUT = (10.0, 600.0)  #: seconds to connect, and to wait for an answer
_LONGEST_WAIT = 120.0  #: seconds that a store may ask us to wait
_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})
_GRAPH_TYPES = "application/n-triples, text/turtle;q=0.9, application/rdf+xml;q=0.5"

#: Ends of graph store addresses that are known, and that of the query endpoint beside each.
_BESIDE = (
    (re.compile(r"/sparql-graph-crud(-auth)?$"), "/sparql"),  # Virtuoso
    (re.compile(r"/store$"), "/query"),  # Oxigraph
    (re.compile(r"/data$"), "/query"),  # Fuseki
    (re.compile(r"(/repositories/[^/]+)/rdf-graphs/service$"), r"\1"),  # GraphDB, RDF4J
)
_VIRTUOSO_IRI = 1_850  #: bytes; Virtuoso cuts an IRI a little beyond this, and says nothing
_NUMBERS = frozenset(XSD.NAMESPACE + name for name in ("integer", "decimal", "double", "float", "boolean"))
_LONG_INTEGER = re.compile(rf'"[+-]?\d{{19,}}"\^\^<{re.escape(XSD.integer)}>')
_LONG_IRI = re.compile(r"<([^>]{600,})>")

#: Told how many triples have been sent, of how many.
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Credentials:
    """A login; never shown."""

    user: str = field(default="", repr=False)
    password: str = field(default="", repr=False)
    token: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Pushed:
    """What a push has proven."""

    triples: int  #: in the file, and counted in the store
    batches: int  #: sent by this push
    resumed: int  #: triples that an earlier push had sent
    sampled: int  #: subjects read back and found the same


@dataclass(frozen=True, slots=True)
class _Source:
    """A file of triples that has been read as a whole."""

    path: Path
    triples: int
    sha256: str
    trouble: str  #: what Virtuoso would spoil without a word


def push(
    source: Path,
    endpoint: str,
    *,
    graph: str = DEFAULT_GRAPH,
    query_endpoint: str | None = None,
    credentials: Credentials | None = None,
    batch: int = BATCH,
    sample: int = SAMPLE,
    fresh: bool = False,
    waits: tuple[float, ...] = WAITS,
    progress: Progress | None = None,
) -> Pushed:
    """Replace the named graph at a graph store by the graph in ``source``, the folder of a build or an N-Triples file.

    A push that was broken off goes on where it was, unless ``fresh`` is asked for. ``query_endpoint`` is where the triples are
    counted; it is known for the usual addresses of Virtuoso, Oxigraph, Fuseki and GraphDB. ``credentials`` come from the
    environment where they are left out. Raises ``StoreError`` where the store refuses, stays away, or has other triples in the
    end than the file.
    """
    endpoint, asked = _check_address(endpoint), _check_address(query_endpoint or find_query_endpoint(endpoint))
    _check_graph(graph)
    file = _read_source(source)
    session = _Session(credentials or read_credentials(os.environ), endpoint, waits)
    before = _count(session, asked, graph)
    if session.is_virtuoso and file.trouble:
        raise StoreError(f"{file.path}: {file.trouble}")
    state = _State(file, endpoint, graph, batch)
    start = 0 if fresh else state.read(before)
    told = progress or (lambda sent, of: None)
    batches = 0
    for sent, body in _batches(file.path, start, batch):
        first = start == 0 and batches == 0
        session.send("PUT" if first else "POST", endpoint, graph, body)
        state.write(sent)
        batches += 1
        told(sent, file.triples)
    after = _count(session, asked, graph)
    state.drop()  # whatever comes out now, there is nothing to go on with
    if after != file.triples:
        raise StoreError(
            f"{file.triples:,} triples were sent, but <{graph}> at {endpoint} has {after:,}; push again"
            + (" (this push went on with an earlier one; the next begins anew)" if start else "")
        )
    sampled = _compare_sample(session, asked, graph, file, sample)
    return Pushed(file.triples, batches, start, sampled)


def read_credentials(environment: Mapping[str, str]) -> Credentials:
    """The login that the environment gives."""
    return Credentials(*(environment.get(name, "") for name in (USER, PASSWORD, TOKEN)))


def find_query_endpoint(endpoint: str) -> str:
    """The query endpoint that stands beside a graph store of a known make; ``StoreError`` where it cannot be told."""
    parts = urlsplit(endpoint)
    for ending, other in _BESIDE:
        if ending.search(parts.path):
            return parts._replace(path=ending.sub(other, parts.path)).geturl()
    raise StoreError(
        f"it cannot be told where to count what arrives at {endpoint}: give the query endpoint too, --query-endpoint URL"
    )


def as_stored(node: Any) -> Any:
    """A term as a store may give it back: language tags in lower case, numbers by their value, whole decimals and truth values
    as integers."""
    if not isinstance(node, ox.Literal):
        return node
    if node.language:
        return ox.Literal(node.value, language=node.language.lower())
    if node.datatype.value not in _NUMBERS:
        return node
    value = {"true": "1", "false": "0"}.get(node.value, node.value)
    try:
        number = Decimal(value).normalize()
    except InvalidOperation:
        return node
    whole = node.datatype.value in (XSD.decimal, XSD.NAMESPACE + "boolean") and number == number.to_integral_value()
    return ox.Literal(f"{number:f}", datatype=ox.NamedNode(XSD.integer) if whole else node.datatype)


# ── the file ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _read_source(source: Path) -> _Source:
    """Read the file as a whole: every line one triple, none twice, no blank node."""
    path = source / GRAPH_NT if source.is_dir() else source
    if not path.is_file():
        raise StoreError(f"{source} holds no {GRAPH_NT}; build one: kg build PAGES --out {source}")
    digest, triples, trouble, once = hashlib.sha256(), 0, "", _Once(path)
    for body in _blocks(path):
        digest.update(body)
        try:
            found = list(ox.parse(body, format=ox.RdfFormat.N_TRIPLES))
        except (SyntaxError, ValueError) as error:
            raise StoreError(f"{path} is not a file of N-Triples: {error}") from error
        lines = body.splitlines()
        if len(found) != len(lines):
            raise StoreError(f"{path}: every line must be one triple; write it with kg build")
        if any(isinstance(node, ox.BlankNode) for quad in found for node in (quad.subject, quad.object)):
            raise StoreError(f"{path} has blank nodes; such a graph cannot be sent in batches")
        once.check(lines)
        triples += len(found)
        trouble = trouble or _find_trouble(body)
    if not triples:
        raise StoreError(f"{path} is empty; there is nothing to push")
    return _Source(path, triples, digest.hexdigest(), trouble)


class _Once:
    """Makes sure that lines stand together by subject, and none twice: else they would not tell how many triples to expect."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._seen: set[int] = set()  # hashes of the subjects that are done
        self._subject, self._lines = b"", set[bytes]()

    def check(self, lines: Iterable[bytes]) -> None:
        for line in lines:
            subject = line.split(b" ", 1)[0]
            if subject != self._subject:
                self._seen.add(hash(self._subject))
                self._subject, self._lines = subject, set()
                if hash(subject) in self._seen:
                    raise StoreError(f"{self._path} is not sorted by subject; write it with kg build")
            if line in self._lines:
                raise StoreError(f"{self._path} has a line twice: {line.decode()[:200]}")
            self._lines.add(line)


def _blocks(path: Path, lines: int = BATCH) -> Iterator[bytes]:
    with path.open("rb") as file:
        while block := b"".join(islice(file, lines)):
            yield block if block.endswith(b"\n") else block + b"\n"


def _find_trouble(body: bytes) -> str:
    text = body.decode("utf-8")
    if any(len(iri.encode()) > _VIRTUOSO_IRI for iri in _LONG_IRI.findall(text)):
        return f"an IRI has more than {_VIRTUOSO_IRI:,} bytes; Virtuoso would cut it off and say nothing"
    if _LONG_INTEGER.search(text):
        return "an integer has more than 18 digits; Virtuoso may refuse it"
    return ""


def _batches(path: Path, start: int, size: int) -> Iterator[tuple[int, bytes]]:
    """The lines after the first ``start``, in batches, each with the number of lines up to its end."""
    sent = start
    with path.open("rb") as file:
        next(islice(file, start, start), None)
        while lines := list(islice(file, _FIRST if sent == 0 else size)):
            sent += len(lines)
            yield sent, b"".join(lines)


class _State:
    """How far a push of this file to this graph has come, in a file beside it."""

    def __init__(self, file: _Source, endpoint: str, graph: str, batch: int) -> None:
        key = hashlib.sha256(f"{endpoint}\n{graph}".encode()).hexdigest()[:12]
        self._path = file.path.with_name(f".push-{key}.json")
        self._batch = batch
        self._known = {"endpoint": endpoint, "graph": graph, "sha256": file.sha256}

    def read(self, stored: int) -> int:
        """The triples that need not be sent again: those that are noted, if the store has them, and at most one batch more."""
        try:
            noted = json.loads(self._path.read_text(encoding="utf-8"))
            sent, size = int(noted.pop("sent")), int(noted.pop("batch"))
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return 0
        return sent if noted == self._known and sent <= stored <= sent + max(size, self._batch) else 0

    def write(self, sent: int) -> None:
        new = self._path.with_suffix(".new")
        new.write_text(json.dumps({**self._known, "batch": self._batch, "sent": sent}), encoding="utf-8")
        os.replace(new, self._path)

    def drop(self) -> None:
        self._path.unlink(missing_ok=True)


# ── the network ──────────────────────────────────────────────────────────────────────────────────────────────────────────


class _Bearer(AuthBase):
    def __init__(self, token: str) -> None:
        self._token = token

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        request.headers["Authorization"] = f"Bearer {self._token}"
        return request


class _Session:
    """Requests to one store: logs in as the store asks it to, waits and tries again where that may help."""

    def __init__(self, credentials: Credentials, endpoint: str, waits: tuple[float, ...]) -> None:
        self._credentials, self._waits = credentials, waits
        self._home = urlsplit(endpoint).netloc
        self._session = requests.Session()
        self._session.trust_env = urlsplit(endpoint).hostname not in ("127.0.0.1", "localhost", "::1")  # no proxy to this machine
        self._auth: AuthBase | None = _Bearer(credentials.token) if credentials.token else None
        self.is_virtuoso = False

    def send(self, method: str, endpoint: str, graph: str, body: bytes) -> None:
        """Put or add triples. The type is that of Turtle, which every store reads; lines of N-Triples are Turtle too."""
        headers = {"Content-Type": "text/turtle; charset=utf-8"}
        self._request(method, endpoint, params={"graph": graph}, data=body, headers=headers)

    def query(self, endpoint: str, sparql: str, accept: str) -> requests.Response:
        """Ask by a form, the one way that every store answers."""
        return self._request("POST", endpoint, data={"query": sparql}, headers={"Accept": accept})

    def _request(self, method: str, url: str, *, data: Any, headers: dict[str, str], params: Any = None) -> requests.Response:
        reason = ""
        for wait in (*self._waits, None):
            pause = wait
            try:
                response = self._attempt(method, url, data, headers, params)
            except (requests.ConnectionError, requests.Timeout, requests.exceptions.ChunkedEncodingError) as error:
                reason = f"{url} cannot be reached, or broke the connection off: {_cause(error)}"
            except (requests.RequestException, ValueError) as error:
                raise StoreError(f"{url}: {_cause(error)}") from error
            else:
                if response.ok and not response.is_redirect:
                    return response
                reason = f"{url} answers {response.status_code} to {method}: {_excerpt(response)}"
                if response.status_code not in _PASSING:
                    self._refuse(response, reason)
                pause = None if wait is None else max(wait, _asked_wait(response))
            if pause is not None:
                time.sleep(pause)
        raise StoreError(f"{reason} (given up after {len(self._waits) + 1} attempts; push again to go on)")

    def _attempt(self, method: str, url: str, data: Any, headers: dict[str, str], params: Any) -> requests.Response:
        auth = self._auth if urlsplit(url).netloc == self._home else None  # the login is for one host only
        options: dict[str, Any] = {"timeout": _TIMEOUT, "allow_redirects": False}
        response = self._session.request(method, url, params=params, data=data, headers=headers, auth=auth, **options)
        self.is_virtuoso = self.is_virtuoso or "virtuoso" in response.headers.get("Server", "").lower()
        if response.status_code == 401 and auth is None and urlsplit(url).netloc == self._home and self._log_in(response):
            return self._session.request(method, url, params=params, data=data, headers=headers, auth=self._auth, **options)
        return response

    def _log_in(self, response: requests.Response) -> bool:
        """Take up the login that the store asks for; digest rather than basic, which shows the password."""
        wanted = response.headers.get("WWW-Authenticate", "").lower()
        if not self._credentials.user:
            return False
        user, password = self._credentials.user, self._credentials.password
        digest = "digest" in wanted
        self._auth = HTTPDigestAuth(user, password) if digest else HTTPBasicAuth(user.encode(), password.encode())
        return True

    def _refuse(self, response: requests.Response, reason: str) -> NoReturn:
        if response.status_code in (401, 403):
            known = "the login was refused" if self._auth else f"set {USER} and {PASSWORD}, or {TOKEN}, in the environment"
            raise StoreError(f"{reason} ({known})")
        if response.is_redirect:
            raise StoreError(f"{response.url} has moved to {response.headers.get('Location')}; give that address")
        raise StoreError(reason)


def _cause(error: BaseException) -> str:
    """What went wrong, in a line: the innermost reason that a library gives."""
    inner: Any = error
    while inner.__cause__ or inner.__context__:
        inner = inner.__cause__ or inner.__context__
    return f"{inner}" or type(inner).__name__


def _excerpt(response: requests.Response) -> str:
    return " ".join(response.text[:300].split()) or response.reason


def _asked_wait(response: requests.Response) -> float:
    asked = response.headers.get("Retry-After", "")
    return min(float(asked), _LONGEST_WAIT) if asked.isdigit() else 0.0


def _check_address(address: str) -> str:
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise StoreError(f"{address!r} is not the address of a store: http://… or https://…")
    if parts.username is not None or parts.password is not None:
        raise StoreError(f"a login does not belong into an address: set {USER} and {PASSWORD} in the environment")
    if parts.query or parts.fragment:
        raise StoreError(f"{address!r}: give the address alone, without ? and #; the graph is named by --graph")
    return address


def _check_graph(graph: str) -> None:
    try:
        ox.NamedNode(graph)
    except ValueError as error:
        raise StoreError(f"the graph {graph!r} is no IRI: {error}") from error


# ── what the store has ───────────────────────────────────────────────────────────────────────────────────────────────────


def _count(session: _Session, endpoint: str, graph: str) -> int:
    sparql = f"SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH {ox.NamedNode(graph)} {{ ?s ?p ?o }} }}"
    response = session.query(endpoint, sparql, "application/sparql-results+json")
    try:
        return int(response.json()["results"]["bindings"][0]["n"]["value"])
    except (ValueError, KeyError, IndexError, TypeError) as error:
        raise StoreError(f"{endpoint} does not answer like a SPARQL endpoint: {_excerpt(response)}") from error


def _compare_sample(session: _Session, endpoint: str, graph: str, file: _Source, size: int) -> int:
    """Read evenly spread subjects back and compare all their triples; the number of them."""
    every = max(1, file.triples // size) if size else file.triples + 1
    with file.path.open("rb") as lines:
        subjects = list(dict.fromkeys(line.split(b" ", 1)[0] for line in islice(lines, 0, None, every)))[:size]
    wanted: dict[bytes, list[bytes]] = {subject: [] for subject in subjects}
    with file.path.open("rb") as lines:
        for line in lines:
            kept = wanted.get(line.split(b" ", 1)[0])
            if kept is not None:
                kept.append(line)
    for at in range(0, len(subjects), _TOGETHER):
        part = subjects[at : at + _TOGETHER]
        values = " ".join(subject.decode() for subject in part)
        sparql = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH {ox.NamedNode(graph)} {{ VALUES ?s {{ {values} }} ?s ?p ?o }} }}"
        found = _parse_triples(session.query(endpoint, sparql, _GRAPH_TYPES))
        sent = _normal(ox.parse(b"".join(line for subject in part for line in wanted[subject]), format=ox.RdfFormat.N_TRIPLES))
        if found != sent:
            odd = min(map(str, found ^ sent))
            raise StoreError(f"<{graph}> at {endpoint} differs from {file.path}, first in: {odd}")
    return len(subjects)


def _parse_triples(response: requests.Response) -> set[ox.Triple]:
    media = response.headers.get("Content-Type", "").partition(";")[0].strip()
    fmt = ox.RdfFormat.from_media_type(media)
    if media == "text/plain":
        fmt = ox.RdfFormat.N_TRIPLES
    try:
        if fmt is None:
            raise ValueError(f"of type {media!r}")
        return _normal(ox.parse(response.content, format=fmt))
    except (SyntaxError, ValueError) as error:
        raise StoreError(f"what {response.url} gives back cannot be read as RDF: {error}") from error


def _normal(quads: Iterable[ox.Quad]) -> set[ox.Triple]:
    return {ox.Triple(quad.subject, quad.predicate, as_stored(quad.object)) for quad in quads}
