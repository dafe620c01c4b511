"""Quotations that no rule decides, weighed by their own words and by what stands around them.

Quotation marks hold names (“门前三包”落实到户) and images, speech, prizes and classes of people (挡住“拦路虎”) alike. Where
neither a type word nor a verb of carrying out tells which, a sum of weights does: a logistic regression over what
:func:`signs` lists. The weights are the rows of ``quoted_weights.csv``, learnt by ``seeds/weigh.py``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from math import exp

from kg import seeds
from kg.extract.quoted_lists import IMAGES
from kg.extract.scheme_names import CARRYING_VERBS, TYPES
from kg.words import words

START = "start"  #: the sign that every quotation has
LIKELY = 0.6  #: from here on a quotation is taken for a name

_NUMERALS = frozenset("一二三四五六七八九十百千万两双0123456789")
_CLAUSE_END = re.compile("[，。；：、“”‘’（）()《》\n]")
_STAY = "。；\n"
_NO_NAMES = tuple(sorted(seeds.word_list("no_scheme_endings")))
_LONGEST_TYPE = 8  #: characters behind a quotation in which its type word stands
_SIDE = 10  #: characters of a clause that are looked at on either side
_REACH = 24  #: characters before a quotation in which a verb may lead to it


@lru_cache(maxsize=1)
def _types() -> dict[str, str]:
    """Type words and their kinds."""
    return {name: kind for name, kind, _ in TYPES.rows}


@lru_cache(maxsize=1)
def _leading() -> dict[str, tuple[str, ...]]:
    """Verbs that lead to a name, by their first character."""
    firsts: dict[str, list[str]] = {}
    for verb in sorted(seeds.word_list("leading_verbs")):
        firsts.setdefault(verb[0], []).append(verb)
    return {first: tuple(verbs) for first, verbs in firsts.items()}


def signs(text: str, start: int, end: int, body: int = 0) -> Iterator[str]:
    """What tells of the quotation ``text[start:end]``, marks included, whether it is a name; ``body`` is where headlines end."""
    inner = text[start + 1 : end - 1]
    pieces = words().cut(inner)
    tags = "".join(words().tag(piece)[0] for piece in pieces)
    numerals = sum(char in _NUMERALS for char in inner)
    yield f"size {min(len(inner), 12)}"
    yield f"begins {inner[0]}"
    yield f"begins {inner[:2]}"
    yield f"ends {inner[-1]}"
    yield f"ends {inner[-2:]}"
    yield f"ends {inner[-3:]}"
    for piece in pieces:
        yield f"word {piece}"
    for first, second in pairwise(inner):
        yield f"pair {first}{second}"
    yield f"tags {tags}"
    yield f"first tag {tags[:1]}{min(len(tags), 4)}"
    yield f"last tag {tags[-1:]}"
    yield f"numerals {min(numerals, 3)}{'' if inner[0] in _NUMERALS else ' inside'}"
    for mark in "，、+·—：":
        if mark in inner:
            yield f"holds {mark}"
    if inner.endswith(IMAGES):
        yield "image"
    if inner.endswith(_NO_NAMES):
        yield "no name's end"
    behind_it = text[end : end + _LONGEST_TYPE]
    types = _types()
    inside = next((inner[at:] for at in range(1, len(inner)) if inner[at:] in types), "")
    outside = next((behind_it[:size] for size in range(len(behind_it), 0, -1) if behind_it[:size] in types), "")
    for place, word in (("type inside", inside), ("type behind", outside)):
        if word and word != inner:
            yield f"{place} {types[word]}"
            yield f"{place} {word}"
    for size in (1, 2, 3):
        yield f"behind {text[end : end + size]}".replace("\n", "/")
        yield f"before {text[max(0, start - size) : start]}".replace("\n", "/")
    behind = words().cut(_CLAUSE_END.split(text[end : end + _SIDE], maxsplit=1)[0])
    if behind:
        yield f"word behind {behind[0]}"
        yield f"tag behind {words().tag(behind[0])[0]}"
    if len(behind) > 1:
        yield f"second behind {behind[1]}"
    before = words().cut(_CLAUSE_END.split(text[max(0, start - _SIDE) : start])[-1])
    if before:
        yield f"word before {before[-1]}"
        yield f"tag before {words().tag(before[-1])[0]}"
        if before[-1] in CARRYING_VERBS:
            yield "carrying verb before"
    if len(before) > 1:
        yield f"second before {before[-2]}"
    if any(piece in CARRYING_VERBS for piece in before):
        yield "carrying verb near"
    clause = text[max(start - _REACH, *(text.rfind(mark, 0, start) + 1 for mark in _STAY)) : start]
    leading = _leading()
    led = {verb for at, char in enumerate(clause) for verb in leading.get(char, ()) if clause.startswith(verb, at)}
    for verb in sorted(led):
        yield f"leading {verb}"
    told = text.count(text[start:end])
    yield f"told {min(told, 3)}"
    if text.count(inner) > told:
        yield "told bare"
    if inner in text[:body]:
        yield "in headline"
    if text[start - 1 : start] == "”" or text[max(0, start - 2) : start] in ("”、", "”和"):
        yield "listed behind another"
    if text[end : end + 1] == "“" or text[end : end + 2] in ("、“", "和“"):
        yield "listed before another"


@lru_cache(maxsize=1)
def _weights() -> dict[str, float]:
    return {row.sign: row.weight for row in seeds.quoted_weights()}


def chance(text: str, start: int, end: int, body: int = 0) -> float:
    """How likely a quotation is the name of an initiative, from 0 to 1."""
    weight = _weights().get
    return 1 / (1 + exp(-sum((weight(sign, 0.0) for sign in signs(text, start, end, body)), weight(START, 0.0))))


__all__ = ["LIKELY", "START", "chance", "signs"]
