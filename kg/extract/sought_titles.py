"""Titles that a county strives for, as campaigns: 全国文明城市创建, 创建国家卫生县城工作.

Towns, villages and firms strive for titles too, of which papers tell by the dozen: those are kinds of work, and no campaigns.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.base import Found, InitiativeValue
from kg.extract.scheme_names import WON
from kg.model import Kind, Mention
from kg.patterns import needing

_RANK = "(?:全国|国家级?|省级|自治区级?|市级|全省)"
_KIND = (
    "(?:县级|提名)?(?:文明|卫生|森林|园林|生态园林|节水型|健康|食品安全(?:示范)?|农产品质量安全|环境?保护?模范|生态文明建设(?:示范)?|生态|"
    "双拥模范|民族团结进步(?:示范)?|法治政府建设示范|全域旅游示范|公共文化服务体系示范|慢性病综合防控示范|知识产权[强示]范?|儿童友好|"
    "义务教育(?:优质|基本)?均衡(?:发展)?|学前教育普及普惠|放心消费|质量强|平安建设示范|信访工作示范|无障碍建设|(?:社会治安防控|社会信用|养老服务)体系建设(?:示范)?|禁毒(?:工作)?示范|市域社会治理现代化(?:试点)?|法治(?:建设)?示范)"
)
_UNIT = "(?:提名城市|示范城市|试点城市|合格城市|城市|城区|县城|示范区|示范市|示范县|城|市|县|区)"
_SOUGHT = needing(
    "创建",
    f"(?P<first>创建{_RANK}{_KIND}{_UNIT})(?:工作|活动)?(?![一-龥]{{0,3}}(?:称号|荣誉|奖牌|单位))"
    f"|(?P<last>{_RANK}?{_KIND}{_UNIT}创建)(?:工作|活动)?(?!单位|称号|指数|办)",
)


def find_sought(text: str, found: Found) -> Iterator[Mention]:
    """全国文明城市创建, 创建国家卫生县城: with 工作 behind it where that stands there."""
    for match in _SOUGHT.finditer(text):
        start, end = match.span()
        group = "last" if match["first"] is None else "first"
        if group == "first" and (text.endswith(WON, 0, start) or text.startswith(("为", "了", "”"), match.end(group))):
            continue
        if text[start - 1 : start] == "“" or found.covering(Kind.ORGANISATION, end - 1) is not None:
            continue
        value = InitiativeValue(match.group(), match[group], "Campaign")
        yield Mention(Kind.INITIATIVE, start, end, match.group(), "initiatives.sought", 0.75, value)


__all__ = ["find_sought"]
