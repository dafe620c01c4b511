"""A large graph of our own terms for the benchmarks: the graph of the sample pages, many times over under other IRIs."""

from __future__ import annotations

import tempfile
from pathlib import Path

from kg.build import build
from kg.ontology import DEFAULT_BASE

PAGES = Path(__file__).resolve().parents[2] / "seeds" / "pages"


def write_big_graph(path: Path, triples: int) -> int:
    """Write N-Triples, each line once, some more than ``triples`` of them; the number."""
    with tempfile.TemporaryDirectory() as folder:
        build(PAGES, Path(folder))
        text = (Path(folder) / "graph.nt").read_text(encoding="utf-8")
    lines = "".join(line for line in text.splitlines(keepends=True) if DEFAULT_BASE in line)  # terms of the ontology stay one
    written = 0
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for copy in range(-(-triples // lines.count("\n"))):
            text = lines.replace(DEFAULT_BASE, f"{DEFAULT_BASE}copy-{copy:04}/")
            file.write(text)
            written += text.count("\n")
    return written
