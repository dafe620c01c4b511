"""Make ``confidence.csv`` anew: how often each rule was right on pages with gold.

    python seeds/calibrate.py GOLD_DIR PAGES_DIR [GOLD_DIR PAGES_DIR ...]

A row for each predicate and rule, and one for each score of a rule that at least ``ENOUGH`` facts had. Few facts prove little:
each share is drawn towards that of the rule, and the rule's towards the predicate's, as if ``PRIOR`` more facts had been seen.
Pages on which the figures are to be reported are left out.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from kg.calibration import as_scored
from kg.evaluate import Judged, evaluate
from kg.pipeline import read_page

ENOUGH = 25
PRIOR = 4
OUT = Path(__file__).with_name("confidence.csv")
HEADER = ("predicate", "rule", "score", "confidence", "facts", "right", "source")


def main(arguments: Sequence[str]) -> int:
    if not arguments or len(arguments) % 2:
        print(__doc__)
        return 2
    judged: list[Judged] = []
    for gold, pages in zip(arguments[::2], arguments[1::2], strict=True):
        judged += evaluate(Path(gold), Path(pages), read=partial(read_page, confidence=as_scored)).judged
    with OUT.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(HEADER)
        writer.writerows(sorted(rows(judged)))
    print(f"{len(judged)} facts judged: {OUT}")
    return 0


def rows(judged: Sequence[Judged]) -> Iterator[tuple[str, str, str, str, int, int, str]]:
    """The rows of the table."""
    seen: dict[tuple[str, ...], Counter[bool]] = defaultdict(Counter)
    for fact in judged:
        for key in ((fact.predicate,), (fact.predicate, fact.rule), (fact.predicate, fact.rule, f"{fact.confidence:.2f}")):
            seen[key][fact.right] += 1
    shares: dict[tuple[str, ...], float] = {}
    for key in sorted(seen, key=len):
        count = seen[key]
        prior = shares[key[:-1]] if len(key) > 1 else sum(fact.right for fact in judged) / len(judged)
        shares[key] = (count[True] + PRIOR * prior) / (count.total() + PRIOR)
        if len(key) == 2 or (len(key) == 3 and ENOUGH <= count.total() < seen[key[:2]].total()):
            predicate, rule, score = (*key, "")[:3]
            yield predicate, rule, score, f"{shares[key]:.2f}", count.total(), count[True], "xianzhi"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
