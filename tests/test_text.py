"""Folding with a map back, and numerals."""

from __future__ import annotations

import random
from decimal import Decimal

import pytest

from kg.text import fold, parse_number


@pytest.mark.parametrize(
    ("source", "folded"),
    [
        ("２０２３年，ＧＤＰ增长５．２％", "2023年，GDP增长5.2%"),
        ("会议由张三主持,李四出席;王五(新任)列席。", "会议由张三主持，李四出席；王五（新任）列席。"),
        ("“好的吗?”他问:走!", "“好的吗？”他问：走！"),
        ('他说:"干得好。"', "他说：“干得好。”"),
        ('落实“四个一"机制', "落实“四个一”机制"),
        ("12:30开会，比分3:2，共1,200人，增长5.2%", "12:30开会，比分3:2，共1,200人，增长5.2%"),
        ("见http://a.gov.cn:80/x,y?b=1", "见http://a.gov.cn:80/x,y?b=1"),
        ('a,b (c) "d"', 'a,b (c) "d"'),
        ("会议结束.大家离开。", "会议结束。大家离开。"),
        ("「红旗」行动", "“红旗”行动"),
        ("阿依古丽•买买提", "阿依古丽·买买提"),
        ("由各镇(街道)和区教育局登记,逾期不候", "由各镇（街道）和区教育局登记，逾期不候"),
        ("PPP(BOT)项目;(一)是(1)抓,(2)管", "PPP（BOT）项目；（一）是（1）抓，（2）管"),
        ("增长5.2%, 其中工业增长3%", "增长5.2%，其中工业增长3%"),
        ("GDP, 人口两项(见表1)", "GDP，人口两项（见表1）"),
        ("记者丨张三│李四", "记者|张三|李四"),
        ("全县 24 小时值守", "全县24小时值守"),
        ("打响 24 小时攻坚战", "打响24小时攻坚战"),
        ("项目共投资 3.5 亿元，新建厂房 12 座，目前已完成八成的工程量，其余部分年底前完工，投产之后可带动就业", None),
        ("我 们 大 家 都 来", "我们大家都来"),
        ("县委召开会议 部署春耕工作", "县委召开会议 部署春耕工作"),
        ("本报讯（记者张一丹 通讯员李二长）日前，全县春季义务植树活动在城东新区启动。", None),
        ("　　近日，天气转暖。　", "近日，天气转暖。"),
        ("张　三", "张 三"),
        ("零\u200b宽\ufeff字\r\n符", "零宽字\n符"),
        ("⼀二⾦", "一二金"),
        ("𠮷祥，🙂", "𠮷祥，🙂"),
        ("", ""),
    ],
)
def test_fold(source: str, folded: str | None) -> None:
    text, offsets = fold(source)
    if folded is not None:
        assert text == folded
    assert len(offsets) == len(text) + 1
    assert offsets[-1] == len(source)
    for char, at in zip(text, offsets, strict=False):
        assert at < len(source)
        if char.isalnum() and ord(char) < 0x2E80 and source[at].isascii():
            assert source[at] == char


def test_fold_keeps_the_space_between_names_in_running_text() -> None:
    text, _ = fold("本报讯（记者张一丹 通讯员李二长）日前，全县春季义务植树活动在城东新区启动。")
    assert "张一丹 通讯员" in text


def test_fold_takes_spaces_around_numbers_out_of_running_text() -> None:
    text, _ = fold("项目共投资 3.5 亿元，新建厂房 12 座。目前 已完成八成")
    assert text == "项目共投资3.5亿元，新建厂房12座。目前 已完成八成"


def test_fold_starts_counting_where_told() -> None:
    assert list(fold("甲 ，乙", start=100)[1]) == [100, 102, 103, 104]


def test_fold_is_stable() -> None:
    """What is folded once stays as it is."""
    chance = random.Random(7)
    letters = "甲乙丙，。“”\"'（）() :：;,.?!12３４ＡbC 　\n\u200b·•"
    for _ in range(3000):
        source = "".join(chance.choices(letters, k=chance.randrange(1, 40)))
        once, offsets = fold(source)
        assert list(offsets) == sorted(offsets)
        assert len(offsets) == len(once) + 1
        assert once.count("\n") == source.count("\n")


NUMERALS = """
1334 1334 | 1,334 1334 | １２ 12 | 0.5 0.5 | 3.5亿 350000000 | 1.2万 12000 | 1亿2000万 120000000 | 1万3千 13000
3千 3000 | 两千三百 2300
十 10 | 十五 15 | 二十 20 | 一百零五 105 | 一百五 150 | 三万五 35000 | 三千五 3500
三万五千六百 35600
二〇二二 2022 | 三点五 3.5 | 一点二万 12000 | 两 2 | 百 100 | 两百五十 250 | 壹拾贰 12 | 五万亿 5000000000000 | 负三 -3
-3.5 -3.5
四分之三 0.75
十万 100000 
一千零一 1001 | 一千零一十 1010 | 一万零五百 10500
万 - | 5万余 - | 近百 - | 一二三十 - | 三点 - | 零分之一 - | 1.2.3 - | 甲 - | 十百 -
"""


CASES = [tuple(case.split()) for case in NUMERALS.replace("\n", "|").split("|") if case.strip()]


@pytest.mark.parametrize(("numeral", "value"), CASES)
def test_parse_number(numeral: str, value: str) -> None:
    assert parse_number(numeral) == (None if value == "-" else Decimal(value))


def test_parse_number_of_nothing() -> None:
    assert parse_number("") is None
    assert parse_number(" ") is None


def test_parse_number_never_fails() -> None:
    chance = random.Random(11)
    letters = "零〇一二两三九十百千万亿兆点.,0123分之负- 余"
    for _ in range(5000):
        value = parse_number("".join(chance.choices(letters, k=chance.randrange(8))))
        assert value is None or isinstance(value, Decimal)
