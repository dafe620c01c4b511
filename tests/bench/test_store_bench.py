"""The measuring of the store and of updates runs. No time is judged here: that is for a quiet machine."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

BENCH = Path(__file__).parent


def run(*command: str) -> str:
    line = [sys.executable, "-X", "utf8", *command]
    done = subprocess.run(line, capture_output=True, text=True, encoding="utf-8", cwd=BENCH.parents[1])
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no fork")
def test_the_store_is_measured_beside_rdflib() -> None:
    said = run(str(BENCH / "store.py"), "--triples", "1", "--rounds", "1", "--patience", "1")
    assert re.search(r"^load: bulk load alone [\d.]+ s · build_store [\d.]+ s · ratio [\d.]+$", said, re.MULTILINE)
    rows = re.findall(r"^([a-z-]+) +(one name|all) +([\d,]+) +[\d.]+s", said, re.MULTILINE)
    assert len(rows) == 18 and len({name for name, _, _ in rows}) == 10
    assert all(int(count.replace(",", "")) > 0 for name, of, count in rows if of == "one name" and name != "post-conflicts")
    assert "rdflib gives" not in said, "both answer the same"


def test_an_update_is_measured_beside_a_build() -> None:
    said = run(str(BENCH / "update.py"), "--copies", "1", "--rounds", "1")
    assert re.search(r"^build [\d.]+ s · update by one page [\d.]+ s · ratio [\d.]+$", said, re.MULTILINE)
