"""The bulk loader of Virtuoso takes what ``kg export --split --gzip`` writes, as the guide says it.

Needs Virtuoso 7: apt-get install virtuoso-opensource-7-bin
"""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.export import export

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "guide.md"
PASSWORD = "for-this-test-only"
SETTINGS = """[Database]
DatabaseFile = {home}/virtuoso.db
ErrorLogFile = {home}/virtuoso.log
LockFile = {home}/virtuoso.lck
TransactionFile = {home}/virtuoso.trx
xa_persistent_file = {home}/virtuoso.pxa
[TempDatabase]
DatabaseFile = {home}/virtuoso-temp.db
TransactionFile = {home}/virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{port}
DisableUnixSocket = 1
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
DirsAllowed = {load}
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerRoot = {home}
"""

pytestmark = pytest.mark.skipif(
    not (shutil.which("virtuoso-t") and shutil.which("isql-vt")), reason="needs virtuoso-opensource-7-bin (apt-get install it)"
)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Virtuoso:
    """One that runs while the tests of this file do."""

    def __init__(self, home: Path, load: Path) -> None:
        self.port = free_port()
        settings = SETTINGS.format(home=home, load=load, port=self.port, http=free_port())
        (home / "virtuoso.ini").write_text(settings, encoding="ascii")
        server = ["virtuoso-t", "+configfile", "virtuoso.ini", "+foreground"]
        password = ["+pwdold", "dba", "+pwddba", PASSWORD, "+pwddav", PASSWORD]
        subprocess.run([*server, *password, "+checkpoint-only"], cwd=home, capture_output=True, check=True, timeout=120)
        self.process = subprocess.Popen(server, cwd=home, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def wait(self) -> None:
        for _ in range(240):
            if self.process.poll() is not None:
                pytest.fail("Virtuoso has ended")
            if "1" in self.run("SELECT 1;"):
                return
            time.sleep(0.5)
        pytest.fail("Virtuoso does not answer")

    def run(self, statement: str) -> str:
        command = ["isql-vt", f"127.0.0.1:{self.port}", "dba", PASSWORD, "VERBOSE=OFF", "BANNER=OFF", f"EXEC={statement}"]
        return subprocess.run(command, capture_output=True, text=True, env={**os.environ, "LC_ALL": "C.UTF-8"}).stdout


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("load")


@pytest.fixture(scope="module")
def virtuoso(tmp_path_factory: pytest.TempPathFactory, folder: Path) -> Iterator[Virtuoso]:
    server = Virtuoso(tmp_path_factory.mktemp("virtuoso"), folder)
    try:
        server.wait()
        yield server
    finally:
        server.process.terminate()
        server.process.wait(timeout=60)


def test_virtuoso_loads_what_the_guide_tells_it_to(virtuoso: Virtuoso, folder: Path, sample_build: Path) -> None:
    export(sample_build, "nt", folder, split=1000, gzip=True)
    told = re.search(r"^(ld_dir\(.+)\n(rdf_loader_run\(\);)\n(checkpoint;)$", GUIDE.read_text(encoding="utf-8"), re.MULTILINE)
    assert told is not None, "the guide has no lines for Virtuoso"
    for statement in told.groups():
        virtuoso.run(statement.replace("/srv/exports", str(folder)))
    graph = re.search(r"'(https://[^']+)'", told[1])
    assert graph is not None
    assert "NULL" in virtuoso.run("SELECT ll_error FROM DB.DBA.load_list;"), "a file was not loaded"
    answer = virtuoso.run(f"SPARQL SELECT (COUNT(*) AS ?n) FROM <{graph[1]}> WHERE {{ ?s ?p ?o }};")
    triples = len((sample_build / "graph.nt").read_text(encoding="utf-8").split("\n")) - 1
    assert str(triples) in answer.split()
