"""From pages to a folder: the same bytes in any order and with any number of workers, and never half an output."""

import json
import random
import sys
from pathlib import Path

import pytest
import sample_readings
from killing import run_killed

from kg.build import PARTS, build
from kg.check import check
from kg.errors import InputError, KgError
from kg.folder import settle
from kg.model import Page, Reading
from kg.query import run_query
from kg.read import Fields

COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"


def parts(out: Path) -> dict[str, bytes]:
    """Every file of an output but those of the store, whose database names and dates its own files."""
    files = (path for path in out.rglob("*") if path.is_file() and path.name != ".lock")
    return {name: path.read_bytes() for path in files if not (name := path.relative_to(out).as_posix()).startswith("store/")}


@pytest.fixture(scope="module")
def pages(root: Path) -> list[Path]:
    return sorted((root / "tests" / "pages" / "dev").glob("*.txt"))[::3]


def test_the_same_pages_give_the_same_bytes(pages: list[Path], tmp_path: Path) -> None:
    build(pages, tmp_path / "one")
    shuffled = random.Random(7).sample(pages, len(pages))
    assert shuffled != pages
    build(shuffled, tmp_path / "two", workers=2)
    build(shuffled[::-1], tmp_path / "two", workers=1, cache=tmp_path / "readings")
    build([*pages, pages[0]], tmp_path / "three", workers=2, cache=tmp_path / "readings")
    first = parts(tmp_path / "one")
    assert len(first["graph.ttl"]) > 100_000
    for other in ("two", "three"):
        assert parts(tmp_path / other) == first


def test_what_a_build_writes(sample_build: Path) -> None:
    names = {path.name for path in sample_build.iterdir()} - {".lock", ".parts"}
    wanted = {"graph.ttl", "graph.nt", "readings.nt.gz", "pages", "store", "problems.jsonl"}
    assert names == wanted | {"index.html", "views", "names", "articles"} == set(PARTS)
    assert (sample_build / "views" / "overview.html").is_file()
    assert check(sample_build) == []


def test_the_result_counts_what_stands_in_the_graph(root: Path, tmp_path: Path) -> None:
    stages: list[tuple[str, int]] = []
    result = build(root / "seeds" / "pages", tmp_path, progress=lambda stage, pages: stages.append((stage, pages)))
    assert (result.pages, result.problems) == (4, ())
    assert stages == [*(("read", number) for number in range(1, 5)), ("graph", 4), ("store", 4), ("views", 4)]
    for name, wanted in (("schema:NewsArticle", result.articles), ("xz:Evidence", None)):
        (row,) = run_query(tmp_path, f"SELECT (COUNT(*) AS ?n) WHERE {{ ?s a {name} }}").rows
        assert int(row[0].value) == wanted if wanted else int(row[0].value) > 100  # type: ignore[union-attr]


def test_problems_are_written_and_sorted(tmp_path: Path) -> None:
    for name, data in (("b.txt", b""), ("a.txt", b"\xff\xfe\xff"), ("page.txt", "本报讯 5月6日，临朐县召开会议。".encode())):
        (tmp_path / name).write_bytes(data)
    result = build(tmp_path, tmp_path / "out")
    rows = [json.loads(line) for line in (tmp_path / "out" / "problems.jsonl").read_text(encoding="utf-8").splitlines()]
    assert rows == [{"where": problem.where, "what": problem.what} for problem in result.problems]
    assert [Path(row["where"]).name for row in rows] == ["a.txt", "b.txt"]
    assert result.pages == 1


def test_a_page_that_breaks_a_rule_is_a_problem(tmp_path: Path) -> None:
    for name in ("good", "bad"):
        (tmp_path / f"{name}.txt").write_text(f"{name}：本报讯", encoding="utf-8")

    def read(page: Page) -> Reading:
        if page.text.startswith("bad"):
            raise IndexError("list index out of range")
        return Reading(page)

    result = build(tmp_path, tmp_path / "out", read=read)
    assert [problem.what for problem in result.problems] == ["could not be read: IndexError: list index out of range"]
    assert [Path(problem.where).name for problem in result.problems] == ["bad.txt"]
    assert result.pages == 1


def test_nothing_to_read_leaves_the_old_output(tmp_path: Path) -> None:
    out = tmp_path / "out"
    (tmp_path / "page.txt").write_text("本报讯 5月6日，临朐县召开会议。", encoding="utf-8")
    build(tmp_path / "page.txt", out)
    old = parts(out)
    (tmp_path / "empty.txt").write_text("")
    with pytest.raises(InputError, match=r"no page could be read: .*empty\.txt: empty"):
        build(tmp_path / "empty.txt", out)
    with pytest.raises(InputError, match="no such file"):
        build(tmp_path / "nowhere.txt", out)
    assert parts(out) == old


def test_an_output_among_the_pages_is_no_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("page.txt").write_text("本报讯 5月6日，临朐县召开会议。", encoding="utf-8")
    build(".", Path("output"))
    first = parts(tmp_path / "output")
    assert build(".", Path("output")).pages == 1
    assert parts(tmp_path / "output") == first


def test_a_folder_of_pages_is_not_replaced_by_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("pages").mkdir()
    Path("pages", "page.txt").write_text("本报讯 5月6日，临朐县召开会议。", encoding="utf-8")
    with pytest.raises(KgError, match="holds pages, written by no build"):
        build("pages", Path("."))
    assert Path("pages", "page.txt").is_file()
    Path("pages").rename("originals")
    assert build("originals", Path(".")).pages == 1
    Path("pages of May").mkdir()
    Path("pages of May", "other.txt").write_text("本报讯 5月7日，临朐县召开会议。", encoding="utf-8")
    assert build(".", Path(".")).pages == 2


def test_wrong_options_fail_before_anything_is_written(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("本报讯", encoding="utf-8")
    with pytest.raises(KgError, match="base"):
        build(tmp_path / "page.txt", tmp_path / "out", base="no iri")
    with pytest.raises(KgError, match="no engine 'abacus'; there are: local"):
        build(tmp_path / "page.txt", tmp_path / "out", engine="abacus")
    assert not (tmp_path / "out").exists()


def test_the_fields_of_records(tmp_path: Path) -> None:
    record = {"body": "5月6日，临朐县县长高慧敏到沂山镇调研。", "when": "2024-05-07", "paper": "骈邑晨报"}
    (tmp_path / "all.jsonl").write_text(json.dumps(record), encoding="utf-8")
    build(tmp_path / "all.jsonl", tmp_path / "out", fields=Fields(text="body", date="when", site="paper"))
    graph = (tmp_path / "out" / "graph.ttl").read_text(encoding="utf-8")
    assert "高慧敏" in graph and '"骈邑晨报"' in graph and '"2024-05-07"' in graph


def test_the_base_of_the_entities(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("5月6日，临朐县县长高慧敏到沂山镇调研。", encoding="utf-8")
    build(tmp_path / "page.txt", tmp_path / "out", base="https://example.org/local/")
    assert "<https://example.org/local/person/" in (tmp_path / "out" / "graph.nt").read_text(encoding="utf-8")


# ── killed ───────────────────────────────────────────────────────────────────────────────────────────────────────────────


def read_sample(page: Page) -> Reading:
    """A reading made by hand: no rule runs, so that a build is quick."""
    return sample_readings.spring_reading() if "春" in page.text else sample_readings.summer_reading()


def build_both(out: Path, folder: Path) -> None:
    """What is killed: a build of two pages over one of the first alone."""
    build([folder / "spring.txt", folder / "summer.txt"], out, read=read_sample)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no fork")
def test_killed_at_any_moment(tmp_path: Path) -> None:
    spring, summer = tmp_path / "spring.txt", tmp_path / "summer.txt"
    spring.write_text("春天的一页，写给试验用。", encoding="utf-8")
    summer.write_text("夏天的一页，写给试验用。", encoding="utf-8")
    build([spring], tmp_path / "old", read=read_sample)
    build([spring, summer], tmp_path / "new", read=read_sample)
    old, new = parts(tmp_path / "old"), parts(tmp_path / "new")
    killed = run_killed(tmp_path, "test_build:build_both", early=12, late=3, last=30)
    triples = {len(files["graph.nt"].splitlines()): files for files in (old, new)}
    results = []
    for deadline in killed:
        out = tmp_path / deadline
        assert (out / "graph.ttl").read_bytes() in (old["graph.ttl"], new["graph.ttl"])
        settle(out)
        found = {name: data for name, data in parts(out).items() if not name.startswith(".build-")}
        assert found in (old, new), f"killed at change {deadline}"
        (row,) = run_query(out, COUNT).rows
        assert triples[int(row[0].value)] == found, "the store is that of the other graph"  # type: ignore[union-attr]
        results.append(found == new)
    assert results == sorted(results)
    assert results.count(False) > 10 and results.count(True) > 2
    build([spring, summer], tmp_path / killed[0], read=read_sample)
    assert parts(tmp_path / killed[0]) == new, "what a killed build left is cleaned up"
