"""Stores to push to: Virtuoso, Oxigraph, and a small one that can be told to misbehave; each a server of its own."""

from __future__ import annotations

import base64
import hashlib
import re
import shutil
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pyoxigraph as ox

VIRTUOSO = shutil.which("virtuoso-t") or ""
OXIGRAPH = shutil.which("oxigraph") or shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or ""
NO_VIRTUOSO = "Virtuoso is tested with Debian's package: apt-get install --no-install-recommends virtuoso-opensource-7-bin"
LOGIN = ("dba", "a secret: ü-1")
_VIRTUOSO_PASSWORD = "kg-test-1"

_INI = """\
[Database]
DatabaseFile = {home}/virtuoso.db
ErrorLogFile = {home}/virtuoso.log
LockFile = {home}/virtuoso.lck
TransactionFile = {home}/virtuoso.trx
xa_persistent_file = {home}/virtuoso.pxa
FileExtend = 200
[TempDatabase]
DatabaseFile = {home}/temp.db
TransactionFile = {home}/temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
DisableUnixSocket = 1
ServerThreads = 12
CheckpointInterval = 0
NumberOfBuffers = {buffers}
MaxDirtyBuffers = {dirty}
DefaultIsolation = 4
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerRoot = {home}
ServerThreads = 6
[SPARQL]
ResultSetMaxRows = 10000000
MaxQueryCostEstimationTime = 0
MaxQueryExecutionTime = 0
"""


@dataclass(frozen=True)
class Running:
    """A store that answers."""

    graph_store: str
    query: str
    user: str = ""
    password: str = ""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_until_up(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(600):
        if process.poll() is not None:
            raise RuntimeError(f"the store ended at its start: {log.read_text(errors='replace')[-2000:]}")
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                answer.read(1)
                return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"the store does not answer at {address}")


@contextmanager
def run_process(command: list[str], log: Path) -> Iterator[subprocess.Popen[bytes]]:
    with log.open("wb") as output, subprocess.Popen(command, stdout=output, stderr=output, stdin=subprocess.DEVNULL) as process:
        try:
            yield process
        finally:
            process.kill()


@contextmanager
def run_virtuoso(home: Path, *, buffers: int = 20_000) -> Iterator[Running]:
    """A Virtuoso with an empty database of its own. Its password is set before any port is open; 1,000 buffers are 8 MB."""
    sql, http = free_port(), free_port()
    ini = home / "virtuoso.ini"
    ini.write_text(_INI.format(home=home, sql=sql, http=http, buffers=buffers, dirty=buffers * 3 // 4), encoding="ascii")
    command = [VIRTUOSO, "+configfile", str(ini), "+foreground"]
    passwords = ["+pwdold", "dba", "+pwddba", _VIRTUOSO_PASSWORD, "+pwddav", _VIRTUOSO_PASSWORD]
    subprocess.run([*command, *passwords, "+checkpoint-only"], cwd=home, check=True, capture_output=True, timeout=120)
    with run_process(command, home / "output.log") as process:
        address = f"http://127.0.0.1:{http}"
        wait_until_up(f"{address}/sparql?query=ASK%7B%7D", process, home / "output.log")
        yield Running(f"{address}/sparql-graph-crud-auth", f"{address}/sparql", "dba", _VIRTUOSO_PASSWORD)


@contextmanager
def run_oxigraph(home: Path) -> Iterator[Running]:
    """The Oxigraph server (on PyPI as ``oxigraph``), which asks for no login."""
    port = free_port()
    command = [OXIGRAPH, "serve", "--location", str(home / "oxigraph"), "--bind", f"127.0.0.1:{port}"]
    with run_process(command, home / "oxigraph.log") as process:
        address = f"http://127.0.0.1:{port}"
        wait_until_up(f"{address}/query?query=ASK%7B%7D", process, home / "oxigraph.log")
        yield Running(f"{address}/store", f"{address}/query")


@dataclass
class Manners:
    """How the small store behaves."""

    login: str = ""  #: ``basic``, ``digest`` or ``bearer``
    #: What happens to the next writes, in turn: ``drop`` (taken, but the connection is broken off before the answer), ``lose``
    #: (broken off, not taken), ``lie`` (answered, not taken), or a status; afterwards all are taken.
    faults: list[str] = field(default_factory=list)
    retry_after: str = ""
    answer: str = ""  #: in place of every answer to a query
    seen: list[tuple[str, str, dict[str, str]]] = field(default_factory=list)  #: method, path, headers of each request


class SmallStore(ThreadingHTTPServer):
    """A graph store and a query endpoint over pyoxigraph, on 127.0.0.1."""

    daemon_threads = True

    def __init__(self, manners: Manners) -> None:
        self.manners, self.store = manners, ox.Store()
        super().__init__(("127.0.0.1", 0), _Handler)

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that has gone is no news."""

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: SmallStore

    def log_message(self, format: str, *args: object) -> None:
        pass

    def _note(self) -> bytes:
        self.server.manners.seen.append((self.command, self.path, dict(self.headers)))
        return self.rfile.read(int(self.headers.get("Content-Length", "0")))

    def do_PUT(self) -> None:
        self._write(self._note(), replace=True)

    def do_POST(self) -> None:
        body = self._note()
        if urlsplit(self.path).path.endswith(("/store", "/data", "/service")):
            self._write(body, replace=False)
        else:
            self._query(parse_qs(body.decode())["query"][0])

    def _write(self, body: bytes, *, replace: bool) -> None:
        if not self._may_enter():
            return
        manners = self.server.manners
        fault = manners.faults.pop(0) if manners.faults else ""
        if fault.isdigit():
            self._say(
                int(fault), b"not just now", "text/plain", {"Retry-After": manners.retry_after} if manners.retry_after else {}
            )
            return
        graph = ox.NamedNode(parse_qs(urlsplit(self.path).query)["graph"][0])
        if fault in ("", "drop"):
            if replace:
                self.server.store.clear_graph(graph)
            self.server.store.load(body, format=ox.RdfFormat.TURTLE, to_graph=graph)
        if fault in ("drop", "lose"):
            self.close_connection = True
            self.connection.shutdown(socket.SHUT_RDWR)
            return
        self._say(204, b"", "text/plain", {})

    def _query(self, sparql: str) -> None:
        if self.server.manners.answer:
            self._say(200, self.server.manners.answer.encode(), "text/html", {})
            return
        answer = self.server.store.query(sparql)
        if isinstance(answer, ox.QueryTriples):
            self._say(200, answer.serialize(format=ox.RdfFormat.N_TRIPLES) or b"", "application/n-triples", {})
        else:
            assert isinstance(answer, ox.QuerySolutions)
            body = answer.serialize(format=ox.QueryResultsFormat.JSON) or b""
            self._say(200, body, "application/sparql-results+json", {})

    def _may_enter(self) -> bool:
        login = self.server.manners.login
        given = self.headers.get("Authorization", "")
        user, password = LOGIN
        basic = "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()
        if {"": True, "basic": given == basic, "bearer": given == f"Bearer {password}", "digest": self._is_digest(given)}[login]:
            return True
        realm = {
            "basic": 'Basic realm="r"',
            "digest": 'Digest realm="r", nonce="n1", qop="auth", algorithm=MD5',
            "bearer": "Bearer",
        }
        self._say(401, b"who are you?", "text/plain", {"WWW-Authenticate": realm[login]})
        return False

    def _is_digest(self, given: str) -> bool:
        parts = {name: value.strip('"') for name, value in re.findall(r'(\w+)=("[^"]*"|[^",\s]+)', given)}
        if not given.startswith("Digest ") or parts.get("username") != LOGIN[0]:
            return False
        first, second = (
            hashlib.md5(text.encode()).hexdigest() for text in (f"{LOGIN[0]}:r:{LOGIN[1]}", f"{self.command}:{self.path}")
        )
        whole = f"{first}:{parts['nonce']}:{parts['nc']}:{parts['cnonce']}:auth:{second}"
        return parts["response"] == hashlib.md5(whole.encode()).hexdigest()

    def _say(self, status: int, body: bytes, media: str, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": media, "Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def run_small(manners: Manners | None = None) -> Iterator[SmallStore]:
    """The small store, in a thread."""
    with SmallStore(manners or Manners()) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
