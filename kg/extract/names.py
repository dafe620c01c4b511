"""Where a personal name ends: a surname, one or two given characters, and what the words after it make likely.

Names have no dictionary. ``高度重视`` begins with a surname and names nobody; in 陈立新详细询问 the name has three
characters, in 陈立列席会议 two. The likelihood of each reading is the product of the characters' frequencies in names
(``seeds/name_characters.csv``) and of the likeliest cut of the words that remain; the best reading wins.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from math import log

from kg import seeds
from kg.gazetteer import gazetteer
from kg.person_signs import is_of_person
from kg.words import words

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]+")
_DOTTED = re.compile(r"(?![的了我你他她])[\u4e00-\u9fff]{1,7}(?:[·•・][\u4e00-\u9fff]{1,8}){1,3}")
# Characters of Mongolian, Tibetan, Uyghur … names as news writes them.
_TRANSLITERATED = seeds.word_list("sound_characters")
# Those and the ones that only names with a dot have beside them: common words begin with them.
_DOTTED_SOUNDS = _TRANSLITERATED | seeds.word_list("dotted_sound_characters")
# Single characters that may well stand alone right after a name.
_AFTER_NAME = seeds.word_list("after_name_characters")
WINDOW = 7
_LENGTHS = {2: log(0.16), 3: log(0.82), 4: log(0.02)}
_ACTS = ("主持", "出席", "参加", "陪同", "强调", "指出", "要求", "表示", "介绍", "带队", "说", "一行", "询问", "察看", "查看")
# No noun begins with these, so that a 和 before them is the last character of a name: 张立和|率队, 黄忠和|与企业家座谈.
_NO_NOUN = (
    "率",
    "与",
    "的",
    "就",
    "等",
    "在会",
    "在现场",
    "听取",
    "深入",
    "来到",
    "先后",
    "一行",
    "带队",
    "作工作",
    "作了",
    *"把也都还已正却便又则",
    *("讲话", "发言", "致辞", "宣读", "前往", "共同", "分别", "汇报", "今年", "现年", "以前"),
    *("一同", "一起", "亲自", "作为", "接受", "主办", "应邀", "受邀"),
    *("直言", "坦言", "提出", "认为", "告诉", "回忆", "随后", "当场"),
    *_ACTS,
)
# 张洪发|作工作报告: 发作 is no word here.
_MAKES = re.compile(
    "作(?:了|工作|政府|报告|动员|讲话|部署|主题|专题|主旨|题为|重要|表态|交流|总结|典型|说明|发言|辅导|点评|介绍|指示|批示)"
)
SPEAKS = ("说", "表示", "介绍", "强调", "指出", "告诉", "要求", "认为", "坦言", "带队", "主持")
_RARE_VERB = 60  #: the dictionary's count up to which it may hold a verb for a noun, or lack it


@lru_cache(maxsize=1)
def _rare_verbs() -> frozenset[str]:
    """Verbs of two characters behind names that the dictionary does not know for verbs: 领誓, 授旗."""
    classes = ("speech", "name_after", "chair", "attend")
    verbs = {verb for kind in classes for verb in seeds.verbs().get(kind, ()) if len(verb) == 2}
    return frozenset(v for v in verbs if words().frequency(v) < _RARE_VERB and words().tag(v)[0] not in "vd")


# Clan names that stand before a given name of two characters in Yi names, as news writes them.
_CLANS = seeds.word_list("yi_clans")
_ANYWHERE, _NOWHERE = ("",), ()
_ABOUT_IT = (
    "带着",
    "领着",
    "忙",
    "给",
    "为",
    "和",
    "与",
    "同",
    "跟",
    "用",
    "拿",
    "把",
    "组织",
    "指导",
    "查看",
    "检查",
    "对",
    "向",
)
# What a name's third character is no part of, where it goes on so: 夜|查, 致|辞, 正|忙, 先|后, 最|有, 发|去, 均|出席.
_GOES_ON: dict[str, tuple[str, ...]] = {
    "夜": ("查", "访", "巡"),
    "挂": ("任", "职", "点", "帅", "牌"),
    "暗": ("查", "访", "巡"),
    "致": ("欢", "辞", "词", "开幕", "答谢", "贺"),
    "正": _ABOUT_IT,
    "先": ("后",),
    "最": (
        "有",
        "清",
        "关",
        "先",
        "后",
        "近",
        "大",
        "爱",
        "喜",
        "深",
        "想",
        "怕",
        "担",
        "常",
        "初",
        "终",
        "难",
        "开",
        "高",
        "多",
        "早",
        "满",
    ),
    "颇": ("有", "为", "感", "具", "受"),
    "发": (
        "去",
        "来电",
        "来贺",
        "来邀",
        "来感",
        "来短",
        "来视",
        "来的",
        "来一",
        "来消",
        "来信",
        "出了",
        "出通",
        "出倡",
        "出号",
        "出呼",
        "出邀",
        "出提",
        "出警",
        "出预",
        "出指",
        "出的",
        "起",
    ),  # not 甲发|来到
    "来": ("县", "市", "区", "镇", "乡", "村", "旗", "州", "我县", "我市", "我区", "我镇", "我乡", "我村", "校", "厂"),
    "调": ("到", "往", "入", "任", "离", "整", "回", "研", "派"),
    "均": ("出席", "参加", "到", "表示", "已", "有", "在", "为", "是", "作", "获", "对", "来自", "陪同", "列席", "被"),
    "常": ("说", "常", "年", "到", "去", "来", "在", "对", "给", "跟", "为", "带", "想", "被", "把"),
    "才": ("松", "知", "是", "能", "有", "会", "敢", "放", "发现", "明白", "得知", "回", "离", "开始", "把", "带"),
    "于": ("近日", "日前", "昨日", "今", "去年", "上午", "下午", "当", "本月", "上月"),
    "成": ("为",),
    "探": ("班", "访", "望", "讨"),
    "领": ("学", "着", "到", "来", "取"),
    "约": ("访", "谈", "见"),
    "跟": ("村", "群众", "大", "他", "她", "记者", "着", "随", "踪"),
    "赴": _ANYWHERE,
    "讲": ("党课", "到", "授", "解", "述", "话", "了", "课", "得", "道"),
    "提": ("要求", "出", "醒", "议", "到", "问", "建", "了", "交"),
    "谈": ("体会", "到", "了", "起", "感", "及", "道", "心", "话", "得"),
    "捐": ("出", "了", "款", "赠", "资", "献", "来", "建", "助", "给"),
}
_CUT_SHORT = ("凡是", "可是")  # no clause ends with these, nor goes on so before a number: 经理卜一凡|是2021年回来的
_DAILY = 1000  #: the dictionary's count of a word in daily use: 来到
_GOVERNORS = frozenset("让把被给向对由从以为")  # they govern a noun: no word of time and no adverb follows them
_TIBETAN = seeds.word_list("tibetan_name_parts")
_TIBETAN_LAST = seeds.word_list("tibetan_last_parts")  # single characters that end names of three: 拉毛|措
_STOPS = seeds.word_list("walk_stop_characters")
_SURE_TITLE = 4.0  # prior from which nearly any name may stand
_MONGOLIAN = seeds.word_list("mongolian_name_parts")
_SOUNDS_FIRST = _TRANSLITERATED | {part[0] for part in (*_TIBETAN, *_MONGOLIAN)}
_NAME_LIKE = seeds.word_list("name_like_verbs")  # 齐聚: verbs that the dictionary lacks
_NEVER_LAST = seeds.word_list("no_last_characters")
# 刘诚|于近日, 李耀基|于5月3日: a word of time shows that no name or word (基于) goes on.
_ON_DAY = re.compile(
    r"于(?:\d|[一二三四五六七八九十]{1,2}月|[昨今前次当][日天晚]|近日|近期|日前|日内|[今去前]年|[本上]月|[上下中]午|凌晨|清晨|傍晚|会[前后]|[年月][初底中])"
)
_OFFICE_ENDS = frozenset("办室股")  #: which offices end in, and no names
_KIN = seeds.word_list("kin_characters")
_NO_NAMES = seeds.word_list("no_names")  # words that the dictionary calls names
# What a holder of an office does, in lists of duties (县长包案、局长接访): no names.
DUTIES = seeds.word_list("duty_words")
_GIVEN_WORDS = seeds.word_list("given_words")  # 团结, 胜利: whose characters are seldom in other names
_GIVEN_WORD = log(1 / 10_000)
_BY_WHOM = re.compile(r"由[一-龥]{2,4}(?:担任|兼任|主持|带队|率队|负责|牵头|组成|主讲)")
_SHARE = re.compile("占[一二三四五六七八九十几两近约超过比全总]")
_BY_NUMBER = re.compile(
    r"[一-龥][四五六七八九]十[一二三四五六七八九](?![岁年名个位号人户元日月斤亩吨米条项件家多余间头只万千百届公里平座所])"
)
_ANY_CHARACTER = 0.1 / 4000  # names use rare characters that no count has
_BOUNDED = 3.0  # bonus where the name ends at a mark
_SOUND_ITEM = re.compile("[一-龥]{4,8}?(?=[和与及等]|以及|出席|参加|陪同|主持|介绍|参与|列席|一同|一起|到会|分别|$)")
_DOES_NEXT = re.compile(
    "参加|出席|介绍|告诉|表示|主持|陪同|带领|参与|代表|来到|获得|正在|说|致辞|讲话|宣布|发言|强调|指出|要求|一行|率|调研"
)
_ORDINARY = 200  # the dictionary's count from which a word is no chance meeting of sounds
_RARE_WORD = 10  # the dictionary's count of words that may as well be none
_FREQUENT = 2000  # the dictionary's count of words in daily use
_WAS_THERE = ("到会", "与会", "到场", "在场", "同行", "随行", "同往", "同去", "在座", "在列")  # 、鲍春|到会，
# 高兴地|说, 笑着|说: how someone speaks, behind a name.
_SPEAKS_SOON = re.compile("(?:[一-龥]{1,3}地|[一-龥]{1,2}着)?(?:说|介绍|告诉|表示|坦言|感慨)|(?:高兴|激动|乐呵|笑)")
# 同|镇、村干部, 与|县、乡两级: a word between two, and levels.
_GOVERNED_UNIT = re.compile("[同与和向跟随从由][省市县区旗镇乡村]、[市县区旗镇乡村]")
_INSIDE = 4.0  # penalty where the name would begin inside a word
_BREAKS = 2.0  # penalty where the name would take the first character of a verb or adverb
_WORDY = -17.0  # log probability below which what the dictionary has as a word is no name, whatever stands before it
_STRAY = 2.5  # penalty where a lone character that is no function word would follow


_TURKIC = seeds.word_list("turkic_name_parts")  #: names of Uyghurs, Kazakhs and others as Chinese writes them
_TURKIC_TAILS = seeds.word_list("turkic_name_tails")  #: what a part may end with: 买买提|江
_LONGEST_TURKIC = max(map(len, _TURKIC))
# 来|陇|调研: whither one came by the one character of a county
_CAME = re.compile(
    "[一-龥]{2}[来赴莅][^带率参正已现就亲主前再到自](?:调研|考察|视察|督查|督导|检查|指导|慰问|开展|走访|参观|访问|洽谈|调查|宣讲)"
)
LEADING = frozenset("对和与跟让把给向为被是像叫请帮使教陪同及")  #: single words that lead to a name


def _turkic_at_start(text: str) -> int:
    """How many characters at the beginning are known parts of such names: 买买提江|说."""
    at = 0
    while True:
        step = next((n for n in range(min(_LONGEST_TURKIC, len(text) - at), 1, -1) if text[at : at + n] in _TURKIC), 0)
        if not step:
            break
        at += step
    tail = next((tail for tail in (text[at : at + 2], text[at : at + 1]) if at and tail in _TURKIC_TAILS), "")
    return at + len(tail)


@lru_cache(maxsize=4096)
def turkic_at_end(text: str) -> int:
    """How many characters at the end are known parts of such names: 老人|阿不都热西提."""
    return next((n for n in range(min(9, len(text)), 1, -1) if _turkic_at_start(text[-n:]) == n), 0)


class NameScorer:
    """Weighs readings of a stretch as a name."""

    def __init__(self) -> None:
        self.surnames = seeds.surnames()
        roles = seeds.name_characters()
        first, rare = self._table(roles, "C")
        self._first = {**first, **dict.fromkeys(_KIN - {"叔"}, -99.0)}, rare  # 张姐|和, but 李叔同
        self._second = self._table(roles, "D")
        single, none = self._table(roles, "E")
        self._single = {**single, **dict.fromkeys(_KIN, -99.0)}, none  # 罗|姨, 张|叔: how one calls them, and no names
        total = sum(self.surnames.values()) or 1
        self._surname = {name: log(count / total) for name, count in self.surnames.items() if count}
        self.compound = frozenset(name for name in self.surnames if len(name) == 2)

    @staticmethod
    def _table(roles: Mapping[str, Mapping[str, int]], role: str) -> tuple[dict[str, float], float]:
        counts = {char: by_role[role] for char, by_role in roles.items() if role in by_role and len(char) == 1}
        total = sum(counts.values()) or 1
        return {char: log(0.9 * count / total + _ANY_CHARACTER) for char, count in counts.items()}, log(_ANY_CHARACTER)

    def surname_at(self, text: str, position: int) -> str:
        """The surname that begins at ``position``, or empty."""
        two = text[position : position + 2]
        if two in self.compound:
            return two
        one = text[position : position + 1]
        return one if one in self._surname else ""

    def likelihood(self, name: str) -> float:
        """Log probability of a string given that a name stands there; -99 where it can be none."""
        surname = self.surname_at(name, 0)
        if not surname:
            return -99.0
        given = name[len(surname) :]
        if len(surname) == 2 and not 1 <= len(given) <= 2:
            surname, given = name[0], name[1:]
            if surname not in self._surname:
                return -99.0
        base = self._surname[surname] + _LENGTHS.get(len(name) + 1 - len(surname), -8.0)
        if len(given) == 1:
            return base + self._single[0].get(given, self._single[1])
        if len(given) == 3 and given[0] in self._surname:  # 张陈美玉
            return (
                base
                + self._surname[given[0]]
                + self._first[0].get(given[1], self._first[1])
                + self._second[0].get(given[2], self._second[1])
            )
        if len(given) == 2:
            return base + self._spelled(given)
        return -99.0

    def read(self, text: str, position: int, prior: float) -> tuple[int, float]:
        """How many characters the name at ``position`` has (0 for none), and by how much that reading wins.

        ``prior`` is the log odds that the context gives for a name: about 0 after a title, -6 anywhere.
        """
        if prior < -2 and not self.surname_at(text, position) and (prior <= -3 or "·" not in text[position : position + 9]):
            return 0, 0.0  # what comes below would find no name either
        dotted = _DOTTED.match(text, position) if prior > -3 else None
        if dotted is not None:
            after = text[dotted.end() : dotted.end() + 1]
            if self._is_led_to(dotted.group()):
                return 0, 0.0  # 见到|买买提·吐尔逊
            size = self._dotted_length(dotted.group(), not "\u4e00" <= after <= "\u9fff")
            joined = text[position + size - 1] in "和与及" and "\u4e00" <= text[position + size : position + size + 1] <= "\u9fff"
            return size - joined, 5.0  # 廷·巴特尔|和某公司的代表
        run = _HAN.match(text, position)
        if run is None:
            return 0, 0.0
        day = text.find("于", position + 2, min(run.end(), position + 5))
        if day >= 0 and _ON_DAY.match(text, day):
            run = _HAN.match(text, position, day) or run  # 县长刘诚|于5月3日, 李耀基|于昨日
        if run.end() - position > 2 and run.group()[-1] in "和与及" and text[run.end() : run.end() + 1].isdigit():
            run = _HAN.match(text, position, run.end() - 1) or run  # 书记王洁|和70多名党员
        length = run.end() - position
        if run.group()[1:2] in ("着", "了", "过") or _GOVERNED_UNIT.match(text, position):
            return 0, 0.0  # 有老师|管着，; 负责人|同镇、村干部
        if prior >= -2:
            if _BY_NUMBER.match(run.group()) is not None and self.surname_at(text, position):
                return 4, 2.0  # 吴|七十三: how old a Mongolian child's grandfather was
            if self._is_of_clan(run.group()):
                return 4 + (run.group()[4:5] in ("莫", "嫫", "惹")), 2.0  # 阿苏|木果莫|说
            foreign = self._transliterated(run.group())
            if foreign and self._is_worded(run.group(), foreign):
                foreign = 0  # 战士|依次|列队: nothing but words
            foreign = max(foreign, self._item_by_sound(text, position, run.group()), self._surnamed_by_sound(run.group()))
            spoken = foreign == 3 and _SPEAKS_SOON.match(run.group(), 3) is not None  # 村民买力亚|高兴地说
            if foreign >= 4 or (foreign == 3 and (prior >= 2 or length == 3 or spoken or not self.surname_at(text, position))):
                return foreign, 2.0
            if (
                prior >= 0
                and length == 4
                and text[position - 1 : position] == "、"
                and max(map(len, words().cut(run.group()))) == 1
                and run.group()[-1] not in _NEVER_LAST
                and run.group()[:2] not in self.compound
                and run.group()[2:] not in _WAS_THERE
            ):
                return 4, 1.0  # 阿牛史日、: a bounded name of another tradition
            if (
                prior >= 2
                and length == 4
                and not words().frequency(text[position - 1 : position + 1])
                and self._is_whole(run.group())
            ):
                return 4, 1.0
            if (
                prior >= _SURE_TITLE
                and length == 3
                and max(map(len, words().cut(run.group()))) == 1
                and self._is_strange(run.group())
            ):
                return 3, 1.0  # 旗政协主席宝力道、: no words, and nothing behind
        if run.group()[0] == "占" and _SHARE.match(run.group()):
            return 0, 0.0  # 老人|占三成
        if run.group() in DUTIES or run.group()[:2] in _NAME_LIKE or (run.group()[0] == "由" and _BY_WHOM.match(text, position)):
            return 0, 0.0
        if not self.surname_at(text, position):
            return 0, 0.0
        if "某" in run.group()[:3]:
            return self._veiled(run.group(), prior), 2.0
        if position and words().frequency(text[position - 1 : position + 1]) and self._is_inside(text, position):
            prior -= _INSIDE  # 水电工程|完工, whatever a 水电工 is
        if prior >= -2 and length > 2 and run.group()[:2] in gazetteer().by_short and is_of_person(text, position, position + 2):
            return 3, 2.0  # 村民|云龙明|说
        if prior >= _SURE_TITLE and _CAME.match(run.group()):
            return 2, 2.0  # 主席李强|来陇开展专题调研
        window, bounded = run.group()[:WINDOW], length <= 4
        return self._weigh(window, prior, bounded) if self._may_win(window[:3], prior, bounded and length < 4) else (0, 0.0)

    @staticmethod
    def _veiled(run: str, prior: float) -> int:
        """The length of an official's name of three characters, one of them hidden: 副部长|王某天|到会; 0 for 王某, 王某某."""
        if prior < _SURE_TITLE or run[:3].count("某") != 1 or len(run) < 3:
            return 0
        return 0 if run[1] == "某" and (run[2] in _AFTER_NAME or words().frequency(run[2:4])) else 3  # 法官王某|来到

    def may_begin(self, text: str, position: int, prior: float) -> bool:
        """False where :meth:`read` would find no name for sure: to be asked first, for it is quick."""
        run = _HAN.match(text, position, position + 4)
        if run is None:
            return False
        window = run.group()
        if window[0] not in self._surname and window[:2] not in self.compound:
            return "·" in text[position : position + 9]
        return self._may_win(window[:3], prior, len(window) < 4)

    @lru_cache(maxsize=50_000)  # noqa: B019 - one scorer lives as long as the process
    def _may_win(self, window: str, prior: float, bounded: bool) -> bool:
        """Whether any name at the head of a window, of which three characters are asked for, could outweigh the likeliest words.

        What follows the name costs both readings the same or the name more, so that comparing the heads alone is enough to refuse
        one, and spares the walk through the window where a name is out of the question. ``bounded``: nothing follows the window.
        """
        head = window[:2]
        if head in self.compound or head in _CLANS:
            return True
        if len(head) < 2:
            return False
        lexicon = words()
        counts, tag, cost = lexicon.counts, lexicon.tag, lexicon.word_cost
        prior += (4.0 if prior >= 3 else 0.0) + 1e-6  # the dearest bonus of _weigh; sums in another order differ a little
        bonus = _BOUNDED if bounded else 0.0
        first = cost(head[0])
        words_alone = first + cost(head[1])
        plain = max(words_alone, cost(head)) if counts.get(head) and not tag(head).startswith("nr") else words_alone
        surname = self._surname[head[0]]
        single, none = self._single
        if prior + (bonus if len(window) == 2 else 0.0) + (surname + _LENGTHS[2] + single.get(head[1], none)) > plain:
            return True
        if len(window) < 3:
            return False
        if prior >= 3 and head[1] in self._surname:
            return True  # four characters
        pair = window[1:]
        plain += cost(window[2])
        if counts.get(pair):
            plain = max(plain, first + cost(pair))
        if counts.get(window) and not tag(window).startswith("nr"):
            plain = max(plain, cost(window))
        return prior + (bonus if len(window) == 3 else 0.0) + (surname + _LENGTHS[3] + self._spelled(pair)) > plain

    def _spelled(self, given: str) -> float:
        """Log probability of two characters as a given name."""
        (first, none), (second, no_second) = self._first, self._second
        spelled = first.get(given[0], none) + second.get(given[1], no_second)
        return max(spelled, _GIVEN_WORD) if given in _GIVEN_WORDS else spelled

    @staticmethod
    def _is_strange(run: str) -> bool:
        """Whether three characters that are no words can be a name of another tradition or a rare surname's."""
        return not any(char in _AFTER_NAME or char in _NEVER_LAST or char in _STOPS for char in run)

    def _is_whole(self, run: str) -> bool:
        """Whether four characters between a title and a mark are one name: no words are in them, and no end before the last."""
        return (
            run[3] not in "时后前中内等们家"
            and run[2:] not in _rare_verbs()  # 主任陆云|监誓
            and self._surname.get(self.surname_at(run, 0), -99.0) >= self._surname.get(self.surname_at(run, 1), -99.0)
            and max(map(len, words().cut(run))) == 1
            and bool(self.surname_at(run, 0))
            and run[2] not in _AFTER_NAME
            and run[3] not in _AFTER_NAME
            and run[3] not in _NEVER_LAST
            and run[:2] not in self.compound
            and all(run[at] in self._second[0] for at in (2, 3))
        )

    @staticmethod
    def _is_inside(text: str, position: int) -> bool:
        """Whether a word of the dictionary reaches across ``position``."""
        at = max(0, position - 4)
        for piece in words().cut(text[at : position + 3]):
            at += len(piece)
            if at >= position:
                return at > position
        return False

    @staticmethod
    @lru_cache(maxsize=50_000)
    def _without_name(window: str) -> float:
        """Log probability of the likeliest cut in which no personal name of the dictionary begins the window."""
        lexicon = words()
        costs = lexicon.walk(window).costs
        if not any(lexicon.tag(window[:size]).startswith("nr") for size in (2, 3, 4) if size <= len(window)):
            return costs[0]
        return max(
            lexicon.word_cost(window[:size]) + costs[size]
            for size in range(1, min(5, len(window)) + 1)
            if size == 1
            or window[:size] in _NO_NAMES  # 教师|张贴|标语
            or (lexicon.frequency(window[:size]) and not lexicon.tag(window[:size]).startswith("nr"))
        )

    def _is_led_to(self, name: str) -> bool:
        """Whether a name of parts would begin with a word of its sentence: 见到|买买提·吐尔逊, 和|古丽仙·买买提."""
        first = re.split("[·•・]", name)[0]
        start = len(first) - turkic_at_end(first)
        if not 0 < start < len(first):
            return False
        return first[:start] in LEADING or all(
            words().tag(piece)[0] in "vpcudr" and len(piece) > 1 for piece in words().cut(first[:start])
        )

    @staticmethod
    def _dotted_length(stretch: str, bounded: bool) -> int:
        """Where the last part of a dotted name ends: 买买提·吐尔逊|介绍."""
        last = max(stretch.rfind(dot) for dot in "·•・") + 1
        tail = stretch[last:]
        known = _turkic_at_start(tail)
        if known and bounded and len(tail) == known + 1 and tail[-1] in _DOTTED_SOUNDS:
            return last + known + 1  # 居马|西。
        if known and (
            tail[known : known + 1] not in _DOTTED_SOUNDS or (tail[known + 1 : known + 2] or "的") not in _DOTTED_SOUNDS
        ):
            return last + known  # 麦麦提|高兴
        does = _DOES_NEXT.search(tail, 1)
        if does is not None:
            tail, bounded = tail[: does.start()], True
        end = 0
        for piece in words().cut(tail):
            named = words().tag(piece).startswith("nr") or all(char in _DOTTED_SOUNDS for char in piece)
            beside = tail[end + 1 : end + 3]
            ends = len(beside) == 2 or (bounded and len(beside) == 1)  # 哈布|都|拉、
            if len(piece) == 1 and piece in "都马不" and ends and all(char in _DOTTED_SOUNDS for char in beside):
                named = True  # 阿不|都|哈德尔
            if not named and (end > 1 or (end and len(piece) > 1)):
                break
            end += len(piece)
        if bounded and end > 1 and len(tail) == end + 1 and tail[-1] not in _NEVER_LAST:
            end += 1  # 巴特那|生|致辞
        if end < len(tail) or (bounded and end <= 6):
            return last + min(end, 6)
        return last + min(2, len(tail))

    @lru_cache(maxsize=50_000)  # noqa: B019 - one scorer lives as long as the process
    def _weigh(self, window: str, prior: float, bounded: bool) -> tuple[int, float]:
        lexicon = words()
        costs, ends = lexicon.walk(window)
        none = self._without_name(window)
        best, best_score, second = 0, none, -1e9
        for size in (2, 3, 4):
            if size > len(window):
                break
            name = window[:size]
            if (
                size == 4
                and name[:2] not in self.compound
                and name[:2] not in _CLANS
                and not (prior >= 3 and name[1] in self._surname)
            ):
                continue
            if (size == 3 and name in _NO_NAMES) or name[-1] in _OFFICE_ENDS:
                continue  # 教师|周转房, 、|党建办|主任科员
            rest = window[size:]
            if size == 2 and name in _NO_NAMES and rest and not lexicon.frequency(name) and not rest.startswith(_ACTS):
                continue  # 无主管|楼院政府主领
            breaks = window[2 : ends[2]] if size == 3 and len(window) > 3 else ""
            score = prior + self.likelihood(name) + costs[size]
            joins = size < 4 and window[2:3] in "和与" and window[3:].startswith(_NO_NOUN)  # whatever 和 would join is no noun
            if size == 2 and joins:
                score -= 2 * _STRAY
            if size == 3 and name[-1] in _NEVER_LAST and not joins and not rest.startswith(SPEAKS):
                score -= _STRAY
                if name[:2] in _NO_NAMES:
                    score -= 2 * _STRAY  # 关怀|和指导
            if size == 2 and bounded and rest in _CUT_SHORT:
                score -= 2 * _STRAY
            if size == 3 and name[0] in "和与" and lexicon.frequency(name[1:]) > _DAILY and lexicon.tag(name[1:])[:2] != "nr":
                score -= 4 * _STRAY  # 代表|和家长
            if len(breaks) > 1 and lexicon.tag(breaks)[0] in "vd" and not _MAKES.match(rest):
                score -= _BREAKS if lexicon.frequency(breaks) < _FREQUENT else 2 * _BREAKS  # 李玉|出生于, not 李玉出|生于
            if size == 3 and rest[:1] in ("了", "着"):
                score -= 4 * _BREAKS  # 鲍春|签了字
            if size > 2 and window[2:4] in _rare_verbs():
                score -= 4 * _BREAKS  # 院长白杨|领誓
            if size == 3 and (prior < 0 or len(breaks) > 1) and name[:2] in _NO_NAMES:
                score -= 2 * _STRAY  # 残疾人|康复|托养, 教师|荣休|仪式
            if size == 3 and rest and rest.startswith(_GOES_ON.get(name[-1], _NOWHERE)):
                score -= 6 * _BREAKS  # 王立|夜查, 黄芳|致欢迎辞, 孙丽|正带着居民…, 代晓|先后, 李彬|最有把握
            if size == 3 and name[-1] == "来" and rest[:2] in gazetteer().by_short:
                score -= 6 * _BREAKS  # 高远|来|某县|调研
            if size == 4 and rest and name[:2] not in self.compound and words().frequency(name[3] + rest[0]) > _DAILY:
                score -= 4 * _BREAKS  # 栗桂发|来到
            if size == 3 and name[-1] == "家" and (not rest or rest[0] in "的里中门院"):
                score -= 3 * _STRAY  # 走进村民王强|家，
            if not rest and size == 3 and name[-1] == "时" and bounded:
                score -= 2 * _STRAY  # 见到马麟|时，
            if not rest and size == 3 and name[-1] in "称说道讲问":
                score -= _STRAY  # 于洋|称，
            elif not rest:
                score += _BOUNDED if bounded else 0.0
            elif ends[size] == size + 1 and rest[0] not in _AFTER_NAME and not (bounded and rest == "时"):
                score -= _STRAY
            if size == 2 and rest[:1] == "有" and rest[1:].startswith(_ACTS):
                score -= 2 * _STRAY  # 杨志有|主持, for 有|主持 says nothing
            if size == 2 and rest[:1] in _GOVERNORS and len(rest) > 1 and lexicon.tag(window[3 : ends[3]])[0] in "td":
                score -= _STRAY + _BREAKS  # 卞礼让|近来, for 让|近来 says nothing
            if size == 2 and bounded and rest[1:] == "说" and lexicon.tag(rest)[0] == "n":
                score -= _STRAY  # 杨通学|说, not 杨通|学说
            if name in _NO_NAMES and rest.startswith(("和", "与", "下")):
                score -= 4.0  # 关怀和指导
            if lexicon.frequency(name) > 3 and (not lexicon.tag(name).startswith("nr") or name in _NO_NAMES) and size == 2:
                acts = rest.startswith(SPEAKS) or (
                    prior >= _SURE_TITLE
                    and (rest.startswith(_ACTS) or (bounded and not rest))
                    and self.likelihood(name) > _WORDY  # 县长|甘露、 but not 负责人|介绍，
                )
                does = rest[:1] == "到" or (rest[2:3] == "了" and lexicon.frequency(rest[:2]))  # 局长|文明|到学校, 田野|分析了
                goes = prior >= _SURE_TITLE and does and name in _NO_NAMES
                least = 0.0 if goes else -4.0 if prior >= 2 else -8.0
                score += 4.0 if prior >= 3 and acts and name not in _NO_NAMES else least
            if score > best_score:
                second, best, best_score = best_score, size, score
            elif score > second:
                second = score
        return best, best_score - (none if best else second)

    @staticmethod
    def _transliterated(run: str) -> int:
        """How many characters of a name of another tradition a run begins with."""
        if run[0] not in _SOUNDS_FIRST:
            return 0
        if run[:2] in _TIBETAN and run[2:4] in _TIBETAN:
            return 4  # 扎西|次仁
        if run[:2] in _TIBETAN and run[2:3] in _TIBETAN_LAST and len(words().cut(run[2:5])[0]) == 1:
            return 3  # 拉毛|措, not 尼玛|加快
        if len(run) == 4 and run[:2] in _TIBETAN and run[3] in _TIBETAN_LAST and not words().frequency(run[2:4]):
            return 4  # 丁增|求措
        size = 0
        while size < len(run) and size < 7:
            part = next(
                (length for length in (5, 4, 3, 2) if run[size : size + length] in _MONGOLIAN and size + length <= len(run)), 0
            )
            if not part and run[size] not in _TRANSLITERATED:
                break
            size += part or 1  # 敖特根|巴雅尔
        if size >= 3 and len(run) == size + 1 and run[size] not in _NEVER_LAST and run[size] not in "家时":
            size += 1
        while size > 3 and size < len(run) and not run[size:].startswith(SPEAKS):
            across = run[size - 1 : size + 1]
            if len(words().cut(across)) > 1 or words().frequency(across) < _RARE_WORD:
                break
            size -= 1  # …图|介绍, not …图介|绍; 热合曼江|通报, whoever 江通 is
        while size > 3 and run[size - 1] in _NEVER_LAST and size < len(run):
            size -= 1
        return size if size >= 3 else 0

    def _surnamed_by_sound(self, run: str) -> int:
        """The length of a Mongolian name of three characters or more behind a surname: 王|特木尔; 0 where none is."""
        if run[0] not in self._surname:
            return 0
        at = 1
        while at < 6:
            size = next((size for size in (5, 4, 3, 2) if run[at : at + size] in _MONGOLIAN and len(run) >= at + size), 0)
            if not size:
                break
            at += size
        return at if at > 3 else 0  # 佟|阿古拉, 韩|哈斯|巴根

    @staticmethod
    def _is_of_clan(run: str) -> bool:
        """Whether a clan's name and two characters that are no word begin a run: 曲木|阿英."""
        if run[:2] not in _CLANS or len(run) < 4:
            return False
        given = run[2:4]
        rare = 0 < words().frequency(given) < _RARE_WORD and run[2:5] not in words().counts
        return max(map(len, words().cut(run[2:5]))) == 1 or words().tag(given).startswith("nr") or rare

    @staticmethod
    def _is_worded(run: str, size: int) -> bool:
        """Whether what looks like sounds is words: verbs and adverbs (依次列队), or one in daily use first (多次|提)."""
        pieces = words().cut(run[:size])
        if size >= 4 and all(words().tag(piece) in ("v", "d") for piece in pieces):
            return True
        first = pieces[0]
        return size == 3 and len(first) > 1 and words().frequency(first) > _FREQUENT and words().tag(first)[0] in "vdmprct"

    @staticmethod
    def _item_by_sound(text: str, position: int, run: str) -> int:
        """The length of a list's item that is mostly written by its sounds, whatever else is in it: 宝音满都呼、."""
        item = _SOUND_ITEM.match(run)
        if item is None or "、" not in (text[position - 1 : position], text[position + item.end() : position + item.end() + 1]):
            return 0
        name = item[0]
        strange = sum(char not in _DOTTED_SOUNDS for char in name)
        if strange > len(name) // 4 or any(
            len(piece) > 1 and words().frequency(piece) > _ORDINARY and not words().tag(piece).startswith("nr")
            for piece in words().cut(name)
        ):
            return 0
        return len(name)

    def is_yi(self, name: str) -> bool:
        """Whether a name is a clan's of the Yi and a given name of two characters: 吉克伍果."""
        return len(name) == 4 and self._is_of_clan(name)

    @staticmethod
    def is_tibetan(name: str) -> bool:
        """Whether a name is made of two of the parts that Tibetan names have: 次仁卓玛."""
        return name[:2] in _TIBETAN and name[2:] in _TIBETAN

    @staticmethod
    def sounds_from(part: str) -> int:
        """Where the run of sound characters that ends ``part`` begins (乡长|艾尼瓦尔), known parts of names among them."""
        start = len(part) - turkic_at_end(part)
        while start and part[start - 1] in _DOTTED_SOUNDS:
            start -= 1
        return start

    @staticmethod
    def is_dotted_name(name: str) -> bool:
        """Whether a name of parts is written by its sounds: 买买提·吐尔逊; not 雅居乐·花园."""
        parts = re.split("[·•・]", name)
        return all(2 * sum(char in _DOTTED_SOUNDS for char in part) >= len(part) for part in parts) and len(name) > 3

    def is_name(self, name: str, prior: float) -> bool:
        """Whether a bounded string reads as a name rather than as words."""
        if _DOTTED.fullmatch(name):
            return True
        if prior > -3 and len(name) > 2 and self._transliterated(name) == len(name) and words().tag(name)[:2] in ("x", "nr"):
            return True  # 巴特尔, 额尔德木图
        if prior > -3 and self.is_yi(name):
            return True  # 吉克伍果
        if not 2 <= len(name) <= 4 or not _HAN.fullmatch(name) or not self.surname_at(name, 0) or name in DUTIES:
            return False
        if (len(name) == 4 and name[:2] not in self.compound) or name[-1] in _OFFICE_ENDS:
            return False
        penalty = 3.0 if words().frequency(name) > 3 and not words().tag(name).startswith("nr") else 0.0
        return prior - penalty + self.likelihood(name) > self._without_name(name)


@lru_cache(maxsize=1)
def scorer() -> NameScorer:
    """The one scorer of this process, made at first use."""
    return NameScorer()
