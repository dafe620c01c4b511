"""What before 村 and 社区 is a word of the sentence and no name: 新一届|村“两委”, 产业兴|村, 程桔任|村支书, 繁荣|社区商业.

Many villages are called by words (和平社区), so a word alone shows nothing: what stands around it does.
"""

from __future__ import annotations

import re
from collections.abc import Set

from kg import seeds
from kg.extract.body_endings import JOINS_HANDS
from kg.extract.edges import ERAS
from kg.extract.names import scorer
from kg.extract.place_parts import NAME_TAGS, USUAL, is_han, is_resultative
from kg.words import words

# 好|村风、村貌, 某区|村改|总攻: what villages have in general, and what is done to them all; not 某村风景, 某村情况, 某村容纳.
_VILLAGE_WORD = re.compile(
    "村(?:风(?![力景电光机貌险情灾雨沙采味云湿口洞波筝水行])|情(?![况形报绪人侣节])|容村|规民|[貌愁]|改(?=总攻|攻坚|工作|任务|办|[、，。；]))"
)
_GOES_DOWN = ("下沉", "包保", "挂包", "挂点")  # 某局|下沉|社区|干部
_WHOLE_VILLAGE = re.compile("[易搬推脱授流改拆]")  # what is done to a 整村, a village as a whole
_COMMUNITY_WORK = ("警务", "矫正", "戒毒", "养老", "治理", "教育", "医疗", "工作者")
# What communities have in general, behind a word that says what is done with it: 繁荣|社区商业, 庞大|社区消费.
_COMMUNITY_GOODS = ("商业", "消费", "经济", "疫情", "防控", "食堂", "平价", "团购", "便民", "生活圈", "体育", "嵌入", "末端")
_NO_VILLAGE_NEXT = re.compile("民(?!小组|委)|官|集体|级|办|规|史|庄|寨|落")
# 两户|村民, 新一届|村“两委”, 逐|村逐户: counted before a village's unit word, and no name.
_COUNTED_OFF = re.compile(
    "(?:[一二两三四五六七八九十几多数全各每整][届名位个批些]|第[一二三四五六七八九十]+[期届批轮]|[上下本新每各]一?届|[逐挨])$"
)
_TWO_VILLAGES = re.compile("村[一二两三四五六七八九十]$")  # 某村、某村|三村
# 甲、乙、丙|三镇大片山村: what lies in several towns
_OF_TOWNS = re.compile("[两三四五六七八九十][镇乡](?:大[片批部]|成片|所有|全部|各|沿线|部分|许多|不少)")
_A_STRIP = re.compile("[一两几多][道条座处排段]")
_HOUSES = re.compile("[一二两三四五六七八九十几多][户家]$")
_KINDS_COUNTED = re.compile("(?:[一二两三四五六七八九十百千几多\\d]|[这那有一]些)[个座处]?$")  # 241个|附属村
_SINCE = frozenset("前后底初末内来间里")  # 五年|前|村里, 月|底|村委换届
_OF_TIME = frozenset("年月日天周旬季载代期夏冬春秋")
_MARK = re.compile("[，。、；：！？的里中\n]|$")
_PROSPERS = frozenset("兴强富立治活旺带引美")  # 产业|兴|村, 科技|强|村, 旅游|富|村
_HOLDS_OFFICE = frozenset("任当")  # 甲|任|村支书
_VILLAGE_TITLE = re.compile(
    "(?:党支部|党总支|党委|委会|两委|“两委”|团|妇联)?(?:支书|副?书记|副?主任|干部|会计|文书|主席|队长|组长|委员|医生?)"
)
_OWN_HEAD = re.compile("党(?!员)|居委|两委|“两委|书记|主任|[，。、；）]")
# A village of one of these kinds: 是个典型的|陕南山区村.
_SUCH_ONE = re.compile("(?:[是为属]|成为|属于)(?:(?:一|全[省市县区镇乡][一-龥]{0,4})?[个座处])?[^，。；、]{0,12}的$")
_KINDS = (
    "山区",
    "农业",
    "林业",
    "牧业",
    "渔业",
    "库区",
    "林区",
    "牧区",
    "矿区",
    "民族",
    "移民",
    "空心",
    "经济薄弱",
    "纯农",
    "半山",
    "城郊",
)
# What a village's head does, called by his name: 在胡学林村|主任的陪同下, 张大海村|长说.
_HEAD_DOES = re.compile("(?:主任|支书|书记|长)(?:的(?:陪同|带领|引领|介绍|指引|讲解)|[说介]|告诉|表示|带着)")
_LANDS = frozenset("山庄沟湾河坝坪岭岗坡桥塘坑洞寨营屯堡台店集窑塬峪川洼泉井口铺圩埠湖岛洲滩垸冲坳源溪江门头巷街")
_MADE = re.compile("(?:打造|建设|培育|建成|建起|创建|发展|形成|涌现|变成|成为)(?:了|出)?(?:[一-龥]{1,4}村[、和]){0,5}$")
_OF_KINDS = re.compile(
    "(?:[、和][一-龥]{1,4}村){0,5}等(?:一批|一系列|各具|各类|各种|特色|专业|[\\d一二三四五六七八九十多]+[类种])"
)
_MADE_SO = frozenset("富美兴旺靓绿亮甜暖")  # 百合飘香|富|山村: in a headline
_LEVELS = frozenset("省市地县区旗州盟乡镇街组户屯")
# 运进了|小山村, 走出|深山村: a small village in the mountains, but for 某镇|小山村.
_ANY_VILLAGE = (
    "小山",
    "小渔",
    "小古",
    "小乡",
    "深山",
    "穷山",
    "偏远山",
    "偏僻山",
    "边远山",
    "贫困山",
    "穷困山",
    "普通山",
    "高寒山",
)
_SUCH_VILLAGES = ("山村", "古村", "渔村", "小村", "新村", "水村")


def is_no_village(text: str, start: int, stop: int, end: int, *, score: float, body: int, told: Set[str] = frozenset()) -> bool:
    """Whether no village is named between two positions; ``body`` is where the headlines of the text end.

    ``told`` are the villages named behind their towns before.
    """
    if text.startswith("镇银行", end) or text.endswith("社区戒毒", 0, stop):
        return True  # 甲县恒丰|村镇银行, 社区戒毒|社区康复
    core = text[start:stop]
    if (core[:1] == "第" and core[-1:] == "大") or text.startswith("级", end):
        return True  # 第一大|行政村, 又一|村级法庭
    if core[-1:] in _PROSPERS and len(core) > 2 and text.startswith("公司", end):
        return True  # 强镇富|村公司: what a town's firm is for
    if core.endswith(_GOES_DOWN) or (score < 0.95 and _VILLAGE_WORD.match(text, stop)):
        return True
    return (
        (len(core) > 1 and _LEVELS.issuperset(core))  # 省市县|村四级
        or (core in _ANY_VILLAGE and score < 0.95 and text[start:end] not in told)
        or core.startswith("社区")  # 社区戒毒|社区康复
        or core == "支"  # 党员和|支村两委
        or (core == "联合" and text[start - 1 : start] in JOINS_HANDS and not _OWN_HEAD.match(text, end))  # 某街道|联合社区民警
        or (core[-1] == "等" and text[start - 1 : start] == "、" and not words().frequency(core))  # 五里、|平桥等村
        or _is_of_time(text, core, start, score)
        or _is_done(text, core, start, end, score)
        or _is_counted(text, core, start, end, score)
        or _is_slogan(text, core, start, end, body)
        or _takes_office(text, core, start, end)
        or _is_kind(text, core, start, end)
    )


def _is_of_time(text: str, core: str, start: int, score: float) -> bool:
    """后来|社区召开, 锦绣千|村合作社, 五年前|村里; not 甲镇前村."""
    if core in _SINCE and text[start - 1 : start] in _OF_TIME:
        return True
    if core[0] == "度" and text[start - 1 : start] == "年":
        return True  # 2011年|度文明村
    if score < 0.95 and core[-1] in "前后时" and _is_when(text, start, start + len(core)):
        return True  # 动工前|社区, 搬迁后|村里
    return score < 0.95 and (core.endswith(("千", "百")) or (words().tag(core)[0] == "t" and core not in ERAS))


_VILLAGERS = re.compile("社区|村(?=[里民委集干])")
_GONE_TO = (
    "来到",
    "走进",
    "前往",
    "抵达",
    "赶到",
    "位于",
    "进驻",
    "走访",
    "慰问",
    "深入",
    "看望",
    "赶赴",
    "直奔",
    "返回",
    "途经",
    "探访",
    "联系",
    "帮扶",
)

#: what happens, by words that the dictionary has for nouns
_HAPPENS = seeds.word_list("happenings")


def _is_when(text: str, start: int, stop: int) -> bool:
    """Whether a verb or a word of time stands before 前, 后 or 时: 动工|前, 春节|后; not 来到|后村, 山|前村."""
    piece = next(reversed(words().cut(text[max(0, start - 3) : stop - 1])), "")  # none at the head of a text
    if len(piece) < 2 or (words().tag(piece)[0] not in "vt" and piece not in _HAPPENS) or piece in _GONE_TO:
        return False
    return stop - start > 1 or _VILLAGERS.match(text, stop) is not None


_HALF_OF_PAIR = re.compile("村(?:入户|串户|进户|访户|入组|到户)")
_WHILE = re.compile("边[看走听查问学做][^边]{0,2}边[看走听查问议学谈讲]")


def _is_done(text: str, core: str, start: int, end: int, score: float) -> bool:
    """某公司|来村里检查, 某街道|网格化社区, 创新发展|社区警务, 建强|村党组织, 壮大|村集体经济, 嘎查|村."""
    stop = start + len(core)
    if _HALF_OF_PAIR.match(text, end - 1) is not None and core.endswith(("走", "进", "访", "包", "驻", "串")):
        return True  # 小分队走|村入户
    if text.startswith("落", end) and text[end - 1] == "村" and not text.startswith(("落户", "落实", "落地", "落成"), end):
        return True  # 西舍自然村|落
    if _WHILE.search(core) is not None:
        return True  # 边看边听|社区情况
    if len(core) == 1 and core in "来到回进驻入下出" and text[end : end + 1] in tuple("里检调看走指慰考视采"):
        return True
    if text[start - 1 : start] == "村" and core[0] in "带帮促" and len(core) == 2:
        return True  # 强村|带弱村
    if core.endswith("姓") and len(core) > 2 and text.startswith("民", end):
        return True  # 一吴姓|村民
    if (core.endswith("化") and len(core) > 2) or (core.endswith("整") and _WHOLE_VILLAGE.match(text, end)):
        return True
    if text.startswith("社区", stop) and _is_before_goods(text, core, end, score):
        return True
    if is_resultative(core) or (len(core) > 3 and is_resultative(core[-2:])):  # 织密筑牢|社区
        return True
    if text.endswith("嘎查", 0, stop) and end == stop + 1:
        return True
    if score >= 0.95 or not _NO_VILLAGE_NEXT.match(text, end):
        return False
    return _HOUSES.fullmatch(core) is not None or words().frequency(core) > USUAL


def _is_before_goods(text: str, core: str, end: int, score: float) -> bool:
    """青春志愿|社区行, 创新发展|社区警务, 繁荣|社区商业."""
    if text.startswith("行", end) and score < 1.0:
        return True
    tag = words().tag(core)[0]
    if text.startswith(_COMMUNITY_WORK, end) and tag == "v":
        return True
    return text.startswith(_COMMUNITY_GOODS, end) and tag in "va" and words().frequency(core) > USUAL


def _is_counted(text: str, core: str, start: int, end: int, score: float) -> bool:
    """新一届|村“两委”, 某村、某村|三村, 241个|附属村."""
    if _COUNTED_OFF.search(core) or _TWO_VILLAGES.search(core) or _OF_TOWNS.match(core):
        return True
    if _A_STRIP.fullmatch(core) and text[end : end + 1] in tuple("界道路口墙"):
        return True  # 一道|村界
    counted = text[start - 1 : start] in ("个", "座", "处") and _KINDS_COUNTED.search(text, max(0, start - 3), start)
    return score < 0.95 and bool(counted) and _MARK.match(text, end) is not None and words().frequency(core) > 0


def _is_slogan(text: str, core: str, start: int, end: int, body: int) -> bool:
    """产业兴|村, 兴业强|村: what a village lives by; and 百合飘香|富|山村 over a text that knows no village of that name."""
    if len(core) > 2 and core[-1] in _PROSPERS:
        pieces = words().cut(core[:-1])
        if all(len(piece) > 1 and words().tag(piece)[:2] not in NAME_TAGS and words().frequency(piece) for piece in pieces):
            return True
    return (
        end <= body
        and len(core) == 2
        and core[0] in _MADE_SO
        and text.startswith(_SUCH_VILLAGES, start + 1)
        and is_han(text[start - 1 : start] or "，")
        and text.count(text[start:end]) == 1
    )


def _takes_office(text: str, core: str, start: int, end: int) -> bool:
    """程桔任|村支书, 程桔回|村: someone, and a verb; not 大任村."""
    if core in ("干", "当", "任", "做") or (core == "上" and text[start - 1 : start] in ("当", "做", "干", "选")):
        return _VILLAGE_TITLE.match(text, end) is not None  # 当上|村支书, 想干|村主任
    if len(core) < 3 or not scorer().surname_at(text, start):
        return False
    if (
        len(core) == 3
        and core[1] != "家"
        and core[2] not in _LANDS
        and scorer().is_name(core, 2.0)
        and _HEAD_DOES.match(text, end)
    ):
        return True  # 在|胡学林|村主任的陪同下
    return core[-1] == "回" or (core[-1] in _HOLDS_OFFICE and _VILLAGE_TITLE.match(text, end) is not None)


def _is_kind(text: str, core: str, start: int, end: int) -> bool:
    """打造果品|村、鲜花|村等一批特色村寨: nouns in a list of what villages are made; 是个典型的|陕南山区村: what one is."""
    if core.endswith(_KINDS) and _SUCH_ONE.search(text, max(0, start - 22), start) and _MARK.match(text, end) is not None:
        return True
    if words().frequency(core) == 0 or words().tag(core)[0] != "n" or words().tag(core)[:2] in NAME_TAGS:
        return False
    listed = text[start - 1 : start] == "、" or text[end : end + 1] in ("、", "和", "等")
    return listed and (_OF_KINDS.match(text, end) is not None or _MADE.search(text, max(0, start - 30), start) is not None)
