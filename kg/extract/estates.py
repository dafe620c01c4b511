"""Compounds that do not say 小区: 万盈家园|业主, 住在|吉祥花园."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.base import Found, PlaceValue
from kg.extract.edges import left_edge
from kg.extract.place_parts import NO_PLACE_NAMES
from kg.model import Kind, Mention

# Compounds that end in a word of their own, and what shows that one is meant.
_ESTATE = re.compile(
    "(?:家园|花园|花苑|嘉苑|佳苑|雅苑|名苑|新苑|馨苑|家苑|嘉园|佳园|雅园|公馆|华府|名邸|豪庭|华庭|雅居|府邸|新城|名城|国际城|世家|豪苑|华苑)(?:[A-Z0-9一二三四五六七八九十东南西北][区期栋])?(?!小区|社区|酒店|路|街)"
)
_OF_ESTATE = re.compile(
    r"业主|住户|居民|物业|业委会|[\dA-Z一二三四五六七八九十]+(?:号楼|栋|幢|单元|期)|[一二两三四五六七八九十\d]+个(?:院子|小区|楼盘)"
    r"|疫情|卡点|执勤点|[东南西北]门|门口|大门"
)
_TOWN_LIKE = ("新城", "名城", "国际城", "世家", "豪苑", "华苑")  # estates only right after their community
_ENDS_ESTATE = re.compile(r"[，。、；]|的|广场|门口|院内|里")


def find_estates(text: str, found: Found) -> Iterator[Mention]:
    """Compounds that do not say 小区: 万盈家园|业主, 住在吉祥花园."""
    for match in _ESTATE.finditer(text):
        start = left_edge(text, match.start(), place=True)
        for held in found.between(Kind.DISTRICT, start, match.start()):
            start = max(start, held.end if held.end < match.start() or held.by != "districts.short" else held.start)
        size = match.start() - start
        lives = text.endswith(("住在", "家住", "入住", "、"), 0, start) or found.ending_at(Kind.DISTRICT, start) is not None
        of = found.ending_at(Kind.DISTRICT, start)
        near = of is not None and isinstance(of.value, PlaceValue) and of.value.level == "community"
        if match.group().startswith(_TOWN_LIKE) and not near:
            continue
        if 1 < size <= 6 and (_OF_ESTATE.match(text, match.end()) or (lives and _ENDS_ESTATE.match(text, match.end()))):
            core = text[start : match.start()]
            if core not in NO_PLACE_NAMES and found.covering(Kind.DISTRICT, start) is None:
                name = text[start : match.end()]
                yield Mention(Kind.DISTRICT, start, match.end(), name, "districts.estate", 0.75, PlaceValue(name, "compound"))
