"""Zones, by the kinds that end their names: 青山区|恒运物流园, 修水（九江）工业园, 我县的|高新区.

A zone's name begins with its district, or with a name of its own; a trade alone (科技产业园) is none, and neither is a zone
that is only spoken of (建好工业园区).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from kg import seeds
from kg.extract.base import Found, PlaceValue
from kg.extract.edges import SINGLE_STOPS, breaks_chain, is_news_verb, left_edge
from kg.extract.place_parts import (
    DIGITS,
    NAME_TAGS,
    NO_PLACE_NAMES,
    STRAY,
    USUAL,
    ZONE,
    free_before,
    is_han,
    is_resultative,
    towns_of,
)
from kg.gazetteer import Place, gazetteer
from kg.model import Article, Kind, Mention
from kg.words import words

# What is made in a zone; alone before 产业园 it is no name of its own, and the district before it belongs to the name.
_TRADES = seeds.word_list("zone_trades")
_GOALS = ("建设", "打造", "创建", "创成", "争创", "申报", "建成")  # a zone that is to be is none yet
_LOOSE_ZONES = ("园区", "新区", "开发区", "示范区", "工业园", "工业园区", "产业园", "产业园区")
_NO_UNITS = ("小区", "社区", "园区", "城区", "辖区", "地区", "片区", "校区", "厂区", "景区", "城市", "都市", "门市")
_CROWDED = ("集聚区", "聚集区", "聚居区")
_DWELLINGS = ("房", "区", "住宅", "人口", "居民", "人员", "村民", "学校", "企业", "餐饮")
# What is done with a zone, and by whom: 双方共建|金川产业园.
_MADE_ZONE = re.compile(
    "[一-龥]{0,4}?(?:[共合联援]建|共同(?:建设|打造)|申报|申建|入驻|落户|落地|变身(?:为|成)?|蝶变(?:为|成)|变成)"
)
_TAKES_OFFICE = re.compile("任(?![家庄村店丘城县])[^，。；]{4,30}?(?:书记|主任|[镇乡村区局院校会]长|委员|经理)”?(?=[，。；]|$)")
# 政企|联合兴办|工业园区的成效: what is done for any, and with whom.
_TOGETHER = re.compile(
    "(?:双方|两地|两[县市区省]|垦地|政企|[校企院军]地|合作|共同|共建|共享|联合|携手|合力|发展|建设|开发|创办|兴办|打造)+"
)
_GENERIC_ZONE = seeds.word_list("no_zone_names")
# 园区事|园区办: the idiom of what is settled on the spot.
_ON_THE_SPOT = re.compile("园区(?:的)?(?:事(?:情|项|务)?)(?:在)?园区(?=办|解决|了结)")
_TERM = re.compile(r"(?:.{0,4}年(?:度)?)?第?[一二三四五六七八九十\d]+(?:次|批|届|期|轮|季度)")  # 第三次|开发区活动
# 争创|国家级休闲旅游|度假区: a standing, where only words follow the rank.
_RANKED = re.compile("(?:全?国家?|世界|省|市|县|区|自治区|省部|[0-9]?A+)级?(?<=[级国])")
_COUNTED = re.compile("(?:第|首|又)?[一二三四五六七八九十两\\d]*[块个家座处]")  # 第三块|国家级|经济技术开发区
# 广州国家级经济技术开发区|增至3家: how many of them there are.
_HOW_MANY = re.compile("(?:总?数量?|已|共|总共|达|增|扩|[至到有为加]){1,5}(?:约|近|超)?[一二两三四五六七八九十\\d]+[家个]")
_CITY_NEXT = re.compile("市(?![民场政])")  # 重庆|大学|城市建设
_DATED = re.compile(r".*?\d+(?:年|月|日|时|点)")
_ZONE_RANK = re.compile("(?:国家级?|省级|市级|自治区级)(?:现代)?(?:农业|高新技术)?$")
_BARE_ZONES = ("产业集聚区", "高新区", "经开区")  # kinds that alone mean the one of the page's own district
_COUNTY_ZONES = (
    "合作区", "产业集中区", "工业集中区", "工业园区", "产业园区", "工业园", "集中区",
    "经济开发区", "经济技术开发区", "高新技术产业开发区", "高新技术开发区", "工业新区", "经济合作区",
)  # fmt: skip  # with a body
_ONLY_ONE = ("经济开发区", "经济技术开发区", "高新技术产业开发区")  # of which a county has one
# 来到|经济开发区|、某镇; 落户|高新技术产业开发区|，: a place where one goes or settles.
_VISITED = re.compile("(?:[来走赶]到|走进|前往|深入|赴|到|在|位于|坐落于|落户(?:于|在|到)?|入驻|驻|、)$")
_GOES_ON = re.compile("[，。、；]|的|调研|检查|督导|察看|看到|采访|企业|管委会|考察|走访|内|里|举行|召开")
_ZONE_BODY = re.compile("管委会|党工委|管理委员会|管理局|党委|招商局")
_FREE_ZONE = re.compile("(?=[开])(?:(?<![一-龥])|(?<=[在到赴就对从由与和]))开发区(?!建设|的?(?:建设|设立|创建))")
_PART_OF_ZONE = re.compile("[一-龥]{2,4}(?:园区|片区|分园)|(?P<seat>[一-龥]{2,4}园)(?=管委会|党工委)")
# 某县|沿海|工业园, 某县|回归|产业园: adverbs and verbs elsewhere, and names right behind a place.
_WORDED = re.compile(
    "(?:沿海|沿江|沿湖|南部|北部|南岸|北岸|东岸|西岸|(?P<cause>高新|(?:返乡)?回归|返乡创业|[近滨临]海|[空陆]港|高铁))$"
)
_BY_THE_SEA = ("近海", "滨海", "临海", "空港", "陆港", "高铁")  # 在|近海|经济区: no stretch of coast
_BRACKETED = re.compile("（[一-龥]{2,6}）[一-龥]{0,10}$")
_VILLAGE_FARM = re.compile("[一-龥]{1,4}村(?P<crop>[一-龥]{2,6})")
_WIDE_REGION = re.compile("中国(?:东部|西部|中部|南方|北方|西南|西北|东北|华东|华南)?$")
# Zones that are a standing or an aim rather than a place, where nothing but words says which.
_STANDINGS = ("示范区", "先行区", "试验区", "实验区", "示范园")
# 把某镇建成|产城融合示范区, 要做先进的铝及|铝加工产业基地: what something is to become.
_AIMED_AT = re.compile(
    "(?:[把将][^，。；]{1,20}(?:建|打造|建设|做|变|发展|改造|培育)成为?"
    "|(?:要|想|力争|争取|立志|努力|致力于|目标是)(?:做|当|成为|建成|打造|建设)[^，。；]{1,12}(?<=[的及和]))[^，。；的]{0,6}$"
)
_MADE_INTO = re.compile("(?:(?:[打建改]造|建设|培育)(?:成为?|为)|建成?为)[^，。；的]{0,8}$")  # 将打造为|智能家居产业园
_IS_MADE = re.compile("(?:[打建改]造|建设|培育)(?:成(?![都渝])|为)")  # 旧厂房改造成智能家居|产业园
_DAILY = 2000  # the dictionary's count of a verb that everybody uses
_SPOKEN = 60  # the dictionary's count from which a word is no part of a name of its own


@lru_cache(maxsize=64)
def _is_trade(core: str) -> bool:
    """Whether what stands before 产业园 says only what is made there: 科技, 辣椒, 包装材料."""
    return core in _TRADES or (
        len(core) > 1
        and not any(core + unit in gazetteer().by_name for unit in ("镇", "乡", "街道"))
        and all(
            len(piece) > 1
            and words().tag(piece) in ("n", "vn", "v")
            and piece not in _GENERIC_ZONE
            and piece not in NO_PLACE_NAMES
            for piece in words().cut(core)
        )
    )


def _is_worded(core: str) -> bool:
    """Whether a zone's own part holds words alone, and no name: 机械装备主题; not 红星新能源."""
    return all(len(piece) > 1 and words().tag(piece)[:2] not in NAME_TAGS for piece in words().cut(core))


_AS_MODEL = re.compile("的?新?(?:标杆|典范|样板(?!区)|典型|范例)")
_IN_GENERAL = seeds.word_list("general_zones")


def _is_only_spoken_of(text: str, core: str, end: int) -> bool:
    """Whether a zone is one in general: 看园区, 建好工业园区, 高质量发展示范区: words of the dictionary, a verb first."""
    if _ZONE_BODY.match(text, end):
        return False
    pieces = words().cut(core)
    if any(words().tag(piece)[:2] in NAME_TAGS and words().tag(piece) != "nr" for piece in pieces):
        return False
    first = pieces[0]
    if _AS_MODEL.match(text, end) or first in _IN_GENERAL:
        return True  # 打造现代农业产业园|新标杆, 区域性|金融产业聚集区
    if (
        is_resultative(first)
        or (is_news_verb(first) and first not in seeds.name_verbs())
        or (len(first) == 1 and (words().tag(first) in ("v", "d", "p") or first in "做搞建办"))
    ):
        return len(first) > 1 or len(pieces) == 1 or not is_han(core[-1]) or words().frequency(pieces[1]) > USUAL
    return (
        len(core) > 3
        and text.endswith(_STANDINGS, 0, end)
        and all(len(piece) > 1 and words().frequency(piece) > _SPOKEN for piece in pieces)
    )


def _is_standing(core: str) -> bool:
    """Whether a zone's own part says its rank and its kind alone: 国家级现代农业|示范区; not 国家级大别山扶贫|试验区."""
    rank = _RANKED.match(core, counted.end() if (counted := _COUNTED.match(core)) is not None else 0)
    if rank is None:
        return False
    rest = core[rank.end() :]
    return not rest or all(
        len(piece) > 1 and words().frequency(piece) and words().tag(piece)[:2] not in ("ns", "nr", "nt")
        for piece in words().cut(rest)
    )


def _is_reserve(core: str, place: Mention | None) -> bool:
    """Whether a nature reserve has a name of its own: 升金湖国家级|自然保护区; not 创建国家级|自然保护区, 贵州|自然保护区."""
    own = _ZONE_RANK.sub("", core)
    value = place.value if place is not None else None
    if place is not None and isinstance(value, PlaceValue) and (value.level == "province" or own == core):
        own = own.removeprefix(place.text)  # but 若尔盖|国家级自然保护区 is called so
    pieces = words().cut(own) if 2 <= len(own) <= 6 else ()
    if any(breaks_chain(piece) or (len(piece) > 1 and words().tag(piece)[0] in "vdmr") for piece in pieces):
        return False
    return any(len(piece) == 1 or words().tag(piece)[:2] in (*NAME_TAGS, "x") for piece in pieces)


def _is_of_town(core: str, towns: Mapping[str, Place]) -> bool:
    """树屏现代丝路|农业园区: whether a zone's own part begins with a town of the page's county."""
    return any(core[:size] in towns for size in (2, 3, 4))


def _is_object(core: str, unit: str) -> bool:
    """影响|园区企业: a verb in daily use before 园区."""
    return (
        unit == "园区"
        and words().tag(core) in ("v", "vn")
        and words().frequency(core) > _DAILY
        and core not in seeds.name_verbs()
    )


_ALL_IN_ONE = re.compile("集[^，。；\n]{4,60}[为于]一体")


def find_zones(article: Article, found: Found) -> Iterator[Mention]:
    text = article.text
    last = 0
    home = found.context.home_of(article)
    towns = towns_of(gazetteer().today(home)) if home else {}
    settled = [said.span() for said in _ON_THE_SPOT.finditer(text)] if "园区" in text else []
    for match in ZONE.finditer(text):
        held = found.covering(Kind.DISTRICT, match.start())
        if (held is not None and held.end >= match.end()) or match.start() < last:
            continue
        unit = match.group()
        end = match.end()
        wider = ZONE.match(text, end) if unit == "新区" else None
        end = wider.end() if wider is not None else end  # 移民新区|产业园
        if (unit.endswith("城") and _CITY_NEXT.match(text, end)) or any(at <= match.start() < stop for at, stop in settled):
            continue
        if text.startswith(("社区", "域"), end) or (unit.endswith("园") and text.startswith(("地", "艺", "林"), end)):
            continue  # 科技园社区, 金色新城社区, 创新区域, 文化园地
        if text.startswith(("有限公司", "有限责任公司", "股份有限公司"), end):
            continue  # 某某创业园|有限公司: all of it a company's name
        before = found.ending_at(Kind.DISTRICT, match.start())
        if before is None and (rank := _ZONE_RANK.search(text, max(0, match.start() - 8), match.start())) is not None:
            before = found.ending_at(Kind.DISTRICT, rank.start())  # 某旗|国家|现代农业产业园
        bracketed = _bracketed(text, match.start(), found)
        start = (
            before.start
            if before is not None
            else bracketed
            if bracketed >= 0
            else max(last, _zone_start(text, match.start(), found, towns, home))
        )
        made = _MADE_ZONE.match(text, start, match.start()) if before is None and bracketed < 0 else None
        start = made.end() if made is not None and match.start() - made.end() >= 2 else start
        if before is None and text[start] in "省市县区镇乡" and text[start - 1 : start] == "我" and match.start() - start > 2:
            start += 1  # 对|我县|宝丰工业园
        if before is None and unit == "新城" and text[match.start() - 1] == "部":
            start = max(start, match.start() - 2)  # 研究|西部新城
            side = text[match.start() - 2 : match.end()]
            if start == match.start() and side[0] in "东南西北中" and text.count(side) > 1:
                start -= 2  # 在|北部新城，
        if text[start] == "集" and _ALL_IN_ONE.match(text, start) is not None:
            continue  # 集|种苗繁育示范区、加工车间为一体: what it all is
        if text[start - 1 : start].isdigit() and words().tag(text[start])[0] in "qtm" and start < match.start():
            continue  # 100|天产业园
        if text[start - 1 : start] == "·" and (twin := found.ending_at(Kind.DISTRICT, start - 1)) is not None:
            start, before = twin.start, before or twin  # 甲·乙|东西部扶贫协作产业园
        if start == last > 0 and text[start] in "和与及" and start < match.start() - 2:
            start += 1  # 甲经济开发区|和|乙产业园
        if before is None and unit in ("新区", "新城"):
            town = next(iter(found.before(Kind.DISTRICT, match.start())), None)
            if town is not None and start > town.end >= match.start() - 4 and _of_town(text, town.end, match, found):
                start = town.end
        if before is None and bracketed < 0:
            own = _own_short(text, start, match.start(), found)
            start = own.start if own is not None else start  # 重庆|公路物流基地, 凤阳|现代产业园
            before = own
        within: Mention | None = None
        if before is None and bracketed < 0:
            worded, within = _worded(text, match.start(), found)
            before = within
            start = within.start if within is not None else worded if start == match.start() else start
            if start == match.start() and unit == "经济区" and text.endswith(_BY_THE_SEA, 0, start):
                start -= 2
        if before is None and bracketed < 0 and start < match.start() - 3 and unit.endswith("园"):
            start = _of_province(text, start, match.start(), found)
        with_unit = before is None and unit != "园区" and _has_unit(text, start, match.start())
        if with_unit and text[match.start() - 2 : match.start() - 1] in tuple("我全本各"):
            continue  # 我县|产业园: all of them
        if with_unit:
            start = match.start() - 1  # 县|经济技术开发区
        part = _PART_OF_ZONE.match(text, end)
        if part is not None and (bracketed >= 0 or part["seat"]):
            end = part.end()  # 西部（广元）家居产业园|旺苍园区
        if before is not None and text.endswith("级", 0, match.start()) and _HOW_MANY.match(text, end) is not None:
            continue
        start += before is None and text[start] == "、" and start < match.start()  # 某乡|、|东北新城
        name = text[start:end]
        if before is None and start == match.start():
            if unit not in (found.context.zone_of(article), *_BARE_ZONES) and not _bare_zone(article, match, found, last):
                continue
            last = end
            yield Mention(Kind.DISTRICT, start, end, name, "districts.zone", 0.85, PlaceValue(name, "zone"))
            continue
        core = text[start : match.start()]
        if text.startswith("分局", end) and "局" in core:
            continue  # 市教育局高新区|分局: a bureau's branch
        if unit == "自然保护区" and not _is_reserve(core, before):
            continue
        farm = _VILLAGE_FARM.fullmatch(core) if before is None and unit == "示范园" else None
        if farm is not None and not any(map(breaks_chain, words().cut(farm["crop"]))):
            continue  # 某镇|某村|苹果示范园: a field of the village
        if before is None and (holder := found.ending_at(Kind.DISTRICT, start)) is not None and _is_trade(core):
            start, before = holder.start, holder  # 户县|科技产业园: a trade alone is no name
            name = text[start:end]
        elif (
            bracketed < 0
            and not with_unit
            and within is None
            and not _of_town(text, start, match, found)
            and (
                core in (NO_PLACE_NAMES if unit in _LOOSE_ZONES else _GENERIC_ZONE)
                or core.startswith(_GOALS)
                or core[2:].startswith(_GOALS)  # 着力|创建国家某某|示范区
                or _TOGETHER.fullmatch(core) is not None
                or _IS_MADE.search(core) is not None
                or "公司" in core
                or core.endswith(("局", "作", "村级", "镇级", "乡级"))  # 市市场监管局|园区分局, 作|园区推介, 某区村级|工业园
                or (unit in _CROWDED and core.endswith(_DWELLINGS))  # 老旧小区|集聚区
                or DIGITS.match(core)
                or any(core.endswith(g) for g in ("个", "大", "各", "六大", "的"))
                or (before is None and not _is_of_town(core, towns) and _is_only_spoken_of(text, core, match.end()))
                or (before is None and (_TERM.fullmatch(core) or _is_standing(core) or _is_object(core, unit)))
                or (before is None and _AIMED_AT.search(text, max(0, start - 30), start) is not None)
                or (before is None and _is_worded(core) and _MADE_INTO.search(text, max(0, start - 14), start) is not None)
            )
        ):
            continue
        last = end
        score = 0.9 if before is not None or unit not in ("园区", "新区", "开发区", "示范区") else 0.75
        yield Mention(Kind.DISTRICT, start, end, name, "districts.zone", score, PlaceValue(name, "zone"))


def _of_town(text: str, start: int, match: re.Match[str], found: Found) -> bool:
    """某镇|南部新区, 某镇|锦绣新城: a town's own, which may be called by any word."""
    town = found.ending_at(Kind.DISTRICT, start) if match.group() in ("新区", "新城") else None
    held = town is not None and isinstance(town.value, PlaceValue) and town.value.level == "township"
    return held and match.start() - start > 1 and not text.startswith(_GOALS, start)


def _bare_zone(article: Article, match: re.Match[str], found: Found, last: int) -> bool:
    """Whether 开发区 alone is the one of the article's county: told of several times, or with a body of its own.

    ``last`` is where the zone before it ends: 在临空经济区和|综合保税区.
    """
    text, unit = article.text, match.group()
    if unit == "综合保税区" and found.context.home_of(article):
        before = text[match.start() - 1 : match.start()]
        beside = bool(before) and before in "和、" and last == match.start() - 1
        return beside or (bool(before) and before in "在到赴") or _ZONE_BODY.match(text, match.end()) is not None
    free = not is_han(text[match.start() - 1 : match.start()]) or text[match.start() - 1] in "在到赴就对从由与和"
    if free and unit.endswith("开发区") and any(name + unit in text for name in found.context.counties()):
        return True  # 经济开发区|副主任, beside 云岭|经济开发区
    if unit in _COUNTY_ZONES:
        visited = (
            unit.endswith(_ONLY_ONE)
            and bool(found.context.home_of(article))
            and _VISITED.search(text, max(0, match.start() - 6), match.start())
        )
        return bool(visited and _GOES_ON.match(text, match.end())) or _ZONE_BODY.match(text, match.end()) is not None
    if unit != "开发区" or not found.context.home_of(article):
        return False
    return free and (_ZONE_BODY.match(text, match.end()) is not None or len(_FREE_ZONE.findall(text)) > 1)


def _own_short(text: str, start: int, stop: int, found: Found) -> Mention | None:
    """The short name of a city or county that a zone's own name begins with, at most a few characters before its kind."""
    held = found.ending_at(Kind.DISTRICT, start) or next(iter(found.before(Kind.DISTRICT, stop + 1)), None)
    if held is None or held.by != "districts.short" or held.end < stop - 8 or held.end > stop:
        return None
    gap = text[held.end : stop]
    if text[held.start - 1 : held.start] == "、" and len(gap) > 3 and not STRAY.search(gap):
        return held  # 、山东|百多安生物医药|科技园: an item of a list, whatever its brand
    if STRAY.search(gap) or any(len(piece) > 1 and breaks_chain(piece) for piece in words().cut(gap)):
        return None
    return held if all(char not in SINGLE_STOPS or char in "大小高新家" for char in gap) else None


def _worded(text: str, stop: int, found: Found) -> tuple[int, Mention | None]:
    """Where a zone begins that is called by its side of a place (某县|沿海工业园), and that place, where by a cause."""
    word = _WORDED.search(text, max(0, stop - 6), stop)
    held = found.ending_at(Kind.DISTRICT, word.start()) if word is not None else None
    if word is None or held is None:
        return stop, None
    return word.start(), held if word["cause"] else None


def _of_province(text: str, start: int, stop: int, found: Found) -> int:
    """、|四川蜀江建设智能装备产业园: a firm's park whose walk ended at a verb begins with the province of the firm."""
    province = found.ending_at(Kind.DISTRICT, start)
    value = province.value if province is not None else None
    if province is None or not isinstance(value, PlaceValue) or value.level != "province" or value.relative:
        return start
    free = text[province.start - 1 : province.start] in tuple("、，。；：\n") and province.text[-1] not in "省市区"
    return province.start if free and any(map(is_news_verb, words().cut(text[start:stop]))) else start


def _has_unit(text: str, start: int, stop: int) -> bool:
    """Whether the unit word of a district stands right before a zone that has no other name."""
    if text[stop - 1 : stop] not in tuple("市区县州旗") or text[stop - 2 : stop] in _NO_UNITS:
        return False
    if start == stop - 1 and free_before(text, start):
        return True  # ，县|工业园
    joined = stop - start == 2 and text[start] in "和与及"  # 干部和|县经济技术开发区
    return stop - start > 2 or joined or (start == stop and free_before(text, start - 1))


def _bracketed(text: str, stop: int, found: Found) -> int:
    """Where a zone's name with a place in brackets begins: 修水（九江）|工业园, 苏商（凤阳）科技|产业园; or -1."""
    match = _BRACKETED.search(text, max(0, stop - 30), stop)
    if match is None:
        return -1
    opening = match.start()
    held = found.ending_at(Kind.DISTRICT, opening)
    start = held.start if held is not None else left_edge(text, opening)
    if start == opening:  # 上海|张江（仪征）科技园: the city that the zone was brought from
        city = next(iter(found.before(Kind.DISTRICT, opening)), None)
        start = city.start if city is not None and 1 < opening - city.end < 5 and is_han(text[opening - 1]) else start
    wide = _WIDE_REGION.search(text, max(0, opening - 6), opening)  # 中国西部（…）
    start = wide.start() if wide is not None else start
    return start if start < opening else -1


def _begins_with_town(text: str, at: int, start: int, size: int, towns: Mapping[str, Place]) -> bool:
    """到|以勒|五金产业园: whether the edge of a name cuts through a town of the page's county."""
    return at + size > start and text[at : at + size] in towns


_RARE = 10  #: the dictionary's count of what is hardly a word: 浮来


def _zone_start(text: str, stop: int, found: Found, towns: Mapping[str, Place], home: str) -> int:
    start = left_edge(text, stop)
    start = next(
        (
            at
            for at in range(max(0, start - 3), start)
            if any(_begins_with_town(text, at, start, size, towns) for size in (4, 3, 2))
        ),
        start,
    )
    over = found.covering(Kind.DISTRICT, start) if start < stop else None
    for held in (*(() if over is None else (over,)), *found.between(Kind.DISTRICT, start, stop)):
        if held.end < stop:  # 青山区恒运物流园: the district stays outside; 五里街镇|共富产业园
            torn = held.by == "districts.community" and held.end == stop - 1  # 甲村山|华侨经济区: no village of 甲村
            start = max(start, held.start if torn else held.end)
    for size in (4, 3, 2) if towns else ():  # 在|归阳|工业园: a town of the page's county, whatever its characters
        at = stop - size
        if text[at:stop] in towns and start > at and found.covering(Kind.DISTRICT, at) is None:
            return at
    for short in gazetteer().by_code[home].short if home else ():  # 位于|三台|工业园区: the county's own, a word though it be
        at = stop - len(short)
        if start > at and text.startswith(short, at) and (free_before(text, at) or text[at - 1] in "于达"):
            return at
    if start < stop and (text.startswith("兼", start) or (text[start - 1 : start] in "，" and _TAKES_OFFICE.match(text, start))):
        start += 1  # 区长兼|经开区党工委书记, 甲，某公司总经理，任|某景区管委会副主任
    if text[start] in "和与及" and start < stop - 2 and is_han(text[start - 1 : start]):
        start += 1  # 甲经济开发区|和|乙产业园
    outer = found.ending_at(Kind.DISTRICT, start) if text[start : start + 1] == "·" else None
    if outer is not None:
        return outer.start  # 金秀|·某村集体经济产业园
    item = text.rfind("、", max(0, start - 3), start) + 1
    if (
        0 < item < start
        and stop - item < 6
        and words().frequency(text[item:start]) < _RARE
        and all(map(is_han, text[item:start]))
    ):
        return item  # 、浮来青|旅游度假区: its 来 is no verb
    if text[start - 1 : start] == "长" and found.ending_at(Kind.DISTRICT, start - 1) is not None:
        return start - 1  # 某乡|长垅产业园: no head of a township
    date = _DATED.match(text[start:stop])
    return start + date.end() if date is not None else start
