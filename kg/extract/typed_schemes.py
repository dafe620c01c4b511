"""Names without quotation marks, by the type word at their end or the verb that runs them: 农贸市场|专项整治行动.

A verb of running shows systems (强化|三级会商制), two provinces' short names what they do together (深化|粤桂扶贫协作).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kg import seeds
from kg.extract.base import Found, InitiativeValue
from kg.extract.edges import left_edge, past_predicate, verb_stops
from kg.extract.projects import BUILDING
from kg.extract.scheme_names import (
    CARRYING_VERBS,
    NO_PROJECT_NAMES,
    NUMERAL_IDIOMS,
    OF_BODY,
    RESULTS,
    SENTENCE_WORDS,
    SOME,
    SUBTYPES,
    TYPES,
    WEAK_TYPES,
    WON,
    as_named,
    inspect_verbs,
    is_proper,
    make_initiative,
    own_place,
    past_first_size,
    past_size,
    past_some,
    strip_front,
)
from kg.model import Kind, Mention
from kg.patterns import Needing, needing
from kg.words import words

_LAW = tuple("治律规院庭定")
_SINCE = re.compile(r"[^，。；]{0,6}以来")
_IS_WHAT = re.compile("是[^，。；：“”\\n]{2,40}的$")
# 拟定行之有效的|街区协调机制: what a scheme that is sought is to be like.
_LIKE_THIS = re.compile(
    "(?:具有[^，。；“”]{1,8}性|切实可行|行之有效|可复制(?:、|可)*推广|科学合理|符合实际|各具特色|特色鲜明)的$"
)
_HALF_BODIES = ("小组", "领导小组", "委员会", "办公室", "指挥部", "工作组", "专班", "办")
# Campaigns of the whole country, whose name is all type word.
_WHOLE = seeds.word_list("whole_campaigns")
_AFTER_YEAR = ("产", "加工", "处理", "屠宰", "出栏", "吞吐", "均", "度", "内", "底", "初", "末", "终", "限", "可")
_MOVED_INTO = re.compile("(?:使|让|引导|动员|号召|吸引|发动)[^，。；]{1,10}(?:融入|投身|参与|加入|投入)(?:到)?(?:全民)?$")
_TAKEN_INTO = ("纳入", "列入", "列为", "作为", "摆在", "放在", "抓在", "当作", "当成")
_PARTY_OWN = "党的"
_DESCRIBED = (
    "系统",
    "平台",
    "管理系统",
    "信息系统",
    "服务平台",
    "管理平台",
    "信息平台",
    "指挥平台",
    "指挥系统",
    "预警系统",
    "服务系统",
    "综合平台",
    "小程序",
    "制度",
    "预案",
)
_ONE_TIME = re.compile("(?:一|两|几|多|数|[二三四五六七八九十]|\\d+)?(?:余|多)?(?:次|场|轮|番)")
_OR_BUILT = tuple(
    verb + joint for verb in ("新建", "改建", "扩建", "改造") for joint in ("加", "和", "或", "及", "与", "、", "并")
)
CHIEFS = ("河长制", "湖长制", "林长制", "河湖长制", "田长制", "路长制")
_GOALS_OF_CITIES = ("创城", "创卫", "创文")
_NOT_BARE = seeds.word_list("no_bare_types")
_BETTERS = frozenset(("提升", "提高", "增强", "优化", "改善", "改进"))
_MEASURED = ("水平", "能力", "质量", "质效", "效能", "效率", "成效", "效果", "精细化")
# 实行|局领导包案、|民警包人责任制: who answers for what, in several halves of one name.
_HALVES = re.compile(
    "(?:[，。；：]|(?:实行|推行|落实|建立|执行|采取|坚持|完善|健全|强化|压实)了?)(?:(?:实行|推行|落实|建立|执行|采取|坚持|完善|健全|强化|压实)了?)?"
    "(?P<halves>(?:[一-龥]{1,6}[包联挂驻帮][一-龥]{1,2}、)+)$"
)


_AND_SO_ON = re.compile("等(?:[\\d一二三四五六七八九十多几]{1,3}[项大个])?$")
_BUILDS_WHAT = re.compile(
    "(?:成|为|后|安置|便民|住院|停车|路段|施工|[一-龥]{0,4}?(?:房|楼|场|馆|中心)(?![一-龥]{0,4}(?:项目|工程)))"
)
_BETTERING = tuple(_BETTERS)
_BETTERED = re.compile(f"[一-龥]{{0,4}}?(?:{'|'.join(_MEASURED)})")
_OF_EVERYBODY = frozenset(("全民", "全员", "全域", "常态化", "迎检", "专项", "工作"))
_WHOSE_PLACES = seeds.word_list("whose_places")


#: adverbs, which are no names of what is done
_HOW = seeds.word_list("deed_adverbs")
_MADE_ONE = re.compile("(?:[开办建设搭摆](?:了|起了?)|[开办建搭摆])(?:一)?个")


def find_typed(text: str, found: Found) -> Iterator[Mention]:
    """Names that end in a type word of the lexicon: 某县|农贸市场专项整治行动."""
    for stop, end, (name, kind, bare) in TYPES.find(text):
        if not bare or name in _NOT_BARE or (name.endswith(("项目", "工程")) and name not in _WHOLE):
            continue
        if name in CHIEFS:
            continue  # 评估|河长制, 某省|河长制: find_chiefs
        whole = name in _WHOLE or name.startswith(("创建全国", "创建国家", "巩固全国", "巩固国家"))  # 某县|创建全国文明城市
        if whole and name.startswith("创建") and text.endswith(WON, 0, stop):
            continue
        if (name.endswith("年") and text.startswith(_AFTER_YEAR, end)) or (name[-1] == "改" and text.startswith("造", end)):
            continue  # 主要|建设|年产, 户|厕改|造1460座
        if name in BUILDING and text.endswith(_OR_BUILT, 0, stop):
            continue  # 新建加|扩建22口: two verbs
        if name == "双创" and text[end : end + 1] in tuple("园区基空中大平"):
            continue  # 全民|双创|园
        if name[-1] == "法" and text[end : end + 1] in _LAW:
            continue  # 信访|工作法|治化
        if kind != "project" and (OF_BODY.match(text, end) or text.startswith(("目标责任书", "责任书"), end)):
            continue
        if name.endswith(WEAK_TYPES) and text.startswith(_TAKEN_INTO, end) and text[max(0, stop - 8) : stop].find("把") >= 0:
            continue  # 把|老楼改造|纳入清单
        if name in BUILDING and _SO_MANY_BUILT.match(text, end):
            continue  # 某街道改造|17个老旧小区
        if name in BUILDING and (_BUILDS_WHAT.match(text, end) or (name[-1] == "建" and text.startswith("设", end))):
            continue  # 棚户区改造|安置房, 荒地改造|成停车场, 整体搬|迁建|设
        if text.endswith(_BETTERING, 0, left_edge(text, stop, scheme=True)) and _BETTERED.match(text, end):
            continue  # 提升|社区精细化管理|服务水平
        if name.endswith(WEAK_TYPES) and text.startswith((*RESULTS, "项目", "工程"), end):
            continue  # 人居环境整治|成果; a project takes 项目 along
        start = stop if whole else left_edge(text, stop, scheme=kind != "project")
        if stop - start > 18:
            continue
        start = past_predicate(text, strip_front(text, start, stop), stop) if start < stop else start
        start = past_some(text, start, stop)
        made = _MADE_ONE.search(text, start, stop) if start < stop else None
        start = made.end() if made is not None else start  # 原来的锅炉房|开了个|老年食堂
        if text.startswith(("专项经费", "专项资金", "经费"), end):
            continue  # 列支1500万元作|医共体|专项经费
        split = found.covering(Kind.DISTRICT, start) if start < stop else None
        start = min(start, split.start) if split is not None else start  # 和|静镇老旧小区改造: no cut within a place
        if text[start:stop] in _HOW:
            continue  # 全县|共改造老旧小区43个
        if (start >= stop and not whole) or (not whole and _AND_SO_ON.search(text, start, stop)):
            continue  # 占道经营整治等六大|专项整治: what those before are
        if kind == "project":
            start = past_size(text, start, stop, found)
        elif text.endswith(_PARTY_OWN, 0, start):
            start -= len(_PARTY_OWN)  # 党的|群众路线教育实践活动
        if name.endswith("人民战争") and text.endswith(("打赢", "打好", "打响", "打胜"), 0, start):
            continue  # 坚决打赢|禁毒人民战争: a watchword
        if name.endswith("人民战争") and _MOVED_INTO.search(text, max(0, stop - 16), stop) is not None:
            continue  # 让大家早日融入|禁毒人民战争: a manner of speaking
        if start >= stop and whole:
            quoted = text[stop - 1 : stop] == "“" and text.startswith("”", end)
            start, end = (stop - 1, end + 1) if quoted else (stop, end)
            value = InitiativeValue(name, name, SUBTYPES[kind])
            yield Mention(Kind.INITIATIVE, start, end, text[start:end], "initiatives.whole", 0.75, value)
            continue
        if name[0] == "大" and (text[stop - 1 : stop] in "加扩增放" or _ONE_TIME.match(text, start, stop) is not None):
            continue  # 加|大检查, 一次|校园安全大检查
        if name.endswith("公众号") and "关注" in text[start - 2 : stop]:
            continue  # 扫码关注|某某公众号|领雨伞: what people are asked to do
        if kind == "service" and _IS_WHAT.search(text, max(0, start - 44), start):
            continue  # “某某”是某局推出的|微信服务平台: what it is
        if kind == "mechanism" and text[start - 1] == "的" and _LIKE_THIS.search(text, max(0, start - 14), start):
            continue
        halves = _HALVES.search(text, max(0, start - 24), start) if kind == "mechanism" and text[start - 1] == "、" else None
        start = halves.start("halves") if halves is not None else start
        if start >= stop or text[start - 1 : start].isdigit() or text.startswith(SOME, start):
            continue  # 24|小时值班制度, 一批样板驿站
        if text[start - 1 : start] in "个项处家" and text[max(0, start - 2) : start - 1].isdigit():
            continue  # 8个|热门景区精细化管理
        if kind == "project" and _ONLY_SIZE.fullmatch(text, start, stop):
            continue  # 由4米|扩建|到8米: a verb
        if text[start - 1 : start] in ("和", "与") and name in _PLANNED:
            start = _first_half(text, start, found)
        if text[start] == "自" and _SINCE.match(text, end):
            start += 1  # 自|某某专项行动开展以来
        if text[start] == "度" and text[start - 1 : start] == "年":
            start += 1  # 2020年度|精神文明创建
        if text.startswith("问题", start) and text[start - 2 : start] in ("突出", "重点", "普遍"):
            continue  # 地方保护等突出|问题专项整治
        if kind == "mechanism" and text.endswith("”等", 0, start):
            continue  # “果园管家”等|果业服务机制: what those are
        if text.startswith("简称", start):
            continue  # （以下|简称积分制）
        if text.startswith(_HALF_BODIES, start):
            continue  # 协调|小组工作会议制度: the rest of a body's name
        ours = found.starting_at(Kind.DISTRICT, start) if text[start] in "我本该" and kind == "project" else None
        if ours is not None and ours.end == stop:
            continue  # |我街道|老旧小区改造: a kind of works
        place = own_place(text, start, stop, found)
        core_at = strip_front(text, place.end, stop) if place is not None else start
        body = found.covering(Kind.ORGANISATION, core_at) if place is not None and kind == "campaign" else None
        if body is not None and place is not None and body.start <= place.start and core_at < body.end <= stop:
            start, core_at, place = body.end, body.end, None  # 某市委|主题教育, 某村委会|毒品问题专项治理
        holder = found.starting_at(Kind.ORGANISATION, start) if place is None and kind == "campaign" else None
        if holder is not None and holder.end + 2 <= stop:
            start = core_at = holder.end  # 市妇联|关爱留守儿童公益行
        if place is not None and core_at > place.end:
            start, place = core_at, None  # 某街道|调研|村集体经济大会战
        pieces = words().cut(text[past_first_size(text, core_at, stop) : stop])
        if kind == "mechanism" and pieces and pieces[0] in _BETTERS and (len(pieces) == 1 or text.startswith(_MEASURED, end)):
            continue  # 提升|网格化服务|水平: what is bettered
        if kind in ("campaign", "mechanism") and place is None and pieces and all(piece in _WHOSE_PLACES for piece in pieces):
            continue  # 查看|社区创建工作, 街道综合整治: of whichever
        if place is None and name in _GOALS_OF_CITIES and not _OF_EVERYBODY.issuperset(pieces):
            continue  # 志愿者|助阵|创文
        dated = name.endswith(_OF_YEAR_OR_MONTH) and core_at < stop and text[core_at - 1 : core_at] not in _SOME_YEAR
        if not pieces or (
            all(piece in NO_PROJECT_NAMES for piece in pieces) and (len(pieces) < 2 or kind == "project") and not dated
        ):
            continue
        if kind == "project" and place is None and (not is_proper(pieces) or stop - core_at < 2):
            continue  # 做微|改造: no name of one character
        if place is None and name in _GOALS_OF_CITIES and len(pieces) == 1:
            continue  # 传|创城|知识, 为民|创城|: what a city strives for, and a word
        if kind == "campaign" and len(pieces) == 1 and pieces[0] in inspect_verbs() and not name.endswith(("行动", "活动")):
            continue  # 带队|督导|创城
        if name in BUILDING and found.ending_at(Kind.ORGANISATION, stop) is not None:
            continue  # 某公司|扩建厂房: a verb
        if name in _DESCRIBED and len(text[core_at:stop]) < 4:
            continue
        if place is None and start == core_at and kind == "campaign":
            start = core_at = _with_number(text, start)
        yield make_initiative(text, start, core_at, end, kind, place, "initiatives.typed", 0.75)


_SO_MANY_BUILT = re.compile(r"\d+(?:余|多)?(?:个|栋|处|座|户|条|套|间|公里|千米)[一-龥]{2}")
_ONLY_SIZE = re.compile("[\\d.]*(?:余|多)?(?:米|公里|亩|平方米|平方公里|层|间|栋|座|个|条|处|张|万)")
_PLANNED = ("三年行动计划", "行动计划", "三年行动", "三年攻坚行动", "攻坚行动", "五年规划", "实施方案", "行动方案", "提升行动")
_CARRIES = ("实施", "开展", "推进", "启动", "制定", "制订", "出台", "印发", "编制", "落实", "执行", "部署")


def _first_half(text: str, start: int, found: Found) -> int:
    """实施|工业和|园区发展三年行动计划: where a plan for two things begins, right behind the verb of carrying out."""
    at = start - 1
    edge = strip_front(text, left_edge(text, at, scheme=True), at)
    held = any(found.covering(kind, edge) is not None for kind in (Kind.ORGANISATION, Kind.DISTRICT, Kind.INITIATIVE))
    return edge if 2 <= at - edge <= _LONGEST_HALF and not held and text.endswith(_CARRIES, 0, edge) else start


_LONGEST_HALF = 6  #: characters


_OF_YEAR_OR_MONTH = ("年活动", "月活动", "周活动")  # 企业|服务年活动: named whatever its words are
_SOME_YEAR = frozenset("今去前明本每")

# The rounds of inspection by a party committee: 县委|第三轮巡察, 十四届县委第二轮巡察.
_INSPECTION_ROUND = needing(
    "巡察 巡视",
    "(?:(?P<term>[一二三四五六七八九十]{1,3}届)?(?P<who>[省市区县旗州盟地]委|师市党委|自治区党委))?(?P<name>第?[一二三四五六七八九十]{1,3}轮"
    "(?:常规|专项|机动|提级|村级|集中){0,2}(?:巡察|巡视)(?:「回头看」|“回头看”)?)(?![组办员工干])",
)


def find_rounds_of_inspection(text: str) -> Iterator[Mention]:
    """开展|县委第三轮巡察: one of the rounds in which a committee has its bureaus inspected."""
    for match in _INSPECTION_ROUND.finditer(text):
        start, end = match.span()
        if match["who"] is not None or text.startswith("第", match.start("name")):
            value = InitiativeValue(match.group(), match["name"], "Campaign")
            yield Mention(Kind.INITIATIVE, start, end, match.group(), "initiatives.round", 0.75, value)


# 党员干部下基层察民情解民忧暖民心|实践活动: what officials are to do for the people, in verbs and nouns.
_FOR_PEOPLE = needing(
    "民情 民忧 民意 民心 民困 民生 民需 民难 民事",
    "(?:(?:万名|千名|百名|全体|机关)?(?:党员)?(?:领导)?(?:干部)?(?:大?下基层|进万家|走基层|进农家|进村入户))?"
    "(?:[察访解暖惠帮问听送办化聚汇知连谋][民][情忧意心困生需难事]){2,4}(?:主题|专题|系列)?(?:教育)?(?:实践|大走访|走访|服务)?活动",
)


def find_deeds_for_people(text: str) -> Iterator[Mention]:
    """下基层察民情解民忧暖民心实践活动: a campaign that is called by what it does for the people."""
    for match in _FOR_PEOPLE.finditer(text):
        yield as_named(match.start(), match.group(), "Campaign", "initiatives.for_people", 0.78)


# Schemes of chiefs, whose names are known all over the country; their offices are bodies.
_OF_CHIEFS = needing(
    "长制",
    "(?=[河湖林田路街链山楼巷校警])(?:河（湖）|河湖|林（草）|林草|[河湖林田路街链山楼巷])长制(?!办|工作领导|工作委员|度?办公室)",
)


def find_chiefs(text: str, found: Found) -> Iterator[Mention]:
    """推行河长制, 河（湖）长制: the schemes by which officials answer for a river, a wood, a chain of industries."""
    for match in _OF_CHIEFS.finditer(text):
        start, end = match.span()
        if found.covering(Kind.ORGANISATION, start) is None and not text.startswith("”", end):
            yield as_named(start, match.group(), "Mechanism", "initiatives.chiefs", 0.75)


# 党员双进活动, 百企联百村行动: a scheme of numerals that stands without quotation marks.
_DOES_WHAT = "[进联送访帮促争创评比查清亮讲学增减包服走问解提治整强晒带爱兴入助建结挂报抓树晒敬护]"
_NUMBERED = needing(
    "制度 工程 机制 活动 行动 工作法 标准 模式",
    rf"(?:(?:[一二三四五六七八九十两双][有无是在到见议评审公诺会审查联亮定查选][一-龥]?){{2,3}}|[双两三四五六七八九十百千万][一-龥]{{1,3}}?{_DOES_WHAT}[双两三四五六七八九十百千万][一-龥]{{1,3}}|"
    rf"(?:[双三四五六七八九十]{_DOES_WHAT}){{1,2}})(?P<type>活动|行动|工程|机制|工作法|制度|标准|模式)",
)


_OF_BUILDERS = ("有限", "公司", "集团", "股份", "总公司")


def find_numbered(text: str) -> Iterator[Mention]:
    """党员双进活动, 百企联百村行动: a scheme of numerals with a type word."""
    for match in _NUMBERED.finditer(text):
        stop, end = match.start("type"), match.end()
        start = strip_front(text, left_edge(text, match.start(), scheme=True), stop)
        name = text[start:end]
        if not 4 <= len(name) <= 16 or text[start:stop] in NUMERAL_IDIOMS or text.startswith(_OF_BUILDERS, end):
            continue  # 福建三建工程|有限公司
        subtype = "Campaign" if match.group("type") in ("活动", "行动", "工程") else "Mechanism"
        yield as_named(start, name, subtype, "initiatives.numbered", 0.7)


# 参加|联县驻村帮户|和入户走访活动: in three pairs whom officials are sent to.
_SENT_TO = needing(
    "活动 行动 工程 制度 机制",
    r"(?=[挂包联帮结驻])(?P<name>(?:[挂包联帮结驻][省市县区乡镇村户企组片点]){3})"
    r"(?:(?P<type>活动|行动|工程|制度|机制)|(?=[和与及、][一-龥]{2,8}(?:活动|行动)))",
)


def find_sent(text: str) -> Iterator[Mention]:
    """驻县包乡联户活动: a campaign that is called by whom officials are sent to."""
    for match in _SENT_TO.finditer(text):
        value = InitiativeValue(match["name"] + (match["type"] or "活动"), match["name"], "Campaign")
        yield Mention(Kind.INITIATIVE, match.start(), match.end(), match.group(), "initiatives.sent", 0.72, value)


# A number that people dial, and a service or a day is called by: 119|消防宣传月, 12345|热线.
_DIALLED = re.compile(r"(?<![\d.·-])(?:11[09]|12[02]|12\d{3}|95\d{3}|96\d{3,4})$")


def _with_number(text: str, start: int) -> int:
    """Where a scheme begins that is called by the number before it."""
    dialled = _DIALLED.search(text, max(0, start - 6), start)
    return dialled.start() if dialled is not None else start


# 法治宣传进校园活动, 非遗进社区系列活动: what is brought to where people are.
_BROUGHT = needing(
    "活动",
    r"(?P<what>[一-龥]{2,8}?)进(?P<where>校园|课堂|社区|小区|乡村|农村|村居|企业|园区|机关|单位|军营|家庭|万家|景区|工地|商圈|市场|宗教场所|网格|基层)"
    r"(?:宣传|宣讲|主题|系列|专项|公益)?活动(?!中心|室)",
)


def find_brought(text: str, found: Found) -> Iterator[Mention]:
    """法制宣传|进校园活动: a round of lessons or shows that is brought to schools, villages or firms."""
    for match in _BROUGHT.finditer(text):
        stop = match.end("what")
        start = strip_front(text, left_edge(text, stop, match.start(), scheme=True), stop)
        for kind in (Kind.ORGANISATION, Kind.DISTRICT):
            held = next(found.before(kind, stop), None)  # 县司法局|宪法宣传进万家活动
            start = max(start, held.end) if held is not None else start
        if text.endswith(_UNITY, 0, start):
            start -= len(_UNITY)  # 进步, no step
        if stop - start > 1 and not any(p in _BRINGERS or words().tag(p)[0] in "rpcu" for p in words().cut(text[start:stop])):
            start = _with_number(text, start)
            yield as_named(start, text[start : match.end()], "Campaign", "initiatives.brought", 0.7)


_UNITY = "民族团结进步"
#: who goes there himself: no name of what is brought
_BRINGERS = frozenset(
    (
        *("民警", "干部", "党员", "志愿者", "法官", "检察官", "医生", "专家", "代表", "委员", "领导", "队员"),
        *("学生", "教师", "家长", "群众", "居民", "村民", "企业家", "记者", "走"),
    )
)


# 第21个安全生产月活动: a month or week of the year that comes round by number.
_ROUND = needing(
    "月活动 周活动 年活动",
    r"第(?:[一二三四五六七八九十百]{1,5}|\d{1,3})[个届次](?P<what>(?P<own>(?:全[国省市县区州旗])?[一-龥]{2,13}?)(?:月活动|周活动|年活动))(?!中心|室)",
)


def find_rounds(text: str) -> Iterator[Mention]:
    """搞好|第十个安全生产月活动: the yearly round of a campaign, told by its number."""
    for match in _ROUND.finditer(text):
        if any(piece in _BRINGERS or words().tag(piece)[0] in "rpcudmq" for piece in words().cut(match["own"])):
            continue  # 第三个开展活动的月, 第二个五年
        name = match.group()
        value = InitiativeValue(name, match["what"], "Campaign")
        yield Mention(Kind.INITIATIVE, match.start(), match.end(), name, "initiatives.round", 0.78, value)


# 第八届全民阅读季, 首届苹果采摘节: a festival or season that comes round by number, and lasts.
_FESTIVAL = (
    "(?:[桃梨杏樱荷菊梅茶油菜牡丹]{1,2}花[节会]|花会|花灯会|灯会|庙会|书会|[一-龥]{1,4}节(?![日目能约点奏庆气假省流育水拍制度]))"
)
_SEASON = needing(
    "届",
    r"(?:第(?:[一二三四五六七八九十百]{1,5}|\d{1,3})|首)届(?P<what>(?P<own>(?:中国|全国|全[省市县区]|[国省市])?[一-龥·]{0,12}?)"
    rf"(?:{_FESTIVAL}|[一-龥]{{2,4}}季(?![节度前后])))(?!筹|组委|委员|开幕式?上|办公)",
)


def find_seasons(text: str) -> Iterator[Mention]:
    """铁山区|第八届全民阅读季: a festival or a season that comes round by number."""
    for match in _SEASON.finditer(text):
        if not any(piece in _BRINGERS or words().tag(piece)[0] in "rpcud" for piece in words().cut(match["own"])):
            name = match.group()
            value = InitiativeValue(name, match["what"], "Campaign")
            yield Mention(Kind.INITIATIVE, match.start(), match.end(), name, "initiatives.season", 0.76, value)


# 民情直通车, 文化大篷车第12期活动, 禁毒宣传媒体行: what goes round among people.
_GOES_ROUND = needing(
    "直通车 大篷车 媒体行 世纪行 万里行 百里行 乡村行 基层行 网络行 巡回行 边关行",
    r"(?P<what>[一-龥]{2,10}?(?:直通车|大篷车|(?P<tour>(?:媒体|世纪|万里|百里|乡村|基层|网络|边关)行)(?![业动政为程人]|[一-龥]{0,4}[路车]|活动[室站])))"
    r"(?P<more>(?:第[一二三四五六七八九十百\d]{1,4}(?:期|站|场|季))?(?:主题|系列|采访|宣传|公益|集中采访)?活动)?",
)
# a bus or a figure of speech
_RIDES = (
    "乘坐",
    "搭乘",
    *(verb + mark for verb in ("坐上", "乘上", "搭上", "驶上", "搭", "乘") for mark in ("", "了")),
    "辆",
    "列",
    "趟",
    "班",
    "线",
)


def find_goes_round(text: str, found: Found) -> Iterator[Mention]:
    """开通|民情直通车, 启动|环保世纪行活动: a service or a tour of reporters that goes from place to place."""
    for match in _GOES_ROUND.finditer(text):
        stop = match.end("what")
        core = match.start("tour") if match["tour"] else stop - 3
        chiefs = _BY_CHIEFS.search(text, match.start(), core)
        start = (
            chiefs.start() if chiefs is not None else strip_front(text, left_edge(text, core, match.start(), scheme=True), stop)
        )
        start += text[start] in "年届" and text[start - 1 : start].isdigit()
        for kind in (Kind.ORGANISATION, Kind.DISTRICT):
            held = next(found.before(kind, core), None)
            start = max(start, held.end) if held is not None else start
        pieces = words().cut(text[start:core])
        if core - start < 2 or (
            chiefs is None and any(piece in _RIDES or words().tag(piece)[0] in "rpcudmq" for piece in pieces)
        ):
            continue
        if (
            text.endswith(_RIDES, start, core)
            or text.endswith(_RIDES, 0, start)
            or (match["tour"] and match["more"] is None and not _LAUNCHES.search(text, start - 6, start))
        ):
            continue
        name = text[start:stop]
        value = InitiativeValue(name + (match["more"] or ""), name, "Campaign" if match["tour"] else "Service")
        yield Mention(Kind.INITIATIVE, start, match.end(), text[start : match.end()], "initiatives.round_trip", 0.7, value)


_BY_CHIEFS = re.compile("(?:书记|[市县区镇乡局院部校厂]长|主任){1,2}$")  # 书记市长直通车
_LAUNCHES = re.compile("(?:开展|启动|组织|举办|参加|推出|发起|走进|主办|承办)(?:了|的)?$")


# 燃煤锅炉整治、扬尘治理、露天焚烧治理等|专项整治: drives in a list, the word for which stands behind the last.
_DONE_BY_DRIVE = "(?:整治|治理|清理|检查|管控|打击|防控|排查|攻坚|清零|规范|清查|执法|监管|整改|净化|清剿)"
_DRIVES = needing(
    "专项",
    rf"(?P<list>[一-龥]{{2,14}}?{_DONE_BY_DRIVE}(?:、[一-龥]{{2,12}}?{_DONE_BY_DRIVE}){{1,7}}(?:[和及][一-龥]{{2,12}}?{_DONE_BY_DRIVE})?)"
    r"等(?:[\d一二三四五六七八九十多]{1,3}[项大个])?(?:系列|多项|各类)?专项(?:整治|行动|治理|检查|执法|活动|工作)",
)


def find_drives(text: str) -> Iterator[Mention]:
    """开展|酒驾整治、|超限治理|等专项行动: each of the drives of a list."""
    for match in _DRIVES.finditer(text):
        at = match.start("list")
        for item in re.split("[、和及]", match["list"]):
            end = at + len(item)
            start = strip_front(text, left_edge(text, end - 2, at, scheme=True), end)
            if end - start >= 4 and not any(words().tag(p)[0] in "rpc" for p in words().cut(text[start : end - 2])):
                yield as_named(start, text[start:end], "Campaign", "initiatives.drives", 0.72)
            at = end + 1


_RUN_SCHEME = needing(
    "制 模式 行动",
    r"(?:强化|实行|推行|建立|落实|完善|健全|执行|创新|采取|坚持|实施|开展|启动|推进|推广|和)(?:了|好|健全|完善|落实)?(?P<name>(?P<whose>[一-龥]{0,5}(?:领导(?:干部)?|常委|党组织|党支部|干部|党员|局长|书记|院长|所长|民警|委员|代表|专家|部门|单位|网格员|班子成员)"
    r"[一-龥]{0,6}?(?:联系|挂钩|分包|包[抓保联干挂案帮]|挂[点联包帮]|结对|领办|认领|轮值|接访|下访|驻点|帮扶|承诺)[一-龥]{0,8}?(?:制度|责任制|机制))|"
    r"(?P<system>[一-龥]{4,12}?(?:制度|机制|模式)(?=[，。；、（]))|"
    r"[一-龥]{2,14}(?:(?:督导|责任|包联|包保|代办|"
    r"分包|轮值|例会|领办|承诺|路长|河长|林长|街长|楼长|网格长|首问负责|清单|积分|会商|交办|销号)制(?![定造度约止作品])|(?:提速|提升|攻坚|整治|清零|治理|服务|帮扶|助企|惠民|关爱|护航|"
    r"春风|清剿|净化|创建)行动))",
)
_NEXT_SYSTEM = re.compile(r"[、和](?P<name>[一-龥]{1,4}长制)(?![定造度约止作品])")
# 上线|智慧停车系统: what is put on line is named by what it does.
_PLATFORM = re.compile(
    r"(?:了|出|的|本市|全市|全县|全区|一款|首个|正式|“[^“”]{1,3}”)?(?P<name>[一-龥A-Za-z]{2,12}?(?:系统|平台|小程序|微信群|公众号|APP|App|云平台|一码通|一卡通))"
    r"(?=[，。；、（“]|以来|后|并|，)"
)
_NO_PLATFORM = ("多个", "各类", "一批", "相关", "系列", "新的", "多款", "一系列", "该", "此", "这个")
_CENSUS = re.compile(r"第[一二三四五六七八九十]次全国[一-龥]{2,6}?(?:普查|调查)")
_PLAIN_DRIVE = re.compile(
    r"(?:专项|集中|联合|系列|综合|一系列|多项|各类|专项整治|大|统一)*(?:提速|提升|攻坚|整治|清零|治理|服务|帮扶|助企|惠民|关爱|护航|春风|清剿|净化|创建)行动"
)
_ROAD = needing(
    "C G S X Y 省道 国道",
    r"(?<![\d.])[1-9]\d{2}(?:省道|国道)[一-龥]{2,12}?(?:至|到|段)[一-龥]{0,10}?(?:改建|改造|改扩建|扩建|大修|改线|拓宽)(?:工程|项目)|"
    r"[GSXYC]\d{2,4}(?:线|国道|省道)?[一-龥]{0,16}?(?:改建|改造|扩建|新建|大修|改线|拓宽|绕城)(?:工程|项目)|"
    r"[GSXYC]\d{2,4}(?:线|国道|省道)?[一-龥]{2,12}?(?:至|到|段)[一-龥]{0,10}?(?:改建|改造|改扩建|扩建|大修|改线|拓宽|升级改造)(?=[、，。；]|等)",
)


def find_run(text: str) -> Iterator[Mention]:
    """强化三级会商制: a system, said to be run; 实施村庄绿化提升行动."""
    for match in _RUN_SCHEME.finditer(text):
        start, end = match.span("name")
        if match["whose"] is None:
            start = max(start, left_edge(text, end - 1, start, scheme=True))
            start = strip_front(text, start, end)
        if (
            end - start < 4
            or text[start - 1 : start].isdigit()
            or text[start:end] in ("责任制", "工作制")
            or _PLAIN_DRIVE.fullmatch(text, start, end)
            or (match["system"] is not None and not _is_system(match, start))
        ):
            continue
        name = text[start:end]
        subtype = "Campaign" if name.endswith("行动") else "Mechanism"
        yield as_named(start, name, subtype, "initiatives.run", 0.7)
        while (other := _NEXT_SYSTEM.match(text, end)) is not None:  # 河长制、|林长制
            start, end = other.span("name")
            yield as_named(start, other["name"], subtype, "initiatives.run", 0.7)
    for verb in ("上线", "开通", "推出", "启用"):
        at = text.find(verb)
        while at >= 0:
            online = _PLATFORM.match(text, at + 2)
            at = text.find(verb, at + 2)
            if (
                online is None
                or online["name"].startswith(_NO_PLATFORM)
                or _IS_WHAT.search(text, max(0, online.start() - 44), online.start("name"))
            ):
                continue
            yield as_named(online.start("name"), online["name"], "Service", "initiatives.platform", 0.7)
    if "次全国" in text:
        for match in _CENSUS.finditer(text):
            yield as_named(match.start(), match.group(), "Campaign", "initiatives.census", 0.8)
    for match in _ROAD.finditer(text):
        yield as_named(match.start(), match.group(), "Project", "initiatives.road", 0.8)


_LAUNCHED = needing(
    "仪式", "(?P<name>[一-龥]{6,28}(?:活动|行动|计划))(?=(?:的)?(?:集中)?(?:启动|出征|授旗|开班)(?:暨[一-龥]{2,12})?仪式)"
)
_BEFORE_LAUNCHED = re.compile("年度?|举行了?|举办了?|召开|参加了?|出席了?|主持|在|的|暨|全[国省市县区镇州旗]|[省市县区]级")
_PLAIN_DRIVES = seeds.word_list("plain_campaigns")


def find_launched(text: str, found: Found) -> Iterator[Mention]:
    """某厅2023年|专家服务基层活动|启动仪式: what is launched with a ceremony goes on, and is named before it."""
    for match in _LAUNCHED.finditer(text):
        start, end = match.span("name")
        for kind in (Kind.ORGANISATION, Kind.DISTRICT):
            held = next(found.before(kind, end), None)
            start = max(start, held.end) if held is not None else start
        lead = next(reversed(list(_BEFORE_LAUNCHED.finditer(text, start, end))), None)
        start = lead.end() if lead is not None else start
        own = words().cut(text[start : end - 2])
        plain = all(piece in NO_PROJECT_NAMES or piece in _PLAIN_DRIVES for piece in own)
        if end - start < 7 or plain or found.covering(Kind.ORGANISATION, end - 1) is not None:
            continue
        yield as_named(start, text[start:end], "Campaign", "initiatives.launched_at", 0.74)


def find_between_provinces(text: str, found: Found) -> Iterator[Mention]:
    """深化粤桂扶贫协作: what two provinces do together bears their short names."""
    for match in _cooperation().finditer(text):
        body = found.covering(Kind.ORGANISATION, match.start())
        if body is not None and body.end > match.end():
            continue
        yield as_named(match.start(), match.group(), "Campaign", "initiatives.cooperation", 0.75)


@lru_cache(maxsize=1)
def _cooperation() -> Needing:
    short = "".join(sorted({row.char for row in seeds.abbreviations() if row.code.endswith("0000")}))
    return needing(
        "协作 帮扶",
        rf"(?<![{short}])[{short}]{{2}}(?:东西部|对口|扶贫|劳务|产业|帮扶|结对){{0,3}}(?:协作|帮扶)(?:行动|工程)?"
        r"(?!办|组|工作[组队办]|领导|项目|产业园|示范|联席|干部|区|县|队|中心|车间|协议|会议|工作会|协会|平台|机制)",
    )


_RUNS_SYSTEM = ("推广", "推行", "实行", "落实", "建立", "创新", "实施")
_PLAIN_SYSTEMS = seeds.word_list("plain_systems")


def _is_system(match: re.Match[str], start: int) -> bool:
    """Whether a system that is run has a name: 近邻党建模式, 换班值守制度, not 长效管理机制."""
    name = match["name"]
    if not match.group().startswith(_RUNS_SYSTEM) or start > match.start("name"):
        return False
    pieces = words().cut(name[:-2])
    if len(name) < 6 or any(piece in verb_stops() or piece in SENTENCE_WORDS or piece in CARRYING_VERBS for piece in pieces):
        return False
    own = [piece for piece in pieces if piece not in _PLAIN_SYSTEMS]
    return len("".join(own)) > 1 and len(pieces) > 1
