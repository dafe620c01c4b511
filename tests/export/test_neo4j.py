"""The two files have heads as ``neo4j-admin database import`` wants them, and every relationship has both its nodes."""

import csv
import re
from datetime import date
from pathlib import Path

from kg.export import export

HEAD = re.compile(r"(\w*):(ID|LABEL|START_ID|END_ID|TYPE|int|float|date)|\w+")


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_files_for_the_importer(sample_build: Path, tmp_path: Path) -> None:
    files = export(sample_build, "neo4j", tmp_path)
    assert [path.name for path in files] == ["nodes.csv", "relationships.csv"]
    nodes, ties = map(read, files)
    for rows in (nodes, ties):
        assert all(HEAD.fullmatch(name) for name in rows[0])
        assert not any("\n" in value or None in row for row in rows for value in row.values()), "a row is a line"
    names = [node["iri:ID"] for node in nodes]
    assert len(set(names)) == len(names)
    assert all({tie[":START_ID"], tie[":END_ID"]} <= set(names) for tie in ties)
    assert {tie[":TYPE"] for tie in ties} >= {"POST", "LEADS", "JURISDICTION", "SUB_ORGANIZATION_OF", "PART_OF"}
    for row in (*nodes, *ties):
        for name, value in row.items():
            _, _, kind = name.partition(":")
            if value and kind in ("int", "float", "date"):
                {"int": int, "float": float, "date": date.fromisoformat}[kind](value)


def test_a_post_is_a_relationship_with_its_sentence(sample_build: Path, tmp_path: Path) -> None:
    nodes, ties = map(read, export(sample_build, "neo4j", tmp_path))
    labels = {node["iri:ID"]: (node["name"], node[":LABEL"]) for node in nodes}
    (post,) = (tie for tie in ties if tie["title"] == "县长" and labels[tie[":START_ID"]][0] == "高慧敏")
    assert labels[post[":START_ID"]][1] == "Person;Official"
    assert labels[post[":END_ID"]] == ("临朐县政府", "Organisation;GovernmentBody")
    assert "县长高慧敏" in post["quote"]
    assert post["first:date"] == "2024-05-16"
