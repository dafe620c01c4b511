"""Companies in a list that ends in a word for them: 甲电子、乙、丙|等12家电子元件企业, 引进|丁、戊|等公司.

The word at the end says what all items are, so that a brand of two characters is read here which nothing else would show.
What only tells a trade (纺织、食品等企业), a place, people or a body of another kind is none; where most items are such,
none is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kg import seeds
from kg.extract.base import BodyValue, Found
from kg.extract.edges import SINGLE_STOPS, WORD_STOPS, ends_with_title, left_edge, list_start, verb_stops
from kg.extract.firms import BRANDS, TRADES, is_firm
from kg.extract.names import scorer
from kg.gazetteer import WIDE_LEVELS, gazetteer
from kg.model import Kind, Mention
from kg.patterns import needing
from kg.words import words

_ENDS = needing(
    "企业 公司 厂家 商家",
    "(?:等(?:(?![，。；、：的等在了将已为向到赴]|对(?!外)|代表|负责|领导|同志|一行|委员|人员|走进|深入|前往)[一-龥\\d]){0,16}?|(?<=[一-龥A-Za-z])(?:\\d+|[两二三四五六七八九十]+)(?:余|多)?家(?:(?![，。；、：的])[一-龥]){0,8}?)"
    "(?:企业(?!家|主|界|文化|管理|服务|化|员工|职工)|(?<![分总子])公司(?!制)|厂家|商家)",
)
_ITEM = re.compile(r"[一-龥A-Za-z0-9（）]{2,24}")
# What leads to the first item: what a place has, who goes there, who signs.
_LEADS = re.compile(
    ".*(?:现有|已有|拥有|引进|引入|引来|迎来|请来|招来|留住|招引|入驻|落户|集聚|聚集|汇聚|吸引|培育出?|培植|孵化出?|依托|来到|走进|深入|前往|走访|考察|察看|查看|参观|视察|"
    "调研|到访|看望|慰问|包括|其中|涌现出?|形成|打造|先后|相继|成功|签约|对接|服务|帮助|帮扶|指导|引导|鼓励|发展|壮大|扶持|支持|推动|促成|组织|邀请|联合|携手|"
    "会同|协调|牵手|会见|拜访|观摩|检查|抽查|督查|督导|协助|认定|兼并|重组|收购|关停|取缔|约谈|处罚|通报|[看去访]了|到|在|与|和|由|对|为|向|给|以|有|是|及)(?:了|过|起)?(?=[一-龥A-Za-z]{2,})"
)
# Who comes before the companies that are gone to: 甲、乙一行来到|某某医疗、某某实业.
_GONE_TO = re.compile("先后到|[看去访]了|拜访|观摩|来到|走进|深入|前往|走访|考察|察看|查看|参观|调研|到访|看望|引进|入驻")
_UNITS = "省市县区旗州镇乡道村园"
_BRAND_HEADS = frozenset("正和同金原")  #: characters of a sentence that brands begin with
_MARKS = re.compile("(?:以及|[、和与及])")
_OTHER_ENDS = (
    "镇", "乡", "村", "县", "区", "市", "路", "街道", "大道", "馆", "广场", "市场", "户", "站", "园区", "产业园", "社区", "小区",
    "学校", "中学", "小学", "大学", "学院", "医院", "局", "委", "办", "部门", "协会", "商会", "银行", "军人", "职工", "党员",
    "干部", "人员", "群众", "员工", "老人", "儿童", "学生", "代表", "大户", "领导", "负责人", "项目", "行业", "产业",
    "领域", "企业", "单位", "个人", "客商", "机构", "车间", "平台", "基地", "产品", "合作社", "农场", "等",
)  # fmt: skip
_OF_OTHERS = frozenset("的了着过这那其各每某该本我你他她等")


@lru_cache(maxsize=1)
def _trades() -> frozenset[str]:
    """Words that say no more than what is made, and what kind of firm makes it."""
    tables = ("firm_spheres", "firm_kinds", "zone_trades", "no_body_names")
    return frozenset((*TRADES, *(word for table in tables for word in seeds.word_list(table))))


def _is_trade(item: str) -> bool:
    """Whether an item says only what companies make: 新材料, 高端装备制造, 纺织服装业."""
    item, at = item.removesuffix("业"), 0
    while at < len(item):
        left = min(6, len(item) - at)
        at = next((at + size for size in range(left, 0, -1) if item[at : at + size] in _trades()), len(item) + 1)
    return at == len(item)


def _is_brand(item: str) -> bool:
    """Whether an item is surely what one company is called: a brand of no common word, or one before its trade."""
    if is_firm(item):
        return True
    trade = next((trade for trade in TRADES if item.endswith(trade) and len(item) > len(trade) + 1), "")
    brand = item.removesuffix(trade)
    if brand in BRANDS or brand in seeds.word_list("firm_brands"):
        return True
    pieces = words().cut(brand)
    if len(pieces) == 1:
        return words().frequency(brand) == 0 or words().tag(brand)[:2] in ("nz", "nr", "nt", "j", "x")
    return any(len(piece) == 1 for piece in pieces)


def _may_be_firm(item: str) -> bool:
    """Whether an item beside a brand is a brand too: no word of a sentence, and no common noun of another kind."""
    pieces = words().cut(item)
    if any(len(piece) > 1 and (piece in WORD_STOPS or piece in verb_stops()) for piece in pieces) or not _OF_OTHERS.isdisjoint(
        item
    ):
        return False
    if any(piece in SINGLE_STOPS for piece in pieces[:1]) and len(pieces[0]) < len(item) and item[0] not in _BRAND_HEADS:
        return False
    return not (len(pieces) == 1 and (words().frequency(item) > _COMMON or words().tag(item)[0] in "vadpcrut"))


_OF_PEOPLE = re.compile("(?:[一-龥]{0,3})(?:员工|职工|工人|代表|负责人|经理|人员|骨干|党员)")
_COMMON = 500  #: the dictionary's count of a noun that no company is called by alone
_LONGEST = 12  #: characters


def find_firms_of_lists(text: str, found: Found) -> Iterator[Mention]:
    """The companies of each such list, if one of it surely is a company's name and most are no trades."""
    for match in _ENDS.finditer(text):
        spans = list(_items(text, match.start(), found))
        names = [text[start:end] for start, end in spans]
        held = [_holds_firm(end, found) for _, end in spans]
        trades = sum(map(_is_trade, names))
        free = [
            (span, name)
            for span, name, firm in zip(spans, names, held, strict=True)
            if not firm and _is_free(*span, found) and not _is_trade(name) and _may_be_firm(name)
        ]
        sure = sum(_is_brand(name) for _, name in free) + sum(held)
        if not sure or 2 * trades > len(spans) or (len(spans) < 2 and not held):
            continue
        if _OF_PEOPLE.match(text, match.end()) and all(scorer().is_name(name, 1.0) for _, name in free):
            continue  # 甲、乙、丙等公司|员工
        for (start, end), name in free:
            value = BodyValue(name, "Enterprise", proper=True)
            yield Mention(Kind.ORGANISATION, start, end, name, "organisations.in_list", 0.75, value)


def _items(text: str, stop: int, found: Found) -> Iterator[tuple[int, int]]:
    """Where the items of a list that ends at a position begin and end; the first without what leads to it."""
    low = list_start(text, stop)
    if low == stop:
        return
    bounds: list[tuple[int, int]] = []
    start = low
    for mark in _MARKS.finditer(text, low, stop):
        if mark.group() != "、" and found.covering(Kind.ORGANISATION, mark.start()) is not None:
            continue  # 和邦生物公司
        if mark.group() != "、" and "、" not in text[low : mark.start()]:
            continue  # before the list
        bounds.append((start, mark.start()))
        start = mark.end()
    bounds.append((start, stop))
    first = max((at for at, (begin, end) in enumerate(bounds) if _GONE_TO.search(text, begin, end)), default=0)
    people = False
    for at, (begin, end) in enumerate(bounds[first:]):
        if not at:
            gone = list(_GONE_TO.finditer(text, begin, end))
            people = any(ends_with_title(text, k) for k in range(gone[-1].end() if gone else begin, end))
            begin = _first_start(text, begin, end)
        place = found.starting_at(Kind.DISTRICT, begin)
        if place is not None and place.end < end and place.text[-1] in _UNITS:
            begin = place.end  # 某县|新天绿能
        item = text[begin:end]
        if not 2 <= len(item) <= _LONGEST or not _ITEM.fullmatch(item) or item.endswith(_OTHER_ENDS) or item[0].isdigit():
            continue
        if people and len(item) < 4 and scorer().is_name(item, 1.0):
            continue  # 县领导甲、乙、|丙|及某某集团等企业
        if item in gazetteer().by_name or gazetteer().is_short(item, WIDE_LEVELS):
            continue
        yield begin, end


def _first_start(text: str, begin: int, end: int) -> int:
    """Where the first item begins: behind what leads to it, or where the walk to the left ends."""
    lead = _LEADS.match(text, begin, end)
    if lead is not None:
        return lead.end()
    edge = left_edge(text, end, begin, firm=True)
    return begin if edge == begin + 1 and text[begin] in _BRAND_HEADS else edge


def _holds_firm(end: int, found: Found) -> bool:
    held = found.covering(Kind.ORGANISATION, end - 1)
    return held is not None and isinstance(held.value, BodyValue) and held.value.subtype == "Enterprise"


def _is_free(start: int, end: int, found: Found) -> bool:
    """Whether nothing else is named here; a brand may begin with what a county is called too: 兴隆|大家庭."""
    if found.covering(Kind.DISTRICT, end - 1) is not None:
        return False
    return all(found.covering(Kind.ORGANISATION, at) is None for at in (start, end - 1))


__all__ = ["find_firms_of_lists"]
