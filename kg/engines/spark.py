"""Pages to readings on a Spark cluster, or in a local Spark: the extra ``[spark]``.

The driver sends batches of pages out in waves and takes their readings back, so its memory does not grow with the corpus. The
cluster is the one that ``spark-submit`` or Spark's own configuration names; without one, ``workers`` threads of this machine.
Each executor needs this package installed in its Python.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Any

from kg.engines.local import Reader, make_batches, read_apart, read_batch
from kg.errors import KgError
from kg.model import Page, Problem, Reading

_WAVE = 4  #: batches a core of the cluster that are sent out at once


def read_spark(items: Iterable[Page | Problem], read: Reader, *, workers: int = 1) -> Iterator[Reading | Problem]:
    """Read pages, each into one reading or one problem; problems among ``items`` are passed on.

    ``read`` must be a function at the top of a module, so that an executor can import it. Raises ``KgError`` without PySpark.
    """
    context = _context(workers)
    try:
        size = max(1, context.defaultParallelism) * _WAVE
        wave: list[Sequence[Page]] = []
        for batch in make_batches(items):
            if isinstance(batch, Problem):
                yield batch
                continue
            wave.append(batch)
            if len(wave) >= size:
                yield from _read_wave(context, wave, read)
                wave = []
        if wave:
            yield from _read_wave(context, wave, read)
    finally:
        context.stop()


def _read_wave(context: Any, wave: Sequence[Sequence[Page]], read: Reader) -> Iterator[Reading | Problem]:
    try:
        done = context.parallelize(wave, len(wave)).map(partial(read_batch, read=read)).collect()
    except Exception:  # Spark wraps whatever ended a task; read here, it shows what it was
        yield from read_apart(wave, read)
        return
    for outcomes in done:
        yield from outcomes


def _context(workers: int) -> Any:
    try:
        from pyspark import SparkConf, SparkContext
    except ImportError as error:
        raise KgError('the engine "spark" needs PySpark: pip install "xianzhi[spark]", and Java 17 or newer') from error
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    conf = SparkConf().setAppName("kg build")
    conf.setIfMissing("spark.ui.enabled", "false").setIfMissing("spark.ui.showConsoleProgress", "false")
    if not conf.contains("spark.master"):
        conf.setMaster(f"local[{workers}]").set("spark.driver.host", "localhost").set("spark.driver.bindAddress", "127.0.0.1")
    try:
        context = SparkContext.getOrCreate(conf)
    except Exception as error:  # PySpark raises its own kinds where Java is missing or a master does not answer
        raise KgError(f"Spark did not start: {error}") from error
    context.setLogLevel("ERROR")
    return context


__all__ = ["read_spark"]
