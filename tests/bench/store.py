"""How fast the embedded store loads and answers, beside what one would do without it.

Two questions, each measured side by side in one run, so that the ratios hardly depend on the machine:

* loading: ``build_store`` against the bulk load of pyoxigraph alone, over the same N-Triples (seconds on the clock: the loader
  works in several threads);
* asking: the shipped questions on the store and in rdflib, the same SPARQL over the same triples, in processor seconds. rdflib
  has read its graph before, and is stopped where it takes longer than ``--patience``: then the ratio is a lower bound.

The graph is that of the pages of this repository, over and over, each time with names and IRIs of its own. Needs a system
that can fork.
"""

from __future__ import annotations

import argparse
import gc
import multiprocessing
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from math import ceil
from multiprocessing.connection import Connection
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.graph import triples
from kg.model import Page
from kg.ontology import DEFAULT_BASE
from kg.pipeline import read_page
from kg.query import ask_store, fill_parameters, find_query, list_queries
from kg.read import read_pages
from kg.store import build_store, open_store
from kg.turtle import GRAPH_NT, write_triples

if TYPE_CHECKING:
    import rdflib

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

_CLEARLY = 11  #: at so many times the store's time rdflib is stopped, where its seconds are over

_ID = re.compile(rf"<({re.escape(DEFAULT_BASE)}(?!role/)[^>]*)>")
_NAME = re.compile(r'(#(?:prefLabel|altLabel)|/(?:headline)|#(?:label|fileName|adcode))> "((?:[^"\\]|\\.)*)"')


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--triples", type=int, default=1_000_000, help="least size of the graph (1,000,000)")
    parser.add_argument("--rounds", type=int, default=3, help="how many times each thing is done (3)")
    parser.add_argument("--patience", type=float, default=60, help="processor seconds after which rdflib is stopped (60)")
    parser.add_argument("--folder", type=Path, help="keep the graph here, and take it from here where it is there")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.folder or Path(scratch) / "graph"
        if not (folder / GRAPH_NT).is_file():
            write_triples(make_lines(options.triples), folder, base=DEFAULT_BASE)
        measure_load(folder, Path(scratch), options.rounds)
        measure_questions(folder, options.rounds, options.patience)
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
        start = perf_counter()
        load_alone(folder / GRAPH_NT, scratch / "alone")
        middle = perf_counter()
        shutil.rmtree(scratch / "alone")
        again = perf_counter()
        build_store(folder / GRAPH_NT, folder / "store")
        alone.append(middle - start)
        ours.append(perf_counter() - again)
    print(f"{len(open_store(folder)):,} triples · {rounds} rounds")
    ratio = median(ours) / median(alone)
    print(f"load: bulk load alone {median(alone):.2f} s · build_store {median(ours):.2f} s · ratio {ratio:.2f}")


def load_alone(nt: Path, store_dir: Path) -> None:
    store = ox.Store(store_dir)
    store.bulk_load(path=nt)
    del store


def measure_questions(folder: Path, rounds: int, patience: float) -> None:
    """Ask each question, first of one name, then of all where it may be asked of all."""
    store = open_store(folder)
    needs = {query.name: any(parameter.required for parameter in query.parameters) for query in list_queries()}
    asked = [*ASKED, *((name, {}) for name, _ in ASKED if not needs[name])]
    print(f"opening: store {take_time(lambda: open_store(folder)):.2f} s · ", end="", flush=True)
    with Rdflib(folder / GRAPH_NT) as rdflib:
        print(f"rdflib {rdflib.loading:.0f} s")
        print(f"{'question':<24}{'of':<12}{'rows':>8}{'store':>10}{'rdflib':>10}{'ratio':>7}")
        for name, parameters in asked:
            text = fill_parameters(store, find_query(name), parameters)
            rows = len(ask_store(store, text).rows)
            ours = median(take_time(lambda: ask_store(store, text)) for _ in range(rounds))  # noqa: B023
            theirs, found = rdflib.ask(text, max(patience, ours * _CLEARLY))
            sign = ">" if found is None else " "
            differs = f"  rdflib gives {found:,} rows" if found not in (None, rows) else ""
            told = f"{name:<24}{'one name' if parameters else 'all':<12}{rows:>8,}"
            print(f"{told}{ours:>9.4f}s{sign}{theirs:>8.2f}s{sign}{theirs / ours:>5.0f}x{differs}", flush=True)


class Rdflib:
    """A process that holds the graph in rdflib's memory. Each query runs in a fork of it, which can be stopped."""

    def __init__(self, nt: Path) -> None:
        context = multiprocessing.get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self.worker = context.Process(target=serve_rdflib, args=(nt, theirs), daemon=False)

    def __enter__(self) -> Rdflib:
        self.worker.start()
        self.loading: float = self.pipe.recv()
        return self

    def __exit__(self, *_: object) -> None:
        self.pipe.send(None)
        self.worker.join()

    def ask(self, query: str, patience: float) -> tuple[float, int | None]:
        """Processor seconds and the number of rows; no number where the patience, in seconds, is over."""
        self.pipe.send((query, patience))
        answer: tuple[float, int | None] = self.pipe.recv()
        return answer


def serve_rdflib(nt: Path, pipe: Connection) -> None:
    import rdflib

    start = process_time()
    graph = rdflib.Graph().parse(nt, format="nt")
    gc.freeze()
    pipe.send(process_time() - start)
    while (asked := pipe.recv()) is not None:
        query, patience = asked
        near, far = multiprocessing.Pipe()
        child = multiprocessing.get_context("fork").Process(target=answer, args=(graph, query, ceil(patience), far))
        child.start()
        far.close()
        try:
            pipe.send(near.recv())
        except EOFError:
            pipe.send((float(ceil(patience)), None))
        child.join()


def answer(graph: rdflib.Graph, query: str, patience: int, pipe: Connection) -> None:
    """Ask, unless the system ends this process first, because it has had its processor seconds."""
    import resource

    resource.setrlimit(resource.RLIMIT_CPU, (patience, patience))
    start = process_time()
    rows = len(list(graph.query(query)))
    pipe.send((process_time() - start, rows))


def take_time(work: Callable[[], object]) -> float:
    """Processor seconds: what other programs do meanwhile counts least in these."""
    start = process_time()
    work()
    return process_time() - start


if __name__ == "__main__":
    sys.exit(main())
