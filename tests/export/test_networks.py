"""GraphML and GEXF, opened again by networkx, with what Gephi shows: types, labels, weights, dates."""

import xml.etree.ElementTree as ET
from pathlib import Path

import networkx as nx
import pytest

from kg.export import export
from kg.export.networks import make_labelled
from kg.model import Entity, Evidence, Fact, Kind
from kg.views.catalogue import Catalogue, Source, read_catalogue

GEXF = "{http://www.gexf.net/1.2draft}"


@pytest.fixture(scope="module")
def network(sample_build: Path) -> nx.MultiDiGraph:
    return make_labelled(read_catalogue(sample_build))


def one(network: nx.MultiDiGraph, label: str) -> str:
    (name,) = (name for name, data in network.nodes(data=True) if data["label"] == label)
    return str(name)


def test_nodes_and_edges_say_what_they_are(network: nx.MultiDiGraph) -> None:
    person, body, county = (one(network, label) for label in ("秦绍峰", "临朐县委", "临朐县"))
    assert network.nodes[person]["kind"] == "person" and network.nodes[person]["type"] == "Official"
    assert network.nodes[person]["pinyin"] == "Qin Shaofeng"
    assert (network.nodes[county]["level"], network.nodes[county]["code"]) == ("county", "370724")
    post = network.edges[person, body, "post 书记"]
    assert (post["kind"], post["label"], post["weight"]) == ("post", "书记", 1)
    assert (post["first"], post["last"]) == ("2024-05-16", "2024-05-16")
    assert 0.5 < post["confidence"] <= 1
    assert network.edges[body, county, "jurisdiction"]["weight"] >= 1


def test_graphml_is_read_back_by_networkx(network: nx.MultiDiGraph, sample_build: Path, tmp_path: Path) -> None:
    (path,) = export(sample_build, "graphml", tmp_path)
    found = nx.read_graphml(path, force_multigraph=True)
    assert dict(found.nodes(data=True)) == dict(network.nodes(data=True))
    wanted = sorted((source, target, sorted(data.items())) for source, target, data in network.edges(data=True))
    assert sorted((source, target, sorted(data.items())) for source, target, data in found.edges(data=True)) == wanted
    ids = [edge.get("id") for edge in ET.parse(path).iter("{http://graphml.graphdrawing.org/xmlns}edge")]
    assert len(set(ids)) == len(ids) == network.number_of_edges()


def test_gexf_is_read_back_by_networkx_with_its_timeline(network: nx.MultiDiGraph, sample_build: Path, tmp_path: Path) -> None:
    (path,) = export(sample_build, "gexf", tmp_path)
    found = nx.read_gexf(path)
    assert {name: data["label"] for name, data in found.nodes(data=True)} == dict(network.nodes(data="label"))
    assert found.number_of_edges() == network.number_of_edges()
    root = ET.parse(path).getroot()
    (drawn,) = root.iter(f"{GEXF}graph")
    assert (drawn.get("mode"), drawn.get("timeformat")) == ("dynamic", "date")
    spans = [(edge.get("start"), edge.get("end")) for edge in root.iter(f"{GEXF}edge") if edge.get("start")]
    assert ("2024-05-16", "2024-05-20") in spans and all(start <= end for start, end in spans)
    assert root.find(f"{GEXF}meta") is None, "no day of writing"


def test_what_xml_cannot_hold_is_left_out(tmp_path: Path) -> None:
    odd = Entity("https://example.org/id/person/a", Kind.PERSON, "", "甲\x00\x1b]乙<&>\u2028丙\uffff", articles=("x",))
    body = Entity("https://example.org/id/organisation/b", Kind.ORGANISATION, "", "某局")
    proof = Evidence("x", 0, 2, "甲乙", "rule", 0.5)
    roles = (("person", odd.id), ("organisation", body.id), ("role", "局\x07长"))
    post = Fact("https://example.org/id/post/p", "post", roles, (proof,))
    catalogue = Catalogue({odd.id: odd, body.id: body}, (post,), {"x": Source("x", "", "a.txt")})
    network = make_labelled(catalogue)
    assert network.nodes[odd.id]["label"] == "甲  ]乙<&> 丙 "
    nx.write_graphml_xml(network, tmp_path / "a.graphml")
    nx.write_gexf(network, tmp_path / "a.gexf")
    assert nx.read_graphml(tmp_path / "a.graphml").nodes[odd.id]["label"] == "甲  ]乙<&> 丙 "
    (edge,) = nx.read_gexf(tmp_path / "a.gexf").edges(data=True)
    assert edge[2]["label"] == "局 长"
