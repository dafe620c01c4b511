"""Towns, villages and compounds by the ending of their names: 某镇|架其村, “幸福里”小区.

Where the name begins, ``place_starts`` knows; here it is asked whether one stands there: not 新一届|村“两委”, 网格化|社区.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kg.extract.base import Found, PlaceValue, open_quote
from kg.extract.edges import SINGLE_STOPS
from kg.extract.no_villages import is_no_village
from kg.extract.place_parts import (
    DIGITS,
    NO_PLACE_NAMES,
    free_before,
    is_han,
    occurrences,
    short_street,
    towns_of,
)
from kg.extract.place_starts import (
    headed_community,
    is_doubled,
    listed_compound,
    listed_village,
    own_villages,
    own_whole,
    own_word,
    place_start,
    trim_start,
    villages_of,
)
from kg.gazetteer import Place, gazetteer, village_names
from kg.model import Article, Kind, Mention
from kg.patterns import Needing, needing
from kg.words import words

COMMUNITY = needing("屯 村 农场 嘎查 林场 社区 居民区", r"(?:社区|行政村|自然村|村|嘎查|屯|林场|农场|居民区)(?!党校|级)")
_COMMUNITY_NOT = re.compile(
    r"(?:民|庄|落|官|干部|务|口|里|内|外|头|中|级|史|规|医|寨|两委|镇银行|集体|小组|组|屯|落|情|貌|容|道|部|上|企|塾|风|居|企业|党员|党代会|生活|振兴)"
)
_NAMED_IN_MARKS = re.compile("“((?!红色|智慧|美丽|平安|示范|文明|无|零|[一二三四五六七八九十])[一-龥]{2,6})”$")
_KIND_IN_MARKS = re.compile(  # “四美五好”|小区, “四星级”|小区: one of a kind; not “一品江南”小区
    "“(?:红色|智慧|美丽|平安|示范|文明|无|零|[一二三四五六七八九十]星|(?:[一二两三四五六七八九十双][^”]{1,2}){2})[^”]{0,4}”$"
)
_STAFF_OF = re.compile("(?!该|本|各)..+(?:公司|[厂局院校段所站队社行矿库部委]|集团)")  # 木材公司|宿舍区
_HOUSERS = ("局", "医院", "学校", "公司", "中学", "小学", "银行", "厂")  # whose staff a compound was built for
COMPOUND = needing(
    "号院 号大院 宿舍 小区 公租房 安置房 家属区 家属楼 家属院 廉租房 集资楼",
    "(?=[一七三九二五八公六十四安宿家小廉集花新回住0-9])(?:"
    r"(?:家园|花园|新村|新城|安置|回迁|公租房|廉租房|安置房|住宅)小区|小区|家属院|家属楼|家属区|集资楼|宿舍[区院]|宿舍(?=\d+[栋幢号]|[、，。；）和及等]|进行|开展|调研|走访|[查察]看|改造)|(?:安置房|廉租房|公租房)(?!选址|建设|施工|项目|工程|改造|分配|交付|质量)|(?:\d+|[一二三四五六七八九十]+)号大?院"
    ")",
)
# What a place's own part does not end with: the name of a body, a rank, a list.
_NOT_CORE = re.compile(
    "(?=[通环沿绕跨邻连下与中为乡产保党入公共兼农到副包医及和地委学家小局居帮干归思把护支村正派爱由的离管织群联让返还进镇驻企户街巡串访])(?:"
    r"[农乡镇]$|[镇乡街企村户][扶帮包联驻强富带]$|小区$|^[通环沿绕跨邻连]$|[进入驻保管联包帮护返下离归还思爱进到巡串访]$|(?:干部|党员)[走进入住驻]$|产品出$|织密$|(?:家庭|共享|地球)$|(?:派出所|局|医院|学校|公司|中心|副|正|包|干部|党员|群众|居民|村民|委员会|支部|小学|和|与|及|的|兼|让|把|由|为)$|"
    r"^(?:和(?![谐平睦兴顺美悦信园庄])|让|把|由|为|与|及|兼)"
    ")"
)
_TOWN_INSIDE = re.compile(r"[一-龥]{2,4}(?:街道|镇)")
# A bridge, a road or a reservoir that bears a village's name (新屯|桥) is not the village.
_NAMED_ON = re.compile(r"大?桥(?![头梁边])|水库(?![移库])|水电站|隧道|立交")
_ROAD_TO = re.compile("[通进入]村(?:(?:水泥|硬化|柏油|油|公|道|主干|产业)?路|客车|桥)")  # 某镇|通村公路
# A date or a count inside what would be a name: 2021年老旧|小区, 2000余名镇|村; but 9号|社区.
_RESIDENTS_BODY = re.compile("党总支|党支部|党委|居委会|书记|主任")
_BUSINESS = ("有限公司", "有限责任公司", "股份有限公司", "合作社", "专业合作社")
_HUSBANDRY = (
    "家庭",
    "专业",
    "养殖",
    "种植",
    "生态",
    "有机",
    "采摘",
    "休闲",
    "观光",
    "循环",
    "共享",
    "体验",
    "业",
    "国有",
    "国营",
)
# 各居|村, 两个老|小区, 辖区所有|小区, 目前三个|小区
_EACH = re.compile(
    "各|[一两二三四五六七八九十几多数]+[个座处]|所有|全部|其他|其余|(?:目前|其中|另外|首批|此前|之前|原来|近期)[一两二三四五六七八九十几多]+个$"
)
# 某大道一新建|小区, 城区某高档|小区: one of many, without its name.
_ANY_COMPOUND = re.compile(
    "[一某](?:新建|在建|老旧|老|旧|安置|高档|普通|居民|住宅|封闭式?|开放式?|回迁|还建|商品房|公租房|廉租房|拆迁|待拆|大型|小型|花园式|封控|涉疫)+$"
)
#: where cattle live, and compounds of all kinds: 肉牛养殖|小区, 城里|小区
_NO_HOMES = (
    "养殖",
    "养牛",
    "养羊",
    "养猪",
    "养鸡",
    "饲养",
    "种植",
    "畜牧",
    "奶牛",
    "肉牛",
    "肉羊",
    "生猪",
    "城里",
    "镇上",
    "县城",
    "城区",
)
_TITLE_NEXT = re.compile("“?(?:名誉|第一|副)?(?:村?主任|村长|书记|支书|顾问)")
_AFTER_IT = re.compile("之后|后|以来|以后")
_NAMED_HOUSES = ("家园", "花园")  # 和谐|家园小区: any word does before these
_DAYS = ("五一", "八一", "七一", "三八", "五四", "六一")  # 五一|小区: called after a day
_HAN_DIGITS = frozenset("一二三四五六七八九十")
_NUMBERED = re.compile(r"第?[一二三四五六七八九十\d]+")


# 某活动在|原创社区|启动: where something is held, whatever word the community is called by.
_HELD = re.compile("(?:正式|同步|集中|隆重|成功)?(?:启动|举行|举办|召开|揭牌|开幕|收官|拉开)")


def _is_scene(text: str, stop: int, end: int) -> bool:
    """Whether something is held in a community of two characters: 在|首创|社区启动; not 在农村社区开展."""
    return (
        text[stop - 3 : stop - 2] == "在" and _HELD.match(text, end) is not None and text[stop - 2 : stop] not in NO_PLACE_NAMES
    )


_OF_TOWN_AND_LAND = tuple("建规居统融一环差发")  #: 城乡|建设, 城乡|居民


def find_by_ending(article: Article, found: Found, ending: Needing, level: str) -> Iterator[Mention]:
    text = article.text
    last = (-1, -1)
    own = own_villages(found) if level == "community" else frozenset()
    home = found.context.home_of(article)
    home = gazetteer().today(home) if home else ""
    towns = towns_of(home) if home and level == "township" else {}
    near = own | villages_of(home) if level == "community" else own
    told: set[str] = set()  #: villages named behind their towns: 杜家某村, where the walk to the left would find 某村
    for match in ending.finditer(text):
        stop, end = match.start(), match.end()
        held = found.covering(Kind.DISTRICT, stop)
        if held is not None and held.end >= end:
            continue
        if text[stop - 1 : end] == "乡村" and not any(text[at:end] in own for at in range(max(0, stop - 4), stop - 1)):
            continue  # 美丽|乡村
        if text[stop - 1 : end] == "村屯" and text[stop - 2 : end] not in own:
            continue  # 硬化|村屯|道路: villages of all kinds
        if level == "compound" and (named := _NAMED_IN_MARKS.search(text, max(0, stop - 9), stop)) is not None:
            name = named[1] + text[stop:end]  # “幸福里”小区
            value = PlaceValue(name, level)
            yield Mention(Kind.DISTRICT, named.start(), end, text[named.start() : end], "districts.compound", 0.85, value)
            continue
        if level == "compound" and text[stop - 1] == "”" and _KIND_IN_MARKS.search(text, max(0, stop - 10), stop):
            continue
        if _quoted(text, stop) or text.startswith("长", end) or (match.group() == "屯" and text.startswith("级", end)):
            continue  # 某屯长, 某村|屯级道路
        if match.group() == "乡" and text[stop - 1] == "城" and text[end : end + 1] in _OF_TOWN_AND_LAND:
            continue  # 住房城乡|建设委
        if match.group() == "村" and text[stop - 1] == "村" and text.startswith(("通", "村通"), end):
            continue  # 243个行政村|村村通客车
        if match.group() == "村" and text[stop - 1] in "来到进出回" and text[end : end + 1] in tuple("部里口头委"):
            before = text[stop - 2 : stop - 1]
            if not before or not is_han(before) or before in SINGLE_STOPS or before in "己人":
                continue  # 他自己|来|村部问
        if match.group() == "村" and is_doubled(text, stop):
            continue  # 新村|村: read with its second 村
        if match.group() == "社区" and text.endswith("社区", 0, stop):
            continue  # 某社区|社区主任
        if stop and text[stop - 1] == text[stop] == "村" and not is_doubled(text, stop - 1) and not _doubled(text, stop, own):
            continue
        if level == "community" and (_NAMED_ON.match(text, end) or _ROAD_TO.match(text, stop - 1)):
            continue
        if (renamed := _own_town(text, stop, end, towns)) is not None:
            yield renamed
            continue
        if match.group() == "街道" and (short := short_street(text, stop, found)) is not None:
            yield short
            continue
        start, score = place_start(text, stop, end, level, found)
        if level == "community" and score < 1.0 and (begin := own_word(text, stop, end, own)) >= 0:
            start, score = begin, 1.0
        if level == "community" and (begin := own_whole(text, stop, end, near)) >= 0 and not 0 <= start < begin:
            start, score = begin, 1.0
        if match.group() == "村" and score < 1.0 and (begin := listed_village(text, stop, end, found, last[1])) >= 0:
            start, score = begin, 1.0 if text[begin:stop] in NO_PLACE_NAMES else 0.97
        if (
            level == "community"
            and score < 1.0
            and text[stop - 1] in _HAN_DIGITS
            and (begin := _by_number(text, stop, end, found)) >= 0
        ):
            start, score = begin, 1.0
        if score < 0.95 and match.group() == "社区" and _is_scene(text, stop, end):
            start, score = stop - 2, 0.95
        if score < 1.0 and match.group() in ("村", "社区") and (begin := headed_community(text, stop, end)) >= 0:
            start, score = begin, 1.0
        if last[1] == stop and match.group() == "社区":
            start, score = last[0], 0.95  # 青龙村|社区
        if start < 0:
            continue
        if match.group() == "居民区" and (
            text[stop - 1] in "村里"
            or (score < 0.95 and not _RESIDENTS_BODY.match(text, end) and not found.context.home.startswith("31"))
        ):
            continue  # 周边|居民区; in Shanghai every community is called so
        start = trim_start(text, start, stop, score, found)
        if text[start] == "任" and text[start - 1 : start] in ("，", "；") and _TITLE_NEXT.match(text, end):
            start += 1  # ，任|某村“名誉村长”
        if text[start] == "继" and start >= 0 and _AFTER_IT.match(text, end):
            start += 1  # 继|某社区|之后
        grouped = start >= 0 and match.group() == "村" and text.startswith(("民小组", "民组"), end)
        if start < 0 or (grouped and _NUMBERED.fullmatch(text, start, stop)):
            continue
        if grouped and text[start:end] not in own and text.count(text[start:end]) == text.count(text[start:end] + "民"):
            continue  # 新石居|金花村民组: a group of villagers, and no village of that name elsewhere
        if (
            level == "community"
            and match.group() == "村"
            and score < 0.95
            and text[start:end] not in village_names()
            and _COMMUNITY_NOT.match(text, end)
        ):
            continue
        town = _TOWN_INSIDE.match(text, start, stop) if level in ("compound", "community") else None
        if town is not None and town.end() < stop - 1:
            start = town.end()
        if match.group() == "社区" and text[start] == "办" and text.endswith("街道", 0, start):
            start += 1  # 东城街道办|凤翎社区
        if match.group() == "社区" and (run := text.find("街办", max(0, start - 1), stop)) >= 0 and run + 2 < stop:
            start = run + 2  # 某路街办|三桥社区
        core = text[start:stop]
        if level == "township" and text[start:end] in ("市城乡", "县城乡", "区城乡"):
            continue  # 市城乡|水务局
        if match.group() == "村" and (
            (core.endswith("城中") and text.startswith("改造", end)) or (core == "振兴" and text[start - 1 : start] == "村")
        ):
            continue  # 郭庄城中村|改造项目, 乡村振兴|村屯整治
        if core.endswith("级") and level == "community":
            continue  # 三星级|社区
        if (
            level == "community"
            and score < 1.0
            and is_no_village(text, start, stop, end, score=score, body=article.body, told=told)
        ):
            continue
        if match.group().startswith("宿舍") and not _STAFF_OF.fullmatch(core):
            continue  # 员工|宿舍区, 员工|宿舍、
        if match.group() in ("农场", "林场") and (core.endswith(_HUSBANDRY) or text.startswith(_BUSINESS, end)):
            continue  # 某某家庭|农场, 某某农场|有限公司: a business
        if text[stop - 1] == "农" and score < 1.0:
            continue  # 农业农村|局
        if (
            score < 1.0
            and (
                (
                    core in NO_PLACE_NAMES
                    and not (
                        level == "compound" and (match.group().startswith(_NAMED_HOUSES) or listed_compound(text, start, end))
                    )
                )
                or (DIGITS.match(core) and core not in _DAYS)
                or (
                    score < 0.95
                    and _NOT_CORE.search(core)
                    and not (level == "compound" and len(core) > 2 and core.endswith(_HOUSERS))  # 公路局|小区
                    and not _is_own_end(text, start, end, match.group())
                    and not (level == "community" and text[start:end] in village_names() and not words().frequency(core))
                    and not _told_twice(text, start, end, level)
                )
                or core.endswith(("干部", "党员", "群众", "副", "正"))
                or (level == "compound" and (_ANY_COMPOUND.search(core) is not None or core.endswith(_NO_HOMES)))
                or _EACH.match(core)
            )
        ):
            continue
        office = _office_town(text[start], found) if level == "community" and text[start + 1] == "办" else None
        if office is not None:
            yield Mention(Kind.DISTRICT, start, start + 2, text[start : start + 2], "districts.office", 0.8, office)
            start += 2
        if level == "community":
            start = min(start, end - max((len(name) for name in told if text.endswith(name, 0, end)), default=0))
            if score >= 0.95:
                told.add(text[start:end])
        name = text[start:end]
        last = (start, end)
        listed = towns.get(name.removesuffix(match.group())) if level == "township" else None
        value = PlaceValue(name, level) if listed is None else _by_unit(name, listed)
        yield Mention(Kind.DISTRICT, start, end, name, f"districts.{level}", score, value)  # 某镇, which the lists have as 某乡


def _by_number(text: str, stop: int, end: int, found: Found) -> int:
    """Where a community begins that is called by a number, and told of behind its town: 某街道|三十社区; or -1."""
    start = stop
    while start and text[start - 1] in _HAN_DIGITS:
        start -= 1
    if start == stop or not text.startswith("社区", stop):
        return -1
    behind = (found.ending_at(Kind.DISTRICT, at) for at in occurrences(text, text[start:end]))
    named = any(town is not None and isinstance(town.value, PlaceValue) and town.value.level == "township" for town in behind)
    return start if named else -1


def _is_own_end(text: str, start: int, end: int, unit: str) -> bool:
    """仁和|小区, 某局|家属院: whether a name's own part ends in 和 as a word does, or in the body of its families."""
    core = text[start : end - len(unit)]
    told = unit == "小区" and core[-1] == "和"
    return (told and (words().cut(core)[-1] != "和" or text.count(text[start:end]) > 1)) or (
        unit.startswith("家属") and core[-1] in "局院校厂司所心团"
    )


def _told_twice(text: str, start: int, end: int, level: str) -> bool:
    """Whether a village is told of again, and between marks here: 在|东保村，."""
    if level != "community" or not 3 <= end - start <= 4 or words().frequency(text[start : end - 1]):
        return False
    name = text[start:end]
    return text.count(name) > 1 and any(
        free_before(text, at) for at in occurrences(text, name) if not is_han(text[at + len(name) : at + len(name) + 1])
    )


def _own_town(text: str, stop: int, end: int, towns: Mapping[str, Place]) -> Mention | None:
    """第二站是|王平镇: a town of the page's county that the lists have by another unit (王平地区), between marks or words."""
    for size in (4, 3, 2) if towns and text[stop:end] in ("镇", "乡", "街道") else ():
        town, start = towns.get(text[stop - size : stop]), stop - size
        if town is None or town.name.endswith(text[stop:end]) or not town.name.endswith(("地区", "镇", "乡", "街道")):
            continue
        if start and is_han(text[start - 1]) and words().cut(text[max(0, start - 2) : start + 1])[-1] != text[start]:
            return None
        name = text[start:end]
        return Mention(Kind.DISTRICT, start, end, name, "districts.township", 0.9, _by_unit(name, town))
    return None


def _by_unit(name: str, listed: Place) -> PlaceValue:
    """A town that the lists have by another unit; a 地区 of Beijing is called 镇 or 乡 by all, and its bodies too."""
    if listed.name.endswith("地区"):
        return PlaceValue(name, "township")
    return PlaceValue(listed.name, "township", listed.code)


def _doubled(text: str, stop: int, own: frozenset[str]) -> bool:
    """Whether a village whose own part ends in 村 stands here (新村|村), rather than one and what is its own (某村|村民)."""
    names = own or village_names()
    return not text.startswith(("民", "委", "干", "支", "两"), stop + 1) and any(
        text[start : stop + 1] in names for start in range(max(0, stop - 4), stop)
    )


def _office_town(char: str, found: Found) -> PlaceValue | None:
    """文办 for the office of 文昌路街道: the one 街道 of the page that begins so."""
    names = {
        hit.name
        for hits in found.context.hits.values()
        for hit in hits
        if hit.name.startswith(char) and hit.name.endswith("街道")
    }
    if len(names) != 1:
        return None
    name = names.pop()
    return PlaceValue(name, "township", found.context.code(name))


def _quoted(text: str, stop: int) -> bool:
    """Inside the quoted name of an initiative (“百县千镇万村”): no place."""
    opened = open_quote(text, stop, 24)
    if opened < 0:
        return False
    closed = text.find("”", stop, stop + 24)
    return closed > 0 and not any(mark in text[opened:closed] for mark in "。！？") and closed - opened <= 24
