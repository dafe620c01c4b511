"""Districts that the lists have, in full or by their short names: 福清市, 河南|太康.

Which listed names a page holds and what each stands for, the page's context knows (``kg/context.py``). Here each is asked
whether it is meant as a place where it stands: 兰州|拉面, 联合|镇派出所, 前后|龙镇 are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg import seeds
from kg.context import MUNICIPALITIES
from kg.extract.base import Found, PlaceValue
from kg.extract.departments import match_department
from kg.extract.edges import SINGLE_STOPS, ends_with_title
from kg.extract.names import scorer
from kg.extract.place_parts import NAME_TAGS, TOWNSHIP, USUAL, ZONE, free_before, is_han, short_street
from kg.gazetteer import gazetteer, village_names
from kg.listed import Hit, is_formal
from kg.model import Article, Kind, Mention
from kg.words import words

_TOWN_PARTS = ("老城区", "新城区")  # counties, and what every town has
_TOWN_SIDES = ("东城区", "西城区")
_OF_COUNTY = ("区长", "副区长", "区委", "区政府", "委", "人民", "政府", "人大", "政协", "纪委", "党工委", "工委", "管委会")
# What follows a short place name and shows that it is part of another name (济南路, 苏州大学).
_NO_SHORT = re.compile(
    r"[东南西北中]?[一二三四五六]?路|[东南西北]?街(?!村)|大道|大街|巷|桥|江|河|湖|湾|山|嘴|垸|大?堤(?!口)|闸|坝|垭|坳|圩|洲(?!际)|矶|(?:长江|黄河|淮河|汉江|湘江|赣江|跨海|公路|铁路)[一二三四]?大桥|村|庄|镇|乡|社区|小区|花园|广场|大学(?!城|科技园|园区)|学院|日报|晚报|银行|队|号|[东南西北]?站|港(?![澳珠深人商口区湾城资股币台府警独式务南北闸])|籍|战役|会战|起义|精神|菜|话|式|货|牌|产|(?:国际)?机场|频道|新闻(?!发布|办|出版|中心|工作|记者|媒体|单位|网|界|联)|流域|烈士|道(?!路)"
    r"|区(?![域级位划别县内间委])|(?:国家)?(?:森林|湿地|地质|郊野)公园|风景(?:名胜)?区|水库|林场"
)
# Dishes that bear the name of the city that they come from (兰州拉面).
_DISHES = tuple(sorted(seeds.word_list("dishes")))
_HALL = re.compile("国际(?:会议|会展|博览)|(?:国际)?(?:会议中心|会展中心|大酒店|宾馆|大厦|机场)")
_CITIZENS = re.compile("民(?:中心|广场|公园|之家|服务中心|文化|活动中心|健身|大学堂)")
_SAYS = re.compile("在(?:致辞|讲话|发言|会上|座谈)|指出|强调|表示|要求|一行|说|介绍|希望|首先|代表|亲自|来到|带领|[，。：]")
_GOES_TO = ("在", "到", "赴", "抵")
_ZONE_NAME = re.compile(r"(?:区|园|基地|城|港|[^业]农场|[^业]林场|牧场|茶场|渔场|团)$")
_REST_OF_COMPOUND = re.compile("[一-龥]{2,4}?(?:小区|家属院|花园|家园|公寓|苑|公馆)")
_COUNTS = tuple("一二三两四五六七八九十几多")
# 派驻|琼中, 走进|太康: what one does to a county that is called by its short name.
_GOES_THERE = frozenset(
    (
        "派驻",
        "进驻",
        "走进",
        "深入",
        "前往",
        "抵达",
        "落户",
        "莅临",
        "奔赴",
        "驰援",
        "支援",
        "援助",
        "途经",
        "来自",
        "离开",
        "重返",
        "返回",
    )
)
# What a body's name begins with before its place: 中共|凉山州|委, 中国人民政治协商会议|宁县|委员会, 国网|泗县|供电公司.
_PARTIES = ("中共", "中国共产党", "民盟", "民进", "民建", "民革", "农工党", "致公党", "九三学社", "台盟")
_HEADS_OF_BODIES = (*_PARTIES, "政协", "政治协商会议", "共青团", "国网", "南网")
# 甲当选|荣县|县长: who is made what of a county.
_MADE = ("当选", "任命", "选举", "推选", "补选", "推举", "兼任", "担任", "出任", "调任", "接任", "改任", "转任")
_SERVES_IN = ("现任", "曾任", "时任", "历任", "担任", "出任", "现为", "，系", "前系")  #: 现任|成县|某镇卫生院护士长
_WORDS_ALONE = frozenset(
    "和任代应成开达同新老"
)  #: 由|和|县委, 已|成|县级: no county where a verb or a word of its own may be meant
_OFFICES_OF_COUNTY = ("县长", "副县长", "代县长", "代理县长", "常务副县长")
_BEFORE_PLACE = frozenset("在到往县区市州旗省和、赴于自属由\n。“：")


def _cut_at_ends(text: str, start: int, end: int) -> bool:
    """Whether no word of the dictionary reaches across the ends of a name (新干|线, 加拿|大新)."""
    position = max(0, start - 4)
    for piece in words().cut(text[position : end + 4]):
        after = position + len(piece)
        if position < start < after or position < end < after:
            return False
        position = after
    return True


def _calls_estate(text: str, start: int, end: int, code: str, home: str) -> bool:
    """Whether a city's short name is only what a compound of another city is called by: 丽水|翠苑小区, in Sichuan."""
    if not home or home[:4] == code[:4] or len(code) > 6:
        return False
    return _REST_OF_COMPOUND.match(text, end) is not None and text.count(text[start:end]) == 1


def _is_own_town(name: str, code: str, found: Found) -> bool:
    """Whether a city of another province is called for short as a town is that the page names, of its own county."""
    home = found.context.home_of(found.article)
    if not home or home[:2] == code[:2]:
        return False
    towns = (found.context.code(name + unit) for unit in ("镇", "乡", "街道"))
    return any(town and gazetteer().within(town, home) for town in towns)


def _joins_office(text: str, start: int, end: int) -> bool:
    """Whether 联合镇 is a verb and the town that the text is about: 某镇人大，|联合|镇派出所, 主动|联合|镇甲、乙两个村."""
    before = text[start - 1 : start] if start else ""
    return bool(before) and before not in _BEFORE_PLACE and (match_department(text, end) is not None or is_han(before))


def _was_in(code: str, outer: str) -> bool:
    """户县|草堂镇: whether a town may have been of a county of the past whose city still holds it."""
    index = gazetteer()
    county, past = index.ancestor(code, "county"), index.by_code[outer]
    if county is not None and index.may_be(outer, county.code):
        return True
    return county is not None and past.level == "county" and not past.current and county.parent == past.parent


def find_listed_places(article: Article, found: Found) -> Iterator[Mention]:
    index = gazetteer()
    text = article.text
    previous_end, previous = -1, ""
    hits = found.context.hits.get(article.id, ())
    unlisted = frozenset(_towns_of_no_list(hits, found))
    for number, (start, end, name) in enumerate(hits, 1):
        code = found.context.code(name)
        full = name in index.by_name
        if not full and code and _calls_estate(text, start, end, code, found.context.home_of(article)):
            continue  # 苏州|印象小区, in Jilin
        if start != previous_end and (_is_person(text, start) or (full and _crosses(text, start, found))):
            continue
        if full and name[:2] == "联合" and start != previous_end:
            own = bool(code) and index.within(code, found.context.home_of(article))
            if not own or _joins_office(text, start, end):
                continue  # ，联合|街道其他代表
        if not full:
            chained = start == previous_end and index.within(code, previous)
            if not chained and number < len(hits) and hits[number].start == end:
                chained = index.within(found.context.code(hits[number].name), code)  # 湖南|岳阳, whatever 南岳 is
            beside = bool(code) and _stands_in_list(text, number - 1, hits, found)
            if not (code and (beside or _short_holds(text, start, end, name, code, chained=chained))):
                continue
            place = index.by_code[code]
            if start == previous_end and _HALL.match(text, end):
                continue  # 广州市|白云|国际会议中心
            if not chained and _is_own_town(name, code, found):
                continue  # 朝阳|战区, on a page of a county's 朝阳镇
            if len(name) == 2 and name[1] == "市" and found.context.home and found.context.home[:2] != code[:2]:
                continue  # 乌市 is 乌鲁木齐 in its own province only
            value = PlaceValue(place.name, place.level, code)
            yield Mention(Kind.DISTRICT, start, end, name, "districts.short", 0.9, value)
            previous_end, previous = end, code
            continue
        level = index.by_code[code].level if code else index.by_name[name][0].level
        if name[-1] == "市" and len(name) > 2 and _CITIZENS.match(text, end):
            value = PlaceValue(name, level, code)  # 舞钢|市民中心
            yield Mention(Kind.DISTRICT, start, end - 1, name[:-1], "districts.short", 0.9, value)
            previous_end, previous = end - 1, code
            continue
        if level in ("zone", "township") and ZONE.fullmatch(name):
            continue  # 经济技术开发区: a kind of zone, read with the place before it
        if level == "township" and name.endswith(("社区", "村")):
            continue  # units of the statistics; named by their ending like every other community
        chained = bool(level == "township" and code and previous_end == start and previous)
        if (chained and not index.within(code, previous) and not _was_in(code, previous)) or name in unlisted:
            code = ""  # right after its county, it is that county's, here and wherever the article has it
        if level == "township" and code and not chained and not _near(code, found) and _is_strange(code, start, article, found):
            code = ""  # 温县县长到|岳村乡: whose list has it no more, though another city's has
        if level == "zone" and not (_ZONE_NAME.search(name) and code and _near(code, found)):
            continue
        if (
            level == "county"
            and (name in _TOWN_PARTS or (text[start - 1 : start] == "“" and text[end : end + 1] == "”"))
            and not (start == previous_end and index.within(code, previous))
            and not _near(code, found)
        ):
            continue  # 作为“大港区”的组成部分: a manner of speaking; 老城区: of any town
        if name in (*_TOWN_PARTS, *_TOWN_SIDES) and not (start == previous_end and index.within(code, previous)):
            own = text.startswith(_OF_COUNTY, end) and start != previous_end
            if not own and (start == previous_end or not _has_neighbours(code, found)):
                continue  # 听取|老城区|排水项目情况, 龙口市|东城区
        if level == "township" and name.endswith("街道") and not (code and _near(code, found)):
            short = short_street(text, end - 2, found)
            if short is not None:
                yield short
                continue
        if level == "township" and not _township_holds(text, start, end, name, code, found, previous_end):
            continue
        if (
            level in ("county", "prefecture")
            and len(name) == 2
            and start != previous_end
            and not _two_character_holds(text, start, end)
        ):
            continue
        if (
            level == "county"
            and len(name) <= 3
            and (
                (text[end : end + 1] in "域级别" and text[end : end + 1])
                or (
                    name[0] == "和"
                    and text[start - 1 : start] in "市镇乡村省区"
                    and not (start == previous_end and index.within(code, previous))  # 沈阳市|和平区
                )
            )
        ):
            continue
        if (
            level == "county"
            and not code
            and start != previous_end
            and words().frequency(name) > 3
            and not _acts(text, start, end)
        ):
            continue
        yield Mention(Kind.DISTRICT, start, end, name, "districts.listed", 0.98 if code else 0.7, PlaceValue(name, level, code))
        previous_end, previous = end, code
        if level == "county" and code and not (number < len(hits) and hits[number].start == end):
            yield from _town_of_two(text, end, code)


def _is_strange(code: str, start: int, article: Article, found: Found) -> bool:
    """Whether a town lies in another city, of which the article names nothing, and its sentence names the article's county."""
    index = gazetteer()
    home = found.context.home_of(article)
    county = index.ancestor(code, "county")
    if not home or index.by_code[home].level != "county" or county is None:
        return False
    hits = found.context.hits.get(article.id, ())
    before = [hit for hit in hits if hit.end <= start and not any(mark in article.text[hit.end : start] for mark in "。\n")]
    if all(found.context.code(hit.name) != home for hit in before):
        return False
    named = {found.context.code(hit.name) for hit in hits}
    around = {place.code for place in index.chain(county.code) if place.level in ("county", "prefecture")}
    return around.isdisjoint(named)


def _towns_of_no_list(hits: Sequence[Hit], found: Found) -> Iterator[str]:
    """鼎城区|武陵镇: towns that stand right behind a county whose list has none of that name, though others have."""
    index = gazetteer()
    for (_, end, outer), (start, _, name) in pairwise(hits):
        code, holder = found.context.code(name), found.context.code(outer)
        if end != start or not code or not holder or index.by_code[code].level != "township":
            continue
        county = index.by_code[holder].level == "county"
        if county and not index.within(code, holder) and not _was_in(code, holder):
            yield name


def _town_of_two(text: str, start: int, county: str) -> Iterator[Mention]:
    """禹城市|莒镇|某村: a town of two characters right behind its county, wherever the page lives."""
    name = text[start : start + 2]
    towns = gazetteer().by_name.get(name, ()) if name[1:] in ("镇", "乡") else ()
    town = next((place for place in towns if place.level == "township" and place.parent == county), None)
    if town is not None:
        yield Mention(Kind.DISTRICT, start, start + 2, name, "districts.listed", 0.98, PlaceValue(name, town.level, town.code))


def _is_person(text: str, start: int) -> bool:
    """Whether a title and a surname stand before: 秘书长路|长春, 董事长|沙学文."""
    if text.endswith("共青团", 0, start):
        return False  # 共青团|长沙市委: no 团长
    if text[start] == "长" and scorer().surname_at(text, start + 1) and ends_with_title(text, start + 1):
        return True
    if start == 0 or text[start - 1] in "来由和从同经":
        return False  # 省领导来|玉山|调研, 队长由|安溪镇|党委书记兼任
    return scorer().surname_at(text, start - 1) != "" and ends_with_title(text, start - 1)


def _crosses(text: str, start: int, found: Found) -> bool:
    """Whether a name begins in the last character of another place of the page: 夷陵|城区, 四里店|集镇."""
    if not start or not "\u4e00" <= text[start - 1] <= "\u9fff":
        return False
    shorts = gazetteer().by_short
    holders = [
        place.code
        for short in (text[start - 1 : start + 1], text[max(0, start - 2) : start + 1], text[max(0, start - 3) : start + 1])
        for place in shorts.get(short, ())
        if place.level in ("county", "prefecture", "township")
    ]
    return bool(holders) and not set(holders).isdisjoint(found.context.codes.values())


def _acts(text: str, start: int, end: int) -> bool:
    """Whether a name shared by several districts is used as one: before a body, or at the head of a clause."""
    return match_department(text, end) is not None or (
        (start == 0 or text[start - 1] in "，。；\n“") and text.count(text[start:end]) > 1
    )


def _has_neighbours(code: str, found: Found) -> bool:
    """Whether the page names the city of a county, or other places of it."""
    index = gazetteer()
    city = index.by_code[code].parent if code else ""
    return any(other and other != code and index.within(other, city) for other in found.context.codes.values())


def _near(code: str, found: Found) -> bool:
    """Whether a place lies in the city that the page is about."""
    city = found.context.city
    return not city or gazetteer().within(code, city)


def _stands_in_list(text: str, at: int, hits: Sequence[Hit], found: Found) -> bool:
    """北京|房山|、门头沟、|昌平|3个区: whether a short name stands beside another one of the same city in a list."""
    codes = found.context.codes
    own = codes[hits[at].name]
    city = own[:2] if own[:2] in MUNICIPALITIES else own[:4]
    for left, right, other in ((at - 1, at, at - 1), (at, at + 1, at + 1)):
        if left >= 0 and right < len(hits) and text[hits[left].end : hits[right].start] in ("、", "和", "与", "及", "以及"):
            code = codes.get(hits[other].name, "")
            if code != own and code.startswith(city) and gazetteer().by_code[code].level == "county":
                return True
    return False


def _short_holds(text: str, start: int, end: int, name: str, code: str, *, chained: bool) -> bool:
    if is_formal(name):  # 琼中县 ends as a full name does; 文明|乡风
        if name[-1] in "乡镇" and TOWNSHIP.match(text, end - 1) is None and not text.startswith("村民", end):
            return False
        headed = text.endswith(_HEADS_OF_BODIES, 0, start)
        return chained or headed or free_before(text, start) or words().frequency(name) == 0
    if _NO_SHORT.match(text, end) or text[start - 1 : start] == "《":
        return False
    if gazetteer().by_code[code].level == "province" and text.startswith(("派出所", "司法所"), end):
        return False  # 公安分局|河北派出所
    if text.startswith("）", end) and text.endswith(("大学（", "学院（"), 0, start):
        return False  # 中国地质大学（|武汉|）: which of them
    if text.startswith(_DISHES, end) and text[start - 1 : start] not in _GOES_TO:
        return False  # 沙县|小吃, but 在|广东|荔枝专业村
    for unit in ("村", "社区", "镇"):
        at = text.find(unit, end, end + 5)
        if at >= 0 and text[start : at + len(unit)] in village_names():
            return False
    if match_department(text, end) is not None and len(name) >= 2 and not text.startswith(("大学", "银行"), end):
        return _cut_at_ends(text, start, start)  # not 加拿大新|政府
    county = gazetteer().by_code[code].level == "county"
    if chained and (words().frequency(name) <= 50 or words().tag(name)[0] not in "nva" or words().tag(name) in NAME_TAGS):
        return True  # 河南|太康
    before = text[start - 1 : start]
    if county and before.isdigit():
        return False  # 40|天全社会
    han = "\u4e00" <= before <= "\u9fff" and before not in SINGLE_STOPS and before not in "省市来赴抵"
    if county and before and han and text[max(0, start - 2) : start] not in _GOES_THERE:
        return False
    if county and not words().tag(name).startswith("ns") and words().frequency(name) > 50:
        return False
    if words().frequency(name) == 0:
        return len(name) == 2 and all(len(piece) == 1 for piece in words().cut(name)) and _cut_at_ends(text, start, end)
    if before and before in "从和同向" and before + name[0] in gazetteer().by_short:
        return True  # 同|江门: the context has seen that it is not 同江
    if text.startswith(("全县", "全市", "全区"), end):
        return True  # 云霄|全县
    around = text[max(0, start - 2) : end + 2]
    cut = words().cut(around)
    return name in cut or any(word.startswith(name) and words().tag(word).startswith("ns") for word in cut)


def _township_holds(text: str, start: int, end: int, name: str, code: str, found: Found, previous_end: int) -> bool:
    if name.endswith(("镇", "乡")) and text.startswith(("村振兴", "村建设", "村旅游", "村治理", "村文明", "村大"), end):
        return False  # 某街道十里铺|乡村振兴示范点
    if start == previous_end:
        return True
    joined = text[start - 1 : start + 1] if start else ""
    if name[1:] == "下乡" and name[0] in "路批组队" and joined[:1] in _COUNTS:
        return False  # 分三路|下乡
    if len(name) == 3 and words().frequency(joined) > USUAL and (name[1:] in gazetteer().by_name or words().frequency(name[1:])):
        return False  # 前后|龙镇, 部分|乡镇
    if name.endswith(("镇", "乡")) and text[end : end + 1] in ("村", "镇", "贤", "亲", "愁") and text[end : end + 2] != "镇长":
        form = match_department(text, end)
        if form is None or "t" not in form[3] or text[end] != "村":
            return False  # but 某镇|村改办
    home = found.context.home_of(found.article)
    index = gazetteer()
    if code and home and (index.within(code, home) or index.within(code, found.context.city)):
        return True
    if name.endswith("街道") or len(name) >= 4:
        return True
    if not free_before(text, start) and not _cut_at_ends(text, start, start):
        return False  # 金|沙坡镇: a town of another city, of which the page's own may be called so
    return not home or words().frequency(name) == 0 or words().tag(name)[:2] in ("ns", "nr", "nz")  # 城关镇, of any county


def _two_character_holds(text: str, start: int, end: int) -> bool:
    """息县, 沛县 stand as words; 下县 in 全市以下县区 does not."""
    if text.startswith("长", end) and _SAYS.match(text, end + 1) and scorer().surname_at(text, start):
        return False  # |高县长|在致辞中指出
    if text.endswith((*_HEADS_OF_BODIES, *_SERVES_IN), 0, start):
        return True
    before = text[max(0, start - 1) : start]
    if before and "\u4e00" <= before <= "\u9fff" and before not in SINGLE_STOPS:
        made = text.startswith((*_OFFICES_OF_COUNTY, "县委", "县政府"), end) or match_department(text, end) is not None
        if made and text[end - 1] == "县" and text[start] not in _WORDS_ALONE and _cut_at_ends(text, start, start):
            return True  # 时任|丰县|县委书记, 感谢|康县|教育局; not 传达|县委精神
        return made and text.endswith(_MADE, 0, start)
    if before in tuple("到在赴来抵") and words().frequency(text[start:end]) == 0:
        return True
    if text[end - 1] == "县" and text.startswith(("政府", "委"), end) and _cut_at_ends(text, start, start):
        return True  # 与|康县|政府, whatever word 县政 is
    return text[start:end] in words().cut(text[max(0, start - 2) : end + 2]) or not before or not "\u4e00" <= before <= "\u9fff"
