"""What a page knows: names, facts and their evidence as plain JSON values, numbered so that nothing is said twice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from kg.model import Entity, Evidence, Fact, Kind
from kg.network import LENGTHS
from kg.pinyin import syllables
from kg.views.catalogue import Catalogue, ends_of, role_of
from kg.views.kinds import BYLINE_LABELS, KIND_LABELS, LINES, LOOKS, STATUS_LABELS, type_of
from kg.views.scenes import Atlas, Scene
from kg.views.texts import Texts

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
    texts: Texts | None = None,
    sheets: Mapping[str, str] | None = None,
    bare: bool = False,
) -> Json:
    """The data block of a page about these names: they, every fact that touches one of them, and whatever those facts name.

    ``links`` gives the map that each name has of its own, as the page is to link to it; ``articles`` those that are to be
    known even where nothing is quoted from them, numbered from 0 in this order; ``sheets`` the sheet of each name and article.
    With ``texts``, quotes stand in their paragraphs. A ``bare`` payload leaves the facts away.
    """
    sheets = sheets or {}
    wanted = set(names)
    heads = [head for name in wanted for head in atlas.heads.get(name, ())]
    posts = {head.post for head in heads}
    known = {fact.id: fact for name in wanted for fact in atlas.facts.get(name, ())}
    known |= {fact.id: fact for head in heads for fact in atlas.facts[head.person] if fact.id in posts}
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
    paragraphs = _Numbers()
    for article in articles:
        sources.add(article)
    numbered = {fact.id: at for at, fact in enumerate(facts)}
    payload: Json = {
        "names": [_describe(atlas, name, number, sources, links, sheets, company, name in wanted, numbered) for name in order],
        "facts": [_state(fact, number, proofs) for fact in facts],
    }
    payload["proofs"] = [_prove(evidence, sources, atlas.catalogue, texts, paragraphs) for evidence in proofs.items]
    payload["paragraphs"] = [[passage.text, *passage.cut] if any(passage.cut) else [passage.text] for passage in paragraphs.items]
    payload["sources"] = [_cite(atlas.catalogue, article, sheets) for article in sources.items]
    if scene is not None:
        payload["map"] = _draw(scene, number, atlas)
    return {**payload, **_list_looks()}


def make_sketch(atlas: Atlas, scene: Scene, *, links: Mapping[str, str], sheets: Mapping[str, str]) -> Json:
    """The data block of a map too large to hold facts: names, ties, and for each tie how sure it is and when it was said."""
    entities = atlas.catalogue.entities
    number = {spot.id: at for at, spot in enumerate(scene.spots)}
    days = sorted({source.date.isoformat() for source in atlas.catalogue.sources.values() if source.date})
    payload: Json = {
        "names": [
            _sketch(entities[spot.id], atlas.catalogue.latin.get(spot.id, ""), links.get(spot.id, ""), sheets.get(spot.id, ""))
            for spot in scene.spots
        ],
        **{part: [] for part in ("facts", "proofs", "paragraphs", "sources")},
        "days": days,
        "map": _draw(scene, number, atlas, said=_sum_up(atlas, {day: at for at, day in enumerate(days)})),
    }
    return {**payload, **_list_looks()}


def _sum_up(atlas: Atlas, days: Mapping[str, int]) -> dict[tuple[str, str, str], list[int]]:
    """For each tie the confidence of its best proof in percent, and the first and the last day (numbers) that it was said on."""
    sources = atlas.catalogue.sources
    said: dict[tuple[str, str, str], list[int]] = {}
    for fact in atlas.catalogue.facts:
        source, target = ends_of(fact)
        best = round(100 * max((evidence.score for evidence in fact.evidence), default=1.0))
        dated = (sources.get(evidence.article) for evidence in fact.evidence)
        found = sorted(days[each.date.isoformat()] for each in dated if each and each.date)
        key = source, fact.predicate, target
        old = said.get(key)
        said[key] = [max(best, old[0]) if old else best, *_spread_over(found, old[1:] if old else [])]
    return said


def _spread_over(found: list[int], known: list[int]) -> list[int]:
    every = sorted((*found, *known))
    return [every[0], every[-1]] if every else []


def _sketch(entity: Entity, latin: str, link: str, sheet: str) -> Json:
    return _filled(
        k=key_of(entity.id),
        n=entity.label,
        t=type_of(entity),
        e=entity.kind.value,
        s=_spell(entity.label),
        p=latin,
        v=link,
        w=sheet,
        c=entity.adcode,
    )


def _list_looks() -> Json:
    return {
        "looks": {type_: asdict(look) for type_, look in LOOKS.items()},
        "lines": {kind: asdict(line) for kind, line in LINES.items()},
        "status": dict(STATUS_LABELS),
        "lengths": dict(LENGTHS),
        "kinds": {kind.value: label for kind, label in KIND_LABELS.items()},
    }


def _spell(label: str) -> str:
    """What a label is found by in Latin letters: its pinyin and its initials."""
    parts = syllables(label)
    return f"{''.join(parts)} {''.join([part[:1] for part in parts])}".lower()


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
    facts: Mapping[str, int],
) -> Json:
    catalogue = atlas.catalogue
    entity = catalogue.entities[name]
    is_district = entity.kind is Kind.DISTRICT
    above = [far for _, far, kind in atlas.network.out_edges(name, keys=True) if kind == "partOf"] if is_district else []
    bylines = catalogue.bylines.get(name, ())
    return _filled(
        k=key_of(name),
        n=entity.label,
        t=type_of(entity),
        e=entity.kind.value,
        a=list(entity.alt),
        p=catalogue.latin.get(name, ""),
        s=_spell(entity.label),
        g=[number[place] for place in atlas.places[name] if place != name and place in number],
        u=[number[place] for place in sorted(above) if place in number],
        h=[facts[head.post] for head in atlas.heads.get(name, ()) if head.post in facts] if whole else [],
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


def _prove(evidence: Evidence, sources: _Numbers, catalogue: Catalogue, texts: Texts | None, paragraphs: _Numbers) -> Json:
    """One sentence: its text, or where a paragraph holds more, the paragraph's number, and beginning and length in it."""
    proof = _filled(
        q=evidence.quote,
        a=sources.add(evidence.article),
        c=round(evidence.score, 3),
        x=evidence.by,
        i=evidence.start,
        j=evidence.end,
    )
    source = catalogue.sources.get(evidence.article)
    if texts is not None and source is not None:
        passage = texts.find_passage(source.sha256, evidence.start, evidence.end, evidence.quote)
        if passage.text != evidence.quote:
            before = passage.text[: evidence.start - passage.start]
            proof["p"] = [paragraphs.add(passage), _measure(before), _measure(proof.pop("q"))]
    return proof


def _measure(text: str) -> int:
    """The length of a text as a browser counts it, in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


def _cite(catalogue: Catalogue, article: str, sheets: Mapping[str, str]) -> Json:
    source = catalogue.sources.get(article)
    if source is None:
        return {"k": key_of(article)}
    day = source.date.isoformat() if source.date else ""
    return _filled(k=key_of(article), h=source.headline, f=source.page, d=day, w=sheets.get(article, ""))


def _draw(
    scene: Scene, number: Mapping[str, int], atlas: Atlas, *, said: Mapping[tuple[str, str, str], list[int]] | None = None
) -> Json:
    """The map in the form of pyvis: nodes, edges and options of a ``Network``, written out by our own template."""
    from pyvis.network import Network  # type: ignore[import-untyped]

    entities = atlas.catalogue.entities
    network = Network(directed=True)
    # Network.add_node and add_edge look through all nodes and edges for every new one; the lists that they fill are filled here.
    network.nodes.extend(
        _filled(
            id=number[spot.id],
            size=spot.size,
            x=spot.x,
            y=spot.y,
            lines=spot.lines if len(spot.lines) > 1 else (),
            note=spot.note,
            up=number.get(spot.parent, ""),
            group=spot.group or "",
            between=spot.between or "",
        )
        for spot in scene.spots
    )
    shapes = {type_: look.shape for type_, look in LOOKS.items()}
    for node, spot in zip(network.nodes, scene.spots, strict=True):
        node["shape"] = shapes[type_of(entities[spot.id])]
    parents = {spot.id: spot.parent for spot in scene.spots}
    for at, tie in enumerate(scene.ties):
        edge: Json = {"id": at, "from": number[tie.source], "to": number[tie.target], "kind": tie.kind, "weight": tie.weight}
        if parents[tie.source] != tie.target and parents[tie.target] != tie.source:
            edge["across"] = True
        if said is not None:
            edge["said"] = said.get((tie.source, tie.kind, tie.target), [100])
        network.edges.append(edge)
    return {
        "nodes": network.nodes,
        "edges": network.edges,
        "islands": [[number[island.id], island.x, island.y, island.half_width, island.half_height] for island in scene.islands],
        "root": number.get(scene.root, -1),
        "left": scene.left_out,
        "folds": scene.folds,
        "depth": scene.depth,
        "opened": [number[name] for name in scene.opened],
        "path": [number[name] for name in scene.path],
    }
