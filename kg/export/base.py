"""What every form of export is: a name, a sentence about it, and a function that writes its files into a folder.

A format that comes as one stream of RDF also takes the options of bulk loaders: files of a certain size, gzip, a named graph.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

#: The named graph of quads, where the user gives none.
DEFAULT_GRAPH = "https://w3id.org/xianzhi/graph"


@dataclass(frozen=True, slots=True)
class Options:
    """What bulk loaders ask for."""

    split: int = 0  #: triples in a file, at least, for a subject is never cut in two; 0 for one file
    gzip: bool = False
    graph: str = DEFAULT_GRAPH  #: IRI of the named graph, in formats that have such


#: From the folder of a build, into an empty folder.
Write = Callable[[Path, Path, Options], None]


@dataclass(frozen=True, slots=True)
class Format:
    """One form in which the graph can be written."""

    name: str
    about: str
    write: Write
    bulk: bool = False  #: whether it takes ``Options``
    needs: str = ""  #: the library that it asks for, of the extra ``export``


def write_lines(path: Path, rows: Iterable[object]) -> None:
    """JSON, one value a line, the same bytes for the same values."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(json.dumps(row, ensure_ascii=False, sort_keys=True) + "\n" for row in rows)
