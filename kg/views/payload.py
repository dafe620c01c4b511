"""What a page knows: names, facts and their evidence as plain JSON values, numbered so that nothing is said twice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from kg.model import Evidence, Fact, Kind
from kg.pinyin import syllables
from kg.views.catalogue import Catalogue, ends_of, role_of
from kg.views.kinds import BYLINE_LABELS, KIND_LABELS, LINES, LOOKS, STATUS_LABELS, type_of
from kg.views.scenes import Atlas, Scene

if TYPE_CHECKING:
    from kg.network import Weighted

MAX_COMPANY = 12  #: people listed as having been at the same events

Json = dict[str, Any]


def make_payload(
    atlas: Atlas,
    names: Iterable[str],
    *,
    links: Mapping[str, str],
    company: Weighted,
    scene: Scene | None = None,
    articles: Iterable[str] = (),
    sheets: Mapping[str, str] | None = None,
    bare: bool = False,
) -> Json:
    """The data block of a page about these names: they, every fact that touches one of them, and whatever those facts name.

    ``links`` gives the map that each name has of its own, as the page is to link to it; ``articles`` those that are to be
    known even where nothing is quoted from them, numbered from 0 in this order; ``sheets`` the sheet of each name and article.
    A ``bare`` payload leaves the facts away.
    """
    sheets = sheets or {}
    wanted = set(names)
    known = {fact.id: fact for name in sorted(wanted) for fact in atlas.facts.get(name, ())}
    facts = [] if bare else [fact for _, fact in sorted(known.items())]
    chosen = wanted | {end for fact in facts for end in ends_of(fact) if end}
    chosen |= {far for name in sorted(wanted) for far, _ in _find_company(company, name)}
    chosen |= {place for name in sorted(chosen) for place in atlas.places[name]}
    order = sorted(chosen)
    if scene is None:
        order = sorted(chosen, key=lambda name: (-atlas.ties[name], name))
    number = {name: at for at, name in enumerate(order)}
    proofs = _Numbers()
    sources = _Numbers()
    for article in articles:
        sources.add(article)
    payload: Json = {
        "names": [_describe(atlas, name, number, sources, links, sheets, company, name in wanted) for name in order],
        "facts": [_state(fact, number, proofs) for fact in facts],
    }
    payload["proofs"] = [_prove(evidence, sources) for evidence in proofs.items]
    payload["sources"] = [_cite(atlas.catalogue, article, sheets) for article in sources.items]
    payload["looks"] = {type_: asdict(look) for type_, look in LOOKS.items()}
    payload["lines"] = {kind: asdict(line) for kind, line in LINES.items()}
    payload["status"] = dict(STATUS_LABELS)
    payload["kinds"] = {kind.value: label for kind, label in KIND_LABELS.items()}
    if scene is not None:
        payload["map"] = _draw(scene, number, atlas)
    return payload


class _Numbers:
    """Numbers for things in the order in which they come, each thing once."""

    def __init__(self) -> None:
        self.items: list[Any] = []
        self._known: dict[Any, int] = {}

    def add(self, item: Any) -> int:
        if item not in self._known:
            self._known[item] = len(self.items)
            self.items.append(item)
        return self._known[item]


def _filled(**values: Any) -> Json:
    """A JSON object without its empty values: most names have few of them."""
    return {key: value for key, value in values.items() if value or (value == 0 and value is not False)}


def key_of(iri: str) -> str:
    """The end of an entity's IRI, by which links name it: ``person/li-ming-3f9a2c``."""
    return "/".join(iri.rsplit("/", 2)[-2:])


def _describe(
    atlas: Atlas,
    name: str,
    number: Mapping[str, int],
    sources: _Numbers,
    links: Mapping[str, str],
    sheets: Mapping[str, str],
    company: Weighted,
    whole: bool,
) -> Json:
    catalogue = atlas.catalogue
    entity = catalogue.entities[name]
    parts = syllables(entity.label)
    above = [far for _, far, kind in atlas.network.out_edges(name, keys=True) if kind == "partOf"]
    bylines = catalogue.bylines.get(name, ())
    return _filled(
        k=key_of(name),
        n=entity.label,
        t=type_of(entity),
        e=entity.kind.value,
        a=list(entity.alt),
        p=catalogue.latin.get(name, ""),
        s=f"{''.join(parts)} {''.join(part[:1] for part in parts)}".lower(),
        g=[number[place] for place in atlas.places[name] if place != name and place in number],
        u=[number[place] for place in sorted(above) if place in number] if entity.kind is Kind.DISTRICT else [],
        c=entity.adcode,
        d=entity.date.isoformat() if entity.date else "",
        x=catalogue.notes.get(name, ""),
        v=links.get(name, ""),
        w=sheets.get(name, ""),
        m=len(entity.articles) or "",
        b=[[BYLINE_LABELS.get(role, role), sources.add(article)] for role, article in bylines if article in catalogue.sources],
        o=[[number[far], count] for far, count in _find_company(company, name)] if whole else [],
        far="" if whole else 1,
    )


def _find_company(company: Weighted, name: str) -> list[tuple[str, int]]:
    if name not in company:
        return []
    near = ((str(far), int(data["weight"])) for far, data in company[name].items())
    return sorted(near, key=lambda pair: (-pair[1], pair[0]))[:MAX_COMPANY]


def _state(fact: Fact, number: Mapping[str, int], proofs: _Numbers) -> Json:
    subject, target = ends_of(fact)
    return _filled(
        p=fact.predicate,
        s=number.get(subject, ""),
        o=number.get(target, ""),
        r=role_of(fact, "role"),
        st=role_of(fact, "status"),
        f=role_of(fact, "first"),
        l=role_of(fact, "last"),
        q=role_of(fact, "counts"),
        v=role_of(fact, "text"),
        e=[proofs.add(evidence) for evidence in fact.evidence],
    )


def _prove(evidence: Evidence, sources: _Numbers) -> Json:
    return _filled(
        q=evidence.quote,
        a=sources.add(evidence.article),
        c=round(evidence.score, 3),
        x=evidence.by,
        i=evidence.start,
        j=evidence.end,
    )


def _cite(catalogue: Catalogue, article: str, sheets: Mapping[str, str]) -> Json:
    source = catalogue.sources.get(article)
    if source is None:
        return {"k": key_of(article)}
    day = source.date.isoformat() if source.date else ""
    return _filled(k=key_of(article), h=source.headline, f=source.page, d=day, w=sheets.get(article, ""))


def _draw(scene: Scene, number: Mapping[str, int], atlas: Atlas) -> Json:
    """The map in the form of pyvis: nodes, edges and options of a ``Network``, written out by our own template."""
    from pyvis.network import Network  # type: ignore[import-untyped]

    network = Network(directed=True)
    for spot in scene.spots:
        entity = atlas.catalogue.entities[spot.id]
        network.add_node(
            number[spot.id],
            label=entity.label,
            shape=LOOKS[type_of(entity)].shape,
            size=spot.size,
            x=spot.x,
            y=spot.y,
            lines=list(spot.lines),
            note=spot.note,
        )
    # Network.add_edge looks through all edges for every new one; the list that it fills is filled here at once.
    network.edges.extend(
        {"id": at, "from": number[tie.source], "to": number[tie.target], "kind": tie.kind, "weight": tie.weight}
        for at, tie in enumerate(scene.ties)
    )
    parents = {spot.id: spot.parent for spot in scene.spots}
    for edge, tie in zip(network.edges, scene.ties, strict=True):
        if parents[tie.source] != tie.target and parents[tie.target] != tie.source:
            edge["across"] = True
    return {
        "nodes": network.nodes,
        "edges": network.edges,
        "islands": [[number[island.id], island.x, island.y, island.half_width, island.half_height] for island in scene.islands],
        "root": number.get(scene.root, -1),
        "left": scene.left_out,
    }
