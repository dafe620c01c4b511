"""Provinces: how many provinces an article tells of, and where the state itself acts.

What nobody is said to do, the district does that a paper of one county tells of. A piece on several provinces has no such
district: 四川某县水稻丰收。|国家启动“某某”行动.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.actors import WHEN
from kg.extract.base import Found, PlaceValue
from kg.model import Article, Kind
from kg.patterns import needing

# 国家|启动…, 我国|已全面建立…, 中央财政|实施…, 是|国家今年首次启动…: what the state does, no district does.
_STATE = needing(
    "国家 我国 中央 国务院 全国 省区",
    r"(?:国家(?:财政)?|我国|中央(?:财政|预算内投资)?|党中央、?(?:国务院)?|国务院|全国(?:各地)?|[东南西北中]*[部四三五六七八九]省区市?)"
    r"(?=，|今年|去年|近年|首次|首批|将|正|已|还|也|又|就|先后|持续|不断|深入|积极|大力|全力|全面|加快|加大|进一步|开始|在|从|对|为|把|以|围绕|聚焦|"
    r"针对|通过|坚持|统筹|统一|推动|推出|推进|推行|实施|启动|开展|组织|出台|建立|建成|设立|投入|投资|安排|支持|自主|提出|部署|打造|构建|落实|发布|下达|明确|“)",
)
# 各地|多措并举，实施…: on a page of several provinces nobody by name.
_EVERYONE = needing("各地 各级 各省 各部门 多地", r"各地|各级|各省|各部门|多地")
# What stands before them where they act: 目前，|我国; 丰收的背后，是|国家; 今年是|国家….
_BEFORE = re.compile(rf"{WHEN.pattern}(?:今年|去年)?(?:也|正)?是?(?:今年|去年)?")
_MANY = 3  #: a county has guests from a second province, and sends help to it


def tells_of_many(codes: Sequence[str], home: str) -> bool:
    """Whether an article with places of these codes, one for each mention, is about no district of its own.

    The places around its home are counted as those of one county paper: guests may come from three provinces.
    """
    if len({code[:2] for code in codes if code}) < _MANY:
        return False
    own = sum(code[:4] == home[:4] for code in codes if code)
    return 2 * own < sum(map(bool, codes))


def no_home(article: Article, found: Found) -> bool:
    """Whether an article is about no district of its own, by what it names; 全县, 我市 are its home."""
    home = found.context.home_of(article)
    values = (place.value for place in found.of(Kind.DISTRICT))
    return tells_of_many([home if v.relative else v.code for v in values if isinstance(v, PlaceValue)], home)


def state_acts(text: str, lo: int, hi: int, *, everyone: bool = False) -> int:
    """Where the state is last the subject of a clause, -1 for nowhere; ``everyone``: or the places of all the country."""
    at = -1
    for pattern in (_STATE, _EVERYONE) if everyone else (_STATE,):
        for match in pattern.finditer(text, lo, hi):
            clause = max(lo, *(text.rfind(mark, lo, match.start()) + 1 for mark in "，。；：“\n"))
            if _BEFORE.fullmatch(text, clause, match.start()):
                at = max(at, match.start())
    return at


__all__ = ["no_home", "state_acts", "tells_of_many"]
