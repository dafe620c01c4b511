"""Where names of bodies and places begin."""

from __future__ import annotations

import pytest

from kg.extract.edges import MAX_NAME, ends_walk, hard_left, left_edge


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("调研组走进", "江西百川电缆"),
        ("记者来到", "红星"),
        ("位于", "德隆新材料"),
        ("，", "华信"),
        ("“", "华信"),
        ("负责人说，", "瑞丰生化"),
        ("随后与", "瑞丰生化"),
        ("5月3日，", "瑞丰生化"),
    ],
)
def test_the_walk_to_the_left_stops_before_words_of_the_news(before: str, name: str) -> None:
    text = before + name
    assert text[left_edge(text, len(text)) :] == name


def test_nothing_before_the_ending_is_no_name() -> None:
    assert left_edge("公司", 0) == 0
    assert left_edge("，公司", 1) == 1
    assert left_edge("走进公司", 2) == 2


def test_a_floor_holds_the_walk() -> None:
    text = "江西百川电缆"
    assert left_edge(text, len(text), 2) == 2
    assert hard_left(text, len(text), 2) == 2


def test_hard_left_goes_to_the_last_mark_and_no_further_than_a_name_is_long() -> None:
    assert hard_left("天气晴。江西百川", 8) == 4
    assert hard_left("德" * 60, 60) == 60 - MAX_NAME


@pytest.mark.parametrize("word", ["在", "来到", "召开", "为了", "1999年"])
def test_words_that_end_a_walk(word: str) -> None:
    assert ends_walk(word)


@pytest.mark.parametrize("word", ["江西", "德隆", "电缆", "第一", "高新"])
def test_words_that_names_hold(word: str) -> None:
    assert not ends_walk(word)
