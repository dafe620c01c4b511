"""Zones right behind their district, whatever their kind: 某县|高铁新城, 某市|临空经济示范区, 某县|江北组团.

A kind that many things share (新城, 示范区, 片区) makes no zone by itself. Behind a district it does, where what stands between
the two are nouns or a side, and what follows does not make the whole something that is to be (某县|乡村振兴示范区|创建).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg import seeds
from kg.extract.base import Found, PlaceValue
from kg.extract.edges import is_news_verb
from kg.model import Article, Kind, Mention
from kg.patterns import needing
from kg.words import words

_LEVELS = frozenset(("prefecture", "county"))
_HELD = needing(
    "新城 组团 名胜区 商务区 商贸区 合作区 协作区 集中区 集聚区 示范区 经济区 度假区 旅游区 "
    "试验区 先导区 引领区 石化基地 园区 大学城",
    "(?P<core>[一-龥]{0,9}?)"
    "(?P<unit>产业新城|工业新城|科技新城|高铁新城|空港新城|临港新城|教育新城|生态新城|未来新城|新城(?!市|镇|区|乡|街|路|大道|社区|吾|子)|组团|"
    "风景名胜区|商务区|商贸区|经贸合作区|产业合作区|协作区|合作区|加工集中区|工业集中区|产业集中区|集中区|产业集聚区|集聚区|"
    "承接产业转移示范区|产业转移示范区|示范区|临空经济区|经济区|旅游度假区|生态旅游区|试验区|先导区|引领区|石化基地|"
    "科教园区|职教园区|大学城)"
    "(?!建设|创建|创成|打造|申报|申创|评选|评定|验收|称号|名单|标准|规划|方案|项目|工程|工作|之一|活动|示范|[县市]|住房|拆迁|改造)",
)
#: before which stands what a unit strives for or what any has
_NO_CORES = seeds.word_list("no_zone_names") | {
    "",
    "居住",
    "商业",
    "生活",
    "人口",
    "城市",
    "中心",
    "老年",
    "住宅",
    "安置",
    "文明",
}
_UNITS = re.compile("[镇乡村路街]|社区|小区|公司|集团|学校|大学")
_SIDE = re.compile(
    "[东南西北中城江湖河海滨临沿新]{1,2}[部区]?|[一-龥][江湖河山]"
)  #: of which a new town is called, not a compound
_STANDINGS = ("示范区", "试验区", "先导区", "引领区", "经济区", "集聚区")
_OWN = ("经济", "产业", "转移", "承接", "合作", "临空", "临港", "空港", "开发", "融合发展", "一体化")


def find_held_zones(article: Article, found: Found) -> Iterator[Mention]:
    """Zones of a kind that only the district before them makes one."""
    text = article.text
    if not _HELD.may_match(text):
        return
    for place in found.of(Kind.DISTRICT):
        value = place.value
        if not isinstance(value, PlaceValue) or value.level not in _LEVELS or value.relative:
            continue
        match = _HELD.match(text, place.end)
        if (
            match is None
            or found.covering(Kind.DISTRICT, match.end() - 1) is not None
            or not _is_zone(match["core"], match["unit"])
        ):
            continue
        name = text[place.start : match.end()]
        yield Mention(Kind.DISTRICT, place.start, match.end(), name, "districts.held_zone", 0.8, PlaceValue(name, "zone"))


def _is_zone(core: str, unit: str) -> bool:
    """Whether what stands between a district and a kind makes a name: nouns or a side, and more than a standing."""
    if (core in _NO_CORES and len(unit) < 4) or _UNITS.search(core) or (unit == "新城" and not _SIDE.fullmatch(core)):
        return False
    pieces = words().cut(core) if core else ()
    if any(words().tag(piece)[0] in "dpcuryeom" or (len(piece) > 1 and is_news_verb(piece)) for piece in pieces):
        return False
    return not unit.endswith(_STANDINGS) or len(unit) > 4 or core.endswith(_OWN) or core.startswith(_OWN)


__all__ = ["find_held_zones"]
