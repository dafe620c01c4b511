from __future__ import annotations

import re
import subprocess
import sys

import pytest

from kg.pinyin import LONG_SURNAMES, SURNAME_READINGS, pinyin, slug, split_name, syllables


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("单立军", "Shan Lijun"),  # the surname's reading, not dan
        ("解文澜", "Xie Wenlan"),
        ("曾一鸣", "Zeng Yiming"),
        ("林单", "Lin Dan"),  # the same character in a given name
        ("欧阳明月", "Ouyang Mingyue"),
        ("东方", "Dong Fang"),  # two characters: one surname, one given name
        ("买买提·吐尔逊", "Maimaiti·tuerxun"),
        ("吕绿", "Lv Lv"),
        ("甲", "Jia"),
    ],
)
def test_persons(name: str, expected: str) -> None:
    assert pinyin(name, person=True) == expected


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("重庆市", "chong qing shi"),  # in a word that pypinyin knows, not zhong
        ("长沙市", "chang sha shi"),
        ("鼓楼区工信局", "gu lou qu gong xin ju"),
        ("A1地块", "A1 di kuai"),
        ("", ""),
    ],
)
def test_labels(label: str, expected: str) -> None:
    assert pinyin(label) == expected


def test_syllables_are_those_of_pypinyin() -> None:
    from pypinyin import lazy_pinyin

    labels = ["重庆市长寿区", "六安市行政服务中心", "A区、B区（2031年）", "银行行长", "女儿河乡", "朝阳 街道", "𠮷野家"]
    for label in labels:
        assert syllables(label) == tuple(lazy_pinyin(label, v_to_u=False)), label


@pytest.mark.parametrize(
    ("label", "expected"),
    [("“六包一”联防联控机制", "liu-bao-yi-lian-fang-lian-kong-ji-zhi"), ("绿荫社区", "lv-yin-she-qu"), ("★", "x"), ("é", "x")],
)
def test_slugs_are_plain_ascii(label: str, expected: str) -> None:
    assert slug(label) == expected
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug(label))


def test_long_surnames_are_surnames_of_two_characters() -> None:
    assert all(len(name) == 2 for name in LONG_SURNAMES)
    assert all(split_name(name + "一") == (name, "一") for name in LONG_SURNAMES)


def test_only_surnames_that_are_read_in_their_own_way_are_listed() -> None:
    for surname, reading in SURNAME_READINGS.items():
        assert syllables(surname) != (reading,), surname


def test_pypinyin_is_loaded_when_it_is_needed() -> None:
    code = "import sys, kg.pinyin; sys.exit('pypinyin' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
