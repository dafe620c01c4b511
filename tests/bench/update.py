"""How long it takes to put one page into a graph, beside building the graph anew.

The pages are those of this repository, over and over, each copy with a line of its own; so a graph of any size can be had. In
each round one page is removed by ``update`` and added again, and all are built by ``build``; processor seconds, for what other
programs do meanwhile counts least in these.

    python tests/bench/update.py --copies 25
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from time import process_time

from kg.build import build
from kg.store import open_store
from kg.update import update

ROOT = Path(__file__).resolve().parents[2]
SOURCES = (ROOT / "seeds" / "pages", ROOT / "tests" / "pages" / "dev")


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--copies", type=int, default=25, help="how many times each page is there (25)")
    parser.add_argument("--rounds", type=int, default=3, help="how many times (3)")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as scratch:
        pages, out = Path(scratch) / "pages", Path(scratch) / "out"
        count = write_pages(pages, options.copies)
        built = [take_time(lambda: build(pages, out)) for _ in range(options.rounds)]
        page = sorted(pages.iterdir())[0]
        changed = []
        for _ in range(options.rounds):
            changed.append(take_time(lambda: update(out, remove=page)))
            changed.append(take_time(lambda: update(out, add=page)))
        print(f"{count:,} pages · {len(open_store(out)):,} triples · {options.rounds} rounds")
        ratio = median(changed) / median(built)
        print(f"build {median(built):.1f} s · update by one page {median(changed):.1f} s · ratio {ratio:.2f}")
    return 0


def write_pages(folder: Path, copies: int) -> int:
    """Copies of all pages, none the same as another; how many these are."""
    folder.mkdir()
    sources = sorted(path for source in SOURCES for path in source.glob("*.txt"))
    for path in sources:
        text = path.read_text(encoding="utf-8-sig")
        for copy in range(copies):
            (folder / f"{copy:04d}-{path.name}").write_text(f"{text}\n\n第{copy}份\n", encoding="utf-8")
    return copies * len(sources)


def take_time(work: Callable[[], object]) -> float:
    start = process_time()
    work()
    return process_time() - start


if __name__ == "__main__":
    sys.exit(main())
