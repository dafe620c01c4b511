"""Which names a map shows, and where: the overview, a district, an initiative, the surroundings of one name.

A scene is drawn from a catalogue and its network; what a map leaves out for want of room is counted, never silent.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.model import Entity, Fact, Kind
from kg.network import (
    Tie,
    find_communities,
    find_neighbourhood,
    find_path,
    hang_names,
    list_ties,
    make_network,
    measure_betweenness,
    measure_ties,
    merge_ties,
    spread_names,
)
from kg.ontology import LEVELS
from kg.views.catalogue import Catalogue, ends_of
from kg.views.heads import Head, find_heads
from kg.views.kinds import COMPANY, LOOKS, order_of, title_of, type_of
from kg.views.layout import Box, Place, measure_label, place_names, wrap_label

if TYPE_CHECKING:
    from kg.network import Network, Weighted

MAX_NAMES = 5_000  #: on a map that shows the facts of its names too
MAX_OVERVIEW = 60_000  #: on the overview, where districts stand for what they hold until they are opened
MAX_COMPANY = 1_500  #: people on the map of who was where with whom
MAX_OFFICIALS = 24  #: with a map of their own
MAX_FOCUS = 240  #: names round one
MAX_STRAYS = 300  #: names of no known district that the overview makes room for
OPEN_AT_ONCE = 600  #: names that a map shows when it opens; what is more stays folded into what it hangs under
_CENTRE = ""  #: the invisible middle of a map without a root of its own


@dataclass(frozen=True, slots=True)
class Spot:
    """One name on a map."""

    id: str
    lines: tuple[str, ...]  #: its label, wrapped
    note: str  #: a second, smaller line: an official's title
    x: float
    y: float
    size: float
    parent: str  #: the name that it hangs under; empty for the root
    group: int = 0  #: of people who often meet, counted from 1; 0 where there are no groups
    between: float = 0.0  #: how often it lies on the shortest way between two others: 0 never, 1 always


@dataclass(frozen=True, slots=True)
class Island:
    """The ground that a district covers on a map: an ellipse round all that hangs under it."""

    id: str
    x: float
    y: float
    half_width: float
    half_height: float


@dataclass(frozen=True, slots=True)
class Scene:
    """One map: what it shows, and how many names it leaves out.

    ``depth`` says how much of a tree is open when the map is opened: 0 what stands on no other name's ground, 1 all that hangs
    under districts, 2 everything. A map that is no tree (``folds`` is false) is always open.
    """

    root: str
    spots: tuple[Spot, ...]
    ties: tuple[Tie, ...]
    islands: tuple[Island, ...]
    left_out: int = 0
    folds: bool = False
    depth: int = 2
    opened: tuple[str, ...] = ()  #: districts that are open though the depth would leave them folded
    path: tuple[str, ...] = ()  #: the names of a path, in its order


def _find_ties(catalogue: Catalogue) -> list[Tie]:
    """All ties of a catalogue; every sentence that says a tie adds to its weight."""
    ends = ((fact, *ends_of(fact)) for fact in catalogue.facts)
    return merge_ties(Tie(one, fact.predicate, other, max(1, len(fact.evidence))) for fact, one, other in ends if one and other)


@dataclass(frozen=True, slots=True)
class Atlas:
    """A catalogue with what all of its maps need: its network, the chain of districts above each name, and the posts."""

    catalogue: Catalogue
    network: Network
    homes: Mapping[str, frozenset[str]]  #: name → the districts that it belongs to, with all districts above them
    inside: Mapping[str, tuple[str, ...]]  #: district → the names that belong to it or to a district within it
    titles: Mapping[str, Mapping[str, tuple[str, ...]]]  #: person → body → titles there, what most sentences say first
    ties: Mapping[str, int]  #: name → number of its ties
    facts: Mapping[str, tuple[Fact, ...]]  #: name → the facts that bind it
    edges: tuple[Tie, ...]  #: all ties of the network, sorted
    heads: Mapping[str, tuple[Head, ...]]  #: district → who heads it
    places: Mapping[str, tuple[str, ...]]  #: name → the districts of county level, otherwise the lowest known, that it is in


def make_atlas(catalogue: Catalogue) -> Atlas:
    """Work out once what every map of a catalogue needs."""
    ties = _find_ties(catalogue)
    network = make_network(catalogue.entities, ties)
    homes = find_homes(catalogue)
    inside: dict[str, list[str]] = defaultdict(list)
    for name, above in homes.items():
        for district in above:
            inside[district].append(name)
    facts: dict[str, list[Fact]] = defaultdict(list)
    bodies: dict[str, list[str]] = defaultdict(list)
    for fact in catalogue.facts:
        source, target = ends_of(fact)
        if source:
            facts[source].append(fact)
        if target and target != source:
            facts[target].append(fact)
        if fact.predicate == "jurisdiction":
            bodies[target].append(source)
    posts = [fact for fact in catalogue.facts if fact.predicate == "post"]
    held: dict[str, list[Fact]] = defaultdict(list)
    for fact in posts:
        held[ends_of(fact)[1]].append(fact)
    posts_in = {body: tuple(found) for body, found in held.items() if body}
    districts = [name for name, entity in catalogue.entities.items() if entity.kind is Kind.DISTRICT]
    return Atlas(
        catalogue=catalogue,
        network=network,
        homes=homes,
        inside={district: tuple(names) for district, names in inside.items()},
        titles=_list_titles(posts),
        ties=measure_ties(network),
        facts={name: tuple(found) for name, found in facts.items()},
        edges=tuple(ties),
        heads={name: tuple(find_heads(catalogue.entities, posts_in, name, tuple(bodies[name]))) for name in districts},
        places={name: tuple(find_places(catalogue, homes, name)) for name in catalogue.entities},
    )


def _list_titles(posts: Iterable[Fact]) -> dict[str, dict[str, tuple[str, ...]]]:
    titles: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for fact in sorted(posts, key=lambda post: (-len(post.evidence), post.id)):
        person, body = ends_of(fact)
        title = title_of(fact)
        titles[person][body] = tuple(dict.fromkeys((*titles[person].get(body, ()), title)))
    return titles


def find_homes(catalogue: Catalogue) -> dict[str, frozenset[str]]:
    """For each name the districts that it belongs to, with all districts above these.

    A body belongs where it has jurisdiction or stands, otherwise where the body above it does; a person belongs where their
    posts are; an initiative or event where it takes place, otherwise where those who take part belong.
    """
    links: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for fact in catalogue.facts:
        source, target = ends_of(fact)
        if source and target:
            links[fact.predicate][source].add(target)
            if fact.predicate in ("leads", "takesPartIn", "presides", "attends"):
                links["with"][target].add(source)
    homes = {name: _climb(name, links["partOf"]) for name, each in catalogue.entities.items() if each.kind is Kind.DISTRICT}
    found: dict[str, frozenset[str]] = {name: frozenset(above) for name, above in homes.items()}

    def settle(kind: Kind, *predicates: Sequence[str]) -> None:
        """Each name of this kind belongs where the first of the predicates that says something says."""
        for _ in range(6):  # as deep as chains of bodies go
            for name, entity in catalogue.entities.items():
                if entity.kind is kind and not found.get(name):
                    for group in predicates:
                        near = {far for predicate in group for far in links[predicate].get(name, ())}
                        home = frozenset(place for each in near for place in found.get(each, ()))
                        if home:
                            found[name] = home
                            break
            if kind is not Kind.ORGANISATION:
                break

    settle(Kind.ORGANISATION, ("jurisdiction",), ("locatedIn",), ("subOrganizationOf",))
    settle(Kind.PERSON, ("post",))
    settle(Kind.INITIATIVE, ("locatedIn", "with"))
    settle(Kind.EVENT, ("locatedIn",), ("with",))
    settle(Kind.PERSON, ("leads", "takesPartIn", "presides", "attends"))
    return found


def _climb(name: str, above: Mapping[str, Collection[str]]) -> set[str]:
    """A name and all that stand above it."""
    reached: set[str] = set()
    waiting = [name]
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting += above.get(name, ())
    return reached


def find_places(catalogue: Catalogue, homes: Mapping[str, frozenset[str]], name: str) -> list[str]:
    """The districts of county level (otherwise the lowest known ones) that a name belongs to, sorted."""
    own = homes.get(name, frozenset())
    counties = sorted(place for place in own if catalogue.entities[place].level == "county")
    if counties:
        return counties
    above = {place for low in own for place in homes[low] if place != low}
    return sorted(own - above)


def list_map_districts(atlas: Atlas) -> list[str]:
    """The districts that get a map of their own: counties with anything in them, and others with names that no county has."""
    entities = atlas.catalogue.entities
    chosen: set[str] = set()
    for name, entity in entities.items():
        if entity.kind is not Kind.DISTRICT and atlas.ties[name]:
            chosen.update(atlas.places[name])
    counties = {name for name in entities if entities[name].level == "county"}
    busy = {name for name in chosen | counties if atlas.ties[name] > 1}
    return sorted(busy | (chosen & counties))


def list_map_initiatives(atlas: Atlas) -> list[str]:
    """The initiatives that two or more counties share."""
    entities = atlas.catalogue.entities
    return sorted(
        name
        for name, entity in entities.items()
        if entity.kind is Kind.INITIATIVE and len([p for p in atlas.places[name] if entities[p].level == "county"]) > 1
    )


def list_map_officials(atlas: Atlas) -> list[str]:
    """The officials with the most facts, who get a map of their own: at most ``MAX_OFFICIALS``, none with fewer than four."""
    entities = atlas.catalogue.entities
    busy = [name for name, found in atlas.facts.items() if entities[name].subtype == "Official" and len(found) >= 4]
    return sorted(sorted(busy, key=lambda name: (-len(atlas.facts[name]), name))[:MAX_OFFICIALS])


def draw_overview(atlas: Atlas) -> Scene:
    """Everything that is tied to something, as far as there is room: counties as islands, their bodies and officials on them."""
    tied = {name for name in atlas.catalogue.entities if atlas.ties[name]}
    chosen = _choose(atlas, tied - _find_bare_districts(atlas, tied), MAX_OVERVIEW)
    strays = {name for name in chosen if not atlas.homes.get(name)}
    if len(strays) > MAX_STRAYS:
        chosen = [name for name in chosen if name not in strays]
    return _draw(atlas, _CENTRE, chosen, left_out=len(tied) - len(chosen), folds=True)


def draw_district(atlas: Atlas, district: str) -> Scene:
    """One district: all that belongs to it or to a district within it."""
    inside = [name for name in atlas.inside.get(district, ()) if name != district and atlas.ties[name]]
    entities = atlas.catalogue.entities
    if entities[district].level in ("province", "prefecture"):  # what counties have stands on the counties' maps
        inside = [n for n in inside if entities[n].level == "county" or district in atlas.places[n]]
    chosen = _choose(atlas, inside, MAX_NAMES - 1)
    return _draw(atlas, district, [district, *chosen], left_out=len(inside) - len(chosen), folds=True)


def draw_initiative(atlas: Atlas, initiative: str) -> Scene:
    """One initiative: who leads it and who takes part, the districts where they are, and who heads the bodies."""
    entities = atlas.catalogue.entities
    direct = set(find_neighbourhood(atlas.network, initiative, radius=1, limit=MAX_NAMES))
    places = {place for name in direct for place in atlas.places[name] if entities[place].level == "county"}
    bodies = {name for name in direct if entities[name].kind is Kind.ORGANISATION}
    heads = {person for person, posts in atlas.titles.items() if bodies.intersection(posts)}
    wanted = (direct | places | heads) - {initiative}
    chosen = _choose(atlas, wanted, MAX_NAMES - 1)
    return _draw(atlas, initiative, [initiative, *chosen], left_out=len(wanted) - len(chosen))


def draw_focus(atlas: Atlas, centre: str) -> Scene:
    """One name and all within two ties of it; ties to districts are not followed further, they lead to everything."""
    entities = atlas.catalogue.entities
    near = find_neighbourhood(atlas.network, centre, radius=1, limit=MAX_NAMES)
    steps = [name for name in near if entities[name].kind is not Kind.DISTRICT or name == centre]
    around = {far for name in steps for far in find_neighbourhood(atlas.network, name, radius=1, limit=MAX_NAMES)}
    wanted = {*near, *around} - {centre}
    chosen = _choose(atlas, wanted, MAX_FOCUS, first=near)
    return _draw(atlas, centre, [centre, *chosen], left_out=len(wanted) - len(chosen), spread=True)


def draw_path(atlas: Atlas, start: str, end: str) -> Scene | None:
    """The shortest way between two names, in a row; None where nothing joins them."""
    ties = find_path(atlas.network, start, end)
    if not ties:
        return None
    names = [start]
    for tie in ties:
        names.append(tie.target if tie.source == names[-1] else tie.source)
    spots = []
    for at, name in enumerate(names):
        size, lines, note = _look(atlas, name, start, "")
        spots.append(Spot(name, tuple(lines), note, at * 190.0, (at % 2) * 90.0, size, names[at - 1] if at else ""))
    return Scene(start, tuple(sorted(spots, key=lambda spot: spot.id)), ties, (), path=tuple(names))


def draw_company(atlas: Atlas, company: Weighted) -> Scene:
    """Who was at an event with whom: people in the groups (Louvain communities) that meet among themselves more than with others.

    In the middle of each group stands who met the most people of it.
    """
    people = sorted((name for name in company if company.degree(name)), key=lambda name: (-company.degree(name), name))
    chosen = set(people[:MAX_COMPANY])
    part = company.subgraph(chosen)
    groups = {name: number for number, group in enumerate(find_communities(part), 1) for name in group}
    between = measure_betweenness(part, sample=100)
    hubs: dict[int, str] = {}
    for name in people[:MAX_COMPANY]:
        hubs.setdefault(groups[name], name)
    parents = {name: hub if name != hub else _CENTRE for name, hub in ((name, hubs[groups[name]]) for name in sorted(chosen))}
    looks = {name: _look(atlas, name, "", "") for name in sorted(chosen)}
    sizes = {name: 7.0 + min(9.0, float(part.degree(name)) ** 0.5 * 1.5) for name in chosen}
    boxes = {name: _measure_box(sizes[name], look[1], look[2]) for name, look in looks.items()}
    boxes[_CENTRE] = Box(1, 2, 2)
    places = place_names(_CENTRE, parents, boxes, {name: (-int(part.degree(name)), name) for name in chosen})
    spots = tuple(
        Spot(
            id=name,
            lines=tuple(look[1]),
            note=look[2],
            x=places[name].x,
            y=places[name].y,
            size=round(sizes[name], 1),
            parent=parents[name],
            group=groups[name],
            between=round(between[name], 3),
        )
        for name, look in looks.items()
    )
    ties = sorted(Tie(min(left, right), COMPANY, max(left, right), data["weight"]) for left, right, data in part.edges(data=True))
    grounds = ((hub, places[hub]) for hub in hubs.values() if hub in parents.values())
    islands = (Island(hub, place.middle_x, place.middle_y, place.half_width, place.half_height) for hub, place in grounds)
    largest_first = tuple(sorted(islands, key=lambda island: (-island.half_width, island.id)))
    return Scene(_CENTRE, spots, tuple(ties), largest_first, len(people) - len(chosen))


def _find_bare_districts(atlas: Atlas, names: Collection[str]) -> set[str]:
    """Districts that only stand in the tree of districts, and join no two others there."""
    bare: set[str] = set()
    places = [name for name in names if atlas.catalogue.entities[name].kind is Kind.DISTRICT]
    for place in sorted(places, key=lambda name: (-len(atlas.homes[name]), name)):  # the lowest first
        ties = [*atlas.network.in_edges(place, keys=True), *atlas.network.out_edges(place, keys=True)]
        parts = [source for source, target, kind in ties if kind == "partOf" and target == place and source not in bare]
        if all(kind == "partOf" for _, _, kind in ties) and len(parts) < 2:
            bare.add(place)
    return bare


def _choose(atlas: Atlas, names: Iterable[str], limit: int, *, first: Collection[str] = ()) -> list[str]:
    """At most ``limit`` of the names: those of ``first``, then by the tier of their type, then those with more ties."""
    entities = atlas.catalogue.entities

    def rank(name: str) -> tuple[bool, int, int, str]:
        return name not in first, LOOKS[type_of(entities[name])].tier, -atlas.ties[name], name

    return sorted(set(names), key=rank)[:limit]


def _draw(atlas: Atlas, root: str, names: Collection[str], *, left_out: int, spread: bool = False, folds: bool = False) -> Scene:
    entities = atlas.catalogue.entities
    chosen = set(names)
    if 4 * len(chosen) < len(atlas.ties):
        ties = list_ties(atlas.network.subgraph(chosen))
    else:
        ties = [tie for tie in atlas.edges if tie.source in chosen and tie.target in chosen]
    if spread:
        parents = spread_names(make_network(chosen, ties), root)
    else:
        near = [tie for tie in ties if not _leads_away(atlas, tie)]
        parents = _hang(atlas, chosen, near, root, rooted=_find_rooted(atlas, names, ties, root))
    order = {name: _order(entities[name], root) for name in names}
    looks = {name: _look(atlas, name, root, parents.get(name, "")) for name in names}
    boxes = {name: _measure_box(*look) for name, look in looks.items()}
    boxes.setdefault(root, Box(1, 2, 2))
    places = place_names(root, parents, boxes, order)
    spots = tuple(
        Spot(
            id=name,
            lines=tuple(looks[name][1]),
            note=looks[name][2],
            x=places[name].x,
            y=places[name].y,
            size=looks[name][0],
            parent=parents.get(name, ""),
        )
        for name in sorted(names)
    )
    islands = tuple(_find_islands(entities, places, parents, root))
    depth, opened = _find_depth(entities, parents, root) if folds else (2, ())
    return Scene(root, spots, tuple(ties), islands, left_out, folds=folds, depth=depth, opened=opened)


def _find_depth(entities: Mapping[str, Entity], parents: Mapping[str, str], root: str) -> tuple[int, tuple[str, ...]]:
    """How far a tree can be open at first, and the districts that can be open besides: no more than ``OPEN_AT_ONCE`` names are
    to be seen, unless all stand on one ground."""
    if len(parents) <= OPEN_AT_ONCE:
        return 2, ()
    children: dict[str, list[str]] = defaultdict(list)
    for name, above in parents.items():
        children[above].append(name)
    hubs = {name for name in children if name != root and entities[name].kind is Kind.DISTRICT}
    shown = len(children[root])
    opened: list[str] = []
    ring = [name for name in children[root] if name in hubs]
    while ring:  # a whole ring of districts is opened or none of it, so that like stands beside like
        below = [part for name in ring for part in children[name]]
        if shown + len(below) > OPEN_AT_ONCE and shown > 3:
            break
        opened += ring
        shown += len(below)
        ring = [name for name in below if name in hubs]
    return (1, ()) if len(opened) == len(hubs) else (0, tuple(sorted(opened)))


def _hang(atlas: Atlas, names: Collection[str], ties: Iterable[Tie], root: str, *, rooted: Collection[str]) -> dict[str, str]:
    """The tree of a map; what no tie holds stands on the ground of its district, where one is known: a meeting by its people."""
    parents = hang_names(sorted(names), ties, root, rooted=rooted)
    for name, parent in parents.items():
        places = atlas.places[name]
        if parent == root and name not in rooted and len(places) == 1 and places[0] in names and places[0] != name:
            parents[name] = places[0]
    return parents


def _leads_away(atlas: Atlas, tie: Tie) -> bool:
    """A body and the body above it in another district: on a map each stands on its own district's ground."""
    return tie.kind == "subOrganizationOf" and atlas.homes.get(tie.source) != atlas.homes.get(tie.target)


def _find_rooted(atlas: Atlas, names: Collection[str], ties: Iterable[Tie], root: str) -> set[str]:
    """The names that hang under nothing but the root: districts whose upper one is not on the map.

    On a map without a root of its own so do all counties (unless there are more than can be looked at together), what lies above
    them, and what they share: islands in islands would waste the room, and what is common belongs to none of them.
    """
    entities = atlas.catalogue.entities
    inner = {tie.source for tie in ties if tie.kind == "partOf"}
    rooted = {name for name in names if entities[name].kind is Kind.DISTRICT and name not in inner}
    if root == _CENTRE:
        counties = [name for name in names if entities[name].level in ("prefecture", "county", "zone")]
        rooted.update(counties if len(counties) <= OPEN_AT_ONCE else ())
        rooted.update(name for name in names if entities[name].kind is Kind.INITIATIVE and len(atlas.places[name]) > 1)
    return rooted


def _order(entity: Entity, root: str) -> tuple[int, str]:
    """Who stands nearest to what they hang under: by type, but the islands of a map without a root by code, so that neighbours
    stand near each other."""
    if root == _CENTRE and entity.kind is Kind.DISTRICT:
        return 0, f"{entity.adcode or '~'} {entity.label} {entity.id}"
    return order_of(entity), f"{entity.label} {entity.id}"


def _look(atlas: Atlas, name: str, root: str, parent: str) -> tuple[float, list[str], str]:
    """How big a node is, its label in lines, and its second line."""
    entity = atlas.catalogue.entities[name]
    look = LOOKS[type_of(entity)]
    size = look.size + min(6.0, max(0, atlas.ties[name] - 1) ** 0.5) + (4 if name == root else 0)
    posts = atlas.titles.get(name)
    if not posts:
        return round(size, 1), wrap_label(entity.label), ""
    found = dict.fromkeys((*posts.get(parent, ()), *(title for titles in posts.values() for title in titles)))
    note = "、".join(list(found)[:2])
    return round(size, 1), wrap_label(entity.label), note if len(note) <= 14 else note[:13] + "…"


def _measure_box(size: float, lines: Sequence[str], note: str) -> Box:
    width, height = measure_label([*((line, 12.5) for line in lines), (note, 10.5)])
    return Box(size, max(width, 2 * size), 2 * size + 5 + height)


def _find_islands(
    entities: Mapping[str, Entity], places: Mapping[str, Place], parents: Mapping[str, str], root: str
) -> Iterable[Island]:
    """An ellipse for each district, but the largest, under which something hangs; the larger ones come first, to lie below."""
    grounds = (*LEVELS, "")[2:]
    hubs = {hub for hub in parents.values() if hub in entities and entities[hub].kind is Kind.DISTRICT}
    hubs = {hub for hub in hubs if entities[hub].level in grounds}
    islands = [
        Island(hub, place.middle_x, place.middle_y, place.half_width, place.half_height)
        for hub, place in sorted(places.items())
        if hub in hubs and hub != root
    ]
    return sorted(islands, key=lambda island: (-island.half_width, island.id))
