"""A build in Python: ``kg.build``, ``kg.open`` and what an opened graph gives."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import networkx as nx
import pandas as pd
import pyoxigraph as ox
import pytest

import kg
from kg.errors import QueryError, StoreError
from kg.explain import explain
from kg.model import Reading
from kg.query import QueryResult
from kg.table import Table, make_cell, make_table


@pytest.fixture(scope="module")
def graph(sample_build: Path) -> kg.Graph:
    return kg.open(sample_build)


def test_build_and_open(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = kg.build([root / "seeds" / "pages"])
    assert result.pages == 4
    graph = kg.open()
    assert (graph.directory, repr(graph)) == (Path("output"), "kg.open('output')")
    assert len(graph) == len((tmp_path / "output" / "graph.nt").read_text(encoding="utf-8").splitlines())
    assert graph.counts["page"] == 4 and graph.counts["person"] > 40


@pytest.mark.parametrize(
    "code",
    [
        "import kg; kg.build; import kg.build",
        "from kg.build import build; import kg",
        "import kg.build, kg.update; import kg",
        "import kg.update as anything; import kg; kg.open",
        "from kg import build, update; import kg",
    ],
)
def test_the_functions_stand_at_the_door_whatever_was_loaded_before(code: str) -> None:
    code += "; assert callable(kg.build) and callable(kg.update) and kg.build.__module__ == 'kg.build'"
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[1])


def test_questions_by_name_file_and_sparql(graph: kg.Graph, root: Path) -> None:
    named = graph.query("two-posts", {"person": "高慧敏"})
    assert named.column("role") == ("副书记", "县长")
    assert graph.query(str(root / "ontology" / "queries" / "two-posts.rq"), {"person": "高慧敏"}).rows == named.rows
    (row,) = graph.query("SELECT ?day ?n ?c WHERE { ?p a org:Membership ; xz:attestedOn ?day ; xz:confidence ?c } LIMIT 1")
    assert isinstance(row["day"], date) and row["n"] is None and row["c"] is not None
    assert graph.query("ASK { ?p a org:Membership }").rows == ((True,),)
    assert graph.query("CONSTRUCT { ?a xz:leads ?b } WHERE { ?a xz:leads ?b }").columns == ("subject", "predicate", "object")
    with pytest.raises(QueryError, match="no shipped query is called"):
        graph.query("nothing")


def test_officials_of_a_district_on_a_day(graph: kg.Graph) -> None:
    officials = graph.officials(district="临朐县", on="2024-05-16")
    assert officials.columns == ("person", "post", "body", "status", "first_attested", "last_attested", "quote", "source")
    held = {(row["person"], row["post"], row["body"]): row for row in officials}
    row = held["高慧敏", "县长", "临朐县政府"]
    assert (row["first_attested"], row["last_attested"]) == (date(2024, 5, 16), date(2024, 5, 16))
    assert "县长高慧敏" in str(row["quote"]) and str(row["source"]).endswith(".txt")
    assert ("窦建军", "书记", "寺头镇党委") in held, "what lies below counts"
    assert graph.officials(district="临朐县", on=date(2024, 5, 16)) == officials
    assert len(graph.officials(district="临朐县", on=date(2020, 1, 1))) == 0
    assert len(graph.officials()) > len(graph.officials(district="临朐县")) >= len(officials)
    with pytest.raises(QueryError, match="no district '临句县'; near it"):
        graph.officials(district="临句县")
    with pytest.raises(QueryError, match="must be a date"):
        graph.officials(on="gestern")


def test_explain(graph: kg.Graph, sample_build: Path) -> None:
    assert graph.explain("秦绍峰") == explain(sample_build, "秦绍峰")
    assert "临朐县委 书记" in str(graph.explain("秦绍峰"))
    assert graph.explain("秦绍峰", kind="district").sections == ()


def test_pandas_and_networkx(graph: kg.Graph) -> None:
    frame = graph.to_pandas()
    assert isinstance(frame, pd.DataFrame)
    assert set(frame[frame["person"] == "高慧敏"]["post"]) == {"副书记", "县长"}
    assert len(graph.to_pandas("persons")) == graph.counts["person"]
    assert next(iter(graph.query("two-posts").to_pandas().columns)) == "person"
    network = graph.to_networkx()
    assert isinstance(network, nx.MultiDiGraph)
    assert network.number_of_nodes() == sum(
        graph.counts[k] for k in ("person", "organisation", "district", "initiative", "event")
    )
    with pytest.raises(QueryError, match="no table is called 'x'; there are: officials, posts"):
        graph.table("x")


def test_export(graph: kg.Graph, tmp_path: Path) -> None:
    assert next(path.name for path in graph.export("nt", tmp_path, split=2000, gzip=True)) == "graph-00001.nt.gz"


def test_a_folder_without_a_graph(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="holds no graph"):
        kg.open(tmp_path)


def test_update(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(f"{name}：无事", encoding="utf-8")
    kg.build(tmp_path / "a.txt", tmp_path / "out", read=Reading)
    done = kg.update(tmp_path / "out", add=tmp_path / "b.txt", read=Reading)
    assert isinstance(done, kg.Update) and (done.added, done.pages) == (1, 2)


# ── in a notebook ────────────────────────────────────────────────────────────────────────────────────────────────────────

ATTACK = "<script>alert(1)</script>"


def test_a_notebook_shows_tables_facts_and_counts(graph: kg.Graph) -> None:
    assert "<td>person</td>" in graph._repr_html_()
    shown = graph.officials(district="临朐县")._repr_html_()
    assert shown.startswith("<table><thead><tr><th>person</th>") and "<td>高慧敏</td>" in shown
    explained = graph.explain("秦绍峰")._repr_html_()
    assert "<h4>秦绍峰" in explained and "<blockquote>" in explained
    assert "not in the graph" in graph.explain("秦绍锋某")._repr_html_()


def test_a_page_cannot_break_into_a_notebook(tmp_path: Path) -> None:
    assert ATTACK not in Table((ATTACK,), ((ATTACK,),))._repr_html_()
    lines = f'<urn:a> <http://www.w3.org/2004/02/skos/core#prefLabel> "{ATTACK}"@zh .\n'
    folder = tmp_path / "<b>x"
    folder.mkdir()
    (folder / "graph.nt").write_text(lines, encoding="utf-8")
    graph = kg.open(folder)
    assert "<b>x" not in graph._repr_html_()
    for name in (ATTACK, "<i>nobody"):
        assert name not in graph.explain(name)._repr_html_()


def test_a_long_table_is_cut_in_a_notebook_only() -> None:
    table = Table(("n",), tuple((number,) for number in range(200)))
    assert table._repr_html_().count("<tr>") == 51 and "50 of 200 rows" in table._repr_html_()
    assert len(table.to_pandas()) == len(list(table)) == len(table) == 200
    assert str(table).splitlines()[-1] == "199"


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("12", "integer", 12),
        ("true", "boolean", True),
        ("1.5", "double", 1.5),
        ("x", "integer", "x"),
        ("x", "date", "x"),
        ("x", "decimal", "x"),
    ],
)
def test_cells_have_the_type_of_their_term(text: str, kind: str, value: object) -> None:
    cell = make_cell(ox.Literal(text, datatype=ox.NamedNode(f"http://www.w3.org/2001/XMLSchema#{kind}")))
    assert cell == value and type(cell) is type(value)


def test_an_answer_without_rows_keeps_its_columns() -> None:
    table = make_table(QueryResult(("a", "b")))
    assert (len(table), table.columns, list(table.to_pandas().columns)) == (0, ("a", "b"), ["a", "b"])
