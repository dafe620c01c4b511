"""How fast pages are read, beside ``jieba.cut`` over the same texts.

``python tests/bench/speed.py [ITEMS.jsonl] [--items N] [--rounds R]``: one process, one core. A round does two things, one after
the other, and takes the processor's time of each:

* (a) ``jieba.cut`` alone: the texts of the pages are at hand, the dictionary is loaded;
* (b) the full reading: records of the file to pages, articles, mentions, claims, facts and the lines of N-Triples, page by page
  as ``kg build`` does before it sorts them.

What is warm and what is not: word lists, gazetteer, dictionaries and compiled patterns are loaded before the first round. What
this process remembers of *texts* (names weighed, words cut, syllables of a name: the larger ``lru_cache``) is forgotten before
each pass. So no round gains from an earlier one, and a pass of few pages is told slower than a build of thousands is.
``jieba.cut`` remembers nothing. Seconds depend on the machine; the ratio of characters per second, b to a, hardly does.

Without a file the sample pages are read, in several passes a round, for one pass of them is too short to be timed.
"""

from __future__ import annotations

import argparse
import gc
import sys
import warnings
from collections.abc import Callable, Sequence
from functools import _lru_cache_wrapper
from itertools import islice
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any, NamedTuple

from kg.graph import triples
from kg.model import Page
from kg.ontology import DEFAULT_BASE
from kg.pipeline import read_page
from kg.read import read_pages

SAMPLE = Path(__file__).resolve().parents[2] / "seeds" / "pages"
SAMPLE_PASSES = 10
TABLE_ENTRIES = 1000  #: caches that may hold more than this remember texts; smaller ones hold tables and patterns


class Round(NamedTuple):
    """Processor seconds of one round."""

    cut: float
    read: float

    @property
    def ratio(self) -> float:
        """Characters per second of the reading to those of ``jieba.cut``."""
        return self.cut / self.read


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, and print the medians with the least and the most."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", nargs="?", type=Path, help="JSONL that kg build accepts; the sample pages without one")
    parser.add_argument("--items", type=int, default=400, help="how many records of the file are read (400)")
    parser.add_argument("--rounds", type=int, default=5, help="how many times (5)")
    options = parser.parse_args(arguments)
    source, passes = (options.file, 1) if options.file else (SAMPLE, SAMPLE_PASSES)
    cut = load_jieba()
    texts = [page.text for page in pages(source, options.items)]
    if not texts:
        parser.error(f"{source}: no page in it")
    lines = read(source, options.items)  # loads the tables
    rounds = [measure(cut, texts, source, options.items, passes) for _ in range(options.rounds)]
    characters = passes * sum(map(len, texts))
    print(f"{passes * len(texts)} items · {characters:,} characters · {passes * lines:,} triples · {options.rounds} rounds")
    print(f"(a) jieba.cut  {say_speed([characters / each.cut for each in rounds])}")
    print(f"(b) reading    {say_speed([characters / each.read for each in rounds])}")
    ratios = [each.ratio for each in rounds]
    print(f"ratio b/a      {median(ratios):.3f} ({min(ratios):.3f} to {max(ratios):.3f})")
    return 0


def load_jieba() -> Callable[[str], Any]:
    """``jieba.cut`` as it comes, its dictionary loaded."""
    with warnings.catch_warnings():  # jieba's own
        warnings.simplefilter("ignore")
        import jieba

    jieba.setLogLevel(60)
    jieba.initialize()
    return jieba.cut


def pages(source: Path, items: int) -> list[Page]:
    """The first pages of a source, without what cannot be read."""
    return list(islice((page for page in read_pages([source]) if isinstance(page, Page)), items))


def measure(cut: Callable[[str], Any], texts: Sequence[str], source: Path, items: int, passes: int) -> Round:
    """One round: some passes of each, forgetting before each."""

    def cut_all() -> None:
        for text in texts:
            for _ in cut(text):
                pass

    return Round(
        sum(take_time(cut_all) for _ in range(passes)),
        sum(take_time(lambda: read(source, items)) for _ in range(passes)),
    )


def read(source: Path, items: int) -> int:
    """Read pages to lines of N-Triples; how many these are."""
    found = (page for page in read_pages([source]) if isinstance(page, Page))
    return sum(1 for page in islice(found, items) for _ in triples(read_page(page), DEFAULT_BASE))


def take_time(work: Callable[[], object]) -> float:
    """Processor seconds: what other programs do meanwhile counts least in these."""
    forget()
    start = process_time()
    work()
    return process_time() - start


def forget() -> None:
    """Drop what the process remembers of texts; tables stay."""
    gc.collect()
    for held in gc.get_objects():
        if isinstance(held, _lru_cache_wrapper) and (held.cache_info().maxsize or 0) > TABLE_ENTRIES:
            held.cache_clear()


def say_speed(speeds: Sequence[float]) -> str:
    return f"{median(speeds):>9,.0f} characters/s ({min(speeds):,.0f} to {max(speeds):,.0f})"


if __name__ == "__main__":
    sys.exit(main())
