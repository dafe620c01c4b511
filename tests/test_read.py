"""Reading: every kind of file, every encoding, and all that can be wrong with a page. All texts are made up."""

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
from kg.read import Unreadable, decode, make_page, read_pages

SIMPLIFIED = """\
三月十二日上午，柳泉区召开老旧小区改造推进会，区长何晓峰主持会议并讲话。
青石街道党工委书记罗建民带着网格员走进云桥社区，逐户登记漏雨的屋顶和松动的窗框。
“楼道亮了，扶手装好了，老人上下楼心里踏实。”住在六号楼的退休教师韩玉兰笑着说。
该区今年计划投资2.6亿元，改造雨污管网48公里，新建口袋公园11处，受益居民约三万户。
区应急管理局会同消防救援大队检查商场、宾馆和加油站37家，查出隐患52处，当场整改41处。
会上，区委常委、常务副区长沈丽通报了一季度重点项目进度，区领导冯涛、唐波、袁敏出席。
丰谷镇把玉米秸秆收储站建在村口，合作社按斤付钱，焚烧的浓烟在这个秋天没有再出现。
截至目前，全县累计发放春耕贷款8900万元，为种粮大户解决了化肥、农机和雇工的开支。
高新技术产业园管委会主任邓凯表示，将为入园企业提供厂房、用电、招工“一窗办理”服务。
记者从市生态环境局获悉，上月空气优良天数为二十六天，比去年同期增加五天。
双塔村党支部书记彭秀英自掏腰包买来树苗，领着党员在河堤上栽下两千棵垂柳。
会议强调，要压实责任、倒排工期，确保汛期来临之前完成水库除险加固任务。
县人民医院抽调呼吸、儿科、检验等科室骨干组成巡回医疗队，每周三到偏远山村义诊。
钟楼派出所民警蒋志刚冒着大雪连夜走访，帮走失的孩子找到了家人。
为方便群众办事，区政务服务中心开设“周末不打烊”窗口，受理社保、户籍、不动产登记等业务。
据介绍，这条产业链已吸引配套企业二十余家，年产值突破十五亿元，带动就业四千六百人。
县委书记谭国栋在调研时指出，要把粮食生产抓在手上，把农民增收放在心上。
白鹭湖湿地公园内，候鸟成群掠过芦苇荡，摄影爱好者架起长枪短炮记录这一刻。
丁香路小学的孩子们用废旧纸箱做成机器人，在科技节上赢得阵阵掌声。
市场监管所对辖区农贸市场的电子秤逐台校验，对三家缺斤短两的摊位立案处罚。
"""
TRADITIONAL = """\
三月十二日上午，柳泉區召開老舊小區改造推進會，區長何曉峰主持會議並講話。
青石街道黨工委書記羅建民帶著網格員走進雲橋社區，逐戶登記漏雨的屋頂和鬆動的窗框。
「樓道亮了，扶手裝好了，老人上下樓心裡踏實。」住在六號樓的退休教師韓玉蘭笑著說。
該區今年計劃投資2.6億元，改造雨汙管網48公里，新建口袋公園11處，受益居民約三萬戶。
區應急管理局會同消防救援大隊檢查商場、賓館和加油站37家，查出隱患52處，當場整改41處。
會上，區委常委、常務副區長沈麗通報了一季度重點項目進度，區領導馮濤、唐波、袁敏出席。
豐谷鎮把玉米秸稈收儲站建在村口，合作社按斤付錢，焚燒的濃煙在這個秋天沒有再出現。
截至目前，全縣累計發放春耕貸款8900萬元，為種糧大戶解決了化肥、農機和僱工的開支。
高新技術產業園管委會主任鄧凱表示，將為入園企業提供廠房、用電、招工「一窗辦理」服務。
記者從市生態環境局獲悉，上月空氣優良天數為二十六天，比去年同期增加五天。
雙塔村黨支部書記彭秀英自掏腰包買來樹苗，領著黨員在河堤上栽下兩千棵垂柳。
會議強調，要壓實責任、倒排工期，確保汛期來臨之前完成水庫除險加固任務。
縣人民醫院抽調呼吸、兒科、檢驗等科室骨幹組成巡迴醫療隊，每週三到偏遠山村義診。
鐘樓派出所民警蔣志剛冒著大雪連夜走訪，幫走失的孩子找到了家人。
為方便群眾辦事，區政務服務中心開設「週末不打烊」窗口，受理社保、戶籍、不動產登記等業務。
據介紹，這條產業鏈已吸引配套企業二十餘家，年產值突破十五億元，帶動就業四千六百人。
縣委書記譚國棟在調研時指出，要把糧食生產抓在手上，把農民增收放在心上。
白鷺湖溼地公園內，候鳥成群掠過蘆葦蕩，攝影愛好者架起長槍短炮記錄這一刻。
丁香路小學的孩子們用廢舊紙箱做成機器人，在科技節上贏得陣陣掌聲。
市場監管所對轄區農貿市場的電子秤逐臺校驗，對三家缺斤短兩的攤位立案處罰。
"""
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
    problem = problem_of(write("a.txt.gz", gzip.compress(SIMPLIFIED.encode())[:cut]))
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


# -------------------------------------------------------------------------------------------------------------- encodings

ENCODED = [(SIMPLIFIED, "gb18030"), (SIMPLIFIED, "utf-16-le"), (SIMPLIFIED, "utf-16-be"), (SIMPLIFIED, "utf-8")]
ENCODED += [(TRADITIONAL, "big5"), (TRADITIONAL, "gb18030"), (TRADITIONAL, "utf-16-le"), (TRADITIONAL, "utf-8")]


@pytest.mark.parametrize(("text", "encoding"), ENCODED)
def test_each_sentence_in_each_encoding(text: str, encoding: str) -> None:
    for sentence in text.splitlines():
        assert decode(sentence.encode(encoding)) == (sentence, encoding)


@pytest.mark.parametrize(("text", "encoding"), ENCODED)
@pytest.mark.parametrize(("size", "floor"), [(8, 0.85), (12, 0.93), (20, 0.97), (60, 1.0), (200, 1.0)])
def test_never_mojibake_however_short(text: str, encoding: str, size: int, floor: float) -> None:
    """Stretches of any place: all are right or refused, and few are refused."""
    starts = range(0, len(text) - size, 3)
    good = 0
    for start in starts:
        stretch = text[start : start + size]
        try:
            assert decode(stretch.encode(encoding)) == (stretch, encoding)
            good += 1
        except Unreadable:
            pass
    assert good >= floor * len(starts)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_byte_order_mark_is_dropped(encoding: str) -> None:
    assert decode("甲".encode(encoding))[0] == "甲"


def test_ascii_in_utf16_without_mark() -> None:
    assert decode("A short line.\n".encode("utf-16-le")) == ("A short line.\n", "utf-16-le")
    assert decode("中A short line.\n".encode("utf-16-le")) == ("中A short line.\n", "utf-16-le")
    assert decode("A short line.\n".encode("utf-16-be")) == ("A short line.\n", "utf-16-be")


def test_gb18030_beyond_gbk() -> None:
    text = "镇里姓氏少见，有人姓㛃，有人名𬭼，户籍民警都会写。" * 3
    assert decode(text.encode("gb18030")) == (text, "gb18030")


def test_hong_kong_characters_in_big5() -> None:
    text = "社區主任說，嗰條街的舖頭都要裝修，街坊嘅意見會寫入報告，並且在會議上討論。"
    assert decode(text.encode("big5hkscs"))[0] == text


@pytest.mark.parametrize("data", ["联通".encode("gbk"), "在村".encode("utf-16-le"), "门".encode("gbk")])
def test_too_little_to_tell(data: bytes) -> None:
    with pytest.raises(Unreadable):
        decode(data)


def test_hint_decides_what_the_bytes_leave_open() -> None:
    assert decode("沈丽".encode("gbk"), "GB2312") == ("沈丽", "gb18030")


@pytest.mark.parametrize("hint", ["gb2312", "big5", "iso-8859-1", "shift_jis", "nonsense"])
def test_bytes_have_the_last_word(hint: str) -> None:
    assert decode(PAGE.encode(), hint) == (PAGE, "utf-8")
    assert decode(SIMPLIFIED.encode("gb18030"), hint) == (SIMPLIFIED, "gb18030")


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5", "utf-16-le", "utf-16-be", "utf-16", "utf-8-sig"])
def test_half_a_character_at_the_end(encoding: str) -> None:
    text = TRADITIONAL.splitlines()[0].rstrip("。")
    with pytest.raises(Unreadable, match="half a character at the end"):
        decode(text.encode(encoding)[:-1])


def test_byte_lost_in_the_middle() -> None:
    data = PAGE.encode()
    with pytest.raises(Unreadable, match=r"not utf-8 at offset 6\b"):
        decode(data[:7] + data[8:])


KOREAN = "시장은 오늘 오전 회의를 열고 새 공원을 짓겠다고 말했다. 주민들은 크게 반겼다."
JAPANESE = "町長は今日、会議を開き、新しい公園の計画を決めた。住民は開園を喜んでいる。"
RUSSIAN = "Сегодня утром прошло заседание совета, построят новую школу и сквер."
THAI = "วันนี้มีการประชุมสภาเทศบาลเมืองและนายกเทศมนตรีกล่าวว่าจะสร้างโรงเรียนใหม่"
FRENCH = "L'été dernier, la préfecture a décidé de rénover l'école; les élèves y étudieront."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (KOREAN, "euc-kr"),
        (KOREAN, "johab"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc-jp"),
        (JAPANESE, "iso-2022-jp"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (THAI, "tis-620"),
        (FRENCH, "latin-1"),
        ("甲村修路", "hz"),
    ],
)
def test_other_encodings_are_refused(text: str, encoding: str) -> None:
    with pytest.raises(Unreadable):
        decode(text.encode(encoding))


@pytest.mark.parametrize("text", [KOREAN, JAPANESE, RUSSIAN, THAI, FRENCH, "café", "A·B", "plain", ""])
def test_other_languages_in_utf8_are_read(text: str) -> None:
    assert decode(text.encode()) == (text, "utf-8")


def test_random_bytes_are_refused() -> None:
    numbers = random.Random(7)
    for size in (40, 400, 4000):
        for _ in range(60):
            with pytest.raises(Unreadable):
                decode(numbers.randbytes(size))


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


def test_stray_control_characters_stay() -> None:
    text = f"甲村\0修路\x0c{PAGE * 3}"
    assert decode(text.encode()) == (text, "utf-8")


# ---------------------------------------------------------------------------------------------------- size and emptiness


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
    lines = [*SIMPLIFIED.splitlines(), "沈丽"]  # the last is too short for a guess of its own
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


# -------------------------------------------------------------------------------------------------------------------- HTML


def html(here: Path, markup: str, encoding: str = "utf-8") -> Page:
    (page,) = pages_of(write("a.html", markup.encode(encoding)))
    return page


def test_html_paragraphs_lines_and_blanks(here: Path) -> None:
    markup = """<h1>甲村<br>修路</h1><p>　　第一段，有<b>粗体</b>和
      <a href=x>链接</a>。<p>第二段 with two
      words&nbsp;&lt;3&gt;<div>第三段<br>换行<br><br>空行</div>
      <ul><li>一<li>二</ul><table><tr><td>子<td>丑<tr><td>寅<td>卯</table><pre>诗一\n诗二</pre>"""
    assert html(here, markup).text == (
        "甲村\n修路\n\n第一段，有粗体和链接。\n\n第二段 with two words\xa0<3>\n\n"
        "第三段\n换行\n\n空行\n\n一\n二\n\n子 丑\n寅 卯\n\n诗一\n诗二"
    )


def test_html_drops_what_is_not_seen(here: Path) -> None:
    markup = """<head><title>题目</title><style>p{}</style></head><body><script>var x = "脚本";</script><nav>导航</nav>
      <p>看得见</p><p hidden>藏一</p><p style="color:red; DISPLAY : none">藏二</p><p aria-hidden=true>藏三</p><!-- 注释 -->
      <noscript>请开启脚本</noscript><template><p>模板</p></template><div class="a breadcrumb">首页 &gt; 新闻</div>
      <select><option>选项</select><textarea>输入</textarea><div role=navigation>目录</div><svg><text>图</text></svg>
      <p>也看\u200b得见<ruby>垚<rt>yáo</rt></ruby></p><footer>版权所有</footer>"""
    assert html(here, markup).text == "看得见\n\n也看得见垚"


def test_html_line_end_between_elements(here: Path) -> None:
    assert html(here, "<p>甲\n<i>\n</i>\n村 修\n a road").text == "甲村 修 a road"
    assert html(here, "<p>甲" + "<i>\n</i>" * 100_000 + "a").text == "甲 a"


def test_html_form_around_the_page_is_kept(here: Path) -> None:
    assert html(here, "<form id=aspnetForm><input value=x><p>甲村修路</p></form>").text == "甲村修路"


LITTER = "<div>" + "".join(f"<a href=#{n}>栏目{n}的一条旧闻标题</a><br>" for n in range(60)) + "</div>"
BODY = "".join(f"<p>第{n}段说到柳泉区修缮管网的事情，居民都很满意。</p>" for n in range(12))


@pytest.mark.parametrize(
    "start",
    [
        "<article>",
        "<main>",
        "<div id=zoom>",
        "<div class='view TRS_Editor'>",
        "<div id=UCAP-CONTENT>",
        "<div class=article-content>",
        '<div id=js_content style="visibility: hidden">',
        "<div itemprop=articleBody>",
        "<founder-content>",
    ],
)
def test_html_article_is_told_from_litter(here: Path, start: str) -> None:
    end = "</" + start[1:].split()[0].rstrip(">") + ">"
    page = html(here, f"<title>甲区修缮管网_某网</title>{LITTER}{start}{BODY}{end}{LITTER}")
    assert page.text.startswith("第0段") and page.text.endswith("居民都很满意。") and "栏目" not in page.text


def test_html_headline_before_the_article_is_kept_with_its_byline(here: Path) -> None:
    page = html(
        here,
        f"<title>甲区修缮管网-某网</title><h1>某网首页</h1>{LITTER}"
        "<div><h2>甲区修缮管网</h2><p>2024-05-01 来源：柳泉日报</p></div>"
        f"<div id=zoom>{BODY}</div>{LITTER}",
    )
    assert page.text.startswith("甲区修缮管网\n\n2024-05-01 来源：柳泉日报\n\n第0段") and "栏目" not in page.text


def test_html_headline_far_from_the_article(here: Path) -> None:
    page = html(here, f"<title>甲区修缮管网</title><h1>甲区修缮管网</h1>{LITTER}<div id=zoom>{BODY}</div>{LITTER}")
    assert page.text.startswith("甲区修缮管网\n\n第0段") and "栏目" not in page.text


def test_html_small_container_is_not_the_article(here: Path) -> None:
    page = html(here, f"<div class=content>通知</div>{BODY}")
    assert page.text.startswith("通知\n\n第0段")


def test_html_of_several_articles_keeps_all(here: Path) -> None:
    page = html(here, f"{LITTER}<article><h2>其一</h2>{BODY}</article><article><h2>其二</h2>{BODY}</article>")
    assert page.text.startswith("其一\n\n第0段") and "其二\n\n第0段" in page.text and "栏目" not in page.text


def test_html_fields(here: Path) -> None:
    page = html(
        here,
        """<title>修路_某网</title><meta property="og:title" content="甲村 修路"><meta name="PubDate" content="2024-05-01 10:20">
        <meta property="og:site_name" content="某网"><link rel=canonical href="http://a.example/1.html"><p>甲村修路""",
    )
    assert (page.title, page.site, page.date, page.url) == ("甲村 修路", "某网", date(2024, 5, 1), "http://a.example/1.html")


@pytest.mark.parametrize(
    "markup",
    [
        '<meta property="article:published_time" content="2024-05-01T09:00:00+08:00">',
        '<meta name="publishdate" content="无"><meta name="date" content="20240501">',
        '<time itemprop="datePublished" datetime="2024-05-01">五月一日</time>',
        '<article><time datetime="2024-05-01">五月一日</time>甲</article>',
        '<script type="application/ld+json">{"@graph": [{"@type": "x"}, {"datePublished": "2024-05-01"}]}</script>',
    ],
)
def test_html_dates(here: Path, markup: str) -> None:
    assert html(here, f"{markup}<p>甲村修路，2023年1月1日动工。").date == date(2024, 5, 1)


def test_html_without_fields_guesses_none(here: Path) -> None:
    page = html(here, "<p>柳泉日报2024年5月1日讯，甲村修路。</p><script type='application/ld+json'>{bad</script>")
    assert (page.title, page.site, page.date, page.url) == ("", "", None, "")


@pytest.mark.parametrize(
    ("declared", "actual"), [("gb2312", "gb18030"), ("gbk", "utf-8"), ("utf-8", "gb18030"), ("big5", "big5")]
)
def test_html_charset_is_checked_against_the_bytes(here: Path, declared: str, actual: str) -> None:
    text = (TRADITIONAL if actual == "big5" else SIMPLIFIED).strip()
    lines = "".join(f"<p>{line}</p>\n" for line in text.splitlines())
    page = html(
        here, f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={declared}"></head>{lines}', actual
    )
    assert page.text == text.replace("\n", "\n\n")


def test_html_charset_decides_a_short_page(here: Path) -> None:
    assert html(here, "<meta charset=gb2312><p>沈丽", "gbk").text == "沈丽"


@pytest.mark.parametrize(
    "markup", ["<p>甲村<b>修路", "甲村<//p></b>修路", "<table><p>甲村修路", "<html><body><html><body>甲村修路", "<p><甲村修路"]
)
def test_html_broken_markup(here: Path, markup: str) -> None:
    assert "甲村" in html(here, markup).text and "修路" in html(here, markup).text


def test_html_without_visible_text(here: Path) -> None:
    assert "no visible text" in problem_of(write("a.html", "<title>题</title><div id=app></div><script>go()</script>")).what


@pytest.mark.parametrize("markup", ["<div>" * 50_000, "".join(f"<font size={n}><p>甲" for n in range(3000))])
def test_html_that_never_closes_its_tags_is_refused(here: Path, markup: str) -> None:
    assert "open at once" in problem_of(write("a.html", markup)).what


def test_html_long_lists_without_closing_tags_are_fine(here: Path) -> None:
    assert html(here, "<ul>" + "<li>一项" * 5000 + "<p>一段" * 5000).text.count("\n") >= 9999


# --------------------------------------------------------------------------------------------------------- Markdown, PDF


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
