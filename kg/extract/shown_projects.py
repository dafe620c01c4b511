"""Projects that a list, a frame, a sum or a building site shows: 推进甲、乙、丙|等重点项目.

There is often no word for a project at the name's end: 某科技产业园|总投资60亿元, 来到某生态农业园|建设工地.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.extract.base import BodyValue, Found, InitiativeValue, PlaceValue, past_mark
from kg.extract.edges import ends_walk, hard_left, left_edge, list_start, verb_stops
from kg.extract.frames import being_built, campaigns, count_of, is_tail, listed_projects, started
from kg.extract.projects import ANY_PROJECT, COUNTED, COUNTED_FIRST, FACILITY, ITEM, SOME_OF
from kg.extract.scheme_names import (
    BUILT_ENDINGS,
    FACILITY_ENDS,
    LANDMARKS,
    NO_PROJECT_NAMES,
    SENTENCE_WORDS,
    SIZE_FIRST,
    SOME,
    YEARLY,
    is_proper,
    own_place,
    past_size,
    past_some,
    strip_front,
)
from kg.model import Kind, Mention
from kg.patterns import needing
from kg.words import words

_PROJECT_LIST = re.compile(
    r"(?=[等二两三四五六七八九十\d])(?:等(?:一批|一系列|\d+个|[一二三四五六七八九十]+个)?(?:过|超|投资过)?(?:重大|重点|民生|文旅|产业|工业|基础设施|交通|招商|在建|投资|亿元(?:以上)?的?|千万元(?:以上)?的?|建设|签约|意向|[省市县区]定|[省市县区]级|技改|新建|续建){0,3}(?:项目|工程)(?:(?:建设|施工|改造)?现场)?|"
    r"等(?:一批|\d+个|[一二三四五六七八九十]+个)(?:[过超]?[千百]?[万亿]元(?:以上)?的?)?(?!更新|改造|棚|拆|征|片区|整治)[一-龥]{2,6}?的?(?:重大|重点|建设|招商|投资){0,2}(?:项目|工程)|"
    r"等(?:建设|施工|改造)?现场|"
    r"(?<=[一-龥）])(?P<all>\d{1,2}|[二两三四五六七八九十]{1,2})(?:个|大|项)(?:亿元以上|重大|重点|龙头|民生|文旅|产业|工业|基础设施|交通|招商|在建|投资|建设|签约|标志性|骨干){0,3}(?:项目|工程)(?!部|组))"
)
_VISITED = re.compile("了解了?|察看|查看|视察|走进|深入|来到|先后到|先后前往|参观|调研|观摩|实地到|一行到")
# 集中开工的有|甲, 先后来到|甲: what a list stands right behind.
_LIST_OPENS = re.compile(
    r".*(?:[工约产成设施进]的(?:主要)?有|(?:园区|辖区|开发区|县域|境)内(?=[一-龥])|(?:项目|工程|实事)中(?=[^的，。；])|共有|其中有|还有|包括|分别为|分别是|等(?:企业|单位|公司|学校|乡镇|村|社区|地|园区)(?:以及|[和及与])|(?:来|深入|先后|分别)到|到了|走进|深入|察看了?|查看了?|视察了?|观摩了?|参观了?|考察了?)(?=[一-龥A-Za-z0-9（])|.*(?:先后|相继|陆续)(?:完成|实施|建成|启动)了?(?=[一-龥A-Za-z0-9（])|全[省市县区旗镇乡](?=[一-龥]{4})"
)
# 某园区里的|甲、乙四大项目, 又为|甲、乙2个项目|奠基: what a list of as many as are counted stands behind.
_COUNTED_OPENS = re.compile(r".*(?:[里内区园县镇市乡]的|(?<![成作认称因])(?:又|还|同时|并|先后)?为)(?=[一-龥A-Za-z0-9])")
_GIVEN_HOUSES = re.compile("捐建|捐办|捐助了|援建了")  # 捐建了甲学校、乙医院等项目: bodies
# 签约的还有|甲、乙等产业项目, 相继完成|甲、乙等项目: what a list of nothing but projects stands behind.
_BEGUN_ARE = re.compile("(?:签约|开工|竣工|投产|落地|建成|在建|开建|动工|奠基)的(?:主要|还)?有$")
_DONE = re.compile("(?:完成|建成|竣工|开工)了?$")
_OF_FIELDS = re.compile("涉及|涵盖|覆盖|聚焦|围绕|(?:支持|用于|投向|资助|补助)(?!了)")
_AGREED = re.compile(
    "(?:上|方面|领域)?(?:的)?(?:初步)?(?:达成|进行了?|开展了?|展开)[^，。；]{0,10}?(?:意向|合作|对接|洽谈|交流|共识)"
)
_IN = re.compile("(?<![一-龥])[^，。；、]{0,6}?(?:在|就|围绕|针对)(?!建)")
_ALL_OF = ("全区", "全县", "全市", "全镇", "全乡", "全省")  # 全区|甲、乙等14个重点项目
_WENT_TO = re.compile("[一-龥](?:近日|日前|先后|随后|分别|实地|又|还)(?:来到|前往|深入|走进|赶赴|赴|到)(?=[一-龥]{3})")


def find_listed(text: str, found: Found) -> Iterator[Mention]:
    """推进甲、乙、丙等重点项目: a list that ends in a word for projects names projects."""
    for match in _PROJECT_LIST.finditer(text):
        first = list_start(text, match.start())
        first += 2 * text.startswith(_ALL_OF, first)
        visited = _VISITED.search(text, max(0, first - 2), match.start()) is not None or "现场" in match.group()
        if _AGREED.match(text, match.end()) and _IN.search(text, max(0, first - 2), match.start()):
            continue  # 在灯饰制造等项目|上展开对接: fields
        if _OF_FIELDS.search(text, max(0, first - 2), match.start()) or _GIVEN_HOUSES.search(text, first, match.start()):
            continue  # 涉及农产品加工、康养旅游等13个项目: what they are about
        items: list[tuple[int, int, Mention | None, bool, bool]] = []
        done, site = False, None
        for item_start, start, end in _items(text, first, match.start()):
            opened = _LIST_OPENS.search(text, start, end) or _WENT_TO.search(text, start, end)  # 县长甲近日到|某教育城、
            if opened is None and match["all"] is not None and start == first:
                opened = _COUNTED_OPENS.match(text, start, end)
                site = _site_before(text, opened.end(), found) if opened is not None else None
            if opened is not None:
                start = opened.end()
                items.clear()
                done = _BEGUN_ARE.search(opened.group()) is not None or _DONE.search(opened.group()) is not None
            elif start == first:
                start = max(start, strip_front(text, left_edge(text, end, start, scheme=True), end))
                furthered = _FURTHERED.match(text, start, end) if text.endswith(_MANNERS, first, start) else None
                start = furthered.end() if furthered is not None else start  # 全力|保障|某某机场、
                start = max(item_start, past_size(text, start, end, found))
                done = _DONE.search(text, max(0, start - 4), start) is not None
            place = own_place(text, start, end, found)
            start = min(start, place.start) if place is not None else start
            typed = text.endswith(("项目", "工程"), start, end)
            firm = text.endswith(_FIRM_ENDS, start, end)  # 走进甲有限公司、乙有限公司等项目工地: whose they are
            named = typed or (not firm and _lists(text, start, end, place, item_start == first and opened is None, visited))
            items.append((start, end, place, typed, named))
        count = count_of(match.group()) if match["all"] is not None else 0
        least = 1 if site is not None or _OF_WEIGHT.search(match.group()) else (count + 1) // 2
        if match["all"] is not None and (count != len(items) or sum(named for *_, named in items) < least):
            continue  # 道路硬化、村庄绿化2个项目: not as many as are told of, or no names
        coherent = _coheres(text, match.group(), [named for *_, named in items], visited or done)
        for start, end, place, typed, named in items:
            houses = count > 0 and text.endswith(_HOUSES, start, end)
            if (typed or not named) and not (coherent and _plain_item(text, start, end, found, houses=houses)):
                continue
            name = text[start:end]
            core = text[place.end : end] if place is not None and end - place.end > 3 else name
            value = InitiativeValue(core, core, "Project", place or site)
            yield Mention(Kind.INITIATIVE, start, end, name, "initiatives.in_list", 0.78, value)


# 包括|某食品生产线自动化升级|等11个项目: one example of many.
_ONE_OF_MANY = needing(
    "项目 工程",
    r"等(?:\d+|[一二两三四五六七八九十]{2,}|[三四五六七八九十])(?:余|多)?个(?:[过超]?[千百]?[万亿]元(?:以上)?)?[一-龥]{0,6}?(?:项目|工程)(?![部组])",
)
_EXAMPLE_OPENS = re.compile(".*(?:包括|有|涵盖|开工的|签约的|引进|落实|实施|推进|建设|，|：)(?=[一-龥])")


def find_example(text: str, found: Found) -> Iterator[Mention]:
    """包括|某食品生产线自动化升级|等11个项目: one example of many, by what it makes, is or has done to it."""
    for match in _ONE_OF_MANY.finditer(text):
        end = match.start()
        clause = past_mark(text, end, "，。；：“”、\n（）", max(0, end - 40))
        if clause and text[clause - 1] in "、“”（）":
            continue
        start = strip_front(text, left_edge(text, end, clause, scheme=True), end)
        made = YEARLY.search(text, max(clause, start - 14), start)
        start = made.start() if made is not None else past_size(text, start, end, found)
        opened = _EXAMPLE_OPENS.match(text, max(clause, start), end)
        start = opened.end() if opened is not None and end - opened.end() >= 5 else start
        place = own_place(text, start, end, found)
        core_at = place.end if place is not None else start
        done = _DONE_TO.search(text, core_at, end)
        if end - core_at < 5 or text.endswith(("项目", "工程"), start, end) or _OF_FIELDS.search(text, clause, start):
            continue
        own_at = made.end() if made is not None else core_at
        pieces = words().cut(text[own_at : done.start() if done is not None else end])
        if any(p in SENTENCE_WORDS or p in verb_stops() or ends_walk(p, True) for p in pieces):
            continue
        proper = place is not None or is_proper(pieces) or made is not None
        if not proper or (done is None and made is None and not text.endswith(BUILT_ENDINGS, start, end)):
            continue
        core = text[core_at:end]
        name = text[place.start : end] if place is not None else core
        value = InitiativeValue(core, core, "Project", place)
        at = place.start if place is not None else core_at
        yield Mention(Kind.INITIATIVE, at, end, name, "initiatives.example", 0.75, value)


_DONE_TO = re.compile("(?:建设|改造|升级|扩建|迁建|改建|提升|扩能|技改|治理|整治|加固|修复|开发)$")


def _items(text: str, first: int, stop: int) -> Iterator[tuple[int, int, int]]:
    """The items of a list, each with where it begins twice, and its end; 甲安置区|和|乙路网 are two of them."""
    for item in ITEM.finditer(text, first, stop):
        start, end = item.span()
        joint = _JOINT.search(text, start, end)
        while joint is not None and text.endswith(_WHOLE_ENDS, start, joint.start()):
            yield start, start, joint.start()
            start = joint.end()
            joint = _JOINT.search(text, start, end)
        yield start, start, end


_JOINT = re.compile("(?<=[一-龥]{3})[和与及](?=[一-龥]{3})")
_WHOLE_ENDS = (
    "安置区",
    "项目",
    "工程",
    "棚户区",
    "产业园",
    "工业园",
    "科技园",
    "物流园",
    "污水处理厂",
    "水厂",
    "大桥",
    "广场",
    "公园",
)

# 四大|龙头项目: each of them matters, so each has a name.
_OF_WEIGHT = re.compile("龙头|重大|重点|标志性|骨干")


def _site_before(text: str, start: int, found: Found) -> Mention | None:
    """某园区|里的|甲、乙两大项目: the place in which all items of a list lie that begins at a position."""
    if text[start - 1] != "的":
        return None
    return found.ending_at(Kind.DISTRICT, start - 2 if text[start - 2] in "里内" else start - 1)


_FIRM_ENDS = ("公司", "集团", "合作社")
# 全力|保障|某某机场、…等重大工程: what is done for all items of a list.
_FURTHERED = re.compile("(?:保障|服务|支持|护航|助推|确保|支撑)(?:好|了)?(?=[一-龥]{4})")
_MANNERS = ("全力", "全面", "有力", "切实", "优先", "重点", "积极", "大力", "持续", "着力")
_TOLD_AGAIN = re.compile(r"(?:计划|预计|项目)?总?投资|占地|规划|位于|已|正|建成|全长|起于|于|由|是|总")


def find_again(text: str, listed: list[Mention]) -> Iterator[Mention]:
    """What a list names as a project is one wherever its name begins a clause: 甲新材料|计划总投资3亿元."""
    for mention in listed:
        at = text.find(mention.text, mention.end) if len(mention.text) >= 4 else -1
        while at >= 0:
            end = at + len(mention.text)
            if text[at - 1] in "，。；\n" and _TOLD_AGAIN.match(text, end):
                yield replace(mention, start=at, end=end)
            at = text.find(mention.text, end)


def _coheres(text: str, ending: str, named: list[bool], visited: bool) -> bool:
    """Whether the items of a list are all projects: as many as are counted behind it, or visited and most of them named."""
    count = count_of(ending)
    if count:
        return count == len(named) > 1
    if _SO_MANY_KEY.match(ending) and len(named) > 2 and 2 * sum(named) >= len(named):
        return True  # 甲校区、乙水系、丙新材料|等14个县定重点项目
    return visited and len(named) > 2 and 3 * sum(named) >= 2 * len(named)


_SO_MANY_KEY = re.compile("等(?:\\d+|[一二三四五六七八九十]+)个[一-龥]{0,4}?(?:重点|重大)")
# Bodies by their ending that a list of as many projects as are counted tells to be built: 保税物流|中心.
_HOUSES = ("基地", "中心", "园", "港")


def _plain_item(text: str, start: int, end: int, found: Found, *, houses: bool = False) -> bool:
    """Whether an item of a list of projects is one as well: words of no sentence, and nothing that is known otherwise.

    ``houses``: also what is read as a body, for it is one that is being built.
    """
    if end - start < 4 or COUNTED_FIRST.match(text, start) or text.startswith((*SOME, "各"), start):
        return False
    pieces = words().cut(text[start:end])
    if any(piece in SENTENCE_WORDS or piece in verb_stops() for piece in pieces) or ANY_PROJECT.issuperset(pieces):
        return False
    return houses or (found.ending_at(Kind.ORGANISATION, end) is None and found.ending_at(Kind.DISTRICT, end) is None)


# What things that are built end with: a list of places visited or furthered names them without a type word.


def _lists(text: str, start: int, end: int, place: Mention | None, first: bool, visited: bool) -> bool:
    """Whether an item of a list of projects is a name: of a place, with a word of its own, or of something that is built."""
    at = place.end if place is not None else start
    pieces = words().cut(SIZE_FIRST.sub("", text[at:end]))
    if end - start < 4 or end - at < 2 or text[start] == "各" or all(piece in NO_PROJECT_NAMES for piece in pieces):
        return False
    if any(piece in SENTENCE_WORDS or piece in verb_stops() for piece in pieces) or (
        first and any(ends_walk(piece, True) and piece != "至" for piece in pieces)
    ):
        return False
    if place is not None:
        return True
    built = text.endswith(BUILT_ENDINGS, start, end)
    if built and (visited or text[start] in "县市区镇乡"):
        return True
    if is_proper(pieces):
        return end - start >= 6 or built or len(pieces) > 2
    return built and FACILITY.search(text, start, end) is not None


def is_own(name: str) -> bool:
    """Whether a thing built for a sum is more than its kind: 县第二人民医院, 智能终端产业园, not 垃圾中转站."""
    pieces = words().cut(name)
    if COUNTED.match(name) or any(piece in SENTENCE_WORDS or piece in verb_stops() for piece in pieces):
        return False
    return is_proper(pieces) or (len(name) >= 7 and not all(piece in NO_PROJECT_NAMES for piece in pieces[:-1]))


def find_framed(text: str, found: Found) -> Iterator[Mention]:
    """What a verb of carrying out, a list of projects, or 建设 behind it shows to be named."""
    for start, end in campaigns(text):
        if text.endswith(("一次", "一场", "一回"), 0, start):
            continue  # 开展一次|敬老助老行动: done once
        name = text[start:end]
        if any(held.start < start < held.end for held in found.between(Kind.ORGANISATION, max(0, start - 20), end)):
            continue
        place = own_place(text, start, end - 3, found)
        if place is not None and is_tail(text[place.end : end]):
            continue  # 某社区|百日攻坚: no name
        core = text[place.end : end] if place is not None and end - place.end > 6 else name
        value = InitiativeValue(core, core, "Campaign", place if core != name else None)
        yield Mention(Kind.INITIATIVE, start, end, name, "initiatives.object", 0.75, value)
    for rule, spans in (
        ("initiatives.listed_project", listed_projects(text)),
        ("initiatives.being_built", being_built(text, lambda at: found.starting_at(Kind.DISTRICT, at) is not None)),
        ("initiatives.started", started(text, lambda at: _past_town(at, found))),
    ):
        for start, end in spans:
            name = text[start:end]
            if rule == "initiatives.listed_project" and NO_PROJECT_NAMES.issuperset(words().cut(name)):
                continue
            place = own_place(text, start, end, found)
            core = text[place.end : end] if place is not None and end - place.end > 3 else name
            if core[0] in "段线" or core.startswith(LANDMARKS):
                core = name
            if rule == "initiatives.started" and place is not None and not is_proper(words().cut(core)[:-1]):
                core = text[place.start : end]  # 某村|污水处理站: a common word alone is no name
            value = InitiativeValue(core, core, "Project", place)
            mention = Mention(Kind.INITIATIVE, start, end, name, rule, 0.76, value)
            yield mention
            if rule == "initiatives.started":
                yield from _told_again(text, replace(mention, start=end - len(core), text=core))


_INVESTED = needing(
    "投入 投资 斥资 耗资",
    r"(?:总?投资|投入(?:[一-龥]{2,6}资金|资金)|投入|斥资|耗资|计划投资|预计投资)(?:额|约|近|超|达|为|逾|过|共)?(?:[\d.]+(?:余|多)?(?:亿|万|千万)?(?:余|多)?|(?<=[近超逾上过])(?:亿|千万|百万))(?:元|(?<=[亿万])(?=的))(?:人民币)?(?:(?:建设|新建|"
    r"兴建|打造|实施|改造|修建|建成|扩建)?的|(?P<plain>，?(?:建设|新建|兴建|打造|修建|建成|扩建|建起|实施|启动|上马|新上)(?:了|起|的)?))",
)
_NAME_RUN = re.compile(
    r"(?:[一-龥A-Za-z0-9·（）\-“”]|(?<=\d)\.(?=\d)){2,36}"
    r"(?:(?<!项目)(?<!工程)(?:、[一-龥]{1,3}){0,2}、[一-龥A-Za-z0-9]{2,12}?(?:项目|工程)|"
    r"、(?:[一-龥]化|改造|扩建|新建|治理)(?:建设|改造|提升)?(?:项目|工程))?"
)
_STAGE = re.compile(
    r"已|将|刚|投入(?=运|使|生)|现(?![代场])|还|正式|顺利|完成|开业|投产|开工|竣工|完竣|签约|落户|落地|投用|启用|建成|动工|破土|奠基|启动|在|控制性|有|要|受|于|也|正|全面|如期|今年|目前|进入|步入|转入|迎来|的|和|等"
)
_PROJECT_TAIL = re.compile(r".{2,}?(?:项目|工程(?!中心|技术|机械|公司|师|学|院|队|部|实验|研究|设备|车))")


_SIGN_FOR = re.compile(".{3,30}?[与和同].{3,30}?(?:签订|签署|签约|签下|签定|合作(?:建设|共建|打造)|共同(?:建设|投资))(?:了|的)?")


# How large it is, before its name: 总装机容量350千瓦的, 年产500吨的, 占地30亩的.
_SIZED = re.compile(
    "(?:[一-龥]{0,4}?(?:年产|日产|占地|面积|容量|装机|规模|产能|处理|存栏|出栏|储量|总长|全长|库容|产量|长)(?:能力|量)?[约近达超为]?"
    "\\d[\\d.]*[余多]?[万千百亿]?(?:余|多)?[一-龥㎡A-Za-z]{1,5}?的)"
)


def find_invested(text: str) -> Iterator[Mention]:
    """投资8亿元的某某酒店迁建完竣: a sum of money shows that a project is named."""
    for match in _INVESTED.finditer(text):
        sized = _SIZED.match(text, match.end())  # 投资260万元建设的|年产500吨的|某某加工项目
        at = sized.end() if sized is not None else match.end()
        run = _NAME_RUN.match(text, at)
        if run is None:
            continue
        if text.startswith("——", run.end()) and run.group().endswith(("项目", "工程", "之一")):
            run = _NAME_RUN.match(text, run.end() + 2)  # 总投资1.2亿元的我市重点建设项目之一——|某医院住院大楼
            if run is None:
                continue
        signed = _SIGN_FOR.match(run.group())  # 总投资5亿元的|某县政府与某公司签订|某某产业园项目
        first = signed.end() if signed is not None else 0
        stage = _STAGE.search(run.group(), first + 2)
        whole = run.group()[first : stage.start()] if stage else run.group()[first:]
        typed = _PROJECT_TAIL.match(whole)
        named = past_some(typed.group() + whole[typed.end() :], 0, len(whole)) if typed is not None else 0
        if typed is not None and named == typed.end():  # 总投资12亿元的技改扩能项目|东合汽车产业园
            first, whole, typed = first + named, whole[named:], None
        whole = typed.group() if typed else _till_verb(whole)
        size = SIZE_FIRST.match(whole)
        if size is not None and len(whole) - size.end() >= 5:  # 新建了700余亩|三七种植基地
            first += size.end() + whole.startswith("的", size.end())
            whole = run.group()[first : first + len(whole) - size.end() - whole.startswith("的", size.end())]
        built = len(whole) >= 5 and whole.endswith(BUILT_ENDINGS) and is_own(whole)
        if match["plain"] is not None and not built and (typed is None or len(whole) < 6):
            continue
        if match["plain"] is not None and match["plain"][0] == "，" and (not built or not match.group().startswith("投入")):
            continue  # 投资3亿元，建设|某某生产线: what a project is that has its name elsewhere
        if len(whole) < 3 or whole.startswith(("项目", "工程")) or whole.endswith(("企业", "公司")) or COUNTED.match(whole):
            continue
        start, end = run.start() + first, run.start() + first + len(whole)
        pieces = words().cut(whole)
        if all(piece in NO_PROJECT_NAMES for piece in pieces) or (typed is None and len(whole) < 5 and not is_proper(pieces)):
            continue
        value = InitiativeValue(whole, whole.removesuffix("项目"), "Project")
        yield Mention(Kind.INITIATIVE, start, end, whole, "initiatives.invested", 0.85, value)


# 与某公司签订协议，拟建|某某生产线|一条; 签约，将建设一座占地500亩的|某某小镇: what a contract is about.
_SIGNED = needing(
    "协议 合同 备忘录 签约",
    r"(?:签(?:订|署|下|定)了?[^，。；]{0,24}?(?:协议书?|合同|备忘录)|(?=签约)签约)"
    r"(?:，|，?则?是)(?:双方|公司|企业)?(?:拟|将|计划|约定|决定|在此)?(?:总?投资[\d.]+[亿万]元?，?)?(?:在[^，。；]{2,16}?)?"
    r"(?:建设|新建|兴建|打造|建)(?:一[座个条家所处])?(?:(?:总?占地|总?面积|年产)[^，。；的]{2,16}的)?"
    r"(?P<name>[一-龥A-Za-z0-9]{5,20}?)(?:[一两二三四五六\d]+[条座个家所])?(?=[，。；])",
)
# 与某公司签订|某某小镇|合作框架协议: the same before the word for the contract.
_SIGNED_FOR = needing(
    "协议 合同 备忘录",
    r"签(?:订|署|下|定)了?(?P<name>[一-龥A-Za-z0-9]{5,20}?)(?:投资|合作|建设|开发|框架|战略|正式|意向){1,3}(?:协议书?|合同|备忘录)",
)


def find_signed(text: str, found: Found) -> Iterator[Mention]:
    """与某公司签订协议，拟建|某某生产线: the thing to be built that two sides sign a contract about."""
    for match in (*_SIGNED.finditer(text), *_SIGNED_FOR.finditer(text)):
        start, end = match.span("name")
        name = match["name"]
        if not name.endswith(BUILT_ENDINGS) or not is_own(name):
            continue
        if any(text.find(word, match.start(), start) >= 0 for word in ("项目", "工程")):
            continue  # 签订某项目合同，总投资…，建设|某生产线: what the project consists of
        place = own_place(text, start, end, found)
        core = text[place.end : end] if place is not None and end - place.end > 3 else name
        yield Mention(
            Kind.INITIATIVE, start, end, name, "initiatives.signed", 0.76, InitiativeValue(core, core, "Project", place)
        )


_BUILT_BY = re.compile("，由[^，。；]{4,60}?(?:投资|承建|兴建|建设|开发)")


def find_priced(text: str, found: Found) -> Iterator[Mention]:
    """某科技产业园|总投资60亿元, 某国际产业园|，由甲公司、乙公司共同投资建设: what is told of by its sum or its builders."""
    yield from _priced_behind(text, found)
    for word in ("总投资", "，由"):
        at = text.find(word)
        while at >= 0:
            tail, at = at, text.find(word, at + 2)
            if word == "，由" and _BUILT_BY.match(text, tail) is None:
                continue
            end = tail - 2 * text.endswith(("计划", "预计"), 0, tail)
            start = past_mark(text, end, "，。；：、“”\n（）", max(0, end - 30))
            if found.ending_at(Kind.ORGANISATION, end) is None:
                yield from _priced(text, start, end, 0.76, found)


def _priced(text: str, start: int, end: int, score: float, found: Found) -> Iterator[Mention]:
    """What is told of by its sum, if its name is that of something built."""
    name = text[start:end]
    if not 5 <= len(name) <= 24 or not name.endswith(BUILT_ENDINGS) or name[0] in SOME_OF or not is_own(name):
        return
    place = found.starting_at(Kind.DISTRICT, start)
    core = text[place.end : end] if place is not None and end - place.end > 3 else name
    value = InitiativeValue(core, core, "Project", place if core != name else None)
    yield Mention(Kind.INITIATIVE, start, end, name, "initiatives.priced", score, value)


# 甲地—乙地|高速公路: what is built between towns.
_BETWEEN = needing(
    "高速 公路 铁路 通道 快速路",
    r"(?P<dash>[—－-]{1,2})[一-龥]{2,4}(?:[—－-]{1,2}[一-龥]{2,4}){0,2}(?:高速公路|高速铁路|高速|快速通道|快速路|旅游公路|公路|城际铁路|铁路)"
    r"(?:铁路两用桥|大桥|改扩建|改建|改造)?(?:工程|项目)?",
)
_UNDER_WAY = re.compile("开工|动工|建设|推进|新建|改建|通车|完工|竣工|总投资|谋划|争取|加快|实施|打通|前期|路基|贯通")


def find_between_towns(text: str, found: Found) -> Iterator[Mention]:
    """加快推进|甲地—乙地高速公路: a line that is told of as being built, by its two ends."""
    for match in _BETWEEN.finditer(text):
        dash = match.start("dash")
        place = found.ending_at(Kind.DISTRICT, dash)
        last = words().cut(text[max(0, dash - 6) : dash])[-1:]
        start = place.start if place is not None else dash - len(last[0]) if last and len(last[0]) > 1 else dash
        lo = past_mark(text, start, "。；\n")
        hi = min((at for mark in "。；\n" if (at := text.find(mark, match.end())) >= 0), default=len(text))
        if start == dash or not _UNDER_WAY.search(text, lo, hi):
            continue
        name = text[start : match.end()]
        yield Mention(
            Kind.INITIATIVE, start, match.end(), name, "initiatives.between", 0.74, InitiativeValue(name, name, "Project")
        )


# 双方将共建|某某抽水蓄能电站|，项目总投资…; 由某集团打造的|某某文旅综合体|，总投资….
_PRICE_BEHIND = needing("总投资", r"，(?:该|整个)?(?:项目|工程)?(?:计划|预计|概算)?总投资(?=[约达超近]?\d)")
_BUILT_OBJECT = re.compile(
    r".*(?:共建|共同建设|投资建设|投资新建|投资兴建|(?:打造|建设|兴建|新建|投资|开发|引进|实施|投建)的|——)"
)


def _priced_behind(text: str, found: Found) -> Iterator[Mention]:
    """由某集团打造的|某某文旅综合体|，总投资6亿元: what is built, and told of by its sum in the next clause."""
    for match in _PRICE_BEHIND.finditer(text):
        end = match.start()
        clause = past_mark(text, end, "，。；：“”\n", max(0, end - 60))
        built = _BUILT_OBJECT.match(text, clause, end)
        if built is not None:
            yield from _priced(text, built.end(), end, 0.74, found)


_WENT = re.compile(
    r".*(?:在|来到|走进|深入|到达|赶到|前往|走访|慰问|察看|查看|视察|检查|督查|调研|到|赴|位于[^，。；]{2,10}的)(?=[一-龥A-Za-z0-9（])"
)


def find_sites(text: str, found: Found) -> Iterator[Mention]:
    """在某研发总部|建设工地, 来到某生态农业项目|现场: who stands at a building site stands at something that is built."""
    for mark in ("现场", "工地"):
        at = text.find(mark)
        while at >= 0:
            stop, at = at, text.find(mark, at + 2)
            if text.endswith(("建设", "施工", "改造"), 0, stop):
                stop -= 2
            elif mark == "现场" and not text.endswith(("项目", "工程"), 0, stop):
                continue
            lo = hard_left(text, stop)
            went = _WENT.match(text, lo, stop)
            start = went.end() if went is not None else stop
            typed = text.endswith(("项目", "工程"), start, stop)
            core = stop - 2 * typed
            first = text.find(text[start : start + (2 if typed else 4)], 0, start)
            if first >= 0 and (
                found.covering(Kind.ORGANISATION, first) is not None or not text.startswith(text[start:core], first)
            ):
                continue  # a project told of before, by a short name
            if core - start < 4 or not _plain_item(text, start, core, found):
                continue
            if any(ends_walk(piece, True) for piece in words().cut(text[start:core])):
                continue
            place = own_place(text, start, core, found)
            own = words().cut(text[place.end if place is not None else start : core])
            if all(piece in NO_PROJECT_NAMES for piece in own) or not (is_proper(own) or (typed and core - start >= 6)):
                continue
            name = text[place.end if place is not None else start : stop]
            value = InitiativeValue(name, name, "Project", place)
            start = place.start if place is not None else start
            yield Mention(Kind.INITIATIVE, start, stop, text[start:stop], "initiatives.site", 0.76, value)


_NEXT_PHASE = re.compile(r"[二三四五]期(?!工程|项目|[建扩改迁]|技改|[一-龥]{0,6}(?:工程|项目))")


def find_phases(text: str, found: Found) -> Iterator[Mention]:
    """某污水处理厂|二期: the next part of a house is built."""
    for body in found.of(Kind.ORGANISATION):
        phase = _NEXT_PHASE.match(text, body.end)
        if phase is None or not body.text.endswith(FACILITY_ENDS) or not isinstance(body.value, BodyValue):
            continue
        place = body.value.anchor
        own = place is not None and place.start == body.start and place.end < body.end
        name = text[body.start : phase.end()]
        core = text[place.end : phase.end()] if own and place is not None else name
        value = InitiativeValue(core, core, "Project", place if own else None)
        yield Mention(Kind.INITIATIVE, body.start, phase.end(), name, "initiatives.phase", 0.75, value)


def _past_town(at: int, found: Found) -> int:
    """Behind the districts that a name begins with, a town or a village among them: 某镇某村|污水处理站; 0 elsewhere.

    Or behind a house of the county or the town: 乡卫生院|病房楼.
    """
    house = found.starting_at(Kind.ORGANISATION, at)
    if house is not None and house.text.endswith(FACILITY_ENDS):
        return house.end if not house.text.endswith(("中心", "基地")) else 0
    local = False
    while (place := found.starting_at(Kind.DISTRICT, at)) is not None and isinstance(place.value, PlaceValue):
        local = local or place.value.level in ("township", "community")
        at = place.end
    return at if local else 0


def _told_again(text: str, mention: Mention) -> Iterator[Mention]:
    """某某快速通道|建成通车。|某某快速通道|全长11公里: what was opened is told of where its name begins a clause."""
    value = mention.value
    assert isinstance(value, InitiativeValue)
    again = replace(value, place=None)
    at = text.find(mention.text, mention.end) if len(mention.text) >= 4 else -1
    while at >= 0:
        end = at + len(mention.text)
        if text[at - 1] in "，。；\n":
            yield replace(mention, start=at, end=end, value=again)
        at = text.find(mention.text, end)


def _till_verb(name: str) -> str:
    """学生食堂|给予了肯定: what stands before the verb of the sentence."""
    end = 0
    for piece in words().cut(name):
        if end and (piece in verb_stops() or piece in SENTENCE_WORDS or piece in ("给予", "予以", "作为", "投入使用")):
            break
        end += len(piece)
    return name[:end]
