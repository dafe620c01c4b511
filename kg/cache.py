"""Readings kept by content: a page that was read before, by the same code with the same seeds, is not read again.

A kept reading is a pickle, which is quick, keeps the values exactly as they are, and can run any code when it is loaded. So it
is read only from a folder that belongs to the user and that nobody else can write to, and it is never sent anywhere.

Readings of other versions of the code or the seeds are removed when a cache is opened: it holds one version's readings.
"""

from __future__ import annotations

import os
import pickle
import re
import shutil
import stat
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, entry_points, version
from pathlib import Path

from kg.engines import Reader
from kg.errors import KgError
from kg.extract import GROUP
from kg.model import UNIT_SEPARATOR, Page, Reading
from kg.ontology import ontology_dir
from kg.seeds import seeds_dir

_VERSION = re.compile(r"readings-[0-9a-f]{16}")
_LIBRARIES = ("jieba", "ahocorasick-rs")  #: those whose version can change what a page gives


@dataclass(frozen=True, slots=True)
class CachedReader:
    """A reader that looks first whether the page has been read. Picklable, so that workers share the folder."""

    read: Reader
    folder: Path

    def __call__(self, page: Page) -> Reading:
        path = self.folder / f"{page_key(page)}.pickle"
        kept = _load(path)
        if kept is not None and kept.page == page:
            return kept
        reading = self.read(page)
        beside = path.with_suffix(f".{os.getpid()}")
        beside.write_bytes(pickle.dumps(reading, protocol=pickle.HIGHEST_PROTOCOL))
        os.replace(beside, path)
        return reading


def open_cache(directory: Path, read: Reader) -> CachedReader:
    """A reader that keeps its readings in a folder, which is made where it is not there."""
    name = f"readings-{fingerprint()[:16]}"
    try:
        directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        _refuse_shared(directory)
        for old in directory.iterdir():
            if _VERSION.fullmatch(old.name) and old.name != name:
                shutil.rmtree(old)
        (directory / name).mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise KgError(f"cannot keep readings in {directory}: {error.strerror or error}") from error
    return CachedReader(read, directory / name)


def _refuse_shared(directory: Path) -> None:
    if sys.platform == "win32":  # folders below a user's profile are the user's own; there are no mode bits to ask
        return
    status = directory.stat()
    if status.st_uid != os.getuid() or status.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
        raise KgError(f"readings are kept only in a folder that is yours and that nobody else can write to: {directory} is not")


def _load(path: Path) -> Reading | None:
    """A kept reading, or nothing for one that is not there or was cut short."""
    try:
        kept = pickle.loads(path.read_bytes())
    except (OSError, EOFError, pickle.UnpicklingError, ValueError):
        return None
    return kept if isinstance(kept, Reading) else None


def page_key(page: Page) -> str:
    """All of a page that its reading holds."""
    parts = (page.sha256, page.name, page.title, page.site, page.date.isoformat() if page.date else "", page.url)
    return sha256(UNIT_SEPARATOR.join(parts).encode("utf-8", "surrogateescape")).hexdigest()


def fingerprint() -> str:
    """A hash of all that a reading depends on besides its page: code, seeds, ontology, libraries, plug-ins, Python."""
    digest = sha256(f"{sys.version_info[:2]}".encode())
    for name in _LIBRARIES:
        digest.update(f"{name} {_library_version(name)}\n".encode())
    for plugin in sorted(entry_points(group=GROUP), key=str):
        digest.update(f"{plugin.name} {plugin.value} {plugin.dist.version if plugin.dist else ''}\n".encode())
    for path in _files((Path(__file__).parent, seeds_dir(), ontology_dir())):
        digest.update(path.name.encode())
        digest.update(sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _library_version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _files(folders: Iterable[Path]) -> Iterator[Path]:
    for folder in folders:
        yield from sorted(path for path in folder.rglob("*") if path.suffix in (".py", ".csv", ".gz", ".ttl"))
