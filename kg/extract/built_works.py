"""What is built and told of among projects: 包括|甲广场|等7个项目, 察看了乙项目、|丙大桥|、丁项目, 作为重点项目，|戊大道|总投资….

Its name ends in what it is (``built_endings``); that it is a project, the words around it say, or those it stands in a list with.
A body or a zone that is only visited is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.base import Found, InitiativeValue, past_mark
from kg.extract.edges import left_edge
from kg.extract.scheme_names import BUILT_ENDINGS
from kg.extract.shown_projects import is_own
from kg.model import Kind, Mention
from kg.patterns import needing

_PROJECTS = ("项目", "工程")
#: what is done to a thing, which ends works of another kind
_DONE = (
    *(
        "建设",
        "开发",
        "改造",
        "整治",
        "提升",
        "扩建",
        "新建",
        "改建",
        "迁建",
        "重建",
        "修复",
        "加固",
        "升级",
        "更新",
        "治理",
        "搬迁",
    ),
    *("亮化", "绿化", "美化", "硬化", "拓宽", "贯通", "供水", "供热", "排水", "护岸", "技改", "扩能", "光伏", "风电", "储能"),
)
# 甲、乙|等7个产业功能区支撑项目
_SO_MANY = needing("项目 工程", "等(?:\\d+|[两二三四五六七八九十]+)[个项][^，。；、等]{0,18}?(?:项目|工程)(?![部经负])")
# What leads to the first item of a list.
_LEAD = re.compile(
    ".*(?:包括|包含|涵盖|涉及|其中|分别是|分别为|主要是|推进|实施|建设|建成|新建|修建|兴建|续建|开工|察看|查看|视察|参观|考察|调研|观摩|检查|深入|来到|走进|"
    "前往|谋划|启动|完成|狠抓|重点抓|全[省市县区旗镇乡]|[有是为如到在了抓])了?(?=[一-龥A-Za-z]{4})"
)
_JOINTS = re.compile("[、和与及]")
_LONGEST = 22  #: characters
_PLAIN = 5  #: characters under which what stands behind a place must be a name by itself
# 作为全市重点项目，|甲大道|总投资…
_AS_ONE = needing(
    "项目 工程",
    "作为[^，。；\n]{2,18}?(?:项目|工程)，(?P<name>[一-龥A-Za-z0-9·]{4,22}?)(?=占地|总投资|总占地|总建筑|位于|规划|计划|预计|建成|已|将|自|正)",
)


# |某大道|位于某镇境内，…，总投资1780万元，属该县重点工程.
_IS_KEY = needing(
    "重点 重大",
    "(?:^|(?<=[。；\\n]))(?P<name>[一-龥A-Za-z0-9·]{4,22}?)(?:位于|全长|起于|占地)[^。；\\n]{4,70}?，"
    "(?:属|是|为|系|列为)[^，。；]{0,8}?重[点大](?:建设)?(?:工程|项目)(?=[，。])",
)


# 石头·|云上苹果小镇: a town made for a trade, by its place and its name.
_DOTTED_TOWN = needing("小镇", "·[一-龥]{2,10}?小镇(?![居人上里])")


def find_built(text: str, found: Found) -> Iterator[Mention]:
    """The things built that a list of projects holds, and those that a clause before says to be one."""
    for match in _SO_MANY.finditer(text):
        start = past_mark(text, match.start(), "，。；：\n")
        for begin, end in _items(text, start, match.start()):
            yield from _named(text, begin, end, found)
    for start, end in _lists(text):
        items = list(_items(text, start, end))
        if any(text.endswith(_PROJECTS, *item) for item in items):
            for begin, stop in items:
                if not text.endswith(_PROJECTS, begin, stop):
                    yield from _named(text, begin, stop, found)
    for match in (*_AS_ONE.finditer(text), *_IS_KEY.finditer(text)):
        yield from _named(text, *match.span("name"), found)
    for match in _DOTTED_TOWN.finditer(text):
        place = found.ending_at(Kind.DISTRICT, match.start())
        start = place.start if place is not None else left_edge(text, match.start(), place=True)
        if 2 <= match.start() - start <= 6:
            name = text[start : match.end()]
            value = InitiativeValue(name, name, "Project")
            yield Mention(Kind.INITIATIVE, start, match.end(), name, "initiatives.dotted_town", 0.75, value)


def _lists(text: str) -> Iterator[tuple[int, int]]:
    """The clauses in which a mark of a list stands beside a project."""
    at = -1
    while (at := text.find("、", at + 1)) >= 0:
        start = past_mark(text, at, "，。；：\n")
        stops = (found for mark in "，。；：\n" if (found := text.find(mark, at)) >= 0)
        end = min(stops, default=len(text))
        if any(word in text[start:end] for word in ("项目、", "工程、", "项目和", "工程和", "项目等")) or text.endswith(
            _PROJECTS, start, end
        ):
            yield start, end
        at = end - 1


def _items(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The items of a list, the first without what leads to it, the last without 等 and what follows."""
    lead = _LEAD.match(text, start, text.find("、", start, end) % (end + 1))
    start = lead.end() if lead is not None else start
    begin = start
    for mark in _JOINTS.finditer(text, start, end):
        if mark.group() != "、" and not text.endswith((*BUILT_ENDINGS, *_PROJECTS), begin, mark.start()):
            continue  # 和 within a name
        if text.count("（", begin, mark.start()) > text.count("）", begin, mark.start()):
            continue  # 街区改造项目（甲路、乙路）
        yield begin, mark.start()
        begin = mark.end()
    stop = text.find("等", begin, end)
    yield begin, stop if stop >= 0 else end


# 某项目4家企业|入驻园区, 某幼儿园项目|主要建设教学楼: what is told of a project.
_GOES_ON = re.compile("(?:项目|工程)(?:\\d|主要|计划|总|共|包括|建设内容)")


def _named(text: str, start: int, end: int, found: Found) -> Iterator[Mention]:
    start += 2 * (text.startswith(("全区", "全县", "全市"), start) and end - start > 6)  # 全区|技师学院新校区、…
    name = text[start:end]
    if (
        not 4 <= len(name) <= _LONGEST
        or not name.endswith(BUILT_ENDINGS)
        or not name[0].isalpha()
        or not is_own(name)
        or name.endswith(_DONE)
        or _GOES_ON.search(name) is not None
    ):
        return
    if any(found.covering(kind, end - 1) is not None for kind in (Kind.ORGANISATION, Kind.DISTRICT)):
        return
    place = found.starting_at(Kind.DISTRICT, start)
    core = text[place.end : end] if place is not None and end - place.end > 3 else name
    if core != name and len(core) < _PLAIN and not is_own(core):
        return  # 某乡|养殖小区: one of many
    value = InitiativeValue(core, core, "Project", place if core != name else None)
    yield Mention(Kind.INITIATIVE, start, end, name, "initiatives.built", 0.74, value)


__all__ = ["find_built"]
