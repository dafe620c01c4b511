"""Branches and groups of the party that are named after what they are for: 香菇产业|临时党支部, 基础设施|党小组."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.base import BodyValue, Found
from kg.extract.spheres import is_sphere
from kg.model import Kind, Mention
from kg.patterns import needing

_NAMED = needing(
    "党支部 党总支 党小组 临时党委",
    "(?:(?<![一-龥])|(?<=[由和与及]))(?P<topic>(?![各该本我两一二三四五六七八九十])(?:(?![的了在到由和与及是把将])[一-龥]){2,10}?)"
    "(?:(?:临时|联合|流动|功能型|功能性)?(?:党支部|党总支|党小组)|(?:联合)?临时党委)(?!书记处|建设|工作法|标准|规范|数)",
)
# What such a branch is for; 农村|党支部, 企业|党支部 are branches of a kind.
_FOR = re.compile(
    "(?:产业|产业链|种植|养殖|加工|建设|设施|施工|项目|攻坚|整治|发展|治理|防控|防汛|抢险|救援|搬迁|拆迁|征迁|服务|电商|电子商务|商贸|物流|旅游|"
    "环保|环境|宣传|调解|帮扶|招商|维稳|信访|卫生|文化|生产|技术|巡逻|执法|商圈|市场)$"
)


def find_named_branches(text: str, found: Found) -> Iterator[Mention]:
    """肉牛养殖|联合党支部, 基础设施|党小组, which a village or a county sets up for one thing."""
    for match in _NAMED.finditer(text):
        start, end = match.span()
        topic = match["topic"]
        if _FOR.search(topic) is None or not is_sphere(topic):
            continue
        if any(found.covering(kind, at) is not None for kind in (Kind.ORGANISATION, Kind.DISTRICT) for at in (start, end - 1)):
            continue
        value = BodyValue(match.group(), "PartyBody", proper=True)
        yield Mention(Kind.ORGANISATION, start, end, match.group(), "organisations.named_branch", 0.8, value)
