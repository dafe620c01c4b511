"""The graph without what is less sure than a bound: of a reading before it is written, of a store before it is asked.

Both do the same: evidence below the bound goes, and a fact goes with its last evidence. Names stay, and so does what official
lists say of districts (``partOf`` between districts with codes), which needs no proof.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pyoxigraph as ox

from kg.model import Fact, Kind, Reading
from kg.ontology import ORG, RDF, SCHEMA, XSD, XZ
from kg.text import parse_sum

_EVIDENCE, _CONFIDENCE, _IN_ARTICLE = map(ox.NamedNode, (XZ.evidence, XZ.confidence, XZ.inArticle))
_MEMBER, _ORGANIZATION, _ROLE, _STATUS = map(ox.NamedNode, (ORG.member, ORG.organization, ORG.role, XZ.status))
_HOLDS, _ADCODE, _PART_OF, _CONTAINED = map(ox.NamedNode, (XZ.holdsPostIn, XZ.adcode, XZ.partOf, SCHEMA.containedInPlace))
_SUBJECT, _PREDICATE, _OBJECT = map(ox.NamedNode, (RDF.subject, RDF.predicate, RDF.object))
_INVESTMENT, _INVESTMENT_VALUE = map(ox.NamedNode, (XZ.investment, XZ.investmentValue))
_PUBLISHED, _ATTESTED, _FIRST, _LAST = map(ox.NamedNode, (SCHEMA.datePublished, XZ.attestedOn, XZ.firstAttested, XZ.lastAttested))

Node = Any  #: a term of the graph: what may stand as subject and as object are two unions in pyoxigraph


def keep_sure(reading: Reading, least: float) -> Reading:
    """A reading without evidence below ``least`` (0 to 1) and without the facts that have none left."""
    if least <= 0:
        return reading
    coded = {entity.id for entity in reading.entities if entity.kind is Kind.DISTRICT and entity.adcode}
    return replace(reading, facts=tuple(_sure_facts(reading.facts, least, coded)))


def _sure_facts(facts: tuple[Fact, ...], least: float, coded: set[str]) -> Iterator[Fact]:
    for fact in facts:
        kept = tuple(evidence for evidence in fact.evidence if evidence.score >= least)
        if len(kept) == len(fact.evidence):
            yield fact
        elif kept or (fact.predicate == "partOf" and {fact.role("subject"), fact.role("object")} <= coded):
            yield replace(fact, evidence=kept, score=max((evidence.score for evidence in kept), default=1.0))


def sure_store(store: ox.Store, least: float) -> ox.Store:
    """A copy in memory of a built store, without evidence below ``least`` (0 to 1) and the facts that have none left.

    It is what a build with that bound would have made of the same pages.
    """
    filter_ = _Filter(store, least)
    copy = ox.Store()
    copy.bulk_extend(quad for quad in store.quads_for_pattern(None, None, None, None) if filter_.keeps(quad))
    copy.bulk_extend(filter_.new_quads())
    return copy


class _Filter:
    """Which triples stay, decided from the facts that lose their last evidence."""

    def __init__(self, store: ox.Store, least: float) -> None:
        self._store = store
        self._weak = {
            quad.object for quad in store.quads_for_pattern(None, _EVIDENCE, None) if self._confidence(quad.object) < least
        }
        self._proofs: dict[Node, list[Node]] = defaultdict(list)
        touched: set[Node] = set()
        for quad in store.quads_for_pattern(None, _EVIDENCE, None):
            if quad.object in self._weak:
                touched.add(quad.subject)
            else:
                self._proofs[quad.subject].append(quad.object)
        self._gone = {node for node in touched if node not in self._proofs}
        self._dated = {node for node in touched - self._gone if self._value(node, _MEMBER) is not None}
        self._edges: set[tuple[Node, Node, Node]] = set()
        for node in self._gone:
            if self._value(node, _MEMBER) is not None:
                self._drop_post(node)
            elif self._value(node, _PREDICATE) is not None:
                self._drop_edge(node)

    def keeps(self, quad: ox.Quad) -> bool:
        """Whether a triple of the whole graph stays as it is."""
        subject, predicate, target = quad.subject, quad.predicate, quad.object
        if subject in self._weak or subject in self._gone or target in self._weak:
            return False
        if predicate in (_ATTESTED, _FIRST, _LAST) and subject in self._dated:
            return False
        return (subject, predicate, target) not in self._edges

    def new_quads(self) -> Iterator[ox.Quad]:
        """The days of posts that lost some of their evidence."""
        for node in self._dated:
            articles = {self._value(proof, _IN_ARTICLE) for proof in self._proofs[node]}
            found = (self._value(article, _PUBLISHED) for article in articles if article is not None)
            days = sorted({day.value for day in found if day is not None})
            dates = [ox.Literal(day, datatype=ox.NamedNode(XSD.date)) for day in days]
            for day in dates:
                yield ox.Quad(node, _ATTESTED, day)
            if dates:
                yield ox.Quad(node, _FIRST, dates[0])
                yield ox.Quad(node, _LAST, dates[-1])

    # -- helpers -----------------------------------------------------------------------------------------------------

    def _values(self, subject: Node, predicate: ox.NamedNode) -> list[Node]:
        return [quad.object for quad in self._store.quads_for_pattern(subject, predicate, None)]

    def _value(self, subject: Node, predicate: ox.NamedNode) -> Node | None:
        return next(iter(self._values(subject, predicate)), None)

    def _confidence(self, node: Node) -> float:
        value = self._value(node, _CONFIDENCE)
        return 1.0 if value is None else float(value.value)

    def _drop_post(self, node: Node) -> None:
        person, body, role = self._value(node, _MEMBER), self._value(node, _ORGANIZATION), self._value(node, _ROLE)
        if person is not None and body is not None:
            others = (quad.subject for quad in self._store.quads_for_pattern(None, _MEMBER, person))
            if not any(self._holds(other, body) for other in others):
                self._edges.add((person, _HOLDS, body))
        if role is not None and all(q.subject in self._gone for q in self._store.quads_for_pattern(None, _ROLE, role)):
            self._edges.update((q.subject, q.predicate, q.object) for q in self._store.quads_for_pattern(role, None, None))

    def _holds(self, post: Node, body: Node) -> bool:
        status = self._value(post, _STATUS)
        former = status is not None and status.value == "former"
        return post not in self._gone and not former and self._value(post, _ORGANIZATION) == body

    def _drop_edge(self, node: Node) -> None:
        subject, predicate, target = (self._value(node, term) for term in (_SUBJECT, _PREDICATE, _OBJECT))
        if subject is None or predicate is None or target is None:
            return
        if predicate == _PART_OF:
            if self._value(subject, _ADCODE) is not None and self._value(target, _ADCODE) is not None:
                return
            self._edges.add((subject, _CONTAINED, target))
        self._edges.add((subject, predicate, target))
        if predicate == _INVESTMENT:
            self._drop_sum(subject, target)

    def _drop_sum(self, subject: Node, text: Node) -> None:
        """The number of a sum goes with the last of its spellings (15亿元, 150000万元)."""
        spellings = self._values(subject, _INVESTMENT)
        left = {parse_sum(other.value) for other in spellings if (subject, _INVESTMENT, other) not in self._edges}
        for number in self._values(subject, _INVESTMENT_VALUE):
            value = parse_sum(number.value)
            if value == parse_sum(text.value) and value not in left:
                self._edges.add((subject, _INVESTMENT_VALUE, number))


__all__ = ["keep_sure", "sure_store"]
