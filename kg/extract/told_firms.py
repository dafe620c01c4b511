"""Companies by brand and trade alone, where the words beside show that it is one: 走进|鑫源化工|车间, 由|瑞禾能源|投资.

A county's paper calls a company as its people do, and never by its legal form. A brand of no dictionary before a trade is
one where staff or works follow (鑫源化工|员工), where someone goes there or signs with it, or where it invests and builds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg import seeds
from kg.extract.base import BodyValue, Found
from kg.extract.bodies import level_of
from kg.extract.edges import cuts_at
from kg.extract.firm_starts import is_brand, is_led
from kg.extract.firms import BRANDS, TRADES, is_firm
from kg.gazetteer import WIDE_LEVELS
from kg.model import Kind, Mention
from kg.patterns import needing
from kg.scanner import Scanner
from kg.words import words

_STAFF = (
    "(?:项目|生产|车间|行政|人事|技术|运营|销售|安全|工厂|企业|现场|厂区){0,2}"
    "(?:(?:主要)?负责人|相关负责人|技术人员|专家|总监|厂长|车间|员工|工人|职工|中控室|展馆|产线|生产线|下沉党员|技术员|厂区|厂房|展厅|经理|总助|主管|工程师|质检员|班组长|掌门人)"
)
_PASSED = (
    "生产基地|养殖基地|基地|总部|公司|企业|厂|园区|项目|调研|考察|察看|查看|参观|走访|检查|实地|了解|看望|"
    "慰问|座谈|开展|看到|召开|举[行办]"
)
_WORKS = (
    "主办|承办|协办|冠名|赞助|组织(?:开展|员工|职工|志愿者|党员)|向[^，。；、]{1,10}捐|"
    "投资|出资|承建|建设|负责|牵头|提供|捐|签|运营|年产|达成|签约|合作|建立|联合|打造|实施|共建|开发"
)
_TELLS = "近日|日前|去年|今年|成立于|位于|坐落|总投资|现有|拥有|主营|专门|作为"
_TOLD = re.compile(f"的?(?:一[名位个])?{_STAFF}|的?(?={_WORKS}|{_TELLS})")
_OF_PROJECT = re.compile("(?:开发|建设|合作|新建|改造)[一-龥]{0,4}(?:项目|工程)")  # 金地房地产|开发项目
_CLOSED = re.compile(f"[，。、；：”）\\n]|[和与及等]|的?(?:生产|新)?(?:车间|厂|门店|现场|展)|(?={_PASSED}|{_WORKS})")
#: a trade, and what may stand between it and the end of a short name: 新棉纺织|科技
_TRADES = tuple(trade for trade in TRADES if trade != "生态")  # 沿黄生态|廊道: rather a landscape
_SHORTEST = (trade for trade in _TRADES if not any(other in trade for other in _TRADES if other != trade))
_TRADE = needing(
    " ".join(_SHORTEST),
    f"(?:{'|'.join(_TRADES)})(?:科技|股份|集团)?(?!有限|集团|公司|股份|[科产]业|企业|园|协会|商会|局|学|市场|城|厂(?!区))",
)
_PARTNERS = (
    "走进", "来到", "走访", "走访了", "深入", "前往", "到访", "参观", "参观了", "考察", "考察了", "看望", "引进", "引进了",
    "招引", "去了", "进了", "转到", "请来", "交给", "携手", "联合", "会同", "对接", "邀请"
)  # fmt: skip
_NOUN_TRADES = seeds.word_list("noun_brand_trades")
# 为|瑞阳制药|减免税款: for whom a thing is done.
_SERVED_BY = ("为", "帮", "帮助", "给", "替", "让", "向", "服务")
_SERVED = re.compile(
    "(?:等企业)?(?:享受|办理|解决|减[免税征]|兑现|争取|落实|送去?|办结|发放|拨付|追回|挽回|纾困|融资|贷款|授信|招[工聘]|开[设通]|代办|上门|核[发准]|退[税还]|颁发|授[牌予])"
)
# 双枪竹木|的智能化筷子生产线项目.
_ITS_WORK = re.compile("的[^，。；：“”、]{2,16}?(?:项目|生产线|工程|车间|工厂|基地|技改)")
_SIGNS = re.compile("(?:[、和][^，。；]{2,24}?)?(?:正式|现场|分别)?(?:签|达成|座谈|对接|联合|共同|携手|开展|合作)")
_GOES_ON = re.compile("信息|智能|工[业厂]|产[业品]|科技园|小镇|大道|街|广场|基地|文化|行业|技术|专业|研究")
_HOUSE_BETWEEN = re.compile(r"、\d[\d.]*[^，。；、]{2,16}、")  # 某某电子、|9万平米标准厂房、|某某电缆
_SIZES = (2, 3, 4)
_PLACES = ("ns", "nrt")
_NO_BRAND = frozenset("找买卖用把被给让到在是有说看走来去等对从向闲处很都也就还")  #: characters of no brand: 到|处找农机, 闲|置地


def find_told_firms(text: str, found: Found) -> Iterator[Mention]:
    """鑫源化工|员工甲, 走进|鑫源化工|, 由|鑫源化工|投资; and where the text calls it so again."""
    names: dict[str, list[int]] = {}
    sure: set[str] = set()
    end_of_last = -1
    for match in _TRADE.finditer(text):
        start = _start(text, match.start(), match.end(), found)
        if start < 0:
            continue
        name = text[start : match.end()]
        names.setdefault(name, []).append(start)
        beside = start - 1 == end_of_last and text[start - 1] in "、和与"
        beside = beside or (end_of_last > 0 and _HOUSE_BETWEEN.fullmatch(text, end_of_last, start) is not None)
        if beside or _is_told(text, start, match.end(), found):
            sure.add(name)
            end_of_last = match.end()
    for name in sure:
        for start in names[name]:
            value = BodyValue(name, "Enterprise", proper=True)
            yield Mention(Kind.ORGANISATION, start, start + len(name), name, "organisations.told", 0.75, value)


def find_known_firms(text: str, found: Found) -> Iterator[Mention]:
    """与|华为|签约, |京东方|等企业: companies that the whole country calls by their brand alone."""
    for start, end, name in _KNOWN.find(text):
        held = found.covering(Kind.ORGANISATION, start) or found.covering(Kind.ORGANISATION, end - 1)
        if (
            held is not None
            or _ITS_GOODS.match(text, end) is not None
            or not cuts_at(text, start, end, ahead=4)  # 高通|胀, 伊利|诺伊州
            or not (_STANDS_ALONE.search(text, max(0, start - 1), start) or is_led(text, start))
        ):
            continue
        value = BodyValue(name, "Enterprise", proper=True)
        yield Mention(Kind.ORGANISATION, start, end, name, "organisations.known", 0.8, value)


_KNOWN: Scanner[str] = Scanner(lambda: sorted(seeds.word_list("known_firms")), str)
_STANDS_ALONE = re.compile("^$|[^一-龥]$|[与和同及由在到向为给对从赴等如像含括]$")
#: what bears a company's brand and is not the company, and what only begins alike
_ITS_GOODS = re.compile(
    "[一-龥]{0,2}?(?:手机|汽车|电视|空调|冰箱|牌|产品|杯|路|街|大道|小区|花园|广场|城|苑|府|体验店|专卖店|4S店|奶粉|牛奶|技术|系统|平台|模式|公司|集团|"
    "股份|科技|实业|置业|物业|酒店|中心|大厦|学院|园区|产业园|小学|基金|项目|工厂|生产线|基地)"
)


def _start(text: str, trade: int, end: int, found: Found) -> int:
    """Where the brand before a trade begins: behind a mark or a word that leads to a name; -1 where there is none."""
    for size in _SIZES:
        start = trade - size
        place = found.ending_at(Kind.DISTRICT, start) if start > 0 else None
        served = start > 0 and text.endswith(_SERVED_BY, 0, start) and _SERVED.match(text, end) is not None
        if start < 0 or (place is None and not served and not is_led(text, start)):
            continue
        held = found.covering(Kind.DISTRICT, start)
        named = held is not None and held.end == trade and held.start == start and text[trade:end] in _NOUN_TRADES
        kinds = (Kind.ORGANISATION,) if named else (Kind.ORGANISATION, Kind.DISTRICT)
        if any(found.covering(kind, at) is not None for kind in kinds for at in (start, end - 1)):
            continue
        if not _is_brand(text[start:trade], text[start:end]) or text.startswith(("从事", "办事"), start - 1):
            return -1
        return place.start if place is not None and level_of(place) in WIDE_LEVELS else start  # 上海|鑫洁|环保
    return -1


def _is_brand(brand: str, name: str) -> bool:
    """Whether what stands before a trade is what one firm is called: no word for a kind (冷链), a people or a country (德国)."""
    if brand in BRANDS or brand in seeds.word_list("firm_brands"):
        return True
    tag = words().tag(brand) if len(words().cut(brand)) == 1 else ""
    if tag.startswith("n") and name[len(brand) :] in _NOUN_TRADES and brand not in seeds.word_list("firm_kinds"):
        return True  # 海螺|水泥, 凉山|铜业
    if tag.startswith(_PLACES) or not _NO_BRAND.isdisjoint(brand) or brand[-1] in "族国省市县区镇乡村牌级式型化性味类":
        return False
    return is_brand(brand, placed=False) and (is_firm(name) or len(brand) == 2)


# 扶持|天马纺织|等企业
_AND_OTHERS = re.compile(
    "等(?:一?批|多家|[\\d一二两三四五六七八九十]+(?:余|多)?家|龙头|骨干|重点|优质|本地|知名|规上|本土|县内|区内|市内){0,3}(?:企业|公司|厂家|厂商)"
)


def _is_told(text: str, start: int, end: int, found: Found) -> bool:
    """Whether the words beside a brand and a trade show that a company is meant."""
    if _OF_PROJECT.match(text, end) is not None:
        return False
    if _TOLD.match(text, end) is not None or _AND_OTHERS.match(text, end) is not None:
        return True
    if _ITS_WORK.match(text, end) is not None:
        return True
    if text.endswith(_SERVED_BY, 0, start) and _SERVED.match(text, end) is not None:
        return True
    if text[start - 1 : start] == "、" and found.ending_at(Kind.ORGANISATION, start - 1) is not None:
        return text[end : end + 1] in tuple("、和与及等") or found.starting_at(Kind.ORGANISATION, end + 1) is not None
    if text[start - 1 : start] + text[end : end + 1] in ("（）", "“”"):
        return True
    if text[start - 1 : start] in ("与", "和", "同") and _SIGNS.match(text, end) is not None:
        return True
    if text.endswith(_PARTNERS, 0, start):
        return _GOES_ON.match(text, end) is None
    return text.endswith(("到", "在", "赴"), 0, start) and _CLOSED.match(text, end) is not None


__all__ = ["find_known_firms", "find_told_firms"]
