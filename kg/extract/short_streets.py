"""Sub-districts told of as 街, without the last character of 街道: 荔湾区|某某塘街, 走访|沙园街, 五山街、|石牌街.

Guangzhou, Wuhan and Tianjin call theirs so; roads bear such names as well (中山街). What the county's own list has is meant
where its county stands before it or somebody goes there, where a body or a community of it is named (丹江街|党工委), or where
others of the county stand beside it; none is where a road's things follow (某街|路口, 某街|两旁).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.extract.base import Found, PlaceValue
from kg.extract.place_parts import USUAL, is_han, towns_of
from kg.gazetteer import Place, gazetteer
from kg.model import Article, Kind, Mention
from kg.patterns import needing
from kg.words import words

_SIZES = (6, 5, 4, 3, 2)  #: characters of a sub-district's own part, the longest first
# What a sub-district has and a road has not: 丹江街|党工委, 丹江街|东门社区.
_OWN_THINGS = re.compile(
    "居民|党工委|纪工委|人大工委|办(?=副?主任|工作人员|干部)|党委|办事处|综合|应急|[一-龥]{0,5}社区|[一-龥]{1,4}村"
    "|主办|承办|协办|牵头|(?:分别|依次|先后|等)?(?:作了?[一-龥]{2,4}发言|汇报)"
)
# An article that is told by a sub-district itself, or of its own: 我街, 街党委书记; 各街党委 are those of all.
_TOLD_BY_STREET = needing("我街 街党", "我街(?![道坊])|(?<![一-龥])街党(?:工?委)")
_ROAD_THINGS = re.compile(
    r"[上头边口角面巷灯景]|[东南西北中]段|[东南西北两]侧|两[旁边]|沿[线街]|路[口面灯段]|第?[\d一二三四五六七八九十百]+号|车流|人流|"
    r"商[铺户店圈]|店|"
    "夜市|步行|交[叉汇界]|[与和][一-龥]{1,6}[路街]交|(?:提升|综合)?(?:改造|整治)|[，、](?:沿街|路[面灯]|车[流水]|两[旁侧]|人流)"
)
_GOES_THERE = re.compile("(?:走访|调研|下沉|走进|来到|下到|前往|支援|挂点|联系|深入|[到赴在])$")
_NEVER_ROADS = ("路", "道", "巷")  #: how the own part of a sub-district ends that is called after a road: 友谊路|街


@dataclass(frozen=True, slots=True)
class _Spot:
    start: int
    end: int
    town: Place


def find_short_streets(article: Article, found: Found) -> Iterator[Mention]:
    home = found.context.home_of(article)
    towns = towns_of(gazetteer().today(home)) if home else {}
    text = article.text
    yield from _double_names(text, towns, found)
    meant: set[str] = set()
    rest: list[_Spot] = []
    spots = list(_spots(text, towns, found)) if towns else []
    if spots and len({spot.town.code for spot in spots}) == 1 and _TOLD_BY_STREET.search(text) is not None:
        meant.add(spots[0].town.code)
    for run in _runs(text, spots):
        sure = any(_is_sure(text, spot, found) for spot in run) or _are_sure_together(text, run, found)
        if sure:
            meant.update(spot.town.code for spot in run)
        rest += run
    for spot in rest:
        if spot.town.code in meant:
            value = PlaceValue(spot.town.name, "township", spot.town.code)
            name = text[spot.start : spot.end]
            yield Mention(Kind.DISTRICT, spot.start, spot.end, name, "districts.street", 0.85, value)


# Two sub-districts that work as one, or one by its new and its old name: 工业街|（建国街）街道.
_OTHER_NAME = needing("）街道", "(?<=[一-龥]{2})（(?P<other>[一-龥]{2,4})）街道")


def _double_names(text: str, towns: Mapping[str, Place], found: Found) -> Iterator[Mention]:
    """某区|工业街（建国街）街道: one place by both names, where the county's list has one of them."""
    for match in _OTHER_NAME.finditer(text):
        sizes = [size for size in _SIZES[2:] if match.start() >= size]
        own = next((size for size in sizes if text[match.start() - size : match.start()] in towns), 0)
        town = towns.get(text[match.start() - own : match.start()]) if own else towns.get(match["other"])
        own = own or next((n for n in sizes if found.ending_at(Kind.DISTRICT, match.start() - n) is not None), 0)
        if town is None or not town.name.endswith("街道") or not own:
            continue
        start, end = match.start() - own, match.end()
        value = PlaceValue(town.name, "township", town.code)
        yield Mention(Kind.DISTRICT, start, end, text[start:end], "districts.double", 0.9, value)


def _spots(text: str, towns: Mapping[str, Place], found: Found) -> Iterator[_Spot]:
    """Where the own part of one of the county's sub-districts stands before 街, and no road's things behind it."""
    stop = -1
    while (stop := text.find("街", stop + 1)) >= 0:
        if text.startswith("街道", stop) or _ROAD_THINGS.match(text, stop + 1):
            continue
        if found.covering(Kind.DISTRICT, stop) is not None:
            continue
        for size in _SIZES:
            if stop < size:
                continue
            town = towns.get(text[stop - size : stop]) or towns.get(text[stop - size : stop + 1])  # 北大街: of 北大街街道
            if town is not None and town.name.endswith("街道") and found.covering(Kind.DISTRICT, stop - size) is None:
                yield _Spot(stop - size, stop + 1, town)
                break


def _runs(text: str, spots: Sequence[_Spot]) -> Iterator[list[_Spot]]:
    """Spots that stand in one list: 五山街、石牌街和沙河街."""
    run: list[_Spot] = []
    for spot in spots:
        if run and text[run[-1].end : spot.start] not in ("、", "和", "与", "及", "以及"):
            yield run
            run = []
        run.append(spot)
    if run:
        yield run


def _is_common(spot: _Spot) -> bool:
    """Whether a sub-district is called by a word that many roads are called by: 红旗街."""
    return words().frequency(spot.town.name.removesuffix("街道")) > USUAL


def _is_road_too(spot: _Spot) -> bool:
    """Whether a sub-district is called after a street: somebody goes to 北大街 of 北大街街道 as to any road."""
    return spot.town.name.endswith("街街道")


def _is_sure(text: str, spot: _Spot, found: Found) -> bool:
    """Whether a sub-district is shown to be meant by what stands around it."""
    if _OWN_THINGS.match(text, spot.end) or spot.town.name.removesuffix("街道").endswith(_NEVER_ROADS):
        return True
    return not _is_road_too(spot) and not _is_common(spot) and _is_told_of(text, spot, found)


def _is_told_of(text: str, spot: _Spot, found: Found) -> bool:
    """荔湾区|某某塘街, 走访|沙园街: whether the county of a sub-district stands before it, or who goes there."""
    before = found.ending_at(Kind.DISTRICT, spot.start)
    if before is not None and isinstance(before.value, PlaceValue) and before.value.code == spot.town.parent:
        return True
    return _GOES_THERE.search(text, max(0, spot.start - 4), spot.start) is not None


def _are_sure_together(text: str, run: Sequence[_Spot], found: Found) -> bool:
    """五山街、石牌街|联合…, 市桥街道和|大石街: whether a list of sub-districts stands here, not all called by common words."""
    first = run[0]
    mark = text[first.start - 1 : first.start]
    beside = found.ending_at(Kind.DISTRICT, first.start - 1) if mark in ("、", "和", "与") else None
    if beside is not None and isinstance(beside.value, PlaceValue) and beside.value.level == "township":
        return True
    if len(run) < 2 or all(map(_is_common, run)):
        return False
    return not is_han(mark or "，") or _is_told_of(text, first, found)


__all__ = ["find_short_streets"]
