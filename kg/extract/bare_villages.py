"""Villages without their unit right behind their town: 到某镇|东张桥|查看, 某镇|后岗|，村民种起了栀子.

The list of the town's own villages knows them (``seeds/villages.csv.gz``); what else is called as a village is, is one where
somebody goes there. A word of the language (某镇|中心|, 某镇|新建|) is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kg.extract.base import Found, PlaceValue
from kg.extract.place_parts import NAME_TAGS, NO_PLACE_NAMES, free_before, is_han, occurrences, towns_of
from kg.gazetteer import gazetteer, village_names, villages_of_town
from kg.model import Article, Kind, Mention
from kg.words import words

_LONGEST = 5  #: characters of a village's own part
_WORD = 20  #: the dictionary's count from which a village's own part is a word, and no name by itself
_SEEN = "(?:实地|现场|专题|就)?(?:调研|检查|督导|督查|走访|慰问|看望|查看|察看|考察|视察|指导|巡查|采访|采风|参观|观摩|宣讲|义诊)"
# What stands behind the name of a village that somebody goes to, or that is told of.
_NAME_ENDS = re.compile(f"[，。；、）]|等[地处]|[一二三两四五六七八九十]个村|{_SEEN}|(?:一带|境内|附近)")
_GOES = re.compile("(?:[在到赴往、和]|走进|深入|前往|来到|走访|察看|查看|抵达|位于|家住)$")
_LIKE_VILLAGE = re.compile(f"(?P<own>[一-龥]{{1,4}}?[营庄寨屯岗洼堡])(?={_SEEN}|[、和]|等[地处]|，[^。；]{{0,3}}{_SEEN})")
# 牛岗|曾是个远近闻名的落后村。: what is said to be a village.
_IS_VILLAGE = re.compile(
    "(?<![一-龥])(?P<own>[一-龥]{2,4}?)(?:曾经?|原来?|原本|本|过去|以前|从前|当年|现在|如今)?(?:就|只|还|也)?是"
    "(?:一?个|远近|有名|出了?名|典型|全[县市镇乡区]|国家|省|市|县|深度|建档|革命|少数民族)[^，。；！？\n]{0,16}村(?=[，。；！])"
)


@lru_cache(maxsize=256)
def _own_parts(town: str) -> dict[str, str]:
    """The villages of a town by their own parts: 东张桥 for 东张桥村; none that is a word."""
    parts: dict[str, str] = {}
    for name in villages_of_town(town):
        core = name.removesuffix("社区").removesuffix("村")
        known = words().frequency(core)
        named = known < _WORD or words().tag(core)[:2] in NAME_TAGS
        if 1 < len(core) <= _LONGEST and core != name and named and core not in NO_PLACE_NAMES:
            parts.setdefault(core, name)
    return parts


def find_towns_of_villages(article: Article, found: Found) -> Iterator[Mention]:
    """某县|石浦|沙塘湾村, 到|墙头|方家岙，: a town of the article's county without its unit, before a village of its own."""
    text, home = article.text, found.context.home_of(article)
    for short, town in (towns_of(gazetteer().today(home)) if home else {}).items():
        for start in occurrences(text, short):
            end = start + len(short)
            free = free_before(text, start) or found.ending_at(Kind.DISTRICT, start) is not None
            if not free or found.covering(Kind.DISTRICT, start) is not None or not _begins_village(text, end, town.code):
                continue
            value = PlaceValue(town.name, "township", town.code)
            yield Mention(Kind.DISTRICT, start, end, short, "districts.bare_town", 0.85, value)


def _begins_village(text: str, at: int, town: str) -> bool:
    """Whether one of a town's own villages stands at a position, with its unit or by its own part alone."""
    villages = villages_of_town(town)
    if any(text[at : at + size] in villages for size in range(2, _LONGEST + 3)):
        return True
    parts = _own_parts(town)
    return any(text[at : at + n] in parts and _NAME_ENDS.match(text, at + n) for n in range(_LONGEST, 1, -1))


def find_bare_villages(text: str, found: Found) -> Iterator[Mention]:
    for town in found.of(Kind.DISTRICT):
        value = town.value
        if not isinstance(value, PlaceValue) or value.level != "township" or value.relative or town.end >= len(text):
            continue
        start = town.end
        parts = _own_parts(value.code) if value.code else {}
        end = next((start + size for size in range(_LONGEST, 1, -1) if text[start : start + size] in parts), start)
        name = ""
        if end > start and _NAME_ENDS.match(text, end):
            name = parts[text[start:end]]
        elif _goes_to(text, town, found) and (match := _LIKE_VILLAGE.match(text, start)) is not None:
            core, end = match["own"], match.end("own")
            pieces = words().cut(core)
            if words().frequency(core) < _WORD and all(len(piece) == 1 or words().tag(piece)[0] in "nfa" for piece in pieces):
                name = core + "村"
        if name and found.starting_at(Kind.DISTRICT, start) is None:
            yield Mention(
                Kind.DISTRICT, start, end, text[start:end], "districts.bare_village", 0.85, PlaceValue(name, "community")
            )
    for match in _IS_VILLAGE.finditer(text) if "是" in text and "村" in text else ():
        own = match["own"]
        if own + "村" not in village_names() or words().frequency(own) >= _WORD or own in NO_PLACE_NAMES:
            continue
        for start in occurrences(text, own):
            end = start + len(own)
            if is_han(text[start - 1 : start] or "，") or found.covering(Kind.DISTRICT, start) is not None:
                continue
            yield Mention(Kind.DISTRICT, start, end, own, "districts.bare_village", 0.8, PlaceValue(own + "村", "community"))


def _goes_to(text: str, town: Mention, found: Found) -> bool:
    """Whether somebody goes to a town, whatever districts stand before its name."""
    start = found.places_begin(town.start)
    return _GOES.search(text, max(0, start - 2), start) is not None
