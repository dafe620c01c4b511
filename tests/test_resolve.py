"""Ids: the same thing has the same id on every page, different things have different ones."""

from __future__ import annotations

import re

import pytest

from kg.model import Kind
from kg.pipeline import read_page
from kg.read import make_page
from kg.resolve import person_subtype, stable_hash


def ids(text: str, kind: Kind, name: str = "x.txt") -> dict[str, str]:
    reading = read_page(make_page(name, text + "\n"))
    return {entity.label: entity.id for entity in reading.entities if entity.kind is kind and entity.articles}


def test_a_listed_district_is_its_code() -> None:
    assert ids("安庆市岳西县召开会议。", Kind.DISTRICT) == {"安庆市": "district/340800", "岳西县": "district/340828"}


@pytest.mark.parametrize(
    ("first", "second", "kind", "label"),
    [
        ("岳西县委书记方志强讲话。", "昨日，方志强到温泉镇调研，岳西县委书记方志强一行看了茶园。", Kind.PERSON, "方志强"),
        ("岳西县教育局招聘教师。", "开学了，岳西县教育局检查学校。", Kind.ORGANISATION, "岳西县教育局"),
        ("走进江西百川电缆有限公司。", "江西百川电缆有限公司扩产。", Kind.ORGANISATION, "江西百川电缆有限公司"),
        ("岳西县温泉镇前进村修路。", "雨后，岳西县温泉镇前进村补苗。", Kind.DISTRICT, "温泉镇"),
    ],
)
def test_the_same_thing_on_two_pages_is_one(first: str, second: str, kind: Kind, label: str) -> None:
    assert ids(first, kind)[label] == ids(second, kind, "y.txt")[label]


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("岳西县政府召开会议。", "岳西县人民政府召开会议。"),
        ("岳西县城管局巡查。", "岳西县城市管理局巡查。"),
        ("岳西县市场监管局巡查。", "岳西县市场监督管理局巡查。"),
        ("岳西县法院开庭。", "岳西县人民法院开庭。"),
        ("岳西县检察院开会。", "岳西县人民检察院开会。"),
        ("岳西县委召开会议。", "中共岳西县委召开会议。"),
        ("岳西县温泉镇政府发文。", "岳西县温泉镇人民政府发文。"),
    ],
)
def test_full_and_short_names_of_a_body_are_one(short: str, full: str) -> None:
    (left,), (right,) = ids(short, Kind.ORGANISATION).values(), ids(full, Kind.ORGANISATION).values()
    assert left == right


@pytest.mark.parametrize(
    ("bare", "typed"),
    [
        ("岳西县开展“清风”行动。", "岳西县开展“清风”专项行动。"),
        ("岳西县启动“清风行动”。", "岳西县启动“清风”行动。"),
        ("岳西县推行“六包一”机制。", "岳西县推行“六包一”联防联控机制。"),
    ],
)
def test_an_initiative_is_one_with_and_without_its_type_word(bare: str, typed: str) -> None:
    (left,), (right,) = ids(bare, Kind.INITIATIVE).values(), ids(typed, Kind.INITIATIVE).values()
    assert left == right


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("岳西县天堂镇镇长方志强说。", "岳西县委书记方志强说。岳西县天堂镇镇长方志强说。"),
        ("安庆市市长方志强讲话。", "安庆市市长方志强到岳西县调研。"),
        ("安庆市岳西县县长方志强讲话。", "岳西县县长方志强讲话。"),
        ("安徽省省长方志强讲话。", "岳西县：安徽省省长方志强到岳西县调研，岳西县委书记王小明陪同。"),
        ("岳西县召开会议，县长方志强讲话。", "太湖县举办活动，太湖县县长李大山主持，岳西县县长方志强参加。"),
        ("岳西县副县长、公安局局长方志强讲话。", "太湖县弥陀镇来了客人，岳西县公安局局长方志强在弥陀镇介绍经验。"),
        ("太湖县原副县长、岳西县县长方志强讲话。", "岳西县县长方志强讲话。"),
    ],
)
def test_an_official_is_one_on_pages_of_different_homes(first: str, second: str) -> None:
    assert ids(first, Kind.PERSON)["方志强"] == ids(second, Kind.PERSON)["方志强"]


@pytest.mark.parametrize(
    ("first", "second", "kind", "label"),
    [
        ("岳西县委书记方志强讲话。", "太湖县委书记方志强讲话。", Kind.PERSON, "方志强"),
        ("岳西县县长方志强讲话。", "岳西县召开会议，太湖县县长方志强讲话。岳西县县长王小明主持。", Kind.PERSON, "方志强"),
        ("岳西县村民方志强说。", "太湖县村民方志强说。", Kind.PERSON, "方志强"),
        ("福州市鼓楼区召开会议。", "徐州市鼓楼区召开会议。", Kind.DISTRICT, "鼓楼区"),
        ("岳西县天堂镇前进村修路。", "太湖县弥陀镇前进村修路。", Kind.DISTRICT, "前进村"),
    ],
)
def test_namesakes_of_different_districts_are_two(first: str, second: str, kind: Kind, label: str) -> None:
    left, right = ids(first, kind), ids(second, kind)
    assert not left.get(label) or left.get(label) != right.get(label)


def test_ids_are_readable_ascii() -> None:
    reading = read_page(make_page("x.txt", "岳西县委书记方志强到江西百川电缆有限公司调研，开展“清风”行动。\n"))
    assert all(re.fullmatch(r"[a-z]+/[a-z0-9-]+", entity.id) for entity in reading.entities)
    (person,) = (entity for entity in reading.entities if entity.kind is Kind.PERSON)
    assert person.id.startswith("person/fang-zhiqiang-")


def test_hashes_do_not_confuse_parts() -> None:
    assert stable_hash("ab", "c") != stable_hash("a", "bc")
    assert stable_hash("ab", "c") == stable_hash("ab", "c")
    assert len(stable_hash("a", size=4)) == 4


def test_the_byline_alone_makes_a_journalist() -> None:
    assert person_subtype((), True) == "Journalist"
    assert person_subtype((), False) == ""
