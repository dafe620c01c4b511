"""Where a firm's name begins whose brand the walk to the left cuts: 洋县|广和|服装厂, 由|佳和|律师事务所.

A firm is called by a place, a brand, a trade and a kind. A brand may be made of characters that end other names (广和, 永进):
what stands between the trade and a place, or a word that leads to a name, is the brand.
"""

from __future__ import annotations

import re
from functools import lru_cache

from kg import seeds
from kg.extract.base import Found
from kg.extract.bodies import LIMITED, NO_BODY_NAMES
from kg.extract.body_functions import BEGINNING_VERBS
from kg.extract.edges import FIRM_STOPS, SINGLE_STOPS, WORD_STOPS, is_news_verb, verb_stops
from kg.extract.firms import BRANDS, TRADES
from kg.gazetteer import WIDE_LEVELS, gazetteer
from kg.model import Kind, Mention
from kg.words import words

#: What is founded, visited and worked with under a brand; an ending of any of them may follow one.
BRANDED = (
    "公司",
    "集团",
    "厂",
    "事务所",
    "合作社",
    "农场",
    "林场",
    "超市",
    "商场",
    "购物中心",
    "酒店",
    "宾馆",
    "银行",
    "药房",
    "药店",
    "饭店",
    "影院",
    "幼儿园",
    "养老院",
    "农家乐",
    "养殖场",
    "牧场",
    "茶场",
    "驾校",
    "山庄",
    "庄园",
    "客栈",
    "民宿",
    "诊所",
)
_KINDS = re.compile("(?:股份|集团)?(?:有限责任|有限)?(?:总|分)?公司$|集团$|总?厂$|合作社$|事务所$|酒店$|超市$|商场$|农场$")
_LEADS = frozenset("在到由与对向从和了的给及赴是有跟让据归请找帮替靠派")
_LEADING = seeds.word_list("leads_to_firms") | seeds.word_list("done_to_bodies")
_NO_BRAND = frozenset(
    "的了在与及到对向由从把被将是有等各该每某本我他她它这那所两几些个们着过起好后前上下里内外中间第现曾均系任兼属归受已未不需须应让叫请去来没无只仅再又也还很更最并且而但则若因另余"
)
_BRAND_STOPS = frozenset("正和同都进地如经")  #: characters that end a walk and stand in brands
_NO_BRAND_END = frozenset("省市县区镇乡村街路组户家间座条批名位")


_HAN = re.compile("[一-龥]+")


@lru_cache(maxsize=1)
def _spheres() -> frozenset[str]:
    """What stands between a brand and a kind: 房地产开发, 生猪养殖, 国际."""
    trades = {_KINDS.sub("", row.suffix) for row in seeds.organisation_suffixes() if row.suffix.endswith(BRANDED)}
    common = {word for word in (*NO_BODY_NAMES, *TRADES, *seeds.word_list("firm_spheres"), *trades) if 1 < len(word) <= _LONGEST}
    return frozenset(common)


_LONGEST = 6


def trade_start(text: str, stop: int) -> int:
    """Where the words for what a firm does begin before its kind: 金正|房地产开发|有限公司."""
    spheres, at = _spheres(), stop
    while at > 1:
        if any(is_led(text, at - size) and _is_known(text[at - size : at]) for size in (2, 3)):
            break  # 由|新希望|乳业
        size = next((size for size in range(min(_LONGEST, at), 1, -1) if text[at - size : at] in spheres), 0)
        if not size:
            break
        at -= size
    return at


def brand_start(text: str, start: int, stop: int, end: int, found: Found) -> int:
    """Where a firm begins whose brand stands right before its trade; -1 where there is no brand, or no telling."""
    if not text.endswith(BRANDED, stop, end):
        return -1
    trade = trade_start(text, stop)
    legal = text.endswith(LIMITED, stop, end)
    office = text.endswith("事务所", stop, end)
    sizes = (2, 3, 4) if legal or office else (2, 3)
    for size in sizes:
        place = found.ending_at(Kind.DISTRICT, trade - size) if trade >= size else None
        if place is not None and (start >= place.start or found.covering(Kind.DISTRICT, start) is not None):
            return place.end if is_brand(text[place.end : trade], placed=True, legal=legal) else -1
    if legal and trade < stop and (place := found.ending_at(Kind.DISTRICT, trade)) is not None and start > place.end:
        return place.end  # 宁波|联合集团|股份有限公司
    for size in (*sizes[:2], 4, 5, 6):
        begin = trade - size
        if begin < 0 or start < begin or not is_led(text, begin):
            continue
        core = text[begin:trade]
        if text[begin] in "经同" and start == begin + 1 and is_brand(core[1:], placed=False, legal=legal):
            return start  # 经|绿源公司|介绍
        city = next((n for n in (2, 3) if size > n + 1 and is_city(text[begin : begin + n])), 0)
        if city:
            return begin if is_brand(text[begin + city : trade], placed=True) else -1  # 联合|寿光丰收|水泥厂, 由|石家庄大正|公司
        if size > 5:
            break
        if size < 4 and is_city(core):
            works = text.endswith(("公司", "厂", "事务所", "银行"), stop, end) and (trade < stop or end - stop > 2)
            return begin if works else -1  # 大冶|有色金属|公司
        if is_brand(core, placed=size == 4 and office, legal=legal):
            return begin
    return _city_arm(text, stop, end)


def _city_arm(text: str, stop: int, end: int) -> int:
    """Where the name of a firm's company of a city begins, 和|某某置地|温州|公司; -1 where no brand stands before."""
    city = next((stop - size for size in (3, 2) if stop > size and is_city(text[stop - size : stop])), -1)
    if city < 0 or text[stop:end] != "公司":
        return -1
    trade = trade_start(text, city)
    begins = (trade - size for size in (2, 3) if trade - size >= 0 and is_led(text, trade - size))
    return next((begin for begin in begins if trade < city and is_brand(text[begin:trade], placed=False)), -1)


@lru_cache(maxsize=2_000)
def is_city(name: str) -> bool:
    """Whether a city or county is called so without its unit."""
    return gazetteer().is_short(name, WIDE_LEVELS)


def is_led(text: str, begin: int) -> bool:
    """Whether a name may begin here: behind a mark, a preposition or a verb of going and joining; not in 天|和|兴业公司."""
    if begin == 0 or _HAN.match(text, begin - 1) is None:
        return True
    if text[max(0, begin - 2) : begin] in _LEADING or text[max(0, begin - 3) : begin] in _LEADING:
        return True
    if text[begin - 1] not in _LEADS or text.startswith(("有关", "了解", "对接"), begin - 1):
        return False
    before = words().cut(text[max(0, begin - 6) : begin])
    return before[-1] == text[begin - 1] and (
        before[-1] not in "和与及" or len(before) == 1 or len(before[-2]) > 1 or _HAN.match(before[-2]) is None
    )


_RARE = 100  #: of the dictionary's counts, up to which a common word may be a brand before a legal form
_PROPER = ("nr", "nz", "nt", "ns")


def _is_known(core: str) -> bool:
    return core in BRANDS or core in seeds.word_list("firm_brands")


def is_brand(core: str, *, placed: bool, legal: bool = False) -> bool:
    """Whether characters are what a firm is called: a known brand, or no word of the dictionary and of no hard character.

    Between a place and a full legal form, nouns and idioms are one too (广州|知识城|投资有限公司).
    """
    if _is_known(core):
        return True
    if (
        _HAN.fullmatch(core) is None
        or core.endswith("现场")
        or (len(core) > 3 and not placed)
        or (len(core) > 2 and core[0] == "和")
    ):
        return False
    if any(char in _NO_BRAND for char in core) or core[-1] in _NO_BRAND_END or core in NO_BODY_NAMES or core in _spheres():
        return False
    pieces = words().cut(core)
    if len(pieces) == 1 and not (placed and legal):
        tag = words().tag(core)
        count = words().frequency(core)
        return count == 0 or tag[:2] in _PROPER or tag in ("j", "x") or (legal and tag[0] in "nam" and count < _RARE)
    if any(char in SINGLE_STOPS and char not in _BRAND_STOPS for char in core):
        return False
    if pieces[0] == "正" and len(pieces) > 1 and words().tag(pieces[1])[0] == "v":
        return False  # 在某县|正|建
    return not any(len(piece) > 1 and _is_told(piece, legal=placed and legal) for piece in pieces)


def _is_told(piece: str, *, legal: bool) -> bool:
    """Whether a word tells something and is no part of a brand."""
    if piece in WORD_STOPS or piece in FIRM_STOPS or piece in verb_stops() or piece in BEGINNING_VERBS:
        return True
    tag = words().tag(piece)[0]
    return tag in "pcur" or is_news_verb(piece) if legal else piece in NO_BODY_NAMES or tag in "pcudrtmv"


_OWNERS = ("集团", "公司", "厂", "铁塔", "矿业", "市场")
_ARM = re.compile(
    "(?P<own>(?:(?![和与及在到向对由为、的将已等是有被把从])[一-龥]){1,12}?)"
    "(?:股份有限公司|有限责任公司|有限公司|股份公司|(?<![子母分总新老])公司|(?<=[一-龥])[总分]厂|(?<=[一-龥]{2})(?<![工新老])厂)"
)
_NO_ARM = frozenset(("旗下", "下属", "所属", "下设", "上市", "员工", "职工", "工厂", "入驻", "收购", "招引", "原", "新", "老"))


def is_arm(text: str, owner: Mention, end: int) -> bool:
    """Whether what follows a firm up to an ending is a firm or works of its own: 攀钢集团|炼铁厂, 广钢集团|贸易有限公司."""
    match = _ARM.fullmatch(text, owner.end, end) if owner.text.endswith(_OWNERS) else None
    if match is None:
        return False
    pieces = words().cut(match["own"])
    for index, piece in enumerate(pieces):
        tag = words().tag(piece)
        if piece in SINGLE_STOPS or piece in _NO_ARM or (len(piece) > 1 and piece in BEGINNING_VERBS):
            return False
        if len(piece) < 2 or (index == len(pieces) - 1 and piece in _spheres()):
            continue  # 某集团|投资|公司
        if piece in WORD_STOPS or piece in FIRM_STOPS or piece in verb_stops() or tag[0] in "pcudr":
            return False
        if tag[0] == "v" and not (index and piece in _spheres()):
            return False
    return True


__all__ = ["BRANDED", "brand_start", "is_arm", "is_brand", "is_city", "is_led", "trade_start"]
