"""How many sheets a second are made, in processor seconds: the graph of the sample pages, many times over.

python tests/bench/sheets.py --triples 300000
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from big_graph import PAGES, write_big_graph

from kg.build import build
from kg.network import make_company
from kg.views.articles import render_article
from kg.views.catalogue import read_catalogue
from kg.views.desk import Desk, make_desk
from kg.views.entries import render_entry
from kg.views.register import make_register
from kg.views.scenes import make_atlas
from kg.views.texts import Texts


def measure(what: str, render: Callable[[Desk, str], str], desk: Desk, things: Iterable[str]) -> None:
    began = time.process_time()
    sizes = [len(render(desk, thing).encode()) for thing in things]
    took = time.process_time() - began
    print(f"{what:8} {len(sizes):6,} sheets · {len(sizes) / took:6,.0f}/s · {sum(sizes) / len(sizes):7,.0f} bytes each")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--triples", type=int, default=300_000)
    triples = parser.parse_args().triples
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "big"
        folder.mkdir()
        build(PAGES, Path(name) / "small")
        shutil.move(Path(name) / "small" / "pages", folder / "pages")
        write_big_graph(folder / "graph.nt", triples)
        atlas = make_atlas(read_catalogue(folder))
        desk = make_desk(atlas, make_register(atlas, {}), Texts(folder), make_company(atlas.network))
        measure("names", render_entry, desk, desk.register.names)
        measure("articles", render_article, desk, desk.register.articles)


if __name__ == "__main__":
    main()
