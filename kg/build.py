"""The only file that knows the order of the stages: pages are read, readings become a graph, the graph a store and views.

Invariant: at every moment ``DIR`` holds either the old output whole or the new one. All is written into ``DIR/.build-…``. The
rename of that folder to ``DIR/.built`` is the moment at which the new output counts; then its parts are moved in one by one.
A build that is killed before it leaves the old output, and a folder that the next build removes; one that is killed after
it leaves parts to be moved in, which ``settle`` does, at the next command of any kind.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.engines import Reader, read_local
from kg.errors import InputError, KgError
from kg.graph import DEFAULT_BASE, check_base, write_graph, write_page_text
from kg.model import Page, Problem, Reading, Result
from kg.pipeline import read_page
from kg.read import Fields, read_pages
from kg.store import STORE, build_store
from kg.turtle import GRAPH_NT
from kg.views import write_views

ENGINES = ("local",)
PROBLEMS = "problems.jsonl"

_STAGE = ".build-"
_BUILT = ".built"
_OLD = ".old"
_LOCK = ".lock"

#: Told the stage (``read`` ``graph`` ``store`` ``views``) and how many pages have been read.
Progress = Callable[[str, int], None]


def build(
    sources: Iterable[str | Path] | Path,
    out: Path,
    *,
    base: str = DEFAULT_BASE,
    workers: int = 1,
    engine: str = "local",
    fields: Fields | None = None,
    progress: Progress | None = None,
    read: Reader = read_page,
) -> Result:
    """Read pages and write all that is made of them into the folder ``out``.

    The same pages give the same bytes, whatever their order and however many ``workers`` (processes) read them. ``fields``
    are the names of the fields of JSONL records. Raises ``InputError`` where no page could be read, and ``KgError`` where
    another build is writing into the same folder; in both cases ``out`` is left as it was.
    """
    check_base(base)
    if engine not in ENGINES:
        raise KgError(f"no engine {engine!r}; there are: {', '.join(ENGINES)}")
    told: Progress = progress or (lambda stage, pages: None)
    with _locked(out):
        _settle(out)
        _clean(out)
        stage = Path(tempfile.mkdtemp(prefix=_STAGE, dir=out))
        try:
            result = _write(_read(sources, fields or Fields()), stage, base, workers, read, told)
            stage.rename(out / _BUILT)
        finally:
            shutil.rmtree(stage, ignore_errors=True)
        _settle(out)
    return result


def settle(out: Path) -> None:
    """Finish a build of this folder that was killed while its parts were being moved in."""
    if (out / _BUILT).is_dir():
        with _locked(out):
            _settle(out)


def _read(sources: Iterable[str | Path] | Path, fields: Fields) -> Iterator[Page | Problem]:
    return read_pages(
        sources,
        text_field=fields.text,
        title_field=fields.title,
        date_field=fields.date,
        site_field=fields.site,
        url_field=fields.url,
    )


def _write(items: Iterable[Page | Problem], stage: Path, base: str, workers: int, read: Reader, told: Progress) -> Result:
    problems: list[Problem] = []
    readings = _keep(read_local(items, read, workers=workers), stage, problems, told)
    counts = write_graph(readings, stage, base=base)
    found = tuple(sorted(set(problems), key=lambda problem: (problem.where, problem.what)))
    if not counts.pages:
        more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
        raise InputError(f"no page could be read: {found[0].where}: {found[0].what}{more}" if found else "there is no page to read")
    _write_problems(stage / PROBLEMS, found)
    told("store", counts.pages)
    build_store(stage / GRAPH_NT, stage / STORE)
    told("views", counts.pages)
    write_views(stage)
    return Result(counts.pages, counts.articles, counts.entities, counts.facts, found)


def _keep(outcomes: Iterable[Reading | Problem], stage: Path, problems: list[Problem], told: Progress) -> Iterator[Reading]:
    """Pass readings on; keep their pages' texts and all problems."""
    pages = 0
    for outcome in outcomes:
        if isinstance(outcome, Problem):
            problems.append(outcome)
            continue
        problems.extend(outcome.problems)
        write_page_text(stage, outcome.page)
        pages += 1
        told("read", pages)
        yield outcome
    told("graph", pages)


def _write_problems(path: Path, problems: Iterable[Problem]) -> None:
    lines = (json.dumps({"where": problem.where, "what": problem.what}, ensure_ascii=False) for problem in problems)
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", newline="\n")


# ── the folder ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _settle(out: Path) -> None:
    """Move the parts of a finished build in. May be broken off at any point, and begun again."""
    built, old = out / _BUILT, out / _OLD
    if built.is_dir():
        for part in sorted(built.iterdir()):
            target = out / part.name
            if target.is_dir() and not target.is_symlink():
                _drop(old)
                target.rename(old)
            os.replace(part, target)
        _drop(built)
    _drop(old)


def _clean(out: Path) -> None:
    """Remove what killed builds have left."""
    for stage in out.glob(f"{_STAGE}*"):
        _drop(stage)


def _drop(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)


@contextmanager
def _locked(out: Path) -> Iterator[None]:
    """Hold a folder for one build. The system takes the lock away from a process that ends, however it ends."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        file = (out / _LOCK).open("a+", encoding="ascii")
    except OSError as error:
        raise KgError(f"cannot write into {out}: {error.strerror or error}") from error
    with file:
        try:
            _lock(file.fileno())
        except OSError:
            file.seek(0)
            holder = file.read().strip()
            raise KgError(f"{out} is being built by another process{f' ({holder})' if holder else ''}") from None
        file.truncate(0)
        file.write(f"{os.getpid()}\n")
        file.flush()
        try:
            yield
        finally:
            file.truncate(0)


if os.name == "nt":
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
