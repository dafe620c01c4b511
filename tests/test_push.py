"""Pushing: all arrives or an error says so, whatever the network and the store do; and what stores make of a graph."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
import requests
from click.testing import CliRunner
from rdflib import Graph
from rdflib.compare import isomorphic
from stores import LOGIN, NO_VIRTUOSO, OXIGRAPH, VIRTUOSO, Manners, Running, SmallStore, run_oxigraph, run_small, run_virtuoso

from kg.cli import main
from kg.errors import StoreError
from kg.push import DEFAULT_GRAPH, PASSWORD, TOKEN, USER, Credentials, as_stored, find_query_endpoint, push, read_credentials

SECRET = Credentials(*LOGIN)
QUICK = (0.0, 0.0, 0.0)
XSD = "http://www.w3.org/2001/XMLSchema#"


@pytest.fixture
def graph(tmp_path: Path, sample_build: Path) -> Path:
    """A folder of its own with the sample graph: how far a push has come is written beside it."""
    (tmp_path / "graph.nt").write_bytes((sample_build / "graph.nt").read_bytes())
    return tmp_path


def triples_of(path: Path) -> set[ox.Triple]:
    return {quad.triple for quad in ox.parse(path=path / "graph.nt")}


def stored(server: SmallStore, graph: str = DEFAULT_GRAPH) -> set[ox.Triple]:
    return {quad.triple for quad in server.store.quads_for_pattern(None, None, None, ox.NamedNode(graph))}


def writes(server: SmallStore) -> list[str]:
    return [method for method, path, _ in server.manners.seen if "graph=" in path]


def lines(path: Path) -> int:
    return (path / "graph.nt").read_bytes().count(b"\n")


# ── what arrives ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_all_arrives_in_batches_and_replaces_what_was_there(graph: Path) -> None:
    with run_small() as server:
        node = ox.NamedNode(DEFAULT_GRAPH)
        server.store.add(ox.Quad(ox.NamedNode("urn:old"), ox.NamedNode("urn:p"), ox.Literal("old"), node))
        other = ox.Quad(ox.NamedNode("urn:old"), ox.NamedNode("urn:p"), ox.Literal("old"), ox.NamedNode("urn:other"))
        server.store.add(other)
        told: list[tuple[int, int]] = []
        pushed = push(graph, f"{server.address}/store", batch=1000, progress=lambda *each: told.append(each))
        assert stored(server) == triples_of(graph)
        assert other in server.store, "another graph is left alone"
        assert writes(server) == ["PUT", *["POST"] * (pushed.batches - 1)]
    total = lines(graph)
    assert (pushed.triples, pushed.resumed, pushed.sampled) == (total, 0, 200)
    assert told[0] == (500, total) and told[-1] == (total, total) and told == sorted(told)
    assert [path.name for path in graph.iterdir()] == ["graph.nt"], "nothing is left beside it"


def test_every_body_has_its_length(graph: Path) -> None:
    with run_small() as server:
        push(graph, f"{server.address}/store")
        for _, _, headers in server.manners.seen:
            assert headers["Content-Length"].isdigit() and "Transfer-Encoding" not in headers


@pytest.mark.parametrize("login", ["basic", "digest", "bearer"])
def test_logs_in_as_the_store_asks(graph: Path, login: str) -> None:
    secret = Credentials(token=LOGIN[1].encode("ascii", "ignore").decode()) if login == "bearer" else SECRET
    with run_small(Manners(login=login)) as server, pytest.MonkeyPatch.context() as patch:
        if login == "bearer":
            patch.setattr("stores.LOGIN", ("", secret.token))
        push(graph, f"{server.address}/store", credentials=secret, batch=2000)
        assert stored(server) == triples_of(graph)


def test_the_login_is_read_from_the_environment_and_never_shown(graph: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(USER, LOGIN[0])
    monkeypatch.setenv(PASSWORD, LOGIN[1])
    with run_small(Manners(login="digest")) as server:
        done = CliRunner().invoke(main, ["push", str(graph), f"{server.address}/store"])
        assert done.exit_code == 0, done.output
        assert done.output.splitlines() == [
            f"{lines(graph):,} triples counted in <{DEFAULT_GRAPH}>",
            "200 subjects read back: the same",
        ]
    monkeypatch.setenv(PASSWORD, "another secret")
    with run_small(Manners(login="basic")) as server:
        done = CliRunner().invoke(main, ["push", str(graph), f"{server.address}/store"])
    assert done.exit_code == 3 and "the login was refused" in done.output
    assert "secret" not in done.output and "c2VjcmV0" not in done.output
    assert "secret" not in repr(SECRET)
    assert not any(b"secret" in path.read_bytes() for path in graph.iterdir())


def test_without_a_login_the_error_says_what_to_set(graph: Path) -> None:
    with run_small(Manners(login="basic")) as server, pytest.raises(StoreError, match=f"set {USER} and {PASSWORD}"):
        push(graph, f"{server.address}/store", credentials=Credentials(), waits=())


def test_a_login_goes_to_one_host_only(graph: Path) -> None:
    with run_small(Manners(login="basic")) as server, run_small() as other:
        other.store = server.store
        push(graph, f"{server.address}/store", query_endpoint=f"{other.address}/query", credentials=SECRET)
        assert other.manners.seen and not any("Authorization" in headers for _, _, headers in other.manners.seen)


# ── what goes wrong ──────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "faults", [["drop"], ["", "drop", "lose", "503"], ["lose", "lose", "lose"], ["500", "", "429", "", "502"], ["", "", "504"]]
)
def test_a_broken_connection_is_tried_again(graph: Path, faults: list[str]) -> None:
    with run_small(Manners(faults=list(faults))) as server:
        pushed = push(graph, f"{server.address}/store", batch=1000, waits=QUICK)
        assert stored(server) == triples_of(graph)
        assert len(writes(server)) == pushed.batches + sum(bool(fault) for fault in faults)


def test_waits_as_long_as_the_store_asks(graph: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[float] = []
    monkeypatch.setattr("kg.push.time.sleep", waited.append)
    with run_small(Manners(faults=["503", "503"], retry_after="7")) as server:
        push(graph, f"{server.address}/store", waits=(1.0, 9.0))
    assert waited == [7.0, 9.0]


def test_a_push_that_was_broken_off_goes_on_where_it_was(graph: Path) -> None:
    with run_small(Manners(faults=["", "", "", "lose", "lose"])) as server:
        with pytest.raises(StoreError, match="given up after 2 attempts; push again to go on"):
            push(graph, f"{server.address}/store", batch=1000, waits=(0.0,))
        before = len(writes(server))
        again = push(graph, f"{server.address}/store", batch=1000)
        assert again.resumed == 2500
        assert stored(server) == triples_of(graph)
        assert writes(server)[before:] == ["POST"] * again.batches, "what is there is not sent again"
        assert push(graph, f"{server.address}/store").resumed == 0, "a finished push is forgotten"


def test_goes_on_with_another_batch_after_one_that_was_taken_without_an_answer(graph: Path) -> None:
    with run_small(Manners(faults=["", "", "drop", "lose"])) as server:
        with pytest.raises(StoreError, match="given up"):
            push(graph, f"{server.address}/store", batch=1000, waits=(0.0,))
        again = push(graph, f"{server.address}/store", batch=300)
        assert again.resumed == 1500
        assert stored(server) == triples_of(graph)


@pytest.mark.parametrize("change", ["graph", "store", "fresh"])
def test_begins_anew_where_something_has_changed(graph: Path, change: str) -> None:
    with run_small(Manners(faults=["", "", "lose"])) as server:
        with pytest.raises(StoreError, match="given up"):
            push(graph, f"{server.address}/store", batch=1000, waits=())
        if change == "graph":
            text = (graph / "graph.nt").read_text(encoding="utf-8").splitlines(keepends=True)
            (graph / "graph.nt").write_text("".join(text[1:]), encoding="utf-8", newline="\n")
        elif change == "store":
            server.store.clear()
        again = push(graph, f"{server.address}/store", batch=1000, fresh=change == "fresh")
        assert again.resumed == 0 and stored(server) == triples_of(graph)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_push_that_is_killed_goes_on(graph: Path) -> None:
    with run_small() as server:
        command = [sys.executable, "-m", "kg.cli", "push", str(graph), f"{server.address}/store", "--batch", "50"]
        with subprocess.Popen(command) as process:
            while len(writes(server)) < 12:
                assert process.poll() is None
            process.kill()
        again = push(graph, f"{server.address}/store")
        assert again.resumed >= 500
        assert stored(server) == triples_of(graph)


def test_a_store_that_lies_is_found_out(graph: Path) -> None:
    with (
        run_small(Manners(faults=["", "lie"])) as server,
        pytest.raises(StoreError, match=r"were sent, but .* has [\d,]+; push again"),
    ):
        push(graph, f"{server.address}/store", batch=1000)


def test_a_store_that_alters_a_triple_is_found_out(graph: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load = ox.Store.load

    with run_small() as server:
        whole = server.store

        class Store:
            def load(self, body: bytes, **options: object) -> None:
                load(whole, body.replace("县".encode(), "省".encode()), **options)  # type: ignore[arg-type]

            def __getattr__(self, name: str) -> object:
                return getattr(whole, name)

        server.store = Store()  # type: ignore[assignment]
        with pytest.raises(StoreError, match=r"differs from .*graph\.nt, first in: <"):
            push(graph, f"{server.address}/store")
    assert [path.name for path in graph.iterdir()] == ["graph.nt"], "the next push begins anew"


def test_a_refusal_is_not_tried_again(graph: Path) -> None:
    with run_small(Manners(faults=["413"])) as server:
        with pytest.raises(StoreError, match="answers 413 to PUT: not just now"):
            push(graph, f"{server.address}/store", waits=QUICK)
        assert len(writes(server)) == 1


def test_a_store_that_is_not_there(graph: Path) -> None:
    with pytest.raises(StoreError, match=r"cannot be reached.*Connection refused.*given up after 1 attempts"):
        push(graph, "http://127.0.0.1:9/store", waits=())


def test_an_answer_that_is_no_answer(graph: Path) -> None:
    with run_small(Manners(answer="<h1>hello</h1>")) as server:
        with pytest.raises(StoreError, match="does not answer like a SPARQL endpoint: <h1>hello</h1>"):
            push(graph, f"{server.address}/store")
        assert writes(server) == [], "nothing is sent to what cannot count"


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("ftp://x/store", "is not the address of a store"),
        ("store", "is not the address of a store"),
        ("http://me:secret@127.0.0.1/store", "a login does not belong into an address"),
        ("http://127.0.0.1/store?graph=x", "give the address alone"),
        ("http://127.0.0.1/unknown", "give the query endpoint too"),
    ],
)
def test_wrong_addresses(graph: Path, address: str, message: str) -> None:
    with pytest.raises(StoreError, match=message) as caught:
        push(graph, address, waits=())
    assert "secret" not in str(caught.value)
    with pytest.raises(StoreError, match="is no IRI"):
        push(graph, "http://127.0.0.1:9/store", graph="no iri", waits=())


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (b"", "is empty"),
        (b"<urn:a> <urn:b> .\n", "is not a file of N-Triples"),
        (b"\x00\xff\xfe", "is not a file of N-Triples"),
        (b"<urn:a> <urn:b> _:c .\n", "has blank nodes"),
        (b"# a comment\n<urn:a> <urn:b> <urn:c> .\n", "every line must be one triple"),
        (b"<urn:a> <urn:b> <urn:c> .\n" * 2, "has a line twice"),
        (b"<urn:a> <urn:b> <urn:c> .\n<urn:b> <urn:b> <urn:c> .\n<urn:a> <urn:b> <urn:d> .\n", "is not sorted by subject"),
    ],
)
def test_a_file_that_is_not_whole_is_never_sent(tmp_path: Path, text: bytes, message: str) -> None:
    (tmp_path / "graph.nt").write_bytes(text)
    with run_small() as server:
        with pytest.raises(StoreError, match=message):
            push(tmp_path, f"{server.address}/store")
        assert server.manners.seen == []


def test_a_folder_without_a_graph(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"holds no graph\.nt; build one"):
        push(tmp_path, "http://127.0.0.1:9/store")


# ── addresses of the usual stores ────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("endpoint", "query"),
    [
        ("http://h:8890/sparql-graph-crud-auth", "http://h:8890/sparql"),
        ("http://h:8890/sparql-graph-crud", "http://h:8890/sparql"),
        ("http://h:7878/store", "http://h:7878/query"),
        ("http://h:3030/news/data", "http://h:3030/news/query"),
        ("http://h:7200/repositories/news/rdf-graphs/service", "http://h:7200/repositories/news"),
    ],
)
def test_where_to_count(endpoint: str, query: str) -> None:
    assert find_query_endpoint(endpoint) == query


@pytest.mark.parametrize(
    ("path", "query", "login"),
    [
        ("/news/data", None, "basic"),  # Fuseki
        ("/repositories/news/rdf-graphs/service", None, "basic"),  # GraphDB
        ("/news/store", "/news/query", "basic"),  # as Stardog's, whose two addresses are both given
    ],
)
def test_requests_have_the_form_that_other_stores_document(graph: Path, path: str, query: str | None, login: str) -> None:
    """No such store is run here: only the addresses, the parameter and the login are tried."""
    with run_small(Manners(login=login)) as server:
        asked = f"{server.address}{query}" if query else None
        push(graph, f"{server.address}{path}", query_endpoint=asked, credentials=SECRET)
        assert stored(server) == triples_of(graph)


# ── real stores ──────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def virtuoso(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    if not VIRTUOSO:
        pytest.skip(NO_VIRTUOSO)
    with run_virtuoso(tmp_path_factory.mktemp("virtuoso")) as running:
        yield running


@pytest.fixture(scope="module")
def oxigraph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    if not OXIGRAPH:
        pytest.skip("the Oxigraph server is tested with: pip install oxigraph")
    with run_oxigraph(tmp_path_factory.mktemp("oxigraph")) as running:
        yield running


def read_back(running: Running, graph: str, media: str = "application/n-triples") -> list[ox.Triple]:
    """The whole graph, by CONSTRUCT."""
    sparql = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}"
    answer = requests.post(running.query, data={"query": sparql}, headers={"Accept": media}, timeout=60)
    answer.raise_for_status()
    fmt = ox.RdfFormat.from_media_type(media)
    assert fmt is not None
    return [quad.triple for quad in ox.parse(answer.content, format=fmt)]


def as_rdflib(triples: list[ox.Triple]) -> Graph:
    return Graph().parse(data=ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b"", format="nt")


def normal(triples: list[ox.Triple]) -> list[ox.Triple]:
    return [ox.Triple(triple.subject, triple.predicate, as_stored(triple.object)) for triple in triples]


def test_round_trip_through_oxigraph_is_the_same_graph(graph: Path, oxigraph: Running) -> None:
    push(graph, oxigraph.graph_store, graph="urn:round")
    back = read_back(oxigraph, "urn:round")
    assert isomorphic(as_rdflib(back), as_rdflib(list(triples_of(graph))))


def test_round_trip_through_virtuoso_but_for_what_it_changes(graph: Path, virtuoso: Running) -> None:
    pushed = push(
        graph, virtuoso.graph_store, graph="urn:round", credentials=Credentials(virtuoso.user, virtuoso.password), batch=1000
    )
    assert pushed.batches > 3
    assert isomorphic(as_rdflib(normal(read_back(virtuoso, "urn:round"))), as_rdflib(normal(list(triples_of(graph)))))
    # Of a graph of ours only language tags change, which RDF libraries compare without regard to case; so the text is looked at.
    assert set(read_back(virtuoso, "urn:round")) == triples_of(graph)
    sparql = "CONSTRUCT { ?s ?p ?o } WHERE { GRAPH <urn:round> { ?s ?p ?o } }"
    text = requests.get(virtuoso.query, params={"query": sparql}, headers={"Accept": "application/n-triples"}, timeout=60).text
    assert "@zh-Latn" in (graph / "graph.nt").read_text(encoding="utf-8")
    assert "@zh-latn" in text and "@zh-Latn" not in text


#: As it is written → as Virtuoso gives it back in N-Triples.
CHANGED = {
    '"县"@zh-Hans': '"县"@zh-hans',
    f'"01"^^<{XSD}integer>': f'"1"^^<{XSD}integer>',
    f'"1.50"^^<{XSD}decimal>': f'"1.5"^^<{XSD}decimal>',
    f'"2.50E0"^^<{XSD}double>': f'"2.5"^^<{XSD}double>',
    f'"7"^^<{XSD}decimal>': f'"7"^^<{XSD}decimal>',
    f'"2024-05-16"^^<{XSD}date>': f'"2024-05-16"^^<{XSD}date>',
}


def test_what_virtuoso_changes_is_what_the_guide_says(tmp_path: Path, virtuoso: Running) -> None:
    text = "".join(f"<urn:s{number}> <urn:p> {term} .\n" for number, term in enumerate(CHANGED))
    (tmp_path / "graph.nt").write_text(text, encoding="utf-8")
    push(tmp_path, virtuoso.graph_store, graph="urn:changed", credentials=Credentials(virtuoso.user, virtuoso.password))
    back = {str(triple.subject): str(triple.object) for triple in read_back(virtuoso, "urn:changed")}
    assert [back[f"<urn:s{number}>"] for number in range(len(CHANGED))] == [str_of(term) for term in CHANGED.values()]
    turtle = {str(triple.subject): str(triple.object) for triple in read_back(virtuoso, "urn:changed", "text/turtle")}
    assert turtle["<urn:s4>"] == str_of(f'"7"^^<{XSD}integer>'), "in Turtle a whole decimal stands like an integer"


def str_of(term: str) -> str:
    (quad,) = ox.parse(f"<urn:s> <urn:p> {term} .", format=ox.RdfFormat.N_TRIPLES)
    return str(quad.object)


@pytest.mark.parametrize("term", [f'"{10**19}"^^<{XSD}integer>', f"<urn:{'x' * 1900}>"])
def test_what_virtuoso_would_spoil_is_not_sent(tmp_path: Path, virtuoso: Running, term: str) -> None:
    (tmp_path / "graph.nt").write_text(f"<urn:s> <urn:p> {term} .\n", encoding="utf-8")
    with pytest.raises(StoreError, match="Virtuoso"):
        push(tmp_path, virtuoso.graph_store, graph="urn:big", credentials=Credentials(virtuoso.user, virtuoso.password))


def test_virtuoso_refuses_a_wrong_password(graph: Path, virtuoso: Running) -> None:
    with pytest.raises(StoreError, match=r"answers 401 to PUT: .*the login was refused"):
        push(graph, virtuoso.graph_store, credentials=Credentials("dba", "wrong"), waits=())


def test_the_environment_gives_user_password_and_token() -> None:
    assert read_credentials({USER: "u", PASSWORD: "p", TOKEN: "t"}) == Credentials("u", "p", "t")
