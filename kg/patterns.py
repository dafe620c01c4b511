"""Patterns that are tried only on a text that has a word without which they cannot match.

``re`` tries a pattern at each character where it could begin, and most patterns of this package match nothing in
most texts. Whether a text has a word is told many times faster. Programs that search files (ripgrep, RE2) work out such words by
themselves; here they are written where the pattern is, and a test takes each pattern apart to prove them.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from typing import Any

from kg.scanner import need, possible

_SHORT = 120  #: characters up to which a text is asked for each word, which is faster there than a walk for all


class Needing:
    """A pattern and its words. Offsets are those of the whole text, as with ``re``; what it finds is what ``re`` finds."""

    __slots__ = ("_findall", "_finditer", "_search", "_single", "compiled", "fullmatch", "match", "words")

    def __init__(self, words: str, pattern: str, flags: int = 0) -> None:
        """Each match of the pattern, with what it looks at, holds one of ``words``, which are parted by spaces."""
        compiled = re.compile(pattern, flags)
        self.compiled = compiled
        self.words = tuple(words.split())
        self._single = tuple(word for word in self.words if len(word) == 1)  # common, so that they are found at once
        need([word for word in self.words if len(word) > 1], self)
        self._search, self._finditer, self._findall = compiled.search, compiled.finditer, compiled.findall
        self.match, self.fullmatch = compiled.match, compiled.fullmatch

    def may_match(self, text: str) -> bool:
        """False where the pattern surely matches nowhere in the text."""
        for word in self._single if len(text) > _SHORT else self.words:
            if word in text:
                return True
        return len(text) > _SHORT and self in possible(text)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        return self._search(text, start, end) if self.may_match(text) else None

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        return self._finditer(text, start, end) if self.may_match(text) else _NOTHING

    def findall(self, text: str) -> list[Any]:
        return self._findall(text) if self.may_match(text) else []

    def sub(self, replacement: str, text: str) -> str:
        return self.compiled.sub(replacement, text) if self.may_match(text) else text


_NOTHING: Iterator[Any] = iter(())


def needing(words: str, pattern: str, flags: int = 0) -> Needing:
    """``re.compile``, with the words of which each match holds one."""
    return Needing(words, pattern, flags)


__all__ = ["Needing", "needing"]
