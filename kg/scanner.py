"""Find the entries of a table in a text, all in one walk."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Generic, TypeVar

Row = TypeVar("Row")


class Scanner(Generic[Row]):
    """Rows by a word of each: the leftmost match wins, of those the longest, and none overlap. ``rows`` keeps their order."""

    def __init__(self, rows: Iterable[Row], word: Callable[[Row], str], *, large: bool = False) -> None:
        """``large``: for hundreds of thousands of words, in less memory."""
        from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

        self.rows = tuple(rows)
        self._automaton = AhoCorasick(
            [word(row) for row in self.rows],
            matchkind=MatchKind.LeftmostLongest,
            implementation=Implementation.ContiguousNFA if large else None,
        )

    def find(self, text: str) -> Iterator[tuple[int, int, Row]]:
        """Where each match begins and ends, and its row."""
        for index, start, end in self._automaton.find_matches_as_indexes(text):
            yield start, end, self.rows[index]


__all__ = ["Scanner"]
