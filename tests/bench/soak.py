"""Whether ``kg serve`` stands hostile clients: ``python tests/bench/soak.py [DIR] [--queries N] [--clients N] [--seconds S]``.

One query in ten is hostile: endless, greedy, nested too deep, malformed, an update, ``SERVICE``, ten million bytes long, or
its client goes away. The others must all be answered, and answered right. Without DIR the sample pages are built. Exits with 1
where an answer is wrong, a hostile query is not refused in its way, or the server holds more than before.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests")]

from clients import Held, Report, make_good, run_server, settled, soak  # noqa: E402

from kg.build import build  # noqa: E402

WORKERS = 4


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("directory", nargs="?", type=Path)
    parser.add_argument("--queries", type=int, default=10_000)
    parser.add_argument("--clients", type=int, default=8)
    parser.add_argument("--seconds", type=float, default=1.0, help="the time limit of a query")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        directory = options.directory or Path(folder)
        if options.directory is None:
            build(ROOT / "seeds" / "pages", directory)
        good = make_good(directory)
        limits = ("--workers", str(WORKERS), "--seconds", str(options.seconds), "--memory", "512")
        with run_server(directory, *limits) as (address, server):
            soak(address, good, queries=500, clients=options.clients, seed=0)  # what a server takes once is no leak
            before = settled(server.pid, WORKERS)
            began = time.perf_counter()
            report = soak(address, good, queries=options.queries, clients=options.clients)
            seconds = time.perf_counter() - began
            after = settled(server.pid, WORKERS)
            alive = server.poll() is None
            show(report, seconds, before, after)
    leak = after.children != before.children or after.files > before.files + 8 or after.megabytes > before.megabytes * 1.5 + 20
    return int(bool(report.wrong) or leak or not alive)


def show(report: Report, seconds: float, before: Held, after: Held) -> None:
    print(f"{report.good:,} good and {report.hostile.total():,} hostile queries in {seconds:.0f} s: {len(report.wrong)} wrong")
    print(", ".join(f"{kind} {count}" for kind, count in report.hostile.items()))
    print(f"before {before}\nafter  {after}")
    for fault in report.wrong[:20]:
        print(fault)
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
