"""Where names end."""

from __future__ import annotations

import pytest

from kg.extract.names import scorer

AFTER_TITLE = 3.5


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("徐小林详细询问了水位", "徐小林"),
        ("马强在会上指出", "马强"),
        ("欧阳建平说", "欧阳建平"),
        ("上官文静到会祝贺", "上官文静"),
        ("潘永等参加活动", "潘永"),
        ("艾尼瓦尔·买买提介绍，全县林果丰收", "艾尼瓦尔·买买提"),
        ("宝音德力格尔说", "宝音德力格尔"),
        ("高度重视防汛工作", ""),
        ("严格落实责任", ""),
        ("，周建国说", ""),
        ("", ""),
    ],
)
def test_a_name_after_a_title_ends_where_words_begin(text: str, name: str) -> None:
    size, margin = scorer().read(text, 0, AFTER_TITLE)
    assert text[:size] == name
    assert margin > 0 or not size


def test_a_name_needs_more_where_no_title_stands_before() -> None:
    assert scorer().read("马强在会上指出", 0, AFTER_TITLE)[0] == 2
    assert scorer().read("马强在会上指出", 0, -12.0)[0] == 0


def test_reading_starts_at_the_position() -> None:
    text = "县长马玉梅出席"
    size, _ = scorer().read(text, 2, AFTER_TITLE)
    assert text[2 : 2 + size] == "马玉梅"


@pytest.mark.parametrize("name", ["周建国", "欧阳建平", "艾力·吐尔逊", "马晓燕"])
def test_bounded_strings_that_are_names(name: str) -> None:
    assert scorer().is_name(name, -1.0)


@pytest.mark.parametrize("name", ["重点项目", "高度", "安全生产", "王", "X先生", "金融机构", ""])
def test_bounded_strings_that_are_words(name: str) -> None:
    assert not scorer().is_name(name, -1.0)


def test_surnames_of_two_characters_come_first() -> None:
    assert scorer().surname_at("欧阳建平", 0) == "欧阳"
    assert scorer().surname_at("区欧阳建平", 1) == "欧阳"
    assert scorer().surname_at("王建平", 0) == "王"
    assert scorer().surname_at("的", 0) == ""


def test_likelihood_orders_readings() -> None:
    likelihood = scorer().likelihood
    assert likelihood("王建国") > likelihood("王度视")
    assert likelihood("的建国") == -99.0
    assert likelihood("王建国强") < likelihood("王建国")
