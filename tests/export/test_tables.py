"""Tables as CSV and Parquet, read back by csv, pandas and pyarrow."""

import csv
import re
from datetime import date
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from kg.export import export
from kg.export.parquet import make_arrow
from kg.export.tables import TABLES, make_tables, write_csv
from kg.query import run_query
from kg.table import Table, show_cell
from kg.views.catalogue import Catalogue, read_catalogue


@pytest.fixture(scope="module")
def tables(sample_build: Path) -> dict[str, Table]:
    return make_tables(read_catalogue(sample_build))


def test_officials_have_their_posts_with_the_sentence(tables: dict[str, Table]) -> None:
    officials = tables["officials"]
    assert officials.columns[:8] == ("person", "post", "body", "district", "status", "attested_on", "quote", "source")
    rows = {tuple(row[name] for name in ("person", "post", "body", "district")): row for row in officials}
    row = rows["高慧敏", "县长", "临朐县政府", "临朐县"]
    assert row["attested_on"] == date(2024, 5, 16)
    assert "县长高慧敏" in str(row["quote"]) and str(row["source"]).endswith(".txt")
    assert rows["傅立明", "部长", "临朐县委组织部", "临朐县"]["confidence"]


def test_tables_hold_all_of_the_graph(tables: dict[str, Table], sample_build: Path) -> None:
    def count(where: str) -> int:
        return int(run_query(sample_build, f"SELECT (COUNT(*) AS ?n) WHERE {{ {where} }}").rows[0][0].value)  # type: ignore[union-attr]

    assert len(tables["posts"]) == count("?post a org:Membership ; xz:evidence ?proof")
    officials = count("?post org:member ?who ; xz:evidence ?proof . ?who a xz:Official")
    assert len(tables["officials"]) == officials < len(tables["posts"])
    for name, term in (("persons", "xz:Person"), ("organisations", "xz:Organisation"), ("districts", "xz:District")):
        assert len(tables[name]) == count(f"?thing a {term}")
    for name, term in (("initiatives", "xz:Initiative"), ("events", "xz:Event"), ("articles", "xz:Article")):
        assert len(tables[name]) == count(f"?thing a {term}")
    assert len(tables["figures"]) == count("?figure a xz:Figure ; xz:evidence ?proof")
    leads = [row for row in tables["edges"] if row["predicate"] == "leads"]
    assert len(leads) == count("?s rdf:predicate xz:leads ; xz:evidence ?proof") > 0


def test_districts_and_bodies_say_where_they_belong(tables: dict[str, Table]) -> None:
    bodies = {row["name"]: row for row in tables["organisations"]}
    assert (bodies["临朐县委组织部"]["district"], bodies["临朐县委组织部"]["above"]) == ("临朐县", "临朐县委")
    districts = {row["name"]: row for row in tables["districts"]}
    assert (districts["临朐县"]["code"], districts["临朐县"]["part_of"]) == ("370724", "潍坊市")


def test_csv_is_read_back(tables: dict[str, Table], sample_build: Path, tmp_path: Path) -> None:
    files = export(sample_build, "csv", tmp_path)
    assert {path.stem for path in files} == set(TABLES)
    for path in files:
        with path.open(encoding="utf-8", newline="") as file:
            head, *rows = csv.reader(file)
        table = tables[path.stem]
        assert tuple(head) == table.columns
        assert rows == [list(map(show_cell, row)) for row in table.rows]
        assert len(pd.read_csv(path)) == len(table)


def test_parquet_has_types(tables: dict[str, Table], sample_build: Path, tmp_path: Path) -> None:
    files = export(sample_build, "parquet", tmp_path)
    assert {path.stem for path in files} == set(TABLES)
    found = {path.stem: pq.read_table(path) for path in files}
    for name, table in tables.items():
        assert tuple(found[name].column_names) == table.columns
        assert found[name].num_rows == len(table)
    officials = found["officials"]
    for column in ("attested_on", "first_attested", "last_attested"):
        assert officials.schema.field(column).type == pa.date32()
    assert officials.schema.field("confidence").type == pa.float64()
    assert found["persons"].schema.field("articles").type == pa.int64()
    assert officials.column("person").to_pylist() == list(tables["officials"].column("person"))


def test_a_graph_without_anything_has_the_same_columns_and_types() -> None:
    for name, table in make_tables(Catalogue()).items():
        assert len(table) == 0
        assert {field.name for field in make_arrow(table).schema} == set(TABLES[name][0])
        assert not any(field.type == pa.null() for field in make_arrow(table).schema)


def test_hostile_text_stays_in_its_cell(tmp_path: Path) -> None:
    cells = ('a,"b"\nc', "=1+1", "\x00\r\n", " ")
    write_csv(tmp_path / "a.csv", Table(("w", "x", "y", "z"), (cells,)))
    with (tmp_path / "a.csv").open(encoding="utf-8", newline="") as file:
        text = file.read()
    assert re.match(r"w,x,y,z\n", text)
    assert list(csv.reader(text.splitlines(keepends=True)))[1] == list(cells)
