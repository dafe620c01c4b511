"""Find the entries of tables in a text, those of all tables in one walk.

A page is read with seven tables, from 600 titles to 40,000 districts. A walk through one of them is short, but each has to bring
its own states from memory to the processor, and that takes several times as long as the walk. So all tables are one automaton
(Aho and Corasick), and what it found in the texts of a page is kept until other pages have been read. The words that patterns
need (:mod:`kg.patterns`) are another, of which only is asked whether a text has them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import chain
from typing import Any, Generic, TypeVar

Row = TypeVar("Row")
_Match = tuple[int, int, int]  #: where a match begins, minus where it ends, which row: they sort leftmost, then longest first

_TABLES: list[Scanner[Any]] = []  # every table that there is, in the order of their slots
_TEXTS = 64  # texts whose matches are kept: those of a page


class Scanner(Generic[Row]):
    """Rows by a word of each: the leftmost match wins, of those the longest, and none overlap."""

    def __init__(self, rows: Callable[[], Iterable[Row]], word: Callable[[Row], str]) -> None:
        """``rows`` is called when first a text is walked: whoever imports a table does not load it yet."""
        self._load, self._word = rows, word
        self._rows: tuple[Row, ...] | None = None
        self._slot = len(_TABLES)
        _TABLES.append(self)
        _automaton.cache_clear()
        _walk.cache_clear()

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows, in their order. Of two with the same word, the first is found."""
        if self._rows is None:
            self._rows = tuple(self._load())
        return self._rows

    @property
    def words(self) -> Iterator[str]:
        """The word of each row."""
        return map(self._word, self.rows)

    def find(self, text: str) -> Iterator[tuple[int, int, Row]]:
        """Where each match begins and ends, and its row."""
        done = 0
        rows = self.rows
        for start, end, row in sorted(_walk(text).get(self._slot, ())):
            if start >= done:
                done = -end
                yield start, done, rows[row]


@lru_cache(maxsize=1)
def _automaton() -> tuple[Any, tuple[tuple[tuple[int, int], ...], ...]]:
    """The words of all tables as one automaton, and of each word the tables and rows that have it."""
    from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

    owners: dict[str, dict[int, int]] = {}
    for slot, table in enumerate(_TABLES):
        for row, word in enumerate(table.words):
            owners.setdefault(word, {}).setdefault(slot, row)
    automaton = AhoCorasick(list(owners), matchkind=MatchKind.Standard, implementation=Implementation.ContiguousNFA)
    return automaton, tuple(tuple(rows.items()) for rows in owners.values())


@lru_cache(maxsize=_TEXTS)
def _walk(text: str) -> dict[int, list[_Match]]:
    """Every place of every word, by table."""
    automaton, owners = _automaton()
    found: dict[int, list[_Match]] = {}
    for index, start, end in automaton.find_matches_as_indexes(text, overlapping=True):
        for slot, row in owners[index]:
            found.setdefault(slot, []).append((start, -end, row))
    return found


_NEEDED: dict[str, list[object]] = {}  # words of patterns, and whose they are


def need(words: Iterable[str], owner: object) -> None:
    """Have :func:`possible` tell of an owner where a text has one of these words."""
    for word in words:
        _NEEDED.setdefault(word, []).append(owner)
    _needed.cache_clear()
    possible.cache_clear()


@lru_cache(maxsize=1)
def _needed() -> tuple[Any, tuple[list[object], ...]]:
    from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

    automaton = AhoCorasick(list(_NEEDED), matchkind=MatchKind.Standard, implementation=Implementation.DFA)  # they are few
    return automaton, tuple(_NEEDED.values())


@lru_cache(maxsize=_TEXTS)
def possible(text: str) -> frozenset[object]:
    """The owners of the words that a text has."""
    automaton, owners = _needed()
    rows = {index for index, _, _ in automaton.find_matches_as_indexes(text, overlapping=True)}
    return frozenset(chain.from_iterable([owners[row] for row in rows]))


__all__ = ["Scanner", "need", "possible"]
