"""Where a name begins: the walk to the left that all names with a known ending share.

A Chinese name of a body or place has its kind at its end (…有限公司, …社区) and nothing at its beginning. The walk goes
left word by word until a word that no name holds: a preposition, a pronoun, an adverb, a verb of the news (来到, 组织).
"""

from __future__ import annotations

import re
from functools import lru_cache

from kg import seeds
from kg.gazetteer import gazetteer
from kg.words import words

# Single characters that end a walk when they stand as words of their own.
SINGLE_STOPS = seeds.word_list("walk_stop_characters")
# Words of two and more that end a walk, beyond what tags and verbs.csv say.
WORD_STOPS = seeds.word_list("walk_stops")
# Verbs that no place and no company is called after, while bodies and schemes are (帮扶|中心, 关爱|行动).
PLACE_STOPS = seeds.word_list("place_stops")
FIRM_STOPS = seeds.word_list("firm_stops")
_PLACE_VERBS = tuple(sorted(PLACE_STOPS))
_STOP_TAGS = ("p", "c", "u", "d", "r", "y", "e", "o", "k")
_JOINTS = frozenset("_·•-&+")  # in names, beside letters and digits
HOLDING = ("举行", "举办", "召开", "推出", "加强", "执行", "重视")  # 隆重举行, 严格执行: names to the dictionary
_TIME_WORD = re.compile(r".*(?:年|月|日|时|点|分|以来|期间|之际)$")
MAX_NAME = 26
_USUAL = 1000  # the dictionary's count of a verb in daily use
_DAILY = 100  # from this count on, verbs that schemes are called after are in the lexicon
# Single verbs of sentences, before which the name of a scheme does not begin: 全靠|环境整治, 打算借|大会战.
_SCHEME_STOPS = seeds.word_list("scheme_stop_characters")
# What a verb has reached, at its end: 换来|项目, 盯上|改造.
_REACHED = frozenset("来上下起出住掉开成得")
# What a verb may say right before: 对接|活动.
_PLAIN_TYPES = ("活动", "行动", "工作", "项目", "工程", "机制", "制度", "模式", "体系", "平台", "系统", "计划", "服务", "中心")
_SO_WELL = frozenset("好优强大细实精亮活清")  # 做优|某某项目: told elsewhere, with how it is done
# Places that are called by a number of houses: 十户|滩, 三家|店, 五里|墩.
_HOUSEHOLDS = re.compile("[一二三四五六七八九十百][户家里道面眼]|两河|半边")
_AFTER_NUMERAL = frozenset("滩店湾沟墩铺坪营屯庄村堡坡岗桥桩台渡街堤口坝塘岭井泉洼峪寨")
# Works that are called by how many waters, hills and towns they join.
_OF_WATERS = re.compile("[一两二三四五六七八九十][库河江湖渠溪山城镇港岸路][一两二三四五六七八九十][库河江湖渠溪山城镇港岸路桥]")
_AFTER_OF = frozenset("道家光桥星友声爱春韵梦旅源路窗都乡美心语花")  # 某之家, 某之光: made-up names
SURE_TITLES = (
    "书记",
    "主任",
    "局长",
    "县长",
    "区长",
    "市长",
    "镇长",
    "乡长",
    "院长",
    "校长",
    "所长",
    "队长",
    "部长",
    "董事长",
    "经理",
    "主席",
    "负责人",
)
REGIONS = frozenset(
    (
        "南方",
        "北方",
        "东方",
        "西部",
        "中部",
        "东部",
        "北部",
        "南部",
        "西南",
        "西北",
        "东南",
        "东北",
        "华东",
        "华北",
        "华南",
        "华中",
    )
)
# times to the dictionary, and inside names: 某镇|现代|物流园, 明月|社区
ERAS = frozenset(("现代", "当代", "近代", "明月", "黎明"))
AGES = frozenset(("青年", "老年"))  # so are these, but for places: 某区|青年|秦腔剧团
_DONE_WELL = frozenset("用建管办抓守护看带扛把站打")
_MEASURES = seeds.word_list("measure_words")
_NUMERALS = seeds.word_list("numeral_characters")
# What companies are called after; some count nothing: 四季|花香合作社.
_BRANDS = seeds.word_list("brand_words")
# A day, and a dateline whose space is lost: 某新闻网讯|某公司.
_DATED = re.compile(
    r".*(?:\d(?:年|月份?|日电?|时|点)|月\d{1,2}号(?![楼地公井馆线站院厅路泵库矿桩])|[网报台社]讯(?!科技|信息|技术|通))"
)
# Nouns that end the walk of a body's name and stand inside a scheme's (居民燃气用户信息公示制度).
_SCHEME_NOUNS = seeds.word_list("scheme_nouns")
# When a campaign runs: 秋冬季|农田水利大会战.
_SCHEME_TIMES = seeds.word_list("campaign_times")
_BEFORE_MEASURES = frozenset("一二三四五六七八九十百千万两几多余每各这那某该0123456789")
# Words that the dictionary cuts at a character that ends a walk, or at a bare unit word (村|道).
COMPOUNDS = tuple(sorted(seeds.word_list("walk_compounds")))
_LINE = re.compile("高速|公路|铁路|高铁|通道|线|路|段|管道|航道")
_TITLE_TAILS = (
    "长",
    "书记",
    "经理",
    "主任",
    "主席",
    "总裁",
    "负责人",
    "委员",
    "代表",
    "总监",
    "人员",
    "记者",
    "编辑",
    "通讯员",
    "工程师",
    "领导",
)


@lru_cache(maxsize=1)
def verb_stops() -> frozenset[str]:
    """Verbs of the news that no name holds (classes of ``verbs.csv``)."""
    return frozenset(
        v for cls in ("speech", "inspect", "chair", "attend", "give") for v in seeds.verbs().get(cls, ()) if len(v) > 1
    )


@lru_cache(maxsize=1)
def _all_verbs() -> frozenset[str]:
    return frozenset(v for verbs in seeds.verbs().values() for v in verbs)


@lru_cache(maxsize=1)
def _cities() -> frozenset[str]:
    """Short names of cities and counties that the dictionary holds for verbs and adverbs: 怀化, 大连, 开封."""
    usual = seeds.word_list("common_word_places")
    levels = {"prefecture"}, {"province", "prefecture", "county"}
    return frozenset(
        short
        for short, places in gazetteer().by_short.items()
        if len(short) > 1 and any(place.level in levels[short not in usual] for place in places)
    )


@lru_cache(maxsize=1)
def _titles() -> frozenset[str]:
    return frozenset(row.title for row in seeds.titles() if len(row.title) >= 2 and row.title.endswith(_TITLE_TAILS))


def _is_noun_phrase(word: str) -> bool:
    """违法犯罪, 事故隐患, 综合治理: idioms that are no adverb with its verb (充分运用)."""
    if words().tag(word) not in ("l", "i"):
        return False
    first = words().tag(word[:2])
    return not (first[0] == "d" or first == "ad" or word[-2:] in _all_verbs() or word[-2:] in seeds.word_list("carrying_verbs"))


@lru_cache(maxsize=20_000)
def _ends_scheme(word: str, last: bool) -> bool:
    """Whether a verb in daily use, after which no scheme is called, is of the sentence: 商谈|大豆加工项目, 打开|某某小程序.

    ``last``: right before the type word, where a verb may say what the scheme is for (对接|活动).
    """
    if len(word) == 1:
        return word in _SCHEME_STOPS
    if words().tag(word)[0] != "v" or word in seeds.name_verbs():
        return False
    return word[-1] in _REACHED if last else words().frequency(word) >= _DAILY


@lru_cache(maxsize=20_000)
def ends_walk(word: str, scheme: bool = False, place: bool = False, firm: bool = False) -> bool:
    """Whether a word can not be part of a name (of a scheme: 提升行动; of a place, which holds no verbs; of a firm: 照明)."""
    if (place and word in PLACE_STOPS) or (firm and word in FIRM_STOPS) or (len(word) == 4 and word.endswith(HOLDING)):
        return True
    inside = None if place else seeds.name_verbs().get(word)
    if inside is not None and (scheme or inside == "all"):
        return False
    if scheme and len(word) > 1 and words().tag(word)[0] == "v" and word not in WORD_STOPS and word not in _all_verbs():
        return word[-1] in "到着了"  # 把力气|用到|创城上, 惦记着|水库除险加固工程
    if scheme and (word in _SCHEME_NOUNS or (word[0] in "一二三四五六七八九十两双" and len(word) > 1 and word not in WORD_STOPS)):
        return False
    if scheme and len(word) > 1 and (word in _SCHEME_TIMES or (len(word) > 3 and _is_noun_phrase(word))):
        return False  # 违法犯罪, 事故隐患: idioms stand before the verb, nouns behind it
    if (word.endswith("中心") and len(word) > 2) or (scheme and len(word) > 2 and word[-1] == "化"):
        return False  # 急救中心, an idiom to the dictionary; 差异化|考核体系
    if word in WORD_STOPS or word in verb_stops() or word in _titles() or (len(word) > 2 and word.endswith(SURE_TITLES)):
        return True
    if len(word) == 1:
        return word in SINGLE_STOPS
    if word in _cities():
        return False
    tag = words().tag(word)
    if place and len(word) == 4 and words().tag(word[2:]) == "v" and words().frequency(word[2:]) > _USUAL:
        return True  # 大力推广|平安社区: an idiom whose second word is a verb
    if tag == "ad" or word[-1] in "着了过":
        return True
    if tag[0] in _STOP_TAGS:
        return tag != "nr" and not (tag[0] == "d" and word in ("高新", "共同"))
    if word[0].isdigit() or (tag[0] == "m" and word[0] in _NUMERALS):
        return not word.startswith("第") and (scheme or place or word not in _BRANDS)
    if word in REGIONS and not place:
        return False
    if tag in ("v", "vd", "vi", "i", "l", "z", "f") and len(word) >= 2:
        goes = word[-1] in "在于向到"  # 分会场|设在|某公司
        return not (firm and tag in ("v", "vi", "z") and len(word) == 2 and word not in _all_verbs() and not goes)
    return (tag in ("t", "tg") and word not in ERAS and (place or word not in AGES)) or bool(
        _TIME_WORD.match(word) and len(word) > 2 and any(c.isdigit() for c in word)
    )


def is_news_verb(word: str) -> bool:
    """Whether a word is a verb that the news uses: 服务, 开展."""
    return word in _all_verbs()


def past_predicate(text: str, start: int, stop: int) -> int:
    """Where a name begins behind the verb that an adverb before it shows: 进一步|规范|某某服务项目, 不断延伸|某某服务."""
    lo = hard_left(text, start)
    before = words().cut(text[lo:start]) if start < stop else ()
    if not before or not _is_adverb(before[-1]):
        return start
    first = words().cut(text[start:stop])[0]
    return start + len(first) if len(first) > 1 and words().tag(first)[0] == "v" and start + len(first) < stop else start


_BEFORE_PREDICATES = frozenset(
    (
        *("将", "已", "正在", "全面", "积极", "要", "能", "能够", "可", "可以", "应", "应当"),
        *("需", "需要", "须", "必须", "从而", "进而"),
    )
)


def _is_adverb(word: str) -> bool:
    tag = words().tag(word)
    return ((tag[0] == "d" or tag == "ad") and word not in seeds.name_verbs()) or word in _BEFORE_PREDICATES


def ends_with_title(text: str, position: int) -> bool:
    """Whether a title ends at ``position``: 区委书记|甲."""
    return any(text[position - size : position] in _titles() for size in (2, 3, 4, 5) if position >= size)


def breaks_chain(word: str) -> bool:
    """Whether a word between two places shows that the second does not follow the first (到, 组织, 肩负着)."""
    return word in SINGLE_STOPS or word in WORD_STOPS or word in _all_verbs() or (len(word) > 1 and word[-1] in "着了过")


def hard_left(text: str, stop: int, floor: int = 0) -> int:
    """The first position such that ``text[position:stop]`` is all name characters."""
    lo = max(floor, stop - MAX_NAME)
    position = stop
    while position > lo and ((char := text[position - 1]).isalnum() or char in _JOINTS):
        position -= 1
    while position < stop and text[position] in "-_•":
        position += 1  # 重点企业--|柯达服饰有限公司
    return position


_ORGANISED = frozenset(("社会", "民间", "公益", "合作"))
# What goes on where a scene is told of: 签约现场|甲公司, not 现场|指挥部.
_SCENES = frozenset(
    ("活动", "仪式", "会议", "签约", "演练", "比赛", "开工", "揭牌", "启动", "捐赠", "宣传", "施工", "项目", "培训", "发布会",
     "招聘", "招聘会", "义诊", "推介会", "座谈会", "慰问", "颁奖", "直播", "调解", "庭审", "救援", "抢险", "展览", "展会", "演出",
     "授牌", "推介")
)  # fmt: skip
_STREETS = tuple("街巷路湾沟庄坪桥河山岭坡堡寨")  # what is called after a family: 霍家|街
_BODY_TAILS = tuple("局委部厅院会协所站队社团厂署办司")


_TECHNIQUES = frozenset(("4G", "5G", "6G", "3D", "4D", "4K", "8K"))  #: 5G|智慧工厂
_REPORT_OF = re.compile("[一-龥]{1,8}?报告")
_MAKERS = frozenset("合工协操创耕动著写原佳杰制")  #: before 作 in words


def left_edge(text: str, stop: int, floor: int = 0, *, scheme: bool = False, place: bool = False, firm: bool = False) -> int:
    """Where the name that ends before ``stop`` begins; ``stop`` itself where no word of a name stands before it."""
    lo = hard_left(text, stop, floor)
    if lo == stop:
        return stop
    dated = _DATED.match(text, lo, stop)
    if dated is not None:
        lo = dated.end()
    source = text.rfind("来自", lo, stop)
    if source >= 0 and text[source - 1 : source] != "未" and not text.startswith("动", source + 2):
        lo = source + 2  # 来自|信泰证券, which the dictionary cuts into 来 and 自信
    even = text.rfind("就连", lo, stop)
    if even >= 0:
        lo = even + 2  # 就连|花桥村, for places are called 连 too
    made = text.rfind("作", lo, stop)
    if made > lo and not scheme and text[made - 1] not in _MAKERS and _REPORT_OF.match(text, stop) is not None:
        lo = made + (2 if text.startswith("了", made + 1) else 1)  # 甲作|纪委工作报告
    position = stop
    pieces = words().cut(text[lo:stop])
    for index, word in zip(range(len(pieces) - 1, -1, -1), reversed(pieces), strict=True):
        if scheme and word in ("户", "家") and lo < position - 1 and text[position - 2] not in _BEFORE_MEASURES:
            position -= 1  # 农村|户|厕, 苏|家|河: counts nothing
            continue
        if scheme and index and word in _NUMERALS and _OF_WATERS.match(text, position - 1):
            position -= 1  # |两|库四河引调水工程
            continue
        if scheme and word == "至" and index and _LINE.search(text, position, stop) and _is_stop_of_line(pieces[index - 1]):
            position -= 1  # 贵阳|至|南宁高铁
            continue
        if scheme and word[0].isascii() and word.isalnum() and text[position] == "+" and position < stop:
            position -= len(word)  # 智能制造|5G|+工业园
            continue
        if word == "家" and place and index and 0 < stop - position <= 2 and pieces[index - 1] in seeds.surnames():
            return position - 2  # 高|家|河: the home of a family, and no measure
        if (
            word == "家"
            and index
            and not scheme
            and pieces[index - 1] in seeds.surnames()
            and text[position:stop][:1] in _STREETS
        ):
            position -= 1  # 霍|家|街小学
            continue
        if word == "现场" and index and pieces[index - 1] in _SCENES and position < stop:
            break  # 签约现场|甲公司
        if word == "会同县" and index and pieces[index - 1].endswith(_BODY_TAILS):
            return position - 1  # 县应急局会同|县科协, and no county
        if word == "地" and position < stop and text[position - 2] == "道" and position - 1 > lo:
            position -= 1  # 道地|连翘: of the right soil
            continue
        if word == "组织" and index and pieces[index - 1] in _ORGANISED:
            position -= 2  # 社会组织|联合会
            continue
        if word == "之" and index and position < stop and len(pieces[index - 1]) == 1 and text[position] in _AFTER_OF:
            position -= 1  # 学|之|道|基金会, 爱|之|家|服务队
            continue
        if word[0] == "由" and len(word) > 1 and not words().frequency(word):
            position -= len(word) - 1  # 由|盛京|银行, no word of the dictionary
            break
        if position < stop and text[position] in _AFTER_NUMERAL and _HOUSEHOLDS.fullmatch(word):
            position -= len(word)  # 十户|滩
            continue
        if not scheme and not place and word[0] in _NUMERALS and text.startswith("冶", position) and position < stop:
            position -= len(word)  # 中国|十九|冶集团: builders of the state by number
            continue
        if word in ("好", "上") and index and not scheme and _is_deed(pieces[index - 1], word):
            break  # 用|好|某某工作站, 用|上|热电厂的余热, 充分利用|好|某某基地
        if place and text.endswith(_PLACE_VERBS, lo, position):
            break  # 包|保|某社区: no words of the dictionary
        if not scheme and position < stop and word in _NO_BODY_VERBS:
            break  # 充分利用|智慧食堂, 做强|实业
        if ends_walk(word, scheme, place, firm) or (
            scheme
            and _ends_scheme(word, position == stop and text.startswith(_PLAIN_TYPES, stop))
            and not (word == "做" and text[position] in _SO_WELL)
        ):
            if scheme and len(word) == 1 and text.startswith(COMPOUNDS, position - 1):
                position -= 1  # 再|制造, 多|式|联运
                continue
            named = word in _TECHNIQUES or (word.isdigit() and position > lo and text[position] in "工模机计行")
            if not (scheme and named):
                break
        elif len(word) == 1 and word in _MEASURES and position - 2 >= 0 and text[position - 2] in _NUMERALS:
            break
        position -= len(word)
    position += text.startswith("起", position, stop) and text.endswith(_SET_UP, lo, position)  # 组织|起|志愿者小分队
    position += text.startswith("了解", position - 1) and lo < position < stop  # 重点了解|高档酒店布草项目
    if not scheme:
        for cut in _CUT_APART.finditer(text, max(lo, position - 1), stop):
            position = max(position, cut.end())
    if not scheme and not place and text[position] in _DEEDS and text[position + 1 : stop] in _BRANDS:
        return position + 1  # 建|育才|小学, 上|阳光|幼儿园
    if not scheme and not place and (stop - position > 4 or text[position + 2 : stop] in _BRANDS):
        first = next(iter(words().cut(text[position:stop])), "")
        if (
            first in _DONE_TO_BODIES
            and text[position + len(first)] not in "区县村镇乡路街成为"
            and _is_proper(text[position + len(first) : stop])
        ):
            return position + len(first)  # 保障|扎波罗热核电站, 改造|新老茶园
    return position


def _is_proper(name: str) -> bool:
    """Whether a stretch begins with a word that names something: a place, a brand, characters of no word."""
    first = next(iter(words().cut(name)), "")
    return len(first) == 1 or first in _BRANDS or words().tag(first)[:2] in ("ns", "nr", "nz", "nt", "x")


_SET_UP = ("组织", "组", "组建", "建立", "拉", "成立", "办", "搭建", "发动", "召集")
_CUT_APART = re.compile(
    "迎来|部分(?!门)|咱们?|从事|[立竖撑搭修盖]起|有关|相关(?!联)|做[强大优精实]|走完|征占|邀上|叫上|喊上|[国央民]企|(?:(?<=重[点大])|重[点大])(?:工程|项目)(?=[一-龥]{2})(?![建服办指管推中督协工攻质])|连跑|跑遍|约谈|下派|封控|消杀|粉饰|[情心]系|新修|[种铺挂堆]满|图为|图片由|任(?=驻)"
)  #: which the dictionary does not always take for words
_DEEDS = frozenset("建上回出进办")
_NO_BODY_VERBS = seeds.word_list("no_body_verbs")  #: no name of a body or a place holds them
_DONE_TO_BODIES = seeds.word_list("done_to_bodies")  #: verbs that names hold too, but do not begin with before a name


def _is_deed(before: str, word: str) -> bool:
    """Whether 好 or 上 tells how something was done: 用|好, 充分发挥|好; not 友好, 联|好."""
    return before in _DONE_WELL or (
        word == "好" and len(before) > 1 and (words().tag(before[-2:])[0] == "v" or before[-2:] in _all_verbs())
    )


_STOPS = frozenset("县市区镇乡村边口桥河湾沟坪岭山坝店湖溪滩港庄")  #: what places end with, at the ends of a line


def _is_stop_of_line(word: str) -> bool:
    """Whether a word before 至 can be where a line begins: 甲镇至乙镇公路, not 延长至 and 3月至5月."""
    if word[-1] in _STOPS or word in _cities():
        return True
    return word[-1] not in "年月日号时点元%" and not word[0].isdigit() and words().tag(word)[0] in "nxajqgm"


def extend_by_repetition(text: str, start: int, end: int, *, most: int = 3) -> int:
    """A name that the text repeats with the same characters before it begins there (聚|合庄生态农庄)."""
    count = text.count(text[start:end])
    if count < 2:
        return start
    best = start
    for begin in range(start - 1, max(-1, start - most - 1), -1):
        char = text[begin]
        if not "\u4e00" <= char <= "\u9fff" or char in SINGLE_STOPS or ends_walk(text[begin:start]):
            break
        if text.count(text[begin:end]) == count and words().frequency(text[max(0, begin - 1) : begin + 1]) == 0:
            best = begin
    return best


def cuts_at(text: str, start: int, end: int, *, ahead: int = 3) -> bool:
    """Whether the dictionary cuts at ``end`` what begins at ``start`` (居民|甲, not 居民楼|栋); ``ahead``: how far it sees on."""
    position = start
    for piece in words().cut(text[start : end + ahead]):
        position += len(piece)
        if position >= end:
            return position == end
    return True


_LISTED_STRETCH = re.compile(r"[^一-龥A-Za-z0-9（）·、“”]")


def list_start(text: str, end: int, most: int = 160) -> int:
    """Where a list of names that ends before ``end`` begins at the earliest: after the last mark that no list holds."""
    start = max(0, end - most)
    for stray in _LISTED_STRETCH.finditer(text, start, end):
        start = stray.end()
    return start if "、" in text[start:end] else end
