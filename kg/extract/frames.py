"""Frames: what a campaign or a thing to be built is named in, where its own words do not tell where its name begins.

The walk to the left (``edges``) stops at words that a name seldom holds. Three frames hold more than that: the object
of a verb of carrying out (启动|打击破坏古树名木违法犯罪专项行动), the items of a list of projects (15个项目，其中有甲、乙等),
and the things that are furthered in being built (保障甲电站、乙铁路某段|建设).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from kg import seeds
from kg.extract.edges import ends_walk, verb_stops
from kg.patterns import needing
from kg.words import words

# What a campaign's name ends with; the words before it that say of what manner it is belong to the name as well.
_TAIL = re.compile(
    "(?=[三专会保倍培大建引成扶振排提攻教整斗服歼清百综行资运集优伙健关创助合增孵守安就帮志扩护支改救激育能赋陪])"
    r"(?:专项行动|行动(?!计划|方案|起来|力|上|自觉|指南|派|纲领|迅速|不便|支部|组)|斗争(?!中|精神|性|的|经验|本领|史)|攻坚战|保卫战|歼灭战|大会战|会战|大排查大整治|大排查|大整治|大走访|大清查|大起底|"
    r"(?:振兴|提升|培养|培育|倍增|扶持|引才|成长|资助|攻坚|三年|支持|关爱|帮扶|助力|护航|赋能|伙伴|陪伴|守护|育才|培优|激励|孵化|合伙人|志愿服务|能力建设|改造|提质|扩容|增效|创业|就业|安居|健康|优化|救助)计划(?!生育|书|表|管理)|教育整顿|大清理|大比武|大练兵|百日攻坚|集中攻坚|集中整治|专项整治|综合整治|专项治理|排查整治|专项检查|专项清理|整治月|清洁月|攻坚月|提升年|攻坚年|建设年|服务年|"
    r"运动(?!会|员|场|鞋|服|项目|量|队|健康|中心|馆|公园))(?:活动|行动(?!计划|方案))?"
)
_VERB = re.compile(
    r"(?:开展|启动|实施|推进|部署|发起|掀起|开启|打响|打好|打赢|打胜|掀起|抓好|投入|组织|参与|参加|推动|展开|铺开|落实|深化|做好|组织开展|集中开展|牵头开展|列入|纳入|即|分别是|包括)(?:了|好|完|起)?"
)
# 社会|组织, 党|组织: bodies, where 组织 is no verb.
_BODIES_OF = ("社会", "党", "群团", "民间", "公益", "经济", "基层", "志愿", "各级", "新兴", "合作", "老年")
# What stands between the verb and the name.
_OPENING = re.compile(
    r"(?:(?:为期|历时)[^，。的]{1,8}的|全[省市县区旗州镇乡国](?:范围内?)?的?|[省市县区旗州镇乡]内|新一轮|一场(?:声势浩大)?的?|一次|系列|冬季行动|"
    r"(?:\d{4}年度?|今年|本年度)(?:首次|首轮|首批|第[一二三四五]批)?|(?:第[一二三四五]批)|"
    r"以[^，。的]{2,16}为(?:主题|主要内容|重点|内容)的|涉及[^，。的]{2,12}的|此次|本次|首次|多轮|一轮)+"
)
# A verb of carrying out, and right behind it one that only a name begins with.
_CARRIED = re.compile("(?:开展|启动|发起|掀起|打响|部署开展|组织开展)了?(?:深化|推动|推进|落实|做好|抓好|参与|投入)")
# 自|某某行动开展以来.
_SINCE = re.compile(r"[^，。；]{0,8}?以来")
_BROKEN = re.compile(r"[了着将把被对向是我他她它们这那该各每的、，。；：“”《》！？!?\n]|\d{1,4}(?:个|次|起|人|名|余)")
# 某某行动|正式启动: what is said of a campaign that is the subject.
_BEGUN = re.compile(
    r"(?:正式|全面|集中|统一|顺利|圆满|深入|扎实|持续)*(?:启动|开展|展开|铺开|打响|拉开|推进|收官|告捷)(?!会|以来|期间|情况|方案|要|力度)"
)
_TIME = re.compile(
    r"(?:近日|日前|昨日|今日|今年|去年|当天|[\d一二三四五六七八九十]+(?:年|月|日|时)|上午|下午|晚|起|全[县市区镇乡旗州]|我[县市区])*"
)
_LISTED = re.compile(r"(?:行动|活动|工程|项目|斗争|整治|治理|计划|机制|战)”?$")
# Words of which alone no campaign is named: 联合执法行动, 应急救援行动.
_PLAIN = seeds.word_list("plain_campaigns")
# 农资市场|检查|行动: what is done in a campaign, right before its kind.
_CHECKS = ("检查", "大检查", "督查", "巡查", "抽查", "清查")
_MIN, _MAX = 3, 24

# Projects listed: 新开工项目11个，分别是：甲，乙; 20个重点项目总投资…，其中有甲、乙等.
_PROJECTS_ARE = re.compile(
    "(?=[一七三主九二五八六分十参四实工开投推竣签落项合建招意在规0-9])(?:"
    r"(?:主|分)(?:会场|现场)(?=分别)|"
    r"(?:开工|签约|竣工|投产|落地|推进|实施|参加)的(?:重大|重点|工业|产业)?(?:项目|工程)(?=还|有|包括|分别|为|是)|"
    r"(?:(?:合作|投资|建设|签约|招商|意向|开工|在建|规划)|(?<![一-龥]))项目(?=包括)|"
    r"(?:项目|工程)(?:共|共有|共计)?(?:\d+|[一二三四五六七八九十]+)[个项]|(?:\d+|[一二三四五六七八九十]+)[个项][^，。；、]{0,10}?(?:项目|工程)"
    ")"
)
_NAMELY = re.compile(
    "(?=[主依其具分包即它有还：])"
    r"(?:其中有|其中包括|主要包括|主要有|还有|还包括|(?<=项目)有|具体[为是有]|具体包括|包括|分别是|分别为|它们是|依次是|即|：)：?(?=[一-龥A-Za-z“])"
)
_LIST_STOP = re.compile(r"等|。|；|\n|，(?:涵盖|涉及|总|计划|预计|占|涵括|覆盖|将|均|都|全部|项目|其中|这些|目前|年)")
# Furthered in being built: 保障甲电站、乙铁路某段|建设.
_BEING_BUILT = needing(
    "建设",
    r"(?:推进|加快|加速|推动|保障|抓好|启动|实施|支持|确保|纳入|统筹|做好|听取了?|了解了?|[设建]、)(?P<list>[^，。；：“”\n了着将把]{4,60}?)(?:等)?(?:项目)?建设"
    r"(?=[，。；\n]|进度|进展|步伐|进程|工作|情况|等(?:重点|重大)?(?:工作|项目|工程|任务))",
)
# 在甲大桥施工|现场, 察看了乙水厂、丙隧道建设|情况: where somebody is or looks.
_AT_SITE = needing(
    "现场 工地 情况 进度 进展",
    r"(?:[察查]看|调研|检查|督[导查]|视察|来到|走进|深入|走访|参观|前往|观摩|[在到赴])了?(?P<list>[^，。；：“”\n了着将把的]{4,40}?)(?:等)?"
    r"(?:建设|施工|改造|改建|扩建)(?=现场|工地|情况|进度|进展)",
)
_INTO_PLAN = needing(
    "列入 纳入",
    r"[将把](?P<list>[^，。；：“”\n了着]{4,60}?)(?:等)?"
    r"(?:纳入|列入)[^，。；]{0,12}?(?:建设|工程|项目|实事|计划)",
)
# 开工建设甲高速公路、乙水厂扩建和丙大桥，: what is built, told by its verb.
_BUILDS = needing(
    "修建 兴建 启用 建成 建设 建起 打造 扩建 投用 改建 新建",
    r"(?:打造|建设|新建|修建|兴建|改建|扩建|建起|建成|启用|投用)(?:了|起)?(?!为(?!民)|成(?![都渝昆贵绵雅兰宜武]))(?P<list>[^，。；：“”\n了着将把的]{4,60}?)(?:等(?:项目|工程)?)?(?=[，。；\n])",
)
_OF_KINDS = re.compile(
    "等(?:\\d+|[一二两三四五六七八九十]+|各大|多个?|众多)?个?(?:[一-龥]{0,4}(?:园区|开发区|功能区|工业园|产业园|景区|板块|组团|载体))$"
)
_SPLIT = re.compile(r"[、和及]")
CONSTRUCTED = re.compile(
    "(?=[养种加生研制储繁旅过出进环一三主二互五取四城景湿特立绿风产实康宿会住体公养农医博发变图处大客工庄快教敬数文日机枢校段水活港游热牧物生电码示福科管线综路连铁门院隧高森郊遗病展纪陈急医])"
    r"(?:高速公路|高速|铁路|高铁|公路|快速路|快速通道|旅游通道|过江通道|出海通道|出省通道|进城通道|大道|环线|大桥|特大桥|立交桥|[一二三四五]桥|互通|取水口|隧道|电站|水电站|变电站|水库|机场|码头|港口|管廊|管线|产业园|工业园|物流园|科技园|示范园|水厂|处理厂|处理站|发电厂|热电厂|医院|院区|校区|住院楼|门诊楼|病房楼|医技楼|康复楼|综合楼|宿舍楼|实验楼|"
    r"教学楼|体育馆|博物馆|图书馆|文化馆|展览馆|纪念馆|陈列馆|体育场|体育公园|日间照料中心|养老服务中心|急救中心|福利院|敬老院|客运站|枢纽|连接线|[线路段](?<!线路)(?<!全线)|综合体|庄园|农庄|牧场|生产线|数据中心|数字稻田|湿地公园|森林公园|郊野公园|遗址公园|生态公园|城市公园|主题公园|风光带|景观带|示范带|文化园|生态园|文创园|绿道|会展中心|游客中心|活动中心|(?:养殖|种植|加工|生产|研发|制造|储备|储配|繁育)基地)"
    r"(?:[一二三]期|扩建|迁建|改造|改建)?$"
)
_ENDINGS = ("项目", "工程", *sorted(seeds.word_list("built_endings")))
_SIZED = re.compile(r"[\d.]+(?:余|多)?[万千百]?(?:亩|平方米|平方公里|公里|吨|兆瓦|千瓦)的?")  #: before a name: 5000亩的|某工业园
_WORKED = (*_ENDINGS, "建设", "开发", "改造", "扩建", "迁建", "拓宽", "整治")
_HOLDS_TWO = re.compile("项目|工程(?!机械|技术|学院|大学)")
_COMMON_STARTS = (
    "一批",
    "一系列",
    "多个",
    "部分",
    "几个",
    "两个",
    "三个",
    "各类",
    "各个",
    "相关",
    "有关",
    "重点",
    "重大",
    "全县",
    "全市",
    "全区",
)
_SENTENCE = frozenset("了着过在将已把被对向是的我他她这那")
#: every reading of an object: start, stop of the type word, end
Span = tuple[int, int, int]


def campaigns(text: str) -> Iterator[tuple[int, int]]:
    """The spans of campaigns that are the object of a verb of carrying out."""
    for tail in _TAIL.finditer(text):
        lo = _clause(text, tail.start())
        verb = None
        for match in _VERB.finditer(text, lo, tail.start()):
            if match.group() == "组织" and text.endswith(_BODIES_OF, lo, match.start()):
                continue
            if verb is not None and (match.start() == verb.end() + 1 or _CARRIED.fullmatch(verb.group() + match.group())):
                continue  # 开展|精深化招商服务年活动, 开展|深化作风建设年活动: of the name
            verb = match
        if verb is None and not _BEGUN.match(text, tail.end()):
            continue
        start = verb.end() if verb is not None else _when_over(text, lo, tail.start())
        opening = _OPENING.match(text, start, tail.start())
        start = opening.end() if opening is not None else start
        start = max(start, _after_listed(text, start, tail.start()))
        start += text[start] in "省市县区" and len(words().cut(text[start : tail.end()])[0]) == 1  # 列入|区|老旧小区改造计划
        start += 1 if text[start : start + 1] == "自" and _SINCE.match(text, tail.end()) else 0
        core = text[start : tail.start()]
        if not _MIN - 1 <= len(core) <= _MAX or _BROKEN.search(core):
            continue
        pieces = words().cut(core)
        checks = len(pieces) > 2 and pieces[-1] in _CHECKS and tail.group().startswith("行动")
        pieces = pieces[:-1] if checks else pieces  # 开展|农药市场检查行动
        if any(piece in verb_stops() or (len(piece) == 1 and piece in "在到从由于与为") for piece in pieces):
            continue
        own = [piece for piece in pieces if piece not in _PLAIN]
        if checks and len("".join(own)) < 4:
            continue
        if not own or (len("".join(own)) < 3 and len(core) < 4):
            continue
        yield start, tail.end()


def _when_over(text: str, start: int, stop: int) -> int:
    """Where a clause goes on behind its time: 3月5日|某某行动启动."""
    when = _TIME.match(text, start, stop)
    return when.end() if when is not None else start


def _after_listed(text: str, start: int, stop: int) -> int:
    """Where the last item of a list of campaigns begins (开展甲行动、|乙行动), 0 where there is no such list."""
    mark = max(text.rfind(char, start, stop) for char in "、和")
    return mark + 1 if mark > start and _LISTED.search(text, start, mark) else 0


def _clause(text: str, at: int, most: int = 48) -> int:
    """Where the clause that holds ``at`` begins."""
    return max(0, at - most, *(text.rfind(mark, max(0, at - most), at) + 1 for mark in "，。；：“”\n"))


def is_tail(name: str) -> bool:
    """Whether a name is all type word: 专项行动, 百日攻坚."""
    return _TAIL.fullmatch(name) is not None


def listed_projects(text: str) -> Iterator[tuple[int, int]]:
    """The items of a list that is said to be of projects: their names need no type word."""
    if not any(word in text for word in ("项目", "工程", "会场", "现场")):
        return
    for head in _PROJECTS_ARE.finditer(text):
        stop = min((at for at in (text.find("。", head.end()), text.find("\n", head.end())) if at >= 0), default=len(text))
        namely = _NAMELY.search(text, head.end(), min(stop, head.end() + 26))
        if namely is None:
            continue
        last = _LIST_STOP.search(text, namely.end(), stop)
        stop = last.start() if last is not None else stop
        spans: list[tuple[int, int]] = []
        for span in _items(text, namely.end(), stop):
            size = _SIZED.match(text, *span)
            span = (size.end(), span[1]) if size is not None else span
            if not _names(text, *span):
                break  # the sentence goes on
            spans.append(span)
        spans = [*spans[:-1], *_two(text, *spans[-1])] if spans else spans
        if len(spans) > 1 and len(spans) == count_of(head.group()):
            yield from spans  # as many names as projects were counted
            continue
        endings = _WORKED if head.group().endswith("项目") else _ENDINGS
        named = sum(text.endswith(endings, *span) for span in spans)
        if len(spans) > 1 and (named == len(spans) or (2 * named > len(spans) and text.endswith(("项目", "工程"), *spans[-1]))):
            yield from (span for span in spans if not _HOLDS_TWO.search(text, span[0], span[1] - 2))


_COUNT = re.compile(r"(\d+|[一二两三四五六七八九十]+)[个项大]")
_DIGITS = {char: value for value, char in enumerate("一二三四五六七八九", 1)} | {"两": 2}


def count_of(head: str) -> int:
    """How many projects are counted: 11 of 项目11个, 0 where no plain number is said."""
    match = _COUNT.search(head)
    if match is None:
        return 0
    said = match[1]
    if said.isdigit():
        return int(said)
    tens, _, ones = said.rpartition("十")
    return (_DIGITS.get(tens, 1) * 10 if "十" in said else 0) + _DIGITS.get(ones, 0)


def _items(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """The stretches between the marks of a list, marks in brackets left alone."""
    depth, begin = 0, start
    for at in range(start, stop):
        char = text[at]
        depth += (char in "(（") - (char in ")）")
        if depth <= 0 and char in "、，,":
            yield begin, at
            begin = at + 1
    if begin < stop:
        yield begin, stop


def _two(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The last two items of a list, where both sides of its 和 are named as works: 甲工业园|和|乙湿地开发."""
    at = text.find("和", start + 4, end - 4)
    if at < 0 or not text.endswith(_WORKED, start, at) or not text.endswith(_WORKED, at + 1, end):
        yield start, end
    else:
        yield from ((start, at), (at + 1, end))


def _names(text: str, start: int, end: int) -> bool:
    """Whether an item is a name, and no piece of a sentence."""
    if not 3 <= end - start <= 30 or text.startswith(_COMMON_STARTS, start):
        return False
    pieces = words().cut(text[start:end])
    return not any(piece in _SENTENCE or piece in verb_stops() for piece in pieces) and not any(c.isdigit() for c in text[start])


def being_built(text: str, placed: Callable[[int], bool]) -> Iterator[tuple[int, int]]:
    """Named things whose building is furthered: 保障甲电站、乙铁路某段|建设; ``placed`` tells whether a place begins there."""
    for pattern in (_BEING_BUILT, _AT_SITE, _INTO_PLAN, _BUILDS):
        for match in pattern.finditer(text):
            begin, stop = match.span("list")
            if _OF_KINDS.search(text, begin, stop):
                continue  # 推进甲工业园、乙创业园等园区|建设: places, of which all are furthered
            for start, end in _split(text, begin, stop):
                start += len(text[start:end]) - len(text[start:end].lstrip("进快速推动"))
                shortest = 4 if text[end - 1] == "桥" else 5
                if not shortest <= end - start <= 20 or not CONSTRUCTED.search(text, start, end):
                    continue
                if pattern is _AT_SITE and _STRETCH.search(text, start, end):
                    continue
                if _own_name(text, start, end, placed(start)):
                    yield start, end


# 在|某路|施工现场, |某线某段道路|建设现场: a road that is mended, and no work with a name.
_STRETCH = re.compile("(?<![公铁速])路$|[线段]$")


def _split(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    begin = start
    for mark in _SPLIT.finditer(text, start, stop):
        yield begin, mark.start()
        begin = mark.end()
    yield begin, stop


# 6月6日，|某某产业园|在某街道|奠基: what is begun or done is what was built.
_STARTED = re.compile(
    r"(?:在[^，。；“”\n]{2,24}?)?(?:(?:正式|刚刚?|现已|已经|预计|计划|有望|力争|确保|基本|陆续|正在|全部|全面|全线|顺利|建成|如期|举行|集中|即将|今日|昨日|成功|主体|日前|近日|将于[^，。；]{2,8}|于[^，。；]{2,10}|"
    r"今年|去年|(?:20\d\d年)?\d{1,2}月(?:\d{1,2}日)?(?:份|底|初|中旬|上旬|下旬)?|[上下]半年|年底|年内|已|将|也){0,4})"
    r"(?:开工(?!率|项目|仪式|现场|奠基|率|暨)|奠基(?!仪式|暨)|动工|开建|破土|竣工|投产|通车|落成|投用|投运|启用|封顶|开园|试运营|投入使用|投入运营|投入运行|落户|并网|达产|建成(?=[，。；]|后，|并)|贯通|合龙|完工|复工|试通车|交付使用|通水|通气|"
    # |某隧道|进展顺利, |某水厂|正在加紧施工, |某大桥|建设现场机声隆隆
    "(?:建设|施工)?进展(?:顺利|迅速|良好|较快)|(?:建设|施工)(?:现场|工地)(?![办会])|"
    "(?:正在?|目前)?(?:加快|加紧|紧张|稳步|有序|快速|全力|顺利|扎实)?(?:地)?(?:推进|施工|建设)(?=[，。；]|中|正酣|阶段))"
)
# |某某铁路|建设开工仪式在某镇举行: what a ceremony begins.
_CEREMONY = re.compile(
    "(?=[建开奠动竣通项工])(?:项目|工程)?(?:建设)?(?:开工|奠基|动工|竣工|通车)(?:奠基|建设)?(?:仪式|典礼|动员会)(?=[在于举隆，。\\n])"
)
_BEGUN_AT = (
    "开工",
    "奠基",
    "动工",
    "开建",
    "破土",
    "竣工",
    "投产",
    "通车",
    "落成",
    "投用",
    "投运",
    "启用",
    "封顶",
    "开园",
    "试运营",
    "投入",
    "落户",
    "并网",
    "达产",
    "建成",
    "贯通",
    "合龙",
    "完工",
    "复工",
    "通水",
    "通气",
    "交付",
    "进展",
    "现场",
    "工地",
    "推进",
    "施工",
)
# What a name of two characters stands before: 杏坛|大道.
_SHORT_LINES = ("大道", "大桥", "二桥", "三桥", "四桥", "公路", "隧道", "铁路", "高铁", "高速")


# 某县城乡供水一体化重点工程|东河水厂|开工: what kind of work it is.
_OF_CLASS = re.compile("[^、和与的]{0,16}?(?:重[点大]|标志性)(?:建设|民生)?(?:工程|项目)(?=[一-龥]{4})")


def started(text: str, past_town: Callable[[int], int]) -> Iterator[tuple[int, int]]:
    """Named things that are the subject of 开工, 奠基, 通车 …, from the beginning of their clause on."""
    seen: set[int] = set()
    for verb in _BEGUN_AT:
        at = text.find(verb)
        while at >= 0:
            lo = _clause(text, at)
            stop, at = at, text.find(verb, at + 2)
            start = _when_over(text, lo, stop)
            ranked = _OF_CLASS.match(text, start, stop)
            start = ranked.end() if ranked is not None else start
            if start in seen or stop - start < 4:
                continue
            seen.add(start)
            for size in range(min(26, stop - start), 3, -1):
                end = start + size
                if size == 4 and ranked is None and not text.endswith(_SHORT_LINES, start, end):
                    break
                run = _STARTED.match(text, end) or _CEREMONY.match(text, end)
                if run is not None and run.group().endswith(("现场", "工地")) and _STRETCH.search(text, start, end):
                    break
                if run is not None and run.end() >= stop + 2 and CONSTRUCTED.search(text, start, end):
                    town = past_town(start)
                    if _own_name(text, town or start, end, town > 0 or ranked is not None):
                        yield start, end
                    break


# What nothing is called without a name of its own: 某某机场, 某某水库.
_NAMED_LINES = ("机场", "水库", "大桥", "特大桥", "水电站", "高速公路", "高铁", "快速路", "快速通道", "大道")


# 养殖基地, 某县|农业种植基地: of what kind, and no name.
_ANY_BASE = re.compile(
    "(?:^|[省市县区旗州镇乡村])(?:农业|特色|产业|标准化?|规模化?|现代|智慧|生态){0,2}(?:养殖|种植|加工|生产|研发|制造|储备|储配|繁育)基地$"
)


_RAILS = ("铁路", "高铁", "高速")


def _own_name(text: str, start: int, end: int, placed: bool = False) -> bool:
    """Whether a built thing has a name of its own: 某山水库, not 农村公路."""
    if text.startswith(_COMMON_STARTS, start) or _ANY_BASE.search(text[start:end]):
        return False
    if end - start == 4 and text.endswith(_RAILS, start, end):  # 洪远|铁路: called by where it begins and ends
        ends = text[start : start + 2]
        return ends[1] not in "域际郊内外" and (not words().frequency(ends) or words().tag(ends) == "ns")
    pieces = words().cut(text[start:end])
    if len(pieces) == 2 and pieces[0][-1] in "县市区旗" and words().frequency(pieces[1]) and pieces[1][-2:] in ("公路", "铁路"):
        return False  # 某县|农村公路
    if any(piece in _SENTENCE or piece in verb_stops() for piece in pieces):
        return False
    if any(ends_walk(piece, True) and piece not in ("至", "一期", "二期", "段", "家") for piece in pieces):
        return False
    known = seeds.word_list("no_project_names")
    if text.endswith(_NAMED_LINES, start, end) and not any(piece in known for piece in pieces[:-1]):
        return True
    if placed or any(words().tag(p)[:2] in ("nr", "ns", "nt", "nz", "x") for p in pieces if p not in known):
        return True
    return words().tag(pieces[0])[0] in "njx" and any(len(p) == 1 for p in pieces if p not in known)


__all__ = ["being_built", "campaigns", "count_of", "is_tail", "listed_projects", "started"]
