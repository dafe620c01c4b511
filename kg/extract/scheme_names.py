"""Where the name of an initiative begins, and the mention that it makes: 加快推进|某县|老旧小区改造.

Verbs, numbers and sizes before a name are no part of it (12.5公里|道路改造工程); the district before it is told with it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from operator import itemgetter

from kg import seeds
from kg.extract.base import Found, InitiativeValue
from kg.extract.edges import COMPOUNDS, hard_left, left_edge
from kg.extract.names import scorer
from kg.model import Kind, Mention
from kg.scanner import Scanner
from kg.words import words

# An item of a list that is a piece of a sentence, or holds one.
SENTENCE_WORDS = frozenset("了着过在将已把被对向是的我他她这那")
YEAR_TAIL = re.compile(r"[—-]?20\d{2}年?$")  # “清风行动|2021”
# 成功|创建国家卫生县城: won, and sought no longer.
WON = ("成功", "已", "已经", "先后", "顺利", "被", "获")
# A type word that goes on into the name of a body, or of an office of it: 服务|中心, 主题教育|第三巡回指导组.
OF_BODY = re.compile(
    r"(?:建设|指导|运营|调解|管理|服务|救助|调处|处置|培训|活动|事务){0,2}(?:中心|公司|合作社|协会|联合会|促进会|综合体|指挥部)(?![一-龥]?(?:项目|工程|小学))|组(?!织|建|成|合|团)|第[一二三四五六七八九十\d]+(?:巡回)?[一-龥]{0,4}组|(?:工作)?(?:领导小组|小组|专班|突击队)|工作[组队]|[指督]导组|办公室|办(?=[副主的]|工作)"
)
SOME = (
    *("一批", "一系列", "一大批", "多个", "若干", "几个", "部分", "不同", "各种"),
    *("许多", "很多", "大量", "全部", "所有", "一些"),
)
# Types that are also what is done, and the words of which they then say what it is about.
WEAK_TYPES = ("整治", "治理", "改造", "创建", "建设", "提升", "排查", "检查")
RESULTS = ("成果", "成效", "任务", "力度", "水平", "步伐", "进度", "经验", "标准", "效果", "质量", "面积", "率")
NUMERAL_IDIOMS = seeds.word_list("numeral_idioms")
CARRYING_VERBS = seeds.word_list("carrying_verbs")
#: what the name of something built ends with, the longest first
BUILT_ENDINGS = tuple(sorted(seeds.word_list("built_endings"), key=lambda word: (-len(word), word)))
_OF_RESEARCH = ("总部", "中心", "基地", "生产", "平台", "大楼", "楼", "园", "制造", "及", "孵化", "项目")
LEADING_VERBS = seeds.word_list("leading_verbs")
_BUILT_UP = ("平安", "法治", "廉政", "生态文明", "精神文明", "信用", "国防")  # 平安|建设
_WENT_INTO = ("深入", "赴", "前往", "走进", "来到", "到")


# 某集团隆重举行|某项目一期竣工庆典: a company that celebrates its project.
CELEBRATES = re.compile("(?:今日|今天|昨日|昨天|日前|近日|隆重|盛大|顺利|正式)*(?:举行|举办)了?$")
CELEBRATION = re.compile(
    "(?=[（(一二三四五首工项生正全顺开奠竣投落点试])(?:[（(]?[一二三四五首]期[）)]?)?(?:工程|项目|生产线)?(?:正式|全面|顺利)?"
    "(?:开工|奠基|竣工|投产|落成|点火|投运|试产){1,3}(?:暨[^，。；]{2,14}?)?(?:仪式|庆典|典礼)"
)


# 投资8亿元|开发某某项目: behind a sum, a verb.
_PAYS_FOR = ("开发", "扶持", "支持", "资助", "补助", "奖补", "援建", "捐建", "用于")
_PAID = re.compile("[万亿]元?(?:合作|联合|共同)?$")


# 守好|…工程, 做优做强|…项目: verbs and how it is done, which the dictionary parts. 办实事 is a name's.
_DEEDS, _HOW = "落建守打树筑抓做管护育讲走当答下盯压拧绷扛用", "好牢实细紧优强深活精亮"
_DONE_SO = re.compile(f"(?:(?:[{_DEEDS}][{_HOW}]|办好|做大|关心支持|支持关心|关心关注)(?=[^、]))+")
# 支持|城区道路改造, 着力发展|生猪养殖: verbs before a name that has its own word for what is done.
_SOFT = "发展|培育|支持|服务|保障|提升|优化|宣传|检查|学习|培养|加强|推动|带动|促进|帮助|指导|监督|考察|参观|了解"
_SOFT_FIRST = ("着力", "大力", *_SOFT.split("|"))
_SOFT_VERB = re.compile(f"(?:着力|大力)?(?:{_SOFT})(?![性型化好与和及壮提改的全])")
_WORKS = (
    *("改造", "建设", "整治", "加固", "治理", "创建", "处理", "修复", "扩建", "迁建", "改建", "绿化", "亮化", "硬化", "排查"),
    *("专项整治", "专项治理", "集中整治", "综合整治", "清理"),
    *("供水", "饮水", "灌溉", "防护", "养护", "维修", "搬迁", "安置", "加工", "养殖", "种植", "生产"),
)
_SHORTEST_WORK = 4  #: characters of a name without its verb


def _past_soft_verb(text: str, start: int, stop: int) -> int:
    """服务|农村安全饮水工程; but 优化营商环境|行动 keeps its verb, for nothing else in it says what is done."""
    verb = _SOFT_VERB.match(text, start, stop)
    if verb is None or stop - verb.end() < _SHORTEST_WORK:
        return start
    first = words().cut(text[verb.end() : stop])[0]
    works = text.startswith(_WORKS, stop) or text.endswith(_WORKS, verb.end(), stop)
    return verb.end() if works and words().tag(first)[0] != "v" else start


# 但|盐碱地改良项目, 新入园企业|某某项目, 获|1500亿欧元|灌区改造项目: how a sentence is joined on, and the sum of what was got.
_JOINED_ON = re.compile(
    "新(?:入园|入驻|签约|落户|引进|招引|投产)企业(?=[一-龥]{3})|"
    "(?<=[，。；：\n“])[但故虽倘](?![家县城乡镇宫居])|上述|(?<=等)(?:企业|单位|公司|园区|乡镇|学校|场所)(?:以及|[和及与])|获?[\\d.]*(?:余|多)?[百千万亿]+(?:[欧美港日韩]元|英镑|卢布)(?:的)?"
)


_ROAD_FIRST = re.compile("[省县乡]道[A-Z]?\\d")  #: 县道305线改造工程
_RUN_TOO = ("管理", "运营", "运维", "管护", "管养", "养护", "经营", "及运营", "及管")  #: what is done beside building
_USED_WELL = ("充分利用", "有效利用", "巧妙利用", "积极利用")
_COMBINED = (
    "种养",
    "医养",
    "产教",
    "军民",
    "农旅",
    "文旅",
    "城乡",
    "产城",
    "校企",
    "体卫",
    "农牧",
    "农医",
    "防治",
    "疏堵",
    "奖惩",
    "平战",
)


# 某局长一行现场查勘|某片区改造项目, 赴某村现场督导|某灌区配套项目, 集中调研|某市重点项目: how and where one looks.
_LOOKED_AT = re.compile(
    "(?:现场|实地|一行|带队|深入|一线|集中|专题)(?:调研|督导|查勘|踏勘|勘察|察看|查看|检查|视察|考察|督查|督办|指导|观摩|暗访|走访|核查|调度){1,2}了?"
)
_LOOKING = ("专项", "行动", "活动", "工作", "整治", "服务", "制度", "机制", "计划", "组", "会", "团")  #: 集中检查|专项行动
_GONE_TO = re.compile("(?:到|赴|来|前往|深入|走进)[^，。；、]{2,10}$")


def strip_front(text: str, start: int, stop: int) -> int:
    """Verbs of carrying out before a name are no part of it (推进|农贸市场…行动), nor is a bare unit word (区|农贸…)."""
    cut = start and text[start - 1] in _DEEDS and text[start] in _HOW and not words().frequency(text[start : start + 2])
    start += bool(cut and start + 1 < stop)  # 抓|实|城区道路改造
    if stop - start > 3 and (looked := _LOOKED_AT.search(text, start, stop)) is not None:
        start = start if looked.end() == stop - 1 or text.startswith(_LOOKING, looked.end()) else looked.end()
    done = _DONE_SO.match(text, start, stop) or _JOINED_ON.match(text, start, stop)
    start = done.end() if done is not None else start
    start = _past_soft_verb(text, start, stop) if text.startswith(_SOFT_FIRST, start) else start
    position = first = start
    inspected = False
    went = _GONE_TO.search(text, max(0, start - 12), start) is not None  # 到某县|调研|医共体建设
    for piece in words().cut(text[start:stop]):
        position += len(piece)
        if position - len(piece) == start and piece in _PAYS_FOR and _PAID.search(text, max(0, start - 4), start):
            start = position  # 投资8亿元|开发|某某度假区项目
        elif (
            piece in inspect_verbs()
            and (position < stop or went)
            and (inspected or is_subject(text[first : position - len(piece)]) or text.endswith(_WENT_INTO, 0, first) or went)
        ):
            start, inspected = position, True  # 调研|村集体经济大会战, 泾督查|重大项目, 调研|督导|某水库除险加固工程
            continue
        elif (
            piece == "利用" and position == stop and position - 2 > start and not text.endswith(_USED_WELL, start, position)
        ) or (piece == "巩固" and text.startswith("提升", position)):
            continue  # 建筑垃圾资源化|利用|项目, 安全饮水|巩固|提升工程: nouns
        elif piece == "建设" and text.endswith(_BUILT_UP, start, position - 2):
            continue  # 平安|建设|宣传月: a field of work
        elif position - 2 > start and (
            (piece == "建设" and text.startswith(_RUN_TOO, position))
            or (piece == "投资" and text.startswith("建设", position) and text.startswith(_RUN_TOO, position + 2))
        ):
            continue  # 污水设施统一|建设|管理运营PPP项目: one of several things done to what is named
        elif piece == "结合" and text.endswith(_COMBINED, start, position - 2):
            continue  # 种养|结合|产业链: a noun
        elif piece == "研发" and text.startswith(_OF_RESEARCH, position):
            continue  # 某药业研发总部: a noun
        elif (
            (piece in CARRYING_VERBS and (piece not in ("市", "省") or position - 1 == start))  # not 皂|市|水库
            or piece in ("起", "出", "了", "着")
            or (
                (piece in LEADING_VERBS or piece in ("公司", "集团"))
                and position - len(piece) == start
                and not text.startswith("性", position)  # 支撑|性重大工程
            )
            or (
                len(piece) == 1
                and piece in "省市区县镇乡村师款个种"
                and position - len(piece) == start
                and not text.startswith(COMPOUNDS, start)
                and _ROAD_FIRST.match(text, start) is None
            )
        ):
            start = position
        inspected = False
    return start


# A size within a name: 某山|万亩|林场, 某某|120万吨|水泥熟料生产线.
_SIZE = re.compile(
    "(?=[一七万三两九二五八六十千四百0-9])"
    r"(?:\d[\d.]*|[一二三四五六七八九十百千万两]+)(?:余|多)?(?:万|千|百|亿)?(?:余|多)?"
    r"(?:吨级?|亩|平方米|平方公里|公里|公顷|兆瓦|千瓦|MW|GW|千伏|万伏|kV|立方米|方|台套|台|套|辆|头|只|羽|床|张床位|锭|纱锭|米|千米|株|棒|支|件|箱|瓶|片|条|标箱)$"
)
_DIGITS = re.compile(r"\d[\d.]*$")
# What goes on a number: 4000|万棒, 3000|吨级, 110|米口径.
_OF_NUMBER = ("万", "千", "百", "亿", "吨", "米", "兆瓦", "千伏", "亩", "公里", "千瓦", "立方米", "平方米", "床", "台套")
_OF_TOOLS = ("辊", "轴", "缸", "孔", "英寸", "寸", "纳米", "微米", "毫米")  # 20|辊轧机项目
_MADE_IN = ("年产", "日产", "月产")  # 日产|60片西式瓦项目
YEARLY = re.compile(
    r"[年日月](?:产|综合利用|利用|加工|处理|屠宰|出栏|吞吐)[\d.]+(?:余|多)?(?:万|亿|千)?(?:吨|台|套|辆|件|平方米|立方米|头|只|羽|千瓦时|米|片|支|瓶|箱|个|条|块|棵|株|公斤|斤|担|桶|卷|双|册|袋)$"
)


def past_size(text: str, start: int, stop: int, found: Found) -> int:
    """Where a name begins that goes on to the left of a size, or begins with it: 某山|万亩|林场, |2000吨果酱生产线."""
    size = _SIZE.search(text, max(0, start - 14), start)
    cut = _DIGITS.search(text, max(0, start - 8), start)
    if (
        size is None
        and cut is not None
        and (text.startswith((*_OF_NUMBER, *_OF_TOOLS), start) or text.endswith(_MADE_IN, 0, cut.start()))
    ):
        start, size = cut.start(), cut  # 4000|万棒玉米加工项目: no name begins within a number
    if size is None or size.start() == 0:
        return start
    at = size.start()
    edge = strip_front(text, left_edge(text, at, scheme=True), at)
    edge += text.startswith("的", edge, at)  # 新上的|年产3万吨铜箔项目
    held = found.ending_at(Kind.DISTRICT, at) or found.ending_at(Kind.ORGANISATION, at)
    if held is not None:
        return min(edge, held.start) if edge < at else at
    town = next(iter(found.before(Kind.DISTRICT, at)), None)
    if town is not None and text.endswith(_MADE_IN, 0, at) and text[town.end : at - 2] in CARRYING_VERBS:
        return at - 2  # 某县引进|日产60片西式瓦项目
    if (
        town is not None
        and at - town.end <= 4
        and hard_left(text, at) <= town.start
        and text[town.end : at] not in CARRYING_VERBS
    ):
        return town.end  # 某镇|何家梁|万亩…: words that no name holds, but for a place's
    if at - edge >= 2 and is_proper(words().cut(text[edge:at])):
        return edge
    return start if text[at - 1] in "年第" or YEARLY.search(text, max(0, at - 5), start) else at


# 某水厂(二期)扩建工程: a bracket right after a mark belongs to no name.
NO_NAME_BEFORE = re.compile(r"[，。；：、“”\s]")


def bracketed_start(text: str, start: int) -> int:
    """Where a name begins that holds a bracket: 某水厂(二期)|扩建工程."""
    if text[start - 1 : start] not in (")", "）"):
        return start
    opened = max(text.rfind("(", max(0, start - 20), start), text.rfind("（", max(0, start - 20), start))
    if opened <= 0 or NO_NAME_BEFORE.match(text, opened - 1):
        return start
    edge = strip_front(text, left_edge(text, opened, scheme=True), opened)
    sized = opened - edge == 1 and text[edge] in "大中小"  # 小（二）型|病险水库除险加固工程
    return past_number(text, edge, opened) if sized or opened - edge >= 2 else start


# 启动仪式暨|某某项目: what is held, not built.
_CEREMONIES = ("仪式", "会", "活动", "式", "节", "典礼")
FACILITY_ENDS = ("厂", "站", "园", "中心", "医院", "学校", "中学", "小学", "市场", "场", "馆", "基地")
# What the second half of a project's name begins with: 某水厂及|配套管网工程.
_WORKS_DONE = ("提升", "整治", "治理", "修复", "修缮", "净化", "绿化", "亮化", "美化", "疏浚", "清淤", "加固", "硬化")
# What stands before 与 within one name, and would end one before 和: 灌区续建配套与|现代化改造工程.
_WORKS_WITH = (
    *_WORKS_DONE,
    "配套",
    "改造",
    "更新",
    "扩建",
    "续建",
    "升级",
    "保护",
    "开发",
    "利用",
    "巩固",
    "恢复",
    "防护",
    "迁建",
)
_ALSO_WITH = ("情况", "工作", "问题", "方案", "项目", "工程", "公司", "局", "等", "等企业", "等单位", "等学校", "等乡镇")
_CARRIED_OUT = ("实施", "推进", "启动", "开展", "建设", "完成", "新建", "谋划")
_SECOND_HALVES = ("配套", "附属", "管网", "连接线", "接线", "引道", "遗址公园", "周边", "相关", "引水", "输变电")
# 甲河、|乙河流域治理工程: two of a kind share a name.
_TWIN = re.compile(r"[一-龥]{1,4}(?P<kind>[河江湖溪渠沟路街巷桥闸坝])、$")
# 甲溪上游段和|乙溪下游段防洪工程: what the two halves of a name are.
_SHARED_KIND = re.compile(
    r"(?P<kind>段|水库|流域|公路|大桥|大道|隧道|干渠|码头|煤矿|医院|景区|小区|片区|灌区|泵站|水厂|电站)[和与及、]$"
)


def joined_start(text: str, start: int, end: int, found: Found) -> int:
    """Where a name of two halves begins: 某水厂及|配套管网工程, 甲河、|乙河治理工程."""
    mark = text[start - 1 : start]
    if mark == "暨" and not text.endswith(_CEREMONIES, 0, start - 1):
        edge = strip_front(text, left_edge(text, start - 1, scheme=True), start - 1)
        return edge if start - edge >= 5 else start
    within = text.startswith("、", end) and text[start - 2] != "、"  # A和B项目、C项目: 和 does not end the list
    done = text.endswith(_WORKS_WITH if mark == "与" else _WORKS_DONE, 0, start - 1) and mark in ("与", "和")
    if mark in ("和", "与") and text.endswith("工程", start, end) and (twins := _two_nouns(text, start, end)) is not None:
        return twins
    if mark == "及" or done or (mark in ("与", "和") and (within or text.startswith(_SECOND_HALVES, start))):
        at = start - 1
        edge = bracketed_start(text, strip_front(text, left_edge(text, at, scheme=True), at))
        half = bracketed_start(text, at)
        edge = half if half < at and edge == at else edge
        edge = past_size(text, edge, at, found) if edge < at else edge
        own = found.ending_at(Kind.ORGANISATION, at)
        if own is not None and own.text.endswith(FACILITY_ENDS):
            edge = min(edge, own.start)
        whole = at - edge >= 5 and text.endswith(_WORKS_DONE, 0, at) and text.endswith(_CARRIED_OUT, 0, edge)
        if whole and text.endswith("工程", start, end) and (own is None or own.end < at):
            return edge  # 实施|某河水质提升和|游客中心改造工程
        ends = text.endswith(_ALSO_WITH, 0, at) or (mark != "与" and text.endswith(("改造", "建设"), 0, at))
        if at - edge >= 2 and not ends and (own is None or own.text.endswith(FACILITY_ENDS)):
            return edge
    if mark == "、" and text.startswith("、", end):
        return start  # 甲公路、|乙公路改建工程、丙水库: a list
    kind = _SHARED_KIND.search(text, max(0, start - 8), start)
    if kind is not None and text.find(kind["kind"], start + 1, end) > 0 and mark in "和与及、":
        at = kind.end() - 1
        edge = strip_front(text, left_edge(text, at, scheme=True), at)
        return joined_start(text, edge, end, found) if at - edge >= 3 else start
    if mark == "、":
        twin = _TWIN.search(text, max(0, start - 8), start)
        if twin is not None and text[start : start + 6].find(twin.group("kind")) in (1, 2, 3):
            return strip_front(text, max(twin.start(), left_edge(text, start - 1, scheme=True)), start - 1)
    return start


def _two_nouns(text: str, start: int, end: int) -> int | None:
    """Where a name begins whose works are for two things: 实施|大豆和|油料产能提升工程."""
    at = start - 1
    edge = strip_front(text, left_edge(text, at, scheme=True), at)
    first = words().cut(text[edge:at])
    if len(first) != 1 or words().tag(first[0])[0] != "n" or not text.endswith(("实施", "启动", "开展"), 0, edge):
        return None
    second = words().cut(text[start : end - 2])
    own = [piece for piece in second if piece not in NO_PROJECT_NAMES]
    return edge if end - start >= 6 and own and words().tag(second[0])[0] == "n" else None


_DISTRICT_ENDS = ("市", "县", "区", "旗", "镇", "乡", "街道", "村", "社区")


def own_place(text: str, start: int, stop: int, found: Found) -> Mention | None:
    """The district with which a name begins, the innermost of several: 某市|某镇|恒阳产业园项目."""
    for held in found.between(Kind.DISTRICT, hard_left(text, start), stop):
        if held.start <= start <= past_year(text, held.end, stop) and held.end < stop:
            if text.startswith("至", held.end):
                return None  # 道县|至某地公路: where a line begins
            while (inner := found.starting_at(Kind.DISTRICT, held.end)) is not None and inner.end < stop:
                if not inner.text.endswith(_DISTRICT_ENDS):
                    break  # a short name may begin the project's own (青铜峡灌区改造工程)
                held = inner  # 某市|某镇|恒阳产业园项目
            return held
    return None


SUBTYPES = {"campaign": "Campaign", "mechanism": "Mechanism", "project": "Project", "service": "Service", "policy": "Policy"}
# 528|国道某县改建工程.
_ROADS = ("国道", "省道", "县道", "乡道")
_ROAD_NUMBER = re.compile(r"(?<![\d.])[GSXY]?\d{2,4}$")
# What bears the name of its place.
LANDMARKS = ("大道", "大桥", "路", "街", "水库", "水电站", "灌区", "大坝", "水闸", "河治理", "河流域", "河道", "古城", "机场")
PHASE = re.compile(r"[（(](?:第?[一二三四五]期(?:[、和及][一二三四五]期)?|[一二三四五\d]标段?|[^（）()\n，。；]{1,6}[段区])[）)]")


def as_named(start: int, name: str, subtype: str, by: str, score: float) -> Mention:
    """The mention of an initiative of no place of its own, which is called just as it stands there."""
    return Mention(Kind.INITIATIVE, start, start + len(name), name, by, score, InitiativeValue(name, name, subtype))


def make_initiative(
    text: str, start: int, core_at: int, end: int, kind: str, place: Mention | None, by: str, score: float
) -> Mention:
    """The mention of an initiative, its place before its own part, with the phase or section behind it: 某产业园项目|（二期）."""
    numbered = _ROAD_NUMBER.search(text, max(0, start - 6), start) if text.startswith(_ROADS, start) else None
    if numbered is not None and place is None:
        start = core_at = numbered.start()
    begin = place.start if place is not None else start
    if place is not None and core_at == place.end and text.startswith((*LANDMARKS, "和", "与", "及"), core_at):
        core_at = place.start  # 某地|水库除险加固工程
    bare = unquote(text[past_first_size(text, core_at, end) : end])
    name = unquote(text[core_at:end])
    phase = PHASE.match(text, end) if kind == "project" else None
    if phase is not None:  # 某产业园项目|（二期）
        end, name = phase.end(), name + phase.group()
    return Mention(Kind.INITIATIVE, begin, end, text[begin:end], by, score, InitiativeValue(name, bare, SUBTYPES[kind], place))


_OF_YEAR = re.compile(r"20\d{2}年度?$")


def named_in_full(text: str, mention: Mention, found: Found) -> Mention:
    """The mention with its name in full: with all the districts that stand before its own."""
    value = mention.value
    assert isinstance(value, InitiativeValue)
    place = value.place
    year = _OF_YEAR.search(text, max(0, mention.start - 7), mention.start) if value.subtype == "Campaign" else None
    if year is not None and place is None:
        return replace(mention, value=replace(value, full=year.group() + value.name))  # 2022年|贵州公益行
    if value.subtype != "Project" or place is None or place.start > mention.start:
        return mention
    start = found.places_begin(place.start)
    if start == place.start or "的" in text[place.end : mention.start]:
        return mention
    return replace(mention, value=replace(value, full=unquote(text[start : mention.end])))


NO_PROJECT_NAMES = seeds.word_list("no_project_names")


def is_proper(pieces: tuple[str, ...]) -> bool:
    """Whether words hold one that only a name has: 恒阳|产业园, not 标准|厂房."""
    return any(
        len(p) == 1 or words().tag(p)[:2] in ("nr", "ns", "nz", "nt", "x", "ng") or p[0].isascii()
        for p in pieces
        if p not in NO_PROJECT_NAMES
    )


_SOME_INSIDE = re.compile(
    r"新?(?:入园|入驻|落户|入区|引进|签约)企业(?=[一-龥]{4})|(?:(?:[省市县区]级?)?(?:重大|扩能|重点|标志性|民生|惠民|招商引资|招商|技改|扩能|续建|新建|在建|产业|工业|扶贫|PPP)){1,3}项目(?=[一-龥]{4})|"
    r"(?:重大|重点|标志性|控制性|骨干)(?:水利|交通|民生|能源|生态|产业)?工程(?=[一-龥]{2,}?(?:水库|水电站|电站|大桥|隧道|公路|高速|铁路|灌区|水厂|机场|港|运河|引水|调水|供水|防洪|堤|闸))|一批|一系列|一大批|一场(?![馆所站景镇村多])|多个|若干|部分|各类|各项|投资?\d[\d.]*[万亿]?(?:余|多)?元?(?=[建修启实])[一-龥]"
)


def past_some(text: str, start: int, stop: int) -> int:
    """策划包装一批|重点招商项目, 投900万建|某某工程: what stands before is no name."""
    last = next(reversed(list(_SOME_INSIDE.finditer(text, start, stop))), None)
    return start if last is None or last.end() > stop else last.end()


# A size that a name begins with, of which it may be told without: 2000吨|果酱生产线.
SIZE_FIRST = re.compile(_SIZE.pattern.removesuffix("$"))


def past_first_size(text: str, start: int, stop: int) -> int:
    """Behind the size with which a name begins: 2000吨|果酱生产线."""
    size = SIZE_FIRST.match(text, start, stop)
    return size.end() if size is not None and size.end() < stop else start


_YEAR_FIRST = re.compile(r"\d{4}年度?")


def past_year(text: str, start: int, stop: int) -> int:
    """Behind the year with which a name begins: 2022年|老旧小区改造."""
    year = _YEAR_FIRST.match(text, start, stop)
    return year.end() if year is not None and year.end() < stop else start


WINS = ("获", "获得", "荣获", "获评", "捧回", "捧得", "摘得", "摘取", "拿下", "夺得", "斩获", "颁发", "设立", "颁发了")


def is_won(text: str, position: int) -> bool:
    """Whether the name of a prize that was won holds the position: 获得“五个一工程”奖."""
    left = text.rfind("“", max(0, position - 20), position + 1)
    if left < 0 or text.rfind("”", left, position) >= 0:
        return False
    return text.endswith(WINS, 0, left)


_MARKS = re.compile("[“”‘’]")


def unquote(name: str) -> str:
    """A name without quotation marks."""
    return _MARKS.sub("", name)


TYPES: Scanner[tuple[str, str, bool]] = Scanner(
    lambda: sorted({(row.type, row.kind, row.bare) for row in seeds.initiative_types()}), itemgetter(0)
)


@lru_cache(maxsize=1)
def kind_of() -> dict[str, str]:
    """The subtype of an initiative by its type word: 行动 is a ``Campaign``."""
    extra = {"改革": "Campaign", "计划": "Campaign", "预案": "Policy", "品牌创建": "Campaign", "实施方案": "Policy"}
    return {**extra, **{name: SUBTYPES[kind] for name, kind, _ in TYPES.rows}}


_INSPECTORS = ("组", "团", "局", "厅", "政府", "人大", "政协", "一行", "领导", "书记", "县长", "区长", "市长", "代表", "委员")


@lru_cache(maxsize=10_000)
def is_subject(before: str) -> bool:
    """Whether what stands before a verb of inspecting is its subject: a stray character, a person's name, or a body."""
    return len(before) < 2 or (len(before) <= 3 and scorer().is_name(before, 2.0)) or before.endswith(_INSPECTORS)


@lru_cache(maxsize=1)
def inspect_verbs() -> frozenset[str]:
    """Verbs of inspecting, of two characters and more: 调研, 察看."""
    return frozenset(verb for verb in seeds.verbs().get("inspect", ()) if len(verb) > 1)


def past_number(text: str, start: int, stop: int) -> int:
    """Where a name begins that holds the number of a road or a plot: 某新城11|号道路项目."""
    digits = _DIGITS.search(text, max(0, start - 6), start) if text.startswith("号", start, stop) else None
    if digits is None:
        return start
    edge = strip_front(text, left_edge(text, digits.start(), scheme=True), digits.start())
    return min(edge, digits.start())


def in_title(text: str, position: int) -> bool:
    """Whether the title of a document holds the position: 《某县高质量发展行动计划》."""
    left = max(0, position - 40)
    return text.rfind("《", left, position) > text.rfind("》", left, position)
