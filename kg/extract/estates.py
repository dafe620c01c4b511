"""Compounds that do not say 小区: 万盈家园|业主, 住在|吉祥花园."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg import seeds
from kg.extract.base import Found, PlaceValue
from kg.extract.edges import left_edge
from kg.extract.place_parts import NO_PLACE_NAMES, is_han, occurrences
from kg.model import Kind, Mention
from kg.patterns import needing
from kg.words import words

# Compounds that end in a word of their own, and what shows that one is meant.
_ESTATE = re.compile(
    "(?:家园|花园|花苑|嘉苑|佳苑|雅苑|名苑|新苑|馨苑|家苑|嘉园|佳园|雅园|公馆|华府|名邸|豪庭|华庭|雅居|府邸|新城|名城|国际城|世家|豪苑|华苑|名都|丽都)(?:[A-Z0-9一二三四五六七八九十东南西北][区期栋])?(?!小区|社区|酒店|路|街)"
)
_OF_ESTATE = re.compile(
    r"业主|住户|居民|物业|业委会|的?(?:下水道|电梯|外墙|楼道|楼顶|屋顶|绿化带|停车位|充电桩|路灯|路面|围墙|门禁|化粪池|供暖)|[\dA-Z一二三四五六七八九十]+(?:号楼|栋|幢|单元|期)|[一二两三四五六七八九十\d]+个(?:院子|小区|楼盘)"
    r"|疫情|卡点|执勤点|[东南西北]门|门口|大门|核酸|采样|检测点|封控|管控"
)
# 到|某街道|万科佳苑|调研: what is done in an estate right behind its street.
_SEEN = re.compile(
    "(?:实地|现场|专题)?(?:开展|召开|举行|举办|义诊|宣传|宣讲|调研|检查|督导|督查|走访|慰问|看望|查看|察看|考察|视察|指导|巡查)"
)
_GOES_TO = ("到", "赴", "前往", "深入", "在")
# What one does at a place of its own: 到, 先后到, 察看了, 走访了; 从|金色家园|到….
_AT_HOMES = re.compile("(?:到|赴|前往|深入|来自|察看|查看|检查|视察|看望|慰问|走访|从|在)(?:了)?$")
#: homes of all, of the mind, of things: 美丽|家园, 精神|家园, 后|花园
_NO_HOMES = re.compile(
    "精神|心灵|美丽|美好|共同|清洁|洁净|净美|文明|民族|网络|地球|生命|共有|共建|守护|建设|重建|重返|返回|回归|保护|家乡|我们|他们|她们|自己|各自|"
    "新家|大家|后$|^大$|空中|秘密|儿童|祖国|梦想|生态|和美|平安|绿色|温馨|宜居|职工|党员|老人|残疾人|留守|关爱|康复|健康|志愿|网上|数字|屋顶|百草|农家"
)
_TOWN_LIKE = ("新城", "名城", "国际城", "世家", "豪苑", "华苑")  # estates only right after their community
_ENDS_ESTATE = re.compile(r"[，。、；]|的|广场|门口|院内|里|看到|了解到")

# Compounds by endings that many things have: 金桂|苑, 御景|湾, 机械厂|宿舍. Who lives there shows that one is meant.
_HOME_OF = needing(
    "家住 住在 住进 搬进 搬到 搬入 入住",
    "(?:家住|居住在|住在|住进了?|搬进了?|搬到了?|搬入|入住)(?P<name>[一-龥]{3,8}?)"
    "(?=(?:小区)?(?:\\d+(?:号楼|栋|幢|单元)[^，。；]{0,8})?的[^，。；的]{0,6}?(?:居民|业主|住户|村民|群众|老人|老党员|党员|市民|大爷|大妈|大娘|阿姨|奶奶|师傅|先生|女士))",
)
_OWNED = needing(
    "业委会 业主 住户",
    "(?P<name>[一-龥]{3,8}?)(?=(?:业主委员会|业委会|业主(?!体|管|张自|自治)|住户))",
)
_HOUSES = tuple(sorted(seeds.word_list("compound_endings")))
_NO_HOUSES = tuple(sorted(seeds.word_list("no_compounds")))

# 某镇|某某坪易地搬迁安置区: where those live who were moved there.
_RESETTLED = needing(
    "安置区 安置点",
    "(?=[易扶生水移拆灾])(?:易地(?:扶贫)?搬迁|扶贫搬迁|(?:生态|水库)?移民(?:搬迁)?|拆迁|灾后重建)(?:集中)?安置[区点](?!项目|工程|建设|选址)",
)


def find_resettlements(text: str, found: Found) -> Iterator[Mention]:
    """Compounds of people who were moved, by a name of their own right behind their town or county."""
    for match in _RESETTLED.finditer(text):
        start = left_edge(text, match.start(), place=True)
        start = max((m.end for m in found.between(Kind.DISTRICT, start, match.start())), default=start)
        core = text[start : match.start()]
        plain = core in NO_PLACE_NAMES or any(len(p) > 1 and words().tag(p)[0] in "vd" for p in words().cut(core))
        if 1 < len(core) < 6 and not plain and found.ending_at(Kind.DISTRICT, start) is not None:
            name = text[start : match.end()]
            yield Mention(Kind.DISTRICT, start, match.end(), name, "districts.resettled", 0.8, PlaceValue(name, "compound"))


def find_homes(text: str, found: Found) -> Iterator[Mention]:
    """Compounds that only those who live there show (家住|橡树湾|的居民, |御景湾|业主委员会), wherever they are told of again."""
    homes = list(_homes(text, found))
    yield from homes
    for name in dict.fromkeys(home.text for home in homes):
        for at in occurrences(text, name):
            if found.covering(Kind.DISTRICT, at) is None and not text.startswith(("小区", "社区", "路", "街"), at + len(name)):
                yield Mention(Kind.DISTRICT, at, at + len(name), name, "districts.home", 0.7, PlaceValue(name, "compound"))


def _homes(text: str, found: Found) -> Iterator[Mention]:
    for pattern in (_HOME_OF, _OWNED):
        for match in pattern.finditer(text):
            start, end = match.span("name")
            start = max(start, left_edge(text, end, start, place=True))
            start = max((held.end for held in found.between(Kind.DISTRICT, start, end)), default=start)
            name = text[start:end]
            sure = pattern is _HOME_OF and start == match.start("name")
            if not 3 <= len(name) <= 7 or not name.endswith(_HOUSES) or name.endswith(_NO_HOUSES) or name in NO_PLACE_NAMES:
                continue
            if not sure and found.ending_at(Kind.DISTRICT, start) is None and is_han(text[start - 1 : start]):
                continue  # within a sentence: which word begins it is not told
            if found.covering(Kind.DISTRICT, start) is None and found.covering(Kind.ORGANISATION, end - 1) is None:
                yield Mention(Kind.DISTRICT, start, end, name, "districts.home", 0.75, PlaceValue(name, "compound"))


def find_estates(text: str, found: Found) -> Iterator[Mention]:
    """Compounds that do not say 小区: 万盈家园|业主, 住在吉祥花园."""
    for match in _ESTATE.finditer(text):
        start = left_edge(text, match.start(), place=True)
        for held in found.between(Kind.DISTRICT, start, match.start()):
            start = max(start, held.end if held.end < match.start() or held.by != "districts.short" else held.start)
        size = match.start() - start
        of = found.ending_at(Kind.DISTRICT, start)
        homes = _NO_HOMES.search(text, start, match.start()) is None
        lives = (
            text.endswith(("住在", "家住", "入住", "、", "走进", "来到", "走访", "位于"), 0, start)
            or (homes and _AT_HOMES.search(text, max(0, start - 4), start) is not None)
            or of is not None
        )
        near = of is not None and isinstance(of.value, PlaceValue) and of.value.level == "community"
        if match.group().startswith(_TOWN_LIKE) and not near:
            continue
        town = near or (of is not None and of.text.endswith("街道"))
        seen = (town or (homes and text.endswith(_GOES_TO, 0, start))) and _SEEN.match(text, match.end()) is not None
        if 1 < size <= 6 and (seen or _OF_ESTATE.match(text, match.end()) or (lives and _ENDS_ESTATE.match(text, match.end()))):
            core = text[start : match.start()]
            if core not in NO_PLACE_NAMES and "的" not in core and found.covering(Kind.DISTRICT, start) is None:
                name = text[start : match.end()]
                yield Mention(Kind.DISTRICT, start, match.end(), name, "districts.estate", 0.75, PlaceValue(name, "compound"))
