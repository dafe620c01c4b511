"""Pages to readings, in one process and in several: what one page does to its reader costs that page only."""

import os
import shutil
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from kg.engines import ENGINES
from kg.engines.local import read_local
from kg.engines.spark import read_spark
from kg.errors import KgError, SeedError
from kg.model import Page, Problem, Reading


def make_page(text: str) -> Page:
    return Page(name=f"{text[:10]}.txt", text=text, sha256=text[:10])


def read_plain(page: Page) -> Reading:
    return Reading(page)


def read_or_fail(page: Page) -> Reading:
    """A reader that some pages break."""
    if "raises" in page.text:
        raise RecursionError("too deep")
    if "dies" in page.text:
        os._exit(7)
    if "bad seed" in page.text:
        raise SeedError("titles.csv:3: no source")
    return Reading(page)


def names(outcomes: Iterator[Reading | Problem]) -> list[str]:
    return [f"! {each.where} {each.what}" if isinstance(each, Problem) else each.page.name for each in outcomes]


@pytest.mark.parametrize("workers", [1, 2])
def test_each_page_gives_a_reading_in_order_and_problems_pass(workers: int) -> None:
    pages = [make_page(f"page {number}") for number in range(200)]
    problem = Problem("empty.txt", "empty")
    found = names(read_local([*pages, problem], read_plain, workers=workers))
    assert sorted(found) == sorted([*(page.name for page in pages), "! empty.txt empty"])
    assert [name for name in found if name[0] != "!"] == [page.name for page in pages]


@pytest.mark.parametrize("workers", [1, 2])
def test_an_exception_costs_its_page_only(workers: int) -> None:
    found = names(read_local(map(make_page, ["one", "raises", "two"]), read_or_fail, workers=workers))
    assert found == ["one.txt", "! raises.txt could not be read: RecursionError: too deep", "two.txt"]


@pytest.mark.parametrize("workers", [1, 2])
def test_our_own_mistake_stops_the_build(workers: int) -> None:
    with pytest.raises(SeedError, match=r"titles\.csv:3"):
        names(read_local(map(make_page, ["one", "bad seed"]), read_or_fail, workers=workers))


@pytest.mark.parametrize("place", [0, 40, 99])
def test_a_page_that_kills_its_process_costs_itself_only(place: int) -> None:
    texts = [f"page {number}" for number in range(100)]
    texts[place] = "dies"
    found = names(read_local(map(make_page, texts), read_or_fail, workers=2))
    wanted = [f"{text}.txt" for text in texts]
    wanted[place] = "! dies.txt could not be read: the process that read it died"
    assert sorted(found) == sorted(wanted)


def test_no_more_pages_are_taken_than_are_needed() -> None:
    taken = 0

    def pages() -> Iterator[Page]:
        nonlocal taken
        while True:
            taken += 1
            yield make_page(f"page {taken}")

    outcomes = read_local(pages(), read_plain, workers=2)
    for _ in range(300):
        next(outcomes)
    assert taken < 600
    del outcomes


def test_the_engines_by_name() -> None:
    assert dict(ENGINES) == {"local": read_local, "spark": read_spark}


#: Reads pages that take for ever, in two workers whose numbers it prints.
SLOW = textwrap.dedent(
    """
    import os, sys, time
    from kg.engines.local import read_local
    from kg.model import Page, Reading

    def read_for_ever(page):
        os.write(1, f"{os.getpid()}\\n".encode())  # one write: two workers share the pipe
        time.sleep(600)

    if __name__ == "__main__":
        list(read_local([Page(str(n), "x" * 60_000, "") for n in range(2)], read_for_ever, workers=2))
    """
)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_workers_end_when_the_build_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "slow.py"
    script.write_text(SLOW)
    with subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as run:
        assert run.stdout is not None
        try:
            workers = [int(run.stdout.readline()) for _ in range(2)]
        finally:
            run.send_signal(signal.SIGKILL)
    for _ in range(200):
        if not any(Path(f"/proc/{worker}").exists() for worker in workers):
            break
        time.sleep(0.05)
    else:
        pytest.fail(f"workers {workers} outlive their build")


@pytest.mark.skipif(
    find_spec("pyspark") is None or shutil.which("java") is None,
    reason='Spark is tested with: pip install ".[spark]", and Java 17',
)
def test_spark_builds_the_same_bytes_as_this_machine(tmp_path: Path) -> None:
    pages = Path(__file__).parent.parent / "seeds" / "pages"
    for engine in ENGINES:
        command = [sys.executable, "-m", "kg.cli", "build", str(pages), "--out", str(tmp_path / engine), "--engine", engine]
        subprocess.run(command, check=True, capture_output=True)
    for name in ("graph.nt", "graph.ttl", "index.html"):
        assert (tmp_path / "spark" / name).read_bytes() == (tmp_path / "local" / name).read_bytes()


@pytest.mark.skipif(find_spec("pyspark") is not None, reason="PySpark is installed")
def test_spark_without_pyspark_is_a_clear_error() -> None:
    with pytest.raises(KgError, match=r"xianzhi\[spark\]"):
        list(ENGINES["spark"](iter(()), read_plain))
