from __future__ import annotations

import random
import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.compare import isomorphic
from rdflib.namespace import RDF as R
from rdflib.namespace import RDFS as RS
from rdflib.namespace import SKOS as S
from rdflib.namespace import XSD as X
from sample_readings import (
    BUREAU,
    CITY,
    COMMITTEE,
    COUNTY,
    DRIVE,
    LIN,
    MEETING,
    SHAN,
    SPRING,
    SUMMER,
    TOWNSHIP,
    XIE,
    many_readings,
    spring_reading,
    summer_reading,
)

from kg.errors import KgError, OntologyError
from kg.graph import check_base, triples, write_graph, write_page_text
from kg.model import Entity, Fact, Kind, Reading
from kg.ontology import DCTERMS, DEFAULT_BASE, ORG, RDF, SCHEMA, SUPERCLASSES, XZ
from kg.seeds import titles
from kg.turtle import write_triples


def iri(identifier: str) -> URIRef:
    return URIRef(DEFAULT_BASE + identifier)


def term(name: str) -> URIRef:
    return URIRef(name)


@pytest.fixture(scope="module")
def directory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("graph")
    write_graph([spring_reading(), summer_reading()], path)
    return path


@pytest.fixture(scope="module")
def graph(directory: Path) -> Graph:
    return Graph().parse(directory / "graph.ttl", format="turtle")


def strings(graph: Graph, node: str, predicate: URIRef) -> list[str]:
    return sorted(str(value) for value in graph.objects(iri(node), predicate))


def test_turtle_and_ntriples_are_one_graph_to_both_libraries(directory: Path, graph: Graph) -> None:
    import pyoxigraph as ox

    assert isomorphic(graph, Graph().parse(directory / "graph.nt", format="nt"))
    turtle, ntriples = (set(ox.parse(path=str(directory / name))) for name in ("graph.ttl", "graph.nt"))
    assert turtle == ntriples
    assert len(turtle) == len(graph) > 200


def test_ntriples_are_sorted_distinct_lines_in_byte_order(directory: Path) -> None:
    lines = (directory / "graph.nt").read_bytes().splitlines(keepends=True)
    assert lines == sorted(set(lines))
    assert all(line.endswith(b" .\n") for line in lines)


def test_iris_are_ascii_and_there_is_no_blank_node(graph: Graph) -> None:
    for node in graph.all_nodes() | set(graph.predicates()):
        assert not isinstance(node, BNode)
        assert not isinstance(node, URIRef) or re.fullmatch(r"[!-~]+", node)


def test_entities_have_names_and_every_class_above(graph: Graph) -> None:
    lin = iri(LIN)
    assert {term(XZ.Official), *map(term, SUPERCLASSES[XZ.Official])} == set(graph.objects(lin, R.type))
    assert list(graph.objects(lin, S.prefLabel)) == [Literal("林远舟", lang="zh")]
    assert set(graph.objects(lin, RS.label)) == {Literal("林远舟", lang="zh"), Literal("Lin Yuanzhou", lang="zh-Latn")}
    assert Literal("Shan Xiaohe", lang="zh-Latn") in set(graph.objects(iri(SHAN), RS.label))
    assert strings(graph, COMMITTEE, S.altLabel) == ["中共青坪区委", "区委"]


def test_districts_have_level_code_and_place(graph: Graph) -> None:
    county = iri(COUNTY)
    assert list(graph.objects(county, term(XZ.level))) == [term(XZ.county)]
    assert list(graph.objects(county, term(XZ.adcode))) == [Literal("990105")]
    for predicate in (XZ.partOf, SCHEMA.containedInPlace):
        assert list(graph.objects(county, term(predicate))) == [iri(CITY)]
    assert Literal("县级", lang="zh") in set(graph.objects(term(XZ.county), S.prefLabel))


def test_pages_and_articles(graph: Graph) -> None:
    reading = spring_reading()
    page, article = iri(f"page/{reading.page.sha256[:12]}"), iri(f"article/{reading.articles[0].id}")
    assert graph.value(page, term(XZ.fileName)) == Literal("青坪日报-2031-03-03.txt")
    assert graph.value(page, term(XZ.sha256)) == Literal(reading.page.sha256)
    assert graph.value(page, term(DCTERMS.title)) == Literal("青坪新闻", lang="zh")
    assert graph.value(page, term(SCHEMA.url)) == Literal("https://example.org/a?b=1&c=二", datatype=X.anyURI)
    assert graph.value(article, term(SCHEMA.isPartOf)) == page
    assert graph.value(article, term(SCHEMA.headline)) == Literal("青坪区启动“暖巷行动”", lang="zh")
    assert graph.value(article, term(SCHEMA.datePublished)) == Literal(date(2031, 3, 3))
    assert graph.value(article, term(XZ.reporter)) == iri(SHAN)


def test_an_article_mentions_what_it_names_and_no_parent_of_the_gazetteer(graph: Graph) -> None:
    article = iri(f"article/{spring_reading().articles[0].id}")
    mentioned = set(graph.objects(article, term(SCHEMA.mentions)))
    assert {iri(LIN), iri(COUNTY), iri(DRIVE), iri(MEETING)} <= mentioned
    assert not {iri(CITY), iri(SHAN)} & mentioned


def test_a_post_is_a_node_with_dates_over_all_pages(graph: Graph) -> None:
    node = iri("post/post000000000001")
    assert graph.value(node, term(ORG.member)) == iri(LIN)
    assert graph.value(node, term(ORG.organization)) == iri(COMMITTEE)
    role = graph.value(node, term(ORG.role))
    assert graph.value(role, S.prefLabel) == Literal("副书记", lang="zh")
    assert set(graph.objects(node, term(XZ.attestedOn))) == {Literal(date(2031, 3, 3)), Literal(date(2031, 7, 14))}
    assert graph.value(node, term(XZ.firstAttested), any=False) == Literal(date(2031, 3, 3))
    assert graph.value(node, term(XZ.lastAttested), any=False) == Literal(date(2031, 7, 14))
    assert graph.value(node, term(XZ.confidence), any=False) == Literal(Decimal("0.95"))
    assert len(set(graph.objects(node, term(XZ.evidence)))) == 2


def test_a_role_has_its_rank_where_the_table_of_titles_has_one(graph: Graph) -> None:
    ranks = {title.title: title.rank for title in titles()}
    for node, label in graph.subject_objects(S.prefLabel):
        if (node, R.type, term(ORG.Role)) in graph:
            assert graph.value(node, term(XZ.rank), any=False) == Literal(ranks[str(label)])
    odd = Fact("x", "post", (("person", LIN), ("role", "掌灯人")), spring_reading().facts[0].evidence)
    assert "掌灯人" not in ranks
    assert not any(XZ.rank in line for line in triples(replace(spring_reading(), facts=(odd,)), DEFAULT_BASE))


def test_holds_post_in_is_not_written_for_a_former_post_or_an_initiative(graph: Graph, tmp_path: Path) -> None:
    assert (iri(LIN), term(XZ.holdsPostIn), iri(COMMITTEE)) in graph
    former = replace(summer_reading(), facts=summer_reading().facts[1:2])
    spring = spring_reading()
    manager = Fact("x", "post", (("person", LIN), ("organisation", DRIVE), ("role", "负责人")), spring.facts[0].evidence)
    lines = [*triples(former, DEFAULT_BASE), *triples(replace(spring, facts=(manager,)), DEFAULT_BASE)]
    assert any(ORG.organization in line for line in lines)
    assert not any(XZ.holdsPostIn in line for line in lines)


@pytest.mark.parametrize(
    ("predicate", "subject", "target"),
    [
        (XZ.jurisdiction, COMMITTEE, COUNTY),
        (XZ.leads, COUNTY, DRIVE),
        (XZ.takesPartIn, TOWNSHIP, DRIVE),
        (XZ.presides, LIN, MEETING),
        (XZ.attends, XIE, MEETING),
        (XZ.partOf, TOWNSHIP, COUNTY),
    ],
)
def test_an_edge_stands_plain_and_as_a_statement_with_evidence(graph: Graph, predicate: str, subject: str, target: str) -> None:
    assert (iri(subject), term(predicate), iri(target)) in graph
    (statement,) = (
        node
        for node in graph.subjects(R.subject, iri(subject))
        if (node, R.predicate, term(predicate)) in graph and (node, R.object, iri(target)) in graph
    )
    assert (statement, R.type, R.Statement) in graph
    assert graph.value(statement, term(XZ.evidence)) is not None


def test_an_edge_without_evidence_is_a_plain_triple(graph: Graph) -> None:
    assert list(graph.objects(iri(BUREAU), term(ORG.subOrganizationOf)))
    assert not list(graph.subjects(R.predicate, term(ORG.subOrganizationOf)))


def test_investment_is_as_written_and_a_number(graph: Graph) -> None:
    assert graph.value(iri(DRIVE), term(XZ.investment)) == Literal("1.5亿元", lang="zh")
    value = graph.value(iri(DRIVE), term(XZ.investmentValue))
    assert isinstance(value, Literal)
    assert (str(value), value.datatype) == ("150000000", X.decimal)
    (statement,) = graph.subjects(R.object, Literal("1.5亿元", lang="zh"))
    assert graph.value(statement, R.predicate) == term(XZ.investment)


def test_a_figure_says_what_it_counts(graph: Graph) -> None:
    node = iri("figure/figure0000001")
    assert graph.value(node, term(XZ.of)) == iri(DRIVE)
    assert graph.value(node, term(XZ.counts)) == Literal("整修小巷", lang="zh")
    assert graph.value(node, term(XZ.unit)) == Literal("条", lang="zh")
    assert graph.value(node, RS.label) == Literal("12条", lang="zh")
    assert str(graph.value(node, term(XZ.value))) == "12"
    assert str(graph.value(iri("figure/figure0000002"), term(XZ.value))) == "1000"


def test_every_quote_is_the_page_between_its_offsets(graph: Graph) -> None:
    texts = {f"{reading.articles[0].id}": reading.page.text for reading in (spring_reading(), summer_reading())}
    nodes = list(graph.subjects(R.type, term(XZ.Evidence)))
    assert len(nodes) > 10
    for node in nodes:
        start, end = (int(str(graph.value(node, term(name)))) for name in (XZ.start, XZ.end))
        article = str(graph.value(node, term(XZ.inArticle))).rpartition("/")[2]
        assert str(graph.value(node, term(XZ.quote))) == texts[article][start:end]


def test_one_preferred_label_is_left_when_pages_disagree(graph: Graph) -> None:
    assert strings(graph, BUREAU, S.prefLabel) == ["青坪区住房和城乡建设局"]
    assert strings(graph, BUREAU, S.altLabel) == ["区住建局", "青坪区住建局"]
    assert strings(graph, BUREAU, RS.label) == ["qing ping qu zhu fang he cheng xiang jian she ju", "青坪区住房和城乡建设局"]


def test_equally_long_labels_are_settled_by_code_point_order(tmp_path: Path) -> None:
    reading = spring_reading()
    pair = [Entity("person/x-1", Kind.PERSON, "", name) for name in ("乙一", "丙一")]
    for order in (pair, pair[::-1]):
        write_graph([replace(reading, entities=(entity,), facts=(), bylines={}) for entity in order], tmp_path)
        graph = Graph().parse(tmp_path / "graph.nt")
        assert strings(graph, "person/x-1", S.prefLabel) == ["丙一"]
        assert strings(graph, "person/x-1", S.altLabel) == ["乙一"]
        assert strings(graph, "person/x-1", RS.label) == ["Bing Yi", "丙一"]


def test_the_same_bytes_whatever_the_order_and_the_memory(tmp_path: Path) -> None:
    readings = many_readings(12)
    counts = write_graph(readings, tmp_path / "0")
    shuffled = random.Random(7)
    for number, memory in enumerate((50, 333, 100_000), start=1):
        shuffled.shuffle(readings)
        assert write_graph([*readings, readings[0]], tmp_path / str(number), memory_lines=memory) == counts
        for name in ("graph.nt", "graph.ttl"):
            assert (tmp_path / str(number) / name).read_bytes() == (tmp_path / "0" / name).read_bytes()


def test_more_runs_than_files_may_be_open_are_merged_on_the_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.turtle._MOST_RUNS", 3)
    lines = [f'<http://a/{number % 500}> <http://p> "{number}" .\n' for number in range(2_000)]
    write_triples(reversed(lines), tmp_path, base=DEFAULT_BASE, memory_lines=90)
    assert (tmp_path / "graph.nt").read_text(encoding="utf-8") == "".join(sorted(lines))


def test_counts_and_nothing_left_beside(tmp_path: Path) -> None:
    counts = write_graph([spring_reading(), summer_reading(), spring_reading()], tmp_path, memory_lines=40)
    assert (counts.pages, counts.articles, counts.entities) == (2, 2, 11)
    assert counts.facts == 4 + 6 + 1 + 2  # posts, edges with evidence, investment, figures
    assert counts.triples == len((tmp_path / "graph.nt").read_text(encoding="utf-8").splitlines())
    assert sorted(path.name for path in tmp_path.iterdir()) == ["graph.nt", "graph.ttl"]


def test_a_failing_reading_leaves_the_old_graph(tmp_path: Path) -> None:
    write_graph([summer_reading()], tmp_path)
    before = (tmp_path / "graph.nt").read_bytes()
    broken = replace(spring_reading(), facts=(Fact("f", "admires", (("subject", LIN), ("object", XIE))),))
    with pytest.raises(OntologyError, match="admires"):
        write_graph([broken], tmp_path)
    assert (tmp_path / "graph.nt").read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["graph.nt", "graph.ttl"]


def test_no_readings_make_an_empty_graph(tmp_path: Path) -> None:
    assert write_graph([], tmp_path).triples == 0
    assert (tmp_path / "graph.nt").read_bytes() == b""
    assert len(Graph().parse(tmp_path / "graph.ttl")) == 0


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda r: replace(r, entities=(Entity(LIN, Kind.PERSON, "Meeting", "林远舟"),)), "Meeting is no subclass of xz:Person"),
        (lambda r: replace(r, entities=(Entity(LIN, Kind.PERSON, "Offical", "林远舟"),)), "Offical"),
        (lambda r: replace(r, entities=(Entity(COUNTY, Kind.DISTRICT, "", "青坪区", level="shire"),)), "shire"),
        (lambda r: replace(r, facts=(Fact("f1", "post", (("person", LIN),)),)), "f1 .post. has no role"),
        (lambda r: replace(r, bylines={r.articles[0].id: (("author", SHAN),)}), "author"),
    ],
)
def test_our_own_mistakes_are_errors(change: object, message: str) -> None:
    assert callable(change)
    with pytest.raises(OntologyError, match=message):
        list(triples(change(spring_reading()), DEFAULT_BASE))


@pytest.mark.parametrize(
    "base", ["", "id/", "https://e.org/id", "https://例子.org/id/", "https://e.org/a b/", "https://e.org/<>/"]
)
def test_a_base_that_makes_no_iris_is_refused(base: str, tmp_path: Path) -> None:
    with pytest.raises(KgError, match="absolute ASCII IRI"):
        write_graph([], tmp_path, base=base)


@pytest.mark.parametrize("base", ["http://localhost:8000/kg#", "https://example.org/id/", "urn:x/"])
def test_another_base(base: str, tmp_path: Path) -> None:
    assert check_base(base) == base
    write_graph([spring_reading()], tmp_path, base=base)
    graph = Graph().parse(tmp_path / "graph.ttl")
    assert (URIRef(base + LIN), R.type, term(XZ.Official)) in graph
    assert isomorphic(graph, Graph().parse(tmp_path / "graph.nt"))


def test_ids_that_are_no_plain_ascii_are_encoded(tmp_path: Path) -> None:
    entity = Entity("person/林 <x>", Kind.PERSON, "", '林"远\n舟\x85\x00')
    odd = replace(spring_reading(), entities=(entity,), facts=(), bylines={})
    write_graph([odd], tmp_path)
    graph = Graph().parse(tmp_path / "graph.ttl")
    assert strings(graph, "person/%E6%9E%97%20%3Cx%3E", S.prefLabel) == ['林"远\n舟\x85\x00']
    assert isomorphic(graph, Graph().parse(tmp_path / "graph.nt"))


def test_page_texts_are_kept_exactly(tmp_path: Path) -> None:
    for text, reading in ((SPRING, spring_reading()), (SUMMER, summer_reading())):
        path = write_page_text(tmp_path, reading.page)
        assert path == tmp_path / "pages" / f"{reading.page.sha256}.txt"
        assert path.read_bytes() == text.encode()
    assert len(list((tmp_path / "pages").iterdir())) == 2


def test_lines_of_one_reading_depend_on_it_alone() -> None:
    reading = spring_reading()
    assert list(triples(reading, DEFAULT_BASE)) == list(triples(spring_reading(), DEFAULT_BASE))
    assert all(line.startswith("<") and line.endswith(" .\n") for line in triples(reading, DEFAULT_BASE))


def test_a_reading_without_articles_is_its_page_alone() -> None:
    lines = list(triples(Reading(spring_reading().page), DEFAULT_BASE))
    assert {line.split(" ")[0] for line in lines} == {f"<{DEFAULT_BASE}page/{spring_reading().page.sha256[:12]}>"}
    assert any(RDF.type in line and XZ.Page in line for line in lines)
