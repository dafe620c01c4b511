"""``kg serve``: the protocol, what is refused and how, and that nothing a client does costs another its answer."""

from __future__ import annotations

import csv
import hashlib
import http.client
import io
import json
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import pyoxigraph as ox
import pytest
import requests
from click.testing import CliRunner
from clients import HOSTILE, JSON, children, held, make_good, run_server, settled, soak

from kg.cli import main
from kg.serve.guard import asks_service, is_update
from kg.serve.negotiate import choose
from kg.serve.pages import ASSETS, list_terms, mark, render_section_page
from kg.store import store_signature

WORKERS = 2
PROC = pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="what a process holds is read from /proc, which Linux has")
NAMES = "SELECT ?n WHERE { ?s a xz:District ; skos:prefLabel ?n } ORDER BY ?n"
TRIPLES = "CONSTRUCT { ?s skos:prefLabel ?n } WHERE { ?s a xz:District ; skos:prefLabel ?n }"


@pytest.fixture(scope="module")
def server(sample_build: Path) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    limits = ("--workers", str(WORKERS), "--seconds", "2", "--rows", "5000", "--memory", "512")
    with run_server(sample_build, *limits) as running:
        yield running


@pytest.fixture
def site(server: tuple[str, subprocess.Popen[str]]) -> Iterator[str]:
    """The address; after each test the server must still be there, with all its processes."""
    address, process = server
    yield address
    assert process.poll() is None
    if Path("/proc/self/fd").is_dir():
        assert settled(process.pid, WORKERS).children == WORKERS


def ask(site: str, query: str, accept: str = JSON, **options: Any) -> requests.Response:
    return requests.post(f"{site}sparql", data={"query": query}, headers={"Accept": accept}, timeout=60, **options)


# ── the protocol ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_get_and_both_ways_of_post_give_the_same(site: str) -> None:
    url, accept = f"{site}sparql", {"Accept": JSON}
    answers = [
        requests.get(url, params={"query": NAMES}, headers=accept, timeout=60),
        requests.post(url, data={"query": NAMES}, headers=accept, timeout=60),
        requests.post(url, data=NAMES.encode(), headers={**accept, "Content-Type": "application/sparql-query"}, timeout=60),
        requests.post(url, data=NAMES, headers={**accept, "Content-Type": "application/sparql-query; charset=utf-8"}, timeout=60),
    ]
    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.content for answer in answers}) == 1
    assert "临朐县" in answers[0].text and answers[0].headers["Vary"] == "Accept"


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("", JSON),
        ("*/*", JSON),
        (JSON, JSON),
        ("application/json", JSON),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/csv;q=0.5, text/tab-separated-values;q=0.6", "text/tab-separated-values; charset=utf-8"),
        ("text/csv, */*;q=0.1", "text/csv; charset=utf-8"),
        ("text/turtle, text/csv;q=0.1", "text/csv; charset=utf-8"),
    ],
)
def test_tables_in_the_form_that_is_asked_for(site: str, accept: str, media: str) -> None:
    answer = ask(site, "SELECT ?n ?none { ?s skos:prefLabel ?n } ORDER BY ?n LIMIT 3", accept)
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, media)
    forms = {"json": ox.QueryResultsFormat.JSON, "xml": ox.QueryResultsFormat.XML, "tab": ox.QueryResultsFormat.TSV}
    fmt = next((form for name, form in forms.items() if name in media), None)
    if fmt is None:
        rows = list(csv.reader(io.StringIO(answer.text)))
        assert rows[0] == ["n", "none"] and len(rows) == 4
    else:
        solutions = ox.parse_query_results(answer.content, format=fmt)
        assert isinstance(solutions, ox.QuerySolutions)
        assert [variable.value for variable in solutions.variables] == ["n", "none"]
        assert [solution["n"].language for solution in solutions] == ["zh"] * 3


@pytest.mark.parametrize(
    ("accept", "media", "fmt"),
    [
        ("", "text/turtle", ox.RdfFormat.TURTLE),
        ("text/turtle", "text/turtle", ox.RdfFormat.TURTLE),
        ("application/n-triples", "application/n-triples", ox.RdfFormat.N_TRIPLES),
        ("application/ld+json", "application/ld+json", ox.RdfFormat.JSON_LD),
        ("application/rdf+xml, text/csv", "application/rdf+xml", ox.RdfFormat.RDF_XML),
    ],
)
def test_triples_in_the_form_that_is_asked_for(site: str, accept: str, media: str, fmt: ox.RdfFormat) -> None:
    answer = ask(site, TRIPLES, accept)
    assert answer.headers["Content-Type"].partition(";")[0] == media
    plain = ask(site, TRIPLES, "application/n-triples").content
    assert {q.triple for q in ox.parse(answer.content, format=fmt)} == {
        q.triple for q in ox.parse(plain, format=ox.RdfFormat.N_TRIPLES)
    }
    assert plain.splitlines() == sorted(set(plain.splitlines()))


@pytest.mark.parametrize("accept", [JSON, "application/sparql-results+xml", "text/csv", "text/tab-separated-values"])
def test_yes_and_no(site: str, accept: str) -> None:
    yes, no = ask(site, "ASK { ?s a xz:District }", accept), ask(site, "ASK { ?s a <urn:x> }", accept)
    assert "true" in yes.text and "false" in no.text


def test_graphs_of_the_protocol(site: str) -> None:
    count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    whole = ask(site, count, "text/csv").text.split()[1]
    other = requests.get(
        f"{site}sparql", params={"query": count, "default-graph-uri": "urn:x"}, headers={"Accept": "text/csv"}, timeout=60
    )
    assert int(whole) > 1000 and other.text.split() == ["n", "0"]
    wrong = requests.get(f"{site}sparql", params={"query": count, "default-graph-uri": "no iri"}, timeout=60)
    assert wrong.status_code == 400


def test_nothing_asked_is_answered_by_what_the_service_is(site: str) -> None:
    answer = requests.get(f"{site}sparql", headers={"Accept": "text/turtle"}, timeout=60)
    described = {quad.predicate.value.partition("#")[2] for quad in ox.parse(answer.content, format=ox.RdfFormat.TURTLE)}
    assert {"endpoint", "supportedLanguage", "resultFormat"} <= described
    page = requests.get(f"{site}sparql", headers={"Accept": "text/html,*/*;q=0.8"}, timeout=60)
    assert page.url == site and "现成的问题" in page.text


# ── what is refused ──────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("query", "status", "message"),
    [
        ("SELECT ?s {", 400, "malformed SPARQL, error at 1:12"),
        ("", 400, "malformed SPARQL"),
        ("县长是谁？", 400, "malformed SPARQL"),
        ("INSERT DATA { <urn:a> <urn:b> <urn:c> }", 403, "updates are refused"),
        ("PREFIX x: <urn:x> # DELETE\nDELETE WHERE { ?s ?p ?o }", 403, "updates are refused"),
        ("LOAD <file:///etc/passwd>", 403, "updates are refused"),
        ("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", 403, "SERVICE is refused"),
        ("SELECT * { ?a ?b ?c . ?d ?e ?f }", 422, "more than 5,000 rows"),
        ("CONSTRUCT { ?a ?b ?f } { ?a ?b ?c . ?d ?e ?f }", 422, "more than 5,000 rows"),
        (HOSTILE["endless"][0], 504, "longer than 2 seconds"),
        (HOSTILE["deep"][0], 500, "nested too deeply"),
        ("SELECT * { ?s ?p ?o } # " + "x" * 300_000, 413, "262,144 bytes"),
    ],
)
def test_refusals_are_clear(site: str, query: str, status: int, message: str) -> None:
    answer = ask(site, query, "*/*")
    assert (answer.status_code, answer.headers["Content-Type"]) == (status, "text/plain; charset=utf-8")
    assert answer.text.startswith("Error: ") and message in answer.text
    assert ask(site, NAMES).status_code == 200


def test_more_refusals(site: str) -> None:
    url = f"{site}sparql"
    post = {"headers": {"Content-Type": "application/sparql-query"}, "timeout": 60}
    assert requests.post(url, data={"update": "CLEAR ALL"}, timeout=60).status_code == 403
    assert (
        requests.post(url, data=b"CLEAR ALL", headers={"Content-Type": "application/sparql-update"}, timeout=60).status_code
        == 403
    )
    assert requests.post(url, data=b"{}", headers={"Content-Type": "application/json"}, timeout=60).status_code == 415
    assert requests.post(url, data=b"\xff\xfe", **post).status_code == 400
    assert requests.get(f"{url}?query=%ff", timeout=60).status_code == 400
    assert requests.get(f"{url}?query=ASK%7B%7D&query=ASK%7B%7D", timeout=60).status_code == 400
    assert (
        requests.post(url, data=b"", headers={"Content-Type": "application/x-www-form-urlencoded"}, timeout=60).status_code == 400
    )
    assert requests.post(url, data=b"x" * 10_000_000, **post).status_code == 413
    for method in ("PUT", "DELETE", "PATCH"):
        assert requests.request(method, url, data=b"x", timeout=60).status_code == 405
    none = ask(site, NAMES, "image/png")
    assert (none.status_code, none.text) == (406, "Error: this answer is a table; it can be had as json, xml, csv, tsv")
    assert ask(site, TRIPLES, "text/csv").status_code == 406


def test_too_much_memory_costs_that_query_only(site: str) -> None:
    doubled = "".join(f"BIND(CONCAT(?t{n}, ?t{n}) AS ?t{n + 1}) " for n in range(40))
    answer = ask(site, f"SELECT (STRLEN(?t40) AS ?n) {{ BIND('xxxxxxxxxx' AS ?t0) {doubled} }}")
    assert answer.status_code in (500, 504)
    assert ask(site, NAMES).status_code == 200


def test_another_host_and_another_site_get_nothing(site: str) -> None:
    assert requests.get(site, headers={"Host": "evil.example"}, timeout=60).status_code == 400
    assert "Access-Control-Allow-Origin" not in ask(site, NAMES).headers
    port = urlsplit(site).port
    assert port is not None
    other = next(
        (entry[4][0] for entry in socket.getaddrinfo(socket.gethostname(), port, socket.AF_INET) if entry[4][0] != "127.0.0.1"),
        None,
    )
    if other is not None:
        with pytest.raises(OSError), socket.create_connection((str(other), port), timeout=5):
            pass


def test_files_outside_are_not_served(site: str) -> None:
    address = urlsplit(site)
    for path in (
        "/views/../graph.nt",
        "/views/%2e%2e/graph.nt",
        "/assets/../app.py",
        "/views//etc/passwd",
        "/names/../graph.nt",
        "/articles/%2e%2e/graph.nt",
        "/graph.nt",
        "/store/CURRENT",
    ):
        connection = http.client.HTTPConnection(address.hostname or "", address.port)
        connection.request("GET", path)
        assert connection.getresponse().status == 404, path
        connection.close()


def test_a_client_that_goes_away_ends_its_query(site: str, server: tuple[str, subprocess.Popen[str]]) -> None:
    for _ in range(2 * WORKERS):
        with pytest.raises(requests.Timeout):
            requests.post(f"{site}sparql", data={"query": HOSTILE["endless"][0]}, timeout=(10, 0.05))
    began = time.monotonic()
    assert ask(site, NAMES).status_code == 200
    assert time.monotonic() - began < 60


# ── SERVICE cannot hide ──────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <urn:x> {} }",
        "select*{?s ?p 5service<urn:x>{}}",
        "SELECT * { ?s ?p x:a\\' SERVICE <urn:x> { ?s ?p 'b' } }",
        "SELECT * { <http://x/\\u4e2d#> ?p ?o . SERVICE ?x {} }",
        "SELECT * { ?s ?p '''a''' . SERVICE ?x { ?s ?p '''b''' } }",
        'SELECT * { ?s ?p "a\\\\" . SERVICE ?x { ?s ?p "b" } }',
        "SELECT * { FILTER(?a<?b) SERVICE ?x { FILTER(?a>?b) } }",
        "PREFIX : <urn:> SELECT * { SERVICE:y{} }",
        "PREFIX service: <urn:> SELECT * { ?s service:p ?o }",
        "# '\nSELECT * { SERVICE ?x {} } # '",
    ],
)
def test_service_is_seen(query: str) -> None:
    assert asks_service(query)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { ?s ?p 'SERVICE' ; ?q \"\"\"SERVICE\n\"SERVICE\" \"\"\" ; ?r '''it's SERVICE''' }",
        "SELECT * { ?service xz:service <http://x/SERVICE> # SERVICE\n }",
        "SELECT * { ?s a xz:Service ; xz:self-service 1 . _:service ?p 'a'@service }",
        "SELECT * { ?s ?p 'a\\'SERVICE' ; ?q \"\\\"SERVICE\" }",
    ],
)
def test_the_word_elsewhere_is_no_service(query: str) -> None:
    assert not asks_service(query)


def test_no_query_that_calls_out_passes(tmp_path: Path) -> None:
    """Random pieces round a SERVICE: whatever Oxigraph would take for one, the guard sees."""
    store, chance = ox.Store(), random.Random(7)
    store.add(ox.Quad(ox.NamedNode("urn:a"), ox.NamedNode("urn:b"), ox.Literal("1")))
    pieces = [
        "?s ?p ?o",
        " . ",
        "\n",
        "# c\n",
        "#",
        "'",
        '"',
        "'''",
        '"""',
        "\\'",
        "<",
        "<urn:a#>",
        "{",
        "}",
        "(",
        ")",
        "FILTER(1<2)",
    ]
    pieces += [
        "x:a",
        "x:a\\'b",
        "x:a.b",
        "x:a.",
        ":",
        "?x",
        "1",
        "1.5",
        "true",
        "'a'@en",
        "'a'^^<urn:t>",
        "_:b",
        "a",
        ";",
        "GRAPH ?g {}",
    ]
    refused = 0
    with socket.create_server(("127.0.0.1", 0)) as listener:
        target = f"<http://127.0.0.1:{listener.getsockname()[1]}/>"
        for _ in range(20_000):
            before, after = ("".join(chance.choice(pieces) for _ in range(chance.randrange(4))) for _ in range(2))
            word = chance.choice(["SERVICE", "service", "SERVICE SILENT", "SERVICEx:y", " SERVICE "])
            query = f"PREFIX x: <urn:x> SELECT * {{{before}{word}{target}{{?e ?f ?g}}{after}}}"
            if asks_service(query):
                refused += 1
                continue
            with suppress(SyntaxError):
                list(store.query(query))  # type: ignore[arg-type]
            listener.setblocking(False)
            with pytest.raises(BlockingIOError):
                listener.accept()
    assert refused > 10_000


@pytest.mark.parametrize(
    ("text", "update"), [("BASE <urn:x> INSERT {} WHERE {}", True), ("# x\nSELECT * {}", False), ("", False)]
)
def test_updates_are_told_from_queries(text: str, update: bool) -> None:
    assert is_update(text) == update


@pytest.mark.parametrize(
    "text", ["'" * 200_000, "x:" + "." * 200_000, "<" * 200_000, "\\" * 200_001, '"""' + '"x' * 100_000, "a." * 100_000]
)
def test_the_guard_takes_no_longer_than_the_text_is_long(text: str) -> None:
    began = time.process_time()
    asks_service(text)
    assert time.process_time() - began < 5


# ── negotiation ──────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("accept", "chosen"),
    [
        ("", "a"),
        ("*/*", "a"),
        ("x/b", "b"),
        ("x/b;q=0.1, x/a;q=0.2", "a"),
        ("x/*;q=0.1, y/c", "c"),
        ("*/*, x/a;q=0", "b"),
        ("z/z", None),
        ("x/a;q=0", None),
        ("x/a;q=zero, x/b;q=7", "b"),
        ("nonsense;;,", "a"),
        ("X/B ; Q=1.0", "b"),
    ],
)
def test_choose(accept: str, chosen: str | None) -> None:
    assert choose(accept, {"x/a": "a", "x/b": "b", "y/c": "c"}) == chosen


# ── pages ────────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_every_page_and_asset_has_the_policy_and_loads_from_here_alone(site: str) -> None:
    for path in ("", "explain?name=秦绍峰", "assets/query.js", "terms.json", "nowhere"):
        answer = requests.get(site + path, timeout=60)
        assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'; script-src 'self'; style-src 'self';")
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
    page = requests.get(site, timeout=60).text
    assert "//" not in page.replace("<!--", "") or "http" not in page
    assert "<script>" not in page and "style=" not in page and "onclick" not in page


def test_the_built_site_is_served_too(site: str, sample_build: Path) -> None:
    assert requests.get(f"{site}index.html", timeout=60).content == (sample_build / "index.html").read_bytes()
    assert requests.get(f"{site}views/overview.html", timeout=60).status_code == 200
    for folder in ("names", "articles"):
        file = min((sample_build / folder).iterdir())
        answer = requests.get(f"{site}{folder}/{file.name}", timeout=60)
        assert answer.content == file.read_bytes()
        assert answer.headers["Content-Security-Policy"] == "frame-ancestors 'none'"  # the sheet has a policy of its own


def test_explanations_are_pages(site: str) -> None:
    page = requests.get(f"{site}explain", params={"name": "秦绍峰"}, timeout=60)
    assert page.status_code == 200 and "临朐县委" in page.text
    assert "<mark>秦绍峰</mark>主持会议并讲话" in page.text
    assert f'href="/explain?name={quote("临朐县委")}"' in page.text
    missing = requests.get(f"{site}explain", params={"name": "秦绍岭"}, timeout=60)
    assert missing.status_code == 404 and "秦绍峰" in missing.text
    assert requests.get(f"{site}explain", timeout=60).status_code == 400
    hostile = requests.get(f"{site}explain", params={"name": "<script>alert(1)</script>"}, timeout=60)
    assert "<script>" not in hostile.text.partition("<body")[2] and "&lt;script&gt;" in hostile.text


def test_what_a_page_says_is_text() -> None:
    evil = "<img src=x onerror=alert(1)>\"'&"
    proof = {"quote": evil, "page": evil, "headline": evil, "date": evil, "start": 0, "end": 1, "confidence": "1", "rule": evil}
    statement = {"text": evil, "names": ["", evil, "<"], "proofs": [proof]}
    group = {"title": evil, "title_en": evil, "statements": [statement]}
    section = {"iri": evil, "name": evil, "others": [evil], "kind": evil, "place": evil, "groups": [group]}
    page = render_section_page({"name": evil, "sections": [section], "near": []})
    assert "<img" not in page and "onerror=alert(1)>" not in page
    assert mark("a<b", ["<"], link=False) == "a<mark>&lt;</mark>b"


def test_questions_are_filled_in(site: str) -> None:
    listed = {each["name"]: each for each in requests.get(f"{site}questions.json", timeout=60).json()}
    assert len(listed) == 10 and listed["about"]["parameters"][0]["required"]
    text = requests.get(f"{site}questions/posts-in-district", params={"district": "临朐县"}, timeout=60).text
    assert "秦绍峰" in ask(site, text, "text/csv").text
    for path, status in (
        ("about", 400),
        ("posts-in-district?district=无此县", 400),
        ("posts-in-district?x=1", 400),
        ("nothing", 404),
    ):
        answer = requests.get(f"{site}questions/{path}", timeout=60)
        assert answer.status_code == status and answer.text.startswith("Error: ")


def test_names_are_known(site: str) -> None:
    asked = ["秦绍峰", "临朐县", "县委书记秦绍峰主持会议并讲话", "", "x" * 10_000]
    assert requests.post(f"{site}names", json=asked, timeout=60).json() == ["秦绍峰", "临朐县"]
    for wrong in ("{}", "[1]", "[", json.dumps(["x"] * 3000)):
        assert requests.post(f"{site}names", data=wrong, timeout=60).status_code == 400


def test_terms_have_labels_in_both_languages() -> None:
    terms = {term["term"]: term for term in list_terms()["terms"]}
    assert terms["xz:leads"]["zh"] and terms["xz:leads"]["en"]
    assert {"skos:prefLabel", "org:member", "xz:District"} <= set(terms)


def test_the_editor_is_what_was_fetched_and_its_licences_lie_beside_it() -> None:
    noted = json.loads((ASSETS / "yasqe.json").read_text(encoding="utf-8"))
    for name, digest in noted["sha256"].items():
        assert hashlib.sha256((ASSETS / name).read_bytes()).hexdigest() == digest
    licences = (ASSETS / "yasqe.LICENSE.txt").read_text(encoding="utf-8")
    assert noted["package"] in licences and licences.count("Permission is hereby granted") >= 5


# ── processes ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_nothing_is_written(site: str, sample_build: Path) -> None:
    def state() -> dict[str, bytes]:
        return {str(path): path.read_bytes() for path in sorted(sample_build.rglob("*")) if path.is_file()}

    before = state()
    for query, _ in HOSTILE.values():
        ask(site, query)
    assert state() == before


@PROC
def test_good_queries_are_answered_right_among_hostile_ones(
    site: str, server: tuple[str, subprocess.Popen[str]], sample_build: Path
) -> None:
    """The small version of ``tests/bench/soak.py``."""
    report = soak(site, make_good(sample_build), queries=150, clients=8)
    assert report.wrong == []
    assert (report.good, report.hostile.total()) == (135, 15)


@PROC
@pytest.mark.parametrize("sign", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_no_process_outlives_the_server(sample_build: Path, sign: signal.Signals) -> None:
    with run_server(sample_build, "--workers", "2", "--seconds", "60") as (site, server):
        with pytest.raises(requests.Timeout):
            requests.post(f"{site}sparql", data={"query": HOSTILE["endless"][0]}, timeout=(10, 0.3))
        workers = children(server.pid)
        assert workers
        server.send_signal(sign)
        server.wait(20)
        if sign == signal.SIGINT:
            assert server.returncode == 0
    for _ in range(200):
        if not any(Path(f"/proc/{worker}").exists() for worker in workers):
            return
        time.sleep(0.05)
    pytest.fail(f"{workers} are left")


@PROC
def test_a_worker_that_is_killed_is_replaced(sample_build: Path) -> None:
    with run_server(sample_build, "--workers", "2") as (site, server):
        for worker in children(server.pid):
            os.kill(worker, signal.SIGKILL)
        statuses = [ask(site, NAMES).status_code for _ in range(4)]
        assert statuses[-1] == 200
        assert settled(server.pid, 2).children == 2
        assert held(server.pid).children == 2


def test_a_new_build_is_seen(tmp_path: Path, sample_build: Path) -> None:
    out = tmp_path / "out"
    shutil.copytree(sample_build, out)
    with run_server(out, "--workers", "2") as (site, _):
        count = "SELECT (COUNT(*) AS ?n) { ?page a xz:Page }"
        assert ask(site, count, "text/csv").text.split() == ["n", "4"]
        page = tmp_path / "page.txt"
        page.write_text("5月6日，临朐县县长高慧敏到沂山镇调研。", encoding="utf-8")
        before = store_signature(out)
        assert CliRunner().invoke(main, ["build", str(page), "--out", str(out)]).exit_code == 0
        assert store_signature(out) != before
        for _ in range(3):
            assert ask(site, count, "text/csv").text.split() == ["n", "1"]


def test_a_folder_with_a_graph_file_alone_is_served(tmp_path: Path, sample_build: Path) -> None:
    shutil.copy(sample_build / "graph.nt", tmp_path)
    with run_server(tmp_path, "--workers", "1") as (site, _):
        assert ask(site, "ASK { ?s a xz:Page }").json()["boolean"] is True
        assert requests.get(f"{site}index.html", timeout=60).status_code == 404
    assert [path.name for path in tmp_path.iterdir()] == ["graph.nt"]


def test_what_cannot_be_served_is_one_line(tmp_path: Path, sample_build: Path) -> None:
    def run(*arguments: object) -> tuple[int, str]:
        command = [sys.executable, "-m", "kg.cli", "serve", *map(str, arguments)]
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=120)
        return done.returncode, done.stderr

    code, said = run(tmp_path)
    assert code == 3 and said.startswith("Error: ") and "holds no graph" in said and len(said.splitlines()) == 1
    (tmp_path / "store").mkdir()
    (tmp_path / "store" / "CURRENT").write_text("nonsense")
    code, said = run(tmp_path, "--port", "0")
    assert code == 3 and len(said.splitlines()) == 1 and "store" in said
    with socket.create_server(("127.0.0.1", 0)) as taken:
        code, said = run(sample_build, "--port", taken.getsockname()[1])
    assert code == 3 and "choose another with --port" in said and len(said.splitlines()) == 1
