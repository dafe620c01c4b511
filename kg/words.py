"""Word edges: the only importer of jieba.

jieba's module-level functions share one global dictionary, log to stderr and write a cache file into the temp folder.
A tokenizer of our own, filled here from jieba's packaged dictionary, does none of that.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from math import inf, log
from typing import Any, NamedTuple

UNKNOWN_TAG = "x"
# How jieba takes a text apart before it cuts: its blocks, and what lies between them, character by character.
_HAN = re.compile(r"[\u4e00-\u9fd5]+")
_BLOCK = re.compile(r"([\u4e00-\u9fd5a-zA-Z0-9+#&._%\-]+)")
_MARK = re.compile(r"\r\n|(?s:.)")
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")


# Rare words that names run into: 李鹤年|率考察组.
_NO_WORDS = ("年率",)


class Walk(NamedTuple):
    """From each position of a stretch to its end: log probability of the likeliest cut, and where the first word of that ends."""

    costs: Sequence[float]
    ends: Sequence[int]


class Words:
    """jieba's dictionary: cuts, tags and log probabilities of short stretches."""

    def __init__(self) -> None:
        with warnings.catch_warnings():  # jieba's own: escapes that Python will refuse one day, and pkg_resources
            warnings.simplefilter("ignore")
            import jieba  # type: ignore[import-untyped]

        tokenizer: Any = jieba.Tokenizer()
        with tokenizer.get_dict_file() as handle:
            lines = handle.read().decode("utf-8").splitlines()
        frequency: dict[str, int] = {}
        tags: dict[str, str] = {}
        total = 0
        for line in lines:
            word, count, tag = line.split(" ")
            frequency[word] = int(count)
            tags[word] = tag
            total += int(count)
        for word in _NO_WORDS:
            total -= frequency.pop(word, 0)
        whole = list(frequency)
        for word in whole:  # every prefix must be a key: jieba's lattice stops at the first that is none
            for end in range(len(word) - 1, 0, -1):
                prefix = word[:end]
                if prefix in frequency:
                    break
                frequency[prefix] = 0
        self.counts = frequency  #: of each word, and 0 of the beginnings of words; to be read only
        self.total = total  #: of all counts
        self._log_total = log(total)
        self._tags = tags
        self.cut = lru_cache(maxsize=50_000)(self._cut)
        self.walk = lru_cache(maxsize=50_000)(self._walk)

    def tag(self, word: str) -> str:
        """The part of speech that the dictionary gives (``v``, ``n``, ``p`` …), ``x`` where it has none."""
        return self._tags.get(word, UNKNOWN_TAG)

    def frequency(self, word: str) -> int:
        """How often the dictionary counts the word, 0 for none."""
        return self.counts.get(word, 0)

    def word_cost(self, word: str) -> float:
        """Log probability of one word of the dictionary."""
        return log(self.counts.get(word, 0) or 1) - self._log_total

    def _cut(self, text: str) -> tuple[str, ...]:
        if _HAN.fullmatch(text):
            return tuple(self._pieces(text))
        pieces: list[str] = []
        for number, part in enumerate(_BLOCK.split(text)):  # by turns what lies between blocks, and a block
            pieces += _join_letters(self._pieces(part)) if number % 2 else _MARK.findall(part)
        return tuple(pieces)

    def _pieces(self, text: str) -> Iterator[str]:
        ends = self._walk(text).ends
        start, size = 0, len(text)
        while start < size:
            yield text[start : ends[start]]
            start = ends[start]

    def cost(self, text: str) -> float:
        """Log probability of the likeliest cut (0 for empty text, negative else)."""
        return self.walk(text).costs[0]

    def _walk(self, text: str) -> Walk:
        """The likeliest cut of a stretch and of all its ends. This is jieba's own reckoning, without its lists of all words."""
        count_of, total, size = self.counts.get, self._log_total, len(text)
        costs, ends = [0.0] * (size + 1), [size] * (size + 1)
        for start in range(size - 1, -1, -1):
            best, best_end = -inf, 0
            end = start + 1
            count = count_of(text[start:end])
            while count is not None:
                if count and (cost := log(count) - total + costs[end]) >= best:
                    best, best_end = cost, end
                end += 1
                count = count_of(text[start:end]) if end <= size else None
            if not best_end:  # no word begins here: the character stands alone
                best, best_end = costs[start + 1] - total, start + 1
            costs[start], ends[start] = best, best_end
        return Walk(costs, ends)


def _join_letters(pieces: Iterable[str]) -> Iterator[str]:
    """Letters and digits that stand alone make one piece: G、2、0 → G20."""
    held = ""
    for piece in pieces:
        if piece in _LETTERS:
            held += piece
            continue
        if held:
            yield held
            held = ""
        yield piece
    if held:
        yield held


@lru_cache(maxsize=1)
def words() -> Words:
    """The one dictionary of this process, made at first use (about a second)."""
    return Words()
