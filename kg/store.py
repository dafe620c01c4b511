"""The embedded store: an Oxigraph database in ``DIR/store/``, written once by a build and only read afterwards.

Invariant: at every moment either ``store/`` is whole, or ``store.previous/`` is. A build writes to ``store.new/``, moves the
old store aside, moves the new one in and then drops the old one, so a build that is killed loses nothing.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.errors import StoreError
from kg.ontology import PREFIXES

if TYPE_CHECKING:
    from rdflib import Graph

STORE = "store"
_NEW = ".new"
_PREVIOUS = ".previous"
_REBUILT = 100_000  #: changed triples from which on loading all of them is quicker than changing
_TRIPLE_FILES = ("graph.nt", "graph.ttl")  #: read into memory where there is no store; the quicker to read comes first


def build_store(nt_path: Path, store_dir: Path) -> int:
    """Load a file of triples (``.nt`` or ``.ttl``) as the store, and return the number of triples."""
    if not nt_path.is_file():
        raise StoreError(f"{nt_path} is not there to be loaded")
    new = _beside(store_dir, _NEW)
    recover(store_dir)
    _drop(new)
    try:
        new.parent.mkdir(parents=True, exist_ok=True)
        count = _load(nt_path, new)
        _swap(new, store_dir)
    except OSError as error:
        raise StoreError(f"cannot write the store {store_dir}: {error}") from error
    return count


def change_store(old: Path, nt_path: Path, new: Path, *, removed: Sequence[str], added: Sequence[str]) -> None:
    """Make a new store from an old one, by the lines of N-Triples that it has lost and won to be that of ``nt_path``.

    The old store is not touched: the files that both have in common are linked, not copied, where the file system can do that.
    """
    if not old.is_dir() or len(removed) + len(added) > _REBUILT:
        build_store(nt_path, new)
        return
    try:
        _open_disk(old).backup(str(new))
        fits = _change(ox.Store(str(new)), removed, added)
    except (OSError, RuntimeError) as error:
        raise StoreError(f"cannot write the store {new}: {error}") from error
    if not fits:
        raise StoreError(f"{old} is not the store of the graph beside it; build it again")


def _change(store: ox.Store, removed: Sequence[str], added: Sequence[str]) -> bool:
    """Take triples away and add others; nothing where one that is to go is not there. The store is closed on return."""
    if not all(quad in store for quad in _parse(removed)):
        return False
    for quad in _parse(removed):
        store.remove(quad)
    store.extend(_parse(added))
    store.flush()
    return True


def _parse(lines: Iterable[str]) -> Iterator[ox.Quad]:
    return iter(ox.parse("".join(lines), format=ox.RdfFormat.N_TRIPLES))


def recover(store_dir: Path) -> None:
    """Put the old store back where a build was killed between moving it aside and moving the new one in."""
    previous = _beside(store_dir, _PREVIOUS)
    if not previous.exists():
        return
    if store_dir.exists():
        _drop(previous)
    else:
        previous.rename(store_dir)


def open_store(directory: Path) -> ox.Store:
    """Open what a build left in ``directory``, for reading only.

    Without a store the graph file (``graph.nt``, ``graph.ttl``) is read into memory; a graph file itself may also be given.
    """
    if directory.is_file():
        return _read_file(directory)
    for store_dir in (directory / STORE, _beside(directory / STORE, _PREVIOUS)):
        if store_dir.is_dir():
            return _open_disk(store_dir)
    return _read_file(_find_triples(directory))


def need_store(directory: Path, scratch: Path) -> Path:
    """The folder itself where it has a store on disk, else ``scratch`` with one made of the folder's graph file.

    For who opens it again and again: a store on disk is open in an instant, a graph file has to be read.
    """
    if any(path.is_dir() for path in (directory / STORE, _beside(directory / STORE, _PREVIOUS))):
        return directory
    build_store(_find_triples(directory), scratch / STORE)
    return scratch


def store_signature(directory: Path) -> tuple[int, int]:
    """A value that is another one once the store has been built again or written to, for who keeps it open."""
    try:
        status = (directory / STORE / "CURRENT").stat()
    except OSError:
        return 0, 0
    return status.st_ino, status.st_mtime_ns


def as_rdflib(directory: Path) -> Graph:
    """Show the store to code that knows rdflib; a write to a store on disk fails."""
    from oxrdflib import OxigraphStore
    from rdflib import Graph
    from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

    graph = Graph(store=OxigraphStore(store=open_store(directory)), identifier=DATASET_DEFAULT_GRAPH_ID)
    for prefix, iri in PREFIXES.items():
        graph.bind(prefix, iri)
    return graph


def _find_triples(directory: Path) -> Path:
    for name in _TRIPLE_FILES:
        if (directory / name).is_file():
            return directory / name
    looked_for = f"no {STORE}/ and no {' or '.join(_TRIPLE_FILES)}"
    raise StoreError(f"{directory} holds no graph ({looked_for}); build one: kg build PAGES --out {directory}")


def _load(nt_path: Path, new: Path) -> int:
    try:
        store = ox.Store(new)
        store.bulk_load(path=nt_path)
        store.flush()
        return len(store)
    except (SyntaxError, ValueError) as error:
        _drop(new)
        raise StoreError(f"{nt_path} is not a file of triples: {error}") from error


def _swap(new: Path, store_dir: Path) -> None:
    previous = _beside(store_dir, _PREVIOUS)
    if store_dir.exists():
        store_dir.rename(previous)
    new.rename(store_dir)
    _drop(previous)


def _open_disk(store_dir: Path) -> ox.Store:
    try:
        return ox.Store.read_only(str(store_dir))
    except FileNotFoundError as error:
        raise StoreError(f"{store_dir} is not a store, or only a part of one; build it again") from error
    except OSError as error:
        raise StoreError(f"{store_dir} cannot be opened: {error}") from error
    except RuntimeError as error:  # pyoxigraph's word for a database whose files are damaged
        raise StoreError(f"{store_dir} is damaged ({error}); build it again") from error


def _read_file(path: Path) -> ox.Store:
    store = ox.Store()
    try:
        store.bulk_load(path=path)
    except (SyntaxError, ValueError) as error:
        raise StoreError(f"{path} is not a file of triples: {error}") from error
    except OSError as error:
        raise StoreError(f"{path} cannot be read: {error}") from error
    return store


def _beside(store_dir: Path, ending: str) -> Path:
    return store_dir.with_name(store_dir.name + ending)


def _drop(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)
