"""Each shipped question on a small graph with exact rows; parameters; what a wrong or hostile one does."""

import re
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import QueryError
from kg.ontology import ontology_dir
from kg.query import ask_store, fill_parameters, find_query, list_queries, read_query, run_query
from kg.store import open_store

GRAPH = Path(__file__).parent / "graphs" / "two_districts.ttl"
NAMES = (
    "about",
    "article-facts",
    "body-chain",
    "co-attendance",
    "district-initiatives",
    "initiative-districts",
    "investment-by-district",
    "post-conflicts",
    "posts-in-district",
    "two-posts",
)


def rows(query: str, columns: str, **parameters: str) -> list[str]:
    """Rows of some columns, each as one string."""
    result = run_query(GRAPH, query, parameters=parameters)
    places = [result.variables.index(column) for column in columns.split()]
    cells = [["" if row[place] is None else getattr(row[place], "value", "") for place in places] for row in result.rows]
    return [" ".join(row) for row in cells]


# ── the ten ──


def test_posts_in_district() -> None:
    columns = "organisation role status person first last"
    assert rows("posts-in-district", columns, district="东桥区") == [
        "东桥区人民政府 副区长  周启航 2025-03-02 2025-03-02",
        "东桥区人民政府 区长  王知远 2025-03-02 2025-04-10",
        "东桥区教育局 局长  李明 2025-03-02 2025-03-02",
        "中共东桥区委 区委书记  陈若兰 2025-03-02 2025-03-02",
        "中共东桥区委 区委副书记  王知远 2025-03-02 2025-03-02",
        "青石街道办事处 主任  谭有成 2025-04-10 2025-04-10",
    ]


def test_posts_on_a_date_are_those_attested_around_it() -> None:
    columns = "organisation role person sentence page"
    assert rows("posts-in-district", columns, district="419902", date="2025-03-20") == [
        "东桥区人民政府 区长 王知远 东桥区委书记陈若兰主持会议，区委副书记、区长王知远讲话。 p1.txt"
    ]
    assert rows("posts-in-district", "person", district="西岭", date="2025-06-10") == ["何立群", "宋雅琴"]
    assert rows("posts-in-district", "person status", district="西岭") == ["周启航 ", "李明 former", "何立群 ", "宋雅琴 "]
    assert rows("posts-in-district", "person", district="西岭", date="2025-06-18") == ["宋雅琴"]


def test_posts_of_the_city_are_those_of_its_districts() -> None:
    assert len(rows("posts-in-district", "person", district="云川市")) == 10
    assert len(rows("posts-in-district", "person")) == 10
    assert rows("posts-in-district", "person", district="东桥区青石街道") == ["谭有成"]


def test_two_posts() -> None:
    assert rows("two-posts", "person role organisation first") == [
        "周启航 副区长 东桥区人民政府 2025-03-02",
        "周启航 副区长 西岭区人民政府 2025-05-20",
        "王知远 区委副书记 中共东桥区委 2025-03-02",
        "王知远 区长 东桥区人民政府 2025-03-02",
    ]
    assert rows("two-posts", "role", person="王知远") == ["区委副书记", "区长"]
    assert rows("two-posts", "role", person="李明") == []


def test_co_attendance() -> None:
    assert rows("co-attendance", "with event date sentence", person="谭有成") == [
        "王知远 青溪河现场调研 2025-04-10 4月8日，区长王知远来到青溪河，青石街道办事处主任谭有成介绍进展。"
    ]
    assert rows("co-attendance", "person with", person="王知远") == ["王知远 周启航", "王知远 陈若兰", "王知远 谭有成"]
    pairs = rows("co-attendance", "person with event")
    assert len(pairs) == 8
    assert {" ".join(reversed(pair.split()[:2])) for pair in pairs} == {" ".join(pair.split()[:2]) for pair in pairs}


def test_initiative_districts() -> None:
    expected = [
        "东桥区 东桥区 leads 2025-03-02 true",
        "西岭区 西岭区 leads 2025-05-20 false",
        "西岭区 云川青禾农业公司 takesPartIn 2025-05-20 false",
    ]
    for name in ("百企连心", "“百企连心”", "百企连心行动"):
        assert rows("initiative-districts", "district who how first led_first", initiative=name) == expected
    assert len(rows("initiative-districts", "who")) == 5


def test_district_initiatives() -> None:
    assert rows("district-initiatives", "initiative how who investment first", district="东桥区") == [
        "无证“三小”整治 takesPartIn 东桥区教育局  2025-04-10",
        "百企连心 leads 东桥区  2025-03-02",
        "青溪河治理项目 leads 青石街道办事处 1.2亿元 2025-04-10",
        "青溪河治理项目 locatedIn 青石街道 1.2亿元 ",
    ]
    assert len(rows("district-initiatives", "initiative")) == 6


def test_body_chain() -> None:
    assert rows("body-chain", "step above district", body="东桥区教育局基础教育办公室") == [
        "1 东桥区教育局 东桥区",
        "2 东桥区人民政府 东桥区",
        "3 云川市人民政府 云川市",
    ]
    assert rows("body-chain", "above", body="云川市人民政府") == []
    assert len(rows("body-chain", "above")) == 11


def test_investment_by_district() -> None:
    columns = "district code level initiatives total_cny largest_cny"
    everywhere = [
        "云川市 419900 prefecture 2 200000000 120000000",
        "东桥区 419902 county 1 120000000 120000000",
        "青石街道 419902001 township 1 120000000 120000000",
        "西岭区 419903 county 1 80000000 80000000",
    ]
    assert rows("investment-by-district", columns) == everywhere
    assert rows("investment-by-district", columns, district="东桥区") == everywhere[1:3]


def test_post_conflicts() -> None:
    expected = ["西岭区教育局 局长 何立群 2025-05-20 2025-06-10 宋雅琴 2025-06-10 2025-06-18"]
    columns = "organisation role_name person1 first1 last1 person2 first2 last2"
    assert rows("post-conflicts", columns) == expected
    assert rows("post-conflicts", columns, district="西岭区", role="局长") == expected
    assert rows("post-conflicts", columns, district="东桥区") == []
    assert rows("post-conflicts", columns, role="区长") == []


def test_article_facts() -> None:
    assert rows("article-facts", "subject predicate object start", article="青溪河治理开工")[:3] == [
        "王知远 attends 青溪河现场调研 20",
        "王知远 区长 东桥区人民政府 20",
        "谭有成 attends 青溪河现场调研 20",
    ]
    last = rows("article-facts", "subject predicate object rule", article="a5")[-1]
    assert last == "西岭区教育局 走访困难家庭 36户 figures.counted"
    assert "青溪河治理项目 investment 1.2亿元" in rows("article-facts", "subject predicate object", article="青溪河治理开工")
    page, first, second = (len(rows("article-facts", "start", article=name)) for name in ("p2.txt", "a3", "a4"))
    assert page == first + second


def test_about() -> None:
    assert rows("about", "predicate object date page", name="李明") == [
        "局长 东桥区教育局 2025-03-02 p1.txt",
        "副区长 西岭区人民政府 2025-06-18 p3.txt",
    ]
    first = rows("about", "subject predicate object sentence", name="百企连心")[0]
    assert first == "东桥区 leads 百企连心 东桥区在全市率先开展百企连心行动。"
    assert len(rows("about", "subject", name="局长")) == 5


# ── files and their heads ──


def test_the_ten_are_listed() -> None:
    assert tuple(query.name for query in list_queries()) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_each_file_has_a_head_and_runs_as_it_stands(name: str) -> None:
    query = read_query(ontology_dir() / "queries" / f"{name}.rq")
    assert re.search(r"[一-鿿]", query.title)
    assert query.title_en.isascii()
    assert query.about
    for parameter in query.parameters:
        assert f"VALUES ?{parameter.name} {{ UNDEF }}" in query.text
        assert re.search(r"[一-鿿]", parameter.title)
        assert parameter.about
        assert parameter.example
    assert len(re.findall(r"\{ UNDEF \}", query.text)) >= len(query.parameters)
    assert isinstance(ox.Store().query(query.text), ox.QuerySolutions)


def test_a_file_by_path_and_its_own_parameters(tmp_path: Path) -> None:
    path = tmp_path / "mine.rq"
    head = '# title 我的\n# param kind text "词" "a word" default=副区长\n'
    body = "SELECT ?role { VALUES ?kind { UNDEF } ?r a org:Role ; skos:prefLabel ?role FILTER(STR(?role) = ?kind) }"
    path.write_text(head + body, encoding="utf-8")
    assert rows(str(path), "role") == ["副区长"]
    assert rows(str(path), "role", kind="区长") == ["区长"]


MALFORMED = ("d", 'd district "区" "unclosed', 'D district "区" "x"', 'd planet "区" "x"', 'd text "a" "b" colour=1')


@pytest.mark.parametrize("line", MALFORMED)
def test_a_malformed_head_is_a_query_error(tmp_path: Path, line: str) -> None:
    path = tmp_path / "bad.rq"
    path.write_text(f"# param {line}\nSELECT * {{}}", encoding="utf-8")
    with pytest.raises(QueryError, match=r"bad\.rq"):
        run_query(GRAPH, str(path))


# ── what a user may get wrong, and what nobody may do ──


def test_sparql_text_with_and_without_prefixes() -> None:
    assert rows("SELECT ?n { ?d xz:adcode '419902' ; skos:prefLabel ?n }", "n") == ["东桥区"]
    with pytest.raises(QueryError, match="this query takes no parameter 'a'"):
        run_query(GRAPH, "SELECT * {}", parameters={"a": "1"})


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("SELECT ?x {", r"malformed SPARQL, error at 1:12: expected"),
        ("SELECT ?x { ?x nix:a 1 }", r"malformed SPARQL.*[Pp]refix"),
        ("INSERT DATA { <urn:a> <urn:b> 1 }", "neither a query's name"),
        ("DELETE WHERE { ?s ?p ?o } # SELECT", "malformed SPARQL"),
        ("posts-in-distict", "there are: about, article-facts"),
        ("../../secret.rq", "cannot be read"),
        ("", "neither a query's name"),
    ],
)
def test_a_wrong_query_says_what_is_wrong(query: str, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        run_query(GRAPH, query)


@pytest.mark.parametrize(
    ("query", "parameters", "message"),
    [
        ("posts-in-district", {"city": "云川"}, "takes no parameter 'city'; it takes: district, date"),
        ("posts-in-district", {"district": "东乔区"}, "no district '东乔区'; near it: 东桥区"),
        ("posts-in-district", {"date": "2025-02-30"}, "a date like 2025-03-18"),
        ("posts-in-district", {"date": "3月18日"}, "a date like 2025-03-18"),
        ("about", {}, "about needs name="),
        ("about", {"name": " "}, "about needs name="),
        ("about", {"name": "\ud800"}, "name"),
    ],
)
def test_a_wrong_parameter_says_what_is_wrong(query: str, parameters: dict[str, str], message: str) -> None:
    with pytest.raises(QueryError, match=message):
        run_query(GRAPH, query, parameters=parameters)


HOSTILE = (
    '"',
    "\\",
    "'''",
    '" } } ; DROP ALL #',
    "东桥区> } UNION { ?s ?p ?o",
    "\n}",
    "?district",
    "\\1\\g<0>",
    "urn:x> <urn:y",
    "a\x00b",
)


@pytest.mark.parametrize("value", HOSTILE)
def test_a_hostile_name_finds_nothing(value: str) -> None:
    with pytest.raises(QueryError, match="the graph has no district"):
        run_query(GRAPH, "posts-in-district", parameters={"district": value})


@pytest.mark.parametrize("value", HOSTILE)
def test_a_hostile_text_comes_back_as_it_is(tmp_path: Path, value: str) -> None:
    path = tmp_path / "echo.rq"
    path.write_text('# param said text "说" "any text"\nSELECT ?said { VALUES ?said { UNDEF } }', encoding="utf-8")
    (row,) = run_query(GRAPH, str(path), parameters={"said": value}).rows
    assert row == (ox.Literal(value.strip()),)


def test_a_label_in_the_graph_cannot_break_a_query(tmp_path: Path) -> None:
    """A page's own words become labels: a district called like SPARQL is only a district."""
    name = '甲"} UNION { ?s ?p ?o } #区'
    store = ox.Store()
    node = ox.NamedNode("https://example.org/id/district/1")
    terms = {"type": ox.NamedNode("https://w3id.org/xianzhi/ontology#District")}
    store.add(ox.Quad(node, ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"), terms["type"]))
    store.add(ox.Quad(node, ox.NamedNode("http://www.w3.org/2004/02/skos/core#prefLabel"), ox.Literal(name, language="zh")))
    text = fill_parameters(store, find_query("posts-in-district"), {"district": name})
    assert "VALUES ?district { <https://example.org/id/district/1> }" in text
    assert name not in text
    assert ask_store(store, text).rows == ()


def test_filled_text_runs_anywhere() -> None:
    """What leaves ``fill_parameters`` is plain SPARQL with its own prefixes: rdflib answers it too."""
    from rdflib import Graph

    text = fill_parameters(open_store(GRAPH), find_query("body-chain"), {"body": "青石街道办事处"})
    graph = Graph().parse(GRAPH)
    assert [str(row[2]) for row in graph.query(text)] == ["东桥区人民政府", "云川市人民政府"]


def test_a_failing_service_is_a_query_error() -> None:
    with pytest.raises(QueryError, match="the query failed"):
        run_query(GRAPH, "SELECT * { SERVICE <http://127.0.0.1:9/none> { ?s ?p ?o } }")
