"""A built graph, read back from its file into plain values: all that the pages show comes from one ``Catalogue``.

Entities and facts are those of ``kg.model``; here their ids are whole IRIs. The posts' facts have two roles more, ``first`` and
``last``: the days between which the pages attest them.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from kg.errors import InputError
from kg.model import Entity, Evidence, Fact, Problem
from kg.ontology import BYLINES, EDGES, KIND_CLASSES, LEVELS, ORG, RDF, RDFS, SCHEMA, SKOS, XZ

_XZ = XZ.NAMESPACE
_PREDICATES = {iri: name for name, iri in EDGES.items()}

#: Where a name has several classes below its kind's own, the first of this list speaks.
SUBTYPES = (
    *("Official", "BusinessPerson", "Journalist", "Resident"),
    *("PartyBody", "GovernmentBody", "GrassrootsBody", "TaskForce", "PublicInstitution", "Association"),
    *("MediaOutlet", "Enterprise"),
    *("Project", "Mechanism", "Campaign", "Service", "Policy"),
    *("Donation", "Inspection", "Meeting", "Activity"),
)


@dataclass(frozen=True, slots=True)
class Source:
    """One article, as far as a reader needs it to find the place again."""

    id: str
    headline: str
    page: str  #: the page's file name
    date: date | None = None
    sha256: str = ""  #: of the page's text, which the build has kept under this name
    extent: tuple[tuple[int, int], ...] = ()  #: where the article stands on its page, half-open stretches


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything that a built folder says, sorted."""

    entities: Mapping[str, Entity] = field(default_factory=dict)
    facts: tuple[Fact, ...] = ()
    sources: Mapping[str, Source] = field(default_factory=dict)
    pages: tuple[str, ...] = ()
    latin: Mapping[str, str] = field(default_factory=dict)  #: the pinyin of an entity's name
    notes: Mapping[str, str] = field(default_factory=dict)  #: an initiative's investment, as written
    bylines: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)  #: entity → (role, article)
    problems: tuple[Problem, ...] = ()
    withheld: int = 0  #: private persons who are withheld, summed over pages


def read_catalogue(directory: Path, *, min_confidence: float = 0.0) -> Catalogue:
    """Read a built folder; proof below ``min_confidence`` (0 to 1) is left away, and so is a fact that has none left."""
    graph = _Graph(_read_triples(directory))
    proofs = (node for node in graph.of_class(XZ.Evidence) if graph.text(node, XZ.quote).strip())
    evidence = {node: _make_evidence(graph, node) for node in proofs}
    entities = dict(sorted(_find_entities(graph)))
    facts = _choose_facts(_find_facts(graph, entities, evidence), min_confidence)
    return Catalogue(
        entities=entities,
        facts=tuple(sorted(facts, key=lambda fact: fact.id)),
        sources=dict(sorted((node, _make_source(graph, node)) for node in graph.of_class(XZ.Article))),
        pages=tuple(sorted(graph.text(node, XZ.fileName) for node in graph.of_class(XZ.Page))),
        latin={node: text for node in entities if (text := graph.text(node, RDFS.label, language="zh-latn"))},
        notes={node: text for node in entities if (text := graph.text(node, XZ.investment))},
        bylines=_find_bylines(graph, entities),
        problems=_read_problems(directory / "problems.jsonl"),
        withheld=sum(int(graph.text(node, XZ.withheldPersons) or 0) for node in graph.of_class(XZ.Page)),
    )


@dataclass(frozen=True, slots=True)
class _Literal:
    text: str
    language: str


class _Graph:
    """Triples by subject and predicate; values stay in the order of their text, so that the first one is always the same."""

    def __init__(self, triples: Iterable[tuple[str, str, str | _Literal]]) -> None:
        self._values: dict[tuple[str, str], list[str | _Literal]] = defaultdict(list)
        self._members: dict[str, set[str]] = defaultdict(set)
        self.edges: set[tuple[str, str, str]] = set()
        for subject, predicate, value in triples:
            if predicate == RDF.type:
                if isinstance(value, str):
                    self._members[value].add(subject)
            else:
                self._values[subject, predicate].append(value)
                if predicate in _PREDICATES and isinstance(value, str):
                    self.edges.add((subject, predicate, value))
        for values in self._values.values():
            values.sort(key=lambda value: value if isinstance(value, str) else value.text)

    def of_class(self, iri: str) -> list[str]:
        return sorted(self._members.get(iri, ()))

    def is_a(self, node: str, iri: str) -> bool:
        return node in self._members.get(iri, ())

    def nodes(self, node: str, predicate: str) -> list[str]:
        return [value for value in self._values.get((node, predicate), ()) if isinstance(value, str)]

    def node(self, node: str, predicate: str) -> str:
        return next(iter(self.nodes(node, predicate)), "")

    def texts(self, node: str, predicate: str) -> list[_Literal]:
        return [value for value in self._values.get((node, predicate), ()) if isinstance(value, _Literal)]

    def text(self, node: str, predicate: str, *, language: str = "") -> str:
        return next((value.text for value in self.texts(node, predicate) if not language or value.language == language), "")

    def name(self, node: str, predicate: str) -> str:
        """The value as a bare word: a literal's text, or the last part of an IRI."""
        iri = self.node(node, predicate)
        return iri.replace("#", "/").rsplit("/", 1)[-1] if iri else self.text(node, predicate)

    def day(self, node: str, predicate: str) -> date | None:
        try:
            return date.fromisoformat(self.text(node, predicate)[:10])
        except ValueError:
            return None


def _read_triples(directory: Path) -> Iterator[tuple[str, str, str | _Literal]]:
    import pyoxigraph

    file = next((directory / name for name in ("graph.nt", "graph.ttl") if (directory / name).is_file()), None)
    if file is None:
        raise InputError(f"{directory}: no graph.nt or graph.ttl; run `kg build` first")
    try:
        for triple in pyoxigraph.parse(path=str(file)):
            value = triple.object
            if isinstance(value, pyoxigraph.NamedNode):
                yield triple.subject.value, triple.predicate.value, value.value
            elif isinstance(value, pyoxigraph.Literal):
                yield triple.subject.value, triple.predicate.value, _Literal(value.value, (value.language or "").lower())
    except (SyntaxError, OSError) as error:
        raise InputError(f"{file}: {error}") from error


def _find_entities(graph: _Graph) -> Iterator[tuple[str, Entity]]:
    articles: dict[str, set[str]] = defaultdict(set)
    for article in graph.of_class(XZ.Article):
        for node in graph.nodes(article, SCHEMA.mentions):
            articles[node].add(article)
    for kind, iri in KIND_CLASSES.items():
        for node in graph.of_class(iri):
            label = graph.text(node, SKOS.prefLabel) or graph.text(node, RDFS.label, language="zh")
            if not label:
                label = graph.text(node, RDFS.label) or node
            level = graph.name(node, XZ.level)
            yield (
                node,
                Entity(
                    id=node,
                    kind=kind,
                    subtype=next((name for name in SUBTYPES if graph.is_a(node, _XZ + name)), ""),
                    label=label,
                    alt=tuple(sorted({alt.text for alt in graph.texts(node, SKOS.altLabel)} - {label})),
                    level=level if level in LEVELS else "",
                    adcode=graph.text(node, XZ.adcode),
                    date=graph.day(node, SCHEMA.startDate),
                    articles=tuple(sorted(articles[node])),
                ),
            )


def _make_evidence(graph: _Graph, node: str) -> Evidence:
    start = int(graph.text(node, XZ.start) or 0)
    quote = graph.text(node, XZ.quote)
    return Evidence(
        article=graph.node(node, XZ.inArticle),
        start=start,
        end=start + len(quote),
        quote=quote,
        by=graph.text(node, XZ.extractor),
        score=float(graph.text(node, XZ.confidence) or 1),
    )


def _make_source(graph: _Graph, node: str) -> Source:
    page = graph.node(node, SCHEMA.isPartOf)
    return Source(
        id=node,
        headline=graph.text(node, SCHEMA.headline),
        page=graph.text(page, XZ.fileName),
        date=graph.day(node, SCHEMA.datePublished),
        sha256=graph.text(page, XZ.sha256),
        extent=tuple((int(start), int(end)) for start, end in re.findall(r"(\d+)-(\d+)", graph.text(node, XZ.extent))),
    )


def _find_facts(graph: _Graph, entities: Mapping[str, Entity], evidence: Mapping[str, Evidence]) -> Iterator[Fact]:
    def proof(node: str) -> tuple[Evidence, ...]:
        found = (evidence[name] for name in graph.nodes(node, XZ.evidence) if name in evidence)
        return tuple(sorted(found, key=lambda each: (each.article, each.start, each.end, each.by)))

    for node in graph.of_class(ORG.Membership):
        roles = _find_post_roles(graph, node)
        if all(value in entities for key, value in roles if key in ("person", "organisation")):
            yield Fact(node, "post", roles, proof(node))
    proven = set()
    for node in graph.of_class(RDF.Statement):
        subject, predicate = graph.node(node, RDF.subject), graph.node(node, RDF.predicate)
        target, text = graph.node(node, RDF.object), graph.text(node, RDF.object)
        if subject in entities and target in entities and predicate in _PREDICATES:
            proven.add((subject, predicate, target))
            yield Fact(node, _PREDICATES[predicate], (("subject", subject), ("object", target)), proof(node))
        elif subject in entities and text and predicate == XZ.investment:
            yield Fact(node, "investment", (("subject", subject), ("text", text)), proof(node))
    for subject, predicate, target in sorted(graph.edges - proven):
        if subject in entities and target in entities:
            id_ = " ".join((subject, predicate, target))
            yield Fact(id_, _PREDICATES[predicate], (("subject", subject), ("object", target)))
    for node in graph.of_class(XZ.Figure):
        yield Fact(node, "figure", _find_figure_roles(graph, node, entities), proof(node))


def _find_post_roles(graph: _Graph, node: str) -> tuple[tuple[str, str], ...]:
    role = graph.node(node, ORG.role)
    roles = (
        ("person", graph.node(node, ORG.member)),
        ("organisation", graph.node(node, ORG.organization)),
        ("role", graph.text(role, SKOS.prefLabel) or graph.text(role, RDFS.label) or graph.text(node, ORG.role)),
        ("status", graph.name(node, XZ.status)),
        ("first", graph.text(node, XZ.firstAttested) or graph.text(node, XZ.attestedOn)),
        ("last", graph.text(node, XZ.lastAttested) or graph.text(node, XZ.attestedOn)),
    )
    return tuple((key, value) for key, value in roles if value)


def _find_figure_roles(graph: _Graph, node: str, entities: Mapping[str, Entity]) -> tuple[tuple[str, str], ...]:
    subject = graph.node(node, XZ.of)
    value = graph.text(node, XZ.value) + graph.text(node, XZ.unit)
    roles = (
        ("subject", subject if subject in entities else ""),
        ("counts", graph.text(node, XZ.counts)),
        ("text", graph.text(node, RDFS.label) or value),
    )
    return tuple((key, text) for key, text in roles if text)


def _choose_facts(facts: Iterable[Fact], min_confidence: float) -> Iterator[Fact]:
    for fact in facts:
        kept = tuple(each for each in fact.evidence if each.score >= min_confidence)
        if kept or not fact.evidence:
            yield replace(fact, evidence=kept)


def _find_bylines(graph: _Graph, entities: Mapping[str, Entity]) -> dict[str, tuple[tuple[str, str], ...]]:
    bylines: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for article in graph.of_class(XZ.Article):
        for role, predicate in BYLINES.items():
            for node in graph.nodes(article, predicate):
                if node in entities:
                    bylines[node].append((role, article))
    return {node: tuple(sorted(found)) for node, found in sorted(bylines.items())}


def _read_problems(file: Path) -> tuple[Problem, ...]:
    if not file.is_file():
        return ()
    rows = (json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip())
    return tuple(Problem(str(row.get("where", "")), str(row.get("what", ""))) for row in rows)


def role_of(fact: Fact, name: str) -> str:
    """A role's value as text; empty where the fact has none."""
    value = fact.role(name)
    return "" if value is None else str(value.normalize() if isinstance(value, Decimal) else value)


def ends_of(fact: Fact) -> tuple[str, str]:
    """The two names that a fact binds: subject and object, or person and body; empty where it has none."""
    first, second = ("person", "organisation") if fact.predicate == "post" else ("subject", "object")
    one = other = ""
    for key, value in fact.roles:
        if key == first:
            one = str(value)
        elif key == second:
            other = str(value)
    return one, other
