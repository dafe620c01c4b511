"""The function that a body of a district is called by: 工信局, 第八届|人民代表大会, 城乡建设和生态环境局.

``departments`` holds the list; here is what may not follow one (委|员, 政府|采购), and which words of no list are one.
"""

from __future__ import annotations

import re

from kg import seeds
from kg.extract.base import BodyValue, PlaceValue
from kg.extract.bodies import level_of
from kg.extract.departments import Form, match_department
from kg.extract.edges import AGES, SINGLE_STOPS, verb_stops
from kg.model import Kind, Mention
from kg.words import words

# Bodies that no county, city or province has: one behind such a short name is that of a town or a street so called.
SMALL_BODIES = frozenset(
    ("派出所", "司法所", "财政所", "税务所", "市场监管所", "中心小学", "中心校", "中心学校", "中心幼儿园", "卫生院", "中心卫生院",
     "居委会", "村委会", "便民服务中心", "文化站", "初级中学", "初中", "九年一贯制学校", "完小")
)  # fmt: skip
# What may not follow a one- or two-character core, because the two make another word.
_NOT_AFTER = {
    "共青团": ("水库", "农场", "林场", "路", "桥", "渠", "湖", "林", "公园", "花园"),
    "委": ("员", "托", "派", "会常", "屈", "婉", "任"),
    "纪检委": ("员",),  # 村|纪检委员
    "管委": ("托", "派", "员", "任"),  # 由市|管委托某公司
    "政府": (
        "性",
        "办公楼",
        "办公大楼",
        "办公区",
        "大楼",
        "大院",
        "采购",
        "投资",
        "网",
        "工作报告",
        "债",
        "购买",
        "补贴",
        "专项",
        "引导",
        "主导",
        "主领",
        "机关大院",
        "统一",
    ),
    **dict.fromkeys(("企联", "社联", "校联"), tuple("手动建合盟营心姻谊户办创促防治")),  # 村企|联手, 村社|联动
    "民协": tuple("调商助力作议定同"),  # 为村|民协调用房
    "人大": ("代表", "会议"),
    "政协": ("会议", "报\n", "报讯", "报社"),
    "大队": ("部",),
    "党委": ("、政府主要", "会"),
    "团委": ("员",),
    "少先队": tuple("员大中小鼓活队干辅工知组阵仪礼"),  # a school's, or what they do
    "党校": (),
    "党委班子": ("成员", "带", "建设"),
    "公园": ("巷", "路社", "街社", "里社"),  # 某街道|公园巷社区
    "工商联": ("合会",),
    "党组": ("织",),
    "教育部": ("署",),
    **{f"{n}院": tuple("士落子内里坝墙之一两多外") for n in "一二三四五"},
    "队": ("伍",),
    "学校": ("部",),
    "法院": ("校",),
}
# 街道|办起邻里日, 街道|办结案件: what a street does, no office of it.
STREET_DOES = re.compile("[事公理法案学起好成结完了过妥]|出(?![台动面资席])")


# 某县|城投, 县|交投: companies of a district by their short names, where they are no part of 县城|投入.
_INVESTORS = frozenset(("城投", "农投", "交投", "水投", "文旅投", "旅投", "国投", "产投", "城发", "文投", "金投", "建投", "工投"))
_AFTER_INVESTOR = re.compile(
    "[、，。；：”）]|$|[和与及等]|负责人|董事长|总经理|副总|党委|党支部|党总支|工会|员工|职工|干部|工作人员|有关|相关|主要|承建|牵头|联合|携手|"
    "[二两三四五]家|平台|项目部|置业|建设(?!资|用)|为|将|与|作为|还|以|通过"
)


_OF_THE_COMPANY = ("公司党委", "公司党组", "公司纪委", "公司工会", "公司团委", "公司党支部")


def holds(form: str, text: str, end: int) -> bool:
    """Whether a function that ends at ``end`` is no part of another word: 区委, not 区委|员."""
    if text.startswith(("家属院", "家属楼", "家属区", "宿舍", "住宅楼"), end):
        return False  # 某社区|国税局家属院: where its people live
    if form.endswith("集团") and text.startswith(_OF_THE_COMPANY, end):
        return False  # 河北|建投集团|公司党委: the company's own
    if form[-1] == "部" and text.startswith("分", end) and not text.startswith(("分管", "分别"), end):
        return False  # 政协|组织部|分委员
    if form in ("办", "街道办") and STREET_DOES.match(text, end) is not None:
        return False  # 某街道|办起邻里日
    if form in _INVESTORS:
        return _AFTER_INVESTOR.match(text, end) is not None
    if form[-1] == "小" and text.startswith("学", end):
        return False  # 某县|一小学新教学楼启用
    if form[-1] == "办" and text.startswith(("了", "起", "过"), end) and not text.startswith("了解", end):
        return False  # 在某村外|办了个养猪场
    return not text.startswith(_NOT_AFTER.get(form, ()), end) if _NOT_AFTER.get(form) else True


TERM = re.compile(r"第?[一二三四五六七八九十\d]{1,4}届")
_TERM_OF_TOWN = re.compile(f"[镇乡](?:{TERM.pattern})$")
_TERM_BODIES = (
    ("人民代表大会常务委员会代表资格审查委员会", "人大常委会代表资格审查委员会", "GovernmentBody"),
    ("人大常委会代表资格审查委员会", "人大常委会代表资格审查委员会", "GovernmentBody"),
    ("人民代表大会常务委员会", "人大常委会", "GovernmentBody"),
    ("人大常委会", "人大常委会", "GovernmentBody"),
    ("人民代表大会", "人大", "GovernmentBody"),
    ("人大", "人大", "GovernmentBody"),
    ("政协", "政协", "GovernmentBody"),
    ("人民政府", "政府", "GovernmentBody"),
    ("党委", "党委", "PartyBody"),
    ("纪律检查委员会", "纪委", "PartyBody"),
    ("纪委", "纪委", "PartyBody"),
    ("委员会", "委", "PartyBody"),
)


def function_of_term(text: str, position: int, start: int) -> tuple[int, str, str, str, str] | None:
    """A congress or committee of a term: 某县|第八届|人民代表大会."""
    for form, core, subtype in _TERM_BODIES:
        if text.startswith(form, position) and holds(form, text, position + len(form)):  # 省十二届人大|代表: people
            if form == "委员会":
                if text.endswith(("政协", "中国人民政治协商会议"), 0, start):
                    return position, form, "政协", "GovernmentBody", "pcd"
                if text.endswith(("共青团", "中国共产主义青年团"), 0, start):
                    return position, form, "团委", "Association", "pcd"
                of_town = _TERM_OF_TOWN.search(text, max(0, position - 8), position) is not None
                return position, form, "党委" if of_town else "委", "PartyBody", "pcd"
            return position, form, core, subtype, "pcd"
    return None


_LEGAL_TAILS = ("有限责任公司", "股份有限公司", "有限公司")


# 到某街道|检查|养老服务中心: what visitors do in a place to a house of it, no part of the house's name.
SEEN_THERE = re.compile("(?:参观|调研|考察|检查|督导|视察|察看|查看|走访|观摩|督查|慰问|指导){1,2}了?")
_HOUSES = ("中心", "站", "院", "所", "学校", "小学", "中学", "幼儿园", "馆", "社")
_NO_HOUSE = ("服务", "接待", "管理", "工作", "中心", "办", "站")


def _seen_house(text: str, end: int) -> tuple[int, str, str, str, str] | None:
    seen = SEEN_THERE.match(text, end)
    if seen is None or text.startswith(_NO_HOUSE, seen.end()):
        return None  # 督查|服务中心, 指导|中心
    form = match_department(text, seen.end()) or open_function(text, seen.end())
    return (seen.end(), *form) if form is not None and len(form[0]) > 2 and form[0].endswith(_HOUSES) else None


def function_at(text: str, end: int) -> tuple[int, str, str, str, str] | None:
    """The function that begins at ``end``, of the list or of none, with where it begins: 某县|城投集团有限公司."""
    if (house := _seen_house(text, end)) is not None:
        return house
    form = match_department(text, end)
    if form is not None and holds(form[0], text, end + len(form[0])):
        if form[2] == "Enterprise" and form[0].endswith(("集团", "公司")):
            legal = next((tail for tail in _LEGAL_TAILS if text.startswith(tail, end + len(form[0]))), "")
            return (end, form[0] + legal, *form[1:])  # 某县城投集团|有限公司
        longer = open_function(text, end)
        if (
            longer is not None
            and len(longer[0]) > len(form[0])
            and text[end + len(form[0])] in "和与"
            and form[0][-1] not in "局办队"
        ):
            return (end, *longer)  # 市场|和质量监督管理局, but 扫黑办|和|某公安分局
        return (end, *form)
    longer = open_function(text, end) or open_bureau(text, end)
    return (end, *longer) if longer is not None else None


# What shows that a stretch is no one function: a second body within, a run of levels (州|县|应急管理局, 县两级|应急管理局).
NOT_ONE_CORE = re.compile(
    r"[和与及](?:[省市县区旗镇乡]|中国|中铁|国家)|机关[和与及]|^里|邀请|聘请|大学|学院|(?<!分)公司|医院|银行|^[省市县区旗州乡镇村](?!村|域|容|场|政)|^[一-龥]?[两三四五]级|[大全布格结开新当]局$|对面|就是|爱心社|任办公室$|选出|推选|选举|[每这那]"
)
_OPEN_BUREAU = re.compile(
    r"(?:(?![和与及的在由到向为等])[一-龥]){2,7}?(?<![主承举协督交领创开筹代经查包帮来先不待严新首申续可必快速联通专])办"
    r"(?=主任|副主任|常务副主任|党组|党支部|有关|负责|相关|工作人员|干部|领导|牵头|组织|联合|会同|赴|[、，。；]|和|等单位|等部门|等相关|参加|"
    r"召开|举行|举办|开展|印发|下发|发布|通报|要求|介绍|表示|安排|协调|获悉|了解到)"
)
_CHECKING = re.compile("(?:督导|督查|督察|考核|考评|检查|巡察|目标|绩效|评估|效能|信访|督办|创建|整治|指导|协调|综合){2,3}办")
NOT_IN_CORE = seeds.word_list("no_core_words")
# 某医院|成立|胸痛中心: what a body does with a thing that is no office of it yet.
BEGINNING_VERBS = frozenset(
    ("成立", "建立", "组建", "设立", "打造", "创建", "开设", "建成", "新建", "援建", "改造", "创办", "开办", "筹建", "共建")
) | {"改建", "扩建", "援助", "帮扶", "支持", "支援", "走进", "来到"}


def open_bureau(text: str, position: int) -> Form | None:
    """An office that no list has, by its short word: 援兴办, 对口支援办, 基地办."""
    match = _OPEN_BUREAU.match(text, position)
    if match is None or NOT_ONE_CORE.search(match.group()) is not None:
        return None
    name = match.group()
    pieces = words().cut(name)
    if _CHECKING.fullmatch(name) is not None:
        return (name, name, "GovernmentBody", "pcdt")  # 县|督导考核办
    if pieces[0] in verb_stops() or pieces[0] in BEGINNING_VERBS or (name.endswith("兴办") and len(name) > 3):
        return None
    if any(p in SINGLE_STOPS or p in NOT_IN_CORE or p[-1] in "局委府部院" for p in pieces):
        return None
    return (name, name, "GovernmentBody", "pcdt")


_OPEN_CORE = re.compile(
    r"(?![）和与及])[一-龥（）]{2,16}?(?:委员会|管理局|执法局|办公室|服务中心|管理中心|指挥中心|发展中心|宣传中心|传媒中心|信息中心|监测中心|救助中心|培训中心|检测中心|推广中心|调度中心|治理中心|交易中心|储备中心|援助中心|仲裁院|保障中心|事务中心|管理处|管理所|局|执法大队|执法支队|执法队|分局|(?:检疫|推广|管理|监测|防治|测报|检验|监督|经管|植保)站(?![点房台位前口内里外])|(?<=[一-龥]{2})(?<![大餐展客歌舞影乐会告能])厅(?!长|里|内|堂|局|级|官|处)|"
    r"(?:保障|保供|救治|管控|处置|协调|宣传|防控|联络|救助|综合|排查|流调|转运|隔离|消杀|收治|维稳|安保|督查|督导|后勤|秘书|应急|物资|执法)组(?![织建成合团员别群装])|"
    r"(?<=[一-龥]{2})委(?=(?:党组|党委)?(?:常务)?副?主任)|"
    r"(?<=[一-龥]{2})中心(?=[、，。；和及与]|以及|[主副负党支要牵会联工]|在|将|已|等|对|调研|考察|检查|视察|参观))"
)
# Centres that are places or what a town is: 购物中心, 市|政治中心.
NO_OFFICE_CENTRE = re.compile(
    "^(?:[城域内里级中首]|第一[个家]|直属|地处|位于|坐落|毗邻|靠近|紧邻|走进|来到|打造|成为|建成|聚焦|围绕|以)|[一-龥]{0,6}(?:购物|休闲|娱乐|美食|汽车|家居|建材)中心$|(?:购物|商业|活动|会展|展览|政治|经济|金融|医疗|卒中|胸痛|创伤|城市|会议|行政|商贸|体育|文体|物流|集散|消费|区域|旅游集散|"
    "游客|旅客|接待|老城|新城|广场|[东南西北]城|城南|城北|生产|制造|创新|交通|贸易|康养|教育|养老|娱乐|健身|游乐|体验|展示|[地重核]|[一-龥]?[市县区镇乡村])中心$"
)
INSIDE_CORE = (
    "和",
    "与",
    "及",
    "服务",
    "经营",
    "指导",
    "建设",
    "统筹",
    "专业",
    "新",
    "检查",
    "督导",
    "居民",
    "企业",
    "单位",
    "职工",
    "学生",
    "重点",
    "协调",
    "支持",
    "调度",
    "指挥",
)
DATE_ENDS = "年月日底初天"


_TWO_BODIES = re.compile("(?:室|站|队|所|院|中心)[与和及](?=[一-龥]{3})")


def open_function(text: str, position: int) -> Form | None:
    """A function that no list has: 城乡建设和生态环境局."""
    match = _OPEN_CORE.match(text, position)
    if match is None:
        return None
    name = match.group()
    if name[0] == "局" and name[-1] == "局":
        return None  # 县局|甲某某局长
    if _TWO_BODIES.search(name) is not None:
        return None  # 某社区|警务室|与社区办公室: two
    if name.startswith(("直单位", "直部门")) or "负责同志" in name:
        return None  # 市直单位|交通局, 市场处主要负责同志及|某局
    pieces = words().cut(name)
    led = text.startswith(("局长", "副局长", "党组", "党委"), match.end())  # 区|工经局|局长
    stops = () if led and len(name) < 5 else SINGLE_STOPS
    if any(p in stops or p in NOT_IN_CORE or p in verb_stops() for p in pieces[:-1] if p not in INSIDE_CORE):
        return None
    if any(words().tag(p) == "t" and p[-1] in DATE_ENDS and p not in AGES for p in pieces[:-1]):
        return None  # 某小区|去年底选出业主委员会
    if any(
        len(p) > 2
        and p.endswith(("书记", "主任", "局长", "县长", "区长", "院长", "校长", "所长", "部长", "经理", "主席", "负责人"))
        for p in pieces
    ):
        return None
    if NOT_ONE_CORE.search(name) is not None or (name.endswith("中心") and NO_OFFICE_CENTRE.search(name) is not None):
        return None
    if len(name) < (3 if name.endswith("厅") or led else 4) or pieces[0] in ("和", "与", "及", "各", "相关", "有关"):
        return None
    return (name, name, "GovernmentBody", "pcdt")


_COMMITTEE_OF_TERM = re.compile(f"(?:{TERM.pattern})委员会(?:常务委员会)?")
_FORCE = re.compile("小组|指挥部|专班|组$|工作队$|救援队$|突击队$")


def make_body(
    text: str, start: int, core: tuple[int, str, str, str, str], place: Mention | None, unit: str, score: float
) -> Mention:
    """The mention of a body by its function, which begins behind a place or the word for it: 鼓楼区|工信局."""
    at, form, canonical, subtype, _ = core
    end = at + len(form)
    termed = _COMMITTEE_OF_TERM.match(text, end) if form == "政协" else None
    end = termed.end() if termed is not None else end  # 县政协|第十届委员会: the same body
    level = getattr(place.value, "level", "") if place is not None else ""
    if subtype == "PartyBody" and (level in ("community", "compound") or unit in ("村", "社区", "小区")):
        subtype = "GrassrootsBody"
    if (
        subtype == "GrassrootsBody"
        and (level in ("township", "county", "zone", "prefecture") or unit in ("镇", "乡", "街道", "区", "市", "县"))
        and "党" in form
    ):
        subtype = "PartyBody"
    if _FORCE.search(form):
        subtype = "TaskForce"
    value = BodyValue(canonical, subtype, anchor=place, relative=unit)
    if place is not None and text[start - 1 : start] == "驻" and form.endswith("队") and text[start - 2] in "的由，。；":
        start -= 1  # |驻|王坝村工作队
    return Mention(Kind.ORGANISATION, start, end, text[start:end], "organisations.body", score, value)


_QUOTED_OFFICE = re.compile("“[^“”，。！？\n]{1,8}”")
# The police of a county by its name alone: 仙游公安联合…, 某县公安：….
_POLICE = re.compile(
    "(?:公安|交警)(?=[：，。” ]|下属|联合|协助|配合|支援|民警|持续|深入|积极|全面|多措|强化|坚持|聚焦|紧扣|以|组织|开展|提醒|"
    "破获|成功|快速|迅速|快侦|打[掉击造响好]|抓获|侦破|出动|全力|为|在|依托|推出|启动|主动|严厉|充分|创新|扎实|筑牢|守护|走进|再|将)"
)


#: 泗水税务推出…, 泗水警方：…: the offices of a county that the news calls by its name and what they see to.
CALLED_SHORT = {
    "公安": "公安局",
    "警方": "公安局",
    "税务": "税务局",
    "检察": "检察院",
    "消防": "消防救援大队",
    "城管": "城管局",
    "供电": "供电公司",
    "气象": "气象局",
}
_SYSTEMS = tuple(CALLED_SHORT)
_POLICE_WORDS = ("公安", "警方")
# 泗水|消防|安全形势, 泗水|税务|服务水平: what is seen to, and nobody.
_SEEN_TO = (
    "服务",
    "管理",
    "执法",
    "监管",
    "监督",
    "宣传",
    "救援",
    "建设",
    "工作",
    "保障",
    "检查",
    "整治",
    "安全",
    "治理",
    "改革",
    "培训",
    "指挥",
    "预警",
    "监测",
    "处罚",
)


def _acts(text: str, end: int) -> bool:
    """Whether what follows is what somebody does: 泗水税务|推出…, 泗水警方|共出动…, 泗水公安|：….."""
    if text.startswith(("：", "“"), end):
        return True
    end += text.startswith("共", end)
    follower = words().cut(text[end : end + 6])[:1]
    if not follower or follower[0] in _SEEN_TO:
        return False
    tag = words().tag(follower[0])
    return (tag[0] in "vdp" and tag != "vn") or tag in ("ad", "t") or follower[0] in seeds.verbs().get("launch", ())


_POLICED = ("county", "prefecture", "province")


_MADE_SO = ("创建", "争创", "评选", "评定", "达标")  #: what is done to have such offices: “五化”小区党支部|创建


def odd_function(text: str, place: Mention) -> tuple[int, str, str, str, str] | None:
    """The function behind a place that does not stand there as in the lists: 某镇|“五有”农业服务中心, 屋基村|委会."""
    end = place.end
    quoted = _QUOTED_OFFICE.match(text, end)
    office = match_department(text, quoted.end()) if quoted is not None else None
    made_so = office is not None and quoted is not None and text.startswith(_MADE_SO, quoted.end() + len(office[0]))
    if quoted is not None and office is not None and len(office[0]) >= 4 and not made_so:
        whole = text[end : quoted.end() + len(office[0])]
        return end, whole, whole, office[2], office[3]
    if text.startswith("交警", end) and _POLICE.match(text, end) is not None and not _is_urban(place):
        force = "公安局交警支队" if level_of(place) == "prefecture" else "公安局交警大队"
        return end, "交警", force, "GovernmentBody", "pcd"
    if text.startswith("公安机关", end) and not _is_urban(place) and level_of(place) in _POLICED:
        return end, "公安机关", "公安厅" if level_of(place) == "province" else "公安局", "GovernmentBody", "pcd"
    if text.startswith("公安", end) and _POLICE.match(text, end) is not None and not _is_urban(place):
        return end, "公安", "公安局", "GovernmentBody", "pcd"
    if text.startswith(_SYSTEMS, end) and level_of(place) in ("county", "prefecture") and _acts(text, end + 2):
        system = text[end : end + 2]
        if system in _POLICE_WORDS:
            return None if _is_urban(place) else (end, system, "公安局", "GovernmentBody", "pcd")
        name = CALLED_SHORT[system].replace("大队", "支队") if level_of(place) == "prefecture" else CALLED_SHORT[system]
        return end, system, name, "Enterprise" if system == "供电" else "GovernmentBody", "pcd"
    if place.text.endswith("街道") and text.startswith("办", end) and STREET_DOES.match(text, end + 1) is None:
        return end, "办", "办事处", "GovernmentBody", "t"
    if text.startswith("办公室", end) and level_of(place) == "township" and not text.startswith("室", end + 3):
        return end, "办公室", "办公室", "GovernmentBody", "t"
    if place.text[-1] == "村" and text.startswith("委会", end):
        return end, "委会", "村委会", "GrassrootsBody", "v"
    if text.startswith("党组织", end) and level_of(place) == "community":
        return end, "党组织", "党组织", "GrassrootsBody", "v"
    return None


def _is_urban(place: Mention) -> bool:
    """Whether a place is a district of a city, whose police are a branch of the city's."""
    return isinstance(place.value, PlaceValue) and place.value.name.endswith("区")
