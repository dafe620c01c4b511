"""Make ``quoted_weights.csv`` anew: what tells a name of an initiative in quotation marks from images, speech and prizes.

    python seeds/weigh.py

Learns from three kinds of text in ``tests/``, all of them this project's own wording:

* ``marked/*.txt``: paragraphs, one a line, in which ``{1|…}`` stands for a quotation that names an initiative, ``{0|…}`` for one
  that does not and ``{?|…}`` for one on which readers differ; ``[…]`` and ``<…>`` hold names without marks;
* ``extract/cases/*.txt``: short pages with all initiatives that they name;
* ``pages/dev`` and ``pages/reports-dev`` with their gold. ``held-out`` is not learnt from.

The weights are those of a logistic regression, found by gradient steps that shrink with use (AdaGrad), in one fixed order, so
that the same texts give the same file. Signs seen less than twice, and weights that round to nothing, are left out.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Set
from math import exp, sqrt
from pathlib import Path
from random import Random

from kg.evaluate import fold
from kg.extract.weighed import START, signs
from kg.gold import read_gold
from kg.model import Page
from kg.read import make_page, read_pages
from kg.split import split_page

OUT = Path(__file__).with_name("quoted_weights.csv")
TESTS = Path(__file__).resolve().parents[1] / "tests"
HEADER = ("sign", "weight", "source")
ROUNDS, STEP, SHRINK, LEAST_SEEN = 10, 0.1, 0.006, 2
MARK = re.compile(r"\{(?P<answer>[01?])\|(?P<quoted>[^{}]+)\}|[\[<](?P<plain>[^\[\]<>]+)[\]>]")
QUOTED = re.compile("“([^“”\n]{2,20})”")
LONGEST_TYPE = 8  #: characters behind a quotation that may still belong to the name

Example = tuple[bool, tuple[str, ...]]


def main() -> int:
    examples = list[Example]()
    for path in sorted(TESTS.glob("marked/*.txt")):
        examples += from_marked(path.read_text(encoding="utf-8"))
    for path in sorted(TESTS.glob("extract/cases/*.txt")):
        examples += from_cases(path.read_text(encoding="utf-8"))
    for name in ("dev", "reports-dev"):
        examples += from_gold(TESTS / "gold" / name, TESTS / "pages" / name)
    weights = learn(examples)
    with OUT.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(HEADER)
        writer.writerows((sign, f"{weight:.2f}", "xianzhi") for sign, weight in sorted(weights.items()))
    print(f"{len(examples)} quotations, {sum(answer for answer, _ in examples)} of them names; {len(weights)} weights: {OUT}")
    return 0


def from_marked(text: str) -> Iterator[Example]:
    """The quotations of marked paragraphs."""
    for line in text.splitlines():
        plain, places, done = "", list[tuple[int, int, str]](), 0
        for mark in MARK.finditer(line):
            plain += line[done : mark.start()]
            if mark["plain"]:
                plain += mark["plain"]
            else:
                places.append((len(plain), len(plain) + len(mark["quoted"]) + 2, mark["answer"]))
                plain += f"“{mark['quoted']}”"
            done = mark.end()
        plain += line[done:]
        for start, end, answer in places:
            if answer != "?":
                yield answer == "1", tuple(signs(plain, start, end))


def from_cases(text: str) -> Iterator[Example]:
    """The quotations of cases, whose lines tell all initiatives that a page has."""
    for number, block in enumerate(re.split("^== ", text, flags=re.MULTILINE)[1:]):
        page, _, lines = block.partition("\n--\n")
        wanted, doubtful = set[str](), set[str]()
        for line in lines.splitlines():
            kind, *fields = (part.strip() for part in line.split("|"))
            if kind == "initiative":
                wanted |= {fold(field) for field in fields[:1]}
            elif kind != "not initiative":
                doubtful |= set(map(fold, fields))
        yield from from_page(make_page(str(number), page.partition("\n")[2].strip() + "\n"), wanted, doubtful)


def from_gold(gold: Path, pages: Path) -> Iterator[Example]:
    """The quotations of pages with gold."""
    for each in read_gold(gold):
        wanted, doubtful = set[str](), set[str]()
        for entity in each.entities.values():
            if entity.group != "persons":
                (wanted if entity.group == "initiatives" and not entity.optional else doubtful).update(map(fold, entity.names))
        for page in read_pages(pages / each.doc):
            yield from from_page(page, wanted, doubtful)


def from_page(page: Page, wanted: Set[str], doubtful: Set[str]) -> Iterator[Example]:
    """The quotations of a page; those are passed over of which it is left open whether they name an initiative."""
    for article in split_page(page)[0]:
        for match in QUOTED.finditer(article.text):
            inner, behind = fold(match[1]), article.text[match.end() : match.end() + LONGEST_TYPE]
            forms = {fold(match[1] + behind[:size]) for size in range(len(behind) + 1)}
            named = forms & wanted or any(name.startswith(inner) and len(name) < len(inner) + LONGEST_TYPE for name in wanted)
            if named or not (forms & doubtful or any(inner in name for name in doubtful)):
                yield bool(named), tuple(signs(article.text, *match.span(), article.body))


def learn(examples: Iterable[Example]) -> dict[str, float]:
    """Weights of signs."""
    examples = list(examples)
    seen = Counter(sign for _, own in examples for sign in set(own))
    rows = [(answer, [START, *(sign for sign in own if seen[sign] >= LEAST_SEEN)]) for answer, own in examples]
    weights, squares = defaultdict[str, float](float), defaultdict[str, float](float)
    shuffled = Random(1)
    for _ in range(ROUNDS):
        shuffled.shuffle(rows)
        for answer, own in rows:
            wrong = 1 / (1 + exp(-sum(weights[sign] for sign in own))) - answer
            for sign in own:
                slope = wrong + SHRINK * weights[sign]
                squares[sign] += slope * slope
                weights[sign] -= STEP * slope / sqrt(squares[sign] + 1e-6)
    return {sign: weight for sign, weight in weights.items() if abs(weight) >= 0.005}


if __name__ == "__main__":
    sys.exit(main())
