"""Stores for the tests of pushing: Virtuoso and Oxigraph as servers of their own, and a small one that can be told to misbehave."""

from __future__ import annotations

import base64
import hashlib
import json
import shutil
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pyoxigraph as ox

VIRTUOSO = shutil.which("virtuoso-t") or ""
OXIGRAPH = shutil.which("oxigraph") or shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or ""
NO_VIRTUOSO = "Virtuoso is tested with Debian's package: apt-get install --no-install-recommends virtuoso-opensource-7"
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
