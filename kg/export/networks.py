"""The graph as a network of names for networkx, which GraphML, GEXF and ``kg.open(DIR).to_networkx()`` share.

Nodes are entities, edges are posts and the ties of the ontology, in sorted order. Attributes that a thing has not are left
out, for neither GraphML nor GEXF knows an empty value.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from kg.model import Entity, Fact
from kg.network import make_multigraph
from kg.ontology import EDGES
from kg.views.catalogue import Catalogue, ends_of, role_of

if TYPE_CHECKING:
    from kg.network import Attributes, Network

#: What XML cannot hold, and marks that would break a line.
_NOT_XML = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")


def make_labelled(catalogue: Catalogue) -> Network:
    """The network of a whole graph.

    Nodes have ``label`` ``kind``, and as far as they are known ``type`` ``pinyin`` ``level`` ``code`` ``date``, and ``articles``,
    the number of those that name them. Edges have ``kind`` (``post`` ``leads`` ``partOf`` …), ``label`` (of a post its title),
    ``weight`` (the number of sentences that say so, at least 1), ``id``, and where there are sentences ``confidence``, and the
    days ``first`` and ``last`` between which they were published.
    """
    return make_multigraph(
        ((name, _describe(catalogue, entity)) for name, entity in catalogue.entities.items()), _find_edges(catalogue)
    )


def _describe(catalogue: Catalogue, entity: Entity) -> Attributes:
    found: Attributes = {"label": entity.label, "kind": entity.kind.value, "articles": len(entity.articles)}
    more = {
        "type": entity.subtype,
        "pinyin": catalogue.latin.get(entity.id, ""),
        "level": entity.level,
        "code": entity.adcode,
        "date": entity.date.isoformat() if entity.date else "",
    }
    return {name: _plain(value) for name, value in {**found, **more}.items() if value != ""}


def _find_edges(catalogue: Catalogue) -> Iterator[tuple[str, str, str, Attributes]]:
    for fact in catalogue.facts:
        source, target = ends_of(fact)
        if fact.predicate != "post" and fact.predicate not in EDGES:
            continue
        if source in catalogue.entities and target in catalogue.entities:
            yield source, target, _key(fact), _describe_edge(catalogue, fact)


def _key(fact: Fact) -> str:
    return " ".join(str(_plain(part)) for part in (fact.predicate, role_of(fact, "role"), role_of(fact, "status")) if part)


def _describe_edge(catalogue: Catalogue, fact: Fact) -> Attributes:
    label = role_of(fact, "role") or fact.predicate
    found: Attributes = {"kind": fact.predicate, "label": _plain(label), "weight": max(1, len(fact.evidence)), "id": fact.id}
    if fact.evidence:
        found["confidence"] = max(evidence.score for evidence in fact.evidence)
    if status := role_of(fact, "status"):
        found["status"] = status
    days = sorted(_days(catalogue, fact))
    if days:
        found["first"], found["last"] = days[0].isoformat(), days[-1].isoformat()
    return found


def _days(catalogue: Catalogue, fact: Fact) -> Iterable[date]:
    sources = (catalogue.sources.get(evidence.article) for evidence in fact.evidence)
    return (source.date for source in sources if source is not None and source.date is not None)


def _plain(value: str | int | float) -> str | int | float:
    return _NOT_XML.sub(" ", value) if isinstance(value, str) else value
