"""Every form is whole or not there, the same bytes each time, and what cannot be done is said in one line."""

import hashlib
import sys
from pathlib import Path

import pytest

from kg.errors import ExportError, KgError
from kg.export import FORMATS, export

NAMES = [form.name for form in FORMATS]


def contents(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}


@pytest.mark.parametrize("name", NAMES)
def test_the_same_graph_gives_the_same_bytes(name: str, sample_build: Path, tmp_path: Path) -> None:
    files = export(sample_build, name, tmp_path / "one")
    assert files and all(path.parent == tmp_path / "one" / name and path.stat().st_size > 50 for path in files)
    export(sample_build, name, tmp_path / "two")
    assert contents(tmp_path / "one" / name) == contents(tmp_path / "two" / name)


def test_forms_stand_beside_each_other_and_a_new_export_replaces_the_old(sample_build: Path, tmp_path: Path) -> None:
    export(sample_build, "nt", tmp_path, split=500, gzip=True)
    assert len(list((tmp_path / "nt").iterdir())) > 5
    export(sample_build, "csv", tmp_path)
    export(sample_build, "nt", tmp_path)
    assert [path.name for path in (tmp_path / "nt").iterdir()] == ["graph.nt"], "no piece of an older export is left to be loaded"
    assert (tmp_path / "csv" / "officials.csv").is_file()


def test_what_no_export_has_written_is_not_replaced(sample_build: Path, tmp_path: Path) -> None:
    (tmp_path / "csv").mkdir()
    (tmp_path / "csv" / "mine.csv").write_text("mine")
    with pytest.raises(KgError, match="holds csv, written by no build"):
        export(sample_build, "csv", tmp_path)
    assert (tmp_path / "csv" / "mine.csv").read_text() == "mine"


def test_an_export_that_fails_leaves_the_old_one(sample_build: Path, tmp_path: Path) -> None:
    export(sample_build, "nq", tmp_path)
    before = contents(tmp_path / "nq")
    (tmp_path / "bad").mkdir()
    (tmp_path / "bad" / "graph.nt").write_text("<urn:a> <urn:b> <urn:c> .\n<urn:a> nonsense\n")
    with pytest.raises(ExportError, match=r"graph\.nt is not a file of triples: .*line 2"):
        export(tmp_path / "bad", "nq", tmp_path)
    with pytest.raises(ExportError, match="'no iri' is no absolute IRI"):
        export(sample_build, "nq", tmp_path, graph="no iri")
    assert contents(tmp_path / "nq") == before


def test_what_cannot_be_done_is_said(sample_build: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ExportError, match=r"no format 'xls'; there are: nt, nq, .*neo4j"):
        export(sample_build, "xls", tmp_path)
    with pytest.raises(ExportError, match=r"csv is written whole; split, gzip and graph are for: nt, nq, ttl, .*rdf12"):
        export(sample_build, "csv", tmp_path, gzip=True)
    with pytest.raises(KgError, match=r"graph\.nt"):
        export(tmp_path / "nowhere", "csv", tmp_path)
    with pytest.raises(ExportError, match=r"holds no graph\.nt; build it"):
        export(tmp_path / "nowhere", "nt", tmp_path)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    with pytest.raises(ExportError, match=r"parquet needs pyarrow.*, which is not installed: pip install 'xianzhi\[export\]'"):
        export(sample_build, "parquet", tmp_path)
    assert not list(tmp_path.glob("*/*"))
