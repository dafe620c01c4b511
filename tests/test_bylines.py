"""Bylines, credits, datelines and mastheads, in the styles that papers and sites use. All names are invented."""

from __future__ import annotations

import pytest

from kg.bylines import Name, find_tail, is_lead, is_staff, read_authors, read_credit, read_dateline, read_names, read_staff
from kg.text import fold


def show(line: str, names: list[Name] | tuple[Name, ...]) -> str:
    """Names with the first letter of their role: r:张三 c:李四 p:王五 e:赵六."""
    return " ".join(f"{role[0]}:{line[lo:hi].replace(' ', '')}" for role, (lo, hi) in names)


@pytest.mark.parametrize(
    ("inner", "names"),
    [
        ("记者张一丹 通讯员李二长", "r:张一丹 c:李二长"),
        ("记者 张三 李四 通讯员 王五", "r:张三 r:李四 c:王五"),
        ("记者 张三 通讯员 王五 文/图", "r:张三 c:王五 p:张三 p:王五"),
        ("记者张三通讯员李四", "r:张三 c:李四"),
        ("全媒体记者 欧阳一丹", "r:欧阳一丹"),
        ("县融媒体中心记者 张三、李四", "r:张三 r:李四"),
        ("见习记者 张三 实习生 李四", "r:张三 r:李四"),
        ("文字记者：张三、李四；摄影记者：王五", "r:张三 r:李四 p:王五"),
        ("张三 李　四 王五", "c:张三 c:李四 c:王五"),
        ("阿依努尔·买买提 王五", "c:阿依努尔·买买提 c:王五"),
        ("文/张三 图/李四", "r:张三 p:李四"),
        ("张三 文 李四 图", "r:张三 p:李四"),
        ("文/图 张三 李四", "r:张三 p:张三 r:李四 p:李四"),
        ("记者张三 李四/文 王五/图", "r:张三 r:李四 p:王五"),
        ("本报记者 张三 摄影报道", "r:张三 p:张三"),
        ("编辑：王子军 校对：樊一建 组版：祖武", "e:王子军 e:樊一建 e:祖武"),
        ("县水利局", ""),
        ("区委宣传部 供稿", ""),
        ("左二", ""),
        ("资料图片", ""),
        ("含5个行政村", ""),
        ("新华社发", ""),
    ],
)
def test_read_names(inner: str, names: str) -> None:
    line, _ = fold(f"（{inner}）")
    assert show(line, read_names(line[1:-1], 1)) == names


@pytest.mark.parametrize(
    ("paragraph", "rest", "names"),
    [
        ("大家干劲十足。（记者 张三）", "大家干劲十足。", "r:张三"),
        ("大家干劲十足。（张三 李四）", "大家干劲十足。", "c:张三 c:李四"),
        ("图为村民在采茶。张三 摄", "图为村民在采茶。", "p:张三"),
        ("图为村民在采茶。 本报记者 张三 摄", "图为村民在采茶。", "p:张三"),
        ("图为村民在采茶 张一丹、李四摄", "图为村民在采茶", "p:张一丹 p:李四"),
        ("图为村民在采茶。张三摄（人民视觉）", "图为村民在采茶。", "p:张三"),
        ("大家干劲十足。 张三 李四 文/图", "大家干劲十足。", "r:张三 r:李四 p:张三 p:李四"),
        ("“一定干好！”他说。（通讯员 张三）", "“一定干好！”他说。", "c:张三"),
        ("大家干劲十足。（责任编辑：张三）", "大家干劲十足。", "e:张三"),
    ],
)
def test_find_tail(paragraph: str, rest: str, names: str) -> None:
    line, _ = fold(paragraph)
    found = find_tail(line)
    assert found is not None
    assert (line[: found[0]].rstrip(), show(line, found[1])) == (rest, names)


@pytest.mark.parametrize(
    "paragraph",
    [
        "大家干劲十足。",
        "大家干劲十足。（县水利局）",
        "全镇共有12个村（社区）",
        "他在会上作了报道",
        "大家忙着拍照摄影",
        "他向记者介绍企业的情况，并要求如实报道",
        "会议由县长（左）主持",
        "参观《大地》图片展和历史文化图",
    ],
)
def test_find_tail_leaves_text_alone(paragraph: str) -> None:
    assert find_tail(fold(paragraph)[0]) is None


@pytest.mark.parametrize(
    ("lead", "rest", "names"),
    [
        ("本报讯（记者张一丹 通讯员李二长）今天上午开会。", "今天上午开会。", "r:张一丹 c:李二长"),
        ("本报讯 （记者 张三） 2月8日，开会。", "2月8日，开会。", "r:张三"),
        ("本报讯 为了春耕，县里开会。", "为了春耕，县里开会。", ""),
        ("本报讯 记者 张三 通讯员 李四 报道：今天开会。", "今天开会。", "r:张三 c:李四"),
        ("新华社郑州1月5日电（记者 张三）今天开会。", "今天开会。", "r:张三"),
        ("中新网河南新闻1月5日电（张三 李四）今天开会。", "今天开会。", "r:张三 r:李四"),
        ("上山日报讯 今天开会。", "今天开会。", ""),
        ("上山县融媒体中心讯（记者 张三）今天开会。", "今天开会。", "r:张三"),
        ("云台融媒8月23日讯(记者 张三 实习记者 李四)今天开会。", "今天开会。", "r:张三 r:李四"),
        ("某某网（某某日报网）讯（通讯员 张三、李四）今天开会。", "今天开会。", "c:张三 c:李四"),
        ("上山讯 8月23日上午，开会。", "8月23日上午，开会。", ""),
        ("（记者 张三）今天上午，全县召开春耕生产大会。", "今天上午，全县召开春耕生产大会。", "r:张三"),
        ("今天上午，全县召开大会。", "今天上午，全县召开大会。", ""),
        ("国家电网电力供应充足，通讯畅通。", "国家电网电力供应充足，通讯畅通。", ""),
        ("记者从县政府获悉，该项目的报道引来关注。", "记者从县政府获悉，该项目的报道引来关注。", ""),
    ],
)
def test_read_dateline(lead: str, rest: str, names: str) -> None:
    line, _ = fold(lead)
    dateline = read_dateline(line)
    assert (line[dateline.end :], show(line, dateline.names)) == (rest, names)


def test_is_lead() -> None:
    assert is_lead("本报讯（记者张三）今天开会。")
    assert not is_lead("本报记者今天走进工厂。")
    assert not is_lead("通讯畅通，电力充足。")


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("编辑：王子军 校对：樊一建 组版：祖武", "e:王子军 e:樊一建 e:祖武"),
        ("值班编辑 刘一军", "e:刘一军"),
        ("责编/张三 美编/李　四 校对/王五", "e:张三 e:李四 e:王五"),
        ("编 辑:钱 一", "e:钱一"),
        ("一审：张三 二审：李四 三审：王五", "e:张三 e:李四 e:王五"),
        ("【编辑:梁一】", "e:梁一"),
        ("2021年3月2日 星期二 责任编辑：张三 电话：0391—1234567", "e:张三"),
    ],
)
def test_read_staff(line: str, names: str) -> None:
    line, _ = fold(line)
    assert show(line, read_staff(line)) == names
    assert is_staff(line) or line[0] == "2"


def test_headlines_are_no_staff() -> None:
    for line in ("统筹兼顾 防疫发展两不误", "编辑部的故事", "策划一批好项目", "审核把关不放松"):
        assert not is_staff(line)
        assert not read_credit(line)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("来源：某某日报 作者：张三 李四 时间：2023-05-06", "r:张三 r:李四"),
        ("2017-03-08 09:00:03  来源:  某某新闻网  作者: 记者 张一丹", "r:张一丹"),
        ("来源：某某网 作者：未知 阅读量：12", ""),
        ("作者：县发改委 来源：本站", ""),
        ("供稿：张三", "c:张三"),
    ],
)
def test_read_authors(line: str, names: str) -> None:
    line, _ = fold(line)
    assert show(line, read_authors(line)) == names
