"""RDF for bulk loaders, read back by Oxigraph and by rdflib: the same triples, in files of the wanted size."""

import gzip
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from kg.export import DEFAULT_GRAPH, export
from kg.ontology import RDF

FORMS = {
    "nt": ox.RdfFormat.N_TRIPLES,
    "nq": ox.RdfFormat.N_QUADS,
    "ttl": ox.RdfFormat.TURTLE,
    "trig": ox.RdfFormat.TRIG,
    "jsonld": ox.RdfFormat.JSON_LD,
}
RDFLIB = {"nt": "nt", "nq": "nquads", "ttl": "turtle", "trig": "trig", "jsonld": "json-ld"}
PARTS = tuple(ox.NamedNode(RDF.NAMESPACE + name) for name in ("subject", "predicate", "object"))


@pytest.fixture(scope="module")
def graph(sample_build: Path) -> set[ox.Triple]:
    return {quad.triple for quad in ox.parse(path=str(sample_build / "graph.nt"))}


def read(files: tuple[Path, ...], form: ox.RdfFormat) -> Iterator[ox.Quad]:
    for path in files:
        data = path.read_bytes()
        yield from ox.parse(gzip.decompress(data) if path.suffix == ".gz" else data, format=form)


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize(("split", "packed"), [(0, False), (1000, False), (700, True)])
def test_oxigraph_reads_the_same_triples(
    name: str, split: int, packed: bool, sample_build: Path, tmp_path: Path, graph: set[ox.Triple]
) -> None:
    files = export(sample_build, name, tmp_path, split=split, gzip=packed)
    quads = list(read(files, FORMS[name]))
    assert {quad.triple for quad in quads} == graph
    assert len(quads) == len(graph), "no triple stands in two files"
    named = ox.NamedNode(DEFAULT_GRAPH) if name in ("nq", "trig") else ox.DefaultGraph()
    assert {quad.graph_name for quad in quads} == {named}
    assert [path.suffix == ".gz" for path in files] == [packed] * len(files)


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")  # of its parsers among themselves
@pytest.mark.parametrize("name", RDFLIB)
def test_rdflib_reads_the_same_triples(name: str, sample_build: Path, tmp_path: Path, graph: set[ox.Triple]) -> None:
    (path,) = export(sample_build, name, tmp_path)
    found = rdflib.Dataset(default_union=True)
    found.parse(path, format=RDFLIB[name])
    wanted = rdflib.Graph().parse(sample_build / "graph.nt", format="nt")
    assert {(s, p, o) for s, p, o, _ in found.quads()} == set(wanted)


def test_a_file_is_cut_between_two_subjects_only(sample_build: Path, tmp_path: Path) -> None:
    files = export(sample_build, "nt", tmp_path, split=300)
    subjects = [{line.split()[0] for line in path.read_text(encoding="utf-8").splitlines()} for path in files]
    assert sum(map(len, subjects)) == len(set().union(*subjects))
    sizes = [len(path.read_text(encoding="utf-8").splitlines()) for path in files]
    assert all(300 <= size < 600 for size in sizes[:-1])
    assert [path.name for path in files] == [f"graph-{number:05d}.nt" for number in range(1, len(files) + 1)]


def test_the_graph_of_the_quads_is_the_users(sample_build: Path, tmp_path: Path) -> None:
    for name in ("nq", "trig"):
        files = export(sample_build, name, tmp_path, graph="https://example.org/g/县志")
        assert {quad.graph_name.value for quad in read(files, FORMS[name])} == {"https://example.org/g/县志"}


def test_statements_as_rdf_1_2_has_them(sample_build: Path, tmp_path: Path, graph: set[ox.Triple]) -> None:
    files = export(sample_build, "rdf12", tmp_path, split=1000)
    found = {quad.triple for quad in read(files, ox.RdfFormat.TURTLE)}
    reified = {triple for triple in found if triple.predicate.value == RDF.NAMESPACE + "reifies"}
    assert len(reified) == len({triple.subject for triple in graph if triple.predicate == PARTS[0]}) > 50
    assert not {triple.predicate for triple in found} & set(PARTS)
    back = found - reified
    for triple in reified:
        said = triple.object
        assert isinstance(said, ox.Triple) and said in graph, "what is reified is said as well"
        back.add(ox.Triple(triple.subject, ox.NamedNode(RDF.type), ox.NamedNode(RDF.Statement)))
        ends = zip(PARTS, (said.subject, said.predicate, said.object), strict=True)
        back.update(ox.Triple(triple.subject, part, end) for part, end in ends)
    assert back == graph


def test_prefixes_are_those_of_the_build(sample_build: Path, tmp_path: Path) -> None:
    (path,) = export(sample_build, "ttl", tmp_path)
    text = path.read_text(encoding="utf-8")
    assert "person:qin-shaofeng" in text and "xz:jurisdiction district:370724" in text


def test_memory_does_not_grow_with_the_graph(tmp_path: Path) -> None:
    def peak(size: int) -> int:
        folder = tmp_path / str(size)
        folder.mkdir()
        with (folder / "graph.nt").open("w", encoding="utf-8") as file:
            file.writelines(f"<urn:s{number:06d}> <urn:p> <urn:o> .\n" for number in range(size))
        tracemalloc.start()
        export(folder, "nq", folder / "out", split=size // 2, gzip=True)
        highest: int = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return highest

    peak(1_000)  # loads what is loaded once
    assert peak(60_000) < 1.2 * peak(6_000)
