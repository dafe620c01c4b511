"""The listed names of places in a text: every one, without those that are part of a word, of a person's name or of a river's.

Districts have been given names since long, and many of them are words (来宾), ends of words (示|范县) or names of people. What a
name stands for is for the page to say (``kg/context.py``).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from kg import seeds
from kg.gazetteer import WIDE_LEVELS, Place, gazetteer
from kg.person_signs import GOVERNORS, is_of_person, is_worker_before
from kg.scanner import Scanner
from kg.words import words

# Names of real places that are common nouns too: a place only right after the city that holds it.
COMMON_NOUNS = frozenset(
    {"城区", "郊区", "矿区", "新区", "开发区", "县城", "市区", "城镇", "乡镇", "高新区", "经开区", "园区", "街道", "小城镇"}
)
#: full names of counties that are common nouns: places only in a text that names their city or province, or before a body
_NOUN_COUNTIES = frozenset({"平房区"})
_OFFICES = ("委", "政府", "人民政府", "人大", "政协", "法院", "检察院", "公安", "区长", "纪委", "监委")
_TOWN_ENDINGS = ("镇", "乡", "街道", "苏木", "街")
_FARM_ENDINGS = ("农场", "林场", "牧场", "渔场", "茶场", "垦殖场", "矿区", "地区", "社区", "新区", "管理区", "团", "区")
_WORD = 100  #: the dictionary's count from which a word goes before a short name that it overlaps
COMMON = 1000  #: the dictionary's count from which a county's bare name is rather a region or a noun
_COMMON_WORDS = seeds.word_list("common_word_places")
_JOINS = ("", "、", "和", "与", "至", "到", "—", "——")
_NO_TOWNSHIPS = seeds.word_list("no_township_names")


class Hit(NamedTuple):
    """A listed name at its place in a text."""

    start: int
    end: int
    name: str


def _full_names() -> list[str]:
    return sorted(name for name, places in gazetteer().by_name.items() if _listed(name, places))


def _short_names() -> list[str]:
    index = gazetteer()
    return sorted(name for name, places in index.by_short.items() if name not in index.by_name and _short_listed(name, places))


# A full name goes before a short one that it overlaps: 和|平岗镇, not 和平|岗镇.
_FULL, _SHORT = Scanner(_full_names, str), Scanner(_short_names, str)


def _listed(name: str, places: Sequence[Place]) -> bool:
    if name in COMMON_NOUNS or len(name) < 2 or (name in _NO_TOWNSHIPS and not _has_city(places)):
        return False
    if not name.endswith(_TOWN_ENDINGS) and any(place.level == "township" for place in places) and not _has_city(places):
        # the statistics count bureaus, farms and offices (林业和草原局, 养殖场) as townships too
        return name.endswith(_FARM_ENDINGS) and len(name) > 3 and words().frequency(name) == 0
    return len(name) > 2 or _has_city(places)


def _has_city(places: Iterable[Place]) -> bool:
    return any(place.level in WIDE_LEVELS for place in places)


def _short_listed(short: str, places: Sequence[Place]) -> bool:
    if len(short) < 2 or short in COMMON_NOUNS:
        return False
    return _has_city(places) or (len(short) > 2 and short.endswith(("乡", "镇")))


# What makes a short name part of a longer one: an island, a lake, a street.
_LANDFORMS = "岛湾湖街桥沟泉岭峰寺塔庙"
# 澜沧|江, 水|阳江|畔: a river that bears a county's short name, or ends in one.
_RIVER = re.compile("[江河](?![长湖道段畔])")
_WATERSIDE = re.compile("[两沿东西南北]?[畔岸滨](?![头村镇乡])|流域|[上中下]游|水[系位域]|的水|[干支]流|源头|发生|洪|决口|大堤")
# 白山|黑水, 上海|合作组织: what as a whole is no place of the lists.
_LONGER = {"白山": ("黑水",), "上海": ("合作组织", "五国机制")}
# A village or a road that is called like a county elsewhere: 南岗|村, 长春|路.
_OF_VILLAGE = re.compile(
    "(?:村(?![镇级居民庄社里两委“])|社区(?![矫教])|小区|[东南西北中]?[一二三四]?路(?![段线演网政桥灯面径边过透况])|大道|大街)"
)
# Names that are a verb or 和 and a unit word more often than a county: 书记甲和县政协主席乙, 甲任县财政局局长.
_GIVEN_WORDS = seeds.word_list("given_words")
_JOINED = ("和县", "任县", "会同县", "会同")
_ACTING = ("代县", "任县", "和县")  # 代|县长
_MAKES_COUNTY = ("富县", "兴县")  # 工业|富县, 科教|兴县|战略: what a county lives by; 富县|富民
_AND_PEOPLE = ("强", "富", "裕", "兴", "惠")
_BORDERS = ("交界", "接壤", "毗邻", "边界")  # 与|临县|交界: the next county
# 召|开县委会议, 传|达县委精神: words whose last character is a county's name too.
_JOINED_WORDS = seeds.word_list("county_tails")
_SURELY_NAMED = re.compile("[到在从赴往对来]$|中共$|^$|\n$")
# 新|乡风|, 建设|乡情|馆: what the country has, behind the last character of a name; not 某乡风力发电, 某乡情况.
_COUNTRY_WORD = re.compile(
    "乡(?:风(?![力景电光机貌险情灾雨沙采味云湿口洞波筝水行])|情(?![况形报绪人侣节])|[愁贤]|音(?![乐响像协])|容乡|规民)"
)
_MAYBE_NAMED = re.compile("[^一-龥\\d）)”]$|[由向为于]$")


_OF_NO_LIST = re.compile("[市县](?![城场民区级内直里])")
_OLD_OR_SIZED = ("老", "大", "小")
_HEADED = frozenset("县区镇乡旗州盟部局处科院校所队会厂店社班行馆站师团组园")  # 县|长: heads, whose title ends in 长


_RANKS = ("全国", "国家级", "省级", "市级", "全省")  #: before what a town is ranked as


def find_listed(text: str) -> list[Hit]:
    """Every listed name in a text, longest first, without overlap."""
    hits = [Hit(*found) for found in _FULL.find(text) if found[2] != "代县" or not text.startswith("长", found[1])]  # 代|县长
    hits = [
        Hit(hit.start + 1, hit.end, hit.name[1:])  # 河南|新乡, not 南新乡
        if len(hit.name) == 3 and (_behind_province(text, hit.start + 1, hit.name[1:]) or _is_behind_party(text, hit))
        else hit
        for hit in hits
    ]
    hits = [hit for hit in hits if len(hit.name) != 3 or hit.name[2] != "市" or not _is_noun_across(text, hit)]
    taken = [hit.start for hit in hits]
    for start, end, name in _SHORT.find(text):
        at = bisect_right(taken, start) - 1
        inner = at + 1
        if inner < len(taken) and start < taken[inner] and hits[inner].end == end and is_formal(name):
            hits[inner] = Hit(start, end, name)  # 澜沧县, not 沧县
            taken[inner] = start
            continue
        if (at >= 0 and hits[at].end > start) or (at + 1 < len(taken) and taken[at + 1] < end):
            continue
        if name[0] in "从和同向" and (later := _governed(text, start, name)):
            start, end, name = later  # 从|江西
            city = text[end : end + 2]
            if _behind_province(text, end, city):
                hits.append(Hit(end, end + 2, city))  # 从江西|吉安, where the table has 从江 and 西吉
        after = text[end : end + 1]
        if name[0] == "长" and text[start - 1 : start] in _HEADED and not is_formal(name) and start:
            continue  # 部长|白某, 县长|安排
        if text[start - 1 : start] in _OLD_OR_SIZED and name[-1] in "山河江湖岭" and not is_formal(name):
            continue  # 老|君山
        if (
            name in _GIVEN_WORDS
            and text[start - 1 : start] in seeds.surnames()
            and text[start - 1 : start] != "来"
            and text[max(0, start - 2) : start] not in gazetteer().by_short
        ):
            continue  # 县领导沈|卫东
        if len(name) == 2 and start and (_in_name(text, start, end) or is_of_person(text, start, end)):
            continue  # 县长雷|兴平, 、李|海城、; 、贺兰|生参加
        if not is_formal(name) and not _is_section(text, start, end) and _inside_word(text, start, name):
            continue  # 热火|朝天, 疏|通河|道, 情况|和政|协
        if after and not is_formal(name) and (after in _LANDFORMS or _OF_VILLAGE.match(text, end) or _is_water(text, start, end)):
            continue  # 广阳|岛, 南岗|村, 澜沧|江
        if name in _LONGER and text.startswith(_LONGER[name], end):
            continue
        if (
            after in ("市", "县")
            and not is_formal(name)
            and _OF_NO_LIST.match(text, end)
            and name + after not in gazetteer().by_name
        ):
            continue  # 江州|市第三人民医院: no 江州区, and a city of no list
        hits.append(Hit(start, end, name))
    if not hits:
        return hits
    hits.sort()
    elsewhere = {hit for outer, hit in pairwise(hits) if outer.end == hit.start and _is_of_another(outer.name, hit.name)}
    hits = [hit for hit in hits if hit not in elsewhere] if elsewhere else hits
    hits = [
        hit
        for hit in hits
        if not (hit.name in _ACTING and text[hit.end : hit.end + 1] == "长")
        and not (hit.name == "临县" and (text.startswith(_BORDERS, hit.end) or text.endswith(("是", "为", "个"), 0, hit.start)))
        and not (hit.name[1:] == "下乡" and _goes_there(text, hit.start))
        and not (hit.name[1:] == "乡镇" and words().frequency(text[max(0, hit.start - 1) : hit.start + 1]))  # 部分|乡镇
        and not (hit.name[-1] in "镇乡" and text.endswith(_RANKS, 0, hit.start))  # 创建全国|文明镇
        and not (hit.name[-1] == "乡" and _COUNTRY_WORD.match(text, hit.end - 1))
        and not (hit.name in _MAKES_COUNTY and _is_slogan(text, hit, hits))
    ]
    hits = [hit for hit, framed in zip(hits, _framed(text, hits), strict=True) if framed]
    if "医院" in text:
        called = {hit.name for before, hit in pairwise(hits) if before.end == hit.start and _is_called(text, hit)}
        called |= {hit.name for hit in hits if text.endswith("附属", 0, hit.start) and _is_called(text, hit)}
        if called:
            hits = [hit for hit in hits if hit.name not in called or not _is_called(text, hit)]
    joined = {hit for hit in hits if hit.name in _JOINED or _ends_word(text, hit)}
    if joined:
        sure = {hit for hit in joined if _surely_named(text, hit, hits)}
        named = {hit.name for hit in hits if hit not in joined or hit in sure}
        hits = [
            hit
            for hit in hits
            if hit not in joined
            or hit in sure
            or (hit.name in named and _MAYBE_NAMED.search(text, max(0, hit.start - 1), hit.start))
        ]
    return hits


_TITLED = re.compile(
    "(?:书记|主席|主任|主委|[省市县区旗州镇乡村局厅部处科院校所队会组司行]长|委员|经理|记者|通讯员|摄影|同志|总监)$"
)


def _in_name(text: str, start: int, end: int) -> bool:
    """Whether a short name is the given name of someone: between a surname behind a title, or in a list, and a mark."""
    surname = text[start - 1]
    if surname in GOVERNORS or surname not in seeds.surnames():
        return False
    if text[start - 2 : start - 1] == "、":
        return text[end : end + 1] in ("、", "，", "。", "等") and text[start - 3 : start - 2] not in ("县", "市", "区", "州")
    return _TITLED.search(text, max(0, start - 4), start - 1) is not None or is_worker_before(text, start - 1)


def _inside_word(text: str, start: int, name: str) -> bool:
    """Whether an ordinary word more usual than a short name reaches across its beginning, or from inside it across its end."""
    position, stop = max(0, start - 3), start + len(name)
    if not _reaches_across(text, position, start, stop + 2) and not _reaches_across(text, start + 1, stop, stop + 2):
        return False  # no word does, whichever way the stretch is cut
    if _behind_province(text, start, name):
        return False  # 山西|太原, one word of the dictionary; 湖|南岳|阳
    for piece in words().cut(text[position : stop + 2]):
        end = position + len(piece)
        if position < start < end or start < position < stop < end:
            return words().frequency(piece) > max(_WORD, words().frequency(name)) or (position < start and len(piece) > 2)
        position = end
    return False


def _is_section(text: str, start: int, end: int) -> bool:
    """青衣江|夹江|段, 京广线|内江|段: whether a short name says of which county a stretch of a river or road is."""
    return text.startswith("段", end) and text[start - 1 : start] in tuple("江河溪水湖渠线路速")


def _is_of_another(outer: str, name: str) -> bool:
    """浙江|南阳: whether a city's short name stands behind a province that has no city or county of that name."""
    index = gazetteer()
    provinces = [place.code[:2] for place in index.by_short.get(outer, ()) if place.level == "province"]
    places = index.by_short.get(name, ()) if provinces and name not in index.by_name else ()
    cities = [place for place in places if place.level in WIDE_LEVELS]
    if not cities or any(place.level == "province" for place in cities):
        return False
    return not any(place.code[:2] in provinces for place in cities)


def _is_noun_across(text: str, hit: Hit) -> bool:
    """沿|海城市|: whether a full name is the end of a word and a noun, 沿海 and 城市."""
    if hit.name[1:] not in ("城市", "都市") or not hit.start:
        return False
    return words().frequency(text[hit.start - 1 : hit.start + 1]) > COMMON


def _is_water(text: str, start: int, end: int) -> bool:
    """澜沧|江, 水阳江|畔: whether a short name is part of a river's; not 通州|河北."""
    if text[end] in "江河":
        return _RIVER.match(text, end) is not None and text[end : end + 2] not in gazetteer().by_short
    if text[end - 1] not in "江河湖溪" or _WATERSIDE.match(text, end) is None:
        return False
    before = text[start - 1 : start] if start else ""
    return "\u4e00" <= before <= "\u9fff" and before not in GOVERNORS and before not in "省市"


def _governed(text: str, start: int, name: str) -> Hit | None:
    """从|江苏, 和|平顶山: the place behind a preposition, with which a county's short name (从江) begins."""
    index = gazetteer()
    for end in (start + 4, start + 3):
        later = text[start + 1 : end]
        places = index.by_short.get(later, ()) if end > start + len(name) else ()
        if any(place.level in ("province", "prefecture") and place.current for place in places):
            return Hit(start + 1, end, later)
    return None


def _is_behind_party(text: str, hit: Hit) -> bool:
    """中共|和县, not 中|共和县."""
    return hit.name == "共和县" and text.endswith("中", 0, hit.start)


def _behind_province(text: str, start: int, name: str) -> bool:
    """江西|吉安, 湖南|岳阳: whether a province stands before a short name that is one of its places."""
    index = gazetteer()
    places = index.by_short.get(name, ())
    for size in (2, 3):
        province = text[start - size : start] if start >= size else ""
        for place in index.by_short.get(province, ()):
            if place.level == "province" and any(index.ancestor(inner.code, "province") == place for inner in places):
                return True
    return False


def _reaches_across(text: str, lo: int, edge: int, hi: int) -> bool:
    """Whether a word of the dictionary that begins from ``lo`` on and ends by ``hi`` has characters on both sides of an edge."""
    counts, last = words().counts, min(hi, len(text))
    for begin in range(lo, edge):
        end = edge + 1
        while end <= last and (count := counts.get(text[begin:end])) is not None:  # each beginning of a word is a key
            if count:
                return True
            end += 1
    return False


def _ends_word(text: str, hit: Hit) -> bool:
    """召|开县委会议, 示|范县, 茶|叶县: whether a county's name begins with the last character of a word."""
    if len(hit.name) != 2 or hit.name[1] not in "县州" or not hit.start:
        return False
    word = text[hit.start - 1 : hit.start + 1]
    return word in _JOINED_WORDS or words().frequency(word) >= _WORD


def _is_called(text: str, hit: Hit) -> bool:
    """上海|瑞金|医院, 附属|瑞金|医院: a city's short name that a hospital of another city has for a name of its own."""
    return len(hit.name) == 2 and text.startswith("医院", hit.end)


def _is_slogan(text: str, hit: Hit, hits: Iterable[Hit]) -> bool:
    """“工业|富县”, 实施科教|兴县|战略, 富县|富民: what is done for a county."""
    if text.startswith((*_AND_PEOPLE, "”", "战略"), hit.end):
        return text[hit.start - 1 : hit.start] != "“" or text.startswith(_AND_PEOPLE, hit.end)
    return not (_surely_named(text, hit, hits) or _MAYBE_NAMED.search(text, max(0, hit.start - 1), hit.start))


def _surely_named(text: str, hit: Hit, hits: Iterable[Hit]) -> bool:
    """到和县采访, 马鞍山市和县: the county, and no 和 before a county's body."""
    index = gazetteer()
    for other in hits:
        if other.end == hit.start:
            places = index.by_name.get(other.name) or index.by_short.get(other.name, ())
            return any(place.level in ("province", "prefecture") for place in places)
    return bool(_SURELY_NAMED.search(text, max(0, hit.start - 2), hit.start))


def _goes_there(text: str, start: int) -> bool:
    """志愿者|下乡, 张英|下乡: whether a word or a name goes to the country, where a town is called so with its last character."""
    return bool(words().frequency(text[max(0, start - 2) : start + 1])) or text[start - 1 : start] in seeds.surnames()


_VISITS = re.compile("(?:专题|实地)?(?:调研|考察|检查|视察|督导|督查|指导|慰问|采访|巡察|宣讲|走访)")


_SCHOOL = re.compile("(?:[一二三四五六七八九]?中学?|小学|高中|职高|职教中心|人民医院|中医院|火车站|汽车站)(?![一-龥])")
_CLOSE = re.compile("(?![到在了赴进])[一-龥]")  #: a character that may belong to what follows
_OF_CITY = ("地区", "全市", "境内", "城区")


def _is_city(short: str) -> bool:
    return gazetteer().is_short(short, ("prefecture",))


# What the county that begins a headline does: 保康|举行集中签约仪式.
ACTS_AT_HEAD = re.compile("(?:隆重|集中|成功)?(?:举行|召开|举办|启动)")


def _framed(text: str, hits: Sequence[Hit]) -> list[bool]:
    """Of each hit whether it may be a place: a word (来宾) is one beside another place, or where the text has it in full."""
    if all(name not in _COMMON_WORDS and name not in _NOUN_COUNTIES for _, _, name in hits):
        return [True] * len(hits)
    full = {name[:2] for _, _, name in hits if len(name) > 2}
    framed = []
    for at, (start, end, name) in enumerate(hits):
        if name in _NOUN_COUNTIES:
            framed.append(text.startswith(_OFFICES, end) or _is_told_of(name, hits))
            continue
        if name not in _COMMON_WORDS or name in full:
            framed.append(True)
            continue
        before = hits[at - 1] if at else None
        after = hits[at + 1] if at + 1 < len(hits) else None
        framed.append(
            (start > 0 and text[start - 1] in "到来赴抵临" and _VISITS.match(text, end) is not None)  # 省领导来|玉山|调研
            or (text.startswith(_OF_CITY, end) and _is_city(name))  # 保定|地区
            or (start == 0 and ACTS_AT_HEAD.match(text, end) is not None)  # |保康|举行…, which begins a headline
            or (_SCHOOL.match(text, end) is not None and not _CLOSE.match(text[start - 1 : start]))  # 大足|中学、
            or (before is not None and before.name not in _COMMON_WORDS and _joins(text, before, hits[at]))
            or (
                after is not None
                and text[end : after.start] in ("、", "和", "与", "至", "到")
                and after.name not in _COMMON_WORDS
            )
        )
    return framed


def _is_told_of(name: str, hits: Sequence[Hit]) -> bool:
    """Whether a text names the city or province of a county: 哈尔滨 beside 平房区, a quarter of bungalows elsewhere."""
    index = gazetteer()
    outer = {form for place in index.by_name[name] for o in index.chain(place.parent) for form in (o.name, *o.short)}
    return any(hit.name in outer for hit in hits)


def _joins(text: str, before: Hit, hit: Hit) -> bool:
    """广西|来宾, 柳州、|来宾; not 姜堰区|来宾, who are guests of a county that holds no such place."""
    if text[before.end : hit.start] not in _JOINS:
        return False
    index = gazetteer()
    outer = index.by_name.get(before.name, ())
    if before.end < hit.start or not outer or any(place.level in ("province", "prefecture") for place in outer):
        return True
    inner = index.by_name.get(hit.name) or index.by_short.get(hit.name, ())
    return any(index.within(place.code, county.code) for place in inner for county in outer)


def is_formal(name: str) -> bool:
    """管城区 for 管城回族区: a short form that still ends as a county or township does."""
    return len(name) >= 3 and name.endswith(("区", "县", "市", "旗", "州", "乡", "镇"))


__all__ = ["COMMON", "COMMON_NOUNS", "Hit", "find_listed", "is_formal"]
