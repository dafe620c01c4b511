"""Networks of names, and the measures that views and users ask of them.

A network is a networkx ``MultiDiGraph``: its nodes are entity ids, its edges are ties, keyed by the kind of tie. Nodes and
edges stand in sorted order, so whatever is computed from one comes out the same on every run.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import TypeAlias

    import networkx as nx  # type: ignore[import-untyped]

    Network: TypeAlias = nx.MultiDiGraph
    Weighted: TypeAlias = nx.Graph
    Attributes: TypeAlias = dict[str, str | int | float]


@dataclass(frozen=True, slots=True, order=True)
class Tie:
    """One kind of tie between two names; ``weight`` counts the sentences that say it, and is never below one."""

    source: str
    kind: str
    target: str
    weight: int = 1


#: What a tie says of who hangs under whom: the end that hangs (``source`` or ``target``), and how readily. A body hangs on the
#: body above it before it hangs on its district, an initiative on the body that leads it before the place where it is.
HANGS: Mapping[str, tuple[tuple[str, int], ...]] = {
    "subOrganizationOf": (("source", 0),),
    "partOf": (("source", 0),),
    "post": (("source", 1),),
    "jurisdiction": (("source", 2),),
    "leads": (("target", 2), ("source", 6)),
    "locatedIn": (("source", 3),),
    "takesPartIn": (("target", 4), ("source", 6)),
    "presides": (("source", 7),),
    "attends": (("source", 7),),
}


def make_network(names: Iterable[str], ties: Iterable[Tie]) -> Network:
    """The network of these names; ties that lead out of it are left away, repeated ones add their weights."""
    import networkx as nx

    network: Network = nx.MultiDiGraph()
    network.add_nodes_from(sorted(set(names)))
    known = set(network)
    inside = merge_ties(tie for tie in ties if tie.source in known and tie.target in known)
    network.add_edges_from((tie.source, tie.target, tie.kind, {"weight": tie.weight}) for tie in inside)
    return network


def merge_ties(ties: Iterable[Tie]) -> list[Tie]:
    """Every tie once, sorted: repeated ones add their weights; what binds a name to itself is left away."""
    weights: dict[tuple[str, str, str], int] = defaultdict(int)
    for tie in ties:
        if tie.source != tie.target:
            weights[tie.source, tie.kind, tie.target] += tie.weight
    return [Tie(*key, weight) for key, weight in sorted(weights.items())]


def list_ties(network: Network) -> list[Tie]:
    """Every tie of a network, sorted."""
    return sorted(Tie(source, kind, target, data["weight"]) for source, target, kind, data in network.edges(keys=True, data=True))


def measure_ties(network: Network) -> dict[str, int]:
    """For each name, by how many different ties it is bound to others."""
    return {name: int(degree) for name, degree in network.degree()}


def find_neighbourhood(network: Network, centre: str, *, radius: int = 2, limit: int = 300) -> tuple[str, ...]:
    """The names within ``radius`` ties of one name, nearest first, at most ``limit`` of them.

    Among the equally near, those with more ties come first: what is cut off is what says least.
    """
    found = [centre]
    seen = {centre}
    ring = [centre]
    for _ in range(radius):
        around = {near for name in ring for near in _neighbours(network, name)} - seen
        ring = sorted(around, key=lambda name: (-network.degree(name), name))[: max(0, limit - len(found))]
        found += ring
        seen |= around
    return tuple(found)


def hang_names(names: Iterable[str], ties: Iterable[Tie], root: str, *, rooted: Collection[str] = ()) -> dict[str, str]:
    """For every name but the root, the one that it hangs under by these ties, so that all together are one tree.

    The choice is by ``HANGS``, then by weight. The names of ``rooted``, a name without any fitting tie, and one name of
    every circle hang under the root itself.
    """
    hooks: dict[str, tuple[int, int, str]] = {}
    for tie in ties:
        for end, cost in HANGS.get(tie.kind, ()):
            name, other = (tie.source, tie.target) if end == "source" else (tie.target, tie.source)
            hook = cost, -tie.weight, other
            if name not in hooks or hook < hooks[name]:
                hooks[name] = hook
    free = (0, 0, root)
    parents = {name: (free if name in rooted else hooks.get(name, free))[2] for name in names if name != root}
    safe = {root}
    for name in parents:
        trail: list[str] = []
        while name not in safe and name not in trail:
            trail.append(name)
            name = parents[name]
        if name not in safe:  # the walk ran into itself
            parents[min(trail[trail.index(name) :])] = root
        safe.update(trail)
    return parents


def spread_names(network: Network, root: str) -> dict[str, str]:
    """For every name but the root, its neighbour on a shortest way to the root; strays hang under the root itself."""
    parents = _walk_from(network, root)
    return {name: parents.get(name, root) for name in network if name != root}


def make_company(network: Network) -> Weighted:
    """Who was at an event with whom: an edge for two people, ``weight`` counting the events at which both were."""
    import networkx as nx

    guests: dict[str, set[str]] = defaultdict(set)
    for source, target, kind in network.edges(keys=True):
        if kind in ("presides", "attends"):
            guests[target].add(source)
    company: Weighted = nx.Graph()
    company.add_nodes_from(sorted({guest for people in guests.values() for guest in people}))
    meetings: dict[tuple[str, str], int] = defaultdict(int)
    for people in guests.values():
        for pair in combinations(sorted(people), 2):
            meetings[pair] += 1
    company.add_edges_from((left, right, {"weight": count}) for (left, right), count in sorted(meetings.items()))
    return company


def measure_betweenness(graph: Weighted, *, sample: int = 500) -> dict[str, float]:
    """How often a name lies on the shortest way between two others: 0 never, 1 always.

    Beyond ``sample`` names it is estimated from that many starting points, drawn with a fixed seed.
    """
    import networkx as nx

    size = graph.number_of_nodes()
    measured: dict[str, float] = nx.betweenness_centrality(graph, k=sample if size > sample else None, seed=0)
    return measured


def find_communities(graph: Weighted) -> tuple[tuple[str, ...], ...]:
    """Groups of names with more ties inside than between them (Louvain, fixed seed), the largest first."""
    import networkx as nx

    groups: list[set[str]] = nx.community.louvain_communities(graph, weight="weight", seed=0) if graph else []
    return tuple(sorted((tuple(sorted(group)) for group in groups), key=lambda group: (-len(group), group)))


#: How far apart two names are by a tie of this kind, where one tie of another kind counts 1: that two bodies are of one district
#: says less than any number of meetings.
LENGTHS: Mapping[str, int] = {"jurisdiction": 3, "locatedIn": 3, "partOf": 3, "subOrganizationOf": 2}


def find_path(network: Network, start: str, end: str) -> tuple[Tie, ...]:
    """The ties along a shortest way between two names, whichever way the ties point; empty where there is none.

    Ties of ``LENGTHS`` count more than one. Of equally short ways the one is taken whose names come first.
    """
    reached: dict[str, int] = {}
    came: dict[str, Tie] = {}
    waiting: list[tuple[int, str, Tie | None]] = [(0, start, None)] if start in network else []
    while waiting:
        length, name, tie = heappop(waiting)
        if name in reached:
            continue
        reached[name] = length
        if tie is not None:
            came[name] = tie
        if name == end:
            break
        for source, target, kind, weight in _edges_of(network, name):
            far = target if source == name else source
            if far not in reached:
                heappush(waiting, (length + LENGTHS.get(kind, 1), far, Tie(source, kind, target, weight)))
    path: list[Tie] = []
    while end in came:
        path.append(came[end])
        end = came[end].target if came[end].source == end else came[end].source
    return tuple(reversed(path))


def _edges_of(network: Network, name: str) -> Iterator[tuple[str, str, str, int]]:
    yield from network.out_edges(name, keys=True, data="weight")
    yield from network.in_edges(name, keys=True, data="weight")


def _walk_from(network: Network, root: str) -> dict[str, str]:
    """For every name that can be reached from the root, but the root, the neighbour one tie nearer to it."""
    parents: dict[str, str] = {}
    waiting = deque([root])
    while waiting:
        near = waiting.popleft()
        for name in sorted(_neighbours(network, near)):
            if name != root and name not in parents:
                parents[name] = near
                waiting.append(name)
    return parents


def _neighbours(network: Network, name: str) -> Collection[str]:
    return {*network.successors(name), *network.predecessors(name)}


# ── for other programs ───────────────────────────────────────────────────────────────────────────────────────────────────


def make_multigraph(nodes: Iterable[tuple[str, Attributes]], edges: Iterable[tuple[str, str, str, Attributes]]) -> Network:
    """A network whose nodes and edges (source, target, key) have attributes; sorted by the names."""
    import networkx as nx

    network: Network = nx.MultiDiGraph()
    network.add_nodes_from(sorted(nodes, key=lambda node: node[0]))
    network.add_edges_from(sorted(edges, key=lambda edge: edge[:3]))
    return network


def write_graphml(network: Network, path: Path) -> None:
    """Write GraphML; an edge's ``id`` is its id in the file too, which must differ between edges."""
    import networkx as nx

    nx.write_graphml_xml(network, path, edge_id_from_attribute="id", infer_numeric_types=True)


def write_gexf(network: Network, path: Path) -> None:
    """Write GEXF, without the day of writing that networkx puts in: the same network gives the same bytes."""
    from networkx.readwrite.gexf import GEXFWriter  # type: ignore[import-untyped]

    writer = GEXFWriter(encoding="utf-8", prettyprint=True, version="1.2draft")
    writer.add_graph(network)
    for element in writer.xml.findall("meta"):
        writer.xml.remove(element)
    with path.open("wb") as file:
        writer.write(file)
