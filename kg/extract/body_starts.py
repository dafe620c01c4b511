"""Where the name of a body begins whose ending is known: 与|上海|为烨|投资集团, 县长甲和|县妇联, 某县财政局引导|某某|有限公司.

The walk to the left that all names share (``edges``) stops at the first word that no name holds. A company's brand may be
such a word, and what stands before it may be a body, a person or a verb: each function here moves the beginning for one form.
"""

from __future__ import annotations

import re

from kg import seeds
from kg.extract.base import SOCIETIES, Found
from kg.extract.bodies import (
    FIRM_ENDS,
    FIRM_NAME,
    LEGAL_FORMS,
    NO_BODY_NAMES,
    ends_in_name,
    is_official,
    is_public,
    level_of,
)
from kg.extract.edges import FIRM_STOPS, SINGLE_STOPS, SURE_TITLES, WORD_STOPS, breaks_chain, left_edge, verb_stops
from kg.extract.firms import BRANDS
from kg.extract.spheres import is_sphere
from kg.extract.taskforces import is_plain_topic, unit_start
from kg.gazetteer import WIDE_LEVELS, gazetteer
from kg.model import Kind, Mention
from kg.patterns import needing
from kg.words import words

_PLACED = (
    "协会",
    "商会",
    "学会",
    "合作",
    "公司",
    "集团",
    "中学",
    "小学",
    "医院",
    "基金",
)  #: what bears its town's name, by its first two
_COMMON_HEADS = (
    "辖区",
    "境内",
    "附近",
    "各",
    "所有",
    "企业",
    "爱心",
    "重点",
    "某",
    "一家",
    "多家",
    "两家",
    "民营",
    "知名",
    "龙头",
    "居民",
    "村民",
    "党员",
    "干部",
)
_UNIT_BEFORE = re.compile("(?<![一-龥])[省市县区镇乡]$")
_BRACKETED = needing("（", r"[一-龥]{2,10}（[一-龥]{2,6}）(?:(?![和与及的在、])[一-龥]){0,14}$")
_BRACKETING = ("公司", "有限", "股份", "集团", "银行", "律师事务所", "会计师事务所", "事务所")  #: 北京明德（兰州）|律师事务所
_QUOTED_HEAD = re.compile("“[^“”。！？\\n]{2,10}”[一-龥]{1,8}$")  # “希望之星”捐资助学|促进会
# “青禾之光”|牧家乐养殖|专业合作社: a cooperative by its brand in marks and its trade.
_QUOTED_BRAND = re.compile(
    "“[^“”，。！？、\\n]{2,8}”(?:(?!品牌|示范|项目|工程|模式|活动|行动|企业|龙头|公司|大户|村|社区|成员|干部|党员|书记|领办|创办|牵头|带头|组建|成立|入股)[一-龥](?<![的了在与和及到由是等为将把用以])){1,8}$"
)
_QUOTE_OPEN = re.compile(r"“[^“”。！？\n]{1,14}”$")
_BUILDING_VERBS = ("建设", "打造", "兴建", "新建", "修建")
_GATHERING = ("组织", "联合", "会同", "协调", "牵头", "召集", "抽调")
_STARTS_BUILDING = ("元", "拟", "将", "共", "开工", "动工", "启动", "规划", "计划", "投资", "加快", "推进", "正在", "用于")
_BUILT_BY = (
    "建设",
    "新建",
    "修建",
    "兴建",
    "扩建",
    "援建",
    "改造",
    "打造",
    "引进",
    "投资",
    "参观",
    "帮扶",
    "走访",
    "支援",
    "承建",
)
_OF_FIRMS = ("企业商会", "企业联合会", "企业协会", "企业家")
_JOINT_SOCIETY = re.compile("(?:(?<![一-龥])|(?<=[由是]))[省市县区州](?!委|政府|人大|政协)[一-龥]{2,8}[和与暨][一-龥]{2,8}$")
COOPERATIVES = (
    "农民专业合作社", "专业合作社", "合作社", "专合社", "股份经济合作社", "家庭农场", "专业农场", "专业合作联社", "合作联社",
    "农机专业合作社", "专业合作社联合社", "合作社联合社"
)  # fmt: skip
_LEGAL_SOON = re.compile("[一-龥]{0,6}?(?:有限|股份|集团|公司|控股)")
_LEGAL_AHEAD = re.compile("[一-龥]{2,8}(?:有限|股份)")
_SIGNED_WITH = ("签", "正式签", "成功签", "达成", "合作", "就", "共同", "举行")  #: 、与|某公司|签订…: 与 is no brand's
_OPENED = re.compile("[、的：（“到赴]([一-龥]{1,4})$")  # a brand in a list: 的|望家欢农产品|集团
# People before a body of their own: 志愿者|某大学, 嘉宾|某集团.
_PEOPLE_BEFORE = re.compile(
    "[一-龥]{0,16}(?:志愿者|嘉宾|客商|校友|毕业生|应届生|考生|学子|家长|患者|乡贤|(?:理事|会员|成员|会长|联盟|合作|发起|支持|赞助|帮扶|爱心|共建)(?:单位|企业))"
    "(?=[一-龥]{2,}$)"
)
_AFTER_PEOPLE = ("大学", "学院", "公司", "集团", "有限", "股份", "医院", "科技", "实业")


_TEAM = re.compile("[一-龥]{2,5}(?<![中大支总])队")


# What is called after its sphere, by the ends of its kind: 某市|石油和化工|协会, 某省|新技术应用|研究所.
_OF_SPHERES = (
    *SOCIETIES,
    "基金会",
    "公会",
    "研究所",
    "研究院",
    "设计院",
    "总院",
    "大学",
    "学院",
    "学校",
    "研究中心",
    "服务中心",
    "管理中心",
    "发展中心",
    "技术中心",
    "救援队",
    "大队",
    "支队",
)


_OF_CAPITAL = ("大学", "学院", "医院", "图书馆", "博物馆", "体育馆", "剧场")


_SCHOOLS = ("小学", "中学", "初中", "幼儿园", "完小", "教学点", "卫生室", "希望小学")


def _of_family(text: str, stop: int) -> bool:
    """某镇|祁家|小学: a school called after the village of a family; not 国家, 农家."""
    family = text[stop - 2 : stop] if stop > 1 else ""
    if not family.endswith("家") or not text.startswith(_SCHOOLS, stop):
        return False
    return family != "农家" and family[0] in seeds.surnames() and words().frequency(family) < _DAILY


_DAILY = 1000  #: the dictionary's count of a word in daily use: 专家, 国家


def past_people(text: str, start: int, stop: int) -> int:
    """Where a name begins behind those who are of it, or whose member it is: 志愿者|某大学, 某商会会员单位|某公司."""
    if not text.startswith(_AFTER_PEOPLE, stop) and _LEGAL_SOON.match(text, stop) is None:
        return start
    people = _PEOPLE_BEFORE.match(text, start, stop)
    return people.end() if people is not None else start


def named_start(text: str, stop: int, found: Found, end: int) -> int:
    if _of_family(text, stop):
        before = found.ending_at(Kind.DISTRICT, stop - 2)
        return before.start if before is not None else stop - 2
    for size in range(2, 8):  # 小溪塔派出所: the own part of a township or village of this page
        if stop >= size and text[stop - size : stop] in found.place_parts():
            start = stop - size
            before = found.ending_at(Kind.DISTRICT, start)
            return before.start if before is not None else start
    if text.startswith(("派出所", "司法所"), stop):  # 、|先市|派出所
        own = next((stop - size for size in (4, 3, 2) if stop >= size and _is_town_of_home(text[stop - size : stop], found)), -1)
        if own >= 0:
            return own
    quoted = _QUOTE_OPEN.search(text, max(0, stop - 18), stop)
    if quoted is not None:
        at = quoted.start()
        if found.ending_at(Kind.DISTRICT, at):
            return left_edge(text, at)
        return at - (_UNIT_BEFORE.search(text, max(0, at - 2), at) is not None)  # ，县|“访惠聚”办公室
    if text.startswith((*SOCIETIES, "基金会"), stop) and (head := _QUOTED_HEAD.search(text, max(0, stop - 24), stop)):
        place = found.ending_at(Kind.DISTRICT, head.start())
        return place.start if place is not None else head.start()
    if text.endswith(COOPERATIVES, stop, end) and (branded := _QUOTED_BRAND.search(text, max(0, stop - 24), stop)):
        place = found.ending_at(Kind.DISTRICT, branded.start())
        return place.start if place is not None else branded.start()
    bracketed = _BRACKETED.search(text, max(0, stop - 30), stop)
    if (bracketed is not None and text.startswith(_BRACKETING, stop)) or (
        bracketed is not None and "公司" in text[stop : stop + 8]
    ):
        return left_edge(text, text.index("（", bracketed.start()), firm=True)
    start = left_edge(text, stop, firm=text.startswith(LEGAL_FORMS, stop))
    if text.endswith("首都", 0, start) and text.endswith(_OF_CAPITAL, stop, end):
        start -= 2 * all(words().tag(piece)[:2] not in ("ns", "nr") for piece in words().cut(text[start:stop]))  # 首都|经贸大学
    if text.endswith("党员", 0, start) and _TEAM.match(text, stop) is not None:
        start -= 2  # 某医院|党员医疗|服务队
    if text.startswith(SOCIETIES, stop) and (joint := _JOINT_SOCIETY.search(text, max(0, stop - 20), stop)) is not None:
        start = min(start, joint.start())  # 省|中医药和中西医结合|学会
    if start >= stop and (own := unit_start(text, start, stop)) >= stop - 8 and found.covering(Kind.ORGANISATION, own) is None:
        start = own  # ，县|苹果产销|协会
    if start >= stop:
        start = next((stop - size for size in (4, 3, 2) if text[stop - size : stop] in BRANDS), stop)  # 启航|幼儿园
    if start >= stop and FIRM_NAME.match(text, stop):
        whole = words().cut(text[max(0, stop - 4) : stop])
        if whole and 1 < len(whole[-1]) < 4 and not _no_firm(whole[-1]):
            start = stop - len(whole[-1])  # 大成|食品有限公司: a word serves as a name
    parts = found.place_parts()
    if 2 <= start < stop <= start + 4 and text[start - 2 : start] in parts and text.endswith(_PLACED, 0, stop + 2):
        return start - 2  # 指前|标米|协会, on a page about 指前镇
    start = next(
        (k for k in range(start - 1, max(-1, start - 5), -1) if any(text[k : k + n] in parts for n in (3, 4) if k + n >= start)),
        start,
    )
    if start > stop - 2 and text.startswith(FIRM_ENDS, stop):
        start = item_start(text, stop, found) or start
    for held in found.between(Kind.ORGANISATION, start, stop):
        start = max(start, held.end)
        start += _verb_after(text, held, stop)
    over = found.covering(Kind.ORGANISATION, start) if start < stop else None
    if over is not None and over.end < stop and is_public(over) and text.startswith(_GATHERING, over.end):
        start = over.end  # 县工信局联合|政府办
    near = next(found.before(Kind.DISTRICT, stop), None)
    if (
        near is not None
        and near.end < stop <= near.end + (14 if text.startswith(COOPERATIVES, stop) else 8)
        and near.end < start
        and is_plain_topic(text[near.end : stop])
        and not is_public(found.covering(Kind.ORGANISATION, near.end))
        and not (FIRM_NAME.match(text, stop) and _public_between(found, near.start, stop))
        and not text.startswith(_COMMON_HEADS, near.end)
    ):
        return near.end  # 荷城街道|照明商会
    if (
        near is not None
        and near.end == start - 1 < stop
        and text[near.end] in "地家户同正新种项进"
        and FIRM_NAME.match(text, stop)
    ):
        return near.end  # 某市|地田新材料|有限公司
    if near is not None and near.end == stop - 2 and text.startswith(_OF_FIRMS, near.end):
        return near.end  # 北京四川|企业商会
    if (
        near is not None
        and near.end < start
        and stop <= near.end + 16
        and text.endswith(_OF_SPHERES, stop, end)
        and is_sphere(text[near.end : stop])
        and found.covering(Kind.ORGANISATION, near.end) is None
    ):
        return near.end  # 某县|餐饮与饭店行业|协会
    if near is not None and near.end < start:
        joined = near.end + 1 if text[near.end] == "和" and near.by == "districts.short" else near.end
        if joined == near.end and start - joined <= 4 and _LEGAL_SOON.match(text, stop) is not None:
            given = text[near.start - 1 : near.start] in tuple("与和、由向及：给") and "的" not in text[joined:start]
            given = given and level_of(near) in ("province", "prefecture") and not set("和与及等") & set(text[joined:start])
            given = given and (joined == start or text[joined:start].isalpha())  # 销往甲市、|乙市|等地。”公司
            if given and found.starting_at(Kind.DISTRICT, joined) is None:
                return joined  # 与|上海|为烨投资集团, 和|浙江|开启能源科技有限公司
        alone = _public_between(found, near.start, stop) is None
        if alone and level_of(near) in WIDE_LEVELS and is_full_firm(text, near, stop):
            return near.end  # 、郴州市|都闻贸易有限公司
        start = name_start(text, joined, start, stop)
        if near.end < joined == start and _LEGAL_AHEAD.match(text, start):
            return near.end  # 安徽|和正农牧股份有限公司
    if 1 < start < stop and text.startswith(FIRM_ENDS, stop):
        opened = _OPENED.search(text, max(0, start - 5), start)
        start = name_start(text, opened.start(1), start, stop) if opened is not None else start
    if 1 < start < stop and text[start - 2 : start] in ("、和", "、与") and not text.startswith(_SIGNED_WITH, end):
        start -= 1  # 甲公司、|和盛酒店: no conjunction after the mark of a list
    if text.startswith(_BUILT_BY, start) and (
        found.starting_at(Kind.DISTRICT, start + 2) is not None
        or (start + 4 < stop and text[start + 2 : start + 4] in gazetteer().by_short)
    ):
        start += 2  # 投资800万元|建设|某县|竹编扶贫车间
    if text[start - 1 : start] == "和" and _LEGAL_SOON.match(text, stop) is not None:
        bare, start = start, _with_harmony(text, start, found)
        if start < bare == stop:
            return start  # 某市|志和|供应链公司: no conjunction right before a firm's kind
    joined = text.rfind("和", start + 1, stop)
    if joined > 0 and (ends_in_name(text, joined) or _joins_unit(text, joined, stop, found)):
        return joined + 1  # 县长甲|和|县妇联主席乙, 某农商城|和|县烟花公司
    if text.startswith(_BUILDING_VERBS, start, stop) and text.endswith(_STARTS_BUILDING, 0, start):
        start += 2  # 投资800万元|建设|某某扶贫车间
    together = text.rfind("协同", start, stop)
    if together >= 0 and text.startswith(("中国", "国家", "全国"), together + 2):
        return together + 2  # 民警|协同|中国某银行
    return start


def _is_town_of_home(part: str, found: Found) -> bool:
    """Whether a county's own lists have a town of that name: 先市 of 先市镇."""
    index, home = gazetteer(), found.context.home_of(found.article)
    return any(p.level == "township" and index.within(p.code, home) for p in index.by_short.get(part, ())) if home else False


_HEADS_BRANCH = re.compile("[一-龥]{0,3}?(?:担|兼|出)?任(?=[一-龥]{2,4}$)")


def _is_former(text: str, start: int, stop: int) -> bool:
    """Whether 原 before a name of a list says that it was so once: no part of a word or a brand (原子, 原阳, 、原力科技)."""
    if text[start - 1 : start] not in ("、", "，", "；") or stop - start < 3:
        return False
    pieces = words().cut(text[start:stop])
    behind_title = text[start - 2 : start - 1] in tuple("席长记任理员授师")
    return pieces[0] == "原" and (behind_title or len(pieces[1]) > 1)


_MAKES = ("生产", "加工", "制造", "销售", "研发", "采购", "收购", "运输", "承接", "承建", "安装", "供应", "服务", "配套", "改造")
_AT_WORK = (
    "正在",
    "加紧",
    "抓紧",
    "主要",
    "专门",
    "大量",
    "负责",
    "从事",
    "开始",
    "恢复",
    "全力",
    "继续",
    "忙着",
    "紧张",
    "加快",
    "着手",
)


def past_verb(text: str, start: int, stop: int) -> int:
    """Where a name begins behind what is done to it, or held in it: 某镇帮扶|某某有限公司, 甲任|某某|分院."""
    if text.startswith("分院", stop) and (heads := _HEADS_BRANCH.match(text, start, stop)) is not None:
        return heads.end()
    if text[start] == "原" and _is_former(text, start, stop):
        start += 1  # 会长、|原|天龙水泥厂|厂长
    if stop - start < 4 or FIRM_NAME.match(text, stop) is None:
        return start
    if text.startswith(_MAKES, start) and text.endswith(_AT_WORK, 0, start):
        return start + 2  # 加紧|生产|某某公司等客户订购的产品
    position = start
    for piece in words().cut(text[start:stop]):
        position += len(piece)
        if piece in FIRM_STOPS and stop - position > 1:
            start = position
    return start


_DONE_AT = ("毕业", "就职", "任职", "就读", "任教", "供职", "隶属", "执教", "受聘", "落户", "位", "属", "设", "建", "立")
_LED_BY = "任经向于由据被对给"


def past_post(text: str, start: int, stop: int, found: Found) -> int:
    """Where a name begins behind what leads to it: 甲任|某县同济医院, 毕业于|长安大学, 经|文登区某协会."""
    if stop - start < 2 or found.starting_at(Kind.DISTRICT, start) is not None:
        return start
    post = text.find("任", start + 2, min(stop, start + 5))
    if post > 0 and stop - post > 2 and ends_in_name(text, post) and found.covering(Kind.DISTRICT, post) is None:
        return post + 1
    if text[start] not in _LED_BY or text[start:stop] in gazetteer().by_short:
        return start
    placed = found.starting_at(Kind.DISTRICT, start + 1) is not None or text[start + 1 : stop] in gazetteer().by_short
    return start + (placed or (text[start] == "于" and text.endswith(_DONE_AT, 0, start)))


def past_belonging(text: str, start: int, stop: int) -> int:
    """Where a name begins behind a word of belonging and a district: 该养殖场属|嵩县某合作社."""
    at = text.find("属", start, min(stop, start + 6)) + 1
    known = at and any(text[at : at + size] in gazetteer().by_name for size in (2, 3, 4) if at + size < stop)
    return at if known else start


# 高新技术产业项目|浙江某某有限公司: what a firm counts as, before its name; not 某某|项目管理有限公司.
_COUNTS_AS = re.compile(
    "(?:(?:高新技术|龙头|上市|重点|骨干|规上|规模以上|[百千]强|民营|国有|知名|领军|头部|明星|科技)企业|上市公司|"
    "项目(?!管理|咨询|投资|建设|数据|策划|开发|代理|服务|评估|工程|信息|运营|集团))"
)


def past_project(text: str, start: int, stop: int) -> int:
    """Where a firm begins behind the project or the kind of firms that it is: 亿元项目|江苏某某有限公司."""
    if stop - start < 6:
        return start
    last = max((match.end() for match in _COUNTS_AS.finditer(text, start, stop)), default=start)
    return last if stop - last >= (3 if text.endswith("企业", 0, last) else 2) else start


def _public_between(found: Found, start: int, stop: int) -> Mention | None:
    """A body of the district between its name and the ending of a company: 某县|财政局|引导|某某|有限公司."""
    return next((body for body in found.between(Kind.ORGANISATION, start, stop) if is_official(body)), None)


def _verb_after(text: str, body: Mention, stop: int) -> int:
    """How long the verb is by which a public body does something to the company named next: 某县工会|引导|某某有限公司."""
    if body.end + 4 > stop or not is_official(body) or FIRM_NAME.match(text, stop) is None:
        return 0
    if text[body.end : body.end + 2] in FIRM_STOPS:
        return 2
    verb = words().cut(text[body.end : stop])[0]
    return len(verb) if len(verb) == 2 and words().tag(verb)[0] == "v" else 0


def _joins_unit(text: str, joined: int, stop: int, found: Found) -> bool:
    """Whether 和 before a name joins a body of the page's own 县, and is no part of the name of 和县."""
    return text.startswith("县", joined + 1) and joined + 2 < stop and found.covering(Kind.DISTRICT, joined) is None


def _no_firm(word: str) -> bool:
    """Whether a word can not be the name of a company by itself."""
    tag = words().tag(word)
    return tag[0] in "pcurd" or word in WORD_STOPS or breaks_chain(word) or word in NO_BODY_NAMES or word[0].isdigit()


_GOES_TO = ("深入", "来到", "走进", "前往", "到", "赴", "与", "由", "、", "在", "为", "对")
_NO_FIRST = frozenset("省市县区镇乡村方局家司团厂社人员商业院校上下里内外中户")


def _with_harmony(text: str, start: int, found: Found) -> int:
    """Where a firm begins whose name of two characters ends in 和: 深入|永|和|能源集团, 甲市|正|和|陶瓷公司."""
    first = start - 2
    if first < 0 or not "\u4e00" <= text[first] <= "\u9fff" or (text[first] in _NO_FIRST and text[first - 1 : first] != "、"):
        return start
    free = first == 0 or not "\u4e00" <= text[first - 1] <= "\u9fff" or text.endswith(_GOES_TO, 0, first)
    if found.covering(Kind.DISTRICT, first) is not None or found.covering(Kind.ORGANISATION, first) is not None:
        return start
    place = found.ending_at(Kind.DISTRICT, first)
    return place.start if place is not None else first if free else start


_IN_USE = 400  # the dictionary's count from which a verb rather tells what a place does than begins a name
_HARD_GAP = re.compile(
    "[的了在与和及到对向由从把被将为并或等该各是有以所给让内外上下籍某我本这那]|[^一-龥]|领导|干部|企业|居民|村民"
)


def name_start(text: str, begin: int, start: int, stop: int) -> int:
    """Where a name begins that holds, right behind its place, a word which ends other walks: 某市|手牵手|服务团."""
    firm = text.startswith((*LEGAL_FORMS, *FIRM_ENDS), stop)
    gap = text[begin:start]
    if not 0 < len(gap) <= 6 or _HARD_GAP.search(gap) is not None:
        return start
    for piece in words().cut(gap):
        if len(piece) == 1 and (firm or piece not in SINGLE_STOPS):
            continue
        tag = words().tag(piece)
        usual = tag[0] in "pcdrutmf" or (tag[0] == "v" and words().frequency(piece) > _IN_USE)
        if len(piece) == 1 or usual or breaks_chain(piece) or piece in verb_stops() or piece in NO_BODY_NAMES:
            return start
        if piece in FIRM_STOPS:
            return start
        if piece.endswith(SURE_TITLES):
            return start
    return begin


_FULL_FIRM = re.compile("[一-龥]{0,6}?(?:有限|股份)(?:责任)?公司")
_NO_FULL_FIRM = re.compile("[的了在与和及到对向由从把被将为]|[^一-龥（）]|企业|公司|招商|引进|注册|成立|投资|项目")


def is_full_firm(text: str, place: Mention, stop: int) -> bool:
    """Whether all between a city at the head of a clause and a legal form is one company's name: 某市|都闻贸易有限公司."""
    name = text[place.end : stop]
    if not 0 < len(name) <= 8 or _FULL_FIRM.match(text, stop) is None or _NO_FULL_FIRM.search(name) is not None:
        return False
    if place.start and text[place.start - 1] not in "、，。；：由与和及向给\n（":
        return False
    return not any(len(p) > 1 and (p in WORD_STOPS or p in FIRM_STOPS or p in verb_stops()) for p in words().cut(name))


_ITEM = re.compile(r"[、：]([一-龥]{2,6})$")


def item_start(text: str, stop: int, found: Found) -> int:
    """Where a company of a list begins whose name is of common words: 甲集团、|东方希望|集团、乙公司."""
    item = _ITEM.search(text, max(0, stop - 7), stop)
    if item is None or found.between(Kind.DISTRICT, item.start(1), stop):
        return 0
    pieces = words().cut(item[1])
    if pieces[0] in verb_stops() or any(p in SINGLE_STOPS or words().tag(p)[0] in "pcdrum" for p in pieces):
        return 0
    return item.start(1) if any(p not in NO_BODY_NAMES for p in pieces) else 0
