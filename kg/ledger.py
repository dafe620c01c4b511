"""What each page says, apart from what the others say: so that one page can be taken out of a graph, or put into it.

``graph.nt`` holds what all pages say together, and does not tell which of them say it. The ledger does: ``readings.nt.gz`` holds
the lines of each page before they were joined, page after page in the order of their keys. A page is a gzip member of its own,
whose first line, a comment, names it; so the file is N-Triples to any program, and a page is copied without unpacking it.
"""

from __future__ import annotations

import gzip
import json
import os
import shutil
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import BinaryIO

from kg.cache import fingerprint, page_key
from kg.errors import StoreError
from kg.model import Page, Reading

LEDGER = "readings.nt.gz"

_CHUNK = 1 << 20
_LEVEL = 3  #: of compression: fast, and a tenth of the size
_GZIP = 31  #: what zlib calls the format


@dataclass(frozen=True, slots=True)
class Head:
    """Which page an entry is of, and what it was read with."""

    key: str  #: of all that the page holds
    page: str  #: its name
    sha256: str
    base: str
    maker: str  #: of code, word lists and libraries; another one might read the page differently
    least: float = 0.0  #: confidence below which evidence was left out
    withhold: bool = False  #: whether private persons were left out


@dataclass(frozen=True, slots=True)
class Entry:
    """One page in the ledger."""

    head: Head
    lines: tuple[str, ...]  #: distinct and sorted, each closed by a line feed
    packed: bytes  #: all of it as it stands in the file


def name_maker(read: Callable[[Page], Reading]) -> str:
    """A name for all that a reading depends on besides its page."""
    name = getattr(read, "__qualname__", type(read).__qualname__)  # an object that can be called has no name of its own
    return f"{fingerprint()}:{read.__module__}.{name}"


def make_entry(page: Page, lines: Iterable[str], *, base: str, maker: str, least: float = 0.0, withhold: bool = False) -> Entry:
    """The entry of a page with all lines of its reading."""
    head = Head(page_key(page), page.name, page.sha256, base, maker, least, withhold)
    kept = tuple(sorted(set(lines)))
    comment = f"# {json.dumps(asdict(head), sort_keys=True)}\n"
    packed = gzip.compress(f"{comment}{''.join(kept)}".encode(), _LEVEL, mtime=0)
    return Entry(head, kept, packed)


class LedgerWriter:
    """Takes entries in any order, and writes the ledger in the order of their keys, each once."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._beside = path.with_name(f".{path.name}.{os.getpid()}")
        self._places: dict[str, tuple[int, int]] = {}

    def __enter__(self) -> LedgerWriter:
        self._file: BinaryIO = self._beside.open("w+b")
        return self

    def add(self, entry: Entry) -> None:
        if entry.head.key not in self._places:
            self._places[entry.head.key] = (self._file.tell(), len(entry.packed))
            self._file.write(entry.packed)

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        with self._file:
            if kind is None:
                self._write()
        self._beside.unlink()

    def _write(self) -> None:
        with self._path.open("wb") as out:
            for key in sorted(self._places):
                start, length = self._places[key]
                self._file.seek(start)
                out.write(self._file.read(length))


def read_ledger(directory: Path) -> Iterator[Entry]:
    """All entries of a build, one in memory at a time."""
    path = directory / LEDGER
    try:
        with path.open("rb") as file:
            for packed, text in _members(file):
                comment, *lines = text.decode().split("\n")  # not splitlines: names hold any character but this one
                yield Entry(Head(**json.loads(comment[2:])), tuple(f"{line}\n" for line in lines if line), packed)
    except FileNotFoundError:
        raise StoreError(f"{directory} holds no {LEDGER}: build it (again): kg build PAGES --out {directory}") from None
    except (ValueError, TypeError, zlib.error) as error:
        raise StoreError(f"{path} is damaged ({error}); build again: kg build PAGES --out {directory}") from error


def _members(file: BinaryIO) -> Iterator[tuple[bytes, bytes]]:
    """The members of a gzip file: each as it stands there, and unpacked."""
    rest = file.read(_CHUNK)
    while rest:
        unpack = zlib.decompressobj(_GZIP)
        packed, unpacked = [], []
        while not unpack.eof:
            if not rest:
                raise ValueError("it breaks off")
            unpacked.append(unpack.decompress(rest))
            packed.append(rest[: len(rest) - len(unpack.unused_data)])
            rest = unpack.unused_data or file.read(_CHUNK)
        yield b"".join(packed), b"".join(unpacked)


def link_texts(old: Path, new: Path, digests: Iterable[str]) -> None:
    """Put the texts of pages into a new folder without copying them, where the file system can do that."""
    new.mkdir(exist_ok=True)
    for digest in digests:
        source, target = old / f"{digest}.txt", new / f"{digest}.txt"
        if target.exists() or not source.exists():
            continue
        try:
            os.link(source, target)
        except OSError:
            shutil.copyfile(source, target)
