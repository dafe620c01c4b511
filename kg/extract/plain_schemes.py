"""Plain names that a verb of setting up shows: 某县|实施|富民安居工程, 某市|建设|河湖管理信息化平台.

Neither marks nor a proper word tell such a name; its own words, its type word and the verb right before it do. Words that any
work has (重点工程, 服务平台) make no name, nor do counted things (3个平台).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg import seeds
from kg.extract.base import Found, InitiativeValue
from kg.extract.edges import left_edge, verb_stops
from kg.extract.projects import ANY_PROJECT
from kg.extract.scheme_names import CARRYING_VERBS, NO_PROJECT_NAMES, SENTENCE_WORDS, as_named, strip_front
from kg.extract.typed_schemes import CHIEFS
from kg.gazetteer import gazetteer
from kg.model import Kind, Mention
from kg.patterns import needing
from kg.words import words

# What is set up, and by which verb: the verb must fit the kind of thing.
_SET_UP = needing(
    "实施 推进 启动 推出 建设 建成 搭建 上线 开通 设立 创设 成立 打造 开发 推行 建立 创建 开设 开展 实行 引进 建起 优化整合",
    r"(?P<verb>实施|推进|启动|推出|建设|建成|搭建|上线|开通|设立|创设|打造|开发|推行|建立|创建|开设|开展|实行|建起|优化整合)(?:了|起|好)?"
    r"(?P<name>(?!“)[一-龥]{3,16}?(?P<type>工程|平台|驿站|计划|热线|项目库|数据库|人才库|专项行动|帮帮团|小课堂|大讲堂|标准|网格|信息系统))"
    r"(?=[，。；、和（]|的(?:第[一二三四五六七八九十]年|地区|单位|县|市|区)|\d+[个件处项]|以来|后，)",
)
# 开展了|干部精准联系帮促市场主体|行动: who goes to whom, in so many words.
_CADRES_GO = needing(
    "行动",
    r"(?:开展|启动|实施|推进|深化|部署)(?:了|好)?(?P<name>(?:领导|机关|党员|青年|[百千万]名)*(?:干部|党员|教师|民警|法官|检察官|代表|委员|专家|医生)"
    r"[一-龥]{0,2}(?:联系|服务|包联|包抓|包保|结对|帮促|帮扶|走访|下沉|进|助)[一-龥]{2,8}?行动)(?=[，。；、]|以来|启动|动员)",
)
_SUBTYPES = {
    "工程": "Project",
    "计划": "Campaign",
    "专项行动": "Campaign",
    "标准": "Mechanism",
    "网格": "Mechanism",
}


def find_plain(text: str, found: Found) -> Iterator[Mention]:
    """云和县实施|富民安居工程: a name of plain words behind a verb of setting up."""
    for match in _SET_UP.finditer(text):
        start, end = match.span("name")
        stop = match.start("type")
        pieces = words().cut(text[start:stop])
        if not _names(pieces, match["type"], match["verb"]) or _is_body(found, start, end):
            continue
        yield as_named(start, match["name"], _SUBTYPES.get(match["type"], "Service"), "initiatives.plain", 0.68)
    for match in _CADRES_GO.finditer(text):
        yield as_named(match.start("name"), match["name"], "Campaign", "initiatives.plain", 0.82)


def _is_body(found: Found, start: int, end: int) -> bool:
    """Whether a body or a place holds the end of a name, or stands in it."""
    return bool(found.between(Kind.ORGANISATION, start, end)) or found.covering(Kind.ORGANISATION, end - 1) is not None


_PLAIN = seeds.word_list("plain_systems") | seeds.word_list("plain_campaigns")
_SOFTWARE = re.compile("信息|数字|智慧|数据|云|监测|监管|指挥|调度|管理|智能|预警|溯源|追溯")
_STORES = ("项目库", "数据库", "人才库")
_OF_TOTALS = ("百千万", "千百十", "十百千", "万千百")
# What any body has: 完善基础设施建设工程.
_COMMON = frozenset(("建设", "基础设施", "项目", "工作", "产业", "公共", "社会"))


def _names(pieces: tuple[str, ...], kind: str, verb: str) -> bool:
    """Whether words make a name: two of their own at least, and no word of a sentence."""
    name = "".join(pieces)
    for at, p in enumerate(pieces):
        inside = (at == len(pieces) - 1 and kind == "计划") or (kind in _STORES and p in NO_PROJECT_NAMES)  # 人才|引进|计划
        if p in SENTENCE_WORDS or (p in verb_stops() | CARRYING_VERBS and not inside):
            return False
        if (words().tag(p)[0] in "rpcud" and p not in NO_PROJECT_NAMES) or (words().tag(p)[0] == "m" and p not in _OF_TOTALS):
            return False
    if len(pieces) < 2 or name.startswith(("平台", "工程", "系统")):
        return False
    own = [p for p in pieces if p not in NO_PROJECT_NAMES and p not in _PLAIN]
    if len("".join(own)) >= 2:
        return True
    if kind in _STORES:
        return True
    if kind in ("平台", "信息系统"):
        return len(pieces) > 2 and verb not in ("搭建", "建立", "打造") and _SOFTWARE.search(name) is not None
    good = kind == "工程" and verb in ("实施", "启动", "推进") and ANY_PROJECT.isdisjoint(pieces) and _COMMON.isdisjoint(pieces)
    return good and len(name) > 3


# 开展|禁种铲毒踏查|工作, which the headline names.
_WORK = needing(
    "工作",
    r"(?:开展|部署|推进|启动|实施|抓好|做好)(?:了|好)?(?P<name>[一-龥]{5,12})工作(?=[，。；、])",
)


def find_headed(text: str, body_at: int) -> Iterator[Mention]:
    """在全旗开展|禁种铲毒踏查工作: work that the headline calls by the same name."""
    for match in _WORK.finditer(text, body_at):
        name = match["name"]
        headed = text.find(name, 0, body_at)
        pieces = words().cut(name)
        own = [piece for piece in pieces if piece not in _PLAIN and piece not in NO_PROJECT_NAMES]
        if (
            name.startswith(CHIEFS)
            or headed < 0
            or len("".join(own)) < 4
            or any(p in SENTENCE_WORDS or p in CARRYING_VERBS for p in pieces)
        ):
            continue
        value = InitiativeValue(name + "工作", name, "Campaign")
        for start, end in ((headed, headed + len(name)), (match.start("name"), match.end())):
            yield Mention(Kind.INITIATIVE, start, end, text[start:end], "initiatives.headed", 0.72, value)


# 12345便民服务热线: a number that people call, with its name.
_HOTLINE = needing(
    "热线", r"(?<![\d-])(?:1[1-9]\d{3}|9[56]\d{3,4}|[48]00-?\d{3}-?\d{4})(?P<kind>[一-龥]{2,10}?)热线(?!电话接|员)"
)


def find_hotlines(text: str) -> Iterator[Mention]:
    """12345|便民服务热线, 12319|城管热线: a number that people call, with its name."""
    for match in _HOTLINE.finditer(text):
        yield as_named(match.start(), match.group(), "Service", "initiatives.hotline", 0.75)


# 设立|爱心奖学金: money that is given under a name.
_FUND = needing(
    "奖学金 助学金 奖教金 基金",
    r"(?:设立|成立|创设|发放|颁发)(?:了)?(?P<name>[一-龥]{2,12}?(?:奖学金|助学金|奖教金|(?:教育|关爱|慈善|公益|助学|爱心|帮扶|救助|助困|励志)(?:发展|专项)?基金))"
    r"(?=[，。；、\d]|总计|共计|[一二三四五六七八九十]+万)",
)
_COMMON_FUND = re.compile(
    "(?:[了该各的]|国家|学校|高校|大学|学院|各类|多项|专项|生源)|"
    # 奖教奖学金, 贫困学生助学金: what any is for
    "(?:奖教|助教|奖学|助学|奖优|奖补|奖励|助困|扶困|扶贫|济困|贫困|困难|优秀|在校|大|中小?|小|新|学生|教师|师生|家庭|子女|一次性|年度)+(?:奖学|助学|奖教)?金$"
)


def find_funds(text: str) -> Iterator[Mention]:
    """发放|爱心奖学金，总额9万元: money that is given under a name."""
    for match in _FUND.finditer(text):
        if not _COMMON_FUND.match(match["name"]):
            yield as_named(match.start("name"), match["name"], "Service", "initiatives.fund", 0.72)


# 实施|瓦屋湖综合治理: the water that is named, and what is done for all of it.
_WATER = needing(
    "综合治理 综合整治",
    r"(?P<water>[一-龥]{1,5}?(?:湖|河|江|海|淀|泊|溪|运河|水库|湿地))(?P<of>流域|水环境|水生态|生态|水系)?综合(?:治理|整治)"
    r"(?!工程|项目|行动|工作|规划|方案|条例|办|指挥部|领导|小组|中心|示范|试点|体系)",
)
_ANY_WATER = re.compile(
    "(?:(?:中|小|大|主要|重点|农村|城市|城区|城镇|全[市县区省]|境内|辖区|跨界|黑臭|我[市县区]|两岸|流域|江|河|湖|库|海|近岸|乡镇|入|出|内|滨|沿|上下游)+的?)?"
    "(?:河湖|江河|河流|河道|江|河|湖|海|湖泊|内河|水库|湿地|运河|溪|近海|沿海|滨海|大海)"
)


def find_waters(text: str, found: Found) -> Iterator[Mention]:
    """实施|瓦屋湖综合治理: a lake or a river that bears a name, and its being put in order."""
    for match in _WATER.finditer(text):
        stop = match.end("water")
        start = strip_front(text, left_edge(text, stop, match.start(), scheme=True), stop)
        place = next(reversed(found.between(Kind.DISTRICT, start, stop - 1)), None)
        start = place.end if place is not None and stop - place.end > 1 else start
        water = text[start:stop]
        if not 2 <= len(water) <= 5 or _ANY_WATER.fullmatch(water) or (water in gazetteer().by_short and not match["of"]):
            continue  # 珠海|综合整治: a city
        if text[start - 1 : start] in ("、", "和", "与", "及") and not text.endswith(("治理", "整治"), 0, start - 1):
            continue  # 甲河、|乙河综合治理: half a name
        pieces = words().cut(water)
        if any(p in SENTENCE_WORDS or p in CARRYING_VERBS or words().tag(p)[0] in "rpcudm" for p in pieces):
            continue
        if any(len(p) > 1 and words().tag(p)[0] == "v" for p in pieces):
            continue
        yield as_named(start, text[start : match.end()], "Project", "initiatives.water", 0.74)


# 启动|县域医疗服务共同体|建设: hospitals or schools that are run as one.
_UNION = needing(
    "共同体 联合体",
    r"(?:启动|推进|推动|开展|实施|深化|组建|成立|构建|打造|探索|加快|建立|组成)(?:了|起)?(?P<name>[一-龥]{0,10}?(?:医疗(?:卫生|服务|健康)?|健康|教育|办学|养老|养老服务|教学)(?:共同体|联合体))(?:建设|改革)?"
    r"(?=[，。；、]|工作|试点)",
)


def find_unions(text: str) -> Iterator[Mention]:
    """启动了|县域医疗服务共同体|建设: hospitals or schools that are run as one."""
    for match in _UNION.finditer(text):
        name = match["name"]
        if len(name) > 5 and not any(p in verb_stops() or p in SENTENCE_WORDS or p in CARRYING_VERBS for p in words().cut(name)):
            yield as_named(match.start("name"), name, "Mechanism", "initiatives.union", 0.7)


# 县乡村|三级帮办代办体系: a system of so many levels.
_LEVELS = needing(
    "级",
    r"(?:建立|构建|建成|实行|推行|健全|完善|形成|搭建|打造|创新)(?:了|起|健全|完善)?(?:[^，。；：“”\n]{0,24}?的|[一-龥]{0,6}?|[^，。；：“”\n]{0,8}[、][^。；：“”\n]{0,16}?的)"
    r"(?P<name>[二两三四五]级(?!的)[一-龥]{3,10}?(?:体系|机制|制度|责任制|网络))(?=[，。；、]|\n)",
)


def find_levels(text: str) -> Iterator[Mention]:
    """建立县乡村|三级帮办代办体系: a system of so many levels."""
    for match in _LEVELS.finditer(text):
        name = match["name"]
        own = [p for p in words().cut(name[2:-2]) if p not in _PLAIN]
        if len("".join(own)) > 1 and not any(p in verb_stops() or p in SENTENCE_WORDS for p in own):
            yield as_named(match.start("name"), name, "Mechanism", "initiatives.levels", 0.7)


# 某公司|年加工10万吨稻谷生产线|开工: what it will make is name enough.
_YEARLY_LINE = needing(
    "生产线",
    r"年(?:产|加工|处理|综合利用|生产)\d[\d.]*(?:余|多)?(?:万|亿|千)?(?:吨|台套|台|套|辆|件|平方米|立方米|米|头|只|羽|片|支|瓶|箱|个|条|公斤)[一-龥A-Za-z]{2,14}?生产线"
    r"(?!(?:建设|技改|改造|扩建|新建)?(?:项目|工程))",
)


def find_lines(text: str) -> Iterator[Mention]:
    """年加工10万吨稻谷生产线: a line that is told of by what it makes in a year."""
    for match in _YEARLY_LINE.finditer(text):
        if text.endswith(("，建设", "，新建", "，新上"), 0, match.start()):
            continue  # 签订某项目合同，建设|某某生产线: what the project is
        yield as_named(match.start(), match.group(), "Project", "initiatives.line", 0.74)


__all__ = ["find_funds", "find_headed", "find_hotlines", "find_levels", "find_lines", "find_plain", "find_unions", "find_waters"]
