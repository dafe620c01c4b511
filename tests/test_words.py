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


def test_the_dictionary_leaves_no_log_handler() -> None:
    words()
    assert not logging.getLogger("jieba").handlers or logging.getLogger("jieba").level >= logging.DEBUG
    assert words() is words()
