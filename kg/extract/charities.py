"""Foundations and social workers' houses, whose brands are words that end a name elsewhere: 正德|公益基金会, 启明|社工中心.

In a list of bodies a house of social workers goes by its brand alone: 由某街道、|筑梦社工|协办.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg import seeds
from kg.extract.base import BodyValue, Found
from kg.extract.bodies import NO_BODY_NAMES
from kg.extract.firm_starts import is_brand, is_led
from kg.model import Kind, Mention
from kg.patterns import needing
from kg.words import words

_CHARITY = needing(
    "基金会 社工 社会工作",
    "(?:(?:公益|慈善|扶贫|教育|爱心|助学|儿童|救助|发展){1,4}基金会|社工(?:服务)?(?:中心|事务所)|社会工作(?:服务|发展)?(?:中心|事务所)|"
    "(?P<short>社工)(?=[、，。；和与]|协办|承办|主办|联合|携手|参与|共同))(?!长)",
)
_TOGETHER = re.compile("[^。；\\n]{0,40}?(?:协办|承办|主办|支持|参与|实施|联合|共同|发起|执行)")
_SIZES = (2, 3, 4)
_ORDINARY = 400  #: the dictionary's count from which a word is no brand


def find_charities(text: str, found: Found) -> Iterator[Mention]:
    """与|启明社工中心|签约, 某县|晨曦|社工服务中心."""
    end_of_last = -1
    for match in _CHARITY.finditer(text):
        stop, end = match.span()
        if found.covering(Kind.ORGANISATION, end - 1) is not None:
            continue
        start = next((stop - size for size in _SIZES if stop >= size and _begins(text, stop - size, stop, found)), -1)
        if start < 0 or (match["short"] and not _is_beside(text, start, end, end_of_last, found)):
            continue
        place = found.ending_at(Kind.DISTRICT, start)
        start = place.start if place is not None else start
        value = BodyValue(text[start:end], "Association", proper=True)
        yield Mention(Kind.ORGANISATION, start, end, text[start:end], "organisations.charity", 0.85, value)
        end_of_last = end


def _begins(text: str, start: int, stop: int, found: Found) -> bool:
    """Whether a brand begins here: behind a place, a mark or a word that leads to a name."""
    if found.ending_at(Kind.DISTRICT, start) is None and not is_led(text, start):
        return False
    brand = text[start:stop]
    if brand in NO_BODY_NAMES or brand in seeds.word_list("no_charity_names") or found.covering(Kind.DISTRICT, start) is not None:
        return False
    return is_brand(brand, placed=False) or (len(words().cut(brand)) == 1 and words().frequency(brand) < _ORDINARY)


def _is_beside(text: str, start: int, end: int, last: int, found: Found) -> bool:
    """Whether a brand and 社工 alone stand in a list of bodies that do something together."""
    mark = text[start - 1 : start]
    listed = mark in ("、", "和", "与") and (last == start - 1 or found.ending_at(Kind.ORGANISATION, start - 1) is not None)
    return listed and _TOGETHER.match(text, end) is not None


__all__ = ["find_charities"]
