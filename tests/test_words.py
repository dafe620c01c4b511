"""The dictionary."""

from __future__ import annotations

import logging

from kg.words import UNKNOWN_TAG, words


def test_cuts_join_to_the_text() -> None:
    text = "调研组走进德隆新材料公司abc123"
    assert "".join(words().cut(text)) == text
    assert "走进" in words().cut(text)
    assert words().cut("") == ()


def test_tags_and_frequencies_of_known_and_unknown_words() -> None:
    assert words().tag("检查").startswith("v")
    assert words().tag("燚燚燚") == UNKNOWN_TAG
    assert words().frequency("检查") > words().frequency("察看") > 0
    assert words().frequency("燚燚燚") == 0


def test_likelier_texts_cost_less() -> None:
    cost = words().cost
    assert cost("") == 0.0
    assert 0 > cost("检查") > cost("检查燚")
    assert cost("检查工作") > cost("查检作工")


def test_cuts_are_those_of_jieba() -> None:
    texts = ("组织部部长带队走进德隆新材料公司检查安全生产工作", "结婚的和尚未结婚的燚燚燚", "投资1.5亿元，用于A区建设", "中")
    for text in texts:
        assert words().cut(text) == tuple(words()._tokenizer.cut(text, HMM=False))


def test_a_walk_tells_of_every_end_of_a_text() -> None:
    text = "组织部部长带队走进德隆"
    walk = words().walk(text)
    assert [words().cost(text[start:]) for start in range(len(text) + 1)] == list(walk.costs)
    assert all(words().cut(text[start:])[0] == text[start : walk.ends[start]] for start in range(len(text)))


def test_the_dictionary_leaves_no_log_handler() -> None:
    words()
    assert not logging.getLogger("jieba").handlers or logging.getLogger("jieba").level >= logging.DEBUG
    assert words() is words()
