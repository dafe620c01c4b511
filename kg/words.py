"""Word edges: the only importer of jieba.

jieba's module-level functions share one global dictionary, log to stderr and write a cache file into the temp folder.
A tokenizer of our own, filled here from jieba's packaged dictionary, does none of that.
"""

from __future__ import annotations

import warnings
from functools import lru_cache
from math import log
from typing import Any

UNKNOWN_TAG = "x"


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
        whole = list(frequency)
        for word in whole:  # every prefix must be a key: jieba's lattice stops at the first that is none
            for end in range(len(word) - 1, 0, -1):
                prefix = word[:end]
                if prefix in frequency:
                    break
                frequency[prefix] = 0
        tokenizer.FREQ, tokenizer.total, tokenizer.initialized = frequency, total, True
        self._frequency = frequency
        self._log_total = log(total)
        self._tags = tags
        self._tokenizer = tokenizer
        self.cut = lru_cache(maxsize=50_000)(self._cut)
        self.cost = lru_cache(maxsize=100_000)(self._cost)

    def tag(self, word: str) -> str:
        """The part of speech that the dictionary gives (``v``, ``n``, ``p`` …), ``x`` where it has none."""
        return self._tags.get(word, UNKNOWN_TAG)

    def frequency(self, word: str) -> int:
        """How often the dictionary counts the word, 0 for none."""
        return self._frequency.get(word, 0)

    def word_cost(self, word: str) -> float:
        """Log probability of one word of the dictionary."""
        return log(self._frequency.get(word, 0) or 1) - self._log_total

    def _cut(self, text: str) -> tuple[str, ...]:
        return tuple(self._tokenizer.cut(text, HMM=False))

    def _cost(self, text: str) -> float:
        """Log probability of the likeliest cut (0 for empty text, negative else)."""
        if not text:
            return 0.0
        lattice = self._tokenizer.get_DAG(text)
        route: dict[int, tuple[float, int]] = {}
        self._tokenizer.calc(text, lattice, route)
        return route[0][0]


@lru_cache(maxsize=1)
def words() -> Words:
    """The one dictionary of this process, made at first use (about a second)."""
    return Words()
