"""The dictionary."""

from __future__ import annotations

import logging
import warnings
from pathlib import Path
from typing import Any

import pytest

from kg.words import UNKNOWN_TAG, words

with warnings.catch_warnings():  # jieba's own
    warnings.simplefilter("ignore")
    import jieba


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


@pytest.fixture(scope="module")
def tokenizer() -> Any:
    """jieba itself, over the same dictionary."""
    made = jieba.Tokenizer()
    made.FREQ, made.total, made.initialized = words().counts, words().total, True
    return made


def test_cuts_are_those_of_jieba(tokenizer: Any) -> None:
    texts = (
        "组织部部长带队走进德隆新材料公司检查安全生产工作", "结婚的和尚未结婚的燚燚燚", "投资1.5亿元，用于A区建设", "中",
        "G20峰会 AA制、T恤\r\n卡拉OK\n3D打印 x86_64 50%", "“一带一路”·2017年3月-5月", "𠀀㐀は a b", "，", " \n",
    )  # fmt: skip
    for text in texts:
        assert words().cut(text) == tuple(tokenizer.cut(text, HMM=False)), text


def test_cuts_of_pages_are_those_of_jieba(tokenizer: Any) -> None:
    for page in sorted((Path(__file__).parent / "pages").rglob("*.txt"))[::6]:
        text = page.read_text(encoding="utf-8")
        for start in range(0, len(text), 7):
            stretch = text[start : start + 5 + start % 13]
            assert words()._cut(stretch) == tuple(tokenizer.cut(stretch, HMM=False)), stretch


def test_a_walk_tells_of_every_end_of_a_text() -> None:
    text = "组织部部长带队走进德隆"
    walk = words().walk(text)
    assert [words().cost(text[start:]) for start in range(len(text) + 1)] == list(walk.costs)
    assert all(words().cut(text[start:])[0] == text[start : walk.ends[start]] for start in range(len(text)))


def test_the_dictionary_leaves_no_log_handler() -> None:
    words()
    assert not logging.getLogger("jieba").handlers or logging.getLogger("jieba").level >= logging.DEBUG
    assert words() is words()
