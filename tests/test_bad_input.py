"""What the world sends: each bad thing is a problem with its file and reason, and the pages beside it are built."""

import gzip
import json
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner, Result

from kg.cli import main

GOOD = "本报讯（记者 逄晓东）5月6日，临朐县委副书记、县长高慧敏主持召开全县安全生产工作会议。\n"
MEGABYTE = 1 << 20


class Bad(NamedTuple):
    """A file that cannot be read as a page, and a word of the reason."""

    name: str
    data: bytes
    reason: str


PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00\x00\x00\x01\x00\x08\x02\x00\x00\x00\xd3\x10?1" + bytes(range(256)) * 9
BAD = [
    Bad("empty.txt", b"", "empty"),
    Bad("blank.txt", " \n　\n".encode(), "empty"),
    Bad("picture.txt", PNG, "not text"),
    Bad("half.txt", GOOD.encode()[:-2], "half a character at the end"),
    Bad("empty.html", b"<html><head><title>x</title></head><script>var a = '\xe5\x8c\xba';</script></html>", "empty"),
    Bad("cut.txt.gz", gzip.compress(GOOD.encode() * 50)[:-40], "compressed file is broken"),
    Bad("no.txt.gz", GOOD.encode(), "compressed file is broken"),
    Bad("empty.jsonl", b"\n\n", "empty"),
    Bad("broken.pdf", b"%PDF-1.7\nnothing", "PDF"),
]


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def problems(out: Path) -> dict[str, str]:
    rows = map(json.loads, (out / "problems.jsonl").read_text(encoding="utf-8").splitlines())
    return {Path(row["where"]).name: row["what"] for row in rows}


def graph(out: Path) -> str:
    return (out / "graph.ttl").read_text(encoding="utf-8")


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A folder with one good page."""
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "good.txt").write_text(GOOD, encoding="utf-8")
    return folder


@pytest.mark.parametrize("bad", BAD, ids=[bad.name for bad in BAD])
def test_a_bad_file_is_a_problem_and_the_others_are_built(bad: Bad, pages: Path, tmp_path: Path) -> None:
    (pages / bad.name).write_bytes(bad.data)
    out = tmp_path / "out"
    result = run("build", pages, "--out", out)
    assert result.exit_code == 0, result.stderr
    ((name, what),) = problems(out).items()
    assert name == bad.name
    assert bad.reason in what
    assert result.stderr == f"Problem: {pages / bad.name}: {what}\n"
    assert "高慧敏" in graph(out)
    assert run("build", pages, "--out", out, "--strict").exit_code == 1


@pytest.mark.parametrize("bad", BAD, ids=[bad.name for bad in BAD])
def test_nothing_but_a_bad_file_could_not_run(bad: Bad, tmp_path: Path) -> None:
    (tmp_path / bad.name).write_bytes(bad.data)
    result = run("build", tmp_path / bad.name, "--out", tmp_path / "out")
    assert result.exit_code == 3
    assert result.stderr.startswith(f"Error: no page could be read: {tmp_path / bad.name}: ")
    assert len(result.stderr.splitlines()) == 1
    assert not (tmp_path / "out" / "graph.ttl").exists()


def test_a_line_of_200_megabytes_in_a_text(pages: Path, tmp_path: Path) -> None:
    with (pages / "endless.txt").open("wb") as file:
        for _ in range(200):
            file.write(b"a" * MEGABYTE)
    assert run("build", pages, "--out", tmp_path / "out").exit_code == 0
    assert "larger than the 8,000,000 bytes" in problems(tmp_path / "out")["endless.txt"]
    assert "高慧敏" in graph(tmp_path / "out")


def test_a_line_of_200_megabytes_among_records(pages: Path, tmp_path: Path) -> None:
    with gzip.open(pages / "all.jsonl.gz", "wb", compresslevel=1) as file:
        file.write(json.dumps({"text": GOOD.replace("高慧敏", "高慧明")}).encode() + b"\n")
        file.write(b'{"text": "')
        for _ in range(200):
            file.write(b"a" * MEGABYTE)
        file.write(b'"}\n')
        file.write(json.dumps({"text": GOOD.replace("高慧敏", "高慧亮")}).encode() + b"\n")
    result = run("build", pages, "--out", tmp_path / "out")
    assert result.exit_code == 0
    assert "larger than the 8,000,000 bytes" in problems(tmp_path / "out")["all.jsonl.gz:2"]
    for name in ("高慧敏", "高慧明", "高慧亮"):
        assert name in graph(tmp_path / "out")


def test_a_record_that_is_no_json(pages: Path, tmp_path: Path) -> None:
    lines = [json.dumps({"text": GOOD.replace("高慧敏", "高慧明")}), "{half", '["a list"]', '{"no": "text"}']
    (pages / "all.jsonl").write_text("\n".join(lines), encoding="utf-8")
    assert run("build", pages, "--out", tmp_path / "out").exit_code == 0
    found = problems(tmp_path / "out")
    assert sorted(found) == ["all.jsonl:2", "all.jsonl:3", "all.jsonl:4"]
    assert "not a line of JSON" in found["all.jsonl:2"]
    assert "高慧明" in graph(tmp_path / "out")


def test_a_folder_without_pages(pages: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    (empty / "picture.png").write_bytes(PNG)
    result = run("build", empty, "--out", tmp_path / "out")
    assert result.exit_code == 3
    assert "no page in it" in result.stderr
    assert run("build", pages, empty, "--out", tmp_path / "out").exit_code == 0
    assert "no page in it" in problems(tmp_path / "out")["empty"]


def test_a_page_of_only_a_masthead(pages: Path, tmp_path: Path) -> None:
    (pages / "masthead.txt").write_text("骈邑晨报\n2024年5月17日 星期五 A2版 要闻 责任编辑：贾雨桐\n", encoding="utf-8")
    result = run("build", pages, "--out", tmp_path / "out")
    assert result.exit_code == 0
    assert "no article" in problems(tmp_path / "out")["masthead.txt"]
    assert "高慧敏" in graph(tmp_path / "out")


def test_scripts_of_a_web_page_are_no_text(pages: Path, tmp_path: Path) -> None:
    page = f"<html><head><title>要闻</title></head><body><script>var x = '秘书长王大锤';</script><p>{GOOD}</p></body></html>"
    (pages / "good.txt").unlink()
    (pages / "page.html").write_text(page.replace("高慧敏", "高慧明"), encoding="utf-8")
    assert run("build", pages, "--out", tmp_path / "out").exit_code == 0
    assert "高慧明" in graph(tmp_path / "out")
    assert "王大锤" not in graph(tmp_path / "out")


def test_a_page_that_would_break_out_of_the_views_stays_text(pages: Path, tmp_path: Path) -> None:
    attack = "</script><script>alert(1)</script>"
    (pages / "attack.txt").write_text(f"临朐县召开{attack}会议\n\n{GOOD}", encoding="utf-8")
    assert run("build", pages, "--out", tmp_path / "out").exit_code == 0
    for path in [tmp_path / "out" / "index.html", *(tmp_path / "out" / "views").glob("*.html")]:
        assert attack not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_the_encoding_of_a_page_does_not_change_what_it_says(encoding: str, tmp_path: Path) -> None:
    text = GOOD * 3
    (tmp_path / "page.txt").write_bytes(text.encode(encoding))
    assert run("build", tmp_path / "page.txt", "--out", tmp_path / "out").exit_code == 0
    (kept,) = (tmp_path / "out" / "pages").iterdir()
    assert kept.read_text(encoding="utf-8") == text
