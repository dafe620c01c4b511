"""Where pages are read into readings: several ways to run one pure function, with one interface."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Protocol

from kg.engines.local import Reader, read_local
from kg.engines.spark import read_spark
from kg.model import Page, Problem, Reading


class Engine(Protocol):
    """Read pages, each into one reading or one problem, in any order; problems among the items are passed on."""

    def __call__(self, items: Iterable[Page | Problem], read: Reader, *, workers: int = 1) -> Iterator[Reading | Problem]: ...


ENGINES: Mapping[str, Engine] = MappingProxyType({"local": read_local, "spark": read_spark})

__all__ = ["ENGINES", "Engine", "Reader"]
