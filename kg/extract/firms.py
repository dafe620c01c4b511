"""Companies without their legal form: by the word that ends a list of them, by who visits, by the titles of their heads.

A short name of a company is a brand and a trade (富林|环保); lists tell more of them than sentences do: 佳能热电、甲公司|等企业.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg import seeds
from kg.extract.base import BodyValue, Found
from kg.extract.bodies import NO_BODY_NAMES, level_of
from kg.extract.body_functions import BEGINNING_VERBS
from kg.extract.edges import SINGLE_STOPS, SURE_TITLES, WORD_STOPS, verb_stops
from kg.extract.names import scorer
from kg.gazetteer import WIDE_LEVELS, gazetteer
from kg.model import Kind, Mention
from kg.patterns import needing
from kg.words import words

_LIST_ITEM = re.compile(r"[一-龥A-Za-z（）]{2,20}")


BRANDS = seeds.word_list("brand_words")
TRADES = tuple(sorted(seeds.word_list("company_trades"), key=lambda trade: (-len(trade), trade)))


def is_firm(item: str) -> bool:
    """Whether an item of a list is a company's short name: a brand of no dictionary before what it makes (富林|环保)."""
    trade = next((trade for trade in TRADES if item.endswith(trade)), "")
    brand = item.removesuffix(trade)
    if not trade or not 2 <= len(brand) <= 6 or brand in NO_BODY_NAMES or brand in gazetteer().by_short:
        return False  # 温州|鞋业: a trade
    if brand in BRANDS:
        return True
    pieces = words().cut(brand)
    if any(p in SINGLE_STOPS or p in verb_stops() or p in WORD_STOPS or p in NO_BODY_NAMES for p in pieces):
        return False
    return any(len(p) == 1 or words().tag(p)[:2] in ("nr", "ns", "nz", "x") for p in pieces)


_VISITED = re.compile(
    r"(?:邀请了?(?!函)|请来了?|对接了?|会见了?|牵手|携手|引进了?|引来了?|到了?|赴|走访|慰问|考察(?![团组])|前往|来到|走进|深入|察看了?|查看了?|参观了?|视察(?![团组])|调研(?![团组])|了解了?|看了)"
    r"(?P<list>(?:[一-龥A-Za-z（）]{3,20}、)+[一-龥A-Za-z（）]{3,20}?)(?=等|[，。；]|\d+家|企业|公司车间|进行|调研|生产|车间|实地|现场)"
)


def visited_firms(text: str, found: Found) -> Iterator[Mention]:
    """到|华慧新能源、某某集团|调研: companies by brand and trade in a list of what is visited, where two of it are companies."""
    for match in _VISITED.finditer(text) if "、" in text else ():
        firms, known = [], 0
        for item in _LIST_ITEM.finditer(text, *match.span("list")):
            start, end = item.span()
            held = found.covering(Kind.ORGANISATION, end - 1)
            if held is not None:
                known += isinstance(held.value, BodyValue) and held.value.subtype == "Enterprise"
            elif is_firm(text[start:end]):
                firms.append((start, end))
        for start, end in firms if len(firms) + known > 1 else ():
            value = BodyValue(text[start:end], "Enterprise", proper=True)
            yield Mention(Kind.ORGANISATION, start, end, text[start:end], "organisations.visited", 0.75, value)


_CHAIN_SHOP = needing(
    "店",
    "(?<=[、，。；：\n的由向在到])(?P<name>(?:(?![的了在与和及到对向由为将等是、])[一-龥]){2,8}"
    "(?:超市|百货|商场|商城|药房|药店|书店|影城|酒店|购物中心|大卖场|生活广场)(?:(?![的了在与和及到对向由为将等是、])[一-龥]){2,4}店)"
    "(?![里内中铺面长员主家名])",
)


def find_chain_shops(text: str, found: Found) -> Iterator[Mention]:
    """重庆某某超市|永川店: a shop of a chain, which its place tells apart."""
    for match in _CHAIN_SHOP.finditer(text):
        start, end = match.span("name")
        held = found.covering(Kind.ORGANISATION, end - 1)
        if held is None and not any(piece in WORD_STOPS or piece in verb_stops() for piece in words().cut(match["name"])):
            value = BodyValue(match["name"], "Enterprise", proper=True)
            yield Mention(Kind.ORGANISATION, start, end, match["name"], "organisations.chain", 0.8, value)


# A company by brand and trade, or by its brand alone, right before the title of its head: 江苏正明智能科技|董事长, 某某|副总裁甲.
_FIRM_HEAD = re.compile(
    "(?:(?<=[，。、；：\\n与和])|(?<=会见)|(?<=会见了))(?P<name>[一-龥A-Za-z]{2,14}?)(?=(?P<title>(?:常务|执行|高级|(?:行政|生产|技术|营销|销售|财务|运营)(?=副总))?(?:副总(?!经理|裁|[^一-龥])|副?董事长|副?总经理|副?总裁|执行董事|创始人|董事会秘书|首席执行官|CEO)))"
)
_HEADS = ("董事", "总经理", "总裁", "创始人", "副总")
_NO_BRAND_ENDS = (
    "公司", "集团", "企业", "区", "部", "司", "中心", "项目", "板块", "总", "原", "任", "兼", "组织", "银行", "会", "行", "厂",
    "店", "业", "方",
)  # fmt: skip


def find_headed_firms(text: str, found: Found) -> Iterator[Mention]:
    """上海明乐食品|董事长甲: a company without its legal form, before the title of its head."""
    for match in _FIRM_HEAD.finditer(text) if any(title in text for title in _HEADS) else ():
        start, end = match.span("name")
        if found.covering(Kind.ORGANISATION, end - 1) is not None:
            continue
        place = found.starting_at(Kind.DISTRICT, start)
        brand = place.end if place is not None and level_of(place) in WIDE_LEVELS else start
        named = end - brand >= 4 and _is_headed(text[brand:end])
        if named or _is_brand(text, start, match.end("title")):
            value = BodyValue(text[start:end], "Enterprise", proper=True)
            yield Mention(Kind.ORGANISATION, start, end, text[start:end], "organisations.headed", 0.8, value)


def _is_brand(text: str, start: int, stop: int) -> bool:
    """某某|副总裁甲: whether a name that is no noun stands before the title of a company's head, who is named."""
    title = _FIRM_HEAD.match(text, start)
    if title is None or not scorer().read(text, stop, 2.5)[0]:
        return False
    brand = title["name"]
    pieces = words().cut(brand)
    return (
        not brand.endswith(_NO_BRAND_ENDS)
        and brand not in gazetteer().by_name
        and brand not in gazetteer().by_short
        and not any(
            p in SINGLE_STOPS
            or p in verb_stops()
            or p in WORD_STOPS
            or p in BEGINNING_VERBS
            or p in NO_BODY_NAMES
            or words().tag(p)[0] in "pcdrv"
            for p in pieces
        )
        and any(len(p) == 1 or words().tag(p)[:2] in ("nr", "ns", "nt", "nz", "x") for p in pieces)
    )


def _is_headed(item: str) -> bool:
    """Whether what stands before 董事长 is a brand and a trade (乐康|医疗科技): the title says that it is a company."""
    pieces = words().cut(item)
    if (
        len(pieces) < 2
        or not item.endswith(
            (*TRADES, "技术", "制品", "产品", "材料", "装备", "股份", "控股", "投资", "资本", "传媒", "文旅", "酒店", "发展")
        )
        or item in NO_BODY_NAMES
    ):
        return False
    stops = (
        p in "的在和与及等向由对为是有，任兼" or p in WORD_STOPS or p in verb_stops() or p in BEGINNING_VERBS for p in pieces[:-1]
    )
    return (
        not any(stops)
        and not pieces[0].endswith(SURE_TITLES)
        and pieces[0] not in TRADES
        and (len(pieces[0]) == 1 or pieces[0] not in NO_BODY_NAMES)
    )
