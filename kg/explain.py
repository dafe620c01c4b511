"""Every fact about one name, with the sentences that say it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from html import escape
from pathlib import Path

import pyoxigraph as ox

from kg.lookup import find_entities, label_of, near_names
from kg.ontology import BYLINES, EDGES, ORG, RDF, RDFS, SCHEMA, SKOS, XZ, ontology_path, shorten
from kg.results import clean
from kg.store import open_store

_FACT_ROLES = (ORG.member, ORG.organization, ORG.role, RDF.subject, RDF.object, XZ.of)  #: a fact's node → whom it is about
_ACTS = (XZ.presides, XZ.attends, XZ.leads, XZ.takesPartIn, XZ.investment)
_ORDER = (ORG.Membership, *_ACTS, XZ.Figure, *EDGES.values(), *BYLINES.values())  #: of the groups; any other comes last
_STATUS = {"acting": "代", "former": "原", "concurrent": "兼"}
_BOLD, _DIM, _MARK, _PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[1;33m", "\x1b[0m"


@dataclass(frozen=True, slots=True)
class Proof:
    """One sentence that says a fact, and where it stands."""

    quote: str
    article: str  #: IRI
    page: str
    headline: str
    date: str
    start: int
    end: int
    confidence: str
    rule: str


@dataclass(frozen=True, slots=True)
class Statement:
    """One fact in words, with its proofs; none where the fact follows from the gazetteer or from a body's own name."""

    text: str
    names: tuple[str, ...]  #: the names in it, all forms: what to mark in the sentence
    proofs: tuple[Proof, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """The facts of one property."""

    title: str
    title_en: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """All that is said about one thing."""

    iri: str
    name: str
    others: tuple[str, ...]  #: its other names
    kind: str
    place: str  #: its district and those above, the nearest first
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """All that is said about a name: a section for each thing that has it, or the names near it where none has."""

    name: str
    sections: tuple[Section, ...]
    near: tuple[str, ...] = ()

    def __str__(self) -> str:
        return render_explanation(self)

    def _repr_html_(self) -> str:
        """What Jupyter shows: facts as lists, sentences as quotations; a page's text is never taken for HTML."""
        return "".join(map(_section_html, self.sections)) or f"<p>{escape(render_explanation(self))}</p>"


def explain(directory: Path, name: str, *, kind: str = "name") -> Explanation:
    """Gather every fact about ``name`` from the graph in ``directory``; ``kind`` narrows to persons, districts, …"""
    return explain_in(open_store(directory), name, kind=kind)


def explain_in(store: ox.Store, name: str, *, kind: str = "name") -> Explanation:
    """The same for an open store."""
    entities = find_entities(store, name, kind)
    if not entities:
        return Explanation(name, (), near_names(store, name, kind))
    return Explanation(name, tuple(_section(store, entity) for entity in entities))


def render_explanation(explanation: Explanation, *, colour: bool = False) -> str:
    """Lay an explanation out as text; with ``colour`` the names stand out in the sentences (ANSI)."""
    if not explanation.sections:
        near = f"；相近 near: {'、'.join(explanation.near)}" if explanation.near else ""
        return clean(f"图中没有 not in the graph: {explanation.name}{near}")
    return "\n\n".join("\n".join(_render_section(section, colour)) for section in explanation.sections)


def _section(store: ox.Store, entity: ox.NamedNode) -> Section:
    name = label_of(store, entity)
    others = sorted(set(_values(store, entity, SKOS.altLabel)) - {name})
    return Section(
        iri=entity.value,
        name=name,
        others=tuple(others),
        kind=_kind_of(store, entity),
        place=_place_of(store, entity),
        groups=tuple(_groups(store, entity)),
    )


def _groups(store: ox.Store, entity: ox.NamedNode) -> Iterator[Group]:
    found: dict[str, list[Statement]] = {}
    said: set[tuple[object, ...]] = set()
    for fact in _facts_about(store, entity):
        kind, statement = _statement(store, fact)
        if _is_article(store, entity):
            proofs = tuple(proof for proof in statement.proofs if proof.article == entity.value)
            statement = replace(statement, proofs=proofs)
        found.setdefault(kind, []).append(statement)
        said.add(tuple(_first(store, fact, role) for role in (RDF.subject, RDF.predicate, RDF.object)))
    for quad in _edges_of(store, entity):
        if (quad.subject, quad.predicate, quad.object) not in said:
            found.setdefault(quad.predicate.value, []).append(_edge(store, quad.subject, quad.predicate, quad.object))
    for kind in sorted(found, key=lambda kind: (_ORDER.index(kind) if kind in _ORDER else len(_ORDER), kind)):
        title, title_en = _titles().get(kind, (shorten(kind), shorten(kind)))
        yield Group(title, title_en, tuple(sorted(found[kind], key=_when)))
    articles = [_article_line(store, article) for article in _subjects(store, SCHEMA.mentions, entity)]
    if articles:
        yield Group("见于稿件", "articles that name it", tuple(Statement(line, ()) for line in sorted(articles)))


def _when(statement: Statement) -> tuple[str, int, str]:
    first = statement.proofs[0] if statement.proofs else None
    return (first.date if first else "", first.start if first else 0, statement.text)


def _facts_about(store: ox.Store, entity: ox.NamedNode) -> Iterator[ox.NamedNode]:
    """The nodes of all facts in which the entity has a role; of an article, of all that it says."""
    facts = {fact for role in _FACT_ROLES for fact in _subjects(store, role, entity)}
    for evidence in _subjects(store, XZ.inArticle, entity):
        facts.update(_subjects(store, XZ.evidence, evidence))
    yield from sorted(facts, key=lambda fact: fact.value)


def _edges_of(store: ox.Store, entity: ox.NamedNode) -> Iterator[ox.Quad]:
    for iri in (*EDGES.values(), *BYLINES.values()):
        yield from store.quads_for_pattern(entity, ox.NamedNode(iri), None)
        yield from store.quads_for_pattern(None, ox.NamedNode(iri), entity)


def _is_article(store: ox.Store, entity: ox.NamedNode) -> bool:
    return ox.NamedNode(XZ.Article) in _objects(store, entity, RDF.type)


def _statement(store: ox.Store, fact: ox.NamedNode) -> tuple[str, Statement]:
    if _first(store, fact, ORG.member) is not None:
        return ORG.Membership, _post(store, fact)
    predicate = _first(store, fact, RDF.predicate)
    if isinstance(predicate, ox.NamedNode):
        ends = (_first(store, fact, RDF.subject), _first(store, fact, RDF.object))
        return predicate.value, _edge(store, ends[0], predicate, ends[1], _proofs(store, fact))
    return XZ.Figure, _figure(store, fact)


def _post(store: ox.Store, fact: ox.NamedNode) -> Statement:
    person, body, role = (_first(store, fact, iri) for iri in (ORG.member, ORG.organization, ORG.role))
    status = "".join(f"（{_STATUS.get(value, value)}）" for value in _values(store, fact, XZ.status))
    days = sorted({*_values(store, fact, XZ.firstAttested), *_values(store, fact, XZ.lastAttested)})
    parts = (label_of(store, person), label_of(store, body) if body else "", label_of(store, role) + status, " – ".join(days))
    return Statement(_words(parts), _forms(store, person, body, role), _proofs(store, fact))


def _edge(store: ox.Store, subject: object, predicate: ox.NamedNode, end: object, proofs: tuple[Proof, ...] = ()) -> Statement:
    title, _ = _titles().get(predicate.value, (shorten(predicate.value), ""))
    return Statement(_words((label_of(store, subject), title, label_of(store, end))), _forms(store, subject, end), proofs)


def _figure(store: ox.Store, fact: ox.NamedNode) -> Statement:
    about = _first(store, fact, XZ.of)
    counts, text = (" ".join(_values(store, fact, iri)) for iri in (XZ.counts, RDFS.label))
    words = _words((label_of(store, about) if about else "", counts, text))
    return Statement(words, (*_forms(store, about), text), _proofs(store, fact))


def _proofs(store: ox.Store, fact: ox.NamedNode) -> tuple[Proof, ...]:
    nodes = (quad.object for quad in store.quads_for_pattern(fact, ox.NamedNode(XZ.evidence), None))
    proofs = (_proof(store, node) for node in nodes if isinstance(node, ox.NamedNode))
    return tuple(sorted(proofs, key=lambda proof: (proof.date, proof.page, proof.start, proof.rule)))


def _proof(store: ox.Store, evidence: ox.NamedNode) -> Proof:
    article = _first(store, evidence, XZ.inArticle)
    page = _first(store, article, SCHEMA.isPartOf)
    return Proof(
        quote=_text(store, evidence, XZ.quote),
        article=article.value if isinstance(article, ox.NamedNode) else "",
        page=_text(store, page, XZ.fileName),
        headline=_text(store, article, SCHEMA.headline),
        date=_text(store, article, SCHEMA.datePublished),
        start=int(_text(store, evidence, XZ.start) or 0),
        end=int(_text(store, evidence, XZ.end) or 0),
        confidence=_text(store, evidence, XZ.confidence),
        rule=_text(store, evidence, XZ.extractor),
    )


def _article_line(store: ox.Store, article: ox.NamedNode) -> str:
    page = _first(store, article, SCHEMA.isPartOf)
    headline = _text(store, article, SCHEMA.headline)
    parts = (_text(store, article, SCHEMA.datePublished), f"《{headline}》" if headline else "", _text(store, page, XZ.fileName))
    return _words(parts)


def _kind_of(store: ox.Store, entity: ox.NamedNode) -> str:
    """The label of its narrowest class: 干部, not 人物."""
    classes = [node for node in _objects(store, entity, RDF.type) if isinstance(node, ox.NamedNode) and node.value in _titles()]
    classes.sort(key=lambda node: (node.value in _broad_classes(), node.value))
    return _titles()[classes[0].value][0] if classes else ""


def _place_of(store: ox.Store, entity: ox.NamedNode) -> str:
    bodies = [entity, *(node for node in _objects(store, entity, XZ.holdsPostIn) if isinstance(node, ox.NamedNode))]
    starts = {node for body in bodies for iri in (XZ.jurisdiction, XZ.locatedIn) for node in _objects(store, body, iri)}
    starts.update(node for body in bodies[1:] for node in (body,) if _objects(store, node, XZ.partOf))
    starts.update(_objects(store, entity, XZ.partOf))
    return "；".join(sorted({_chain(store, node) for node in starts if isinstance(node, ox.NamedNode)}))


def _chain(store: ox.Store, district: ox.NamedNode) -> str:
    names: list[str] = []
    node: object = district
    while isinstance(node, ox.NamedNode) and label_of(store, node) not in names:
        names.append(label_of(store, node))
        node = _first(store, node, XZ.partOf)
    return "，".join(names)


def _forms(store: ox.Store, *nodes: object) -> tuple[str, ...]:
    forms: set[str] = set()
    for node in nodes:
        if isinstance(node, ox.NamedNode):
            forms.update((label_of(store, node), *_values(store, node, SKOS.altLabel)))
        elif isinstance(node, ox.Literal):
            forms.add(node.value)
    return tuple(sorted(forms - {""}))


def _render_section(section: Section, colour: bool) -> Iterator[str]:
    def style(text: str, code: str) -> str:
        return f"{code}{clean(text)}{_PLAIN}" if colour else clean(text)

    yield style(section.name, _BOLD) + clean("".join(f"  {part}" for part in (section.kind, section.place) if part))
    yield style(section.iri, _DIM)
    if section.others:
        yield clean(f"又名 also: {'、'.join(section.others)}")
    for group in section.groups:
        yield ""
        yield style(f"{group.title} {group.title_en}", _BOLD)
        for statement in group.statements:
            yield f"  {clean(statement.text)}"
            for proof in statement.proofs:
                yield f"    “{_mark(clean(proof.quote), statement.names) if colour else clean(proof.quote)}”"
                yield "      " + style(_source(proof), _DIM)


def _section_html(section: Section) -> str:
    head = f"<h4>{escape(section.name)} <small>{escape(_words((section.kind, section.place)))}</small></h4>"
    groups = (f"<b>{escape(_words((group.title, group.title_en)))}</b><ul>{_list_html(group)}</ul>" for group in section.groups)
    return head + "".join(groups)


def _list_html(group: Group) -> str:
    items = ((escape(statement.text), "".join(map(_proof_html, statement.proofs))) for statement in group.statements)
    return "".join(f"<li>{text}{proofs}</li>" for text, proofs in items)


def _proof_html(proof: Proof) -> str:
    return f"<blockquote>{escape(proof.quote)}<br><small>{escape(_source(proof))}</small></blockquote>"


def _source(proof: Proof) -> str:
    place = f"{proof.page} {proof.start}–{proof.end}"
    headline = f"《{proof.headline}》" if proof.headline else ""
    return " · ".join(part for part in (headline, proof.date, place, f"{proof.confidence} {proof.rule}".strip()) if part)


def _mark(quote: str, names: Iterable[str]) -> str:
    forms = sorted((re.escape(clean(name)) for name in names), key=len, reverse=True)
    return re.sub("|".join(forms), lambda match: f"{_MARK}{match[0]}{_PLAIN}", quote) if forms else quote


@lru_cache(maxsize=1)
def _titles() -> dict[str, tuple[str, str]]:
    """Labels of the ontology's classes and properties: IRI → Chinese, English."""
    labels: dict[str, dict[str, str]] = {}
    for quad in ox.parse(path=ontology_path()):
        if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.Literal) and quad.predicate.value == RDFS.label:
            labels.setdefault(quad.subject.value, {})[quad.object.language or ""] = quad.object.value
    return {iri: (names.get("zh", shorten(iri)), names.get("en", shorten(iri))) for iri, names in labels.items()}


@lru_cache(maxsize=1)
def _broad_classes() -> frozenset[str]:
    """Classes of the ontology that have a class below them."""
    above = ox.NamedNode(RDFS.NAMESPACE + "subClassOf")
    quads = (quad for quad in ox.parse(path=ontology_path()) if quad.predicate == above)
    return frozenset(quad.object.value for quad in quads if isinstance(quad.object, ox.NamedNode))


def _words(parts: Iterable[str]) -> str:
    return " ".join(part for part in parts if part)


def _objects(store: ox.Store, subject: object, iri: str) -> list[ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple]:
    if not isinstance(subject, ox.NamedNode):
        return []
    return sorted((quad.object for quad in store.quads_for_pattern(subject, ox.NamedNode(iri), None)), key=str)


def _first(store: ox.Store, subject: object, iri: str) -> ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None:
    return next(iter(_objects(store, subject, iri)), None)


def _values(store: ox.Store, subject: object, iri: str) -> list[str]:
    return [node.value for node in _objects(store, subject, iri) if isinstance(node, ox.Literal)]


def _text(store: ox.Store, subject: object, iri: str) -> str:
    return next(iter(_values(store, subject, iri)), "")


def _subjects(store: ox.Store, iri: str, node: ox.NamedNode) -> list[ox.NamedNode]:
    quads = store.quads_for_pattern(None, ox.NamedNode(iri), node)
    return [quad.subject for quad in quads if isinstance(quad.subject, ox.NamedNode)]
