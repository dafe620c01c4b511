"""Good and hostile queries from several clients at once, against ``kg serve`` as a process of its own.

Every good answer is compared with the one that the store gives without a server; every hostile query must be refused in its way;
what the server holds (processes, memory, open files) is read before and after.
"""

from __future__ import annotations

import json
import random
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import pyoxigraph as ox
import requests

from kg.ontology import PREFIXES
from kg.query import fill_parameters, find_query, list_queries
from kg.store import open_store

ROOT = Path(__file__).resolve().parent.parent
JSON = "application/sparql-results+json"
LONG = b"SELECT * WHERE { ?s ?p ?o } # " + b"x" * 10_000_000

_CROSS = " . ".join(f"?a{n} ?b{n} ?c{n}" for n in range(4))
#: Kind of a hostile query → its text, and the statuses that are right.
HOSTILE = {
    "endless": (f"SELECT * {{ {_CROSS} FILTER(CONCAT(STR(?a0), STR(?a3)) = 'x') }}", {504}),
    "endless to sort": (f"SELECT * {{ {_CROSS} }} ORDER BY ?c0 ?c1", {504, 500}),
    "endless path": ("SELECT (COUNT(*) AS ?n) { ?s (!<urn:x>|^!<urn:y>)* ?o . ?o (!<urn:x>|^!<urn:y>)* ?q }", {504, 500}),
    "many rows": (f"SELECT ?a0 ?a1 {{ {_CROSS} }}", {422, 504}),
    "greedy": ("SELECT (GROUP_CONCAT(?o) AS ?t) { ?s ?p ?o . ?a ?b ?c . ?d ?e ?f }", {504, 500}),
    "deep": ("SELECT * {" + "{" * 20_000 + "}" * 20_000 + "}", {500}),
    "malformed": ("SELECT ?s WHERE { ?s ?p", {400}),
    "no query": ("县长是谁？", {400}),
    "update": ("INSERT DATA { <urn:a> <urn:b> <urn:c> }", {403}),
    "load": ("LOAD <http://127.0.0.1:9/x.ttl>", {403}),
    "service": ("SELECT * { SERVICE <http://127.0.0.1:9/sparql> { ?s ?p ?o } }", {403}),
}
_OTHER = ("long", "long form", "update form", "gone")


@dataclass(frozen=True)
class Good:
    """A query with its right answer, rows in any order."""

    name: str
    text: str
    rows: Counter[tuple[str, ...]]


@dataclass
class Report:
    """What came of it."""

    good: int = 0
    hostile: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)


def make_good(directory: Path) -> list[Good]:
    """The shipped questions with their examples, and some more, asked of the store itself."""
    store = open_store(directory)
    texts = {
        "districts": "SELECT ?s ?n { ?s a xz:District ; skos:prefLabel ?n }",
        "count": "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
        "word": 'SELECT ?q { ?e xz:quote ?q FILTER(CONTAINS(?q, "SERVICE") || CONTAINS(?q, "县")) }',
        "empty": "SELECT ?s { ?s a <urn:nothing> }",
    }
    for shipped in list_queries():
        if not any(parameter.required for parameter in shipped.parameters):
            texts[shipped.name] = fill_parameters(store, find_query(shipped.name), {})
    good = []
    for name, text in texts.items():
        solutions = store.query(text, prefixes=PREFIXES)
        assert isinstance(solutions, ox.QuerySolutions)
        good.append(Good(name, text, read_rows(solutions.serialize(format=ox.QueryResultsFormat.JSON) or b"")))
    return good


def read_rows(body: bytes) -> Counter[tuple[str, ...]]:
    answer = json.loads(body)
    names = answer["head"]["vars"]
    return Counter(tuple(json.dumps(row.get(name), sort_keys=True) for name in names) for row in answer["results"]["bindings"])


def soak(address: str, good: list[Good], *, queries: int, clients: int, seed: int = 1) -> Report:
    """Ask so many queries, one in ten hostile, from so many clients."""
    report, lock, numbers = Report(), threading.Lock(), iter(range(queries))
    kinds = (*HOSTILE, *_OTHER)

    def work() -> None:
        with requests.Session() as session:
            session.trust_env = False
            while True:
                with lock:
                    number = next(numbers, None)
                if number is None:
                    return
                chance = random.Random(f"{seed} {number}")
                if number % 10 == 9:
                    kind = kinds[number // 10 % len(kinds)]
                    fault = be_hostile(session, address, kind)
                else:
                    kind = ""
                    fault = ask(session, address, good[number % len(good)], chance)
                with lock:
                    if kind:
                        report.hostile[kind] += 1
                    else:
                        report.good += 1
                    if fault:
                        report.wrong.append(fault)

    threads = [threading.Thread(target=work) for _ in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return report


def ask(session: requests.Session, address: str, good: Good, chance: random.Random) -> str:
    """Ask one good query in one of the three ways; what is wrong with the answer."""
    url, headers = f"{address}sparql", {"Accept": JSON}
    try:
        match chance.randrange(3):
            case 0:
                response = session.get(url, params={"query": good.text}, headers=headers, timeout=120)
            case 1:
                response = session.post(url, data={"query": good.text}, headers=headers, timeout=120)
            case _:
                direct = {**headers, "Content-Type": "application/sparql-query"}
                response = session.post(url, data=good.text.encode(), headers=direct, timeout=120)
    except requests.RequestException as error:
        return f"{good.name}: {error}"
    if response.status_code != 200:
        return f"{good.name}: {response.status_code} {response.text[:200]}"
    return "" if read_rows(response.content) == good.rows else f"{good.name}: another answer"


def be_hostile(session: requests.Session, address: str, kind: str) -> str:
    """Send one hostile query; what is wrong with how it was received."""
    url, headers = f"{address}sparql", {"Accept": JSON}
    try:
        if kind == "gone":
            with suppress(requests.Timeout):
                session.post(url, data={"query": HOSTILE["endless"][0]}, headers=headers, timeout=(30, 0.1))
                return "gone: was answered"
            return ""
        if kind == "long":
            direct = {**headers, "Content-Type": "application/sparql-query"}
            response, right = session.post(url, data=LONG, headers=direct, timeout=120), {413}
        elif kind == "long form":
            response, right = session.post(url, data={"query": LONG}, headers=headers, timeout=120), {413}
        elif kind == "update form":
            response, right = session.post(url, data={"update": "CLEAR ALL"}, headers=headers, timeout=120), {403}
        else:
            text, right = HOSTILE[kind]
            response = session.post(url, data={"query": text}, headers=headers, timeout=120)
    except requests.RequestException as error:
        return f"{kind}: {error}"
    clear = response.text.startswith("Error: ") and len(response.text) > 20
    return "" if response.status_code in right and clear else f"{kind}: {response.status_code} {response.text[:200]}"


@contextmanager
def run_server(directory: Path, *options: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """``kg serve`` on a free port. Whatever a client does, it must say nothing but its address."""
    command = [sys.executable, "-m", "kg.cli", "serve", str(directory), "--port", "0", *options]
    with (
        tempfile.TemporaryFile("w+", encoding="utf-8") as errors,
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors, text=True, cwd=ROOT, encoding="utf-8") as server,
    ):
        try:
            assert server.stdout is not None
            line = server.stdout.readline()
            found = re.search(r"http://127\.0\.0\.1:\d+/", line)
            assert found, line
            yield found[0], server
        finally:
            server.kill()
        errors.seek(0)
        said = errors.read()
        assert not said, said[-3000:]


@dataclass(frozen=True)
class Held:
    """What a server holds: processes beneath it, open files, memory of its own in MB."""

    children: int
    files: int
    megabytes: float


def held(pid: int) -> Held:
    """Read it from ``/proc``."""
    home = Path(f"/proc/{pid}")
    pages = int((home / "statm").read_text().split()[1])
    return Held(len(children(pid)), len(list((home / "fd").iterdir())), pages * 4096 / 1e6)


def children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def settled(pid: int, workers: int) -> Held:
    """The same once every process that was ended has been replaced."""
    for _ in range(200):
        if len(children(pid)) == workers:
            break
        time.sleep(0.05)
    return held(pid)
