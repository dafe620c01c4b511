"""Regiments and companies of the Xinjiang corps, which are its towns and villages: 一五二团|2连."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.base import PlaceValue
from kg.model import Kind, Mention

_CORPS = re.compile(
    "(?=[五兵农北双可图师新昆白石第胡铁阿])(?:"
    "(?:五家渠|石河子|阿拉尔|图木舒克|北屯|铁门关|双河|可克达拉|昆玉|胡杨河|新星|白杨)市|兵团|[第农][一二三四五六七八九十]{1,3}师|师市"
    ")"
)
_REGIMENT = re.compile(
    "(?=[〇一七三九二五八六十四第0-9])"
    r"(?P<town>(?:(?<=[师市团])[一二三四五六七八九十]|(?<=[，。；、“\n])[二三四五六七八九十]|第?[一二三四五六七八九十〇]{2,4}|(?<!\d)\d{2,3})团)(?!体|员|队|结|伙|聚|购|圆|支)"
    r"(?P<village>(?:第?[一二三四五六七八九十]{1,3}|\d{1,2})连)?"
)
_AS_HAN = str.maketrans("0123456789", "〇一二三四五六七八九")  # 103团 is 一〇三团
# A company alone: 到|五连、六连|清扫.
_COMPANY = re.compile(
    r"(?=[第一二三四五六七八九十0-9])(?:(?<=[，。；：、“\n到在赴与和及对由该])|^)第?(?:[一二三四五六七八九十]{1,3}|\d{1,2})连"
    r"(?!续|胜|接|日|年|夜|击|环|冠|心|跳|番|线|贯|排|阳|衣|带|发|跌|涨|赢|平|败|增|降|锁|忙)"
)


def find_corps(text: str) -> Iterator[Mention]:
    """Regiments and companies of the Xinjiang corps, which are its towns and villages: 一五二团|2连."""
    if "团" not in text or _CORPS.search(text) is None:
        return
    for match in _REGIMENT.finditer(text):
        for group, level in (("town", "township"), ("village", "community")):
            name = match[group]
            if name:
                value = PlaceValue(name.translate(_AS_HAN), level)
                yield Mention(Kind.DISTRICT, *match.span(group), name, "districts.corps", 0.85, value)
    for match in _COMPANY.finditer(text):
        value = PlaceValue(match.group(), "community")
        yield Mention(Kind.DISTRICT, *match.span(), match.group(), "districts.corps", 0.8, value)
