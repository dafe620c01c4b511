"""Bodies with a name of their own, found by the ending that says what they are: 北方工业|大学, 某镇|绿源|合作社, 宏远|集团.

Where such a name begins, ``body_starts`` says; here is decided whether what stands before the ending is a name (宏远|集团) or a
common noun (民营|企业), and of whom the body is a part (某大学|附属医院).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg import seeds
from kg.extract.base import PEOPLES, SOCIETIES, BodyValue, Found, PlaceValue
from kg.extract.bodies import (
    ARMS,
    CJK,
    COUNTED_HEAD,
    FIRM_ENDS,
    FIRM_NAME,
    LEGAL_FORMS,
    LIMITED,
    LIST_MARKS,
    LISTED_UNITS,
    NO_BODY_NAMES,
    OWNERS,
    chain_start,
    is_built,
    level_of,
    seat_of,
)
from kg.extract.body_endings import find_suffixes
from kg.extract.body_functions import BEGINNING_VERBS, SEEN_THERE, SMALL_BODIES
from kg.extract.body_starts import COOPERATIVES, named_start, past_belonging, past_people, past_post, past_project, past_verb
from kg.extract.departments import match_department
from kg.extract.edges import (
    FIRM_STOPS,
    REGIONS,
    SINGLE_STOPS,
    SURE_TITLES,
    WORD_STOPS,
    ends_walk,
    extend_by_repetition,
    verb_stops,
)
from kg.extract.firm_starts import BRANDED, brand_start, is_arm, is_brand, is_city, is_led, trade_start
from kg.extract.firms import BRANDS, TRADES
from kg.extract.marked_bodies import is_called_scheme
from kg.extract.names import scorer
from kg.extract.offices import BRANCH, is_staff, office_of, open_office, part_of
from kg.extract.spheres import is_sphere
from kg.extract.taskforces import COUNTED_BEFORE, anchor_of
from kg.extract.titles import title_follows
from kg.gazetteer import gazetteer
from kg.model import Kind, Mention
from kg.patterns import needing
from kg.words import words

_LISTED_OFFICE = re.compile("[一-龥]{3}办公室$")


def find_named_bodies(text: str, found: Found) -> Iterator[Mention]:
    """Bodies with a name of their own; of a list what is no name by itself is one beside others of its kind."""
    doubtful: list[Mention] = []
    named = list(_by_ending(text, found, doubtful))
    yield from named
    if not doubtful:
        return
    bodies = [*named, *found.of(Kind.ORGANISATION)]
    ends = {body.end: body for body in bodies}
    starts = {body.start: body for body in bodies}
    for run in (doubtful, reversed(doubtful)):
        for body in run:
            beside = ends.get(body.start - 1) if text[body.start - 1 : body.start] in LIST_MARKS[:3] else None
            after = starts.get(body.end + 1) if text[body.end : body.end + 1] in LIST_MARKS[:3] else None
            if ends.get(body.end) is None and any(_is_kin(text, body, other) for other in (beside, after)):
                ends[body.end] = starts[body.start] = body
                yield body


_STAFF_UNIT = re.compile("[一-龥]{2,4}部(?=[、，和负有参的]|主任|部长|副部长)(?!门|分)")
_SISTER = re.compile("[一-龥]{2,12}?(?:公司|集团|(?<=[一-龥]{4})厂)")
_OWN_PART = re.compile(r"(?:(?![和与及在到向对由为、])[一-龥（）]){0,8}")
_PART_OF_BODY = re.compile(
    "(?:第[一二三四])?(?:附属|直属).+|[一二三]?附[中小幼]|第[一二三四五六]医院|.{2,}(?:中心|研究院|研究所|实验室|工作站)"
)
_AFFILIATED = frozenset({"附属", "第一附属", "第二附属", "第三附属", "附属第一", "附属第二", "直属"})
_SQUAD = re.compile("[一-龥]{0,4}[大支中]队")
_BUILT_ENDS = (
    "中心",
    "基地",
    "剧场",
    "公园",
    "书院",
    "剧院",
    "学校",
    "小学",
    "中学",
    "医院",
    "物馆",
    "书馆",
    "育馆",
    "念馆",
    "览馆",
    "术馆",
    "展馆",
    "理厂",
    "电站",
    "水厂",
    "备库",
    "粮库",
    "市场",
    "校区",
    "院区",
    "分院",
    "分校",
)
_HONOURED = ("为", "是", "获", "评", "入选", "授予", "获得", "荣获", "列入", "成为", "创成", "申报", "创建", "认定")
_PLAQUE = re.compile("”(?:、?“[^“”\n]{2,24}”)*(?:等)?(?:的)?(?:牌匾|铜牌|匾牌|奖牌|称号|荣誉|证书|授牌|揭牌|挂牌)")
_BANK_BRANCH = re.compile("(?:(?![、，和与及在向为])[一-龥]){2,7}?(?:支行|分行|分理处|营业部)")
_SCHEME_AFTER = re.compile(
    "[一-龥]{0,4}?(?:项目|工程|行动|活动|计划|品牌|模式|机制|服务机制|工作法|制度|[助奖]学金)(?![部办]|负责人)"
)
_STANDARDS = ("枫桥式", "新时代枫桥式")
_MANNER = re.compile("[一-龥]{2,6}式[一-龥]{0,2}$")
_BY_ONE = ("一专班", "一班子", "一小组", "一团队")
# What is set up in many places under one name in marks, and who heads it where it is one.
_SERVICES = ("书屋", "书房", "驿站", "食堂", "超市", "夜校", "工坊")
_HEADED = re.compile("”(?:创始人|创办人|负责人|主理人|店长|老板|馆长|站长|经理|总经理|理事长|董事长|主任|校长)")
_JOINED_BY = ("联合", "会同", "携手", "协同")
_WITH_NATIONAL = re.compile("(?:联合|会同|携手)(?=中国|国家|全国|中央)")
# 四大会计师事务所, 贝宁一家水果公司: counted, and not named.
_COUNTED = re.compile("(?:[一-龥]{0,8}?[一两多几]家|[二三四五六七八九十两]大(?![学洋]))(?=.)")
_NEWLY_BUILT = re.compile("(?:[该本]?(?:项目|工程))?(?:拟|计划|将|已)?(?:新建|改建|扩建|改扩建|迁建|续建|新[增修改])")
_SO_MANY = re.compile("(?:\\d+|[一二两三四五六七八九十百]+)(?:余|多)?(?:座|所|个|家|处|栋|幢)")
_SEARCHED = ("清查", "检查", "排查", "抽查", "巡查", "查处", "查封", "取缔", "关停", "关闭", "拆除", "整顿")
_OF_FIRMS = frozenset({"Enterprise", "PublicInstitution"})  #: 林场 are institutions
_STATE_FIRMS = ("国药", "国投", "国网", "国电", "国能", "国机", "国航", "国贸", "国信", "国寿")
_BUYS = ("收购", "并购", "入股", "参股", "注资", "控股", "委托", "引进")
_VIRTUES = ("诚信", "文明", "幸福", "信用", "积分", "美德", "道德", "公益", "孝善", "励志", "爱心", "创业", "就业", "共富")
_GLUED = ("集团", "协会", "商会", "行业协会", "合作社", "专业合作社", "专合社")
_PRESS_GROUPS = ("传媒集团", "报业集团", "报业传媒集团", "传媒有限公司", "报业传媒有限公司")
_PUBLIC_GROUP = re.compile("(?:中学|小学|学校|幼儿园|医院|一中|二中|三中|四中|实小|实验)(?:总院|教育|医疗)*$")
_RUNS_ON = frozenset(
    (
        "管理有限公司",
        "有限公司",
        "有限责任公司",
        "股份有限公司",
        "公司",
        "大酒店",
        "酒店",
        "宾馆",
        "度假酒店",
        "度假村",
        "度假区",
        "国际酒店",
    )
)
#: what a university, an academy or a society has under its own name, and endings of trades that a name runs past
_HOLDERS = ("大学", "学院", "科学院", "研究院", "总院", "协会", "学会", "联合会", "总会")
_HELD = ("研究中心", "研究所", "研究院", "学院", "实验室", "委员会", "分会", "协会", "基金会", "校友会", "实验中心", "医院")
_TRADE_ENDS = ("业", "市场", "证券", "保险", "传媒", "电信", "石油", "电力")
_WORKS_ENDS = ("厂", "矿", "油田", "公司", "集团", "局")
_PART_OF_WORKS = re.compile(
    "(?:中心)?(?:研究[所院]|设计[所院]|医院)|工学院|技工学校|技校|子弟(?:学校|小学|中学)|职工(?:医院|大学|学校)"
)
_PART_OF_COLLEGE = re.compile("校友总?会|[一-龥]{0,6}基金会|研究生院|图书馆|博物馆|校医院|出版社")
_CAMPUS = ("学院", "校区", "研究院", "分校", "医院")


# What is said of a trade, and of no firm: 物业|企业引入难, 种业|振兴; not 红牛牧业|发展有限公司.
_TOLD_OF_TRADE = re.compile(
    "(?=[产企行发振市强大基顶管服纠矛收费覆引党治改水质条小工高])(?![一-龥]{0,8}?(?:公司|集团|合作社|股份|有限|控股))"
    "(?:产业(?![工部])|企业|行业|发展|振兴|市场|强[县市国]|大[县市国]|基地|顶层|管理(?![处部中员层])|服务(?![处部中站队人])|纠纷|矛盾|收费|费|覆盖|引入|党建|治理|改革|"
    "水平|质量|条例|小区|高质量|工作(?!人员))"
)
_SORTS_OF_ESTATE = ("红色", "智慧", "信托制", "无", "准", "专业化", "社会化", "后")  #: ways to look after estates: 红色|物业


def _is_countys_own(text: str, zone: Mention, stop: int, end: int) -> bool:
    """Whether a zone for universities begins with a county's name, which no university bears."""
    if level_of(zone) != "zone" or not text.endswith("大学", stop, end):
        return False
    places = gazetteer().by_short.get(text[zone.start : end - 2], ())
    return any(p.level == "county" for p in places) and not any(p.level in ("prefecture", "province") for p in places)


def _is_plaque(text: str, start: int, end: int) -> bool:
    """授“某市国防教育基地”“某省创作基地”|牌匾: whether a name in marks is what a plaque says."""
    if text[start - 1 : start] != "“" or not text.startswith("”", end):
        return False
    return text.endswith((*_HONOURED, "授", "颁发", "挂上"), 0, start - 1) or _PLAQUE.match(text, end) is not None


_NO_NAME_BEFORE = re.compile("[两二三四五六七八九十几多数余\\d]家$|[、一-龥]等$")


_OF_SEVERAL = re.compile("[两二三四五六七八九十](?:镇|乡|乡镇|县|区|街道|社区)$")
_GOT_INSIDE = re.compile("同志(?:为|兼?任|担任)|请来|迎来|引来|招来|聘请|采集|[组拉]起|入驻(?=[一-龥]{2,}(?:公司|集团))")


def _is_short_society(text: str, start: int) -> bool:
    """律协, 作协: whether a society's short name of two characters begins at a position."""
    form = match_department(text, start)
    return start >= 0 and form is not None and form[0] == text[start : start + 2]


_CLAUSE_MARKS = ("", "，", "。", "；", "\n", "“")
_SINCE = re.compile("[^。；\n]{2,40}?(?:以来|起，|开始，)")


_GOVERNS = frozenset("在对把被让给从令叫派使自即如像于同或")
_DOES_TO = frozenset((*FIRM_STOPS, *seeds.word_list("done_to_bodies")))


def _past_doer(text: str, start: int, stop: int, found: Found) -> int:
    """县政府|对|某公司, 某工作组收购|某公司: where a name begins behind one that does something to it."""
    doer = next(found.before(Kind.ORGANISATION, stop), None)
    if doer is None or not start <= doer.end <= stop - 3:
        return start
    done = next((size for size in (3, 2) if text[doer.end : doer.end + size] in _DOES_TO), 0)
    first = next(iter(words().cut(text[doer.end : stop])), "")
    return doer.end + (done or len(first)) if done or first in _GOVERNS or first in verb_stops() else start


_NO_HEAD = ("的", "找")
_BANK = re.compile("(?:^|[^一-龥]|[和与由及向同对从在给])(?P<brand>[一-龥]{2,4})$")


def _bank_start(text: str, start: int) -> int:
    """、|包商|银行某县支行: where a bank's name begins that no list has."""
    bank = _BANK.search(text, max(0, start - 5), start)
    if bank is None or any(word in SINGLE_STOPS or word in verb_stops() for word in words().cut(bank["brand"])):
        return start
    return bank.start("brand")


def _by_ending(text: str, found: Found, doubtful: list[Mention]) -> Iterator[Mention]:
    last: Mention | None = None
    for stop, end, subtype in find_suffixes(text):
        held = found.covering(Kind.ORGANISATION, stop)
        if held is not None and held.end >= end:
            continue
        if last is not None and last.end >= end:
            continue
        if text.endswith("大学", stop, end) and text.startswith(("学历", "学位", "文化程度"), end):
            continue  # 中央党校|大学学历: what one has learnt
        village = found.ending_at(Kind.DISTRICT, stop - 1) or found.ending_at(Kind.DISTRICT, stop)
        if end - stop == 1 and text.startswith(("组", "屯"), end) and village is not None and level_of(village) == "community":
            continue  # 东风村沙|厂|组: part of the village
        if text.startswith("联合社", stop) and text.startswith(("工", "保", "团"), end):
            continue  # 某局|联合|社工站
        if text.startswith("协会长", stop) and _is_short_society(text, stop - 1):
            continue  # 市律协|会长
        if text[end - 1] == "组" and text[end : end + 1] in ("织", "建", "成", "合"):
            continue  # 强力推进|组织建设
        if text[stop - 1 : stop] in ("家", "等") and _NO_NAME_BEFORE.search(text, max(0, stop - 4), stop):
            continue  # 甲、乙三家|公司, 甲、乙等|公司
        if text[end - 1] == "业" and end - stop == 2 and _TOLD_OF_TRADE.match(text, end) is not None:
            continue  # 就|种业|发展情况, 某区红色|物业|顶层设计, 智能|鞋业|产业园
        place = found.covering(Kind.DISTRICT, end - 1)
        if place is not None and place.end > end and end - stop <= 2 and level_of(place) in ("township", "community"):
            continue  # 油坊|店乡, 茶园|村
        if place is not None and place.end == end + 1 and level_of(place) == "zone":
            continue  # 农业园|区, 大学|城
        if place is not None and place.end > end and _is_countys_own(text, place, stop, end):
            continue  # 某某|大学科技园: no university is called so
        if end - stop > 2 and text.endswith("政府", stop, end) and text.endswith(f"{text[stop]}委", 0, stop):
            continue  # 某镇委|镇政府
        if text[stop:end] == "政府" and text.endswith(("党委", "工委"), 0, stop):
            continue  # 镇党委|政府: two bodies
        if text[stop - 1 : stop] == "原" and _is_past_group(text, stop, end, last, found):
            continue  # 某市政协|原|党组书记: the group of the body before it
        start = past_verb(text, past_people(text, named_start(text, stop, found, end), stop), stop)
        start = past_post(text, start, stop, found)
        start = _troupe_start(text, stop, end, found) if start >= stop and text[end - 1] == "团" else start
        start = past_project(text, start, stop) if text.endswith((*LEGAL_FORMS, "集团"), stop, end) else start
        if text.endswith("大学", stop, end):
            start = _own_university(text, start, end, found)
        elif text[start] == "起" and text[start - 1 : start] in ("立", "建", "办", "设"):
            start += 1  # 成立|起|花木研究院
        elif text[start] == "系" and found.starting_at(Kind.DISTRICT, start + 1) is not None:
            start += 1  # 前身系|某县某商会
        branded = brand_start(text, start, stop, end, found) if subtype in _OF_FIRMS else -1
        start = past_belonging(text, branded if branded >= 0 else start, stop)
        union = text.rfind("联合国", max(0, start - 1), max(0, stop - 1))
        if union >= 0 and (subtype == "Enterprise" or text.startswith(_STATE_FIRMS, union + 2)):
            start = union + 2  # 联合|国投电力|有限公司, 联合|国药某某医院
        if (
            last is not None
            and last.end < stop <= last.end + 14
            and last.end < start
            and last.text.endswith(_HOLDERS)
            and text.endswith(_HELD, stop, end)
            and is_sphere(text[last.end : stop])
        ):
            start = last.end  # 某大学|企业|研究中心, 某大学|材料科学与工程|研究院
        if last is not None and start <= last.end < stop and _WITH_NATIONAL.match(text, last.end):
            start = last.end + 2  # 某大学联合|中国科学院
        start = _past_doer(text, start, stop, found)
        if text.startswith("银行", start) and start > 1:
            start = _bank_start(text, start)
        start += text.startswith(_NO_HEAD, start) and stop - start > 2  # 鲁村镇|的|鲁村煤矿, |找|某某农场
        for verb in _GOT_INSIDE.finditer(text, start, stop):
            start = verb.end()  # 某村请来|某某物业公司, 专人采集|物流公司信息, 甲同志任|党工委
        if text[stop - 1] == "任" and start + 2 < stop and scorer().is_name(text[start : stop - 1], 1.0):
            continue  # 甲任|支部|委员
        if (start >= stop and text.endswith("任", 0, stop)) or text.endswith(("新任", "现任", "时任"), 0, stop):
            continue  # 甲同志任|党工委|书记
        if _OF_SEVERAL.search(text, start, stop) or text.startswith("辖", start):
            continue  # 甲、乙、|丙四镇人大|主席; 及所|辖中小学校
        if text[start] == "度" and text[start - 1 : start] == "年":
            continue  # 2015年|度乡镇党委|书记述职会
        if text[start] == "全" and text[start + 1 : start + 2] in tuple("省市县区旗州盟镇乡村") and start + 2 < stop:
            continue  # 全旗|牧业: all that there is of it
        seen = SEEN_THERE.match(text, start, stop)
        if seen is not None and stop - seen.end() > 1 and found.ending_at(Kind.DISTRICT, start) is not None:
            start = seen.end()  # 到某街道|指导|社工站建设
        if text[start] == "自" and text[start - 1 : start] in _CLAUSE_MARKS and _SINCE.match(text, end) is not None:
            start += 1  # 自|农行某省分行推出某贷以来
        host = found.starting_at(Kind.DISTRICT, start)
        joined = host.end if host is not None else start
        if (
            subtype != "Enterprise"
            and joined + 4 <= stop
            and text.startswith(_JOINED_BY, joined)
            and (host is not None or found.ending_at(Kind.DISTRICT, joined) is not None)
        ):
            start = joined + 2  # 某镇|联合|某某慈善基金会
        if COUNTED_BEFORE.search(text, max(0, start - 3), start) is not None and not text.endswith("公司", stop, end):
            continue  # 五家|制砂厂
        if _COUNTED.match(text, start, end) is not None:
            continue
        runs_on = glued = False
        campus = (
            found.ending_at(Kind.DISTRICT, start)
            if last is not None and start > last.end
            else found.starting_at(Kind.DISTRICT, start)
        )
        if (
            last is not None
            and campus is not None
            and campus.start == last.end
            and last.text.endswith("大学")
            and text.endswith(_CAMPUS, stop, end)
        ):
            value = BodyValue(text[last.end : end], "PublicInstitution", parent=last, proper=True)
            last = Mention(Kind.ORGANISATION, last.start, end, text[last.start : end], "organisations.proper", 0.86, value)
            yield last  # 某大学|某市|学院
            continue
        member = last is not None and last.end < stop and past_people(text, last.end, stop) > last.end
        if last is not None and last.end <= stop <= last.end + 8 and not member:  # 某商会|会员单位|某公司
            between = text[last.end : stop]
            of_trade = not between and subtype in ("PublicInstitution", "Association") and last.text.endswith(_TRADE_ENDS)
            joins = text[stop:end] in _GLUED or text.endswith(COOPERATIVES, stop, end)
            glued = not between and (
                (joins and last.text.endswith(("业", "厂", "店"))) or text.startswith(_PRESS_GROUPS, stop)
            )  # 鑫源酒业|集团, 鑫源牧业|专业合作社
            on = not between and text[stop:end] in _RUNS_ON and last.by == "organisations.proper" and subtype == "Enterprise"
            if on and isinstance(last.value, BodyValue) and last.value.subtype == "Enterprise":
                start = last.start  # 某某大酒店|管理有限公司, 某某温泉|大酒店
            runs_on = (
                on
                or (last.text.endswith(("业", "厂")) and text.endswith(LEGAL_FORMS, stop, end))
                or (
                    not between and last.text.endswith("商贸") and text.endswith((*LEGAL_FORMS, *COOPERATIVES, "集团"), stop, end)
                )
                or (not between and last.text.endswith(("农场", "林场", "茶场")) and text[stop:end] in ("公司", "有限公司"))
                or (
                    last.text.endswith("集团")
                    and len(between) > 1
                    and text[stop:end] == "公司"
                    and not title_follows(text, last.end)
                )
            )  # 某铝业|科技|材料有限公司, 某集团|黄河|公司
            runs_on = runs_on or of_trade or (not between and text.startswith("交易所", stop))  # 某省矿业|学院, 某市证券|交易所
            if glued or of_trade or ((runs_on or text.startswith(LEGAL_FORMS, stop)) and _OWN_PART.fullmatch(between)):
                start = last.start  # 海辰药业|股份有限公司, 某集团|国贸|有限公司
            elif between in _AFFILIATED:
                start = last.end  # 某大学|附属|医院
        arm = last is not None and last.end <= stop and subtype == "Enterprise" and not member and is_arm(text, last, end)
        arm = arm or (last is not None and text[stop:end] == "公司" and is_city(text[last.end : stop]))  # 中梁置业|邢台公司
        if last is not None and arm:
            start, runs_on = last.start, True
        merged = last is not None and start == last.start and (runs_on or glued or text.startswith((*LEGAL_FORMS, "集团"), stop))
        if last is not None and not merged and last.start <= start < last.end <= stop:
            start = last.end
            start += 2 * (text.startswith(_BUYS, start) and stop - start > 3)  # 某集团|收购|某某食品有限公司
        if text.startswith(_BUILT_ENDS, end - 2) and is_built(text, end):
            continue  # 某某文体中心、某街改造等项目: a thing to be built
        if text.endswith("基地", stop, end) and (text.endswith(_HONOURED, 0, start) or _is_plaque(text, start, end)):
            continue  # 被命名为|某省|爱国主义教育基地: an honour
        if text.startswith(_STANDARDS, start) or (
            text[start - 1 : end + 1 : end + 1 - start] == "“”" and _MANNER.match(text, start, stop)
        ):
            continue  # 枫桥式|公安派出所: what any may be called
        if text.endswith("基地", stop, end) and text[start] == "“" and _GOODS_HEAD.match(text, end) is None:
            continue  # 打造|“某某”法治教育基地, 共建|“某某”实习基地
        if text[end : end + 1] == "”" and (_SCHEME_AFTER.match(text, end + 1) is not None or text.endswith(_BY_ONE, start, end)):
            continue  # “某某食堂”|项目, “一事一策一专班”
        if (
            is_called_scheme(text, start, end)
            or _is_service(text, start, stop, end)
            or text.endswith(("一期", "二期", "三期"), start, stop)
        ):
            continue  # 某研究院|一期实验室: a thing to be built
        if text[stop - 1 : stop] == "”" and text.startswith("议事会", stop) and end == stop + 3:
            continue  # “五方共商”议事会: how neighbours talk things over
        if text[start - 1 : start] == "“" and text[end : end + 1] != "”" and "”" in text[end : end + 4]:
            continue  # 上起“开心农场|课”: a part of what is quoted
        if text[end : end + 1] == "”" and "“" in text[max(0, start - 3) : start] and text[start - 1] != "“":
            continue  # “无|疫海上牧场”: a part of what is quoted
        if _NEWLY_BUILT.match(text, start, stop) and _SO_MANY.match(text, end):
            continue  # 新建|净水厂一座
        if text.endswith("中小学", start, end) or (text.startswith("组织", start) and text[end - 1] == "队"):
            continue  # 新建|中小学, 组织|法警大队
        if subtype in _OF_FIRMS and text.endswith(_SEARCHED, start, stop):
            continue  # 整治中清查|网吧
        if start >= stop:
            beside = last is not None and last.end == stop - 1 and text[stop - 1] in "、和与" and end - stop >= 5
            if beside and subtype == "Association" and last is not None and last.text.endswith(SOCIETIES):
                value = BodyValue(text[stop:end], subtype, proper=True)
                last = Mention(Kind.ORGANISATION, stop, end, text[stop:end], "organisations.beside", 0.8, value)
                yield last  # 某协会、|县域经济研究会
                continue
            whole = last if last is not None and last.end == stop else found.ending_at(Kind.ORGANISATION, stop)
            of_works = whole is not None and whole.text.endswith(_WORKS_ENDS) and _PART_OF_WORKS.fullmatch(text, stop, end)
            of_works = of_works or (
                whole is not None and whole.text.endswith(_HOLDERS[:2]) and _PART_OF_COLLEGE.fullmatch(text, stop, end)
            )
            if whole is None or not (of_works or _PART_OF_BODY.fullmatch(text, stop, end)):
                doubt = listed_name(text, stop, end, subtype, found) if whole is None else None
                if doubt is not None:
                    doubtful.append(doubt)
                continue
            value = BodyValue(text[stop:end], "PublicInstitution", parent=whole, proper=True)
            last = Mention(Kind.ORGANISATION, whole.start, end, text[whole.start : end], "organisations.proper", 0.85, value)
            yield last  # 某大学|附属医院, 某公司|技术中心
            continue
        anchor, unit, core_at = anchor_of(text, start, stop, found)
        if text[core_at:stop] == "一" and anchor is not None and text.endswith(_ONE_OF_MANY, stop, end):
            continue  # 某县|一|小学新教学楼启用, 某镇|一公司被查
        if text[core_at:stop] == "部分":
            continue  # 某市|部分|商场
        if text.startswith("--", start):
            start, core_at = start + 2, max(core_at, start + 2)  # 重点企业--|某某服饰有限公司
        if anchor is not None:
            start = anchor.start
            if subtype == "Enterprise" and not unit and text.endswith((*LEGAL_FORMS, *COOPERATIVES), stop, end):
                start = chain_start(found, start)  # 贵州|金沙|某酒业有限公司
            if subtype == "Association" and (seat := seat_of(anchor, found)) is not None:
                start, core_at, anchor = seat.start, seat.end, seat
        follows = last is not None and last.end == start and subtype != "Enterprise"
        if text[end - 1] == "队" and text.startswith("党员", start) and found.ending_at(Kind.ORGANISATION, start) is not None:
            follows = True  # 某医院|党员|医疗服务队
        if last is not None and subtype == "Association" and last.text.endswith(SOCIETIES) and stop - start >= 3:
            follows = follows or (last.end == start - 1 and text[start - 1] in "、和与")  # 甲协会、|农村经济|研究会
        if anchor is None and branded != start and _is_of_goods(text, start, end):
            continue  # 某村的|麦冬种植基地, 建起|黄桃种植基地: what stands there
        by_part = text[start:stop] in found.place_parts() or text[core_at:stop] in found.place_parts()
        if text.endswith("超市", stop, end) and (
            (branded < 0 and end - stop == 2) or text.endswith(_VIRTUES, 0, stop) or text[start - 1 : start] == "“"
        ):
            continue  # 某县|大型|超市; 诚信|超市, “抗疫流动平价超市”: how a village or town rewards and supplies
        sure = follows or by_part or arm or branded == start
        if not sure and not _named(text, start, core_at, stop, end, anchor, unit):
            doubt = listed_name(text, stop, end, subtype, found)
            if doubt is not None:
                doubtful.append(doubt)
            continue
        if anchor is not None and text[core_at] == "原" and stop - core_at > 2 and words().cut(text[core_at:stop])[0] == "原":
            start, core_at, anchor = core_at + 1, core_at + 1, None  # 某县|原|张店小学: named as what it was
        if anchor is not None and isinstance(anchor.value, PlaceValue) and anchor.value.relative:
            start = core_at  # 该村|绿源合作社
        if (
            last is not None
            and text.endswith(_BRANCHES, stop, end)
            and last.text.endswith(("银行", "信用社", "联社"))
            and 0 < start - last.end <= 6
            and text[last.end : start].isalpha()
        ):
            start = core_at = last.end  # 某银行|新余|渝水支行
        form = match_department(text, start) if anchor is None and not unit else None
        below = BRANCH.fullmatch(text, stop, end) or (text[stop - 1] == "局" and _SQUAD.fullmatch(text, stop, end))
        if form is not None and start + len(form[0]) == stop and below:
            bare = Mention(Kind.ORGANISATION, start, stop, form[0], "organisations.body", 0.8, BodyValue(form[1], form[2]))
            value = BodyValue(text[stop:end], subtype if below.re is _SQUAD else "PartyBody", parent=bare)
            last = Mention(Kind.ORGANISATION, start, end, text[start:end], "organisations.nested", 0.85, value)
            yield last  # 住建局|党组: the page's own
            continue
        if form is not None and start + len(form[0]) == end and form[2] == "GovernmentBody" and _LISTED_OFFICE.search(form[0]):
            last = Mention(Kind.ORGANISATION, start, end, form[0], "organisations.body", 0.85, BodyValue(form[1], form[2]))
            yield last  # 与|河长制办公室|联合巡查: the county's, for no other has one of that name
            continue
        if text[end - 1] == "委" and text.startswith("共青团", start):
            subtype = "Association"
        if text.endswith("集团", stop, end) and _PUBLIC_GROUP.search(text, start, stop) is not None:
            subtype = "PublicInstitution"
        if anchor is None and not unit and (last is None or last.end != start):
            start = core_at = extend_by_repetition(text, start, end)
        if subtype == "Enterprise" and text.endswith(LEGAL_FORMS, stop, end) and (site := _site_of(text, start, stop, found)):
            start = site.end  # 某镇|湖南某茶业有限公司
            anchor = found.starting_at(Kind.DISTRICT, start)
            core_at = anchor.end if anchor is not None and anchor.end < stop else start
        holder = last if last is not None and last.end == start else found.ending_at(Kind.ORGANISATION, start)
        branch = holder is not None and holder.text.endswith(OWNERS) and text.endswith(ARMS, stop, end)
        wide = anchor is not None and level_of(anchor) in ("province", "prefecture")
        kin = holder is not None and (holder.text.endswith("公司") or (wide and holder.text.endswith("集团")))
        if kin and holder is last and holder is not None and _SISTER.fullmatch(text, start, end):
            start = core_at = holder.start  # 某电力有限公司|东北新能源公司, 国家电投集团|湖北电力有限公司
            holder = anchor = None
        begin = holder.start if holder is not None and (subtype != "Enterprise" or branch) else start
        value = BodyValue(
            text[core_at:end], subtype, anchor=anchor, relative=unit, parent=holder if begin != start else None, proper=True
        )
        if branch and holder is not None and holder.text.endswith("银行"):
            near = anchor if anchor is not None and level_of(anchor) == "county" else None
            value = BodyValue(text[begin:end], subtype, anchor=near, proper=True)  # 某银行某支行: one body
        campus_end = _past_campus(text, end) if text[end : end + 1] == "（" and text.endswith(_COLLEGES, stop, end) else end
        if campus_end > end:
            value, end = replace(value, core=value.core + text[end:campus_end]), campus_end
        body = Mention(Kind.ORGANISATION, begin, end, text[begin:end], "organisations.proper", 0.85, value)
        last = body
        if text.endswith("银行", stop, end) and _BANK_BRANCH.match(text, end) is not None:
            continue
        yield body
        inner = office_of(text, body, found)
        if inner is not None and is_staff(text, body, inner):
            continue
        if inner is not None and (
            BRANCH.match(text, end)
            or part_of(text, body) is not None
            or _STAFF_UNIT.match(text, end)
            or open_office(text, body, found) == text[end : inner.end]
        ):
            yield inner


def _site_of(text: str, start: int, stop: int, found: Found) -> Mention | None:
    """走进某县|某镇|湖南某茶业有限公司: the town or zone where a firm is that is called after a province or city."""
    for site in found.between(Kind.DISTRICT, start, stop):
        if level_of(site) not in ("township", "community", "zone") or stop - site.end < 4:
            continue
        if any(gazetteer().is_short(text[site.end : site.end + size], ("province", "prefecture")) for size in (2, 3)):
            return site
    return None


# 某小学|东关分校, 某中学|高铁校区: a house of a school that bears both names.
_CAMPUS_OF = needing(
    "分校 校区 分园 分院",
    "(?<=[学校园院中])(?:(?![和与及在到向对由为的、各两新老本])[一-龥]){2,6}?(?:分校|校区|分园|(?<=[一-龥]{3})分院)(?![长])",
)


def find_campuses(text: str, found: Found) -> Iterator[Mention]:
    """A school or hospital and the house of it that is named right behind it: one body."""
    for match in _CAMPUS_OF.finditer(text):
        holder = found.ending_at(Kind.ORGANISATION, match.start())
        if holder is None or not isinstance(holder.value, BodyValue) or holder.value.subtype != "PublicInstitution":
            continue
        if any(ends_walk(piece) for piece in words().cut(match.group()[:-2])):
            continue
        value = replace(holder.value, core=holder.value.core + match.group(), proper=True)
        whole = text[holder.start : match.end()]
        yield Mention(Kind.ORGANISATION, holder.start, match.end(), whole, "organisations.campus", 0.88, value)


_IN_BRACKETS = re.compile("（(?P<place>[一-龥]{2,4}?)(?P<campus>校区|分校)?）")


def _past_campus(text: str, end: int) -> int:
    """Where a university's name ends that says in brackets which one it is: 中国地质大学|（武汉）, 某大学|（奉贤校区）."""
    which = _IN_BRACKETS.match(text, end)
    if which is None:
        return end
    told = which["campus"] or which["place"] in REGIONS or which["place"] in gazetteer().by_short
    return which.end() if told else end


_PROPER_TAGS = ("ns", "nz", "nr", "nt")


def _own_university(text: str, start: int, end: int, found: Found) -> int:
    """集聚|清华大学, 甲|清华大学博士: where a university begins that the dictionary has by a name of its own."""
    for size in (6, 5, 4):
        begin = end - size
        if start < begin and words().tag(text[begin:end]) == "nt" and words().tag(text[begin : end - 2])[:2] in _PROPER_TAGS:
            placed = (
                found.covering(Kind.DISTRICT, start) is not None
                or text[start:begin] in _WIDE
                or text[start:begin] in gazetteer().by_short
            )
            return start if placed else begin  # 长春|中医药大学
    return start


_TURNED = re.compile("变身|(?:改造|改建|打造|改|变|建设)成")  # 被改造成|社区食堂, 变身|冰雪乐园: what a thing becomes
_OF_A_BODY = tuple("局委部厅院会府协司处办校所站队行社团厂馆署")


def _is_past_group(text: str, stop: int, end: int, last: Mention | None, found: Found) -> bool:
    """Whether a party group behind 原 is that of the body before it, whose head was its secretary: 某局|原|党组书记."""
    if BRANCH.fullmatch(text, stop, end) is None or found.covering(Kind.DISTRICT, stop - 1) is not None:
        return False  # 太原|党委
    known = last is not None and last.end == stop - 1
    return known or text.endswith(_OF_A_BODY, 0, stop - 1) or found.ending_at(Kind.ORGANISATION, stop - 1) is not None


_SCHOOLS = ("小学", "中学", "幼儿园", "希望小学")
_BRANCHES = ("支行", "分行", "分理处", "营业部")
_OF_BANK = re.compile("[一-龥]{2,6}(?:银行|信用社|联社)[一-龥]{2,4}$")
_COLLEGES = ("学院", "大学", "医学院", "师范学院", "师范大学", "工学院", "职业学院")
_WIDE = ("中国", "中央", "北方")
_PAPERS = ("矿务局", "日报社", "日报", "晚报", "晚报社", "广播电视台", "电视台")
_LEVELS = frozenset({"乡", "镇", "乡镇", "镇村", "县", "区", "市", "县乡", "市县", "县区", "区县", "州", "县镇", "街镇", "镇街"})
_FIRST_OF_ITS_KIND = ("第一个", "第一家", "第一所", "第一支", "首个", "首家", "首所", "首支")
# Works of the page's own district: 县|化肥厂, 市|公交公司; and those of which a district has many.
_WORKS = ("厂", "公司", "集团")
_ONE_OF_MANY = (
    "小学",
    "学校",
    "公司",
    "企业",
    "工厂",
    "幼儿园",
    "酒店",
    "饭店",
    "超市",
    "商场",
    "药店",
    "合作社",
    "农场",
    "加油站",
    "银行",
)
_ANY_SHOP = ("厂", "店", "场", "馆", "公司", "企业", "学校", "医院")
_ANY_WORKS = frozenset(
    ("加工厂", "总公司", "分公司", "支公司", "子公司", "母公司", "有限公司", "上市公司", "物业公司", "建筑公司", "房地产公司",
     "保险公司", "劳务公司")
)  # fmt: skip


_TIMES = ("近日", "日前", "昨日", "今日", "昨天", "今天", "连日来", "当天", "当日", "上午", "下午", "现场")  # 近日|富民合作社
_SOCIETY_HEAD = re.compile("(?:常务|执行|名誉)?(?:副?(?:会长|秘书长|理事长|社长|团长)|发起人|创始人)")


def _is_headed_society(text: str, start: int, end: int) -> bool:
    """爱心公益|协会|会长甲, 野草|诗社|社长乙: a society called by common words alone is one where its head is named."""
    if _SOCIETY_HEAD.match(text, end) is None:
        return False
    troupe = text[end - 1] == "团" and text.startswith(("团长", "副团长"), end)  # 市民宣讲团|团长甲
    return end - start > 3 and (troupe or text.endswith(_CLUBS if end - start == 4 else (*SOCIETIES, *_CLUBS), start, end))


# 市民|巡访团, 老年|合唱团: whose a troupe is, where its head is named.
_TROUPE_OF = re.compile(
    "(?:市民|居民|村民|群众|百姓|[中老青少]+年|职工|党员|妇女|巾帼|家长|专家|乡贤|老兵|老干部|退役军人|退休教师)+$"
)


def _troupe_start(text: str, stop: int, end: int, found: Found) -> int:
    """Where a troupe begins that is called by those in it alone, behind its district or without."""
    whose = _TROUPE_OF.search(text, max(0, stop - 8), stop)
    if whose is None or not text.startswith(("团长", "副团长"), end):
        return stop
    place = found.ending_at(Kind.DISTRICT, whose.start())
    return place.start if place is not None else whose.start()


_CLUBS = (
    "诗社",
    "文学社",
    "书画社",
    "剧社",
    "票友社",
    "棋院",
    "摄影社",
    "诗词社",
    "戏曲社",
    "民乐社",
    "话剧社",
    "合唱社",
    "曲艺社",
)


def _is_service(text: str, start: int, stop: int, end: int) -> bool:
    """Whether what is named in marks is a service: “巧媳妇书屋”|落户某县, not “同心书屋”|负责人."""
    marked = text[start - 1 : start] == "“" and text.startswith("”", end)
    return marked and text.endswith(_SERVICES, stop, end) and _HEADED.match(text, end) is None


_GOODS_ENDS = (
    "种植基地", "养殖基地", "育苗基地", "生产基地", "示范基地", "加工基地", "车间", "加工厂", "茶厂", "作坊", "工坊", "采摘园",
    "种植园", "展示中心", "交易市场"
)  # fmt: skip
_MADE_BEFORE = ("的", "建起", "建成", "建起了", "建成了", "建了", "建有", "新建", "办起", "办起了", "打造", "发展", "成为")
_GOODS_HEAD = re.compile("里?的?(?:负责人|厂长|老板|经理|总经理|董事长|理事长|场长|技术员|员工|工人)[一-龥]{2,3}|[）”]")


def _is_of_goods(text: str, start: int, end: int) -> bool:
    """某村的|麦冬种植基地: works called by their goods alone, where they are somebody's or were just set up."""
    if not text.endswith(_GOODS_ENDS, start, end) or not text.endswith(_MADE_BEFORE, 0, start):
        return False
    if text[start : start + 2] in BRANDS:
        return False  # 某镇的|金穗面粉加工厂
    return _GOODS_HEAD.match(text, end) is None


_OF_CITIES = (
    "军分区", "海关", "机场", "中院", "中级法院", "中级人民法院", "火车站", "高铁站", "汽车站", "客运站", "铁路局", "公路局",
    "公路分局", "烟草局", "港务局", "供电公司", "供电局", "移动公司", "电信公司", "联通公司", "银行", "商会", "体校", "卫校",
    "市委", "博物馆", "图书馆", *(f"{number}中" for number in "一二三四五六七八九十")
)  # fmt: skip
_WORKS_OR_SHOPS = ("厂", "场", "公司", "合作社", "超市", "酒店", "宾馆", "商店", "集团", "药店", "药房")
_NUMERAL_BRAND = re.compile(
    "[双三四五六七八九万千百][^大小多级类种所家个座方地层线轮期批条项位名人千百十万年月日时季天周代重边面向能用头包车门手职]"
)
_MADE_STRONG = re.compile("[建配选育抓管做筑夯][强优实好牢]")
_MAKES = re.compile("建设(?![路街村镇乡里大])")
_PLANTED = re.compile("(?:苹|芒|糖|百香|水|无花|火龙|奇异|白|坚|红|油茶)?果园|茶园|葡萄园|草莓园")
_MADE_ENDS = ("场", "车间", "厂", "小学", "中学", "学校", "幼儿园", "基地", "园", "医院")


_HOLDS = frozenset(("任", "担任", "兼任", "出任", "接任", "当选", "挂任"))  #: verbs of holding a post in the body behind
# Counts that COUNTED_HEAD lacks: 一|处, 好几|所.
_ONE_PLACE = re.compile("(?:好?几|数|多|十几|几十|[一两二三四五六七八九十]+)处|(?:好几|数)[所间]")
_WITHIN_UNIT = re.compile("[省市县区旗州镇乡村团场厂校院城辖街][里上内中下]")
# What is done with the small offices of a town, right before their bare names.
_CALLS_IN = frozenset(
    ("联动", "协同", "整合", "统筹", "汇聚", "聚合", "凝聚", "串联", "撬动", "下沉", "引导", "带动", "调动", "融合", "集聚",
     "进驻", "入驻", "依靠", "动员", "指导", "督促", "所在", "属地", "基层", "就近")
)  # fmt: skip
_SOME_SORT = re.compile("(?:边远|偏远|贫困|农村|乡村|山区|牧区|城乡|民办|公办|薄弱|基层)+(?:地区)?")
_SCHOOLS_ALL = ("学校", "小学", "中学", "中小学", "幼儿园")


def _named(text: str, start: int, core_at: int, stop: int, end: int, anchor: Mention | None, unit: str) -> bool:
    """Whether the stretch is a name and not a common noun (民营企业, 物业公司)."""
    core = text[core_at:stop]
    if _ONE_PLACE.match(core) is not None:
        return False  # 某村|一处|养鸡场
    if COUNTED_HEAD.match(core) is not None or core.endswith("年级") or core.startswith(_FIRST_OF_ITS_KIND):
        return False  # 我市|两所学校, 全州|第一个合作社
    if core in _HOLDS:
        return False  # 到某村|任|党支部书记
    if _TURNED.search(core) is not None or core.endswith(("定点", "时期", "初期", "年代")):
        return False  # 新冠肺炎定点|医院, 改革开放时期|法庭
    if anchor is None and not unit and text.endswith("支部", stop, end) and _MADE_STRONG.search(core) is not None:
        return False  # 建强农村|党支部
    if "+" in core or (unit and core.startswith("级")) or core.startswith("临时") or core in ("两级", "三级", "四级", "五级"):
        return False  # 县乡两级|党委
    built = (
        core.startswith("建设")
        and len(core) < 4
        and core[2:] not in ("路", "街", "巷")
        and not text.startswith((*FIRM_ENDS, "银行", "局", "工程"), stop)
    )
    if anchor is not None and (built or core[:2] in BEGINNING_VERBS):
        return False  # 在某县|建设|风电场
    if core in BEGINNING_VERBS or (text.endswith("物业", stop, end) and core.endswith(_SORTS_OF_ESTATE)):
        return False  # 项目|新建|养老院大楼, 某区|红色|物业
    if core[:1] == "一" and text.endswith(_ANY_SHOP, stop, end) and words().frequency(text[core_at + 1 : end]):
        return False  # 某镇|一|砖厂
    if len(core) > 2 and text.endswith(_MADE_ENDS, stop, end) and _MAKES.search(core) is not None:
        return False  # 帮某村|建设|养殖场
    if anchor is not None and _PLANTED.fullmatch(text, core_at, end) is not None:
        return False  # 某村|苹果园: what grows there
    if core in _LEVELS or core.endswith(("两级", "三级", "四级", "五级")):
        return False  # 各县|乡|党委, 市|县两级|法院
    if text[end : end + 1].isdigit() and text.endswith(("农场", "合作社", "企业", "大户"), stop, end):
        return False  # 某镇发展家庭农场32个
    if text.endswith(("研究总院", "设计总院"), stop, end) and len(core) >= 2:
        return COUNTED_BEFORE.search(text, max(0, start - 3), start) is None  # 钢铁|研究总院: one of its kind
    if _SOME_SORT.fullmatch(core) is not None and text.endswith(_SCHOOLS_ALL, stop, end):
        return False  # 某市|边远山区|学校: all of a sort
    if anchor is None and not unit and text[end - 1] in "队团" and PEOPLES.fullmatch(core):
        return False  # 彝族|管乐队: of what people those are who play
    if core and not unit and _is_headed_society(text, start, end):
        return True
    if core == "爱心" and (anchor is not None or unit) and text.endswith((*SOCIETIES, "救援队", "服务队"), stop, end):
        return True  # 某县|爱心|义工协会; not 某县|爱心|企业
    if core in NO_BODY_NAMES:
        return (
            bool(anchor or unit)
            and len(text[core_at:end]) >= 3
            and core not in ("各", "民营", "物业", "重点", "辖区", "爱心", "党政", "新开")
        )
    if not core:
        if text.startswith("物业", stop) or (text[end - 1] == "业" and end - stop == 2):
            return False  # 某社区|物业公司: whichever it is; 我盟|种业
        if anchor is not None and text.startswith(("学校", "企业"), stop) and level_of(anchor) not in ("community", "compound"):
            return False  # 走访某县|学校|师生: its schools
        works = unit in LISTED_UNITS and end - stop >= 3 and text.endswith(_WORKS, stop, end)
        legal = bool(unit) and end - stop >= 6 and text.endswith(LEGAL_FORMS, stop, end)  # 由|镇|农业发展有限公司|负责
        return (anchor is not None and end - stop >= 2) or legal or (works and text[stop:end] not in _ANY_WORKS)
    pieces = words().cut(core)
    legal = len(core) >= 2 and text.endswith(LIMITED, stop, end)
    legal = legal and (anchor is not None or is_led(text, start) or trade_start(text, stop) > start)
    if legal and not all(p in NO_BODY_NAMES and len(p) > 1 for p in pieces):
        return True  # 上海|石化股份有限公司, 徐州|重型机械有限公司
    if all(
        piece in NO_BODY_NAMES or (len(piece) > 1 and piece[-1] in "化型级性" and piece not in gazetteer().by_short)
        for piece in pieces
    ):
        return bool(anchor or unit) and len(core) >= 3
    if core.startswith(("“", "首都")):
        return True
    if core.startswith(_WIDE) and text.endswith("大学", stop, end) and end - start > 4 and is_sphere(core):
        return True  # 中央|财经大学, 中国传媒|大学
    of_place = text[stop:end] in (*_COLLEGES, "联社", "经联社", "经济联社") or text.endswith(_PAPERS, stop, end)
    if of_place and core in gazetteer().by_short:
        return True  # 新余|学院, 茂名|日报社, 坑口|联社
    if text.endswith(_OF_CITIES, stop, end) and gazetteer().is_short(core, ("prefecture",)):
        return True  # 大同|一中, 日照|机场: cities called by a common word too
    free = start == 0 or not CJK.match(text[start - 1]) or text[start - 1] in "由在向对从和与把被给"
    if all(piece in BRANDS for piece in pieces) and (
        free or is_led(text, start) or text.endswith(_TIMES, 0, start) or _ends_in_verb(text, start)
    ):
        return True
    if end - start > 4 and words().tag(text[start:end]) == "nt":
        return True  # 北方工业大学: a name that the dictionary has
    if any(mark in core for mark in ("各", "个", "名", "多")) and len(pieces) == 1 and words().tag(core) != "nrt":
        return False
    if (text[stop:end] == "集团" and 2 <= len(core) <= 4) or (text[stop:end] == "公安分局" and core in gazetteer().by_short):
        return True
    if (text.startswith(_SCHOOLS, stop) or text[stop:end] in SMALL_BODIES) and len(core) >= 2 and len(pieces) == 1:
        return _WITHIN_UNIT.fullmatch(core) is None and core not in _CALLS_IN  # 村里|小学, 联动|司法所
    if text.endswith(("企业", "公司"), 0, start) and text.startswith(("集团", "公司"), stop) and len(core) in (2, 3, 4):
        return True  # 辖区企业|宏远集团
    if free and end - stop >= 4 and FIRM_NAME.fullmatch(text, stop, end):
        return True  # 由|平安|置业公司|承建
    if text[stop:end] in _BRANCHES and _OF_BANK.match(core) is not None:
        return True  # 工商银行|隆回|支行
    led = end - stop >= 4 and FIRM_NAME.fullmatch(text, stop, end) and is_led(text, start)
    if led and (pieces[0] in REGIONS or is_brand(pieces[0], placed=False)):
        return True  # 到|日产|汽车公司
    if text.endswith("出版社", stop, end) and len(core) >= 4 and len(pieces) < 4:
        return True  # 冶金工业|出版社
    if (
        text[stop:end] in ("公司", "集团")
        and 4 <= len(core) <= 6
        and text[start - 1 : start] == "、"
        and (end == len(text) or text[end] in "、，。和及等")
        and _is_brand(pieces)
    ):
        return True  # 某某集团、|水星天元|公司，
    odd = any(len(p) == 1 or words().tag(p)[:2] in ("nr", "ns", "nz", "nt", "x") for p in pieces)
    if not odd and len(pieces) == 1 and text.endswith(_WORKS_OR_SHOPS, stop, end):
        odd = _NUMERAL_BRAND.fullmatch(core) is not None  # 双元|养殖场
    if not odd and len(pieces) > 1 and is_city(pieces[0]) and text.endswith(BRANDED, stop, end):
        odd = pieces[0] not in seeds.word_list("common_word_places")  # 孝感|金叶|专业合作社
    if unit and text.endswith("企业", stop, end):
        return False  # 新区|农产品加工企业
    if anchor is not None or unit:
        return True
    if text.endswith(("市场", "政府"), stop, end):
        return False  # 碳排放权交易市场: a market of goods, unless a place is named
    return odd and len(core) >= 2


def _ends_in_verb(text: str, start: int) -> bool:
    """Whether a verb of two characters stands right before a name: 路过|同济药店."""
    last = words().cut(text[max(0, start - 4) : start])[-1]
    return len(last) == 2 and words().tag(last) == "v"


def _is_brand(pieces: Sequence[str]) -> bool:
    """Whether common words make a company's name together: none of them tells what it does."""
    return len(pieces) > 1 and not any(
        p in NO_BODY_NAMES or p in TRADES or p in verb_stops() or words().tag(p)[0] in "vmdpcur" or p in gazetteer().by_short
        for p in pieces
    )


_IN_LIST = re.compile("(?<=[、和与及了到由])(?:(?![、和与及等各的])[一-龥]){1,10}$")
_LAST_OF_LIST = frozenset("，。；等（、和与及")


def listed_name(text: str, stop: int, end: int, subtype: str, found: Found) -> Mention | None:
    """A stretch between the marks of a list that would be a name beside others of its kind: 甲小学、|以东|小学、乙小学."""
    item = _IN_LIST.search(text, max(0, stop - 11), stop)
    if item is None or text[end : end + 1] not in _LAST_OF_LIST or found.between(Kind.DISTRICT, item.start(), end):
        return None
    core = item.group()
    pieces = words().cut(core)
    if (
        core in NO_BODY_NAMES
        or core in _LEVELS
        or all(p in NO_BODY_NAMES or p in TRADES for p in pieces)
        or COUNTED_HEAD.match(core)
    ):
        return None
    if any(len(p) > 1 and (p in WORD_STOPS or p in verb_stops() or p.endswith(SURE_TITLES)) for p in pieces):
        return None
    start = item.start()
    value = BodyValue(text[start:end], subtype, proper=True)
    return Mention(Kind.ORGANISATION, start, end, text[start:end], "organisations.beside", 0.75, value)


_KIN = (
    ("小学", "中学", "学校", "一中", "二中", "三中", "中心校", "幼儿园", "初中", "高中", "完小"),
    ("合作社", "家庭农场", "公司"),
    ("公司", "集团", "厂"),
    ("医院", "卫生院"),
    ("派出所", "司法所", "市场监管所", "财政所"),
    ("协会", "商会", "学会"),
)


def _is_kin(text: str, body: Mention, other: Mention | None) -> bool:
    """Whether a body of a list has an ending of the same sphere as the one beside it: schools, cooperatives, companies."""
    if other is None or not isinstance(other.value, BodyValue) or not isinstance(body.value, BodyValue):
        return False
    return other.value.subtype == body.value.subtype and any(body.text.endswith(kin) and other.text.endswith(kin) for kin in _KIN)
