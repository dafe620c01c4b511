"""Pages to readings on this machine: in this process, or in several beside it.

Invariants: at most ``_AHEAD`` batches a worker are in the air, so memory does not grow with the corpus; what one page does to
its reader (an exception, a crash of the whole process) costs that page only and becomes a ``Problem``; a ``KgError`` is our own
mistake and stops the build. Readings come in the order of the pages, though nothing downstream needs it.

Workers are never forked from this process, which may hold threads and locks of native libraries: they are forked from a clean
server process where the system has that, and started anew where it has not.
"""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import wait

from kg.errors import KgError
from kg.model import Page, Problem, Reading

Reader = Callable[[Page], Reading]

_AHEAD = 3  #: batches a worker that wait or are being read
_BATCH_PAGES = 32
_BATCH_CHARACTERS = 60_000  #: some seconds of work, so that the last batches end at about the same time


def read_local(items: Iterable[Page | Problem], read: Reader, *, workers: int = 1) -> Iterator[Reading | Problem]:
    """Read pages, each into one reading or one problem; problems among ``items`` are passed on.

    With more than one worker ``read`` must be a function at the top of a module, so that a worker can import it.
    """
    if workers < 2:
        return (item if isinstance(item, Problem) else _read_one(item, read) for item in items)
    return _read_parallel(items, read, workers)


def _read_one(page: Page, read: Reader) -> Reading | Problem:
    try:
        return read(page)
    except KgError:
        raise
    except Exception as error:  # whatever one page makes of a rule: the other pages are to be read all the same
        return Problem(page.name, f"could not be read: {type(error).__name__}: {error}")


def read_batch(pages: Sequence[Page], read: Reader) -> list[Reading | Problem]:
    return [_read_one(page, read) for page in pages]


def _read_parallel(items: Iterable[Page | Problem], read: Reader, workers: int) -> Iterator[Reading | Problem]:
    crew = _Crew(read, workers)
    try:
        for batch in make_batches(items):
            if isinstance(batch, Problem):
                yield batch
                continue
            crew.give(batch)
            if len(crew.waiting) >= workers * _AHEAD:
                yield from crew.take()
        while crew.waiting:
            yield from crew.take()
    finally:
        crew.pool.shutdown(wait=True, cancel_futures=True)


class _Crew:
    """Some worker processes, and the batches that they have been given, the oldest first."""

    def __init__(self, read: Reader, workers: int) -> None:
        self.read = read
        self.workers = workers
        self.pool = _make_pool(workers)
        self.waiting: deque[tuple[Sequence[Page], Future[list[Reading | Problem]]]] = deque()

    def give(self, batch: Sequence[Page]) -> None:
        try:
            future = self.pool.submit(read_batch, batch, self.read)
        except BrokenProcessPool as error:  # a worker has died over an earlier batch, which ``take`` will find
            future = Future()
            future.set_exception(error)
        self.waiting.append((batch, future))

    def take(self) -> Iterator[Reading | Problem]:
        """What came of the oldest batch; of all batches where a worker has died, for it may have died over any of them."""
        try:
            outcomes: Iterable[Reading | Problem] = self.waiting[0][1].result()
            self.waiting.popleft()
        except BrokenProcessPool:
            self.pool.shutdown(wait=True, cancel_futures=True)
            self.pool = _make_pool(self.workers)
            outcomes = read_apart([batch for batch, _ in self.waiting], self.read)
            self.waiting.clear()
        yield from outcomes


def read_apart(batches: Iterable[Sequence[Page]], read: Reader) -> Iterator[Reading | Problem]:
    """Read the pages of batches that were in the air when a worker died, each on its own, to find the one that killed it."""
    pool = _make_pool(1)
    try:
        for page in (page for batch in batches for page in batch):
            try:
                yield pool.submit(_read_one, page, read).result()
            except BrokenProcessPool:
                pool.shutdown(wait=True)
                pool = _make_pool(1)
                yield Problem(page.name, "could not be read: the process that read it died")
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def make_batches(items: Iterable[Page | Problem]) -> Iterator[Sequence[Page] | Problem]:
    """Pages, some at a time; problems as they come."""
    held: list[Page] = []
    size = 0
    for item in items:
        if isinstance(item, Problem):
            yield item
            continue
        held.append(item)
        size += len(item.text)
        if len(held) >= _BATCH_PAGES or size >= _BATCH_CHARACTERS:
            yield held
            held, size = [], 0
    if held:
        yield held


def _make_pool(workers: int) -> ProcessPoolExecutor:
    method = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
    return ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context(method), initializer=_die_with_parent)


def _die_with_parent() -> None:
    """End this worker when the build is killed; it would wait for work for ever."""
    parent = multiprocessing.parent_process()
    assert parent is not None
    sentinel = parent.sentinel

    def watch() -> None:
        wait([sentinel])
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
