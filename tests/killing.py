"""Kill a build or an update at one change of the file system after the other, each in a process of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from shutil import copytree

CHANGES = ("open", "os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.link", "os.truncate", "shutil.rmtree")
TESTS = Path(__file__).parent

Work = Callable[[Path, Path], object]  #: does the work in a folder, with what stands beside it


def run_killed(folder: Path, work: str, *, early: int, late: int, last: int) -> list[str]:
    """Do ``work`` in copies of ``folder/old``; the names of the copies (``folder/NAME``) in which it was killed, in order.

    ``work`` is ``module:function``, a function of the copy and of ``folder``. It is killed at about ``early`` of all the
    changes while it writes, and at one of ``late`` of the ``last``, while it moves its work in. The parent of the processes
    opens no store, so that it can be forked; therefore it is a process of its own too.
    """
    paths = os.pathsep.join((str(TESTS), str(TESTS.parent)))
    env = {**os.environ, "PYTHONPATH": paths, "PYTHONDONTWRITEBYTECODE": "1"}  # what is compiled anew would count as a change
    script = [sys.executable, __file__, str(folder), work, str(early), str(late), str(last)]
    run = subprocess.run(script, capture_output=True, text=True, env=env, check=False)
    assert run.returncode == 0, run.stderr
    return run.stdout.split()


def _count_changes(work: Work, out: Path, folder: Path, deadline: int) -> int:
    """The exit code of a process that does the work and kills itself at one change; without a deadline it counts them."""
    seen = 0

    def hook(event: str, _: tuple[object, ...]) -> None:
        nonlocal seen
        if event in CHANGES:
            seen += 1
            if seen == deadline:
                os.kill(os.getpid(), signal.SIGKILL)

    child = os.fork()
    if not child:
        sys.addaudithook(hook)
        work(out, folder)
        (folder / "seen").write_text(str(seen))
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def main(folder: Path, work: Work, early: int, late: int, last: int) -> None:
    """What the process of :func:`run_killed` does."""
    copytree(folder / "old", folder / "whole")
    assert _count_changes(work, folder / "whole", folder, 0) == 0
    total = int((folder / "seen").read_text())
    for deadline in [*range(2, total - last, max(1, total // early)), *range(total - last, total, late)]:
        copytree(folder / "old", folder / str(deadline))
        if _count_changes(work, folder / str(deadline), folder, deadline) == -signal.SIGKILL:
            print(deadline, flush=True)


if __name__ == "__main__":
    module, _, function = sys.argv[2].partition(":")
    main(Path(sys.argv[1]), getattr(__import__(module), function), *map(int, sys.argv[3:]))
