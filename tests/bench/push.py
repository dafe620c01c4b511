"""How fast a graph is pushed, and whether all of it arrives: ``python tests/bench/push.py [--triples N]``.

A Virtuoso 7 and an Oxigraph server of their own, one after the other, on this machine; the same file, the same batches. ``push``
counts what is there in the end and reads a sample back; it raises an error where either is not as it should be.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parent.parent)]

from big_graph import write_big_graph  # noqa: E402
from stores import OXIGRAPH, VIRTUOSO, Running, run_oxigraph, run_virtuoso  # noqa: E402

from kg.push import Credentials, push  # noqa: E402


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--triples", type=int, default=1_000_000)
    parser.add_argument("--batch", type=int, default=20_000)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "graph.nt"
        triples = write_big_graph(path, options.triples)
        size = path.stat().st_size / 1e6
        print(f"{triples:,} triples, {size:,.0f} MB of N-Triples, batches of {options.batch:,}")
        if VIRTUOSO:
            measure("Virtuoso 7", lambda home: run_virtuoso(home, buffers=170_000), path, options.batch)
        if OXIGRAPH:
            measure("Oxigraph", run_oxigraph, path, options.batch)


def measure(name: str, run: Callable[[Path], AbstractContextManager[Running]], path: Path, batch: int) -> None:
    with tempfile.TemporaryDirectory() as home, run(Path(home)) as store:
        began = time.perf_counter()
        pushed = push(path, store.graph_store, credentials=Credentials(store.user, store.password), batch=batch)
        seconds = time.perf_counter() - began
    rate = pushed.triples / seconds
    print(f"{name}: {pushed.triples:,} counted, {pushed.sampled} subjects the same, {seconds:.1f} s, {rate:,.0f} triples/s")


if __name__ == "__main__":
    main()
