"""A name as a person types it → the entities of the graph that it may mean; and the names near it where it means none."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

import pyoxigraph as ox

from kg.ontology import ORG, RDF, RDFS, SCHEMA, SKOS, XZ

KINDS = {
    "person": XZ.Person,
    "organisation": XZ.Organisation,
    "district": XZ.District,
    "initiative": XZ.Initiative,
    "event": XZ.Event,
    "role": ORG.Role,
    "article": XZ.Article,
    "name": "",
}  #: what a name may be asked to mean → its class; ``name`` is anything with a label

_LANGUAGES = ("zh", "zh-Hans", "zh-Latn", "en", None)
_MARKS = re.compile(r"""[“”‘’"'＂＇「」『』《》〈〉\s]""")
_DISTRICT_ENDINGS = ("区", "县", "市", "省", "镇", "乡", "街道", "社区", "村", "自治区", "自治州", "自治县", "地区", "盟", "旗")


TYPE = ox.NamedNode(RDF.type)
PREF_LABEL = ox.NamedNode(SKOS.prefLabel)
HEADLINE = ox.NamedNode(SCHEMA.headline)
LABELS = (PREF_LABEL, ox.NamedNode(SKOS.altLabel), ox.NamedNode(RDFS.label), HEADLINE)


def find_entities(store: ox.Store, name: str, kind: str = "name") -> tuple[ox.NamedNode, ...]:
    """Find what ``name`` means among entities of ``kind``, by the first way that finds anything; sorted by IRI.

    The ways, in order: the entity's own IRI; a label, exactly; the kind's own ways (a district's code, its name without
    the ending, its name behind its parent's; an article's number or page); a label without regard to quotation marks.
    """
    name = name.strip()
    if not name:
        return ()
    for way in (_by_iri, _by_label, *_WAYS.get(kind, ()), _by_bare_label):
        found = {entity for entity in way(store, name) if _is_a(store, entity, kind)}
        if found:
            return tuple(sorted(found, key=lambda entity: entity.value))
    return ()


def near_names(store: ox.Store, name: str, kind: str = "name", *, limit: int = 5) -> tuple[str, ...]:
    """Find the names that share most of their characters with ``name``, best first."""
    wanted = _pieces(name)
    scores: dict[str, float] = {}
    for entity, label in _labels(store, kind):
        if label in scores or not wanted.intersection(label):
            continue
        pieces = _pieces(label)
        score = 2 * len(wanted & pieces) / (len(wanted) + len(pieces))
        if score >= 0.3 and _is_a(store, entity, kind):
            scores[label] = score
    return tuple(sorted(scores, key=lambda label: (-scores[label], label))[:limit])


def has_label(store: ox.Store, text: str) -> bool:
    """Whether something in the graph has exactly this name."""
    return any(True for _ in _by_label(store, text))


def label_of(store: ox.Store, node: object) -> str:
    """The Chinese label of an entity, else any label, else the last part of its IRI; a literal's own text."""
    if isinstance(node, ox.Literal):
        return node.value
    if not isinstance(node, ox.NamedNode):
        return str(node)
    for predicate in LABELS:
        labels = [quad.object for quad in store.quads_for_pattern(node, predicate, None) if isinstance(quad.object, ox.Literal)]
        if labels:
            return min(labels, key=lambda label: (label.language not in ("zh", None), label.value)).value
    return re.split(r"[/#]", node.value)[-1]


def _by_iri(store: ox.Store, name: str) -> Iterator[ox.NamedNode]:
    try:
        node = ox.NamedNode(name)
    except ValueError:
        return
    if next(store.quads_for_pattern(node, None, None), None) is not None:
        yield node


def _by_label(store: ox.Store, name: str) -> Iterator[ox.NamedNode]:
    for predicate in LABELS:
        for literal in _literals(name):
            yield from _subjects(store, predicate, literal)


def _by_bare_label(store: ox.Store, name: str) -> Iterator[ox.NamedNode]:
    bare = _bare(name)
    if bare:
        yield from (entity for entity, label in _labels(store, "name") if _bare(label) == bare)


def _by_code(store: ox.Store, name: str) -> Iterator[ox.NamedNode]:
    for literal in _literals(name):
        yield from _subjects(store, ox.NamedNode(XZ.adcode), literal)


def _by_short_name(store: ox.Store, name: str) -> Iterator[ox.NamedNode]:
    for ending in _DISTRICT_ENDINGS:
        yield from _by_label(store, name + ending)


def _by_full_name(store: ox.Store, name: str) -> Iterator[ox.NamedNode]:
    """东桥区青石街道 → the 青石街道 that is part of 东桥区."""
    for cut in range(len(name) - 2, 1, -1):
        ends = tuple(_by_label(store, name[cut:]))
        if not ends:  # looked at first: a parent may be looked for in the same way, and so on, for every cut
            continue
        parents = find_entities(store, name[:cut], "district")
        yield from (entity for entity in ends if not _ancestors(store, entity).isdisjoint(parents))


def _by_article_id(store: ox.Store, name: str) -> Iterator[ox.NamedNode]:
    for quad in store.quads_for_pattern(None, TYPE, ox.NamedNode(XZ.Article)):
        if isinstance(quad.subject, ox.NamedNode) and quad.subject.value.endswith("/" + name):
            yield quad.subject


def _by_page(store: ox.Store, name: str) -> Iterator[ox.NamedNode]:
    """All articles of the page with this file name."""
    for literal in _literals(name):
        for page in _subjects(store, ox.NamedNode(XZ.fileName), literal):
            yield from _subjects(store, ox.NamedNode(SCHEMA.isPartOf), page)


_Way = Callable[[ox.Store, str], Iterable[ox.NamedNode]]
_WAYS: dict[str, tuple[_Way, ...]] = {
    "district": (_by_code, _by_short_name, _by_full_name),
    "name": (_by_code, _by_short_name, _by_full_name),
    "article": (_by_article_id, _by_page),
}


def _ancestors(store: ox.Store, entity: ox.NamedNode) -> set[ox.NamedNode]:
    seen: set[ox.NamedNode] = set()
    waiting = [entity]
    while waiting:
        for quad in store.quads_for_pattern(waiting.pop(), ox.NamedNode(XZ.partOf), None):
            if isinstance(quad.object, ox.NamedNode) and quad.object not in seen:
                seen.add(quad.object)
                waiting.append(quad.object)
    return seen


def _labels(store: ox.Store, kind: str) -> Iterator[tuple[ox.NamedNode, str]]:
    for predicate in LABELS[-1:] if kind == "article" else LABELS[:-1]:
        for quad in store.quads_for_pattern(None, predicate, None):
            if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.Literal):
                yield quad.subject, quad.object.value


def _subjects(store: ox.Store, predicate: ox.NamedNode, node: ox.NamedNode | ox.Literal) -> Iterator[ox.NamedNode]:
    for quad in store.quads_for_pattern(None, predicate, node):
        if isinstance(quad.subject, ox.NamedNode):
            yield quad.subject


def _literals(text: str) -> Iterator[ox.Literal]:
    for language in _LANGUAGES:
        yield ox.Literal(text, language=language) if language else ox.Literal(text)


def _is_a(store: ox.Store, entity: ox.NamedNode, kind: str) -> bool:
    if KINDS[kind]:
        return next(store.quads_for_pattern(entity, TYPE, ox.NamedNode(KINDS[kind])), None) is not None
    return any(next(store.quads_for_pattern(entity, predicate, None), None) is not None for predicate in (PREF_LABEL, HEADLINE))


def _bare(text: str) -> str:
    return _MARKS.sub("", text)


def _pieces(text: str) -> set[str]:
    """Single characters and pairs, so that order counts for something."""
    bare = _bare(text)
    return set(bare) | {bare[at : at + 2] for at in range(len(bare) - 1)}
