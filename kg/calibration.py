"""How sure a rule makes us: the share of a rule's facts that were right on pages with gold.

A rule gives its evidence a score, which says no more than that one reading goes before another. ``seeds/confidence.csv`` holds,
for a predicate and a rule (and a score, where enough facts had it), how many facts were judged and how many were right. A rule
that the table does not have keeps its score. ``seeds/calibrate.py`` makes the table anew.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from types import MappingProxyType

from kg import seeds

Confidence = Callable[[str, str, float], float]  #: predicate, rule, score → 0 to 1


@lru_cache(maxsize=1)
def _table() -> Mapping[tuple[str, str, str], float]:
    return MappingProxyType({(row.predicate, row.rule, row.score): row.confidence for row in seeds.confidences()})


@lru_cache(maxsize=1024)
def confidence(predicate: str, rule: str, score: float) -> float:
    """The share of right facts among those of a rule, as far as it has been measured; else the rule's own score."""
    table = _table()
    known = table.get((predicate, rule, f"{score:.2f}"))
    return known if known is not None else table.get((predicate, rule, ""), score)


def as_scored(predicate: str, rule: str, score: float) -> float:
    """The rule's own score, for measuring."""
    return score


__all__ = ["Confidence", "as_scored", "confidence"]
