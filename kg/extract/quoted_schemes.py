"""Names in quotation marks: “清风护航”|活动, 推行|“三包一”, 发放|“复工贷”.

Quotation marks hold much else: speech, what was won (荣获“…”), who somebody is called, images (筑牢“防线”). A type word behind
them, a verb of carrying out before them, or what stands inside tells a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kg import seeds
from kg.extract.base import Found, InitiativeValue, PlaceValue
from kg.extract.edges import cuts_at, ends_walk
from kg.extract.names import scorer
from kg.extract.no_schemes import is_day_only, is_no_quoted
from kg.extract.quoted_lists import IMAGES, OF_ALL, STRONG, are_alike, is_one_of, listed_as
from kg.extract.scheme_names import (
    CARRYING_VERBS,
    NUMERAL_IDIOMS,
    OF_BODY,
    RESULTS,
    SENTENCE_WORDS,
    TYPES,
    WEAK_TYPES,
    WINS,
    YEAR_TAIL,
    in_title,
    kind_of,
    unquote,
)
from kg.extract.weighed import LIKELY, chance
from kg.model import Kind, Mention
from kg.patterns import needing
from kg.words import words

_COUNTS = frozenset("一二三四五六七八九十两双百千万")
_NUMERAL = "一二三四五六七八九十两双百千万多全零N\\d"
_SCHEME = re.compile(
    "(?=[一七万三两九二五全八六十千双四多百零N0-9])(?:"
    rf"(?:[{_NUMERAL}]+[一-龥]{{1,4}}?){{2,5}}[{_NUMERAL}]?$|[三四五六七八九十]+(?:个[一-龥]{{1,6}}|[件项][一-龥]{{0,4}}实事)$|[三四五六七八九十][一-龥]{{1,2}}$|"
    rf"\d(?:\+[\dNnXx])+[一-龥]{{0,6}}$"
    ")"
)
_POPULATION = re.compile(
    r"(?:重点|困难|特殊|外来|中小|小微|民营|返[一-龥]|来[一-龥])?(?:企业|人员|群体|人群|青年|老人|家庭|干部|(?:农|农特|特色|林|水)?产品|组织|部门|单位|问题|思想|现象|车辆|商户|市场主体|户|对象|代表|工业企业|职工|学生|儿童|两岸|地区|场所|食品|药品|行业|门店|摊点|作坊|车辆|物品|网站|品牌|村屯|道路)"
)
# “四类人员”: a class of people by its own last word.
_CLASS = re.compile(
    r"[一二三四五六七八九十两双]+(?:类|种|个)?[一-龥]{0,4}(?:人员|对象|群体|人群|场所|家庭|患者)|[一二两三四五六七八九十][会办局所家方地院站校企厂镇县市区]|"
    r"[三四五六七八九十]小(?:门店|场所|行业|企业|单位|作坊|店铺)?"
)
_CRIMES = re.compile("(?:等?(?:刑事|治安|侵财|多发性?)?(?:案件|案(?=[，。；、发]|$)|犯罪|违法|警情|案发))")
_OFFERED = re.compile(
    r"(?:(?:(?<=[，。；上下午晚周月日天又也还])|^)办了?|(?:每[周月天年季][^，。；“”]{0,4}[次场期]|一年一度)的)$|"
    r"(?:推出|推行|开设|开通|上线|创办|开办|合办|联办|共办|首创|办起|建起|搭起|开辟|创设|设立|创新推出)(?:了|出)?[一-龥]{0,6}$|"
    r"(?:设|建|办|开|创)(?:立|设|办|建|起|辟)?的$"
)
_HOUSES = ("救援中心", "救助中心", "培训中心", "研究中心", "教育中心", "评估中心", "鉴定中心", "检测中心")
_HOLIDAYS = (
    "三八",
    "五一",
    "五四",
    "六一",
    "七一",
    "八一",
    "十一",
    "双节",
    "两节",
    "双十一",
    *("元旦", "春节", "元宵", "清明", "端午", "中秋", "重阳", "国庆", "两会", "双十二", "十一国庆"),
    "三八妇女",
    "六·一",
    "七·一",
    "八·一",
)
# A title that places strive for: 创建“某某”|乡镇.
_UNITS_WON = re.compile(
    r"(?:式|型|级)?(?:乡镇|村|社区|县|市|区|城市|小区|街道|家庭|机关|单位|校园|学校|企业|派出所|法庭|支部|党支部)"
)
# What a scheme consists of, quoted before its name: “…、…”的|“某某法”.
_SUMMED_AS = re.compile("的(?:[一二三四五六七八九十两]+[步大]?)?“[^“”，。\\n]{1,10}(?:法|制|模式|机制|体系|工程|行动|计划)”")
# 以|“甲家园”“乙管家”|为一体的“丙工作法”: of what parts another is made, or its theme.
_PART_OF = re.compile(
    r"(?:[、和及与]?“[^“”\n]{2,20}”){0,8}(?:等[^，。；“”]{0,6})?[为于](?:一体|主要?内容|内容|主题|主线|主体|核心|重点|支撑|框架|主要形式)的[^，。；“”]{0,8}“"
)
_PARTS_BEGIN = re.compile(r"(?:以|集|融)(?:“[^“”\n]{2,20}”[、和及与]?){0,8}$")


def _is_part(text: str, start: int, end: int) -> bool:
    """Whether a quotation is one of those of which a scheme named behind it is made."""
    return _PART_OF.match(text, end) is not None and _PARTS_BEGIN.search(text, max(0, start - 60), start) is not None


# “三个一批”|项目集中开工活动: what is held, more than what is built.
_PROJECTS_BEGUN = re.compile("项目(?:建设)?(?:集中)?(?:开工|签约|竣工|投产|观摩|推进|路演|申报)(?:活动|行动)")
_DAY = re.compile(r"\d{1,2}[·.]\d{1,2}")
_SHARED = re.compile(r"(?:[、和与及]?“[^“”\n]{2,20}”){1,4}")
_BODY_ENDS = ("支部", "党委", "党总支", "协会", "商会", "委员会", "合作社", "公司", "队", "联合会", "工会", "办公室")
# What a county or a body was given: a name in quotation marks that is a title.
_AWARDED = re.compile(
    r"(?:荣膺|荣获|获评|获得|喜获|获授|入选|被评为|评为|被命名为|授予|跻身|摘得|荣登|上榜|获)(?:了|为)?[^，。；“”]{0,10}(?:“[^“”]{2,20}”[、和]?){0,4}$"
)
# Words before a name that are no part of it where they come first.
_MANNERS = seeds.word_list("quoted_manners")
_IMAGES_ALONE = seeds.word_list("quoted_images")
# What a quotation is said to be that names nothing: a state, a creed, a call.
_OF_STATE = re.compile(
    "效应|现象|氛围|状况|困局|局面|态势|难题|顽疾|现状|思想|心态|的?(?:光荣|优良)?(?:传统|口号|理念|宗旨|原则|倡议|承诺|精神|意识|信念|誓言|使命|追求)"
)
_MEMBERS = re.compile("[两一二三四五][一-龥]{1,6}(?:委员|代表)")  # “两代表一委员”: people
_POST = re.compile("(?:名誉|荣誉|挂职|驻村)(?:第一)?副?(?:[省市县区镇乡村校院馆园站会]长|理事长|书记|主任|教授|主席)")
# What people, teams, prizes, produce and images end with: no name that is but quoted and told again is one of theirs.
_NOT_NAMES = (*IMAGES, *sorted(seeds.word_list("no_scheme_endings")))


def find_quoted(text: str, found: Found, body_at: int) -> Iterator[Mention]:
    """Names in quotation marks, of which titles that were won are none."""
    for match in _quotations(text):
        inner = match.group(1)
        start, end = match.span()
        body = found.covering(Kind.ORGANISATION, start)
        if body is not None and body.end > end and not (body.start == start and _works_as_scheme(text, body)):
            continue
        if text.startswith(("的“", "的‘"), end) and _called_next(text, end + 1):
            continue  # “甲、乙、丙”的|“三心”行动: what the second name stands for
        if inner.endswith(("，", "、", "：")) or inner in OF_ALL or inner == "两委":
            continue  # 某村“两委”|合理规划
        if len(inner) > 16 and "，" in inner and not (_after_quote().match(text, end) or _SHARED.match(text, end)):
            continue
        crowd = _POPULATION.match(text, end) if not (inner[-1] in "贷保险券" and text.startswith("产品", end)) else None
        explained = _EXPLAINED.match(text, end)
        typed = _type_after(text, explained.end() if explained is not None else end)
        if (
            typed is not None
            and (place := found.ending_at(Kind.DISTRICT, typed[0])) is not None
            and end <= place.start < typed[0]
        ):
            typed = None  # “强链聚能”|红旗社区: a motto and a place
        launched = typed is None and launch_before(text, start)
        deeds = launched or (typed is None and _DEED_OF_KIND.search(text, max(0, start - 10), start) is not None)
        if deeds and (deed := _deed_after(text, end)) is not None:
            typed = deed, "Campaign"
        elif launched and (mode := _MODE_BEHIND.match(text, end)) is not None:
            typed = mode.end(), "Mechanism"
        if typed is None and len(inner) > 3 and _FUND.match(text, end) and _GIVES.search(text, max(0, start - 14), start):
            typed = end + (1 if text[end] == "款" else 2), "Service"
        if typed is None and crowd is None and len(inner) <= 6 and _of_crowd(text, inner):
            continue  # “专精特新”名单, where the text has “专精特新”企业
        if crowd is not None and (crowd.group().endswith(("人员", "户", "群体", "人群", "产品")) or typed is None):
            continue
        if (
            inner.endswith(("杯", "奖", "称号", "勋章", "奖章"))
            or _MEMBERS.fullmatch(inner)
            or (typed is None and _CLASS.fullmatch(inner))
            or text.startswith("级", end)
        ):
            continue
        if typed is None and (inner in _IMAGES_ALONE or _OF_STATE.match(text, end) is not None):
            continue  # 送来“及时雨”, “低、小、散”状况, “归雁”效应
        if typed is None and _CRIMES.match(text, end) is not None:
            continue  # “两抢一盗”案件
        if typed is None and _POST.fullmatch(inner):
            continue  # 任某村“名誉村长”: a post, however often it is told of
        if inner.endswith(("连冠", "连胜", "连增", "连涨")):
            continue  # “六连冠”: what is won
        few = typed is None and len(inner) < 6
        if few and inner.endswith(("村", "户", "人")) and inner[0] in _NUMERAL and not launch_before(text, start):
            continue  # 人称“两多村”
        if (typed is None and _SUMMED_AS.match(text, end) is not None) or _is_part(text, start, end):
            continue  # “育好共富果、干好共富事”的|“四好共富法”: what it is made of
        if typed is None and inner.endswith(_BODY_ENDS) and not inner.endswith("小分队"):
            continue  # 成立“某某党支部”: a body
        if inner in NUMERAL_IDIOMS and typed is not None and _PLAIN_WORKS.fullmatch(text, end, typed[0]) is not None:
            continue  # “十四五”重点项目
        if inner in NUMERAL_IDIOMS and (
            text.startswith(("规划", "时期", "期间", "目标", "战略"), end) or (typed and text.endswith("规划", end, typed[0]))
        ):
            continue  # “十四五”规划, “十四五”水利发展规划
        if inner in _HOLIDAYS and is_day_only(text, end, typed[0] if typed else 0):
            continue  # “三八”国际妇女节, “双节”前检查, “五一”开园: when it was
        if is_no_quoted(text, inner, start, end, typed[0] if typed else 0):
            continue
        if typed is not None and text.startswith(("实施方案", "方案", "预案", "计划"), typed[0] - 4) and in_title(text, start):
            continue
        if typed is None and text.endswith("创建", 0, start) and _UNITS_WON.match(text, end):
            continue  # 创建“零走访”乡镇
        if _DAY.fullmatch(inner) and not (
            typed and text.endswith(("活动", "行动", "月", "周", "日", "工程", "计划"), end, typed[0])
        ):
            continue  # “4·8”司法日: when it was
        if inner in NUMERAL_IDIOMS and crowd is not None:
            continue  # “三无”食品摊点清理
        if inner in _MANNERS and text.startswith(("管理", "式", "化"), end):
            continue
        if typed is None and _AWARDED.search(text, max(0, start - 60), start):
            continue
        if typed is not None and text.endswith(_HOUSES, end, typed[0]):
            continue  # “某某”公益救援中心: a body
        if text.endswith(("台风", "强台风", "超强台风"), 0, start) or (typed is not None and OF_BODY.match(text, typed[0])):
            continue  # 台风“某某”; “某某”养老服务|中心: a storm, a body
        if typed is not None and text.startswith("奖", typed[0] - 1) and text.endswith(WINS, 0, start):
            continue
        manner = inner.endswith("式") and not ("+" in inner and typed is not None)  # not “网格化+地毯式”排查机制
        if manner and inner.endswith("模式") and len(inner) > 3:
            manner = _MODE_OF.search(text, max(0, start - 30), start) is None and not _is_own_mode(text, inner, start, found)
        if (manner and not _OFFERED.search(text, max(0, start - 12), start)) or (
            typed is not None
            and _SCHEME.match(inner)
            and text.startswith("项目", end)
            and not _PROJECTS_BEGUN.match(text, end)
            and not inner.startswith("一")
            and not launch_before(text, start)
        ):
            continue
        rule, score, subtype, stop = "", 0.0, "", end
        begun = _PROJECTS_BEGUN.match(text, end)
        typed = (begun.end(), "Campaign") if begun is not None else typed
        if typed is not None:
            stop, subtype = typed
            rule, score = "initiatives.quoted_typed", 0.92
        elif inner in NUMERAL_IDIOMS:
            continue
        else:
            rule, score, subtype = _untyped(text, inner, start, end, text[:body_at])
        shared = _SHARED.match(text, end) if not rule or typed is None else None
        if shared is not None and (launch_before(text, start) or (not rule and not inner.endswith(_NOT_NAMES))):
            # “粤菜师傅”“南粤家政”|工程: one type word for both
            type_after = _type_after(text, shared.end())
            if type_after is not None:
                rule, score, subtype = "initiatives.shared_type", 0.8, type_after[1]
        if not rule and _may_be_name(text, inner, start, end) and (sure := chance(text, start, end, body_at)) >= LIKELY:
            rule, score = "initiatives.weighed", round(sure, 1)
            subtype = _inside_type(inner) or ("Mechanism" if inner[0] in _COUNTS else "Campaign")
        if not rule:
            continue
        called = text[start:stop] if explained is None or stop == end else text[start:end] + text[explained.end() : stop]
        name = unquote(called.replace("”的", "").replace("’的", ""))
        value = InitiativeValue(name, unquote(inner), subtype)
        yield Mention(Kind.INITIATIVE, start, stop, text[start:stop], rule, score, value)


# “四联”|（人员联动、纠纷联调、治安联防、环境联治）|工作法: what a name stands for, before its type word.
_EXPLAINED = re.compile(r"[（(][^（）()“”。\n]{3,60}[）)]的?")
# 组织开展“衣旧情长”|家庭闲置衣物捐赠活动: whatever words lead up to what is carried out.
_DEED = re.compile(r"(?P<what>[一-龥]{2,16}?)(?:活动|行动)(?=[，。；、\n]|启动|暨|实施[计方]|$)")
# 开展文明单位“某某”|结对帮创活动, 以甲、乙为主要内容的“某某”|帮创活动: what may stand between the verb and the name.
_DEED_OF_KIND = re.compile(
    "(?:(?:开展|启动|实施|举办|组织|推进|部署|深化|谋划)了?[一-龥]{2,6}|谋划了?|为(?:主要)?(?:内容|主题|主线|目标)的)$"
)


_PLAIN_WORKS = re.compile("(?:重点|重大|标志性|规划|民生|水利|交通|能源|产业|建设){1,3}(?:项目|工程|任务)")
# 推行“农户+基地+企业”|产销一体化的模式
_MODE_BEHIND = re.compile(
    r"[一-龥]{2,10}的(?:新|发展|工作|治理|服务|管理|运营|经营)?(?:模式|机制|工作法|体系|制度|格局)(?=[，。；、])"
)


def _deed_after(text: str, end: int) -> int | None:
    """Where the deed ends that a quotation names and a verb of carrying out stands before; None for a sentence that goes on."""
    deed = _DEED.match(text, end)
    pieces = words().cut(deed["what"]) if deed is not None else ()
    goes_on = any(p in SENTENCE_WORDS or p in CARRYING_VERBS or words().tag(p)[0] in "pcurdf" for p in pieces)
    return None if deed is None or goes_on else deed.end()


def _works_as_scheme(text: str, body: Mention) -> bool:
    """“同心同德”党建联盟 is how neighbours work together, too; 建起“社区e站”服务站: a service that is set going."""
    return body.text.endswith("”党建联盟") or (body.text.endswith("”服务站") and launch_before(text, body.start))


# 探索出治水的|“泉林模式”.
_MODE_OF = re.compile(
    r"(?:探索|形成|创新|打造|推行|推广|实行|建立|创立|总结|走出|创造|复制|构建|创建|深化)(?:了|出|形成|实施){0,2}[^，。；“”]{0,16}$"
)
_LEARNS = ("学习", "借鉴", "参照", "引进", "对标", "学", "取经")


def _is_own_mode(text: str, inner: str, start: int, found: Found) -> bool:
    """农村电商|“某县模式”: a way of working that bears the name of a district of the article, and is not learnt from it."""
    head = inner.removesuffix("模式")
    places = (place.value for place in found.of(Kind.DISTRICT) if place.start != start + 1)
    own = any(isinstance(value, PlaceValue) and len(head) > 1 and value.name.startswith(head) for value in places)
    return own and not text.endswith(_LEARNS, 0, start)


# 捐赠|“春蕾助学”资金|100万元: money that is given under a name, not 落实“三保”资金.
_FUND = re.compile(r"(?:资金|善款|款)(?=[\d，。；、]|共|总)")
_GIVES = re.compile(r"(?:捐赠?|捐出|捐助|发放|设立|捐献|颁发|赠送|送上|送去)(?:了)?[^，。；“”]{0,4}$")
_QUOTE = needing("‘ “", r"[“‘]([^“”‘’\n。！？]{2,30})[”’]")


def _called_next(text: str, at: int) -> bool:
    """Whether a quotation that a type word follows begins at ``at``."""
    follower = _QUOTE.match(text, at)
    return follower is not None and _type_after(text, follower.end()) is not None


_NESTED = needing("’", r"“([^“”‘’\n。！？，]{0,12}‘[^“”‘’\n]{1,10}’[^“”‘’\n。！？，]{0,10})”")


def _quotations(text: str) -> Iterator[re.Match[str]]:
    """The quotations of a text; one that holds another counts as a whole where a type word stands behind it."""
    after = 0
    nested = {match.start(): match for match in _NESTED.finditer(text) if _type_after(text, match.end())}
    for match in _QUOTE.finditer(text):
        whole = next((n for at, n in nested.items() if at <= match.start() < n.end()), None)
        if whole is not None and whole.start() >= after:
            yield whole
        elif match.start() >= after:
            yield match
        after = whole.end() if whole is not None else after


@lru_cache(maxsize=2)
def _after_quote(shortest: int = 1) -> re.Pattern[str]:
    names = sorted((name for name, _, _ in TYPES.rows if len(name) >= shortest), key=lambda n: (-len(n), n))
    return re.compile(
        r"的?(?:[一-龥]{0,14}?)(改革|计划|预案|品牌创建|实施方案|"
        + "|".join(map(re.escape, names))
        + r")(?!区|员|补|部(?!署)|化|经理|队|志愿者|居民|工作者|民警|(?<=警务)[室站处])"
    )


_THEN_TYPE = re.compile(
    r"(?:治理|管理|服务|运行|监管|调解|化解|帮扶|党建|工作|议事|联动){1,2}(?:模式|机制|体系|制度|品牌)|"
    r"(?:志愿|公益|主题|系列|专项|集中|联合|文化|惠民|便民|宣传|慰问|走访|巡查|宣防|统一|服务|整治|打击|教育|实践|创建|宣讲|竞赛|评选|展示|体验|巡回){1,3}(?:行动|活动)"
)
_MORE_TYPE = re.compile(
    "行动计划|中心(?:建设)?(?:项目|工程)|(?:铁路|公路|轨道)网|招聘(?:会|活动)|新?(?:工作)?(?:模式|机制|体系|平台|格局)|行动|活动|工程|机制|模式|制度|平台|项目|套餐|品牌|体系|课程"
)
# Types that may stand behind “…”的.
_AFTER_OF = (
    "模式",
    "机制",
    "工作法",
    "做法",
    "体系",
    "制度",
    "格局",
    "平台",
    "小程序",
    "方式",
    "行动",
    "活动",
    "工程",
    "项目",
    "改革",
)
# “一个项目、一名领导”的|包抓制度: verbs of answering for something, which the dictionary cuts in two.
_ANSWERS_FOR = re.compile("(?:包[抓保联干挂案帮驻]|[分帮挂联]包|挂[联点钩牌]|联[系包点]|领办|交办|督办|代办|帮办)+$")
_ACTORS = ("志愿者", "网格员", "队员", "党员", "民警", "干部", "医生", "教师", "队伍")
_GOES_ON = re.compile("(?![的在是已将等和与及为也建项被创试治服])[一-龥]")
# What a name is made into, or counted as: no part of it.
_MADE_INTO = re.compile(
    r"(?:源于|源自|始于|起源于|得名于|来自于|做成|打造|建成|变成|作为|列为|列入|纳入|成为|升级|延伸|叩开|敲开|打开|照亮|温暖|点亮|走进|助力|赋能|激活|撬动|引领|擦亮|铺就|唤醒|破解|第[一二三四五六七八九十\d]+批|[一二两三四五六七八九十\d]+(?:个|大|项|类|种|支|条|张|份|款|套|期|场|名))"
)
# “某某”主动治理|清单: how, and what is done.
_WILLING = frozenset(("主动", "全程", "专项", "动态", "闭环", "联动", "协同", "综合"))
_WORK_LIST = re.compile("(?:治理|督办|管理|服务|监管|整改|处置|监督|化解|帮扶|推进|调度)(?:清单|台账|机制|模式|体系|制度)")
# Types that stand at a name's end only: what leads up to them may be a verb or a number (“某某妈妈”牵手百名儿童|活动).
_STRONG_TYPES = ("活动", "行动", "工程", "计划", "专项行动", "公益活动", "志愿服务活动")


# 对“牛皮癣”进行|集中清理: what is done to a thing, whose name goes no further.
_DONE_TO = re.compile("(?:等|式|类|的)?[一-龥]{0,4}?(?:进行(?![曲时])|予以|加以|给予|作出)")


_SHOWN_HOW = re.compile("(?:[成效]果|作品|图片|书画|摄影)展|(?:探索|闯出|走出|蹚出|开辟|拓宽)(?=[一-龥]{2})")


_SPANS = ("本月", "当月", "上月", "每月", "本周", "每周", "上周", "本日", "当日")


def _type_after(text: str, end: int) -> tuple[int, str] | None:
    match = _after_quote().match(text, end)
    if (
        match is not None
        and len(match.group(1)) == 1
        and (
            _of_word(text, match)
            or not cuts_at(text, end, match.end())
            or (match.group(1) == "年" and text[match.start(1) - 1] in "两三四五六七八九十")  # “甲”三|年|突破行动
            or (match.group(1) == "法" and text[match.start(1) - 1] in "送普执司守用学讲宣")  # “某某”送|法|进校园活动
        )
    ):
        match = _after_quote(2).match(text, end)  # “好再来”灯火通|明, “三包四联”群|众工作法
    if match is None:
        return None
    if text.startswith(_SPANS, match.start(1) - 1):
        return None  # “关爱老人”志愿者|本月|第二次来
    middle = _PHASE_OR_WHOM.sub("", text[end : match.start(1)].removeprefix("的"))
    if _DONE_TO.match(middle):
        return None  # 对“牛皮癣”|进行|清理
    stops = _in_strong if match.group(1) in _STRONG_TYPES else _in_weak
    pieces = words().cut(middle) if middle else ()
    if len(pieces) == 1 and middle in _WILLING and (listed := _WORK_LIST.match(text, match.start(1))) is not None:
        return listed.end(), "Mechanism"  # “某某”主动|治理清单
    if any(stops(piece) for piece in pieces) and not _ANSWERS_FOR.match(middle):
        return None
    if _SHOWN_HOW.search(middle):
        return None  # “乡村工匠”作品展|探索传承|新路径
    if middle.startswith(_ACTORS) and match.group(1) in WEAK_TYPES:
        return None  # “某某”志愿者|入户排查: who does it
    if middle and (_MADE_INTO.match(middle) or "团队" in middle):
        return None  # 把“某某”做成|常态化项目, “某某”三个|服务台
    if _RANK_OF_WORK.fullmatch(text, end, match.end()) is not None:
        return None  # 服务“三农”的|样板工程: how much a work matters
    if text.startswith("的", end) and not match.group(1).endswith(_AFTER_OF):
        return None  # “三资”管理的|实施方案: a document about it
    if match.group(1) == "社区" and _GOES_ON.match(text, match.end()):
        system = _OF_COMMUNITY.match(text, match.end())  # “五包一”社区|管控责任制
        return (system.end(), "Mechanism") if system is not None else None  # “一核两翼”社区|文明实践站
    if len(match.group(1)) == 1 and 2 <= len(middle) + 1 <= 3 and scorer().is_name(text[end : match.end()], 2.0):
        return None  # “某某”书记|董秀云
    if match.group(1) == "周" and match.start(1) == end and text[end - 2] in "人兵星范手士师生员":
        return None  # “沁县好人”|周某某
    if match.group(1) == "运动" and text.startswith(("会", "场", "员", "队"), match.end()):
        return None  # “某某”秋季田径运动|会
    if match.group(1) == "卡" and text[match.start(1) - 1] == "关":
        return None
    if match.group(1) == "节" and text[match.start(1) - 1] in "时季环关细春双情礼":
        return None  # “三夏”|时节
    if match.group(1) in WEAK_TYPES and text.startswith("成", match.end()) and not text.startswith(RESULTS, match.end()):
        return None  # 将“巴掌田”改造|成良田
    if match.group(1) == "部署" and middle in kind_of() and text.startswith(("以来", "后", "会"), match.end()):
        return match.start(1), kind_of()[middle]  # 自“某某”专项行动|部署以来
    if match.group(1) == "部署" and not middle and text.startswith(("以来", "后", "会", "推进会", "动员"), match.end()):
        inner = _inside_type(YEAR_TAIL.sub("", text[text.rfind("“", 0, end) + 1 : end - 1]))
        if inner:
            return end, inner  # “某某行动2021”|部署会
    if match.group(1) not in _STRONG_TYPES and (deed := _deed_behind(text, match.end())) is not None:
        return deed, "Campaign"  # “某某”法律服务|进企业活动
    more = _MORE_TYPE.match(text, match.end()) or _THEN_TYPE.match(text, match.end())  # “四好农村路”建设|行动
    if more is not None and not match.group(1).endswith(more.group()):
        return more.end(), kind_of().get(more.group()[-2:], "Service")  # “1+3”网格|治理模式
    return match.end(), kind_of()[match.group(1)]


# “某某”帮扶|计划, “某某”反诈宣传|进社区活动: what stands behind a type word where the name goes on to what is carried out.
_DEED_BEHIND = re.compile(
    r"(?P<what>(?:[一-龥]{0,4}?[进入到下][一-龥]{2,3}|[一-龥]{0,9}?)(?<![的等]))(?:行动计划|工作计划|活动月|活动周|活动|行动|计划)"
    r"(?=[，。；：、）“”\n]|启动|暨|现场|动员|推进会|总结|实施方案|以来|是[一由为]|中[，的]|在|于|正式|举[行办]|$)"
)
_HELD_NOT_NAMED = frozenset(
    (
        "开展",
        "举办",
        "举行",
        "组织",
        "启动",
        "实施",
        "推进",
        "参加",
        "参与",
        "等",
        "各项",
        "系列",
        "有关",
        "相关",
        "工作",
        "多项",
        "两项",
    )
)


def _deed_behind(text: str, end: int) -> int | None:
    """Where the campaign ends whose name goes on behind a type word; None where none does: “某某”品牌|，开展活动."""
    deed = _DEED_BEHIND.match(text, end)
    pieces = words().cut(deed["what"]) if deed is not None and deed["what"] else ()
    told = any(p in SENTENCE_WORDS or p in _HELD_NOT_NAMED or words().tag(p)[0] in "pcurdf" for p in pieces)
    return None if deed is None or told else deed.end()


_RANK_OF_WORK = re.compile(
    "的(?:样板|示范|标杆|标志性?|民生|民心|惠民|利民|便民|富民|德政|放心|暖心|幸福|精品|优质|品牌|亮点|系统|基础|基础性|先导|龙头|支柱|骨干|一号|头号|"
    "重点|重大|关键|引领|引领性|代表性|战略|战略性|牵引性|[、和]){1,4}(?:工程|项目)"
)
_PHASE_OR_WHOM = re.compile("^第?[一二三四五]期|^为[老农企民侨军兵]")  # “甲”|二期|平台, “乙”|为老|服务
_OF_COMMUNITY = re.compile("[一-龥]{2,6}?(?:责任制|机制|制度|模式|体系|工作法)")
_BRACKET = re.compile(r"（[^（）]{1,6}）")
_LAUNCH = re.compile(
    r"(?:推行|推出|创建|启动|开展|实施|推广|创新|探索|打造|上线|开通|开设|创办|构建|建立|依托|运用|落实|推进|深化|实行|建设|采取|施行|举办|首创|践行|扎实推进|完善|压实|按照|坚持|擦亮|"
    r"发起|设立|用好|(?:做[实强优深细精大]){1,3}|抓[实好]|形成|织密|丰富|搭建|建起|办起)"
    r"(?:了|出|起|以|的|本市|全市|全区|全县|全镇|各具特色的|形式多样的|丰富多彩的|一系列|系列|防控排查和|“[^“”]{1,14}”[、和]?){0,2}$"
)
# 探索建立环境卫生|“红黑榜”, 在院坝里开|“坝坝会”.
_SETS_UP = re.compile(
    r"(?:(?:建立|推行|实行|设置|设立|开设|开办|办起|办好|召开|举办|搭建|组织|创办|推广)(?:了|起|好)?[一-龥]{0,6}|[里上中]开)$"
)
# 发放|“复工贷”: what is handed out, or used, under a name.
_HANDED_OUT = re.compile(
    r"(?:发放|办理|申领|领取|用好|推出|推行|推广|开发|上线|投放|获批|申请|使用|启用|扫描?|开通|升级|创新|打造|建设|创设|设计|研发|依托|借助|通过|凭|试行|首创)"
    r"(?:了|的|出|到)?(?:首[笔单张])?$"
)
# “安居码”|正式上线: what is put to use under a name.
_PUT_TO_USE = re.compile("(?:正式|成功|全面|已|率先)*(?:上线|投用|投入使用|启用|落地|开通|问世)")
_MONEY_GIVEN = ("贷款", "补贴", "津贴", "助学金", "奖学金", "基金", "保险", "红包", "礼包", "信用证")
_COMMON_CODES = (
    "健康码",
    "行程码",
    "二维码",
    "场所码",
    "付款码",
    "收款码",
    "身份码",
    "消费券",
    "信用卡",
    "银行卡",
    "身份卡",
    "社保卡",
)
# 结合|“千名干部进万家”|工作: what is told of as work that is done.
_AS_WORK = re.compile(r"(?:[、和]?“[^“”\n]{2,16}”){0,4}(?:专项)?工作(?![者室站组法队台专人员])")
_WORKS_AT = re.compile(
    r"(?:结合|做好|抓好|围绕|部署|组织|参与|参加|持续|深入|检查|督查|督导|调研|听取|汇报|介绍|服务|推动|指导|了解|安排|统筹|谋划|助力)(?:了)?$"
)
# 按照某局“某某攻坚”的|统一部署: what a body above has ordered.
_ORDERED = re.compile(r"的?(?:统一|总体|有关|工作)?(?:部署|安排|要求|任务)")
_UNDER = re.compile(r"(?:按照|根据|落实|响应|贯彻)[^，。；“”]{2,16}$")
# 统筹推进|“两区同建”: a scheme of four characters that begins with a number, said to be carried out.
_RUNS = re.compile(
    r"(?:推行|推出|开展|实施|推进|推动|深化|启动|探索|创新|打响|打好|实行|首创|推广|创建)(?:了|以|出)?"
    r"(?:“[^“”\n]{2,12}”[、和与])?$"
)
# 招商引资、“两区同建”、|创新发展等方面.
_IN_FIELDS = re.compile(r"(?:[、和][^，。；“”]{2,8}){0,4}等(?:各?方面|重点工作|工作|领域)")
_CALLED = re.compile(r"(?:合称|统称|简称|称为|称作|概括为|叫作|叫做|总结为|归纳为|(?:归纳|总结|概括|提炼|固化)成)(?:为)?$")
_ONE_NUMERAL = re.compile(r"[一二三四五六七八九十两双百千万][一-龥]{3}")
# 是省委、省政府确定的|“项目攻坚年”, 把今年定为|“作风提升年”: what a year is given to.
_SET_AS = re.compile("(?:(?:确定|提出|部署|明确|安排)的|(?:确定|定|明确|列)为)$")
_AS_MEANS = re.compile(r"为(?:抓手|载体|品牌|引领|平台|契机|主线|依托|重点|切入点|牵引|总抓手|主抓手|突破口|目标|核心)")
# 用好|“六联六帮”|这个抓手: a scheme that is a tool; 抓好|“项目建设”|这个抓手 is a field of work.
_AS_TOOL = re.compile("这一?[个项]?(?:有[力效]|重要|创新|特色|好)?的?(?:抓手|载体|做法|制度|机制|模式|工作法|举措|招牌)")
_FIELD_OF_WORK = re.compile("[一-龥]*(?:建设|发展|环境|引资|工作|管理|投资|产业|党建|环保|生产|振兴|农村|经济|改革|治理)")
# “大学生社区实践基地”|也在当天挂牌: a base or station that begins its work with a board.
_BASE = re.compile("[一-龥]{2,}(?:基地|教学点|实践点|实习点|实训点|联系点|监测点|观测点|体验点|志愿站|实践站)$")
_UNVEILED = re.compile(
    r"(?:也|均|都|同时|同步|正式|随后|随即|一并|于?(?:\d+月)?\d+日|在?当[天日场]){0,2}(?:在[^，。；在]{1,12}?)?"
    "(?:挂牌(?!督办)|揭牌|揭幕|授牌|落成|启用)"
)
# 社会治理上的“六联共建”: what is done in a field of work.
_IN_FIELD = re.compile(
    r"(?:治理|建设|服务|管理|党建|工作|发展|教育|防控|监督|监管|帮扶|调解|执法|审批|招商)(?:上|中|方面|领域)的$"
)
_BUILD_QUOTED = re.compile(r"(?:建设|打造|新建|兴建|规划|共建|建起|建成|创建)(?:了|起|出|成)?$")
_BUILT_QUOTED = re.compile(
    r"[^，。；]{2,14}(?:牧场|走廊|长廊|基地|产业园|小镇|综合体|示范带|示范区|片区|公园|街区|广场|绿道|环线|工厂|车间|农场|田园|社区|港|谷|市集|学院|客厅|花园|果园|茶园|园区|步道)"
)
# “某某”社区|服务主题活动: what a longer type goes on with.
_MADE_OF = re.compile("“[^“”\\n]{2,40}”的$")
_METAPHOR = re.compile(
    r"(?:筑牢|筑起|织密|织牢|拧紧|守好|守住|下好|走好|打好|当好|念好|唱好|扛住|拿出|变成|成为|充当|化身|当起|系好|扎紧|吹响|敲响|按下|跑出|交出|绘就|奏响|打通|端稳|扣好|争当|争做|种下|"
    r"解开|种好|撑起|做到|确保|实现|夺取)(?:了|起|出|好|的)?$"
)
_NO_NAME = re.compile(
    r"[，！：…]|[0-9][.·月日]|^(?:这|那|不|要|我|你|他|她|从|最|只|没|有|是|让|把|被|去|在|给|多|小|大)(?![爱家手讲学走])|[了吗呢吧啊嘛]$"
)


# 抓住|“八大行业整治”|不放: as many things as are put in order.
_BIG_CAMPAIGN = re.compile("[一二三四五六七八九十]大[一-龥]{2,8}?(?:整治|治理|攻坚|清零|整改|提升|创建)")
_PRESSED = re.compile("(?:抓[住牢紧实好]|紧盯|紧扣|聚焦|突出|围绕|扭住|咬定|打[好赢]|参与|投身)了?$")


# “税务管家”|团队: who does it.
_TEAM = re.compile("(?:服务|志愿|党员|青年|专业|讲解|宣讲|巡逻|调解)*(?:团队|队伍|小组|班组)")
# 某镇的|“板凳会”, 某公司的|“村网共建”工作: whose it is.
_OF_UNIT = re.compile("(?:[镇乡村县区市旗]|社区|街道|[局院所校]|公司|集团|法庭|支部|党委)的$")
# 开发的气象小程序|“知天农”, 创新推出警务模式|“五色巡防”: the type word stands before the name.
_TYPE_BEFORE = re.compile(
    r"(?:小程序|公众号|视频号|客户端|APP|App|(?:信贷|贷款|金融|融资|保险)产品|"
    r"(?:(?:推出|推行|打造|创建|创立|形成|探索|创新|培育|启动|实施|开展|建立|搭建|开发|研发|擦亮|叫响|主办|发起)(?:了|出|的)?[^，。；、“”]{1,14}?)"
    r"(?P<kind>品牌|模式|机制|工作法|项目|行动|活动|工程|服务|课程|栏目|平台|系统))$"
)
_SUBTYPES_BEFORE = {
    "品牌": "Mechanism",
    "模式": "Mechanism",
    "机制": "Mechanism",
    "工作法": "Mechanism",
    "项目": "Service",
    "行动": "Campaign",
    "活动": "Campaign",
    "工程": "Campaign",
}
_GOES_ON_SO = ("起来", "了", "得", "出来", "上来", "下去", "进去")  # 让服务机制“转起来”|了


_ROUNDS_OF = re.compile("[一-龥]{2,4}[二三四五六七八九十]进")
# 打造覆盖8个乡镇的|“滨江新城”, 立起甲村|“福禄小镇”、乙村“画材小镇”: what is built or planned under its name.
_PLANNED_PLACE = re.compile(
    "[一-龥A-Z·]{2,10}(?:新城|小镇|走廊|长廊|产业带|示范带|经济带|商圈|绿道|环线|街区|综合体|度假区|智谷|硅谷|智造谷)"
)
_PLANS_PLACE = re.compile("(?:打造|建设|建成|规划|兴建|立起|建起|推出|推进|创建|开发)(?!成|为)(?:了|出)?[^，。；、“”]{0,14}$")
_LISTED_BEFORE = re.compile("(?:“[^“”\\n]{2,14}”(?:[、和与及][^，。；、“”]{0,8}))+$")


def _untyped(text: str, inner: str, start: int, end: int, headlines: str) -> tuple[str, float, str]:
    before = text[max(0, start - 24) : start]
    made_of = _MADE_OF.search(text, max(0, start - 44), start) if before.endswith("”的") else None
    before = text[max(0, made_of.start() - 24) : made_of.start()] if made_of is not None else before
    if _METAPHOR.search(before) or _TEAM.match(text, end):
        return "", 0.0, ""
    scheme = bool(_SCHEME.match(_BRACKET.sub("", inner) if "（" in inner else inner)) and len(inner) <= 14
    means = len(inner) > 2 and bool(_AS_MEANS.match(text, end)) and before.endswith("以")
    if 4 <= len(inner) <= 10 and _AS_TOOL.match(text, end) and not _FIELD_OF_WORK.fullmatch(inner):
        return "initiatives.as_tool", 0.75, "Mechanism"
    launch = bool(_LAUNCH.search(before))
    offered = bool(_OFFERED.search(before))
    if scheme and (
        launch
        or means
        or _CALLED.search(before)
        or "“" + inner + "”" in text[:start]
        or text.count("“" + inner + "”") > 1
        or len(inner) >= 3
    ):
        return "initiatives.scheme", 0.85 if launch or means else 0.7, "Mechanism"
    if _ORDERED.match(text, end) and _UNDER.search(before) and 4 <= len(inner) <= 10 and "，" not in inner:
        return "initiatives.ordered", 0.7, _inside_type(inner) or "Campaign"
    if is_one_of(text, inner, end):
        return "initiatives.one_of", 0.7, "Project"
    if _ROUNDS_OF.fullmatch(inner) and not text.startswith("的", end):
        return "initiatives.scheme", 0.75, "Campaign"  # “法律七进”
    if _PLANNED_PLACE.fullmatch(inner) and _PLANS_PLACE.search(_LISTED_BEFORE.sub("", text[max(0, start - 60) : start])):
        return "initiatives.planned_place", 0.7, "Project"
    if _ONE_NUMERAL.fullmatch(inner) and (_RUNS.search(before) or _IN_FIELDS.match(text, end)):
        return "initiatives.scheme", 0.75, "Mechanism"
    if _BIG_CAMPAIGN.fullmatch(inner) and (launch or _RUNS.search(before) or _PRESSED.search(before)):
        return "initiatives.scheme", 0.75, "Campaign"
    if _IN_FIELD.search(before) and inner[0] in "一二三四五六七八九十两双百千万" and 4 <= len(inner) <= 10:
        return "initiatives.scheme", 0.7, "Mechanism"
    if (
        4 <= len(inner) <= 8
        and inner[-1] == "年"
        and inner[-2] not in "之周"
        and not inner[0].isdigit()
        and _SET_AS.search(before)
    ):
        return "initiatives.of_year", 0.75, "Campaign"
    inside = _inside_type(inner)
    kind = _TYPE_BEFORE.search(before) if 3 <= len(inner) <= 12 and not inner.endswith(IMAGES) and "，" not in inner else None
    if kind is not None and not text.startswith(_GOES_ON_SO, end):
        return "initiatives.type_before", 0.74, inside or _SUBTYPES_BEFORE.get(kind["kind"] or "", "Service")
    paid = (inner[-1] in "贷券码卡保" or inner.endswith(_MONEY_GIVEN)) and not inner.endswith(IMAGES)
    if len(inner) >= 3 and paid and inner not in _COMMON_CODES and (_HANDED_OUT.search(before) or _PUT_TO_USE.match(text, end)):
        return "initiatives.named", 0.75, "Service"
    short = len(inner) == 3 and (_SETS_UP.search(before) or _OF_UNIT.search(before))
    if inside and (len(inner) >= 4 or inner.endswith("长制") or short):
        return "initiatives.named", 0.75, inside
    if _BASE.search(inner) and _UNVEILED.match(text, end):
        return "initiatives.unveiled", 0.7, "Project"
    listed = listed_as(text, inner, start, end)
    if listed:
        return "initiatives.listed", 0.72, listed
    if _BUILD_QUOTED.search(before) and _BUILT_QUOTED.fullmatch(inner):
        return "initiatives.built", 0.7, "Project"
    if means or offered or STRONG.search(before) or are_alike(text, inner, start):
        return "initiatives.launched", 0.75, "Mechanism" if inner.endswith(("制", "法")) else "Campaign"
    worked = launch or _WORKS_AT.search(before) is not None or _OF_UNIT.search(before) is not None
    works = _AS_WORK.match(text, end)
    worked = worked or (works is not None and works.group().endswith("专项工作"))  # “治欠保支”|专项工作: run as one
    if worked and len(inner) >= 4 and not inner.endswith(IMAGES) and inner[:2] != "最后" and works is not None:
        return "initiatives.work", 0.72, "Campaign"
    if (
        3 <= len(inner) <= 10
        and not inner.endswith(IMAGES)
        and _heads(text, inner, headlines)
        and text.count("“" + inner + "”") > 1
        and "，" not in inner
    ):
        return "initiatives.headline", 0.65, "Campaign"
    if launch and text.count("“" + inner + "”") > 1 and not inner.endswith(_NOT_NAMES):
        return "initiatives.launched", 0.7, "Campaign"
    if _GOES_INTO.match(text, end) and 4 <= len(inner) <= 12 and "，" not in inner and not inner.endswith(IMAGES):
        return "initiatives.opened", 0.72, "Service"
    if 3 <= len(inner) <= 12 and _is_run(text, inner, before, end):
        return "initiatives.carried_on", 0.66, "Campaign"
    made = _MADE_AS_A.match(text, end) if 3 <= len(inner) <= 12 else None
    if made is not None:
        return "initiatives.told_what", 0.72, kind_of().get(made[1], "Mechanism")
    chained = inner.count("+") > 1
    if not 3 <= len(inner) <= 16 or (inner.endswith(_NOT_NAMES) and not chained) or _NO_NAME.search(inner):
        return "", 0.0, ""
    return _by_context(text, inner, start, end, len(headlines), inside)


# 试点|“全科社工”|，深化|“邻里汇”|等: what is carried on under a name, and no more is said of what it is.
_CARRIES_ON = re.compile(
    "(?:试点|试行|试水|深化|探索|推进|践行|打响|叫响|参与|投身|率先提出|创新提出)(?:了|出|起)?(?:“[^“”]{3,12}”[、和与])?$"
)
_ENDS_THERE = re.compile("[，。、；]|等|和|与|$")


def _is_run(text: str, inner: str, before: str, end: int) -> bool:
    """Whether a verb right before and a mark right behind show that a quotation names what is carried on."""
    plain = "，" not in inner and not inner.endswith(_NOT_NAMES) and _NO_NAME.search(inner) is None and inner not in _MANNERS
    plain = plain and (len(inner) > 3 or "试" in before[-3:])
    return plain and _CARRIES_ON.search(before) is not None and _ENDS_THERE.match(text, end) is not None


# “某某”启动仪式, “某某”现场推进会: what is opened, or told of, under its name.
_OPENED = re.compile(
    "(?=[项工活行计集现首推测观交动启发授揭签开上总颁])"
    r"(?:项目|工程|活动|行动|计划|工作)?(?:集中|现场|工作|首发|首批)*"
    r"(?:推进|测评|观摩|交流|动员|启动|发放|授牌|发布|签约|开工|上线|开班|总结|颁发){1,2}(?:会|仪式|大会)"
)
# 定下“某某”的|路子.
_WAY = re.compile(r"的(?:[一-龥]{2,4})?(?:路子|打法|做法|办法|经验)")
_TAKES_WAY = re.compile(
    r"(?:定下|走出|实行|推行|采取|探索|创新|总结|形成|采用|按照|坚持|借鉴|推广|摸索|商量|琢磨|闯|蹚|趟|探)(?:了|出|一条|实施|推行)*$"
)
# “某某”|是一项关爱职工的活动.
_IS_A = re.compile(
    r"，?是(?!由)(?:[^，。；“”]{0,40}?[的项个种大])?[^，。；“”的]{0,8}?(活动|行动|工程|项目|举措|服务|品牌|机制|制度|模式|平台)(?=[，。；])"
)
# “某某”|是某镇为…而推出的一项举措, “某某”|是某院打造的检察品牌.
_MADE_AS_A = re.compile(
    "，?(?:正)?是(?!由)[^。；“”]{2,70}?(?:推出|打造|推行|探索|创新|实施|开展|首创|建立|创建|创设|创办|培育|创立|开设|开通|设立|上线|发起)(?:推行|实施|推出|打造|建立|开展)?"
    r"的(?:[一首]|又一)?[项种个大款]?[^，。；“”的]{0,8}?(活动|行动|工程|项目|举措|服务|品牌|机制|制度|模式|平台|办法|做法|工作法|载体)(?=[，。；])"
)
# 推动“某某”|向小区延伸.
_GOES_FURTHER = re.compile(
    "(?=[向走落提扩增全])(?:向[^，。；]{2,12}(?:延伸|发展|拓展|迈进|覆盖|下沉|转变)|走深|走实|落地|提质|扩面|增效|全覆盖)"
)
# “某某”|办进12个小区: what is opened in many places.
_GOES_INTO = re.compile("[办建开设搬][进到]了?[^，。；“]{0,8}?(?:社区|村|校园|企业|田间|小区|学校|园区|乡镇|街道|门口|工地|景区)")
# “某某”|守平安: what a headline says that a scheme does.
_HEADLINE_DOES = re.compile(
    "[守把连破解激点鼓让送助聚架铺打敲叩唤照暖托撑护织绘带引串赋添汇惠增促开](?![“])|化解|赋能|上线|启动|落地|走进|搬进|进[村校企社校园]|见实效|出实招"
)
_NO_SCHEME_BEHIND = re.compile(
    "牌|商标|(?:重点)?[提议]案|品种|人员|专案|台风|病毒|的[他她]|字样|二字|三字|四字|锦旗|横幅|这|称号|荣誉"
)
_NO_SCHEME_BEFORE = (
    "台风",
    "以",
    "写着",
    "写有",
    "绣着",
    "印有",
    "题为",
    "主题为",
    "主题是",
    "获评",
    "荣获",
    "叫她",
    "叫他",
    "喊他",
    "喊她",
    "所谓",
    "人称",
    "绰号",
    "外号",
    "戏称",
    "俗称",
)


def _by_context(text: str, inner: str, start: int, end: int, body: int, inside: str) -> tuple[str, float, str]:
    """A name that no verb and no type word tells: what is opened under it, or goes on, or is told of again and again."""
    if _OPENED.match(text, end) or (_WAY.match(text, end) and _TAKES_WAY.search(text, max(0, start - 12), start)):
        return "initiatives.opened", 0.72, "Campaign"
    told = _IS_A.match(text, end) if len(inner) > 3 else None
    if told is not None:
        return "initiatives.told_what", 0.72, kind_of().get(told[1], "Campaign")
    if _GOES_FURTHER.match(text, end) and text.endswith(("推动", "推进", "深化", "促进", "持续推动"), 0, start):
        return "initiatives.furthered", 0.72, "Campaign"
    beside = text[start - 1 : start] == "”" or text[end : end + 1] == "“"
    if (
        len(inner) < (3 if inside or beside else 4)
        or len(inner) > 12
        or _NO_SCHEME_BEHIND.match(text, end)
        or text.endswith(_NO_SCHEME_BEFORE, 0, start)
    ):
        return "", 0.0, ""
    if start < body and (not start or text[start - 1] in "\n：:") and _HEADLINE_DOES.match(text, end):
        return "initiatives.headline", 0.65, inside or "Campaign"
    if text.count(f"“{inner}”") > 1:
        return "initiatives.repeated", 0.62, "Campaign"
    return "", 0.0, ""


_SERIES = needing(
    "《",
    r"《([^《》\n]{2,24})(?<![日晚早]报)》(?:系列(?:专题)?(?:报道|访谈|宣传片|微视频)|(?:系列)?(?:课程|节目|栏目|讲座|公开课|微课|短视频|活动))",
)


def find_series(text: str) -> Iterator[Mention]:
    """Series of lessons, programmes or talks by their titles: 《某某》|系列公开课."""
    for match in _SERIES.finditer(text):
        value = InitiativeValue(match.group(), match.group(1), "Service")
        yield Mention(Kind.INITIATIVE, match.start(), match.end(), match.group(), "initiatives.series", 0.8, value)


_PRAISED = ("优秀", "最美", "先进", "十佳", "十大", "百佳", "最佳", "文明", "模范", "五好", "五星", "星级", "示范")
# “甲”“乙”|3个志愿服务队, “丙”|牌匾, “丁”|展厅: teams, what is handed over, what is shown.
_NO_DEED_BEHIND = re.compile(
    "(?:[、和及与]?“[^“”\n]{2,20}”){0,6}等?(?:\\d+|[一二三四五六七八九十两多]+)?[个支名块面]?[一-龥]{0,6}?"
    "(?:队伍?|队员|病房|病区|教室|牌匾|匾牌|奖牌|标牌|锦旗|称号|团队|分会场|字样|板块|版块|模块|功能|展厅|展区|展板|展室)(?![长列])"
)
_SETS_OF_PEOPLE = ("室", "会议", "联络站", "指挥部", "专班", "领导小组")
_PRAISES = re.compile("(?:评选|选树|评出|选出|表彰|授予|评为|获评|命名|推荐|争当|争做|荣获|获得|当选|称号|颁奖|颁发|获奖)")


def _may_be_name(text: str, inner: str, start: int, end: int) -> bool:
    """Whether nothing speaks so surely against a name that its weights need not be asked."""
    if (
        len(inner) < 3
        or inner.endswith(_NOT_NAMES)
        or _NO_NAME.search(inner)
        or _METAPHOR.search(text, max(0, start - 24), start)
    ):
        return False
    if _NO_SCHEME_BEHIND.match(text, end) or text.endswith(_NO_SCHEME_BEFORE, 0, start) or _POPULATION.match(text, end):
        return False
    if inner.endswith(_SETS_OF_PEOPLE) or _NO_DEED_BEHIND.match(text, end):
        return False
    return not (inner.startswith(_PRAISED) and _PRAISES.search(text, max(0, start - 60), end + 60))


def _of_crowd(text: str, inner: str) -> bool:
    """Whether a quoted word is elsewhere said of people or firms: a class of them."""
    quoted, at = f"“{inner}”", -1
    while (at := text.find(quoted, at + 1)) >= 0:
        if _POPULATION.match(text, at + len(quoted)):
            return True
    return False


_USUAL_WORDS = seeds.word_list("no_type_ends")


def _of_word(text: str, match: re.Match[str]) -> bool:
    """“某某”老|年助餐, “某某”交|通执法: whether a type of one character only ends an ordinary word."""
    return match.start(1) > match.start() and text[match.start(1) - 1 : match.end()] in _USUAL_WORDS


def _in_weak(piece: str) -> bool:
    return ends_walk(piece, True)


def _in_strong(piece: str) -> bool:
    counted = len(piece) > 1 and words().tag(piece) == "m"
    return ends_walk(piece, True) and not counted


_CARRIED = re.compile(r"(?:推行|实施|开展|启动|上线|运行|试点|推广)")
# 都叫她“板车书记”, “板车书记”和她的“蓝围裙”: what people are called by.
_SUBJECT_OF = re.compile(r"(?:重点|专题|主题|系列|专项)?(?:提案|议案|课题|讲座|座谈|会议|征文|论坛|征集|报告|建议)")
_NICKNAMED = re.compile(r"(?:[叫喊][^，。“”]{0,6}|[他她]的)$")


def _heads(text: str, inner: str, headlines: str) -> bool:
    """Whether a quoted name stands in the headline, or in a second line of it and the article says that it was carried out."""
    quoted = "“" + inner + "”"
    if quoted not in headlines:
        return False
    at = text.find(quoted)
    while at >= 0:
        if _SUBJECT_OF.match(text, at + len(quoted)):
            return False
        if _NICKNAMED.search(text, max(0, at - 8), at) or text.startswith(("和她", "和他"), at + len(quoted)):
            return False
        at = text.find(quoted, at + 1)
    if quoted in headlines[: headlines.find("\n") + 1]:
        return True
    at = text.find(quoted, len(headlines))
    return at >= 0 and bool(_CARRIED.match(text, at + len(quoted)) or launch_before(text, at))


_INSIDE = re.compile(
    "(?=[说评恳系调巷湖山片院户段单代河巡公帮服红医业会院坝屋板圆服林田街楼点票链警校所一专书云体保信公制券地基夜大学客小工巴平建托提攻文明机模治法活清热直码积窗管网联茶行计议讲课调贷超路车连通银食驿])"
    r"(?:(?P<Service>大篷车|工坊|巡回法庭|会客厅|院坝会|坝坝会|屋场会|板凳会|圆桌会|议事会|说事会|评理会|恳谈会|说事室|评理堂|调解室|系统|议事团|议事点|议事站|联络点|联络站|医联体|业委会|服务站|车间|夜校|直通车|驿站|管家|(?<![密号条数])码|一码通|平台|热线|课堂|超市|讲堂|学堂|食堂|书屋|议事厅|法庭|窗口|通道|专线|小程序|公众号|银行|客厅|驿家|云课|大集|专列|巴士|"
    r"公交|托管班|茶座|直播间|基金|信箱|小屋|书吧|专窗|专车|地图|讲习所|小喇叭|联系卡|连心卡|明白卡|券|贷|保)|(?P<Campaign>行动|工程|活动|计划|大会战|攻坚战|活动月|活动周|活动年|建设年|提升年|攻坚年|大比武|大走访|大讨论|小分队|大家访|文化节)|(?P<Project>(?:公益|服务|帮扶)项目)|"
    r"(?P<Mechanism>(?:(?:[路林田街楼点链警校所河巷湖山片院户段]|单元|网格)长|票决|积分|代办)制|红黑榜|工作法|模式|机制|工作室|制度|体系|路长制|积分制|网格|清单|专班|治理法|调解法))$"
)
# “惠企二十条”, “乡亲服务日”, “文化消费周”, “三步调处法”, “谈心室”: a kind that needs the word before it.
_INSIDE_LATE = re.compile(
    r"[一-龥]{2,}(?:(?P<Policy>(?:[一二三四五六七八九]?十[一二三四五六七八九]?|[五六七八九百]|\d{1,3})条)|"
    r"(?P<Campaign>(?:服务|志愿|接访|接待|活动|开放|清洁|体验|议事|协商|说事|宣传|调解|公益|奉献|走访|惠民|便民|恳谈|邻里|睦邻|敲门|民情|党员)日|"
    r"(?:合作|消费|文化|宣传|服务|购物|旅游|体验|时装|美食|设计|科技|推介|惠民|招聘|阅读|艺术|开放)周)|"
    r"(?P<Service>(?:聊天|谈心|倾诉|关爱|心语|悄悄话|候课)[室屋]))$|"
    r"[一二三四五六七八九十](?:步|环|联|定|度|维|心|情|诊|访|事)(?P<Mechanism>[一-龥]{1,4}法)$"
)


def _inside_type(inner: str) -> str:
    """The subtype of a quoted name whose type word stands inside the quotation marks: “寒冬行动”, “民心驿站”."""
    match = _INSIDE.search(inner) or _INSIDE_LATE.search(inner)
    return (match.lastgroup or "") if match is not None else ""


def launch_before(text: str, start: int) -> bool:
    """Whether a verb of carrying out stands right before a quotation."""
    return bool(_LAUNCH.search(text, max(0, start - 24), start))
