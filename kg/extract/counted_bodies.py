"""Bodies listed by their own parts before the word that counts them all: 城关、石堤和塔卧|三个派出所.

Each item is the name of one (石堤|派出所), or what it is of (政策研究室|党支部). As many must be told of as are counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.base import BodyValue, Found
from kg.extract.counted import count_said
from kg.extract.departments import match_department
from kg.extract.edges import ends_walk
from kg.model import Kind, Mention
from kg.patterns import needing
from kg.words import words

_OFFICES = "派出所|司法所|供电所|税务所|工商所|市场监管所|国土所|财政所|人民法庭|法庭|交警中队|刑警中队|消防站"
_HOUSES = "中心卫生院|卫生院|卫生所|敬老院|中心小学|小学|中心校|初级中学|初中|中学|幼儿园"
_COUNTED = needing(
    "所 法庭 中队 消防站 卫生院 敬老院 小学 中心校 初中 中学 幼儿园 党支部 党总支",
    r"(?=[二两三四五六七八九十1-9])(?<=[一-龥])(?P<count>[二两三四五六七八九十]|[1-9]\d?)(?:个|所|家|支)"
    rf"(?:(?P<office>{_OFFICES})|(?P<house>{_HOUSES})|(?P<branch>党支部|党总支))(?![一-龥]{{0,2}}[长员生])",
)
_ITEMS = re.compile(r"(?P<first>[一-龥]{2,12})(?P<more>(?:、[一-龥]{2,8})*(?:[、和与及][一-龥]{2,8}))等?$")
_NEXT_ITEM = re.compile("[、和与及](?P<name>[^、和与及]*)")
# Before the first item, no part of it: 联合|城关、石堤; 的|办公室.
_LED_UP = re.compile(
    r".*(?:联合|会同|组织|协调|来到|走进|深入|走访|慰问|抽调|辖区内?的?|下辖|现有|设有|建有|建成|新建|改造|[的在到赴从由对与和有])了?(?=[一-龥]{2})"
)
_SUBTYPES = {"office": "GovernmentBody", "house": "PublicInstitution", "branch": "PartyBody"}
#: what a party branch is of: an office, not a village
_UNITS = ("室", "科", "处", "局", "股", "部", "办", "所", "站", "队", "中心", "院", "校", "公司", "厂", "车间", "社区", "村")


def find_counted_bodies(text: str, found: Found) -> Iterator[Mention]:
    """城关、石堤和塔卧|三个派出所: the bodies that a list tells of by their own parts."""
    for match in _COUNTED.finditer(text):
        listed = _ITEMS.search(text, max(0, match.start() - 60), match.start())
        kind = match.lastgroup or ""
        if listed is None or kind not in _SUBTYPES:
            continue
        spans = _spans(text, listed, match.start(), found)
        count = count_said(match["count"])
        if len(spans) != count or not all(_is_item(text[start:end], kind) for start, end in spans):
            continue
        for start, end in spans:
            form = match_department(text[start:end], 0) if kind == "branch" else None
            whole = form is not None and len(form[0]) == end - start
            name = (form[1] if form is not None and whole else text[start:end]) + match[kind]
            end = match.end() if end == spans[-1][1] else end
            value = BodyValue(name, _SUBTYPES[kind], proper=True)
            yield Mention(Kind.ORGANISATION, start, end, text[start:end], "organisations.counted", 0.8, value)


def _spans(text: str, listed: re.Match[str], stop: int, found: Found) -> list[tuple[int, int]]:
    """The items of a list, the first from where its name begins: 联合|城关、石堤."""
    begin, end = listed.span("first")
    for kind in (Kind.ORGANISATION, Kind.DISTRICT):
        outer = next((held for held in found.between(kind, begin, end) if held.end < end), None)
        begin = max(begin, outer.end) if outer is not None else begin
    led = _LED_UP.match(text, begin, end)
    rest = _NEXT_ITEM.finditer(text, end, stop - text.endswith("等", 0, stop))
    return [(led.end() if led is not None else begin, end), *(item.span("name") for item in rest)]


def _is_item(item: str, kind: str) -> bool:
    """Whether an item names one body of a kind: 石堤|派出所, 监察审计室|党支部; not 城区|派出所 and 农村|派出所."""
    if not 2 <= len(item) <= (8 if kind == "branch" else 4) or item in _NOT_ONE:
        return False
    if kind == "branch":
        return item.endswith(_UNITS)
    pieces = words().cut(item)
    return not any(ends_walk(piece, place=True) for piece in pieces)


_NOT_ONE = frozenset(("城区", "农村", "城镇", "乡村", "山区", "沿海", "库区", "景区", "园区", "公办", "民办", "城乡", "边远"))

__all__ = ["find_counted_bodies"]
