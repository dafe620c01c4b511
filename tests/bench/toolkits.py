"""How well names are found in general text, beside the toolkits that people take for it, on the same sentences in the same run.

``python tests/bench/toolkits.py FILE [--items N]``: ``FILE`` is CLUENER's ``train.json`` (a JSON record a line: ``text``,
``label``) or a file of characters and tags (``.bmes``: a character and its tag a line, a blank line between sentences).
Neither may be shipped, so neither is here. Compared are exact spans: a name one character too long is wrong and missed.

``python tests/bench/toolkits.py GOLD_DIR --pages PAGES_DIR``: pages of local news with gold of ours. Compared are names: a person
or a body counts once a page, under any form that the gold has for it.

Beside ours stand ``jieba.posseg`` and, where they are installed, LAC (``pip install LAC paddlepaddle``). What counts as what:

=============  =================================  ======================  =============  =======
kind           gold                               ours                    jieba.posseg   LAC
=============  =================================  ======================  =============  =======
person         name, NAME                         persons                 nr, nrt, nrfg  PER
organisation   government company organization,   organisations           nt             ORG
               ORG
position       position, TITLE                    posts, as the title     -              -
=============  =================================  ======================  =============  =======

The conventions differ, and no figure should be read without that: CLUENER is finance, games and sport, calls football clubs and
stock exchanges organisations and the body of a post a part of the position (中行行长: 行长 and 中行 apart); the résumé corpus
holds a title and its body apart, too. Ours is made for local government, gives a post only where a person holds it, and a name
only where the page says who that is.
"""

from __future__ import annotations

import argparse
import json
import sys
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from kg.context import make_context
from kg.evaluate import fold
from kg.extract import load_extractors
from kg.extract.base import Found
from kg.gold import read_gold
from kg.model import Kind
from kg.pipeline import read_page
from kg.read import make_page
from kg.split import split_page

Spans = frozenset[tuple[str, int, int]]  #: kind, start, end
Tagger = Callable[[str], Iterable[tuple[str, int, int]]]

KINDS = ("person", "organisation", "position")
_GOLD = {
    "name": "person",
    "government": "organisation",
    "company": "organisation",
    "organization": "organisation",
    "position": "position",
    "NAME": "person",
    "ORG": "organisation",
    "TITLE": "position",
}
_OURS = {Kind.PERSON: "person", Kind.ORGANISATION: "organisation", Kind.POST: "position"}
_JIEBA = {"nr": "person", "nrt": "person", "nrfg": "person", "nt": "organisation"}
_LAC = {"PER": "person", "ORG": "organisation"}


class Sentence(NamedTuple):
    """A sentence with its gold spans."""

    text: str
    gold: Spans


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, and print a row for each kind and tagger."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", type=Path, help="train.json of CLUENER, a .bmes file, or a folder of gold")
    parser.add_argument("--pages", type=Path, help="the folder of the gold's pages")
    parser.add_argument("--items", type=int, default=2000, help="how many sentences are read (2000)")
    options = parser.parse_args(arguments)
    if options.file.is_dir():
        compare_pages(options.file, options.pages or options.file)
        return 0
    read = read_bmes if options.file.suffix == ".bmes" else read_cluener
    sentences = list(islice(read(options.file), options.items))
    if not sentences:
        parser.error(f"{options.file}: no sentence in it")
    taggers = {"xianzhi": find_ours, "jieba.posseg": load_jieba()}
    lac = load_lac()
    if lac is not None:
        taggers["LAC"] = lac
    print(f"{len(sentences)} sentences · {sum(len(sentence.text) for sentence in sentences):,} characters")
    print(f"{'kind':13} {'tagger':13} precision recall   F1")
    found = {name: [frozenset(tag(sentence.text)) for sentence in sentences] for name, tag in taggers.items()}
    for kind in KINDS:
        for name, spans in found.items():
            if any(span[0] == kind for each in spans for span in each):
                shares = "  ".join(f"{share:.3f}" for share in measure(sentences, spans, kind))
                print(f"{kind:13} {name:13} {shares}")
    return 0


def measure(sentences: Sequence[Sentence], found: Sequence[Spans], kind: str) -> tuple[float, float, float]:
    """Precision, recall and F1 of exact spans of one kind."""
    right = wrong = missed = 0
    for sentence, spans in zip(sentences, found, strict=True):
        gold = {span for span in sentence.gold if span[0] == kind}
        ours = {span for span in spans if span[0] == kind}
        right += len(gold & ours)
        wrong += len(ours - gold)
        missed += len(gold - ours)
    precision = right / (right + wrong) if right + wrong else 1.0
    recall = right / (right + missed) if right + missed else 1.0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


# -- pages ------------------------------------------------------------------------------------------------------------------


def compare_pages(gold: Path, pages: Path) -> None:
    """Names of people and bodies on pages with gold."""
    taggers: dict[str, Tagger | None] = {"xianzhi": None, "jieba.posseg": load_jieba(), "LAC": load_lac()}
    files = read_gold(gold)
    print(f"{len(files)} pages")
    print(f"{'kind':13} {'tagger':13} precision recall   F1")
    for kind, group in (("person", "persons"), ("organisation", "organisations")):
        for name, tagger in taggers.items():
            right = wrong = missed = 0
            for file in files:
                text = (pages / file.doc).read_text(encoding="utf-8")
                wanted = [entity for entity in file.entities.values() if entity.group == group]
                if name == "LAC" and tagger is None:
                    continue
                forms = _read_names(text, kind) if tagger is None else _tag_names(tagger, text, kind)
                known = {fold(form): entity.id for entity in wanted for form in entity.names}
                needed = {entity.id for entity in wanted if not entity.optional}
                found = {known[form] for names in forms for form in names if form in known}
                right += len(found & needed)
                missed += len(needed - found)
                wrong += sum(not names & known.keys() for names in forms)
            if right + wrong:
                precision, recall = right / (right + wrong), right / (right + missed)
                print(f"{kind:13} {name:13} {precision:.3f}  {recall:.3f}  {2 * precision * recall / (precision + recall):.3f}")


def _read_names(text: str, kind: str) -> list[frozenset[str]]:
    reading = read_page(make_page("page.txt", text))
    named = {person for pairs in reading.bylines.values() for _, person in pairs}
    kinds = {"person": Kind.PERSON, "organisation": Kind.ORGANISATION}
    found = [entity for entity in reading.entities if entity.kind is kinds[kind] and (entity.articles or entity.id in named)]
    return [frozenset(map(fold, (entity.label, *entity.alt))) for entity in found]


def _tag_names(tagger: Tagger, text: str, kind: str) -> list[frozenset[str]]:
    spans = ((line, span) for line in text.split("\n") for span in tagger(line))
    names = {fold(line[start:end]) for line, (name, start, end) in spans if name == kind and end - start > 1}
    return [frozenset({name}) for name in sorted(names)]


# -- gold -------------------------------------------------------------------------------------------------------------------


def read_cluener(path: Path) -> Iterator[Sentence]:
    """CLUENER: half-open spans out of its closed ones."""
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        spans = {
            (_GOLD[label], start, end + 1)
            for label, names in record["label"].items()
            if label in _GOLD
            for places in names.values()
            for start, end in places
        }
        yield Sentence(record["text"], frozenset(spans))


def read_bmes(path: Path) -> Iterator[Sentence]:
    """Characters with B-, M-, E- and S- tags."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        pairs = [line.rsplit(" ", 1) for line in block.splitlines() if line.strip()]
        spans, begin = set(), 0
        for at, (_, tag) in enumerate(pairs):
            place, _, label = tag.partition("-")
            begin = at if place in "BS" else begin
            if place in ("E", "S") and label in _GOLD:
                spans.add((_GOLD[label], begin, at + 1))
        if pairs:
            yield Sentence("".join(character for character, _ in pairs), frozenset(spans))


# -- taggers ----------------------------------------------------------------------------------------------------------------


def find_ours(text: str) -> Iterator[tuple[str, int, int]]:
    """What the extractors find in a sentence, as a page of its own."""
    page = make_page("sentence.txt", text)
    articles, _ = split_page(page)
    articles = tuple(article for article in articles if article.sentences)
    context = make_context(page, articles)
    for article in articles:
        found = Found(context, article)
        for extractor in load_extractors():
            found.add(extractor(article, found))
        for kind, name in _OURS.items():
            for mention in found.of(kind):
                yield name, *article.locate(mention.start, mention.end)


def _tagged(pairs: Iterable[tuple[str, str]], kinds: dict[str, str]) -> Iterator[tuple[str, int, int]]:
    at = 0
    for word, tag in pairs:
        if tag in kinds:
            yield kinds[tag], at, at + len(word)
        at += len(word)


def load_jieba() -> Tagger:
    """``jieba.posseg`` as it comes."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba.posseg

    jieba.setLogLevel(60)
    return lambda text: _tagged(((pair.word, pair.flag) for pair in jieba.posseg.cut(text)), _JIEBA)


def load_lac() -> Tagger | None:
    """LAC as it comes, where it is installed; its names for parts of Paddle are those of an older one."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            import paddle
        except ImportError:
            return None
        if not hasattr(paddle, "fluid"):
            paddle.fluid = paddle.base
            sys.modules["paddle.fluid"], sys.modules["paddle.fluid.core"] = paddle.base, paddle.base.core
        from LAC import LAC

        lac: Any = LAC(mode="lac")
    return lambda text: _tagged(zip(*lac.run(text), strict=True) if text.strip() else (), _LAC)


if __name__ == "__main__":
    sys.exit(main())
