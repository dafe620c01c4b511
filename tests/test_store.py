"""The embedded store, the rdflib view of it, the forms of an answer, and the explanation of a name."""

import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import QueryError, StoreError
from kg.explain import explain, render_explanation
from kg.lookup import find_entities, near_names
from kg.query import QueryResult, run_query
from kg.results import FORMATS, display_width, format_result, format_table, write_result
from kg.store import as_rdflib, build_store, open_store

GRAPH = Path(__file__).parent / "graphs" / "two_districts.ttl"
COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"
ID = "https://example.org/id/"


@pytest.fixture
def built(tmp_path: Path) -> Path:
    build_store(GRAPH, tmp_path / "store")
    return tmp_path


def triples(*lines: str) -> str:
    return "".join(f"{line} .\n" for line in lines)


def count(directory: Path) -> int:
    row = run_query(directory, COUNT).rows[0][0]
    assert isinstance(row, ox.Literal)
    return int(row.value)


# ── the store on disk ──


def test_builds_and_opens(tmp_path: Path) -> None:
    made = build_store(GRAPH, tmp_path / "store")
    assert made == count(tmp_path) == count(GRAPH)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["store"]


def test_a_new_build_replaces_the_old_store(built: Path) -> None:
    small = built / "small.nt"
    small.write_text(triples("<urn:a> <urn:b> <urn:c>"), encoding="utf-8")
    build_store(small, built / "store")
    assert count(built) == 1


def test_a_file_of_rubbish_leaves_the_old_store(built: Path) -> None:
    before = count(built)
    bad = built / "bad.nt"
    bad.write_text(triples("<urn:a> <urn:b> <urn:c>") + "<urn:a> <urn:b> .\n", encoding="utf-8")
    with pytest.raises(StoreError, match=r"bad\.nt is not a file of triples: .*line 2"):
        build_store(bad, built / "store")
    assert count(built) == before
    assert not (built / "store.new").exists()


def test_a_missing_file_is_a_store_error(built: Path) -> None:
    with pytest.raises(StoreError, match=r"none\.nt"):
        build_store(built / "none.nt", built / "store")
    assert count(built) > 1


def test_an_open_reader_keeps_its_store_while_a_new_one_is_built(built: Path) -> None:
    reader = open_store(built)
    before = len(reader)
    small = built / "small.nt"
    small.write_text(triples("<urn:a> <urn:b> <urn:c>"), encoding="utf-8")
    build_store(small, built / "store")
    assert len(reader) == before
    assert count(built) == 1


def test_a_build_killed_between_its_two_moves_loses_nothing(built: Path) -> None:
    before = count(built)
    (built / "store").rename(built / "store.previous")
    assert count(built) == before
    build_store(GRAPH, built / "store")
    assert sorted(path.name for path in built.iterdir()) == ["store"]


def test_what_a_killed_build_leaves_does_not_disturb_the_next(built: Path) -> None:
    (built / "store.new").mkdir()
    (built / "store.new" / "CURRENT").write_text("half", encoding="utf-8")
    (built / "store.previous").mkdir()
    build_store(GRAPH, built / "store")
    assert sorted(path.name for path in built.iterdir()) == ["store"]


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")
@pytest.mark.parametrize("delay", [0.05, 0.15, 0.25, 0.4])
def test_a_build_killed_at_any_moment_leaves_a_whole_store(built: Path, delay: float) -> None:
    big = built / "big.nt"
    big.write_text(triples(*(f"<urn:s{n}> <urn:p> <urn:o{n}>" for n in range(100_000))), encoding="utf-8")
    code = "import sys, pathlib; from kg.store import build_store; build_store(*map(pathlib.Path, sys.argv[1:]))"
    before = count(built)
    with subprocess.Popen([sys.executable, "-c", code, big, built / "store"], cwd=Path(__file__).parents[1]) as build:
        time.sleep(delay)
        build.kill()
    assert count(built) in (before, 100_000)


def test_no_graph_names_the_way_to_one(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"holds no graph .*kg build"):
        open_store(tmp_path)
    with pytest.raises(StoreError, match="holds no graph"):
        run_query(tmp_path / "absent", COUNT)


def test_an_empty_or_damaged_store_is_a_store_error(built: Path) -> None:
    (built / "store" / "CURRENT").write_text("rubbish", encoding="utf-8")
    with pytest.raises(StoreError, match="damaged"):
        open_store(built)
    (built / "store" / "CURRENT").unlink()
    with pytest.raises(StoreError, match="not a store"):
        open_store(built)


@pytest.mark.parametrize("name", ["graph.ttl", "graph.nt"])
def test_without_a_store_the_graph_file_is_read(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(triples("<urn:a> <urn:b> <urn:c>"), encoding="utf-8")
    assert count(tmp_path) == 1


def test_a_graph_file_that_is_no_turtle_is_a_store_error(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_text("not turtle", encoding="utf-8")
    with pytest.raises(StoreError, match=r"graph\.ttl is not a file of triples"):
        open_store(tmp_path)


def test_rdflib_sees_the_store_and_cannot_write_it(built: Path) -> None:
    from rdflib import URIRef

    graph = as_rdflib(built)
    name = URIRef("http://www.w3.org/2004/02/skos/core#prefLabel")
    assert str(graph.value(URIRef(ID + "p-wang"), name)) == "王知远"
    assert len(graph) == count(built)
    assert len(list(graph.query("SELECT ?s WHERE { ?s a xz:District }"))) == 5
    with pytest.raises(RuntimeError):
        graph.add((URIRef("urn:a"), URIRef("urn:b"), URIRef("urn:c")))


# ── names ──


@pytest.mark.parametrize(
    ("name", "kind", "found"),
    [
        ("东桥区", "district", ["d-419902"]),
        ("东桥", "district", ["d-419902"]),
        ("419902", "district", ["d-419902"]),
        ("西岭", "district", ["d-419903"]),
        (" 东桥区 ", "district", ["d-419902"]),
        (ID + "d-419902", "district", ["d-419902"]),
        ("青石街道", "district", ["d-419902001", "d-419903001"]),
        ("青石", "district", ["d-419902001", "d-419903001"]),
        ("东桥区青石街道", "district", ["d-419902001"]),
        ("云川市西岭区青石街道", "district", ["d-419903001"]),
        ("东桥西岭区", "district", []),
        ("东桥区", "person", []),
        ("李明", "person", ["p-li-dq", "p-li-xl"]),
        ("wang zhiyuan", "person", ["p-wang"]),
        ("东桥区委", "organisation", ["o-dq-party"]),
        ("百企连心", "initiative", ["i-menqi"]),
        ("“百企连心”", "initiative", ["i-menqi"]),
        ('"百企连心"行动', "initiative", ["i-menqi"]),
        ("无证三小整治", "initiative", ["i-san"]),
        ("无证‘三小’整治", "initiative", ["i-san"]),
        ("东桥区推进春季就业", "article", ["a1"]),
        ("a4", "article", ["a4"]),
        ("p2.txt", "article", ["a3", "a4"]),
        ("36户", "name", []),
        ("", "name", []),
        ("“”", "name", []),
    ],
)
def test_finds_what_a_name_means(name: str, kind: str, found: list[str]) -> None:
    assert [node.value.removeprefix(ID) for node in find_entities(open_store(GRAPH), name, kind)] == found


def test_near_names() -> None:
    store = open_store(GRAPH)
    assert near_names(store, "青溪河治理")[0] == "青溪河治理项目"
    assert near_names(store, "东乔区", "district") == ("东桥区",)
    assert near_names(store, "Ω") == ()


# ── the forms of an answer ──


def sample() -> QueryResult:
    return QueryResult(("名", "n"), ((ox.Literal("张三", language="zh"), ox.Literal(3)), (ox.NamedNode("urn:a"), None)))


def test_table_counts_two_columns_for_a_wide_character() -> None:
    assert format_result(sample()).splitlines() == ["名     n", "─────  ─", "张三   3", "urn:a"]
    assert display_width("区a，é") == 6


def test_table_breaks_long_cells_to_the_terminal() -> None:
    text = format_table(("who", "sentence"), [("甲", "一二三四五六七八，九十")], width=21)
    assert text.splitlines() == ["who  sentence", "───  ────────────────", "甲   一二三四五六七", "     八，九十"]


def test_a_line_never_begins_with_a_closing_mark() -> None:
    lines = format_table(("s",), [("一二三四五。",)], width=10).splitlines()
    assert lines[2:] == ["一二三四", "五。"]


def test_a_table_too_wide_for_the_terminal_becomes_records() -> None:
    text = format_table(("one", "two", "three"), [("甲" * 20, "乙" * 20, "丙" * 20), ("丁", "", "戊")], width=30)
    assert text.splitlines()[-2:] == ["one    丁", "three  戊"]


def test_a_table_without_rows_has_its_heading() -> None:
    assert format_result(QueryResult(("a", "b"))).splitlines() == ["a  b", "─  ─"]


def test_a_page_cannot_steer_the_terminal() -> None:
    text = format_table(("s",), [("甲\x1b[2J乙\r\n丙\x9b",)])
    assert text.splitlines()[2] == "甲 [2J乙  丙"


def test_csv_tsv_json_xml() -> None:
    assert format_result(sample(), "csv") == "名,n\r\n张三,3\r\nurn:a,\r\n"
    assert format_result(sample(), "tsv") == '?名\t?n\n"张三"@zh\t3\n<urn:a>\t\n'
    assert '<literal xml:lang="zh">张三</literal>' in format_result(sample(), "xml")
    bindings = json.loads(format_result(sample(), "json"))["results"]["bindings"]
    assert bindings[0]["名"] == {"type": "literal", "value": "张三", "xml:lang": "zh"}
    assert bindings[0]["n"] == {"type": "literal", "value": "3", "datatype": "http://www.w3.org/2001/XMLSchema#integer"}
    assert bindings[1] == {"名": {"type": "uri", "value": "urn:a"}}


def test_yes_and_no() -> None:
    yes = run_query(GRAPH, "ASK { ?s a xz:District }")
    no = run_query(GRAPH, "ASK { ?s a xz:Nothing }")
    assert (format_result(yes), format_result(no)) == ("true", "false")
    assert json.loads(format_result(yes, "json"))["boolean"] is True
    assert format_result(no, "csv") == "false"


def test_triples_in_every_form() -> None:
    result = run_query(GRAPH, "CONSTRUCT { ?s skos:prefLabel ?o } WHERE { ?s a xz:Page ; xz:fileName ?o }")
    assert [str(triple.subject) for triple in result.triples or ()] == [f"<{ID}p{n}>" for n in (1, 2, 3)]
    rdf = ox.RdfFormat
    for fmt, form in (("turtle", rdf.TURTLE), ("ntriples", rdf.N_TRIPLES), ("xml", rdf.RDF_XML), ("json", rdf.JSON_LD)):
        assert {quad.triple for quad in ox.parse(format_result(result, fmt), format=form)} == set(result.triples or ())
    assert "skos:prefLabel" in format_result(result, "turtle")
    assert format_result(result).splitlines()[2].split() == [ID + "p1", "skos:prefLabel", "p1.txt"]


def test_a_form_that_does_not_fit_is_a_query_error() -> None:
    with pytest.raises(QueryError, match="turtle is for triples"):
        format_result(sample(), "turtle")
    with pytest.raises(QueryError, match="csv is for tables"):
        format_result(QueryResult(triples=()), "csv")
    with pytest.raises(QueryError, match="there are: table, csv"):
        format_result(sample(), "xls")


@pytest.mark.parametrize("fmt", FORMATS[:5])
def test_what_is_written_ends_with_one_line_feed(fmt: str) -> None:
    stream = io.StringIO()
    write_result(sample(), stream, fmt)
    assert stream.getvalue().endswith("\n")
    assert not stream.getvalue().endswith("\n\n")


def test_needs_no_locale() -> None:
    """No file is opened in the locale's encoding."""
    code = (
        "from pathlib import Path; from kg.query import list_queries, run_query; from kg.explain import explain; list_queries();"
        f"run_query(Path({str(GRAPH)!r}), 'two-posts'); explain(Path({str(GRAPH)!r}), 'x')"
    )
    flags = ["-X", "warn_default_encoding", "-W", "error::EncodingWarning"]
    run = subprocess.run(
        [sys.executable, *flags, "-c", code],
        cwd=Path(__file__).parents[1],
        env={**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0"},
        capture_output=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr.decode()


# ── explain ──


def test_explains_a_person_with_sentence_place_and_rule() -> None:
    explanation = explain(GRAPH, "王知远")
    (section,) = explanation.sections
    assert (section.name, section.kind, section.place) == ("王知远", "干部", "东桥区，云川市")
    assert [(group.title, len(group.statements)) for group in section.groups] == [("任职", 2), ("出席", 2), ("见于稿件", 2)]
    post = section.groups[0].statements[0]
    assert post.text == "王知远 东桥区人民政府 区长 2025-03-02 – 2025-04-10"
    assert [(proof.page, proof.date, proof.headline, proof.rule) for proof in post.proofs] == [
        ("p1.txt", "2025-03-02", "东桥区推进春季就业", "posts.before_name"),
        ("p1.txt", "2025-04-10", "青溪河治理开工", "posts.before_name"),
    ]
    assert all(proof.end - proof.start == len(proof.quote) for proof in post.proofs)


def test_one_name_two_persons_two_sections() -> None:
    sections = explain(GRAPH, "李明").sections
    assert [(section.place, section.groups[0].statements[0].text) for section in sections] == [
        ("东桥区，云川市", "李明 东桥区教育局 局长 2025-03-02"),
        ("西岭区，云川市", "李明 西岭区人民政府 副区长（原） 2025-06-18"),
    ]


def test_explains_a_body_a_district_an_initiative_and_an_article() -> None:
    body = explain(GRAPH, "西岭区教育局").sections[0]
    assert [group.title for group in body.groups] == ["任职", "数字", "管辖", "上级机构", "见于稿件"]
    assert body.groups[1].statements[0].text == "西岭区教育局 走访困难家庭 36户"
    assert body.groups[3].statements[0].proofs == ()
    district = explain(GRAPH, "419902").sections[0]
    assert "东桥区 牵头开展 百企连心" in [statement.text for group in district.groups for statement in group.statements]
    river = explain(GRAPH, "“青溪河治理项目”").sections[0]
    assert "青溪河治理项目 投资额 1.2亿元" in [statement.text for group in river.groups for statement in group.statements]
    article = explain(GRAPH, "西岭区教育系统开会").sections[0]
    assert [len(group.statements) for group in article.groups] == [2]
    assert {proof.page for statement in article.groups[0].statements for proof in statement.proofs} == {"p2.txt"}


def test_rendered_plain_and_in_colour() -> None:
    explanation = explain(GRAPH, "谭有成")
    plain = render_explanation(explanation)
    assert "“4月8日，区长王知远来到青溪河，青石街道办事处主任谭有成介绍进展。”" in plain
    assert "《青溪河治理开工》 · 2025-04-10 · p1.txt" in plain
    assert "\x1b" not in plain
    assert "\x1b[1;33m谭有成\x1b[0m介绍进展" in render_explanation(explanation, colour=True)


def test_an_unknown_name_suggests_near_ones() -> None:
    explanation = explain(GRAPH, "青溪河治理")
    assert explanation.sections == ()
    assert "青溪河治理项目" in render_explanation(explanation)


def test_a_long_name_is_looked_up_in_a_time_that_grows_no_faster_than_it() -> None:
    """It once doubled with every character: this would not end."""
    assert explain(GRAPH, "<script>" * 20 + "东桥区" * 20).sections == ()
    assert [section.name for section in explain(GRAPH, "云川市东桥区青石街道").sections] == ["青石街道"]


def test_a_hostile_name_is_only_a_name() -> None:
    assert "\x1b" not in render_explanation(explain(GRAPH, '"} \x1b[31m DROP ALL #'), colour=True)
