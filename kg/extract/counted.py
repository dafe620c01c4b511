"""Places listed by their own parts before the word that names them all: 龙泉、石板、青山等12个乡镇, 金色港湾、丽景苑等小区.

The items of such a list are towns, villages, communities or compounds as its last word says; an item that is an ordinary
word (胜利、光明两个社区) is one where the list of villages knows it, or where the count says how many items there are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from kg import seeds
from kg.extract.base import PlaceValue
from kg.extract.edges import left_edge
from kg.extract.names import scorer
from kg.gazetteer import Place, gazetteer, village_names
from kg.model import Kind, Mention
from kg.patterns import needing
from kg.words import words

_TOWN_WORDS = "片区|乡镇街道|镇乡街道|镇街道|乡镇|镇街|镇乡|乡街|街镇|街道办事处|街道|苏木镇?|镇|乡"
_VILLAGE_WORDS = "行政村|自然村|村社区|村居|村屯|村寨|嘎查村?|社区|村"
# 甲、乙、丙三个|贫困|村
_KINDS = (
    "(?:贫困|脱贫|受灾|重灾|重点|试点|示范|薄弱|边远|搬迁|山区|库区|半山区|高山|沿江|沿河|沿湖|沿海|沿边|边境|民族|城郊|近郊|平原"
    "|牧区|农业|建制)?"
)
_COMPOUND_WORDS = "(?:老旧|老|住宅|居民|商住|安置|还建|回迁|商品房)?小区|家属院|楼盘"
_COUNTED = needing(
    "乡 村 镇 片区 嘎查 小区 楼盘 社区 苏木 街道 家属院",
    "(?=[一七三两九二五八六十四等0-9])(?<!第)"
    rf"(?:(?P<more>等)?(?P<count>\d{{1,3}}|(?!二[村社]|[一二]小区)[一二两三四五六七八九十]{{1,3}})个?|等)"
    rf"(?:{_KINDS}(?P<town>{_TOWN_WORDS})(?![长村级])"
    rf"|(?P<village>{_KINDS}(?:{_VILLAGE_WORDS}))(?!民|庄|级|医|史|服务|卫生|网格|小组|组|落|镇|企|里)"
    rf"|(?P<compound>{_COMPOUND_WORDS}))",
)
_STRETCH = re.compile(r"[一-龥A-Za-z0-9·]")
_JOINED = re.compile(r"(?<=..)(?:以及|[和与及])(?=..)")
# What stands before the first item and is no part of it: the larger place, and how the list is brought in.
_OUTER = re.compile(r".*(?:街道办事处|街道|社区|[镇乡县区旗]|[^城]市)(?=..)")
_BROUGHT_IN = re.compile(
    r".*(?:原有的?|下辖|辖区内?有|(?:辖区|境)内?的|辖有|涉及|实施|启动|推进|完成|开展了?|改造了?|包括|包含|覆盖|走访了?|察看了?|查看了?|来到了?|深入到?|前往|分别是|分别为|分布在|位于"
    r"|[在到赴为是从将对由于有含即看])(?=..)"
)
_NO_ITEM = re.compile(
    "[的了着过们等各该其]|我[市县区]|全[市县区]|(?:[一-龥]局|办事处|委员会|政府|法院|检察院|公司|中心|派出所|部门|领导|单位|学校|小学|医院)$"
)
_ENDS_IN_UNIT = ("镇", "乡", "村", "街道", "社区", "小区", "嘎查", "苏木")
_COMMITTEES = ("居委", "居委会", "村委", "村委会")
_LONGEST = {"town": 5, "village": 5, "compound": 9}
_HOMESTEAD = frozenset("庄家屯营寨沟湾坪楼堡圩铺店集")  # how a village of a surname ends
_NUMERALS = {char: number for number, char in enumerate("一二三四五六七八九十", 1)} | {"两": 2}
_KNOWN_WORD = 60  # the dictionary's count from which an item is an ordinary word
_WALK = 90
_GENERIC = seeds.word_list("no_place_names")
_ESTATE_END = ("园", "苑", "城", "府", "湾", "庭", "居", "邸", "墅", "里", "郡", "岸", "都", "院", "座", "半岛", "新天地", "港")


# 物业弃管、老旧楼院|等小区, 高层、独栋|等小区: what kind of compounds.
_NO_ESTATE = re.compile("弃管|失管|老旧|楼院|物业|独栋|高层|小巷|背街|街巷|院落|平房|散居|拆迁|回迁|安置|管网|道路")
# 在条件成熟的|翠竹湾、青年街区等楼盘: what the first of a list is like.
_LIKE = re.compile(".*的(?=..)")
_TOWN_HEAD = re.compile(".*(?:[一-龥]{2}街道|[一-龥]{2}[镇乡]|[一-龥]{2}社区)(?=[一-龥A-Za-z0-9]{2,})")
# A row of short names, and what tells that they are places.
_ROW = needing(
    "、",
    r"(?P<row>(?:[一-龥]{2,12}、)(?:[一-龥]{2,5}、)*[一-龥]{2,5}?)(?P<ends>等地|等处|片区|一带|(?:[\d]+|[两三四五六七八九十]+)个?(?:乡镇|镇|乡|街道)|(?=[^一-龥、]))",
)
_SHARED = re.compile("[、和及与](?P<name>[一-龥]{2,5}?)(?P<unit>街道|镇|乡)(?![长村级])")


class _Item(NamedTuple):
    start: int
    end: int


def find_counted(text: str, counties: Sequence[Mapping[str, Place]]) -> Iterator[Mention]:
    """The items of all such lists; ``counties`` are the townships, by their own parts, of the text's own county and of others."""
    for match in _COUNTED.finditer(text):
        kind = next(group for group in _LONGEST if match[group])
        towns = _towns(text, match.start(), counties) if kind == "town" else {}
        items = list(_items(text, match.start(), kind, towns))
        alone = [] if items else _only(text, match, kind, towns)
        number = count_said(match["count"]) if match["count"] and not match["more"] else 0
        if 1 < number < len(items):
            items = items[-number:]
        exact = number == len(items)
        if number and not exact and kind == "village" and text[match.end("count")] != "个":
            continue  # 甲镇双龙村、乙镇|钱三村|: no three villages, but one that is called so
        if not alone and (len(items) < 2 or not _all_places(text, items, kind, match[kind], towns, exact)):
            continue
        for item in alone or items:
            name = text[item.start : item.end]
            if name.endswith(_COMMITTEES):
                continue  # 甲居委、乙居委|和丙村4个村居
            if not name.endswith(_ENDS_IN_UNIT) or (kind == "compound" and name.endswith("村")):  # 华城二村: a block of old
                value = _value(name, match[kind], kind, towns)
                yield Mention(Kind.DISTRICT, item.start, item.end, name, "districts.counted", 0.93, value)


def _only(text: str, match: re.Match[str], kind: str, towns: Mapping[str, Place]) -> list[_Item]:
    """西垅|等4个村: the one that is named of so many, where a list has it and it is no ordinary word."""
    if not match["more"] or not match["count"] or kind == "compound":
        return []
    low = match.start()
    while low > max(0, match.start() - _WALK) and _STRETCH.match(text[low - 1]):
        low -= 1
    if text[low - 1 : low] == "、" or match.start() - low < 2:
        return []
    item = _first(text, _Item(low, match.start()), kind, towns)
    name = text[item.start : item.end] if item is not None else ""
    if item is None or name.endswith(_ENDS_IN_UNIT) or name in _GENERIC:
        return []
    if kind == "town":
        return [item] if name in towns else []
    listed = name + "村" in village_names() or name + "社区" in village_names()
    return [item] if listed and words().frequency(name) < _KNOWN_WORD else []


def find_several(text: str, counties: Sequence[Mapping[str, Place]]) -> Iterator[Mention]:
    """因远、咪哩|等地, 七坊、邦溪、打安: towns of one county by their own parts, two of them before 等地 or three in a row."""
    if not counties or "、" not in text:
        return
    for match in _ROW.finditer(text):
        start, stop = match.span()
        items = [*re.finditer("[一-龥]+", text[start:stop])]
        for towns in counties:
            named = [_town_of(item, number, len(items), towns) for number, item in enumerate(items)]
            ends = match["ends"] is not None
            run: list[tuple[int, int]] = []
            if ends and sum(spot is not None for spot in named) > 1:
                named = [spot for spot in named if spot is not None]  # 因远、某某、咪哩等地
            for spot in (*named, None):
                if spot is not None:
                    run.append(spot)
                    continue
                if len(run) > 2 or (len(run) == 2 and ends):
                    for lo, hi in run:
                        name = text[start + lo : start + hi]
                        value = PlaceValue(towns[name].name, "township", towns[name].code)
                        yield Mention(Kind.DISTRICT, start + lo, start + hi, name, "districts.several", 0.88, value)
                run = []


def _town_of(item: re.Match[str], number: int, count: int, towns: Mapping[str, Place]) -> tuple[int, int] | None:
    """Where a town stands in an item of a list: all of it, the end of the first, the beginning of the last."""
    name = item.group()
    for size in (5, 4, 3, 2) if number in (0, count - 1) else (len(name),):
        if size > len(name):
            continue
        part = name[-size:] if number == 0 else name[:size]
        if part in towns and len(part) > 1:
            return (item.end() - size, item.end()) if number == 0 else (item.start(), item.start() + size)
    return None


def find_sharing(text: str, counties: Sequence[Mapping[str, Place]]) -> Iterator[Mention]:
    """机场路、大里及|文化路街道: towns of one county before another that bears the unit of all."""
    for match in _SHARED.finditer(text) if counties else ():
        towns = next((towns for towns in counties if match["name"] in towns), {})
        stop = match.start()
        while towns and text[stop : stop + 1] in tuple("、和及与"):
            sizes = (size for size in (5, 4, 3, 2) if stop >= size and text[stop - size : stop] in towns)
            name = text[stop - next(sizes, 0) : stop]
            start = stop - len(name)
            if not name or not towns[name].name.endswith(match["unit"]) or not _free(text, start):
                break
            place = towns[name]
            value = PlaceValue(place.name, "township", place.code)
            yield Mention(Kind.DISTRICT, start, stop, name, "districts.sharing", 0.9, value)
            stop = start - 1


def _free(text: str, start: int) -> bool:
    """Whether an item of a list may begin here: after a mark, a joining word, or a word that the dictionary cuts off."""
    before = text[start - 1 : start] if start else ""
    return not before or before in "、和及与，。：；\n到在赴由对" or not "\u4e00" <= before <= "\u9fff"


def _towns(text: str, stop: int, counties: Sequence[Mapping[str, Place]]) -> Mapping[str, Place]:
    """The townships of the county that has most of what is listed."""
    names = re.split("[、和与及]", text[max(0, stop - _WALK) : stop])
    best: Mapping[str, Place] = {}
    most = 0
    for towns in counties:
        count = sum(name in towns for name in names)
        if count > most:
            best, most = towns, count
    return best or (counties[0] if counties else best)


def count_said(said: str) -> int:
    """What a count up to ten says in characters, or any in digits; 0 for other words."""
    return int(said) if said.isdigit() else _NUMERALS.get(said, 0)


def _items(text: str, stop: int, kind: str, towns: Mapping[str, Place]) -> Iterator[_Item]:
    """The items before a position, in reading order; the first without what brings it in."""
    low = stop
    while low > max(0, stop - _WALK) and (text[low - 1] == "、" or _STRETCH.match(text[low - 1])):
        low -= 1
    if "、" not in text[low:stop]:
        return
    parts: list[_Item] = []
    start = low
    for mark in (*(m.start() for m in re.finditer("、", text[low:stop])), stop - low):
        parts.append(_Item(start, low + mark))
        start = low + mark + 1
    last = parts[-1]
    joined = None if len(parts) < 2 else _JOINED.search(text, last.start, last.end)
    if joined is not None:
        parts[-1:] = [_Item(last.start, joined.start()), _Item(joined.end(), last.end)]
    kept: list[_Item] = []
    for number, part in enumerate(reversed(parts), 1):
        size = part.end - part.start
        if number == len(parts) or not 1 < size <= _LONGEST[kind] or _NO_ITEM.search(text[part.start : part.end]):
            first = _first(text, part, kind, towns)
            kept += [first] if first is not None else []
            break
        kept.append(part)
    yield from reversed(kept)


def _first(text: str, part: _Item, kind: str, towns: Mapping[str, Place]) -> _Item | None:
    """The first item: the longest listed town at its end, else what is left without the words before it."""
    if kind == "town":
        for start in range(max(part.start, part.end - _LONGEST[kind]), part.end - 1):
            if text[start : part.end] in towns:
                return _Item(start, part.end)
    start = part.start if kind == "compound" else max(part.start, left_edge(text, part.end, part.start, place=True))
    for before in (_OUTER, _BROUGHT_IN) if kind != "compound" else (_BROUGHT_IN, _LIKE):
        found = before.match(text, start, part.end)
        start = found.end() if found is not None else start
    town = _TOWN_HEAD.match(text, start, part.end) if kind == "compound" else None
    start = town.end() if town is not None else start
    if kind == "compound" and part.end - start > _LONGEST[kind]:
        start = max(start, left_edge(text, part.end, start))
    if kind == "village" and part.end - start == 1 and start > part.start and text[part.end - 1] in _HOMESTEAD:
        start -= 1 if scorer().surname_at(text, start - 1) else 0  # 周边|于庄、大代庄等村
    if _NO_ITEM.search(text[start : part.end]):
        return None
    return _Item(start, part.end) if 1 < part.end - start <= _LONGEST[kind] else None


def _all_places(text: str, items: list[_Item], kind: str, unit: str, towns: Mapping[str, Place], exact: bool) -> bool:
    names = [text[item.start : item.end] for item in items]
    if any(name in _GENERIC for name in names) and not exact:
        return False
    if kind == "town" and unit == "片区":
        return all(name in towns for name in names)
    sure = [_is_place(name, kind, towns) for name in names]
    if kind == "compound":
        return all(sure) or (any(name.endswith(_ESTATE_END) for name in names) and 2 * sum(sure) >= len(sure))
    return all(sure) or (exact and 2 * sum(sure) >= len(sure))


def _is_place(name: str, kind: str, towns: Mapping[str, Place]) -> bool:
    if name.endswith(_ENDS_IN_UNIT):
        return True
    if kind == "town":
        listed = name in towns or any(name + unit in gazetteer().by_name for unit in ("镇", "乡", "街道"))
        return listed or words().frequency(name) < _KNOWN_WORD
    if kind == "village" and (name + "村" in village_names() or name + "社区" in village_names()):
        return True
    pieces = words().cut(name)
    if kind == "compound":
        if _NO_ESTATE.search(name) is not None:
            return False
        return len(pieces) > 1 or words().frequency(name) < _KNOWN_WORD or name.endswith(_ESTATE_END)
    return words().frequency(name) < _KNOWN_WORD or words().tag(name)[:2] in ("ns", "nz")


def _value(name: str, unit: str, kind: str, towns: Mapping[str, Place]) -> PlaceValue:
    if kind == "town":
        place = towns.get(name)
        if place is not None:
            return PlaceValue(place.name, "township", place.code)
        ends = ("街道", "镇", "乡") if unit.startswith("街道") else ("乡", "镇", "街道") if unit == "乡" else ("镇", "乡", "街道")
        end = next((end for end in ends if unit == end), "镇")
        return PlaceValue(name + end, "township")
    if kind == "village":
        known = village_names()
        end = "社区" if unit == "社区" else "嘎查" if unit.startswith("嘎查") else "村"
        if unit in ("村居", "村社区") and name + "村" not in known and name + "社区" in known:
            end = "社区"
        return PlaceValue(name + end, "community")
    return PlaceValue(name, "compound")


__all__ = ["find_counted", "find_several", "find_sharing"]
