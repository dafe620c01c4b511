"""Figures: numbers with a unit and what they count (处罚餐饮单位4家, 党员业主达600余人)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from kg.extract.base import Found
from kg.model import Article, Kind, Mention, Quantity
from kg.text import parse_number

_NUMBER = r"\d[\d,]*(?:\.\d+)?(?:千|百)?(?:万|亿|万亿)?|[一二三四五六七八九十百千两]{2,}(?:万|亿)?|[百千万]"
_UNITS = (
    "个百分点|平方公里|平方米|立方米|人次|公里|公顷|万元|亿元|千瓦时|兆瓦|公斤|户次|件次|场次|余元|美元|元|吨|亩|米|户|人|名|家|个|件|起|处|项|场|次|条|台|辆|套|份|册|只|头|支|所|座|栋|间|张|"
    "块|部|艘|架|篇|组|批|期|株|棵|盏|根|箱|袋|瓶|桶|节|门|类|%"
)
_FIGURE = re.compile(
    "(?=[一七万三两九二五八六共十千四多百累约超达近逾0-9])"
    rf"(?P<about>近|约|超|超过|逾|达|共|累计|多达)?(?P<number>{_NUMBER})(?P<more>余|多)?(?P<unit>{_UNITS})(?P<tail>[多余])?"
)
_NOTHING = ("家住", "住在", "分成", "分为", "位于")  # what no number counts: an address, a division
_COUNTED_BEFORE = re.compile(r"[一-龥]{2,12}$")
_COUNTED_AFTER = re.compile(r"[一-龥“”]{2,14}?(?=[，。、；：！？）\n]|$)")


@dataclass(frozen=True, slots=True)
class FigureValue:
    """A figure and what it counts."""

    quantity: Quantity
    counts: str


class Figures:
    """Find figures."""

    name = "figures"
    needs: frozenset[Kind] = frozenset()
    finds = frozenset({Kind.QUANTITY.value})

    def __call__(self, article: Article, found: Found) -> Iterator[Mention]:
        text = article.text
        for match in _FIGURE.finditer(text, article.body):
            value = parse_number(match.group("number").replace(",", ""))
            if value is None or (value == 1 and match.group("number") in "一"):
                continue
            unit = match.group("unit")
            if unit in ("次", "个", "期", "节", "部", "门", "组") and match.group("number")[0] not in "0123456789":
                continue
            start = match.start("number")
            if start and text[start - 1] in "第届至-—~～/.":  # 五届|104次常务会议
                continue
            counts = self._counted(text, match.start(), match.end())
            if not counts or counts.endswith(_NOTHING):
                continue
            if unit in ("万元", "亿元"):
                value, unit = value * (Decimal(10000) if unit == "万元" else Decimal(100000000)), "元"
            about = bool(match.group("about") in ("近", "约", "超", "超过", "逾") or match.group("more") or match.group("tail"))
            quantity = Quantity(text[start : match.end()], value, unit, about)
            yield Mention(Kind.QUANTITY, start, match.end(), quantity.text, "figures.counted", 0.8, FigureValue(quantity, counts))

    @staticmethod
    def _counted(text: str, start: int, end: int) -> str:
        after = _COUNTED_AFTER.match(text, end)
        if after is not None and not after.group().startswith(("以", "的", "左右", "时", "分", "至", "到", "和")):
            return after.group().strip("“”")
        before = _COUNTED_BEFORE.search(text, max(0, start - 12), start)
        return before.group() if before is not None else ""
