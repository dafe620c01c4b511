"""Patterns that are tried only where a text has one of their words: the words must be in every match, and change nothing."""

import gc
import re
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

import pytest
from parsed import REPEATS, ZERO_WIDTH, held, parser

from kg.patterns import Needing, needing

PAGES = sorted((Path(__file__).parent / "pages").rglob("*.txt"))
MOST = 64  #: strings that a part of a pattern is spelled out to


def load_all() -> dict[str, Needing]:
    found = {}
    for name, value in held():
        if isinstance(value, Needing):
            found[name] = value
        elif hasattr(value, "cache_info") and getattr(value, "__annotations__", {}).get("return") == "Needing":
            found[name] = value()
    return found


def spell(parts: Iterable) -> set[str] | None:
    """All strings that parsed parts match, one after the other; None where they are too many. What they look at is left out."""
    spelled = {""}
    for op, value in parts:
        ends = spell_one(str(op), value)
        if ends is None or len(spelled) * len(ends) > MOST:
            return None
        spelled = {start + end for start in spelled for end in ends}
    return spelled


def spell_one(op: str, value) -> set[str] | None:
    if op == "LITERAL":
        return {chr(value)}
    if op in ZERO_WIDTH:
        return {""}
    if op == "IN" and all(str(kind) == "LITERAL" for kind, _ in value):
        return {chr(code) for _, code in value}
    if op == "SUBPATTERN":
        return spell(value[3])
    if op == "BRANCH":
        branches = [spell(branch) for branch in value[1]]
        return None if None in branches else set().union(*branches)
    if op in REPEATS and value[1] == 1:
        inner = spell(value[2])
        return None if inner is None else inner | ({""} if value[0] == 0 else set())
    return None


def must_hold(parts: Iterable, words: tuple[str, ...]) -> bool:
    """Whether whatever the parts match, with what it looks at, holds one of the words."""
    spelled = {""}
    for op, value in parts:
        ends = spell_one(str(op), value)
        if holds_one(str(op), value, words):
            return True
        longer = None if ends is None else {start + end for start in spelled for end in ends}
        if longer is None or len(longer) > MOST * MOST:
            longer = {""} if ends is None else ends
        if all(any(word in string for word in words) for string in longer):
            return True
        spelled = longer
    return False


def holds_one(op: str, value, words: tuple[str, ...]) -> bool:
    if op == "SUBPATTERN":
        return must_hold(value[3], words)
    if op == "BRANCH":
        return all(must_hold(branch, words) for branch in value[1])
    if op == "ASSERT":
        return must_hold(value[1], words)
    return op in REPEATS and value[0] > 0 and must_hold(value[2], words)


FOUND = load_all()


def test_all_are_looked_at():
    assert len(FOUND) > 40
    known = {id(pattern) for pattern in FOUND.values()}
    others = [o.compiled.pattern for o in gc.get_objects() if isinstance(o, Needing) and id(o) not in known]
    assert not others, "a pattern with words that this test does not reach"


@pytest.mark.parametrize("name", FOUND)
def test_each_match_holds_a_word(name):
    pattern = FOUND[name]
    assert pattern.words
    assert not pattern.compiled.flags & re.IGNORECASE
    assert must_hold(parser.parse(pattern.compiled.pattern, pattern.compiled.flags), pattern.words)


@pytest.mark.parametrize("name", FOUND)
def test_no_word_holds_another(name):
    words = sorted(FOUND[name].words)
    assert not [(one, other) for one in words for other in words if one != other and one in other]
    assert all(one != other for one, other in pairwise(words))


@pytest.mark.parametrize("name", FOUND)
def test_what_is_found_stays_the_same(name):
    pattern = FOUND[name]
    for page in PAGES[::9]:
        text = page.read_text(encoding="utf-8")
        assert [m.span() for m in pattern.finditer(text)] == [m.span() for m in pattern.compiled.finditer(text)]
        found, plain = pattern.search(text, 20), pattern.compiled.search(text, 20)
        assert (found and found.span()) == (plain and plain.span())


def test_a_word_that_is_missing_is_seen():
    def proved(words: str, pattern: str) -> bool:
        return must_hold(parser.parse(pattern), tuple(words.split()))

    assert proved("召开 举行", "(?:召开|举行)了?.*会")
    assert not proved("召开", "(?:召开|举行)了?.*会")
    assert proved("会", "(?:召开|举行)了?.*会")
    assert proved("管辖 辖有", "(?=[主共管辖])(?:主要|共)?(?:管辖|管|辖有)辖?有?") is False
    assert proved("县里 市里", "[县市]里")
    assert not proved("县里", "[县市]里")
    assert not proved("甲", "甲?乙")
    assert not proved("甲", "(?:甲)*乙")
    assert proved("甲", "(?:甲)+乙")
    assert not proved("甲", "乙(?!甲)")
    assert proved("甲", "乙(?=甲)")
    assert not proved("召开", "召.开")
    assert proved("召开", "召(?=开)开")


def test_offsets_are_those_of_the_text():
    pattern = needing("会", "会.")
    text = "会上，大会开幕，会后"
    assert [m.span() for m in pattern.finditer(text)] == [(0, 2), (4, 6), (8, 10)]
    assert [m.span() for m in pattern.finditer(text, 1, 9)] == [(4, 6)]
    assert pattern.search(text, 5).span() == (8, 10)
    assert pattern.search("没有", 0) is None
    assert list(pattern.finditer("没有")) == pattern.findall("没有") == []
    assert pattern.sub("X", text) == "X，大X幕，X"
    assert pattern.sub("X", "没有") == "没有"
    assert pattern.match(text).span() == (0, 2)
    assert pattern.fullmatch("会上")


@pytest.mark.parametrize("filler", ["", "无关的话" * 60], ids=["short", "long"])
@pytest.mark.parametrize("word", ["在", "来源", "（", ""])
def test_a_text_of_any_length_is_asked_for_each_word(word: str, filler: str) -> None:
    pattern = needing("在 来源 （", "在|来源|（")
    text = filler + word
    assert pattern.may_match(text) == bool(word)
    assert (pattern.search(text) is not None) == bool(word)
    assert [found[0] for found in pattern.finditer(text)] == [word] * bool(word) == pattern.findall(text)
