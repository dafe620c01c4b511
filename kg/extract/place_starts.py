"""Where the name of a town, village or compound begins that no list has: 临颍|南街村, 点|兰洞新村.

The name begins right behind a larger place, where a list of villages says so, or where the walk to the left
(``kg/extract/edges.py``) ends; what is left of it must be more than a word (建强|村党组织).
"""

from __future__ import annotations

import re
from functools import lru_cache

from kg import seeds
from kg.extract.base import Found, PlaceValue, past_mark
from kg.extract.edges import PLACE_STOPS, SINGLE_STOPS, breaks_chain, ends_walk, is_news_verb, left_edge
from kg.extract.names import scorer
from kg.extract.place_parts import NO_PLACE_NAMES, STRAY, USUAL, is_han, is_resultative, occurrences
from kg.extract.titles import titles, told_by
from kg.gazetteer import WIDE_LEVELS, gazetteer, village_names, villages_of_town
from kg.model import Kind, Mention
from kg.words import words

_HARMONY = ("和谐", "和平", "和睦", "和顺", "和美", "和兴", "和悦")
_COMPOUND_ENDS = ("小区", "家属院", "花园", "家园", "公寓", "苑")
_AND_COMPOUND = re.compile("[、和及][一-龥A-Za-z]{2,9}?(?:小区|家属院|花园|家园|公寓|苑)")
_VILLAGE_INSIDE = re.compile("[一-龥]{1,6}(?:村|社区)(?=..)")
# After a village's name that is a word: not 平安社区|建设, the making of safe communities.
_WORK_NEXT = re.compile(r"(?:的)?(?:建设|创建|治理|打造|评选|试点|工程|行动|活动|发展|振兴|工作|建成|”)|民(?!小组|委)")
_BEFORE_WORD = "、的和与到在是及于"
_JOINTLY = ("联合", "携手", "会同", "联手")  # 某镇联合|幸福社区
_VILLAGE_OFFICES = frozenset("主第会妇医监党团治网")  #: what the heads and bodies of a village begin with: 村主任, 村党支部
_DOUBLED = re.compile("村村(?![民委干支两里级集内口貌容通寨响有都户屯组部史务域庄企官落道办社头外规情风东西南北旁边])")
_COUNTED = re.compile(r"\d(?:年|余|名|多|个|户|人|家|栋|月|日|万|亿)|[余多]名")
# An office or body that a community's name does not begin with: 某街道办事处|祥泰社区.
_OFFICE_BEFORE = re.compile(r".*委会(?=.)|.*(?:办事处|管委会|管理处|管理局|党工委|政府|党委|委员会|服务中心|集团|分局)(?=..)")
_WITHIN = re.compile("(?:[辖境]区?内|家乡|老家|故乡)(?=..)")  # 到|辖内|红梅小区
_SET_UP = re.compile(".*(?:新设立?|新增|增设|新成立|拆分出|划出|撤并|改为)(?=..)")
# Characters that take a village as their object, and begin few names: 帮|新村.
_TO_OFFICE = re.compile("[受领]命|[曾现历先新调转选兼接后年月起，]$")
_LOCAL_TITLE = re.compile(
    "(?:社区|村)“?(?:党(?:总支|支部|委))?(?:(?:名誉|荣誉|第一)?副?(?:书记|主任|村长|村主任)|负责人|党建指导员|村?支书|法律顾问|(?:村委会|居委会)(?:副?主任|委员))"
)
_TAKES = frozenset("帮让请给把进入驻去来回送教助返离访")
# Brand names of compounds hold words that other names do not (翡翠一品|小区): between marks they are taken whole.
_BRAND = re.compile(r"(?:^|[，。、；：（“\n]|(?<=[一-龥])[和与])([一-龥A-Za-z]{2,7})$")
_NO_BRAND = re.compile(
    r"^(?:既|又|也|再|还|更)|^将(?!军)|[的了在是有为对向从到把被让和与及等各每该其此这那无多全某]|[封管]控|防范|清理|服务队|安置$|老旧$"
)
_RANKED_KIND = re.compile(
    "[一二三四五]星级|[国省市县区州]级(?:文明|示范|美丽|卫生|生态|重点|贫困|民主法治|乡村治理|特色|旅游|先进|平安|绿色)"
)
_KINDS_OF_VILLAGES = ("试点", "样板", "示范", "薄弱", "重点", "老")
_HAN_NUMERALS = tuple("一二三四五六七八九十")
_TOWN_BODY = re.compile(r"党工委|办事处|党委|政府|人民政府|人大|纪委|纪工委|中心校|卫生院")
_HOLDS_COMMUNITY = re.compile(r"[一-龥·]{2,8}?(?:社区|村)")
# 某县|人民法院|苏村法庭: what no village's name holds.
_GOVERNING = ("在", "到", "从", "把", "将", "对", "让", "被", "给", "向")
_HOLDS_BODY = re.compile("党委|党支部|党总支|居委会|法院|检察院|政府|公安|派出所|税务局|委员会|办事处")
_OF_FAMILY = frozenset("次上下前后里外内中")  #: which of a family's villages: 廖|次|村, 陈|下|村
_COUNTING = (SINGLE_STOPS - set("其来正自可能当")) | set("各全某每此几多数下驻进入共有所一二三四五六七八九十新老旧同副")


# What a meeting does with a village's plans, and what no village is called after: 某市专题|研究|甲村规划; but 电力|研究|所社区.
_IS_DISCUSSED = re.compile("(?:专题|集中|实地|现场)?(?:研究|审议|讨论|部署|论证|评审|验收|规划|汇报|谋划)(?![所院室站局中会])")


def _breaks_off(piece: str) -> bool:
    """Whether a word between a place and a smaller one belongs to neither name: 某区|全面推行|社区, 某街道|新设两个|社区."""
    return breaks_chain(piece) or (len(piece) > 1 and words().frequency(piece) > USUAL and ends_walk(piece, place=True))


def _is_broken(gap: str, level: str) -> bool:
    """Whether words of a sentence stand between a place and a smaller one."""
    if _is_by_sound(gap) or (level == "community" and (_is_odd(gap) or _ends_in_he(gap))):
        return False
    if any(verb in gap for verb in PLACE_STOPS) or _HOLDS_BODY.search(gap):
        return True
    if level == "community" and _IS_DISCUSSED.match(gap):
        return True
    pieces = words().cut(gap)
    if level == "compound":  # 平都花园: a brand holds any character but at its beginning
        if pieces[-1] in _GOVERNING:
            return True  # 某社区|党委在|小区
        return breaks_chain(pieces[0]) or "的" in pieces or any(len(piece) > 1 and breaks_chain(piece) for piece in pieces)
    return any(map(_breaks_off if level == "community" else breaks_chain, pieces))


def _is_by_sound(gap: str) -> bool:
    """Whether a village's name is written by its sounds (依西来木其): then none of its characters is a word."""
    return len(gap) > 3 and scorer().sounds_from(gap) == 0


def _ends_in_he(gap: str) -> bool:
    """某街道|三和|居民区: a 和 that ends a name joins nothing."""
    return len(gap) == 2 and gap[1] == "和" and gap[0] not in "各全某每此该本的与及等"


def _is_odd(gap: str) -> bool:
    """Whether two characters of no word stand between a town and 村, none of which counts or leads: 某镇|架其|村, |廖次|村."""
    if len(gap) != 2 or len(words().cut(gap)) != 2 or gap[0] in _COUNTING:
        return False
    return gap[1] not in _COUNTING or (gap[1] in _OF_FAMILY and scorer().surname_at(gap, 0) != "")


def _is_brand(name: str) -> bool:
    """Whether what stands before 小区 between two marks is a name of nouns, numbers and single characters: no verb, no 无."""
    pieces = words().cut(name)
    return len(pieces) > 1 and not any(
        piece in NO_PLACE_NAMES or (len(piece) > 1 and words().tag(piece)[0] in "dpcurvt") for piece in pieces
    )


def is_doubled(text: str, at: int) -> bool:
    """新村|村: whether the unit word follows a name that ends with it; 洞头村|村主任 only where 洞头村村 stands alone too."""
    if _DOUBLED.match(text, at) is None:
        return False
    if text[at + 2 : at + 3] not in _VILLAGE_OFFICES:
        return True
    name, found = text[at - 1 : at + 2], -1
    while (found := text.find(name, found + 1)) >= 0:
        if text[found + 3 : found + 4] not in _VILLAGE_OFFICES and _DOUBLED.match(text, found + 1) is not None:
            return True
    return False


def listed_compound(text: str, start: int, end: int) -> bool:
    """、幸福小区、: whether a compound called by a word stands in a list of compounds."""
    before, behind = text[start - 1 : start] == "、", _AND_COMPOUND.match(text, end) is not None
    return (before and text.endswith(_COMPOUND_ENDS, 0, start - 1)) or (before and behind)


def _named_before(text: str, start: int) -> bool:
    """Whether someone's name ends at a position, behind a mark or a word for people: 教师|甲|任某村…."""
    for size in (3, 2):
        name = text[start - size : start] if start >= size else ""
        if name and scorer().is_name(name, 1.0):
            before = text[: start - size]
            return not is_han(before[-1:] or "，") or any(before[-n:] in told_by() for n in (2, 3, 4))
    return False


_SERVED_IN = re.compile("(?:曾经?(?:担任|任)|[现时历原新]任)(?=[一-龥]{2})")  # 曾任|柳林村|村主任


def trim_start(text: str, start: int, stop: int, score: float, found: Found) -> int:
    """The beginning without an office or a verb before the name; -1 where nothing is left of it."""
    office = _OFFICE_BEFORE.match(text, start, stop) or _SET_UP.match(text, start, stop) or _WITHIN.match(text, start, stop)
    office = office or _SERVED_IN.match(text, start, stop)
    if office is not None:
        return office.end()
    if score >= 0.95 or found.ending_at(Kind.DISTRICT, start) is not None:
        return start
    if is_news_verb(text[start:stop]):
        return -1  # 服务|社区
    if text[start] == "点" and stop - start > 2 and is_han(text[start - 1 : start]):
        return start + 1  # 安置点|兰洞新村
    if text[start] == "任" and stop - start > 2 and _LOCAL_TITLE.match(text, stop) and _named_before(text, start):
        return start + 1  # 聘请甲|任|石桥村“名誉村长”
    if text[start] == "任" and _TO_OFFICE.search(text, max(0, start - 2), start) and _LOCAL_TITLE.match(text, stop):
        return start + 1 if stop - start > 3 else start  # 临危受命|任|长山花园社区负责人
    if text[start] in "型式类性" and is_han(text[start - 1 : start]):
        return -1  # 居住型|公房社区
    if text[start] in _TAKES and stop - start > 1:
        rest = text[start + 1 : stop]
        return start + 1 if len(rest) > 1 and rest not in NO_PLACE_NAMES else -1
    position = stop
    for piece in reversed(words().cut(text[start:stop])):
        if position < stop and len(piece) > 1 and words().tag(piece).startswith("v") and words().frequency(piece) > USUAL:
            return position  # 营造|邻里社区
        position -= len(piece)
    return start


# 前进中路|社区, 体育街|社区: what a street is called by and what it ends in; a garden or a bridge shows less.
_STREET_END = re.compile("(?:[东西南北中]?[一二三四五]?路|[东西南北中]?大?街|大道|[一二三四五]?巷)[东西南北]?$")
_HOUSES_END = re.compile("(?:里|新村|桥|园|苑)[东西南北一二三四五]?$")
_NO_STREETS = seeds.word_list("no_streets")


def _on_street(text: str, stop: int, found: Found) -> int:
    """Where a community begins that is called after its street, whatever word the street is called by; or -1."""
    low = max(0, stop - 5)
    street = _STREET_END.search(text, low, stop)
    houses = _HOUSES_END.search(text, low, stop) if street is None else None
    end = street or houses
    if end is None or end.start() < 2:
        return -1
    start = end.start() - 2
    word = text[start : end.start()]
    if word in _NO_STREETS or not all(map(is_han, word)) or not words().frequency(word) or word + end.group()[0] in _NO_STREETS:
        return -1
    if houses is not None and words().tag(word)[0] in "vdpcurmt" and text[start : stop + 2] not in village_names():
        return -1
    place = found.covering(Kind.DISTRICT, start)
    if place is not None and place.start < start < place.end:
        return -1
    before = text[start - 1 : start]
    if start and is_han(before) and words().frequency(before + word) > 0 and words().tag(before + word)[0] == "n":
        return -1  # 三里|河路社区 and other words of three characters
    return start


def place_start(text: str, stop: int, end: int, level: str, found: Found) -> tuple[int, float]:
    """Where the name begins, and how sure; -1 where no name stands."""
    town = _past_short(text, stop, found) if text.startswith("嘎查", stop) else -1
    if town >= 0:
        return town, 1.0  # 某苏木|呼和浩特敖包|嘎查
    street = _on_street(text, stop, found) if level == "community" and text.startswith("社区", stop) else -1
    if street >= 0:
        return street, 0.96
    for held in found.before(Kind.DISTRICT, stop + 1):
        outer = held.value.level if isinstance(held.value, PlaceValue) else ""
        gap = text[held.end : stop]
        if 0 < len(gap) <= 6 and level == "community" and _is_own(held, text[held.end : end]):
            return held.end, 1.0  # 文化街道|建设社区
        if held.end == stop and text[stop:end] == "社区" and held.text.endswith("村"):
            return held.start, 0.95  # 纸坊村|社区
        if held.end == stop and level != "compound" and not (level == "community" and text[stop:end] == "社区"):
            return -1, 0.0
        if held.end == stop and level == "community" and (held.text.endswith("街道") or outer in WIDE_LEVELS):
            return -1, 0.0  # 某街道|社区卫生服务中心, 某区|社区志愿者
        if 0 < len(gap) <= 6 and level == "community" and outer == "township" and gap + text[stop:end] in village_names():
            worded = gap in NO_PLACE_NAMES and text[stop:end] == "社区" and not _WORK_NEXT.match(text, end)
            return held.end, 1.0 if worded else 0.95  # 某街道|幸福社区; but not 某街道和谐社区|建设
        if level == "community" and outer == "township" and held.text in (gap + "镇", gap + "乡", gap + "街道"):
            return held.end, 0.95  # 新因镇|新因村
        if (
            0 < len(gap) <= 8
            and not STRAY.search(gap)
            and level != "township"
            and gap not in NO_PLACE_NAMES
            and not gap.endswith(("老旧", "老", "旧"))
            and not _COUNTED.search(gap)
            and not re.search(r"村|社区|小区", gap)
            and not _is_broken(gap, level)
            and outer != level
        ):
            return held.end, 0.95
        break
    if level == "township":
        return _unlisted_township(text, stop, found)
    item = text.rfind("、", max(0, stop - 5), stop) + 1
    if (
        level == "compound"
        and text[stop - 2 : stop] in _HARMONY
        and text.startswith(("家园", "花园", "嘉园", "佳园", "小区"), stop)
    ):
        return stop - 2, 0.95  # 走访|和谐家园小区: its 和 joins nothing
    if level == "compound" and item and text[item:stop] in NO_PLACE_NAMES and listed_compound(text, item, end):
        return item, 0.95
    best = -1
    names = village_names() if level == "community" else frozenset()
    lo = max(0, stop - 8)
    for start in range(stop - 1, lo - 1, -1):
        if STRAY.match(text[start]):
            break
        if text[start:end] in names and text[start:stop] not in NO_PLACE_NAMES and _free_left(text, start):
            best = start
    central = _central(text, stop) if level == "community" and text.startswith("社区", stop) else -1
    if central >= 0:
        return central, 0.95
    start = left_edge(text, stop, place=True)
    if level == "community" and stop - start == 1 and _begins_with_stop(text, start - 1, end):
        start -= 1
    if best >= 0:
        if best and text[best - 1] in "0123456789":
            return -1, 0.0
        if _after_short(text, best, found):
            return best, 0.9  # 临颍|南街村
        if text[best - 1 : best] in _HAN_NUMERALS and (best == 1 or not "\u4e00" <= text[best - 2] <= "\u9fff"):
            return best - 1, 0.85
        if text[best - 1 : best] == "·" or (0 < best - start <= 2 and text[best - 1] not in "县市镇乡村"):
            best = min(start, left_edge(text, best - 1, place=True)) if text[best - 1 : best] == "·" else start
        return best, 0.85
    if start > 0 and text[start - 1] in "0123456789":
        return -1, 0.0
    numbered = text[stop:end] == "屯" and text[start - 2 : start - 1] in tuple("的在到于和与")  # 的|六段屯
    if start > 0 and text[start - 1] in _HAN_NUMERALS and (start == 1 or numbered or not is_han(text[start - 2])):
        start -= 1
    if level == "compound" and text[stop:end] == "小区":
        brand = _BRAND.search(text, max(0, stop - 9), stop)
        if brand is not None and found.covering(Kind.DISTRICT, brand.start(1)) is not None:
            brand = None  # 某县将|公路局小区
        if brand is not None and brand.start(1) < start and not _NO_BRAND.search(brand[1]) and _is_brand(brand[1]):
            return brand.start(1), 0.8
    if start >= stop or text[start:stop] in NO_PLACE_NAMES:
        start = _repeated(text, stop, end)
    for held in found.between(Kind.DISTRICT, start, stop) if start >= 0 else ():
        if held.by != "districts.short" and held.end < stop:
            start = max(start, held.end)  # 潮田乡|毛村自然村
    inner = _VILLAGE_INSIDE.match(text, start, stop) if start >= 0 and level == "community" else None
    start = inner.end() if inner is not None else start  # 诺邓村|诺邓古村
    if start >= stop or start < 0 or stop - start > 9:
        return -1, 0.0
    core = text[start:stop]
    if level == "community" and core[-1] == "村" and len(core) > 1 and is_doubled(text, stop - 1):
        return start, 0.85  # 莫村|村
    if (
        core in NO_PLACE_NAMES
        or any(core.endswith(g) and words().frequency(core) for g in ("行政", "示范", "旅游", "特色", "文明"))
        or core.endswith(("贫困", "第一", "旧", "老旧", "族"))  # 深度贫困|村, 脱贫第一|村, 某屯旧|村
        or _RANKED_KIND.search(core) is not None  # 自治区级文明|村
        or (len(core) > 2 and core.endswith(_KINDS_OF_VILLAGES))  # 股份经济试点|村, 点亮老|社区
        or is_resultative(core)  # 建强|村党组织
    ):
        return -1, 0.0
    pieces = words().cut(core)
    if all(piece in NO_PLACE_NAMES or words().tag(piece)[0] in "mqrdpcuv" for piece in pieces):
        return -1, 0.0
    if len(core) == 1 and (level != "compound" or core not in "东西南北中前后"):
        return -1, 0.0
    return start, 0.7


def _begins_with_stop(text: str, at: int, end: int) -> bool:
    """，|明苑居民区 … 甲和|明苑居民区: whether a name of two characters begins with what is elsewhere a word by itself.

    It is told of twice, never without that character, and once where nothing stands before it.
    """
    if at < 0 or text[at] not in "同和向从与为由对将" or text[at + 1] in _NO_SECOND:
        return False
    name = text[at:end]
    if text.count(name) < 2 or text.count(name) != text.count(name[1:]):
        return False
    return any(not is_han(text[start - 1 : start] or "。") or text[start - 1] == "是" for start in occurrences(text, name))


_NO_SECOND = frozenset("本邻各该全某新老此两几这那一二三四五六七八九十")  #: what tells which village, behind 同 or 对


def _central(text: str, stop: int) -> int:
    """Where the community of several villages begins that is called 寺湾|中心|社区; -1 for 服务中心|社区."""
    if not text.endswith("中心", 0, stop):
        return -1
    start = left_edge(text, stop - 2, place=True)
    core = text[start : stop - 2]
    usual = any(len(piece) > 1 and words().frequency(piece) > USUAL for piece in words().cut(core))
    return start if 1 < len(core) < 5 and not usual and core not in NO_PLACE_NAMES else -1


def _after_short(text: str, start: int, found: Found) -> bool:
    """Whether the short name of a county that the page names stands right before a listed village."""
    shorts = gazetteer().by_short
    codes = set(found.context.codes.values())
    return any(
        place.level == "county" and place.code in codes
        for size in (2, 3)
        if start >= size
        for place in shorts.get(text[start - size : start], ())
    )


_TOWNS_BEHIND = re.compile("(?:[、和与及][一-龥]{2,5}?(?:镇|乡|街道))+")


def _beside_town(text: str, start: int, end: int, found: Found) -> bool:
    """Whether a town stands in a list with one that is known: 甲镇、|乙镇, |丙乡、丁乡、甲镇."""
    run = _TOWNS_BEHIND.match(text, end)
    behind = next((m for m in found.between(Kind.DISTRICT, end, run.end()) if m.start > end), None) if run is not None else None
    before = found.ending_at(Kind.DISTRICT, start - 1) if start and text[start - 1] in "、和与及" else None
    return any(m is not None and isinstance(m.value, PlaceValue) and m.value.level == "township" for m in (behind, before))


def _among_towns(text: str, start: int, found: Found) -> bool:
    """甲镇某项目、|柳家畔乡|某小区、乙镇某园: whether a name begins an item of a list where a known town begins another."""
    if text[start - 1 : start] != "、":
        return False
    lo = past_mark(text, start, "。；，\n")
    hi = min((at for at in (text.find(mark, start) for mark in "。；，\n") if at > 0), default=len(text))
    towns = (m for m in found.between(Kind.DISTRICT, lo, hi) if text[m.start - 1 : m.start] in ("、", "和", "及", "与"))
    return any(isinstance(m.value, PlaceValue) and m.value.level == "township" and m.value.code for m in towns)


def _past_short(text: str, stop: int, found: Found) -> int:
    """Where a name begins that holds the short name of a city, right after its township; -1 where none does."""
    inner = next(iter(found.before(Kind.DISTRICT, stop + 1)), None)
    if inner is None or inner.by != "districts.short" or STRAY.search(text, inner.start, stop):
        return -1
    town = found.ending_at(Kind.DISTRICT, inner.start)
    held = town is not None and isinstance(town.value, PlaceValue) and town.value.level == "township"
    return inner.start if held else -1


def own_villages(found: Found) -> frozenset[str]:
    """The villages of all listed towns that the article names."""
    towns = {m.value.code for m in found.of(Kind.DISTRICT) if isinstance(m.value, PlaceValue) and m.value.level == "township"}
    return frozenset(village for town in towns if town for village in villages_of_town(town))


@lru_cache(maxsize=64)
def villages_of(county: str) -> frozenset[str]:
    """The villages of all towns of a county or district."""
    towns = gazetteer().children(county) if county else ()
    return frozenset(village for town in towns for village in villages_of_town(town.code))


def own_word(text: str, stop: int, end: int, own: frozenset[str]) -> int:
    """Where a village of the article's own towns begins whose name is a word (附近的|和平社区), or -1."""
    if not own or _WORK_NEXT.match(text, end):
        return -1
    for start in range(max(0, stop - 4), stop - 1):
        if text[start:end] in own and (
            start == 0
            or text[start - 1] in _BEFORE_WORD
            or not "\u4e00" <= text[start - 1] <= "\u9fff"
            or text.endswith(_JOINTLY, 0, start)
        ):
            return start
    return -1


def own_whole(text: str, stop: int, end: int, own: frozenset[str]) -> int:
    """Where the longest of the article's own villages ends here whose own part has three characters or more, or -1.

    The list is surer than any word inside the name: 进化街社区, 解放西路东社区, 欧依托格拉克村.
    """
    for start in range(max(0, stop - _LONGEST_OWN), stop - 2) if own else ():
        if text[start:end] in own:
            return start
    return -1


# What a village has, and nothing that is done to villages has: 新建村|党支部书记, 永和村|村民.
_VILLAGE_HAS = re.compile(
    "(?:党支部|党总支|党委|支部|村?委会|妇联|第一)(?:副?书记|副?主任|委员|副?主席)|村?支[书委]|副?书记|村(?![村庄落级])|民小组|驻村"
)
_NAME_ENDS = re.compile(
    "[、，。；）)]|等|[和与及][一-龥]{1,5}村|村(?![村庄落级])|$"
    "|开展|调研|走访|检查|考察|看望|慰问|指导|参加|参观|[查察]看|督[导查]|宣讲|组织|举[行办]|召开|了解|采访|时[，看见遇]"
)
_INTO = ("到", "在", "赴", "走进", "来到", "前往", "深入")


def listed_village(text: str, stop: int, end: int, found: Found, listed: int) -> int:
    """Where a village begins that is called by a word, or by one that ends as 和 does, if what stands around shows it; or -1.

    The national list has to have it: 李家镇|新建村|党支部书记, 青林村、|永和村|、, 到|太和村|，.
    ``listed`` is where the village before it ends.
    """
    for start in (stop - 2, stop - 3):
        if start < 0 or text[start:end] not in village_names():
            continue
        behind = found.ending_at(Kind.DISTRICT, start) is not None
        beside = listed >= 0 and start - listed == 1 and text[listed] in "、和与及"
        if (behind or beside) and _VILLAGE_HAS.match(text, end):
            return start
        if text[start:stop] in NO_PLACE_NAMES and not beside:
            continue
        bounded = behind or beside or not start or not is_han(text[start - 1]) or text.endswith(_INTO, 0, start)
        if bounded and _NAME_ENDS.match(text, end):
            return start
    return -1


_LONGEST_OWN = 10  #: characters of a village's own part


def _is_own(held: Mention, name: str) -> bool:
    """Whether the list of a town's own villages holds a name: a village may be called by any word (五一村)."""
    value = held.value
    if not isinstance(value, PlaceValue) or not value.code:
        return False
    if value.level == "county" and len(name) == 2:  # 安吉县|余村
        return name in villages_of(value.code)
    return value.level == "township" and name in villages_of_town(value.code)


def _repeated(text: str, stop: int, end: int) -> int:
    """The longest stretch before an ending that the text repeats: 铁路定和|小区."""
    for size in (6, 5, 4, 3):
        start = stop - size
        if start < 0 or not all("\u4e00" <= c <= "\u9fff" for c in text[start:stop]) or text[start] in SINGLE_STOPS:
            continue
        first = words().cut(text[start:stop])[0]
        if text.count(text[start:end]) > 1 and not ends_walk(first, place=True) and first not in _TAKES:
            return start
    return -1


def _free_left(text: str, start: int) -> bool:
    """Whether a name may begin here: after a stop, or where the dictionary cuts."""
    if start == 0 or not "\u4e00" <= text[start - 1] <= "\u9fff":
        return True
    left = text[max(0, start - 4) : start]
    for stray in reversed(range(len(left))):
        if STRAY.match(left[stray]):
            left = left[stray + 1 :]
            break
    window = left + text[start : start + 3]
    position = 0
    for piece in words().cut(window):
        if position == len(left):
            return True
        position += len(piece)
    return False


# What the names of towns of three characters end with: 某县|石桥铺|乡.
_TOWN_TAILS = frozenset("铺店集桥湾坪寨坝沟岗岭坡堡屯营圩墟塘溪泉庄楼渡关台川滩洲埠港垭垱坳冲岔峪")
_NO_TOWN_FIRST = frozenset("各该全多几两三四五六七八九十数每某其此近沿在与和及到了的")


def _behind_county(text: str, stop: int, found: Found) -> int:
    """Where a town of three characters begins right behind its county that ends as towns do: 某县|石桥铺|乡; or -1."""
    start = stop - 3
    county = found.ending_at(Kind.DISTRICT, start) if start > 0 and text[stop - 1] in _TOWN_TAILS else None
    if county is None or not isinstance(county.value, PlaceValue) or county.value.level != "county":
        return -1
    core = text[start:stop]
    plain = words().tag(core)[:1] in tuple("vad") or words().frequency(core[1:]) > USUAL or core[0] in _NO_TOWN_FIRST
    return -1 if plain or not all(map(is_han, core)) else start


# What a post in a village or town may be held in, between the place and the title.
_IN_BODY = re.compile(
    "(?:党支部|党总支|党委|党工委|纪委|纪工委|村委会|居委会|村民委员会|居民委员会|村监会|监委会|妇联|团支部|团委|人大|政府|办事处|武装部|驻村)?"
)
_ANY_ONE = re.compile(
    "(?:这|那|某|该|本|我|各|全|邻|外|同|驻|农|乡|山|整|每|两|几|多|数|老|新|大|小|他|她|别|下)个?$"
    "|.*(?:行政|自然|贫困|先进|示范|城中|新农|所在|部分|全体|其他|其它|周边|附近|相邻|结对|帮扶|联系|包保|包联|共建|试点"
    "|脱贫|重点|薄弱|涣散|民族|边境|偏远|辖区|街道|农村|城市|城乡|老旧|大型|回迁|安置|小区|网格|牵头|来自|组织|动员|指导|走访|深入|负责|担任|当选|现任|时任|原任|带领|陪同"
    "|[一二三四五六七八九十\\d两几多][个名位届批])$"
)


def headed_community(text: str, stop: int, end: int) -> int:
    """Where a village or community begins whose head is named right behind it, whatever word it is called by: 前进村|书记甲."""
    start = past_mark(text, stop, "，。；：！？、“”（）\n ")
    core = text[start:stop]
    if not 2 <= len(core) <= 4 or _ANY_ONE.fullmatch(core) or not all(map(is_han, core)):
        return -1
    return start if text[start:end] in village_names() and heads_it(text, end) else -1


def heads_it(text: str, position: int) -> bool:
    """Whether a title and a full name stand at a position: 党支部|书记|甲, 镇长|乙."""
    for _ in range(3):  # 党支部书记、村委会主任|甲
        body = _IN_BODY.match(text, position)
        at = body.end() if body is not None else position
        ends = (begin + size for begin in (at, position) for size in (7, 6, 5, 4, 3, 2) if text[begin : begin + size] in titles())
        position = next(ends, -1)
        if position < 0:
            return False
        if scorer().read(text, position, 4.0)[0] > 1:
            return True
        if text[position : position + 1] not in ("、", "兼"):
            return False
        position += 1
    return False


def _unlisted_township(text: str, stop: int, found: Found) -> tuple[int, float]:
    """A township that no list has: only where the text says it often, or right behind its county by the end of its name."""
    if text[stop] in "镇乡" and (behind := _behind_county(text, stop, found)) >= 0:
        return behind, 0.75
    start = left_edge(text, stop, place=True)
    start = max(start, *(held.end for held in found.between(Kind.DISTRICT, start, stop)), 0)
    core = text[start:stop]
    unit = next(unit for unit in ("街道", "苏木", "镇", "乡") if text.startswith(unit, stop))
    if core.endswith(("镇委", "乡委", "党委")):
        return -1, 0.0  # 某镇委|镇政府
    if 1 < len(core) < 4 and start and not is_han(text[start - 1]) and heads_it(text, stop + len(unit)):
        return start, 0.75  # ，龙泉镇|镇长甲
    if not 1 < len(core) <= (6 if unit == "苏木" else 9 if core.endswith("族") else 4) or core in NO_PLACE_NAMES:
        return -1, 0.0
    name = core + unit
    if words().frequency(name) > 0 or words().frequency(core) > 500:
        return -1, 0.0
    end = start + len(name)
    free = start == 0 or not is_han(text[start - 1]) or found.ending_at(Kind.DISTRICT, start) is not None
    free = free or text[start - 1] in "在到于赴和与及往" or text.endswith(("走进", "走访", "深入"), 0, start)
    sure = (unit == "苏木" and free) or _TOWN_BODY.match(text, end) or (free and _HOLDS_COMMUNITY.match(text, end))
    sure = sure or (core.endswith("族") and found.ending_at(Kind.DISTRICT, start) is not None)  # 某县|江口回族镇
    sure = sure or (free and not core.endswith("小城") and _beside_town(text, start, end, found))
    sure = sure or (not words().frequency(core[-1] + unit) and _among_towns(text, start, found))  # not 、区住房城乡|建委
    if not sure and (text.count(name) < 2 or not free):
        return -1, 0.0
    return start, 0.75 if sure else 0.6
