"""Works in a list that no word for projects closes: 某路雨污分流改造、某大桥重建、县第二中学迁建|已完工.

Each item ends in what is done (改造, 迁建, 清淤) or built (大桥, 产业园); what stands before or behind the list tells that these
are under way (听取|甲、乙|建设情况, 完成|甲、乙, 甲、乙|列入今年计划). Items of words that any work has (道路硬化) are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg import seeds
from kg.extract.base import Found, InitiativeValue, PlaceValue
from kg.extract.edges import ends_walk, left_edge, verb_stops
from kg.extract.frames import CONSTRUCTED
from kg.extract.projects import ANY_PROJECT, COUNTED_FIRST, FACILITY
from kg.extract.scheme_names import NO_PROJECT_NAMES, SENTENCE_WORDS, SOME, is_proper, own_place, strip_front
from kg.model import Kind, Mention
from kg.patterns import needing
from kg.words import words

# What is done to a thing; the longest first, so that 提标改造 is no 改造 of 提标.
_DONE = "|".join(sorted(seeds.word_list("works_done"), key=lambda word: (-len(word), word)))
_DONE_END = re.compile(f"(?:{_DONE})(?:[一二三四五]期)?$")
# Where a clause ends; not the colon of a time (8：30).
_CLAUSE_END = re.compile(r"[，。；“”‘’《》！？\n]|(?<!\d)：|：(?!\d)")
_STATE = (
    "(?:(?:均|都|也|已|已经|全部|全|相继|先后|同步|正在|正|即将|将|陆续|如期|顺利|正式|全面|全线|分别|基本|主体|目前|于[^，。；、]{1,10}|(?:[今去明]年|\\d{1,2}月|年内|年底|[上下]半年)(?:底|初|份)?){0,4}"
    "(?:开工|动工|开建|奠基|破土|完工|竣工|建成|通车|通水|投用|投产|投运|启用|封顶|落成|落地|贯通|收官|开园|进展|推进|建设|实施|施工|加快|加速|有序|稳步|扎实|进入|步入|列入|列为|纳入|入选|获批|完成|在建|交付|投入使用|投入运行|并网))"
)
_TOLD = "(?:项目|工程)?(?:建设|施工|推进|工程|工作)?(?:进展|推进|建设|落实|完成|施工|实施)?情况|前期(?:工作)?|手续|建设|立项|进度"
_BEHIND = re.compile(
    f"(?:等)?(?:[二两三四五六七八九十\\d]+[个项件座处大](?:[一-龥]{{0,6}}(?:项目|工程|实事|工作|任务|标段|事|建议|课题))?)?(?:{_STATE}|{_TOLD})"
    "|等?[二两三四五六七八九十\\d]+[个项件座处大](?:[一-龥]{0,6}(?:项目|工程|实事|任务|标段|事|建议)|(?=[均都也已全正]))"
)
# Right before the first item; the last of several counts.
_BEFORE = re.compile(
    ".*(?:(?:推进|加快|加速|实施|完成|启动|开工|谋划|申报|争取|建设|新建|抓好|做好|推动|落实|安排|承担|参与|保障|配合|统筹|开展|听取|察看|查看|视察|了解|调研|督导|督查|检查|观摩|参观|考察|看)了?(?:(?:的|好)(?=[一-龥]{4}))?"
    "|(?:在建|正在建设|正在施工|新建|续建|规划建设|施工|同期推进|重点推进|待建|拟建)的|的(?:还|主要|重点)?有|还有|共有|其中|其中有|包括|分别为|分别是|主要是|主要有|同时|以及|将|把|到|对|就)(?=[一-龥A-Za-z0-9（])"
)
_ON_THE_WAY = re.compile("(?:推进|加快|加速|实施|完成|启动|开工|谋划|申报|争取|建设|新建|建成|在建的|施工的|推动|保障|抓好)了?$")
_WEAK = ("的", "同时", "以及", "将", "把", "到", "对", "就")  # say where an item begins, and nothing of works
_STRONG = ("建的", "建设的", "施工的", "推进的", "实施的", "完成的", "启动的", "开工的")
# 推进甲工业园、乙工业园|等园区建设: places, of which all are furthered.
_OF_KINDS = re.compile("等[^，。；]{0,4}(?:园区|开发区|功能区|景区|载体|片区|平台|基地|板块)")
_JOINTS = ("以及", "和", "及", "与")
_NUMBERED_LINE = re.compile("[GSXYC]\\d{2,4}")
_METRO = re.compile("\\d号?线$")
_UNITS = frozenset("省市县区镇乡村")


def find_works(text: str, found: Found) -> Iterator[Mention]:
    """甲路雨污分流改造、乙大桥重建、县第二中学迁建|已完工: works that a list names, and a sentence tells to be under way."""
    for clause in _clauses(text):
        spans = list(_items(text, *clause))
        if len(spans) < 2 or not any(_is_work(text, *span) or FACILITY.search(text, *span) for span in spans[:-1]):
            continue
        start, opened = _opening(text, *spans[0])
        end, told = _closing(text, *spans[-1])
        if not (opened or told):
            continue
        spans = [(start, spans[0][1]), *spans[1:-1], (spans[-1][0], end)]
        building = told or _ON_THE_WAY.search(text, max(0, start - 6), start) is not None
        works = [span for span in spans if _is_work(text, *span, building=building)]
        named = [span for span in works if _is_named(text, *span, found)]
        yield from _sharing(text, spans)
        if len(works) < 2 or 3 * len(works) < 2 * len(spans) or 2 * len(named) < len(works) or _OF_KINDS.match(text, end):
            continue
        if not any(_is_own(text, *span, found) for span in named):
            continue  # 老旧小区管网改造、农村生活污水治理: works of any county
        for begin, stop in named:
            place = own_place(text, begin, stop, found)
            held = found.ending_at(Kind.ORGANISATION, stop) or found.ending_at(Kind.DISTRICT, stop)
            if held is not None and not building:
                continue
            yield _work(text, begin, stop, place, "initiatives.listed_work")


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    """The clauses that hold a list."""
    start, mark = 0, text.find("、")
    for stop in _CLAUSE_END.finditer(text):
        if 0 <= mark < stop.start():
            yield start, stop.start()
            mark = text.find("、", stop.end())
        start = stop.end()
    if mark >= 0:
        yield start, len(text)


def _sharing(text: str, spans: list[tuple[int, int]]) -> Iterator[Mention]:
    """启动|育英高中|、第二高中迁建: houses of one kind, of which the last tells what is done to all."""
    done = _DONE_END.search(text, *spans[-1])
    kind = text[done.start() - 2 : done.start()] if done is not None else ""
    if done is None or FACILITY.fullmatch(kind) is None:
        return
    alike = [(start, end) for start, end in spans[:-1] if text.endswith(kind, start, end) and 4 <= end - start <= 14]
    for start, end in [*alike, *(spans[-1:] if alike else ())]:
        name = text[start:end] + (done.group() if end < done.start() else "")
        value = InitiativeValue(name, name, "Project")
        yield Mention(Kind.INITIATIVE, start, end, text[start:end], "initiatives.shared_work", 0.74, value)


# 来到|正在建设的|某山隧道: one thing that is being built.
_UNDER_WAY = needing(
    "在建 正在",
    "(?:在建|正在(?:加紧|紧张)?(?:建设|施工|修建)(?:中)?)的(?P<name>[一-龥A-Za-z0-9]{4,20}?)(?=[，。；]|(?:建设|施工)?(?:现场|工地)|项目部)",
)


def find_under_way(text: str, found: Found) -> Iterator[Mention]:
    """来到正在建设的|某山隧道: what is said to be being built, and has a name."""
    for match in _UNDER_WAY.finditer(text):
        start, end = match.span("name")
        if not CONSTRUCTED.search(text, start, end) or not _is_named(text, start, end, found):
            continue
        if _is_own(text, start, end, found):
            yield _work(text, start, end, own_place(text, start, end, found), "initiatives.under_way")


def _work(text: str, start: int, end: int, place: Mention | None, extractor: str) -> Mention:
    """A project named from ``start`` to ``end``; a place that opens the name is held apart from its core."""
    name = text[start:end]
    core = text[place.end : end] if place is not None and place.start == start and end - place.end > 3 else name
    value = InitiativeValue(core, core, "Project", place if core != name else None)
    return Mention(Kind.INITIATIVE, start, end, name, extractor, 0.76, value)


def _items(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """The stretches between the marks of a list; the last one is parted at its 和 where works stand on both sides."""
    begin = start
    while (mark := text.find("、", begin, stop)) >= 0:
        yield begin, mark
        begin = mark + 1
    for joint in _JOINTS:
        at = text.find(joint, begin + 4, stop - 4)
        if at >= 0 and _is_work(text, begin, at) and _closing(text, at + len(joint), stop)[0] > at + len(joint):
            yield begin, at
            begin = at + len(joint)
            break
    yield begin, stop


def _is_work(text: str, start: int, end: int, *, building: bool = True) -> bool:
    """Whether a stretch ends in what is done, or in what is built."""
    if _DONE_END.search(text, start, end) is not None:
        return True
    return building and CONSTRUCTED.search(text, start, end) is not None


def _opening(text: str, start: int, end: int) -> tuple[int, bool]:
    """Where the first item begins, and whether what stands before it tells of works."""
    opened = _BEFORE.match(text, start, end - 3)
    if opened is not None:
        weak = text.endswith(_WEAK, start, opened.end()) and not text.endswith(_STRONG, start, opened.end())
        return opened.end(), not weak
    edge = strip_front(text, left_edge(text, end, start, scheme=True), end)
    line = _NUMBERED_LINE.search(text, start, edge)
    return (line.start() if line is not None and edge - line.end() <= 1 else edge), False


def _closing(text: str, start: int, end: int) -> tuple[int, bool]:
    """Where the last item ends, and whether what stands behind it tells of works."""
    for at in range(end, start + 3, -1):
        if _is_work(text, start, at):
            behind = _BEHIND.match(text, at)
            if at == end or behind is not None or text.startswith("等", at):
                return at, behind is not None
    return start, False


def _is_named(text: str, start: int, end: int, found: Found) -> bool:
    """Whether an item is a name: of a place, a proper word or a house of the county, or long; and no piece of a sentence."""
    if (
        not 5 - text.endswith("桥", start, end) <= end - start <= 30
        or _METRO.search(text, start, end)
        or COUNTED_FIRST.match(text, start)
        or text.startswith((*SOME, "各", "全县", "全市", "全区"), start)
    ):
        return False
    place = own_place(text, start, end, found)
    if place is not None and place.start == start and end - place.end <= 2:
        return False  # 某村|绿化
    at = place.end if place is not None and place.start == start else start
    done = _DONE_END.search(text, at, end)
    pieces = words().cut(text[at : done.start() if done is not None else end])
    if any(p in SENTENCE_WORDS or p in verb_stops() or (len(p) > 1 and words().tag(p)[0] in "rd") for p in pieces):
        return False
    if any(ends_walk(p, True) and p not in ("至", "段") and not p[0].isascii() for p in pieces):
        return False
    own = [piece for piece in pieces if piece not in NO_PROJECT_NAMES]
    if not own or ANY_PROJECT.issuperset(own) or (len(own) == 1 and len(own[0]) == 1 and place is None):
        return False
    local = place is not None and isinstance(place.value, PlaceValue)
    house = FACILITY.search(text, at, end) is not None or text[start] in _UNITS
    if done is None:
        return local or is_proper(pieces[:-1])
    return local or house or is_proper(tuple(own)) or done.start() - at >= 6


def _is_own(text: str, start: int, end: int, found: Found) -> bool:
    """Whether a work has a place, a line's number, a house or a proper word that no other work has."""
    if own_place(text, start, end, found) is not None or _NUMBERED_LINE.match(text, start) or text[start] in _UNITS:
        return True
    return is_proper(words().cut(text[start:end])[:-1]) or CONSTRUCTED.search(text, start, end) is not None


__all__ = ["find_under_way", "find_works"]
