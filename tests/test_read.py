"""Reading: every kind of file and source, and all that can be wrong with a page. All texts are made up."""

from __future__ import annotations

import gzip
import io
import json
import os
import random
import sys
import tracemalloc
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from kg import read
from kg.errors import InputError
from kg.model import Page, Problem
from kg.read import Unreadable, make_page, read_pages

SENTENCES = [
    "三月十二日上午，柳泉区召开老旧小区改造推进会，区长何晓峰主持会议并讲话。",
    "青石街道党工委书记罗建民带着网格员走进云桥社区，逐户登记漏雨的屋顶和松动的窗框。",
    "“楼道亮了，扶手装好了，老人上下楼心里踏实。”住在六号楼的退休教师韩玉兰笑着说。",
    "该区今年计划投资2.6亿元，改造雨污管网48公里，新建口袋公园11处，受益居民约三万户。",
    "区应急管理局会同消防救援大队检查商场、宾馆和加油站37家，查出隐患52处，当场整改41处。",
    "会上，区委常委、常务副区长沈丽通报了一季度重点项目进度，区领导冯涛、唐波、袁敏出席。",
    "丰谷镇把玉米秸秆收储站建在村口，合作社按斤付钱，焚烧的浓烟在这个秋天没有再出现。",
    "截至目前，全县累计发放春耕贷款8900万元，为种粮大户解决了化肥、农机和雇工的开支。",
]
PAGE = "柳泉区召开供水工作会\n\n本报讯（记者方舟）区长何晓峰3月2日到青石街道调研。\n"


def pages_of(*sources: object, **options: object) -> list[Page]:
    """The pages of sources that must all be good."""
    found = list(read_pages(sources, **options))  # type: ignore[arg-type]
    assert not [each for each in found if isinstance(each, Problem)]
    return [each for each in found if isinstance(each, Page)]


def problem_of(*sources: object, **options: object) -> Problem:
    """The one problem of sources that give no page."""
    (found,) = read_pages(sources, **options)  # type: ignore[arg-type]
    assert isinstance(found, Problem)
    return found


def names(*sources: object) -> list[str]:
    return [each.name if isinstance(each, Page) else f"! {each.where}" for each in read_pages(sources)]  # type: ignore[arg-type]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(path: str, data: str | bytes = PAGE) -> str:
    target = Path(path)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data.encode("utf-8") if isinstance(data, str) else data)
    return path


# ---------------------------------------------------------------------------------------------------------------- sources


def test_page_has_name_text_and_hash(here: Path) -> None:
    (page,) = pages_of(write("pages/a.txt"))
    assert page == Page(name="pages/a.txt", text=PAGE, sha256=sha256(PAGE.encode()).hexdigest())


def test_text_is_what_python_reads(here: Path) -> None:
    path = write("a.txt", PAGE.replace("\n", "\r\n").encode() + b"\rend")
    (page,) = pages_of(path)
    assert page.text == Path(path).read_text(encoding="utf-8")


def test_sources_in_the_order_given_and_sorted_within(here: Path) -> None:
    for path in ("b/2.txt", "b/10.md", "b/1/z.html", "a.txt", "c.jsonl"):
        write(path, json.dumps({"text": PAGE}) if path.endswith("jsonl") else PAGE)
    assert names("c.jsonl", "b", "a.txt") == ["c.jsonl#1", "b/1/z.html", "b/10.md", "b/2.txt", "a.txt"]


def test_one_source_without_a_list_around_it(here: Path) -> None:
    (page,) = read_pages(write("a.txt"))
    assert isinstance(page, Page) and list(read_pages(Path("a.txt"))) == [page]


def test_here_and_parents_as_sources(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write("b/a.txt")
    assert names(".") == ["b/a.txt"]
    assert names("./b/") == ["b/a.txt"]
    monkeypatch.chdir(here / "b")
    assert names("..") == ["../b/a.txt"]


def test_folder_passes_over_other_files_and_hidden_ones(here: Path) -> None:
    for path in ("d/a.TXT", "d/cover.png", "d/.b.txt", "d/.git/c.txt", "d/notes"):
        write(path)
    assert names("d") == ["d/a.TXT"]


def test_globs(here: Path) -> None:
    for path in ("x/1.txt", "x/y/2.txt", "x/y/3.gif", "z.md"):
        write(path)
    assert names("x/*.txt") == ["x/1.txt"]
    assert names("x/**/*.txt") == ["x/1.txt", "x/y/2.txt"]
    assert names("x/*") == ["x/1.txt", "x/y/2.txt"]
    assert names(str(here / "*.md")) == [(here / "z.md").as_posix()]


def test_glob_finds_each_file_once(here: Path) -> None:
    for path in ("x/1.txt", "x/y/2.txt"):
        write(path)
    assert [name for name in names("x/**") if not name.startswith("!")] == ["x/1.txt", "x/y/2.txt"]


def test_file_whose_name_looks_like_a_glob(here: Path) -> None:
    assert names(write("a[1].txt")) == ["a[1].txt"]


def test_gz_of_each_kind(here: Path) -> None:
    record = json.dumps({"text": PAGE})
    for name, text in (("a.txt.gz", PAGE), ("b.html.GZ", f"<p>{PAGE}</p>"), ("c.md.gz", PAGE), ("d.jsonl.gz", record)):
        write(name, gzip.compress(text.encode()))
    assert names(".") == ["a.txt.gz", "b.html.GZ", "c.md.gz", "d.jsonl.gz#1"]


@pytest.mark.parametrize("cut", [3, 20, -9])
def test_gz_cut_short(here: Path, cut: int) -> None:
    problem = problem_of(write("a.txt.gz", gzip.compress("".join(SENTENCES).encode())[:cut]))
    assert problem.where == "a.txt.gz" and "compressed file is broken" in problem.what


def test_gz_that_is_none(here: Path) -> None:
    assert "compressed file is broken" in problem_of(write("a.txt.gz")).what


def test_broken_gz_of_records_gives_those_before_the_break(here: Path) -> None:
    lines = "".join(json.dumps({"text": f"{n} {random.Random(n).randbytes(200).hex()}"}) + "\n" for n in range(3000))
    *pages, last = read_pages([write("a.jsonl.gz", gzip.compress(lines.encode())[:-20])])
    assert len(pages) > 2000 and isinstance(last, Problem) and last.where == "a.jsonl.gz"


def test_folder_without_pages(here: Path) -> None:
    write("d/e/picture.png")
    assert problem_of("d").where == "d"
    assert "no page in it" in problem_of("d").what
    assert "no page in it" in problem_of("d/*.txt").what


def test_other_kind_of_file_named_itself(here: Path) -> None:
    problem = problem_of(write("a.docx"))
    assert problem.where == "a.docx" and "not a kind of file that is read" in problem.what


def test_missing_source_fails_before_anything_is_read(here: Path) -> None:
    write("a.txt")
    with pytest.raises(InputError, match=r"b\.txt"):
        read_pages(["a.txt", "b.txt"])


def test_folders_that_link_in_a_circle(here: Path) -> None:
    write("d/e/a.txt")
    os.symlink("..", "d/e/up")
    os.symlink("self.txt", "d/self.txt")
    found = list(read_pages(["d"]))
    assert [each.name for each in found if isinstance(each, Page)] == ["d/e/a.txt"]
    assert {each.where for each in found if isinstance(each, Problem)} == {"d/e/up", "d/self.txt"}


def test_dangling_link(here: Path) -> None:
    os.symlink("nowhere", "a.txt")
    assert "cannot be read" in problem_of("a.txt").what


def test_file_without_permission(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: str, mode: str) -> io.BytesIO:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(read, "open", refuse, raising=False)  # a real one would not stop root, who runs many a CI
    assert problem_of(write("a.txt")) == Problem("a.txt", "cannot be read: Permission denied")


def test_folder_without_permission(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write("d/e/a.txt")
    write("d/f.txt")
    listed = os.listdir

    def refuse(path: str) -> list[str]:
        if path.endswith("e"):
            raise PermissionError(13, "Permission denied")
        return listed(path)

    monkeypatch.setattr(os, "listdir", refuse)
    assert names("d") == ["! d/e", "d/f.txt"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_pipe_is_no_page(here: Path) -> None:
    os.mkfifo("a.txt")
    assert "not a regular file" in problem_of("a.txt").what


def test_problem_does_not_stop_the_others(here: Path) -> None:
    write("d/1.txt")
    write("d/2.txt", b"")
    write("d/3.txt")
    assert names("d") == ["d/1.txt", "! d/2.txt", "d/3.txt"]


# ------------------------------------------------------------------------------------------------------- standard input


def give(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_standard_input_is_text(monkeypatch: pytest.MonkeyPatch, encoding: str) -> None:
    give(monkeypatch, PAGE.encode(encoding))
    assert [(page.name, page.text) for page in pages_of("-")] == [("-", PAGE)]


def test_standard_input_of_records(monkeypatch: pytest.MonkeyPatch) -> None:
    give(monkeypatch, '{"text": "甲村修路"}\n{ "text": "乙村架桥"}\n'.encode())
    assert [(page.name, page.text) for page in pages_of("-")] == [("-#1", "甲村修路"), ("-#2", "乙村架桥")]


def test_standard_input_of_html(monkeypatch: pytest.MonkeyPatch) -> None:
    give(monkeypatch, "\n<!DOCTYPE html><p>甲村修路".encode())
    assert [page.text for page in pages_of("-")] == ["甲村修路"]


def test_standard_input_that_is_text_in_braces(monkeypatch: pytest.MonkeyPatch) -> None:
    give(monkeypatch, "{编者按}甲村修路。".encode())
    assert [page.text for page in pages_of("-")] == ["{编者按}甲村修路。"]


def test_nothing_on_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    give(monkeypatch, b"")
    assert problem_of("-") == Problem("-", "empty: no text in it")


# ---------------------------------------------------------------------------------------------------- size and emptiness


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a PNG picture"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "a JPEG picture"),
        (b"PK\x03\x04\x14\0", "a ZIP file"),
        (b"%PDF-1.7\n", "a PDF file"),
        (b"MZ\x90\0\x03\0\0\0\x04\0\0\0", "not text"),
        (bytes(range(32)) * 9, "binary data"),
        (b"\0" * 5000, "binary data"),
        ("\ufffd\ufffd\ufffd村修路".encode(), "lost before"),
    ],
)
def test_pictures_and_other_data_named_txt(here: Path, data: bytes, reason: str) -> None:
    problem = problem_of(write("a.txt", data))
    assert problem.where == "a.txt" and reason in problem.what


EMPTY = [b"", b" \r\n\t\n", b"\xef\xbb\xbf", b"\xff\xfe"]


@pytest.mark.parametrize(
    ("ending", "data"),
    [(ending, data) for ending in ("txt", "md", "html", "jsonl") for data in EMPTY] + [("txt", "\u3000\u3000\n".encode())],
)
def test_empty_files(here: Path, ending: str, data: bytes) -> None:
    problem = problem_of(write(f"a.{ending}", data))
    assert problem.where.startswith(f"a.{ending}") and "empty" in problem.what


@pytest.mark.parametrize("ending", ["txt", "html", "txt.gz"])
def test_too_large_a_page_is_not_loaded(here: Path, ending: str) -> None:
    path = write(f"a.{ending}", b"")
    size = 200_000_000
    if ending.endswith("gz"):
        write(path, gzip.compress(b"a" * (size // 4), 1))
    else:
        os.truncate(path, size)
    tracemalloc.start()
    try:
        problem = problem_of(path, max_bytes=1_000_000)
        assert tracemalloc.get_traced_memory()[1] < 4_000_000
    finally:
        tracemalloc.stop()
    assert problem == Problem(path, "larger than the 1,000,000 bytes that one page may have")


def test_largest_page_that_is_read(here: Path) -> None:
    path = write("a.txt")
    size = len(PAGE.encode())
    assert pages_of(path, max_bytes=size)
    assert "larger" in problem_of(path, max_bytes=size - 1).what


def test_a_line_of_200_megabytes_is_skipped_in_little_memory() -> None:
    def chunks() -> Iterator[bytes]:
        yield b'{"a": 1}\n{"text": "'
        piece = b"x" * 65536
        for _ in range(3200):
            yield piece
        yield b'"}\n{"b"'
        yield b": 2}"

    tracemalloc.start()
    try:
        assert list(read._lines(chunks(), 1_000_000)) == [(1, b'{"a": 1}'), (2, None), (3, b'{"b": 2}')]
        assert tracemalloc.get_traced_memory()[1] < 3_000_000
    finally:
        tracemalloc.stop()


def test_long_line_of_a_file_is_a_problem_and_the_next_is_read(here: Path) -> None:
    path = write("a.jsonl", f'{{"text": "甲村"}}\n{{"text": "{"x" * 300_000}"}}\n{{"text": "乙村"}}\n')
    first, second, third = read_pages([path], max_bytes=200_000)
    assert isinstance(first, Page) and isinstance(third, Page) and third.name == "a.jsonl#3"
    assert second == Problem("a.jsonl:2", "larger than the 200,000 bytes that one page may have")


def test_lines_do_not_depend_on_how_the_stream_is_cut() -> None:
    data = "一\n\n二三\n四".encode()
    whole = list(read._lines(iter([data]), 100))
    assert [number for number, _ in whole] == [1, 2, 3, 4]
    for size in (1, 2, 3, 5):
        assert list(read._lines((data[at : at + size] for at in range(0, len(data), size)), 100)) == whole


def test_pages_come_one_at_a_time(here: Path) -> None:
    write("a.txt")
    path = write("b.txt")
    found = read_pages(["a.txt", "b.txt"])
    next(found)
    write(path, "改过的文字")
    second = next(found)
    assert isinstance(second, Page) and second.text == "改过的文字"


# ----------------------------------------------------------------------------------------------------------------- records


def test_records_with_all_fields(here: Path) -> None:
    record = {"text": "甲村\r\n修路", "title": "修路", "source": "柳泉日报", "date": "2024-05-01", "url": "http://a.example/1"}
    (page,) = pages_of(write("a.jsonl", json.dumps(record, ensure_ascii=False)))
    text = "甲村\n修路"
    expected = Page(
        "a.jsonl#1", text, sha256(text.encode()).hexdigest(), "修路", "柳泉日报", date(2024, 5, 1), "http://a.example/1"
    )
    assert page == expected


def test_records_with_fields_of_other_names(here: Path) -> None:
    path = write("a.ndjson", '{"正文": "甲村修路", "t": "修路", "d": "2024/5/1", "s": "某报", "u": "x"}')
    (page,) = pages_of(path, text_field="正文", title_field="t", date_field="d", site_field="s", url_field="u")
    assert (page.text, page.title, page.date, page.site, page.url) == ("甲村修路", "修路", date(2024, 5, 1), "某报", "x")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("nope", "not a line of JSON"),
        ('{"text": "甲', "not a line of JSON"),
        ('["甲"]', "not an object"),
        ('{"body": "甲"}', "no text in the field 'text'"),
        ('{"text": null}', "no text in the field 'text'"),
        ('{"text": ["甲"]}', "no text in the field 'text'"),
        ('{"text": " \\n"}', "empty"),
        ('{"text": "\\ud83d"}', "half a surrogate pair"),
        ("[" * 200_000, "JSON"),
        ('{"n": ' + "9" * 9000 + "}", "JSON"),
    ],
)
def test_bad_record_is_a_problem_of_its_line(here: Path, line: str, reason: str) -> None:
    path = write("a.jsonl", f'\n{{"text": "甲村修路"}}\n{line}\n{{"text": "乙村架桥"}}')
    first, problem, last = read_pages([path])
    assert isinstance(first, Page) and first.name == "a.jsonl#2"
    assert isinstance(problem, Problem) and problem.where == "a.jsonl:3" and reason in problem.what
    assert isinstance(last, Page) and last.name == "a.jsonl#4"


def test_broken_bytes_in_one_record(here: Path) -> None:
    good = json.dumps({"text": PAGE}, ensure_ascii=False).encode()
    found = list(read_pages([write("a.jsonl", b"\n".join([good, good[:-20], good[:11] + good[12:], good]))]))
    assert [isinstance(each, Page) for each in found] == [True, False, False, True]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
def test_records_in_each_encoding(here: Path, encoding: str) -> None:
    lines = [*SENTENCES, "沈丽"]  # the last is too short for a guess of its own
    data = "".join(json.dumps({"text": line}, ensure_ascii=False) + "\r\n" for line in lines).encode(encoding)
    assert [page.text for page in pages_of(write("a.jsonl", data))] == lines


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-05-01", date(2024, 5, 1)),
        ("2024-5-1 08:30", date(2024, 5, 1)),
        ("2024/05/01", date(2024, 5, 1)),
        ("2024.5.1", date(2024, 5, 1)),
        ("20240501", date(2024, 5, 1)),
        ("2024年5月1日", date(2024, 5, 1)),
        ("2024-05-01T08:30:00+08:00", date(2024, 5, 1)),
        ("2024-04-30T16:00:00.000Z", date(2024, 5, 1)),
        ("2024-05-01T08:30:00+0800", date(2024, 5, 1)),
        ("2024-02-30", None),
        ("0000-01-01", None),
        ("9999-12-31T23:00:00Z", None),
        ("1714521600", None),
        ("昨天", None),
        ("", None),
    ],
)
def test_dates(here: Path, text: str, day: date | None) -> None:
    (page,) = pages_of(write("a.jsonl", json.dumps({"text": "甲村修路", "date": text})))
    assert page.date == day


def test_date_that_is_no_text(here: Path) -> None:
    (page,) = pages_of(write("a.jsonl", '{"text": "甲村修路", "date": 20240501, "title": null}'))
    assert (page.date, page.title) == (None, "")


# -------------------------------------------------------------------------------------------------- HTML, Markdown, PDF


def test_html_page(here: Path) -> None:
    markup = """<title>题目</title><meta name=PubDate content=2024-05-01><meta property="og:site_name" content="某网">
    <link rel=canonical href="http://a.example/1"><script>go()</script><p>甲村<p>修路"""
    (page,) = pages_of(write("a.html", markup))
    text = "甲村\n\n修路"
    assert page == Page("a.html", text, sha256(text.encode()).hexdigest(), "题目", "某网", date(2024, 5, 1), "http://a.example/1")


def test_html_without_visible_text(here: Path) -> None:
    problem = problem_of(write("a.htm", "<title>题目</title><script>go()</script>"))
    assert problem == Problem("a.htm", "empty: no visible text in it")


@pytest.mark.parametrize(
    ("declared", "actual"), [("gb2312", "gb18030"), ("gbk", "utf-8"), ("utf-8", "gb18030"), ("big5", "utf-16")]
)
def test_html_charset_is_checked_against_the_bytes(here: Path, declared: str, actual: str) -> None:
    lines = "".join(f"<p>{line}</p>\n" for line in SENTENCES)
    head = f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={declared}"></head>'
    (page,) = pages_of(write("a.html", (head + lines).encode(actual)))
    assert page.text.split("\n\n") == SENTENCES


def test_html_charset_decides_a_short_page(here: Path) -> None:
    (page,) = pages_of(write("a.html", "<meta charset=gb2312><p>沈丽".encode("gbk")))
    assert page.text == "沈丽"


def test_markdown_is_left_as_it_is(here: Path) -> None:
    text = "# 甲区修缮管网\n\n*本报讯* 第一段 <b>x</b>\n"
    assert pages_of(write("a.md", text))[0].text == text


def make_pdf(pages: list[list[str]], title: str = "") -> bytes:
    """A small PDF of lines of Chinese text, in a font that is not embedded."""
    font = "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H /DescendantFonts [4 0 R] >>"
    system = "/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >>"
    child = f"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light {system} >>"
    kids = " ".join(f"{6 + 2 * number} 0 R" for number in range(len(pages)))
    info = f"<< /Title <FEFF{title.encode('utf-16-be').hex()}> >>"
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>", font, child, info]
    for number, lines in enumerate(pages):
        resources = "/Resources << /Font << /F1 3 0 R >> >>"
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 400] {resources} /Contents {7 + 2 * number} 0 R >>")
        shown = " ".join(f"<{line.encode('utf-16-be').hex()}> Tj 0 -20 Td" for line in lines)
        content = f"BT /F1 12 Tf 20 360 Td {shown} ET"
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    out, offsets = "%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{each}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    trailer = f"trailer << /Size {size} /Root 1 0 R /Info 5 0 R >>\nstartxref\n{len(out)}\n%%EOF"
    return f"{out}xref\n0 {size}\n0000000000 65535 f \n{table}{trailer}".encode("ascii")


def test_pdf(here: Path) -> None:
    pytest.importorskip("pypdf")
    (page,) = pages_of(write("a.pdf", make_pdf([["甲区修缮管网", "第一段。"], ["第二版。"]], "某报")))
    assert (page.name, page.text.split(), page.title) == ("a.pdf", ["甲区修缮管网", "第一段。", "第二版。"], "某报")


def test_pdf_on_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pypdf")
    give(monkeypatch, make_pdf([["甲区修缮管网"]]))
    assert pages_of("-")[0].text.strip() == "甲区修缮管网"


def test_pdf_without_its_package(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    assert "xianzhi[pdf]" in problem_of(write("a.pdf", make_pdf([["甲"]]))).what


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4\n", b"not a pdf", make_pdf([["甲区"]])[:300], b"%PDF-1.4\n" + b"\xff" * 500])
def test_pdf_that_is_broken(here: Path, data: bytes) -> None:
    pytest.importorskip("pypdf")
    problem = problem_of(write("a.pdf", data))
    assert problem.where == "a.pdf" and "PDF" in problem.what


def test_pdf_without_text(here: Path) -> None:
    pytest.importorskip("pypdf")
    assert "no text layer" in problem_of(write("a.pdf", make_pdf([[]]))).what


def test_pdf_with_a_password(here: Path) -> None:
    pypdf = pytest.importorskip("pypdf")
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(make_pdf([["甲区修缮管网"]])))
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write("a.pdf")
    assert "encrypted" in problem_of("a.pdf").what


def test_make_page_refuses_what_is_no_text() -> None:
    for text in ("", " \n", "\ud800甲", "\0" * 9):
        with pytest.raises(Unreadable):
            make_page("x", text)
