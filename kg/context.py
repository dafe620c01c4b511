"""What a page is about: its home district, read before anything else.

A page says 区委 and 该区 and leaves it to its reader to know which district it means. The home of a page, and of each of its
articles, is found by counting the places that it names: in headlines, at the beginning, before the names of bodies.
A name that several places share is decided by the other names around it (城关街道 by its district, 城关镇 by its county).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from kg import seeds
from kg.gazetteer import WIDE_LEVELS, Gazetteer, Place, gazetteer
from kg.model import Article, Page
from kg.patterns import needing
from kg.scanner import Scanner
from kg.words import words

# Names of real places that are common nouns too: a place only right after the city that holds it.
COMMON_NOUNS = frozenset(
    {"城区", "郊区", "矿区", "新区", "开发区", "县城", "市区", "城镇", "乡镇", "高新区", "经开区", "园区", "街道", "小城镇"}
)
# A body right after a place name shows that the place is meant as a district.
_BODY_NEXT = re.compile(
    r"(?:委|政府|人民政府|人大|政协|纪委|纪检|监委|法院|人民法院|检察院|人民检察院|公安|管委会|党工委|党委|街道|常委|副?书记|副?[区县市州镇乡]长"
    r"|召开|举行|组织|举办|开展|疫情|领导)"
)
# Zones by the words that name them. The words before them (济南, 青岛) are matched apart.
ZONE_WORDS = (
    "高新技术产业开发区|高新技术开发区|经济技术开发区|经济开发区|先进制造业开发区|城乡一体化示范区|国家级新区|综合保税区|保税区|航空港区|航空港实验区|"
    "产业集聚区|高新区|经开区|示范区|开发区|新区|管理区|风景区|旅游度假区|度假区|集聚区|工业新区|临港经济区|循环经济区"
)
_HOME_ZONE = needing(
    "开发区 示范区 经开区 高新区 航空港区",
    "(?=[城开示经航高])"
    r"(?:(?<![\u4e00-\u9fff])|(?<=[在由为对向和与到，、]))(?:高新技术产业开发区|经济技术开发区|经济开发区|城乡一体化示范区|航空港区|高新区|经开区|示范区|开发区)"
    r"(?=党工委|管委会|党委|召开|举行|组织|举办|开展|[一-龥]{0,6}(?:街道|镇)|各|全)",
)


_TOWN_ENDINGS = ("镇", "乡", "街道", "苏木", "街")
_FARM_ENDINGS = ("农场", "林场", "牧场", "渔场", "茶场", "垦殖场", "矿区", "地区", "社区", "新区", "管理区", "团", "区")
_WORD = 100  #: the dictionary's count from which a word goes before a short name that it overlaps
_COMMON = 1000  #: the dictionary's count from which a county's bare name is rather a region or a noun
_COMMON_WORDS = seeds.word_list("common_word_places")
_OFTEN = 4  #: the weight of a name in the headline, or told of again and again
_JOINS = ("", "、", "和", "与", "至", "到", "—", "——")
_NO_TOWNSHIPS = seeds.word_list("no_township_names")
MUNICIPALITIES = ("11", "12", "31", "50")
_RANK = {"province": 0, "prefecture": 1, "county": 2, "zone": 3, "township": 4}


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
_IN_FIRM = re.compile("(?![和与、的])[一-龥（）]{2,12}?(?:有限|股份|集团|公司)(?!县)")
_DELEGATION = re.compile("[县市区]?(?:党政|经贸|商贸|企业|招商)?(?:代表团|考察团|考察组)")
# 召|开县委会议, 传|达县委精神: words whose last character is a county's name too.
_JOINED_WORDS = seeds.word_list("county_tails")
_SURELY_NAMED = re.compile("[到在从赴往对来]$|^$|\n$")
_MAYBE_NAMED = re.compile("[^一-龥\\d）)”]$|[由向为于]$")


_OLD_OR_SIZED = ("老", "大", "小")
_HEADED = frozenset("县区镇乡旗州盟部局处科院校所队会厂店社班行馆站师团组园")  # 县|长: heads, whose title ends in 长


def find_listed(text: str) -> list[Hit]:
    """Every listed name in a text, longest first, without overlap."""
    hits = [Hit(*found) for found in _FULL.find(text) if found[2] != "代县" or not text.startswith("长", found[1])]  # 代|县长
    hits = [
        Hit(hit.start + 1, hit.end, hit.name[1:])  # 河南|新乡, not 南新乡
        if len(hit.name) == 3 and _behind_province(text, hit.start + 1, hit.name[1:])
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
        if len(name) == 2 and start and _in_name(text, start, end):
            continue  # 县长雷|兴平, 、李|海城、
        if not is_formal(name) and _inside_word(text, start, name):
            continue  # 热火|朝天, 疏|通河|道, 情况|和政|协
        if after and not is_formal(name) and (after in _LANDFORMS or _OF_VILLAGE.match(text, end) or _is_water(text, start, end)):
            continue  # 广阳|岛, 南岗|村, 澜沧|江
        if name in _LONGER and text.startswith(_LONGER[name], end):
            continue
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
        and not (hit.name[1:] == "下乡" and words().frequency(text[max(0, hit.start - 2) : hit.start + 1]))  # 志愿者|下乡
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
_NO_SURNAMES = frozenset("于从和与向任经同由对在来到")  # surnames that as words govern a place: 书记于|昌平|调研


def _in_name(text: str, start: int, end: int) -> bool:
    """Whether a short name is the given name of someone: between a surname behind a title, or in a list, and a mark."""
    surname = text[start - 1]
    if surname in _NO_SURNAMES or surname not in seeds.surnames():
        return False
    if text[start - 2 : start - 1] == "、":
        return text[end : end + 1] in ("、", "，", "。", "等") and text[start - 3 : start - 2] not in ("县", "市", "区", "州")
    return _TITLED.search(text, max(0, start - 4), start - 1) is not None


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
    return words().frequency(text[hit.start - 1 : hit.start + 1]) > _COMMON


def _is_water(text: str, start: int, end: int) -> bool:
    """澜沧|江, 水阳江|畔: whether a short name is part of a river's; not 通州|河北."""
    if text[end] in "江河":
        return _RIVER.match(text, end) is not None and text[end : end + 2] not in gazetteer().by_short
    if text[end - 1] not in "江河湖溪" or _WATERSIDE.match(text, end) is None:
        return False
    before = text[start - 1 : start] if start else ""
    return "\u4e00" <= before <= "\u9fff" and before not in _NO_SURNAMES and before not in "省市"


def _governed(text: str, start: int, name: str) -> Hit | None:
    """从|江苏, 和|平顶山: the place behind a preposition, with which a county's short name (从江) begins."""
    index = gazetteer()
    for end in (start + 4, start + 3):
        later = text[start + 1 : end]
        places = index.by_short.get(later, ()) if end > start + len(name) else ()
        if any(place.level in ("province", "prefecture") and place.current for place in places):
            return Hit(start + 1, end, later)
    return None


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
    return bool(_SURELY_NAMED.search(text, max(0, hit.start - 1), hit.start))


_VISITS = re.compile("(?:专题|实地)?(?:调研|考察|检查|视察|督导|督查|指导|慰问|采访|巡察|宣讲|走访)")


_OF_CITY = ("地区", "全市", "境内", "城区")


def _is_city(short: str) -> bool:
    return any(place.level == "prefecture" for place in gazetteer().by_short.get(short, ()))


def _framed(text: str, hits: Sequence[Hit]) -> list[bool]:
    """Of each hit whether it may be a place: a word (来宾) is one beside another place, or where the text has it in full."""
    if all(name not in _COMMON_WORDS for _, _, name in hits):
        return [True] * len(hits)
    full = {name[:2] for _, _, name in hits if len(name) > 2}
    framed = []
    for at, (start, end, name) in enumerate(hits):
        if name not in _COMMON_WORDS or name in full:
            framed.append(True)
            continue
        before = hits[at - 1] if at else None
        after = hits[at + 1] if at + 1 < len(hits) else None
        framed.append(
            (start > 0 and text[start - 1] in "到来赴抵临" and _VISITS.match(text, end) is not None)  # 省领导来|玉山|调研
            or (text.startswith(_OF_CITY, end) and _is_city(name))  # 保定|地区
            or (before is not None and before.name not in _COMMON_WORDS and _joins(text, before, hits[at]))
            or (
                after is not None
                and text[end : after.start] in ("、", "和", "与", "至", "到")
                and after.name not in _COMMON_WORDS
            )
        )
    return framed


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


# Lines of a page that name its paper: 津南时讯 … 津南区新闻中心编辑出版, 来源：某县融媒体中心, 某县讯（记者 甲）.
_FURNITURE = ("来源", "编辑出版", "主办", "主管", "时讯", "日报", "晚报", "周报", "融媒体中心", "新闻中心", "新闻网")
_PAPER_FIRST = re.compile(
    r"[一-龥]{2,4}讯(?=（)|[ \u3000]*(?:今日[一-龥]{2,3}|[一-龥]{2,3}(?:网|新闻|发布|融媒|在线))(?=[ \u3000>\r]|$)"
)


def _furniture(text: str) -> Iterator[str]:
    """The lines of a text that name the page's paper; of a dateline what names it."""
    for line in text.split("\n"):
        if any(word in line for word in _FURNITURE):
            yield line
        elif first := _PAPER_FIRST.match(line):
            yield first.group()


@dataclass(slots=True)
class PageContext:
    """The homes of a page and of its articles, and what its place names stand for."""

    page: Page
    hits: dict[str, list[Hit]] = field(default_factory=dict)  #: article id → listed names in it
    codes: dict[str, str] = field(default_factory=dict)  #: listed name → code on this page
    home: str = ""  #: code of the district that the page is about, county or zone or city
    homes: dict[str, str] = field(default_factory=dict)  #: article id → the same for the article
    zone: str = ""  #: the zone (高新区) that the page is about, where it is one without a code
    zones: dict[str, str] = field(default_factory=dict)  #: article id → the same for the article
    local: str = ""  #: code of the county that nearly all of the page is about: a local paper's own
    city: str = ""  #: code of the prefecture (or municipality) around the home
    ambiguous: frozenset[str] = frozenset()
    guests: dict[str, frozenset[str]] = field(default_factory=dict)  #: article id → counties whose people come: no hosts

    def code(self, name: str) -> str:
        """The code that a listed full name has on this page, or empty."""
        return self.codes.get(name, "")

    def home_of(self, article: Article) -> str:
        return self.homes.get(article.id) or self.home

    def zone_of(self, article: Article) -> str:
        return self.zones.get(article.id, self.zone)


_HELPS = ("支援", "驰援", "援助", "帮扶", "来自", "援")


def _weights(article: Article, hits: Iterable[Hit]) -> Counter[str]:
    """How much an article is about each listed name."""
    first = article.text.find("\n", article.body)
    lead = first if first > 0 else len(article.text)
    weights: Counter[str] = Counter()
    for hit in hits:
        weight = 1.0
        if hit.start < article.body:
            weight += 3
        elif hit.start < min(lead, article.body + 120):
            weight += 1
        if _BODY_NEXT.match(article.text, hit.end):
            weight += 1.5
        elif article.text[hit.start - 1 : hit.start] == "在" and _HELD_THERE.match(article.text, hit.end):
            weight *= 0.5  # 某市博览会在某县某广场举行
        if not is_formal(hit.name) and _IN_FIRM.match(article.text, hit.end):
            weight *= 0.3  # 上海|衡山|药业有限公司
        elif article.text.endswith(_HELPS, 0, hit.start) and hit.name in gazetteer().by_name:
            weight *= 0.3  # 市第二医院支援|兰州市|医疗队
        elif article.text.startswith("”", hit.end) and article.text[hit.start - 1 : hit.start] == "“":
            weight *= 0.3  # 作为“大港区”的组成部分: a manner of speaking
        weights[hit.name] += weight  # type: ignore[assignment]
    return weights


def _choose_codes(weights: Counter[str], index: Gazetteer, hints: Counter[str]) -> dict[str, str]:
    """Which place each name stands for: the one whose city and province the other names speak for."""
    support: Counter[str] = Counter(hints)
    candidates: dict[str, tuple[Place, ...]] = {}
    own_share: dict[str, dict[str, float]] = {}
    for name, weight in weights.items():
        places = index.by_name.get(name) or tuple(
            p for p in index.by_short.get(name, ()) if p.level in WIDE_LEVELS or (len(name) > 2 and name.endswith(("乡", "镇")))
        )
        places = _current(tuple(dict.fromkeys(places)))
        if places and not any(place.current for place in places):  # 东乡县 was Jiangxi's, and is short for 东乡族自治县 in Gansu
            provinces = {place.code[:2] for place in places}
            places += tuple(p for p in index.by_short.get(name, ()) if p.current and p.code[:2] not in provinces)
        candidates[name] = places
        holders = Counter(outer.code for place in places for outer in index.chain(place.code))
        own_share[name] = {
            outer: weight * (count / len(places))
            for outer, count in holders.items()
            if len(places) <= 40 or count / len(places) > 0.2
        }
        for outer, share in own_share[name].items():
            support[outer] += share  # type: ignore[assignment]
    codes = {}
    for name, places in candidates.items():
        if not places:
            continue
        if name not in index.by_name:  # 长沙 is the city before it is the county
            places = tuple(p for p in places if p.current) or places
            highest = min(_RANK[p.level] for p in places)
            places = tuple(p for p in places if _RANK[p.level] == highest)
        ranked = sorted(places, key=lambda p: (-_support(p, index, support), not p.current, p.code))
        if len(ranked) > 1:
            own = weights[name] / len(places)
            best, second = (_support(p, index, support) for p in ranked[:2])
            today = [p for p in places if p.current and p.level in WIDE_LEVELS]
            if len(today) == 1:  # 东城区 is Beijing's before it is a zone elsewhere or a district of the past
                others = support - Counter(own_share[name])
                if _support(today[0], index, others) >= max(_near_support(p, index, others) for p in places):
                    codes[name] = today[0].code
                    continue
            if (
                best - second < own * 0.5
                and ranked[0].code[:6] != ranked[1].code[:6]
                and ranked[0].level not in ("province", "prefecture")
            ):
                continue  # nothing on the page decides: left without a code
        codes[name] = _heir_named(ranked[0], weights, index)
    return codes


def _heir_named(place: Place, weights: Counter[str], index: Gazetteer) -> str:
    """The code of a place, or of its heir that bears its name still where the page names that: 赣县|中学, beside 赣县区."""
    heirs = [p for p in index.by_short.get(place.name, ()) if p.current and p.parent == place.parent] if not place.current else []
    return heirs[0].code if len(heirs) == 1 and heirs[0].name in weights else place.code


def _current(places: tuple[Place, ...]) -> tuple[Place, ...]:
    """Without the former rows of a place that has a row today in the same province (枞阳县 moved to another city).

    A town's, only in the same city: 三台县花园镇 ended, and 岳池县花园镇 is another.
    """
    today = {(p.name, _within_which(p)) for p in places if p.current}
    return tuple(p for p in places if p.current or (p.name, _within_which(p)) not in today)


def _within_which(place: Place) -> str:
    return place.code[:4] if place.level == "township" else place.code[:2]


def _support(place: Place, index: Gazetteer, support: Counter[str]) -> float:
    """What speaks for one reading of a name: the weight of its city and province, without the name's own share."""
    return sum(support[outer.code] for outer in index.chain(place.parent))


def _near_support(place: Place, index: Gazetteer, support: Counter[str]) -> float:
    """The same; for a township or zone only what speaks for its own city, not for the whole province."""
    holders = index.chain(place.parent)
    return sum(support[outer.code] for outer in holders if place.level in WIDE_LEVELS or outer.level != "province")


def make_context(page: Page, articles: Sequence[Article]) -> PageContext:
    """Read the homes of a page and its articles off the places that they name."""
    index = gazetteer()
    context = PageContext(page)
    total: Counter[str] = Counter()
    by_article: dict[str, Counter[str]] = {}
    guests = context.guests
    for article in articles:
        hits = find_listed(article.text)
        context.hits[article.id] = hits
        by_article[article.id] = _weights(article, hits)
        total.update(by_article[article.id])
        guests[article.id] = _guests(article.text, hits, index)
    hints: Counter[str] = Counter()
    for text in (page.site, page.title):
        for hit in find_listed(text) if text else ():
            for place in index.by_name.get(hit.name) or index.by_short.get(hit.name, ()):
                if place.level in WIDE_LEVELS:
                    hints[place.code] += 3
    _add_pairs(hints, context.hits.values(), index)
    seen = {hit.name for hits in context.hits.values() for hit in hits}
    for stretch in _find_rest(page.text, articles):  # masthead, source line, site furniture, datelines
        for hit in find_listed(stretch):
            if hit.name not in seen:
                total[hit.name] += 0.8  # type: ignore[assignment]
    furniture = {
        hit.name
        for article in articles
        for hit in context.hits[article.id]
        if _DELEGATION.match(article.text, hit.end) and article.text.endswith(("率", "带领", "率领"), 0, hit.start)
    }
    for name in furniture:  # 县长率|某县|党政代表团: the page's own
        total[name] += 6
    for line in _furniture(page.text[:600] + "\n" + page.text[-300:]):
        for hit in find_listed(line):
            total[hit.name] += 3
            furniture.add(hit.name)
    if len(articles) == 1:  # a page of one article is that of its paper
        by_article[articles[0].id] = total
    full = Counter({name: weight for name, weight in total.items() if name in index.by_name or _is_formal_short(name, index)})
    known_shorts = Counter(
        {name: weight for name, weight in total.items() if name not in index.by_name and _is_city_short(name, index)}
    )
    context.codes = _choose_codes(full | known_shorts, index, hints)
    units = frozenset(_count_own_units(page.text))
    listed = frozenset().union(*(_find_lists(article.text, context.hits[article.id]) for article in articles))
    _add_shorts(context.codes, total, index, furniture, units, listed)
    _add_chained(context, articles, index)
    hosts = _without(total, frozenset().union(*guests.values()) if len(articles) < _FEW else frozenset())
    context.home = _home(hosts, context.codes, index) or _best_hint(hints)
    whole = "\n".join(article.text for article in articles)
    context.home = _in_own_words(context.home, whole, hosts, context.codes, index)
    _add_own_towns(context, full, index)
    city = index.ancestor(context.home, "prefecture") or index.ancestor(context.home, "province")
    context.city = city.code if city else ""
    context.zone = _zone(whole, total, context.codes, index)
    context.local = _local(total, context, articles, index)
    _add_short_towns(context, articles, index)
    paper = _paper_of_city(page.text, index)
    for article in articles:
        guests[article.id] |= _visitors(article.text, context.hits[article.id], context)
        own_weights = _without(by_article[article.id], guests[article.id])
        home = _home(own_weights, context.codes, index)
        if home and context.home and _county_votes(own_weights, context.codes, index)[home] < _FAINT:
            home = context.home  # told of only as whom the page's own people help
        home = _in_own_words(home, article.text, own_weights, context.codes, index)
        if home and context.home and home == index.today(context.home):
            home = context.home  # 靖西县 on a page of its time, in an article that names only its towns
        own = index.by_code[context.home] if context.home else None
        if own is not None and own.level == "county" and f"我{own.name[-1]}" in article.text:
            named = any(form in article.text for form in (own.name, *own.short))
            home = paper if paper and not named and own.name[-1] == "市" else own.code  # whichever guests it names
        if home:
            context.homes[article.id] = home
        zone = _zone(article.text, by_article[article.id], context.codes, index)
        if zone or not home or not context.zone:
            context.zones[article.id] = zone or context.zone
        else:
            context.zones[article.id] = "" if index.by_code[home].level == "county" else context.zone
    return context


_MASTHEAD = 80  #: characters of a page in which its masthead stands
_PAPER = re.compile(r"^[ \u3000]*([一-龥]{2,5})(?:日报|晚报|晨报|早报|商报)", re.MULTILINE)


def _paper_of_city(text: str, index: Gazetteer) -> str:
    """The code of the prefecture whose daily a page is, by its masthead: 某某日报."""
    masthead = _PAPER.search(text, 0, _MASTHEAD)
    places = index.by_short.get(masthead[1], ()) if masthead is not None else ()
    cities = [place for place in places if place.level == "prefecture" and place.current]
    return cities[0].code if len(cities) == 1 else ""


def _find_rest(text: str, articles: Sequence[Article]) -> Iterator[str]:
    """The stretches of a page that are in no article: before, between and behind them, and between headline and body."""
    done = 0
    for article in sorted(articles, key=lambda article: article.offsets[0]):
        places = article.offsets
        halves = (0, article.body, len(places) - 1) if 0 < article.body < len(places) - 1 else (0, len(places) - 1)
        for lo, hi in pairwise(halves):
            if places[lo] > done:
                yield text[done : places[lo]]
            done = max(done, places[hi - 1] + 1)
    yield text[done:]


_HELD_THERE = re.compile("[^，。；]{0,24}?(?:举行|召开|举办|开幕|拉开|启动)")
_FAINT = 0.6  #: votes below which an article is rather about the page's own home
_FEW = 3  #: articles up to which a page's guests are no hosts of its other articles
# 甲区考察团来邳考察: who comes here, where the page's county bears a single character.
_COME = needing(
    "一行 代表团 学习团 考察团 考察组 调研组",
    "(?:代表团|考察团|考察组|调研组|学习团|一行)[^，。；\n]{0,6}?来[一-龥]{1,3}?(?=参观|考察|调研|学习|交流|访问|指导|对接|开展)",
)
_VISITED = needing("我区 我县 我市 我旗 我州", "(?:到|来|赴|莅临|抵|访|调研|考察|视察|检查|督导|督查)我[县区市旗州]")


def _guests(text: str, hits: Sequence[Hit], index: Gazetteer) -> frozenset[str]:
    """Counties whose people come: 某县政协一行来到我县. They are not the home, however often they are named."""
    codes: set[str] = set()
    for visit in (*_VISITED.finditer(text), *_COME.finditer(text)):
        start = max(text.rfind(mark, 0, visit.start()) for mark in "。；\n") + 1
        for hit in hits:
            if start <= hit.start and hit.end <= visit.start():
                places = index.by_name.get(hit.name) or index.by_short.get(hit.name, ())
                if places and all(place.level == "county" for place in places):
                    codes |= {place.code for place in places}
    if not codes:
        return frozenset()
    return frozenset(
        hit.name
        for hit in hits
        if codes.issuperset(place.code for place in index.by_name.get(hit.name) or index.by_short.get(hit.name, ()))
    )


_GOES = re.compile("[^。；\n]{0,30}?(?:到|来|赴|莅临|走进|抵达)")


def _visitors(text: str, hits: Sequence[Hit], context: PageContext) -> frozenset[str]:
    """Counties whose people come to another county that is not theirs: 某区人大常委会主任甲率队到|某县|调研.

    The page's own county is no visitor: when its people go out, 县委书记 is still its own.
    """
    index = gazetteer()
    counties = {name: code for name, code in context.codes.items() if index.by_code[code].level == "county"}
    hits = [hit for hit in hits if hit.name in counties]
    found: set[str] = set()
    for one, other in pairwise(hits):
        if (
            counties[one.name] not in (counties[other.name], context.home)
            and _ITS_PEOPLE.match(text, one.end)
            and _GOES.fullmatch(text, one.end, other.start)
        ):
            found.add(counties[one.name])
    return frozenset(name for name, code in counties.items() if code in found)


_ITS_PEOPLE = re.compile("[县区市旗]?(?:委|政府|人民政府|人大|政协|党政|考察|代表团|[县区市旗]?长|领导|一行|工商联)")


def _without(weights: Counter[str], names: frozenset[str]) -> Counter[str]:
    return Counter({name: weight for name, weight in weights.items() if name not in names}) if names else weights


def _add_own_towns(context: PageContext, names: Iterable[str], index: Gazetteer) -> None:
    """龙泉镇, which many counties have and no other name decides: the one of the page's own county."""
    if not context.home:
        return
    home = index.today(context.home)
    for name in names:
        if name in context.codes or index.by_code[home].level != "county":
            continue
        own = {place.code for place in index.by_name.get(name, ()) if place.level == "township" and place.parent == home}
        if len(own) == 1:
            context.codes[name] = own.pop()


def _add_short_towns(context: PageContext, articles: Sequence[Article], index: Gazetteer) -> None:
    """Townships of two characters (范镇) are looked for in their own county's pages only."""
    towns = {
        place.name: place.code for place in index.children(context.home) if len(place.name) == 2 and place.level == "township"
    }
    for name, code in sorted(towns.items()):
        for article in articles:
            if name not in article.text:
                continue
            found = [Hit(m.start(), m.end(), name) for m in re.finditer(re.escape(name) + "(?!长)", article.text)]
            held = context.hits[article.id]
            fresh = [hit for hit in found if not any(h.start < hit.end and hit.start < h.end for h in held)]
            if fresh:
                context.codes[name] = code
                context.hits[article.id] = sorted([*held, *fresh])


def is_formal(name: str) -> bool:
    """管城区 for 管城回族区: a short form that still ends as a county or township does."""
    return len(name) >= 3 and name.endswith(("区", "县", "市", "旗", "州", "乡", "镇"))


def _is_formal_short(name: str, index: Gazetteer) -> bool:
    return is_formal(name) and name in index.by_short


_LIST_END = re.compile("(?:等)?(?:[一二三四五六七八九十\\d]+个?)?(?:县|市|区|旗|地)")


def _find_lists(text: str, hits: Sequence[Hit]) -> frozenset[str]:
    """Bare names in a list: 柯城、衢江、常山等县（市、区）. Three make a list, and two that its last word calls counties."""
    found: set[str] = set()
    chain: list[Hit] = []
    for hit in (*hits, Hit(len(text) + 9, len(text) + 9, "")):
        if chain and text[chain[-1].end : hit.start] in ("、", "和", "与", "及"):
            chain.append(hit)
            continue
        if len(chain) > 2 or (len(chain) == 2 and _LIST_END.match(text, chain[-1].end)):
            found.update(each.name for each in chain)
        chain = [hit]
    return frozenset(found)


def _add_shorts(
    codes: dict[str, str], total: Counter[str], index: Gazetteer, furniture: Set[str], units: Set[str], listed: Set[str]
) -> None:
    """A county's bare name (义乌) counts where the page has its full one, or where no other county bears it in the same city.

    Once is enough in a list of places (``listed``), or where the page's furniture has it.
    """
    known = set(codes.values())
    cities = {city.code for code in known if (city := _city_around(code, index)) is not None}
    counties = [code for code in known if index.by_code[code].level in ("county", "township")]
    for name, weight in total.items():
        if name in codes or name in index.by_name or name not in index.by_short:
            continue
        places = _current(tuple(p for p in index.by_short[name] if p.level in ("county", "prefecture", "province")))
        sure = {p.code for p in places if p.code in known}
        if len(sure) == 1:
            codes[name] = sure.pop()
            continue
        if (
            name not in listed
            and name not in furniture
            and words().frequency(name) > 100
            and not words().tag(name).startswith("ns")
        ):
            continue
        rivals, places = places, _of_its_time(places, units, index)
        near = {p.code for p in places if p.parent in cities and p.level == "county"}
        if not near and len(places) == 1:  # 公主岭, told of beside the city that it was in then
            near = {
                p.code for p in index.by_short[name] if p.name == places[0].name and p.parent in cities and p.level == "county"
            }
        if len(near) > 1:  # 金坛 is the district of today, not the city that it was
            near = {p.code for p in places if p.code in near and p.current}
        if len(near) == 1 and (weight >= 2 or name in listed):
            codes[name] = near.pop()
        elif (
            len({p.code for p in places}) == 1
            and places[0].level == "county"
            and (len(places) == len(rivals) or weight >= _OFTEN or name in furniture)
            and ((weight >= 2 and not counties) or name in furniture or (not known and places[0].name[-1] in units))
        ):
            codes[name] = places[0].code


def _of_its_time(places: tuple[Place, ...], units: Set[str], index: Gazetteer) -> tuple[Place, ...]:
    """One place for a county and what it became, 宁乡县 and 宁乡市: the one that the page's own words (县委, 我市) speak of."""
    heirs = {place.code: index.today(place.code) for place in places}
    if len(set(heirs.values())) == len(places):
        return places
    said = {heirs[place.code]: place for place in places if place.name[-1] in units and not place.current}
    kept = (p for p in places if p.code == heirs[p.code] or heirs[p.code] not in heirs)
    return tuple(said.get(p.code, p) if p.name[-1] not in units else p for p in kept)


def _city_around(code: str, index: Gazetteer) -> Place | None:
    """The prefecture or municipality around a place: 北京市 of 房山区."""
    return index.ancestor(code, "prefecture") or (index.ancestor(code, "province") if code[:2] in MUNICIPALITIES else None)


def _add_pairs(hints: Counter[str], found: Iterable[Sequence[Hit]], index: Gazetteer) -> None:
    """A name right after that of its holder (朝阳区|东湖街道) speaks for the one holder that has such a place."""
    pairs = {(a.name, b.name) for hits in found for a, b in pairwise(hits) if a.end == b.start}
    for outer, inner in sorted(pairs):
        holders = {place.code: place.parent for place in index.by_name.get(outer, ())}
        both = {place.parent for place in index.by_name.get(inner, ())} & holders.keys()
        if len(both) == 1 and len(holders) > 1:
            code = both.pop()
            hints[code] += 2
            hints[holders[code]] += 2


def _add_chained(context: PageContext, articles: Sequence[Article], index: Gazetteer) -> None:
    """A bare name right after its province or city (河南|太康): the one place of that name in it."""
    for article in articles:
        for outer, hit in pairwise(context.hits[article.id]):
            code = context.codes.get(outer.name)
            if outer.end != hit.start or code is None or hit.name in context.codes or hit.name in index.by_name:
                continue
            if words().frequency(hit.name) >= _COMMON and not article.text.startswith(("人", "籍"), hit.end):  # 广西|江南
                continue
            if index.by_code[code].level not in ("province", "prefecture") or _IN_FIRM.match(article.text, hit.end):
                continue  # 新疆|天山|雪域乳业有限公司
            inner = [p for p in index.by_short.get(hit.name, ()) if p.level in WIDE_LEVELS and index.within(p.code, code)]
            codes = {p.code for p in inner if p.current}  # 苏州|平江历史街区 names no district of the past
            if len(codes) == 1:
                context.codes[hit.name] = codes.pop()


def _local(total: Counter[str], context: PageContext, articles: Sequence[Article], index: Gazetteer) -> str:
    """The county of a local paper: it has most of the votes of a page with several articles."""
    votes = _county_votes(total, context.codes, index)
    home = context.home
    counties = {code: count for code, count in votes.items() if index.by_code[code].level == "county"}
    if home not in counties or len(articles) < 2 or _is_of_city(context.page, index.ancestor(home, "prefecture")):
        return ""
    return home if counties[home] >= 0.5 * sum(counties.values()) else ""


_DATELINE = re.compile("本[报网台](?P<place>[一-龥]{2,5}?)[讯电]")


def _is_of_city(page: Page, city: Place | None) -> bool:
    """Whether a page is of a whole city's paper: by its name (某某日报), or because its reports come from several counties."""
    if len({match["place"] for match in _DATELINE.finditer(page.text)}) > 1:
        return True
    names = [form for form in (city.name, *city.short) if len(form) > 1] if city is not None else []
    furniture = f"{page.text[:300]}\n{page.text[-200:]}\n{page.site}\n{page.title}"
    return any(paper.group().startswith(tuple(names)) for paper in _CITY_PAPER.finditer(furniture)) if names else False


_CITY_PAPER = re.compile("[一-龥]{2,4}?(?:日报|晚报|晨报|早报|时报|商报|都市报|新闻网|广播电视)")


def _is_city_short(name: str, index: Gazetteer) -> bool:
    return any(place.level in ("province", "prefecture") for place in index.by_short.get(name, ()))


def _best_hint(hints: Counter[str]) -> str:
    return min(hints, key=lambda code: (-hints[code], -len(code.rstrip("0")), code)) if hints else ""


def _home(weights: Counter[str], codes: dict[str, str], index: Gazetteer) -> str:
    """The county that the names are mostly about, else the city."""
    votes = _county_votes(weights, codes, index)
    if not votes:
        return ""
    return min(votes, key=lambda code: (-votes[code], code))


# How a page speaks of its own district: 区委, 我县, 全市 (not 某区委).
_OWN_WORD = re.compile(
    "(?=[全区县市我旗])(?:"
    r"(?:(?<![一-龥])|(?<=[由在对向和与及到来为是]))(?P<bare>[县区市旗])"
    r"(?:委|人民政府|政府|长|领导|人大|政协|纪委|直)|我(?P<my>[县区市旗])|全(?P<all>[县区市旗])"
    ")"
)
COMES = re.compile("(?:到|来|赴|莅临|抵|调研|考察|视察|检查|督导|督查)我市")


def _visits_below(city: Place, text: str) -> bool:
    """青岛市市长到我市: the officials of the city come, so 我市 is one of its counties."""
    name = city.name.removesuffix("市")
    official = re.search(f"{re.escape(name)}市?(?:市委|委|政府|市长|市领导|人大|政协|纪委|[一-龥]{{1,8}}局)", text)
    return official is not None and COMES.search(text) is not None


@lru_cache(maxsize=64)
def _count_own_units(text: str) -> Counter[str]:
    """How often a text speaks of its own 县, 区, 市: asked of the page, of all its articles and of each."""
    return Counter(match["bare"] or match["my"] or match["all"] for match in _OWN_WORD.finditer(text))


def _in_own_words(home: str, text: str, weights: Counter[str], codes: dict[str, str], index: Gazetteer) -> str:
    """The county that a page speaks of as 我区, 县委, where most of the names are those of the city around it."""
    units = _count_own_units(text) if home else Counter()
    if not units:
        return home
    unit, count = min(units.items(), key=lambda item: (-item[1], item[0]))
    around = index.by_code[home].level in ("prefecture", "province")
    own = index.by_code[home].name.endswith(unit)
    if not (around and _visits_below(index.by_code[home], text)) and (own or (not around and f"我{unit}" not in text)):
        return home  # a county's own page; a guest's county only where the page calls another its own
    if count < 2 and not re.search(f"[到来赴我]我?{unit}", text):
        return home
    best: tuple[float, str] = (0.0, "")
    for name, weight in weights.items():
        known = codes.get(name)
        places = [index.by_code[known]] if known else list(index.by_name.get(name) or index.by_short.get(name, ()))
        inside = [p for p in places if p.level == "county" and (not around or index.within(p.code, home))]
        counties = {p.code for p in inside if p.current or known or all(not other.current for other in inside)}
        counties = {code for code in counties if index.by_code[code].name.endswith(unit)}
        if len(counties) == 1 and weight > best[0]:
            best = (weight, counties.pop())
    own_weight = max((weight for name, weight in weights.items() if codes.get(name) == home), default=0)
    city = index.ancestor(home, "prefecture")
    if not around and city is not None and city.name.endswith(unit) and best[0] * 2 < own_weight:
        return home  # 我市 is the city that holds a district
    if best[1]:
        name = index.by_code[best[1]].name
        codes.setdefault(name, best[1])
        for short in index.by_code[best[1]].short:
            if short in weights:
                codes.setdefault(short, best[1])
    return best[1] or home


def _county_votes(weights: Counter[str], codes: dict[str, str], index: Gazetteer) -> Counter[str]:
    votes: Counter[str] = Counter()
    for name, weight in weights.items():
        code = codes.get(name)
        if code is None:
            continue
        place = index.by_code[code]
        if place.level == "county" or (place.level == "zone" and len(code) == 6):
            formal = name in index.by_name or _is_formal_short(name, index)
            votes[code] += weight if formal else weight * 0.25  # type: ignore[assignment]
        elif place.level in ("township", "zone"):
            county = index.ancestor(place.parent, "county") or index.ancestor(place.parent, "zone")
            if county is not None:
                votes[county.code] += weight * 0.4  # type: ignore[assignment]
        elif place.level == "prefecture" and name in index.by_name:
            votes[code] += weight * 0.75  # type: ignore[assignment]
        elif place.level == "province" and name in index.by_name and code[:2] in MUNICIPALITIES:
            votes[code] += weight * 0.5  # type: ignore[assignment]
    named = frozenset(codes.values())
    for code in sorted(votes.keys() - named):
        place = index.by_code[code]
        same = (past for short in place.short[:1] for past in index.by_short.get(short, ()))
        past = next((p.code for p in same if p.code in named and not p.current and p.parent == place.parent), "")
        past = past or _renamed(place, named, index)
        if past:
            votes[past] += votes.pop(code)  # 靖西县, whose towns the lists have under the city that it became
    return votes


def _renamed(place: Place, named: Set[str], index: Gazetteer) -> str:
    """The one county of the past that a page names and that no list says the heir of: 户县, whose towns are 鄠邑区's today."""
    gone = [code for code in named if index.may_be(code, place.code)]
    return gone[0] if len(gone) == 1 else ""


def _zone(text: str, weights: Counter[str], codes: dict[str, str], index: Gazetteer) -> str:
    """The zone that a text is about, where no county has as many votes."""
    zones = Counter(_HOME_ZONE.findall(text))
    if not zones:
        return ""
    name, count = min(zones.items(), key=lambda item: (-item[1], item[0]))
    rival = max((w for n, w in weights.items() if (c := codes.get(n)) and index.by_code[c].level == "county"), default=0)
    return name if count >= 2 and text.count(name) > rival else ""
