"""Many patterns open with a lookahead of what they can begin with, so that ``re`` tries the rest only there. It must tell all."""

import re
from collections.abc import Iterator

import pytest
from parsed import REPEATS, ZERO_WIDTH, held, parser

from kg.extract import people, place_parts
from kg.patterns import Needing

OPENING = re.compile(r"^\(\?=(\[[^\]\\]+\])\)")


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    for name, value in held():
        pattern = value.compiled if isinstance(value, Needing) else value
        if isinstance(pattern, re.Pattern) and isinstance(pattern.pattern, str) and OPENING.match(pattern.pattern):
            yield name, pattern


def first_of(parts) -> tuple[set[tuple[str, object]], bool]:
    """What a parsed pattern can begin with, and whether it can be empty."""
    found: set[tuple[str, object]] = set()
    for op, value in parts:
        name = str(op)
        if name in ZERO_WIDTH:
            continue
        if name == "LITERAL":
            return found | {("literal", value)}, False
        if name == "IN":
            return found | {(str(kind).lower(), what) for kind, what in value}, False
        if name == "SUBPATTERN":
            inner, empty = first_of(value[3])
        elif name == "BRANCH":
            branches = [first_of(branch) for branch in value[1]]
            inner, empty = set().union(*(first for first, _ in branches)), any(empty for _, empty in branches)
        elif name in REPEATS:
            inner, empty = first_of(value[2])
            empty = empty or value[0] == 0
        else:
            raise AssertionError(f"a pattern with an opening cannot begin with {name}")
        found |= inner
        if not empty:
            return found, False
    return found, True


def not_told(pattern: re.Pattern[str]) -> list[str]:
    """Characters that a pattern could begin with and its opening leaves out."""
    opening = re.compile(OPENING.match(pattern.pattern)[1])
    first, empty = first_of(parser.parse(pattern.pattern, pattern.flags))
    assert not empty, "a pattern that may be empty begins anywhere"
    missing = []
    for kind, value in first:
        if kind == "literal":
            characters = [chr(value)]
        elif kind == "range":
            characters = [chr(code) for code in range(value[0], value[1] + 1)]
        else:
            assert str(value) == "CATEGORY_DIGIT", value
            characters = list("0123456789")
        missing += [character for character in characters if not opening.match(character)]
    return missing


FOUND = dict(patterns())


def test_there_are_such_patterns():
    assert len(FOUND) > 30


@pytest.mark.parametrize("name", FOUND)
def test_an_opening_leaves_nothing_out(name):
    assert not not_told(FOUND[name])


def test_the_sign_behind_a_name_leaves_nothing_out():
    assert not not_told(people.make_sign())


def test_zones_begin_with_plain_characters():
    """Then ``re`` skips to where one can begin without an opening; one optional word in front makes it try everywhere."""
    (branch,) = parser.parse(place_parts.ZONE.pattern)
    assert str(branch[0]) == "BRANCH"
    assert {str(alternative[0][0]) for alternative in branch[1][1]} == {"LITERAL"}


def test_what_is_left_out_is_found():
    assert not_told(re.compile("(?=[ab])(?:a|b|c)")) == ["c"]
    assert not_told(re.compile("(?=[a])x?a")) == ["x"]
    assert not not_told(re.compile("(?=[ab])(?<=c)(?:a|b)"))
