"""Networks and their measures, on networks small enough to be worked out by hand."""

from __future__ import annotations

import pytest

from kg.network import (
    Tie,
    find_communities,
    find_neighbourhood,
    find_path,
    hang_names,
    list_ties,
    make_company,
    make_network,
    measure_betweenness,
    measure_ties,
    spread_names,
)

NAMES = ["区", "区委", "区政府", "民政局", "甲", "乙", "会议", "机制"]
TIES = [
    Tie("区委", "jurisdiction", "区"),
    Tie("区政府", "jurisdiction", "区"),
    Tie("民政局", "jurisdiction", "区"),
    Tie("民政局", "subOrganizationOf", "区政府"),
    Tie("甲", "post", "区委"),
    Tie("乙", "post", "民政局", 3),
    Tie("乙", "post", "区政府"),
    Tie("甲", "presides", "会议"),
    Tie("乙", "attends", "会议"),
    Tie("区", "leads", "机制"),
]


def test_ties_out_of_the_network_and_to_itself_are_left_away_and_repeated_ones_add_up() -> None:
    ties = [Tie("甲", "attends", "会议"), Tie("甲", "attends", "会议", 2), Tie("甲", "attends", "别处"), Tie("甲", "post", "甲")]
    network = make_network(["会议", "甲"], ties)
    assert list_ties(network) == [Tie("甲", "attends", "会议", 3)]


def test_a_network_does_not_depend_on_the_order_of_what_it_is_made_from() -> None:
    forth = make_network(NAMES, TIES)
    back = make_network(reversed(NAMES), reversed(TIES))
    assert list(forth) == list(back)
    assert list(forth.edges(keys=True, data=True)) == list(back.edges(keys=True, data=True))


def test_names_hang_on_what_holds_them_best() -> None:
    parents = hang_names(NAMES, TIES, "区")
    assert parents == {
        "区委": "区",
        "区政府": "区",
        "民政局": "区政府",  # rather on the body above it than on the district
        "甲": "区委",
        "乙": "民政局",  # where more sentences say it
        "会议": "区",  # nothing holds a meeting whose place is unknown
        "机制": "区",
    }


def test_rooted_names_hang_on_the_root_whatever_their_ties() -> None:
    parents = hang_names([*NAMES, "根"], TIES, "根", rooted={"区", "民政局"})
    assert parents["区"] == parents["民政局"] == "根" and parents["区委"] == "区" and parents["乙"] == "民政局"


def test_bodies_that_are_each_above_the_other_still_hang_on_the_root() -> None:
    ring = [Tie("一", "subOrganizationOf", "二"), Tie("二", "subOrganizationOf", "三"), Tie("三", "subOrganizationOf", "一")]
    parents = hang_names(["一", "二", "三", "根"], ring, "根")
    assert sorted(parents.values()).count("根") == 1
    for name in ("一", "二", "三"):
        steps = 0
        while name != "根":
            name, steps = parents[name], steps + 1
            assert steps < 4


def test_spreading_takes_the_shortest_way_and_keeps_strays() -> None:
    parents = spread_names(make_network([*NAMES, "孤"], TIES), "甲")
    assert parents["会议"] == "甲" and parents["乙"] == "会议" and parents["孤"] == "甲"


def test_the_neighbourhood_comes_nearest_first_and_is_cut_where_it_says_least() -> None:
    network = make_network(NAMES, TIES)
    assert find_neighbourhood(network, "甲", radius=1) == ("甲", "会议", "区委")
    assert set(find_neighbourhood(network, "甲", radius=2)) == {"甲", "会议", "区委", "乙", "区"}
    assert find_neighbourhood(network, "区", radius=1, limit=3) == ("区", "区政府", "民政局")


def test_company_counts_the_events_that_two_people_share() -> None:
    ties = [Tie(who, "attends", event) for event in ("一", "二") for who in ("甲", "乙")] + [Tie("丙", "presides", "二")]
    company = make_company(make_network(["甲", "乙", "丙", "丁", "一", "二"], ties))
    assert sorted(company.edges(data="weight")) == [("丙", "乙", 1), ("丙", "甲", 1), ("乙", "甲", 2)]
    assert "丁" not in company


def test_betweenness_and_communities() -> None:
    """Two triangles that one name joins: it lies between all pairs across, and each triangle is a group of its own."""
    import networkx as nx

    graph = nx.Graph()
    for group in ("甲乙丙", "丁戊己"):
        graph.add_edges_from([(group[0], group[1]), (group[1], group[2]), (group[0], group[2])], weight=3)
    graph.add_edges_from([("甲", "桥"), ("桥", "丁")], weight=1)
    between = measure_betweenness(graph)
    assert between["桥"] == pytest.approx(9 / 15) and between["乙"] == 0
    groups = find_communities(graph)
    assert {"乙", "丙"} <= set(groups[0]) or {"戊", "己"} <= set(groups[0])
    assert sum(map(len, groups)) == 7 and len(groups) in (2, 3)
    assert find_communities(nx.Graph()) == ()


def test_a_path_runs_along_ties_whichever_way_they_point() -> None:
    network = make_network([*NAMES, "孤"], TIES)
    assert find_path(network, "乙", "甲") == (Tie("乙", "attends", "会议"), Tie("甲", "presides", "会议"))
    assert find_path(network, "甲", "孤") == ()
    assert find_path(network, "甲", "甲") == ()


def test_ties_are_counted_per_name() -> None:
    assert measure_ties(make_network(NAMES, TIES))["区"] == 4
