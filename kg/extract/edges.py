"""Where a name begins: the walk to the left that all names with a known ending share.

A Chinese name of a body or place has its kind at its end (…有限公司, …社区) and nothing at its beginning. The walk goes
left word by word until a word that no name holds: a preposition, a pronoun, an adverb, a verb of the news (来到, 组织).
"""

from __future__ import annotations

import re
from functools import lru_cache

from kg import seeds
from kg.words import words

# Single characters that end a walk when they stand as words of their own.
SINGLE_STOPS = frozenset(
    "在到从向对和与的是及于了为由促盯抓至经将把被让给跟同或等其这那该各每我你他她它们个位名户家次条项种约近余多不也都就还又再已正着过得地之所以而且则很最更说称入进赴往去来见请使用据按如若因随某两个只有无未当记像率"
)
# Words of two and more that end a walk, beyond what tags and verbs.csv say.
WORD_STOPS = frozenset(
    "以及 位于 来到 走进 深入 前往 联合 通过 随后 记者 近日 日前 今年 去年 昨日 今日 目前 其中 包括 例如 分别 先后 一同 一起 共同 同时 此外 随着 根据 按照 依托 围绕 针对 关于 对于 由于 "
    "坐落 坐落于 地处 家住 现住 居住 毕业 毕业于 就职 任职 供职 担任 现任 时任 历任 曾任 兼任 当选 作为 成为 属于 隶属 辖区 辖区内 境内 附近 当地 所在 特邀 邀请 委托 组织 成立 组建 设立 建立 下设 负责 "
    "支持 帮助 协助 配合 协调 指导 督促 会同 携手 走访 慰问 参观 考察 调研 检查 督导 视察 察看 查看 观看 实地 实地察看 了解 听取 召开 举行 举办 开展 推进 推动 落实 实施 启动 打造 建设 创建 争创 推出 推行 "
    "捐赠 捐款 捐献 捐资 投资 引进 引入 签约 落户 入驻 服务 涌现 涌现出 带领 带动 发动 动员 号召 要求 强调 指出 表示 介绍 报道 讲述 获得 荣获 被评 评为 授予 一家 一名 一位 一个 一些 这个 那个 这家 该家 本报 本报讯 "
    "今天 昨天 明天 上午 下午 晚上 当日 当天 当晚 同日 次日 期间 以来 之后 之前 以后 以前 中午 凌晨 连日来 第一时间 截至 正在 已经 作出 提出 下沉 派驻 选派 派出 抽调 集中 统筹 重点 加快 加强 强化 做好 抓好 "
    "调派 派出 驰援 积极 主动 认真 扎实 全面 深入推进 大力 大力实施 全力 切实 持续 进一步 不断 有序 有效 精心 专门 专业 从事 生产 销售 经营 采购 购买 使用 利用 运用 采取 采用 实行 执行 贯彻 传达 学习 安排 部署 "
    "老板 职工 员工 居民 村民 市民 群众 党员 干部 代表 企业 单位 部门 学生 老师 家长 患者 包括 还有 以及 涉及 覆盖 纳入 联系 分包 包联 对接 前来 赶到 赶赴 送到 送往 运往 驰援 支援 来自 出自 "
    "辖区企业 爱心企业 民营企业 知名企业 龙头企业 重点企业 本土企业 骨干企业 代表性企业 旗下 下属 所属 直属 主办 承办 协办 联办 牵头 主管 受 经 因 在 原 即 如 等地 等 施工单位 建设单位 承建单位 设计单位 监理单位 中标单位 牵头单位 主办单位 承办单位 协办单位 责任单位 成员单位 帮扶单位 共建单位 爱心单位 参建单位 万吨 吨 万亩 亩 万元 亿元 公里 平方米 平方公里 立方米 万平方米 千瓦 兆瓦 万台 万套 省内 市内 区内 县内 镇内 国内 全国 全省 全市 全区 全县 全镇 全体 多家 各家 数家 首家 唯一".split()
)
_STOP_TAGS = ("p", "c", "u", "d", "r", "y", "e", "o", "k")
_CHARACTER = re.compile(r"[\u4e00-\u9fff\u3400-\u4dbf\w·•\-&+]")
_TIME_WORD = re.compile(r".*(?:年|月|日|时|点|分|以来|期间|之际)$")
MAX_NAME = 26
_SURE_TITLES = ("书记", "主任", "局长", "县长", "区长", "市长", "镇长", "乡长", "院长", "校长", "所长", "队长", "部长", "董事长", "经理", "主席", "负责人")
_MEASURES = frozenset("名个位户家支批款项处座条辆台件份场次期届轮张对只艘架所间栋幢套")
_NUMERALS = frozenset("0123456789一二三四五六七八九十百千万两几数多余各每这该首某")
_DATED = re.compile(r".*\d(?:年|月|日|时|点)")
# Nouns that end the walk of a body's name and stand inside a scheme's (居民燃气用户信息公示制度).
_SCHEME_NOUNS = frozenset(
    "职工 员工 居民 村民 市民 群众 党员 干部 代表 企业 单位 部门 学生 老师 家长 患者 重点 集中 统筹 服务 联系 分包 包联 学习 落实 专业 销售 经营 生产 利用 党员干部 责任单位 成员单位 全体 积极 创建 打造 建设 对接 实施 下沉 选派 派驻 督促".split()
)
_TITLE_TAILS = ("长", "书记", "经理", "主任", "主席", "总裁", "负责人", "委员", "代表", "总监", "人员", "记者", "编辑", "通讯员", "工程师", "领导")


@lru_cache(maxsize=1)
def verb_stops() -> frozenset[str]:
    """Verbs of the news that no name holds (classes of ``verbs.csv``)."""
    return frozenset(v for cls in ("speech", "inspect", "chair", "attend", "give") for v in seeds.verbs().get(cls, ()) if len(v) > 1)


@lru_cache(maxsize=1)
def _all_verbs() -> frozenset[str]:
    return frozenset(v for verbs in seeds.verbs().values() for v in verbs)


@lru_cache(maxsize=1)
def _name_verbs() -> dict[str, str]:
    """Verbs that stand inside names: of all (制造), or of schemes only (提升). They do not end a walk."""
    path = seeds.seeds_dir() / "name_verbs.csv"
    return dict(seeds.read_table(path, "verb names source", lambda _, row: (row[0], row[1]), lambda row: row[:1]))


@lru_cache(maxsize=1)
def _titles() -> frozenset[str]:
    return frozenset(row.title for row in seeds.titles() if len(row.title) >= 2 and row.title.endswith(_TITLE_TAILS))


@lru_cache(maxsize=20_000)
def ends_walk(word: str, scheme: bool = False, place: bool = False) -> bool:
    """Whether a word can not be part of a name (of a scheme: 提升行动; of a place, which holds no verbs)."""
    inside = None if place else _name_verbs().get(word)
    if inside is not None and (scheme or inside == "all"):
        return False
    if scheme and words().tag(word)[0] == "v" and word not in WORD_STOPS and word not in _all_verbs():
        return False
    if scheme and (word in _SCHEME_NOUNS or (word[0] in "一二三四五六七八九十两双" and len(word) > 1)):
        return False
    if word in WORD_STOPS or word in verb_stops() or word in _titles() or (len(word) > 2 and word.endswith(_SURE_TITLES)):
        return True
    if len(word) == 1:
        return word in SINGLE_STOPS
    tag = words().tag(word)
    if tag == "ad" or word[-1] in "着了过":
        return True
    if tag[0] in _STOP_TAGS:
        return tag != "nr" and not (tag[0] == "d" and word in ("高新", "共同"))
    if word[0].isdigit() or (tag[0] == "m" and word[0] in _NUMERALS):
        return not word.startswith("第")
    if tag in ("v", "vd", "vi", "i", "l", "z", "f") and len(word) >= 2:
        return True
    return tag in ("t", "tg") or bool(_TIME_WORD.match(word) and len(word) > 2 and any(c.isdigit() for c in word))


def breaks_chain(word: str) -> bool:
    """Whether a word between two places shows that the second does not follow the first (到, 组织, 肩负着)."""
    return word in SINGLE_STOPS or word in WORD_STOPS or word in _all_verbs() or (len(word) > 1 and word[-1] in "着了过")


def hard_left(text: str, stop: int, floor: int = 0) -> int:
    """The first position such that ``text[position:stop]`` is all name characters."""
    lo = max(floor, stop - MAX_NAME)
    position = stop
    while position > lo and _CHARACTER.match(text[position - 1]):
        position -= 1
    return position


def left_edge(text: str, stop: int, floor: int = 0, *, scheme: bool = False, place: bool = False) -> int:
    """Where the name that ends before ``stop`` begins; ``stop`` itself where no word of a name stands before it."""
    lo = hard_left(text, stop, floor)
    if lo == stop:
        return stop
    dated = _DATED.match(text, lo, stop)
    if dated is not None:
        lo = dated.end()
    position = stop
    for word in reversed(words().cut(text[lo:stop])):
        if ends_walk(word, scheme, place):
            if not (scheme and word.isdigit() and position > lo and text[position] in "工模机计行"):
                break
        elif len(word) == 1 and word in _MEASURES and position - 2 >= 0 and text[position - 2] in _NUMERALS:
            break
        position -= len(word)
    return position


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
