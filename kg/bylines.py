"""Bylines, credits, datelines and mastheads: who wrote, took the picture, edited.

Everything here works on one folded line and answers with spans of that line; nothing is looked up but surnames and plain words.
A byline that says by a word of its own that it is one (记者, 摄, 文/图) is believed; bare names are believed only alone in
brackets after a full stop, or in a list of their own, and only with a surname or the sounds of another tradition.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from string import ascii_uppercase

from kg.patterns import needing
from kg.seeds import districts, surnames
from kg.text import HAN
from kg.words import words

Span = tuple[int, int]
Name = tuple[str, Span]  #: role and place of one name

_HAN = re.compile(f"[{HAN}]")
_LIST_LONGEST = 30  # characters of a line of bare names


def _any(words: str) -> str:
    """A regex of alternatives, written as words with spaces between."""
    return f"(?:{'|'.join(words.split())})"


def _wide(words: str) -> str:
    """The same for words that may be set wide, with a space between their characters: 总 监 制, 责 任 编 辑."""
    wide = []
    for word in words.split():
        parts = re.findall(r"(\[[^]]*\]|.)(\??)", word)
        last = max(place for place, (_, may) in enumerate(parts) if not may)
        before = (f"(?:{part} ?)?" if may else f"{part} ?" for part, may in parts[:last])
        wide.append("".join([*before, parts[last][0], *(f"(?: ?{part})?" for part, _ in parts[last + 1 :])]))
    return f"(?:{'|'.join(wide)})"


_SEPARATOR = "[ ：:/|]"
_DESK = f"(?:[{HAN}]{{0,10}}?" + _any(
    "报 报社 台 网 中心 社 媒 媒体 客户端 全媒体 融媒体 电视 广播 首席 特约 特派 见习 实习 文字 图片 摄影 视频 资深 驻站 支站 "
    "分站 常驻 调查 新闻 采访 小 校园 本刊 高级 前方 跑线 [A-Z]{2,6}"
) + ")"  # fmt: skip
_WRITER = _any(
    "记.?者(?!站) 通.?讯.?员 实习生 见习生 撰.?稿人? 供.?稿人? 拟.?稿人? 作.?者 执.?笔(?=[：:/|]) "
    "评论员 报道员 信息员 宣传干事 摄影者 "
    "航.?拍(?=[\\s：:/|]) 摄.?像(?=[\\s：:/|]) 摄.?影[：:/|] 采.?写(?=[：:/|]) 拍.?摄(?=[：:/|]) "
    "文.?稿(?=[：:/|]) 稿.?件(?=[：:/|]) 采.?访(?=[：:/|]) "
    "采.?编(?=[：:/|]) 文.?案(?=[：:/|]) 来.?稿(?=[：:/|]) 投.?稿(?=[：:/|]) 供.?图(?=[：:/|]) 配.?图(?=[：:/|])"
).replace(".?", " ?")
#: a paper of two houses before the desk: 新重庆-重庆日报记者
_JOINT = f"(?:[{HAN}]{{2,6}}[-—](?=[{HAN}]{{2,10}}(?:报|网|台|新闻|客户端)))?"
_ROLE = (
    f"(?:(?:原稿?|原文)?{_JOINT}{_DESK}{{0,4}}?{_WRITER}|"
    f"[{HAN}]{{0,8}}?[县市区镇乡旗][{HAN}]{{1,8}}?[局委办院所站部处]通讯员)"  # 某网某|县台办通讯员| 甲
)
_EDITOR_ROLE = "(?:(?:" + _wide(
    "本版 本期 本报 值班 执行 责任 首席 网络 新媒体 文字 图片 图文 视频 微信 融媒 融媒体 全媒体 见习 实习 助理 美术 版面 内容 "
    "电子版 初审 复审 终审 音频 微博 栏目"
) + " ?)?" + _wide(
    "责编 副?责任编辑 编辑[人者员]? 副?主编 副?总?编审 校[对检稿核] 组版 美编 版式 审读 审核 签发 责校 编委 审片 总值班 总?监制 "
    "审稿人? 核稿人? 审核人 复核人? 责任人 终审 审签人? 核发 "
    "初审 复审 [一二三]审 [一二三]校 [一二三]审[一二三]校 监审 "
    "版面设计 版面 电脑制作 制图 视觉(?:设计|编辑|总监)? [插漫绘]图 插画 漫画 统筹 总?策划 出品人? 编发 "
    "主播 出镜 排版 审定 审发 运营 编务 把关 "
    "核编 编核 审编 统稿人? 主审 总审 初核 校稿人? 校阅 审阅人? 审批人? 审核领导 单位审核 领导审核 内容审核 信息审核 "
    "分管领导 [初复终]审人 编校 校审 发布[人者] 上传[人者] 录入[人员者]? 编导 制作 后期 剪辑 配音 播音 海报 设计 调色 字幕 "
    "值班总编辑? 值班主任 值班主编 值班领导 值班编委 副?总编辑? 责任校对"
) + ")"  # fmt: skip
_SHOT = "(?:摄影报道|摄影|图 ?片|照 ?片|供图|图源|航拍|摄|图)"
_BOTH = "(?:文 ?[/、并|] ?[图摄]影?|图 ?[/、|] ?文|图文报道|图文|文图|文字摄影|撰文摄影|采写摄影)"
_ORIGINAL = "原(?:文|稿|报道|图)(?=[：:/|])"  # 原报道：甲
_MARKER = (
    f"(?:{_ORIGINAL}|{_BOTH}|{_SHOT}|文 ?字|撰 ?文|采写|文(?! [{HAN}](?![{HAN}]))|报道|整理|供稿|提供)"  # 文 雅 is a padded name
)
_GLUED = "(?:摄影报道|文 ?/ ?图|图 ?/ ?文|摄影|供图|供稿|提供|采写|撰文|拍摄|摄|报道)"  # markers that may stand against a name
_NAME = f"[{HAN}]{{1,8}}?(?:·[{HAN}]{{1,10}}?)*"
_ALL = "(?:均|皆|都|全部)?"
#: words before a credit that say what it is of, or after it whence it came: 本版图片 甲 摄, 以上图片由乙提供, 甲 发自某地
_FILLER = (
    f"(?:(?:本版|本组|本文|本期|以上|文中|题图|压题|除署名外)(?:(?:图片|照片|摄影|文图|稿件|文字)?{_ALL}(?:[由为]|(?={_SEPARATOR}))|"
    f"(?=摄影|撰文|文字|采写))|(?:图片|照片){_ALL}(?:[由为]|(?={_SEPARATOR}))|(?:文图|稿件){_ALL}[由为]|"
    f"(?:来源|稿源|转自)[：: ] ?[{HAN}A-Za-z“”]{{2,20}}(?=[ ；;，|/])|"
    f"本[报网刊社][{HAN}]{{0,4}}图片[库社]|发自[{HAN}]{{2,12}}(?![{HAN}])|[（(](?:实习|见习|特约|通讯员)[）)])"
)
_OFFICES = "[局委办院所站部处镇乡县市区社台网报校厂队会团联科股室馆厅组园]"
_BODIES = _any(
    "中心 公司 集团 街道 社区 大队 支队 中队 学校 小学 中学 大学 学院 医院 银行 法院 检察院 报道组 通讯组 工作组 融媒 发布 "
    "电视台 政协 人大 妇联 文联 工会 工商联 残联 科协 团委 "
    "日报 晚报 晨报 早报 客户端 新闻网 记者站 政府 党委 支部 办事处 管委会 供电所"
)
#: an office that says no more: （政府办 甲 乙）, （宣传科 甲）
_OWN_OFFICES = _any(
    "政府办 党政办 县委办 区委办 市委办 综治办 文明办 党建办 办公室 宣传[科股部办] "
    "组织[科股部] 政工[科处室] 政治[处部] 综合[科股] 信息科"
)  # fmt: skip
#: a body that says where its people work: 某县新闻中心 甲; names end seldom so, and are shorter
_BODY = (
    f"(?:[{HAN}]{{1,18}}?{_BODIES}|{_OWN_OFFICES}|[{HAN}]{{3,18}}?{_OFFICES}|[{HAN}]{{2}}[县市区镇乡]|"
    f"[县市区镇乡省州旗盟团本][{HAN}]{{0,2}}{_OFFICES})"
)
#: two characters, of a name of three, whose first is a surname of many
_SURNAMED = f"(?:[{''.join(sorted(name for name, count in surnames().items() if len(name) == 1 and count > 500))}][{HAN}])"
_DID = "(?:供稿|供图|提供|摄影报道|摄影?|报道)?"
_DESK_BEFORE_NAME = f"[{HAN}]{{0,12}}?(?:融媒体?中心|新闻中心|报道组|宣传部|电视台|日报社?)(?=[{HAN}]{{2,3}}{_DID}(?![{HAN}]))"
#: an office or place that sends reports, against the name of who writes there: 县交通运输局|甲, 某街道|乙, 团某县委|丙, 党政办|丁
_SENDER = (
    f"[{HAN}]{{2,16}}?(?:[县区市镇乡村]|街道|社区|[^常编]委|[^结布骨格当定时终大]局|[^举承主协兴开停创]办|办公室|办事处|派出所"
    "|政府|中心|组织部|宣传部|统战部|工会|妇联|学校|小学|中学|医院|法院|检察院|支队|大队)"
)
_LAST_OF_NAME = f"(?![村庄屯寨乡镇])[{HAN}]"  #: 马家村|高家庄: two villages
_OFFICE_BEFORE_NAME = f"{_SENDER}(?={_SURNAMED}{_LAST_OF_NAME}{_DID}(?![{HAN}]))"
#: a medium alone before the names of its people: 某县融媒 甲 乙
_MEDIUM = f"[{HAN}]{{2,10}}(?:融媒体?中心|融媒体?|日报社?|晚报|电视台|新闻网|报社|记者站|新闻中心|通讯组|报道组)"
_IS_MEDIUM = re.compile(_MEDIUM)
#: a name between two roles that nothing parts: 记者|甲|实习记者乙
_BETWEEN_ROLES = f"(?<=[者员生]){_SURNAMED}[{HAN}]?(?=(?:实习|见习|特约|首席)(?:记者|通讯员)|实习生)"
_TOKEN = re.compile(
    f"(?P<between>{_BETWEEN_ROLES})|"
    f"(?P<editor>{_EDITOR_ROLE}(?={_SEPARATOR}|$))|(?P<role>{_ROLE})|(?P<filler>{_FILLER})|"
    f"(?P<mark>(?:(?<![{HAN}]){_MARKER}|{_GLUED})(?![{HAN}]))|"
    f"(?P<body>{_BODY}(?={_SEPARATOR}|$)|{_DESK_BEFORE_NAME}|{_OFFICE_BEFORE_NAME})|"
    f"(?P<name>{_NAME}(?=(?:记者|通讯员|实习生|{_GLUED}?(?:[^{HAN}·]|$))))|(?P<bad>[{HAN}])|(?P<rest>[^ {HAN}]+)"
)
_SIGNED = re.compile(
    f"{_ROLE}|{_EDITOR_ROLE}{_SEPARATOR}|{_MARKER}{_SEPARATOR}|{_FILLER}|.*(?:[ /|]{_MARKER}|{_GLUED})$|"
    f"(?:{_BODY}|{_NAME}) (?:{_BOTH}[ /：])?{_ROLE}|{_MEDIUM}、{_ROLE}|"
    f"{_MEDIUM} [{HAN}·、 ]{{2,24}}$|"
    f"[{HAN}]{{2,10}}·[{HAN}]{{2,12}}?{_WRITER}[ ：:]"
)
_BETWEEN = "、，,/|：:;；·“”&+—-□■◎●◇◆○△▲★☆"  #: marks that may stand between the parts of a byline
#: words that stand alone in brackets or after 作者： and are no names
_NO_NAMES = re.compile(
    _any(
        "[左右中前后上下完略续] 摘编 待续 未完 完结 综合 节选 图略 资料[图片照]* 转载 原载 原文 文中 (?:均为)?化名 暂行 试行 "
        "草案 图片 全文完 管理员? 未知 佚名 匿名 网络 本[站网报刊台][资综特]?[料合约]? 编辑 记者 通讯员 作者 来源 采编 "
        "[左右][一二三四起] [前后]排 中间 [如见上下左右]图 单位 [万亿]元 含税 不含 以[上下] 下同 [今去]年 新华社 人民网 央视网 "
        "小编 实习 见习 报道 时间 日期 发布 文字 照片 视频 摄影 责编 校对 审核 本版[图照]片 全媒体 融媒体 新媒体 图文 组图 "
        "供图 供稿 通讯 消息 受访者 受访单位 受访[人企]业? 采访对象 被访者 网友 读者 校方 警方 企业 学校 医院 村民 市民 居民 "
        "景区 .{1,6}[网社报台]发 .{0,6}(?:现场|场景|一角|全景|瞬间|画面|合影|景象|活动|会议|仪式|会场)"
    )
)
_NO_NAME = re.compile(
    "(?=[专中乡以公办区医厂厅县发图处大委媒室小局市府所报据提支新本村来校热省社站编网街视记详部银镇院集0-9])(?:"
    "(?:[局委办院所站网报室校厂处厅府镇乡县省市区部社村]|街道|中心|公司|媒体|视觉|大队|支队|集团|小学|中学|医院|银行|编辑|记者|来源|发布|"
    "提供|图片|专栏|新闻|热线)$|^[县市区省镇乡本图据来以详]|[0-9]"
    ")"
)
_SITE = re.compile(f"[{HAN}]{{2,6}}[网报]")  # 某某网| 记者 甲
_PRINTED = re.compile(f"[{HAN}]{{2,8}}(?:日报|晚报|晨报|早报|都市报|电视台)")
_MEDIA = re.compile("[网报台]$|媒体?|客户端|新闻|日报")  # 某报·某某客户端
_PLACE_ENDS = frozenset("省市县区镇乡局委厅")
_VILLAGE_ENDS = _PLACE_ENDS | frozenset("村庄屯寨营堡沟湾坝坡岭界山河源口桥")
_IS_BODY = re.compile(_BODY)
#: characters with which names of Mongols, Tibetans, Uyghurs, Kazakhs, Yi are written in Chinese
_SOUNDS = frozenset(
    "阿巴布尔合吐买提劳德牧门格胡苏那顺仓朝克鲁日塔查干恩和满达额敦浩毕力音朋宝敏锁柱吉雅江木热肉孜古丽依米艾斯拉图其琴高娃娜仁"
    "乌云萨娅呼勒敖哈扎西尼玛多次旺卓嘎央宗措姆桑珠罗瓦平白登增贡丹赤列洛才让旦索南加卡努赛麦迪吾居来腾特根嘎鲁斯琪莫德日代钦其木"
    "苏雅莎孟和巴特乌兰托娅珊丹青格乐道尔吉策仁永旗好斯达来图门朝伦额日登泰陶高勒哈森乌力吉赛罕通拉嘉措更确贝智华吾杰拥忠巴桑"
    "叶努尔兰赛力克别江汗胡马买迪娜热合曼玉素甫伊利亚库热西图尔逊艾合买阿不都外力帕提古扎曲比石惹伍者吉克沙马子约呷哈妞"
)
_SELDOM = 10  # the dictionary has names too (徐洋), which it counts less often than its words
_RARE = 50  # the frequency that the table of surnames gives those which its source hardly has
_LONGEST_NAME = 8  # characters of a name of another tradition without a dot


def _role_of(word: str) -> str:
    word = word.replace(" ", "")
    if word.endswith(("通讯员", "供稿", "供稿人", "来稿", "投稿", "撰稿", "撰稿人", "报道员", "信息员", "宣传干事")):
        return "correspondent"
    return "photographer" if any(shot in word for shot in ("摄影", "航拍", "摄像", "拍摄", "供图", "配图")) else "reporter"


def _is_shot(mark: str) -> bool:
    return any(shot in mark for shot in "摄图照") or mark == "航拍"


def _is_both(mark: str) -> bool:
    return mark in ("摄影报道", "撰文摄影", "采写摄影") or ("文" in mark and _is_shot(mark))


def _credit(names: list[Span], mark: str, role: str) -> list[Name]:
    """Names before a marker: 甲 摄 is a photographer, 甲 文/图 both, 通讯员 甲 文 stays what it was."""
    if _is_both(mark):
        return [(kind, name) for name in names for kind in (role, "photographer")]
    return [("photographer" if _is_shot(mark) else role, name) for name in names]


@dataclass(slots=True)
class _Reader:
    """Reads the parts of a byline from left to right; names wait until a role or a marker says what they are."""

    bare: str  #: role of names that no word explains
    found: list[Name] = field(default_factory=list)
    loose: list[Span] = field(default_factory=list)  #: names that nothing explains, in a byline with roles
    waiting: list[Span] = field(default_factory=list)  #: names since the last role or marker
    role: str = ""
    unused: bool = False  #: no name has stood after that role
    ahead: str = ""  #: a marker before its names: 图/甲
    fresh: bool = False  #: no name has stood after that marker
    marked: bool = False

    def settle(self) -> None:
        if not self.role:
            self.loose += self.waiting
        self.found += [(self.role or self.bare, name) for name in self.waiting]
        self.waiting = []

    def take_role(self, word: str, labelled: bool, editor: bool) -> None:
        """A role ends what went before; a marker before it goes on: 摄影/某报记者 甲."""
        self.settle()
        if editor or not (self.fresh or (self.ahead and not labelled)):
            self.ahead = ""
        if editor or not (self.unused and self.role in ("photographer", "editor")):  # 摄影：记者 甲 is a photographer
            self.role = "editor" if editor else _role_of(word)
        self.unused = True

    def take_mark(self, word: str, labelled: bool) -> None:
        if labelled:  # 记者 甲 图/乙: the marker is of what follows
            self.settle()
            self.ahead, self.fresh = word, True
            self.role = "" if self.role in ("photographer", "editor") else self.role
        elif self.waiting and _is_both(word) and not self.marked:  # 记者 甲 通讯员 乙 文/图: of all of them
            self.found += [(self.role or "reporter", name) for name in self.waiting]
            self.found += [("photographer", name) for role, name in self.found if role != "editor"]
        elif self.waiting:
            sent = "correspondent" if word == "供稿" else "reporter"
            self.found += _credit(self.waiting, word, self.role or sent)
        elif self.ahead or not self.found:
            self.ahead, self.fresh = word, True
        self.waiting, self.marked = [], True

    def take_name(self, span: Span) -> None:
        self.unused = False
        if self.ahead:
            self.found += _credit([span], self.ahead, self.role or "reporter")
            self.fresh = False
        else:
            self.waiting.append(span)


def _parse(text: str, bare: str) -> tuple[list[Name], list[Span]]:
    """Names with their roles, unchecked, and those that nothing explains; none where something else stands between them."""
    reader = _Reader(bare)
    for token in _TOKEN.finditer(text):
        kind, word = token.lastgroup, token[0]
        if kind in ("role", "editor"):
            reader.take_role(word.rstrip("：:/|"), _is_labelled(text, token), kind == "editor")
        elif kind == "mark":
            reader.take_mark(word, _is_labelled(text, token) or (bool(reader.role) and _leads_name(text, token)))
        elif kind == "filler":
            reader.ahead = "图" if any(shot in word for shot in ("图片", "照片", "题图")) else ""
        elif kind in ("name", "between"):
            reader.take_name(token.span())
        elif kind == "bad" or (kind == "rest" and word.strip(_BETWEEN)):
            return [], []
    reader.settle()
    return _part_glued(text, _join_padded(text, reader.found)), reader.loose


def _is_labelled(text: str, token: re.Match[str]) -> bool:
    """Whether a role or marker stands before its names as a label: 图/, 记者：."""
    return token[0][-1] in "：:/|" or text.startswith(("：", ":", "/", "|"), token.end())


# Behind a marker that stands between two names: |摄影| 乙, and no marker of his own after him.
_NAME_BEHIND = re.compile(f"(?:[ \u3000]+(?!{_ROLE}|[文摄撰图])[{HAN}·]{{1,15}})+[ \u3000]*(?:$|(?={_ROLE})|[，,;；|])")


def _leads_name(text: str, token: re.Match[str]) -> bool:
    """Whether a marker behind names that have a role is of the name that follows: 通讯员 甲 |摄影| 乙."""
    apart = text[token.start() - 1 : token.start()] in (" ", "\u3000")
    return (
        apart
        and token[0] in ("摄影", "摄", "图", "图片", "照片", "供图", "航拍")
        and _NAME_BEHIND.match(text, token.end()) is not None
    )


_WIDE_NAME = re.compile(f"[{HAN}] +[{HAN}] +[{HAN}]")
_WIDE_ON = re.compile(f" +[{HAN}](?![{HAN}])")


def _join_padded(text: str, names: list[Name]) -> list[Name]:
    """Two single characters with a space between are one padded name: 张　三."""
    joined: list[Name] = []
    for role, (lo, hi) in names:
        at = next((n for n in (-1, -2) if len(joined) >= -n and joined[n][0] == role), 0)  # 图文：张 三 has both roles
        if at and hi - lo == 1:
            begin, end = joined[at][1]
            if end - begin == 1 and not text[end:lo].strip():
                joined[at] = (role, (begin, hi))
                continue
            if at == -1 and _WIDE_NAME.fullmatch(text, begin, hi) and not _WIDE_ON.match(text, hi):
                joined[at] = (role, (begin, hi))  # 罗 淮 明, of three; not 张 三 李 四
                continue
        joined.append((role, (lo, hi)))
    return joined


def _part_glued(text: str, names: list[Name]) -> list[Name]:
    """Two names with no space between are two: 记者|周立群吴晓燕."""
    parted: list[Name] = []
    for role, (lo, hi) in names:
        if 3 < hi - lo < 7 and text[hi : hi + 2] in ("", "报道") and (at := _way_at(text[lo:hi], told=hi < len(text))):
            parted.append((role, (lo, lo + at)))
            continue
        cut = _glued_at(text[lo:hi]) if 3 < hi - lo < 7 else 0
        parted += [(role, (lo, lo + cut)), (role, (lo + cut, hi))] if cut else [(role, (lo, hi))]
    return parted


def _way_at(both: str, *, told: bool) -> int:
    """Where words begin behind a name that tell whence (or, where ``told``, how) somebody reports: 周立群|合肥|报道."""
    name, way = both[:-2], both[-2:]
    if len(name) > 3 or both[:2] in surnames() or not _is_common_name(name):
        return 0
    tag = words().tag(way)
    return len(name) if tag == "ns" or (told and words().frequency(way) > _SELDOM and not tag.startswith("nr")) else 0


def _glued_at(both: str) -> int:
    """Where the second of two names begins that stand against each other, or 0: no word lies across, nor is either a place."""
    if "·" in both or _is_transcribed(both) or _IS_BODY.fullmatch(both) or _NO_NAME.search(both):
        return 0
    if len(both) == 4 and both[:2] in surnames():
        return 0  # 欧阳|春兰
    cuts = [cut for cut in (3, 2) if 1 < len(both) - cut < 4 and all(map(_is_common_name, (both[:cut], both[cut:])))]
    cut = max(cuts, key=lambda cut: surnames().get(both[cut], 0), default=0)
    if cut and both[cut - 1] in _VILLAGE_ENDS and both[-1] in _VILLAGE_ENDS:
        return 0  # 王家庄李家沟
    at = 0
    for piece in words().cut(both):
        across = at < cut < at + len(piece)
        if (across or len(piece) > 2) and words().frequency(piece) > _SELDOM and not words().tag(piece).startswith("nr"):
            return 0
        at += len(piece)
    return cut


def _is_common_name(name: str) -> bool:
    """Whether a string is a bare name that begins with a surname of many: 周立群."""
    return max(surnames().get(name[:1], 0), surnames().get(name[:2], 0)) > _RARE and _is_bare_name(name)


def _has_surname(name: str) -> bool:
    return name[:1] in surnames() or name[:2] in surnames()


def _is_transcribed(name: str) -> bool:
    """Whether a name is written by its sounds: 额尔德木图, 扎西次仁; one character in four may be of no list."""
    return 3 <= len(name) <= _LONGEST_NAME and sum(char not in _SOUNDS for char in name) <= len(name) // 4


def _is_word(name: str) -> bool:
    """Whether the dictionary has it as a word that is no name: 安全, 高度."""
    return words().frequency(name) > _SELDOM and not words().tag(name).startswith("nr")


def _is_rare_word(name: str) -> bool:
    """Whether a word of the dictionary begins with a character that is hardly ever a surname: 河口, 书馆."""
    return words().frequency(name) > _SELDOM and max(surnames().get(name[:1], 0), surnames().get(name[:2], 0)) <= _RARE


def _could_be_name(name: str) -> bool:
    """Whether a string can be a name where a word of its own says that one stands there."""
    plain = name.replace(" ", "")
    if _NO_NAMES.fullmatch(plain):
        return False
    if "·" in plain or _is_transcribed(plain):
        return not _MEDIA.search(plain)
    return 2 <= len(plain) <= 4 and _IS_BODY.fullmatch(plain) is None and (len(plain) < 3 or plain[-1] not in _PLACE_ENDS)


def _is_bare_name(name: str) -> bool:
    """Whether a string is a name with nothing but itself to tell it."""
    plain = name.replace(" ", "")
    if not _could_be_name(plain) or _NO_NAME.search(plain):
        return False
    if "·" in plain or (len(plain) > 3 and _is_transcribed(plain)):
        return True
    if len(plain) == 4 and plain[:2] not in surnames():
        return False
    return _has_surname(plain) and (plain != name or not _is_word(plain))


def read_names(text: str, at: int = 0, bare: str = "correspondent") -> list[Name]:
    """The names of a byline, spans counted from ``at``; empty where the text is no byline.

    ``bare`` is the role of names that no word explains: （甲） at the end of a local paper's report is a correspondent.
    """
    names, loose = _parse(text, bare)
    names = [(role, span) for role, span in names if not _is_outlet(text[slice(*span)])]
    loose = [(lo, hi) for lo, hi in loose if not _is_outlet(text[lo:hi]) and (lo or not _SITE.fullmatch(text[lo:hi]))]
    spans = [span for _, span in names]
    if any(hi - lo > 4 and not _could_be_name(text[lo:hi]) for lo, hi in spans):
        return []
    if _SIGNED.match(text) is None:
        # of several names one may be a word (高峰) or have a rare surname
        bad = [name for lo, hi in spans if not _is_bare_name(name := text[lo:hi])]
        if len(spans) > 1 and len({text[hi - 1] for _, hi in spans}) == 1:
            return []  # 东城 西城, 张庄 李庄: places
        most = 2 * len(bad) > len(names) or (2 * len(bad) == len(names) and not all(map(_is_worded_name, bad)))
        if most or any(_NO_NAME.search(name) or len(name) > 3 or not _could_be_name(name) for name in bad):
            return []
    elif any(hi - lo > 1 and not _is_bare_name(text[lo:hi]) for lo, hi in loose):
        return []
    return [(role, (at + lo, at + hi)) for role, (lo, hi) in names if _is_signed_name(text, lo, hi)]


def _is_worded_name(name: str) -> bool:
    """Whether a word of the dictionary, and no place, begins with a surname of many: 高峰, 方军."""
    surname = max(surnames().get(name[:1], 0), surnames().get(name[:2], 0))
    return surname > _RARE and not words().tag(name).startswith(("ns", "nt"))


def _is_outlet(name: str) -> bool:
    """Whether what is joined by a dot names a medium, no person of another people (某报·某新闻), or a paper (沈阳日报)."""
    return ("·" in name and _MEDIA.search(name) is not None) or _PRINTED.fullmatch(name) is not None


@lru_cache(maxsize=1)
def _cities() -> frozenset[str]:
    """The short names of cities and counties."""
    wide = (row.short for row in districts() if row.level in ("prefecture", "county"))
    return frozenset(name for names in wide for name in names if len(name) > 1)


def _is_signed_name(text: str, lo: int, hi: int) -> bool:
    """Whether a stretch beside a role can be a name; against the role (记者调查, 文/旅融合) it needs a surname."""
    name = text[lo:hi]
    if name.endswith("网") and len(name) > 2:
        return False  # 某某网 甲 摄: a site
    if not _could_be_name(name) or (text.startswith("报道", hi) and (words().tag(name)[:2] in ("ns", "nz") or name in _cities())):
        return False  # 记者 甲 聊城报道
    glued = lo > 0 and (text[lo - 1] == "/" or _HAN.match(text[lo - 1]) is not None)
    return not glued or "·" in name or _is_transcribed(name) or (_has_surname(name) and not _is_rare_word(name))


# Under a headline, who did what: 甲出席并讲话 乙主持.
_WHO_DID_WHAT = re.compile(
    "(?:出席|主持|讲话|致[辞词]|部署|参加|陪同|调研|检查|督导|通报|发言|汇报|宣读|点评|传达|宣布|作报告|作辅导|带队|授课|宣讲|解读)"
    "(?:会议|并[一-龥]{2,4}|工作|活动|仪式)?(?= |$)"
)


def read_list_of_names(text: str, at: int = 0, least: int = 2, bare: str = "reporter") -> list[Name]:
    """The names of a line that is two or more bare names and nothing else, as under a headline; empty for any other.

    Behind a date, where ``least`` is 1, a name alone must be no place: 2021年3月5日 沙洋.
    """
    if len(text) > _LIST_LONGEST or _SIGNED.match(text) or _WHO_DID_WHAT.search(text):
        return []
    names = [(role, span) for role, span in _parse(text, bare)[0] if not _is_outlet(text[slice(*span)])]
    bad = [name for _, (lo, hi) in names if not _is_bare_name(name := text[lo:hi])]
    if len(names) < least or len(bad) > min(1, len(names) - 1) or not all(map(_is_worded_name, bad)):
        return []
    if any(map(_NO_NAMES.fullmatch, bad)):
        return []  # of several names one may be a word: 高峰 甲
    if len(names) == 1 and words().tag(text).startswith("ns"):
        return []
    return [(role, (at + lo, at + hi)) for role, (lo, hi) in names]


# ── at a paragraph's end ─────────────────────────────────────────────────────────────────────────────────────────────────

_LONGEST = 80
_PAPERS = f"[{HAN}A-Za-z]{{1,14}}?" + _any(
    "日报 晚报 早报 晨报 时报 商报 都市报 导报 周报 新闻网 融媒体中心 融媒体 融媒 全媒体 客户端 电视台 新闻 在线 网 台 报 发布"
)  # fmt: skip
_LEADING = re.compile("[■□◆◇●○◎▲△▼▽▶★☆※*·•|—-]+ ?")
_BRACKET = re.compile("[（【〔]((?:[^（）【】〔〕\n。]|（(?:实习|见习|特约|通讯员)）){2,70})[）】〕](?=[。 ■□◆●▲△★|｜]{0,3}$)")
_UNCLOSED = re.compile(f"(?<=[。！？”’]) *[（【〔]((?:[{HAN}]{{0,8}}?记者|通讯员|作者)[^（）【】〔〕\\n。，]{{2,40}})$")
_BRACKET_END = re.compile("[）】〕][。 ■□◆●▲△★|｜]{0,3}$")
_AGENCY = re.compile(
    "[（【〔][^（）【】〔〕。]{0,8}(?:视觉|新华社|中新社|影像中国|中国图片|资料图|资料照片|图片社|无人机)[^（）【】〔〕。]{0,4}[）】〕]$"
)
_AGENCY_SENDS = re.compile("(?<=[。！？” ])(?:新华社|中新社|人民图片|影像中国|中国日报)发?$")
#: credits of a body, which name nobody: 图片由某医院提供, 某县融媒体中心供稿, 来源：某县发布
_NAMELESS = re.compile(
    f"{_FILLER}?[{HAN}A-Za-z0-9、 ·“”]{{2,24}}?(?:提供|供图|供稿|资料图片?|资料照片)|"
    f"(?:来源|转自|原载|图片来源|原标题|文章来源|稿源|据)[：: ][^（）]{{2,30}}|(?:来源|转自|原载|据){_PAPERS}[^（）。，]{{0,6}}|"
    f"{_EDITOR_ROLE}[：:/|]|(?:新华社|中新社|本报)(?:发|专稿|综合)|[{HAN}]{{2,8}}(?:网|日报|晚报|电视台|融媒|发布|客户端|在线)|"
    f"(?:根?据|综合)[^（）。，；]{{2,36}}?(?:改写|整理|编写|摘编|改编|缩写)"
)
#: whence a text is taken, before the names of those who wrote it there: 据某网3月5日消息改写，|原作者：甲 责任编辑：乙
_TAKEN_FROM = re.compile(
    "(?:根?据|原载|转自|综合|(?:改写|编写|改编|摘编|节?选|摘)自)[^，；：]{2,40}"
    "(?:[，；,;] ?|(?<=[写理道息件])(?<=改写|整理|报道|消息|稿件) |(?<=》) )"
)
#: and with the names inside: 据某电视台|甲|的图文报道改写, 据某报|记者甲、通讯员乙|报道
_RETOLD = re.compile(
    f"(?:根?据|原载)《?[{HAN}A-Za-z·]{{1,14}}?(?:[报台刊]|(?<!上)网|中心|客户端|融媒体?|新闻|新华社)》?(?:(?<=[报台刊])社)?"
    f"(?P<names>(?:{_ROLE} ?)?[{HAN}]{{2,4}}?(?:[、 ](?:{_ROLE} ?)?[{HAN}]{{2,4}}?)*?)的?(?P<mark>图文|文图|文字|摄影|视频)?"
    "(?:新闻)?(?:报道|稿件|文章|作品)(?:改写|整理|编写|摘编|改编|缩写|综合)?"
)
#: a medium alone in brackets behind those of its people: （甲）（某某网）
_OUTLET = re.compile(f"{_PAPERS}社?|[{HAN}]{{2,10}}(?:频道|公众号|杂志|月刊|通讯社|中心)")
_AFTER_STOP = re.compile("[。！？”’）…](?=[^。！？”’）…]*$)")
_STOPPED = re.compile("(?:[。！？”’）】…；：]|^) *$")
_AFTER_SPACE = re.compile(f" ((?:{_ROLE} ?)?[{HAN}]{{2,4}}(?:[、 ][{HAN}]{{2,4}}){{0,3}}(?:[ /]{_MARKER}|{_GLUED}))$")


def find_tail(body: str) -> tuple[int, list[Name]] | None:
    """Where the closing byline of a paragraph begins, and its names: ……。（通讯员 甲 乙）, ……。 甲 文/图, ……甲摄（新华社发）.

    A credit of a body (……。（图片由某医院提供）) has a place and no names.
    """
    if not body:
        return None
    if _BRACKET_END.search(body, max(0, len(body) - 4)):
        return _find_bracket(body)
    if (opened := _UNCLOSED.search(body, max(0, len(body) - _LONGEST))) and (names := read_names(opened[1], opened.start(1))):
        return opened.start(), names  # ……。（记者 甲 通讯员 乙
    if body.endswith("摄。"):
        return find_tail(body[:-1])  # ……。甲 摄。
    if body[-1] in "。！？；，、：”…":
        return None
    window = max(0, len(body) - _LONGEST)
    tail = body[window:]
    stop = _AFTER_STOP.search(tail)
    if stop is not None or not window:
        begin = stop.end() if stop else 0
        begin += len(tail[begin:]) - len(tail[begin:].lstrip())
        if mark := _LEADING.match(tail, begin):
            begin = mark.end()
        if _SIGNED.match(tail[begin:]) and (names := read_names(tail[begin:], window + begin)):
            return window + (mark.start() if mark else begin), names
        if stop and begin < len(tail) and (names := _read_parted(tail[begin:], window + begin)):
            return window + begin, names
    if body[-1] in "摄影图道文" and (space := _AFTER_SPACE.search(tail)):
        names = read_names(space[1], window + space.start(1))
        return (window + space.start(), names) if names else None
    return None


def _read_parted(text: str, at: int) -> list[Name]:
    """The names that follow the last full stop of a report, and nothing behind them: ……。 甲 乙, ……。某县某镇甲."""
    if (sent := _SENT_BY.fullmatch(text)) is not None and _is_common_name(sent["name"]):
        return [("correspondent", (at + sent.start("name"), at + sent.end("name")))]
    names = read_list_of_names(text, at, least=1, bare="correspondent")
    return names if len(names) > 1 or all(len(text) == 3 and _is_common_name(text) for _ in names) else []


# 某县某镇|甲, 县委宣传部|乙: who wrote, behind the place or office that sends the report.
_SENT_BY = re.compile(f"{_SENDER} ?(?P<name>[{HAN}]{{2}}{_LAST_OF_NAME})")


def _find_bracket(body: str) -> tuple[int, list[Name]] | None:
    """The closing byline in brackets; one bracket may follow another: （记者 甲）（编辑 乙）."""
    if (agency := _AGENCY.search(body)) and agency.start() and (found := find_tail(body[: agency.start()].rstrip())):
        return found
    window = max(0, len(body) - _LONGEST)
    bracket = _BRACKET.search(body, window)
    if bracket is None:
        return None
    begin, inner = bracket.start(), bracket[1]
    taken = _TAKEN_FROM.match(inner)
    rest = inner[taken.end() :] if taken is not None else inner
    signed = _SIGNED.match(rest) is not None
    if not signed and (not _STOPPED.search(body, window, begin) or (begin == 0 and body[0] == "【")):
        return None  # 【基层行】: a column's head
    names = read_names(rest, bracket.end(1) - len(rest)) if signed or taken is None else []
    names = names or _read_retold(inner, bracket.start(1)) or _read_source(inner, bracket.start(1))
    outlet = not names and body[:begin].rstrip().endswith(("）", "】", "〕")) and _OUTLET.fullmatch(inner) is not None
    if not names and not outlet and not (_NAMELESS.fullmatch(inner) and _STOPPED.search(body, window, begin)):
        return None
    if names and body[-1] == "。" and not signed:
        return None
    before = body[:begin].rstrip()
    if sends := _AGENCY_SENDS.search(before):
        begin = sends.start()
    elif before and before[-1] in "）】〕" and (more := _find_bracket(before)):
        return more[0], more[1] + names
    return begin, names


#: an office as the source, and its people: 来源：某县教体局 甲 乙
_OF_OFFICE = re.compile(
    f"(?:来源|稿源|供稿)[：:] ?[{HAN}]{{1,14}}?(?:[局委办]|中心|政府|法院|检察院|街道|[镇乡])(?P<gap> ?)"
    f"(?P<names>[{HAN}]{{2,3}}(?:[ 、][{HAN}]{{2,3}}){{0,3}})"
)


def _read_source(inner: str, at: int) -> list[Name]:
    """The people of an office that a source line names: 来源：某县文广新局|甲."""
    told = _OF_OFFICE.fullmatch(inner) if inner[0] in "来稿供" else None
    if told is None or (not told["gap"] and (len(told["names"]) != 3 or inner[told.start("names") - 1] != "局")):
        return []
    spans = [name.span() for name in re.finditer(f"[{HAN}]+", told["names"])]
    if not all(_is_common_name(told["names"][lo:hi]) for lo, hi in spans):
        return []
    first = at + told.start("names")
    return [("correspondent", (first + lo, first + hi)) for lo, hi in spans]


def _read_retold(inner: str, at: int) -> list[Name]:
    """The writers whom a citation names inside: 据某电视台甲的图文报道改写."""
    retold = _RETOLD.fullmatch(inner) if inner[0] in "据根原" else None
    if retold is None:
        return []
    people, first = retold["names"], at + retold.start("names")
    names, _ = _parse(people, "reporter")
    if not all(_is_bare_name(people[lo:hi]) for _, (lo, hi) in names):
        return []
    told = [(role, (first + lo, first + hi)) for role, (lo, hi) in names]
    shot = retold["mark"] or "文字"
    return told if not _is_shot(shot) else [who for role, span in told for who in _credit([span], shot, role)]


def read_credit(body: str) -> list[Name]:
    """The names of a line that is nothing but a byline or credit."""
    found = _find_whole(body)
    return found[1] if found else []


def is_credit(body: str) -> bool:
    """Whether a line is nothing but a byline or credit, be it of a body that names nobody: （图片由某医院提供）."""
    return _find_whole(body) is not None


def is_medium(body: str) -> bool:
    """Whether a line is nothing but the name of a medium: 某县融媒体中心."""
    return _IS_MEDIUM.fullmatch(body) is not None


def _find_whole(body: str) -> tuple[int, list[Name]] | None:
    if len(body) > _LONGEST or body[-1:] in tuple("。！？；，、：”…"):
        return None
    if channel := _CHANNEL.fullmatch(body):
        names = read_list_of_names(channel["names"], at=channel.start("names"), least=1)
        return (0, names) if names else None
    if body.startswith("据") and (taken := _TAKEN_LINE.match(body)):
        names = read_names(body[taken.end() :], taken.end())
        return (0, names) if names else None
    found = find_tail(body)
    return found if found is not None and found[0] == 0 else None


#: a line that tells whence a report is, and who wrote it there: 据某报客户端|记者甲 通讯员乙
_TAKEN_LINE = re.compile(f"据《?{_PAPERS}》?(?:消息|报道)? ?[|：: ] ?(?={_ROLE})")
#: a line of a site with those who wrote for it: 人民网河南频道：甲 乙 2009-03-05
_CHANNEL = re.compile(
    f"[{HAN}]{{1,5}}[网报社](?:[{HAN}]{{2,6}}(?:频道|分社|分网|记者站))?[：:] ?"
    f"(?P<names>[{HAN}·]{{2,8}}(?:[ 、][{HAN}·]{{1,8}}){{0,4}})"
    "(?: ?(?:19|20)[0-9]{2}[年/.-][01]?[0-9][月/.-][0-3]?[0-9]日?(?: [0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?)?)?"
)


# ── at a paragraph's start ───────────────────────────────────────────────────────────────────────────────────────────────

_DAY = "(?:(?:[0-9]{4}年)?(?:[0-9]{1,2}月)?[0-9]{1,2}日)"
_HOUSE = "(?:本报|本网|本台|本刊|本社|我台|本站)"
_PAPER = f"{_PAPERS}(?:（[{HAN}]{{2,12}}）)?"
_AGENCIES = f"(?:新华社|中新社|中新网|人民网|央视网|中国新闻网|中新经纬|光明网|新华网|央广网|中国[{HAN}]{{1,4}}[网报])"
_LONGEST_DATELINE = 60  #: characters; the pattern matches no more
_DATELINE = needing(
    "讯 电 消息 报道 快报 记者",
    f"(?:[{HAN}]{{2,10}}?(?:网|在线|发布)(?:[·•—-][{HAN}]{{2,8}})? )?{_HOUSE}(?:[{HAN}]{{2,8}})?{_DAY}?(?:综合|专|快)?[讯电]|"
    f"{_HOUSE}(?:综合报道|消息(?=[ （：]))|本讯(?=[ （：])|"
    f"{_AGENCIES}[{HAN}]{{0,10}}{_DAY}(?:[讯电]|消息(?=[ （]))|{_AGENCIES}[讯电](?=[ （【：，]|记者)|"
    f"{_PAPER}[{HAN}]{{0,6}}?{_DAY}[讯电](?=[ （【：，]|记者)|{_PAPER}(?:综合)?讯(?=[ （【：，]|记者|通讯员)|"
    f"{_PAPER}(?:[{HAN}]{{0,6}}?{_DAY})?消息(?=[ （])|"
    f"(?!根?据)(?:{_PAPERS}|云上[{HAN}]{{2,4}}){_DAY}?(?:报道|讯)：?(?= ?（[{HAN}]{{0,6}}(?:记者|通讯员)[ ：:])|"
    f"(?:[{HAN}]{{2,8}}[·•])?[{HAN}]{{1,8}}?(?:网|融媒体?|客户端|发布)[{HAN}]{{0,4}}?{_DAY}?(?:消息|讯)[：:]?(?=[ （])|"
    f"云上[{HAN}]{{2,4}}(?:报道|讯|消息)[：:]?(?= ?（[{HAN}]{{0,6}}(?:记者|通讯员))|"
    f"[{HAN}]{{2,6}}{_DAY}电(?=[ （])|"
    f"[【〔\\[][{HAN}]{{1,10}}(?:讯|电|消息|快报|报道)[】〕\\]]|"
    f"[{HAN}]{{1,8}}?[报网台社](?:[·•—/-][{HAN}]{{2,10}}?){{1,2}}{_DAY}?讯?(?= ?[（(【][{HAN}]{{0,6}}(?:记者|通讯员))|"
    f"(?:[{HAN}]{{2,12}})?{_DAY}(?:[{HAN}]{{2,10}}?)?[讯电](?= ?[（(][{HAN}]{{0,6}}(?:记者|通讯员))|"
    f"[{HAN}]{{2,8}}{_DAY}讯(?= ?（[{HAN}]{{2,4}}(?:[ 、][{HAN}]{{1,4}}){{0,5}}）)|{_PAPERS}[-—·]{_PAPERS}讯(?=[ （])|"
    f"又讯(?=[（：]| （)|[{HAN}]{{2,10}} ?讯[：:]? ?(?=[（(][{HAN}]{{0,6}}(?:记者|通讯员))|"
    f"[{HAN}]{{2,5}}(?<![通资简短喜快音电视时])讯(?= |（记者|（通讯员)",
)
_CITED = re.compile(f" ?据{_PAPER}(?:报道|消息|讯)(?=[ （])")  # 某网9月19日讯|据某晚报报道（记者甲）
_DATELINE_NAMES = re.compile("[： ]?[（【〔]([^（）【】〔〕\n]{1,80})[）】〕]")
_REPORT = re.compile(f" ?({_ROLE}[^，。：\n]{{1,40}}?) ?(?:摄影)?报道[：:，]? ?")
# 本网讯 甲 乙报道：, 本报讯 甲 报道 日前
_BARE_REPORT = re.compile(f" ([{HAN}]{{2,3}}(?:[ 、][{HAN}]{{2,3}}){{0,3}}) ?(?:摄影)?报道(?:[：:]|(?<= 报道)(?=[ 0-9日近昨]))")
_REPORTER_LEAD = re.compile(f"[（【〔]({_ROLE}[^（）【】〔〕\n。]{{2,60}})[）】〕](?=.{{12}})")
_REPORTS = re.compile(f"(?:{_MEDIUM}|[{HAN}]{{2,6}}日报)?(?:本[报网台刊]|见习|实习|首席|特约|全媒体|融媒体?)*(?:记者|通讯员)")
_BARE_LEAD = re.compile(
    f"[（【〔]([{HAN}· 、]{{2,30}})[）】〕](?=(?:[0-9]{{1,4}}[年月日]|近日|日前|昨日|昨天|连日来|近期).{{12}})"
)
# （甲 乙）|某镇坚持…: two names or more
_BARE_PAIR = re.compile(f"[（【〔]([{HAN}]{{2,3}}(?:[ 、][{HAN}]{{2,3}}){{1,3}})[）】〕](?=[{HAN}“].{{12}})")
# 记者 甲 通讯员 乙 |某镇坚持…
_RUN_IN = re.compile(
    f"((?:本[报网台刊])?(?:{_WRITER})[ ：][{HAN}]{{2,3}}(?:[ 、][{HAN}]{{2,3}}){{0,2}}"
    f"(?: (?:{_WRITER})[ ：][{HAN}]{{2,3}}(?:[ 、][{HAN}]{{2,3}}){{0,2}})?) (?=[{HAN}0-9“].{{20}})"
)
# 某民生网|（甲）|1000元，…, 某公益报|（乙）|3月5日，…: the house alone before the name.
_HOUSE_LEAD = re.compile(
    f"[{HAN}]{{2,8}}(?:网|晚报|晨报|日报|在线|客户端|融媒|报(?=[（【〔][{HAN} 、]{{2,15}}[）】〕][0-9]{{1,4}}[年月]))"
    f"[（【〔]([{HAN}]{{2,3}}(?:[ 、][{HAN}]{{2,3}}){{0,3}})[）】〕](?=.{{12}})"
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """The words before a report begins: 本报讯（记者甲）, 新华社某地1月5日电（记者 甲）, （记者 甲）."""

    end: int
    text: str
    names: tuple[Name, ...]


def is_lead(body: str) -> bool:
    """Whether a paragraph begins as the first one of a report does."""
    return _find_dateline(body) is not None


def _find_dateline(body: str) -> re.Match[str] | None:
    return _DATELINE.match(body) if _DATELINE.may_match(body[:_LONGEST_DATELINE]) else None


def read_dateline(body: str) -> Dateline:
    """The dateline of a paragraph; one of length 0 where there is none."""
    found = _find_dateline(body)
    end = found.end() if found else 0
    if cited := _CITED.match(body, end):
        found, end = cited, cited.end()
    names: list[Name] = []
    if found and (bracket := _DATELINE_NAMES.match(body, end)):
        inner = bracket[1].lstrip(ascii_uppercase)  # （ABC全媒体记者 甲
        names = read_names(inner, bracket.end(1) - len(inner), "reporter")
        end = bracket.end()
    elif found and (told := _BARE_REPORT.match(body, end)):
        names = read_names(told[1], told.start(1), "reporter")
        end = told.end() if names else end
    elif (found or _REPORTS.match(body)) and (report := _REPORT.match(body, end)):
        names = read_names(report[1], report.start(1), "reporter")
        end = report.end() if names else end
    elif not found and (
        bracket := _REPORTER_LEAD.match(body)
        or _BARE_LEAD.match(body)
        or _HOUSE_LEAD.match(body)
        or _BARE_PAIR.match(body)
        or _RUN_IN.match(body)
    ):
        names = read_names(bracket[1], bracket.start(1), "reporter")
        end = bracket.end() if names else 0
    text = body[:end]
    while 0 < end < len(body) and body[end] in " ：:，—-":
        end += 1
    return Dateline(end, text, tuple(names))


# ── masthead ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

_PERSON = (
    f"(?:[{HAN}] [{HAN}](?: [{HAN}](?! ?[{HAN}](?![{HAN}])))?(?![{HAN}])|"
    f"[{HAN}]{{2,3}}?(?={_EDITOR_ROLE}[：:])|"  # 编辑：|甲|责任编辑：
    f"[{HAN}]{{2,14}}(?:·[{HAN}]{{1,10}})*(?![{HAN}：:]|[/|](?!{_EDITOR_ROLE})))"
)
_STAFF = re.compile(
    f"[（【〔]?{_EDITOR_ROLE}(?:[：:/|]| ?[：:/|] ?| [{HAN}](?:[{HAN}]{{1,3}}| [{HAN}])(?=$| ))|"
    f"(?:{_EDITOR_ROLE}[{HAN}]{{2,3}}(?: |$)){{2,}}|(?:[一二三初复终]审|[一二三]校|责编)[{HAN}]{{2,3}}$"
)
_STAFF_NAMES = re.compile(
    "(?=[一三上主二值全内出初制剪副助发后图复字实审微总执把排播文新本栏核校海版电监策签组终统编网美融见录视设调责运配音首插漫绘单信分领])"
    f"{_EDITOR_ROLE}(?P<gap>[ ：:/|]{{0,3}})(?P<names>{_PERSON}(?:[ 、，/]+(?!{_EDITOR_ROLE}|{_ROLE}){_PERSON})*)"
)


def is_staff(body: str) -> bool:
    """Whether a line names editors, proofreaders or layout staff: 编辑：甲 校对：乙."""
    return len(body) <= _LONGEST and "。" not in body and _STAFF.match(body) is not None


def read_staff(body: str) -> list[Name]:
    """Editors, proofreaders and layout staff of a masthead line, among whatever else stands there."""
    found: list[Name] = []
    for people in _STAFF_NAMES.finditer(body):
        begin = people.start("names")
        spans = [("editor", name.span()) for name in re.finditer(f"[{HAN}·]+", people["names"])]
        people_of: list[Name] = _join_padded(people["names"], spans)
        for number, (role, (lo, hi)) in enumerate(people_of):
            name = people["names"][lo:hi]
            if number == 0 and len(people_of) > 1 and len(name) > 3 and _IS_BODY.fullmatch(name):
                continue  # 责编：某区融媒体中心 甲
            sure = _could_be_name(name) if number == 0 and people["gap"] else _is_bare_name(name)
            if not sure:
                break
            found.append((role, (begin + lo, begin + hi)))
    return found


_BARE_NAMES = f"[{HAN}·]{{2,8}}(?:[ 、][{HAN}·]{{1,8}}){{0,4}}"
_STAMP = "(?:19|20)[0-9]{2} ?[年/.-] ?[01]?[0-9] ?[月/.-] ?[0-3]?[0-9]日?(?: ?[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?)?"
SHORT_STAMP = "[01]?[0-9]-[0-3][0-9] [0-2]?[0-9]:[0-5][0-9]"  #: without its year: 03-07 13:52
_ORIGIN = "(?:来 ?源|稿 ?源)[：:]"
# Names between what an information line has: 2021-03-05 10:20 甲 乙 来源：某报; 某报 甲 2021-03-05; 来源：某报 甲 编辑：乙.
_DATED_NAMES = re.compile(
    f"(?:{_STAMP}|{SHORT_STAMP})(?:[ |]+|(?<=:[0-9]{{2}}))(?:{_PAPERS}[ |]+)?"
    f"(?P<names>{_BARE_NAMES})(?=$|[ |]+(?:{_ORIGIN}|{_EDITOR_ROLE}[：:]))"
)
_PAPER_NAMES = re.compile(f"{_PAPERS}[ |]+(?P<names>{_BARE_NAMES})[ |]*{_STAMP}$")
_SOURCE_NAMES = needing(
    "源",
    f"{_ORIGIN} ?《?{_PAPERS}》?[ |]+(?P<names>{_BARE_NAMES})"
    f"(?=$|[ |]*(?:{_STAMP}|{_EDITOR_ROLE}[：:]|(?:发布|发表|更新)?(?:时间|日期)|浏览|阅读|点击))",
)
_AUTHOR = re.compile(
    f"(?:{_DESK}{{0,4}}?{_WRITER}|撰 ?稿|供 ?稿|文字?|图片?)(?:(?<=[：:/|]) ?|[：:/|] ?|(?<=[者员]) (?=[{HAN}]))"
)
# 文：甲图：乙发布人：丙: a label of one character, or of three, may stand against the name before it;
# 作者：甲 | 编辑：乙 are set apart.
_NEXT_LABEL = re.compile(
    f"[{HAN}]{{2,6}}(?:(?<![文图])|(?<=[供配撰摄制绘原正][文图]))(?: ?[：:]|\\|| \\|(?! ))|[文图摄] ?[：:]|"
    f"(?<![{HAN}])[{HAN}] [{HAN}](?: ?[：:]|\\|| \\|(?! ))|来 ?源|时间|日期|发布|浏览|阅读|点击|{_EDITOR_ROLE}|[0-9【（“]"
)


def read_authors(body: str) -> list[Name]:
    """People of an information line: 来源：某报 作者：甲 时间：……; offices that stand there as authors are left out."""
    found: dict[Span, str] = {}
    if bare := _DATED_NAMES.match(body) or _PAPER_NAMES.match(body) or _SOURCE_NAMES.search(body):
        found = {span: role for role, span in read_list_of_names(bare["names"], at=bare.start("names"), least=1)}
    inner = body.strip("（）【】 ")
    found |= {span: role for role, span in (_read_source(inner, body.find(inner)) if inner else ())}
    for author in _AUTHOR.finditer(body):
        after = _NEXT_LABEL.search(body, author.end())
        stretch = body[author.start() : after.start() if after else len(body)].rstrip(" |）】〕")
        for role, (lo, hi) in read_names(stretch, author.start()):
            name = body[lo:hi]
            if (lo, hi) not in found and not _NO_NAME.search(name) and (len(name) < 4 or _is_bare_name(name)):
                found[lo, hi] = role
    return [(role, span) for span, role in found.items()]
