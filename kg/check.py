"""Is a built graph well formed, and does every quote stand on its page?

Four checks, each of which finds what the others cannot: both files of the graph say the same; every ``xz:`` term is one of the
ontology; the SHACL shapes hold; every page's text has the hash that the graph gives and every quote stands at its offsets.

From some pages names are withheld (``kg.withhold``): their kept text has a hash of its own, and ``□`` in a quote stands for any
character of the page.

Shapes are checked by pySHACL, which holds its graph in Python objects: a graph above ``CHUNK`` triples is checked in pieces.
A piece is some subjects with all that their shapes can look at, so the pieces together find what the whole would.
"""

from __future__ import annotations

import logging
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from kg.errors import InputError
from kg.graph import PAGES
from kg.model import Page
from kg.ontology import ORG, RDF, SCHEMA, XSD, XZ, shapes_path, shorten, terms
from kg.text import BLANK
from kg.turtle import GRAPH_NT, GRAPH_TTL

if TYPE_CHECKING:
    import pyoxigraph as ox
    import rdflib

#: Triples given to pySHACL at once: some 300 MB and ten seconds.
CHUNK = 150_000

_SHA256 = re.compile(r"[0-9a-f]{64}")
_LONGEST_VALUE = 60  #: characters of a wrong value that a message shows

Node: TypeAlias = "ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple"
TextOf = Callable[[str], str | None]  #: sha256 of a page → its text, or None where it is missing


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """One thing that is wrong with a built graph."""

    node: str  #: the IRI, or the file, that is wrong
    rule: str  #: the shape, or ``files`` ``syntax`` ``term`` ``page`` ``quote``
    what: str  #: what is wrong with it, as the rest of a sentence

    def __str__(self) -> str:
        return f"{self.node} {self.what} [{self.rule}]"


def check(directory: Path, pages: Iterable[Page] | None = None, *, chunk: int = CHUNK) -> list[Violation]:
    """All that is wrong with the graph in a directory, sorted; nothing where all is well.

    Texts are read from ``pages/`` in the directory, or taken from ``pages`` where these are given. A directory without a
    graph is an ``InputError``.
    """
    path = directory / GRAPH_TTL
    if not path.is_file():
        raise InputError(f"{directory} holds no {GRAPH_TTL}: build it first")
    try:
        store = _load(path)
    except (SyntaxError, ValueError) as error:
        return [Violation(GRAPH_TTL, "syntax", f"cannot be read: {error}")]
    text_of = _reader(directory) if pages is None else {page.sha256: page.text for page in pages}.get
    found = {*_check_files(store, directory), *_check_terms(store), *_check_pages(store, text_of, kept=pages is None)}
    return sorted(found.union(check_shapes(store, chunk=chunk)))


def _rows(store: ox.Store, query: str) -> Iterator[ox.QuerySolution]:
    import pyoxigraph as ox

    rows = store.query(query)
    assert isinstance(rows, ox.QuerySolutions), query
    return iter(rows)


def _load(path: Path) -> ox.Store:
    import pyoxigraph as ox

    store = ox.Store()
    store.bulk_load(path=str(path), format=ox.RdfFormat.TURTLE)
    return store


# ── files and terms ──────────────────────────────────────────────────────────────────────────────────────────────────────


def _check_files(store: ox.Store, directory: Path) -> Iterator[Violation]:
    """``graph.nt``, where it is there, has the same triples as ``graph.ttl``."""
    import pyoxigraph as ox

    path = directory / GRAPH_NT
    if not path.is_file():
        return
    count = 0
    try:
        for quad in ox.parse(path=str(path), format=ox.RdfFormat.N_TRIPLES):
            count += 1
            if quad not in store:
                yield Violation(GRAPH_NT, "files", f"has a triple that {GRAPH_TTL} has not: {quad.triple}")
                return
    except SyntaxError as error:
        yield Violation(GRAPH_NT, "syntax", f"cannot be read: {error}")
        return
    if count != len(store):
        yield Violation(GRAPH_NT, "files", f"has {count} triples, {GRAPH_TTL} {len(store)}")


def _check_terms(store: ox.Store) -> Iterator[Violation]:
    """Every class and property of the project's namespace is one that the ontology has."""
    known = terms()
    for position in ("?s ?term ?o", f"?s <{RDF.type}> ?term"):
        for row in _rows(store, f"SELECT DISTINCT ?term WHERE {{ {position} FILTER(ISIRI(?term)) }}"):
            term = row["term"]
            if term.value.startswith(XZ.NAMESPACE) and term.value not in known:
                yield Violation(term.value, "term", "is no term of the ontology")


# ── pages and quotes ─────────────────────────────────────────────────────────────────────────────────────────────────────


def _reader(directory: Path) -> TextOf:
    """Texts from the files that the build has kept, exactly as they are."""

    def read(digest: str) -> str | None:
        try:
            return (directory / PAGES / f"{digest}.txt").read_bytes().decode()
        except FileNotFoundError:
            return None
        except UnicodeDecodeError:
            return ""  # no text of a page: its hash will say so

    return read


_PAGES_QUERY = f"SELECT ?page ?digest WHERE {{ ?page a <{XZ.Page}> ; <{XZ.sha256}> ?digest }}"
_BLANKED_QUERY = f"SELECT ?digest ?kept WHERE {{ ?page a <{XZ.Page}> ; <{XZ.sha256}> ?digest ; <{XZ.keptSha256}> ?kept }}"
_QUOTES_QUERY = f"""SELECT ?digest ?evidence ?start ?end ?quote WHERE {{
    ?evidence a <{XZ.Evidence}> ; <{XZ.start}> ?start ; <{XZ.end}> ?end ; <{XZ.quote}> ?quote ; <{XZ.inArticle}> ?article .
    ?article <{SCHEMA.isPartOf}> ?page . ?page <{XZ.sha256}> ?digest }} ORDER BY ?digest"""


def _check_pages(store: ox.Store, text_of: TextOf, *, kept: bool) -> Iterator[Violation]:
    """Every page's text is there and has its hash; every quote of a page whose text is right stands at its offsets.

    A page from which names are withheld is ``kept`` with these blanked; where its own text is given, that is as good.
    """
    wrong = set()
    blanked: dict[str, set[str]] = defaultdict(set)
    for row in _rows(store, _BLANKED_QUERY):
        blanked[row["digest"].value].add(row["kept"].value)
    for row in _rows(store, _PAGES_QUERY):
        digest = row["digest"].value
        good = {digest} - (blanked.keys() if kept else set()) | blanked.get(digest, set())
        fault = _page_fault(digest, text_of, good)
        if fault:
            wrong.add(row["digest"].value)
            yield Violation(row["page"].value, "page", fault)
    for digest, rows in groupby(_rows(store, _QUOTES_QUERY), key=lambda row: row["digest"].value):
        text = None if digest in wrong else text_of(digest)
        if text is None:
            continue
        for row in rows:
            fault = _quote_fault(text, row["start"].value, row["end"].value, row["quote"].value, blanked=digest in blanked)
            if fault:
                yield Violation(row["evidence"].value, "quote", fault)


def _page_fault(digest: str, text_of: TextOf, good: Collection[str]) -> str:
    if not _SHA256.fullmatch(digest):
        return "has no hash by which its text could be found"
    text = text_of(digest)
    if text is None:
        return f"has no text: {PAGES}/{digest}.txt is missing"
    found = sha256(text.encode()).hexdigest()
    if found == digest and digest not in good:
        return "is kept with the names that are withheld from it"
    if found not in good:
        return "has another text than the one that was read"
    return ""


def _quote_fault(text: str, start: str, end: str, quote: str, *, blanked: bool) -> str:
    try:
        first, last = int(start), int(end)
    except ValueError:
        return f"has offsets that are no numbers: {start}, {end}"
    if not 0 <= first < last <= len(text):
        return f"has offsets {first}–{last} outside of its page, which has {len(text)} characters"
    if text[first:last] != quote and not (blanked and _is_blanked(text[first:last], quote)):
        return f"quotes {_cut(quote)}, where the page has {_cut(text[first:last])}"
    return ""


def _is_blanked(text: str, quote: str) -> bool:
    """Whether two stretches are the same but for characters that are blanked in one of them."""
    return len(text) == len(quote) and all(pair[0] == pair[1] or BLANK in pair for pair in zip(text, quote, strict=True))


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST_VALUE else text[:_LONGEST_VALUE] + "…"


# ── shapes ───────────────────────────────────────────────────────────────────────────────────────────────────────────────


def check_shapes(store: ox.Store, *, chunk: int = CHUNK) -> Iterator[Violation]:
    """What breaks a shape; in pieces of about ``chunk`` triples where the graph is larger."""
    import rdflib

    shapes = rdflib.Graph().parse(shapes_path(), format="turtle")
    if len(store) <= chunk:
        yield from _validate((quad.triple for quad in store), shapes, None)
        return
    for subjects, triples in _pieces(store, chunk):
        yield from _validate(triples, shapes, subjects)


def _pieces(store: ox.Store, size: int) -> Iterator[tuple[set[str], set[ox.Triple]]]:
    """Subjects, some at a time, each piece with all triples that a shape looks at from one of its subjects."""
    subjects: set[str] = set()
    triples: set[ox.Triple] = set()
    for row in _rows(store, "SELECT DISTINCT ?s WHERE { ?s ?p ?o } ORDER BY ?s"):
        subject = row["s"]
        subjects.add(subject.value)
        triples.update(_surroundings(store, subject))
        if len(triples) >= size:
            yield subjects, triples
            subjects, triples = set(), set()
    if subjects:
        yield subjects, triples


def _surroundings(store: ox.Store, subject: Node) -> Iterator[ox.Triple]:
    """A subject's triples; the types of what they point to; the chain of districts or bodies above it; the statements about
    it, the posts that it holds, and, of a statement, the edge that it states."""
    stated: dict[str, ox.Triple] = {}
    for triple in _match(store, subject):
        yield triple
        stated[triple.predicate.value] = triple
        yield from _match(store, triple.object, RDF.type)
    for predicate in (XZ.partOf, ORG.subOrganizationOf):
        yield from _chain(store, subject, predicate)
    for statement in _match(store, None, RDF.subject, subject):
        for predicate in (RDF.subject, RDF.predicate, RDF.object, XZ.evidence):
            yield from _match(store, statement.subject, predicate)
    for post in _match(store, None, ORG.member, subject):
        yield post
        yield from _match(store, post.subject, ORG.organization)
    if RDF.subject in stated and RDF.predicate in stated and RDF.object in stated:
        source, edge, target = (stated[name].object for name in (RDF.subject, RDF.predicate, RDF.object))
        yield from (triple for triple in _match(store, source, None, target) if triple.predicate == edge)


def _chain(store: ox.Store, start: Node, predicate: str) -> Iterator[ox.Triple]:
    """All triples of one predicate on the way up from a node."""
    seen, ahead = {start}, [start]
    while ahead:
        for triple in _match(store, ahead.pop(), predicate):
            yield triple
            if triple.object not in seen:
                seen.add(triple.object)
                ahead.append(triple.object)


def _match(
    store: ox.Store, subject: Node | None, predicate: str | None = None, target: Node | None = None
) -> Iterator[ox.Triple]:
    """The triples of this form; none for a subject that is a literal."""
    import pyoxigraph as ox

    if isinstance(subject, ox.Literal):
        return iter(())
    edge = None if predicate is None else ox.NamedNode(predicate)
    return (quad.triple for quad in store.quads_for_pattern(subject, edge, target, None))


def _validate(triples: Iterable[ox.Triple], shapes: rdflib.Graph, subjects: set[str] | None) -> Iterator[Violation]:
    """Run the shapes over these triples. Where subjects are given, what is said of other nodes is left out: their own piece tells
    better. Only shapes for objects (``sh:targetObjectsOf``) speak of nodes outside, whose types every piece has."""
    import pyshacl
    import rdflib
    from rdflib.namespace import SH

    graph = rdflib.Graph()
    with _quiet("rdflib.term"):
        for triple in triples:
            graph.add((_term(triple.subject), _term(triple.predicate), _term(triple.object)))
        _, report, _ = pyshacl.validate(graph, shacl_graph=shapes, inference="none", advanced=False)
    for result in report.subjects(rdflib.RDF.type, SH.ValidationResult):
        focus, value = report.value(result, SH.focusNode), report.value(result, SH.value)
        shape = report.value(result, SH.sourceShape)
        message = report.value(result, SH.resultMessage)
        of_term = shapes.value(shape, SH.targetNode) is not None
        node = value if of_term else focus
        if subjects is not None and str(node) not in subjects and shapes.value(shape, SH.targetObjectsOf) is None:
            continue
        shown = f" ({shorten(str(focus))})" if of_term else "" if value in (None, focus) else f": {_cut(shorten(str(value)))}"
        yield Violation(str(node), _shape_name(shape, shapes), f"{message}{shown}")


def _shape_name(shape: object, shapes: rdflib.Graph) -> str:
    """The name of a shape, or of the shape that a nameless one belongs to."""
    import rdflib
    from rdflib.namespace import SH

    node = shape
    if isinstance(node, rdflib.BNode):
        node = next(shapes.subjects(SH.property, node), node)
    return str(node).rpartition("#")[2]


def _term(term: Node) -> rdflib.term.Node:
    """A term of Oxigraph as one of rdflib. rdflib holds plain literals for other than those of xsd:string: these are plain."""
    import pyoxigraph as ox
    import rdflib

    if isinstance(term, ox.NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, ox.Literal):
        if term.language:
            return rdflib.Literal(term.value, lang=term.language)
        name = term.datatype.value
        return rdflib.Literal(term.value, datatype=None if name == XSD.string else rdflib.URIRef(name), normalize=False)
    return rdflib.BNode(str(term))


@contextmanager
def _quiet(name: str) -> Iterator[None]:
    """rdflib logs each literal that is not of its datatype; the shapes report the same, with the node."""
    logger = logging.getLogger(name)
    before, logger.disabled = logger.disabled, True
    try:
        yield
    finally:
        logger.disabled = before
