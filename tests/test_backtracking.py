"""No text keeps a pattern going for ever: repeats within repeats, tried on what they could split in the most ways.

``(?:台|[一-龥]{0,10}?社)*`` reads 台台台台… in twice as many ways for each character more, and tries them all where what should
follow is missing. A page of such characters would keep the reader busy until the end of days.
"""

from __future__ import annotations

import random
import re
import signal
from collections.abc import Iterator
from typing import Any

import pytest
from parsed import REPEATS, held, parser

from kg.patterns import Needing

PATTERNS = {
    name: found.compiled if isinstance(found, Needing) else found
    for name, found in held()
    if isinstance(found, (re.Pattern, Needing))
}
SECONDS = 5  # a match takes a thousandth of this; a pattern that splits in all ways would take years
SHORT = 6  # repeats up to which two within each other have few ways to split


def inner(value: Any) -> Iterator[Any]:
    """The parts within a part of a parsed pattern."""
    for item in value if isinstance(value, (list, tuple)) else ():
        if isinstance(item, parser.SubPattern):
            yield item
        elif isinstance(item, (list, tuple)):
            yield from inner(item)


def nests(parts: Any, within: bool = False) -> bool:
    """Whether a long repeat holds another whose length is free."""
    for op, value in parts:
        if str(op) in REPEATS:
            least, most, part = value
            if (within and most > max(least, 1)) or nests(part, within or most > SHORT):
                return True
        elif any(nests(part, within) for part in inner(value)):
            return True
    return False


def characters(parts: Any) -> Iterator[str]:
    """Characters that a pattern names, and one for each set of others."""
    for op, value in parts:
        if str(op) == "LITERAL":
            yield chr(value)
        elif str(op) == "IN":
            for kind, bounds in value:
                yield chr(bounds) if str(kind) == "LITERAL" else chr(bounds[0]) if str(kind) == "RANGE" else "中"
        elif str(op) in ("ANY", "NOT_LITERAL"):
            yield "中"
        for part in inner(value):
            yield from characters(part)


def hostile(pattern: re.Pattern[str]) -> Iterator[str]:
    chance = random.Random(pattern.pattern)
    known = sorted(set(characters(parser.parse(pattern.pattern, pattern.flags)))) or ["中"]
    yield from (char * 60 + "；" for char in known)
    yield from (f"{char}中中" * 25 + "；" for char in known)
    for _ in range(60):
        yield "".join(chance.choices(known, k=2)) * 35 + "；"
        yield "".join(chance.choices(known, k=80)) + "；"


NESTED = sorted(name for name, found in PATTERNS.items() if nests(parser.parse(found.pattern, found.flags)))


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no timers here: run on Linux or macOS")
@pytest.mark.parametrize("name", NESTED)
def test_no_text_keeps_a_pattern_going(name: str) -> None:
    def give_up(*_: object) -> None:
        raise TimeoutError

    pattern = PATTERNS[name]
    before = signal.signal(signal.SIGALRM, give_up)
    try:
        for text in hostile(pattern):
            signal.setitimer(signal.ITIMER_REAL, SECONDS)
            try:
                pattern.search(text), pattern.fullmatch(text)
            except TimeoutError:
                pytest.fail(f"{name} does not come to an end on {text[:12]}…")
            finally:
                signal.setitimer(signal.ITIMER_REAL, 0)
    finally:
        signal.signal(signal.SIGALRM, before)


def test_nested_repeats_are_found() -> None:
    assert nests(parser.parse("(?:甲|[一-龥]{0,10}?社)*"))
    assert not nests(parser.parse("(?:甲|乙)*[一-龥]{0,10}"))
    assert NESTED
