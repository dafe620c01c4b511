"""Processes that answer questions, each one at a time; one that takes too long is ended, and another takes its place.

Invariants: a process is in ``_idle``, or answers one question, or is being ended; whatever a question does to its process costs
that question only, since no question waits for longer than ``_PATIENCE`` others may take. When the folder is built again,
processes that still have the old store open are replaced before the next question.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain, repeat
from pathlib import Path
from typing import Any

from kg.errors import StoreError

_START = 60.0  #: seconds in which a process must have opened the store
_WAITING = 64  #: questions that may wait for a process
_PATIENCE = 6  #: how many times the time limit a question may wait for one
_BUFFER = 1 << 20  #: bytes of an answer that are read ahead
_DYING = 2.0  #: seconds that a process may take to die
_AGAIN = (0.1, 0.5, 2.0, 5.0)  #: seconds between attempts to start a process, the last for ever


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a question may take."""

    seconds: float = 10.0
    rows: int = 100_000
    size: int = 64 * 1024 * 1024  #: bytes of an answer
    memory: int = 2048  #: MB that a process may take beyond what it has at its start
    workers: int = 4


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a question: ``kind`` is ``answer``, or why there is none; ``what`` the format, or the reason in words."""

    kind: str
    what: str
    body: bytes = b""


class Pool:
    """So many processes with the store of one folder open."""

    def __init__(self, directory: Path, limits: Limits, signature: Callable[[Path], object]) -> None:
        self.limits = limits
        self._directory, self._signature = directory, signature
        self._idle: asyncio.LifoQueue[tuple[Process, object]] = asyncio.LifoQueue()
        self._processes: set[Process] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._waiting = 0

    async def start(self) -> None:
        """Start the processes; ``StoreError`` where the store cannot be opened."""
        started = await asyncio.gather(*(self._start() for _ in range(self.limits.workers)), return_exceptions=True)
        for each in started:
            if isinstance(each, BaseException):
                await self.close()
                raise each

    async def close(self) -> None:
        """End every process, whatever it is doing."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await asyncio.gather(*(self._end(process) for process in tuple(self._processes)))

    async def ask(self, request: dict[str, Any]) -> Answer:
        """Put a question to a process and wait for the answer."""
        if self._waiting >= _WAITING:
            return Answer("busy", "too many questions are waiting; ask again later")
        self._waiting += 1
        try:
            process, opened = await asyncio.wait_for(self._idle.get(), _PATIENCE * self.limits.seconds)
        except asyncio.TimeoutError:
            return Answer("busy", "all processes are at work on other questions; ask again later")
        finally:
            self._waiting -= 1
        if opened != self._signature(self._directory):
            self._replace(process)
            return await self.ask(request)
        try:
            answer = await asyncio.wait_for(_exchange(process, request), self.limits.seconds)
        except asyncio.TimeoutError:
            self._replace(process)
            return Answer("time", f"the query took longer than {self.limits.seconds:g} seconds; ask more narrowly")
        except (OSError, EOFError, ValueError):
            self._replace(process)
            return Answer("died", "the query broke its process: it is nested too deeply, or needs more memory than it may have")
        except BaseException:  # the one who asked has gone
            self._replace(process)
            raise
        self._idle.put_nowait((process, opened))
        return answer

    async def _start(self) -> None:
        """Start one process and let it be asked once it has opened the store."""
        opened = self._signature(self._directory)
        limits = self.limits
        arguments = [str(self._directory), str(limits.rows), str(limits.size), str(limits.memory)]
        command = [sys.executable, "-m", "kg.serve.worker", *arguments]
        process = await asyncio.create_subprocess_exec(
            *command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, limit=_BUFFER, env=_environment()
        )
        self._processes.add(process)
        try:
            first = await asyncio.wait_for(_read_answer(process), _START)
        except (asyncio.TimeoutError, EOFError, ValueError) as error:
            await self._end(process)
            raise StoreError(f"no process could open the store of {self._directory}") from error
        except BaseException:
            await self._end(process)
            raise
        if first.kind != "ready":
            await self._end(process)
            raise StoreError(first.what)
        self._idle.put_nowait((process, opened))

    def _replace(self, process: Process) -> None:
        """End a process and start another, without letting anyone wait for it."""
        task = asyncio.get_running_loop().create_task(self._start_instead(process))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _start_instead(self, process: Process) -> None:
        await self._end(process)
        for seconds in chain(_AGAIN, repeat(_AGAIN[-1])):
            try:
                return await self._start()
            except (OSError, StoreError):
                await asyncio.sleep(seconds)

    async def _end(self, process: Process) -> None:
        assert process.stdout is not None
        if process.stdout.at_eof():  # it is dying by itself; a signal now could take the news of it away from the event loop
            with suppress(asyncio.TimeoutError):
                await asyncio.wait_for(process.wait(), _DYING)
        if process.returncode is None:
            with suppress(ProcessLookupError):
                process.kill()
        await process.wait()
        self._processes.discard(process)


def _environment() -> dict[str, str]:
    """Modules come from where this process has them, and not from the folder in which it happens to run (Python 3.11 on)."""
    return {**os.environ, "PYTHONSAFEPATH": "1", "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}


async def _exchange(process: Process, request: dict[str, Any]) -> Answer:
    assert process.stdin is not None
    process.stdin.write(json.dumps(request, ensure_ascii=True).encode() + b"\n")
    await process.stdin.drain()
    return await _read_answer(process)


async def _read_answer(process: Process) -> Answer:
    assert process.stdout is not None
    head = await process.stdout.readline()
    if not head.endswith(b"\n"):
        raise EOFError
    said = json.loads(head)
    return Answer(said["kind"], said["what"], await process.stdout.readexactly(said["length"]))
