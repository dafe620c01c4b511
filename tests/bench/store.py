"""How fast the embedded store loads and answers, beside what one would do without it.

Two questions, each measured side by side in one run, so that the ratios hardly depend on the machine:

* loading: ``build_store`` against the bulk load of pyoxigraph alone, over the same N-Triples;
* asking: the shipped questions through ``run_query`` (open the store, look the name up, ask, take every row) against rdflib,
  with the same SPARQL over the same triples in memory. rdflib is stopped where it has taken ``--cap`` times as long as the store.

The graph is that of the pages of this repository, over and over, each time with names and IRIs of its own.

    python tests/bench/store.py --triples 1000000
"""

from __future__ import annotations

import argparse
import multiprocessing
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection
from pathlib import Path
from statistics import median
from time import perf_counter

import pyoxigraph as ox

from kg.graph import triples
from kg.model import Page
from kg.ontology import DEFAULT_BASE
from kg.pipeline import read_page
from kg.query import ask_store, fill_parameters, find_query, list_queries, run_query
from kg.read import read_pages
from kg.store import build_store, open_store
from kg.turtle import GRAPH_NT, write_triples

ROOT = Path(__file__).resolve().parents[2]
PAGES = (ROOT / "seeds" / "pages", ROOT / "tests" / "pages" / "dev")

#: What is asked: a question, and its parameter; the names are those of the first copy of a sample page.
ASKED = (
    ("about", {"name": "高慧敏"}),
    ("article-facts", {"article": "临朐县召开“万企进村”行动推进会 秦绍峰主持并讲话 高慧敏出席"}),
    ("body-chain", {"body": "临朐县委组织部"}),
    ("co-attendance", {"person": "高慧敏"}),
    ("district-initiatives", {"district": "临朐县"}),
    ("initiative-districts", {"initiative": "万企进村"}),
    ("investment-by-district", {"district": "昌乐县"}),
    ("post-conflicts", {"district": "临朐县"}),
    ("posts-in-district", {"district": "临朐县"}),
    ("two-posts", {"person": "高慧敏"}),
)

_PATIENCE = 20.0  #: seconds that rdflib has in any case

_ID = re.compile(rf"<({re.escape(DEFAULT_BASE)}(?!role/)[^>]*)>")
_NAME = re.compile(r'(#(?:prefLabel|altLabel)|/(?:headline)|#(?:label|fileName|adcode))> "((?:[^"\\]|\\.)*)"')


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--triples", type=int, default=1_000_000, help="least size of the graph (1,000,000)")
    parser.add_argument("--rounds", type=int, default=3, help="how many times each thing is done (3)")
    parser.add_argument("--cap", type=float, default=200, help="rdflib is stopped at this many times the store's time (200)")
    parser.add_argument("--folder", type=Path, help="keep the graph here, and take it from here where it is there")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.folder or Path(scratch) / "graph"
        if not (folder / GRAPH_NT).is_file():
            write_triples(make_lines(options.triples), folder, base=DEFAULT_BASE)
        measure_load(folder, Path(scratch), options.rounds)
        measure_questions(folder, options.rounds, options.cap)
    return 0


def make_lines(wanted: int) -> Iterator[str]:
    """Lines of at least so many distinct triples."""
    pages = (page for page in read_pages(PAGES) if isinstance(page, Page))
    lines = sorted({line for page in pages for line in triples(read_page(page), DEFAULT_BASE)})
    for copy in range(-(-wanted // len(lines))):
        yield from lines if not copy else (rename(line, copy) for line in lines)


def rename(line: str, copy: int) -> str:
    """The same line about another person, body, district, …"""
    line = _ID.sub(rf"<\g<1>-{copy}>", line)
    return _NAME.sub(rf'\g<1>> "\g<2>{copy}"', line)


def measure_load(folder: Path, scratch: Path, rounds: int) -> None:
    """Load the store in both ways, in turns; the store that ``build_store`` has made stays."""
    ours, alone = [], []
    for _ in range(rounds):
        alone.append(take_time(lambda: load_alone(folder / GRAPH_NT, scratch / "alone")))
        shutil.rmtree(scratch / "alone")
        ours.append(take_time(lambda: build_store(folder / GRAPH_NT, folder / "store")))
    print(f"{len(open_store(folder)):,} triples · {rounds} rounds")
    ratio = median(ours) / median(alone)
    print(f"load: bulk load alone {median(alone):.2f} s · build_store {median(ours):.2f} s · ratio {ratio:.2f}")


def load_alone(nt: Path, store_dir: Path) -> None:
    store = ox.Store(store_dir)
    store.bulk_load(path=nt)
    del store


def measure_questions(folder: Path, rounds: int, cap: float) -> None:
    """Ask each question, first of one name, then of all where it may be asked of all."""
    store = open_store(folder)
    needs = {query.name: any(parameter.required for parameter in query.parameters) for query in list_queries()}
    print("question                          rows     store    rdflib   ratio")
    worker, pipe = start_rdflib(folder / GRAPH_NT)
    try:
        for name, parameters in [*ASKED, *((name, {}) for name, _ in ASKED if not needs[name])]:
            ours = median(take_time(lambda: run_query(folder, name, parameters=parameters)) for _ in range(rounds))  # noqa: B023
            text = fill_parameters(store, find_query(name), parameters)
            rows = ask_store(store, text).rows
            pipe.send(text)
            patience = max(ours * cap, _PATIENCE)
            if not pipe.poll(patience):
                worker.kill()
                worker.join()
                worker, pipe = start_rdflib(folder / GRAPH_NT)
                theirs, found, sign = patience, len(rows), ">"
            else:
                (theirs, found), sign = pipe.recv(), " "
            told = f"{name}{' ' + next(iter(parameters.values())) if parameters else ''}"[:28]
            differs = "" if found == len(rows) else f"  rdflib gives {found:,} rows"
            print(f"{told:<30}{len(rows):>8,}{ours:>9.3f}s{sign}{theirs:>8.2f}s{sign}{theirs / ours:>6.0f}x{differs}", flush=True)
    finally:
        worker.kill()
        worker.join()


def start_rdflib(nt: Path) -> tuple[multiprocessing.process.BaseProcess, Connection]:
    """A process that holds the graph in rdflib's memory, and answers each query with its time and its number of rows."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    worker = context.Process(target=serve_rdflib, args=(nt, theirs), daemon=True)
    worker.start()
    ours.recv()
    return worker, ours


def serve_rdflib(nt: Path, pipe: Connection) -> None:
    import rdflib

    graph = rdflib.Graph().parse(nt, format="nt")
    pipe.send(len(graph))
    while True:
        query = pipe.recv()
        start = perf_counter()
        rows = len(list(graph.query(query)))
        pipe.send((perf_counter() - start, rows))


def take_time(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


if __name__ == "__main__":
    sys.exit(main())
