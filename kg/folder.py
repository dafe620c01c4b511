"""The folder that a build writes: one build at a time, and never half of one.

Invariant: at every moment the folder holds either the old output whole or the new one. All is written into ``.build-…`` inside
it. The rename of that to ``.built`` is the moment from which the new output counts; then its parts are moved in one by one. A
build that is killed before leaves the old output, and a ``.build-…`` that the next build removes; one that is killed after
leaves parts to be moved in, which ``settle`` does before the next command of any kind reads them.

Only what an earlier build wrote is replaced: its names stand in ``.parts``. A folder of a user's own pages that happens to be
called ``pages`` is never touched.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kg.errors import KgError

_STAGE = ".build-"
_BUILT = ".built"
_OLD = ".old"
_LOCK = ".lock"
_PARTS = ".parts"


@contextmanager
def replacing(out: Path, parts: Collection[str]) -> Iterator[Path]:
    """A new empty folder in which to write ``parts``; they replace those in ``out`` when the block ends without an error.

    Raises ``KgError`` where another process is building into ``out``, where nothing can be written there, and where there is
    something of these names that no build has written. Files of other names are left alone.
    """
    with _locked(out):
        _move_in(out)
        for left in out.glob(f"{_STAGE}*"):
            _drop(left)
        own = _refuse_foreign(out, parts)
        stage = Path(tempfile.mkdtemp(prefix=_STAGE, dir=out))
        try:
            yield stage
            names = sorted(path.name for path in stage.iterdir())
            if not set(names) <= set(parts):
                raise ValueError(f"a build wrote {names}, not {sorted(parts)}")
            kept = own.difference(parts)  # of other kinds of work: an export writes one of many folders
            (stage / _PARTS).write_text("".join(f"{name}\n" for name in sorted(kept.union(names))), encoding="ascii")
            stage.rename(out / _BUILT)
        finally:
            if stage.exists():
                _drop(stage)
        _move_in(out)


def _refuse_foreign(out: Path, parts: Collection[str]) -> frozenset[str]:
    """The names of what earlier builds wrote, where nothing else stands in the way of this one."""
    own = frozenset((out / _PARTS).read_text(encoding="ascii").split() if (out / _PARTS).is_file() else ())
    foreign = sorted(name for name in parts if name not in own and os.path.lexists(out / name))
    if foreign:
        raise KgError(f"{out} holds {', '.join(foreign)}, written by no build: choose another folder, or move that away")
    return own


def settle(out: Path) -> None:
    """Finish a build of this folder that was killed while its parts were moved in; nothing where one is at it just now."""
    if (out / _BUILT).is_dir():
        with suppress(KgError), _locked(out):
            _move_in(out)


def _move_in(out: Path) -> None:
    """Move the parts of a finished build in. May be broken off at any point, and begun again."""
    built, old = out / _BUILT, out / _OLD
    for part in sorted(built.iterdir()) if built.is_dir() else ():
        target = out / part.name
        if os.path.lexists(target) and (part.is_dir() or target.is_dir()):  # what a rename cannot replace
            _drop(old)
            target.rename(old)
        os.replace(part, target)
    _drop(old)
    _drop(built)  # the last thing, for as long as it is there the work is not done


def _drop(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    elif os.path.lexists(path):
        path.unlink()


@contextmanager
def _locked(out: Path) -> Iterator[None]:
    """Hold a folder. The system takes the lock away from a process that ends, however it ends, so none is ever left over."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        file = (out / _LOCK).open("a+", encoding="ascii")
    except OSError as error:
        raise KgError(f"cannot write into {out}: {error.strerror or error}") from error
    with file:
        try:
            _lock(file.fileno())
        except OSError:
            raise KgError(f"{out} is being built by another process{_holder(out)}") from None
        file.truncate(0)
        file.write(f"{os.getpid()}\n")
        file.flush()
        try:
            yield
        finally:
            file.truncate(0)


def _holder(out: Path) -> str:
    """Which process holds the folder, as far as can be told: Windows keeps others from reading a locked file."""
    with suppress(OSError):
        holder = (out / _LOCK).read_text(encoding="ascii").strip()
        return f" ({holder})" if holder else ""
    return ""


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
