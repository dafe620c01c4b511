"""Pages put in, replaced and taken out: what is there afterwards is what a build of the same pages writes."""

import gzip
import json
import random
import shutil
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest
from killing import run_killed
from test_build import parts, read_sample

from kg.build import build
from kg.check import check
from kg.errors import InputError, KgError, StoreError
from kg.folder import settle
from kg.ledger import LEDGER, read_ledger
from kg.model import Page, Reading
from kg.store import open_store
from kg.update import update


def stored(out: Path) -> set[ox.Quad]:
    return set(open_store(out))


def same(out: Path, fresh: Path) -> bool:
    """Whether two folders hold the same files, and the same triples in their stores."""
    return parts(out) == parts(fresh) and stored(out) == stored(fresh)


@pytest.fixture(scope="module")
def pages(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Some pages of one county and of another, in a folder of their own."""
    folder = tmp_path_factory.mktemp("pages")
    for path in sorted((root / "tests" / "pages" / "dev").glob("*.txt"))[:3] + sorted((root / "seeds" / "pages").glob("*.txt")):
        shutil.copy(path, folder / path.name)
    return folder


@pytest.fixture(scope="module")
def whole(pages: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("whole") / "out"
    build(pages, out)
    return out


def copy(folder: Path, into: Path) -> Path:
    return Path(shutil.copytree(folder, into))


def test_pages_come_and_go_in_any_order(pages: Path, whole: Path, tmp_path: Path) -> None:
    names = sorted(pages.glob("*.txt"))
    out = tmp_path / "out"
    build(names[:1], out)
    order = random.Random(3).sample(names[1:], len(names) - 1)
    update(out, add=order[:3])
    for name in order[3:]:
        assert update(out, add=name).added == 1
    assert same(out, whole)
    assert check(out) == []
    for name in order[:4]:
        assert update(out, remove=name).removed == 1
    build([names[0], *order[4:]], tmp_path / "rest")
    assert same(out, tmp_path / "rest")


def test_a_page_changes_the_store_by_its_own_facts_only(pages: Path, whole: Path, tmp_path: Path) -> None:
    out = copy(whole, tmp_path / "out")
    page = sorted(pages.glob("*.txt"))[0]
    entries = {entry.head.page: entry for entry in read_ledger(whole)}
    others = {line for name, entry in entries.items() if name != page.as_posix() for line in entry.lines}
    own = set(entries[page.as_posix()].lines) - others
    before = stored(out)
    done = update(out, remove=page)
    gone, come = before - stored(out), stored(out) - before
    assert (len(gone), len(come)) == (done.triples_removed, done.triples_added)
    read = {quad for quad in ox.parse("".join(own), format=ox.RdfFormat.N_TRIPLES)}
    merged = ("prefLabel", "altLabel", "label", "Attested", "confidence")  # decided over all pages that speak of a thing
    assert {quad for quad in gone ^ read if not quad.predicate.value.endswith(merged)} == set()
    assert {quad for quad in come if not quad.predicate.value.endswith(merged)} == set()
    update(out, add=page)
    assert stored(out) == before


def test_a_page_that_has_changed_is_replaced(tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "a.txt").write_text("本报讯 5月6日，临朐县县长高慧敏到沂山镇调研。", encoding="utf-8")
    (folder / "b.txt").write_text("本报讯 5月7日，临朐县委书记秦绍峰到寺头镇调研。", encoding="utf-8")
    out = tmp_path / "out"
    build(folder, out)
    assert "高慧敏" in (out / "graph.ttl").read_text(encoding="utf-8")
    (folder / "a.txt").write_text("本报讯 5月6日，临朐县副县长魏正平到沂山镇调研。", encoding="utf-8")
    done = update(out, add=folder / "a.txt")
    assert (done.added, done.replaced, done.removed, done.pages) == (0, 1, 0, 2)
    assert "高慧敏" not in (out / "graph.ttl").read_text(encoding="utf-8")
    build(folder, tmp_path / "fresh")
    assert same(out, tmp_path / "fresh")
    done = update(out, add=folder)
    assert (done.added, done.replaced, done.removed, done.triples_added, done.triples_removed) == (0, 0, 0, 0, 0)
    assert same(out, tmp_path / "fresh")


def test_records_are_replaced_with_their_file_and_removed_one_by_one(tmp_path: Path) -> None:
    def write(*texts: str) -> None:
        (tmp_path / "all.jsonl").write_text("".join(json.dumps({"text": text}) + "\n" for text in texts), encoding="utf-8")

    first, second, third = (f"5月{day}日，临朐县县长高慧敏到沂山镇调研。" for day in (6, 7, 8))
    (tmp_path / "page.txt").write_text("5月9日，昌乐县召开会议。", encoding="utf-8")
    write(first, second, third)
    out = tmp_path / "out"
    build([tmp_path / "all.jsonl", tmp_path / "page.txt"], out)
    assert update(out, remove=f"{tmp_path}/all.jsonl#2").removed == 1
    write(first)
    done = update(out, add=tmp_path / "all.jsonl")
    assert (done.removed, done.pages) == (0, 2)
    build([tmp_path / "all.jsonl", tmp_path / "page.txt"], tmp_path / "fresh")
    assert same(out, tmp_path / "fresh")
    assert update(out, remove=tmp_path / "all.jsonl").pages == 1


def test_problems_come_and_go_with_their_pages(tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    for name, text in (("good", "5月9日，昌乐县召开会议。"), ("bad", ""), ("worse", "")):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    out = tmp_path / "out"
    build(folder, out)
    (folder / "bad.txt").write_text("5月8日，临朐县召开会议。", encoding="utf-8")
    assert update(out, add=folder / "bad.txt").problems == ()
    assert len((out / "problems.jsonl").read_text(encoding="utf-8").splitlines()) == 1
    (folder / "good.txt").write_text("", encoding="utf-8")
    done = update(out, add=folder / "good.txt", remove=folder / "worse.txt")
    assert [Path(problem.where).name for problem in done.problems] == ["good.txt"]
    (folder / "worse.txt").unlink()
    build(folder, tmp_path / "fresh")
    assert same(out, tmp_path / "fresh")


@pytest.mark.parametrize("pattern", ["{folder}", "{folder}/", "{folder}/*.txt"])
def test_a_folder_or_a_glob_is_removed(pattern: str, tmp_path: Path) -> None:
    for name in ("a/1.txt", "a/2.txt", "b/1.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"5月9日，昌乐县召开会议。{name}", encoding="utf-8")
    build([tmp_path / "a", tmp_path / "b"], tmp_path / "out")
    assert update(tmp_path / "out", remove=pattern.format(folder=tmp_path / "a")).removed == 2
    assert [Path(entry.head.page).parent.name for entry in read_ledger(tmp_path / "out")] == ["b"]


def test_the_base_is_that_of_the_build(pages: Path, tmp_path: Path) -> None:
    names = sorted(pages.glob("*.txt"))[:2]
    build(names[0], tmp_path / "out", base="https://example.org/local/")
    update(tmp_path / "out", add=names[1])
    build(names, tmp_path / "fresh", base="https://example.org/local/")
    assert same(tmp_path / "out", tmp_path / "fresh")


def test_a_reader_may_be_an_object(tmp_path: Path) -> None:
    class Reader:
        def __call__(self, page: Page) -> Reading:
            return Reading(page)

    (tmp_path / "a.txt").write_text("无事", encoding="utf-8")
    (tmp_path / "b.txt").write_text("也无事", encoding="utf-8")
    build(tmp_path / "a.txt", tmp_path / "out", read=Reader())
    assert update(tmp_path / "out", add=tmp_path / "b.txt", read=Reader()).pages == 2


def test_a_page_without_anything(tmp_path: Path) -> None:
    """A page may say nothing at all but its own name."""
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(f"{name}：无事", encoding="utf-8")
    build(tmp_path / "a.txt", tmp_path / "out", read=Reading)
    assert update(tmp_path / "out", add=tmp_path / "b.txt", read=Reading).triples_added == 5
    assert update(tmp_path / "out", remove=tmp_path / "a.txt", read=Reading).pages == 1


# ── what is refused ──────────────────────────────────────────────────────────────────────────────────────────────────────


def test_what_cannot_be_done_leaves_all_as_it_was(pages: Path, whole: Path, tmp_path: Path) -> None:
    out = copy(whole, tmp_path / "out")
    before = parts(out)
    with pytest.raises(InputError, match=r"no page of .*out is called nothing\.txt"):
        update(out, remove="nothing.txt")
    with pytest.raises(InputError, match="no page would be left"):
        update(out, remove=pages)
    with pytest.raises(InputError, match="no such file"):
        update(out, add=tmp_path / "nowhere.txt")
    with pytest.raises(StoreError, match="holds no build"):
        update(tmp_path / "nowhere", remove="a.txt")
    (tmp_path / "empty").mkdir()
    with pytest.raises(StoreError, match=rf"holds no {LEDGER}: build it"):
        update(tmp_path / "empty", remove="a.txt")
    assert same(out, whole) and parts(out) == before
    assert not list(out.glob(".build-*"))


def test_another_version_asks_for_a_new_build(whole: Path, pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = copy(whole, tmp_path / "out")
    monkeypatch.setattr("kg.ledger.fingerprint", lambda: "another")
    with pytest.raises(StoreError, match="built by another version of the program, the word lists or the decisions"):
        update(out, remove=sorted(pages.glob("*.txt"))[0])
    monkeypatch.undo()
    with pytest.raises(StoreError, match="another version"):
        update(out, remove=sorted(pages.glob("*.txt"))[0], read=Reading)
    assert same(out, whole)


@pytest.mark.parametrize("damage", ["cut", "rubbish", "empty", "no head"])
def test_a_damaged_ledger_is_said(damage: str, whole: Path, pages: Path, tmp_path: Path) -> None:
    out = copy(whole, tmp_path / "out")
    data = (out / LEDGER).read_bytes()
    bad = {"cut": data[:-9], "rubbish": b"rubbish", "empty": b"", "no head": gzip.compress(b"<urn:a> <urn:b> <urn:c> .\n")}
    (out / LEDGER).write_bytes(bad[damage])
    with pytest.raises(StoreError, match=rf"{LEDGER} is damaged .*build again"):
        update(out, remove=sorted(pages.glob("*.txt"))[0])


def test_a_store_that_is_not_that_of_the_graph_is_said(whole: Path, pages: Path, tmp_path: Path) -> None:
    out = copy(whole, tmp_path / "out")
    store = ox.Store(str(out / "store"))
    store.clear()
    store.flush()
    del store
    with pytest.raises(StoreError, match="is not the store of the graph beside it; build it again"):
        update(out, remove=sorted(pages.glob("*.txt"))[0])


def test_without_a_store_one_is_made(whole: Path, pages: Path, tmp_path: Path) -> None:
    out = copy(whole, tmp_path / "out")
    shutil.rmtree(out / "store")
    page = sorted(pages.glob("*.txt"))[0]
    update(out, remove=page)
    update(out, add=page)
    assert same(out, whole)


def test_names_with_any_character(tmp_path: Path) -> None:
    odd = "甲\u2028乙\x85丙\x0c丁\x1d"
    for number, name in enumerate((odd, "b")):
        (tmp_path / f"{name}.txt").write_text(f"{number} 5月9日，昌乐县召开会议。", encoding="utf-8")
    build(tmp_path, tmp_path / "out")
    update(tmp_path / "out", remove=tmp_path / "b.txt")
    (entry,) = read_ledger(tmp_path / "out")
    assert Path(entry.head.page).name == f"{odd}.txt"


def test_a_reader_that_is_open_goes_on(whole: Path, pages: Path, tmp_path: Path) -> None:
    out = copy(whole, tmp_path / "out")
    reader = open_store(out)
    before = set(reader)
    update(out, remove=sorted(pages.glob("*.txt"))[0])
    assert set(reader) == before


# ── killed ───────────────────────────────────────────────────────────────────────────────────────────────────────────────


def exchange(out: Path, folder: Path) -> None:
    """What is killed: an update that takes one page in and another out."""
    update(out, add=folder / "summer.txt", remove="青坪日报-2031-03-03.txt", read=read_sample)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no fork")
def test_killed_at_any_moment(tmp_path: Path) -> None:
    spring, summer = tmp_path / "spring.txt", tmp_path / "summer.txt"
    spring.write_text("春天的一页，写给试验用。", encoding="utf-8")
    summer.write_text("夏天的一页，写给试验用。", encoding="utf-8")
    build([spring], tmp_path / "old", read=read_sample)
    build([summer], tmp_path / "new", read=read_sample)
    folders = {name: (parts(tmp_path / name), stored(tmp_path / name)) for name in ("old", "new")}
    killed = run_killed(tmp_path, "test_update:exchange", early=12, late=4, last=24)
    results = []
    for deadline in killed:
        out = tmp_path / deadline
        settle(out)
        found = {name: data for name, data in parts(out).items() if not name.startswith(".build-")}
        (name,) = (name for name, (files, triples) in folders.items() if found == files and stored(out) == triples)
        results.append(name)
    assert results == sorted(results, reverse=True), "old until it is new"
    assert results.count("old") > 8 and results.count("new") > 2
    update(tmp_path / killed[0], add=summer, remove="青坪日报-2031-03-03.txt", read=read_sample)
    assert parts(tmp_path / killed[0]) == folders["new"][0], "what a killed update left is cleaned up"


def test_two_at_once_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("春天的一页，写给试验用。", encoding="utf-8")
    (tmp_path / "b.txt").write_text("夏天的一页，写给试验用。", encoding="utf-8")
    out = tmp_path / "out"
    refused = []

    def read(page: Page) -> Reading:
        if page.name.endswith("b.txt"):
            with pytest.raises(KgError, match="is being built by another process"):
                update(out, remove=tmp_path / "a.txt")
            refused.append(page.name)
        return read_sample(page)

    build(tmp_path / "a.txt", out, read=read)
    update(out, add=tmp_path / "b.txt", read=read)
    assert len(refused) == 1
