"""Bodies of a district: its name or the word for it, then a function: 鼓楼区|工信局, 由|区|委, 某县|第八届|人大常委会.

Which words are a function, ``body_functions`` knows. Some bodies have their district in the middle (共青团|某县|委), some
leave it out (水务局 on a county's own page), some are of two districts or of one in another (某县|驻|青岛|办事处).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.extract.base import SOCIETIES, BodyValue, Found
from kg.extract.bodies import CJK, LIST_MARKS, LISTED_UNITS, UNIT, ends_in_name, is_built, level_of, seat_of
from kg.extract.body_endings import AFTER_PARTY_NAME, PARTY_SHORT_NAMES
from kg.extract.body_functions import (
    SMALL_BODIES,
    TERM,
    function_at,
    function_of_term,
    holds,
    make_body,
    odd_function,
    open_bureau,
    open_function,
)
from kg.extract.departments import match_department
from kg.extract.edges import SINGLE_STOPS, ends_walk, left_edge
from kg.gazetteer import gazetteer
from kg.model import Kind, Mention
from kg.patterns import needing
from kg.words import words


def find_local_bodies(text: str, found: Found) -> Iterator[Mention]:
    """District or unit word, then function: 鼓楼区 工信局, 区 委."""
    yield from _of_places(text, found)
    yield from _of_units(text, found)
    yield from _of_prefecture(text, found)
    yield from _quoted_offices(text, found)


# 区|“创文”办|主任, 县|“三夏”生产指挥部|: an office that is called by a campaign in quotation marks.
_QUOTED_OFFICE = needing(
    "”办 ”工作 ”专班 ”指挥 ”领导 ”攻坚 ”整治 ”专项 ”生产 ”创建 ”活动",
    "“(?P<what>[一-龥\\d+]{2,8})”(?:工作|攻坚|整治|创建|专项|专项整治|生产|活动)?(?P<end>办公室|办(?![事理法学公好实])|指挥部|领导小组|(?:工作)?专班)",
)


def _quoted_offices(text: str, found: Found) -> Iterator[Mention]:
    """区|“创文”办|主任: of the district whose name or unit word stands right before the quotation."""
    for match in _QUOTED_OFFICE.finditer(text):
        start = match.start()
        place = found.ending_at(Kind.DISTRICT, start)
        unit = "" if place is not None else text[start - 1 : start]
        if place is None and (
            unit not in LISTED_UNITS or (start > 1 and CJK.match(text[start - 2]) and not _free_unit(text, start - 1, start))
        ):
            continue
        if found.covering(Kind.ORGANISATION, start) is not None:
            continue
        core = text[start : match.end()].replace("“", "").replace("”", "")
        subtype = "GovernmentBody" if match["end"].startswith("办") else "TaskForce"
        begin = place.start if place is not None else start - 1
        value = BodyValue(core, subtype, anchor=place, relative=unit)
        yield Mention(Kind.ORGANISATION, begin, match.end(), text[begin : match.end()], "organisations.body", 0.93, value)


_CONSULTS = re.compile(f"(?:政协|中国人民政治协商会议)(?:{TERM.pattern})?$")
_COMMITTEE = re.compile("委员会(?!第[一二三四五六七八九十\\d]+次)")  #: not its session
_GRID = re.compile("(?:国家电网|国网|南方电网|南网)(?:(?![、，。和与])[一-龥]){0,12}$")
_GRID_ARMS = ("供电公司", "电力公司", "供电中心", "供电局", "供电分公司")


def _of_places(text: str, found: Found) -> Iterator[Mention]:
    """A district's name, then a function: 鼓楼区|工信局."""
    for place in found.of(Kind.DISTRICT):
        start, end = place.start, place.end
        pair = _of_two(text, place, found)
        if pair is not None:
            yield pair
            continue
        if text.startswith("中共", start - 2) and start >= 2:
            start -= 2
        first = found.places_begin(start)  # 中国人民政治协商会议|某市|某区|第五届委员会
        term = TERM.match(text, end)
        of = end if term is None else term.end()
        formal = _CONSULTS.search(text, max(0, first - 16), first) if _COMMITTEE.match(text, of) is not None else None
        if formal is not None:  # 政协|第十五届|某县|委员会常务委员会, 政协|某县|第十五届|委员会
            value = BodyValue("政协", "GovernmentBody", anchor=place)
            begin, stop = formal.start(), of + (8 if text.startswith("常务委员会", of + 3) else 3)
            yield Mention(Kind.ORGANISATION, begin, stop, text[begin:stop], "organisations.formal", 0.98, value)
            continue
        if term is not None:
            core = function_of_term(text, term.end(), first)
            if core is not None:
                body = make_body(text, start, core, place, "", 0.93)
                yield replace(body, value=replace(body.value, doubled=term.end() - end))  # type: ignore[type-var]
            continue
        form = match_department(text, end + 1) if text.startswith("原", end) else None
        if form is not None and len(form[0]) > 1 and holds(form[0], text, end + 1 + len(form[0])):
            body = make_body(text, start, (end + 1, *form), place, "", 0.93)  # 某镇|原|党委委员
            yield replace(body, value=replace(body.value, doubled=1, former=True))  # type: ignore[type-var]
            continue
        outpost = _outpost(text, place, found)
        if outpost is not None:
            yield outpost
            continue
        yield from find_gathered(text, place)
        odd = odd_function(text, place)
        if odd is not None:
            yield make_body(text, start, odd, place, "", 0.95)
            continue
        chained = found.starting_at(Kind.DISTRICT, end) is not None
        core = None if chained and match_department(text, end) is None else function_at(text, end)
        minor = minor_party(text, place, first)
        if minor is not None:
            yield minor
            continue
        league = _league(text, first, end, single=end - place.start == 2)
        pioneers = _pioneers(text, first, end)
        if pioneers is not None:
            begin, stop = pioneers
            value = BodyValue("少工委", "Association", anchor=place)
            yield Mention(Kind.ORGANISATION, begin, stop, text[begin:stop], "organisations.league", 0.95, value)
            continue
        if league is not None:
            begin, stop = league
            value = BodyValue("团委", "Association", anchor=place)
            yield Mention(Kind.ORGANISATION, begin, stop, text[begin:stop], "organisations.league", 0.95, value)
        elif core is not None:
            if _HELPS.match(core[1]) is not None:
                continue  # 某村|帮扶单位|县民政局
            grid = _GRID.search(text, max(0, start - 16), start) if core[1].endswith(_GRID_ARMS) else None
            if grid is not None:
                start = grid.start()  # 国网|江西电力|某县供电公司
            if place.by == "districts.short" and core[1] in _OF_CITIES and level_of(place) == "county":
                city = found.ending_at(Kind.DISTRICT, place.start)
                start = city.start if city is not None and level_of(city) == "prefecture" else start  # 上饶市|玉山|生态环境局
            if found.between(Kind.DISTRICT, core[0], core[0] + len(core[1])) and core[1] == core[2]:
                continue  # 某市爱心社对面就是|某县|司法局
            if (core[3] == "PublicInstitution" or core[1].endswith("中心")) and is_built(text, core[0] + len(core[1])):
                continue
            if core[1] in ("学校", "企业") and level_of(place) not in ("community", "compound", "zone"):
                continue  # 走访某县|学校|师生: its schools
            own_whole = _local_press(text, start, core) or _affiliate(text, start, core)
            if own_whole is not None:
                yield own_whole
                continue
            if place.by == "districts.short" and core[1] in SMALL_BODIES and level_of(place) != "township":
                name = text[place.start : core[0] + len(core[1])]  # 安庆|派出所: of a town or street of that name
                own = BodyValue(name, core[3], proper=True)
                yield Mention(Kind.ORGANISATION, place.start, place.start + len(name), name, "organisations.own", 0.9, own)
                continue
            seat = seat_of(place, found) if core[3] == "Association" and core[1].endswith(SOCIETIES) else None
            if seat is not None:
                name = text[seat.end : core[0] + len(core[1])]
                yield make_body(text, seat.start, (seat.end, name, name, core[3], core[4]), seat, "", 0.97)
                continue
            yield make_body(text, start if core[0] == end else core[0], core, place, "", 0.97)  # 某街道|检查|养老服务中心


# Bureaus that cities have run in their counties since 2019, called after both.
_OF_CITIES = frozenset(("生态环境局", "环保局", "环境保护局"))
_TOWN_HEADS = ("书记", "副书记", "委员", "、镇政府", "镇政府", "、镇人民政府", "宣传委员", "组织委员")
_UNIT_LEVELS = {
    "省": "p",
    "自治区": "p",
    "自治县": "d",
    "自治旗": "d",
    "自治州": "c",
    "市": "cd",
    "州": "c",
    "盟": "c",
    "区": "d",
    "县": "d",
    "旗": "d",
    "镇": "t",
    "乡": "t",
    "街道": "t",
    "苏木": "t",
    "嘎查": "v",
    "村": "v",
    "社区": "v",
    "小区": "v",
}
_MINOR_PARTIES = "民革|民盟|民建|民进|农工党|农工民主党|致公党|九三学社|台盟"
_MINOR_PARTY = re.compile(f"(?:{_MINOR_PARTIES})$")
_BRANCH_OF_PARTY = "(?:(?:第[一二三四五六七八九十]+|直属|综合|机关)?(?:支部|支社))"
_MINOR_BODY = re.compile(
    rf"(?:委员会|委会|委(?![员会])|基层委员会|基层委|工委|筹委会|总支(?:部|社)?){_BRANCH_OF_PARTY}?|{_BRANCH_OF_PARTY}"
)
_YEAR = re.compile(r"20\d{2}年|1\d{4}(?!\d)")  # a year, a hotline: 区政府|12345热线
_RANKS = ("省、", "市、", "州、", "国、")
_ALL_TOWNS = {"乡": "镇", "镇": "街"}
_SO_MANY = re.compile(r"(?:等|\d[个家所])$")
_HOMES = frozenset("家老故回返还")  #: 家|乡: where one comes from
_OF_TOWNS = frozenset(("派出所", "司法所", "财政所", "居委会", "村委会"))


_HELPS = re.compile("(?:帮扶|结对|包联|包保|挂钩|挂点|联系|后盾|派出|驻村|定点){1,2}(?:单位|部门)[省市县区州旗]")


def _of_units(text: str, found: Found) -> Iterator[Mention]:
    """A unit word that stands for the page's own district, then a function: 由|区|委."""
    for match in UNIT.finditer(text):
        start, end = match.span()
        held = found.covering(Kind.DISTRICT, start)
        if held is not None:
            continue
        unit = match.group()
        if unit == "省" and text.startswith("道", end):
            continue  # 550|省道
        so_many = unit in ("镇", "乡", "村") and _SO_MANY.search(text, max(0, start - 3), start)
        if so_many or text.startswith(_ALL_TOWNS.get(unit, "\n"), end):
            continue  # 乡镇卫生院, 镇街人大, 甲、乙等|镇幼儿园, 22家|镇卫生院: those of all towns
        if unit == "乡" and text[start - 1 : start] in _HOMES and start:
            continue  # 为家|乡|教育办点实事
        twice = unit[0] == "自" and text.startswith(unit[-1], end)  # 自治县|县委
        twice = twice or _is_within(text, unit, end)
        end += twice
        term = TERM.match(text, end)
        core = function_of_term(text, term.end(), start) if term is not None else None
        if core is not None and term is not None and (start == 0 or _free_unit(text, start, end)):
            body = make_body(text, start, core, None, unit, 0.93)  # 县|第八届|人大常委会
            yield replace(body, value=replace(body.value, doubled=term.end() - end))  # type: ignore[type-var]
            continue
        party = _MINOR_PARTY.search(text, max(0, start - 4), start) if unit in LISTED_UNITS else None
        tail = _MINOR_BODY.match(text, end) if party is not None else None
        if party is not None and tail is not None:
            value = BodyValue(party.group() + tail.group(), "Association", relative=unit)
            name = text[party.start() : tail.end()]
            found.add([Mention(Kind.ORGANISATION, party.start(), tail.end(), name, "organisations.party", 0.97, value)])
            continue
        whole = match_department(text, start)
        form = match_department(text, end)
        if form is not None and form[0] == "政协" and text.startswith("委员", end + 2) and text[start - 2 : start] in _RANKS:
            continue  # 在某的省、|市政协委员: people
        if form is not None and form[0] in PARTY_SHORT_NAMES and AFTER_PARTY_NAME.match(text, end + 2) is None:
            continue  # 25户村|民进|园务工
        if whole is not None and len(whole[0]) >= len(unit) + 2 and (form is None or len(form[0]) + len(unit) < len(whole[0])):
            continue  # 市场监管局, not 市 + 场监管局
        if whole is not None and whole[0].startswith("社区卫生"):
            continue  # 社区卫生服务中心: of a sub-district
        if whole is not None and whole[0] in ("村委会", "村民委员会"):
            found.add([make_body(text, start, (start, *whole), None, unit, 0.95)])
            continue
        if form is None or not holds(form[0], text, end + len(form[0])):
            free = start == 0 or not CJK.match(text[start - 1]) or ends_walk(text[start - 1])
            form = open_function(text, end) or open_bureau(text, end) if free else None
            if form is None:
                continue
        levels = _UNIT_LEVELS.get(unit, "")
        committee = unit == "镇" and form[0] == "委" and text.startswith(_TOWN_HEADS, end + 1)  # 镇委|书记
        if levels and len(form[0]) == 1 and not set(levels) & set(form[3]) and not committee:
            continue
        if unit in LISTED_UNITS and form[0] in _OF_TOWNS:
            continue  # 先|市派出所: no county has one
        before = found.ending_at(Kind.DISTRICT, start)
        if before is not None and before.text.endswith(unit):  # 石门县|县委, 余村|村党支部
            body = make_body(text, start, (end, *form), before, "", 0.95)
            doubled = body.value
            assert isinstance(doubled, BodyValue)
            begin = before.start - (2 if text.endswith("中共", 0, before.start) else 0)
            yield Mention(
                Kind.ORGANISATION,
                begin,
                body.end,
                text[begin : body.end],
                body.by,
                0.95,
                replace(doubled, doubled=len(unit)),
            )
            continue
        of_league = start > 0 and text[start - 1] == "团" and form[0] == "委"
        full = "共青团" if text.endswith("共青团", 0, start) else "团"
        if start and CJK.match(text[start - 1]) and not of_league and not _free_unit(text, start, end):
            continue
        around = text[start - 1 : start], text[end + len(form[0]) : end + len(form[0]) + 1]
        if (
            (around[0] == "驻" and text[start - 2 : start] not in ("进驻", "派驻"))
            or "+" in around
            or (around[1].isdigit() and _YEAR.match(text, end + len(form[0])) is None)
        ):
            continue  # 合作社+|村党支部|+农户: a formula
        if of_league and words().cut(text[max(0, start - 4) : start])[-1] == full:
            value = BodyValue("团委", "Association", relative=unit)
            begin = start - len(full)
            yield Mention(Kind.ORGANISATION, begin, end + 1, text[begin : end + 1], "organisations.league", 0.95, value)
            continue
        body = make_body(text, start, (end, *form), None, unit, 0.95)
        yield replace(body, value=replace(body.value, doubled=1)) if twice else body  # type: ignore[type-var]


# What a 地区 calls its own bodies by: 地委, 行署, 地区|公安局; 贫困地区医院 and 本地区 are no such.
_PREFECTURE = needing(
    "地委 行署 行政公署 地区",
    "(?:(?<![一-龥])|(?<=[由在和与及以对向经受原])|(?<=代表|委托|陪同|随同|会同|召开|参加|按照|根据|通过|前往|来到|带领|听取|落实|部署))(?:地区(?=[一-龥])|(?P<own>地委(?![员托派])|行署|行政公署))",
)


def _of_prefecture(text: str, found: Found) -> Iterator[Mention]:
    """地委, 行署, 地区|公安局: bodies of the page's own 地区; a 盟 has a 行署 too."""
    for match in _PREFECTURE.finditer(text):
        start, end = match.span()
        if found.covering(Kind.DISTRICT, start) is not None or found.ending_at(Kind.DISTRICT, start) is not None:
            continue
        if match["own"]:
            core = "地委" if match["own"] == "地委" else "行署"
            value = BodyValue(core, "PartyBody" if core == "地委" else "GovernmentBody", relative="地区")
            yield Mention(Kind.ORGANISATION, start, end, text[start:end], "organisations.body", 0.95, value)
            continue
        form = match_department(text, end)
        if form is not None and "c" in form[3] and len(form[0]) > 1 and holds(form[0], text, end + len(form[0])):
            yield make_body(text, start, (end, *form), None, "地区", 0.95)


def _is_within(text: str, unit: str, end: int) -> bool:
    """村里|红白理事会: whether a body of a village or town is told of as one within it."""
    form = match_department(text, end + 1) if text.startswith("里", end) and _UNIT_LEVELS.get(unit, "") in ("v", "t") else None
    return form is not None and len(form[0]) > 2


_ANY = (
    "属地",
    "基层",
    "各级",
    "全体",
    "相关",
    "有关",
    "其他",
    "所有",
    "每个",
    "部分",
    "全国",
    "一线",
    "三级",
    "两级",
    "四级",
    "五级",
)


_HOLDS = (
    "召开", "出席", "列席", "参加", "来到", "责成", "要求", "责令", "督促", "协调", "组织", "安排", "委托", "走访", "走进",
    "配合", "支持", "指导"
)  # fmt: skip


def _free_unit(text: str, start: int, end: int) -> bool:
    """Whether a unit word stands for itself: 由|区委, not 城|区委."""
    before = text[start - 1]
    if text.endswith(_ANY, 0, start) or before in "个全各":
        return False  # 基层|社区党委, 45个|村“两委”, 全|镇学校, 各|镇专武部长: nobody's
    if text.endswith(("会同", "帮扶单位", "联系单位", "包联单位", "派出单位", "后盾单位"), 0, start):
        return True  # 县法院会同|县检察院: the county of that name would have been found as a district
    held = text.endswith(_HOLDS, 0, start)  # 召开|旗政协会议
    if text[start:end] in ("州", "盟", "旗") and not (ends_walk(before) or before in "，。、：" or held):
        return False  # 淮州|新城管委会
    if before in "和与及" and (text[start:end] in LISTED_UNITS or ends_in_name(text, start - 1)):
        return True  # 财政局和|县委巡察办, 甲和|村委会: 和县, 太和县 would have been found as districts
    if before in "省市区县州旗镇乡村团":  # 市区, 县区, 城镇: a word, or a run of units
        return before in "委府院" or text[max(0, start - 2) : start] in ("政府", "区委", "市委", "县委", "省委")
    if before in "和及与任":
        return True  # 副县长甲和|县政协主席乙, 丙任|县教育局局长
    left = text[max(0, start - 5) : start]
    cut = words().cut(left + text[start:end])
    if text[start:end] in ("镇", "乡") and len(cut) > 1 and len(cut[-2]) == 1 and CJK.match(cut[-2]):
        return cut[-2] in SINGLE_STOPS  # 温|镇幼儿园: a town that no list has
    return cut[-1] == text[start:end]


_SHARED_OFFICE = re.compile(
    "(?:(?:东西部|对口|扶贫|劳务|产业|经济|区域|山海|南北|粤桂|闽宁|村企)*(?:协作|合作|帮扶|支援|共建|联络|协调|融合)[一-龥]{0,6}?"
    "(?:办公室|办|中心|工作组|领导小组|指挥部|联络处|专班|产业园|示范园|工作队|基金会|工作站))"
)


def _of_two(text: str, place: Mention, found: Found) -> Mention | None:
    """A body that two districts share: 茂南·金秀|协作办."""
    if text[place.start - 1 : place.start] not in ("·", "—", "-") or place.start < 3:
        return None
    first = found.ending_at(Kind.DISTRICT, place.start - 1)
    office = _SHARED_OFFICE.match(text, place.end) if first is not None else None
    if first is None or office is None or office.group().endswith("园"):
        return None
    whole = text[first.start : office.end()]
    value = BodyValue(whole, "TaskForce", proper=True)
    return Mention(Kind.ORGANISATION, first.start, office.end(), whole, "organisations.shared", 0.95, value)


_POST_ABROAD = re.compile(
    "(?:流动(?:党员)?)?(?:临时)?(?:党委|党总支|党支部|党工委)|(?:办事|联络)处|联络站|"
    "招商(?:引资|引才|服务|工作)*(?:局|分局|组|中心|办事处|联络处|联络站|工作站|专班|(?:小?分|小)?队)|(?:人才|引才)(?:工作|联络|服务)站|商会"
)
_CITY_CHARACTERS = "京津沪渝穗深汉蓉宁杭"


def _outpost(text: str, place: Mention, found: Found) -> Mention | None:
    """A body of one district in another: 某县|驻|青岛|流动党员党委, 某市|驻京|办事处."""
    if not text.startswith("驻", place.end):
        return None
    inner = found.starting_at(Kind.DISTRICT, place.end + 1)
    at = inner.end if inner is not None else place.end + 2
    if inner is None and text[place.end + 1 : at] not in tuple(_CITY_CHARACTERS):
        return None
    post = _POST_ABROAD.match(text, at)
    if post is None:
        return None
    if post.group().endswith(("组", "专班", "队")):
        subtype = "TaskForce"
    else:
        subtype = "PartyBody" if "党" in post.group() else "Association" if post.group() == "商会" else "GovernmentBody"
    value = BodyValue(text[place.end : post.end()], subtype, anchor=place)
    return Mention(
        Kind.ORGANISATION, place.start, post.end(), text[place.start : post.end()], "organisations.outpost", 0.95, value
    )


_PAPER = re.compile("[一-龥]{2,4}(?:日报|晚报|时报|都市报|商报|晨报|电视台|广播电台|新闻网)$|新华社$|红网$")


def _local_press(text: str, start: int, core: tuple[int, str, str, str, str]) -> Mention | None:
    """A newspaper's office in a district: 某日报|某县|记者站."""
    paper = _PAPER.search(text, max(0, start - 10), start) if core[1] == "记者站" else None
    if paper is None:
        return None
    begin, end = paper.start(), core[0] + len(core[1])
    value = BodyValue(text[begin:end], "MediaOutlet", proper=True)
    return Mention(Kind.ORGANISATION, begin, end, text[begin:end], "organisations.press", 0.97, value)


_AFFILIATE_OF = re.compile(r"(?:大学|学院|师大|医大|小学|中学|医院)附属$")


_ALUMNI_OF = re.compile("(?:大学|学院)$")


def _affiliate(text: str, start: int, core: tuple[int, str, str, str, str]) -> Mention | None:
    """A school or hospital of a university, its district in the middle of its name: 某大学附属|某县|高级中学."""
    alumni = _ALUMNI_OF.search(text, max(0, start - 4), start) if core[1] == "校友会" else None
    if alumni is not None and (begin := left_edge(text, alumni.start())) < alumni.start():  # 某大学|某省|校友会
        name = text[begin : core[0] + len(core[1])]
        whole = BodyValue(name, core[3], proper=True)
        return Mention(Kind.ORGANISATION, begin, begin + len(name), name, "organisations.affiliate", 0.99, whole)
    college = _AFFILIATE_OF.search(text, max(0, start - 4), start) if text.endswith("附属", 0, start) else None
    if college is None or core[3] != "PublicInstitution":
        return None
    begin, end = left_edge(text, college.start()), core[0] + len(core[1])
    if begin == college.start():
        return None
    value = BodyValue(text[begin:end], core[3], proper=True)
    return Mention(Kind.ORGANISATION, begin, end, text[begin:end], "organisations.affiliate", 0.97, value)


def minor_party(text: str, place: Mention, first: int) -> Mention | None:
    """A committee of a democratic party, its district in the middle of its name: 民盟|某市|委会, 农工党|某市某县|总支."""
    party = _MINOR_PARTY.search(text, max(0, first - 5), first)
    tail = _MINOR_BODY.match(text, place.end) if party is not None else None
    if party is None or tail is None:
        return None
    value = BodyValue(party.group() + tail.group(), "Association", anchor=place, proper=True)
    whole = text[party.start() : tail.end()]
    return Mention(Kind.ORGANISATION, party.start(), tail.end(), whole, "organisations.party", 0.97, value)


# 九三学社|秀山|支社, 民盟|一中|支部: branches whose district, or house, goes by a short name.
_OWN_BRANCH = needing(
    "民革 民盟 民建 民进 农工党 农工民主党 致公党 九三学社 台盟",
    rf"(?:{_MINOR_PARTIES})(?P<own>(?:(?![员界主各的了和与及、在到由市县区省])[一-龥]){{2,4}}?)(?:支社|总支|支部|基层委员会|委员会|市委会|区委会|县委会)(?![书])",
)


def find_party_branches(text: str, found: Found) -> Iterator[Mention]:
    """Branches of the democratic parties that bear a short name between the party's and their kind."""
    for match in _OWN_BRANCH.finditer(text):
        if found.covering(Kind.ORGANISATION, match.end() - 1) is not None and found.covering(Kind.DISTRICT, match.start("own")):
            continue
        if any(ends_walk(piece) for piece in words().cut(match["own"])):
            continue
        value = BodyValue(match.group(), "Association", proper=True)
        yield Mention(Kind.ORGANISATION, match.start(), match.end(), match.group(), "organisations.party", 0.9, value)


_LEAGUE = re.compile(r"(?P<league>共青团|中国共产主义青年团)$|(?:^|[^一-龥]|[由是和与及向为对在被受经])(?P<bare>团)$")


def _pioneers(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the committee for the pioneers begins and ends: 少先队|某市某区|工作委员会."""
    whole = text.startswith("工作委员会", end)
    if not (whole or text.startswith("工委", end)) or not text.endswith("少先队", 0, start):
        return None
    begin = start - (5 if text.endswith("中国少先队", 0, start) else 3)
    return begin, end + (5 if whole else 2)


def _league(text: str, start: int, end: int, *, single: bool) -> tuple[int, int] | None:
    """Where a committee of the youth league begins and ends: 共青团|某县|委员会, 团|某市某区|委.

    ``start``: where the chain of its districts begins; ``single``: whether the last is called by one character (荣县县委).
    """
    if text[end : end + 1] == text[end - 1] and text.startswith("委", end + 1) and single:
        end += 1  # 共青团|荣县|县委
    whole = text.startswith("委员会", end)
    if not (whole or (text.startswith("委", end) and holds("委", text, end + 1))):
        return None
    before = _LEAGUE.search(text, max(0, start - 9), start)
    if before is None or (whole and before["league"] is None):
        return None
    return start - len(before["league"] or before["bare"]), end + (3 if whole else 1)


_GATHERS = re.compile("(?:组织|联合|会同|协调|牵头组织|组织协调|统筹|召集|抽调)(?:了|辖区)?(?!部|委)")
_LOCAL_ENDS = tuple("局所办队站")


def find_gathered(text: str, place: Mention, body: Mention | None = None) -> Iterator[Mention]:
    """某镇组织|派出所、应急办|开展…: offices without their district, in the list of whom it, or a body of it, brings together."""
    if level_of(place) in ("township", "county"):
        yield from _gathered(text, (body or place).end, BodyValue("", "", anchor=place))


def find_gathered_by_unit(text: str, body: Mention) -> Iterator[Mention]:
    """县公安局禁毒大队联合|刑侦大队: offices of the district whose body is called by its unit alone."""
    value = body.value
    holder = value.parent.value if isinstance(value, BodyValue) and value.parent is not None else value
    if isinstance(holder, BodyValue) and holder.anchor is None and holder.relative in _COUNTY_UNITS:
        yield from _gathered(text, body.end, BodyValue("", "", relative=holder.relative))


_COUNTY_UNITS = ("县", "区", "市", "旗")


def _gathered(text: str, at: int, of: BodyValue) -> Iterator[Mention]:
    """The offices of a list that a verb of bringing together opens at a position, each of the district that ``of`` tells."""
    verb = _GATHERS.match(text, at)
    start = verb.end() if verb is not None else 0
    offices: list[Mention] = []
    while verb is not None:
        form = match_department(text, start)
        if form is None or len(form[0]) < 3 or form[0][-1] not in _LOCAL_ENDS or not holds(form[0], text, start + len(form[0])):
            break
        end = start + len(form[0])
        value = replace(of, core=form[1], subtype=form[2])
        offices.append(Mention(Kind.ORGANISATION, start, end, text[start:end], "organisations.gathered", 0.85, value))
        mark = next((m for m in LIST_MARKS[:5] if text.startswith(m, end)), "")
        if not mark:
            break
        start = end + len(mark)
    yield from offices


# What stands before and behind a bureau that a county's own page names without the county: 带领|水利局、气象局|等部门.
_BEFORE_BUREAU = re.compile(
    "(?:^|[，。；：、（\\n—]|带领|组织|召集|会同|联合|协调|评议|抽调|邀请|[由与和及到进往]|以及|还有|连同)$"
)
_AFTER_BUREAU = re.compile(
    "[、，。；）]|等|和|及|与|在|将|对|为|以|关于|牵头|负责|联合|组织|开展|严格|积极|扎实|召开|举行|深入|主要|有关|相关|工作人员|干部|党组|参加|$"
)
_BARE_TAILS = (
    "局", "厅", "政协办", "人大办",
    "人民医院", "中医院", "妇幼保健院", "疾控中心", "职教中心", "交警大队", "消防大队", "消防救援大队"
)  # fmt: skip
_BARE_KINDS = ("GovernmentBody", "PartyBody", "PublicInstitution")


def find_bare_bureaus(text: str, found: Found) -> Iterator[Mention]:
    """水务局严格落实…, 走进某小区、|人民医院|: bureaus and hospitals of the page's own county without its name or unit."""
    home = found.context.home_of(found.article)
    if not home or gazetteer().by_code[home].level != "county":
        return
    for tail in _BARE_TAILS:
        at = -1
        while (at := text.find(tail, at + 1)) >= 0:
            end = at + len(tail)
            if (
                _AFTER_BUREAU.match(text, end) is None
                or text[at - 1 : end] == "大厅"
                or found.covering(Kind.ORGANISATION, at) is not None
            ):
                continue
            for start in range(max(0, end - 14), end - 2):
                form = match_department(text, start)
                if form is None or start + len(form[0]) != end or form[2] not in _BARE_KINDS:
                    continue
                if _BEFORE_BUREAU.search(text, max(0, start - 2), start) is not None:
                    value = BodyValue(form[1], form[2])
                    yield Mention(Kind.ORGANISATION, start, end, form[0], "organisations.bare_bureau", 0.75, value)
                break


# 第四中心医院, 第八十中学: houses that a city counts, named on a page of one of its districts without the city.
_NUMBERED_HOUSE = needing(
    "医院 中学 小学 幼儿园 学校",
    "第[一二三四五六七八九十百]{1,4}(?:中心|中医|人民|实验|高级|初级|职业|完全)?(?:医院|中学|小学|幼儿园|学校)",
)
_LEADS_TO_HOUSE = re.compile("(?:走访|慰问|看望|支援|援助|走进|来到|前往|考察|调研|检查|视察|督导|察看|采访|[在向为对给从])$")
_NO_HOUSE = re.compile("建设|改造|项目|工程|[那这]样|之[一称]|水平|标准|方阵|梯队")


def find_numbered_houses(text: str, found: Found) -> Iterator[Mention]:
    """来到|第四中心医院|、某水厂; 在|第八十中学|操场, 某县|第十二中学: hospitals and schools by their number."""
    for match in _NUMBERED_HOUSE.finditer(text):
        start, end = match.span()
        if found.covering(Kind.ORGANISATION, start) is not None or _NO_HOUSE.match(text, end) is not None:
            continue
        place = found.ending_at(Kind.DISTRICT, start)
        if place is not None:
            yield make_body(text, place.start, (start, match[0], match[0], "PublicInstitution", "pcd"), place, "", 0.9)
        elif any(before.search(text, max(0, start - 2), start) for before in (_BEFORE_BUREAU, _LEADS_TO_HOUSE)):
            value = BodyValue(match.group(), "PublicInstitution", proper=True)
            yield Mention(Kind.ORGANISATION, start, end, match.group(), "organisations.numbered", 0.8, value)
